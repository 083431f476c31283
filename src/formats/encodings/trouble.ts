/** What is said of a text file whose bytes cannot be read. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { TableHead } from '../../table.ts';
import type { Sniffed } from '../decode-text.ts';
import type { EncodingName } from './name.ts';
import { oldFontOf } from './old-font.ts';

/** `named`: the encoding that was declared, or null. */
export function textTrouble(
  sniffed: Exclude<Sniffed, { kind: 'text' }>,
  file: string,
  named: EncodingName | null,
): Finding {
  if (sniffed.kind === 'cut') return finding('file/truncated', { kind: 'file', file }, {});
  const at = { kind: 'text', file, line: sniffed.line, column: 1, length: 1 } as const;
  switch (sniffed.kind) {
    case 'binary':
      return finding('file/binary', at, {});
    case 'unsure':
      return finding('file/encoding-unsure', at, { readings: sniffed.readings });
    case 'misdeclared':
      return finding('file/not-in-encoding', at, { encoding: named ?? '', seen: sniffed.encoding });
    case 'undecodable':
      return named === null
        ? finding('file/undecodable', at, {})
        : finding('file/not-in-encoding', at, { encoding: named, seen: null });
  }
}

/** Headings that were typed in a font of before Unicode: said with what they mean. */
export function oldFontFindings({ file, sheet, columns }: TableHead): readonly Finding[] {
  const found = oldFontOf(columns);
  if (found === null) return [];
  const at = { kind: 'cell', file, sheet, row: null, column: null } as const;
  return [finding('file/old-font', at, { ...found })];
}
