/** What `survey check` looks for and from where on it speaks, as the normalised plan holds it. */
import { type Exact, exact } from '../stats/exact.ts';
import type { QuestionId } from './plan.ts';

export interface Checks {
  /** Forms with the same answers to all closed questions. */
  readonly identical: {
    /** From so many in one hand on. */
    readonly forms: number;
    /** Only forms with at least so many closed questions answered. */
    readonly questions: number;
  };
  /** The same option throughout: only where at least so many questions on one scale were answered. */
  readonly straightLining: { readonly questions: number };
  readonly burst: { readonly replies: number; readonly minutes: number };
  /** `22:00`–`05:00`: replies from then on and before then. */
  readonly night: { readonly from: string; readonly to: string };
  /** Percent of the answers to a question, or of a unit, that may be missing. */
  readonly missing: Exact;
  /** Percent of the returned forms that may be void. */
  readonly void: Exact;
  readonly collectors: {
    /** Only those with at least so many forms are compared. */
    readonly forms: number;
    /** Points of 100 by which the mean must differ from the others'. */
    readonly level: Exact;
    /** Percentage points by which the share of blanks must differ. */
    readonly blanks: Exact;
    /** Percent: the chance of any remark at all if nobody differs. */
    readonly chance: Exact;
  };
  readonly secondEntry: {
    /** Percent of the sheets to be keyed twice. */
    readonly share: Exact;
    /** Percent of the fields that may differ. */
    readonly limit: Exact;
  };
  readonly backCheck: BackCheckRules;
}

export interface BackCheckRules {
  /** Percent of the sheets. */
  readonly share: Exact;
  readonly by: 'unit' | 'collector' | null;
  /** Percent of the answers that may differ before the unit is done again. */
  readonly limit: Exact;
  /** Percent above which the unit's forms are void; null: never by this alone. */
  readonly voidAbove: Exact | null;
  /** How far two answers may be apart: of a figure, or in steps of its scale. */
  readonly tolerance: Readonly<Record<QuestionId, Exact>>;
  /** 1: cannot have changed, 2: easily mistaken, 3: an opinion; empty: not declared. */
  readonly types: Readonly<Record<QuestionId, QuestionType>>;
}

export type QuestionType = '1' | '2' | '3';

/** What holds where the plan says nothing. */
export const usualChecks: Checks = {
  identical: { forms: 3, questions: 10 },
  straightLining: { questions: 8 },
  burst: { replies: 10, minutes: 10 },
  night: { from: '22:00', to: '05:00' },
  missing: exact(10),
  void: exact(10),
  collectors: { forms: 20, level: exact(10), blanks: exact(5), chance: exact(1) },
  secondEntry: { share: exact(5), limit: exact(1) },
  backCheck: {
    share: exact(10),
    by: 'unit',
    limit: exact(10),
    voidAbove: null,
    tolerance: {},
    types: {},
  },
};
