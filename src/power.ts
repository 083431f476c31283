/**
 * Before fieldwork: how often would these quotas rank the units rightly? Replicate after replicate true levels are drawn as
 * `survey simulate` draws them (or kept as earlier results have them), the sheets of each row of the quota come back and are
 * answered, and the index is worked out twice: from what all would say, and from what came back. Points that no survey decides are fixed.
 * Binary floats: nothing of it is points.
 */
import { finding } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import { classBands } from './plan/criteria.ts';
import type { BlockId, Index, Plan } from './plan/plan.ts';
import type { PlanWhere } from './plan/where.ts';
import type { Points } from './points.ts';
import {
  addComparison,
  bestOf,
  type Comparison,
  comparison,
  distances,
  pooled,
  rankWidth,
  rightBetween,
  toldApart,
} from './power/compare.ts';
import { type PowerDesign, powerDesign } from './power/design.ts';
import { expectedShares, type Levels, sheetsAt, usualNoise } from './power/respondents.ts';
import { expectedScores } from './power/scored.ts';
import { levelsFrom, levelsOf, spreadLeanings, type Truth } from './power/truth.ts';
import { type List, type Run, workroom } from './power/workroom.ts';
import type { Quotas } from './quotas/quota.ts';
import { evaluator, indexData } from './uncertainty/evaluator.ts';

export { usualNoise } from './power/respondents.ts';
export { spreadLeanings, type TrueUnit, type Truth, usualSpread } from './power/truth.ts';

export interface PowerOptions {
  readonly replicates: number;
  readonly seed: string;
  /** Points (of 100) between the best and the worst level that is drawn. */
  readonly spread: number;
  /** Standard deviation of one person's answers, in points of 100. */
  readonly noise: number;
  /** So many times the sizes of the quotas; 1 is among them. */
  readonly sizes: readonly number[];
  /** Null: levels are drawn. */
  readonly truth: Truth | null;
}

export interface Power {
  readonly replicates: number;
  readonly seed: string;
  readonly spread: number;
  readonly noise: number;
  readonly isFromTruth: boolean;
  /** In the order asked for. */
  readonly sizes: readonly PowerAt[];
}

export interface PowerAt {
  readonly factor: number;
  /** Sheets that count for the index. */
  readonly sheets: number;
  readonly lists: readonly PowerOf[];
  readonly all: PowerOf;
}

/** Shares are 0–1; null: nothing to tell. */
export interface PowerOf {
  /** Null: all lists together. */
  readonly block: BlockId | 'all' | null;
  readonly units: number;
  readonly bestFirst: number | null;
  readonly topThree: number | null;
  readonly topQuarter: number | null;
  /** Kendall's tau-b. */
  readonly tau: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly pairs: number | null;
  readonly byDistance: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly right: number | null;
  }[];
  /** Points from which on two units are ranked rightly in 95 % of the replicates. */
  readonly toldApart: number | null;
  /** By percent or place alone, without further conditions. */
  readonly inClass: number | null;
  readonly rankWidth: number;
  /** Share of the results that are missing: too few answers for the minimum of a criterion. */
  readonly missing: number;
  /** Percent points: root mean square of what the unit's percent is off. */
  readonly error: number | null;
}

/** Share of right orders at which two units count as told apart: as the rank intervals have it, 5 % on one side. */
export const surely = 0.95;

export function power(
  plan: Plan & { readonly index: Index },
  quotas: Quotas,
  points: Points,
  where: PlanWhere,
  options: PowerOptions,
): Checked<Power> {
  const { index } = plan;
  const design = powerDesign(plan, index, quotas);
  const lists = listsOf(plan, index);
  const refused = faults(plan, design, lists, where);
  if (refused.length > 0) return { ok: false, findings: refused };
  const noise = options.noise / usualNoise;
  const first = levelsAt(plan, design, options, noise, 0);
  const expected = expectedShares(design.questions, first, noise);
  const scores = expectedScores(plan, index, design, expected, points, where);
  if (scores === null) throw new Error('expected answers cannot be scored');
  const data = indexData(plan, index, scores);
  const { seed } = options;
  const run: Run = { plan, design, data, evaluate: evaluator(data), lists, seed, noise };
  return {
    ok: true,
    value: {
      ...options,
      isFromTruth: options.truth !== null,
      sizes: options.sizes.map((factor) => powerAt(run, options, factor)),
    },
    findings: [],
  };
}

/** Units that are ranked together, at least two. */
function listsOf(plan: Plan, index: Index): readonly List[] {
  const ranked = plan.units.flatMap((unit, at) => (unit.ranked ? [{ unit, at }] : []));
  const blocks = index.rank.within === 'all' ? ['all'] : plan.blocks.map(({ id }) => id);
  return blocks
    .map((block): List => {
      const own = ranked.filter(({ unit }) => index.rank.within === 'all' || unit.block === block);
      return { block, units: own.map(({ at }) => at), classes: classBands(index, block) };
    })
    .filter(({ units }) => units.length > 1);
}

function faults(
  plan: Plan,
  design: PowerDesign,
  lists: readonly List[],
  where: PlanWhere,
): readonly Finding[] {
  if (design.leaves.length === 0) return [finding('power/no-survey', where.file(), {})];
  if (lists.length === 0) return [finding('power/no-rivals', where.ranking('rank'), {})];
  return plan.groups.flatMap(({ id, name }) => {
    const targets = design.unknown.filter(({ group }) => group === id).map((row) => row.name);
    if (targets.length === 0) return [];
    return [finding('power/quota-unknown', where.quota(id), { group: name, targets })];
  });
}

function levelsAt(
  plan: Plan,
  design: PowerDesign,
  { seed, spread, truth }: PowerOptions,
  noise: number,
  replicate: number,
): Levels {
  const own = truth === null ? `${seed}/${replicate}` : seed;
  const drawn = levelsOf(plan, design.questions, spreadLeanings(plan, own, spread));
  return truth === null ? drawn : levelsFrom(plan, design, drawn, truth, noise);
}

function powerAt(run: Run, options: PowerOptions, factor: number): PowerAt {
  const { plan, design, lists, noise } = run;
  const sums = lists.map(({ units }) => comparison(units.length));
  const squares = new Float64Array(plan.units.length);
  const known = new Float64Array(plan.units.length);
  const work = workroom(run);
  let levels = levelsAt(plan, design, options, noise, 0);
  for (let replicate = 0; replicate < options.replicates; replicate++) {
    if (replicate > 0 && options.truth === null) {
      levels = levelsAt(plan, design, options, noise, replicate);
    }
    work.draw(levels, factor, replicate);
    for (const [at, list] of lists.entries()) {
      const sum = sums[at];
      if (sum !== undefined) addComparison(sum, work.compared(list));
    }
    work.addErrors(squares, known);
  }
  const own = lists.map(({ block, units }, at) => {
    const found = sums[at] ?? comparison(0);
    return powerOf(block, found, errorOf(units, squares, known), [found]);
  });
  const everybody = lists.flatMap(({ units }) => units);
  const all = powerOf(null, pooled(sums), errorOf(everybody, squares, known), sums);
  const sheets = design.rows.reduce((sum, row) => sum + sheetsAt(row, factor), 0);
  return { factor, sheets, lists: own, all: { ...all, units: everybody.length } };
}

function errorOf(
  units: readonly number[],
  squares: Float64Array,
  known: Float64Array,
): number | null {
  let [sum, count] = [0, 0];
  for (const unit of units) {
    sum += squares[unit] as number;
    count += known[unit] as number;
  }
  return count === 0 ? null : Math.sqrt(sum / count);
}

/** `of`: the lists it is about; shares of best units are means over them. */
function powerOf(
  block: PowerOf['block'],
  sums: Comparison,
  error: number | null,
  of: readonly Comparison[],
): PowerOf {
  const best = ([0, 1, 2] as const).map((at) => {
    const having = of.filter(({ units }) => bestOf(units)[at] !== null);
    const shares = having.map(({ found, replicates }) => (found[at] as number) / replicates);
    return shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / shares.length;
  });
  const taus = of.flatMap((one) => one.taus).sort((one, other) => one - other);
  const quantile = (share: number): number => taus[Math.floor(share * (taus.length - 1))] ?? 0;
  const mean = taus.reduce((sum, one) => sum + one, 0) / Math.max(1, taus.length);
  return {
    block,
    units: sums.units,
    bestFirst: best[0] ?? null,
    topThree: best[1] ?? null,
    topQuarter: best[2] ?? null,
    tau: taus.length === 0 ? null : { mean, low: quantile(0.05), high: quantile(0.95) },
    pairs: rightBetween(sums, 0, Number.POSITIVE_INFINITY),
    byDistance: distances.map((from, at) => {
      const to = distances[at + 1] ?? null;
      return { from, to, right: rightBetween(sums, from, to ?? Number.POSITIVE_INFINITY) };
    }),
    toldApart: toldApart(sums, surely),
    inClass: sums.classed === 0 ? null : sums.inClass / sums.classed,
    rankWidth: rankWidth(sums),
    missing: sums.missing / of.reduce((sum, one) => sum + one.replicates * one.units, 0),
    error,
  };
}
