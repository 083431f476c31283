/** Intervals of survey leaves, of fields and of units. */
import { leafCriteria } from '../plan/criteria.ts';
import type { Index, Plan } from '../plan/plan.ts';
import type { Quotas } from '../quotas/quota.ts';
import type { PartValue, Scores } from '../scores/score.ts';
import { approximate } from '../stats/exact.ts';
import type { FieldInterval, Interval, LeafInterval, UnitInterval } from '../uncertainty.ts';
import { groupCounts } from './group-counts.ts';
import type { Influences, TalliedError } from './influence.ts';
import {
  type Basis,
  domainBasis,
  intervalOf,
  type PaperShare,
  respondentsOf,
  type Sureness,
  surenessOf,
  wilsonInterval,
} from './interval.ts';
import type { Spread } from './spread.ts';
import { type SurveyLeaf, surveyLeaves } from './terms.ts';
import { domainVariances } from './variance.ts';

const hundredPercent = 100;

export function leafIntervals(
  plan: Plan,
  index: Index,
  quotas: Quotas,
  scores: Scores,
  moves: Influences,
): readonly LeafInterval[] {
  const { leaves } = moves;
  const width = leaves.length;
  const found = domainVariances(moves, {
    count: plan.units.length * width,
    of: (unit, leaf) => unit * width + leaf,
    factor: () => 1,
  });
  const paper = paperBy(moves, (one) => one.unit * width + one.leaf);
  const groups = groupCounts(plan, quotas, moves);
  const shares = new Set(
    leafCriteria(index.criteria)
      .filter(({ source }) => source?.kind === 'survey' && source.as === 'share')
      .map(({ code }) => code),
  );
  const fractions = singleFractions(moves);
  const sureness = surenessOf(index);
  return surveyLeaves(plan, scores, leaves).map((value): LeafInterval => {
    const domain = value.unit * width + value.leaf;
    const criterion = leaves[value.leaf] ?? '';
    const own = paper.get(domain) ?? [];
    const basis: Basis = {
      estimate: value.percent,
      ...domainBasis(found, domain),
      paper: own.map((one) => shareOf([one], () => 1)),
      bootstrap: null,
      most: hundredPercent,
    };
    const single = shares.has(criterion) ? singleShare(value, basis, own, fractions(value)) : null;
    return {
      unit: plan.units[value.unit]?.id ?? '',
      criterion,
      respondents: respondentsOf(basis),
      byGroup: groups(value),
      estimate: value.percent,
      interval: interval(basis, single, sureness),
    };
  });
}

interface SingleShare {
  readonly base: number;
  readonly fraction: number;
}

function interval(basis: Basis, single: SingleShare | null, sureness: Sureness): Interval {
  if (single === null) return intervalOf(basis, sureness);
  return wilsonInterval(basis, single.base, single.fraction, sureness);
}

/** The leaf is the share of one question in one stratum, in which respondents count alike and nobody's place was drawn; else null. */
function singleShare(
  { parts }: SurveyLeaf,
  { allStrata, marks: said }: Basis,
  paper: readonly TalliedError[],
  fraction: number,
): SingleShare | null {
  const question = onlyQuestion(parts);
  if (question === null || question.weighted !== null || allStrata + paper.length !== 1)
    return null;
  const [tallied] = paper;
  if (tallied !== undefined) return { base: question.base, fraction: tallied.fraction };
  // A cluster makes one respondent's answer foretell another's.
  return (said & 1) !== 0 ? null : { base: question.base, fraction };
}

function onlyQuestion(parts: readonly PartValue[]): PartValue['questions'][number] | null {
  const [part] = parts;
  if (parts.length !== 1 || part === undefined || part.questions.length !== 1) return null;
  return part.questions[0] ?? null;
}

/** The fraction of the one stratum (the last, were there several) with a say in a leaf. */
function singleFractions({ strata, leaves }: Influences): (leaf: SurveyLeaf) => number {
  const fractions = new Map<number, number>();
  for (const { unit, leaf, fraction } of strata) {
    for (let at = 0; at < unit.length; at++) {
      fractions.set((unit[at] as number) * leaves.length + (leaf[at] as number), fraction);
    }
  }
  return ({ unit, leaf }) => fractions.get(unit * leaves.length + leaf) ?? 0;
}

export function fieldIntervals(
  plan: Plan,
  index: Index,
  scores: Scores,
  moves: Influences,
  { fields }: Spread,
): readonly FieldInterval[] {
  const sureness = surenessOf(index);
  const byField = fields.map((slopes) => {
    return slopes === null ? null : percentBasis(plan, moves, slopes);
  });
  return scores.units.flatMap(({ unit, criteria }, at) =>
    criteria.flatMap((field, place): readonly FieldInterval[] => {
      const basis = byField[place]?.(at) ?? null;
      const max = field.max.valueOf();
      if (basis === null || field.points === null || max === 0) return [];
      const estimate = (approximate(field.points) / max) * 100;
      const whole = { ...basis, estimate, bootstrap: null, most: hundredPercent };
      if (respondentsOf(whole) === 0) return [];
      const found = intervalOf(whole, sureness);
      return [{ unit, criterion: field.code, estimate, interval: found }];
    }),
  );
}

export function unitIntervals(
  plan: Plan,
  index: Index,
  scores: Scores,
  moves: Influences,
  { units: slopes, errors }: Spread,
): readonly UnitInterval[] {
  // Without slopes whoever has a say counts, and the bootstrap tells how much they vary.
  const every = new Float64Array(plan.units.length * moves.leaves.length).fill(1);
  const basisOf = percentBasis(plan, moves, slopes ?? every);
  const sureness = surenessOf(index);
  return scores.units.flatMap(({ unit, percent }, at): readonly UnitInterval[] => {
    if (percent === null) return [];
    const estimate = approximate(percent);
    const bootstrap = slopes === null ? (errors?.[at] ?? 0) : null;
    const most = index.bonus === null ? hundredPercent : null;
    const basis: Basis = { ...basisOf(at), estimate, bootstrap, most };
    const respondents = respondentsOf(basis);
    if (respondents === 0) return [];
    const found = intervalOf(basis, sureness);
    return [{ unit, respondents, estimate, interval: found }];
  });
}

/** By unit: leaves that move its percent, each by its slope. */
function percentBasis(
  plan: Plan,
  moves: Influences,
  slopes: Float64Array,
): (unit: number) => Omit<Basis, 'estimate' | 'bootstrap' | 'most'> {
  const width = moves.leaves.length;
  const slope = (unit: number, leaf: number): number => slopes[unit * width + leaf] ?? 0;
  const found = domainVariances(moves, {
    count: plan.units.length,
    of: (unit, leaf) => (slope(unit, leaf) === 0 ? -1 : unit),
    factor: slope,
  });
  const paper = paperBy(moves, ({ unit, leaf }) => (slope(unit, leaf) === 0 ? -1 : unit));
  return (unit) => {
    const byGroup = new Map<number, TalliedError[]>();
    for (const one of paper.get(unit) ?? []) {
      byGroup.set(one.group, [...(byGroup.get(one.group) ?? []), one]);
    }
    const shares = [...byGroup.values()].map((own) =>
      shareOf(own, ({ leaf }) => Math.abs(slope(unit, leaf))),
    );
    return { ...domainBasis(found, unit), paper: shares };
  };
}

/** What one group's tallies add: its answers are taken to go together, so that its errors add up. */
function shareOf(own: readonly TalliedError[], factor: (one: TalliedError) => number): PaperShare {
  return {
    error: own.reduce((sum, one) => sum + factor(one) * one.error, 0),
    forms: Math.max(0, ...own.map(({ forms }) => forms)),
    isComplete: own.every(({ fraction }) => fraction >= 1),
    isExact: own.length === 1 && own.every(({ isExact }) => isExact),
  };
}

function paperBy(
  { tallied }: Influences,
  keyOf: (one: TalliedError) => number,
): ReadonlyMap<number, readonly TalliedError[]> {
  const found = new Map<number, TalliedError[]>();
  for (const one of tallied) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}
