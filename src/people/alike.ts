/**
 * People who may be one and the same: alike, without proof. They are shown side by side, never taken together.
 *
 * - `same-name`: one name, in one unit, in lists of two files, or with a code, a telephone number, an address or a date of
 *   birth in common;
 * - `marks`: names that differ only in marks (“Hùng”, “Hung”), likewise;
 * - `order`: the same words in another order, in one unit or with one of those in common;
 * - `typing`: names a slip apart, with one of those in common.
 *
 * Not shown: those whose dates of birth, citizen numbers or staff codes tell them apart, unless telephone or address agree.
 */
import {
  bornDiffers,
  bucketsBy,
  byContent,
  homeOf,
  namesAlike,
  numbersDiffer,
  type PeopleList,
  type Person,
  type SamePerson,
} from '../people.ts';

export interface AlikePair {
  readonly one: Person;
  readonly other: Person;
  readonly why: 'same-name' | 'marks' | 'order' | 'typing';
}

/** Of a name that more people share, only those of one unit or with something in common are compared. */
const commonName = 30;

export function alikePeople(
  lists: readonly PeopleList[],
  same: readonly SamePerson[],
): readonly AlikePair[] {
  const people = lists.flatMap((list) => list.people).toSorted(byContent);
  const known = new Map(same.flatMap((group) => group.rows.map((row) => [row, group] as const)));
  const pairs = new Map<string, AlikePair>();
  for (const bucket of comparable(people)) {
    for (const [at, one] of bucket.entries()) {
      for (const other of bucket.slice(at + 1)) {
        const group = known.get(one);
        if (group !== undefined && group === known.get(other)) continue;
        const why = likeness(one, other);
        const [first, second] = inFileOrder(one, other);
        const key = `${first.file}:${first.row} ${second.file}:${second.row}`;
        if (why !== null) pairs.set(key, { one: first, other: second, why });
      }
    }
  }
  return [...pairs.values()].sort((a, b) => order(a.one, b.one) || order(a.other, b.other));
}

function comparable(people: readonly Person[]): readonly (readonly Person[])[] {
  const words = (person: Person): string => person.marks.words;
  const withHome = (person: Person): string =>
    words(person) === '' ? '' : `${homeOf(person)}|${words(person)}`;
  const birthday = ({ marks }: Person): string => (marks.born.length > 4 ? marks.born : '');
  return [
    ...bucketsBy(people, words).filter((bucket) => bucket.length <= commonName),
    ...bucketsBy(people, withHome),
    ...bucketsBy(people, ({ marks }) => marks.code),
    ...bucketsBy(people, ({ marks }) => marks.citizen),
    ...bucketsBy(people, ({ marks }) => marks.phone),
    ...bucketsBy(people, ({ marks }) => marks.email),
    ...bucketsBy(people, birthday),
  ].filter((bucket) => bucket.length <= 500);
}

function likeness(one: Person, other: Person): AlikePair['why'] | null {
  const { marks } = one;
  const reached = agree(marks.phone, other.marks.phone) || agree(marks.email, other.marks.email);
  if (!reached && (bornDiffers(one, other) || numbersDiffer(one, other))) return null;
  const agreed =
    reached ||
    agree(marks.born, other.marks.born) ||
    agree(marks.code, other.marks.code) ||
    agree(marks.citizen, other.marks.citizen);
  const together = agreed || homeOf(one) === homeOf(other);
  const near = together || one.file !== other.file;
  if (marks.name === other.marks.name && marks.name !== '') return near ? 'same-name' : null;
  if (marks.letters === other.marks.letters && marks.letters !== '') return near ? 'marks' : null;
  if (agree(marks.words, other.marks.words)) return together ? 'order' : null;
  return agreed && namesAlike(one, other) ? 'typing' : null;
}

function agree(one: string, other: string): boolean {
  return one !== '' && one === other;
}

function inFileOrder(one: Person, other: Person): readonly [Person, Person] {
  return order(one, other) <= 0 ? [one, other] : [other, one];
}

function order(one: Person, other: Person): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.row - other.row;
}
