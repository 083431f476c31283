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

function questionsOf(forms: RuleContext['plan']['forms']): ReadonlyMap<string, Question> {
  return new Map(forms.flatMap(({ questions }) => questions.map((one) => [one.id, one] as const)));
}
