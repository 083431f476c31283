/** Weights before margins, by row of the quota: chances of the draw, and replies that did not come. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import type { Group, RespondentWeights } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import { type Exact, exact } from '../stats/exact.ts';

export interface RowFactors {
  /** Null: not asked for. */
  readonly design: Exact | null;
  readonly nonResponse: Exact | null;
}

const one = exact(1);

/**
 * `replies`: valid forms of each row. The design weight is 1 ÷ chance of the place (1 where no chance chose it) × people of the row
 * ÷ sheets, where the plan knows the people of every row with replies; if of none, the chance alone; of some is an error. The weight
 * for those who did not answer is sheets of the row ÷ valid ones.
 */
export function rowFactors(
  group: Group,
  { design, nonResponse }: RespondentWeights,
  rows: readonly QuotaRow[],
  replies: readonly number[],
  at: Where,
): Checked<readonly RowFactors[]> {
  const answering = rows.filter((_, row) => (replies[row] ?? 0) > 0);
  const within = design && answering.some((row) => peopleOf(row) !== null);
  const findings: Finding[] = [];
  if (design) findings.push(...peopleFindings(group, answering, within, at));
  if (nonResponse || within) findings.push(...sizeFindings(group, answering, at));
  if (findings.length > 0) return { ok: false, findings };
  if (nonResponse) findings.push(...silentFindings(group, rows, replies, at));
  const value = rows.map((row, place): RowFactors => {
    const valid = replies[place] ?? 0;
    const size = sizeOf(row) ?? 0;
    const people = within ? (peopleOf(row) ?? 0) : 0;
    return {
      design: design
        ? chance(row)
            .inverse()
            .mul(within && size > 0 ? exact(people, size) : one)
        : null,
      nonResponse: nonResponse ? exact(size, Math.max(1, valid)) : null,
    };
  });
  return { ok: true, value, findings };
}

function chance({ inclusion }: QuotaRow): Exact {
  return inclusion ?? one;
}

/** Sheets given out; what is wanted where they are not known. */
function sizeOf({ size, wanted }: QuotaRow): number | null {
  return size ?? wanted;
}

/** Of a census everybody is asked. Where somebody answered there are not 0 people: such a figure is none. */
function peopleOf(row: QuotaRow): number | null {
  const people = row.population ?? (row.census ? sizeOf(row) : null);
  return people === 0 ? null : people;
}

function peopleFindings(
  group: Group,
  rows: readonly QuotaRow[],
  within: boolean,
  at: Where,
): readonly Finding[] {
  const unknown = rows.filter((row) => peopleOf(row) === null);
  const byChance = rows.some(({ inclusion }) => inclusion !== null);
  if (unknown.length === 0 || (!within && byChance)) return [];
  const args = {
    group: group.name,
    rows: unknown.map(({ name }) => name),
    known: rows.length - unknown.length,
  };
  return [finding('weights/population-unknown', at, args)];
}

function sizeFindings(group: Group, rows: readonly QuotaRow[], at: Where): readonly Finding[] {
  const unknown = rows.filter((row) => (sizeOf(row) ?? 0) === 0);
  if (unknown.length === 0) return [];
  const args = { group: group.name, rows: unknown.map(({ name }) => name) };
  return [finding('weights/size-unknown', at, args)];
}

/** Places from which nothing came: nobody stands for them. A unit that only its own people rate has no score then anyway. */
function silentFindings(
  group: Group,
  rows: readonly QuotaRow[],
  replies: readonly number[],
  at: Where,
): readonly Finding[] {
  if (group.about.kind === 'own' && rows.every(({ target }) => target.kind === 'unit')) return [];
  const silent = rows.filter((row, place) => sizeOf(row) !== 0 && (replies[place] ?? 0) === 0);
  if (silent.length === 0) return [];
  const args = { group: group.name, rows: silent.map(({ name }) => name) };
  return [finding('weights/row-without-replies', at, args)];
}
