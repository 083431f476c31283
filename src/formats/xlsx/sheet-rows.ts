/** Rows and cells of a sheet in the order of the file -> rows of a table; what does not fit is marked, not fatal. */
import type { CellFault } from '../../table.ts';
import type { RawRow } from '../header.ts';
import { type CellContext, cellText, type RawCell } from './cells.ts';
import { type Merge, MergedRanges } from './merges.ts';

/** Rows and columns of Excel. */
export const lastRow = 1_048_576;
const mostColumns = 16_384;

/** A row with at least one cell that holds something. */
export interface SheetRow extends RawRow {
  readonly hidden: boolean;
}

export class SheetRows {
  /** The last row that was opened. */
  row = 0;
  /** More rows are wanted. */
  going = true;
  /** More rows than a sheet can have, though they may be blank. */
  areTooMany = false;
  /** Cells point into a table of texts that the file does not have: not one cell is wrong, but all. */
  lacksTexts = false;
  readonly #context: CellContext;
  readonly #columns: number;
  readonly #merges: MergedRanges;
  readonly #take: (row: SheetRow) => boolean;
  /** Highest row so far; rows may not go back. */
  #highest = 0;
  #opened = 0;
  #hidden = false;
  #misplaced = false;
  #wide = false;
  #cells: string[] = [];
  #faults: CellFault[] = [];
  #exact: number[] | null = null;
  #column = -1;

  constructor(context: CellContext, merges: readonly Merge[], take: (row: SheetRow) => boolean) {
    this.#context = context;
    this.#columns = Math.min(context.columns, mostColumns);
    this.#merges = new MergedRanges(merges, this.#columns);
    this.#take = take;
  }

  /** `stated`: what the row says of itself; null: it follows the one before. */
  openRow(stated: number | null, hidden: boolean): void {
    const row = stated ?? this.#highest + 1;
    const isPlace = Number.isInteger(row) && row >= 1 && row <= lastRow;
    this.#misplaced = !isPlace || row <= this.#highest;
    this.row = isPlace ? row : this.#highest + 1;
    this.#highest = Math.max(this.#highest, this.row);
    this.#opened += 1;
    if (this.#opened > 2 * lastRow) {
      this.areTooMany = true;
      this.going = false;
    }
    this.#hidden = hidden;
    this.#wide = false;
    this.#cells = [];
    this.#faults = [];
    this.#exact = null;
    this.#column = -1;
  }

  /** `stated`: the column (from 0) that the cell says it stands in; null: it follows the one before; NaN: nonsense. */
  cell(stated: number | null, cell: RawCell): void {
    const column = stated ?? this.#column + 1;
    const isPlace = column >= 0;
    if (isPlace) this.#column = column;
    const { text, fault, isExact } = cellText(cell, this.#context);
    if (text === '' && fault === null) return;
    if (fault === 'missing-text' && this.#context.strings.length === 0) {
      this.lacksTexts = true;
      this.going = false;
    }
    if (!isPlace) this.#misplaced = true;
    else if (column >= this.#columns) this.#wide = true;
    else this.#put(column, text, fault, isExact === true);
  }

  #put(column: number, text: string, fault: CellFault['reason'] | null, isExact: boolean): void {
    const cells = this.#cells;
    while (cells.length < column) cells.push('');
    if (column < cells.length && cells[column] !== '') {
      if (cells[column] !== text) this.#faults.push({ column, reason: 'twice' });
      return;
    }
    cells[column] = text;
    if (isExact) {
      this.#exact ??= [];
      this.#exact.push(column);
    }
    if (fault !== null) this.#faults.push({ column, reason: fault });
  }

  closeRow(): void {
    const cells = this.#cells;
    const faults = this.#faults;
    if (!this.going) return;
    const spans = this.#misplaced ? [] : this.#merges.mark(this.row, cells, faults);
    if (cells.length === 0 && !this.#misplaced && !this.#wide) return;
    if (this.#misplaced) {
      if (cells.length === 0) return;
      faults.push({ column: 0, reason: 'misplaced-cells' });
    }
    const { row } = this;
    const base = { row, cells, faults, hidden: this.#hidden };
    const more = this.#wide ? { wide: true } : spans.length > 0 ? { spans } : {};
    const exact = this.#exact === null ? {} : { exact: this.#exact };
    this.going = this.#take({ ...base, ...more, ...exact });
  }
}
