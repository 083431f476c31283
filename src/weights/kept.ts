/** Weights as they are kept: exact quotients with a mean of 1, but for what an iteration leaves. Only their ratio matters. */
import { approximate, type Exact, exact } from '../stats/exact.ts';

export interface KeptWeights {
  readonly floats: Float64Array;
  readonly exact: readonly Exact[];
}

/** By cell. */
export function keptWeights(weights: readonly Exact[]): KeptWeights {
  return { floats: Float64Array.from(weights, approximate), exact: weights };
}

const longest = 10n ** 30n;
const factorDigits = 40;

/**
 * A factor above 0 of many weights at once: as it is, or to so many digits where it is longer than 30 (chances of thousands of places
 * have no common measure). A scale of all weights may be cut off without any harm.
 */
export function shortened(factor: Exact, digits = factorDigits): Exact {
  const [top, bottom] = [factor.n as bigint, factor.d as bigint];
  if (top < longest && bottom < longest) return factor;
  const unit = 10n ** BigInt(Math.max(0, digits + `${bottom}`.length - `${top}`.length));
  return exact((2n * top * unit + bottom) / (2n * bottom), unit);
}
