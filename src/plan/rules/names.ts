/** Names that are the same, or so much alike that one of them is probably a slip. */
import { distance } from 'fastest-levenshtein';
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import type { Thing } from '../../findings/plan-words.ts';
import { nameKey } from '../../names.ts';
import { withoutMarks } from '../scalars.ts';
import type { Rule, RuleContext } from './rule.ts';

export const nameRules: readonly Rule[] = [
  { needs: ['units'], check: unitNames },
  { needs: ['units'], check: nearIds },
  { needs: ['places'], check: placeNames },
  { needs: ['groups'], check: groupNames },
  { needs: ['forms'], check: formCodes },
  { needs: ['scales'], check: optionLabels },
];

interface Name {
  readonly id: string;
  readonly name: string;
  readonly at: Where;
}

function unitNames({ units }: RuleContext): readonly Finding[] {
  return alike(
    'unit',
    units.map(({ id, name, nameAt }) => ({ id, name, at: nameAt })),
  );
}

/** Two villages may both be “Khu phố 2”; within one commune they may not. */
function placeNames({ places }: RuleContext): readonly Finding[] {
  const siblings = new Map<string | null, Name[]>();
  for (const place of places) {
    const names = siblings.get(place.parent);
    if (names === undefined) siblings.set(place.parent, [place]);
    else names.push(place);
  }
  return [...siblings.values()].flatMap((names) => alike('place', names));
}

function groupNames({ file, at }: RuleContext): readonly Finding[] {
  const names = file.groups.map(({ id, name }, position) => {
    return { id, name, at: at(['groups', position, 'name']) };
  });
  return alike('group', names);
}

function formCodes({ file, at }: RuleContext): readonly Finding[] {
  const codes = file.forms.map(({ id, code }, position) => {
    return { id, name: code, at: at(['forms', position, 'code']) };
  });
  return sameNames('form-code', codes);
}

function optionLabels({ file, at }: RuleContext): readonly Finding[] {
  return Object.entries(file.scales ?? {}).flatMap(([scale, options]) => {
    const first = new Map<string, string>();
    return options.flatMap(({ code, label }, position) => {
      const key = nameKey(label);
      const before = first.get(key);
      if (before === undefined) first.set(key, code);
      if (before === undefined || before === code) return [];
      const where = at(['scales', scale, position, 'label']);
      return [finding('plan/duplicate-label', where, { scale, label, first: before })];
    });
  });
}

function alike(thing: Thing, names: readonly Name[]): readonly Finding[] {
  return [...sameNames(thing, names), ...nearNames(thing, names)];
}

/** `so-noi-vu` and `so-noivu`: two ids that only a hyphen tells apart. */
function nearIds({ units }: RuleContext): readonly Finding[] {
  const first = new Map<string, string>();
  return units.flatMap(({ id, at }) => {
    const letters = id.replaceAll('-', '');
    const before = first.get(letters);
    if (before === undefined) first.set(letters, id);
    // Hyphens between digits count: 1-11 is not 11-1.
    if (before === undefined || before === id || /\d/.test(id)) return [];
    return [finding('plan/near-name', at, { thing: 'unit', name: id, other: before })];
  });
}

function sameNames(thing: Thing, names: readonly Name[]): readonly Finding[] {
  const first = new Map<string, string>();
  return names.flatMap(({ id, name, at }) => {
    const key = nameKey(name);
    const before = first.get(key);
    if (before === undefined) first.set(key, id);
    // The same id twice is reported as such.
    if (before === undefined || before === id) return [];
    return [finding('plan/duplicate-name', at, { thing, name, id, first: before })];
  });
}

function nearNames(thing: Thing, names: readonly Name[]): readonly Finding[] {
  return nearPairs(names).map(({ one, before }) =>
    finding('plan/near-name', one.at, { thing, name: one.name, other: before.name }),
  );
}

/** What names are compared by. */
interface Keyed<T> {
  readonly one: T;
  readonly key: string;
  /** Without marks. */
  readonly plain: string;
  readonly words: readonly string[];
  /** Without spaces. */
  readonly tight: string;
}

function keyed<T extends { readonly name: string }>(one: T, key: string): Keyed<T> {
  const plain = withoutMarks(key);
  return { one, key, plain, words: plain.split(' '), tight: plain.replaceAll(' ', '') };
}

/**
 * Each name that probably is an earlier one with a slip, and that one. Compares only names that share a key
 * with one letter left out, so that long lists stay fast.
 */
export function nearPairs<T extends { readonly name: string }>(
  names: readonly T[],
): readonly { readonly one: T; readonly before: T }[] {
  const keys = new Set<string>();
  const seen = new Map<string, Keyed<T>[]>();
  return names.flatMap((one) => {
    const key = nameKey(one.name);
    // The same name again has been compared already.
    if (keys.has(key)) return [];
    keys.add(key);
    const own = keyed(one, key);
    const shapes = [...new Set(shapesOf(own))];
    const before = shapes
      .flatMap((shape) => seen.get(shape) ?? [])
      .find((other) => isSlip(other, own));
    for (const shape of shapes) {
      const same = seen.get(shape);
      if (same === undefined) seen.set(shape, [own]);
      else same.push(own);
    }
    return before === undefined ? [] : [{ one, before: before.one }];
  });
}

/** What two names share of which one is a slip: either as it stands, or with one gap or one letter of a long word left out. */
function shapesOf({ plain, words }: Keyed<unknown>): readonly string[] {
  const shapes = [plain];
  let start = 0;
  for (const word of words) {
    if (start > 0) shapes.push(without(plain, start - 1));
    // Not its first letter, which a slip leaves alone.
    for (let at = 1; isLong(word) && at < word.length; at++)
      shapes.push(without(plain, start + at));
    start += word.length + 1;
  }
  return shapes;
}

function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}

/** Short words and numbers tell real bodies apart: Phường 1 / 2, Tân An / Tân Ân B. */
function isLong(word: string): boolean {
  return word.length >= 5 && !/\d/.test(word);
}

/**
 * The same letters with other marks or gaps (Nội vụ / Nội vu, TT-TDTT / TT-TD TT), or one long word one letter off; first letters
 * tell real bodies apart too (Bình / Minh).
 */
function isSlip(left: Keyed<unknown>, right: Keyed<unknown>): boolean {
  if (left.plain === right.plain) return true;
  if (left.tight === right.tight && !/\d/.test(left.plain)) return true;
  if (left.words.length !== right.words.length) return false;
  const at = left.words.findIndex((word, position) => word !== right.words[position]);
  const last = left.words.findLastIndex((word, position) => word !== right.words[position]);
  const [one = '', other = ''] = [left.words[at], right.words[at]];
  if (at !== last || !isLong(one) || !isLong(other)) return false;
  return one.charAt(0) === other.charAt(0) && distance(one, other) === 1;
}
