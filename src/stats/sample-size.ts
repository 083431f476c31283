/** Sample sizes by formula, before rounding. Errors, confidence and proportions are fractions from 0 to 1, not percentages. */
import { type Exact, exact, isZero, parseExact, zero } from './exact.ts';
import { twoSidedZ } from './normal.ts';

/** n = N / (1 + N·e²), e above 0: Yamane 1967, Statistics: An Introductory Analysis, 2nd ed., p. 886; also called Slovin's. */
export function slovin(population: Exact, error: Exact): Exact {
  return population.div(population.mul(error).mul(error).add(1));
}

export interface CochranInput {
  /** N; null: so large that it does not matter. */
  readonly population: number | null;
  /** Half the width of the interval, above 0. */
  readonly error: Exact;
  /** Above 0 and below 1. */
  readonly confidence: Exact;
  /** P; 1/2 is the most cautious. */
  readonly proportion: Exact;
  /** Variance over that of a simple random sample; 1: the same. */
  readonly designEffect: Exact;
  /**
   * `before-correction`: deff·n0 goes into the finite-population correction, so n never exceeds N, and the margin of n is the
   * error again; `after-correction`: the corrected n is multiplied.
   */
  readonly designEffectOn: 'before-correction' | 'after-correction';
}

/**
 * For a proportion: n0 = z²·P·Q/e², n = n0 / (1 + (n0 − 1)/N); Cochran 1977, Sampling Techniques, 3rd ed., section 4.4.
 * z is the normal quantile itself (1.95996… for 0.95, not 1.96), to 16 digits; all the rest is worked out exactly, so that noise
 * (384.00000000000006) never costs one more person when the size is rounded up.
 */
export function cochran(input: CochranInput): Exact {
  const { population, designEffect, designEffectOn } = input;
  const endless = endlessSize(input);
  return designEffectOn === 'before-correction'
    ? corrected(endless.mul(designEffect), population)
    : corrected(endless, population).mul(designEffect);
}

/** n0 = z²·P·Q/e². */
function endlessSize({ confidence, proportion, error }: CochranInput): Exact {
  const z = parseExact(twoSidedZ(confidence).toFixed(20)) ?? zero;
  const spread = proportion.mul(exact(1).sub(proportion));
  return z.mul(z).mul(spread).div(error).div(error);
}

/** N·n0 / (N + n0 − 1). */
function corrected(endless: Exact, population: number | null): Exact {
  if (population === null) return endless;
  // Nobody there, or everybody of one mind: nobody has to be asked.
  if (population === 0 || isZero(endless)) return zero;
  return endless.mul(population).div(endless.add(population).sub(1));
}
