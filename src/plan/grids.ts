/** Groups whose sheets rate several units: one sheet makes several ratings, and belongs to no unit. */
import type { GroupId, Plan } from './plan.ts';

export function gridGroups({ groups }: Pick<Plan, 'groups'>): ReadonlySet<GroupId> {
  const grids = groups.filter(({ about }) => about.kind === 'units' && about.units.length > 1);
  return new Set(grids.map(({ id }) => id));
}
