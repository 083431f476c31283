/** Rows of the quota by whom their respondents rate, and how many there are in them. */
import type { GroupId, Plan, UnitId } from '../plan/plan.ts';
import type { QuotaRow, Quotas } from '../quotas/quota.ts';

/**
 * Rows of a group whose respondents rate the unit, as far as the rows say. Where a group rates units that are named (`about`), each of
 * its respondents rates them, whatever unit or place he comes from: all of its rows.
 */
export function rowFinder(
  { groups: asked }: Plan,
  { groups }: Quotas,
): (group: GroupId, unit: UnitId) => readonly QuotaRow[] {
  const others = new Set(asked.flatMap(({ id, about }) => (about.kind === 'own' ? [] : [id])));
  const found = new Map<string, QuotaRow[]>();
  const whole = new Map<GroupId, readonly QuotaRow[]>();
  for (const { group, rows } of groups) {
    const isWhole = (row: QuotaRow): boolean => others.has(group) || row.target.kind === 'group';
    whole.set(group, rows.filter(isWhole));
    for (const row of rows) {
      if (isWhole(row) || row.target.kind === 'group') continue;
      const key = `${group}\n${row.target.unit ?? ''}`;
      const own = found.get(key);
      if (own === undefined) found.set(key, [row]);
      else own.push(row);
    }
  }
  return (group, unit) => found.get(`${group}\n${unit}`) ?? whole.get(group) ?? [];
}

/** How many there are to ask in the rows together; null: it is not known of all of them. */
export function populationOf(rows: readonly QuotaRow[]): number | null {
  let sum: number | null = null;
  for (const row of rows) {
    const all = rowPopulation(row);
    if (all === null) return null;
    sum = (sum ?? 0) + all;
  }
  return sum;
}

/** Those of a census are the ones it asks. */
export function rowPopulation({ population, census, size }: QuotaRow): number | null {
  return population ?? (census ? size : null);
}
