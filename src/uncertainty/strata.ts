/** Which respondents were drawn together: every sheet finds its stratum, and where places were drawn its cluster. */
import type { Group, Plan } from '../plan/plan.ts';
import { targetId } from '../plan/target.ts';
import type { QuotaRow, Quotas } from '../quotas/quota.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import { type PlaceDesign, placeDesign } from './place-design.ts';
import { rowPopulation } from './rows-about.ts';

/** What is known of a stratum beside its sheets. */
export interface StratumHead {
  readonly group: number;
  readonly row: string;
  readonly population: number | null;
  readonly census: boolean;
  readonly named: boolean;
  /** Of its clusters; null: it has none, and its sheets decide. */
  readonly clusterFraction: number | null;
}

export interface SheetStrata {
  /** In the order of groups and their rows. */
  readonly heads: readonly StratumHead[];
  /** By sheet: index into `heads`. */
  readonly stratum: Int32Array;
  /** By sheet: a number of its place, one for each cluster of a group; -1: none. */
  readonly cluster: Int32Array;
  /** By that number: how many there are to ask, where that is known. */
  readonly populations: ReadonlyMap<number, number>;
}

/** A head while sheets are looked at. */
interface Found extends StratumHead {
  readonly order: number;
}

export function sheetStrata(plan: Plan, quotas: Quotas, ratings: Ratings): SheetStrata {
  const stratum = new Int32Array(ratings.sheets).fill(-1);
  const cluster = new Int32Array(ratings.sheets).fill(-1);
  const seats = seatFinder(plan, quotas);
  for (const form of ratings.forms) {
    for (let row = 0; row < form.count; row++) {
      const sheet = form.sheet[row] as number;
      // The ratings of a grid share their sheet's seat.
      if ((stratum[sheet] as number) >= 0) continue;
      const seat = seats.of(form, row);
      stratum[sheet] = seat.stratum;
      cluster[sheet] = seat.cluster;
    }
  }
  return { ...inOrder(seats.found, stratum), cluster, populations: seats.populations };
}

/** Numbered as they are met; the order of the sheets must not decide. */
function inOrder(
  found: readonly Found[],
  stratum: Int32Array,
): Pick<SheetStrata, 'heads' | 'stratum'> {
  const order = found
    .map((_, at) => at)
    .sort((one, other) => placeOf(found[one]) - placeOf(found[other]));
  const rank = new Int32Array(found.length);
  for (const [to, from] of order.entries()) rank[from] = to;
  return {
    heads: order.flatMap((at) => found[at] ?? []),
    stratum: stratum.map((at) => (at < 0 ? at : (rank[at] as number))),
  };
}

function placeOf(found: Found | undefined): number {
  return found?.order ?? 0;
}

interface Seat {
  readonly stratum: number;
  readonly cluster: number;
}

interface SeatFinder {
  readonly found: readonly Found[];
  readonly populations: ReadonlyMap<number, number>;
  readonly of: (form: FormRatings, row: number) => Seat;
}

function seatFinder(plan: Plan, quotas: Quotas): SeatFinder {
  const found: Found[] = [];
  const strata = new Map<string, number>();
  const clusters = new Map<string, number>();
  const populations = new Map<number, number>();
  const seats = new Map<string, Seat>();
  const rows = rowsById(quotas);
  const designs = plan.groups.map((group) => placeDesign(plan, group, quotas));
  const orders = ordersOf(plan);
  const seatAt = (group: number, id: string): Seat => {
    const of = plan.groups[group];
    if (of === undefined) return { stratum: 0, cluster: -1 };
    const design = of.over.kind === 'places' ? designs[group]?.(id) : undefined;
    const head = headOf(group, of, id, rows, design);
    const key = `${group}\n${head.row}`;
    const stratum = numberOf(strata, key);
    const order = group * orders.size + (orders.get(head.row) ?? 0);
    if (stratum === found.length) found.push({ ...head, order });
    const place = design?.cluster ?? null;
    if (place === null) return { stratum, cluster: -1 };
    const cluster = numberOf(clusters, `${group}\n${place}`);
    // Only a place that is asked itself, not one in which others were drawn.
    const row = place === id ? rows.get(`${of.id}\nplace:${id}`) : undefined;
    const all = row === undefined ? null : rowPopulation(row);
    if (all !== null) populations.set(cluster, all);
    return { stratum, cluster };
  };
  return {
    found,
    populations,
    of: (form, row) => {
      const group = form.group[row] as number;
      const id = rowId(plan, form, row);
      const key = `${group}\n${id}`;
      const before = seats.get(key);
      if (before !== undefined) return before;
      const seat = seatAt(group, id);
      seats.set(key, seat);
      return seat;
    },
  };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const before = numbers.get(key);
  if (before !== undefined) return before;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Whole groups first, then units, then places, each in the order of the plan. */
function ordersOf({ units, places }: Plan): ReadonlyMap<string, number> {
  const ids = ['', ...units.map(({ id }) => id), ...places.map(({ id }) => id)];
  return new Map(ids.map((id, at) => [id, at]));
}

/** Unit or place of the quota row; empty: the whole group, or it is not known where the sheet was found. */
function rowId(plan: Plan, form: FormRatings, row: number): string {
  const over = plan.groups[form.group[row] as number]?.over.kind ?? 'whole';
  if (over === 'whole') return '';
  if (over === 'places') return plan.places[form.fromPlace[row] as number]?.id ?? '';
  const from = form.fromUnit[row] as number;
  return plan.units[from < 0 ? (form.unit[row] as number) : from]?.id ?? '';
}

function rowsById({ rows }: Quotas): ReadonlyMap<string, QuotaRow> {
  return new Map(rows.map((row) => [`${row.group}\n${targetId(row)}`, row]));
}

function headOf(
  group: number,
  { id: groupId, over }: Group,
  id: string,
  rows: ReadonlyMap<string, QuotaRow>,
  design: PlaceDesign | undefined,
): StratumHead {
  if (design !== undefined && design.cluster !== null) {
    const { within, fraction, named } = design;
    const alone = { population: null, census: false } as const;
    return { group, row: within, ...alone, named, clusterFraction: fraction };
  }
  const target = { whole: `group:${groupId}`, units: `unit:${id}`, places: `place:${id}` }[
    over.kind
  ];
  const row = rows.get(`${groupId}\n${target}`);
  return {
    group,
    row: id,
    population: row === undefined ? null : rowPopulation(row),
    census: row?.census ?? false,
    named: design?.named ?? false,
    clusterFraction: null,
  };
}
