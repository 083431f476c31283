/** The rules of the index beside its tree, in both languages; numbers and names come in as texts. */
import type { Lang } from '../findings/finding.ts';
import type { Combine } from './criterion.ts';
import type { Ranking, Rounding } from './index-rules.ts';

const vi = {
  figures: 'Số liệu dùng trong công thức, điều kiện',
  figure: (id: string, name: string, bounds: string) =>
    `${id}: ${name}${bounds === '' ? '' : ` (${bounds})`}`,
  yesNo: 'có / không',
  atLeast: (value: string) => `từ ${value}`,
  atMost: (value: string) => `đến ${value}`,

  total: 'Tổng điểm',
  totals: {
    sum: () => 'Tổng các lĩnh vực.',
    mean: (max: string) => `Trung bình cộng tỷ lệ đạt của các lĩnh vực × ${max}.`,
    geometric: (max: string) => `Trung bình nhân tỷ lệ đạt của các lĩnh vực × ${max}.`,
    harmonic: (max: string) => `Trung bình điều hòa tỷ lệ đạt của các lĩnh vực × ${max}.`,
    all: (max: string) => `${max} điểm khi mọi lĩnh vực đạt tối đa, nếu không thì 0.`,
    any: (max: string) => `${max} điểm khi một lĩnh vực đạt tối đa, nếu không thì 0.`,
  } satisfies Record<Combine, (max: string) => string>,
  totalWeights: (texts: string) => ` Trọng số lĩnh vực: ${texts}.`,

  missing: 'Thiếu điểm',
  missingNone:
    'Chưa có điểm thẩm định, hoặc một nhóm không có ý kiến hợp lệ nào ở một câu: tiêu chí để trống, đơn vị chưa có tổng điểm; không tính là 0, không lấy điểm tự đánh giá thay, không dồn trọng số.',
  missingDrop:
    'Tiêu chí chưa có điểm được bỏ ra, chỉ tính các tiêu chí còn lại (cả điểm và điểm tối đa); tiêu chí bị bỏ được nêu tên. Không tính là 0.',
  notApplicable: 'Tiêu chí không áp dụng',
  shrink: 'Không tính vào điểm tối đa của đơn vị.',
  keep: 'Tiêu chí cha giữ nguyên điểm tối đa, tính theo tỷ lệ đạt của các tiêu chí còn lại.',
  survey: 'Khối không tổ chức điều tra',
  optional:
    'Không có phiếu nào về cả khối thì chỉ số tính riêng trên phần thẩm định (điểm thẩm định ÷ điểm tối đa phần thẩm định).',

  bonus: 'Điểm thưởng, điểm trừ',
  bonusMost: (most: string) => `Cộng thêm nhiều nhất ${most} điểm thưởng`,
  penaltyMost: (most: string) => `trừ nhiều nhất ${most} điểm`,
  penaltyAlone: (most: string) => `Trừ nhiều nhất ${most} điểm`,
  bonusMaximum: '; điểm tối đa không đổi.',
  above: ' Chỉ số có thể trên 100%.',
  percent: 'Chỉ số %',
  percentRule: 'Tổng điểm ÷ điểm tối đa của chính đơn vị × 100.',
  highest: (most: string) => ` Không vượt quá ${most}%.`,

  rank: 'Xếp hạng',
  within: { block: 'Trong từng khối', all: 'Chung tất cả đơn vị' },
  on: { percent: 'chỉ số %', points: 'tổng điểm' },
  rankRule: (within: string, on: string, ties: string) =>
    `${within}, theo ${on} chưa làm tròn, từ cao xuống thấp; ${ties}.`,
  ties: {
    joint: 'bằng nhau thì đồng hạng và bỏ qua các hạng kế tiếp (1, 2, 2, 4)',
    dense: 'bằng nhau thì đồng hạng, không bỏ hạng kế tiếp (1, 2, 2, 3)',
    consecutive: 'không đồng hạng, vẫn bằng nhau thì theo thứ tự tên (1, 2, 3, 4)',
  } satisfies Record<Ranking['ties'], string>,
  tieBreakers: (texts: string) => `Bằng nhau thì lần lượt xét ${texts}, cao hơn xếp trên`,
  breakers: {
    points: 'tổng điểm',
    percent: 'chỉ số %',
    survey: 'điểm điều tra',
    appraised: 'điểm thẩm định',
  },
  criterion: (code: string, name: string) => `tỷ lệ đạt tiêu chí ${code} (${name})`,

  classes: 'Xếp loại',
  classesOf: (block: string) => `Xếp loại khối ${block}`,
  band: (name: string, from: string) => `${name}: từ ${from}%`,
  bandShare: (name: string, share: string) => `${name}: ${share}% số đơn vị`,
  onlyIf: (texts: string) => ` (chỉ khi ${texts})`,
  classRule: ' Theo chỉ số % chưa làm tròn.',
  shareRule:
    ' Tỷ lệ trên số đơn vị được xếp hạng, kể từ trên xuống, ranh giới làm tròn nửa lên; các đơn vị bằng nhau cùng nhận mức cao hơn.',
  onlyIfRule: ' Thiếu điều kiện thì nhận mức kế tiếp.',
  noClasses: 'Phương án không quy định xếp loại.',

  rounding: 'Làm tròn',
  roundingRule: (decimals: number, mode: Rounding['mode']) =>
    `Mỗi số làm tròn một lần khi in, ${decimals} chữ số thập phân, ${mode === 'half-up' ? 'từ nửa trở lên làm tròn lên' : 'cắt bỏ phần lẻ'}; tính toán bằng phân số chính xác nên tổng các số đã làm tròn có thể lệch với tổng in ra.`,
  shares: {
    'to-100': ' Tỷ lệ trong một bảng được chỉnh để cộng đúng 100.',
    'as-is': ' Tỷ lệ trong một bảng làm tròn riêng từng số nên cộng lại có thể lệch 100.',
  } satisfies Record<Rounding['shares'], string>,
  overall: 'Trung bình chung',
  overallUnits: 'Trung bình cộng của mọi đơn vị được xếp hạng, mỗi đơn vị như nhau.',
  overallBlocks: 'Trung bình cộng của trung bình các khối, mỗi khối như nhau.',
  overallStated: (texts: string) => `Trung bình các khối theo trọng số: ${texts}.`,

  previous: 'So với kỳ trước',
  previousRule: (file: string) =>
    `Với kết quả trong ${file}: điểm khi biết điểm tối đa hai kỳ và hai số bằng nhau, chỉ số %, thứ hạng của đơn vị không sáp nhập.`,
  previousMapped: (file: string, texts: string) =>
    `Với kết quả trong ${file}, bộ tiêu chí đã đổi: chỉ so tỷ lệ đạt của các tiêu chí (kỳ này ← kỳ trước) ${texts}; không so tổng điểm, thứ hạng.`,
  merged:
    ' Đơn vị sáp nhập: giá trị kỳ trước là trung bình các đơn vị cũ theo phần nhập vào × trọng số.',

  weights: 'Trọng số người trả lời',
  weightsOf: (group: string, texts: string) => `${group}: ${texts}.`,
  design: 'mỗi phiếu tính bằng 1 ÷ xác suất được chọn',
  nonResponse: 'phiếu hợp lệ đại diện cho mọi phiếu phân bổ ở cùng dòng',
  post: (question: string) => `hiệu chỉnh theo cơ cấu tổng thể ở câu ${question} (hậu phân tầng)`,
  raking: (questions: string) =>
    `hiệu chỉnh đồng thời theo cơ cấu tổng thể ở các câu ${questions} (raking)`,
  trim: (times: string) => `không trọng số nào quá ${times} lần trung bình của nhóm`,

  uncertainty: 'Độ chắc chắn',
  uncertaintyRule: (points: string, ranks: string, replicates: string, seed: string) =>
    `Khoảng tin cậy ${points}% cho điểm; ${ranks}% cho thứ hạng từ ${replicates} lần lấy mẫu lại (hạt giống ${seed}). Chỉ nói về sai số chọn mẫu của phần điều tra.`,
  uncertaintyOfPoints: (points: string) =>
    `Khoảng tin cậy ${points}% cho điểm; không tính khoảng thứ hạng. Chỉ nói về sai số chọn mẫu của phần điều tra.`,
  hidden: 'Nhóm ít người trả lời',
  hiddenRule: (least: string) => `Dưới ${least} người trả lời thì không in riêng.`,
  hiddenNone: 'Mọi nhóm đều được in riêng, dù chỉ một người trả lời.',
};

export type IndexPhrases = typeof vi;

const en: IndexPhrases = {
  figures: 'Figures in formulas and conditions',
  figure: (id, name, bounds) => `${id}: ${name}${bounds === '' ? '' : ` (${bounds})`}`,
  yesNo: 'yes or no',
  atLeast: (value) => `from ${value}`,
  atMost: (value) => `up to ${value}`,

  total: 'Total',
  totals: {
    sum: () => 'Sum of the fields.',
    mean: (max) => `Arithmetic mean of the percents of the fields × ${max}.`,
    geometric: (max) => `Geometric mean of the percents of the fields × ${max}.`,
    harmonic: (max) => `Harmonic mean of the percents of the fields × ${max}.`,
    all: (max) => `${max} when all fields have their maximum, else 0.`,
    any: (max) => `${max} when one field has its maximum, else 0.`,
  },
  totalWeights: (texts) => ` Weights of the fields: ${texts}.`,

  missing: 'Missing points',
  missingNone:
    'No appraisal yet, or a group without any valid answer to a question: the criterion stays blank and the unit has no total; it is not 0, the self-assessment does not stand in, no weight is moved.',
  missingDrop:
    'A criterion without points is left out and the others alone are counted (points and maxima); those left out are named. It is not 0.',
  notApplicable: 'Criteria that do not apply',
  shrink: "They are not in the unit's maximum.",
  keep: 'The criterion above keeps its maximum, filled by the percent of the others.',
  survey: 'Blocks without a survey',
  optional:
    'Where no reply came back about a whole block, the appraised part alone makes the index (appraised points ÷ appraised maximum).',

  bonus: 'Bonus and penalty',
  bonusMost: (most) => `At most ${most} bonus points are added`,
  penaltyMost: (most) => `at most ${most} taken off`,
  penaltyAlone: (most) => `At most ${most} points are taken off`,
  bonusMaximum: '; the maximum stays as it is.',
  above: ' The index may be above 100%.',
  percent: 'Index %',
  percentRule: "Total points ÷ the unit's own maximum × 100.",
  highest: (most) => ` Not above ${most}%.`,

  rank: 'Ranking',
  within: { block: 'Within each block', all: 'Over all units' },
  on: { percent: 'index %', points: 'total points' },
  rankRule: (within, on, ties) => `${within}, by ${on} before rounding, highest first; ${ties}.`,
  ties: {
    joint: 'equal values share a rank and the next ones are skipped (1, 2, 2, 4)',
    dense: 'equal values share a rank and none is skipped (1, 2, 2, 3)',
    consecutive: 'no rank is shared, what stays equal follows the order of names (1, 2, 3, 4)',
  },
  tieBreakers: (texts) => `Equal values are decided by ${texts}, in this order, the higher first`,
  breakers: {
    points: 'total points',
    percent: 'index %',
    survey: 'survey points',
    appraised: 'appraised points',
  },
  criterion: (code, name) => `the percent of criterion ${code} (${name})`,

  classes: 'Classes',
  classesOf: (block) => `Classes of ${block}`,
  band: (name, from) => `${name}: from ${from}%`,
  bandShare: (name, share) => `${name}: ${share}% of the units`,
  onlyIf: (texts) => ` (only if ${texts})`,
  classRule: ' By index % before rounding.',
  shareRule:
    ' Shares are of the ranked units, counted from the best, borders rounded half up; equal units share the better class.',
  onlyIfRule: ' A unit that misses a condition gets the next class.',
  noClasses: 'The plan has no classes.',

  rounding: 'Rounding',
  roundingRule: (decimals, mode) =>
    `Each figure is rounded once, when printed, to ${decimals} decimals, ${mode === 'half-up' ? 'halves up' : 'cutting the rest off'}; all arithmetic is exact, so printed parts may not add up to the printed total.`,
  shares: {
    'to-100': ' Percentages of one table are made to add up to 100.',
    'as-is': ' Percentages of one table are rounded one by one and may not add up to 100.',
  },
  overall: 'Overall average',
  overallUnits: 'Arithmetic mean of all ranked units, each alike.',
  overallBlocks: 'Arithmetic mean of the means of the blocks, each alike.',
  overallStated: (texts) => `Mean of the blocks with the weights ${texts}.`,

  previous: 'Compared with the earlier survey',
  previousRule: (file) =>
    `With the results in ${file}: points where both maxima are known and the same, index %, ranks of units that were not merged.`,
  previousMapped: (file, texts) =>
    `With the results in ${file}, under another scheme: only percents of the criteria (now ← then) ${texts}; no totals, no ranks.`,
  merged: ' Merged units: the former value is the mean of the former units by share × weight.',

  weights: 'Weights of respondents',
  weightsOf: (group, texts) => `${group}: ${texts}.`,
  design: 'each reply counts 1 ÷ its chance of being asked',
  nonResponse: 'valid replies stand for all that were due in their row of the quota',
  post: (question) => `fitted to the population by question ${question} (post-stratification)`,
  raking: (questions) => `fitted to the population by questions ${questions} at once (raking)`,
  trim: (times) => `no weight beyond ${times} times the mean of the group`,

  uncertainty: 'How sure it is',
  uncertaintyRule: (points, ranks, replicates, seed) =>
    `Intervals of points at ${points}%; intervals of ranks at ${ranks}% from ${replicates} bootstrap replicates (seed ${seed}). They speak of the sampling error of the survey alone.`,
  uncertaintyOfPoints: (points) =>
    `Intervals of points at ${points}%, none of ranks. They speak of the sampling error of the survey alone.`,
  hidden: 'Groups of few respondents',
  hiddenRule: (least) => `Fewer than ${least} respondents are not shown apart.`,
  hiddenNone: 'Every group is shown apart, even of one respondent.',
};

export const indexPhrases: Readonly<Record<Lang, IndexPhrases>> = { vi, en };
