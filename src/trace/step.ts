/**
 * What a trace is made of: steps under steps, from the index of a unit down to the answers that were counted. In no
 * language; `report/trace-words.ts` has the words.
 */
import type { Where } from '../findings/finding.ts';
import type { NormaliseMethod } from '../plan/criterion.ts';
import type { BlockId, GroupId, QuestionId, UnitId } from '../plan/plan.ts';
import type { Term } from '../stats/arithmetic.ts';
import type { Exact } from '../stats/exact.ts';
import type { Fact } from './facts.ts';
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
  /** Of a group or question that so few answered that its result is not shown; the leaf says why. */
  readonly hidden: boolean;
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
  /** Points beside the criteria. */
  | { readonly kind: 'adjustment'; readonly adjustment: 'bonus' | 'penalty' }
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
  /** One of the numbers that a function in the formula looks at. */
  | 'formula-part'
  /** One side of a comparison in a condition. */
  | 'side'
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
