/** What paper tallies count of a weighted group: they must say which row of the quota the forms belong to. */
import type { Group, PlaceId, UnitId } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import type { TallyEntry } from '../returns/batch.ts';
import type { Tallies } from '../tallies.ts';

export interface PaperEntry {
  readonly entry: TallyEntry;
  /** Among the rows of the group. */
  readonly row: number;
}

/** Null: some of them do not say it. */
export function paperEntries(
  group: Group,
  rows: readonly QuotaRow[],
  entries: readonly TallyEntry[],
): readonly PaperEntry[] | null {
  const rowOf = rowFinder(group, rows);
  const placed = entries.map((entry): PaperEntry => ({ entry, row: rowOf(entry) }));
  return placed.every(({ row }) => row >= 0) ? placed : null;
}

/** A tally about a unit tells whose forms they were only where every respondent rates the own unit. -1: it does not. */
function rowFinder(
  { about, over }: Group,
  rows: readonly QuotaRow[],
): (entry: TallyEntry) => number {
  if (over.kind === 'whole') return () => (rows.length === 1 ? 0 : -1);
  if (about.kind !== 'own') return () => -1;
  const places = new Map<PlaceId | null, number>();
  const units = new Map<UnitId, number>();
  for (const [at, { target }] of rows.entries()) {
    if (target.kind === 'place') places.set(target.place, at);
    if (target.kind === 'unit') units.set(target.unit, at);
  }
  return ({ unit, place }) => (over.kind === 'places' ? places.get(place) : units.get(unit)) ?? -1;
}

/** By row: every valid form of it, by sheet or by tally, as custody counts them. */
export function validByRow(rows: readonly QuotaRow[], { custody }: Tallies): readonly number[] {
  const valid = new Map(
    custody.map(({ group, unit, place, valid: count }) => [keyOf(group, unit, place), count]),
  );
  return rows.map(({ group, target }) => {
    const unit = target.kind === 'group' ? null : target.unit;
    const place = target.kind === 'place' ? target.place : null;
    return valid.get(keyOf(group, unit, place)) ?? 0;
  });
}

function keyOf(group: string, unit: string | null, place: string | null): string {
  return `${group}\n${unit ?? ''}\n${place ?? ''}`;
}
