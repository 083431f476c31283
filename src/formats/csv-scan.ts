/**
 * A lean reader of CSV bytes (RFC 4180, any ASCII delimiter; LF, CR LF or CR): rows as they are found, nothing
 * kept but the record at the end of a piece. The tests hold it against csv-parse, whose rows and refusals are the measure.
 */
import type { CellFault } from '../table.ts';
import { ByteTexts } from './byte-texts.ts';
import type { Caps } from './caps.ts';
import { cleanText } from './cell-text.ts';

import type { RawRow } from './header.ts';

/** Where the text cannot be cut into records; line and column (in characters) are 1-based. */
export interface CsvTrouble {
  readonly kind: 'unclosed' | 'stray' | 'too-long';
  readonly line: number;
  readonly column: number;
}

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const noBytes = Buffer.alloc(0);
const noFaults: readonly CellFault[] = [];
/** Not a position: the record goes on beyond the bytes at hand, or cannot be read. */
const unfinished = -1;

export class CsvScanner {
  /** Set once, when the text cannot be read on. */
  trouble: CsvTrouble | null = null;
  /** The last row ends with the file, not with a line end. */
  endsInRow: RawRow | null = null;

  readonly #delimiter: number;
  readonly #caps: Caps;
  readonly #take: (row: RawRow) => boolean;
  /** 1 for bytes that end a run of plain ones: delimiter, quote, LF, CR. */
  readonly #stops = new Uint8Array(256);
  readonly #texts = new ByteTexts(cleanText);
  #rest: Buffer = noBytes;
  #rows = 0;
  /** Line on which the next record begins. */
  #line: number;
  /** Lines inside the quoted cells of the record being read. */
  #inner = 0;
  #openQuote = unfinished;
  #faults: CellFault[] | null = null;
  #cells: string[] = [];

  /** `line`: where the first byte stands. `take` gets every record and answers whether to go on. */
  constructor(delimiter: string, line: number, caps: Caps, take: (row: RawRow) => boolean) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#line = line;
    this.#caps = caps;
    this.#take = take;
    for (const byte of [this.#delimiter, quote, lf, cr]) this.#stops[byte] = 1;
  }

  /** Takes the next bytes (whole UTF-8 characters; null: the end). False: nothing more is wanted. */
  push(bytes: Buffer | null): boolean {
    if (this.trouble !== null) return false;
    const fresh = bytes ?? noBytes;
    const buffer = this.#rest.length === 0 ? fresh : Buffer.concat([this.#rest, fresh]);
    const isLast = bytes === null;
    let at = 0;
    while (at < buffer.length) {
      const next = this.#record(buffer, at, isLast);
      if (next === unfinished) break;
      at = next;
      if (!this.#emit(isLast && at === buffer.length ? buffer : null)) return false;
    }
    // A copy: the caller may fill its piece again.
    this.#rest = Buffer.from(buffer.subarray(at));
    if (this.trouble === null && this.#rest.length > this.#caps.record) {
      this.#fail('too-long', this.#rest, 0, Math.max(0, this.#openQuote));
    }
    return this.trouble === null;
  }

  #emit(end: Buffer | null): boolean {
    this.#rows += 1;
    this.#line += 1 + this.#inner;
    const row = { row: this.#rows, cells: this.#cells, faults: this.#faults ?? noFaults };
    const last = end?.at(-1);
    if (last !== undefined && last !== lf && last !== cr) this.endsInRow = row;
    return this.#take(row);
  }

  /** Reads one record into `#cells`; where the next one begins, or `unfinished`. */
  #record(buffer: Buffer, start: number, isLast: boolean): number {
    const delimiter = this.#delimiter;
    const cells: string[] = [];
    this.#faults = null;
    this.#cells = cells;
    this.#inner = 0;
    this.#openQuote = unfinished;
    const stops = this.#stops;
    const { single } = this.#texts;
    for (let at = start; ; at++) {
      // Most cells of a survey are one character, or blank.
      const first = buffer[at] as number;
      if (first === delimiter) {
        cells.push('');
        continue;
      }
      if (first < 0x80 && buffer[at + 1] === delimiter && stops[first] === 0) {
        cells.push(single[first] as string);
        at++;
        continue;
      }
      const end = this.#cell(buffer, start, at, isLast);
      if (end === unfinished) return unfinished;
      if (end - start > this.#caps.record) return this.#fail('too-long', buffer, start, at);
      if (buffer[end] !== delimiter) return this.#lineEnd(buffer, end, isLast);
      at = end;
    }
  }

  /** Where the next record begins after the line end (or end of file) at `end`. */
  #lineEnd(buffer: Buffer, end: number, isLast: boolean): number {
    if (end >= buffer.length) return end;
    if (buffer[end] === lf) return end + 1;
    if (end + 1 >= buffer.length && !isLast) return unfinished;
    return buffer[end + 1] === lf ? end + 2 : end + 1;
  }

  /** Reads the cell at `from` into `#cells`; where it ends, or `unfinished`. */
  #cell(buffer: Buffer, start: number, from: number, isLast: boolean): number {
    const stops = this.#stops;
    const length = buffer.length;
    let end = from;
    while (end < length && stops[buffer[end] as number] === 0) end++;
    if (end >= length && !isLast) return unfinished;
    if (end < length && buffer[end] === quote) {
      if (isBlank(buffer, from, end)) return this.#quoted(buffer, start, end, isLast);
      return this.#fail('stray', buffer, start, end);
    }
    this.#cells.push(
      end - from > this.#caps.cell
        ? this.#long(buffer.toString('utf8', from, end).trim())
        : this.#texts.trimmed(buffer, from, end),
    );
    return end;
  }

  /** Reads the quoted cell that opens at `open`. */
  #quoted(buffer: Buffer, start: number, open: number, isLast: boolean): number {
    const length = buffer.length;
    let doubled = false;
    let at = open + 1;
    for (; ; at++) {
      while (at < length && buffer[at] !== quote) {
        const byte = buffer[at++];
        if (byte === lf || (byte === cr && buffer[at] !== lf)) this.#inner += 1;
      }
      if (at - start > this.#caps.record) return this.#fail('unclosed', buffer, start, open);
      if (at >= length || (at + 1 >= length && !isLast))
        return this.#cut(buffer, start, open, isLast && at >= length);
      if (buffer[at + 1] !== quote) break;
      doubled = true;
      at++;
    }
    let end = at + 1;
    while (end < length && isPad(buffer[end]) && buffer[end] !== this.#delimiter) end++;
    if (end >= length && !isLast) return this.#cut(buffer, start, open, false);
    const next = buffer[end];
    const closes = end >= length || next === this.#delimiter || next === lf || next === cr;
    if (!closes) return this.#fail('stray', buffer, start, at);
    this.#cells.push(this.#content(buffer, open + 1, at, doubled));
    return end;
  }

  #content(buffer: Buffer, from: number, to: number, doubled: boolean): string {
    const isLong = to - from > this.#caps.cell;
    if (!doubled && !isLong) return this.#texts.trimmed(buffer, from, to);
    const text = buffer.toString('utf8', from, to);
    return this.#long(doubled ? text.replaceAll('""', '"') : text);
  }

  /** The text of a cell that may be longer than a cell can be. */
  #long(text: string): string {
    if (text.length <= this.#caps.cell) return cleanText(text);
    this.#faults ??= [];
    this.#faults.push({ column: this.#cells.length, reason: 'too-long' });
    return cleanText(text.slice(0, this.#caps.cell));
  }

  /** The bytes at hand end inside a quoted cell: more are needed, or it is never closed. */
  #cut(buffer: Buffer, start: number, open: number, forGood: boolean): number {
    this.#openQuote = open - start;
    return forGood ? this.#fail('unclosed', buffer, start, open) : unfinished;
  }

  /** `start` is where the record begins, `offset` where the trouble is. */
  #fail(kind: CsvTrouble['kind'], buffer: Buffer, start: number, offset: number): number {
    let line = this.#line;
    let lineStart = start;
    for (let at = start; at < offset; at++) {
      if (buffer[at] !== lf && (buffer[at] !== cr || buffer[at + 1] === lf)) continue;
      line += 1;
      lineStart = at + 1;
    }
    const column = buffer.toString('utf8', lineStart, offset).length + 1;
    const isOpen = kind === 'too-long' && this.#openQuote !== unfinished;
    this.trouble = { kind: isOpen ? 'unclosed' : kind, line, column };
    return unfinished;
  }
}

/** ASCII white space, which may stand between a quote and the delimiter. */
function isPad(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0b || byte === 0x0c;
}

function isBlank(buffer: Buffer, from: number, to: number): boolean {
  let at = from;
  while (at < to && isPad(buffer[at])) at++;
  return at === to || buffer.toString('utf8', at, to).trim() === '';
}
