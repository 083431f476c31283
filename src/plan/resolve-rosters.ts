/** Lists of people that groups name → who is on them, who is asked by which, and how many there are in each unit. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { nameIndex } from '../names.ts';
import { askedElsewhere, type ListRank } from '../people/once.ts';
import { readPeople } from '../people/read.ts';
import {
  homeOf,
  type PeopleFrame,
  type PeopleList,
  type Person,
  whereRow,
  whoIsWho,
} from '../people.ts';
import type { Table } from '../table.ts';
import { type PlaceEntry, record, type UnitEntry } from './entries.ts';
import type { UnitId } from './plan.ts';
import type { PlanFile } from './schema.ts';

export interface Rosters {
  readonly people: PeopleFrame;
  /** People asked by each list: per unit, those without a unit under the empty id. A list that is not there is not in the map. */
  readonly counts: ReadonlyMap<string, Readonly<Record<UnitId, number>>>;
  readonly findings: readonly Finding[];
}

/** A list as a group of the plan uses it. */
export interface RosterUse {
  readonly file: string;
  /** Position of the group as written. */
  readonly group: number;
  readonly needs: 'unit' | 'place' | null;
}

type GroupFile = PlanFile['groups'][number];

/** Every list of the plan, group by group; the group's own first. */
export function rosterUses(groups: readonly GroupFile[]): readonly RosterUse[] {
  return groups.flatMap((written, group): readonly RosterUse[] => {
    const { roster, quota, in: over } = written;
    const needs = over === 'places' ? 'place' : over === undefined ? null : 'unit';
    const own = typeof roster === 'string' ? roster : roster?.file;
    const counted = [quota, ...Object.values(quota.except ?? {})].flatMap(({ census }) =>
      census === undefined || typeof census === 'string' ? [] : [census.roster],
    );
    const files = [...(own === undefined ? [] : [own]), ...counted];
    return files.map((file) => ({ file, group, needs }));
  });
}

export function resolveRosters(
  file: PlanFile,
  frame: ReadonlyMap<string, Table | null>,
  units: readonly UnitEntry[],
  places: readonly PlaceEntry[],
): Rosters {
  const uses = rosterUses(file.groups);
  const known = { units: nameIndex(units), places: nameIndex(places) };
  const findings: Finding[] = [];
  const lists = new Map<string, PeopleList>();
  for (const name of new Set(uses.map((use) => use.file))) {
    const table = frame.get(name) ?? null;
    if (table === null) continue;
    const needs = new Set(
      uses.flatMap((use) => (use.file === name && use.needs !== null ? [use.needs] : [])),
    );
    // Where units or places could not be read, their names tell nothing.
    const [noUnits, noPlaces] = [units.length === 0, places.length === 0];
    if ((needs.has('unit') && noUnits) || (needs.has('place') && noPlaces)) continue;
    const read = readPeople({ file: name, table, needs }, known);
    lists.set(name, read.list);
    findings.push(...read.findings);
  }
  const people = peopleFrame(file, uses, lists, [...units, ...places]);
  findings.push(...sameFindings(people, file, uses));
  const counts = new Map([...lists].map(([name, list]) => [name, countsOf(list, people)]));
  return { people, counts, findings };
}

function peopleFrame(
  file: PlanFile,
  uses: readonly RosterUse[],
  lists: ReadonlyMap<string, PeopleList>,
  homes: readonly (UnitEntry | PlaceEntry)[],
): PeopleFrame {
  const who = whoIsWho([...lists.values()]);
  const order = new Map(
    homes.map((home, at) => [`${'level' in home ? 'place' : 'unit'}:${home.id}`, at]),
  );
  const everyList = file.sample?.person === 'every-list';
  const elsewhere = everyList ? new Map() : askedElsewhere(who.same, rankIn(file, uses), order);
  return { lists, ...who, elsewhere };
}

function rankIn(file: PlanFile, uses: readonly RosterUse[]): (list: string) => ListRank {
  const ranks = new Map<string, ListRank>();
  for (const use of uses) {
    const rank = { priority: file.groups[use.group]?.priority ?? 1, order: use.group };
    const best = ranks.get(use.file);
    if (best === undefined || rank.priority < best.priority) ranks.set(use.file, rank);
  }
  return (list) => ranks.get(list) ?? { priority: 1, order: uses.length };
}

function countsOf({ people }: PeopleList, { elsewhere }: PeopleFrame) {
  const counts = new Map<UnitId, number>();
  for (const person of people) {
    if (elsewhere.has(person)) continue;
    const unit = person.unit ?? '';
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return record(counts);
}

/** What was found about who is who: rows that stand twice, and people who are asked by another list. */
function sameFindings(
  people: PeopleFrame,
  file: PlanFile,
  uses: readonly RosterUse[],
): readonly Finding[] {
  const rank = rankIn(file, uses);
  const twice = people.same.flatMap((same) => repeatedRows(same, people, file.sample?.person));
  const shared = people.shared.map(({ mark, by, one, other }) => {
    const [first, later] =
      one.file === other.file && one.row > other.row ? [other, one] : [one, other];
    const args = { mark, by, other: placeOf(first, later) };
    return finding('sample/shared-mark', rowOf(later, people), args);
  });
  const moved = new Map<string, { person: Person; asked: Person; count: number }>();
  for (const [person, asked] of people.elsewhere) {
    if (person.file === asked.file) continue;
    const key = `${person.file}\u0000${asked.file}`;
    const before = moved.get(key);
    if (before === undefined) moved.set(key, { person, asked, count: 1 });
    else before.count += 1;
  }
  const elsewhere = [...moved.values()].flatMap(({ person, asked, count }) => {
    const [own, better] = [rank(person.file), rank(asked.file)];
    const [least, first] = [file.groups[own.order], file.groups[better.order]];
    const group = first?.name ?? asked.file;
    const at: Where = {
      kind: 'file',
      file: people.lists.get(person.file)?.table.file ?? person.file,
    };
    const args = { count, group, file: asked.file };
    const isTie = own.priority === better.priority;
    const lacks = asksAll(least) && !asksAll(first);
    return [
      ...(isTie ? [finding('sample/priority-tie', at, args)] : []),
      ...(lacks ? [finding('sample/census-lacks', at, { ...args, own: least?.name ?? '' })] : []),
      ...(isTie || lacks ? [] : [finding('sample/asked-elsewhere', at, args)]),
    ];
  });
  return [...twice, ...shared, ...elsewhere];
}

/** Everybody on its list is asked. */
function asksAll(group: GroupFile | undefined): boolean {
  if (group === undefined) return false;
  const { quota, roster } = group;
  return quota.census !== undefined || (typeof roster === 'object' && roster.holds === 'chosen');
}

function repeatedRows(
  { rows, proof }: PeopleFrame['same'][number],
  people: PeopleFrame,
  person: 'by-priority' | 'several-units' | 'every-list' | undefined,
): readonly Finding[] {
  const seen: Person[] = [];
  const inOrder = rows.toSorted((one, other) => one.row - other.row);
  return inOrder.flatMap((row) => {
    const before = seen.filter((one) => one.file === row.file);
    seen.push(row);
    const same = before.find((one) => homeOf(one) === homeOf(row));
    const at = rowOf(row, people);
    if (same !== undefined) return [finding('sample/person-twice', at, { row: same.row, proof })];
    const other = before[0];
    if (other === undefined || (person ?? 'by-priority') !== 'by-priority') return [];
    return [finding('sample/person-in-units', at, { row: other.row, proof })];
  });
}

/** The row of a person, for a finding. */
function rowOf({ file, row }: Person, { lists }: PeopleFrame): Where {
  const list = lists.get(file);
  return list === undefined ? { kind: 'file', file } : whereRow(list, row);
}

/** Row number within the same file; another file with its name. */
function placeOf(person: Person, seenFrom: Person): string {
  return person.file === seenFrom.file ? String(person.row) : `${person.file}:${person.row}`;
}
