/** Text on a terminal: hostile characters made visible, and widths as a terminal counts them. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Control, format (bidi, zero-width), lone surrogate, private and separator characters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** NFC Vietnamese and other Latin text: one column per UTF-16 unit. */
const oneColumnEach = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;

const named = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * One line of text that is safe to print: it can move no cursor, set no colour, reverse no reading
 * order and hide no letter. What is escaped shows as `\n`, `\x1b` or `\u202e`.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (found) => named.get(found) ?? escapeOf(found));
}

function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\u{${code}}`;
}

/** Terminal columns of printable text: combining marks take none, East Asian wide characters two. */
export function displayWidth(text: string): number {
  if (oneColumnEach.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** The longest beginning of `text` within `width` columns, marks staying with their letters. */
function beginning(text: string, width: number): string {
  let used = 0;
  let taken = '';
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

/** `text` in at most `width` columns, its end replaced by `…` when it is longer. */
export function cutText(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${beginning(text, width - 1).trimEnd()}…`;
}

/** Lines of at most `width` columns, broken at spaces; a longer word is broken inside. */
export function wrapText(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (displayWidth(line) > width) {
      // A character wider than the whole column still has to go somewhere.
      const part = beginning(line, width) || [...line].slice(0, 1).join('');
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  return [...lines, line];
}

/** `text` filled with spaces to `width` columns. */
export function padText(text: string, width: number, side: 'left' | 'right' | 'centre'): string {
  const room = Math.max(0, width - displayWidth(text));
  if (side === 'left') return text + ' '.repeat(room);
  if (side === 'right') return ' '.repeat(room) + text;
  const before = Math.floor(room / 2);
  return ' '.repeat(before) + text + ' '.repeat(room - before);
}
