/** Quotas and lists together: whom each quota row is drawn from, and by which parts. */
import { nameKey } from '../names.ts';
import {
  byContent,
  compareText,
  homeOf,
  type PeopleFrame,
  type PeopleList,
  type Person,
} from '../people.ts';
import type { Group, Place, Plan, QuotaRule, Roster } from '../plan/plan.ts';
import { unitRule } from '../plan/unit-rule.ts';
import type { GroupQuota, QuotaRow, Quotas } from '../quotas/quota.ts';

/** A group with a list. A group on several forms stands here once: its members answer each of them. */
export interface ListedGroup {
  /** The first of its forms. */
  readonly group: Group;
  readonly roster: Roster;
  /** Null while the list is not there. */
  readonly list: PeopleList | null;
  readonly quota: GroupQuota;
  readonly rows: readonly RowFrame[];
}

/** What one quota row is drawn from. */
export interface RowFrame {
  readonly row: QuotaRow;
  /** Unit or place; blank for the group as a whole. Names the row's stream of chance. */
  readonly target: string;
  /** Without those who are asked elsewhere; by content, so that the order of the file's rows does not matter. */
  readonly people: readonly Person[];
  /** Its people by `within` or `strata`, sorted by key; one part where neither divides them. */
  readonly parts: readonly Part[];
  /** Rows asked of each part, where the rule counts by `within`; null: not so. */
  readonly perPart: number | null;
}

export interface Part {
  /** In one spelling; blank for a row that is not divided. */
  readonly key: string;
  /** As written, for people. */
  readonly label: string;
  readonly people: readonly Person[];
}

/** Every group of the plan that has a list and asks people itself, in the order of the plan. */
export function listedGroups(
  plan: Plan,
  quotas: Quotas,
  people: PeopleFrame,
): readonly ListedGroup[] {
  const above = placesAbove(plan.places);
  const seen = new Set<string>();
  const quotaOf = new Map(quotas.groups.map((quota) => [quota.group, quota]));
  return plan.groups.flatMap((group) => {
    const { roster } = group;
    const quota = quotaOf.get(group.id);
    if (roster === null || quota === undefined || seen.has(group.people)) return [];
    if (group.quota.rule === 'from') return [];
    seen.add(group.people);
    const list = people.lists.get(roster.file) ?? null;
    const byTarget = list === null ? new Map() : peopleByTarget(list, people, above);
    const rows = quota.rows.map((row) => rowFrame(group, roster, list, row, byTarget));
    return [{ group, roster, list, quota, rows }];
  });
}

/** Position of a column by its heading as the plan writes it; −1: not there. */
export function columnOf(list: PeopleList, heading: string): number {
  const wanted = nameKey(heading);
  return list.table.columns.findIndex((column) => nameKey(column) === wanted);
}

/** Column of the sizes that chances go by; −1: all are equal. A size of 0 is never drawn. */
export function sizeColumn({ select }: Group, list: PeopleList): number {
  return select.how === 'pps' && select.size !== null ? columnOf(list, select.size) : -1;
}

/** The rule that a row follows. */
export function ruleOf(group: Group, { target }: QuotaRow): QuotaRule {
  return unitRule(group, target.kind === 'unit' ? target.unit : null);
}

export function targetOf({ target }: Pick<QuotaRow, 'target'>): string {
  if (target.kind === 'unit') return homeOf({ unit: target.unit, place: null });
  return target.kind === 'place' ? homeOf({ unit: null, place: target.place }) : '';
}

function rowFrame(
  group: Group,
  roster: Roster,
  list: PeopleList | null,
  row: QuotaRow,
  byTarget: ReadonlyMap<string, readonly Person[]>,
): RowFrame {
  const target = targetOf(row);
  const size = list === null || row.census ? -1 : sizeColumn(group, list);
  const people = (byTarget.get(target) ?? [])
    .filter((person) => size < 0 || !/^0+$/.test(person.cells[size] ?? ''))
    .toSorted(byContent);
  const rule = ruleOf(group, row);
  const within = rule.rule === 'per' ? roster.within : null;
  const heading = within ?? group.select.strata;
  const column = list === null || heading === null ? -1 : columnOf(list, heading);
  const perPart = within !== null && column >= 0 && rule.rule === 'per' ? rule.take : null;
  return { row, target, people, parts: partsBy(people, column), perPart };
}

function partsBy(people: readonly Person[], column: number): readonly Part[] {
  if (column < 0) return [{ key: '', label: '', people }];
  const parts = new Map<string, { key: string; label: string; people: Person[] }>();
  for (const person of people) {
    const label = person.cells[column] ?? '';
    const key = nameKey(label);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, { key, label, people: [person] });
    else part.people.push(person);
  }
  return [...parts.values()].sort((one, other) => compareText(one.key, other.key));
}

/** People under the group as a whole, under their unit, under their place and every place above it. */
function peopleByTarget(
  { people: listed }: PeopleList,
  { elsewhere }: PeopleFrame,
  above: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly Person[]> {
  const byTarget = new Map<string, Person[]>();
  const add = (target: string, person: Person): void => {
    const there = byTarget.get(target);
    if (there === undefined) byTarget.set(target, [person]);
    else there.push(person);
  };
  for (const person of listed) {
    if (elsewhere.has(person)) continue;
    add('', person);
    if (person.unit !== null) add(homeOf({ unit: person.unit, place: null }), person);
    const places = person.place === null ? [] : (above.get(person.place) ?? []);
    for (const place of places) add(homeOf({ unit: null, place }), person);
  }
  return byTarget;
}

/** Each place with itself and the places it lies in. */
function placesAbove(places: readonly Place[]): ReadonlyMap<string, readonly string[]> {
  const chains = new Map<string, readonly string[]>();
  for (const { id, parent } of places) {
    chains.set(id, [id, ...(parent === null ? [] : (chains.get(parent) ?? []))]);
  }
  return chains;
}
