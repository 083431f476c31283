/** Where the quoting of a broken CSV record goes wrong: the parser says that it does, not where. */
import { lineAt } from './decode-text.ts';

export interface QuoteTrouble {
  readonly kind: 'unclosed' | 'stray';
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
}

const quote = 0x22;
const space = 0x20;

function endsCell(byte: number | undefined, delimiter: number): boolean {
  return byte === undefined || byte === delimiter || byte === 0x0a || byte === 0x0d;
}

/** The first quote from `start` on that is never closed, or that neither opens nor closes a cell. */
export function findQuoteTrouble(
  utf8: Buffer,
  start: number,
  delimiter: string,
): QuoteTrouble | null {
  const separator = delimiter.charCodeAt(0);
  let at = start;
  while (at < utf8.length) {
    while (utf8[at] === space) at++;
    if (utf8[at] === quote) {
      const close = closingQuote(utf8, at + 1);
      if (close === null) return place(utf8, at, 'unclosed');
      at = close + 1;
      while (utf8[at] === space) at++;
      if (!endsCell(utf8[at], separator)) return place(utf8, close, 'stray');
    }
    while (!endsCell(utf8[at], separator)) {
      if (utf8[at] === quote) return place(utf8, at, 'stray');
      at++;
    }
    at++;
  }
  return null;
}

function closingQuote(utf8: Buffer, from: number): number | null {
  for (let at = utf8.indexOf(quote, from); at >= 0; at = utf8.indexOf(quote, at + 2)) {
    if (utf8[at + 1] !== quote) return at;
  }
  return null;
}

function place(utf8: Buffer, offset: number, kind: QuoteTrouble['kind']): QuoteTrouble {
  let lineStart = offset;
  while (lineStart > 0 && utf8[lineStart - 1] !== 0x0a && utf8[lineStart - 1] !== 0x0d) lineStart--;
  const column = utf8.toString('utf8', lineStart, offset).length + 1;
  return { kind, line: lineAt(utf8, offset), column };
}
