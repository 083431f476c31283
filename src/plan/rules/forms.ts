/** Questions that are what they say, everywhere the same, and used. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import { exactText, isExact } from '../../stats/exact.ts';
import { kindsOf, normaliseQuestion } from '../normalise-forms.ts';
import type { Criterion, Question } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { writtenQuestions } from './references.ts';
import { type Rule, type RuleContext, shortPlace } from './rule.ts';

export const formRules: readonly Rule[] = [
  { needs: ['forms', 'questions'], check: oneQuestionPerId },
  { needs: ['forms', 'questions'], check: oneKind },
  { needs: ['forms', 'questions'], check: kindKeys },
  { needs: ['forms', 'questions', 'scales'], check: mostChoices },
  { needs: ['forms', 'questions'], check: ranges },
  { needs: ['forms', 'questions', 'index'], check: scoredQuestions },
];

function oneQuestionPerId({ file, at }: RuleContext): readonly Finding[] {
  const first = new Map<string, { readonly same: string; readonly place: string }>();
  return writtenQuestions(file).flatMap((question) => {
    const same = textOf(normaliseQuestion(question.id, question));
    const where =
      question.path[0] === 'forms' ? at([...question.path, 'id']) : at(question.path, 'key');
    const before = first.get(question.id);
    if (before === undefined) first.set(question.id, { same, place: shortPlace(where) });
    if (before === undefined || before.same === same) return [];
    const args = { question: question.id, first: before.place };
    return [finding('plan/question-differs', where, args)];
  });
}

function textOf(question: Question): string {
  return JSON.stringify(question, (_, value: unknown) =>
    isExact(value) ? exactText(value) : value,
  );
}

/** One option, several, a figure or words. */
function oneKind({ file, at }: RuleContext): readonly Finding[] {
  return writtenQuestions(file).flatMap((question): readonly Finding[] => {
    const { id, path } = question;
    const [first, ...others] = kindsOf(question);
    if (first === undefined) {
      return [finding('plan/question-without-scale', at(path), { question: id })];
    }
    if (first === 'open') return [];
    return others.map((key) => {
      const keys = [first, key];
      return finding('plan/question-kinds', at([...path, key], 'key'), { question: id, keys });
    });
  });
}

/** Keys that do not go with the kind of the question. */
function kindKeys({ file, at }: RuleContext): readonly Finding[] {
  return writtenQuestions(file).flatMap((question): readonly Finding[] => {
    const { id, path, scored } = question;
    const [kind] = kindsOf(question);
    const key = (name: string): Where => at([...path, name] as TreePath, 'key');
    const isScored = scored === true;
    if (kind === 'open') {
      const wrong = ['scale', 'multiple', 'at_most', 'number'].filter((name) => name in question);
      return [...wrong, ...(isScored ? ['scored'] : [])].map((name) =>
        finding('plan/open-question', key(name), { question: id, key: name }),
      );
    }
    return [
      ...(isScored && (kind === 'multiple' || kind === 'number')
        ? [finding('plan/kind-not-scored', key('scored'), { question: id, kind })]
        : []),
      ...(question.at_most !== undefined && kind !== 'multiple'
        ? [finding('plan/at-most', key('at_most'), { question: id, options: 0 })]
        : []),
    ];
  });
}

function mostChoices({ file, at }: RuleContext): readonly Finding[] {
  return writtenQuestions(file).flatMap(({ id, path, multiple, at_most: most }) => {
    const options = file.scales?.[multiple ?? '']?.length ?? 0;
    if (most === undefined || options === 0 || (most >= 1 && most <= options)) return [];
    return [finding('plan/at-most', at([...path, 'at_most']), { question: id, options })];
  });
}

function ranges({ file, at }: RuleContext): readonly Finding[] {
  return writtenQuestions(file).flatMap(({ id, path, number }) => {
    const { from, to } = typeof number === 'object' ? number : {};
    if (from === undefined || to === undefined || from.compare(to) <= 0) return [];
    const args = { question: id, from: exactText(from), to: exactText(to) };
    return [finding('plan/number-range', at([...path, 'number', 'from']), args)];
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
