/** From the fields of a unit to its total: criteria, bonus, penalty, what the total may not go beyond, and what each source gives to it. */
import { type CountedChild, countedOf } from '../plan/combining.ts';
import type { Index } from '../plan/plan.ts';
import { type Exact, hundred, isZero, percentOf, sumExact, zero } from '../stats/exact.ts';
import { type CombineRules, combined, type Parent } from './combine.ts';
import type { CriterionScore, Part, UnitScore } from './score.ts';

export type Totals = Pick<
  UnitScore,
  'total' | 'appraised' | 'survey' | 'bonus' | 'penalty' | 'percent'
>;

/** `criteria` in the order of the index. Bonus and penalty leave the maximum as it is; a penalty may take the total below 0. */
export function totalsOf(
  index: Index,
  criteria: readonly CriterionScore[],
  given: Pick<UnitScore, 'bonus' | 'penalty'>,
): Totals {
  const whole = { combine: index.combine, max: index.max, criteria: index.criteria };
  const { points, max } = fullTotal(index, criteria, given);
  const { bonus, penalty } = given;
  const total = { points: points === null ? null : capped(points, max, index.highest), max };
  return {
    total,
    ...sourceParts(whole, criteria, index),
    bonus,
    penalty,
    percent: total.points === null ? null : percentOf(total.points, max),
  };
}

/** With bonus and penalty, before it is held at the most that the plan allows. */
export function fullTotal(
  { combine, max: whole, criteria: fields, notApplicable, missing }: Index,
  criteria: readonly CriterionScore[],
  { bonus, penalty }: Pick<UnitScore, 'bonus' | 'penalty'>,
): Part {
  const parent = { combine, max: whole, criteria: fields };
  const { points, max } = combined(parent, criteria, { notApplicable, missing });
  return { points: points?.add(bonus ?? zero).sub(penalty ?? zero) ?? null, max };
}

function capped(points: Exact, max: Exact, highest: Exact | null): Exact {
  if (highest === null) return points;
  const most = max.mul(highest).div(hundred);
  return points.gt(most) ? most : points;
}

type SourceKind = 'appraised' | 'survey';

/** What a criterion adds to the total, before bonus and penalty. */
interface Share extends Part {
  readonly kind: SourceKind;
}

const noPart: Part = { points: null, max: zero };

/**
 * The total split by where points come from. Only sums and weighted means can be split; where another mean, a condition or a normalised
 * value mixes both sources, neither part has points, because no two numbers would add up to the total.
 */
function sourceParts(
  whole: Parent,
  criteria: readonly CriterionScore[],
  rules: CombineRules,
): Record<SourceKind, Part> {
  const shares = sharesOf(whole, criteria, rules, null);
  if (shares === null) return { appraised: noPart, survey: noPart };
  return { appraised: partOf(shares, 'appraised'), survey: partOf(shares, 'survey') };
}

function partOf(shares: readonly Share[], kind: SourceKind): Part {
  const own = shares.filter((share) => share.kind === kind);
  const known = own.flatMap(({ points }) => (points === null ? [] : [points]));
  return {
    points: own.length > 0 && known.length === own.length ? sumExact(known) : null,
    max: sumExact(own.map(({ max }) => max)),
  };
}

/** `factor`: what a point here is in the total; null: 1. Null: it cannot be split. */
function sharesOf(
  parent: Parent,
  scores: readonly CriterionScore[],
  rules: CombineRules,
  factor: Exact | null,
): readonly Share[] | null {
  const { combine } = parent;
  if (combine !== 'sum' && combine !== 'mean') {
    return sameKind(parent, scores, rules, factor);
  }
  const { counted } = countedOf(parent, scores, rules);
  const factors = factorsIn(parent, counted, rules, factor);
  const shares: Share[] = [];
  for (const [at, { criterion, score }] of counted.entries()) {
    const own = factors(at);
    const kinds = kindsIn(score);
    const [only] = kinds;
    if (kinds.size === 1 && only !== undefined) {
      shares.push({ kind: only, ...times(score, own) });
      continue;
    }
    const below = { combine: criterion.combine, max: criterion.max, criteria: criterion.children };
    const parts = criterion.normalise === null ? sharesOf(below, score.children, rules, own) : null;
    if (parts === null) return null;
    shares.push(...parts);
  }
  return shares;
}

/** Whatever the method: if all of it comes from one source, so does what comes out. */
function sameKind(
  parent: Parent,
  scores: readonly CriterionScore[],
  rules: CombineRules,
  factor: Exact | null,
): readonly Share[] | null {
  const [kind, ...others] = new Set(scores.flatMap((score) => [...kindsIn(score)]));
  if (kind === undefined) return [];
  return others.length > 0 ? null : [{ kind, ...times(combined(parent, scores, rules), factor) }];
}

function factorsIn(
  { combine, max }: Parent,
  counted: readonly CountedChild<CriterionScore>[],
  { notApplicable }: CombineRules,
  factor: Exact | null,
): (at: number) => Exact | null {
  if (combine === 'sum') {
    const sum = notApplicable === 'shrink' ? max : sumExact(counted.map(({ score }) => score.max));
    const own = sum.equals(max) || isZero(sum) ? factor : max.div(sum).mul(factor ?? 1);
    return () => own;
  }
  const weights = sumExact(counted.map(({ criterion }) => criterion.weight));
  return (at) => {
    const one = counted[at];
    if (one === undefined || isZero(one.score.max)) return factor;
    return one.criterion.weight
      .mul(max)
      .div(weights.mul(one.score.max))
      .mul(factor ?? 1);
  };
}

function times({ points, max }: Part, factor: Exact | null): Part {
  if (factor === null) return { points, max };
  return { points: points?.mul(factor) ?? null, max: max.mul(factor) };
}

function kindsIn(score: CriterionScore): ReadonlySet<SourceKind> {
  const kinds = new Set<SourceKind>();
  const walk = ({ applies, leaf, children }: CriterionScore): void => {
    if (!applies) return;
    if (children.length > 0) children.forEach(walk);
    else kinds.add(leaf?.kind === 'survey' ? 'survey' : 'appraised');
  };
  walk(score);
  return kinds;
}
