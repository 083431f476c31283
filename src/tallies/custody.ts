/** Where the forms of each quota row went, counted from sheets and taken from paper tallies. */
import { borrowedFrom } from '../plan/borrowed.ts';
import type { Plan } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import type { CustodyEntry } from '../returns/batch.ts';
import type { Custody, Tallies } from '../tallies.ts';
import { compare } from './order.ts';
import { type TargetTotal, targetOrder } from './sheet-totals.ts';

type Target = Pick<Custody, 'group' | 'form' | 'unit' | 'place'>;

interface Count extends Target {
  issued: number | null;
  returned: number;
  valid: number;
  partial: boolean;
}

/**
 * `totals`: the sheets that came back as rows, counted; `entries`: what paper tallies state. A group
 * that another survey asked has no sheets of ours, and no custody.
 */
export function custodyOfTotals(
  plan: Plan,
  totals: readonly TargetTotal[],
  entries: readonly CustodyEntry[],
): readonly Custody[] {
  const counts = new Map<string, Count>();
  for (const total of totals) {
    const count = countOf(counts, total);
    count.returned += total.returned;
    count.valid += total.valid;
  }
  for (const entry of ownEntries(plan, entries)) {
    const count = countOf(counts, entry);
    count.returned += entry.returned;
    count.valid += entry.valid;
    count.partial ||= entry.part !== null;
    if (entry.issued !== null) count.issued = (count.issued ?? 0) + entry.issued;
  }
  const custody = [...counts.values()].map((count) => ({
    ...count,
    void: count.returned - count.valid,
  }));
  const order = targetOrder(plan);
  return custody.sort((one, other) => compare(order(one), order(other)));
}

/** Each once: a whole group's custody stands beside each unit it rates, and two files may both carry it. */
export function ownEntries(plan: Plan, entries: readonly CustodyEntry[]): readonly CustodyEntry[] {
  const borrowed = new Set(
    plan.groups.filter((group) => borrowedFrom(group) !== null).map(({ id }) => id),
  );
  const shared = new Set<string>();
  return entries.filter((entry) => {
    if (borrowed.has(entry.group)) return false;
    const key = `${targetKey(entry)}\n${entry.part ?? ''}`;
    if (entry.unit === null && shared.has(key)) return false;
    if (entry.unit === null) shared.add(key);
    return true;
  });
}

/** The custody of one quota row; null while nothing has come back for it. */
export function custodyOf(
  tallies: Tallies,
  row: Pick<QuotaRow, 'group' | 'target'>,
): Custody | null {
  const { target } = row;
  const unit = target.kind === 'group' ? null : target.unit;
  const place = target.kind === 'place' ? target.place : null;
  return (
    tallies.custody.find(
      (one) => one.group === row.group && one.unit === unit && one.place === place,
    ) ?? null
  );
}

function targetKey({ group, unit, place }: Target): string {
  return [group, unit ?? '', place ?? ''].join('\n');
}

function countOf(counts: Map<string, Count>, target: Target): Count {
  const key = targetKey(target);
  const before = counts.get(key);
  if (before !== undefined) return before;
  const { group, form, unit, place } = target;
  const about = { group, form, unit, place };
  const count: Count = { ...about, issued: null, returned: 0, valid: 0, partial: false };
  counts.set(key, count);
  return count;
}
