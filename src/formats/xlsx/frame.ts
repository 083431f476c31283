/** What a sheet says about its rows, before they are read: merged ranges, hidden columns, filters. */
import { type Merge, mergeOf } from './merges.ts';
import { isTrue } from './workbook.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

export interface SheetFrame {
  readonly merges: readonly Merge[];
  /** Whether a column (from 0) is hidden. */
  readonly isHidden: (column: number) => boolean;
  /** A filter hides rows. */
  readonly filtered: boolean;
  /** Written in UTF-8 without prefixes, comments and the like: its rows can be read straight from the bytes. */
  readonly plain: boolean;
}

const bare: SheetFrame = { merges: [], isHidden: () => false, filtered: false, plain: false };

/** More merged ranges than a table of a survey can have. */
const mostMerges = 200_000;

/** Ranges stand behind the rows that they merge: the part is read once without its rows. */
export async function readFrame(zip: Zip, part: string): Promise<SheetFrame> {
  const merges: Merge[] = [];
  const hidden: { readonly from: number; readonly to: number }[] = [];
  const state = { group: '', filtered: false };
  const rows = new WithoutRows();
  const end = await readXml(zip, part, {
    open: (local, attributes, depth) => {
      if (depth === 2) state.group = local;
      if (local === 'sheetPr' && depth === 2) state.filtered ||= isTrue(attributes.filterMode);
      if (local === 'filterColumn' && state.group === 'autoFilter') state.filtered = true;
      if (local === 'col' && depth === 3 && isTrue(attributes.hidden)) {
        hidden.push({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 });
      }
      if (local !== 'mergeCell' || depth !== 3 || merges.length >= mostMerges) return;
      const merge = mergeOf(attributes.ref ?? '');
      if (merge !== null) merges.push(merge);
    },
    only: (chunk) => rows.only(chunk),
  });
  // Whatever is wrong with the part comes out when its rows are read.
  if (end !== 'done') return bare;
  const isHidden = (column: number): boolean =>
    hidden.some(({ from, to }) => from <= column && column <= to);
  return { merges, isHidden, filtered: state.filtered, plain: rows.areOver && !rows.isMarked };
}

const opening = Buffer.from('<sheetData');
const closing = Buffer.from('</sheetData');
const noBytes = Buffer.alloc(0);

/**
 * Passes the bytes before and after the rows. Other writings of the same (a prefix, UTF-16) pass whole, which is
 * slower and gives the same.
 */
class WithoutRows {
  /** The rows were found, and their end. */
  areOver = false;
  /** A comment, CDATA or the like stands somewhere. */
  isMarked = false;
  #inside = false;
  #held: Buffer = noBytes;

  only(chunk: Uint8Array | null): Uint8Array {
    if (chunk === null) return this.#inside ? noBytes : this.#held;
    const bytes = Buffer.concat([this.#held, chunk]);
    this.isMarked ||= hasMark(bytes);
    if (this.areOver) {
      this.#held = noBytes;
      return bytes;
    }
    const parts: Uint8Array[] = [];
    let at = 0;
    if (!this.#inside) {
      at = this.#enter(bytes);
      parts.push(bytes.subarray(0, at));
      if (!this.#inside) return bytes.subarray(0, at);
    }
    const close = this.areOver ? at : bytes.indexOf(closing, at);
    this.#held = close < 0 ? bytes.subarray(Math.max(at, bytes.length - closing.length)) : noBytes;
    this.areOver ||= close >= 0;
    if (close >= 0) parts.push(bytes.subarray(close));
    return Buffer.concat(parts);
  }

  /** Up to where the bytes pass; behind the tag where the rows begin, so that `<sheetData/>` passes as it is. */
  #enter(bytes: Buffer): number {
    const start = bytes.indexOf(opening);
    const end = start < 0 ? -1 : bytes.indexOf('>', start);
    if (end < 0) {
      const border = start < 0 ? Math.max(0, bytes.length - opening.length) : start;
      this.#held = bytes.subarray(border);
      return border;
    }
    this.#inside = true;
    this.areOver = bytes[end - 1] === 0x2f;
    return end + 1;
  }
}

/** `<!`, which begins comments and CDATA. */
function hasMark(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0x21); at >= 0; at = bytes.indexOf(0x21, at + 1)) {
    if (bytes[at - 1] === 0x3c) return true;
  }
  return false;
}
