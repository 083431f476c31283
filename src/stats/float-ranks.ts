/**
 * Ranks of many lists of binary numbers of one length, as a bootstrap needs them: one sort of plain numbers for each.
 * Values that agree to about ten digits are equal, so that what only the order of additions tells apart stays equal.
 */

export interface RankOrder {
  /** Published ranks of the list, best first: `1 2 2 4`. */
  readonly published: readonly number[];
  /** What they were decided on, in the same order. */
  readonly results: ArrayLike<number>;
  /** `1 2 2 3` instead of `1 2 2 4`. */
  readonly dense: boolean;
}

/**
 * Ranks `values` (in the order of `published`; the largest is 1; missing is -Infinity) into `ranks[at × stride + offset]`.
 * Equal values share a rank, unless their published results are equal too and a tie-breaker told them apart: then it does so again.
 * One that was published with less, and now equals them, shares the rank of the last of them: what the tie-breaker would say of it is
 * not known.
 */
export function floatRanker(
  order: RankOrder,
): (
  values: Float64Array,
  ranks: Uint16Array | Uint32Array,
  offset: number,
  stride: number,
) => void {
  const { published, results, dense } = order;
  const count = published.length;
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, count))));
  const places = 2 ** bits;
  const fine = 2 ** Math.min(34, 51 - bits);
  const keys = new Float64Array(count);
  const taken = Uint32Array.from(published);
  const decided = Float64Array.from(results);
  return (values, ranks, offset, stride) => {
    fillKeys(values, keys, fine, places);
    keys.sort();
    let rank = 1;
    let last = -1;
    let lastValue = Number.NaN;
    for (let place = 0; place < count; place++) {
      const key = keys[place] as number;
      const value = Math.floor(key / places);
      const at = key - value * places;
      const isBehind =
        value !== lastValue || (decided[at] === decided[last] && taken[at] !== taken[last]);
      if (isBehind && place > 0) rank = dense ? rank + 1 : place + 1;
      ranks[at * stride + offset] = rank;
      last = at;
      lastValue = value;
    }
  };
}

/** The largest value becomes the smallest key; the place in the list stands in its last bits. */
function fillKeys(values: Float64Array, keys: Float64Array, fine: number, places: number): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === Number.NEGATIVE_INFINITY) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (high < low) {
    for (let at = 0; at < keys.length; at++) keys[at] = at;
    return;
  }
  // Digits count from the size of the numbers, not from how close together they are.
  const scale = fine / Math.max(1, Math.abs(low), Math.abs(high));
  const last = Math.round((high - low) * scale) + 1;
  for (let at = 0; at < keys.length; at++) {
    const value = values[at] as number;
    const place =
      value === Number.NEGATIVE_INFINITY
        ? last
        : Math.round(high * scale) - Math.round(value * scale);
    keys[at] = place * places + at;
  }
}
