/**
 * Plan → quotas: how many sheets each group needs from each unit or place, and why.
 * Totals foot: row → group → plan; a printed total that does not is a finding that names the row.
 */
import { finding } from './findings/catalogue.ts';
import type { Finding } from './findings/finding.ts';
import type { Group, Plan } from './plan/plan.ts';
import type { PlanWhere } from './plan/where.ts';
import { withChoices } from './quotas/choice-words.ts';
import { samplingFrame } from './quotas/frame.ts';
import { type GroupRows, groupRows, type RowContext } from './quotas/group-rows.ts';
import {
  bandCountFindings,
  type RuleUnits,
  rosterFindings,
  seedFinding,
} from './quotas/pending.ts';
import { notDrawnFindings } from './quotas/place-findings.ts';
import { drawPlaces, type PlaceDraw } from './quotas/places.ts';
import type { GroupQuota, Quotas } from './quotas/quota.ts';
import { totalFindings } from './quotas/totals.ts';
import { type TroubledRow, troubleFindings } from './quotas/troubles.ts';
import { sumKnown } from './stats/known.ts';

/** The quotas are returned whatever the findings: a wrong total does not hide its rows. Check `hasErrors` before going on. */
export function quotas(
  plan: Plan,
  where: PlanWhere,
): { readonly quotas: Quotas; readonly findings: readonly Finding[] } {
  const context: RowContext = {
    plan,
    units: new Map(plan.units.map((unit) => [unit.id, unit])),
    frame: samplingFrame(plan),
  };
  const findings: Finding[] = [];
  const told = new Set<string>();
  const groups = plan.groups.map((group): GroupQuota => {
    const draw = drawPlaces({ ...context, group, where });
    const made = groupRows(context, group, draw.last);
    // A written group on several forms has the same quota on each: what is wrong with it is said once.
    if (!told.has(group.people)) findings.push(...groupFindings(context, group, draw, made, where));
    told.add(group.people);
    const total = sumKnown(made.rows.map((row) => row.size));
    const rows = withChoices(made.rows, context, group, draw.places);
    return { group: group.id, rows, places: draw.places, total };
  });
  const result: Quotas = {
    groups,
    rows: groups.flatMap((group) => group.rows),
    total: sumKnown(groups.map((group) => group.total)),
  };
  const made = groups.map(({ places }) => places);
  findings.push(...notDrawnFindings(plan, made, where), ...totalFindings(plan, result, where));
  return { quotas: result, findings };
}

function groupFindings(
  { plan, units }: RowContext,
  group: Group,
  draw: PlaceDraw,
  made: GroupRows,
  where: PlanWhere,
): readonly Finding[] {
  const several = made.own.length;
  const exceptions = Object.entries(group.except).flatMap(([id, rule]): readonly RuleUnits[] => {
    const unit = units.get(id);
    return unit === undefined ? [] : [{ rule, units: [unit] }];
  });
  const rules = [{ rule: group.quota, units: made.own }, ...exceptions];
  const placed = draw.troubles.map(({ place, trouble }): TroubledRow => {
    return { name: place.name, unit: null, place: place.id, trouble };
  });
  return [
    ...troubleFindings(group, [...placed, ...made.troubled], plan, where),
    ...(group.quota.rule === 'total' && several > 1
      ? [
          finding('quota/total-over-several-units', where.quota(group.id), {
            group: group.people,
            units: several,
          }),
        ]
      : []),
    ...made.problems.map(({ problem: { kind, total, bound, parts }, pool, unit }) => {
      const args = { group: group.people, pool: pool ?? '', kind, total, bound, parts };
      return finding('quota/split-infeasible', where.quota(group.id, unit ?? undefined), args);
    }),
    ...rosterFindings(group, rules, where),
    ...bandCountFindings(plan, group, rules, where),
    ...draw.findings,
    ...(draw.last === null && draw.troubles.length === 0 ? [seedFinding(plan, group, where)] : []),
  ];
}
