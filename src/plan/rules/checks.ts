/** Whether the thresholds of `checks` speak of questions that can be compared so. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { exactText } from '../../stats/exact.ts';
import type { Question } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';

export const checkRules: readonly Rule[] = [
  { needs: ['checks', 'forms', 'questions'], check: comparedQuestions },
  { needs: ['checks', 'forms', 'questions'], check: tolerances },
  { needs: ['checks'], check: limitsInOrder },
  { needs: ['checks', 'forms', 'questions', 'groups'], check: formsDecided },
];

const backCheck: TreePath = ['checks', 'back_check'];

function comparedQuestions({ file, plan, at }: RuleContext): readonly Finding[] {
  const known = [...questionsOf(plan.forms).keys()];
  return (['tolerance', 'types'] as const).flatMap((key) => {
    const ids = Object.keys(file.checks?.back_check?.[key] ?? {});
    const placed = ids.map((id) => ({ id, at: at([...backCheck, key, id], 'key') }));
    return unknownNames('question', placed, known);
  });
}

/** Nothing lies between two words, or two sets of ticks. */
function tolerances({ file, plan, at }: RuleContext): readonly Finding[] {
  const questions = questionsOf(plan.forms);
  return Object.keys(file.checks?.back_check?.tolerance ?? {}).flatMap((id) => {
    const kind = questions.get(id)?.kind;
    if (kind === undefined || kind === 'scale' || kind === 'number') return [];
    const where = at([...backCheck, 'tolerance', id], 'key');
    return [finding('check/tolerance-unfit', where, { question: id, kind })];
  });
}

function limitsInOrder({ plan, at }: RuleContext): readonly Finding[] {
  const { limit, voidAbove } = plan.checks.backCheck;
  if (voidAbove === null || voidAbove.compare(limit) >= 0) return [];
  const args = { limit: exactText(limit), voidAbove: exactText(voidAbove) };
  return [finding('check/limits-crossed', at([...backCheck, 'void_above']), args)];
}

/** Where questions have types, a form without one of type 1 or 2 can never be given an outcome. */
function formsDecided({ plan, at }: RuleContext): readonly Finding[] {
  const { types } = plan.checks.backCheck;
  if (Object.keys(types).length === 0) return [];
  // Only numbered sheets can be selected.
  const selectable = plan.groups.filter(({ serial }) => serial === 'required');
  const forms = new Set(selectable.map(({ form }) => form));
  return plan.forms.flatMap(({ id: formId, code, questions }) => {
    if (!forms.has(formId)) return [];
    const deciding = questions.some(({ id }) => types[id] === '1' || types[id] === '2');
    if (deciding) return [];
    return [finding('check/form-undecided', at([...backCheck, 'types'], 'key'), { form: code })];
  });
}

function questionsOf(forms: RuleContext['plan']['forms']): ReadonlyMap<string, Question> {
  return new Map(forms.flatMap(({ questions }) => questions.map((one) => [one.id, one] as const)));
}
