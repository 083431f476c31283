/** Lists against quotas: whether each unit's people are as many as the rule asks for, and each row can be used. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { homeOf, type PeopleFrame, type PeopleList, type Person, whereRow } from '../people.ts';
import type { Place, Plan, Unit } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { whereIn } from '../table.ts';
import { columnOf, type ListedGroup, type RowFrame, ruleOf } from './frame.ts';

export function checkLists(
  plan: Plan,
  groups: readonly ListedGroup[],
  people: PeopleFrame,
  where: PlanWhere,
): readonly Finding[] {
  const known: Known = {
    plan,
    units: new Map(plan.units.map((unit) => [unit.id, unit])),
    places: new Map(plan.places.map((place) => [place.id, place])),
  };
  return groups.flatMap((listed) => {
    const { group, roster, list } = listed;
    if (list === null) {
      // The quota stage says it of a census, whose size is waiting for the list.
      if (group.quota.rule === 'census' && group.quota.from.kind === 'roster') return [];
      const args = { group: group.name, file: roster.file, due: roster.due ?? '' };
      return [finding('sample/list-missing', where.roster(group.people), args)];
    }
    return [
      ...blankCells(listed, list, people),
      ...unknownSizes(listed, where),
      ...listed.rows.flatMap((row) => againstQuota(known, listed, list, row)),
      ...rowsNotAsked(known, listed, list, people),
    ];
  });
}

function unknownSizes({ group, rows }: ListedGroup, where: PlanWhere): readonly Finding[] {
  const targets = rows.filter(({ row }) => row.size === null).map(({ row }) => row.name);
  if (targets.length === 0) return [];
  return [
    finding('sample/size-unknown', where.quota(group.people), { group: group.name, targets }),
  ];
}

/** The plan's units and places by id. */
interface Known {
  readonly plan: Plan;
  readonly units: ReadonlyMap<string, Unit>;
  readonly places: ReadonlyMap<string, Place>;
}

function againstQuota(
  known: Known,
  { group, roster }: ListedGroup,
  list: PeopleList,
  { row, people, parts, perPart }: RowFrame,
): readonly Finding[] {
  const { size, reserve } = row;
  if (size === null) return [];
  const at = whereIn(list.table, null);
  const listed = people.length;
  const args = { group: group.name, target: row.name, listed, size };
  if (listed === 0 && size > 0) return [finding('sample/unit-without-rows', at, args)];
  const divided =
    perPart === null ? [] : divisions(known, group, list, row, parts, perPart, roster);
  if (divided.length > 0) return divided;
  if (row.census) return listed === size ? [] : [finding('sample/census-differs', at, args)];
  if (roster.holds === 'chosen') {
    return listed === size ? [] : [finding('sample/chosen-differs', at, args)];
  }
  if (listed < size) return [finding('sample/list-too-short', at, args)];
  if (listed < size + reserve) {
    return [finding('sample/reserve-too-short', at, { ...args, reserve })];
  }
  return [];
}

/** The figure that the rule counts by against the values of the list, and each value against its number. */
function divisions(
  { plan, units }: Known,
  group: ListedGroup['group'],
  list: PeopleList,
  row: RowFrame['row'],
  parts: RowFrame['parts'],
  take: number,
  { within, holds }: ListedGroup['roster'],
): readonly Finding[] {
  const rule = ruleOf(group, row);
  if (rule.rule !== 'per' || within === null) return [];
  const id = row.target.kind === 'unit' ? row.target.unit : null;
  const unit = id === null ? undefined : units.get(id);
  const stated = unit === undefined ? plan.figures[rule.of]?.value : unit.attributes[rule.of];
  const at = whereIn(list.table, null, list.table.columns[columnOf(list, within)] ?? null);
  const about = { group: group.name, target: row.name };
  const found = parts.length;
  const exactly = holds === 'chosen';
  return [
    ...(typeof stated === 'number' && stated !== found
      ? [
          finding('sample/divisions-differ', at, {
            ...about,
            column: within,
            found,
            stated,
            of: rule.of,
          }),
        ]
      : []),
    ...parts.flatMap(({ label: division, people: { length: listed } }) =>
      listed === take || (!exactly && listed > take)
        ? []
        : [finding('sample/division-differs', at, { ...about, division, listed, take, exactly })],
    ),
  ];
}

/** Cells by which the draw goes: none may be blank, and a size is a whole number. */
function blankCells(
  { group, roster, rows }: ListedGroup,
  list: PeopleList,
  { elsewhere }: PeopleFrame,
): readonly Finding[] {
  const { select } = group;
  const size = select.how === 'pps' ? select.size : null;
  const asked = list.people.filter((person) => !elsewhere.has(person));
  const counted = rows.flatMap(({ people, perPart }) => (perPart === null ? [] : people));
  // One column may serve twice; everybody asked stands last, and takes in those who are counted.
  const needed = new Map<string | null, readonly Person[]>([
    [roster.within, counted],
    [select.strata, asked],
    [size, asked],
  ]);
  return [...needed].flatMap(([heading, people]) => {
    const column = heading === null ? -1 : columnOf(list, heading);
    if (heading === null || column < 0) return [];
    return people.flatMap((person) => {
      const text = person.cells[column] ?? '';
      const at = whereRow(list, person.row, column);
      if (text === '') return [finding('sample/blank-cell', at, { column: heading })];
      if (heading !== size || /^\d{1,12}$/.test(text)) return [];
      return [finding('sample/not-a-size', at, { column: heading })];
    });
  });
}

/** Rows of units that the group does not ask; of places only where the list names those already chosen. */
function rowsNotAsked(
  known: Known,
  { group, roster, rows }: ListedGroup,
  list: PeopleList,
  { elsewhere }: PeopleFrame,
): readonly Finding[] {
  const { kind } = group.over;
  if (kind === 'whole' || (kind === 'places' && roster.holds === 'everybody')) return [];
  const asked = new Set(rows.flatMap(({ people }) => people));
  const left = new Map<string, Person[]>();
  for (const person of list.people) {
    if (asked.has(person) || elsewhere.has(person)) continue;
    const home = kind === 'units' ? homeOf({ ...person, place: null }) : homeOf(person);
    const there = left.get(home);
    if (there === undefined) left.set(home, [person]);
    else there.push(person);
  }
  return [...left.values()].flatMap((people) => {
    const [first] = people;
    if (first === undefined) return [];
    const id = (kind === 'units' ? first.unit : first.place) ?? '';
    const target = (kind === 'units' ? known.units : known.places).get(id)?.name ?? id;
    const column = list.positions[kind === 'units' ? 'unit' : 'place'];
    const at = whereRow(list, first.row, column);
    return [
      finding('sample/unit-not-asked', at, { group: group.name, target, rows: people.length }),
    ];
  });
}
