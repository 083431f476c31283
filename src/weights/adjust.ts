/** Weights of cells fitted to the margins and trimmed: exact quotients but for raking, and trimming that moves margins. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Group } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { approximate, type Exact, exact, isZero, sumExact } from '../stats/exact.ts';
import {
  categorySums,
  differences,
  largestDifference,
  type RakedMargin,
  rake,
  rakingTolerance,
  rakingUnit,
  stalled,
} from '../stats/raking.ts';
import { trimmedWeights } from '../stats/trimmed-weights.ts';
import type { WeightCell } from './cells.ts';
import { shortened } from './kept.ts';
import type { GroupMargin } from './margins.ts';

/** What is to be fitted; `base`: weights by cell, above 0, of any scale. */
export interface Adjusting {
  readonly group: Group;
  readonly cells: readonly WeightCell[];
  readonly base: readonly Exact[];
  readonly margins: readonly GroupMargin[];
  /** Times the mean; null: no limit. */
  readonly trim: Exact | null;
  readonly where: PlanWhere;
}

/** One respondent's weight by cell; mean 1 over the respondents. */
export function adjustedWeights(source: Adjusting): Checked<readonly Exact[]> {
  const { group, cells, base, margins, trim, where } = source;
  const empty = margins.flatMap((margin, at) => categoryFindings(source, margin, at));
  if (empty.length > 0) return { ok: false, findings: empty };
  const start = scaledToMeanOne(base, cells);
  const { weights, difference } = fitted(start, source);
  if (difference > rakingTolerance) {
    const questions = margins.map(({ question }) => question);
    const args = { group: group.name, questions, difference: percentOff(difference) };
    return {
      ok: false,
      findings: [finding('weights/not-converged', where.weights(group.id), args)],
    };
  }
  if (trim === null || weights.every((weight) => weight.lte(trim)))
    return { ok: true, value: weights, findings: [] };
  if (margins.length === 0)
    return { ok: true, value: trimmedExactly(weights, cells, trim), findings: [] };
  return trimmedToMargins(weights, source, trim);
}

function massesOf(weights: readonly Exact[], cells: readonly WeightCell[]): readonly Exact[] {
  return cells.map(({ count }, cell) => (weights[cell] ?? exact(0)).mul(count));
}

/** Two digits, and never a power of ten: `400`, `7.4`, `0.00012`. */
function percentOff(difference: number): string {
  const percent = Number((difference * 100).toPrecision(2));
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(percent)));
  return percent.toFixed(Math.min(decimals, 15));
}

/** Only the ratio of weights matters: a mean of 1 is for those who read them. */
const scaleDigits = 12;

function scaledToMeanOne(base: readonly Exact[], cells: readonly WeightCell[]): readonly Exact[] {
  const respondents = cells.reduce((sum, { count }) => sum + count, 0);
  const scale = shortened(exact(respondents).div(sumExact(massesOf(base, cells))), scaleDigits);
  return base.map((weight) => weight.mul(scale));
}

interface Fitted {
  readonly weights: readonly Exact[];
  readonly difference: number;
}

/** Cells alike in every margin are multiplied by the same factor, so that there are few to work with. */
function fitted(start: readonly Exact[], { cells, margins }: Adjusting): Fitted {
  if (margins.length === 0) return { weights: start, difference: 0 };
  const masses = massesOf(start, cells);
  const kinds = new Map<string, { readonly like: WeightCell; readonly masses: Exact[] }>();
  const keys = cells.map(({ categories }) => categories.join());
  for (const [at, like] of cells.entries()) {
    const key = keys[at] ?? '';
    const kind = kinds.get(key) ?? { like, masses: [] };
    kinds.set(key, kind);
    kind.masses.push(masses[at] ?? exact(0));
  }
  const all = [...kinds.values()].map(({ like, masses: own }) => ({ like, mass: sumExact(own) }));
  const { factors, difference } =
    margins.length === 1 ? stratified(all, margins) : rakedFactors(all, margins);
  const places = new Map([...kinds.keys()].map((key, at) => [key, at]));
  const weights = start.map((weight, cell) =>
    weight.mul(factors[places.get(keys[cell] ?? '') ?? -1] ?? 1),
  );
  return { weights, difference };
}

interface Kind {
  readonly like: WeightCell;
  readonly mass: Exact;
}

interface Factors {
  readonly factors: readonly Exact[];
  readonly difference: number;
}

/** One margin is post-stratification: share × all whose category is known ÷ those of the category. */
function stratified(kinds: readonly Kind[], [margin]: readonly GroupMargin[]): Factors {
  const shares = margin?.categories.map(({ share }) => share) ?? [];
  const known = kinds.filter(({ like }) => shares[like.categories[0] ?? -1] !== undefined);
  const whole = sumExact(known.map(({ mass }) => mass));
  const factors = kinds.map(({ like, mass }) => {
    const share = shares[like.categories[0] ?? -1];
    return share === undefined ? exact(1) : shortened(share.mul(whole).div(mass));
  });
  return { factors, difference: 0 };
}

function rakedFactors(kinds: readonly Kind[], margins: readonly GroupMargin[]): Factors {
  const whole = sumExact(kinds.map(({ mass }) => mass));
  const before = kinds.map(({ mass }) => wholeOf(mass.div(whole)));
  const own = kinds.map(({ like }) => like);
  const { masses, difference } = rake(
    before,
    margins.map((margin, at) => rakedMargin(margin, at, own)),
  );
  const factors = masses.map((mass, at) => shortened(exact(mass, before[at] ?? 1n)));
  return { factors, difference };
}

function wholeOf({ n, d }: Exact): bigint {
  return ((n as bigint) * rakingUnit) / (d as bigint);
}

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
    shares: categories.map(({ share }) => share),
  };
}

/** What is held is found in whole numbers, the factor of the others exactly. */
function trimmedExactly(
  weights: readonly Exact[],
  cells: readonly WeightCell[],
  limit: Exact,
): readonly Exact[] {
  const counts = cells.map(({ count }) => count);
  const { held } = trimmedWeights(weights.map(wholeOf), counts, wholeOf(limit));
  const masses = massesOf(weights, cells);
  const at = cells.reduce((sum, { count }, cell) => sum + (held[cell] === true ? count : 0), 0);
  const free = sumExact(masses).sub(limit.mul(at));
  const open = sumExact(masses.filter((_, cell) => held[cell] !== true));
  const factor = isZero(open) ? exact(1) : shortened(free.div(open));
  return weights.map((weight, cell) => (held[cell] === true ? limit : weight.mul(factor)));
}

/** Cycles of raking and trimming; where limit and margins agree, far fewer do. Many cells get fewer: they would take minutes. */
const mostCycles = 2_000;
const mostSteps = 5_000_000;
const leastCycles = 40;
const trimTolerance = 1e-9;
const trimGoal = 1e-28;
const trimStride = 50;

/** The limit is kept whatever happens; the margins as far as it lets them be. */
function trimmedToMargins(
  raked: readonly Exact[],
  source: Adjusting,
  limit: Exact,
): Checked<readonly Exact[]> {
  const { cells } = source;
  const counts = cells.map(({ count }) => count);
  const margins = source.margins.map((margin, at) => rakedMargin(margin, at, cells));
  const most = wholeOf(limit);
  const trim = (weights: readonly bigint[]) => {
    const { held, free, open } = trimmedWeights(weights, counts, most);
    const of = weights.map((weight, cell) => (held[cell] === true ? most : (weight * free) / open));
    return { held, of, masses: of.map((weight, cell) => weight * BigInt(counts[cell] ?? 0)) };
  };
  let trimmed = trim(raked.map(wholeOf));
  let before = Number.POSITIVE_INFINITY;
  const cycles = Math.min(mostCycles, Math.max(leastCycles, Math.ceil(mostSteps / cells.length)));
  for (let cycle = 0; cycle < cycles; cycle++) {
    const difference = largestDifference(trimmed.masses, margins);
    if (difference <= trimGoal) break;
    if (cycle % trimStride === 0) {
      if (difference > before * stalled) break;
      before = difference;
    }
    const { masses } = rake(trimmed.masses, margins, 1);
    trimmed = trim(masses.map((mass, cell) => mass / BigInt(counts[cell] ?? 1)));
  }
  const { held, of, masses } = trimmed;
  const value = of.map((weight, cell) => (held[cell] === true ? limit : exact(weight, rakingUnit)));
  return { ok: true, value, findings: movedFindings(source, masses, margins) };
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
  masses: readonly bigint[],
  raked: readonly RakedMargin[],
): readonly Finding[] {
  const off = raked.flatMap((fit, margin) => {
    const sums = categorySums(masses, fit);
    const known = sums.reduce((all, sum) => all + sum, 0n);
    const reached = (category: number) => exact(sums[category] ?? 0n, known);
    return differences(masses, fit).map((difference, category) => {
      const wanted = fit.shares[category] ?? exact(0);
      return { margin, category, difference, wanted, reached: reached(category) };
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
    wanted: (approximate(worst.wanted) * 100).toFixed(2),
    reached: (approximate(worst.reached) * 100).toFixed(2),
  };
  return [finding('weights/trim-moves-margins', where.weights(group.id, position), args)];
}
