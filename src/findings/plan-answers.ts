/** Findings about kinds of questions, codes of missing answers and void rules, as the plan declares them. */
import type { Lang } from './finding.ts';
import { kind } from './finding.ts';

/** What a question is answered with, inside a sentence. */
const kindNames: Readonly<Record<'multiple' | 'number', Readonly<Record<Lang, string>>>> = {
  multiple: { vi: 'được chọn nhiều phương án', en: 'takes several options' },
  number: { vi: 'trả lời bằng con số', en: 'is answered with a figure' },
};

const codesApart = {
  vi: 'Gặp mã này trong tệp thu về sẽ không biết là câu trả lời hay là không trả lời.',
  en: 'In a returned file nobody could tell whether it is an answer or the lack of one.',
};

export const planAnswerFindings = {
  'plan/question-kinds': kind<{ question: string; keys: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu hỏi ${w.quote(a.question)} có cả ${a.keys.map((key) => `“${key}”`).join(' và ')}.`,
      en: (a, w) =>
        `the question ${w.quote(a.question)} has ${a.keys.map((key) => `\`${key}\``).join(' and ')}.`,
    },
    why: {
      vi: 'Mỗi câu chỉ trả lời một kiểu: chọn một (scale), chọn nhiều (multiple), con số (number) hoặc bằng lời (open).',
      en: 'A question is answered in one way: one option (scale), several (multiple), a figure (number) or words (open).',
    },
    fix: { vi: 'Giữ một khóa, bỏ khóa kia.', en: 'Keep one of the keys.' },
  }),
  'plan/kind-not-scored': kind<{ question: string; kind: 'multiple' | 'number' }>({
    severity: 'error',
    text: {
      vi: (a, w) => `câu hỏi ${w.quote(a.question)} ${kindNames[a.kind].vi}, không tính điểm được.`,
      en: (a, w) =>
        `the question ${w.quote(a.question)} ${kindNames[a.kind].en} and cannot be scored.`,
    },
    why: {
      vi: 'Điểm trung bình và tỷ lệ hài lòng tính trên câu chọn một phương án có điểm.',
      en: 'Means and shares are made of questions that take one option with points.',
    },
    fix: {
      vi: 'Bỏ “scored: yes”, bỏ câu này khỏi tiêu chí, hoặc đổi thành câu chọn một (scale).',
      en: 'Leave out `scored: yes`, take the question out of the criterion, or make it one of a scale.',
    },
  }),
  'plan/at-most': kind<{ question: string; options: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.options === 0
          ? `câu hỏi ${w.quote(a.question)} ghi “at_most” nhưng không phải câu chọn nhiều.`
          : `câu hỏi ${w.quote(a.question)}: “at_most” phải từ 1 đến ${w.int(a.options)} (số phương án).`,
      en: (a, w) =>
        a.options === 0
          ? `the question ${w.quote(a.question)} has \`at_most\` but is no multiple choice.`
          : `the question ${w.quote(a.question)}: \`at_most\` must be 1 to ${w.int(a.options)} (its options).`,
    },
    why: {
      vi: '“at_most” là số phương án nhiều nhất được chọn trong một câu chọn nhiều.',
      en: '`at_most` is how many options of a multiple choice may be chosen.',
    },
    fix: {
      vi: 'Sửa số, hoặc dùng “multiple: <mã thang đo>” thay cho “scale”.',
      en: 'Mend the number, or use `multiple: <id>` instead of `scale`.',
    },
  }),
  'plan/number-range': kind<{ question: string; from: string; to: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu hỏi ${w.quote(a.question)}: “from” (${w.decimal(a.from)}) lớn hơn “to” (${w.decimal(a.to)}).`,
      en: (a, w) =>
        `the question ${w.quote(a.question)}: \`from\` (${w.decimal(a.from)}) is above \`to\` (${w.decimal(a.to)}).`,
    },
    why: {
      vi: 'Không con số nào nằm trong khoảng này, nên mọi phiếu sẽ bị từ chối.',
      en: 'No figure fits, so every form would be rejected.',
    },
    fix: { vi: 'Sửa hoặc đổi chỗ hai số.', en: 'Mend the two, or swap them.' },
  }),
  'plan/missing-code-is-option': kind<{ text: string; scale: string; option: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mã ${w.quote(a.text)} cũng là phương án ${w.quote(a.option)} của thang đo ${w.quote(a.scale)}.`,
      en: (a, w) =>
        `the code ${w.quote(a.text)} is also the option ${w.quote(a.option)} of the scale ${w.quote(a.scale)}.`,
    },
    why: codesApart,
    fix: {
      vi: 'Dùng mã khác (ví dụ 97, 98, 99), hoặc bỏ mã này nếu đó đúng là một phương án in trên phiếu.',
      en: 'Use another code (97, 98, 99), or leave it out if it really is an option printed on the form.',
    },
  }),
  'plan/missing-code-is-figure': kind<{ text: string; question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mã ${w.quote(a.text)} cũng là một con số hợp lệ của câu ${w.quote(a.question)}.`,
      en: (a, w) => `the code ${w.quote(a.text)} is also a valid figure of ${w.quote(a.question)}.`,
    },
    why: codesApart,
    fix: {
      vi: 'Ghi giới hạn “from”, “to” cho câu hỏi sao cho mã nằm ngoài, hoặc dùng mã bằng chữ (ví dụ KB, KTL).',
      en: 'Bound the question by `from` and `to` so that the code lies outside, or use letters for the code (DK, NA).',
    },
  }),
  'plan/missing-code-twice': kind<{ text: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `mã ${w.quote(a.text)} đã ghi ở ${a.first}.`,
      en: (a, w) => `the code ${w.quote(a.text)} already stands at ${a.first}.`,
    },
    why: {
      vi: 'Để trống, đánh hai phương án, không biết và không hỏi được đếm riêng, nên mỗi mã chỉ có một nghĩa.',
      en: 'Blank, two marks, don’t know and not asked are counted apart, so a code means one of them.',
    },
    fix: { vi: 'Giữ mã ở một chỗ.', en: 'Keep it in one place.' },
  }),
  'plan/void-rule-key': kind<{ when: string; key: string }>({
    severity: 'error',
    text: {
      vi: (a) => `quy tắc “when: ${a.when}” không đi với “${a.key}”.`,
      en: (a) => `a rule \`when: ${a.when}\` cannot have \`${a.key}\`.`,
    },
    why: {
      vi: '“over” đếm số câu để trống (blank) hoặc đánh hai phương án (two_marks); “questions” nêu các câu bắt buộc trả lời (unanswered).',
      en: '`over` counts questions left blank or marked twice; `questions` names those that need an answer (unanswered).',
    },
    fix: { vi: 'Bỏ khóa này, hoặc đổi “when”.', en: 'Leave the key out, or change `when`.' },
  }),
  'plan/void-rule-idle': kind<{ when: string }>({
    severity: 'warning',
    text: {
      vi: (a) =>
        a.when === 'two_marks'
          ? 'quy tắc “two_marks” này không bao giờ đúng với phiếu nào.'
          : 'quy tắc “blank” này không bao giờ đúng: không phiếu nào có nhiều câu như vậy.',
      en: (a) =>
        a.when === 'two_marks'
          ? 'this rule on two marks can never hold.'
          : 'this rule on blanks can never hold: no form asks so many questions.',
    },
    why: {
      vi: 'Câu đánh hai phương án chỉ được giữ khi có mã “codes: two_marks” hoặc “two_marks: accept”; và “over” phải nhỏ hơn số câu hỏi của phiếu.',
      en: 'Two marks are only kept by a code (`codes: two_marks`) or by `two_marks: accept`; and `over` must be less than what a form asks.',
    },
    fix: {
      vi: 'Khai mã cho two_marks, hoặc sửa “over”, hoặc bỏ quy tắc.',
      en: 'Declare a code for two marks, mend `over`, or leave the rule out.',
    },
  }),
  'plan/reason-twice': kind<{ reason: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `lý do ${w.quote(a.reason)} trùng với ${w.quote(a.first)}.`,
      en: (a, w) => `the reason ${w.quote(a.reason)} is the same as ${w.quote(a.first)}.`,
    },
    why: {
      vi: 'Phiếu không hợp lệ được đếm theo lý do; hai lý do như nhau thì đếm lẫn.',
      en: 'Void forms are counted by reason; two alike would be mixed up.',
    },
    fix: { vi: 'Bỏ một dòng, hoặc ghi rõ khác nhau.', en: 'Leave one out, or word them apart.' },
  }),
};
