/**
 * The rows of a sheet read straight from the bytes, for the plain XML that spreadsheet programs write. Whatever it does
 * not know it does not judge: it gives up, and the XML parser reads the part again (`readSheet`).
 */
import { isUtf8 } from 'node:buffer';
import { ByteTexts } from '../byte-texts.ts';
import { clearCell, type RawCell } from './cells.ts';
import type { SheetRows } from './sheet-rows.ts';
import {
  ampersand,
  apostrophe,
  columnAt,
  dataEnd,
  dataStart,
  endsRow,
  equals,
  gt,
  isName,
  isNameStart,
  isSpace,
  isTag,
  lt,
  quote,
  rowEnd,
  skipSpace,
  slash,
  space,
  unescaped,
  valueEnd,
} from './xml-bytes.ts';

const bracket = 0x5d;

/** Bytes of rows that are held. */
const mostHeld = 64 * 1024 * 1024;
/** Bytes in which an end tag may lie across two pieces. */
const seam = dataEnd.length;
const noBytes = Buffer.alloc(0);
const none = -1;

export class SheetBytes {
  /** Something that is left to the XML parser. */
  odd = false;
  /** The rows are over. */
  isOver = false;
  readonly #rows: SheetRows;
  readonly #texts = new ByteTexts((text) => text);
  readonly #cell: RawCell = { type: 'n', style: 0, formula: false, valued: false, text: '' };
  #held: Buffer[] = [];
  #length = 0;
  #inside = false;
  /** What the attributes of the last tag said; `#at` is where its `>` or `/>` stands. */
  #stated: number | null = null;
  #hidden = false;
  #at = 0;

  constructor(rows: SheetRows) {
    this.#rows = rows;
  }

  /** Takes the next bytes. False: nothing more is wanted from here. */
  push(chunk: Uint8Array): boolean {
    if (this.isOver) return true;
    const fresh = Buffer.from(chunk);
    const before = this.#held.at(-1)?.subarray(-seam) ?? noBytes;
    this.#held.push(fresh);
    this.#length += fresh.length;
    const border = Buffer.concat([before, fresh.subarray(0, seam)]);
    // Bytes of a long row are only put together when its end is there.
    if (!this.#inside || endsRow(fresh) || endsRow(border)) this.#read(false);
    if (this.#length > mostHeld) this.odd = true;
    return !this.odd && this.#rows.going;
  }

  /** After the last bytes: whether everything was understood. */
  end(): boolean {
    if (!this.isOver && !this.odd) this.#read(true);
    return this.isOver && !this.odd;
  }

  #read(isLast: boolean): void {
    const bytes = this.#held.length === 1 ? (this.#held[0] as Buffer) : Buffer.concat(this.#held);
    let at = this.#inside ? 0 : this.#enter(bytes);
    if (at !== none && !this.isOver) {
      const isWhole = isLast || bytes.includes(dataEnd, at);
      const last = isWhole ? bytes.length : bytes.lastIndexOf(rowEnd) + rowEnd.length;
      if (last > at) at = this.#rowsIn(bytes, at, last);
    }
    const rest = at === none ? bytes : bytes.subarray(at);
    this.#held = [rest];
    this.#length = rest.length;
  }

  /** Where the rows begin; `none`: not yet. */
  #enter(bytes: Buffer): number {
    const start = bytes.indexOf(dataStart);
    const end = start < 0 ? none : bytes.indexOf('>', start);
    if (end === none) return none;
    this.#inside = true;
    if (bytes[end - 1] === slash) this.isOver = true;
    return end + 1;
  }

  /** Reads whole rows; where the first byte stands that was not read. */
  #rowsIn(bytes: Buffer, from: number, to: number): number {
    const part = bytes.subarray(from, to);
    if (!isUtf8(part) || part.includes('\ufffe') || part.includes('\uffff')) this.odd = true;
    let at = from;
    while (!this.odd && !this.isOver && this.#rows.going) {
      at = skipSpace(bytes, at, to);
      if (at >= to) break;
      at = this.#row(bytes, at, to);
    }
    return at;
  }

  #giveUp(): number {
    this.odd = true;
    return 0;
  }

  #row(bytes: Buffer, from: number, to: number): number {
    if (isTag(bytes, from, '</sheetData')) {
      this.isOver = true;
      return from;
    }
    if (!isTag(bytes, from, '<row')) return this.#giveUp();
    if (!this.#attributes(bytes, from + 4, to)) return this.#giveUp();
    this.#rows.openRow(this.#stated, this.#hidden);
    let at = this.#at;
    if (bytes[at] === slash) {
      this.#rows.closeRow();
      return at + 2;
    }
    for (at = skipSpace(bytes, at + 1, to); ; at = skipSpace(bytes, at, to)) {
      if (bytes[at] !== lt) return this.#giveUp();
      if (bytes[at + 1] === slash) break;
      at = this.#readCell(bytes, at, to);
      if (this.odd) return 0;
    }
    if (!isTag(bytes, at, '</row>')) return this.#giveUp();
    this.#rows.closeRow();
    return at + rowEnd.length;
  }

  #readCell(bytes: Buffer, from: number, to: number): number {
    if (bytes[from + 1] !== 0x63) return this.#giveUp();
    const cell = this.#cell;
    clearCell(cell);
    if (!this.#cellAttributes(bytes, from + 2, to)) return this.#giveUp();
    const stated = this.#stated;
    let at = this.#at;
    if (bytes[at] === slash) at += 2;
    else {
      at = this.#children(bytes, at + 1, to);
      if (this.odd) return 0;
    }
    this.#rows.cell(stated, cell);
    return at;
  }

  /** `f`, `v` and `is` of a cell, up to behind its end tag. */
  #children(bytes: Buffer, from: number, to: number): number {
    const cell = this.#cell;
    let at = from;
    for (;;) {
      at = skipSpace(bytes, at, to);
      if (bytes[at] !== lt || at + 3 >= to) return this.#giveUp();
      const name = bytes[at + 1];
      if (name === slash) {
        return bytes[at + 2] === 0x63 && bytes[at + 3] === gt ? at + 4 : this.#giveUp();
      }
      if (name === 0x76) {
        at = this.#value(bytes, at + 2, to, name);
        cell.valued = true;
      } else if (name === 0x66) {
        at = this.#value(bytes, at + 2, to, name);
        cell.formula = true;
      } else at = this.#inline(bytes, at, to);
      if (this.odd) return 0;
    }
  }

  /** The text of `<v>` or, to be passed over, of `<f>`; `from` is behind the name. */
  #value(bytes: Buffer, from: number, to: number, name: number): number {
    let at = from;
    if (bytes[at] !== gt && !this.#attributes(bytes, at, to)) return this.#giveUp();
    if (bytes[at] !== gt) at = this.#at;
    if (bytes[at] === slash) return at + 2;
    const end = this.#text(bytes, at + 1, to, name === 0x76);
    const closes = bytes[end + 1] === slash && bytes[end + 2] === name && bytes[end + 3] === gt;
    return closes && !this.odd ? end + 4 : this.#giveUp();
  }

  /** `<is><t>…</t></is>`; runs are left to the XML parser. */
  #inline(bytes: Buffer, from: number, to: number): number {
    if (!isTag(bytes, from, '<is><t')) return this.#giveUp();
    let at = from + 6;
    if (bytes[at] !== gt && !this.#attributes(bytes, at, to)) return this.#giveUp();
    if (bytes[at] !== gt) at = this.#at;
    this.#cell.valued = true;
    if (bytes[at] === slash) at += 2;
    else {
      const end = this.#text(bytes, at + 1, to, true);
      if (this.odd || !isTag(bytes, end, '</t>')) return this.#giveUp();
      at = end + 4;
    }
    return isTag(bytes, at, '</is>') ? at + 5 : this.#giveUp();
  }

  /** Reads text up to the next `<`; into the cell when it is `wanted`. Two values add up in the XML parser. */
  #text(bytes: Buffer, start: number, to: number, wanted: boolean): number {
    let end = start;
    let escaped = false;
    for (; end < to; end++) {
      const byte = bytes[end] as number;
      if (byte === lt) break;
      if (byte === ampersand) escaped = true;
      else if (byte < space && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
        return this.#giveUp();
      else if (byte === gt && bytes[end - 1] === bracket) return this.#giveUp();
    }
    if (end >= to) return this.#giveUp();
    const cell = this.#cell;
    if (wanted && cell.text !== '') return this.#giveUp();
    if (!wanted && !escaped) return end;
    const text = this.#texts.exact(bytes, start, end);
    const read = escaped ? unescaped(text) : text;
    if (read === null) return this.#giveUp();
    if (wanted) cell.text = read;
    return end;
  }

  /** Reads `r`, `s` and `t` of a cell; false: not understood. */
  #cellAttributes(bytes: Buffer, from: number, to: number): boolean {
    this.#stated = null;
    let seen = 0;
    let at = from;
    while (at < to && isSpace(bytes[at])) {
      at = skipSpace(bytes, at, to);
      const name = bytes[at] ?? 0;
      const mark = bytes[at + 2];
      if (bytes[at + 1] !== equals || (mark !== quote && mark !== apostrophe)) {
        // `/>`, `>`, or an attribute with a longer name, such as `cm`.
        return this.#otherAttributes(bytes, at, to);
      }
      const start = at + 3;
      const end = valueEnd(bytes, start, to, mark);
      const bit = 1 << (name & 31);
      // One attribute twice is left to the XML parser.
      if (end === none || !isNameStart(name) || (seen & bit) !== 0) return false;
      seen |= bit;
      if (name === 0x72) this.#stated = columnAt(bytes, start, end);
      else if (name === 0x73) this.#cell.style = Number(this.#texts.exact(bytes, start, end));
      else if (name === 0x74) this.#cell.type = this.#texts.exact(bytes, start, end);
      at = end + 1;
    }
    return this.#endsTag(bytes, at);
  }

  #otherAttributes(bytes: Buffer, from: number, to: number): boolean {
    const stated = this.#stated;
    // A second `r` would be one too many for the XML parser, too.
    const isRead = this.#attributes(bytes, from - 1, to) && this.#stated === null;
    this.#stated = stated;
    return isRead;
  }

  /** Reads the attributes of a row, or passes over those of another element. */
  #attributes(bytes: Buffer, from: number, to: number): boolean {
    this.#stated = null;
    this.#hidden = false;
    const names: string[] = [];
    let at = from;
    while (at < to && isSpace(bytes[at])) {
      at = skipSpace(bytes, at, to);
      const start = at;
      while (at < to && isName(bytes[at] as number)) at++;
      if (at === start) break;
      if (!isNameStart(bytes[start] ?? 0)) return false;
      const mark = bytes[at + 1];
      if (bytes[at] !== equals || (mark !== quote && mark !== apostrophe)) return false;
      const end = valueEnd(bytes, at + 2, to, mark);
      if (end === none) return false;
      const name = this.#texts.exact(bytes, start, at);
      if (names.includes(name)) return false;
      names.push(name);
      const value = name === 'r' || name === 'hidden' ? this.#texts.exact(bytes, at + 2, end) : '';
      if (name === 'r') this.#stated = Number(value);
      if (name === 'hidden') this.#hidden = value === '1' || value === 'true' || value === 'on';
      at = end + 1;
    }
    return this.#endsTag(bytes, at);
  }

  #endsTag(bytes: Buffer, at: number): boolean {
    this.#at = at;
    return bytes[at] === gt || (bytes[at] === slash && bytes[at + 1] === gt);
  }
}
