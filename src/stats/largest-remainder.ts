/** Rounding several numbers so that their sum is kept. */
import type { Exact } from './exact.ts';

/**
 * Remainders are compared to 30 decimals: far below any quotient of real figures, and above what is left of a square root
 * cut off after 50 decimals, so that ties stay ties there as well (√2 : √8 is 1 : 2).
 */
const unit = 10n ** 30n;

/**
 * Largest remainder: everyone's whole part, then one more each for the largest fractional parts until `total` is reached.
 * Equal fractions: the larger value first, then the id that comes first (by code point), so that row order never matters.
 * `values` are ≥ 0 and `total` is their sum, rounded down or up where it is not whole itself. In the order of `values`.
 */
export function largestRemainder(
  values: readonly { readonly id: string; readonly value: Exact }[],
  total: number,
): readonly number[] {
  const shares = values.map(({ id, value }, at) => {
    const units = toUnits(value);
    return { id, at, units, whole: Number(units / unit), fraction: units % unit };
  });
  const left = total - shares.reduce((sum, { whole }) => sum + whole, 0);
  const ranked = shares.toSorted(
    (a, b) => compare(b.fraction, a.fraction) || compare(b.units, a.units) || compare(a.id, b.id),
  );
  const sizes = shares.map(({ whole }) => whole);
  for (const { at, whole } of ranked.slice(0, left)) sizes[at] = whole + 1;
  return sizes;
}

/** Rounded to the nearest unit. */
function toUnits(value: Exact): bigint {
  const denominator = value.d as bigint;
  return (2n * (value.n as bigint) * unit + denominator) / (2n * denominator);
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
