/**
 * Text typed in fonts of before Unicode and saved as if it were Latin letters: `Sè phiÕu` is “Số phiếu” in
 * .VnTime, `Soá phieáu` in VNI-Times. Workbooks keep it so for ever, whatever their own encoding.
 */
import { legacyJudge } from './legacy.ts';
import { codeTables, decodeLegacy } from './tables.ts';

export interface OldFont {
  readonly encoding: 'TCVN3' | 'VNI';
  /** The first text that is affected, as it stands there and as it was meant. */
  readonly written: string;
  readonly meant: string;
}

/** Null: no such text, or too little of it to be certain. */
export function oldFontOf(texts: readonly string[]): OldFont | null {
  const suspects = texts.filter((text) => /[^ -~]/.test(text));
  const bytes = suspects.map(latinBytes);
  if (bytes.length === 0 || bytes.includes(null)) return null;
  const judge = legacyJudge();
  judge.take(Buffer.concat(bytes.flatMap((part) => (part === null ? [] : [part, lineEnd]))));
  const verdict = judge.verdict();
  if (verdict.kind !== 'found') return null;
  const { encoding } = verdict;
  const [written] = suspects;
  const [first] = bytes;
  if ((encoding !== 'TCVN3' && encoding !== 'VNI') || written === undefined || !first) return null;
  return { encoding, written, meant: decodeLegacy(encoding, first) };
}

const lineEnd = Buffer.of(0x0a);

/** The bytes of western Windows; null when the text holds other letters, as Vietnamese in Unicode does. */
function latinBytes(text: string): Buffer | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const isSame = letter.length === 1 && (code < 0x80 || (code >= 0xa0 && code < 0x100));
    const byte = isSame ? code : punctuation.indexOf(letter);
    if (byte < 0) return null;
    bytes.push(byte);
  }
  return Buffer.from(bytes);
}

/** 0x80–0x9F are the same in windows-1258 and western Windows. */
const punctuation = codeTables['windows-1258'].single.map((letter, byte) =>
  byte >= 0x80 && byte < 0xa0 ? letter : null,
);
