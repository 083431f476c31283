/** When a returned form does not count, by the rules of the plan; and the reasons that clerks give. */
import { formatDecimalText } from '../formats/numbers.ts';
import { nameKey, nearest } from '../names.ts';
import type { Question, QuestionId, ReturnsRules, VoidLimit, VoidRule } from '../plan/plan.ts';
import { exactText, floorExact, hundred } from '../stats/exact.ts';
import { type MissingKind, missingOf, nothingAsked } from '../stats/missing.ts';
import type { Rating } from './batch.ts';

/** Reasons of our own, kept with the rating; Vietnamese, like those that clerks write. */
export const wholeBlank = 'để trắng';
export const justMarked = 'đánh dấu không hợp lệ';

/** Why a rating does not count by the rules; null: it counts. Takes answers as they are stored. */
export type VoidTest = (answers: Rating['answers']) => string | null;

/** What a rule sees of one rating. */
interface Marks {
  readonly answers: Rating['answers'];
  /** Questions about the unit that were asked: the base. */
  asked: number;
  blank: number;
  twoMarks: number;
}

interface Test {
  readonly reason: string;
  readonly holds: (marks: Marks) => boolean;
}

/**
 * The test for ratings that answer these questions, in their order. The base is the closed questions about
 * the unit, all questions where a form has none; those that were not asked leave it.
 */
export function voidBy(rules: ReturnsRules, questions: readonly Question[]): VoidTest {
  const about = questions.flatMap(({ kind, per }, at) =>
    kind !== 'open' && per === 'rating' ? [at] : [],
  );
  const base = about.length > 0 ? about : questions.map((_, at) => at);
  const ids = questions.map(({ id }) => id);
  const tests = [
    askedTest,
    blankTest(rules.void),
    ...rules.void.map((rule) => ruleTest(rule, ids, base)),
  ];
  return (answers) => {
    // Without further rules one answer decides; it is usually the first.
    if (rules.void.length === 0 && base.some((at) => isGiven(answers[at] ?? null))) return null;
    const marks = marksIn(answers, base);
    for (const { reason, holds } of tests) if (holds(marks)) return reason;
    return null;
  };
}

function isGiven(answer: string | null): boolean {
  return answer !== null && answer.charCodeAt(0) !== bracket;
}

/** What marks of missing answers begin with, and no option code does. */
const bracket = 0x28;

function marksIn(answers: Rating['answers'], base: readonly number[]): Marks {
  const marks: Marks = { answers, asked: base.length, blank: 0, twoMarks: 0 };
  for (const at of base) {
    const answer = answers[at] ?? null;
    if (answer === null) marks.blank += 1;
    else if (answer.charCodeAt(0) === bracket) countMark(marks, missingOf(answer));
  }
  return marks;
}

function countMark(marks: Marks, missing: MissingKind | null): void {
  if (missing === 'not-asked') marks.asked -= 1;
  else if (missing === 'two-marks') marks.twoMarks += 1;
}

/** Before all others: of what was not asked, nothing can be left blank. */
const askedTest: Test = {
  reason: nothingAsked,
  holds: ({ answers, asked }) => answers.length > 0 && asked === 0,
};

/** A form without a single mark never counts, whatever the plan declares; a rule may name the reason. */
function blankTest(rules: readonly VoidRule[]): Test {
  const own = rules.find((rule) => rule.when === 'blank' && rule.over === null);
  return { reason: own?.reason ?? wholeBlank, holds: ({ blank, asked }) => blank === asked };
}

function ruleTest(rule: VoidRule, ids: readonly QuestionId[], base: readonly number[]): Test {
  const reason = voidReasonOf(rule);
  if (rule.when === 'unanswered') {
    const needed = ids.flatMap((id, at) => (rule.questions.includes(id) ? [at] : []));
    return { reason, holds: ({ answers }) => needed.some((at) => isUnanswered(answers[at])) };
  }
  if (rule.when === 'blank' && rule.over === null) {
    return { reason, holds: ({ blank, asked }) => blank === asked };
  }
  const most = mostAllowed(rule.over, base.length);
  return rule.when === 'blank'
    ? { reason, holds: ({ blank, asked }) => blank > (most[asked] ?? 0) }
    : { reason, holds: ({ twoMarks, asked }) => twoMarks > (most[asked] ?? 0) };
}

/** Neither an answer nor “don't know”; a question that was not asked needs none. */
function isUnanswered(answer: string | null | undefined): boolean {
  const missing = missingOf(answer ?? null);
  return missing === 'blank' || missing === 'two-marks';
}

/** By the number of questions asked: the most that may be so marked. Whole numbers, so the comparison is exact. */
function mostAllowed(limit: VoidLimit | null, questions: number): readonly number[] {
  return Array.from({ length: questions + 1 }, (_, asked) => {
    if (limit === null) return 0;
    return limit.kind === 'questions'
      ? limit.count
      : floorExact(limit.percent.mul(asked).div(hundred));
  });
}

/** What forms are counted under that a rule takes out. */
export function voidReasonOf(rule: VoidRule): string {
  if (rule.reason !== null) return rule.reason;
  if (rule.when === 'unanswered') return `không trả lời câu ${rule.questions.join(', ')}`;
  if (rule.when === 'blank') {
    return rule.over === null ? wholeBlank : `để trống quá ${limitWords(rule.over)}`;
  }
  const isAny = rule.over === null || (rule.over.kind === 'questions' && rule.over.count === 0);
  const marked = 'đánh dấu nhiều hơn một phương án';
  return isAny || rule.over === null ? marked : `${marked} ở quá ${limitWords(rule.over)}`;
}

function limitWords(limit: VoidLimit): string {
  return limit.kind === 'questions'
    ? `${limit.count} câu`
    : `${formatDecimalText(exactText(limit.percent), 'vi')}% số câu`;
}

/** A clerk's reason as the plan names it; `unknown` only where the plan lists the reasons. */
export type ClerkReason =
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/** Names match as elsewhere: capitals, spaces and the place of tone marks do not count. */
export function clerkReasons(rules: ReturnsRules): (text: string) => ClerkReason {
  const { reasons } = rules;
  if (reasons === null) return (reason) => ({ kind: 'reason', reason });
  const known = [...reasons, ...rules.void.map(voidReasonOf), wholeBlank, nothingAsked, justMarked];
  const byKey = new Map([...known].reverse().map((reason) => [nameKey(reason), reason]));
  return (text) => {
    const reason = byKey.get(nameKey(text));
    return reason === undefined
      ? { kind: 'unknown', near: nearest(text, reasons) }
      : { kind: 'reason', reason };
  };
}
