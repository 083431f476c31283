/** How a ranking that came out compares with the true one, replicate after replicate. Equal units are taken as drawn by lot. */
import { hair } from '../uncertainty/evaluator-combine.ts';

/** Values of the units of one list; larger is better, missing is -Infinity. */
export interface Compared {
  readonly truth: Float64Array;
  readonly estimate: Float64Array;
  /** Class by number, of truth and estimate; null: there are none. */
  readonly classes: readonly [truth: Int32Array, estimate: Int32Array] | null;
}

/** Distances in points between two units: pairs are put together by them. */
export const distances = [0, 1, 2, 5] as const;

/** Sums over replicates. */
export interface Comparison {
  readonly units: number;
  replicates: number;
  /** How often a unit came out without any result. */
  missing: number;
  /** Share of the truly best k that are among the k that come out best; by k of `bestOf`. */
  readonly found: Float64Array;
  readonly taus: number[];
  /** Pairs that differ in truth, by distance in steps of 0.1 points (the last: beyond), and how many of them are ranked rightly (ties half). */
  readonly pairs: Float64Array;
  readonly right: Float64Array;
  /** Units in their true class, and all. */
  classed: number;
  inClass: number;
  /** By how many ranks units come out off their true one, from −units to +units. */
  readonly off: Float64Array;
}

const step = 0.1;
const steps = 400;

/** More units than this are compared by a part of their pairs. */
const wholly = 700;

/** The best one, the best three, the best quarter; null where there are not clearly more units. */
export function bestOf(units: number): readonly [number, number | null, number | null] {
  return [1, units > 3 ? 3 : null, units >= 8 ? Math.round(units / 4) : null];
}

export function comparison(units: number): Comparison {
  return {
    units,
    replicates: 0,
    missing: 0,
    found: new Float64Array(3),
    taus: [],
    pairs: new Float64Array(steps),
    right: new Float64Array(steps),
    classed: 0,
    inClass: 0,
    off: new Float64Array(2 * units + 1),
  };
}

export function addComparison(sums: Comparison, { truth, estimate, classes }: Compared): void {
  sums.replicates++;
  for (const value of estimate) if (value === Number.NEGATIVE_INFINITY) sums.missing++;
  const [real, made] = [placesOf(truth), placesOf(estimate)];
  for (const [at, most] of bestOf(sums.units).entries()) {
    if (most === null) continue;
    sums.found[at] = (sums.found[at] as number) + bestFound(real, made, most);
  }
  for (let unit = 0; unit < truth.length; unit++) {
    const off = (made.better[unit] as number) - (real.better[unit] as number) + sums.units;
    sums.off[off] = (sums.off[off] as number) + 1;
  }
  addPairs(sums, truth, estimate);
  if (classes === null) return;
  const [own, given] = classes;
  for (let unit = 0; unit < own.length; unit++) {
    sums.classed++;
    if (own[unit] === given[unit]) sums.inClass++;
  }
}

interface Places {
  /** How many are better, and how many are equal, itself among them. */
  readonly better: Int32Array;
  readonly equal: Int32Array;
}

function placesOf(values: Float64Array): Places {
  const order = Int32Array.from(values, (_, at) => at);
  order.sort((one, other) => {
    const [left, right] = [values[one] as number, values[other] as number];
    return left === right ? 0 : right > left ? 1 : -1;
  });
  const better = new Int32Array(values.length);
  const equal = new Int32Array(values.length);
  for (let from = 0; from < order.length; ) {
    const best = values[order[from] as number] as number;
    let to = from + 1;
    while (to < order.length && !(best - (values[order[to] as number] as number) > hair)) to++;
    for (let at = from; at < to; at++) {
      better[order[at] as number] = from;
      equal[order[at] as number] = to - from;
    }
    from = to;
  }
  return { better, equal };
}

function bestFound(real: Places, made: Places, most: number): number {
  let found = 0;
  for (let unit = 0; unit < real.better.length; unit++) {
    found += amongBest(real, unit, most) * amongBest(made, unit, most);
  }
  return found / most;
}

/** Chance that a unit is among so many best, where lots decide between equal ones. */
function amongBest({ better, equal }: Places, unit: number, most: number): number {
  const room = most - (better[unit] as number);
  return room <= 0 ? 0 : Math.min(1, room / (equal[unit] as number));
}

/** Kendall's tau-b: (right − wrong) ÷ √(pairs that differ in truth × pairs that differ in the estimate). */
function addPairs(sums: Comparison, truth: Float64Array, estimate: Float64Array): void {
  const count = truth.length;
  const stride = count <= wholly ? 1 : Math.ceil((2 * count) / wholly);
  let [agreed, inTruth, inEstimate] = [0, 0, 0];
  for (let one = 0; one < count; one++) {
    for (
      let other = one + 1 + (stride === 1 ? 0 : (one * 7919) % stride);
      other < count;
      other += stride
    ) {
      const real = difference(truth, one, other);
      const made = difference(estimate, one, other);
      if (made !== 0) inEstimate++;
      if (real === 0) continue;
      inTruth++;
      const sign = Math.sign(real) * Math.sign(made);
      agreed += sign;
      const at = Math.min(steps - 1, Math.floor(Math.abs(real) / step + hair));
      sums.pairs[at] = (sums.pairs[at] as number) + 1;
      sums.right[at] = (sums.right[at] as number) + (1 + sign) / 2;
    }
  }
  if (inTruth > 0) sums.taus.push(inEstimate === 0 ? 0 : agreed / Math.sqrt(inTruth * inEstimate));
}

/** 0: equal, or neither is known. */
function difference(values: Float64Array, one: number, other: number): number {
  const [left, right] = [values[one] as number, values[other] as number];
  if (left === right) return 0;
  return Math.abs(left - right) <= hair ? 0 : left - right;
}

/** Several lists as if they were one, whose pairs are only within each. */
export function pooled(all: readonly Comparison[]): Comparison {
  const units = all.reduce((most, one) => Math.max(most, one.units), 0);
  const sums = comparison(units);
  for (const one of all) {
    sums.replicates += one.replicates;
    sums.missing += one.missing;
    sums.classed += one.classed;
    sums.inClass += one.inClass;
    addTo(sums.pairs, one.pairs, 0);
    addTo(sums.right, one.right, 0);
    addTo(sums.off, one.off, units - one.units);
  }
  return sums;
}

function addTo(sums: Float64Array, more: Float64Array, shift: number): void {
  for (let at = 0; at < more.length; at++) {
    sums[at + shift] = (sums[at + shift] as number) + (more[at] as number);
  }
}

/** Share of the pairs ranked rightly whose true distance lies in [from, to); null: there is none. */
export function rightBetween(
  { pairs, right }: Comparison,
  from: number,
  to: number,
): number | null {
  let [all, good] = [0, 0];
  const last = to === Number.POSITIVE_INFINITY ? steps : Math.round(to / step);
  for (let at = Math.round(from / step); at < last; at++) {
    all += pairs[at] as number;
    good += right[at] as number;
  }
  return all === 0 ? null : good / all;
}

/** Points; where no pair stands between the distances that are told apart and those that are not, nothing is said. */
const widestGap = 1;

/**
 * The smallest distance, in steps of 0.1 points, from which on pairs are ranked rightly in `share` of the replicates; null: none is
 * large enough, or too few pairs are as far apart to tell. Shares by distance are made to rise by pooling neighbours that do not (isotonic regression; Barlow, Bartholomew,
 * Bremner and Brunk 1972), so that one odd step decides nothing.
 */
export function toldApart({ pairs, right }: Comparison, share: number): number | null {
  const blocks: { from: number; all: number; good: number }[] = [];
  for (let at = 0; at < steps; at++) {
    if (pairs[at] === 0) continue;
    let last = { from: at, all: pairs[at] as number, good: right[at] as number };
    for (
      let before = blocks.at(-1);
      before !== undefined && before.good / before.all >= last.good / last.all;
      before = blocks.at(-1)
    ) {
      last = { from: before.from, all: before.all + last.all, good: before.good + last.good };
      blocks.pop();
    }
    blocks.push(last);
  }
  const first = blocks.find(({ good, all }) => good / all >= share);
  if (first === undefined) return null;
  const before = pairs.subarray(0, first.from).findLastIndex((count) => count > 0);
  const isSparse = (first.from - before - 1) * step > widestGap;
  return isSparse ? null : Math.round(first.from * step * 10) / 10;
}

/** So many ranks hold 90 % of what comes out about a unit: from the 5th to the 95th percentile of how far off it is. */
export function rankWidth({ off, units }: Comparison): number {
  const all = off.reduce((sum, count) => sum + count, 0);
  const low = quantileAt(off, all * 0.05);
  const high = quantileAt(off, all * 0.95);
  return Math.min(units, high - low + 1);
}

function quantileAt(counts: Float64Array, below: number): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) {
    sum += counts[at] as number;
    if (sum >= below - hair) return at;
  }
  return counts.length - 1;
}
