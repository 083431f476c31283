/**
 * Invitations to an online form: one code a person, which nobody can guess or make again. The mailing list holds names and
 * codes; what answers are checked against holds only the codes' hashes, in the order of the hashes.
 */
import { type PageColumn, type PrintedPage, plainPrint } from '../page.ts';
import { marksOf } from '../people/marks.ts';
import {
  bornDiffers,
  bucketsBy,
  homeOf,
  numbersDiffer,
  type PeopleColumn,
  type PeopleList,
  type Person,
  peopleColumns,
  whoIsWho,
} from '../people.ts';
import type { Table } from '../table.ts';

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly code: string;
  readonly link: string;
  readonly unit: string | null;
  readonly place: string | null;
  readonly staffCode: string;
  readonly citizen: string;
  readonly born: string;
  readonly position: string;
  /** The draw, and the row of its list, whose person has the code: a name alone may be somebody else's as well. */
  readonly draw: string;
  readonly row: number;
}

export const mailingColumns = [
  'name',
  'email',
  'code',
  'link',
  'unit',
  'place',
  'staff_code',
  'citizen',
  'born',
  'position',
  'draw',
  'row',
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

/** `{code}` in the address, or `?code=…` behind it. */
export function linkFor(address: string, code: string): string {
  if (address.includes('{code}')) return address.replaceAll('{code}', code);
  const [before = '', fragment] = address.split('#', 2);
  const link = `${before}${before.includes('?') ? '&' : '?'}code=${code}`;
  return fragment === undefined ? link : `${link}#${fragment}`;
}

export interface Invited {
  /** Those who had a code, in their order and as the list says it now, then the new ones. */
  readonly invitations: readonly Invitation[];
  readonly added: number;
  /** Earlier ones of which something else than the draw is written otherwise now. */
  readonly changed: number;
  /** Earlier ones whose people are not asked now. */
  readonly left: number;
}

/** What people are invited to. */
export interface Invitational {
  readonly list: PeopleList;
  readonly draw: string;
  readonly address: string;
  readonly newCode: () => string;
}

/** Everybody asked gets a code once: those who are found among the earlier invitations keep theirs. */
export function invite(
  asked: readonly Person[],
  earlier: readonly Invitation[],
  to: Invitational,
): Invited {
  const known = invitedBefore(asked, earlier, to);
  const byEarlier = new Map([...known].map(([person, old]) => [old, person]));
  const kept = earlier.map((old) => {
    const person = byEarlier.get(old);
    return person === undefined ? old : invitationOf(person, old.code, to);
  });
  const fresh = asked
    .filter((person) => !known.has(person))
    .map((person) => invitationOf(person, to.newCode(), to));
  const said = (one: Invitation | undefined): string =>
    JSON.stringify({ ...one, draw: null, row: null });
  const changed = kept.filter((one, at) => said(one) !== said(earlier[at])).length;
  const left = earlier.length - known.size;
  return { invitations: [...kept, ...fresh], added: fresh.length, changed, left };
}

function invitationOf(person: Person, code: string, to: Invitational): Invitation {
  const { list, draw, address } = to;
  const cell = (column: PeopleColumn): string => person.cells[list.positions[column]] ?? '';
  const { name, email, unit, place, row } = person;
  const marks = { staffCode: cell('code'), citizen: cell('citizen') };
  const about = { born: cell('born'), position: cell('position') };
  const link = linkFor(address, code);
  return { name, email, code, link, unit, place, ...marks, ...about, draw, row };
}

/**
 * Those with an invitation. Of this draw: whoever stands in its row. Of an earlier draw, whose rows may be other people: one
 * person for certain, or the only one of the name there, then and now.
 */
function invitedBefore(
  asked: readonly Person[],
  earlier: readonly Invitation[],
  { list, draw }: Invitational,
): ReadonlyMap<Person, Invitation> {
  const rows = new Map(earlier.flatMap((one) => (one.draw === draw ? [[one.row, one]] : [])));
  const found = new Map(
    asked.flatMap((person) => {
      const own = rows.get(person.row);
      return own === undefined ? [] : [[person, own] as const];
    }),
  );
  const before = new Map(
    earlier.flatMap((one, at) => (one.draw === draw ? [] : [[personOf(one, at), one] as const])),
  );
  const open = asked.filter((person) => !found.has(person));
  const lists = [[...before.keys()], open].map((people) => ({ ...unread, people }));
  const taken = new Set<Invitation>();
  const take = (group: readonly Person[]): void => {
    const old = group.map((one) => before.get(one)).find((one) => one !== undefined);
    const person = group.find((one) => !before.has(one));
    if (old === undefined || person === undefined) return;
    found.set(person, old);
    taken.add(old);
  };
  for (const { rows: group } of whoIsWho(lists).same) take(group);
  const listed = new Set(bucketsBy(list.people, nameAtHome).flat().map(nameAtHome));
  const rest = [...before].flatMap(([old, one]) => (taken.has(one) ? [] : [old]));
  const left = open.filter((person) => !found.has(person) && !listed.has(nameAtHome(person)));
  for (const group of bucketsBy([...rest, ...left], nameAtHome)) {
    const [one, other, ...more] = group;
    if (one === undefined || other === undefined || more.length > 0) continue;
    if (!numbersDiffer(one, other) && !bornDiffers(one, other)) take(group);
  }
  return found;
}

function nameAtHome(person: Person): string {
  return person.marks.name === '' ? '' : `${homeOf(person)}|${person.marks.name}`;
}

/** A list that stands in no file. */
const unread: Omit<PeopleList, 'people'> = {
  file: '',
  table: { file: '', sheet: null, columns: [], rows: [] },
  positions: Object.fromEntries(
    Object.keys(peopleColumns).map((column) => [column, -1]),
  ) as PeopleList['positions'],
};

function personOf(one: Invitation, at: number): Person {
  const { name, email, unit, place } = one;
  const marks = marksOf({ ...one, code: one.staffCode, phone: '' });
  const sortKey = JSON.stringify(one);
  return { file: '', row: at, cells: [], unit, place, name, email, marks, sortKey };
}

export function mailingPage(invitations: readonly Invitation[]): PrintedPage {
  return {
    name: 'invitations',
    title: [],
    columns: mailingColumns.map((key): PageColumn => {
      return { key, heading: key, over: null, kind: 'text', decimals: 0, width: 20, bar: false };
    }),
    rows: invitations.map((one) => {
      const { name, email, code, link, unit, place, staffCode, citizen, born, position } = one;
      const about = [unit, place, staffCode, citizen, born, position];
      return { style: 'row', cells: [name, email, code, link, ...about, one.draw, one.row] };
    }),
    notes: [],
    orientation: 'landscape',
    print: plainPrint,
  };
}

/** Rows of a mailing list of ours. */
export function invitationsIn({ columns, rows }: Table): readonly Invitation[] {
  return rows.map(({ cells }) => {
    const cell = (column: (typeof mailingColumns)[number]): string =>
      cells[columns.indexOf(column)] ?? '';
    return {
      name: cell('name'),
      email: cell('email'),
      code: cell('code'),
      link: cell('link'),
      unit: cell('unit') || null,
      place: cell('place') || null,
      staffCode: cell('staff_code'),
      citizen: cell('citizen'),
      born: cell('born'),
      position: cell('position'),
      draw: cell('draw'),
      row: Number(cell('row')),
    };
  });
}
