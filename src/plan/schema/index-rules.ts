/** `index` beside its tree, as written: ranks, classes, rounding, bonus, weights, the year before. */
import * as z from 'zod';
import { combine, criterion, step } from './index-tree.ts';
import { respondentWeights } from './index-weights.ts';
import {
  byName,
  countTo,
  decimal,
  doc,
  expression,
  id,
  line,
  listOf,
  object,
  oneOf,
  percent,
  threshold,
} from './scalar.ts';

const large = 1_000_000_000;

const cap = object({
  max: doc(decimal(0, 100_000), 'Most points.', 'Số điểm nhiều nhất.'),
});

const classes = listOf(
  object({
    name: doc(line, 'Name of the class.', 'Tên mức xếp loại.'),
    from: doc(
      threshold(1000).optional(),
      'From this percent on: 85 or 85%.',
      'Từ tỷ lệ phần trăm này trở lên: 85 hoặc 85%.',
    ),
    share: doc(
      percent.optional(),
      'So large a part of the ranked units, counted from the best: four times 25% are quartiles.',
      'Chiếm bao nhiêu phần trăm số đơn vị được xếp hạng, kể từ trên xuống: bốn mức 25% là tứ phân vị.',
    ),
    only_if: doc(
      listOf(expression).optional(),
      'Further conditions, e.g. "percent[4] >= 70" or "points[penalty] = 0"; a unit that misses one gets the next class.',
      'Điều kiện kèm theo, ví dụ "percent[4] >= 70" hoặc "points[penalty] = 0"; thiếu một điều kiện thì xuống mức sau.',
    ),
  }),
);

const figure = object({
  name: doc(line.optional(), 'As readers call it.', 'Tên gọi.'),
  kind: doc(
    oneOf('number', 'yes-no').optional(),
    'number (default), or yes-no: có / không.',
    'number: con số (mặc định); yes-no: có / không.',
  ),
  from: doc(decimal(-large, large).optional(), 'At least.', 'Nhỏ nhất.'),
  to: doc(decimal(-large, large).optional(), 'At most.', 'Lớn nhất.'),
});

const rank = object({
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
    oneOf('joint', 'dense', 'consecutive').optional(),
    'Equal results: joint (default) 1 2 2 4; dense 1 2 2 3; consecutive 1 2 3 4, what is still equal in the order of names.',
    'Bằng nhau: joint (mặc định) 1 2 2 4; dense 1 2 2 3; consecutive 1 2 3 4, vẫn bằng thì theo thứ tự tên.',
  ),
  tie_breakers: doc(
    listOf(line).optional(),
    'What decides between equal results, in this order: survey, appraised, points, percent, or the code of a criterion.',
    'Khi bằng nhau thì xét lần lượt: survey, appraised, points, percent, hoặc số của một tiêu chí.',
  ),
});

const rounding = object({
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
  shares: doc(
    oneOf('to-100', 'as-is').optional(),
    'Percentages of one table: to-100 (default) makes them add up to 100 exactly; as-is rounds each by itself.',
    'Tỷ lệ trong một bảng: to-100 (mặc định) chỉnh để cộng đúng 100; as-is làm tròn từng số.',
  ),
});

const uncertainty = object({
  confidence: doc(
    percent.optional(),
    'Of the intervals of points; 50% to 99.9%, default 95%.',
    'Độ tin cậy của khoảng điểm; từ 50% đến 99.9%, mặc định 95%.',
  ),
  rank_confidence: doc(
    percent.optional(),
    'Of the intervals of ranks; 50% to 99.9%, default 90%.',
    'Độ tin cậy của khoảng thứ hạng; từ 50% đến 99.9%, mặc định 90%.',
  ),
  replicates: doc(
    countTo(100_000).optional(),
    'Replicates of the bootstrap; at least 100, default 2000. 0: no intervals of ranks, nor of what has bands or is normalised.',
    'Số lần rút lại phiếu (bootstrap); ít nhất 100, mặc định 2000. 0: không tính khoảng thứ hạng, cũng không tính khoảng của kết quả có bậc điểm hoặc được chuẩn hóa.',
  ),
  seed: doc(
    line.optional(),
    'Seed of the bootstrap; default: the survey.',
    'Hạt giống lấy mẫu lại; mặc định là mã cuộc điều tra.',
  ),
});

const previous = object({
  from: doc(
    id('results'),
    'scores.json of the earlier survey, or a table with unit, criterion (blank: the whole), points, max, percent, rank, block; copied into the folder frame.',
    'Tệp scores.json của kỳ trước, hoặc bảng có các cột đơn vị, tiêu chí (trống: cả bộ), điểm, điểm tối đa, tỷ lệ %, hạng, khối; chép vào thư mục frame.',
  ),
  criteria: doc(
    byName(line).optional(),
    'Where the scheme has changed: code here → code there; only these are compared, and no totals.',
    'Khi bộ tiêu chí đã đổi: số tiêu chí kỳ này → kỳ trước; chỉ so các tiêu chí này, không so tổng.',
  ),
});

export const index = doc(
  object({
    criteria: doc(listOf(criterion), 'Top-level fields.', 'Các lĩnh vực.'),
    combine: doc(
      combine.optional(),
      'How the fields make the total: sum (default), or a mean of their percents, times max.',
      'Cách gộp các lĩnh vực thành tổng: sum (cộng, mặc định), hoặc trung bình tỷ lệ phần trăm nhân điểm tối đa.',
    ),
    max: doc(
      decimal(0, 100_000).optional(),
      'Maximum of the whole; default: the sum of the fields, 100 where they are combined by a mean.',
      'Điểm tối đa của cả bộ chỉ số; mặc định là tổng các lĩnh vực, là 100 khi lấy trung bình.',
    ),
    figures: doc(
      byName(figure).optional(),
      'Hard data of the units for figure, formula, all and any: in points/, as a column or as a criterion of that name.',
      'Số liệu của đơn vị dùng cho figure, formula, all, any: ghi trong points/, thành một cột hoặc một dòng mang tên đó.',
    ),
    not_applicable: doc(
      oneOf('shrink', 'keep').optional(),
      "A criterion that does not apply: shrink (default) takes its maximum out of the unit's own; keep lets the criterion above keep its maximum, filled by the percent of the others. Ranks may differ.",
      'Tiêu chí không áp dụng: shrink (mặc định) trừ điểm tối đa của nó khỏi mẫu số của đơn vị; keep giữ điểm tối đa của tiêu chí cha, tính theo tỷ lệ đạt của các tiêu chí còn lại. Hai cách có thể cho thứ hạng khác nhau.',
    ),
    missing: doc(
      oneOf('none', 'drop').optional(),
      'A criterion without points: none (default), the unit has no total; drop: the others alone are counted.',
      'Tiêu chí chưa có điểm: none (mặc định) thì đơn vị chưa có tổng; drop thì chỉ tính các tiêu chí còn lại.',
    ),
    min_ratings: doc(
      countTo(1_000_000).optional(),
      'With fewer valid answers of a group a survey criterion has no points; default 1.',
      'Ít hơn số trả lời hợp lệ này của một nhóm thì tiêu chí điều tra chưa có điểm; mặc định 1.',
    ),
    survey: doc(
      oneOf('required', 'optional').optional(),
      'required (default), or optional: where nothing came back about a whole block, the appraised part alone makes the index.',
      'required (bắt buộc, mặc định) hoặc optional: nếu cả khối không tổ chức điều tra (không có phiếu nào) thì chỉ số tính riêng trên phần thẩm định.',
    ),
    rank: doc(rank.optional(), 'How units are ranked.', 'Cách xếp hạng.'),
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
      'Classes by percent, or by share of the units, the highest first.',
      'Xếp loại theo phần trăm, hoặc theo tỷ lệ số đơn vị, mức cao nhất trước.',
    ),
    rounding: doc(
      rounding.optional(),
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
      'Bonus points may be given to a unit: read from points/ and added to its total.',
      'Có điểm thưởng: đọc từ points/ và cộng vào tổng điểm.',
    ),
    penalty: doc(
      cap.optional(),
      'Penalty points may be given to a unit, written without a minus: taken off its total.',
      'Có điểm trừ (phạt), ghi không có dấu trừ: trừ vào tổng điểm.',
    ),
    highest: doc(
      threshold(1000).optional(),
      'No total goes beyond so many percent; default: bonus may take it above 100.',
      'Chỉ số không vượt quá tỷ lệ phần trăm này; mặc định điểm thưởng có thể đưa lên trên 100.',
    ),
    decimal: doc(
      oneOf('comma', 'point').optional(),
      'Decimal mark in the tables of points; by default 1,5 and 1.5 are both read and 1.234 is asked.',
      'Dấu thập phân trong các bảng điểm; mặc định: 1,5 và 1.5 đều được đọc, còn 1.234 thì hỏi lại.',
    ),
    overall: doc(
      z.union([oneOf('units', 'blocks'), byName(decimal(0, large))]).optional(),
      'One average over all blocks: every unit alike (units), every block alike (blocks), or weights by block.',
      'Một số trung bình chung cho mọi khối: theo từng đơn vị (units), theo từng khối (blocks), hoặc trọng số từng khối.',
    ),
    previous: doc(
      previous.optional(),
      'The scores it is compared with.',
      'Kết quả kỳ trước để so sánh.',
    ),
    weights: doc(
      byName(respondentWeights).optional(),
      'Weights of respondents, by group; without them every respondent counts alike.',
      'Trọng số người trả lời theo nhóm; không có thì mỗi người tính như nhau.',
    ),
    uncertainty: doc(
      uncertainty.optional(),
      'How intervals and rank intervals are computed.',
      'Cách tính khoảng tin cậy của điểm và thứ hạng.',
    ),
    hide_below: doc(
      countTo(1000).optional(),
      'Answers of fewer respondents of a group are not shown apart; default 5.',
      'Nhóm có ít người trả lời hơn số này thì không in riêng; mặc định 5.',
    ),
  }),
  'The scoring tree.',
  'Bộ chỉ số.',
);
