/** Whom the sheets of a group rate. */
import type { Group, Plan, UnitId } from './plan.ts';

/** In the order of the plan; empty when its sheets belong to no unit. */
export function ratedUnits(plan: Plan, group: Group): readonly UnitId[] {
  if (group.about.kind === 'units') return group.about.units;
  if (group.over.kind === 'units') return group.over.units;
  if (group.over.kind === 'whole') return [];
  const found = new Set(plan.places.map((place) => place.unit));
  return plan.units.map((unit) => unit.id).filter((unit) => found.has(unit));
}
