/** The scoring tree, as the normalised plan holds it: criteria, where their points come from, how they come together. */
import type { Exact } from '../stats/exact.ts';
import type { Expression } from '../stats/expression.ts';
import type { GroupId, QuestionId, UnitId } from './plan.ts';

/**
 * How the children of a criterion make its value.
 * `sum`: points and maxima are added. `mean`, `geometric`, `harmonic`: the weighted mean of their percents, times its own maximum.
 * `all`, `any`: its whole maximum when all (any) of them have theirs, else 0.
 */
export type Combine = 'sum' | 'mean' | 'geometric' | 'harmonic' | 'all' | 'any';

export const combines: readonly Combine[] = ['sum', 'mean', 'geometric', 'harmonic', 'all', 'any'];

export interface Criterion {
  /** `1.2`, as written: text, never a number. */
  readonly code: string;
  readonly name: string;
  /** Its own, or the sum of its children; where values are normalised to a range, the top of that range. */
  readonly max: Exact;
  /** Within its parent, where that takes a mean; 1 where nothing is written. */
  readonly weight: Exact;
  readonly children: readonly Criterion[];
  /** Of a criterion with children. */
  readonly combine: Combine;
  /** Null for a criterion with children. */
  readonly source: LeafSource | null;
  /** How its value is set against the other units'; null: it is not. */
  readonly normalise: Normalise | null;
  /** Value → points, highest threshold first; empty: the value itself decides. Not together with `normalise`. */
  readonly bands: readonly PointBand[];
  /** Appraised points come in whole steps; null: any number will do. */
  readonly step: Exact | null;
  /** Units to which it does not apply: it leaves their maximum. Inherited from its parents. */
  readonly notFor: readonly UnitId[];
}

/** From this value on (inclusive), so many points. */
export interface PointBand {
  readonly from: Exact;
  readonly points: Exact;
}

export type NormaliseMethod = 'min-max' | 'goalposts' | 'z-score' | 'rank' | 'percentile';

export const normaliseMethods: readonly NormaliseMethod[] = [
  'min-max',
  'goalposts',
  'z-score',
  'rank',
  'percentile',
];

/**
 * A value set against the other units' before it is combined: the percent of a survey leaf and of a criterion with children, else
 * its points or figure. What comes out is the points of the criterion:
 * `min-max`, `goalposts`, `percentile` give a number from `low` to `high`, which counts as that share of the maximum
 * (number ÷ `high`); `z-score` gives `low` + `high` × z (mean and standard deviation wanted) as points;
 * `rank` gives maximum × place from below ÷ number of units. Equal values share the lower place; where all are equal nobody has points.
 */
export interface Normalise {
  readonly method: NormaliseMethod;
  readonly low: Exact;
  readonly high: Exact;
  /** Goalposts: the values that get `low` and `high`; values beyond them get no less and no more. Null otherwise. */
  readonly goals: { readonly worst: Exact; readonly best: Exact } | null;
  /** A negative indicator (chỉ tiêu nghịch): the smaller the better. Of goalposts it follows from the goals. */
  readonly reversed: boolean;
  /** Among which units: those of the unit's block, or all. Units that are not ranked take no part and are placed among the others. */
  readonly within: 'block' | 'all';
}

export type LeafSource =
  | { readonly kind: 'appraised' }
  | {
      readonly kind: 'survey';
      /** `mean`: mean of the options' points; `share`: percent of positive answers. */
      readonly as: 'mean' | 'share';
      /** For each unit, the weights of the groups that rate it sum to 1 (checked). */
      readonly parts: readonly SurveyPart[];
      /** Percent of the maximum by question and option, where the criterion has its own table; else as the scale says. */
      readonly tables: Readonly<Record<QuestionId, Readonly<Record<string, Exact>>>>;
      /** With fewer valid answers of a group (pool) to a question the leaf has no value. At least 1. */
      readonly minRatings: number;
    }
  /** A named figure of the unit. */
  | { readonly kind: 'figure'; readonly figure: string }
  /** Points (or, with bands or normalise, a value) worked out from named figures. */
  | { readonly kind: 'formula'; readonly expression: Expression }
  /** The whole maximum when all (any) of the conditions hold, else 0. */
  | {
      readonly kind: 'conditions';
      readonly need: 'all' | 'any';
      readonly conditions: readonly Expression[];
    };

export interface SurveyPart {
  readonly group: GroupId;
  /** Groups whose answers are counted together with its own, as if they were one group. */
  readonly with: readonly GroupId[];
  readonly weight: Exact;
  readonly questions: readonly QuestionId[];
  /** One for each question; only their ratio matters. */
  readonly questionWeights: readonly Exact[];
}
