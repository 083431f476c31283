/** Intervals that are withheld because the weights leave the say to too few respondents. */
import { leafCriteria } from '../plan/criteria.ts';
import type { Index, Plan } from '../plan/plan.ts';
import type { Ratings } from '../ratings.ts';
import { concentrations } from '../stats/concentration.ts';
import type { Interval, Uncertainty } from '../uncertainty.ts';
import type { SheetWeights } from '../weights.ts';

/** As found, without the intervals of what such a group has a say in. */
export function withoutConcentrated(
  plan: Plan & { readonly index: Index },
  { forms }: Ratings,
  weights: SheetWeights | null,
  found: Uncertainty,
): Uncertainty {
  if (weights === null) return found;
  const few = new Set(
    concentrations(forms, weights).map(({ group, unit }) =>
      key(plan.units[unit]?.id, plan.groups[group]?.id),
    ),
  );
  if (few.size === 0) return found;
  const concerned = found.leaves.filter(({ unit, byGroup }) =>
    byGroup.some(({ group }) => few.has(key(unit, group))),
  );
  const leaves = new Set(concerned.map(({ unit, criterion }) => key(unit, criterion)));
  const units = new Set(concerned.map(({ unit }) => unit));
  const fields = new Map(
    plan.index.criteria.map((field) => [field.code, leafCriteria([field]).map(({ code }) => code)]),
  );
  return {
    ...found,
    leaves: found.leaves.map((one) =>
      leaves.has(key(one.unit, one.criterion)) ? withheld(one) : one,
    ),
    fields: found.fields.map((one) => {
      const own = fields.get(one.criterion) ?? [];
      return own.some((code) => leaves.has(key(one.unit, code))) ? withheld(one) : one;
    }),
    units: found.units.map((one) => (units.has(one.unit) ? withheld(one) : one)),
  };
}

function key(one = '', other = ''): string {
  return `${one}\n${other}`;
}

/** What had none keeps its own reason. */
function withheld<T extends { readonly interval: Interval }>(one: T): T {
  const { method } = one.interval;
  if (method === 'census' || method === 'hidden' || method === 'none') return one;
  const interval: Interval = {
    method: 'none',
    low: null,
    high: null,
    error: null,
    df: null,
    remarks: [...one.interval.remarks, 'concentrated'],
  };
  return { ...one, interval };
}
