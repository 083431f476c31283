/**
 * Weights no larger than a limit, with the same sum: what is cut off is shared out among the others in proportion to their weights.
 * min(limit, factor × weight) with the one factor that keeps the sum: the nearest such weights in the sense of relative entropy.
 */

/** `limit` is not below the mean of the weights, else there are none. */
export function trimmedWeights(
  weights: Float64Array,
  counts: Float64Array,
  limit: number,
): Float64Array {
  const order = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  let free = 0;
  for (const [cell, weight] of weights.entries()) free += weight * (counts[cell] ?? 0);
  let open = free;
  let factor = 1;
  // The heaviest first: each that goes beyond the limit is held there, and the rest has that much less to share.
  for (const cell of order) {
    const weight = weights[cell] ?? 0;
    if (factor * weight <= limit) break;
    const count = counts[cell] ?? 0;
    free -= limit * count;
    open -= weight * count;
    if (open <= 0) break;
    factor = free / open;
  }
  return weights.map((weight) => Math.min(limit, factor * weight));
}
