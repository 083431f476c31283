/** The counts of one line of a paper tally. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import { type MissingKind, missingKinds } from '../stats/missing.ts';
import { type DecimalMark, readNumber } from '../table/number-text.ts';
import { markIn, type TableRow, whereIn } from '../table.ts';
import { optionList, optionName, optionNamed } from './answers.ts';
import type { KnownQuestion } from './known.ts';
import { cellOf, fieldHeading, fieldText, type Reading } from './reading.ts';
import { missingFields, missingHeading, missingName, missingWord } from './tally-headings.ts';

/** `blank`: nothing stands there; `bad`: something stands there that is no count, and is reported. */
export type Count = number | 'blank' | 'bad';

export interface Counted {
  /** Option code → count; one option on a line of a long tally. */
  readonly counts: ReadonlyMap<string, Count>;
  /** Forms without an answer to the question, by why, as far as the line speaks of them. */
  readonly missing: ReadonlyMap<MissingKind, Count>;
  /** Forms that answered it; null when the line does not say. */
  readonly answered: Count | null;
  /** The sum that the line itself prints; null when it prints none. */
  readonly total: Count | null;
}

export const nothingCounted: Counted = {
  counts: new Map(),
  missing: new Map(),
  answered: null,
  total: null,
};

/** A count as it is written in the file; null: it is none, or `1.234` may be one or one thousand. */
export function countOf(text: string, mark: DecimalMark | null): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const read = readNumber(text, mark);
  return read.kind === 'number' && /^\d{1,9}$/.test(read.text) ? Number(read.text) : null;
}

/** What is no whole number of forms, or may be read in two ways, is reported and never guessed. */
export function readCount(
  reading: Reading,
  row: TableRow,
  column: number,
  reasons: Finding[],
): Count {
  if (row.faults.some((fault) => fault.column === column)) return 'bad';
  const text = cellOf(row, column);
  if (text === '') return 'blank';
  const count = countOf(text, markIn(row, column, reading.asked.decimal));
  if (count !== null) return count;
  const at = whereIn(reading.table, row, reading.table.columns[column] ?? null);
  reasons.push(finding('returns/not-a-count', at, { text }));
  return 'bad';
}

/** What one line says about its question; every cell that is no plain count is reported. */
export function readCounts(
  reading: Reading,
  row: TableRow,
  question: KnownQuestion,
  reasons: Finding[],
): Counted {
  const { fields } = reading.columns;
  const column = fields.get('count')?.[0];
  return fields.has('option') && column !== undefined
    ? optionCount(reading, row, column, question, reasons)
    : wideCounts(reading, row, question, reasons);
}

function wideCounts(
  reading: Reading,
  row: TableRow,
  { question, scale }: KnownQuestion,
  reasons: Finding[],
): Counted {
  const mine = reading.columns.options.get(question.scale ?? '') ?? new Map<string, number>();
  const counts = new Map<string, Count>();
  for (const { code, label } of scale?.scale.options ?? []) {
    const column = mine.get(code);
    const count = column === undefined ? 'blank' : readCount(reading, row, column, reasons);
    counts.set(code, count);
    if (count === 'blank') {
      reasons.push(missingCount(reading, row, question.id, optionName({ code, label }), column));
    }
  }
  reportStray(reading, row, question.id, new Set(mine.values()), reasons);
  const { fields } = reading.columns;
  const only = (field: 'answered' | 'total'): Count | null => {
    const column = fields.get(field)?.[0];
    const count = column === undefined ? 'blank' : readCount(reading, row, column, reasons);
    return count === 'blank' ? null : count;
  };
  const missing = new Map<MissingKind, Count>();
  for (const kind of missingKinds) {
    const column = fields.get(missingFields[kind])?.[0];
    if (column === undefined) continue;
    const count = readCount(reading, row, column, reasons);
    missing.set(kind, count);
    if (count === 'blank') {
      reasons.push(missingCount(reading, row, question.id, missingName(kind), column));
    }
  }
  return { counts, missing, answered: only('answered'), total: only('total') };
}

/** A figure under an option of another scale stands in the wrong column. */
function reportStray(
  reading: Reading,
  row: TableRow,
  question: string,
  own: ReadonlySet<number>,
  reasons: Finding[],
): void {
  const all = [...reading.columns.options.values()].flatMap((map) => [...map.values()]);
  for (const column of new Set(all)) {
    if (own.has(column) || cellOf(row, column) === '') continue;
    const option = reading.table.columns[column] ?? '';
    const at = whereIn(reading.table, row, option);
    reasons.push(finding('returns/not-on-scale', at, { question, option }));
  }
}

function missingCount(
  reading: Reading,
  row: TableRow,
  question: string,
  option: string,
  column: number | undefined,
): Finding {
  const heading = column === undefined ? null : (reading.table.columns[column] ?? null);
  return finding('returns/count-missing', whereIn(reading.table, row, heading), {
    question,
    options: [option],
  });
}

/** The count in `column` of the option that the row names, of a long tally or of one question of a crossed one. */
export function optionCount(
  reading: Reading,
  row: TableRow,
  column: number,
  { question, scale }: KnownQuestion,
  reasons: Finding[],
): Counted {
  const text = fieldText(reading, row, 'option');
  const code = scale === null ? null : optionNamed(scale, text);
  const kind = code === null ? missingWord(reading.known, text) : null;
  const isCrossed = !reading.columns.fields.has('count');
  // In a crossed tally an option of another question's scale is blank, or stands in the wrong column.
  const isOther = isCrossed && code === null && kind === null && isOfAnother(reading, text);
  if (isOther && cellOf(row, column) === '') return nothingCounted;
  const count = readCount(reading, row, column, reasons);
  if (count === 'blank') {
    const option = scale?.scale.options.find((one) => one.code === code);
    const name = kind !== null ? missingName(kind) : option ? optionName(option) : text;
    reasons.push(missingCount(reading, row, question.id, name, column));
  }
  if (kind !== null) return { ...nothingCounted, missing: new Map([[kind, count]]) };
  if (code !== null) return { ...nothingCounted, counts: new Map([[code, count]]) };
  reasons.push(unknownOption(reading, row, { question, scale }, text, isOther));
  return nothingCounted;
}

function isOfAnother({ known }: Reading, text: string): boolean {
  return [...known.questions.values()].some(
    ({ scale }) => scale !== null && optionNamed(scale, text) !== null,
  );
}

function unknownOption(
  reading: Reading,
  row: TableRow,
  { question, scale }: Pick<KnownQuestion, 'question' | 'scale'>,
  text: string,
  isOther: boolean,
): Finding {
  const at = whereIn(reading.table, row, fieldHeading(reading, 'option'));
  if (isOther) return finding('returns/not-on-scale', at, { question: question.id, option: text });
  const options = scale === null ? [] : optionList(scale.scale);
  const labels = scale?.scale.options.map(({ label }) => label) ?? [];
  const near = nearest(text, [...labels, ...missingKinds.map(missingHeading)]);
  const args = { question: question.id, option: text, options, near };
  return finding('returns/unknown-tally-option', at, args);
}
