/** Which criteria under one count for a unit, and when they have all they can have: for scoring, and for the trace that tells it. */
import { type Exact, isZero } from '../stats/exact.ts';
import type { Combine, Criterion } from './criterion.ts';
import type { Index } from './index-rules.ts';

/** What has to be known of the score of a criterion. */
interface Child {
  readonly applies: boolean;
  readonly points: Exact | null;
}

/** A child that counts for the unit. */
export interface CountedChild<S> {
  readonly criterion: Criterion;
  readonly score: S;
}

/** Which children count: those that apply, without those that are dropped. A child of weight 0 has no say in a mean. */
export function countedOf<S extends Child>(
  { combine, criteria }: { readonly combine: Combine; readonly criteria: readonly Criterion[] },
  /** In the order of the criteria. */
  scores: readonly S[],
  { missing }: Pick<Index, 'missing'>,
): {
  readonly applying: readonly CountedChild<S>[];
  readonly counted: readonly CountedChild<S>[];
  readonly dropped: readonly string[];
} {
  const weighs = combine === 'mean' || combine === 'geometric' || combine === 'harmonic';
  const applying = scores.flatMap((score, at): readonly CountedChild<S>[] => {
    const criterion = criteria[at];
    if (criterion === undefined || !score.applies) return [];
    return weighs && isZero(criterion.weight) ? [] : [{ criterion, score }];
  });
  if (missing === 'none') return { applying, counted: applying, dropped: [] };
  const counted = applying.filter(({ score }) => score.points !== null);
  const dropped = applying.filter(({ score }) => score.points === null);
  return { applying, counted, dropped: dropped.map(({ criterion }) => criterion.code) };
}

/** A standard score may lie above the maximum; null: no points yet. */
export function hasMaximum(part: {
  readonly points: Exact | null;
  readonly max: Exact;
}): boolean | null {
  return part.points === null ? null : part.points.gte(part.max);
}

/** Kleene's logic: what is not known matters only where it could change the answer. */
export function together(need: 'all' | 'any', holds: readonly (boolean | null)[]): boolean | null {
  const decides = need === 'any';
  if (holds.includes(decides)) return decides;
  return holds.includes(null) ? null : !decides;
}
