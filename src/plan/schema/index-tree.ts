/** `index` (the scoring tree) as written. */
import * as z from 'zod';
import type { Exact } from '../../stats/exact.ts';
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
  share,
  yesNo,
} from './scalar.ts';

const questionIds = listOf(line);

const survey = object({
  questions: doc(
    questionIds.optional(),
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
            questionIds.optional(),
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
});

const notFor = object({
  units: doc(listOf(line).optional(), 'These units.', 'Các đơn vị này.'),
  blocks: doc(
    listOf(line).optional(),
    'All units of these blocks.',
    'Mọi đơn vị của các khối này.',
  ),
});

export interface CriterionFile {
  readonly code: string;
  readonly name: string;
  readonly max?: Exact | undefined;
  readonly criteria?: readonly CriterionFile[] | undefined;
  readonly appraised?: boolean | undefined;
  readonly step?: Exact | undefined;
  readonly survey?: z.output<typeof survey> | undefined;
  readonly not_for?: z.output<typeof notFor> | undefined;
}

const step = decimal(0.01, 1000);

const cap = object({
  max: doc(decimal(0, 100_000), 'Most points.', 'Số điểm nhiều nhất.'),
});

const criterion: z.ZodType<CriterionFile> = doc(
  object({
    code: doc(id('criterion'), 'Code as written in the scheme.', 'Số thứ tự trong bộ tiêu chí.'),
    name: doc(line, 'Name.', 'Tên tiêu chí.'),
    max: doc(
      decimal(0, 100_000).optional(),
      'Maximum points; a parent may leave it out.',
      'Điểm tối đa; tiêu chí cha có thể bỏ trống.',
    ),
    get criteria(): z.ZodOptional<z.ZodArray<z.ZodType<CriterionFile>>> {
      return doc(listOf(criterion).optional(), 'Sub-criteria.', 'Tiêu chí thành phần.');
    },
    appraised: doc(yesNo.optional(), 'yes: points from appraisal.', 'yes: điểm thẩm định.'),
    step: doc(
      step.optional(),
      'Appraised points come in steps of so much; else as the index says.',
      'Điểm thẩm định là bội số của mức này; không ghi thì theo bộ chỉ số.',
    ),
    survey: doc(survey.optional(), 'Points from the survey.', 'Điểm điều tra xã hội học.'),
    not_for: doc(
      notFor.optional(),
      'Units to which it does not apply.',
      'Đơn vị không áp dụng tiêu chí này.',
    ),
  }),
  'A field, criterion or sub-criterion; a leaf has one source.',
  'Lĩnh vực, tiêu chí hoặc tiêu chí thành phần; mục cuối có đúng một nguồn điểm.',
);

const classes = listOf(
  object({
    name: doc(line, 'Name of the class.', 'Tên mức xếp loại.'),
    from: doc(decimal(0, 1000), 'From this percent on.', 'Từ tỷ lệ phần trăm này trở lên.'),
  }),
);

export const index = doc(
  object({
    criteria: doc(listOf(criterion), 'Top-level fields.', 'Các lĩnh vực.'),
    rank: doc(
      object({
        within: doc(
          oneOf('block', 'all').optional(),
          'block (default): ranks restart in each block; all: one list.',
          'block (mặc định): xếp riêng từng khối; all: xếp chung một bảng.',
        ),
        on: doc(
          oneOf('percent', 'points').optional(),
          'What is ranked: percent (default) or points.',
          'Xếp theo phần trăm (percent, mặc định) hay theo điểm (points).',
        ),
        ties: doc(
          oneOf('joint').optional(),
          'Equal results share a rank; the only way, and the default.',
          'Bằng nhau thì đồng hạng; cách duy nhất, cũng là mặc định.',
        ),
      }).optional(),
      'How units are ranked.',
      'Cách xếp hạng.',
    ),
    classes: doc(
      z
        .union([
          classes,
          object({
            default: doc(classes, 'For the other blocks.', 'Cho các khối còn lại.'),
            by_block: doc(byName(classes), 'By block.', 'Theo khối.'),
          }),
        ])
        .optional(),
      'Classes by percent, the highest first.',
      'Xếp loại theo phần trăm, mức cao nhất trước.',
    ),
    rounding: doc(
      object({
        decimals: doc(
          countTo(6).optional(),
          'Digits after the point; default 2.',
          'Số chữ số thập phân; mặc định 2.',
        ),
        mode: doc(
          oneOf('half-up', 'truncate').optional(),
          'half-up (default), or truncate: further digits are cut off.',
          'half-up (mặc định): làm tròn nửa lên; truncate: cắt bỏ chữ số sau.',
        ),
      }).optional(),
      'The one rounding, of what is shown.',
      'Làm tròn một lần khi trình bày.',
    ),
    step: doc(
      step.optional(),
      'Appraised points come in steps of so much, e.g. 0.25; a criterion may say otherwise.',
      'Điểm thẩm định là bội số của mức này, ví dụ 0.25; tiêu chí có thể ghi khác.',
    ),
    bonus: doc(
      cap.optional(),
      'Bonus points may be given to a unit: read from points/ and checked, not scored yet.',
      'Có điểm thưởng: đọc từ points/ và kiểm tra, chưa tính vào chỉ số.',
    ),
    penalty: doc(
      cap.optional(),
      'Penalty points may be given to a unit, written without a minus: read and checked, not scored yet.',
      'Có điểm trừ (phạt), ghi không có dấu trừ: đọc và kiểm tra, chưa tính vào chỉ số.',
    ),
    decimal: doc(
      oneOf('comma', 'point').optional(),
      'Decimal mark in the tables of points; by default 1,5 and 1.5 are both read and 1.234 is asked.',
      'Dấu thập phân trong các bảng điểm; mặc định: 1,5 và 1.5 đều được đọc, còn 1.234 thì hỏi lại.',
    ),
  }),
  'The scoring tree.',
  'Bộ chỉ số.',
);
