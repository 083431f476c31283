/**
 * Sharing a total out by weights within bounds, in whole numbers.
 *
 * Real solution: n_h = clamp(λ·a_h, min_h, max_h), with the λ at which Σ n_h is the total. Where a_h = N_h·S_h it is the
 * optimum allocation under these bounds. It is found by fixing the violated bounds of one side after the other (Bitran and Hax
 * 1981, Management Science 27(4), 431–441); λ stays a quotient of two integers, so nothing is rounded on the way.
 * Whole numbers: largest remainder (Hamilton; Hare–Niemeyer) on the real solution. They keep the bounds, which are whole too.
 */
import { type Exact, exact } from './exact.ts';
import { integerRatio } from './integer-ratio.ts';
import { largestRemainder } from './largest-remainder.ts';

export interface AllocationPart {
  /** Breaks ties, so that the order of the parts does not matter. */
  readonly id: string;
  /** ≥ 0; a part without weight gets its minimum and no more. */
  readonly weight: Exact;
  readonly min: number;
  /** Null: no upper bound. Below `min` (a population smaller than the minimum) it stands for the minimum too. */
  readonly max: number | null;
}

export type Allocation =
  | { readonly ok: true; readonly sizes: readonly number[]; readonly exact: readonly Exact[] }
  | { readonly ok: false; readonly problem: AllocationProblem };

/** Why a total cannot be shared out. */
export interface AllocationProblem {
  /**
   * `minima`: together they exceed the total; `maxima`: together they do not reach it; `no-weight`: they would, but what
   * is left over could go only to parts without weight.
   */
  readonly kind: 'minima' | 'maxima' | 'no-weight';
  readonly total: number;
  /** The least (`minima`) or the most that the bounds let be given out. */
  readonly bound: number;
  /** Parts with a minimum (`minima`), all parts (`maxima`), parts without weight (`no-weight`). */
  readonly parts: readonly string[];
}

/** A part in integers: weights over one denominator, bounds that do not cross. */
interface Bounded {
  readonly id: string;
  readonly weight: bigint;
  readonly low: bigint;
  readonly high: bigint | null;
}

/**
 * Shares `total` (a whole number ≥ 0) out by weight within the bounds. `exact` is the real solution and sums to the total as
 * well; both stand in the order of `parts` and do not depend on it (ties: see `largestRemainder`).
 */
export function allocate(total: number, parts: readonly AllocationPart[]): Allocation {
  const bounded = boundedParts(parts);
  const problem = problemOf(total, bounded);
  if (problem !== null) return { ok: false, problem };
  const reals = realSolution(BigInt(total), bounded);
  const values = bounded.map(({ id }, at) => ({ id, value: reals[at] ?? exact(0) }));
  return { ok: true, sizes: largestRemainder(values, total), exact: reals };
}

function boundedParts(parts: readonly AllocationPart[]): readonly Bounded[] {
  const weights = integerRatio(parts.map(({ weight }) => weight));
  return parts.map(({ id, min, max }, at) => ({
    id,
    weight: weights[at] ?? 0n,
    low: BigInt(max === null ? min : Math.min(min, max)),
    high: max === null ? null : BigInt(max),
  }));
}

function problemOf(total: number, parts: readonly Bounded[]): AllocationProblem | null {
  const wanted = BigInt(total);
  const say = (kind: AllocationProblem['kind'], bound: bigint, some: readonly Bounded[]) => {
    return { kind, total, bound: Number(bound), parts: some.map(({ id }) => id) };
  };
  const least = sumOf(parts.map(({ low }) => low));
  if (least > wanted) {
    const withMinimum = parts.filter(({ low }) => low > 0n);
    return say('minima', least, withMinimum);
  }
  const most = sumOrNull(parts.map(({ high }) => high));
  if (most !== null && most < wanted) return say('maxima', most, parts);
  const weightless = parts.filter(({ weight }) => weight === 0n);
  const reach = sumOrNull(parts.map(({ weight, low, high }) => (weight === 0n ? low : high)));
  return reach !== null && reach < wanted ? say('no-weight', reach, weightless) : null;
}

/** Null when any of them is unlimited. */
function sumOrNull(values: readonly (bigint | null)[]): bigint | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : sumOf(known);
}

function realSolution(total: bigint, parts: readonly Bounded[]): readonly Exact[] {
  const solution = new Map<Bounded, Exact>();
  let free = parts.filter(({ weight }) => weight > 0n);
  let rest = total - sumOf(parts.filter(({ weight }) => weight === 0n).map(({ low }) => low));
  while (free.length > 0) {
    const weights = sumOf(free.map(({ weight }) => weight));
    const { fixed, open } = fixViolated(rest, weights, free);
    if (fixed.size === 0) {
      for (const part of free) solution.set(part, exact(rest * part.weight, weights));
      break;
    }
    for (const [part, bound] of fixed) solution.set(part, exact(bound));
    rest -= sumOf(fixed.values());
    free = open;
  }
  return parts.map((part) => solution.get(part) ?? exact(part.low));
}

/**
 * With λ = rest/weights: which parts go to their upper bound, if more is cut off there than is missing at the lower bounds;
 * otherwise which go to the lower one. None: λ is found.
 */
function fixViolated(rest: bigint, weights: bigint, free: readonly Bounded[]) {
  // Beyond the upper bound by so much (above 0), or short of the lower one (below 0), in units of 1/weights.
  const beyond = free.map(({ weight, low, high }) => {
    const share = rest * weight;
    if (high !== null && share > high * weights) return share - high * weights;
    return share < low * weights ? share - low * weights : 0n;
  });
  const cutting = sumOf(beyond) > 0n;
  const fixed = new Map<Bounded, bigint>();
  const open = free.filter((part, at) => {
    const by = beyond[at] ?? 0n;
    const violated = cutting ? by > 0n : by < 0n;
    const bound = cutting ? part.high : part.low;
    if (violated && bound !== null) fixed.set(part, bound);
    return !violated;
  });
  return { fixed, open };
}

function sumOf(values: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
}
