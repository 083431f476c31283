/** Walks over the index of a plan. */
import { type Exact, exact, hundred, wholeExact, zero } from '../stats/exact.ts';
import type { BlockId, ClassBand, Criterion, Index } from './plan.ts';

/** Criteria without children, in the order of the plan. */
export function leafCriteria(criteria: readonly Criterion[]): readonly Criterion[] {
  return leavesOf(criteria);
}

/** Whatever has nothing under it, in order: of criteria, or of their scores. */
export function leavesOf<T extends { readonly children: readonly T[] }>(
  tree: readonly T[],
): readonly T[] {
  return tree.flatMap((one) => (one.children.length > 0 ? leavesOf(one.children) : [one]));
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
