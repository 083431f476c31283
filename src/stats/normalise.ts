/**
 * Values of many units set against each other (OECD/JRC 2008, Handbook on Constructing Composite Indicators, section 5; the names and the
 * handling of ties as in COINr: n_minmax, n_goalposts, n_zscore, n_rank, n_prank).
 */
import { type Exact, exact, zero } from './exact.ts';

/** From `low` for the value `worst` to `high` for `best`, in proportion; values beyond them get no less and no more. */
export function rescaled(
  value: Exact,
  { worst, best }: { readonly worst: Exact; readonly best: Exact },
  { low, high }: { readonly low: Exact; readonly high: Exact },
): Exact {
  const way = value.sub(worst).div(best.sub(worst));
  if (way.lte(0)) return low;
  return way.gte(1) ? high : high.sub(low).mul(way).add(low);
}

export interface Spread {
  readonly mean: Exact;
  /** Of a sample: n − 1 below the sum of squares. */
  readonly deviation: Exact;
  /** Standard score of a value, × 10⁹⁰: with far more digits than are kept, so that a score of exactly 1 is one. */
  readonly score: (value: Exact) => bigint;
}

/** Values are cut off after 60 decimals before sums and roots; 30 of what comes out are kept, far more than anyone prints. */
const fine = 10n ** 60n;
const coarse = 10n ** 30n;

function cut({ s, n, d }: Exact): bigint {
  return ((s as bigint) * (n as bigint) * fine) / (d as bigint);
}

/** Mean and standard deviation to 30 decimals; null of fewer than two values, or where all are equal. The order does not matter. */
export function spreadOf(values: readonly Exact[]): Spread | null {
  const [first, ...others] = values;
  if (first === undefined || others.every((value) => value.equals(first))) return null;
  const all = values.map(cut);
  const count = BigInt(all.length);
  const sum = all.reduce((total, value) => total + value, 0n);
  // n times what each differs from the mean, so that nothing is divided before the end.
  const away = (value: bigint): bigint => count * value - sum;
  const squares = all.reduce((total, value) => total + away(value) ** 2n, 0n);
  const deviation = wholeRoot((squares * fine ** 2n) / (count ** 2n * (count - 1n)));
  // Differences beyond all digits that are kept are none.
  if (deviation < coarse * fine) return null;
  const digits = 10n ** BigInt(squares.toString().length + 120);
  const inverse = wholeRoot(((count - 1n) * digits ** 2n) / squares);
  return {
    mean: kept((sum * coarse) / count),
    deviation: kept((deviation * coarse) / fine),
    score: (value) => (away(cut(value)) * inverse * coarse * fine) / digits,
  };
}

/** base + step × (value − mean) ÷ deviation, to 30 decimals. */
export function standardiser(
  { score }: Spread,
  { base, step }: { readonly base: Exact; readonly step: Exact },
): (value: Exact) => Exact {
  const [low, by] = [cut(base), cut(step)];
  return (value) => kept((score(value) * by) / fine + low * coarse);
}

/** Of a number multiplied by 10⁹⁰; halves away from zero. */
function kept(value: bigint): Exact {
  const half = (fine / 2n) * (value < 0n ? -1n : 1n);
  return exact((value + half) / fine, coarse);
}

/** The largest whole number whose square is not above `value`: Newton's method, from above. */
function wholeRoot(value: bigint): bigint {
  let root = 1n << BigInt(2 * value.toString(16).length + 1);
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * Place of a value from below among `sorted` (smallest first): 1 for the smallest, ties share the lower place. A value that is not
 * among them gets the place of those it stands beside, at most the last.
 */
export function placeFromBelow(value: Exact, sorted: readonly Exact[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? zero).compare(value) < 0) low = middle + 1;
    else high = middle;
  }
  return Math.min(low + 1, sorted.length);
}

/** (place − 1) ÷ (n − 1): 0 for the smallest, 1 for the largest. `among` ≥ 2. */
export function percentRank(place: number, among: number): Exact {
  return exact(place - 1, among - 1);
}
