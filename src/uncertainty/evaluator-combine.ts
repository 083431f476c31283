/** How the criteria under one make its points, for all units at once: `src/scores/combine.ts` in binary numbers. */
import type { Combine } from '../plan/plan.ts';

/** Points and maxima of a criterion by unit; points NaN: missing. */
export interface Part {
  readonly points: Float64Array;
  readonly maxima: Float64Array;
  readonly applies: Uint8Array;
}

export interface Term extends Part {
  /** In a mean; 0: no say. */
  readonly weight: number;
  /** What its points and maximum are multiplied by in a sum. */
  readonly factor: number;
}

export interface Whole {
  readonly combine: Combine;
  readonly max: number;
  readonly terms: readonly Term[];
  readonly keep: boolean;
  readonly drop: boolean;
}

/** What the last digits of a binary number may hide: values that agree so far are taken as equal. */
export const hair = 1e-9;

/** Fills `points` and `maxima`. Where nothing applies, the maximum is 0. */
export function combineAll(whole: Whole, { points, maxima }: Part): void {
  switch (whole.combine) {
    case 'sum':
      sumAll(whole, points, maxima);
      return;
    case 'all':
    case 'any':
      decideAll(whole, points, maxima);
      return;
    default:
      averageAll(whole, points, maxima);
      return;
  }
}

function sumAll(
  { terms, max, keep, drop }: Whole,
  points: Float64Array,
  maxima: Float64Array,
): void {
  points.fill(0);
  maxima.fill(0);
  for (const term of terms) {
    for (let unit = 0; unit < points.length; unit++) {
      if (term.applies[unit] === 0) continue;
      const own = term.points[unit] as number;
      if (drop && Number.isNaN(own)) continue;
      points[unit] = (points[unit] as number) + own * term.factor;
      maxima[unit] = (maxima[unit] as number) + (term.maxima[unit] as number) * term.factor;
    }
  }
  for (let unit = 0; unit < points.length; unit++) {
    const own = maxima[unit] as number;
    if (own === 0) points[unit] = Number.NaN;
    else if (keep) {
      points[unit] = ((points[unit] as number) * max) / own;
      maxima[unit] = max;
    }
  }
}

function decideAll(whole: Whole, points: Float64Array, maxima: Float64Array): void {
  const { terms, max, combine, drop } = whole;
  const decides = combine === 'any';
  for (let unit = 0; unit < points.length; unit++) {
    let counted = 0;
    let unknown = 0;
    let decided = false;
    for (const term of terms) {
      if (term.applies[unit] === 0) continue;
      const own = term.points[unit] as number;
      if (Number.isNaN(own)) {
        if (!drop) unknown++;
        continue;
      }
      counted++;
      if (own >= (term.maxima[unit] as number) - hair === decides) decided = true;
    }
    const known = decided || (unknown === 0 && counted > 0);
    points[unit] = known ? (decided === decides ? max : 0) : Number.NaN;
    maxima[unit] = max;
  }
}

function averageAll(whole: Whole, points: Float64Array, maxima: Float64Array): void {
  const { terms, max, drop } = whole;
  const { add, mean } =
    averages[
      whole.combine === 'geometric' || whole.combine === 'harmonic' ? whole.combine : 'mean'
    ];
  for (let unit = 0; unit < points.length; unit++) {
    let sum = 0;
    let weights = 0;
    for (const { applies, points: given, maxima: most, weight } of terms) {
      if (applies[unit] === 0 || weight === 0) continue;
      const own = given[unit] as number;
      if (drop && Number.isNaN(own)) continue;
      sum += weight * add(snapped(own / (most[unit] as number)));
      weights += weight;
    }
    points[unit] = weights === 0 ? Number.NaN : mean(sum / weights) * max;
    maxima[unit] = max;
  }
}

/** A 0 that rounding has moved is a 0 again: a root would make far more of it, below 0 there is no mean at all. */
function snapped(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : value;
}

/** Of values ≥ 0; a 0 makes geometric and harmonic means 0, a value below 0 none at all. */
const averages = {
  mean: { add: (value: number) => value, mean: (sum: number) => sum },
  geometric: { add: (value: number) => Math.log(value), mean: (sum: number) => Math.exp(sum) },
  harmonic: {
    add: (value: number) => (value < 0 ? Number.NaN : 1 / Math.max(value, 0)),
    mean: (sum: number) => 1 / sum,
  },
} as const;
