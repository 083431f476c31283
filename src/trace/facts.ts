/** What a trace says beside its arithmetic. In no language; `report/trace-facts-*.ts` have the words. */
import type { Where } from '../findings/finding.ts';
import type { NormaliseMethod } from '../plan/criterion.ts';
import type { TieBreaker } from '../plan/index-rules.ts';
import type { Exact } from '../stats/exact.ts';
import type { Expression } from '../stats/expression.ts';
import type { Missing } from '../stats/missing.ts';

export interface FigureUsed {
  readonly kind: 'figure';
  readonly name: string;
  readonly value: Exact | null;
  /** 1 is yes, 0 is no. */
  readonly isYesNo: boolean;
  /** Null: it is missing, or it is not known where it stands. */
  readonly from: Where | null;
}

/** Points or percent of a criterion, of the total, the survey or appraised part, of bonus or penalty. */
export interface PartUsed {
  readonly kind: 'part';
  readonly what: 'points' | 'percent';
  readonly of: string;
  readonly value: Exact | null;
}

export interface ConditionTold {
  readonly condition: Expression;
  /** Null: it cannot be told. */
  readonly holds: boolean | null;
  readonly inputs: readonly (FigureUsed | PartUsed)[];
}

/**
 * What becomes of the maximum where a criterion does not apply: `out`, it goes out of it; `filled`, what applies fills the whole
 * maximum in proportion; `others`, a mean or a condition is taken over the others.
 */
export type LeftOut = 'out' | 'filled' | 'others';

export interface NearUnit {
  readonly name: string;
  readonly rank: number;
  readonly value: Exact;
}

/** One of the classes that a unit may get. */
export type ClassEdge =
  | { readonly kind: 'from'; readonly class: string; readonly from: Exact }
  /** The best `places` of the ranked units: so many percent, counted from the best. */
  | {
      readonly kind: 'share';
      readonly class: string;
      readonly share: Exact;
      readonly places: number;
    };

/** What is said beside the arithmetic. */
export type Fact =
  | { readonly fact: 'not-applicable'; readonly leaves: LeftOut }
  /** Criteria under it that do not apply to the unit, by code. */
  | { readonly fact: 'left-out'; readonly codes: readonly string[]; readonly leaves: LeftOut }
  /** Of weight 0, so that they have no say in a mean. */
  | { readonly fact: 'weightless'; readonly codes: readonly string[] }
  /** Without points and left out, by the plan's rule. */
  | { readonly fact: 'dropped'; readonly codes: readonly string[] }
  /** Leaves whose missing points leave it without. */
  | { readonly fact: 'missing'; readonly codes: readonly string[] }
  | { readonly fact: 'no-appraisal' }
  /** Of bonus or penalty: nothing given; `claimed`: by the unit alone, which does not count. */
  | {
      readonly fact: 'no-adjustment';
      readonly kind: 'bonus' | 'penalty';
      readonly claimed: boolean;
    }
  /** A value that cannot be the points of a criterion with this maximum. */
  | { readonly fact: 'outside'; readonly value: Exact; readonly max: Exact }
  | {
      readonly fact: 'self' | 'first' | 'second';
      readonly points: Exact;
      readonly from: Where | null;
    }
  | {
      readonly fact: 'explanation' | 'evidence';
      readonly text: string;
      readonly from: Where | null;
    }
  | { readonly fact: 'no-rater' }
  | { readonly fact: 'no-answers'; readonly groups: readonly string[] }
  /** Groups with fewer answers than the plan asks for; `base` null: so few that it is not shown. */
  | {
      readonly fact: 'few-answers';
      readonly groups: readonly { readonly name: string; readonly base: number | null }[];
      readonly least: number;
    }
  | { readonly fact: 'too-few'; readonly base: number; readonly least: number }
  /** Groups that so few answered that they are not shown apart, and what they add to the leaf together. */
  | {
      readonly fact: 'hidden';
      readonly groups: readonly string[];
      readonly fewest: number;
      readonly together: Exact | null;
    }
  | { readonly fact: 'not-counted'; readonly answers: number }
  /** Ratings without an answer to the question. */
  | { readonly fact: 'unanswered'; readonly missing: Missing }
  | { readonly fact: 'weighted' }
  /** So few answers share a weight that weighted counts by option would show which are theirs. */
  | { readonly fact: 'few-alike'; readonly fewest: number }
  | { readonly fact: 'figure'; readonly figure: FigureUsed }
  | {
      readonly fact: 'formula';
      readonly formula: Expression;
      readonly inputs: readonly FigureUsed[];
    }
  /** Figures that its value was to be made of. */
  | { readonly fact: 'no-figures'; readonly names: readonly string[] }
  | { readonly fact: 'zero-divisor'; readonly divisor: Expression }
  /** What the functions of a formula do. */
  | { readonly fact: 'rounded'; readonly digits: number; readonly value: Exact }
  | {
      readonly fact: 'picked';
      readonly which: 'min' | 'max';
      readonly values: readonly Exact[];
      readonly value: Exact;
    }
  | { readonly fact: 'without-sign'; readonly value: Exact }
  | { readonly fact: 'branch'; readonly condition: Expression; readonly holds: boolean }
  | ({ readonly fact: 'condition' } & ConditionTold)
  | { readonly fact: 'need'; readonly need: 'all' | 'any'; readonly met: boolean | null }
  /** Of `all` and `any` over criteria: those that have their whole maximum, and those that do not. */
  | {
      readonly fact: 'full';
      readonly need: 'all' | 'any';
      readonly full: readonly string[];
      readonly others: readonly string[];
    }
  /** Criteria below 0, of which no geometric or harmonic mean can be taken. */
  | { readonly fact: 'negative'; readonly codes: readonly string[] }
  /** Criteria without any points, which leave a geometric or harmonic mean at 0. */
  | { readonly fact: 'zero'; readonly codes: readonly string[] }
  | {
      readonly fact: 'band';
      readonly value: Exact;
      readonly from: Exact;
      readonly points: Exact;
      /** The next better band. */
      readonly next: { readonly from: Exact; readonly points: Exact } | null;
    }
  | { readonly fact: 'below-bands'; readonly value: Exact; readonly lowest: Exact }
  | {
      readonly fact: 'against';
      readonly method: NormaliseMethod;
      readonly within: 'block' | 'all';
      readonly units: number;
      readonly low: Exact | null;
      readonly high: Exact | null;
      readonly reversed: boolean;
    }
  | { readonly fact: 'all-alike'; readonly units: number }
  /** Its value lies beyond those that it is set against. */
  | { readonly fact: 'beyond'; readonly points: Exact }
  /** The result stands as scoring gave it. */
  | { readonly fact: 'unwritten' }
  | {
      readonly fact: 'capped';
      readonly points: Exact;
      readonly max: Exact;
      readonly highest: Exact;
    }
  | { readonly fact: 'no-survey'; readonly block: string }
  | {
      readonly fact: 'rank';
      readonly rank: number;
      readonly of: number;
      /** Name of the block; null: all units. */
      readonly within: string | null;
      readonly on: 'percent' | 'points';
      readonly above: readonly NearUnit[];
      readonly below: readonly NearUnit[];
      /** Others of the same rank. */
      readonly tied: readonly string[];
    }
  | {
      readonly fact: 'tie-broken';
      /** `name`: by nothing but the order of names. */
      readonly by: TieBreaker | 'name';
      readonly own: Exact | null;
      readonly others: readonly { readonly name: string; readonly value: Exact | null }[];
    }
  | { readonly fact: 'unranked' }
  | { readonly fact: 'rank-missing' }
  | {
      readonly fact: 'class';
      readonly reached: ClassEdge | null;
      readonly next: ClassEdge | null;
    }
  | {
      /** Further conditions of the class that it has, or of a better one that it missed by them. */
      readonly fact: 'class-met' | 'class-missed';
      readonly class: string;
      readonly conditions: readonly ConditionTold[];
    };

export type FactOf<K extends Fact['fact']> = Fact & { readonly fact: K };
