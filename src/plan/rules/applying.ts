/** Units that are scored on nothing at all. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Criterion, UnitId } from '../plan.ts';
import type { Rule, RuleContext } from './rule.ts';

export const applyingRules: readonly Rule[] = [
  { needs: ['index', 'units'], check: unitsWithoutCriteria },
];

function unitsWithoutCriteria({ plan, at }: RuleContext): readonly Finding[] {
  const criteria = plan.index?.criteria ?? [];
  if (criteria.length === 0) return [];
  const scored = plan.units.filter(({ ranked }) => ranked);
  const without = scored.filter(({ id }) => !criteria.some((one) => applies(one, id)));
  if (without.length === 0) return [];
  const args = { units: without.map(({ name }) => name) };
  return [finding('plan/no-criterion-for', at(['index', 'criteria'], 'key'), args)];
}

function applies({ notFor, children }: Criterion, unit: UnitId): boolean {
  if (notFor.includes(unit)) return false;
  return children.length === 0 || children.some((child) => applies(child, unit));
}
