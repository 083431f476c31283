/** The larger quota rules as written: share, formula, split, stages. */
import * as z from 'zod';
import { byName, count, decimal, doc, id, line, listOf, object, oneOf, percent } from './scalar.ts';

const rateKeys = {
  rate: doc(percent, 'Share of the population.', 'Tỷ lệ trên tổng thể.'),
  at_least: doc(count.optional(), 'But at least so many.', 'Nhưng ít nhất bấy nhiêu.'),
  at_most: doc(count.optional(), 'But at most so many.', 'Nhưng nhiều nhất bấy nhiêu.'),
};

export const share = object({
  of: doc(id('attribute'), 'Figure that is the population.', 'Số liệu là tổng thể.'),
  rate: rateKeys.rate.optional(),
  at_least: rateKeys.at_least,
  at_most: rateKeys.at_most,
  bands: doc(
    listOf(
      object({
        from: doc(count, 'From this population on.', 'Từ quy mô này trở lên.'),
        ...rateKeys,
      }),
    ).optional(),
    'Other rates for other sizes; the first from 0.',
    'Tỷ lệ khác nhau theo quy mô; mức đầu từ 0.',
  ),
});

export const formula = object({
  method: doc(
    oneOf('slovin', 'yamane', 'cochran'),
    'slovin (the same as yamane): n = N/(1 + N·e²); cochran: for a proportion.',
    'slovin (cũng là yamane): n = N/(1 + N·e²); cochran: cho tỷ lệ.',
  ),
  of: doc(
    id('attribute').optional(),
    'Figure that is the population N; cochran may leave it out.',
    'Số liệu là tổng thể N; cochran có thể bỏ trống.',
  ),
  error: doc(percent.optional(), 'Margin of error; default 5%.', 'Sai số; mặc định 5%.'),
  confidence: doc(percent.optional(), 'Default 95%.', 'Độ tin cậy; mặc định 95%.'),
  proportion: doc(
    percent.optional(),
    'Expected proportion; default 50%, the most cautious.',
    'Tỷ lệ dự kiến; mặc định 50%, thận trọng nhất.',
  ),
  design_effect: doc(
    decimal(0.1, 100).optional(),
    'How much larger the variance is than in a simple random sample; default 1.',
    'Hệ số thiết kế; mặc định 1.',
  ),
  design_effect_on: doc(
    oneOf('before-correction', 'after-correction').optional(),
    'Whether it multiplies before the finite-population correction (default) or after.',
    'Nhân trước (mặc định) hay sau hiệu chỉnh tổng thể hữu hạn.',
  ),
});

export const splitKeys = {
  total: doc(count, 'Sheets to share out.', 'Tổng số phiếu đem chia.'),
  each: doc(
    count.optional(),
    'So many for each first; the rest by the method.',
    'Mỗi nơi trước hết bấy nhiêu; phần còn lại chia theo cách dưới.',
  ),
  by: doc(
    oneOf('equal', 'proportional', 'square-root', 'power', 'kish', 'neyman'),
    'Method.',
    'Cách chia.',
  ),
  of: doc(
    id('attribute').optional(),
    'Figure that is the size of each.',
    'Số liệu là quy mô của mỗi nơi.',
  ),
  spread: doc(
    id('attribute').optional(),
    'Figure: standard deviation (neyman) or coefficient of variation (power).',
    'Số liệu: độ lệch chuẩn (neyman) hoặc hệ số biến thiên (power).',
  ),
  cost: doc(
    id('attribute').optional(),
    'Figure: cost of one reply (neyman).',
    'Số liệu: chi phí một phiếu (neyman).',
  ),
  parameter: doc(
    decimal(0, 1_000_000).optional(),
    'power: the exponent, 0 to 1; kish: the weight of proportionality.',
    'power: số mũ từ 0 đến 1; kish: trọng số của phần tỷ lệ.',
  ),
  min: doc(count.optional(), 'Each at least.', 'Mỗi nơi ít nhất.'),
  max: doc(count.optional(), 'Each at most.', 'Mỗi nơi nhiều nhất.'),
  cap: doc(
    id('attribute').optional(),
    'Figure that no part may exceed: its population.',
    'Số liệu mà mỗi phần không được vượt: tổng thể.',
  ),
};

const take = z.union([
  count,
  object({
    default: doc(count.optional(), 'For any other type.', 'Cho các loại còn lại.'),
    by_type: doc(
      byName(count),
      'By type of place, its own or that of the place it lies in.',
      'Theo loại địa bàn: loại của chính nó hoặc của địa bàn cấp trên.',
    ),
  }),
]);

export const stages = object({
  take: doc(
    z.union([
      take,
      object({
        of: doc(id('attribute'), 'Figure of the place.', 'Số liệu của địa bàn.'),
        share: doc(percent, 'This share of it, rounded up.', 'Tỷ lệ này, làm tròn lên.'),
        at_least: doc(count.optional(), 'But at least so many.', 'Nhưng ít nhất bấy nhiêu.'),
      }),
    ]),
    'Sheets in each place of the last stage; held against the people or households that the frame says are there (`population` names the figure where there are several).',
    'Số phiếu ở mỗi địa bàn cuối cùng; được so với số người hoặc số hộ ở đó theo khung mẫu (có nhiều số liệu thì “population” cho biết lấy số nào).',
  ),
  by: doc(
    listOf(
      object({
        level: doc(line, 'A level of `places`.', 'Một cấp của “places”.'),
        how: doc(
          oneOf('named', 'purposive', 'random', 'systematic', 'pps').optional(),
          'named (default), purposive, random, systematic (every k-th in the order written), or pps (chance by size).',
          'named (ấn định, mặc định), purposive (có chủ đích), random, systematic (chọn hệ thống (bước nhảy) theo thứ tự đã ghi), pps (xác suất theo quy mô).',
        ),
        take: doc(
          take.optional(),
          'So many within each place above; by_type: by the type of the place above.',
          'Số địa bàn trong mỗi địa bàn cấp trên; by_type: theo loại địa bàn cấp trên.',
        ),
        fraction: doc(
          percent.optional(),
          'Or this share of them, rounded up.',
          'Hoặc tỷ lệ này, làm tròn lên.',
        ),
        reserve: doc(count.optional(), 'Further places to replace them.', 'Số địa bàn dự phòng.'),
        size: doc(
          id('attribute').optional(),
          'pps: figure that the chance goes by.',
          'pps: số liệu quyết định xác suất.',
        ),
        picks: doc(
          byName(count).optional(),
          'purposive: how many of each standing, as places write it in `chosen`.',
          'purposive: số nơi theo từng mức, như ghi ở “chosen” của địa bàn.',
        ),
      }),
    ),
    'The stages, outermost first.',
    'Các bước chọn, từ ngoài vào trong.',
  ),
  design_effect: doc(
    decimal(0.1, 100).optional(),
    'Of the whole selection, for the expected margin of error.',
    'Hệ số thiết kế của cả cách chọn, để tính sai số dự kiến.',
  ),
});
