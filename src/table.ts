/**
 * A table as it was read: headings and rows of text, each row knowing where it stood.
 * CSV and Excel both become this and nothing else, so every later check is written once.
 */
import type { Where } from './findings/finding.ts';
import type { DecimalMark } from './table/number-text.ts';

export interface TableHead {
  /** File name as the user gave it. */
  readonly file: string;
  /** Sheet name; null for CSV. */
  readonly sheet: string | null;
  /** Headings after NFC, trimming and folding of inner white space, in file order; unique. */
  readonly columns: readonly string[];
  /** Where each of them stands in the file, from 0; left out where it is not known. */
  readonly positions?: readonly number[];
  /** What stands above the headings, row by row, blank cells left out; left out where nothing does. */
  readonly above?: readonly (readonly string[])[];
  /** Heading in the user's file of each of `columns` that was given another one (an export); findings point there. */
  readonly written?: ReadonlyMap<string, string>;
}

export interface Table extends TableHead {
  /** In file order; wholly blank rows are not there. */
  readonly rows: readonly TableRow[];
}

/** Takes a table while it is read, so that a file of a million rows is never held at once. */
export interface TableSink {
  /** The headings, once, before any row. False: no rows are wanted. */
  readonly head: (head: TableHead) => boolean;
  /** The next row in file order. False: no more are wanted. */
  readonly row: (row: TableRow) => boolean;
  /** Awaited between pieces of the file: time to write what was taken, and to tell how far it is. */
  readonly pause: (bytesRead: number) => Promise<void> | null;
}

export interface TableRow {
  /** Row in the file as Excel counts it: the first line is 1, blank lines count. */
  readonly row: number;
  /** One text per column, NFC, trimmed; blank is the empty string. */
  readonly cells: readonly string[];
  /** Columns (by index) whose cell cannot be trusted as text, and why. */
  readonly faults: readonly CellFault[];
  /** Columns whose cell is a number with decimals in the file itself: its text, with a point, means one thing only. */
  readonly exact?: readonly number[];
}

export type FaultReason =
  | 'formula-without-value'
  | 'error-value'
  | 'boolean'
  | 'too-long'
  /** The row has fewer cells than headings: no cell of the row can be trusted to stand in its column. */
  | 'missing-cells'
  /** The row has more cells than headings: as above. */
  | 'extra-cells'
  /** The row comes twice or out of order, or one of its cells does not say where it stands: as above. */
  | 'misplaced-cells'
  /** Blank because it lies in a merged range whose value stands in the first cell only. */
  | 'merged'
  /** Two cells of the file claim this place; the first is shown. */
  | 'twice'
  /** Points at a text that is not in the file. */
  | 'missing-text';

export interface CellFault {
  readonly column: number;
  readonly reason: FaultReason;
  /** How many cells a row with too few or too many has. */
  readonly cells?: number;
  /** The merged range as Excel writes it: `A5:A9`. */
  readonly range?: string;
}

const ofWholeRow: ReadonlySet<FaultReason> = new Set([
  'missing-cells',
  'extra-cells',
  'misplaced-cells',
]);

/** Whether a fault concerns the row and not one cell of it. */
export function isRowFault(fault: CellFault): boolean {
  return ofWholeRow.has(fault.reason);
}

/** Whether every cell stands surely under its heading; the cells of a row where not may be shifted. */
export function isWhole(row: TableRow): boolean {
  return row.faults.length === 0 || !row.faults.some(isRowFault);
}

/** The decimal mark of a cell: of a number in the file the point of its text, of any other what was declared. */
export function markIn(
  { exact }: TableRow,
  column: number,
  declared: DecimalMark | null,
): DecimalMark | null {
  return exact?.includes(column) === true ? 'point' : declared;
}

/** Where a row, or one of its cells, stands in the user's file. */
export function whereIn(
  table: TableHead,
  row: TableRow | null,
  column: string | null = null,
): Where {
  const { file, sheet, written } = table;
  const heading = column === null ? null : (written?.get(column) ?? column);
  return { kind: 'cell', file, sheet, row: row?.row ?? null, column: heading };
}
