/** Wilson's confidence interval of a proportion. Fractions, not percent. */
import type { Exact } from './exact.ts';
import { twoSidedZ } from './normal.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson 1927, Journal of the American Statistical Association 22, 209–212: the proportions that a score test does not refuse.
 * `x` successes among `n` (n > 0), which may be any numbers, such as an effective size. Never beyond 0 and 1. Brown, Cai and
 * DasGupta 2001, Statistical Science 16, 101–133, compare it with others.
 */
export function wilson(x: number, n: number, confidence: Exact): Bounds {
  const z = twoSidedZ(confidence);
  const p = x / n;
  const square = (z * z) / n;
  const centre = p + square / 2;
  const half = z * Math.sqrt((p * (1 - p)) / n + square / (4 * n));
  return {
    low: x <= 0 ? 0 : (centre - half) / (1 + square),
    high: x >= n ? 1 : (centre + half) / (1 + square),
  };
}

/**
 * The size that makes Wilson's interval that of a sample without replacement, the fraction `f` of all there are: the score test with the
 * variance P(1 − P) ÷ n × (N − n) ÷ (N − 1) (Cochran 1977, Sampling Techniques, theorem 3.2) at N = n ÷ f. `f` from 0 to below 1.
 */
export function effectiveSize(n: number, f: number): number {
  return (n - f) / (1 - f);
}
