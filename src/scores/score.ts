/**
 * What scoring produces: for every unit the whole tree with the figures it came from, so that each number
 * can be traced from the index to its leaf, its questions, their counts and the batches they were in.
 * All points and percentages are exact; null is missing, never 0.
 */
import type { BlockId, GroupId, QuestionId, UnitId } from '../plan/plan.ts';
import type { Exact } from '../stats/exact.ts';

export interface Scores {
  /** In the order of the plan. */
  readonly units: readonly UnitScore[];
}

/** Points obtained out of the unit's own maximum. */
export interface Part {
  /** Null when any criterion in it has no points, or when nothing in it applies. */
  readonly points: Exact | null;
  /** Sum of the maxima of the criteria that apply; 0 when none does. */
  readonly max: Exact;
}

export interface UnitScore {
  readonly unit: UnitId;
  readonly block: BlockId;
  /** False: scored, but kept out of the ranking. */
  readonly ranked: boolean;
  readonly criteria: readonly CriterionScore[];
  readonly total: Part;
  /** The leaves that an appraisal decides. */
  readonly appraised: Part;
  /** The leaves that the survey decides. */
  readonly survey: Part;
  /** points ÷ own maximum × 100. */
  readonly percent: Exact | null;
  readonly rank: number | null;
  readonly class: string | null;
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
  /** Null for a criterion with children, and where it does not apply. */
  readonly leaf: LeafScore | null;
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
    };

/** What one group says. */
export interface PartValue {
  readonly group: GroupId;
  readonly weight: Exact;
  /** Mean of the questions with equal weights; null when any of them has no valid answer. */
  readonly percent: Exact | null;
  readonly questions: readonly QuestionValue[];
}

export interface QuestionValue {
  readonly question: QuestionId;
  /** Answers that count: those on an option with points. */
  readonly base: number;
  /** `mean`: mean of the options' points; `share`: percent of positive answers. Null on an empty base. */
  readonly percent: Exact | null;
  /** Batches the answers were counted from. */
  readonly batches: readonly string[];
}
