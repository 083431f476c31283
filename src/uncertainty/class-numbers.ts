/** Classes from binary numbers, replicate after replicate. */
import { bordersOf } from '../plan/criteria.ts';
import type { ClassBand } from '../plan/plan.ts';
import { approximate } from '../stats/exact.ts';
import { hair } from './evaluator-combine.ts';

/** Number of the class of each unit, by percent or by place, without further conditions; −1: none. */
export function classNumbers(
  bands: readonly ClassBand[],
  percents: Float64Array,
  results: Float64Array,
): Int32Array {
  const borders = bordersOf(bands, results.length);
  const from = bands.map((band) => (band.from === null ? null : approximate(band.from)));
  const sorted = results.slice().sort();
  return Int32Array.from(percents, (percent, at) => {
    const better = results.length - firstAbove(sorted, (results[at] as number) + hair);
    return from.findIndex((least, band) =>
      least === null ? better < (borders[band] ?? 0) : percent >= least - hair,
    );
  });
}

/** Index of the first of the sorted values that is larger. */
function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
