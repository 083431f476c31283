/**
 * Effective sample size of weighted respondents: how many unweighted ones would tell as much, n_eff = (Σw)² ÷ Σw²
 * (Kish 1965, Survey Sampling, §11.7). n ÷ n_eff is the design effect of unequal weights: 1 where all are equal.
 */
export function effectiveSize(weights: Float64Array, counts: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const [cell, weight] of weights.entries()) {
    const count = counts[cell] ?? 0;
    sum += weight * count;
    squares += weight * weight * count;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}
