/** Headings of exports cut into the names that stand in them. */
import type { Pieces } from './system.ts';

/** So many names in one heading are looked at; what stands before them are groups. */
const mostPieces = 8;

/** `group/question/option` */
export function atMark(heading: string, mark: string): Pieces {
  const pieces = heading.split(mark).map((piece) => piece.trim());
  const over = Math.max(0, pieces.length - mostPieces);
  const kept =
    over === 0 ? pieces : [pieces.slice(0, over + 1).join(mark), ...pieces.slice(over + 1)];
  return { pieces: kept, joint: mark };
}

/** `Question [row]`, `Q1[SQ001][1]`; brackets inside the words of the question are words. */
export function inBrackets(heading: string): Pieces {
  const pieces: string[] = [];
  let rest = heading.trim();
  for (let found = lastBrackets(rest); found !== null; found = lastBrackets(rest)) {
    pieces.unshift(found.inside);
    rest = found.before;
    if (pieces.length >= mostPieces) break;
  }
  return { pieces: [rest, ...pieces].filter((piece) => piece !== ''), joint: ' ' };
}

/** The brackets at the very end; those within them belong to their words. */
function lastBrackets(text: string): { readonly before: string; readonly inside: string } | null {
  if (!text.endsWith(']')) return null;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']') depth += 1;
    if (text[at] === '[') depth -= 1;
    if (depth > 0) continue;
    const inside = text.slice(at + 1, -1).trim();
    return { before: text.slice(0, at).trim(), inside };
  }
  return null;
}
