/**
 * Invitations to an online form: one code a person, which nobody can guess or make again. The mailing list holds names and
 * codes; what answers are checked against holds only the codes' hashes, in the order of the hashes.
 */
import type { Page, PageColumn } from '../page.ts';
import { marksOf } from '../people/read.ts';
import { homeOf, type PeopleList, type Person, whoIsWho } from '../people.ts';
import type { Table } from '../table.ts';

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly code: string;
  readonly link: string;
  readonly unit: string | null;
  readonly place: string | null;
  readonly staffCode: string;
  readonly born: string;
  readonly position: string;
}

export const mailingColumns = [
  'name',
  'email',
  'code',
  'link',
  'unit',
  'place',
  'staff_code',
  'born',
  'position',
] as const;

/** Digits and capitals without I, L, O, U, which are mistaken for others or make words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 28;

/** Bytes that one code takes. */
export const codeBytes = codeLength;

/** 28 characters of 5 bits: 140 bits of chance, written in fours. Each byte gives its low five bits. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < codeLength) throw new Error('not enough bytes for a code');
  const letters = [...bytes.slice(0, codeLength)].map((byte) => alphabet[byte & 31] ?? '');
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What is hashed: capitals without dashes and spaces, as a person may type it. */
export function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** `{code}` in the address, or `?code=…` behind it. */
export function linkFor(address: string, code: string): string {
  if (address.includes('{code}')) return address.replaceAll('{code}', code);
  const [before = '', fragment] = address.split('#', 2);
  const link = `${before}${before.includes('?') ? '&' : '?'}code=${code}`;
  return fragment === undefined ? link : `${link}#${fragment}`;
}

export interface Invited {
  /** Those who had a code, as they stood, then the new ones. */
  readonly invitations: readonly Invitation[];
  readonly added: number;
  /** Earlier ones whose people are not asked now. */
  readonly left: number;
}

/** Everybody asked gets a code once: those who are found among the earlier invitations keep theirs. */
export function invite(
  asked: readonly Person[],
  earlier: readonly Invitation[],
  list: PeopleList,
  address: string,
  newCode: () => string,
): Invited {
  const known = invitedBefore(asked, earlier);
  const fresh = asked
    .filter((person) => !known.has(person))
    .map((person): Invitation => {
      const cell = (column: 'code' | 'born' | 'position'): string =>
        person.cells[list.positions[column]] ?? '';
      const code = newCode();
      const { name, email, unit, place } = person;
      const about = { staffCode: cell('code'), born: cell('born'), position: cell('position') };
      return { name, email, code, link: linkFor(address, code), unit, place, ...about };
    });
  const left = earlier.length - known.size;
  return { invitations: [...earlier, ...fresh], added: fresh.length, left };
}

/** Those with an invitation: written the same in everything, else one person for certain. Each invitation is used once. */
function invitedBefore(
  asked: readonly Person[],
  earlier: readonly Invitation[],
): ReadonlySet<Person> {
  const old = earlier.map(personOf);
  const open = new Map<string, Person[]>();
  for (const person of old) {
    const key = keyOf(person);
    open.set(key, [...(open.get(key) ?? []), person]);
  }
  const used = new Set<Person>();
  const found = new Set<Person>();
  for (const person of asked) {
    const match = open.get(keyOf(person))?.find((one) => !used.has(one));
    if (match === undefined) continue;
    used.add(match);
    found.add(person);
  }
  const restOld = old.filter((person) => !used.has(person));
  const restNew = asked.filter((person) => !found.has(person));
  const table: Table = { file: '', sheet: null, columns: [], rows: [] };
  const lists = [restOld, restNew].map((people): PeopleList => {
    return { file: '', table, positions: noColumns, people };
  });
  const isOld = new Set(restOld);
  for (const { rows } of whoIsWho(lists).same) {
    const free = rows.filter((row) => isOld.has(row)).length;
    const news = rows.filter((row) => !isOld.has(row));
    for (const person of news.slice(0, free)) found.add(person);
  }
  return found;
}

const noColumns: PeopleList['positions'] = {
  unit: -1,
  place: -1,
  name: -1,
  code: -1,
  email: -1,
  phone: -1,
  position: -1,
  born: -1,
};

function keyOf(person: Person): string {
  const { name, code, email, born, position } = person.marks;
  return JSON.stringify([homeOf(person), name, code, email, born, position]);
}

function personOf(one: Invitation, at: number): Person {
  const { name, email, unit, place } = one;
  const marks = marksOf({ ...one, code: one.staffCode, phone: '' });
  return { file: '', row: at, cells: [], unit, place, name, email, marks };
}

export function mailingPage(invitations: readonly Invitation[]): Page {
  return {
    name: 'invitations',
    title: [],
    columns: mailingColumns.map((key): PageColumn => {
      return { key, heading: key, over: null, kind: 'text', decimals: 0, width: 20, bar: false };
    }),
    rows: invitations.map((one) => {
      const { name, email, code, link, unit, place, staffCode, born, position } = one;
      const cells = [name, email, code, link, unit, place, staffCode, born, position];
      return { style: 'row', cells };
    }),
    notes: [],
    orientation: 'landscape',
  };
}

/** Rows of a mailing list of ours. The apostrophe that keeps a spreadsheet from running a text is taken off again. */
export function invitationsIn({ columns, rows }: Table): readonly Invitation[] {
  return rows.map(({ cells }) => {
    const cell = (column: (typeof mailingColumns)[number]): string =>
      (cells[columns.indexOf(column)] ?? '').replace(
        /^'(?=[\s]*[=+\-@\uff0b\uff0d\uff1d\uff20])/,
        '',
      );
    return {
      name: cell('name'),
      email: cell('email'),
      code: cell('code'),
      link: cell('link'),
      unit: cell('unit') || null,
      place: cell('place') || null,
      staffCode: cell('staff_code'),
      born: cell('born'),
      position: cell('position'),
    };
  });
}
