/** Weights as they are kept: to 12 significant digits, and exact from there on, so that anyone can work on with what is printed. */
import { type Exact, exact } from '../stats/exact.ts';

const digits = 12;

export interface KeptWeights {
  readonly floats: Float64Array;
  readonly exact: readonly Exact[];
  /** Whole numbers of `unit`: what is quick to sum. */
  readonly wholes: readonly bigint[];
  /** So many of it make 1. */
  readonly unit: bigint;
}

/** `weights` are above 0. */
export function keptWeights(weights: Float64Array): KeptWeights {
  const decimals = [...weights].map(decimalsOf);
  const most = decimals.reduce((one, other) => Math.max(one, other), 0);
  const unit = 10n ** BigInt(most);
  const wholes = [...weights].map((weight, at) => {
    const own = decimals[at] ?? 0;
    return BigInt(weight.toFixed(own).replace('.', '')) * 10n ** BigInt(most - own);
  });
  return {
    floats: Float64Array.from(weights, (weight, at) => Number(weight.toFixed(decimals[at] ?? 0))),
    exact: wholes.map((whole) => exact(whole, unit)),
    wholes,
    unit,
  };
}

/** Decimals that hold the digits; weights have a mean of 1, so few are far from it. */
function decimalsOf(weight: number): number {
  const above = weight.toExponential(digits - 1).split('e')[1] ?? '0';
  return Math.min(100, Math.max(0, digits - 1 - Number(above)));
}
