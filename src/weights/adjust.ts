/** Weights of cells fitted to the margins and trimmed. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Group } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import {
  categorySums,
  largestDifference,
  type RakedMargin,
  rake,
  rakingTolerance,
} from '../stats/raking.ts';
import { trimmedWeights } from '../stats/trimmed-weights.ts';
import type { WeightCell } from './cells.ts';
import type { GroupMargin } from './margins.ts';

/** What is to be fitted; `base`: weights by cell, of any scale. */
export interface Adjusting {
  readonly group: Group;
  readonly cells: readonly WeightCell[];
  readonly base: Float64Array;
  readonly margins: readonly GroupMargin[];
  /** Times the mean; null: no limit. */
  readonly trim: number | null;
  readonly where: PlanWhere;
}

/** One respondent's weight by cell; mean 1 over the respondents. */
export function adjustedWeights(source: Adjusting): Checked<Float64Array> {
  const { group, cells, base, margins, trim, where } = source;
  const empty = margins.flatMap((margin, at) => categoryFindings(source, margin, at));
  if (empty.length > 0) return { ok: false, findings: empty };
  const counts = Float64Array.from(cells, ({ count }) => count);
  const start = scaledToMeanOne(base, counts);
  const raked = margins.map((margin, at) => rakedMargin(margin, at, cells));
  const { weights, difference } = rake({ weights: start, counts }, raked);
  if (difference > rakingTolerance) {
    const questions = margins.map(({ question }) => question);
    const args = { group: group.name, questions, difference: (difference * 100).toPrecision(2) };
    return {
      ok: false,
      findings: [finding('weights/not-converged', where.weights(group.id), args)],
    };
  }
  if (trim === null) return { ok: true, value: weights, findings: [] };
  const trimmed = trimmedToMargins(weights, counts, raked, trim);
  return { ok: true, value: trimmed, findings: movedFindings(source, trimmed, counts, raked) };
}

function scaledToMeanOne(base: Float64Array, counts: Float64Array): Float64Array {
  let [sum, respondents] = [0, 0];
  for (const [cell, weight] of base.entries()) {
    sum += weight * (counts[cell] ?? 0);
    respondents += counts[cell] ?? 0;
  }
  return base.map((weight) => (weight * respondents) / sum);
}

/** Those without an answer are left as they are; the others share out what is theirs. */
function rakedMargin(
  { categories }: GroupMargin,
  at: number,
  cells: readonly WeightCell[],
): RakedMargin {
  return {
    category: Int32Array.from(cells, (cell) => {
      const category = cell.categories[at] ?? categories.length;
      return category < categories.length ? category : -1;
    }),
    shares: Float64Array.from(categories, ({ share }) => share.valueOf()),
  };
}

/** Cycles of raking and trimming; where limit and margins agree, far fewer do. */
const mostCycles = 2_000;
const trimTolerance = 1e-9;

/** The limit is kept whatever happens; the margins as far as it lets them be. */
function trimmedToMargins(
  raked: Float64Array,
  counts: Float64Array,
  margins: readonly RakedMargin[],
  limit: number,
): Float64Array {
  let trimmed = trimmedWeights(raked, counts, limit);
  for (let cycle = 0; cycle < mostCycles; cycle++) {
    if (largestDifference(trimmed, counts, margins) <= trimTolerance) break;
    const again = rake({ weights: trimmed, counts }, margins, 1);
    trimmed = trimmedWeights(again.weights, counts, limit);
  }
  return trimmed;
}

/** Categories of the population in which nobody answered, and the other way round. */
function categoryFindings(
  { group, cells, where }: Adjusting,
  { question, categories, position }: GroupMargin,
  margin: number,
): readonly Finding[] {
  const at = where.weights(group.id, position);
  const counts = categories.map((_, of) =>
    cells.reduce((sum, cell) => sum + (cell.categories[margin] === of ? cell.count : 0), 0),
  );
  const about = { group: group.name, question };
  if (counts.every((count) => count === 0)) {
    return [finding('weights/margin-unanswered', at, about)];
  }
  const some = (wanted: (share: number, count: number) => boolean): readonly string[] =>
    categories.flatMap(({ options, share }, of) =>
      wanted(share.valueOf(), counts[of] ?? 0) ? [options.join('+')] : [],
    );
  const empty = some((share, count) => share > 0 && count === 0);
  const nobody = some((share, count) => share === 0 && count > 0);
  return [
    ...(empty.length > 0
      ? [finding('weights/category-empty', at, { ...about, options: empty })]
      : []),
    ...(nobody.length > 0
      ? [finding('weights/category-of-nobody', at, { ...about, options: nobody })]
      : []),
  ];
}

/** Where the limit keeps the margins from their totals: the category furthest from its own. */
function movedFindings(
  { group, margins, where }: Adjusting,
  weights: Float64Array,
  counts: Float64Array,
  raked: readonly RakedMargin[],
): readonly Finding[] {
  const off = raked.flatMap((fit, margin) => {
    const sums = categorySums(weights, counts, fit);
    const known = sums.reduce((all, sum) => all + sum, 0);
    return [...fit.shares].map((wanted, category) => {
      const reached = (sums[category] ?? 0) / known;
      const difference = wanted > 0 ? Math.abs(reached / wanted - 1) : 0;
      return { margin, category, difference, wanted, reached };
    });
  });
  const worst = off.reduce<(typeof off)[number] | null>(
    (most, one) => (one.difference > (most?.difference ?? trimTolerance) ? one : most),
    null,
  );
  if (worst === null) return [];
  const { position = 0, question = '', categories = [] } = margins[worst.margin] ?? {};
  const args = {
    group: group.name,
    question,
    options: categories[worst.category]?.options ?? [],
    wanted: (worst.wanted * 100).toFixed(2),
    reached: (worst.reached * 100).toFixed(2),
  };
  return [finding('weights/trim-moves-margins', where.weights(group.id, position), args)];
}
