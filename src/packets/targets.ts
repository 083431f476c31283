/** The numbers of packets, whoever they go to. */
import type { Plan } from '../plan/plan.ts';

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
