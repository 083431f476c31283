/** A cell with the options of a multiple choice: `1 3`, `1;3`, `Báo, Đài`, one to a line. */
import type { Question } from '../plan/plan.ts';
import {
  type Answer,
  type KnownScale,
  optionNamed,
  type Unreadable,
  unknownOption,
} from './answers.ts';

/**
 * Codes in the order of the scale with a space between. Labels may hold the very marks that stand between
 * options (“Có, nhưng chậm”): every way to cut the text into options is tried, and it must be the only one.
 */
export function readChoices({ atMost }: Question, scale: KnownScale, text: string): Answer {
  const named = oneOption(scale, text) ?? cutAtMarks(scale, text) ?? cutAtSpaces(scale, text);
  if (named === null) return unknownOption(scale, text);
  if (named === 'several-ways') return { kind: 'choices-unclear' };
  const chosen = new Set(named);
  if (chosen.size < named.length) return twice(named);
  if (atMost !== null && chosen.size > atMost) {
    return { kind: 'too-many-choices', count: chosen.size };
  }
  return scale.scale.options
    .map(({ code }) => code)
    .filter((code) => chosen.has(code))
    .join(' ');
}

type Codes = readonly string[];

function oneOption(scale: KnownScale, text: string): Codes | null {
  const code = optionNamed(scale, text);
  return code === null ? null : [code];
}

function cutAtSpaces(scale: KnownScale, text: string): Codes | null {
  const codes = text.split(/\s+/).map((part) => scale.byCode.get(part) ?? null);
  return codes.every((code) => code !== null) ? codes : null;
}

/** More pieces than options written twice over are no list of options. */
const mostPieces = 200;

function cutAtMarks(scale: KnownScale, text: string): Codes | 'several-ways' | null {
  const pieces = [...text.matchAll(/[^,;/+&|\n]+/g)].map((found) => {
    return { from: found.index, to: found.index + found[0].length };
  });
  if (pieces.length < 2 || pieces.length > mostPieces) return null;
  const longest = Math.max(...scale.scale.options.map(({ label }) => label.length)) * 2;
  // Ways to read the text from each piece on; two are as bad as many.
  const ways: Codes[][] = pieces.map(() => []);
  const end: readonly Codes[] = [[]];
  for (let at = pieces.length - 1; at >= 0; at--) {
    const from = pieces[at]?.from ?? 0;
    for (let last = at; last < pieces.length; last++) {
      const to = pieces[last]?.to ?? from;
      if (last > at && to - from > longest) break;
      const code = optionNamed(scale, text.slice(from, to).trim());
      const rest = code === null ? [] : (ways[last + 1] ?? end);
      if (code !== null) ways[at]?.push(...rest.map((codes) => [code, ...codes]));
    }
    ways[at]?.splice(2);
  }
  const [first, second] = ways[0] ?? [];
  if (first === undefined) return null;
  return second === undefined ? first : 'several-ways';
}

function twice(codes: Codes): Unreadable {
  const code = codes.find((one, at) => codes.indexOf(one) < at) ?? '';
  return { kind: 'choice-twice', code };
}
