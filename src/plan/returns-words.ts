/** The rules for returned forms in a reader's words: for `plan show` and the method page of the report. */
import type { Lang } from '../findings/finding.ts';
import { exactText } from '../stats/exact.ts';
import type { MissingKind } from '../stats/missing.ts';
import type { ReturnsRules, VoidLimit, VoidRule } from './returns-rules.ts';

/** Codes of missing answers, those that the plan has: `đánh hai ô: 99, HD`. */
export function codeTexts({ codes, acceptTwoMarks }: ReturnsRules, lang: Lang): readonly string[] {
  const own = words[lang];
  const listed = (Object.keys(own.kinds) as MissingKind[]).flatMap((kind) =>
    codes[kind].length === 0 ? [] : [`${own.kinds[kind]}: ${codes[kind].join(', ')}`],
  );
  return [...listed, ...(acceptTwoMarks ? [own.accepted] : [])];
}

/** When a form is void, a sentence for each rule; the first is of every plan. */
export function voidTexts(rules: ReturnsRules, lang: Lang): readonly string[] {
  const own = words[lang];
  const written = rules.void.filter((rule) => rule.when !== 'blank' || rule.over !== null);
  return [own.allBlank, ...written.map((rule) => ruleText(rule, lang))];
}

/** The reasons that may be given; null where any may. */
export function reasonsText({ reasons }: ReturnsRules, lang: Lang): string | null {
  return reasons === null ? null : `${words[lang].reasons}: ${reasons.join('; ')}`;
}

function ruleText(rule: VoidRule, lang: Lang): string {
  const own = words[lang];
  const reason = rule.reason === null ? '' : ` (${rule.reason})`;
  if (rule.when === 'unanswered') return own.unanswered(rule.questions.join(', ')) + reason;
  const limit = rule.over === null ? null : limitText(rule.over, lang);
  return (rule.when === 'blank' ? own.blank(limit) : own.twoMarks(limit)) + reason;
}

function limitText(limit: VoidLimit, lang: Lang): string {
  const own = words[lang];
  if (limit.kind === 'questions') return own.questions(limit.count);
  const percent = exactText(limit.percent);
  return own.percent(lang === 'vi' ? percent.replace('.', ',') : percent);
}

interface RuleWords {
  readonly kinds: Readonly<Record<MissingKind, string>>;
  readonly accepted: string;
  readonly allBlank: string;
  readonly blank: (limit: string | null) => string;
  readonly twoMarks: (limit: string | null) => string;
  readonly unanswered: (questions: string) => string;
  readonly questions: (count: number) => string;
  readonly percent: (percent: string) => string;
  readonly reasons: string;
}

const words: Readonly<Record<Lang, RuleWords>> = {
  vi: {
    kinds: {
      blank: 'để trống',
      'two-marks': 'đánh nhiều phương án',
      'dont-know': 'không biết',
      'not-asked': 'không hỏi',
    },
    accepted: 'ô có hai phương án được nhận và đếm riêng',
    allBlank: 'để trống mọi câu hỏi về đơn vị',
    blank: (limit) => `để trống quá ${limit ?? '0 câu'}`,
    twoMarks: (limit) =>
      limit === null
        ? 'đánh nhiều phương án ở bất kỳ câu nào'
        : `đánh nhiều phương án ở quá ${limit}`,
    unanswered: (questions) => `không trả lời câu ${questions}`,
    questions: (count) => `${count} câu`,
    percent: (percent) => `${percent}% số câu được hỏi về đơn vị`,
    reasons: 'Lý do được ghi',
  },
  en: {
    kinds: {
      blank: 'blank',
      'two-marks': 'several options marked',
      'dont-know': 'don’t know',
      'not-asked': 'not asked',
    },
    accepted: 'two options in one cell are taken and counted apart',
    allBlank: 'every question about the unit left blank',
    blank: (limit) => `more than ${limit ?? '0 questions'} left blank`,
    twoMarks: (limit) =>
      limit === null
        ? 'several options marked in any question'
        : `several options marked in more than ${limit}`,
    unanswered: (questions) => `no answer to ${questions}`,
    questions: (count) => `${count} question${count === 1 ? '' : 's'}`,
    percent: (percent) => `${percent}% of the questions asked about the unit`,
    reasons: 'Reasons that may be given',
  },
};
