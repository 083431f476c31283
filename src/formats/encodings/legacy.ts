/** Which encoding of before Unicode a text is in, by whether its words can be Vietnamese. */

import { isSyllable } from './syllable.ts';
import { codeTables, decodeLegacy, type LegacyEncoding } from './tables.ts';

export const legacyEncodings = ['windows-1258', 'TCVN3', 'VNI', 'VISCII'] as const;

/** Words looked at: enough to be certain, few enough for a file of a million rows. */
const mostWords = 20_000;

interface Reading {
  readonly encoding: LegacyEncoding;
  /** False: the text holds a byte that means nothing in this encoding. */
  isPossible: boolean;
  /** Words that can be Vietnamese, and words that cannot. */
  good: number;
  bad: number;
  /** What it makes of the words; readings that say the same are one. */
  words: string[];
}

/** What an encoding makes of the first words that differ between the encodings in question. */
export interface LegacyReading {
  readonly encoding: LegacyEncoding;
  readonly text: string;
}

export type LegacyVerdict =
  | { readonly kind: 'found'; readonly encoding: LegacyEncoding; readonly sure: boolean }
  | { readonly kind: 'unsure'; readonly readings: readonly LegacyReading[] }
  | { readonly kind: 'none' };

export interface LegacyJudge {
  /** Pieces that end at the border of a word. */
  readonly take: (piece: Uint8Array) => void;
  readonly verdict: () => LegacyVerdict;
}

export function legacyJudge(): LegacyJudge {
  const readings = legacyEncodings.map(
    (encoding): Reading => ({ encoding, isPossible: true, good: 0, bad: 0, words: [] }),
  );
  let seen = 0;
  const take = (piece: Uint8Array): void => {
    noteImpossible(readings, piece);
    const left = mostWords - seen;
    if (left <= 0) return;
    const words = wordsWithHighBytes(piece, left);
    seen += words.length;
    for (const reading of readings) if (reading.isPossible) judge(reading, words);
  };
  return { take, verdict: () => verdictOf(readings.filter(({ isPossible }) => isPossible)) };
}

function noteImpossible(readings: readonly Reading[], piece: Uint8Array): void {
  const present = new Uint8Array(256);
  for (const byte of piece) present[byte] = 1;
  for (const reading of readings) {
    const { single } = codeTables[reading.encoding];
    if (single.some((letter, byte) => letter === null && present[byte] === 1)) {
      reading.isPossible = false;
    }
  }
}

/** Runs of letters, as bytes, in which at least one byte is not ASCII. */
function wordsWithHighBytes(piece: Uint8Array, most: number): readonly Uint8Array[] {
  const words: Uint8Array[] = [];
  let start = -1;
  let isHigh = false;
  for (let at = 0; at <= piece.length && words.length < most; at++) {
    const byte = piece[at] ?? 0x20;
    const isLetter = byte >= 0x80 || isAsciiLetter(byte) || isCapitalOfViscii(byte);
    if (isLetter && start < 0) start = at;
    if (isLetter) isHigh ||= !isAsciiLetter(byte);
    else if (start >= 0) {
      if (isHigh) words.push(piece.subarray(start, at));
      start = -1;
      isHigh = false;
    }
  }
  return words;
}

function isAsciiLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isCapitalOfViscii(byte: number): boolean {
  return byte < 0x20 && (byte < 0x09 || byte > 0x0d);
}

function judge(reading: Reading, words: readonly Uint8Array[]): void {
  for (const bytes of words) {
    const word = decodeLegacy(reading.encoding, bytes);
    if (reading.words.length < 1000) reading.words.push(word);
    // Without bytes for toned capitals, words in capitals come out mixed: `TỉNH`.
    const judged = judgeWord(reading.encoding === 'TCVN3' ? word.toLowerCase() : word);
    if (judged === 'good') reading.good += 1;
    if (judged === 'bad') reading.bad += 1;
  }
}

/** Marks that people type between or around words. */
const between = /[\u00a0–—‘’“”…•«»°]+/;

function judgeWord(word: string): 'good' | 'bad' | 'silent' {
  const parts = word.split(between).filter((part) => part !== '');
  const spoken = parts.filter((part) => !isPlain(part));
  if (spoken.length === 0) return 'silent';
  // A guillemet inside a word is a letter read wrongly: `kh«ng`.
  if (/[\p{L}\p{M}][«»°][\p{L}\p{M}]/u.test(word)) return 'bad';
  return spoken.every((part) => isSyllable(part) || isAbbreviation(part)) ? 'good' : 'bad';
}

function isPlain(part: string): boolean {
  return /^[A-Za-z]+$/.test(part);
}

/** `HĐND`, `QĐ` */
function isAbbreviation(part: string): boolean {
  return /^[A-ZĐƯ]{2,8}$/i.test(part) && /Đ/i.test(part) && !/[aeiouy]/i.test(part);
}

function verdictOf(possible: readonly Reading[]): LegacyVerdict {
  if (possible.length === 0) return { kind: 'none' };
  const apart = possible.filter((reading, at) => !possible.slice(0, at).some(saysSame(reading)));
  const plausible = apart.filter(({ good, bad }) => good > 0 && bad * 4 <= good);
  const [best, second] = [...plausible].sort((one, other) => one.bad - other.bad);
  if (best !== undefined) {
    // Words of one encoding are seldom words in another: a few that are not settle it.
    const isClear = second === undefined || (second.bad >= 3 && second.bad > 4 * best.bad);
    const { encoding, good } = best;
    if (isClear && !hasSilentRival(apart)) return { kind: 'found', encoding, sure: good >= 5 };
    return unsure(isClear ? apart : plausible);
  }
  const [first] = apart;
  if (apart.length === 1 && first !== undefined) {
    return { kind: 'found', encoding: first.encoding, sure: false };
  }
  // Dashes, quotes, a degree sign: every Windows code page has them in the same places.
  const silent = apart.find(({ good, bad }) => good + bad === 0);
  if (silent !== undefined) return { kind: 'found', encoding: silent.encoding, sure: false };
  return unsure(apart);
}

function unsure(readings: readonly Reading[]): LegacyVerdict {
  const isSame = (at: number): boolean =>
    new Set(readings.map(({ words }) => words[at])).size === 1;
  const [first] = readings;
  const differing = (first?.words ?? []).map((_, at) => at).filter((at) => !isSame(at));
  const shown = differing.slice(0, 3);
  const said = readings.map(({ encoding, words }) => ({
    encoding,
    text: shown.map((at) => words[at]).join(' '),
  }));
  return { kind: 'unsure', readings: said };
}

function saysSame(reading: Reading): (earlier: Reading) => boolean {
  return (earlier) => reading.words.join(' ') === earlier.words.join(' ');
}

/** One encoding makes a few words, another only signs between words: nothing tells which. */
function hasSilentRival(apart: readonly Reading[]): boolean {
  return apart.some(({ good, bad }) => good + bad === 0);
}
