/** `returns` as written → the rules for returned forms. */
import type { ReturnsRules, VoidRule } from './plan.ts';
import type { PlanFile } from './schema.ts';

export type ReturnsFile = NonNullable<PlanFile['returns']>;
export type VoidRuleFile = NonNullable<ReturnsFile['void']>[number];

export function returnsOf(written: PlanFile['returns']): ReturnsRules {
  const codes = written?.codes;
  return {
    codes: {
      blank: textsOf(codes?.blank),
      'two-marks': textsOf(codes?.two_marks),
      'dont-know': textsOf(codes?.dont_know),
      'not-asked': textsOf(codes?.not_asked),
    },
    acceptTwoMarks: written?.two_marks === 'accept',
    void: (written?.void ?? []).map(voidRuleOf),
    reasons: written?.reasons ?? null,
  };
}

function voidRuleOf({ when, over, questions, reason }: VoidRuleFile): VoidRule {
  const said = { reason: reason ?? null };
  if (when === 'unanswered') return { ...said, when, questions: questions ?? [] };
  const limit =
    over === undefined
      ? null
      : over.percent.equals(0)
        ? ({ kind: 'questions', count: over.sheets } as const)
        : ({ kind: 'percent', percent: over.percent } as const);
  return { ...said, when: when === 'blank' ? 'blank' : 'two-marks', over: limit };
}

function textsOf(written: string | readonly string[] | undefined): readonly string[] {
  if (written === undefined) return [];
  return typeof written === 'string' ? [written] : written;
}
