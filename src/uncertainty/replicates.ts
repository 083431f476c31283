/** Replicate after replicate of what units are ranked on, in memory that does not grow with them. */
import type { Index, Plan } from '../plan/plan.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { approximate } from '../stats/exact.ts';
import { deviations, type Named } from './deviations.ts';
import type { Target } from './drawn-things.ts';
import { type Evaluator, evaluator, type IndexData, indexData } from './evaluator.ts';
import type { Influences } from './influence.ts';
import { slopes } from './slopes.ts';

/** Valid until the next one comes. */
export interface Replicate {
  /** From 0. */
  readonly number: number;
  /** By unit; NaN: missing. */
  readonly results: Float64Array;
  /** The same without any deviation. */
  readonly estimates: Float64Array;
  /** Points and maxima of a criterion by unit; null: results move along a line, and criteria are not worked out. */
  readonly criterion: Evaluator['criterion'];
}

/** Numbers that are made at a time: 16 MiB. */
const atATime = 2 ** 21;

/**
 * Along a line one number per unit is enough; else every leaf is moved, kept within 0 to 100 %, and the index worked out anew. Equal
 * estimates that nothing moves stay equal, because deviations are added to the exact ones.
 */
export function replicates(
  plan: Plan,
  index: Index,
  scores: Scores,
  influences: Influences,
  count: number,
  each: (replicate: Replicate) => void,
): void {
  const data = indexData(plan, index, scores);
  const evaluate = evaluator(data);
  const estimates = Float64Array.from(scores.units, (unit) => resultOf(unit, index.rank.on));
  const moves = evaluate.shape === 'linear' ? slopes(data, evaluate) : null;
  const moved = moves === null ? byLeaf(data, evaluate, estimates) : byUnit(data, moves, estimates);
  const named = namesOf(plan, index);
  const { target, results } = moved(leafNumbers(data, influences), ranksOf(named.units));
  const criterion = moves === null ? evaluate.criterion : () => null;
  const draw = deviations(influences, target, named);
  const rows = Math.max(1, Math.min(count, Math.floor(atATime / Math.max(1, target.width))));
  const sums = new Float64Array(rows * target.width);
  for (let first = 0; first < count; first += rows) {
    const size = Math.min(rows, count - first);
    draw(sums, size);
    for (let row = 0; row < size; row++) {
      const own = sums.subarray(row * target.width, (row + 1) * target.width);
      each({ number: first + row, results: results(own), estimates, criterion });
    }
  }
}

/** What a unit is ranked on; NaN: missing. */
export function resultOf({ percent, total }: UnitScore, on: Index['rank']['on']): number {
  const result = on === 'percent' ? percent : total.points;
  return result === null ? Number.NaN : approximate(result);
}

export function namesOf(plan: Plan, { uncertainty }: Index): Named {
  return {
    seed: uncertainty.seed,
    groups: plan.groups.map(({ id }) => id),
    units: plan.units.map(({ id }) => id),
  };
}

/** The leaves of the influences, as numbers of the evaluator's; -1: it has none. */
function leafNumbers({ leaves }: IndexData, influences: Influences): Int32Array {
  return Int32Array.from(influences.leaves, (code) => leaves.indexOf(code));
}

/** Their places in the order of the texts, whatever the language of the machine. */
function ranksOf(names: readonly string[]): Int32Array {
  const order = [...names.keys()].sort((one, other) =>
    (names[one] ?? '') < (names[other] ?? '') ? -1 : 1,
  );
  const ranks = new Int32Array(names.length);
  for (const [rank, at] of order.entries()) ranks[at] = rank;
  return ranks;
}

/** `units`: place of each in the order of names. */
type Moved = (
  leaf: Int32Array,
  units: Int32Array,
) => {
  readonly target: Target;
  /** From the sums of one replicate to the results. */
  readonly results: (sums: Float64Array) => Float64Array;
};

function byUnit({ units, leaves }: IndexData, moves: Float64Array, estimates: Float64Array): Moved {
  const results = new Float64Array(units);
  return (leaf, ranks) => ({
    target: {
      width: units,
      rank: ranks,
      at: (unit) => unit,
      weight: (unit, about) => moves[unit * leaves.length + (leaf[about] ?? 0)] ?? 0,
    },
    results: (sums) => {
      for (let unit = 0; unit < units; unit++) {
        results[unit] = (estimates[unit] as number) + (sums[unit] as number);
      }
      return results;
    },
  });
}

function byLeaf(data: IndexData, evaluate: Evaluator, estimates: Float64Array): Moved {
  const { percents, leaves, units } = data;
  const still = evaluate.evaluate(percents).results.slice();
  const now = new Float64Array(percents.length);
  const results = new Float64Array(units);
  const inUnit = ranksOf(leaves);
  return (leaf, ranks) => ({
    target: {
      width: percents.length,
      rank: Int32Array.from(percents, (_, at) => {
        const own = ranks[Math.floor(at / leaves.length)] as number;
        return own * leaves.length + (inUnit[at % leaves.length] as number);
      }),
      at: (unit, about) => unit * leaves.length + (leaf[about] ?? 0),
      weight: (unit, about) =>
        Number.isNaN(percents[unit * leaves.length + (leaf[about] ?? 0)]) ? 0 : 1,
    },
    results: (sums) => {
      for (let at = 0; at < now.length; at++) {
        now[at] = Math.min(100, Math.max(0, (percents[at] as number) + (sums[at] as number)));
      }
      const made = evaluate.evaluate(now).results;
      for (let unit = 0; unit < units; unit++) {
        const off = (made[unit] as number) - (still[unit] as number);
        results[unit] = (estimates[unit] as number) + off;
      }
      return results;
    },
  });
}
