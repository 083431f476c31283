/** To whom a packet goes: a unit, a place of the sampling frame, or a group as a whole. */
import type { Plan } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';

/** One id for each target of a plan; the kind is part of it, for a unit and a group may share a name. */
export function targetId(row: Pick<QuotaRow, 'group' | 'target'>): string {
  if (row.target.kind === 'unit') return `unit:${row.target.unit}`;
  if (row.target.kind === 'place') return `place:${row.target.place}`;
  return `group:${row.group}`;
}

/**
 * The packet number of every target the plan could have, from 1: units in plan order, then places,
 * then groups. It does not depend on the quotas, so a re-print keeps every number.
 */
export function targetOrdinals(plan: Plan): ReadonlyMap<string, number> {
  const ids = [
    ...plan.units.map((unit) => `unit:${unit.id}`),
    ...plan.places.map((place) => `place:${place.id}`),
    ...plan.groups.map((group) => `group:${group.id}`),
  ];
  return new Map(ids.map((id, index) => [id, index + 1]));
}
