/**
 * What a trace is made of: steps under steps, from the index of a unit down to the answers that were counted. In no
 * language; `report/trace-words.ts` has the words.
 */
import type { Where } from '../findings/finding.ts';
import type { NormaliseMethod } from '../plan/criterion.ts';
import type { TieBreaker } from '../plan/index-rules.ts';
import type { BlockId, GroupId, QuestionId, UnitId } from '../plan/plan.ts';
import type { Term } from '../stats/arithmetic.ts';
import type { Exact } from '../stats/exact.ts';
import type { AnswerSource } from './sources.ts';

/** One number of the results and how it came about. */
export interface Step {
  readonly about: About;
  /** Of a unit or criterion; null: missing, or none applies. */
  readonly points: Exact | null;
  /** The unit's own maximum; null: groups and questions have none. */
  readonly max: Exact | null;
  /** Of a unit, group or question. Null of criteria, whose points count, and of what is not shown. */
  readonly percent: Exact | null;
  /** In the order in which they are worked out; the last comes to the points or percent. */
  readonly equations: readonly Equation[];
  readonly facts: readonly Fact[];
  /** Of a question: what was answered, option by option; empty where that is not shown. */
  readonly counts: readonly OptionCount[];
  /** Of a group: where its answers came from. */
  readonly sources: readonly AnswerSource[];
  /** Where the rule stands in the plan. */
  readonly rule: Where | null;
  readonly steps: readonly Step[];
}

export type About =
  | {
      readonly kind: 'unit';
      readonly unit: UnitId;
      readonly name: string;
      readonly block: BlockId;
      readonly blockName: string;
    }
  | {
      readonly kind: 'criterion';
      readonly code: string;
      readonly name: string;
      /** What is under it are groups, not criteria. */
      readonly isLeaf: boolean;
    }
  | { readonly kind: 'group'; readonly groups: readonly Named[]; readonly weight: Exact }
  | {
      readonly kind: 'question';
      readonly question: QuestionId;
      readonly text: string;
      readonly weight: Exact;
    };

export interface Named {
  readonly id: GroupId;
  readonly name: string;
}

/** The formula in words (`rule`), and the same with the numbers put in. */
export interface Equation {
  readonly rule: EquationRule;
  readonly term: Term;
  /** What it comes to; what the term comes to, wherever that is rational. */
  readonly result: Exact;
}

export type EquationRule =
  | 'percent'
  | 'sum'
  | 'mean'
  | 'geometric'
  | 'harmonic'
  | 'kept'
  | 'leaf-percent'
  | 'leaf-points'
  | 'group-mean'
  | 'question-mean'
  | 'question-share'
  | 'question-weighted'
  | 'formula'
  | NormaliseMethod;

export interface OptionCount {
  readonly code: string;
  readonly label: string;
  readonly count: number;
  /** With the weights of the respondents; null: each counts once. */
  readonly weighted: Exact | null;
  /** Percent that it gives; null: it does not count. */
  readonly worth: Exact | null;
}

export interface FigureUsed {
  readonly name: string;
  readonly value: Exact | null;
  /** Null: it is not known where it stands. */
  readonly from: Where | null;
}

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
  | { readonly fact: 'not-applicable' }
  /** Criteria under it that do not apply to the unit, by code. */
  | { readonly fact: 'left-out'; readonly codes: readonly string[]; readonly kept: boolean }
  /** Without points and left out, by the plan's rule. */
  | { readonly fact: 'dropped'; readonly codes: readonly string[] }
  /** Leaves whose missing points leave it without. */
  | { readonly fact: 'missing'; readonly codes: readonly string[] }
  | { readonly fact: 'no-appraisal' }
  | {
      readonly fact: 'self' | 'first' | 'second' | 'bonus' | 'penalty';
      readonly points: Exact;
      readonly most: Exact | null;
      readonly from: Where | null;
    }
  | {
      readonly fact: 'explanation' | 'evidence';
      readonly text: string;
      readonly from: Where | null;
    }
  | { readonly fact: 'no-rater' }
  | { readonly fact: 'no-answers'; readonly groups: readonly string[] }
  | { readonly fact: 'too-few'; readonly base: number; readonly least: number }
  /** Groups that so few answered that they are not shown apart, and what they add to the leaf together. */
  | {
      readonly fact: 'hidden';
      readonly groups: readonly string[];
      readonly fewest: number;
      readonly together: Exact | null;
    }
  | { readonly fact: 'not-counted'; readonly answers: number }
  | { readonly fact: 'weighted' }
  | { readonly fact: 'figure'; readonly figure: FigureUsed }
  | { readonly fact: 'formula'; readonly text: string; readonly inputs: readonly FigureUsed[] }
  | {
      readonly fact: 'condition';
      readonly text: string;
      readonly holds: boolean | null;
      readonly inputs: readonly FigureUsed[];
    }
  | { readonly fact: 'need'; readonly need: 'all' | 'any'; readonly met: boolean | null }
  /** Of `all` and `any` over criteria: those that have their whole maximum, and those that do not. */
  | {
      readonly fact: 'full';
      readonly need: 'all' | 'any';
      readonly full: readonly string[];
      readonly others: readonly string[];
    }
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
  | { readonly fact: 'beyond' }
  /** The result stands as scoring gave it. */
  | { readonly fact: 'unwritten' }
  | { readonly fact: 'capped'; readonly points: Exact; readonly highest: Exact }
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
      readonly fact: 'class-missed';
      readonly class: string;
      readonly conditions: readonly string[];
    };

export type FactOf<K extends Fact['fact']> = Fact & { readonly fact: K };

/** What is under a step is worked out when it is asked for: a table of the criteria of all units never looks at their answers. */
export function withSteps(step: Omit<Step, 'steps'>, make: () => readonly Step[]): Step {
  let made: readonly Step[] | null = null;
  return {
    ...step,
    get steps() {
      made ??= make();
      return made;
    },
  };
}
