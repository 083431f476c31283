/** The files of a batch: accepted rows as CSV tables that any engine can query, and read back from them. */

import type { PageCell } from '../page.ts';
import type { FormId, QuestionId } from '../plan/plan.ts';
import { answerTo } from '../stats/answers.ts';
import { missingKinds, missingOf, noneMissing } from '../stats/missing.ts';
import type { Table, TableRow } from '../table.ts';
import type { CustodyEntry, Rating, TallyEntry } from './batch.ts';
import { groupBy } from './group-by.ts';

/** Headings and rows, ready to be written; null is an empty field. */
export interface StoredTable {
  readonly columns: readonly string[];
  readonly rows: readonly PageCell[][];
}

const ratingColumns = ['row', 'serial', 'form', 'group', 'unit', 'from_unit', 'from_place', 'void'];

/** Stand behind them where the file says something of the kind, in this order. */
const morePerRating: readonly (readonly [string, (rating: Rating) => string | null])[] = [
  ['reply', ({ reply }) => reply],
  ['at', ({ at }) => at],
  ['collector', ({ collector }) => collector],
  ['keyed_by', ({ keyedBy }) => keyedBy],
];
const ownColumns = [...ratingColumns, ...morePerRating.map(([heading]) => heading)];

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

/** One table per form: its ratings in file order, one column per question. */
export function storeRatings(ratings: readonly Rating[]): ReadonlyMap<FormId, StoredTable> {
  const tables = new Map<FormId, StoredTable>();
  for (const [form, same] of groupBy(ratings, (rating) => rating.form)) {
    const questions = [...new Set(same.flatMap((rating) => rating.questions))];
    const more = morePerRating.filter(([, read]) => same.some((rating) => read(rating) !== null));
    const rows = same.map((rating): PageCell[] => [
      ...ratingCells(rating),
      ...more.map(([, read]) => read(rating)),
      ...questions.map((id) => answerTo(rating, id)),
    ]);
    tables.set(form, {
      columns: [
        ...ratingColumns,
        ...more.map(([heading]) => heading),
        ...questions.map(questionHeading),
      ],
      rows,
    });
  }
  return tables;
}

function ratingCells(rating: Rating): PageCell[] {
  const { row, serial, form, group, unit, from, voidReason } = rating;
  return [row, serial, form, group, unit, from.unit, from.place, voidReason];
}

/** A question may be called `unit` or `Void`; its column then says that it is a question. */
function questionHeading(id: QuestionId): string {
  return ownColumns.includes(id.toLowerCase()) ? `q:${id}` : id;
}

/** Null: the table is not what `storeRatings` writes. */
export function restoreRatings(table: Table): readonly Rating[] | null {
  if (!startsWith(table, ratingColumns)) return null;
  const own = table.columns.findIndex(
    (heading, at) => at >= ratingColumns.length && !ownColumns.includes(heading),
  );
  const lead = own < 0 ? table.columns.length : own;
  const questions = table.columns.slice(lead).map((heading) => heading.replace(/^q:/, ''));
  const more = (row: TableRow, heading: string): string | null => {
    const at = table.columns.indexOf(heading);
    return at < 0 || at >= lead ? null : textAt(row, at);
  };
  return all(table, (row): Rating | null => {
    const [at, serial, form, group, unit, fromUnit, fromPlace, voidReason] = texts(row);
    const number = count(at ?? null);
    if (number === null || !form || !group || !unit) return null;
    const answers = questions.map((_, index) => textAt(row, lead + index));
    const from = { unit: fromUnit ?? null, place: fromPlace ?? null };
    return {
      ...{ serial: serial ?? null, form, group, unit, from, questions, answers },
      voidReason: voidReason ?? null,
      reply: more(row, 'reply'),
      at: more(row, 'at'),
      collector: more(row, 'collector'),
      keyedBy: more(row, 'keyed_by'),
      row: number,
    };
  });
}

export function storeTallies(tallies: readonly TallyEntry[]): StoredTable {
  const rows = tallies.flatMap(({ row, form, group, unit, place, question, counts, missing }) => {
    const without = missingKinds
      .filter((kind) => kind === 'blank' || missing[kind] > 0)
      .map((kind) => [`(${kind})`, missing[kind]] as const);
    return [...Object.entries(counts), ...without].map(([option, number]): PageCell[] => [
      row,
      form,
      group,
      unit,
      place,
      question,
      option,
      number,
    ]);
  });
  return { columns: tallyColumns, rows };
}

/** Null: the table is not what `storeTallies` writes. */
export function restoreTallies(table: Table): readonly TallyEntry[] | null {
  if (!startsWith(table, tallyColumns)) return null;
  const lines = all(table, (row) => {
    const [at, form, group, unit, place, question, option, number] = texts(row);
    const numbers = { row: count(at ?? null), count: count(number ?? null) };
    if (numbers.row === null || numbers.count === null) return null;
    if (!form || !group || !unit || !question || !option) return null;
    const about = { form, group, unit, place: place ?? null, question };
    return { ...about, row: numbers.row, option, count: numbers.count };
  });
  const same = groupBy(lines ?? [], ({ form, group, unit, place, question }) =>
    [form, group, unit, place ?? '', question].join('\n'),
  );
  const entries = [...same.values()].flatMap((options): TallyEntry[] => {
    const [first] = options;
    if (first === undefined) return [];
    const { option: _, count: __, ...about } = first;
    const answered = options.filter(({ option }) => missingOf(option) === null);
    const counts = Object.fromEntries(answered.map((one) => [one.option, one.count]));
    const without = options.flatMap(({ option, count }) => {
      const kind = missingOf(option);
      return kind === null ? [] : [[kind, count] as const];
    });
    return [{ ...about, counts, missing: { ...noneMissing, ...Object.fromEntries(without) } }];
  });
  return lines === null ? null : entries;
}

export function storeCustody(custody: readonly CustodyEntry[]): StoredTable {
  const rows = custody.map((entry): PageCell[] => {
    const { row, form, group, unit, place, issued, returned, valid } = entry;
    return [row, form, group, unit, place, issued, returned, valid, entry.void];
  });
  return { columns: custodyColumns, rows };
}

/** Null: the table is not what `storeCustody` writes. */
export function restoreCustody(table: Table): readonly CustodyEntry[] | null {
  if (!startsWith(table, custodyColumns)) return null;
  return all(table, (row): CustodyEntry | null => {
    const [at, form, group, unit, place, ...figures] = texts(row);
    const [issued, returned, valid, notValid] = figures.map(count);
    const number = count(at ?? null);
    const known = number !== null && returned != null && valid != null && notValid != null;
    if (!known || !form || !group) return null;
    const target = { form, group, unit: unit ?? null, place: place ?? null };
    return { ...target, issued: issued ?? null, returned, valid, void: notValid, row: number };
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
