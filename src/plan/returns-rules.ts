/** What the plan says about returned forms: why an answer is missing, and when a form does not count. */
import type { Exact } from '../stats/exact.ts';
import { type MissingKind, missingKinds } from '../stats/missing.ts';
import type { QuestionId } from './plan.ts';

export interface ReturnsRules {
  /** Texts in a cell that say why there is no answer. An empty cell is blank without being declared. */
  readonly codes: Readonly<Record<MissingKind, readonly string[]>>;
  /** Two options in one cell (`4,5`) are kept as `(two-marks)`; else the row is rejected. */
  readonly acceptTwoMarks: boolean;
  /** In the order of the plan; the first that holds gives the reason. A form with no answer at all is always void. */
  readonly void: readonly VoidRule[];
  /** The reasons that a clerk may give; null: any words. */
  readonly reasons: readonly string[] | null;
}

/** When a form does not count. The base: the questions about the unit that the form asked. */
export type VoidRule = {
  /** What it is counted under; null: said in the rule's own words. */
  readonly reason: string | null;
} & (
  | { readonly when: 'blank' | 'two-marks'; readonly over: VoidLimit | null }
  /** One of these has neither an answer nor “don't know”. */
  | { readonly when: 'unanswered'; readonly questions: readonly QuestionId[] }
);

/** More than so many questions, or more than so many percent of those asked. */
export type VoidLimit =
  | { readonly kind: 'questions'; readonly count: number }
  | { readonly kind: 'percent'; readonly percent: Exact };

/** Of a plan that says nothing about returns. */
export const plainReturns: ReturnsRules = {
  codes: { blank: [], 'two-marks': [], 'dont-know': [], 'not-asked': [] },
  acceptTwoMarks: false,
  void: [],
  reasons: null,
};

/** Whether the plan says nothing that changes how a cell is read or a form counts. */
export function isPlain({ codes, acceptTwoMarks, void: rules }: ReturnsRules): boolean {
  return (
    missingKinds.every((kind) => codes[kind].length === 0) && !acceptTwoMarks && rules.length === 0
  );
}

/** The kinds of missing answers that returns of this plan can say: blank always, the others by a code. */
export function missingSaid({ codes, acceptTwoMarks }: ReturnsRules): readonly MissingKind[] {
  return missingKinds.filter(
    (kind) =>
      kind === 'blank' || codes[kind].length > 0 || (kind === 'two-marks' && acceptTwoMarks),
  );
}
