/**
 * Weights no larger than a limit, with the same sum: what is cut off is shared out among the others in proportion to their weights.
 * min(limit, factor × weight) with the one factor that keeps the sum: the nearest such weights in the sense of relative entropy.
 */

/** Cells that are held at the limit, and what the weights of the others are multiplied by: `free` ÷ `open`. */
export interface Trimmed {
  readonly held: readonly boolean[];
  readonly free: bigint;
  readonly open: bigint;
}

/** In whole numbers of any unit. `limit` is not below the mean of the weights, else there is no such factor. */
export function trimmedWeights(
  weights: readonly bigint[],
  counts: readonly number[],
  limit: bigint,
): Trimmed {
  const at = (cell: number): bigint => weights[cell] ?? 0n;
  const order = [...weights.keys()].sort((a, b) =>
    at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : a - b,
  );
  const held = weights.map(() => false);
  let free = 0n;
  for (const [cell, weight] of weights.entries()) free += weight * BigInt(counts[cell] ?? 0);
  let open = free;
  // The heaviest first: each that goes beyond the limit is held there, and the rest has that much less to share.
  for (const cell of order) {
    const count = BigInt(counts[cell] ?? 0);
    const rest = open - at(cell) * count;
    if (free * at(cell) <= limit * open || rest <= 0n) break;
    held[cell] = true;
    free -= limit * count;
    open = rest;
  }
  return { held, free, open };
}
