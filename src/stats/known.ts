/** Sums of counts that may not be known yet. */

/** Null when any of them is: an unknown part makes the whole unknown, never 0. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
