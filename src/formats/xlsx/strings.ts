/** The shared strings of a workbook, and the escapes that strings are written with. */
import { readXml, type XmlEnd } from './xml.ts';
import type { Zip } from './zip.ts';

/** More texts, and more characters in them, than a table of a survey holds: they are kept in memory. */
const mostStrings = 8_000_000;
const mostCharacters = 256 * 1024 * 1024;

export interface SharedStrings {
  readonly end: XmlEnd;
  readonly strings: readonly string[];
}

/**
 * Text of each entry: plain or in runs; phonetic guides (`rPh`) are no part of it. A text longer than
 * `longest` characters is cut somewhere beyond them.
 */
export async function readSharedStrings(
  zip: Zip,
  part: string,
  longest: number,
): Promise<SharedStrings> {
  const strings: string[] = [];
  const state = { text: '', phonetic: false, taking: false, characters: 0 };
  const isTooMuch = (): boolean =>
    strings.length > mostStrings || state.characters > mostCharacters;
  const end = await readXml(zip, part, {
    open: (local, _attributes, depth) => {
      if (depth === 2 && local === 'si') state.text = '';
      if (local === 'rPh') state.phonetic = true;
      state.taking = local === 't' && depth >= 3 && !state.phonetic;
    },
    text: (text) => {
      if (state.taking && state.text.length <= longest) state.text += text;
    },
    close: (local, depth) => {
      state.taking = false;
      if (local === 'rPh') state.phonetic = false;
      if (depth !== 2 || local !== 'si') return;
      state.characters += state.text.length;
      strings.push(unescapeString(state.text));
    },
    goOn: () => !isTooMuch(),
  });
  return { end: isTooMuch() ? 'too-large' : end, strings };
}

/** `_x000D_` stands for the character of that number, `_x005F_` for the underscore itself. */
export function unescapeString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
}
