/** Values set against those of the other units: `src/scores/normalise.ts` in binary numbers. */
import { hair } from './evaluator-combine.ts';
import type { NormaliseData } from './evaluator-data.ts';

/** Who is set against whom: 1 for those who take part, and the number of each unit's list. */
export interface Among {
  readonly ranked: Uint8Array;
  readonly block: Int32Array;
}

/** `values` in, points out, up to `top`; NaN: missing, or the units of the list cannot be told apart. */
export function normaliseAll(
  rule: NormaliseData,
  top: number,
  { ranked, block }: Among,
  values: Float64Array,
): void {
  const lists = new Map<number, number[]>();
  for (const [unit, list] of block.entries()) {
    const key = rule.within === 'all' ? 0 : list;
    const taking = lists.get(key) ?? [];
    lists.set(key, taking);
    const value = values[unit] as number;
    if (ranked[unit] === 1 && !Number.isNaN(value)) taking.push(value);
  }
  const rulers = new Map([...lists].map(([list, taking]) => [list, ruler(rule, top, taking)]));
  for (let unit = 0; unit < values.length; unit++) {
    const value = values[unit] as number;
    const points = rulers.get(rule.within === 'all' ? 0 : (block[unit] as number));
    values[unit] = points === undefined || Number.isNaN(value) ? Number.NaN : points(value);
  }
}

type Ruler = (value: number) => number;

const none: Ruler = () => Number.NaN;

function ruler(rule: NormaliseData, top: number, values: readonly number[]): Ruler {
  const { low, high, goals, reversed, method } = rule;
  const between =
    (worst: number, best: number): Ruler =>
    (value) => {
      const way = Math.min(1, Math.max(0, (value - worst) / (best - worst)));
      return (top * (low + (high - low) * way)) / high;
    };
  if (goals !== null) return between(goals.worst, goals.best);
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  const [least = 0] = sorted;
  const most = sorted[count - 1] ?? 0;
  if (count === 0 || most - least <= hair) return none;
  if (method === 'min-max') return reversed ? between(most, least) : between(least, most);
  if (method === 'z-score') {
    const mean = sorted.reduce((sum, one) => sum + one, 0) / count;
    const squares = sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const by = (reversed ? -high : high) / Math.sqrt(squares / (count - 1));
    return (value) => low + by * (value - mean);
  }
  const place = (value: number): number => placeFromBelow(value, sorted, reversed);
  if (method === 'rank') return (value) => (top * place(value)) / count;
  return (value) => (top * (low + ((high - low) * (place(value) - 1)) / (count - 1))) / high;
}

/** 1 + how many are worse, at most all of them: of a negative indicator, the larger ones are. */
function placeFromBelow(value: number, sorted: Float64Array, reversed: boolean): number {
  const count = sorted.length;
  const worse = reversed ? count - below(sorted, value + hair) : below(sorted, value - hair);
  return Math.min(worse + 1, count);
}

/** How many are smaller. */
function below(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
