/** Findings about answers of several options, of figures, and the reasons of void forms. */
import { kind } from './finding.ts';

const keptAsMarked = {
  vi: 'Câu trả lời được giữ đúng như trên phiếu; chương trình không tự bỏ bớt, làm tròn hay cắt về giới hạn.',
  en: 'An answer is kept exactly as marked on the form; the tool never drops, rounds or trims it.',
};

const askPaper = {
  vi: 'Xem lại phiếu giấy rồi sửa ô này (trong rejected.csv hoặc trong tệp gốc) và nhập lại.',
  en: 'Look at the paper form, mend the cell (in rejected.csv or in the original) and import again.',
};

const figures = {
  vi: 'Chỉ ghi con số, không ghi kèm chữ hay đơn vị tính (ghi 35, không ghi “35 tuổi”); nếu phiếu ghi như vậy thật, xem lại “number” của câu hỏi trong plan.yaml.',
  en: 'Write the figure alone, without words or units (35, not “35 years”); if the form really says so, look at `number` of the question in plan.yaml.',
};

export const returnsAnswerFindings = {
  'returns/choice-twice': kind<{ question: string; answer: string; option: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ô ${w.quote(a.answer)} ghi phương án ${w.quote(a.option)} hai lần.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.quote(a.answer)} names the option ${w.quote(a.option)} twice.`,
    },
    why: {
      vi: 'Mỗi phương án chỉ được chọn một lần; ghi hai lần thường là gõ nhầm một phương án khác.',
      en: 'An option is chosen once; where it stands twice, another one was probably meant.',
    },
    fix: askPaper,
  }),
  'returns/too-many-choices': kind<{
    question: string;
    answer: string;
    count: number;
    most: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ô ${w.quote(a.answer)} có ${w.int(a.count)} phương án, chỉ được chọn nhiều nhất ${w.int(a.most)}.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.quote(a.answer)} has ${w.int(a.count)} options; at most ${w.int(a.most)} may be chosen.`,
    },
    why: keptAsMarked,
    fix: {
      vi: 'Xem lại phiếu giấy. Nếu người trả lời chọn quá số cho phép, xử lý theo phương án: ghi mã của “two_marks” (nếu plan.yaml có), hoặc ghi lý do vào cột “Không hợp lệ”.',
      en: 'Look at the paper form. If too many are really marked, follow the plan: write the code of `two_marks` (where plan.yaml has one), or the reason in the void column.',
    },
  }),
  'returns/choices-unclear': kind<{ question: string; answer: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ô ${w.quote(a.answer)} tách thành các phương án được hai cách.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.quote(a.answer)} can be cut into options in two ways.`,
    },
    why: {
      vi: 'Nhãn của phương án có dấu phẩy, nên không biết dấu phẩy nào ngăn cách hai phương án.',
      en: 'Labels of options hold commas themselves, so no one can tell which comma stands between two.',
    },
    fix: {
      vi: 'Ghi mã phương án thay cho nhãn, cách nhau bằng dấu cách (ví dụ 1 3).',
      en: 'Write codes instead of labels, with a space between (1 3).',
    },
  }),
  'returns/not-a-number': kind<{ question: string; answer: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `câu ${w.quote(a.question)} cần một con số, nhưng ô ghi ${w.quote(a.answer)}.`,
      en: (a, w) =>
        `question ${w.quote(a.question)} takes a figure, but the cell says ${w.quote(a.answer)}.`,
    },
    why: keptAsMarked,
    fix: figures,
  }),
  'returns/ambiguous-number': kind<{
    question: string;
    answer: string;
    whole: string;
    decimal: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ${w.quote(a.answer)} có thể là số nguyên ${a.whole}, cũng có thể là số thập phân (ba chữ số cuối là phần lẻ).`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.quote(a.answer)} may be the whole number ${a.whole}, or one with three decimals.`,
    },
    why: {
      vi: 'Dấu trước đúng ba chữ số có thể là dấu nghìn hoặc dấu thập phân.',
      en: 'A mark before exactly three digits may mean thousands or decimals.',
    },
    fix: {
      vi: 'Nhập lại và cho biết dấu thập phân của tệp: --decimal comma hoặc --decimal point; hoặc bỏ dấu nghìn trong ô.',
      en: 'Import again and say which decimal mark the file uses: --decimal comma or --decimal point; or leave out the thousands mark.',
    },
  }),
  'returns/number-out-of-range': kind<{
    question: string;
    answer: string;
    /** Decimal text; null: no bound. */
    from: string | null;
    to: string | null;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => {
        const low = a.from === null ? '' : ` từ ${w.decimal(a.from)}`;
        const high = a.to === null ? '' : ` đến ${w.decimal(a.to)}`;
        return `câu ${w.quote(a.question)}: ${w.quote(a.answer)} nằm ngoài khoảng cho phép (${`${low}${high}`.trim()}).`;
      },
      en: (a, w) => {
        const low = a.from === null ? '' : ` from ${w.decimal(a.from)}`;
        const high = a.to === null ? '' : ` to ${w.decimal(a.to)}`;
        return `question ${w.quote(a.question)}: ${w.quote(a.answer)} is out of range (${`${low}${high}`.trim()}).`;
      },
    },
    why: keptAsMarked,
    fix: {
      vi: 'Xem lại phiếu giấy rồi sửa ô này và nhập lại. Nếu số đó đúng, mở rộng “from”, “to” của câu hỏi trong plan.yaml.',
      en: 'Look at the paper form, mend the cell and import again. If the figure is right, widen `from` and `to` of the question in plan.yaml.',
    },
  }),
  'returns/too-many-decimals': kind<{ question: string; answer: string; most: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.most === 0
          ? `câu ${w.quote(a.question)}: ${w.quote(a.answer)} là số lẻ, câu này chỉ nhận số nguyên.`
          : `câu ${w.quote(a.question)}: ${w.quote(a.answer)} có quá ${w.int(a.most)} chữ số thập phân.`,
      en: (a, w) =>
        a.most === 0
          ? `question ${w.quote(a.question)}: ${w.quote(a.answer)} has decimals, but only whole numbers are taken.`
          : `question ${w.quote(a.question)}: ${w.quote(a.answer)} has more than ${w.int(a.most)} decimals.`,
    },
    why: keptAsMarked,
    fix: {
      vi: 'Xem lại phiếu giấy rồi sửa ô này và nhập lại. Nếu câu hỏi nhận số lẻ, ghi “decimals” cho câu hỏi trong plan.yaml.',
      en: 'Look at the paper form, mend the cell and import again. If the question takes decimals, set `decimals` of its `number` in plan.yaml.',
    },
  }),
  'returns/unknown-reason': kind<{
    reason: string;
    allowed: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `lý do ${w.quote(a.reason)} không có trong danh sách lý do của phương án: ${w.list(a.allowed)}.`,
      en: (a, w) =>
        `the reason ${w.quote(a.reason)} is not among those of the plan: ${w.list(a.allowed)}.`,
    },
    why: {
      vi: 'Phiếu không hợp lệ được đếm theo lý do; mỗi người ghi một kiểu thì không đếm được.',
      en: 'Void forms are counted by reason; that fails where everybody words it differently.',
    },
    fix: {
      vi: 'Ghi đúng một lý do trong danh sách, hoặc thêm lý do mới vào returns: reasons trong plan.yaml.',
      en: 'Write one of the reasons listed, or add this one to `returns: reasons` in plan.yaml.',
    },
  }),
};
