/** Lists of people and how respondents are drawn from them, as the normalised plan holds it. */
import type { IsoDate, PlaceId, UnitId } from './plan.ts';

export interface Sampling {
  /** What all draws start from; null: not decided yet. Public, so that anyone can re-draw. */
  readonly seed: string | null;
  /** How the seed came about (“giải đặc biệt xổ số kiến thiết ngày …”); null: not said. */
  readonly seedSource: string | null;
  /**
   * A person on several lists: `by-priority` is asked once, in the group with the lowest number; `several-units` is
   * preferred in the draws because he or she deals with several units, and still fills one form; `every-list` is asked on each.
   */
  readonly person: 'by-priority' | 'several-units' | 'every-list';
  /** Drawn places that cannot be surveyed, in the order in which that came out: the next reserve place stands in for each. */
  readonly replaced: readonly ReplacedPlace[];
}

export interface ReplacedPlace {
  readonly place: PlaceId;
  readonly why: string;
}

/** A list of people in `frame/`. Personal data: it never leaves that folder. */
export interface Roster {
  readonly file: string;
  readonly due: IsoDate | null;
  /** `everybody`: all who could be asked, to draw from; `chosen`: those who will be asked, to be checked against the quota. */
  readonly holds: 'everybody' | 'chosen';
  /** Column whose value the rule counts by (`division`): `per: { take: 2, of: divisions }` means 2 rows of each; null: none. */
  readonly within: string | null;
  /** People per unit (without those who are asked in another group, where one person fills one form); null while the list is not there. */
  readonly counts: Readonly<Record<UnitId, number>> | null;
}

/** How respondents are chosen within a quota row. */
export interface Select {
  readonly how: 'random' | 'systematic' | 'pps';
  /** `pps`: numeric column of the list that the chance is proportional to. */
  readonly size: string | null;
  /** Column that divides the people of a row into strata, drawn from in proportion; null: none. */
  readonly strata: string | null;
  /** `systematic`: columns the list is sorted by first; empty: as it stands. */
  readonly order: readonly string[];
  /** The sheet's serial is tied to the person, so that reminders are possible; false: answers stay anonymous. */
  readonly tracked: boolean;
  /** When somebody cannot be reached: another person, or another way of asking first, in this order. */
  readonly replace: readonly Way[];
}

/** What comes next when somebody cannot be reached. */
export const ways = ['person', 'paper', 'online', 'qr', 'interview', 'post'] as const;

export type Way = (typeof ways)[number];
