/**
 * The weights a_h by which a total is shared out among strata, one method an entry.
 *
 * What is not whole is cut off after 50 decimals (a power after 45 digits), one grid for all strata: equal strata have equal weights, shares agree with the
 * real ones far beyond what anyone prints, and a thousand different roots have no longer a denominator than one.
 */
import { Decimal } from 'decimal.js';
import type { AllocationMethod } from '../plan/quota-rule.ts';
import { type Exact, exact, isZero, parseExact, sumExact, zero } from './exact.ts';

export interface Stratum {
  /** N_h ≥ 0. `equal` does not look at it; by all other methods a stratum of size 0 has weight 0. */
  readonly size: Exact;
  /** `neyman`: standard deviation S_h; `power`: coefficient of variation; ≥ 0. Null: 1. */
  readonly spread: Exact | null;
  /** `neyman`: cost of one reply, above 0. Null: 1. */
  readonly cost: Exact | null;
}

/** Weights in the order of the strata. `parameter`: exponent q ≥ 0 of `power` (null: 1/2), I ≥ 0 of `kish` (null: 1). */
export type WeightMethod = (
  strata: readonly Stratum[],
  parameter: Exact | null,
) => readonly Exact[];

const one = exact(1);
const half = exact(1, 2);
const grid = 10n ** 50n;

export const allocationWeights: Readonly<Record<AllocationMethod, WeightMethod>> = {
  equal: (strata) => strata.map(() => one),
  proportional: (strata) => strata.map(({ size }) => size),
  'square-root': (strata) => {
    const root = powers(half);
    return strata.map(({ size }) => root(size));
  },
  // CV_h·X_h^q with X_h = N_h: Bankier 1988, The American Statistician 42(3), 174–177.
  power: (strata, parameter) => {
    const raised = powers(parameter ?? half);
    return strata.map(({ size, spread }) => onGrid(raised(size).mul(spread ?? one)));
  },
  kish: (strata, parameter) => kishWeights(strata, parameter ?? one),
  // N_h·S_h/√c_h: Neyman 1934, JRSS 97(4), 558–625; with costs Cochran 1977, section 5.5.
  neyman: (strata) => {
    const root = powers(half);
    return strata.map(({ size, spread, cost }) => {
      return onGrid(size.mul(spread ?? one).div(root(cost ?? one)));
    });
  },
};

/**
 * √(I·W_h² + H⁻²), W_h = N_h/N, H strata: Kish 1988, Survey Methodology 14(1), 19–32. I = 0 is equal, a large I proportional.
 * Multiplied by N·H, so that no share has to be divided out.
 */
function kishWeights(strata: readonly Stratum[], importance: Exact): readonly Exact[] {
  const present = strata.filter(({ size }) => !isZero(size));
  const population = sumExact(present.map(({ size }) => size));
  const root = powers(half);
  return strata.map(({ size }) => {
    if (isZero(size)) return zero;
    const scaled = size.mul(present.length);
    return root(scaled.mul(scaled).mul(importance).add(population.mul(population)));
  });
}

/** value ↦ value^exponent; 0 stays 0 whatever the exponent. Each distinct value is worked out once. */
function powers(exponent: Exact): (value: Exact) => Exact {
  const known = new Map<string, Exact>();
  return (value) => {
    const key = value.toFraction();
    const raised = known.get(key) ?? power(value, exponent);
    known.set(key, raised);
    return raised;
  };
}

function power(value: Exact, exponent: Exact): Exact {
  if (isZero(value)) return zero;
  if (exponent.equals(half)) return squareRoot(value);
  const Digits = Decimal.clone({ precision: 45 });
  const decimal = ({ n, d }: Exact): Decimal => new Digits(`${n}`).div(`${d}`);
  const raised = parseExact(decimal(value).pow(decimal(exponent)).toFixed());
  if (raised === null) throw new Error(`${value.toFraction()} ^ ${exponent.toFraction()}`);
  return onGrid(raised);
}

/**
 * Roots of decimals that are squares are exact. Newton's method on whole numbers, from above: 50 times as quick as the library, which counts for
 * ten thousand units.
 */
function squareRoot({ n, d }: Exact): Exact {
  const square = ((n as bigint) * grid * grid) / (d as bigint);
  let root = 1n << BigInt(2 * square.toString(16).length);
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return exact(root, grid);
    root = next;
  }
}

function onGrid({ n, d }: Exact): Exact {
  return exact(((n as bigint) * grid) / (d as bigint), grid);
}
