/** Rows of sums in a paper tally (“Tổng cộng”, “Cộng”): checked against the lines they sum, never taken as a unit. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { isWhole, markIn, type TableRow, whereIn } from '../table.ts';
import { custodyTarget } from './custody.ts';
import type { Field } from './fields.ts';
import type { NamedThing } from './known.ts';
import { cellOf, fieldText, type Reading } from './reading.ts';
import { countOf, readCount } from './tally-counts.ts';
import { missingWord } from './tally-headings.ts';
import type { TallyLine } from './tally-lines.ts';
import { isPlainTotal, isTotalWord } from './totals-words.ts';

export interface TotalsRow {
  readonly row: TableRow;
  readonly reasons: Finding[];
}

/** The rows of a tally that count forms, and those that sum them. */
export function splitTotals(
  reading: Reading,
  rows: readonly TableRow[],
): {
  readonly rows: readonly TableRow[];
  readonly totals: readonly TotalsRow[];
} {
  const isSum = (row: TableRow): boolean => isWhole(row) && isTotals(reading, row);
  return {
    rows: rows.filter((row) => !isSum(row)),
    totals: rows.filter(isSum).map((row) => ({ row, reasons: [] })),
  };
}

const naming: readonly Field[] = ['unit', 'place', 'group', 'form', 'question', 'option', 'unused'];

function isTotals({ columns, known }: Reading, row: TableRow): boolean {
  return naming.some((field) =>
    (columns.fields.get(field) ?? []).some((column) => {
      const text = cellOf(row, column);
      if (!isTotalWord(text)) return false;
      // A commune may be called Cộng Hòa.
      return isPlainTotal(text) || known.find.unit(text).kind === 'none';
    }),
  );
}

/** Lines that a wrong sum covers, with the rows of such sums; each wrong figure is reported on its own row. */
export function checkTotals(
  reading: Reading,
  lines: readonly TallyLine[],
  totals: readonly TotalsRow[],
): ReadonlyMap<TallyLine, readonly number[]> {
  const covered = new Map<TallyLine, number[]>();
  let before = 0;
  for (const total of totals) {
    const { row, reasons } = total;
    const stretches = stretchesOf(reading, row, lines, before);
    for (const column of countColumns(reading)) checkFigure(reading, total, column, stretches);
    before = row.row;
    if (reasons.length === 0) continue;
    for (const line of stretches[0] ?? []) {
      covered.set(line, [...(covered.get(line) ?? []), row.row]);
    }
  }
  return covered;
}

/** The lines that a row of sums may speak of: all above it, or those below the sums before it; all lines where none stand above. */
function stretchesOf(
  reading: Reading,
  row: TableRow,
  lines: readonly TallyLine[],
  before: number,
): readonly (readonly TallyLine[])[] {
  const named = lines.filter((line) => isNamedBy(reading, row, line));
  const above = named.filter((line) => line.row.row < row.row);
  const since = above.filter((line) => line.row.row > before);
  if (above.length === 0) return [ofRows(named)];
  const isAll = since.length === 0 || since.length === above.length;
  return isAll ? [ofRows(above)] : [ofRows(since), ofRows(above)];
}

/** One line of each row: in a crossed tally a row has several. */
function ofRows(lines: readonly TallyLine[]): readonly TallyLine[] {
  return lines.filter((line, at) => line.row !== lines[at - 1]?.row);
}

/** Whether the names that stand in the row of sums beside its “Cộng” leave the line in. */
function isNamedBy(reading: Reading, row: TableRow, line: TallyLine): boolean {
  const ofLine: Readonly<Record<NamedThing, string | null>> = {
    unit: line.unit,
    place: line.place,
    group: line.group?.group.id ?? null,
    form: line.group?.form.id ?? null,
  };
  const fits = (thing: NamedThing): boolean => {
    const text = fieldText(reading, row, thing);
    if (text === '' || isTotalWord(text)) return true;
    const found = reading.known.find[thing](text);
    return found.kind !== 'one' || ofLine[thing] === null || found.id === ofLine[thing];
  };
  return (
    (['unit', 'place', 'group', 'form'] as const).every(fits) && isOnQuestion(reading, row, line)
  );
}

function isOnQuestion(reading: Reading, row: TableRow, line: TallyLine): boolean {
  const asked = fieldText(reading, row, 'question');
  if (asked === '' || isTotalWord(asked)) return true;
  return fieldText(reading, line.row, 'question') === asked;
}

const figureFields: readonly Field[] = [
  ...(['count', 'blank', 'two_marks', 'dont_know', 'not_asked', 'answered', 'total'] as const),
  ...(['issued', 'returned', 'valid', 'void', 'void_by'] as const),
];

const custodyOnly: readonly Field[] = ['issued', 'returned', 'valid', 'void', 'void_by'];

function countColumns({ columns }: Reading): readonly number[] {
  const options = [...columns.options.values()].flatMap((map) => [...map.values()]);
  const fields = figureFields.flatMap((field) => columns.fields.get(field) ?? []);
  const questions = columns.questions.map(({ column }) => column);
  return [...new Set([...options, ...fields, ...questions])];
}

function checkFigure(
  reading: Reading,
  { row, reasons }: TotalsRow,
  column: number,
  stretches: readonly (readonly TallyLine[])[],
): void {
  const stated = readCount(reading, row, column, reasons);
  if (typeof stated !== 'number') return;
  const isCustody = custodyOnly.some((field) =>
    reading.columns.fields.get(field)?.includes(column),
  );
  const sums = stretches.flatMap((lines) => sumsOf(reading, lines, column, isCustody));
  // A cell that cannot be read says so itself.
  if (sums.includes('bad') || sums.includes(stated)) return;
  const heading = reading.table.columns[column] ?? null;
  const args = { stated, sum: Number(sums[0] ?? 0) };
  reasons.push(finding('returns/wrong-total', whereIn(reading.table, row, heading), args));
}

/** What the column adds up to: forms stated once a unit or on each of its lines, options with or without the blank ones. */
function sumsOf(
  reading: Reading,
  lines: readonly TallyLine[],
  column: number,
  isCustody: boolean,
): readonly (number | 'bad')[] {
  let all = 0;
  let answered = 0;
  const once = new Map<string, number>();
  for (const line of lines) {
    const text = cellOf(line.row, column);
    const count = text === '' ? 0 : countOf(text, markIn(line.row, column, reading.asked.decimal));
    if (count === null) return ['bad'];
    all += count;
    if (isCustody) {
      if (text !== '') once.set(custodyKeyOf(line), count);
    } else if (missingWord(reading.known, fieldText(reading, line.row, 'option')) === null) {
      answered += count;
    }
  }
  const perUnit = [...once.values()].reduce((sum, count) => sum + count, 0);
  return isCustody ? [perUnit, all] : [all, answered];
}

function custodyKeyOf({ group, unit, place, part, row }: TallyLine): string {
  if (group === null || unit === null) return `row ${row.row}`;
  return custodyTarget(group, unit, place, part).key;
}
