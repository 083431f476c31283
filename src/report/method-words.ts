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
  leafRule: (weighed: boolean) =>
    `Điểm = điểm tối đa × Σ (trọng số nhóm × giá trị nhóm) ÷ 100. Giá trị của một nhóm là trung bình cộng các câu hỏi của tiêu chí, ${weighed ? 'theo trọng số của câu (bằng nhau nếu không ghi)' : 'các câu có trọng số như nhau'}.`,
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
  meanRowTopic: 'Dòng trung bình',
  meanRowRule:
    'Trung bình cộng các số chưa làm tròn của những đơn vị được xếp hạng, làm tròn một lần.',

  criteriaSection: 'Tiêu chí',
  rule: (rule: string, max: string) => `${rule}; tối đa ${max} điểm.`,
  appraisedLeaf: (max: string) => `Thẩm định; tối đa ${max} điểm.`,
  surveyLeaf: (max: string, as: string, parts: string) =>
    `Điều tra xã hội học, ${as}; tối đa ${max} điểm. ${parts}.`,
  part: (group: string, weight: string, questions: string) =>
    `${group}: ${weight}% (câu ${questions})`,
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
  previous: 'Kết quả kỳ trước',
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
  leafRule: (weighed) =>
    `Points = maximum × Σ (weight × value of a group) ÷ 100. The value of a group is the mean of the questions of the criterion, ${weighed ? 'by the weights of the questions (equal where none is written)' : 'each with the same weight'}.`,
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
  meanRowTopic: 'Mean row',
  meanRowRule: 'Arithmetic mean of the unrounded values of the ranked units, rounded once.',

  criteriaSection: 'Criteria',
  rule: (rule, max) => `${rule}; at most ${max}.`,
  appraisedLeaf: (max) => `Appraisal; at most ${max}.`,
  surveyLeaf: (max, as, parts) => `Survey, ${as}; at most ${max}. ${parts}.`,
  part: (group, weight, questions) => `${group}: ${weight}% (questions ${questions})`,
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
  previous: 'Earlier results',
  noFile: 'There is no file in points/.',
  file: (name, sha256) => `${name}. SHA-256 ${sha256}`,
};

export const methodWords: Readonly<Record<Lang, MethodWords>> = { vi, en };
