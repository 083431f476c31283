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

/** A page that goes on paper, with what only the printed sheet shows: CSV, JSON and terminal leave it out. */
export interface PrintedPage extends Page {
  readonly print: PagePrint;
}

export interface PagePrint {
  /** At the head of every sheet of paper: the warning on a rehearsal; null for none. */
  readonly mark: string | null;
  /** Above the titles; null for none. */
  readonly head: OfficialHead | null;
  /** Under the notes, from the left; empty for none. */
  readonly signers: readonly Signer[];
}

/** The head of an official document: who issues it, and the name of the state with place and date. */
export interface OfficialHead {
  readonly left: readonly HeadLine[];
  readonly right: readonly HeadLine[];
}

export interface HeadLine {
  readonly text: string;
  /** `rule`: a short line under the text above it. */
  readonly style: 'plain' | 'bold' | 'italic' | 'rule';
}

export interface Signer {
  /** Capacity and title, or the role. */
  readonly titles: readonly string[];
  /** What is to be done there: “(Ký, ghi rõ họ tên)”; null for nothing. */
  readonly note: string | null;
  /** Under the room for the signature. */
  readonly name: string | null;
}

/** A sheet with nothing but its table. */
export const plainPrint: PagePrint = { mark: null, head: null, signers: [] };

export interface PageColumn {
  /** Machine name: CSV and JSON heading, `[a-z0-9_]`. */
  readonly key: string;
  /** What people read. */
  readonly heading: string;
  /** Heading above several columns; equal neighbours are merged; null for none. */
  readonly over: string | null;
  /** `mark`: a cell of a chart, filled in Excel; its values are `Mark`s. */
  readonly kind: 'text' | 'count' | 'number' | 'date' | 'mark';
  /** Digits after the decimal mark; used by `number` only. */
  readonly decimals: number;
  /** Characters; up to 7 makes a narrow column, whose cells are centred (STT, rank). */
  readonly width: number;
  /** A bar inside the cell, in proportion to the value. */
  readonly bar: boolean;
}

/** Whole values with nothing above the heading and no bar, unless `more` says so. */
export function column(
  key: string,
  heading: string,
  kind: PageColumn['kind'],
  width: number,
  more: Partial<Pick<PageColumn, 'over' | 'decimals' | 'bar'>> = {},
): PageColumn {
  return { key, heading, over: null, kind, decimals: 0, width, bar: false, ...more };
}

/** The same table with only some of its columns. */
export function withColumns<T extends Pick<Page, 'columns' | 'rows'>>(
  table: T,
  isKept: (column: PageColumn, at: number) => boolean,
): T {
  const kept = table.columns.flatMap((one, at) => (isKept(one, at) ? [at] : []));
  const rows = table.rows.map((row): PageRow => {
    const { choices: _choices, ...plain } = row;
    const cells = kept.map((at) => row.cells[at] ?? null);
    if (row.shaded === undefined) return { ...plain, cells };
    const shaded = kept.flatMap((at, to) => (row.shaded?.includes(at) ? [to] : []));
    return { ...plain, cells, shaded };
  });
  return { ...table, columns: table.columns.filter(isKept), rows };
}

/** Of a chart over time: work, work over days off, days off, the deadline. */
export type Mark = 'bar' | 'bar-off' | 'off' | 'due';

export interface PageRow {
  readonly style: 'group' | 'row' | 'total' | 'mean';
  readonly cells: readonly PageCell[];
  /** Columns (by index) where nothing belongs: blank and grey in Excel. */
  readonly shaded?: readonly number[];
  /** Cells to be filled in, by column: what Excel offers there. Codes without commas. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
}

/**
 * `count` cells hold whole numbers, `number` cells decimal text already rounded by the plan's rule
 * (`78.33`), `date` cells ISO dates; null is missing and is shown as a blank, never as 0. Any other text
 * in such a cell is shown as it stands: a roman numeral in an STT column of kind `count`. A line feed in
 * a text is a break: a new line in Excel, ` – ` on the terminal.
 */
export type PageCell = string | number | null;
