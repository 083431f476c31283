/** What encodings are called, here and by `--encoding`. */
import type { LegacyEncoding } from './tables.ts';
import type { Utf16 } from './utf16.ts';

export type EncodingName = 'UTF-8' | Utf16 | LegacyEncoding;

/** What `--encoding` may say, and what it means. */
export const encodingNames: Readonly<Record<string, EncodingName>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'windows-1258': 'windows-1258',
  tcvn3: 'TCVN3',
  vni: 'VNI',
  viscii: 'VISCII',
  cp1258: 'windows-1258',
  abc: 'TCVN3',
  utf8: 'UTF-8',
  'utf-16': 'UTF-16LE',
};

/** In any case, `_` for `-`; null: no such name. */
export function encodingNamed(text: string): EncodingName | null {
  const name = text.trim().toLowerCase().replaceAll('_', '-');
  return Object.hasOwn(encodingNames, name) ? (encodingNames[name] ?? null) : null;
}
