/**
 * Whether a form counts once its answers were corrected. What a rule of the plan said is judged again; what a clerk
 * marked, or a correction decided, stands; but a form without one answer never counts.
 */
import type { FormId, Plan, Question } from '../plan/plan.ts';
import type { Rating } from './batch.ts';
import { type VoidTest, voidBy } from './void.ts';

export interface VoidJudge {
  /** Why the answers do not count by the rules; null: they do. */
  readonly byRules: (rating: Rating) => string | null;
  /** The reason of a form without one answer; null: it has one. */
  readonly whenEmpty: (rating: Rating) => string | null;
}

/** By the rules of the plan as it is now. */
export function voidJudge({ forms, returns }: Pick<Plan, 'forms' | 'returns'>): VoidJudge {
  const known = new Map<FormId, ReadonlyMap<string, Question>>(
    forms.map(({ id, questions }) => [id, new Map(questions.map((one) => [one.id, one]))]),
  );
  const empty = returns.void.filter((rule) => rule.when === 'blank' && rule.over === null);
  return {
    byRules: judged(known, (questions) => voidBy(returns, questions)),
    whenEmpty: judged(known, (questions) => voidBy({ ...returns, void: empty }, questions)),
  };
}

/** One test for all ratings that answer the same questions; those that the plan has no longer are left aside. */
function judged(
  known: ReadonlyMap<FormId, ReadonlyMap<string, Question>>,
  testOf: (questions: readonly Question[]) => VoidTest,
): (rating: Rating) => string | null {
  const tests = new Map<string, { readonly test: VoidTest; readonly places: readonly number[] }>();
  return ({ form, questions: ids, answers }) => {
    const key = [form, ...ids].join('\n');
    const one = tests.get(key) ?? testFor(known.get(form) ?? new Map(), ids, testOf);
    tests.set(key, one);
    return one.test(one.places.map((at) => answers[at] ?? null));
  };
}

function testFor(
  known: ReadonlyMap<string, Question>,
  ids: readonly string[],
  testOf: (questions: readonly Question[]) => VoidTest,
): { readonly test: VoidTest; readonly places: readonly number[] } {
  const asked = ids.flatMap((id, at) => {
    const question = known.get(id);
    return question === undefined ? [] : [{ question, at }];
  });
  return {
    test: testOf(asked.map(({ question }) => question)),
    places: asked.map(({ at }) => at),
  };
}

/** `corrected` as it counts; `keyed` is the rating before its corrections, `isDecided`: one of them says whether it counts. */
export function judgedAgain(
  judge: VoidJudge,
  keyed: Rating,
  corrected: Rating,
  isDecided: boolean,
): Rating {
  const isByRules = !isDecided && keyed.voidReason === judge.byRules(keyed);
  const reason = isByRules
    ? judge.byRules(corrected)
    : (corrected.voidReason ?? judge.whenEmpty(corrected));
  return reason === corrected.voidReason ? corrected : { ...corrected, voidReason: reason };
}
