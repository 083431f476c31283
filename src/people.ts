/**
 * Who is who on the lists of people.
 *
 * Rows are one person for certain, and only then taken together, by
 *
 * - the same citizen number or the same code of an office, and names that may be spellings of one another;
 * - the same e-mail address and the same name (`nameKey`): an office may share a mailbox;
 * - the same name, the same place or unit, and the same date of birth, unless both telephone and address are others.
 *
 * Where rows that this would make one person have two citizen numbers, two dates of birth, or two codes without one citizen
 * number, only those of them with the very same marks stay together: the others could be either. Everything less is shown side by side (`people/alike.ts`) and
 * left to people; two “chuyên viên” of one office can share a name.
 */
import { nearest } from './names.ts';
import {
  byContent,
  homeOf,
  type PeopleList,
  type Person,
  type PersonMarks,
} from './people/list.ts';

export type { PeopleColumn, PeopleList, Person } from './people/list.ts';
export { byContent, compareText, homeOf, peopleColumns, whereRow } from './people/list.ts';

export type Proof = 'citizen' | 'code' | 'email' | 'born';

/** Rows of one person on one or more lists; at least two. */
export interface SamePerson {
  readonly rows: readonly Person[];
  /** What the last row was recognised by. */
  readonly proof: Proof;
}

/** A number or an address of people who cannot be one: not taken together. */
export interface SharedMark {
  readonly mark: 'citizen' | 'code' | 'email';
  /** What tells them apart: names too unlike, or dates of birth. */
  readonly by: 'name' | 'born';
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

/** Of a mark that stands with more names than this, spellings are not compared, and no more of them are reported. */
const mostNames = 40;

/** The same answer whatever the order of rows. */
export function whoIsWho(lists: readonly PeopleList[]): WhoIsWho {
  const people = lists.flatMap((list) => list.people).toSorted(byContent);
  const numbers = (['citizen', 'code'] as const).map((mark) => {
    return { mark, spelt: bucketsBy(people, ({ marks }) => marks[mark]).map(bySpelling) };
  });
  const emails = bucketsBy(people, ({ marks }) => marks.email);
  const clues: readonly Clue[] = [
    ...numbers.flatMap(({ mark, spelt }) =>
      spelt.flat().map((rows): Clue => ({ rows, proof: mark })),
    ),
    ...emails
      .flatMap((bucket) => bucketsBy(bucket, ({ marks }) => marks.name))
      .map((rows): Clue => ({ rows, proof: 'email' })),
    ...bucketsBy(people, birth)
      .filter((rows) => !reachedApart(rows))
      .map((rows): Clue => ({ rows, proof: 'born' })),
  ];
  const shared = [
    ...numbers.flatMap(({ mark, spelt }) =>
      spelt.flatMap((groups) => [
        ...apart(groups, mark),
        ...groups.flatMap((rows) => bornApart(rows, mark)),
      ]),
    ),
    ...emails.flatMap((bucket) => apart(bySpelling(bucket), 'email')),
  ];
  return { same: certain(clues), shared };
}

/** Two telephones and two addresses: namesakes with one birthday, unless something more shows the opposite. */
function reachedApart(rows: readonly Person[]): boolean {
  return several(rows, 'phone') && several(rows, 'email');
}

function several(rows: readonly Person[], mark: keyof PersonMarks): boolean {
  return new Set(rows.map(({ marks }) => marks[mark]).filter((text) => text !== '')).size > 1;
}

/** Place, name and date of birth; blank where one is not known. */
function birth(person: Person): string {
  const { name, born } = person.marks;
  const known = [homeOf(person), name, born];
  return known.includes('') ? '' : known.join('|');
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

/** Equal, the same letters without marks, the same words in another order, or a slip apart. */
export function namesAlike(one: Person, other: Person): boolean {
  const { marks } = one;
  if (marks.name === '' || other.marks.name === '' || marks.name === other.marks.name) return true;
  if (marks.letters === other.marks.letters || marks.words === other.marks.words) return true;
  return nearest(marks.name, [other.marks.name]).length > 0;
}

/**
 * Rows with a mark in common, by names that may be spellings of one another. A row without a name goes with the others only
 * where all of them may be one.
 */
function bySpelling(bucket: readonly Person[]): readonly (readonly Person[])[] {
  const known = new Map<string, { readonly one: Person; readonly rows: Person[] }>();
  for (const one of bucket) {
    const { name } = one.marks;
    if (name === '') continue;
    const near = known.size > mostNames ? [] : [...known.values()];
    const there = known.get(name) ?? near.find((other) => namesAlike(other.one, one));
    const rows = there?.rows ?? [];
    rows.push(one);
    if (!known.has(name)) known.set(name, { one, rows });
  }
  const groups = new Set([...known.values()].map(({ rows }) => rows));
  return groups.size > 1 ? [...groups] : [bucket];
}

/** The first against one of each other spelling. */
function apart(
  [first, ...others]: readonly (readonly Person[])[],
  mark: SharedMark['mark'],
): readonly SharedMark[] {
  const one = first?.[0];
  return others.slice(0, mostNames).flatMap(([other]): readonly SharedMark[] => {
    return one === undefined || other === undefined ? [] : [{ mark, by: 'name', one, other }];
  });
}

/** One number and one name, and yet two dates of birth. */
function bornApart(rows: readonly Person[], mark: SharedMark['mark']): readonly SharedMark[] {
  const longest = fullestBirth(rows);
  const one = rows.find(({ marks }) => marks.born === longest);
  const other = rows.find((row) => one !== undefined && bornDiffers(one, row));
  if (one === undefined || other === undefined) return [];
  return [{ mark, by: 'born', one, other }];
}

function fullestBirth(rows: readonly Person[]): string {
  return rows.reduce((most, { marks: { born } }) => (born.length > most.length ? born : most), '');
}

export function bornDiffers(one: Person, other: Person): boolean {
  const [born, with_] = [one.marks.born, other.marks.born];
  if (born === '' || with_ === '' || born === with_) return false;
  // A year agrees with every date in it.
  return !born.startsWith(with_) && !with_.startsWith(born);
}

/** By citizen numbers of one kind; where they are not known, by the codes of their offices. */
export function numbersDiffer(one: Person, other: Person): boolean {
  const [own, with_] = [one.marks, other.marks];
  if (own.citizen !== '' && own.citizen.length === with_.citizen.length) {
    return own.citizen !== with_.citizen;
  }
  return own.code !== '' && with_.code !== '' && own.code !== with_.code;
}

/** Rows that one thing shows to be one person. */
interface Clue {
  readonly rows: readonly Person[];
  readonly proof: Proof;
}

/** Rows that clues join, one by way of another; of those that contradict one another only the equal ones. */
function certain(clues: readonly Clue[]): readonly SamePerson[] {
  const sure = new Set(joined(clues).flatMap(({ rows }) => (mayBeOne(rows) ? rows : [])));
  const kept = clues.flatMap((clue): readonly Clue[] => {
    const [first] = clue.rows;
    if (first !== undefined && sure.has(first)) return [clue];
    const own = ({ marks: { citizen, code, born } }: Person): string =>
      citizen + code + born === '' ? '' : `${citizen}|${code}|${born}`;
    return bucketsBy(clue.rows, own).map((rows) => ({ rows, proof: clue.proof }));
  });
  return joined(kept);
}

/** No two citizen numbers, no two dates of birth; two codes only where each row has the citizen number, for offices have their own. */
function mayBeOne(rows: readonly Person[]): boolean {
  const longest = fullestBirth(rows);
  const citizens = new Set(rows.flatMap(({ marks }) => marks.citizen || []));
  // A number of 9 digits and one of 12 are of two times, not of two people.
  const kinds = new Set([...citizens].map((number) => number.length));
  if (citizens.size > kinds.size || !rows.every(({ marks }) => longest.startsWith(marks.born))) {
    return false;
  }
  return !several(rows, 'code') || rows.every(({ marks }) => marks.citizen !== '');
}

function joined(clues: readonly Clue[]): readonly SamePerson[] {
  const clusters = new Map<Person, Cluster>();
  const clusterOf = (row: Person, proof: Proof): Cluster => {
    const cluster = clusters.get(row) ?? { rows: [row], proof };
    clusters.set(row, cluster);
    return cluster;
  };
  for (const { rows, proof } of clues) {
    for (const [at, row] of rows.entries()) {
      const [one, other] = [clusterOf(rows[at - 1] ?? row, proof), clusterOf(row, proof)];
      if (one === other) continue;
      const [large, small] = one.rows.length < other.rows.length ? [other, one] : [one, other];
      for (const moved of small.rows) {
        large.rows.push(moved);
        clusters.set(moved, large);
      }
      large.proof = proof;
    }
  }
  return [...new Set(clusters.values())].filter(({ rows }) => rows.length > 1);
}

interface Cluster {
  readonly rows: Person[];
  proof: Proof;
}
