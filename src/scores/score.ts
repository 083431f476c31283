/**
 * What scoring produces: for every unit the whole tree with the figures it came from, so that each number
 * can be traced from the index to its leaf, its questions, their counts and the batches they were in.
 * All points and percentages are exact; null is missing, never 0. (Geometric means, which no quotient can
 * hold, are kept to 30 significant digits and standard scores to 30 decimals, so that what is equal stays equal.)
 */
import type { BlockId, GroupId, QuestionId, UnitId } from '../plan/plan.ts';
import type { Exact } from '../stats/exact.ts';
import type { Missing } from '../stats/missing.ts';

export interface Scores {
  /** In the order of the plan. */
  readonly units: readonly UnitScore[];
  /** One average over all blocks; null: the plan wants none. */
  readonly overall: OverallScore | null;
  /** Answers that are not shown apart, anywhere: few gave them, or they would give away those of few. */
  readonly hidden: readonly HiddenAnswers[];
  /** Small groups whose answers the points of some criteria give away whatever else is hidden. */
  readonly exposed: readonly ExposedGroup[];
}

export interface OverallScore {
  /** In the order of the plan; blocks without any unit to be ranked are left out. */
  readonly blocks: readonly BlockMean[];
  /** Percent: Σ weight × mean ÷ Σ weight; null when a block that counts has no mean. */
  readonly percent: Exact | null;
}

export interface BlockMean {
  readonly block: BlockId;
  /** Units that are to be ranked and have a result: those of whom the mean is. */
  readonly units: number;
  /** Units that are to be ranked but have no result yet. */
  readonly missing: number;
  /** Mean of their unrounded percents. */
  readonly mean: Exact | null;
  /** Only ratios matter. */
  readonly weight: Exact;
}

/** Of groups counted together, under the first one's id. */
export interface HiddenAnswers {
  readonly unit: UnitId;
  readonly group: GroupId;
  readonly question: QuestionId;
}

export interface ExposedGroup {
  readonly unit: UnitId;
  readonly group: GroupId;
  readonly criteria: readonly string[];
}

/** Points obtained out of the unit's own maximum. */
export interface Part {
  /** Null when any criterion in it that counts has no points, or when nothing in it applies. */
  readonly points: Exact | null;
  /** Its maximum for the unit: where points are summed, of the criteria that apply (`shrink`) or of all (`keep`); 0 when none applies. */
  readonly max: Exact;
}

export interface UnitScore {
  readonly unit: UnitId;
  readonly block: BlockId;
  /** False: scored, but kept out of the ranking. */
  readonly ranked: boolean;
  readonly criteria: readonly CriterionScore[];
  /** Criteria, bonus and penalty together, not above what the plan allows; a penalty may take it below 0. */
  readonly total: Part;
  /**
   * What the leaves that an appraisal decides, and those of figures, formulas and conditions, give to the total before bonus and
   * penalty. Both parts are null (of 0) where no split adds up: a geometric mean, a condition or a normalised value of both.
   */
  readonly appraised: Part;
  /** What the leaves that the survey decides give to it. */
  readonly survey: Part;
  /** False: no survey was held in its block, and the plan lets the appraised part stand alone. */
  readonly surveyHeld: boolean;
  /** Points ≥ 0; null: the scheme knows none. 0 where none was given. */
  readonly bonus: Exact | null;
  readonly penalty: Exact | null;
  /** Points ÷ own maximum × 100, not above what the plan allows. */
  readonly percent: Exact | null;
  readonly rank: number | null;
  /** Which tie-breaker placed it among equal results, by position in the plan; `name`: none did; null: no tie. */
  readonly tieBrokenBy: number | 'name' | null;
  readonly class: string | null;
  /** Classes that its percent (or place) reaches but whose further conditions it misses, best first. */
  readonly missedClasses: readonly MissedClass[];
}

export interface MissedClass {
  readonly class: string;
  /** Texts of the conditions that do not hold, or cannot be told (`null` among them means missing). */
  readonly conditions: readonly string[];
}

/** `missing`: to be ranked, but points are not there yet; `unranked`: kept out of the ranking by the plan. */
export type RankStatus = 'ranked' | 'unranked' | 'missing';

export function statusOf({ ranked, rank }: UnitScore): RankStatus {
  if (!ranked) return 'unranked';
  return rank === null ? 'missing' : 'ranked';
}

export interface CriterionScore extends Part {
  readonly code: string;
  /** False: the criterion, or everything under it, does not apply to the unit. */
  readonly applies: boolean;
  readonly children: readonly CriterionScore[];
  /** Codes of children that had no points and were left out (`missing: drop`). */
  readonly dropped: readonly string[];
  /** Null for a criterion with children, and where it does not apply. */
  readonly leaf: LeafScore | null;
  /**
   * What it was before bands or normalising: percent of a survey leaf and of a criterion with children, else points or the figure.
   * Null: there are neither, or nothing is known.
   */
  readonly value: Exact | null;
  /** What it was set against; null: it is not normalised. */
  readonly against: NormalisedAgainst | null;
}

/** The figures of the other units that a normalised value depends on. */
export interface NormalisedAgainst {
  /** Units that took part. */
  readonly units: number;
  /** Smallest and largest value (min–max), the goals, or mean and standard deviation (z-score); null: ranks. */
  readonly low: Exact | null;
  readonly high: Exact | null;
}

export type LeafScore =
  | {
      readonly kind: 'appraised';
      readonly self: Exact | null;
      /** What the points of the leaf are: the second appraisal, else the first. */
      readonly first: Exact | null;
      readonly second: Exact | null;
      /** What the unit answers to the first appraisal, and how it proves it. */
      readonly explanation: string | null;
      readonly evidence: string | null;
    }
  | {
      readonly kind: 'survey';
      /** Σ weight × percent of the parts, 0–100. */
      readonly percent: Exact | null;
      /** Only the groups that rate this unit. */
      readonly parts: readonly PartValue[];
    }
  | { readonly kind: 'figure'; readonly figure: string; readonly value: Exact | null }
  | {
      readonly kind: 'formula';
      /** As written. */
      readonly text: string;
      readonly inputs: readonly FigureValue[];
      readonly value: Exact | null;
    }
  | {
      readonly kind: 'conditions';
      readonly need: 'all' | 'any';
      readonly conditions: readonly {
        readonly text: string;
        readonly holds: boolean | null;
        readonly inputs: readonly FigureValue[];
      }[];
    };

export interface FigureValue {
  readonly figure: string;
  readonly value: Exact | null;
}

/** What one group says. */
export interface PartValue {
  readonly group: GroupId;
  /** Groups counted together with it. */
  readonly with: readonly GroupId[];
  readonly weight: Exact;
  /** Weighted mean of the questions; null when any of them has no value. */
  readonly percent: Exact | null;
  readonly questions: readonly QuestionValue[];
}

export interface QuestionValue {
  readonly question: QuestionId;
  /** Among the questions of its part. */
  readonly weight: Exact;
  /** Answers that count: those on an option with points. */
  readonly base: number;
  /** The same of each of the groups that are counted together, in their order; absent: it is one group. */
  readonly bases?: readonly number[];
  /** By option, as they came back. */
  readonly counts: Readonly<Record<string, number>>;
  /** Ratings without an answer to it, by why. */
  readonly missing: Missing;
  /** By option, weighted; null: every respondent counts alike. */
  readonly weighted: Readonly<Record<string, Exact>> | null;
  /** Fewest answers that share a weight; weights by option would show which are theirs. Absent: none is weighted. */
  readonly fewestAlike?: number;
  /** Percent of the maximum that each option gave (of `share`: 100 or 0); options that do not count are not there. */
  readonly table: Readonly<Record<string, Exact>>;
  /** `mean`: mean of the options' points; `share`: percent of positive answers. Null on an empty base, or with too few answers. */
  readonly percent: Exact | null;
  /** Batches the answers were counted from. */
  readonly batches: readonly string[];
}
