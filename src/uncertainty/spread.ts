/** How much percents of fields and units move with those of the survey leaves. */
import type { Index, Plan } from '../plan/plan.ts';
import type { Scores } from '../scores/score.ts';
import { evaluator, type IndexData, indexData } from './evaluator.ts';
import type { Influences } from './influence.ts';
import { slopes } from './slopes.ts';

/** Slopes stand unit × leaf. */
export interface Spread {
  /** Of the units' percents; null: no slope would tell how they vary. */
  readonly units: Float64Array | null;
  /** By field, in the order of the plan; null as above, or nothing in it is surveyed. */
  readonly fields: readonly (Float64Array | null)[];
  /** Of the units' percents, from the bootstrap, where there are no slopes; NaN: the unit has none. */
  readonly errors: Float64Array | null;
}

/** `errors`: of what units are ranked on. */
export function spreadOf(
  plan: Plan,
  index: Index,
  scores: Scores,
  { leaves }: Influences,
  errors: Float64Array | null,
): Spread {
  if (leaves.length === 0)
    return { units: null, fields: index.criteria.map(() => null), errors: null };
  const data = indexData(plan, index, scores);
  const units = slopes(data, evaluator(data), ({ percent }) => percent);
  const fields = data.root.children.map((field) => slopesOf(alone(data, field)));
  return { units, fields, errors: units === null ? percentErrors(index, scores, errors) : null };
}

/** One field as if it were the whole index. */
function alone(data: IndexData, field: IndexData['root']): IndexData {
  return { ...data, root: field, given: new Float64Array(data.units), highest: null };
}

function slopesOf(data: IndexData): Float64Array | null {
  return slopes(data, evaluator(data), ({ percent }) => percent);
}

function percentErrors(
  { rank }: Index,
  scores: Scores,
  errors: Float64Array | null,
): Float64Array | null {
  if (errors === null || rank.on === 'percent') return errors;
  return errors.map((error, at) => (error * 100) / (scores.units[at]?.total.max.valueOf() ?? 0));
}
