/** Why a cell gives no answer, in the words of the catalogue. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { exactText } from '../stats/exact.ts';
import { type KnownQuestion, optionList, optionName, type Unreadable } from './answers.ts';

export function answerFinding(
  { question, scale }: KnownQuestion,
  why: Unreadable,
  text: string,
  at: Where,
): Finding {
  const args = { question: question.id, answer: text };
  switch (why.kind) {
    case 'two-marks':
      return finding('returns/two-marks', at, args);
    case 'decimal':
      return finding('returns/decimal-answer', at, args);
    case 'unknown': {
      const options = scale === null ? [] : optionList(scale.scale);
      return finding('returns/unknown-option', at, { ...args, options, near: why.near });
    }
    case 'choice-twice': {
      const option = scale?.scale.options.find(({ code }) => code === why.code);
      const name = option === undefined ? why.code : optionName(option);
      return finding('returns/choice-twice', at, { ...args, option: name });
    }
    case 'too-many-choices': {
      const most = question.atMost ?? why.count;
      return finding('returns/too-many-choices', at, { ...args, count: why.count, most });
    }
    case 'choices-unclear':
      return finding('returns/choices-unclear', at, args);
    case 'not-a-number':
      return finding('returns/not-a-number', at, args);
    case 'ambiguous-number': {
      const { whole, decimal } = why;
      return finding('returns/ambiguous-number', at, { ...args, whole, decimal });
    }
    case 'out-of-range': {
      const { from = null, to = null } = question.range ?? {};
      const bounds = { from: from && exactText(from), to: to && exactText(to) };
      return finding('returns/number-out-of-range', at, { ...args, ...bounds });
    }
    case 'too-many-decimals': {
      const most = question.range?.decimals ?? 0;
      return finding('returns/too-many-decimals', at, { ...args, most });
    }
  }
}
