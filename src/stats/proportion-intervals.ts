/**
 * Confidence intervals of a proportion: `x` successes among `n` (n > 0; of Wilson and Wald both may be any numbers, such as an
 * effective size). Fractions, not percent. Brown, Cai and DasGupta 2001, Statistical Science 16, 101–133, compare them.
 */
import { betaQuantile } from './beta.ts';
import { type Exact, exact } from './exact.ts';
import { twoSidedZ } from './normal.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export type ProportionInterval = (x: number, n: number, confidence: Exact) => Bounds;

export type ProportionMethod =
  | 'wald'
  | 'wilson'
  | 'wilson-corrected'
  | 'agresti-coull'
  | 'exact'
  | 'jeffreys'
  | 'logit';

export const proportionIntervals: Readonly<Record<ProportionMethod, ProportionInterval>> = {
  wald: (x, n, confidence) => {
    const p = x / n;
    const half = twoSidedZ(confidence) * Math.sqrt((p * (1 - p)) / n);
    return { low: p - half, high: p + half };
  },
  wilson,
  'wilson-corrected': wilsonCorrected,
  // Agresti and Coull 1998, The American Statistician 52, 119–126. May go beyond 0 and 1.
  'agresti-coull': (x, n, confidence) => {
    const z = twoSidedZ(confidence);
    const size = n + z * z;
    const p = (x + (z * z) / 2) / size;
    const half = z * Math.sqrt((p * (1 - p)) / size);
    return { low: p - half, high: p + half };
  },
  // Clopper and Pearson 1934, Biometrika 26, 404–413.
  exact: (x, n, confidence) => {
    const [low, high] = tails(confidence);
    return {
      low: x === 0 ? 0 : betaQuantile(low, x, n - x + 1),
      high: x === n ? 1 : betaQuantile(high, x + 1, n - x),
    };
  },
  // Equal tails of the posterior from Jeffreys' prior, down to 0 at x = 0 and up to 1 at x = n.
  jeffreys: (x, n, confidence) => {
    const [low, high] = tails(confidence);
    return {
      low: x === 0 ? 0 : betaQuantile(low, x + 0.5, n - x + 0.5),
      high: x === n ? 1 : betaQuantile(high, x + 0.5, n - x + 0.5),
    };
  },
  logit,
};

/**
 * Wilson 1927, Journal of the American Statistical Association 22, 209–212: the proportions that a score test does not refuse.
 * Never beyond 0 and 1.
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

/**
 * Wilson's with half an observation as correction for continuity (Newcombe 1998, Statistics in Medicine 17, 857–872, method 4),
 * no more of it than x lies from n ÷ 2, as in R's `prop.test`.
 */
function wilsonCorrected(x: number, n: number, confidence: Exact): Bounds {
  const z = twoSidedZ(confidence);
  const correction = Math.min(0.5, Math.abs(x - n / 2)) / n;
  const square = (z * z) / n;
  const bound = (p: number, sign: 1 | -1): number => {
    const half = z * Math.sqrt((p * (1 - p)) / n + square / (4 * n));
    return (p + square / 2 + sign * half) / (1 + square);
  };
  const [below, above] = [x / n - correction, x / n + correction];
  return { low: below <= 0 ? 0 : bound(below, -1), high: above >= 1 ? 1 : bound(above, 1) };
}

/** On the scale of log odds; at x = 0 and x = n, where there are none, the exact bound. */
function logit(x: number, n: number, confidence: Exact): Bounds {
  if (x === 0 || x === n) return proportionIntervals.exact(x, n, confidence);
  const p = x / n;
  const odds = Math.log(p / (1 - p));
  const half = twoSidedZ(confidence) / Math.sqrt(n * p * (1 - p));
  return { low: 1 / (1 + Math.exp(half - odds)), high: 1 / (1 + Math.exp(-half - odds)) };
}

function tails(confidence: Exact): readonly [number, number] {
  const low = exact(1).sub(confidence).div(2);
  return [low.valueOf(), exact(1).sub(low).valueOf()];
}
