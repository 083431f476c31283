/**
 * The valid ratings of a survey in columns: what weights, intervals and the bootstrap are worked out from, where the
 * tallies have lost which answers belong to one respondent. Paper tallies are not in it.
 */
import type { FormId, QuestionId } from './plan/plan.ts';

export { type RatingColumns, ratingColumns } from './ratings/columns.ts';

export interface Ratings {
  /** In the order of the plan; forms nobody returned are not there. */
  readonly forms: readonly FormRatings[];
  /** How many sheets (respondents) there are over all forms: the numbers of `sheet` go from 0. */
  readonly sheets: number;
}

/** One row per rating; all arrays have `count` entries. */
export interface FormRatings {
  readonly form: FormId;
  readonly count: number;
  /** Which sheet: the ratings of a grid share one. */
  readonly sheet: Int32Array;
  /** Index into `Plan.groups`. */
  readonly group: Int32Array;
  /** The unit rated: index into `Plan.units`. */
  readonly unit: Int32Array;
  /** Whose packet: index into `Plan.units` and `Plan.places`; -1: none. */
  readonly fromUnit: Int32Array;
  readonly fromPlace: Int32Array;
  /** Questions of one option on a scale, in the order of the form; those asked once a sheet are filled in on each of its ratings. */
  readonly questions: readonly QuestionId[];
  /** By question: index of the option on its scale; -1: no answer. */
  readonly answers: readonly Int16Array[];
}
