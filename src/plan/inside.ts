/** A place inside a text of the plan. */
import type { Where } from '../findings/finding.ts';

/**
 * From character `offset` of a scalar on, over the word that stands there. The whole scalar where its source is written
 * otherwise than it reads (over several lines, with escapes).
 */
export function placeInside(at: Where, text: string, offset: number): Where {
  if (at.kind !== 'text') return at;
  const quotes = at.length - text.length;
  if (quotes !== 0 && quotes !== 2) return at;
  const word = /^[\p{L}\p{M}\p{N}_]+(-+[\p{L}\p{M}\p{N}_]+)*/u.exec(text.slice(offset))?.[0];
  return { ...at, column: at.column + quotes / 2 + offset, length: word?.length ?? 1 };
}
