/** How many sheets: the quota rules, their modifiers and the stages of selection, as the normalised plan holds them. */
import type { Exact } from '../stats/exact.ts';
import type { IsoDate, UnitId } from './plan.ts';

/** The base rules; a modifier (`Modifiers`) works on what they yield. */
export type QuotaRule =
  | { readonly rule: 'total'; readonly total: number }
  | { readonly rule: 'counts'; readonly counts: Readonly<Record<UnitId, number>> }
  | ({ readonly rule: 'each' } & Each)
  | { readonly rule: 'census'; readonly from: CensusSource }
  | { readonly rule: 'per'; readonly take: number; readonly of: string }
  | ({ readonly rule: 'share' } & Share)
  | ({ readonly rule: 'formula' } & Formula)
  | ({ readonly rule: 'split' } & Split)
  | {
      readonly rule: 'stages';
      readonly stages: readonly Stage[];
      /** Sheets in each place of the last stage. */
      readonly take: Take;
      /** Of the whole selection, for the margin of error; null: not stated. */
      readonly designEffect: Exact | null;
    }
  | ({ readonly rule: 'band' } & Band)
  /** Another survey asks this group: its answers are brought in, no sheets are issued. */
  | { readonly rule: 'from'; readonly survey: string };

export type QuotaRuleName = QuotaRule['rule'];

/** The same number for each unit, or by its type, or by a figure (`commune_class`: 1, 2, 3). */
export interface Each {
  /** For whatever no table names; null: nothing then. */
  readonly size: number | null;
  readonly byType: Readonly<Record<string, number>>;
  /** Sizes by the value of a figure, the value written as a whole number; null: not by a figure. */
  readonly by: { readonly figure: string; readonly sizes: Readonly<Record<string, number>> } | null;
}

/** Everybody: a figure of each unit, or the rows of a list of people (null counts: not there yet). */
export type CensusSource =
  | { readonly kind: 'attribute'; readonly attribute: string }
  | {
      readonly kind: 'roster';
      readonly file: string;
      readonly due: IsoDate | null;
      /** People per unit; null while the list is not there. */
      readonly counts: Readonly<Record<UnitId, number>> | null;
    };

/** A share of a population, by its size: 10 % up to 2.000 dossiers and at least 50, 5 % above. */
export interface Share {
  readonly of: string;
  /** Lowest `from` first, the first being 0; a plain rate is one band. */
  readonly bands: readonly ShareBand[];
}

export interface ShareBand {
  readonly from: number;
  /** Percent, 0–100. */
  readonly rate: Exact;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** A sample size by formula. Percentages are 0–100. */
export interface Formula {
  /** Slovin is Yamane's n = N / (1 + N·e²); Cochran is for a proportion. */
  readonly method: 'slovin' | 'cochran';
  /** The population N; null (Cochran only): so large that it does not matter. */
  readonly of: string | null;
  readonly error: Exact;
  readonly confidence: Exact;
  readonly proportion: Exact;
  readonly designEffect: Exact;
  /** The design effect multiplies before the finite-population correction (the sample may then not exceed N) or after it. */
  readonly designEffectOn: 'before-correction' | 'after-correction';
}

/** A total shared out among the units (or places) of the group. */
export interface Split {
  readonly total: number;
  /** So many for each first; the rest by the method. */
  readonly each: number;
  readonly by: AllocationMethod;
  /** The size of each unit; null only for `equal`. */
  readonly of: string | null;
  /** `neyman`: standard deviation; `power`: coefficient of variation (null: 1 for all). */
  readonly spread: string | null;
  /** `neyman`: cost of one reply; null: the same for all. */
  readonly cost: string | null;
  /** `power`: exponent q of N^q (0–1); `kish`: the importance I of proportionality. */
  readonly parameter: Exact | null;
  readonly min: number;
  readonly max: number | null;
  /** Never more than this figure of the unit. */
  readonly cap: string | null;
}

export type AllocationMethod =
  | 'equal'
  | 'proportional'
  | 'square-root'
  | 'power'
  | 'kish'
  | 'neyman';

/** One stage of selection: so many places of a level within each place chosen above it. */
export interface Stage {
  readonly level: number;
  readonly how: StageMethod;
  readonly take: StageTake;
  /** Further places, in draw order, to replace chosen ones. */
  readonly reserve: number;
  /** `pps`: the figure of the place that its chance is proportional to. */
  readonly size: string | null;
  /** `purposive`: how many of each standing (`good: 1`), as places write it in `chosen`. */
  readonly picks: Readonly<Record<string, number>>;
}

/**
 * `named`: the plan lists the chosen places (those with `chosen`, or all where none has it);
 * `purposive`: chosen by judgement, so many of each standing; the others by chance from the plan's seed.
 */
export type StageMethod = 'named' | 'purposive' | 'random' | 'systematic' | 'pps';

export type StageTake =
  | {
      readonly kind: 'count';
      /** For whatever `byType` does not name; null: nothing then. */
      readonly count: number | null;
      readonly byType: Readonly<Record<string, number>>;
    }
  /** Percent of the places there, rounded up. */
  | { readonly kind: 'fraction'; readonly percent: Exact };

/** Sheets in one place: a number (by its type where the table names it), or a share of a figure. */
export type Take =
  | {
      readonly kind: 'count';
      readonly count: number | null;
      readonly byType: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'share';
      readonly of: string;
      readonly percent: Exact;
      readonly atLeast: number;
    };

/** Replies checked against a count taken in the field. */
export interface Band {
  /** Attribute of the unit that holds the count (visitors at the desk). */
  readonly observed: string;
  /** Replies may differ from the count by at most this share of it, in percent; null: not limited so. */
  readonly withinPercent: Exact | null;
  /** … or by at most this many forms. */
  readonly withinForms: number | null;
  /** At least so many replies. */
  readonly atLeast: number;
  /** `atLeast` stands instead of the lower bound from so many visitors on (and not below); null: on top of it, always. */
  readonly crowdedFrom: number | null;
  /** One reply per visitor: never more replies than visitors. */
  readonly onePerVisitor: boolean;
}

/**
 * What happens to every size of a group, in this order: rounding, `min` and `max` (not in exceptions and pools, which say
 * their own number), the population as a ceiling, response rate (replies wanted → sheets issued), reserve.
 */
export interface Modifiers {
  /** `largest-remainder`: the rounded sum of all rows is kept. Not for rules that yield whole numbers. */
  readonly round: 'ceil' | 'half-up' | 'floor' | 'largest-remainder';
  readonly min: number | null;
  readonly max: number | null;
  /** Figure that no quota may exceed; null: the rule's own, if it has one. */
  readonly population: string | null;
  /** Percent of the sheets that come back valid; null: all. Sheets issued = replies wanted ÷ rate, rounded up. */
  readonly responseRate: Exact | null;
  /** Further people to turn to, a number or a percentage of the sheets (rounded up), per row. */
  readonly reserve: { readonly count: number; readonly percent: Exact };
}

/** Units that share one total between them; it takes the place of the group's rule there. */
export interface Pool {
  readonly name: string;
  readonly units: readonly UnitId[];
  readonly split: Split;
}
