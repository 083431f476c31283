/** The source line that a finding points at, with its number and the place underlined. */
import { displayWidth, printable, wrapText } from '../formats/printable.ts';
import type { Where } from './finding.ts';

/**
 * Two lines, `   12 | total: 51` and the carets under it; none for a place that is no text or whose
 * source is not given. Columns count UTF-16 units of the source, as editors and the YAML parser do.
 */
export function excerpt(
  at: Where,
  sources: ReadonlyMap<string, string>,
  width: number,
  paint: (text: string) => string,
): readonly string[] {
  if (at.kind !== 'text') return [];
  const line = sources.get(at.file)?.split(/\r\n?|\n/, at.line)[at.line - 1];
  if (line === undefined) return [];
  const label = `${String(at.line).padStart(5)} | `;
  const room = Math.max(20, width - label.length);
  const { text, before, marked } = windowOf(line, at.column - 1, at.length, room);
  const carets = paint('^'.repeat(marked));
  return [label + text, `${' '.repeat(5)} | ${' '.repeat(before)}${carets}`];
}

interface Window {
  readonly text: string;
  /** Terminal columns before the underlined part. */
  readonly before: number;
  readonly marked: number;
}

/** The part of a line that fits `room` columns and shows its place; `…` stands for what is cut. */
function windowOf(line: string, start: number, length: number, room: number): Window {
  const head = shownText(line.slice(0, start));
  const place = shownText(line.slice(start, start + length));
  const tail = shownText(line.slice(start + length));
  const marked = Math.max(1, Math.min(displayWidth(place), Math.floor(room / 2)));
  const cutHead = displayWidth(head) + marked > room - 1 ? endOf(head, Math.floor(room / 3)) : head;
  const text = beginOf(cutHead + place + tail, room);
  return { text, before: displayWidth(cutHead), marked };
}

/** A tab is one column here, so that the carets stand where they should. */
function shownText(text: string): string {
  return printable(text.replaceAll('\t', ' '));
}

function beginOf(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${wrapText(text.replaceAll(' ', '\u00a0'), width - 1)[0] ?? ''}…`.replaceAll(
    '\u00a0',
    ' ',
  );
}

function endOf(text: string, width: number): string {
  const characters = [...text];
  let from = characters.length;
  while (from > 0 && displayWidth(characters.slice(from - 1).join('')) <= width - 1) from--;
  return `…${characters.slice(from).join('')}`;
}
