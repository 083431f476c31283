/**
 * A table as it was read: headings and rows of text, each row knowing where it stood.
 * CSV and Excel both become this and nothing else, so every later check is written once.
 */
import type { Where } from './findings/finding.ts';

export interface TableHead {
  /** File name as the user gave it. */
  readonly file: string;
  /** Sheet name; null for CSV. */
  readonly sheet: string | null;
  /** Headings after NFC, trimming and folding of inner white space, in file order; unique. */
  readonly columns: readonly string[];
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
}

export type FaultReason =
  | 'formula-without-value'
  | 'error-value'
  | 'boolean'
  | 'too-long'
  /** The row has fewer cells than headings: no cell of the row can be trusted to stand in its column. */
  | 'missing-cells'
  /** The row has more cells than headings: as above. */
  | 'extra-cells';

export interface CellFault {
  readonly column: number;
  readonly reason: FaultReason;
}

/** Whether the row has one cell per heading; the cells of a row that has not may be shifted. */
export function isWhole(row: TableRow): boolean {
  return !row.faults.some(
    (fault) => fault.reason === 'missing-cells' || fault.reason === 'extra-cells',
  );
}

/** Where a row, or one of its cells, stands in the user's file. */
export function whereIn(
  table: TableHead,
  row: TableRow | null,
  column: string | null = null,
): Where {
  return { kind: 'cell', file: table.file, sheet: table.sheet, row: row?.row ?? null, column };
}
