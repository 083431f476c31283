/** Whether bytes are UTF-16, and whether they are right. */

export type Utf16 = 'UTF-16LE' | 'UTF-16BE';

/**
 * The order of bytes where no mark says it: the upper half of ASCII letters, digits and line ends is 0,
 * so zeros stand only in one half, and in at least two characters of five. Null: not UTF-16.
 */
export function utf16ByZeros(start: Uint8Array): Utf16 | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < start.length; at++) {
    if (start[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const few = start.length / 5;
  if (even === 0 && odd > few) return 'UTF-16LE';
  if (odd === 0 && even > few) return 'UTF-16BE';
  return null;
}

export type Utf16Trouble =
  | { readonly kind: 'cut' }
  | { readonly kind: 'binary'; readonly line: number }
  | { readonly kind: 'undecodable'; readonly line: number };

/** Looks for half characters, odd surrogates and NULs, piece by piece. */
export class Utf16Check {
  private line = 1;
  private last = 0;
  private half: number | null = null;
  private trouble: Utf16Trouble | null = null;
  private readonly isBig: boolean;

  constructor(encoding: Utf16) {
    this.isBig = encoding === 'UTF-16BE';
  }

  take(bytes: Uint8Array): void {
    let at = 0;
    if (this.half !== null && bytes.length > 0) {
      this.unit(this.half, bytes[at++] ?? 0);
      this.half = null;
    }
    for (; at + 1 < bytes.length; at += 2) this.unit(bytes[at] ?? 0, bytes[at + 1] ?? 0);
    if (at < bytes.length) this.half = bytes[at] ?? 0;
  }

  finish(): Utf16Trouble | null {
    if (this.trouble !== null) return this.trouble;
    return this.half !== null || isHigh(this.last) ? { kind: 'cut' } : null;
  }

  private unit(first: number, second: number): void {
    if (this.trouble !== null) return;
    const unit = this.isBig ? (first << 8) | second : (second << 8) | first;
    const isPaired = isHigh(this.last) === isLow(unit);
    if (unit === 0) this.trouble = { kind: 'binary', line: this.line };
    else if (!isPaired) this.trouble = { kind: 'undecodable', line: this.line };
    // CR LF is one line end.
    if (unit === 0x0d || (unit === 0x0a && this.last !== 0x0d)) this.line += 1;
    this.last = unit;
  }
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
