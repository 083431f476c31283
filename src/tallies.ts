/**
 * Tallies: counts per form × group × unit × question × option. What scoring consumes, wherever it came from.
 */
import type { Checked } from './findings/finding.ts';
import type { FormId, GroupId, IsoDate, PlaceId, Plan, QuestionId, UnitId } from './plan/plan.ts';
import type { Batch } from './returns/batch.ts';
import type { Exact } from './stats/exact.ts';
import type { Missing } from './stats/missing.ts';
import { tallying } from './tallies/tallying.ts';

export { custodyOf } from './tallies/custody.ts';
export { type Tallying, tallying } from './tallies/tallying.ts';

export interface Tally {
  readonly form: FormId;
  readonly group: GroupId;
  readonly unit: UnitId;
  readonly question: QuestionId;
  /** By option code; every option of the scale is there, also at 0. */
  readonly counts: Readonly<Record<string, number>>;
  /** By option, with the weights of the respondents; null: every respondent counts alike. */
  readonly weighted: Readonly<Record<string, Exact>> | null;
  /** Fewest answers that share a weight; absent: every respondent counts alike. */
  readonly fewestAlike?: number;
  /** Valid ratings that chose at least one option, of a multiple choice; else null: the counts add up to it. */
  readonly answered: number | null;
  /** Valid ratings without an answer to this question, by why. */
  readonly missing: Missing;
  /** Ids of the batches it was counted from. */
  readonly batches: readonly string[];
}

/** issued, returned and valid sheets of one quota row. returned = valid + void. */
export interface Custody {
  readonly group: GroupId;
  readonly form: FormId;
  /** Target of the quota row: both null for a whole group. */
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  /** Sheets handed out, where a tally says so; null: not reported. */
  readonly issued: number | null;
  readonly returned: number;
  readonly valid: number;
  readonly void: number;
  /** Some of it comes from tallies of one round only: more may follow. */
  readonly partial: boolean;
}

/** Sheets of one day; one of several ratings belongs to the day of the first of them, forms that a paper tally counts to none. */
export interface DayCount {
  /** When they were answered; null: not written. */
  readonly day: IsoDate | null;
  readonly group: GroupId;
  /** Target of the quota row: both null for a whole group. */
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  readonly returned: number;
  readonly valid: number;
}

/** Void sheets of one group (and its target, as above) by reason; of a paper tally only where it says why. */
export interface VoidCount {
  readonly group: GroupId;
  readonly unit: UnitId | null;
  readonly reason: string;
  readonly count: number;
}

export interface Tallies {
  /** Sorted by plan order of form, group, unit, question. Cells without any rating are absent. */
  readonly cells: readonly Tally[];
  readonly custody: readonly Custody[];
  /** What came back by day, in plan order of group and target, then by day with “not written” last; borrowed groups are not here. */
  readonly days: readonly DayCount[];
  /** In plan order of group and unit, then by reason. */
  readonly voids: readonly VoidCount[];
  /** Ids of every batch counted. */
  readonly batches: readonly string[];
  /** Seeds of rehearsal batches among them; empty for a real survey. */
  readonly simulated: readonly string[];
}

/**
 * Counts everything that came back. The answer does not depend on the order of the batches. Not ok when
 * batches clash: the same sheet in two of them, a unit both keyed and tallied, a rehearsal among real ones.
 * `tallying` does the same while they are read.
 */
export function tally(plan: Plan, batches: readonly Batch[]): Checked<Tallies> {
  const sorted = [...batches].sort((one, other) => (one.record.id < other.record.id ? -1 : 1));
  const counting = tallying(plan);
  for (const batch of sorted) {
    for (const rating of batch.ratings) counting.rating(rating, batch.record);
    counting.batch(batch);
  }
  return counting.finish();
}
