/** Student's t distribution. */
import { betaQuantile } from './beta.ts';
import { type Exact, exact } from './exact.ts';

/**
 * t such that a value of Student's distribution with `df` degrees of freedom (above 0, need not be whole) lies within ±t with this
 * probability: 0.95 and 10 → 2.228138851964939. `confidence` is a fraction from 0 to below 1.
 * t² ÷ (df + t²) is beta(1/2, df/2) (Abramowitz and Stegun 1964, 26.7.1).
 */
export function twoSidedT(confidence: Exact, df: number): number {
  const share = betaQuantile(confidence.valueOf(), 0.5, df / 2);
  // Near 1 the share has lost the digits that its complement keeps.
  const rest =
    share < 0.5 ? 1 - share : betaQuantile(exact(1).sub(confidence).valueOf(), df / 2, 0.5);
  return Math.sqrt((df * share) / rest);
}
