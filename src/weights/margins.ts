/** The margins of a group: which category each answer belongs to, and what share of the population it is. */
import { marginOptions } from '../plan/margin-options.ts';
import type { Group, Plan, QuestionId, RespondentWeights } from '../plan/plan.ts';
import { type Exact, sumExact } from '../stats/exact.ts';

export interface GroupMargin {
  /** Among the margins as written. */
  readonly position: number;
  readonly question: QuestionId;
  readonly categories: readonly {
    readonly options: readonly string[];
    /** Of the population, 0–1. */
    readonly share: Exact;
  }[];
  /** By place of the option on its scale, the category; the last number, `categories.length`, is for no answer. */
  readonly categoryOf: Int32Array;
}

/** In the order of the plan. */
export function groupMargins(
  plan: Plan,
  group: Group,
  { margins }: RespondentWeights,
): readonly GroupMargin[] {
  const form = plan.forms.find(({ id }) => id === group.form);
  return margins.map(({ question, totals }, position) => {
    const scale = form?.questions.find(({ id }) => id === question)?.scale;
    const options = plan.scales.find(({ id }) => id === scale)?.options ?? [];
    const written = Object.entries(totals);
    const sum = sumExact(written.map(([, total]) => total));
    const categories = written.map(([key, total]) => {
      return { options: marginOptions(key), share: total.div(sum) };
    });
    const categoryOf = Int32Array.from(options, ({ code }) => {
      const found = categories.findIndex(({ options: codes }) => codes.includes(code));
      return found < 0 ? categories.length : found;
    });
    return { position, question, categories, categoryOf };
  });
}
