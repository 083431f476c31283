/** Where the forms of each quota row went, counted from sheets and taken from paper tallies. */
import { borrowedFrom } from '../plan/borrowed.ts';
import type { Plan } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import type { Batch, Rating } from '../returns/batch.ts';
import type { Custody, Tallies } from '../tallies.ts';
import { compare, positions } from './count.ts';

type Target = Pick<Custody, 'group' | 'form' | 'unit' | 'place'>;

interface Count extends Target {
  issued: number | null;
  returned: number;
  valid: number;
}

/**
 * Counts returned sheets: several ratings of one serial are one sheet, valid when any of them is. A group
 * that another survey asked has no sheets of ours, and no custody.
 */
export function custodyOfBatches(plan: Plan, batches: readonly Batch[]): readonly Custody[] {
  const counts = new Map<string, Count>();
  const shared = new Set<string>();
  const borrowed = new Set(
    plan.groups.filter((group) => borrowedFrom(group) !== null).map(({ id }) => id),
  );
  for (const sheet of sheetsOf(batches)) {
    if (borrowed.has(sheet.target.group)) continue;
    const count = countOf(counts, sheet.target);
    count.returned += 1;
    if (sheet.isValid) count.valid += 1;
  }
  for (const { custody } of batches) {
    for (const entry of custody) {
      if (borrowed.has(entry.group)) continue;
      // A whole group's custody stands beside each unit it rates; two files may both carry it.
      const key = targetKey(entry);
      if (entry.unit === null && shared.has(key)) continue;
      if (entry.unit === null) shared.add(key);
      const count = countOf(counts, entry);
      count.returned += entry.returned;
      count.valid += entry.valid;
      if (entry.issued !== null) count.issued = (count.issued ?? 0) + entry.issued;
    }
  }
  const custody = [...counts.values()].map((count) => ({
    ...count,
    void: count.returned - count.valid,
  }));
  return inPlanOrder(plan, custody);
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

interface Sheet {
  readonly target: Target;
  isValid: boolean;
}

function sheetsOf(batches: readonly Batch[]): readonly Sheet[] {
  const bySerial = new Map<string, Sheet>();
  const sheets: Sheet[] = [];
  for (const rating of batches.flatMap(({ ratings }) => ratings)) {
    const isValid = rating.voidReason === null;
    const before = rating.serial === null ? undefined : bySerial.get(rating.serial);
    if (before !== undefined) {
      before.isValid ||= isValid;
      continue;
    }
    const sheet = { target: targetOf(rating), isValid };
    sheets.push(sheet);
    if (rating.serial !== null) bySerial.set(rating.serial, sheet);
  }
  return sheets;
}

function targetOf({ group, form, from }: Rating): Target {
  return { group, form, unit: from.unit, place: from.place };
}

function targetKey({ group, unit, place }: Target): string {
  return [group, unit ?? '', place ?? ''].join('\n');
}

function countOf(counts: Map<string, Count>, target: Target): Count {
  const key = targetKey(target);
  const before = counts.get(key);
  if (before !== undefined) return before;
  const { group, form, unit, place } = target;
  const count: Count = { group, form, unit, place, issued: null, returned: 0, valid: 0 };
  counts.set(key, count);
  return count;
}

function inPlanOrder(plan: Plan, custody: readonly Custody[]): readonly Custody[] {
  const groups = positions(plan.groups);
  const units = positions(plan.units);
  const places = positions(plan.places);
  const order = ({ group, unit, place }: Custody): readonly number[] => [
    groups.get(group) ?? -1,
    place === null ? -1 : (places.get(place) ?? -1),
    unit === null ? -1 : (units.get(unit) ?? -1),
  ];
  return [...custody].sort((one, other) => compare(order(one), order(other)));
}
