/** Standard errors out of a bootstrap, while its replicates come in. */

export interface ErrorSums {
  /** `off`: by unit, how far the replicate is from the estimate; NaN: it has no value, and is left aside. */
  readonly add: (off: (unit: number) => number) => void;
  /** By unit; NaN: fewer than two replicates have a value. */
  readonly errors: () => Float64Array;
}

export function errorSums(units: number): ErrorSums {
  const counts = new Int32Array(units);
  const sums = new Float64Array(units);
  const squares = new Float64Array(units);
  return {
    add: (offOf) => {
      for (let unit = 0; unit < units; unit++) {
        const off = offOf(unit);
        if (Number.isNaN(off)) continue;
        counts[unit] = (counts[unit] as number) + 1;
        sums[unit] = (sums[unit] as number) + off;
        squares[unit] = (squares[unit] as number) + off * off;
      }
    },
    errors: () =>
      squares.map((square, unit) => {
        const count = counts[unit] as number;
        if (count < 2) return Number.NaN;
        const mean = (sums[unit] as number) / count;
        return Math.sqrt(Math.max(0, square / count - mean * mean));
      }),
  };
}
