/** Bytes of a text file -> UTF-8 that is known to be right, or the reason why not. */
import { isAscii, isUtf8 } from 'node:buffer';
import { type LegacyVerdict, legacyJudge } from './encodings/legacy.ts';
import { badLineIn, lineCounter } from './encodings/lines.ts';
import { lostLetters } from './encodings/lost-letters.ts';
import type { EncodingName } from './encodings/name.ts';
import { codeTables, type LegacyEncoding } from './encodings/tables.ts';
import { utf8Stream } from './encodings/utf8-stream.ts';
import { type Utf16, Utf16Check, utf16ByZeros } from './encodings/utf16.ts';

export { lineAt } from './encodings/lines.ts';
export { type EncodingName, encodingNamed, encodingNames } from './encodings/name.ts';
export { utf8Stream } from './encodings/utf8-stream.ts';

/** Takes the whole file, piece by piece, in constant memory. */
export interface Sniffer {
  take(chunk: Uint8Array): void;
  finish(): Sniffed;
}

export type Sniffed =
  /**
   * `bom`: bytes to skip. Not `sure`: the encoding was concluded from few words. `lost`: first line where
   * question marks stand for letters that an earlier program could not save; null: none.
   */
  | {
      readonly kind: 'text';
      readonly encoding: EncodingName;
      readonly bom: number;
      readonly sure: boolean;
      readonly lost: number | null;
    }
  /** Ends in the middle of a character. */
  | { readonly kind: 'cut' }
  /** A line with a byte that no text holds. */
  | { readonly kind: 'binary'; readonly line: number }
  /** First line that is right in no encoding, or not in the declared one. */
  | { readonly kind: 'undecodable'; readonly line: number }
  /** First line that says something else in each of these encodings, and what. */
  | {
      readonly kind: 'unsure';
      readonly readings: readonly { readonly encoding: EncodingName; readonly text: string }[];
      readonly line: number;
    }
  /** Its mark or its letters say that it is not in the declared encoding but in this one. */
  | { readonly kind: 'misdeclared'; readonly encoding: EncodingName; readonly line: number };

const lf = 0x0a;

/** Bytes judged at once; any larger would only take memory. */
const blockSize = 65_536;
/** Longest word kept for the next block, so that no word is judged in two halves. */
const longestWord = 64;

/**
 * By its byte-order mark; else UTF-16 by its zeros; else strict UTF-8; else the encoding of before
 * Unicode in which the words can be Vietnamese. `named`: only that one, with bytes that can be so.
 */
export function encodingSniffer(named: EncodingName | null = null): Sniffer {
  const block = Buffer.allocUnsafe(blockSize);
  let filled = 0;
  let judge: Judge | null = null;
  const judgeUpTo = (end: number): void => {
    judge ??= judgeFor(block.subarray(0, filled), named);
    judge.take(block.subarray(0, end));
    block.copyWithin(0, end, filled);
    filled -= end;
  };
  const take = (chunk: Uint8Array): void => {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + blockSize - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === blockSize) judgeUpTo(borderIn(block));
    }
  };
  const finish = (): Sniffed => {
    judgeUpTo(filled);
    return judge?.finish() ?? text('UTF-8', 0, true);
  };
  return { take, finish };
}

interface Judge {
  readonly take: (block: Buffer) => void;
  readonly finish: () => Sniffed;
}

function text(
  encoding: EncodingName,
  bom: number,
  sure: boolean,
  lost: number | null = null,
): Sniffed {
  return { kind: 'text', encoding, bom, sure, lost };
}

/** Where the last whole word ends; in text without words, where the last whole character does. */
function borderIn(block: Buffer): number {
  for (let end = block.length; end > block.length - longestWord; end--) {
    const byte = block[end - 1] ?? 0;
    if (byte === lf || (byte >= 0x20 && byte < 0x41)) return end;
  }
  const tail = block.subarray(-4);
  const lead = tail.findLastIndex((byte) => byte < 0x80 || byte > 0xbf);
  return lead < 0 ? block.length : block.length - tail.length + lead;
}

function judgeFor(start: Buffer, named: EncodingName | null): Judge {
  const marked = markOf(start);
  const { encoding, bom } = marked ?? { encoding: named, bom: 0 };
  if (encoding !== null && named !== null && encoding !== named) {
    return { take: () => {}, finish: () => ({ kind: 'misdeclared', encoding, line: 1 }) };
  }
  if (encoding === 'UTF-8' || (encoding === null && utf16ByZeros(start) === null)) {
    return byteJudge(encoding, bom);
  }
  if (encoding === null || encoding === 'UTF-16LE' || encoding === 'UTF-16BE') {
    return utf16Judge(encoding ?? utf16ByZeros(start) ?? 'UTF-16LE', bom);
  }
  return namedJudge(encoding);
}

function markOf(start: Buffer): { readonly encoding: EncodingName; readonly bom: number } | null {
  const mark = start.subarray(0, 3).toString('hex');
  if (mark.startsWith('fffe')) return { encoding: 'UTF-16LE', bom: 2 };
  if (mark.startsWith('feff')) return { encoding: 'UTF-16BE', bom: 2 };
  return mark === 'efbbbf' ? { encoding: 'UTF-8', bom: 3 } : null;
}

function utf16Judge(encoding: Utf16, bom: number): Judge {
  const check = new Utf16Check(encoding);
  return {
    take: (block) => check.take(block),
    finish: () => check.finish() ?? text(encoding, bom, true),
  };
}

/** A declared encoding of before Unicode: its bytes must have a meaning, and not be plainly UTF-8. */
function namedJudge(encoding: LegacyEncoding): Judge {
  const { single } = codeTables[encoding];
  const lines = lineCounter();
  let found: Sniffed | null = null;
  const take = (block: Buffer): void => {
    const tone = found === null && isUtf8(block) ? toneAt(block) : -1;
    const bad = found === null && tone < 0 ? block.findIndex((byte) => single[byte] === null) : -1;
    const line = lines.upTo(block, Math.max(bad, tone));
    if (tone >= 0) found = { kind: 'misdeclared', encoding: 'UTF-8', line };
    else if (bad >= 0) found = { kind: block[bad] === 0 ? 'binary' : 'undecodable', line };
  };
  return { take, finish: () => found ?? text(encoding, 0, true) };
}

/** UTF-8, or (unless that is declared) one of the encodings of before Unicode. */
function byteJudge(declared: 'UTF-8' | null, bom: number): Judge {
  const lines = lineCounter();
  const legacy = legacyJudge();
  let isBeyondAscii = false;
  /** First line that is not UTF-8; null: none yet. */
  let badLine: number | null = null;
  const lost = lostLetters();
  let found: Sniffed | null = null;
  let markBytes = bom;
  const take = (whole: Buffer): void => {
    const block = whole.subarray(markBytes);
    markBytes = 0;
    const nul = block.indexOf(0);
    const before = lines.upTo(block, nul);
    if (found !== null) return;
    lost.take(block, lines.atStartOfLast);
    if (nul >= 0) found = { kind: 'binary', line: before };
    else if (badLine !== null) legacy.take(block);
    else if (isUtf8(block)) isBeyondAscii ||= !isAscii(block);
    else {
      badLine = lines.atStartOfLast + badLineIn(block);
      if (declared !== null || isBeyondAscii || toneAt(block) >= 0) {
        found = isCut(block) ? { kind: 'cut' } : { kind: 'undecodable', line: badLine };
      } else legacy.take(block);
    }
  };
  const finish = (): Sniffed => {
    if (found !== null) return found;
    if (badLine === null) return text('UTF-8', bom, true, isBeyondAscii ? null : lost.line());
    return fromVerdict(legacy.verdict(), badLine, lost.line());
  };
  return { take, finish };
}

function fromVerdict(verdict: LegacyVerdict, line: number, lost: number | null): Sniffed {
  if (verdict.kind === 'none') return { kind: 'undecodable', line };
  if (verdict.kind === 'unsure') return { ...verdict, line };
  return text(verdict.encoding, 0, verdict.sure, lost);
}

/**
 * The two bytes that begin every toned Vietnamese letter in UTF-8 with a third that may follow;
 * as windows-1258 they would read “áº”, “á»”.
 */
function toneAt(block: Buffer): number {
  for (let at = block.indexOf(0xe1); at >= 0; at = block.indexOf(0xe1, at + 1)) {
    const second = block[at + 1];
    const third = block[at + 2] ?? 0x80;
    if ((second === 0xba || second === 0xbb) && third >= 0x80 && third <= 0xbf) return at;
  }
  return -1;
}

/** Right UTF-8 but for a last character that is not whole. */
function isCut(buffer: Buffer): boolean {
  const tail = buffer.subarray(-3);
  const lead = tail.findLastIndex((byte) => byte < 0x80 || byte > 0xbf);
  return (tail[lead] ?? 0) > 0xbf && isUtf8(buffer.subarray(0, lead - tail.length));
}

export type Decoded =
  | { readonly kind: 'text'; readonly utf8: Buffer; readonly encoding: EncodingName }
  | Exclude<Sniffed, { kind: 'text' }>;

/** The whole of a small file at once; see `encodingSniffer`. */
export function decodeText(bytes: Uint8Array, named: EncodingName | null = null): Decoded {
  const sniffer = encodingSniffer(named);
  sniffer.take(bytes);
  const sniffed = sniffer.finish();
  if (sniffed.kind !== 'text') return sniffed;
  const stream = utf8Stream(sniffed.encoding);
  const utf8 = Buffer.concat([stream(bytes.subarray(sniffed.bom)), stream(null)]);
  return { kind: 'text', utf8, encoding: sniffed.encoding };
}
