/** Sentences of the method sheet, in both languages. */
import type { Lang } from '../findings/finding.ts';
import type { BatchRecord } from '../returns/batch.ts';

const vi = {
  planSection: 'Phương án',
  title: 'Tên cuộc điều tra',
  survey: 'Mã cuộc điều tra',
  scheme: 'Bộ tiêu chí',
  issuer: 'Cơ quan ban hành',
  fingerprint: 'Dấu vết phương án (SHA-256)',
  tool: 'Phần mềm',
  madeAt: 'Lập lúc',

  rulesSection: 'Cách tính',
  leafTopic: 'Điểm tiêu chí điều tra',
  leafRule:
    'Điểm = điểm tối đa × Σ (trọng số nhóm × giá trị nhóm) ÷ 100. Giá trị của một nhóm là trung bình cộng các câu hỏi của tiêu chí, các câu có trọng số như nhau.',
  mean: 'trung bình điểm quy đổi',
  meanTopic: 'Trung bình điểm quy đổi',
  meanRule:
    'Σ (số phiếu chọn × điểm quy đổi của mức) ÷ Σ số phiếu chọn, chỉ trên các mức có điểm; phiếu bỏ trống và mức không có điểm không tính.',
  share: 'tỷ lệ ý kiến tích cực',
  shareTopic: 'Tỷ lệ ý kiến tích cực',
  shareRule:
    'Σ số phiếu chọn mức tích cực ÷ Σ số phiếu chọn các mức có điểm × 100; phiếu bỏ trống và mức không có điểm không tính.',
  scaleTopic: (id: string) => `Thang trả lời ${id}`,
  option: (label: string, points: string | null, positive: boolean) =>
    `${label} = ${points ?? 'không có điểm'}${positive ? ' (tích cực)' : ''}`,
  missingTopic: 'Thiếu điểm',
  missingRule:
    'Chưa có điểm thẩm định, hoặc một nhóm không có ý kiến hợp lệ nào ở một câu: tiêu chí để trống, đơn vị chưa có tổng điểm; không tính là 0, không lấy điểm tự đánh giá thay, không dồn trọng số.',
  notForTopic: 'Tiêu chí không áp dụng',
  notForRule: 'Không tính vào điểm tối đa của đơn vị.',
  percentTopic: 'Chỉ số %',
  percentRule: 'Tổng điểm ÷ điểm tối đa của chính đơn vị × 100.',
  rankTopic: 'Xếp hạng',
  rankRule: (within: 'block' | 'all', on: 'percent' | 'points') =>
    `${within === 'block' ? 'Trong từng khối' : 'Chung tất cả đơn vị'}, theo ${on === 'percent' ? 'chỉ số %' : 'tổng điểm'} chưa làm tròn, từ cao xuống thấp; bằng nhau thì đồng hạng và bỏ qua các hạng kế tiếp (1, 2, 2, 4).`,
  classTopic: 'Xếp loại',
  classTopicOf: (block: string) => `Xếp loại khối ${block}`,
  classBand: (name: string, from: string) => `${name}: từ ${from} %`,
  classRule: ' Theo chỉ số % chưa làm tròn.',
  noClasses: 'Phương án không quy định xếp loại.',
  roundingTopic: 'Làm tròn',
  rounding: (decimals: number, mode: 'half-up' | 'truncate') =>
    `Mỗi số làm tròn một lần khi in, ${decimals} chữ số thập phân, ${mode === 'half-up' ? 'từ nửa trở lên làm tròn lên' : 'cắt bỏ phần lẻ'}; tính toán bằng phân số chính xác nên tổng các số đã làm tròn có thể lệch với tổng in ra.`,
  meanRowTopic: 'Dòng trung bình',
  meanRowRule:
    'Trung bình cộng các số chưa làm tròn của những đơn vị được xếp hạng, làm tròn một lần.',

  criteriaSection: 'Tiêu chí',
  parent: (max: string) => `Tổng các tiêu chí thành phần; tối đa ${max} điểm.`,
  appraisedLeaf: (max: string) => `Thẩm định; tối đa ${max} điểm.`,
  surveyLeaf: (max: string, as: string, parts: string) =>
    `Điều tra xã hội học, ${as}; tối đa ${max} điểm. ${parts}.`,
  part: (group: string, weight: string, questions: string) =>
    `${group}: ${weight} % (câu ${questions})`,
  notFor: (units: string) => ` Không áp dụng: ${units}.`,

  sourcesSection: 'Nguồn số liệu',
  simulated: 'MÔ PHỎNG',
  seeds: (seeds: string) =>
    `Số liệu sinh ra để diễn tập, hạt giống: ${seeds}. Không phải kết quả thật.`,
  batches: 'Các lần nhập phiếu',
  batchCount: (count: number) => `${count} lần nhập`,
  batch: (name: string, sheet: string | null, counts: BatchRecord['counts'], sha256: string) =>
    `Tệp ${name}${sheet === null ? '' : `, trang tính ${sheet}`}: nhận ${counts.accepted}, loại ${counts.rejected} trên ${counts.read} dòng. SHA-256 ${sha256}`,
  corrections: 'Đính chính',
  correctionCount: (count: number, confirmed: number, batches: number) =>
    `${count} đính chính${confirmed === 0 ? '' : ` và ${confirmed} giá trị được xác nhận là đúng`} trong ${batches} lần nhập; xem trang Đính chính.`,
  points: 'Tệp điểm thẩm định',
  noFile: 'Không có tệp nào trong thư mục points/.',
  file: (name: string, sha256: string) => `${name}. SHA-256 ${sha256}`,
};

export type MethodWords = typeof vi;

const en: MethodWords = {
  planSection: 'Plan',
  title: 'Survey',
  survey: 'Survey code',
  scheme: 'Criteria set',
  issuer: 'Issued by',
  fingerprint: 'Plan fingerprint (SHA-256)',
  tool: 'Software',
  madeAt: 'Made at',

  rulesSection: 'How it is computed',
  leafTopic: 'Points of a survey criterion',
  leafRule:
    'Points = maximum × Σ (weight × value of a group) ÷ 100. The value of a group is the mean of the questions of the criterion, each with the same weight.',
  mean: 'mean of points',
  meanTopic: 'Mean of points',
  meanRule:
    'Σ (answers × points of the option) ÷ Σ answers, over the options that carry points; blanks and options without points are left out.',
  share: 'share of positive answers',
  shareTopic: 'Share of positive answers',
  shareRule:
    'Σ answers on positive options ÷ Σ answers on options that carry points × 100; blanks and options without points are left out.',
  scaleTopic: (id) => `Scale ${id}`,
  option: (label, points, positive) =>
    `${label} = ${points ?? 'no points'}${positive ? ' (positive)' : ''}`,
  missingTopic: 'Missing points',
  missingRule:
    'No appraisal yet, or a group without any valid answer to a question: the criterion stays blank and the unit has no total; it is not 0, the self-assessment does not stand in, no weight is moved.',
  notForTopic: 'Criteria that do not apply',
  notForRule: "They are not in the unit's maximum.",
  percentTopic: 'Index %',
  percentRule: "Total points ÷ the unit's own maximum × 100.",
  rankTopic: 'Ranking',
  rankRule: (within, on) =>
    `${within === 'block' ? 'Within each block' : 'Over all units'}, by ${on === 'percent' ? 'index %' : 'total points'} before rounding, highest first; equal values share a rank and the next ones are skipped (1, 2, 2, 4).`,
  classTopic: 'Classes',
  classTopicOf: (block) => `Classes of ${block}`,
  classBand: (name, from) => `${name}: from ${from} %`,
  classRule: ' By index % before rounding.',
  noClasses: 'The plan has no classes.',
  roundingTopic: 'Rounding',
  rounding: (decimals, mode) =>
    `Each figure is rounded once, when printed, to ${decimals} decimals, ${mode === 'half-up' ? 'halves up' : 'cutting the rest off'}; all arithmetic is exact, so printed parts may not add up to the printed total.`,
  meanRowTopic: 'Mean row',
  meanRowRule: 'Arithmetic mean of the unrounded values of the ranked units, rounded once.',

  criteriaSection: 'Criteria',
  parent: (max) => `Sum of its sub-criteria; at most ${max}.`,
  appraisedLeaf: (max) => `Appraisal; at most ${max}.`,
  surveyLeaf: (max, as, parts) => `Survey, ${as}; at most ${max}. ${parts}.`,
  part: (group, weight, questions) => `${group}: ${weight} % (questions ${questions})`,
  notFor: (units) => ` Does not apply to: ${units}.`,

  sourcesSection: 'Sources',
  simulated: 'SIMULATED',
  seeds: (seeds) => `Made up for a rehearsal, seed: ${seeds}. Not real results.`,
  batches: 'Imports',
  batchCount: (count) => `${count} imports`,
  batch: (name, sheet, counts, sha256) =>
    `File ${name}${sheet === null ? '' : `, sheet ${sheet}`}: ${counts.accepted} accepted, ${counts.rejected} rejected of ${counts.read} rows. SHA-256 ${sha256}`,
  corrections: 'Corrections',
  correctionCount: (count, confirmed, batches) =>
    `${count} corrections${confirmed === 0 ? '' : ` and ${confirmed} values confirmed`} in ${batches} imports; see the page Corrections.`,
  points: 'Appraised points',
  noFile: 'There is no file in points/.',
  file: (name, sha256) => `${name}. SHA-256 ${sha256}`,
};

export const methodWords: Readonly<Record<Lang, MethodWords>> = { vi, en };
