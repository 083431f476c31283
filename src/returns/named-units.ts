/** The units that an import is about, as the plan of that time called them. */
import type { Plan, UnitId } from '../plan/plan.ts';
import type { NamedUnit } from './batch.ts';

/** In the order of the plan, each once. */
export function namedUnits(
  { units }: Pick<Plan, 'units'>,
  ids: readonly (UnitId | null)[],
): readonly NamedUnit[] {
  const about = new Set(ids);
  return units.flatMap(({ id, name }) => (about.has(id) ? [{ id, name }] : []));
}
