/** `normalise` of a criterion as written. */
import type * as z from 'zod';
import { normaliseMethods } from '../criterion.ts';
import { decimal, doc, object, oneOf, yesNo } from './scalar.ts';

const large = 1_000_000_000;

const range = object({
  low: doc(decimal(-large, large), 'For the worst.', 'Cho giá trị kém nhất.'),
  high: doc(decimal(-large, large), 'For the best.', 'Cho giá trị tốt nhất.'),
});

export const normalise = object({
  method: doc(
    oneOf(...normaliseMethods),
    'min-max: the worst unit gets the lowest, the best the highest number; goalposts: the same between two fixed values; z-score; rank; percentile: share of the units that are not better.',
    'min-max: đơn vị kém nhất nhận số thấp nhất, tốt nhất nhận số cao nhất; goalposts: như vậy giữa hai mốc cố định; z-score: điểm chuẩn; rank: thứ bậc; percentile: bách phân vị.',
  ),
  to: doc(
    range.optional(),
    'Numbers that the worst and the best get: default 0 and 100; { low: 1, high: 10 } as DDCI and PCI do.',
    'Số mà giá trị kém nhất và tốt nhất nhận: mặc định 0 và 100; { low: 1, high: 10 } như DDCI, PCI.',
  ),
  goals: doc(
    object({
      worst: doc(
        decimal(-large, large),
        'The value that gets the lowest.',
        'Giá trị nhận mức thấp nhất.',
      ),
      best: doc(
        decimal(-large, large),
        'The value that gets the highest.',
        'Giá trị nhận mức cao nhất.',
      ),
    }).optional(),
    'Of goalposts: the two fixed values; values beyond them get no less and no more.',
    'Của goalposts: hai mốc cố định; ngoài mốc thì không thấp hơn, không cao hơn.',
  ),
  scale: doc(
    object({
      mean: doc(decimal(-large, large), 'Points of the average unit.', 'Điểm của mức trung bình.'),
      deviation: doc(
        decimal(0, large),
        'Points for one standard deviation.',
        'Điểm cho một độ lệch chuẩn.',
      ),
    }).optional(),
    'Of z-score: mean and standard deviation wanted; default 50 and 10. Units far from the mean may come to lie below 0 or above the maximum, and are told.',
    'Của z-score: trung bình và độ lệch chuẩn mong muốn; mặc định 50 và 10. Đơn vị khác xa trung bình có thể có điểm dưới 0 hoặc quá điểm tối đa; khi đó có cảnh báo.',
  ),
  reversed: doc(
    yesNo.optional(),
    'yes: a negative indicator, the smaller the better.',
    'yes: chỉ tiêu nghịch, càng nhỏ càng tốt.',
  ),
  within: doc(
    oneOf('block', 'all').optional(),
    'Against the units of the same block, or all of them; default: as ranks are given.',
    'So với các đơn vị cùng khối (block) hay tất cả (all); mặc định theo cách xếp hạng.',
  ),
});

export type NormaliseFile = z.output<typeof normalise>;
