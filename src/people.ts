/**
 * Who is who on the lists of people.
 *
 * Two rows are one person for certain, and only then taken together, when no two staff codes contradict each other
 * and one of these holds:
 *
 * - the same code, and names that may be spellings of one another;
 * - the same e-mail address, and such names;
 * - the same name (`nameKey`), the same place or unit, and the same date of birth;
 * - the same name, the same place or unit, and the same position, where no dates of birth contradict each other.
 *
 * Everything less is shown side by side (`people/alike.ts`) and left to people.
 */
import { nearest } from './names.ts';
import { byContent, homeOf, type PeopleList, type Person } from './people/list.ts';

export type { PeopleColumn, PeopleList, Person } from './people/list.ts';
export { byContent, compareText, homeOf, peopleColumns, whereRow } from './people/list.ts';

export type Proof = 'code' | 'email' | 'born' | 'position';

/** Rows of one person on one or more lists; at least two. */
export interface SamePerson {
  readonly rows: readonly Person[];
  /** What the last row was recognised by. */
  readonly proof: Proof;
}

/** A code or an address that stands with names too unlike to be one person: not taken together. */
export interface SharedMark {
  readonly mark: 'code' | 'email';
  readonly one: Person;
  readonly other: Person;
}

/** The lists of a plan as they are asked. */
export interface PeopleFrame extends WhoIsWho {
  /** By the name that the plan gives them; one that is not there is not in the map. */
  readonly lists: ReadonlyMap<string, PeopleList>;
  /** Each row that is not asked, because its person is asked by another row. Empty where everybody is asked on every list. */
  readonly elsewhere: ReadonlyMap<Person, Person>;
}

export interface WhoIsWho {
  readonly same: readonly SamePerson[];
  readonly shared: readonly SharedMark[];
}

/** A mark that stands with more names than this identifies nobody. */
const mostNames = 40;

/** The same answer whatever the order of rows. */
export function whoIsWho(lists: readonly PeopleList[]): WhoIsWho {
  const people = lists.flatMap((list) => list.people).toSorted(byContent);
  const groups = joining(people);
  const shared: SharedMark[] = [];
  for (const mark of ['code', 'email'] as const) {
    for (const bucket of bucketsBy(people, ({ marks }) => marks[mark])) {
      shared.push(...joinByMark(bucket, mark, groups));
    }
  }
  const named = (person: Person): string => {
    const home = homeOf(person);
    return home === '' || person.marks.name === '' ? '' : `${home}|${person.marks.name}`;
  };
  for (const bucket of bucketsBy(people, named)) joinNamesakes(bucket, groups);
  return { same: groups.several(), shared };
}

/** Groups of those with the same key, at least two each; a blank key is none. */
export function bucketsBy(
  people: readonly Person[],
  keyOf: (person: Person) => string,
): readonly (readonly Person[])[] {
  const buckets = new Map<string, Person[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === '') continue;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [person]);
    else bucket.push(person);
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}

/** Equal, the same letters without marks, or a slip apart. */
export function namesAlike(one: Person, other: Person): boolean {
  const { marks } = one;
  if (marks.name === '' || other.marks.name === '' || marks.name === other.marks.name) return true;
  return marks.letters === other.marks.letters || nearest(one.name, [other.name]).length > 0;
}

function joinByMark(
  bucket: readonly Person[],
  mark: 'code' | 'email',
  groups: Joining,
): readonly SharedMark[] {
  const shared: SharedMark[] = [];
  const byName = new Map<string, Person>();
  for (const other of bucket) {
    const same = byName.get(other.marks.name);
    const alike = same ?? [...byName.values()].find((one) => namesAlike(one, other));
    if (alike !== undefined) groups.join(alike, other, mark);
    const first = bucket[0];
    if (same !== undefined || byName.size >= mostNames) continue;
    if (alike === undefined && first !== undefined && first !== other) {
      shared.push({ mark, one: first, other });
    }
    byName.set(other.marks.name, other);
  }
  return shared;
}

function joinNamesakes(bucket: readonly Person[], groups: Joining): void {
  for (const same of bucketsBy(bucket, ({ marks }) => marks.born)) {
    const [first, ...others] = same;
    for (const other of others) if (first !== undefined) groups.join(first, other, 'born');
  }
  for (const same of bucketsBy(bucket, ({ marks }) => marks.position)) {
    const [first, ...others] = same;
    for (const other of others) {
      const against = first !== undefined && bornDiffers(first, other);
      if (first !== undefined && !against) groups.join(first, other, 'position');
    }
  }
}

export function bornDiffers(one: Person, other: Person): boolean {
  const [born, with_] = [one.marks.born, other.marks.born];
  if (born === '' || with_ === '' || born === with_) return false;
  // A year agrees with every date in it.
  return !born.startsWith(with_) && !with_.startsWith(born);
}

export function codesDiffer(one: Person, other: Person): boolean {
  return one.marks.code !== '' && other.marks.code !== '' && one.marks.code !== other.marks.code;
}

interface Joining {
  /** Takes two together unless that would give one person two codes. */
  readonly join: (one: Person, other: Person, proof: Proof) => void;
  readonly several: () => readonly SamePerson[];
}

interface Cluster {
  rows: Person[];
  code: string;
  proof: Proof;
}

function joining(people: readonly Person[]): Joining {
  const clusters = new Map<Person, Cluster>(
    people.map((person) => [person, { rows: [person], code: person.marks.code, proof: 'code' }]),
  );
  return {
    join: (one, other, proof) => {
      const [left, right] = [clusters.get(one), clusters.get(other)];
      if (left === undefined || right === undefined || left === right) return;
      if (left.code !== '' && right.code !== '' && left.code !== right.code) return;
      left.code ||= right.code;
      left.proof = proof;
      for (const row of right.rows) {
        left.rows.push(row);
        clusters.set(row, left);
      }
    },
    several: () => [...new Set(clusters.values())].filter(({ rows }) => rows.length > 1),
  };
}
