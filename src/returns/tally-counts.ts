/** The counts of one line of a paper tally. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import { type TableRow, whereIn } from '../table.ts';
import { optionList, optionName, optionNamed } from './answers.ts';
import { isBlankWord } from './fields.ts';
import type { KnownQuestion } from './known.ts';
import { cellOf, fieldHeading, fieldText, type Reading } from './reading.ts';

/** `blank`: nothing stands there; `bad`: something stands there that is no count, and is reported. */
export type Count = number | 'blank' | 'bad';

export interface Counted {
  /** Option code → count; one option on a line of a long tally. */
  readonly counts: ReadonlyMap<string, Count>;
  /** Forms that left the question blank; null when the line does not speak of them. */
  readonly blank: Count | null;
}

/** A count is written in digits alone: `1.234` may be one or one thousand, so it is asked, not taken. */
export function readCount(
  reading: Reading,
  row: TableRow,
  column: number,
  reasons: Finding[],
): Count {
  if (row.faults.some((fault) => fault.column === column)) return 'bad';
  const text = cellOf(row, column);
  if (text === '') return 'blank';
  if (/^\d{1,9}$/.test(text)) return Number(text);
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
  const isLong = reading.columns.fields.has('option') && reading.columns.fields.has('count');
  return isLong
    ? longCounts(reading, row, question, reasons)
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
      reasons.push(missing(reading, row, question.id, optionName({ code, label }), column));
    }
  }
  const columns = new Set(mine.values());
  const others = [...reading.columns.options.values()].flatMap((map) => [...map.values()]);
  for (const column of new Set(others)) {
    if (columns.has(column) || cellOf(row, column) === '') continue;
    const heading = reading.table.columns[column] ?? '';
    const at = whereIn(reading.table, row, heading);
    reasons.push(finding('returns/not-on-scale', at, { question: question.id, option: heading }));
  }
  const blankColumn = reading.columns.fields.get('blank')?.[0];
  if (blankColumn === undefined) return { counts, blank: null };
  const blank = readCount(reading, row, blankColumn, reasons);
  if (blank === 'blank') reasons.push(missing(reading, row, question.id, 'blank', blankColumn));
  return { counts, blank };
}

function missing(
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

function longCounts(
  reading: Reading,
  row: TableRow,
  { question, scale }: KnownQuestion,
  reasons: Finding[],
): Counted {
  const column = reading.columns.fields.get('count')?.[0] ?? -1;
  const count = readCount(reading, row, column, reasons);
  const text = fieldText(reading, row, 'option');
  const code = scale === null ? null : optionNamed(scale, text);
  const isBlank = code === null && isBlankWord(text);
  if (count === 'blank') {
    const option = scale?.scale.options.find((one) => one.code === code);
    const name = isBlank ? 'blank' : option === undefined ? text : optionName(option);
    reasons.push(missing(reading, row, question.id, name, column));
  }
  if (isBlank) return { counts: new Map(), blank: count };
  if (code !== null) return { counts: new Map([[code, count]]), blank: null };
  const at = whereIn(reading.table, row, fieldHeading(reading, 'option'));
  const options = scale === null ? [] : optionList(scale.scale);
  const labels = scale?.scale.options.map(({ label }) => label) ?? [];
  const near = nearest(text, [...labels, 'Bỏ trống']);
  const args = { question: question.id, option: text, options, near };
  reasons.push(finding('returns/unknown-tally-option', at, args));
  return { counts: new Map(), blank: null };
}
