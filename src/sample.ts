/**
 * Quotas and lists of people → who is asked.
 *
 * Streams of chance are named by group and by unit or place (and stratum): `randomStream(seed, 'people', group, target)`.
 * So another unit on the list changes no other unit's draw. Rows are sorted by their content before a draw, so the order of the
 * file does not matter either, except where a systematic draw goes by it on purpose.
 */
import { finding, hasErrors } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import { homeOf, type PeopleFrame, type PeopleList, type Person } from './people.ts';
import type { Group, Plan } from './plan/plan.ts';
import type { PlanWhere } from './plan/where.ts';
import type { GroupQuota, QuotaRow, Quotas } from './quotas/quota.ts';
import { checkLists } from './sample/check.ts';
import { type DrawnPerson, drawRow, listedRow, needsChance } from './sample/draw-row.ts';
import { columnOf, type ListedGroup, listedGroups, sizeColumn } from './sample/frame.ts';
import { whereIn } from './table.ts';

export type { DrawnPerson } from './sample/draw-row.ts';

export interface Draw {
  /** Blank where nothing was left to chance. */
  readonly seed: string;
  readonly seedSource: string | null;
  /** Groups with a list, in the order of the plan. */
  readonly groups: readonly GroupDraw[];
  /** Of every group whose places were chosen by stages. */
  readonly places: readonly GroupQuota[];
}

export interface GroupDraw {
  readonly group: Group;
  readonly list: PeopleList;
  readonly rows: readonly RowDraw[];
}

export interface RowDraw {
  readonly row: QuotaRow;
  /** People on the list whom the row is drawn from. */
  readonly population: number;
  /** Drawn first, then the reserve, each in draw order. */
  readonly people: readonly DrawnPerson[];
}

/** Findings of the lists come with it; errors among them leave no draw. */
export function draw(
  plan: Plan,
  quotas: Quotas,
  people: PeopleFrame,
  where: PlanWhere,
): Checked<Draw> {
  const groups = listedGroups(plan, quotas, people);
  const findings: Finding[] = [...checkLists(plan, groups, people, where)];
  const there = groups.filter(({ list }) => list !== null);
  const placesOnly = quotas.groups.some(({ places }) => places.length > 0);
  if (there.length === 0 && !placesOnly) {
    findings.push(finding('sample/nothing-to-draw', where.sample(), {}));
  }
  const chance = there.some(
    ({ roster, rows }) => roster.holds === 'everybody' && rows.some(needsChance),
  );
  const { seed, seedSource } = plan.sampling;
  if (chance && seed === null) findings.push(finding('sample/no-seed', where.sample(), {}));
  if (hasErrors(findings)) return { ok: false, findings };
  const preferred = preferredPeople(plan, people);
  const drawn = there.map((listed) => drawGroup(listed, seed ?? '', preferred));
  const places = quotas.groups.filter((quota) => quota.places.length > 0);
  findings.push(...emptyStrata(there, drawn));
  return { ok: true, value: { seed: seed ?? '', seedSource, groups: drawn, places }, findings };
}

function drawGroup(
  { group, roster, list, rows }: ListedGroup,
  seed: string,
  preferred: ReadonlySet<Person>,
): GroupDraw {
  if (list === null) throw new Error(`the list of ${group.id} is not there`);
  const { select } = group;
  const settings = {
    seed,
    group: group.people,
    select,
    sizeColumn: sizeColumn(group, list),
    orderColumns: select.order.map((heading) => columnOf(list, heading)),
    preferred,
  };
  const known = rows.filter(({ row }) => row.size !== null);
  const drawn = known.map((frame): RowDraw => {
    const people = roster.holds === 'chosen' ? listedRow(frame) : drawRow(frame, settings);
    return { row: frame.row, population: frame.people.length, people };
  });
  return { group, list, rows: drawn };
}

/** Those who deal with several units, where the plan prefers them. */
function preferredPeople(plan: Plan, { same }: PeopleFrame): ReadonlySet<Person> {
  if (plan.sampling.person !== 'several-units') return new Set();
  const several = same.filter(({ rows }) => new Set(rows.map(homeOf)).size > 1);
  return new Set(several.flatMap(({ rows }) => rows));
}

function emptyStrata(
  groups: readonly ListedGroup[],
  draws: readonly GroupDraw[],
): readonly Finding[] {
  return groups.flatMap(({ group, roster, list, rows }, at) => {
    if (list === null || roster.holds === 'chosen') return [];
    const drawn = new Map(draws[at]?.rows.map((one) => [one.row, one]));
    return rows.flatMap(({ row, parts }) => {
      const taken = new Set(
        drawn.get(row)?.people.flatMap(({ role, part }) => (role === 'drawn' ? [part] : [])),
      );
      const strata = parts.filter(({ label }) => !taken.has(label)).map(({ label }) => label);
      if (strata.length === 0 || taken.size === 0) return [];
      const args = { group: group.name, target: row.name, strata };
      return [finding('sample/stratum-not-drawn', whereIn(list.table, null), args)];
    });
  });
}
