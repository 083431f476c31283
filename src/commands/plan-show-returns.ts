/** Sections of `survey plan show` about forms: what they ask, and how returns are read. */
import type { Lang } from '../findings/finding.ts';
import { formatCount } from '../formats/numbers.ts';
import type { Form, Plan, QuestionKind } from '../plan/plan.ts';
import { isPlain } from '../plan/returns-rules.ts';
import { codeTexts, reasonsText, voidTexts } from '../plan/returns-words.ts';
import type { Shown } from './plan-show-work.ts';

export function formSection(plan: Plan, lang: Lang): Shown {
  const own = words[lang];
  const lines = plan.forms.map((form) => {
    const count = `${formatCount(form.questions.length, lang)} ${own.questions}`;
    return `${form.id}: ${form.code}, ${count}${kindsText(form, lang)}. ${form.title}`;
  });
  return { heading: `${own.forms}: ${formatCount(plan.forms.length, lang)}`, lines };
}

/** How many are not of the plain kind: “(1 chọn nhiều, 2 con số)”. */
function kindsText({ questions }: Form, lang: Lang): string {
  const texts = (['multiple', 'number', 'open'] as const).flatMap((kind) => {
    const count = questions.filter((question) => question.kind === kind).length;
    return count === 0 ? [] : [`${formatCount(count, lang)} ${kinds[lang][kind]}`];
  });
  return texts.length === 0 ? '' : ` (${texts.join(', ')})`;
}

/** Without lines where the plan says nothing about returns. */
export function returnsSection({ returns, fieldwork }: Plan, lang: Lang): Shown {
  const own = words[lang];
  const days = fieldwork.times === 'day' ? [own.days] : [];
  if (isPlain(returns) && returns.reasons === null) {
    return { heading: own.returns, lines: days };
  }
  const codes = codeTexts(returns, lang);
  const reasons = reasonsText(returns, lang);
  return {
    heading: own.returns,
    lines: [
      ...(codes.length === 0 ? [] : [`${own.codes}: ${codes.join('; ')}`]),
      `${own.voids}: ${voidTexts(returns, lang).join('; ')}`,
      ...(reasons === null ? [] : [reasons]),
      ...days,
    ],
  };
}

const kinds: Readonly<Record<Lang, Readonly<Record<Exclude<QuestionKind, 'scale'>, string>>>> = {
  vi: { multiple: 'chọn nhiều', number: 'con số', open: 'bằng lời' },
  en: { multiple: 'of several choices', number: 'figures', open: 'in words' },
};

const words = {
  vi: {
    forms: 'Mẫu phiếu',
    questions: 'câu hỏi',
    returns: 'Phiếu thu về',
    codes: 'Mã khi không có câu trả lời',
    voids: 'Phiếu không hợp lệ khi',
    days: 'Thời điểm trả lời chỉ giữ đến ngày',
  },
  en: {
    forms: 'Forms',
    questions: 'questions',
    returns: 'Returned forms',
    codes: 'Codes where there is no answer',
    voids: 'A form is void when there is',
    days: 'Times of answers are kept to the day only',
  },
} satisfies Record<Lang, Readonly<Record<string, string>>>;
