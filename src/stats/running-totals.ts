/**
 * Running totals of shares of which one after the other is struck out. They are summed up in pairs, pairs of pairs and so on, so
 * that this takes as many steps as the number of shares has binary digits, not as many as there are shares.
 */

export interface RunningTotals {
  /** Sum of what is left. */
  readonly whole: () => bigint;
  /** Strikes out the share, ≥ 0 and in the order given, in which `point` (0 ≤ point < whole) lies, and says where it stands. */
  readonly strike: (point: bigint) => number;
}

export function runningTotals(shares: readonly bigint[]): RunningTotals {
  let size = 1;
  while (size < shares.length) size *= 2;
  // sums[node] = sums[2·node] + sums[2·node + 1], down to the shares themselves from sums[size] on.
  const sums = [...Array.from({ length: size }, () => 0n), ...shares];
  for (let node = size - 1; node > 0; node--) sums[node] = at(2 * node) + at(2 * node + 1);

  function at(node: number): bigint {
    return sums[node] ?? 0n;
  }

  function strike(point: bigint): number {
    let rest = point;
    let node = 1;
    while (node < size) {
      node *= 2;
      if (rest < at(node)) continue;
      rest -= at(node);
      node += 1;
    }
    const share = at(node);
    for (let above = node; above > 0; above = Math.floor(above / 2))
      sums[above] = at(above) - share;
    return node - size;
  }

  return { whole: () => at(1), strike };
}
