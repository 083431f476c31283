/** Merged ranges of a sheet, row by row: only the first cell of a range holds its value. */
import type { CellFault } from '../../table.ts';
import type { Span } from '../header.ts';

/** Rows count from 1, columns from 0; both ends belong to it. */
export interface Merge {
  readonly ref: string;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

/** `A5:B9`; null for what is no range of at least two cells. */
export function mergeOf(ref: string): Merge | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (parts === null) return null;
  const [, first = '', top = '', last = '', bottom = ''] = parts;
  const [from, to] = [columnNumber(first), columnNumber(last)];
  const merge = { ref, top: Number(top), bottom: Number(bottom), from, to };
  const isRange = merge.top <= merge.bottom && from <= to && merge.top > 0;
  return isRange && (merge.top < merge.bottom || from < to) ? merge : null;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** More ranges than this over one row contradict each other. */
const mostActive = 2_000;

export class MergedRanges {
  readonly #merges: readonly Merge[];
  readonly #columns: number;
  #next = 0;
  /** Ranges over the present row whose first cell holds something. */
  #active: Merge[] = [];

  /** `columns`: more are not looked at. */
  constructor(merges: readonly Merge[], columns: number) {
    this.#merges = merges.toSorted((one, other) => one.top - other.top);
    this.#columns = columns;
  }

  /** Marks the blank cells of a row that lie in a range; the ranges that begin in it. Rows come in order. */
  mark(row: number, cells: readonly string[], faults: CellFault[]): readonly Span[] {
    if (this.#merges.length === 0) return [];
    this.#active = this.#active.filter((merge) => merge.bottom >= row);
    const spans: Span[] = [];
    for (; (this.#merges[this.#next]?.top ?? Number.POSITIVE_INFINITY) <= row; this.#next++) {
      const merge = this.#merges[this.#next] as Merge;
      // Of a range whose first row is not there, the first cell is blank.
      if (merge.top < row || (cells[merge.from] ?? '') === '') continue;
      spans.push({ from: merge.from, to: merge.to, bottom: merge.bottom });
      if (this.#active.length < mostActive) this.#active.push(merge);
    }
    for (const merge of this.#active) this.#markBlanks(merge, row, cells, faults);
    return spans;
  }

  #markBlanks(merge: Merge, row: number, cells: readonly string[], faults: CellFault[]): void {
    const to = Math.min(merge.to, this.#columns - 1);
    for (let column = merge.from; column <= to; column++) {
      const isFirst = row === merge.top && column === merge.from;
      if (isFirst || (cells[column] ?? '') !== '') continue;
      faults.push({ column, reason: 'merged', range: merge.ref });
    }
  }
}
