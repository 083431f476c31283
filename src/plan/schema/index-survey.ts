/** `survey` of a criterion: questions, groups, weights, as written. */
import * as z from 'zod';
import { byName, countTo, decimal, doc, line, listOf, object, oneOf, share } from './scalar.ts';

const percentOfMaximum = decimal(0, 100);

/** `{ A: 100, B: 60, C: 20, D: 0 }` */
const percentTable = byName(percentOfMaximum);

const question = z.union([
  line,
  object({
    question: doc(line, 'The question.', 'Câu hỏi.'),
    weight: doc(
      decimal(0, 1000).optional(),
      'Its weight among the questions; only ratios matter; default 1.',
      'Trọng số giữa các câu hỏi; chỉ tỷ lệ giữa chúng có nghĩa; mặc định 1.',
    ),
    points: doc(
      percentTable.optional(),
      'Percent of the maximum by option, for this question here, e.g. { A: 100, B: 60, C: 20, D: 0 }.',
      'Tỷ lệ điểm tối đa theo phương án trả lời, riêng cho câu này, ví dụ { A: 100, B: 60, C: 20, D: 0 }.',
    ),
  }),
]);

const questions = listOf(question);

export const survey = object({
  questions: doc(
    questions.optional(),
    'Questions that feed the criterion.',
    'Câu hỏi tính điểm tiêu chí.',
  ),
  by: doc(
    byName(
      z.union([
        share,
        object({
          weight: doc(share, 'Weight of the group.', 'Trọng số của nhóm.'),
          with: doc(
            listOf(line).optional(),
            'Groups whose answers are counted together with this one, e.g. a group of one person.',
            'Nhóm được tính chung với nhóm này, ví dụ nhóm chỉ có một người.',
          ),
          questions: doc(
            questions.optional(),
            'Other questions for this group.',
            'Câu hỏi riêng của nhóm.',
          ),
        }),
      ]),
    ),
    'Weight of each group, 0.6 or 60%; for every unit the groups that rate it sum to 1.',
    'Trọng số từng nhóm, 0.6 hoặc 60%; với mỗi đơn vị, các nhóm đánh giá nó cộng lại bằng 1.',
  ),
  as: doc(
    oneOf('mean', 'share').optional(),
    "mean of the options' points (default), or share of positive answers.",
    'mean: trung bình điểm (mặc định); share: tỷ lệ trả lời hài lòng.',
  ),
  points: doc(
    percentTable.optional(),
    'Percent of the maximum by option, for this criterion, instead of the points of the scale.',
    'Tỷ lệ điểm tối đa theo phương án trả lời, riêng cho tiêu chí này, thay cho điểm của thang đo.',
  ),
  min_ratings: doc(
    countTo(1_000_000).optional(),
    'With fewer valid answers of a group the criterion has no points; else as the index says.',
    'Ít hơn số trả lời hợp lệ này của một nhóm thì tiêu chí chưa có điểm; không ghi thì theo bộ chỉ số.',
  ),
});

export type SurveyFile = z.output<typeof survey>;
export type QuestionFile = z.output<typeof question>;
