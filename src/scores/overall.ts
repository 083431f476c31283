/** One average over all blocks, weighted as the plan says. */
import type { BlockId, Index, Plan } from '../plan/plan.ts';
import { type Exact, exact, isZero, meanExact, sumExact, zero } from '../stats/exact.ts';
import type { BlockMean, OverallScore, UnitScore } from './score.ts';

/** Null when the plan wants none. */
export function overallScore(
  plan: Plan,
  { overall }: Index,
  scores: readonly UnitScore[],
): OverallScore | null {
  if (overall === null) return null;
  const blocks = plan.blocks.flatMap(({ id: block }): readonly BlockMean[] => {
    const own = scores.filter((score) => score.block === block && score.ranked);
    if (own.length === 0) return [];
    const percents = own.flatMap(({ percent }) => (percent === null ? [] : [percent]));
    const units = percents.length;
    const missing = own.length - units;
    const weights = {
      units: () => exact(units),
      blocks: () => exact(1),
      stated: () => statedWeight(overall, block),
    };
    return [{ block, units, missing, mean: meanExact(percents), weight: weights[overall.kind]() }];
  });
  // With weights as stated a block of weight 0 is not asked for its mean; any other block without one leaves no average.
  const isStated = overall.kind === 'stated';
  const counted = blocks.filter(({ weight }) => !isStated || !isZero(weight));
  return { blocks, percent: weightedMean(counted) };
}

function statedWeight(overall: NonNullable<Index['overall']>, block: BlockId): Exact {
  if (overall.kind !== 'stated' || !Object.hasOwn(overall.weights, block)) return zero;
  return overall.weights[block] ?? zero;
}

function weightedMean(blocks: readonly BlockMean[]): Exact | null {
  const terms = blocks.flatMap(({ mean, weight }) => (mean === null ? [] : [mean.mul(weight)]));
  const whole = sumExact(blocks.map(({ weight }) => weight));
  return terms.length < blocks.length || isZero(whole) ? null : sumExact(terms).div(whole);
}
