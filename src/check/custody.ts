/** Whether the sheets balance: printed, issued, returned, valid, void; and replies against the visitors counted. */
import type { Plan } from '../plan/plan.ts';
import type { QuotaRow, Quotas } from '../quotas/quota.ts';
import { exact, percentOf } from '../stats/exact.ts';
import { fewestShown } from '../stats/small-cells.ts';
import type { Custody } from '../tallies.ts';
import { type Concern, type Holder, plainConcern } from './concern.ts';

/** `printed`: forms printed for a row, spares included; null: not known. */
export function custodyConcerns(
  plan: Plan,
  quotas: Quotas,
  custody: readonly Custody[],
  printed: (row: QuotaRow) => number | null,
): readonly Concern[] {
  const rows = new Map(quotas.rows.map((row) => [rowKey(holderOfRow(row)), row]));
  return custody.flatMap((one): readonly Concern[] => {
    const holder: Holder = { group: one.group, unit: one.unit, place: one.place, collector: null };
    const row = rows.get(rowKey(holder));
    const out = row === undefined ? null : printed(row);
    return [
      ...balance(one, out, holder),
      ...voidShare(plan, one, holder),
      ...(row === undefined ? [] : band(row, one, holder)),
    ];
  });
}

function balance(
  { issued, returned }: Custody,
  printed: number | null,
  holder: Holder,
): readonly Concern[] {
  const over = (kind: Concern['kind'], count: number, of: number | null): readonly Concern[] =>
    of === null || count <= of
      ? []
      : [{ ...plainConcern, kind, level: 'serious', holder, count, of }];
  const lost: readonly Concern[] =
    issued === null || returned >= issued
      ? []
      : [
          {
            ...plainConcern,
            kind: 'not-returned',
            level: 'know',
            holder,
            count: issued - returned,
            of: issued,
          },
        ];
  return [
    ...over('returned-over-issued', returned, issued),
    ...(issued === null ? over('returned-over-printed', returned, printed) : []),
    ...(issued === null ? [] : over('issued-over-printed', issued, printed)),
    ...lost,
  ];
}

function voidShare({ checks }: Plan, one: Custody, holder: Holder): readonly Concern[] {
  const share = percentOf(exact(one.void), exact(one.returned));
  if (one.returned < fewestShown || share === null || share.compare(checks.void) <= 0) return [];
  const { void: count, returned: of } = one;
  return [{ ...plainConcern, kind: 'void-share', level: 'look', holder, count, of }];
}

/** Replies may not be more, or fewer, than the visitors counted allow. */
function band(
  { least, most }: QuotaRow,
  { valid: count }: Custody,
  holder: Holder,
): readonly Concern[] {
  const level = 'look' as const;
  if (most !== null && count > most) {
    return [{ ...plainConcern, kind: 'too-many-replies', level, holder, count, of: most }];
  }
  if (least === null || count >= least) return [];
  return [{ ...plainConcern, kind: 'too-few-replies', level, holder, count, of: least }];
}

function holderOfRow({ group, target }: QuotaRow): Holder {
  return {
    group,
    unit: target.kind === 'group' ? null : target.unit,
    place: target.kind === 'place' ? target.place : null,
    collector: null,
  };
}

function rowKey({ group, unit, place }: Holder): string {
  return JSON.stringify([group, unit, place]);
}
