/** Findings about how criteria come together: means, bands, normalising, tables of percents. */
import type { Lang } from './finding.ts';
import { kind } from './finding.ts';

/** Why a key does nothing where it stands. */
export type IdleKey = 'sum' | 'leaf' | 'parent' | 'conditions' | 'share' | 'method';

const idleWhy: Readonly<Record<IdleKey, Readonly<Record<Lang, string>>>> = {
  sum: {
    vi: 'tiêu chí cha không lấy trung bình nên trọng số không có tác dụng',
    en: 'its parent takes no mean, so a weight changes nothing',
  },
  leaf: {
    vi: 'tiêu chí không có tiêu chí thành phần để gộp',
    en: 'it has no sub-criteria to bring together',
  },
  parent: {
    vi: 'bậc điểm chỉ dùng cho mục cuối (không có tiêu chí thành phần)',
    en: 'bands are for criteria without sub-criteria',
  },
  conditions: {
    vi: 'điều kiện đã cho đủ điểm hoặc 0 điểm',
    en: 'conditions already give the maximum or 0',
  },
  share: {
    vi: 'tỷ lệ hài lòng (as: share) không dùng bảng điểm theo phương án',
    en: 'a share of positive answers (as: share) uses no table of percents',
  },
  method: {
    vi: 'cách chuẩn hóa này không dùng đến nó',
    en: 'this method of normalising does not use it',
  },
};

const bandsWhy = {
  vi: 'Mỗi giá trị nhận điểm của bậc cao nhất mà nó đạt tới.',
  en: 'A value gets the points of the highest band it reaches.',
};

const normaliseWhy = {
  vi: 'Chuẩn hóa đổi giá trị kém nhất và tốt nhất thành hai số đã định; hai đầu phải rõ và khác nhau.',
  en: 'Normalising turns the worst and the best value into two given numbers: both ends must be known and differ.',
};

export const planCombiningFindings = {
  'plan/index-key-unused': kind<{ criterion: string; key: string; reason: IdleKey }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: “${a.key}” không có tác dụng, vì ${idleWhy[a.reason].vi}.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: \`${a.key}\` has no effect, because ${idleWhy[a.reason].en}.`,
    },
    why: {
      vi: 'Người đọc phương án sẽ tưởng điểm được tính theo mục này.',
      en: 'Readers of the plan would think that points follow it.',
    },
    fix: {
      vi: 'Bỏ mục này, hoặc sửa chỗ khiến nó không có tác dụng (ví dụ “combine: mean” ở tiêu chí cha).',
      en: 'Leave it out, or mend what makes it idle (e.g. `combine: mean` of the parent).',
    },
  }),
  'plan/bands-and-normalise': kind<{ criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tiêu chí ${w.quote(a.criterion)} có cả “bands” và “normalise”.`,
      en: (a, w) => `the criterion ${w.quote(a.criterion)} has both \`bands\` and \`normalise\`.`,
    },
    why: {
      vi: 'Một giá trị chỉ được đổi ra điểm theo một cách.',
      en: 'A value is turned into points in one way.',
    },
    fix: { vi: 'Giữ một trong hai.', en: 'Keep one of them.' },
  }),
  'plan/bands-out-of-order': kind<{ criterion: string; from: string; above: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: bậc từ ${w.decimal(a.from)} đứng sau bậc từ ${w.decimal(a.above)}; ghi bậc cao trước, không lặp lại.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the band from ${w.decimal(a.from)} stands below the one from ${w.decimal(a.above)}; the highest comes first, each once.`,
    },
    why: bandsWhy,
    fix: { vi: 'Xếp lại từ cao xuống thấp.', en: 'Put them in order, the highest first.' },
  }),
  'plan/band-above-maximum': kind<{ criterion: string; points: string; max: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: bậc cho ${w.decimal(a.points)} điểm, hơn điểm tối đa ${w.decimal(a.max)}.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: a band gives ${w.decimal(a.points)} points, more than the maximum ${w.decimal(a.max)}.`,
    },
    why: bandsWhy,
    fix: { vi: 'Sửa “points” hoặc “max”.', en: 'Mend `points` or `max`.' },
  }),
  'plan/band-hole': kind<{ criterion: string; lowest: string; least: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: giá trị từ ${w.decimal(a.least)} đến dưới ${w.decimal(a.lowest)} không thuộc bậc nào nên không có điểm.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: values from ${w.decimal(a.least)} to below ${w.decimal(a.lowest)} reach no band and get no points.`,
    },
    why: {
      vi: 'Không có điểm không phải là 0 điểm: đơn vị sẽ chưa có tổng.',
      en: 'No points are not 0 points: the unit would have no total.',
    },
    fix: {
      vi: 'Thêm bậc cuối, ví dụ { from: 0, points: 0 }.',
      en: 'Add a last band, e.g. { from: 0, points: 0 }.',
    },
  }),
  'plan/normalise-goals': kind<{ criterion: string; fault: 'missing' | 'equal' }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.fault === 'missing'
          ? `tiêu chí ${w.quote(a.criterion)}: chuẩn hóa theo mốc (goalposts) mà chưa có “goals”.`
          : `tiêu chí ${w.quote(a.criterion)}: hai mốc “goals” bằng nhau.`,
      en: (a, w) =>
        a.fault === 'missing'
          ? `the criterion ${w.quote(a.criterion)} is normalised by goalposts, but has no \`goals\`.`
          : `the criterion ${w.quote(a.criterion)}: both \`goals\` are the same.`,
    },
    why: normaliseWhy,
    fix: {
      vi: 'Ghi hai mốc khác nhau, ví dụ goals: { worst: 30, best: 5 } (chỉ tiêu nghịch: worst lớn hơn best).',
      en: 'Write two different values, e.g. goals: { worst: 30, best: 5 } (a negative indicator: worst above best).',
    },
  }),
  'plan/normalise-range': kind<{
    criterion: string;
    range: { readonly low: string; readonly high: string } | null;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: ` +
        (a.range === null
          ? 'độ lệch chuẩn mong muốn (deviation) phải lớn hơn 0.'
          : `khoảng chuẩn hóa từ ${w.decimal(a.range.low)} đến ${w.decimal(a.range.high)} phải từ 0 trở lên và tăng dần.`),
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: ` +
        (a.range === null
          ? 'the standard deviation wanted (`deviation`) must be above 0.'
          : `the range from ${w.decimal(a.range.low)} to ${w.decimal(a.range.high)} must rise and start at 0 or above.`),
    },
    why: normaliseWhy,
    fix: {
      vi: 'Ghi low nhỏ hơn high, ví dụ to: { low: 1, high: 10 }, hoặc scale: { mean: 50, deviation: 10 }; chỉ tiêu nghịch thì dùng reversed: yes.',
      en: 'Write low below high, e.g. to: { low: 1, high: 10 }, or scale: { mean: 50, deviation: 10 }; for a negative indicator use reversed: yes.',
    },
  }),
  'plan/normalise-alone': kind<{ criterion: string; blocks: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)} được chuẩn hóa trong từng khối, nhưng ${w.list(a.blocks, 5)} có không quá một đơn vị xếp hạng.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)} is normalised within blocks, but ${w.list(a.blocks, 5)} ${a.blocks.length === 1 ? 'has' : 'have'} at most one ranked unit.`,
    },
    why: {
      vi: 'Một đơn vị không có đơn vị nào để so; tiêu chí này của nó sẽ không có điểm.',
      en: 'A single unit has nothing to be set against, and the criterion will have no points there.',
    },
    fix: {
      vi: 'Chuẩn hóa trong tất cả các đơn vị (within: all), theo mốc (goalposts), hoặc khai “not_for” cho khối đó.',
      en: 'Normalise among all units (within: all), by goalposts, or say `not_for` for the block.',
    },
  }),
  'plan/mean-of-maxima': kind<{ criterion: string; parts: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)} không cộng các tiêu chí thành phần, mà điểm tối đa của chúng khác nhau (${w.list(a.parts, 12)}): phải ghi “max”.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)} does not sum its parts, and their maxima differ (${w.list(a.parts, 12)}): write \`max\`.`,
    },
    why: {
      vi: 'Trung bình lấy theo tỷ lệ phần trăm; điểm tối đa của tiêu chí cha không suy ra được.',
      en: 'A mean is taken of percents, so the maximum of the parent does not follow from its parts.',
    },
    fix: { vi: 'Thêm “max” cho tiêu chí này.', en: 'Add `max` to the criterion.' },
  }),
  'plan/weights-all-zero': kind<{ criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: mọi trọng số đều bằng 0 nên không có gì để lấy trung bình.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: all weights are 0, so there is nothing to take a mean of.`,
    },
    why: {
      vi: 'Trọng số 0 nghĩa là không tính; phải có ít nhất một trọng số lớn hơn 0.',
      en: 'A weight of 0 means: does not count. One at least must be above 0.',
    },
    fix: { vi: 'Sửa trọng số.', en: 'Mend the weights.' },
  }),
  'plan/table-lacks-options': kind<{
    criterion: string;
    question: string;
    options: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: bảng điểm của câu ${w.quote(a.question)} thiếu phương án ${w.list(a.options)} có điểm trên thang đo.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the table of question ${w.quote(a.question)} lacks ${a.options.length === 1 ? 'the option' : 'the options'} ${w.list(a.options)}, which ${a.options.length === 1 ? 'has' : 'have'} points on the scale.`,
    },
    why: {
      vi: 'Phương án không có trong bảng thì phiếu chọn nó bị loại khỏi mẫu số.',
      en: 'Answers on an option that the table leaves out would fall out of the base.',
    },
    fix: {
      vi: 'Ghi đủ các phương án, ví dụ { A: 100, B: 60, C: 20, D: 0 }.',
      en: 'Name every option, e.g. { A: 100, B: 60, C: 20, D: 0 }.',
    },
  }),
  'plan/table-twice': kind<{ criterion: string; question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: câu ${w.quote(a.question)} có hai bảng điểm khác nhau.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the question ${w.quote(a.question)} has two different tables.`,
    },
    why: {
      vi: 'Trong một tiêu chí, một phương án chỉ có một tỷ lệ điểm, ai trả lời cũng vậy.',
      en: 'Within a criterion an option is worth one percent, whoever chose it.',
    },
    fix: {
      vi: 'Giữ một bảng, hoặc tách thành hai tiêu chí thành phần.',
      en: 'Keep one table, or make two sub-criteria of it.',
    },
  }),
  'plan/scale-out-of-order': kind<{ scale: string; points: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `thang đo ${w.quote(a.scale)}: điểm theo thứ tự ghi là ${w.list(a.points.map(w.decimal), 12)}, không tăng dần cũng không giảm dần.`,
      en: (a, w) =>
        `the scale ${w.quote(a.scale)}: its points in the written order are ${w.list(a.points.map(w.decimal), 12)}, neither rising nor falling.`,
    },
    why: {
      vi: 'Phiếu in các phương án theo thứ tự này; điểm lên xuống thường là ghi nhầm.',
      en: 'Forms print the options in this order; points that go up and down are mostly a slip.',
    },
    fix: {
      vi: 'Kiểm tra điểm của từng phương án, hoặc xếp lại thứ tự.',
      en: 'Check the points of each option, or put them in order.',
    },
  }),
  'plan/min-ratings-zero': kind<{ criterion: string | null }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${a.criterion === null ? 'bộ chỉ số' : `tiêu chí ${w.quote(a.criterion)}`}: “min_ratings” là 0, nhưng không có ý kiến nào thì vẫn không có điểm.`,
      en: (a, w) =>
        `${a.criterion === null ? 'the index' : `the criterion ${w.quote(a.criterion)}`}: \`min_ratings\` is 0, but without any answer there are no points all the same.`,
    },
    why: {
      vi: 'Trung bình của không ý kiến nào là không có, không phải 0 điểm.',
      en: 'There is no mean of no answers; it is not 0.',
    },
    fix: {
      vi: 'Ghi từ 1 trở lên, hoặc bỏ đi.',
      en: 'Write 1 or more, or leave it out.',
    },
  }),
  'plan/highest-below-100': kind<{ highest: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `“highest” là ${w.decimal(a.highest)} %: đơn vị đạt điểm tối đa cũng không được 100 %.`,
      en: (a, w) =>
        `\`highest\` is ${w.decimal(a.highest)} %: a unit with all points would not get 100 %.`,
    },
    why: {
      vi: 'Mức này dùng để chặn điểm thưởng, thường là 100 hoặc hơn.',
      en: 'It is there to hold bonus points back, and is usually 100 or more.',
    },
    fix: { vi: 'Sửa “highest”, hoặc bỏ đi.', en: 'Mend `highest`, or leave it out.' },
  }),
};
