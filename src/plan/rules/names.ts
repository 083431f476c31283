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

/**
 * Each name that probably is an earlier one with a slip, and that one. Compares only names that share a key
 * with one letter left out, so that long lists stay fast.
 */
export function nearPairs<T extends { readonly name: string }>(
  names: readonly T[],
): readonly { readonly one: T; readonly before: T }[] {
  const seen = new Map<string, { readonly key: string; readonly one: T }[]>();
  return names.flatMap((one) => {
    const key = nameKey(one.name);
    const shapes = [...new Set(shapesOf(withoutMarks(key)))];
    const before = shapes
      .flatMap((shape) => seen.get(shape) ?? [])
      .find((other) => isSlip(other.key, key));
    for (const shape of shapes) {
      const same = seen.get(shape);
      if (same === undefined) seen.set(shape, [{ key, one }]);
      else same.push({ key, one });
    }
    return before === undefined ? [] : [{ one, before: before.one }];
  });
}

/** Digits stay: no slip is between two numbers, and lists of numbered places are long. */
function shapesOf(plain: string): readonly string[] {
  const letters = [...plain];
  const shorter = letters.flatMap((letter, at) =>
    letter >= '0' && letter <= '9' ? [] : [plain.slice(0, at) + plain.slice(at + 1)],
  );
  return [plain, ...shorter];
}

/**
 * The same letters with other marks or gaps (Nội vụ / Nội vu, TT-TDTT / TT-TD TT), or one long word one letter off. Short words and
 * numbers tell real bodies apart (Phường 1 / 2, Tân An / Tân Ân B), and so do first letters (Bình / Minh).
 */
function isSlip(left: string, right: string): boolean {
  if (left === right) return false;
  const leftPlain = withoutMarks(left);
  const rightPlain = withoutMarks(right);
  if (leftPlain === rightPlain) return true;
  const gaps = leftPlain.replaceAll(' ', '') === rightPlain.replaceAll(' ', '');
  if (gaps && !/\d/.test(leftPlain)) return true;
  const leftWords = leftPlain.split(' ');
  const rightWords = rightPlain.split(' ');
  const differing = leftWords.flatMap((word, at) => {
    const other = rightWords[at] ?? '';
    return word === other ? [] : [[word, other] as const];
  });
  const [pair, ...more] = differing;
  if (pair === undefined || more.length > 0 || leftWords.length !== rightWords.length) return false;
  const [one, other] = pair;
  const long = Math.min(one.length, other.length) >= 5 && !/\d/.test(one + other);
  return long && one.charAt(0) === other.charAt(0) && distance(one, other) === 1;
}
