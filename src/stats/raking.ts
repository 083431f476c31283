/**
 * Raking (iterative proportional fitting; Deming & Stephan 1940, Annals of Mathematical Statistics 11:427–444): weights are
 * multiplied, margin after margin, so that each category gets its share, until all margins hold at once. What comes out is the nearest
 * to the weights one began with, in the sense of relative entropy. In whole numbers of some 60 digits, so that nothing of the iteration
 * is left where figures are compared.
 */
import type { Exact } from './exact.ts';

export interface RakedMargin {
  /** Category of each cell: an index into `shares`; -1: not known, and then the margin leaves the cell as it is. */
  readonly category: Int32Array;
  /** What each category is of all whose category is known, 0–1; above 0 wherever a cell is in it. */
  readonly shares: readonly Exact[];
}

export interface Raked {
  /** Of each cell, weight × respondents; with the sum of before. */
  readonly masses: readonly bigint[];
  /** Cycles through all margins that it took. */
  readonly rounds: number;
  /** Largest difference between a category's weight and what it is to be, relative to that, at the end. */
  readonly difference: number;
}

/** What masses are scaled to, so that their sum has so many digits. */
export const rakingUnit = 10n ** 60n;

/** Relative; a larger difference means that it has not converged. */
export const rakingTolerance = 1e-12;
const goal = 1e-30;
const mostRounds = 10_000;
/** Whoever comes no nearer than this in so many rounds never arrives. */
const stride = 500;
export const stalled = 0.99;

/** Where no weights give all shares at once (zeros in the wrong cells) the difference stays above the tolerance. */
export function rake(
  masses: readonly bigint[],
  margins: readonly RakedMargin[],
  most = mostRounds,
): Raked {
  const raked = [...masses];
  let rounds = 0;
  let difference = largestDifference(raked, margins);
  let before = difference;
  while (difference > goal && rounds < most) {
    for (const margin of margins) scaleToShares(raked, margin);
    rounds++;
    difference = largestDifference(raked, margins);
    if (rounds % stride > 0) continue;
    if (difference > before * stalled) break;
    before = difference;
  }
  return { masses: raked, rounds, difference };
}

function scaleToShares(masses: bigint[], margin: RakedMargin): void {
  const sums = categorySums(masses, margin);
  const known = sums.reduce((all, sum) => all + sum, 0n);
  const factors = sums.map((sum, of) => {
    const { n = 1n, d = 1n } = margin.shares[of] ?? {};
    return sum === 0n
      ? ([1n, 1n] as const)
      : ([(n as bigint) * known, (d as bigint) * sum] as const);
  });
  for (const [cell, of] of margin.category.entries()) {
    const factor = factors[of];
    if (factor !== undefined) masses[cell] = ((masses[cell] ?? 0n) * factor[0]) / factor[1];
  }
}

/** Weight of each category, summed over its cells. */
export function categorySums(
  masses: readonly bigint[],
  { category, shares }: RakedMargin,
): readonly bigint[] {
  const sums = shares.map(() => 0n);
  for (const [cell, of] of category.entries()) {
    if (of >= 0) sums[of] = (sums[of] ?? 0n) + (masses[cell] ?? 0n);
  }
  return sums;
}

export function largestDifference(
  masses: readonly bigint[],
  margins: readonly RakedMargin[],
): number {
  return Math.max(0, ...margins.flatMap((margin) => differences(masses, margin)));
}

/** By category, how far its weight is from its share, relative to that; 0 for a category of nobody. */
export function differences(masses: readonly bigint[], margin: RakedMargin): readonly number[] {
  const sums = categorySums(masses, margin);
  const known = sums.reduce((all, sum) => all + sum, 0n);
  return margin.shares.map(({ n, d }, of) => {
    const wanted = (n as bigint) * known;
    if (wanted === 0n) return 0;
    const off = (sums[of] ?? 0n) * (d as bigint) - wanted;
    return Number(((off < 0n ? -off : off) * rakingUnit) / wanted) / Number(rakingUnit);
  });
}
