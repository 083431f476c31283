/** `returns` as written: codes of missing answers, and when a returned form does not count. */
import * as z from 'zod';
import { doc, limit, line, listOf, object, oneOf } from './scalar.ts';

const texts = z.union([line, listOf(line)]);

const codes = object({
  blank: doc(
    texts.optional(),
    'Nothing was marked; an empty cell always means this.',
    'Không đánh dấu; ô trống luôn được hiểu như vậy.',
  ),
  two_marks: doc(
    texts.optional(),
    'Several options were marked where one is allowed.',
    'Đánh dấu nhiều phương án ở câu chỉ được chọn một.',
  ),
  dont_know: doc(texts.optional(), '“Don’t know”, said but not printed.', 'Trả lời “không biết”.'),
  not_asked: doc(
    texts.optional(),
    'The question was not asked of this person; leaves the base of void rules.',
    'Không hỏi câu này; không tính vào số câu được hỏi khi xét phiếu không hợp lệ.',
  ),
});

const voidRule = object({
  when: doc(
    oneOf('blank', 'two_marks', 'unanswered'),
    'blank: questions left blank; two_marks: questions with two options marked; unanswered: one of the named questions.',
    'blank: câu để trống; two_marks: câu đánh dấu hai phương án; unanswered: một trong các câu nêu tên.',
  ),
  over: doc(
    limit.optional(),
    'In more than so many questions, or in more than so many percent of those asked about the unit; left out: blank means all of them, two_marks any.',
    'Ở quá bấy nhiêu câu, hoặc quá bấy nhiêu phần trăm số câu được hỏi về đơn vị; không ghi: blank là tất cả các câu, two_marks là bất kỳ câu nào.',
  ),
  questions: doc(
    listOf(line).optional(),
    'Of unanswered: the questions that need an answer. “Don’t know” and “not asked” are one; blank and two marks are not.',
    'Với unanswered: các câu bắt buộc trả lời. “Không biết” và “không hỏi” được coi là đã trả lời; bỏ trống và đánh hai phương án thì không.',
  ),
  reason: doc(
    line.optional(),
    'What it is counted under; default: the rule in words.',
    'Tên lý do khi đếm; mặc định là lời của quy tắc.',
  ),
});

export const returns = doc(
  object({
    codes: doc(
      codes.optional(),
      'What stands in a cell where there is no answer: one text or several for each. A code that could be a figure (99) is refused where a form asks for figures: use words there.',
      'Mã ghi trong ô khi không có câu trả lời: một hoặc nhiều mã cho mỗi loại. Nơi phiếu có câu điền số, mã trùng với số có thể điền (99) không được nhận: hãy dùng chữ.',
    ),
    two_marks: doc(
      oneOf('reject', 'accept').optional(),
      'Two options in one cell: reject the row (default), or accept it and count them apart.',
      'Ô có hai phương án: reject không nhận dòng (mặc định), accept nhận và đếm riêng.',
    ),
    void: doc(
      listOf(voidRule).optional(),
      'When a form does not count; a wholly blank one never does.',
      'Khi nào phiếu không hợp lệ; phiếu để trắng hoàn toàn luôn không hợp lệ.',
    ),
    reasons: doc(
      listOf(line).optional(),
      'The reasons that may be given for a void form; left out: any words.',
      'Các lý do được ghi cho phiếu không hợp lệ; không ghi: lý do tùy ý.',
    ),
  }),
  'How returned forms are read: missing answers and void forms.',
  'Cách đọc phiếu thu về: câu không có trả lời và phiếu không hợp lệ.',
);
