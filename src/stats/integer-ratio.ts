/** Rational numbers as whole numbers in the same ratio, for loops in which quotients would be slow. */
import type { Exact } from './exact.ts';

/** Values ≥ 0 multiplied by their least common denominator: 1/2, 1/3 → 3, 2. */
export function integerRatio(values: readonly Exact[]): readonly bigint[] {
  const common = commonDenominator(values);
  return values.map(({ n, d }) => (n as bigint) * (common / (d as bigint)));
}

/** The smallest whole number that makes all of them whole. */
export function commonDenominator(values: readonly Exact[]): bigint {
  let common = 1n;
  for (const denominator of new Set(values.map(({ d }) => d as bigint)))
    common = (common / greatestDivisor(common, denominator)) * denominator;
  return common;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
