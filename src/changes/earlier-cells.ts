/** Cells of a published table. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type Exact, exact, parseExact } from '../stats/exact.ts';
import { type DecimalMark, readNumber } from '../table/number-text.ts';
import { markIn, type Table, type TableRow, whereIn } from '../table.ts';
import type { EarlierColumns } from './earlier-columns.ts';

export interface TableContext {
  readonly table: Table;
  readonly columns: EarlierColumns;
  /** Of the criteria that are compared. */
  readonly codes: ReadonlySet<string>;
  readonly mark: DecimalMark | null;
  readonly say: (found: Finding) => void;
}

/** A cell that cannot be trusted is said. */
export function textAt(row: TableRow, at: number, { table, say }: TableContext): string {
  const fault = row.faults.find(({ column }) => column === at);
  if (fault === undefined) return row.cells[at] ?? '';
  const where = whereIn(table, row, table.columns[at] ?? null);
  say(finding('plan/frame-cell', where, { reason: fault.reason }));
  return '';
}

/** What stands where there is nothing to say. */
export function isBlank(text: string): boolean {
  return /^(?:[-–—.]*|n\/?a)$/i.test(text);
}

/** Above this no index is published, so that a mark before three digits must be a decimal one. */
const usualMost = exact(1000);

/** Null where the cell is blank, or says no number (which is a finding). `max`: points far above it are not meant. */
export function numberIn(
  row: TableRow,
  at: number,
  max: Exact | null,
  context: TableContext,
): Exact | null {
  const { table, mark, say } = context;
  const written = textAt(row, at, context);
  const text = written.replace(/\s*%$/, '');
  if (isBlank(text)) return null;
  const where = whereIn(table, row, table.columns[at] ?? null);
  const read = readNumber(text, markIn(row, at, mark));
  if (read.kind === 'number') return parseExact(read.text);
  if (read.kind === 'ambiguous') {
    const whole = parseExact(read.whole);
    const most = max === null ? usualMost : max.mul(2);
    if (whole?.gt(most)) return parseExact(read.decimal);
    const { whole: asWhole, decimal } = read;
    say(finding('changes/ambiguous-number', where, { text: written, whole: asWhole, decimal }));
    return null;
  }
  say(finding('changes/not-a-number', where, { text: written, rank: false }));
  return null;
}
