/** Intervals of survey leaves. */
import { leafCriteria } from '../plan/criteria.ts';
import type { Index, Plan } from '../plan/plan.ts';
import type { Quotas } from '../quotas/quota.ts';
import type { PartValue, Scores } from '../scores/score.ts';
import type { Interval, LeafInterval } from '../uncertainty.ts';
import { groupCounts } from './group-counts.ts';
import type { Influences, TalliedError } from './influence.ts';
import {
  type Basis,
  domainBasis,
  intervalOf,
  respondentsOf,
  type Sureness,
  surenessOf,
  wilsonInterval,
} from './interval.ts';
import { paperBy, shareOf } from './paper-shares.ts';
import { type SurveyLeaf, surveyLeaves } from './terms.ts';
import { domainVariances } from './variance.ts';

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
      least: 0,
      most: 100,
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
