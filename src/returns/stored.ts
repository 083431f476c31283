/** The files of a batch: accepted rows as CSV tables that any engine can query, and read back from them. */

import type { PageCell } from '../page.ts';
import { missingKinds, missingOf, noneMissing } from '../stats/missing.ts';
import type { Table, TableRow } from '../table.ts';
import type { CustodyEntry, TallyEntry } from './batch.ts';
import { groupBy } from './group-by.ts';

/** Headings and rows, ready to be written; null is an empty field. */
export interface StoredTable {
  readonly columns: readonly string[];
  readonly rows: readonly PageCell[][];
}

const tallyColumns = ['row', 'form', 'group', 'unit', 'place', 'question', 'option', 'count'];
const custodyColumns = [
  'row',
  'form',
  'group',
  'unit',
  'place',
  'issued',
  'returned',
  'valid',
  'void',
];

/** Among the options of a multiple choice: forms that chose at least one. No option code has brackets. */
const answeredMark = '(answered)';

/** Before the reason, in the heading of a column of void forms. */
const voidHeading = 'void: ';

export function storeTallies(tallies: readonly TallyEntry[]): StoredTable {
  const hasPart = tallies.some(({ part }) => part !== null);
  const rows = tallies.flatMap((entry) => {
    const { row, form, group, unit, place, part, question, counts, answered, missing } = entry;
    const chosen = answered === null ? [] : [[answeredMark, answered] as const];
    const without = missingKinds
      .filter((kind) => kind === 'blank' || missing[kind] > 0)
      .map((kind) => [`(${kind})`, missing[kind]] as const);
    return [...Object.entries(counts), ...chosen, ...without].map(
      ([option, number]): PageCell[] => [
        ...[row, form, group, unit, place, question, option, number],
        ...(hasPart ? [part] : []),
      ],
    );
  });
  return { columns: [...tallyColumns, ...(hasPart ? ['part'] : [])], rows };
}

/** Null: the table is not what `storeTallies` writes. */
export function restoreTallies(table: Table): readonly TallyEntry[] | null {
  if (!startsWith(table, tallyColumns)) return null;
  const lines = all(table, (row) => {
    const [at, form, group, unit, place, question, option, number, part] = texts(row);
    const numbers = { row: count(at ?? null), count: count(number ?? null) };
    if (numbers.row === null || numbers.count === null) return null;
    if (!form || !group || !unit || !question || !option) return null;
    const about = { form, group, unit, place: place ?? null, part: part ?? null, question };
    return { ...about, row: numbers.row, option, count: numbers.count };
  });
  const same = groupBy(lines ?? [], ({ form, group, unit, place, part, question }) =>
    [form, group, unit, place ?? '', part ?? '', question].join('\n'),
  );
  const entries = [...same.values()].flatMap((options): TallyEntry[] => {
    const [first] = options;
    if (first === undefined) return [];
    const { option: _, count: __, ...about } = first;
    const answered = options.find(({ option }) => option === answeredMark)?.count ?? null;
    const given = options.filter(({ option }) => !option.startsWith('('));
    const counts = Object.fromEntries(given.map((one) => [one.option, one.count]));
    const without = options.flatMap(({ option, count }) => {
      const kind = missingOf(option);
      return kind === null ? [] : [[kind, count] as const];
    });
    const missing = { ...noneMissing, ...Object.fromEntries(without) };
    return [{ ...about, counts, answered, missing }];
  });
  return lines === null ? null : entries;
}

export function storeCustody(custody: readonly CustodyEntry[]): StoredTable {
  const hasPart = custody.some(({ part }) => part !== null);
  const reasons = [...new Set(custody.flatMap(({ voids }) => voids.map(({ reason }) => reason)))];
  const rows = custody.map((entry): PageCell[] => {
    const { row, form, group, unit, place, issued, returned, valid, part, voids } = entry;
    const counts = new Map(voids.map(({ reason, count: number }) => [reason, number]));
    return [
      ...[row, form, group, unit, place, issued, returned, valid, entry.void],
      ...(hasPart ? [part] : []),
      ...reasons.map((reason) => counts.get(reason) ?? null),
    ];
  });
  const more = [...(hasPart ? ['part'] : []), ...reasons.map((reason) => voidHeading + reason)];
  return { columns: [...custodyColumns, ...more], rows };
}

/** Null: the table is not what `storeCustody` writes. */
export function restoreCustody(table: Table): readonly CustodyEntry[] | null {
  if (!startsWith(table, custodyColumns)) return null;
  const partAt = table.columns.indexOf('part');
  const byReason = table.columns.flatMap((heading, column) =>
    heading.startsWith(voidHeading) ? [{ column, reason: heading.slice(voidHeading.length) }] : [],
  );
  return all(table, (row): CustodyEntry | null => {
    const [at, form, group, unit, place, ...figures] = texts(row);
    const [issued, returned, valid, notValid] = figures.slice(0, 4).map(count);
    const part = partAt < 0 ? null : textAt(row, partAt);
    const voids = byReason.flatMap(({ column, reason }) => {
      const number = count(textAt(row, column));
      return number === null ? [] : [{ reason, count: number }];
    });
    const number = count(at ?? null);
    const known = number !== null && returned != null && valid != null && notValid != null;
    if (!known || !form || !group) return null;
    const target = { form, group, unit: unit ?? null, place: place ?? null };
    const counts = { issued: issued ?? null, returned, valid, void: notValid, voids };
    return { ...target, ...counts, part, row: number };
  });
}

function startsWith(table: Table, columns: readonly string[]): boolean {
  return columns.every((column, at) => table.columns[at] === column);
}

/** Null as soon as one row cannot be read. */
function all<T>(table: Table, read: (row: TableRow) => T | null): readonly T[] | null {
  const values: T[] = [];
  for (const row of table.rows) {
    const value = row.faults.length > 0 ? null : read(row);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

function texts(row: TableRow): readonly (string | null)[] {
  return row.cells.map((_, at) => textAt(row, at));
}

function textAt(row: TableRow, at: number): string | null {
  const text = row.cells[at] ?? '';
  return text === '' ? null : text;
}

function count(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
