/**
 * A table as it will be shown: headings, typed cells, sub-totals. One value feeds CSV, JSON, Excel and
 * the terminal, so the same figure is the same in every output.
 */
export interface Page {
  /** Sheet name and file name stem; short. */
  readonly name: string;
  /** Title lines above the table, first one largest. */
  readonly title: readonly string[];
  readonly columns: readonly PageColumn[];
  readonly rows: readonly PageRow[];
  /** Lines under the table. */
  readonly notes: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
}

export interface PageColumn {
  /** Machine name: CSV and JSON heading, `[a-z0-9_]`. */
  readonly key: string;
  /** What people read. */
  readonly heading: string;
  /** Heading above several columns; equal neighbours are merged; null for none. */
  readonly over: string | null;
  readonly kind: 'text' | 'count' | 'number' | 'date';
  /** Digits after the decimal mark; used by `number` only. */
  readonly decimals: number;
  /** Characters; up to 7 makes a narrow column, whose cells are centred (STT, rank). */
  readonly width: number;
  /** A bar inside the cell, in proportion to the value. */
  readonly bar: boolean;
}

export interface PageRow {
  readonly style: 'group' | 'row' | 'total' | 'mean';
  readonly cells: readonly PageCell[];
}

/**
 * `count` cells hold whole numbers, `number` cells decimal text already rounded by the plan's rule
 * (`78.33`), `date` cells ISO dates; null is missing and is shown as a blank, never as 0. Any other text
 * in such a cell is shown as it stands: a roman numeral in an STT column of kind `count`.
 */
export type PageCell = string | number | null;
