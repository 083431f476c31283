/** What a percent may hang on beside the unit's own answers, and how far it may go. */
import type { CriterionData, IndexData } from './evaluator-data.ts';

/** Survey leaves of the units of one list that decide, through normalising, what each unit of it gets. */
export interface Reach {
  /** By leaf of the index: 1 where it does. */
  readonly leaves: Uint8Array;
  /** By unit: the number of its list, from 0. */
  readonly list: Int32Array;
  readonly lists: number;
  /** By unit: 1 where its own values are among those the others are set against. */
  readonly ranked: Uint8Array;
}

/** Null: each unit's percent follows from its own answers. */
export function reachOf(data: IndexData, criterion: CriterionData): Reach | null {
  const leaves = new Uint8Array(data.leaves.length);
  const withins = new Set<'block' | 'all'>();
  const visit = (one: CriterionData): void => {
    const rule = one.normalise;
    if (rule !== null && rule.goals === null) {
      const own = leavesBelow(one);
      for (const leaf of own) leaves[leaf] = 1;
      if (own.length > 0) withins.add(rule.within);
    }
    for (const child of one.children) visit(child);
  };
  visit(criterion);
  if (withins.size === 0) return null;
  const isOne = withins.has('all');
  // Units without a block stand first.
  const list = isOne ? new Int32Array(data.units) : data.block.map((block) => block + 1);
  return { leaves, list, lists: Math.max(0, ...list) + 1, ranked: data.ranked };
}

/** Numbers of the survey leaves below a criterion, itself one of them where it is one. */
export function leavesBelow(criterion: CriterionData): readonly number[] {
  const own = criterion.leaf < 0 ? [] : [criterion.leaf];
  return [...own, ...criterion.children.flatMap(leavesBelow)];
}

/** Its percent is never below 0 nor above 100, whatever is answered: z-scores know no end. */
export function isBounded({ normalise, children }: CriterionData): boolean {
  if (normalise !== null) return normalise.method !== 'z-score';
  return children.every(isBounded);
}
