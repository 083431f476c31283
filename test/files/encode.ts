/** Text in the encodings of before Unicode, for tests: what the decoder must turn back. */
import { codeTables, type LegacyEncoding } from '../../src/formats/encodings/tables.ts';

const toneMarks = '\u0300\u0301\u0303\u0309\u0323';

/** Vietnamese letters that are not ASCII, both cases: 134. */
export const vietnameseLetters: readonly string[] = (() => {
  const bases = [...'aăâeêioôơuưy'];
  const toned = bases.flatMap((base) => [
    base,
    ...[...toneMarks].map((tone) => (base + tone).normalize('NFC')),
  ]);
  const small = [...toned, 'đ'].filter((letter) => letter > '\u007f');
  return [...small, ...small.map((letter) => letter.toUpperCase())];
})();

/** Every letter by its bytes; TCVN3 has no toned capitals, so they are written as small letters. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Buffer {
  const { single, pairs } = codeTables[encoding];
  const byLetter = new Map<string, readonly number[]>();
  for (const [pair, letter] of pairs) {
    if (encoding === 'VNI') byLetter.set(letter, [pair >> 8, pair & 255]);
  }
  for (const [byte, letter] of single.entries()) {
    if (letter !== null && letter !== '\ufffd') byLetter.set(letter, [byte]);
  }
  const bytes = Array.from(text.normalize('NFC')).flatMap((letter) => {
    const found = byLetter.get(letter);
    if (found !== undefined) return found;
    if (encoding === 'windows-1258') return split1258(letter, byLetter);
    const small = encoding === 'TCVN3' ? byLetter.get(letter.toLowerCase()) : undefined;
    if (small === undefined) throw new Error(`${encoding} has no ${letter}`);
    return small;
  });
  return Buffer.from(bytes);
}

function split1258(letter: string, byLetter: ReadonlyMap<string, readonly number[]>): number[] {
  const parts = letter.normalize('NFD');
  const tone = [...parts].find((part) => toneMarks.includes(part)) ?? '';
  const base = parts.replace(tone, '').normalize('NFC');
  return [base, tone].flatMap((part) => {
    const found = byLetter.get(part);
    if (found === undefined) throw new Error(`windows-1258 has no ${letter}`);
    return [...found];
  });
}
