/** What a quota still waits for: lists that are due, figures declared unknown, counts taken in the field. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Group, Plan, QuotaRule, Unit } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';

export function rosterFindings(plan: Plan, group: Group, where: PlanWhere): readonly Finding[] {
  return rulesOf(plan, group).flatMap(({ rule, units }) => {
    if (rule.rule !== 'census' || rule.from.kind !== 'roster') return [];
    const { file, due, counts } = rule.from;
    const at = where.quota(group.id);
    if (counts === null) {
      return [finding('quota/roster-missing', at, { group: group.id, file, due: due ?? '' })];
    }
    const without = units.filter((unit) => (counts[unit.id] ?? 0) === 0).map((unit) => unit.name);
    const args = { group: group.id, file, units: without };
    return without.length === 0 ? [] : [finding('quota/roster-without-unit', at, args)];
  });
}

export function unknownAttributeFindings(
  plan: Plan,
  group: Group,
  where: PlanWhere,
): readonly Finding[] {
  return rulesOf(plan, group).flatMap(({ rule, units }) => {
    const attribute = neededAttribute(rule);
    if (attribute === null) return [];
    const unknown = units.filter((unit) => unit.attributes[attribute] === null);
    const args = { group: group.id, attribute, units: unknown.map((unit) => unit.name) };
    return unknown.length === 0
      ? []
      : [finding('quota/attribute-unknown', where.quota(group.id), args)];
  });
}

export function bandCountFindings(plan: Plan, group: Group, where: PlanWhere): readonly Finding[] {
  return rulesOf(plan, group).flatMap(({ rule, units }) => {
    if (rule.rule !== 'band') return [];
    const { observed: attribute, atLeast } = rule;
    const open = units.filter((unit) => unit.attributes[attribute] === null);
    const args = { group: group.id, attribute, units: open.map((unit) => unit.name), atLeast };
    return open.length === 0 ? [] : [finding('quota/count-not-taken', where.quota(group.id), args)];
  });
}

function neededAttribute(rule: QuotaRule): string | null {
  if (rule.rule === 'per') return rule.of;
  return rule.rule === 'census' && rule.from.kind === 'attribute' ? rule.from.attribute : null;
}

/** The group's rule and its exceptions, each with the units that follow it. */
function rulesOf(plan: Plan, group: Group): readonly { rule: QuotaRule; units: readonly Unit[] }[] {
  const over = group.over.kind === 'units' ? new Set(group.over.units) : new Set<string>();
  const units = plan.units.filter((unit) => over.has(unit.id));
  const own = units.filter((unit) => group.except[unit.id] === undefined);
  const exceptions = units.flatMap((unit) => {
    const rule = group.except[unit.id];
    return rule === undefined ? [] : [{ rule, units: [unit] }];
  });
  return [{ rule: group.quota, units: own }, ...exceptions];
}
