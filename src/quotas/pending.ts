/** What a quota still waits for: lists that are due, counts taken in the field, the seed of a draw. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Group, Plan, QuotaRule, Unit } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';

/** A rule of a group, with the units that follow it. */
export interface RuleUnits {
  readonly rule: QuotaRule;
  readonly units: readonly Unit[];
}

export function rosterFindings(
  group: Group,
  rules: readonly RuleUnits[],
  where: PlanWhere,
): readonly Finding[] {
  return rules.flatMap(({ rule, units }) => {
    if (rule.rule !== 'census' || rule.from.kind !== 'roster') return [];
    const { file, due, counts } = rule.from;
    const at = where.quota(group.id);
    if (counts === null) {
      const args = { group: group.people, file, due: due ?? '' };
      return [finding('quota/roster-missing', at, args)];
    }
    const without = units.filter((unit) => (counts[unit.id] ?? 0) === 0).map((unit) => unit.name);
    const args = { group: group.people, file, units: without };
    return without.length === 0 ? [] : [finding('quota/roster-without-unit', at, args)];
  });
}

export function bandCountFindings(
  plan: Plan,
  group: Group,
  rules: readonly RuleUnits[],
  where: PlanWhere,
): readonly Finding[] {
  return rules.flatMap(({ rule, units }) => {
    if (rule.rule !== 'band') return [];
    const { observed, atLeast, crowdedFrom } = rule;
    const open = units
      .filter((unit) => unit.attributes[observed] === null)
      .map((unit) => unit.name);
    const figure = plan.figures[observed]?.name ?? observed;
    const floor = crowdedFrom === null && atLeast > 0 ? atLeast : null;
    const args = { group: group.people, figure, units: open, floor };
    return open.length === 0 ? [] : [finding('quota/count-not-taken', where.quota(group.id), args)];
  });
}

/** Places are to be drawn and nobody has said from what; what the draw will come to can often be said all the same. */
export function seedFinding(plan: Plan, group: Group, where: PlanWhere): Finding {
  const steps = plannedSteps(plan, group);
  const total = steps === null ? null : steps.reduce((product, step) => product * step, 1);
  const args = { group: group.people, steps: steps ?? [], total };
  return finding('quota/seed-missing', where.sample(), args);
}

/** Places of each stage and sheets in each place: 3, 3, 2, 27; null where types, shares or fractions decide. */
export function plannedSteps(plan: Plan, { quota }: Group): readonly number[] | null {
  if (quota.rule !== 'stages') return null;
  const { stages, take } = quota;
  const first = stages[0]?.level ?? 0;
  const above = plan.places.filter(({ level }) => level === first - 1).length;
  const numbers = [
    ...(first === 0 ? [] : [above]),
    ...[...stages.map((stage) => stage.take), take].map((one) =>
      one.kind === 'count' && Object.keys(one.byType).length === 0 ? one.count : null,
    ),
  ];
  const known = numbers.filter((number) => number !== null);
  return known.length === numbers.length ? known : null;
}
