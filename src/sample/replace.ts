/** Who or what comes next when somebody in the sample cannot be reached, and the log of it. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import { type Way, ways } from '../plan/sampling.ts';
import type { DrawnPerson, GroupDraw, RowDraw } from '../sample.ts';
import { type Table, type TableRow, whereIn } from '../table.ts';

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

/** The log as people may have edited it. Each cell that means nothing is a finding; so are, in lines of `draw`, rows that it has not. */
export function replacementsIn(
  table: Table,
  groups: readonly GroupDraw[],
  draw: string,
): Checked<readonly Replacement[]> {
  const rowsOf = new Map(
    groups.map(({ group, rows }) => {
      const numbers = rows.flatMap(({ people }) => people.map(({ person }) => person.row));
      return [group.people, new Set(numbers)] as const;
    }),
  );
  const findings: Finding[] = [];
  const log = table.rows.flatMap((row): readonly Replacement[] => {
    const line = lineIn(table, row, findings);
    if (line === null) return [];
    if (line.draw === draw) findings.push(...strangeRows(line, table, row, rowsOf));
    return [line];
  });
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: log, findings };
}

type LogColumn = (typeof replacementColumns)[number];

function lineIn(table: Table, row: TableRow, findings: Finding[]): Replacement | null {
  const before = findings.length;
  const cell = (column: LogColumn): string => row.cells[table.columns.indexOf(column)] ?? '';
  const at = (column: LogColumn): Where => whereIn(table, row, column);
  for (const key of ['group', 'row', 'next', 'draw'] as const) {
    if (cell(key) === '') findings.push(finding('plan/empty-value', at(key), { key }));
  }
  const number = (column: 'row' | 'by_row'): number | null => {
    const text = cell(column);
    if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
    if (text !== '') findings.push(finding('sample/log-row', at(column), { text }));
    return null;
  };
  const [out, by] = [number('row'), number('by_row')];
  const next = ways.find((way) => way === cell('next')) ?? null;
  if (next === null && cell('next') !== '') {
    const args = { text: cell('next'), ways: ways, near: nearest(cell('next'), ways) };
    findings.push(finding('sample/log-way', at('next'), args));
  }
  if (next !== null && (next === 'person') !== (cell('by_row') !== '')) {
    findings.push(finding('sample/log-substitute', at('by_row'), { next }));
  }
  if (findings.length > before || out === null || next === null) return null;
  const texts = { date: cell('date'), who: cell('who'), group: cell('group'), why: cell('why') };
  return { ...texts, row: out, next, by, draw: cell('draw') };
}

/** A group or rows that the draw has not: the line would be passed over. */
function strangeRows(
  { group, row: out, by }: Replacement,
  table: Table,
  row: TableRow,
  rowsOf: ReadonlyMap<string, ReadonlySet<number>>,
): readonly Finding[] {
  const numbers = rowsOf.get(group);
  if (numbers === undefined) {
    const args = { group, near: nearest(group, [...rowsOf.keys()]) };
    return [finding('sample/unknown-group', whereIn(table, row, 'group'), args)];
  }
  return (
    [
      ['row', out],
      ['by_row', by],
    ] as const
  ).flatMap(([column, number]) => {
    if (number === null || numbers.has(number)) return [];
    return [finding('sample/not-drawn', whereIn(table, row, column), { group, row: number })];
  });
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
  const planned = group.select.replace;
  const left = planned.filter((way) => !tried.has(way));
  const way = asked.mode ?? left[0];
  if (way === undefined) {
    return refuse(
      finding('sample/no-way-left', at, { group: name, row: asked.row, ways: planned }),
    );
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
    // The reserve is held by stratum.
    const target = [row.row.name, there.person.part].filter((text) => text !== '').join(', ');
    return refuse(finding('sample/reserves-used-up', at, { group: name, target }));
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
