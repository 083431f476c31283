/** The rule that a unit of a group follows. */
import type { Group, QuotaRule, UnitId } from './plan.ts';

/** Its exception, else its pool's, else the group's own. Null: a row that is no unit's. */
export function unitRule({ quota, except, pools }: Group, unit: UnitId | null): QuotaRule {
  if (unit === null) return quota;
  const pool = pools.find(({ units }) => units.includes(unit));
  return except[unit] ?? (pool === undefined ? quota : { rule: 'split', ...pool.split });
}
