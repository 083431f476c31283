/** `scales`, `questions` and `forms` as written. */
import * as z from 'zod';
import {
  byName,
  countTo,
  decimal,
  doc,
  id,
  line,
  listOf,
  object,
  oneOf,
  prose,
  yesNo,
} from './scalar.ts';

const option = object({
  code: doc(id('option'), 'What stands in the data.', 'Mã ghi trong số liệu.'),
  label: doc(line, 'What the respondent reads.', 'Nhãn người trả lời đọc.'),
  points: doc(
    decimal(0, 100).optional(),
    'Percent of the maximum, 0–100; left out: outside the base (“no opinion”).',
    'Phần trăm của điểm tối đa, 0–100; bỏ trống: không tính (“không có ý kiến”).',
  ),
  positive: doc(
    yesNo.optional(),
    'Counts as satisfied in a share.',
    'Tính là hài lòng khi lấy tỷ lệ.',
  ),
});

export const scales = doc(
  byName(listOf(option)),
  'Scales by id: the options in the order printed.',
  'Thang đo theo mã: các phương án theo thứ tự in.',
);

/** Larger than any figure a respondent is asked for; keeps what is compared short. */
const largestFigure = 1_000_000_000_000;

const numberRange = object({
  from: doc(decimal(0, largestFigure).optional(), 'Least.', 'Nhỏ nhất.'),
  to: doc(decimal(0, largestFigure).optional(), 'Most.', 'Lớn nhất.'),
  decimals: doc(
    countTo(6).optional(),
    'Most decimals; default 0: whole numbers.',
    'Số chữ số thập phân nhiều nhất; mặc định 0: số nguyên.',
  ),
});

const questionKeys = {
  text: doc(prose, 'The question.', 'Nội dung câu hỏi.'),
  scale: doc(
    line.optional(),
    'Id of its scale: one option is chosen.',
    'Mã thang đo: chọn một phương án.',
  ),
  multiple: doc(
    line.optional(),
    'Id of a scale of which any number of options may be chosen; not scored.',
    'Mã thang đo mà được chọn nhiều phương án; không tính điểm.',
  ),
  at_most: doc(
    countTo(1000).optional(),
    'Of multiple: most options that may be chosen.',
    'Với multiple: chọn nhiều nhất bấy nhiêu phương án.',
  ),
  number: doc(
    z.union([yesNo, numberRange]).optional(),
    'Answered with a figure: its bounds, or yes for any whole number; not scored.',
    'Trả lời bằng một con số: ghi giới hạn, hoặc yes nếu là số nguyên bất kỳ; không tính điểm.',
  ),
  section: doc(line.optional(), 'Heading it stands under.', 'Đề mục phía trên câu hỏi.'),
  per: doc(
    oneOf('rating', 'sheet').optional(),
    'rating: once for every unit rated (default); sheet: once on the sheet.',
    'rating: hỏi cho từng đơn vị (mặc định); sheet: hỏi một lần trên phiếu.',
  ),
  scored: doc(yesNo.optional(), 'no: asked, but not scored.', 'no: có hỏi nhưng không tính điểm.'),
  open: doc(yesNo.optional(), 'yes: answered in words.', 'yes: trả lời bằng lời.'),
};

export const questions = doc(
  byName(object(questionKeys)),
  'Questions that several forms share, by id.',
  'Câu hỏi dùng chung cho nhiều mẫu phiếu, theo mã.',
);

const ownQuestion = object({
  id: doc(id('question'), 'Short name.', 'Mã câu hỏi.'),
  ...questionKeys,
});

export const form = doc(
  object({
    id: doc(id('form'), 'Short name of the form.', 'Mã ngắn của mẫu phiếu.'),
    code: doc(line, 'Code as printed.', 'Ký hiệu như in trên phiếu.'),
    title: doc(line, 'Title as printed.', 'Tên phiếu.'),
    request: doc(prose.optional(), 'Paragraph that asks for the answers.', 'Đoạn đề nghị trả lời.'),
    how_to: doc(prose.optional(), 'How to answer.', 'Cách trả lời.'),
    questions: doc(
      listOf(z.union([line, ownQuestion])),
      'Ids from `questions`, or questions written here.',
      'Mã câu hỏi trong “questions”, hoặc câu hỏi ghi tại đây.',
    ),
  }),
  'A form type.',
  'Mẫu phiếu.',
);
