/**
 * Plan → quotas: how many sheets each group needs from each unit or place, and why.
 * Totals foot: row → group → plan; a printed total that does not is a finding that names the row.
 */
import { finding } from './findings/catalogue.ts';
import type { Finding } from './findings/finding.ts';
import type { Group, IsoDate, Plan, Unit } from './plan/plan.ts';
import type { PlanWhere } from './plan/where.ts';
import { bandCountFindings, rosterFindings, unknownAttributeFindings } from './quotas/pending.ts';
import { lastStage, placeName, stageFindings } from './quotas/places.ts';
import type { GroupQuota, QuotaRow, Quotas, QuotaTarget } from './quotas/quota.ts';
import { sizeBy } from './quotas/rules.ts';
import { totalFindings } from './quotas/totals.ts';

/** The quotas are returned whatever the findings: a wrong total does not hide its rows. Check `hasErrors` before going on. */
export function quotas(
  plan: Plan,
  where: PlanWhere,
): { readonly quotas: Quotas; readonly findings: readonly Finding[] } {
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const findings: Finding[] = [];
  const groups = plan.groups.map((group) => {
    const quota = groupQuota(plan, group, units, where);
    findings.push(...quota.findings, ...pendingFindings(plan, group, where));
    return quota.group;
  });
  const result: Quotas = {
    groups,
    rows: groups.flatMap((group) => group.rows),
    total: sumKnown(groups.map((group) => group.total)),
  };
  return { quotas: result, findings: [...findings, ...totalFindings(plan, result, where)] };
}

function groupQuota(
  plan: Plan,
  group: Group,
  units: ReadonlyMap<string, Unit>,
  where: PlanWhere,
): { group: GroupQuota; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const rows = targets(plan, group).map((target): QuotaRow => {
    const unit = target.kind === 'unit' ? (units.get(target.unit) ?? null) : null;
    const rule = (unit === null ? undefined : group.except[unit.id]) ?? group.quota;
    const at = where.quota(group.id, unit?.id);
    const { findings: found, ...result } = sizeBy(rule, { plan, group, unit, at });
    findings.push(...found);
    const name =
      target.kind === 'place' ? placeName(plan, target.place) : (unit?.name ?? group.name);
    const fill = {
      wanted: result.size,
      reserve: 0,
      exact: null,
      source: null,
      census: rule.rule === 'census',
      designEffect: null,
      inclusion: null,
    };
    return { group: group.id, target, name, ...fill, ...result, send: sendDate(group, unit) };
  });
  const total = sumKnown(rows.map((row) => row.size));
  return { group: { group: group.id, rows, places: [], total }, findings };
}

function targets(plan: Plan, group: Group): readonly QuotaTarget[] {
  switch (group.over.kind) {
    case 'whole':
      return [{ kind: 'group' }];
    case 'units':
      return group.over.units.map((unit) => ({ kind: 'unit', unit }));
    case 'places':
      return lastStage(plan, group).map(({ id, unit }) => ({ kind: 'place', place: id, unit }));
  }
}

function pendingFindings(plan: Plan, group: Group, where: PlanWhere): readonly Finding[] {
  const several = group.over.kind === 'units' ? group.over.units.length : 1;
  return [
    ...(group.quota.rule === 'total' && several > 1
      ? [
          finding('quota/total-over-several-units', where.quota(group.id), {
            group: group.id,
            units: several,
          }),
        ]
      : []),
    ...rosterFindings(plan, group, where),
    ...unknownAttributeFindings(plan, group, where),
    ...bandCountFindings(plan, group, where),
    ...stageFindings(plan, group, where),
  ];
}

function sendDate(group: Group, unit: Unit | null): IsoDate | null {
  return (unit === null ? undefined : group.sendByUnit[unit.id]) ?? group.send;
}

function sumKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
