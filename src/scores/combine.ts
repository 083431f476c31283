/** How the criteria under one (or under the whole index) make its points, for one unit. */
import { type CountedChild, countedOf, hasMaximum, together } from '../plan/combining.ts';
import type { Combine, Criterion, Index } from '../plan/plan.ts';
import { type Exact, isZero, sumExact, zero } from '../stats/exact.ts';
import { geometricMean, harmonicMean, type Term, weightedMean } from '../stats/means.ts';
import type { CriterionScore, Part } from './score.ts';

/** A criterion with children, or the index itself. */
export interface Parent {
  readonly combine: Combine;
  /** Where everything applies. */
  readonly max: Exact;
  readonly criteria: readonly Criterion[];
}

export type CombineRules = Pick<Index, 'notApplicable' | 'missing'>;

export interface Combined extends Part {
  readonly applies: boolean;
  /** Codes of children left out because they have no points. */
  readonly dropped: readonly string[];
}

type Counted = CountedChild<CriterionScore>;

/** `scores` in the order of the parent's criteria. */
export function combined(
  parent: Parent,
  scores: readonly CriterionScore[],
  rules: CombineRules,
): Combined {
  const { applying, counted, dropped } = countedOf(parent, scores, rules);
  if (applying.length === 0) return { applies: false, points: null, max: zero, dropped: [] };
  // Nothing is left of it: it is missing, not scored without some of it.
  if (counted.length === 0) {
    return { applies: true, ...summed(parent, applying, rules), dropped: [] };
  }
  const part =
    parent.combine === 'sum'
      ? summed(parent, counted, rules)
      : { points: ownMaximum(parent, counted), max: parent.max };
  return { applies: true, ...part, dropped };
}

/** Points and maxima added; `keep`: what applies fills the whole maximum in proportion. */
function summed(parent: Parent, counted: readonly Counted[], rules: CombineRules): Part {
  if (parent.combine !== 'sum') return { points: null, max: parent.max };
  const max = sumExact(counted.map(({ score }) => score.max));
  const known = counted.flatMap(({ score: { points } }) => (points === null ? [] : [points]));
  const points = known.length === counted.length ? sumExact(known) : null;
  if (rules.notApplicable === 'shrink' || max.equals(parent.max)) return { points, max };
  if (points === null || isZero(max)) return { points: null, max: parent.max };
  return { points: points.mul(parent.max).div(max), max: parent.max };
}

function ownMaximum(parent: Parent, counted: readonly Counted[]): Exact | null {
  const { combine, max } = parent;
  if (combine === 'all' || combine === 'any') {
    const reached = together(
      combine,
      counted.map(({ score }) => hasMaximum(score)),
    );
    return reached === null ? null : reached ? max : zero;
  }
  if (combine === 'mean') return arithmetic(counted, max);
  const terms = counted.flatMap(({ criterion, score: { points, max: own } }): readonly Term[] =>
    points === null || isZero(own) ? [] : [{ value: points.div(own), weight: criterion.weight }],
  );
  if (terms.length < counted.length || terms.some(({ value }) => value.lt(0))) return null;
  const mean = combine === 'harmonic' ? harmonicMean(terms) : geometricMean(terms);
  return mean?.mul(max) ?? null;
}

/** Where all have one maximum the points are averaged as they are: the same, with fewer quotients. */
function arithmetic(counted: readonly Counted[], max: Exact): Exact | null {
  const first = counted[0]?.score.max ?? max;
  const same = counted.every(({ score }) => score.max.equals(first));
  const terms = counted.flatMap(({ criterion: { weight }, score }): readonly Term[] => {
    if (score.points === null || isZero(score.max)) return [];
    return [{ value: same ? score.points : score.points.div(score.max), weight }];
  });
  const mean = terms.length < counted.length ? null : weightedMean(terms);
  if (mean === null || (same && first.equals(max))) return mean;
  return mean.mul(same ? max.div(first) : max);
}
