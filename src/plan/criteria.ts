/** Walks over the index of a plan. */
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
