/**
 * Influences: by how much one respondent moves each survey leaf of each unit that he rates, in percent points of the leaf.
 * Linearisation (Woodruff 1971, Journal of the American Statistical Association 66, 411–414): for a weighted mean over
 * questions q of part g, z = w_g × Σ_q v_q × w_i × (y_iq − ȳ_q) ÷ Σ_i w_i, v_q the question's share of the part.
 * The sum of z over all respondents of a part is 0; their spread is the variance, with one respondent's answers kept together.
 *
 * Variance of whatever is a sum of influences, stratum by stratum (Särndal, Swensson and Wretman 1992, Model Assisted Survey
 * Sampling, 4.3, 4.4 and 5.5), f the fraction: (1 − f) × n ÷ (n − 1) × Σ (z − z̄)² over its sheets, or over the sums of its m clusters,
 * to which f × (the same of whatever was drawn within each cluster) is added, stage by stage down to the sheets. One sheet (cluster)
 * alone: (1 − f) × z², which is its distance from the mean of its part. Where f is 0 nothing is added: sums of clusters drawn
 * independently of each other hold all that is drawn within them.
 */
import type { PlaceId } from '../plan/plan.ts';

/** Sheets, or places with all the sheets found in them, among which one draw chose. */
export interface Draw {
  /** Names it in seeds, apart from the others of its cluster. */
  readonly name: string;
  /** Drawn ÷ all there are, 0–1; 0: not known, or drawn with unequal chances. */
  readonly fraction: number;
  /** All of its sheets, numbered as in the stratum. */
  readonly sheets: Int32Array;
  /** Null: sheets were drawn. Else in the order of their ids. */
  readonly clusters: readonly Cluster[] | null;
}

/** A place that was drawn. */
export interface Cluster {
  readonly place: PlaceId;
  readonly sheets: Int32Array;
  /** One draw, or several apart from each other: places inside that were named or taken in any case stand for themselves. */
  readonly draws: readonly Draw[];
}

/** Respondents of one group who are drawn together: those of a row of the quota, or of the places that one draw chose from. */
export interface Stratum {
  /** Index into `Plan.groups`. */
  readonly group: number;
  /** Unit or place of the row, or the place within which others were drawn, as id; empty: the whole group. Names the stratum in seeds: other rows never move its draws. */
  readonly row: string;
  /** Valid sheets; those without any entry below count as well: they might have had one. */
  readonly sheets: number;
  /** How many there are to ask; null: the plan does not know. Null where there are clusters. */
  readonly population: number | null;
  /** Everybody there is asked (whether or not all have answered: `fraction` says). */
  readonly census: boolean;
  /** Some of its places, or places around them, were named or chosen by judgement: places that were not chosen are not spoken for. */
  readonly named: boolean;
  /**
   * What share of all there are the sheets (or the clusters) are, 0–1. 1: all of them, nothing is left to chance; 0: not known,
   * or drawn with unequal chances.
   */
  readonly fraction: number;
  /** Places drawn first, in the order of their ids; null: no places were drawn. */
  readonly clusters: readonly Cluster[] | null;
  /** Influences of sheet i: entries `start[i]` to `start[i + 1]` of the three arrays below; never two of one unit and leaf. */
  readonly start: Int32Array;
  /** Index into `Plan.units`. */
  readonly unit: Int32Array;
  /** Index into `Influences.leaves`. */
  readonly leaf: Int16Array;
  readonly value: Float64Array;
}

export interface Influences {
  /** Codes of the survey leaves, in the order of the plan. */
  readonly leaves: readonly string[];
  /** In the order of groups and their rows. */
  readonly strata: readonly Stratum[];
  readonly tallied: readonly TalliedError[];
}

/**
 * What paper tallies add to the standard error of a leaf, by group. They do not tell whose answers belong together, so the
 * answers of a group are taken to go fully together: errors of one group about one unit add up over leaves; groups are independent.
 */
export interface TalliedError {
  /** Index into `Plan.groups`. */
  readonly group: number;
  /** Index into `Plan.units`. */
  readonly unit: number;
  /** Index into `Influences.leaves`. */
  readonly leaf: number;
  /** Percent points: an upper bound, and exact where the group answers one question of the leaf. */
  readonly error: number;
  /** Forms with an answer that counts. */
  readonly forms: number;
  /** What share of all there are they are, as of a stratum. */
  readonly fraction: number;
  readonly isExact: boolean;
}
