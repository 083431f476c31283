/** Findings about scales, questions and forms. */
import { kind } from './finding.ts';

export const planFormFindings = {
  'plan/question-differs': kind<{ question: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `câu hỏi ${w.quote(a.question)} khác với câu cùng mã ở ${a.first}.`,
      en: (a, w) =>
        `the question ${w.quote(a.question)} differs from the one of this id at ${a.first}.`,
    },
    why: {
      vi: 'Cùng mã thì trả lời của hai mẫu phiếu được tính chung, nên phải là cùng một câu hỏi.',
      en: 'Answers under one id are counted together, so it must be one question.',
    },
    fix: {
      vi: 'Đặt mã khác, hoặc đưa câu hỏi chung vào “questions” và chỉ ghi mã ở mẫu phiếu.',
      en: 'Give it another id, or put the shared question into `questions` and write only its id.',
    },
  }),
  'plan/question-without-scale': kind<{ question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `câu hỏi ${w.quote(a.question)} chưa có thang đo.`,
      en: (a, w) => `the question ${w.quote(a.question)} has no scale.`,
    },
    why: {
      vi: 'Câu hỏi phải có các phương án để chọn, hoặc là câu hỏi mở.',
      en: 'A question offers options to choose from, or is an open one.',
    },
    fix: {
      vi: 'Thêm “scale: <mã thang đo>” (chọn một), “multiple: <mã thang đo>” (chọn nhiều), “number” (con số) hoặc “open: yes” (trả lời bằng lời).',
      en: 'Add `scale: <id>` (one option), `multiple: <id>` (several), `number` (a figure) or `open: yes` (words).',
    },
  }),
  'plan/open-question': kind<{ question: string; key: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `câu hỏi mở ${w.quote(a.question)} không đi với “${a.key}”.`,
      en: (a, w) => `the open question ${w.quote(a.question)} cannot have \`${a.key}\`.`,
    },
    why: {
      vi: 'Câu trả lời bằng lời không có thang đo và không tính điểm.',
      en: 'Answers in words have no scale and are not scored.',
    },
    fix: {
      vi: 'Bỏ “open”, hoặc bỏ khóa kia.',
      en: 'Leave out `open`, or the other key.',
    },
  }),
  'plan/scale-without-points': kind<{ scale: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `thang đo ${w.quote(a.scale)}: không phương án nào có điểm.`,
      en: (a, w) => `the scale ${w.quote(a.scale)}: no option has points.`,
    },
    why: {
      vi: 'Câu hỏi tính điểm trung bình trên thang này thì không có gì để tính.',
      en: 'A mean over questions on this scale would have nothing to add up.',
    },
    fix: {
      vi: 'Ghi “points” từ 0 đến 100 cho các phương án (trừ “không có ý kiến”).',
      en: 'Give the options points from 0 to 100 (but not “no opinion”).',
    },
  }),
  'plan/duplicate-label': kind<{ scale: string; label: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `thang đo ${w.quote(a.scale)}: nhãn ${w.quote(a.label)} đã dùng cho mã ${w.quote(a.first)}.`,
      en: (a, w) =>
        `the scale ${w.quote(a.scale)}: the label ${w.quote(a.label)} already belongs to ${w.quote(a.first)}.`,
    },
    why: {
      vi: 'Phiếu nhập theo nhãn sẽ không biết là phương án nào.',
      en: 'Returns keyed by label could mean either option.',
    },
    fix: { vi: 'Sửa một trong hai nhãn.', en: 'Change one of the labels.' },
  }),
  'plan/question-not-scored': kind<{ question: string; form: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `câu hỏi ${w.quote(a.question)} (mẫu phiếu ${w.quote(a.form)}) không tính vào tiêu chí nào.`,
      en: (a, w) =>
        `the question ${w.quote(a.question)} (form ${w.quote(a.form)}) feeds no criterion.`,
    },
    why: {
      vi: 'Hỏi mà không dùng là làm mất công người trả lời; có khi là quên gán tiêu chí.',
      en: "Asking what is not used wastes people's time; perhaps a criterion was forgotten.",
    },
    fix: {
      vi: 'Thêm câu hỏi vào tiêu chí, hoặc ghi “scored: no” nếu chỉ hỏi để tham khảo.',
      en: 'Add it to a criterion, or write `scored: no` if it is only asked for information.',
    },
  }),
};
