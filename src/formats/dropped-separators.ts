/**
 * Separators at the ends of rows that Excel leaves out. When Excel saves a sheet as CSV it goes by blocks of 16 rows
 * (1–16, 17–32 …): columns at the right that are blank in the whole block are not written, so every row of the block has
 * the same number of cells and at least one of them fills the last. A row that is short in any other way may be
 * shifted and stays at fault. Short rows of a block are taken when
 *   - the block is whole, all of it alike, or
 *   - it is the last one, all of it alike, and either a whole block like that stands above, or the columns left out
 *     have been blank in every row so far: a shifted row would then fill the first of them.
 */
import type { RawRow } from './header.ts';

const blockRows = 16;

export class ShortRows {
  /** Rows that were short in the way Excel makes them. */
  taken = 0;
  readonly #width: number;
  /** Rows of the present block, as long as it may be one of Excel's. */
  #held: RawRow[] = [];
  /** Columns up to here have held something. */
  #filled = 0;
  #proven = false;
  #block = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** The rows that are settled now that `row` is known, in order. */
  next(row: RawRow): readonly RawRow[] {
    const block = Math.floor((row.row - 1) / blockRows);
    const isFirst = block !== this.#block;
    const settled = isFirst ? this.end() : [];
    this.#block = block;
    const isShort = row.cells.length < this.#width;
    const isHeld = isFirst ? isShort && block > 0 : this.#held.length > 0;
    if (!isHeld) {
      if (!isShort) this.#noteFilled(row);
      return settled.length === 0 ? [row] : [...settled, row];
    }
    const [first] = this.#held;
    if (first !== undefined && first.cells.length !== row.cells.length) return this.#release(row);
    this.#held.push(row);
    return settled;
  }

  /** What is still held, when the file or a block ends. */
  end(): readonly RawRow[] {
    const held = this.#held;
    if (held.length === 0) return [];
    this.#held = [];
    const count = held[0]?.cells.length ?? 0;
    const fillsLast = held.some((row) => row.cells[count - 1] !== '');
    this.#proven ||= fillsLast && held.length === blockRows;
    if (!fillsLast || !(this.#proven || this.#filled <= count)) return held;
    this.taken += held.length;
    return held.map((row) => this.#padded(row));
  }

  #release(row: RawRow): readonly RawRow[] {
    const rows = [...this.#held, row];
    this.#held = [];
    return rows;
  }

  #noteFilled(row: RawRow): void {
    let last = Math.min(row.cells.length, this.#width);
    while (last > this.#filled && row.cells[last - 1] === '') last--;
    this.#filled = Math.max(this.#filled, last);
  }

  #padded(row: RawRow): RawRow {
    const missing = new Array<string>(this.#width - row.cells.length).fill('');
    return { ...row, cells: [...row.cells, ...missing] };
  }
}
