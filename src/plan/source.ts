/** The text of the plan file, and where an offset of it stands. */
import type { Where } from '../findings/finding.ts';

/** Offsets into the text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SourceText {
  /** NFC. */
  readonly text: string;
  readonly file: string;
  /** 1-based. */
  readonly position: (offset: number) => { readonly line: number; readonly column: number };
  /** The part of the span that stands on its first line. */
  readonly where: (span: Span) => Where;
}

export function sourceText(written: string, file: string): SourceText {
  const text = written.normalize('NFC');
  const starts = lineStarts(text);
  const position = (offset: number) => {
    const line = lastAtOrBefore(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const where = ({ start, end }: Span): Where => {
    const shown = (text.slice(start, end).split(/[\r\n]/, 1)[0] ?? '').trimEnd();
    return { kind: 'text', file, ...position(start), length: Math.max(1, shown.length) };
  };
  return { text, file, position, where };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const lineEnd of text.matchAll(/\r\n?|\n/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Control characters except tab and line ends, marks that reverse the reading order, lone surrogates and
 * the code points that XML forbids: none can be printed on a form, some hide what a file really says.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

export function controlsIn(
  text: string,
): readonly { readonly span: Span; readonly name: string }[] {
  return [...text.matchAll(forbidden)].map((found) => ({
    span: { start: found.index, end: found.index + found[0].length },
    name: `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }));
}
