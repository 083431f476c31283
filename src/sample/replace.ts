/** Who or what comes next when somebody in the sample cannot be reached, and the log of it. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import type { Select } from '../plan/plan.ts';
import type { DrawnPerson, GroupDraw, RowDraw } from '../sample.ts';

/** One line of `frame/replacements.csv`. */
export interface Replacement {
  /** ISO date. */
  readonly date: string;
  readonly who: string;
  readonly group: string;
  /** Row of the list that could not be reached. */
  readonly row: number;
  readonly next: Way;
  /** Row of the substitute; null where the same person is asked in another way. */
  readonly by: number | null;
  readonly why: string;
  /** Id of the draw that it belongs to: rows of another draw mean other people. */
  readonly draw: string;
}

export type Way = Select['replace'][number];

export const replacementColumns = [
  'date',
  'who',
  'group',
  'row',
  'next',
  'by_row',
  'why',
  'draw',
] as const;

export function replacementCells(one: Replacement): (string | number | null)[] {
  const { date, who, group, row, next, by, why, draw } = one;
  return [date, who, group, row, next, by, why, draw];
}

export interface Next {
  readonly next: Way;
  readonly by: DrawnPerson | null;
  readonly row: RowDraw;
}

/**
 * What is done next: the first way of `select.replace` that was not tried for this row, or `mode`; a substitute is the next of
 * the reserve of the same unit and stratum. `log`: of this draw.
 */
export function nextFor(
  drawn: GroupDraw,
  log: readonly Replacement[],
  asked: { readonly row: number; readonly mode: Way | null },
  at: Where,
): Checked<Next> {
  const { group } = drawn;
  const name = group.people;
  const own = log.filter((one) => one.group === name);
  const refuse = (found: Finding): Checked<Next> => ({ ok: false, findings: [found] });
  const there = personIn(drawn, asked.row);
  const isActive =
    there !== null && (there.person.role !== 'reserve' || own.some(({ by }) => by === asked.row));
  if (there === null || !isActive) {
    return refuse(finding('sample/not-drawn', at, { group: name, row: asked.row }));
  }
  const before = own.find((one) => one.row === asked.row && one.by !== null);
  if (before !== undefined) {
    const args = { group: name, row: asked.row, by: before.by ?? 0, date: before.date };
    return refuse(finding('sample/already-replaced', at, args));
  }
  const tried = new Set(own.filter(({ row }) => row === asked.row).map(({ next }) => next));
  const ways = group.select.replace;
  const left = ways.filter((way) => !tried.has(way));
  const way = asked.mode ?? left[0];
  if (way === undefined) {
    return refuse(finding('sample/no-way-left', at, { group: name, row: asked.row, ways }));
  }
  if (!left.includes(way)) {
    return refuse(finding('sample/mode-not-planned', at, { group: name, mode: way, ways: left }));
  }
  const { row } = there;
  if (way !== 'person') return { ok: true, value: { next: way, by: null, row }, findings: [] };
  const used = new Set(own.map(({ by }) => by));
  const by = row.people.find(
    ({ role, part, person }) =>
      role === 'reserve' && part === there.person.part && !used.has(person.row),
  );
  if (by === undefined) {
    return refuse(finding('sample/reserves-used-up', at, { group: name, target: row.row.name }));
  }
  return { ok: true, value: { next: way, by, row }, findings: [] };
}

function personIn(
  { rows }: GroupDraw,
  wanted: number,
): { readonly row: RowDraw; readonly person: DrawnPerson } | null {
  for (const row of rows) {
    const person = row.people.find((one) => one.person.row === wanted);
    if (person !== undefined) return { row, person };
  }
  return null;
}

/** Whoever is to be asked now: the drawn and the substitutes, without those replaced. */
export function peopleAsked(
  { group, rows }: GroupDraw,
  log: readonly Replacement[],
): readonly DrawnPerson[] {
  const own = log.filter((one) => one.group === group.people);
  const out = new Set(own.filter(({ by }) => by !== null).map(({ row }) => row));
  const substitutes = new Set(own.map(({ by }) => by));
  return rows.flatMap(({ people }) =>
    people.filter(({ role, person }) => {
      const isIn = role !== 'reserve' || substitutes.has(person.row);
      return isIn && !out.has(person.row);
    }),
  );
}
