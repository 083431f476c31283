/** Walks over the index of a plan. */
import { type Exact, exact, hundred, wholeExact, zero } from '../stats/exact.ts';
import type { BlockId, ClassBand, Criterion, Index } from './plan.ts';

/** Criteria without children, in the order of the plan. */
export function leafCriteria(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.flatMap((criterion) =>
    criterion.children.length > 0 ? leafCriteria(criterion.children) : [criterion],
  );
}

/** Classes of a block, highest threshold first. */
export function classBands(index: Index, block: BlockId): readonly ClassBand[] {
  const own = Object.hasOwn(index.classesByBlock, block) ? index.classesByBlock[block] : undefined;
  return own ?? index.classes;
}

/** Places up to which each class goes: cumulative shares of so many units, rounded half up. */
export function bordersOf(bands: readonly ClassBand[], of: number): readonly number[] {
  let sum: Exact = zero;
  return bands.map(({ share }) => {
    sum = sum.add(share ?? zero);
    return wholeExact(sum.mul(exact(of)).div(hundred), 'half-up');
  });
}
