/** Margins of error of proportions that are to be expected before fieldwork. All proportions are fractions from 0 to 1. */
import { parseExact, zero } from './exact.ts';
import { twoSidedZ } from './normal.ts';

/** A sample, or one stratum of it. */
export interface MarginRow {
  /** n, replies. */
  readonly size: number;
  /** N; null: not known, or so large that it does not matter. */
  readonly population: number | null;
  /** Variance over that of a simple random sample; 1: the same. */
  readonly designEffect: number;
}

export interface MarginAssumed {
  /** P; 1/2 is the widest. */
  readonly proportion: number;
  /** Above 0 and below 1. */
  readonly confidence: number;
}

/**
 * Half the width of the interval for the whole of one or several strata: z·√(Σ W_h²·variance_h), variance_h = deff · PQ/n ·
 * (N − n)/(N − 1); Cochran 1977, Sampling Techniques, 3rd ed., theorem 3.2 and section 5.10. By `population`,
 * W_h = N_h/N; by `replies`, W_h = n_h/n: every reply counts the same, where some populations are not known. Strata without
 * weight do not count. Null without any others, when a population that counts is not known, and when people there are not asked.
 */
export function stratifiedMargin(
  rows: readonly MarginRow[],
  { proportion, confidence }: MarginAssumed,
  by: 'population' | 'replies' = 'population',
): number | null {
  const counts = rows.map(({ size, population }) => (by === 'population' ? population : size));
  const whole = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (whole === 0 || counts.includes(null)) return null;
  let sum = 0;
  for (const [at, row] of rows.entries()) {
    const weight = (counts[at] ?? 0) / whole;
    const variance = weight === 0 ? 0 : varianceOf(row, proportion);
    if (variance === null) return null;
    sum += weight ** 2 * variance;
  }
  return zOf(confidence) * Math.sqrt(sum);
}

/** deff · PQ/n · (N − n)/(N − 1); null without replies, 0 when everybody answers (n ≥ N). */
function varianceOf(
  { size, population, designEffect }: MarginRow,
  proportion: number,
): number | null {
  if (size <= 0) return null;
  if (population !== null && size >= population) return 0;
  const correction = population === null ? 1 : (population - size) / (population - 1);
  return ((designEffect * proportion * (1 - proportion)) / size) * correction;
}

function zOf(confidence: number): number {
  return twoSidedZ(parseExact(String(confidence)) ?? zero);
}
