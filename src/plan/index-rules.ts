/** What the index says beside its tree: ranks, classes, rounding, bonus, weights of respondents, the year before. */
import type { Exact } from '../stats/exact.ts';
import type { Expression } from '../stats/expression.ts';
import type { Combine, Criterion } from './criterion.ts';
import type { BlockId, GroupId, QuestionId } from './plan.ts';

export interface Index {
  /** Top-level fields. */
  readonly criteria: readonly Criterion[];
  /** How the fields make the total. */
  readonly combine: Combine;
  /** Of the whole index. */
  readonly max: Exact;
  /** Hard data of the units, beside the figures that the units have in the plan. */
  readonly figures: readonly IndexFigure[];
  /**
   * A criterion that does not apply to a unit: `shrink` takes its maximum out of the unit's own maximum;
   * `keep` lets every criterion above keep its maximum, filled by the percent of what applies.
   */
  readonly notApplicable: 'shrink' | 'keep';
  /** A criterion without points: `none` leaves the ones above without points too; `drop` counts the others alone. */
  readonly missing: 'none' | 'drop';
  /** `optional`: in a block about which no answer came back, the appraised part alone makes the index. */
  readonly survey: 'required' | 'optional';
  readonly rank: Ranking;
  /** Highest first; a block without its own list uses `classes`. */
  readonly classes: readonly ClassBand[];
  readonly classesByBlock: Readonly<Record<BlockId, readonly ClassBand[]>>;
  readonly rounding: Rounding;
  /** Most bonus and penalty points that a unit may be given; null: the scheme knows none. Both are written as points ≥ 0. */
  readonly bonus: Exact | null;
  readonly penalty: Exact | null;
  /** No total goes beyond so many percent, bonus or not; null: not limited. */
  readonly highest: Exact | null;
  /** The decimal mark in the tables of points; null: `1,5` and `1.5` are both read, and what is ambiguous is asked. */
  readonly decimal: 'comma' | 'point' | null;
  /** How one average over all blocks is weighted; null: none is printed. */
  readonly overall: Overall | null;
  /** The scores that this survey is compared with; null: none. */
  readonly previous: Previous | null;
  /** Weights of respondents, by group; groups that are not there count one by one. */
  readonly weights: Readonly<Record<GroupId, RespondentWeights>>;
  readonly uncertainty: UncertaintyRules;
  /** A group of fewer respondents is not shown apart. */
  readonly hideBelow: number;
}

export interface IndexFigure {
  readonly id: string;
  /** As readers call it; the id where nothing is written. */
  readonly name: string;
  /** `yes-no`: có / không, 1 or 0. */
  readonly kind: 'number' | 'yes-no';
  /** Bounds of a number; null: not limited. */
  readonly from: Exact | null;
  readonly to: Exact | null;
}

export interface Ranking {
  readonly within: 'block' | 'all';
  readonly on: 'percent' | 'points';
  /** `joint`: 1 2 2 4; `dense`: 1 2 2 3; `consecutive`: 1 2 3 4, ties left over in the order of names. */
  readonly ties: 'joint' | 'dense' | 'consecutive';
  /** What decides between equal results, in this order; the larger is better. */
  readonly tieBreakers: readonly TieBreaker[];
}

export type TieBreaker =
  | { readonly kind: 'points' | 'percent' | 'survey' | 'appraised' }
  /** Percent of a criterion. */
  | { readonly kind: 'criterion'; readonly code: string };

/** Exactly one of `from` and `share` is not null, the same one throughout a list. */
export interface ClassBand {
  readonly name: string;
  /** Percent, inclusive. */
  readonly from: Exact | null;
  /** Percent of the ranked units, counted from the best; borders are rounded half up, tied units share the better class. */
  readonly share: Exact | null;
  /** All must hold, else the unit gets the next class. */
  readonly onlyIf: readonly Expression[];
}

export interface Rounding {
  readonly decimals: number;
  readonly mode: 'half-up' | 'truncate';
  /** Percentages of one table: made to add up to 100 exactly, or each as it is. */
  readonly shares: 'to-100' | 'as-is';
}

export type Overall =
  | { readonly kind: 'units' | 'blocks' }
  /** Only their ratio matters. */
  | { readonly kind: 'stated'; readonly weights: Readonly<Record<BlockId, Exact>> };

export interface Previous {
  /** `scores.json` of the earlier survey, or a table, relative to the survey's folder. */
  readonly from: string;
  /** Code here → code there, where the schemes differ; null: the same scheme, all codes mean the same. */
  readonly criteria: Readonly<Record<string, string>> | null;
}

export interface RespondentWeights {
  /** 1 ÷ chance of being asked, from the draw of places. */
  readonly design: boolean;
  /** Valid replies stand for all that were to reply in their row of the quota. */
  readonly nonResponse: boolean;
  /** One: post-stratification; several: raking. */
  readonly margins: readonly Margin[];
  /** No weight beyond so many times the mean of the group; null: not trimmed. */
  readonly trim: Exact | null;
}

export interface Margin {
  /** A question asked about the respondent. */
  readonly question: QuestionId;
  /** How many there are in the population, by option; only their ratio matters. */
  readonly totals: Readonly<Record<string, Exact>>;
}

export interface UncertaintyRules {
  /** Percent, of intervals of points. */
  readonly confidence: Exact;
  /** Percent, of intervals of ranks. */
  readonly rankConfidence: Exact;
  /** Of the bootstrap; 0: there is none. */
  readonly replicates: number;
  readonly seed: string;
}
