/** `index.weights`: weights of respondents, as written. */
import type * as z from 'zod';
import { byName, decimal, doc, line, listOf, object, yesNo } from './scalar.ts';

const large = 1_000_000_000;

export const respondentWeights = object({
  design: doc(
    yesNo.optional(),
    'yes: each reply counts 1 ÷ its chance of being asked, from the draw of places.',
    'yes: mỗi phiếu tính bằng 1 ÷ xác suất được chọn, theo việc rút địa bàn.',
  ),
  non_response: doc(
    yesNo.optional(),
    'yes: the valid replies of a row of the quota stand for all that were to reply there.',
    'yes: phiếu hợp lệ của một dòng phân bổ đại diện cho mọi phiếu lẽ ra thu được ở đó.',
  ),
  margins: doc(
    listOf(
      object({
        question: doc(
          line,
          'A question about the respondent, asked once on a sheet.',
          'Câu hỏi về người trả lời, hỏi một lần trên phiếu.',
        ),
        totals: doc(
          byName(decimal(0, large)),
          'How many there are in the population, by option; options with few respondents share a total: 2+3.',
          'Số người trong tổng thể theo từng phương án; các phương án ít người chung một tổng: 2+3.',
        ),
      }),
    ).optional(),
    'Weighted to known totals: by one question (post-stratification) or several (raking).',
    'Hiệu chỉnh theo tổng thể đã biết: theo một câu hỏi (hậu phân tầng) hoặc nhiều câu (raking).',
  ),
  trim: doc(
    decimal(1, 1000).optional(),
    'No weight goes beyond so many times the mean of the group.',
    'Không trọng số nào vượt quá bấy nhiêu lần trung bình của nhóm.',
  ),
});

export type RespondentWeightsFile = z.output<typeof respondentWeights>;
