/**
 * Raking (iterative proportional fitting; Deming & Stephan 1940, Annals of Mathematical Statistics 11:427–444): weights are
 * multiplied, margin after margin, so that each category gets its share, until all margins hold at once. What comes out is the nearest
 * to the weights one began with, in the sense of relative entropy. One margin is post-stratification, and done in one step.
 */

/** Respondents of one kind: alike in every category. */
export interface RakedCells {
  /** Weight of one respondent before; above 0. */
  readonly weights: Float64Array;
  /** Respondents of each cell. */
  readonly counts: Float64Array;
}

export interface RakedMargin {
  /** Category of each cell: an index into `shares`; -1: not known, and then the margin leaves the cell as it is. */
  readonly category: Int32Array;
  /** What each category is of all whose category is known, 0–1; above 0 wherever a cell is in it. */
  readonly shares: Float64Array;
}

export interface Raked {
  /** With the sum of before. */
  readonly weights: Float64Array;
  /** Cycles through all margins that it took. */
  readonly rounds: number;
  /** Largest difference between a category's weight and what it is to be, relative to that, at the end. */
  readonly difference: number;
}

/** Relative; a larger difference means that it has not converged. */
export const rakingTolerance = 1e-12;
const mostRounds = 10_000;

/** Where no weights give all shares at once (zeros in the wrong cells) the difference stays above the tolerance. */
export function rake(
  { weights, counts }: RakedCells,
  margins: readonly RakedMargin[],
  most = mostRounds,
): Raked {
  const raked = Float64Array.from(weights);
  let rounds = 0;
  let difference = largestDifference(raked, counts, margins);
  while (difference > rakingTolerance && rounds < most) {
    for (const margin of margins) scaleToShares(raked, counts, margin);
    rounds++;
    difference = largestDifference(raked, counts, margins);
  }
  return { weights: raked, rounds, difference };
}

function scaleToShares(weights: Float64Array, counts: Float64Array, margin: RakedMargin): void {
  const sums = categorySums(weights, counts, margin);
  const known = sums.reduce((all, sum) => all + sum, 0);
  const factors = sums.map((sum, of) => (sum === 0 ? 1 : ((margin.shares[of] ?? 0) * known) / sum));
  for (const [cell, of] of margin.category.entries()) {
    if (of >= 0) weights[cell] = (weights[cell] ?? 0) * (factors[of] ?? 1);
  }
}

/** Weight of each category: weight × respondents, summed over its cells. */
export function categorySums(
  weights: Float64Array,
  counts: Float64Array,
  { category, shares }: RakedMargin,
): Float64Array {
  const sums = new Float64Array(shares.length);
  for (const [cell, of] of category.entries()) {
    if (of >= 0) sums[of] = (sums[of] ?? 0) + (weights[cell] ?? 0) * (counts[cell] ?? 0);
  }
  return sums;
}

export function largestDifference(
  weights: Float64Array,
  counts: Float64Array,
  margins: readonly RakedMargin[],
): number {
  let largest = 0;
  for (const margin of margins) {
    const sums = categorySums(weights, counts, margin);
    const known = sums.reduce((all, sum) => all + sum, 0);
    for (const [of, share] of margin.shares.entries()) {
      if (share > 0) largest = Math.max(largest, Math.abs((sums[of] ?? 0) / (share * known) - 1));
    }
  }
  return largest;
}
