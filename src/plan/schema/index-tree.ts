/** `index.criteria` (the scoring tree) as written. */
import type * as z from 'zod';
import type { Exact } from '../../stats/exact.ts';
import type { Expression } from '../../stats/expression.ts';
import { type Combine, combines, type PointBand } from '../criterion.ts';
import { type NormaliseFile, normalise } from './index-normalise.ts';
import { type SurveyFile, survey } from './index-survey.ts';
import { decimal, doc, expression, id, line, listOf, object, oneOf, yesNo } from './scalar.ts';

export const combine = oneOf(...combines);

/** Most that any value, point or bound may be. */
const large = 1_000_000_000;

const notFor = object({
  units: doc(listOf(line).optional(), 'These units.', 'Các đơn vị này.'),
  blocks: doc(
    listOf(line).optional(),
    'All units of these blocks.',
    'Mọi đơn vị của các khối này.',
  ),
});

const bands = listOf(
  object({
    from: doc(decimal(-large, large), 'From this value on.', 'Từ giá trị này trở lên.'),
    points: doc(decimal(0, 100_000), 'So many points.', 'Số điểm được nhận.'),
  }),
);

export interface CriterionFile {
  readonly code: string;
  readonly name: string;
  readonly max?: Exact | undefined;
  readonly weight?: Exact | undefined;
  readonly criteria?: readonly CriterionFile[] | undefined;
  readonly combine?: Combine | undefined;
  readonly appraised?: boolean | undefined;
  readonly step?: Exact | undefined;
  readonly survey?: SurveyFile | undefined;
  readonly figure?: string | undefined;
  readonly formula?: Expression | undefined;
  readonly all?: readonly Expression[] | undefined;
  readonly any?: readonly Expression[] | undefined;
  readonly bands?: readonly PointBand[] | undefined;
  readonly normalise?: NormaliseFile | undefined;
  readonly not_for?: z.output<typeof notFor> | undefined;
}

export const step = decimal(0.01, 1000);

export const criterion: z.ZodType<CriterionFile> = doc(
  object({
    code: doc(id('criterion'), 'Code as written in the scheme.', 'Số thứ tự trong bộ tiêu chí.'),
    name: doc(line, 'Name.', 'Tên tiêu chí.'),
    max: doc(
      decimal(0, 100_000).optional(),
      'Maximum points; a parent that sums may leave it out.',
      'Điểm tối đa; tiêu chí cha lấy tổng thì có thể bỏ trống.',
    ),
    weight: doc(
      decimal(0, 1000).optional(),
      'Weight within its parent, where that takes a mean; only ratios matter; default 1.',
      'Trọng số trong tiêu chí cha, khi tiêu chí cha lấy trung bình; chỉ tỷ lệ giữa chúng có nghĩa; mặc định 1.',
    ),
    get criteria(): z.ZodOptional<z.ZodArray<z.ZodType<CriterionFile>>> {
      return doc(listOf(criterion).optional(), 'Sub-criteria.', 'Tiêu chí thành phần.');
    },
    combine: doc(
      combine.optional(),
      'How the sub-criteria come together: sum (default); mean, geometric, harmonic: weighted means of their percents; all, any: the whole maximum when all (any) of them have theirs, else 0.',
      'Cách gộp tiêu chí thành phần: sum (cộng, mặc định); mean, geometric, harmonic: trung bình cộng, nhân, điều hòa có trọng số của tỷ lệ phần trăm; all, any: đủ điểm khi mọi (một) tiêu chí thành phần đạt tối đa, nếu không thì 0.',
    ),
    appraised: doc(yesNo.optional(), 'yes: points from appraisal.', 'yes: điểm thẩm định.'),
    step: doc(
      step.optional(),
      'Appraised points come in steps of so much; else as the index says.',
      'Điểm thẩm định là bội số của mức này; không ghi thì theo bộ chỉ số.',
    ),
    survey: doc(survey.optional(), 'Points from the survey.', 'Điểm điều tra xã hội học.'),
    figure: doc(
      line.optional(),
      'The value is this figure of the unit; with bands or normalise it becomes points.',
      'Giá trị là số liệu này của đơn vị; dùng bands hoặc normalise để đổi ra điểm.',
    ),
    formula: doc(
      expression.optional(),
      'Points (with bands or normalise: a value) from named figures, e.g. "max * dung_han / tong".',
      'Điểm (có bands hoặc normalise thì là giá trị) tính từ các số liệu, ví dụ "max * dung_han / tong".',
    ),
    all: doc(
      listOf(expression).optional(),
      'The maximum when all these conditions hold, else 0, e.g. [ke_hoach, "bao_cao >= 4"].',
      'Đủ điểm tối đa khi mọi điều kiện này đúng, nếu không thì 0, ví dụ [ke_hoach, "bao_cao >= 4"].',
    ),
    any: doc(
      listOf(expression).optional(),
      'The maximum when one of these conditions holds, else 0.',
      'Đủ điểm tối đa khi một trong các điều kiện này đúng, nếu không thì 0.',
    ),
    bands: doc(
      bands.optional(),
      'Value → points, the highest first, e.g. 90 % satisfied or more: 3 points.',
      'Đổi giá trị ra điểm, mức cao nhất trước, ví dụ từ 90 % hài lòng trở lên: 3 điểm.',
    ),
    normalise: doc(
      normalise.optional(),
      'The value is set against those of the other units before it is combined.',
      'Giá trị được chuẩn hóa theo các đơn vị khác trước khi gộp.',
    ),
    not_for: doc(
      notFor.optional(),
      'Units to which it does not apply.',
      'Đơn vị không áp dụng tiêu chí này.',
    ),
  }),
  'A field, criterion or sub-criterion; a leaf has one source.',
  'Lĩnh vực, tiêu chí hoặc tiêu chí thành phần; mục cuối có đúng một nguồn điểm.',
);
