/** How sure the scores are: intervals by leaf, field and unit, reliability of scales, rank intervals. Binary floats: nothing of it is points. */
import type { GroupId, Index, Plan, UnitId } from './plan/plan.ts';
import type { Quotas } from './quotas/quota.ts';
import type { Ratings } from './ratings.ts';
import type { Scores } from './scores/score.ts';
import type { Tallies } from './tallies.ts';
import { withoutConcentrated } from './uncertainty/concentrated.ts';
import { influences } from './uncertainty/influences.ts';
import { leafIntervals } from './uncertainty/intervals.ts';
import { fieldIntervals, unitIntervals } from './uncertainty/percent-intervals.ts';
import { rankUncertainty } from './uncertainty/ranks.ts';
import { scaleReliabilities } from './uncertainty/reliability.ts';
import { replicates } from './uncertainty/replicates.ts';
import { openSpread } from './uncertainty/spread.ts';
import type { SheetWeights } from './weights.ts';

export interface Uncertainty {
  /** Percent, of the intervals of points. */
  readonly confidence: number;
  /** By unit and survey leaf, in the order of the plan. */
  readonly leaves: readonly LeafInterval[];
  /** By unit and field with anything surveyed in it, of the field's percent. */
  readonly fields: readonly FieldInterval[];
  /** By unit, of its percent. */
  readonly units: readonly UnitInterval[];
  readonly scales: readonly ScaleReliability[];
  /** Null: nobody is ranked, or no replicates are asked for. */
  readonly ranks: RankUncertainty | null;
}

/**
 * `census`: everybody was asked and answered, sampling leaves nothing open; `wilson`: share of one question; `t`: mean at the
 * respondent's level; `clusters`: between the places drawn first; `bound`: from paper tallies, which do not tell whose answers belong
 * together: the interval is not narrower than the true one; `bootstrap`: t with the error of the rank bootstrap, where no formula follows
 * the steps of the method; `hidden`: so few respondents that it would tell what they said; `none`: fewer than two respondents,
 * or for the reason that a remark gives.
 */
export type IntervalMethod =
  | 'census'
  | 'wilson'
  | 't'
  | 'clusters'
  | 'bound'
  | 'bootstrap'
  | 'hidden'
  | 'none';

/**
 * `incomplete-census`: everybody was asked, not all answered: taken as a sample of all; `no-population`: nobody knows how many
 * there are, and so many that it does not matter are assumed; `crowded`: more answered than the plan says there are, which is then
 * left aside; `lonely`: a place or row of one respondent, set against the mean of the group; `named-places`: places were named,
 * those not named are not spoken for; `alike`: all said the same, and so many cannot tell how much they might differ;
 * `unmoved`: bands, or other units, hold it in its place in every replicate of the bootstrap; `not-worked-out`: only a bootstrap could
 * tell, and the plan asks for none; `concentrated`: the weights leave the say to so few that no error can be believed; `paper`: part of it comes from paper tallies.
 */
export type Remark =
  | 'incomplete-census'
  | 'no-population'
  | 'crowded'
  | 'lonely'
  | 'named-places'
  | 'alike'
  | 'unmoved'
  | 'not-worked-out'
  | 'concentrated'
  | 'paper';

export interface Interval {
  readonly method: IntervalMethod;
  /** Same unit as the estimate (percent); null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Standard error; null where there is none, 0 of a census. */
  readonly error: number | null;
  /** Respondents (or places drawn first) less strata; null: not used. */
  readonly df: number | null;
  readonly remarks: readonly Remark[];
}

export interface LeafInterval {
  readonly unit: UnitId;
  readonly criterion: string;
  /** Respondents with at least one answer that counts; forms of paper tallies as well. */
  readonly respondents: number;
  readonly byGroup: readonly GroupRespondents[];
  /** Percent of the leaf. */
  readonly estimate: number;
  readonly interval: Interval;
}

export interface GroupRespondents {
  readonly group: GroupId;
  readonly respondents: number;
  /** How many there are to ask, where the plan knows. */
  readonly population: number | null;
}

export interface FieldInterval {
  readonly unit: UnitId;
  readonly criterion: string;
  readonly estimate: number;
  readonly interval: Interval;
}

export interface UnitInterval {
  readonly unit: UnitId;
  /** Respondents with a say in any of its leaves. */
  readonly respondents: number;
  readonly estimate: number;
  readonly interval: Interval;
}

/** Cronbach's alpha of the questions about a unit that a form has on one scale. */
export interface ScaleReliability {
  readonly form: string;
  readonly scale: string;
  readonly questions: readonly string[];
  /** Ratings with every answer, and all of them. */
  readonly complete: number;
  readonly ratings: number;
  /** Of the complete ratings; null: fewer than two questions or ratings, or no variance. */
  readonly alpha: number | null;
  /** From each pair of questions the ratings that answer both; null as above. */
  readonly pairwise: number | null;
  /** Percent of the answers that are blank, or say nothing (“no opinion”). */
  readonly blanks: number;
}

export interface RankUncertainty {
  readonly replicates: number;
  readonly seed: string;
  /** Percent. */
  readonly confidence: number;
  /** False: everybody who was to be asked has answered, nothing is left to chance. */
  readonly isSampled: boolean;
  /** Units that are ranked, in the order of the plan. */
  readonly units: readonly RankInterval[];
}

export interface RankInterval {
  readonly unit: UnitId;
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  /** Share of the replicates in which nobody of its list is better, 0–1. */
  readonly first: number;
  /** Share of the replicates in which it is better than the next unit of its list, equal ones half; null: it is the last. */
  readonly aheadOfNext: number | null;
  /** Units of one number cannot be told apart from the best of them; from 1, within a list. */
  readonly band: number;
}

/**
 * `weights`: by sheet; null: every respondent counts alike. `tallies` and `scores` are those that the weights have gone into.
 */
export function uncertainty(
  plan: Plan & { readonly index: Index },
  quotas: Quotas,
  ratings: Ratings,
  weights: SheetWeights | null,
  tallies: Tallies,
  scores: Scores,
): Uncertainty {
  const { index } = plan;
  const moves = influences(plan, quotas, ratings, weights, tallies, scores);
  const open = openSpread(plan, index, scores, moves);
  const ranks = rankUncertainty(plan, index, scores, moves, open.add);
  if (ranks === null && open.needsReplicates) {
    replicates(plan, index, scores, moves, index.uncertainty.replicates, open.add);
  }
  const spread = open.close();
  const leaves = leafIntervals(plan, index, quotas, scores, moves);
  return withoutConcentrated(plan, ratings, weights, {
    confidence: index.uncertainty.confidence.valueOf(),
    leaves,
    fields: fieldIntervals(plan, index, scores, moves, spread, leaves),
    units: unitIntervals(plan, index, scores, moves, spread, leaves),
    scales: scaleReliabilities(plan, ratings),
    ranks,
  });
}
