/** How many of each group have a say in a leaf, and how many there are. */
import type { Plan } from '../plan/plan.ts';
import type { Quotas } from '../quotas/quota.ts';
import type { GroupRespondents } from '../uncertainty.ts';
import type { Influences } from './influence.ts';
import { populationOf, rowFinder } from './rows-about.ts';
import type { SurveyLeaf } from './terms.ts';

/** Groups of its parts, in their order, pooled ones as well. */
export function groupCounts(
  plan: Plan,
  quotas: Quotas,
  { strata, tallied, leaves }: Influences,
): (leaf: SurveyLeaf) => readonly GroupRespondents[] {
  const [units, width] = [plan.units.length, leaves.length];
  const counts = new Int32Array(plan.groups.length * units * width);
  const place = (group: number, unit: number, leaf: number): number =>
    (group * units + unit) * width + leaf;
  const add = (at: number, what: number): void => {
    counts[at] = (counts[at] as number) + what;
  };
  for (const { group, unit, leaf } of strata) {
    for (let at = 0; at < unit.length; at++) {
      add(place(group, unit[at] as number, leaf[at] as number), 1);
    }
  }
  for (const { group, unit, leaf, forms } of tallied) add(place(group, unit, leaf), forms);
  const groups = new Map(plan.groups.map(({ id }, at) => [id, at]));
  const rows = rowFinder(plan, quotas);
  return ({ unit, leaf, parts }) => {
    const ids = parts.flatMap((part) => [part.group, ...part.with]);
    return [...new Set(ids)].map((group) => {
      const respondents = counts[place(groups.get(group) ?? 0, unit, leaf)] ?? 0;
      const population = populationOf(rows(group, plan.units[unit]?.id ?? ''));
      return { group, respondents, population };
    });
  };
}
