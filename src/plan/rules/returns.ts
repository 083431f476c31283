/** Codes of missing answers that are no answers, and void rules that can hold. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nameKey } from '../../names.ts';
import { parseExact } from '../../stats/exact.ts';
import type { ReturnsFile, VoidRuleFile } from '../normalise-returns.ts';
import type { Plan, Question } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { type Rule, type RuleContext, shortPlace, unknownNames } from './rule.ts';

export const returnsRules: readonly Rule[] = [
  { needs: ['returns', 'scales'], check: codesOfOptions },
  { needs: ['returns', 'forms', 'questions'], check: codesInRange },
  { needs: ['returns'], check: codesTwice },
  { needs: ['returns'], check: voidRuleKeys },
  { needs: ['returns', 'forms', 'questions'], check: neededQuestions },
  { needs: ['returns', 'forms', 'questions'], check: idleRules },
  { needs: ['returns'], check: reasonsTwice },
];

interface Code {
  readonly text: string;
  readonly key: string;
  readonly path: TreePath;
}

/** Letters match whatever their case, as cells do; digits and signs only as written. */
function keyOf(text: string): string {
  return /\p{L}/u.test(text) ? nameKey(text) : text;
}

function codesOf({ returns }: RuleContext['file']): readonly Code[] {
  return Object.entries(returns?.codes ?? {}).flatMap(([kind, written]) => {
    const path: TreePath = ['returns', 'codes', kind];
    const texts = typeof written === 'string' ? [written] : (written ?? []);
    return texts.map((text, index) => {
      return {
        text,
        key: keyOf(text),
        path: typeof written === 'string' ? path : [...path, index],
      };
    });
  });
}

function codesOfOptions({ file, plan, at }: RuleContext): readonly Finding[] {
  return codesOf(file).flatMap(({ text, key, path }) =>
    plan.scales.flatMap(({ id: scale, options }) => {
      const same = options.find(
        ({ code, label }) => code.toLowerCase() === text.toLowerCase() || keyOf(label) === key,
      );
      if (same === undefined) return [];
      const args = { text, scale, option: same.label };
      return [finding('plan/missing-code-is-option', at(path), args)];
    }),
  );
}

function codesInRange({ file, plan, at }: RuleContext): readonly Finding[] {
  const figures = new Map(
    plan.forms.flatMap(({ questions }) =>
      questions.flatMap((one) => (one.kind === 'number' ? [[one.id, one] as const] : [])),
    ),
  );
  return codesOf(file).flatMap(({ text, path }) =>
    [...figures.values()]
      .filter((question) => isAnswer(question, text))
      .map(({ id }) => finding('plan/missing-code-is-figure', at(path), { text, question: id })),
  );
}

function isAnswer({ range }: Question, text: string): boolean {
  const value = parseExact(text.replace(',', '.'));
  if (value === null) return false;
  const isBelow = range?.from != null && value.compare(range.from) < 0;
  const isAbove = range?.to != null && value.compare(range.to) > 0;
  return !isBelow && !isAbove;
}

function codesTwice({ file, at }: RuleContext): readonly Finding[] {
  const first = new Map<string, TreePath>();
  return codesOf(file).flatMap(({ text, key, path }) => {
    const before = first.get(key);
    if (before === undefined) first.set(key, path);
    if (before === undefined) return [];
    const args = { text, first: shortPlace(at(before)) };
    return [finding('plan/missing-code-twice', at(path), args)];
  });
}

function written(file: RuleContext['file']) {
  const rules: NonNullable<ReturnsFile['void']> = file.returns?.void ?? [];
  return rules.map((rule, index) => ({ rule, path: ['returns', 'void', index] as TreePath }));
}

/** `over` measures marks, `questions` names what needs an answer; neither makes sense for the other. */
function voidRuleKeys({ file, at }: RuleContext): readonly Finding[] {
  return written(file).flatMap(({ rule, path }): readonly Finding[] => {
    const { when } = rule;
    const isNamed = when === 'unanswered';
    const stray = isNamed ? 'over' : 'questions';
    const strays = rule[stray] === undefined ? [] : [stray];
    return [
      ...strays.map((key) =>
        finding('plan/void-rule-key', at([...path, key], 'key'), { when, key }),
      ),
      ...(isNamed && rule.questions === undefined
        ? [finding('plan/missing-key', at(path), { key: 'questions' })]
        : []),
    ];
  });
}

function neededQuestions({ file, plan, at }: RuleContext): readonly Finding[] {
  const known = [...new Set(plan.forms.flatMap(({ questions }) => questions.map(({ id }) => id)))];
  return written(file).flatMap(({ rule, path }) => {
    const placed = (rule.questions ?? []).map((id, index) => {
      return { id, at: at([...path, 'questions', index]) };
    });
    return unknownNames('question', placed, known);
  });
}

/** A rule that no form can meet was probably meant otherwise. */
function idleRules({ file, plan, at }: RuleContext): readonly Finding[] {
  return written(file)
    .filter(({ rule }) => isIdle(rule, plan))
    .map(({ rule: { when }, path }) => finding('plan/void-rule-idle', at(path), { when }));
}

function isIdle({ when, over }: VoidRuleFile, plan: Plan): boolean {
  if (when === 'unanswered') return false;
  const { codes, acceptTwoMarks } = plan.returns;
  if (when === 'two_marks' && !acceptTwoMarks && codes['two-marks'].length === 0) return true;
  if (over === undefined) return false;
  const most = Math.max(0, ...plan.forms.map(({ questions }) => questions.length));
  return over.sheets >= Math.max(1, most) || over.percent.compare(100) >= 0;
}

function reasonsTwice({ file, at }: RuleContext): readonly Finding[] {
  const first = new Map<string, string>();
  return (file.returns?.reasons ?? []).flatMap((reason, index) => {
    const key = nameKey(reason);
    const before = first.get(key);
    if (before === undefined) first.set(key, reason);
    if (before === undefined) return [];
    const where = at(['returns', 'reasons', index]);
    return [finding('plan/reason-twice', where, { reason, first: before })];
  });
}
