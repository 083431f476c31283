/** Questions that are what they say, everywhere the same, and used. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { normaliseQuestion } from '../normalise-forms.ts';
import type { Criterion } from '../plan.ts';
import { writtenQuestions } from './references.ts';
import { type Rule, type RuleContext, shortPlace } from './rule.ts';

export const formRules: readonly Rule[] = [
  { needs: ['forms', 'questions'], check: oneQuestionPerId },
  { needs: ['forms', 'questions'], check: scaleOrOpen },
  { needs: ['forms', 'questions', 'index'], check: scoredQuestions },
];

function oneQuestionPerId({ file, at }: RuleContext): readonly Finding[] {
  const first = new Map<string, { readonly same: string; readonly place: string }>();
  return writtenQuestions(file).flatMap((question) => {
    const same = JSON.stringify(normaliseQuestion(question.id, question));
    const where =
      question.path[0] === 'forms' ? at([...question.path, 'id']) : at(question.path, 'key');
    const before = first.get(question.id);
    if (before === undefined) first.set(question.id, { same, place: shortPlace(where) });
    if (before === undefined || before.same === same) return [];
    const args = { question: question.id, first: before.place };
    return [finding('plan/question-differs', where, args)];
  });
}

function scaleOrOpen({ file, at }: RuleContext): readonly Finding[] {
  return writtenQuestions(file).flatMap(({ id, path, open, scale, scored }) => {
    if (open !== true) {
      if (scale !== undefined) return [];
      return [finding('plan/question-without-scale', at(path), { question: id })];
    }
    const wrong = [
      ...(scale === undefined ? [] : ['scale']),
      ...(scored === true ? ['scored'] : []),
    ];
    return wrong.map((key) =>
      finding('plan/open-question', at([...path, key], 'key'), { question: id, key }),
    );
  });
}

/** With an index, a question about the units should feed it or say that it does not. */
function scoredQuestions({ plan, file, at }: RuleContext): readonly Finding[] {
  if (plan.index === null) return [];
  const fed = new Set(plan.index.criteria.flatMap(questionsOf));
  const reported = new Set<string>();
  return plan.forms.flatMap((form, position) =>
    form.questions.flatMap(({ id, kind, per, scored }) => {
      const left = kind === 'scale' && per === 'rating' && scored && !fed.has(id);
      if (!left || reported.has(id)) return [];
      reported.add(id);
      const index = (file.forms[position]?.questions ?? []).findIndex(
        (question) => (typeof question === 'string' ? question : question.id) === id,
      );
      const where = at(['forms', position, 'questions', index]);
      return [finding('plan/question-not-scored', where, { question: id, form: form.id })];
    }),
  );
}

function questionsOf({ children, source }: Criterion): readonly string[] {
  if (source === null) return children.flatMap(questionsOf);
  return source.kind === 'survey' ? source.parts.flatMap((part) => part.questions) : [];
}
