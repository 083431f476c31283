/** How points come about, in both languages; numbers and names come in as texts. */
import type { Lang } from '../findings/finding.ts';
import type { Combine, NormaliseMethod } from './criterion.ts';

interface Range {
  readonly low: string;
  readonly high: string;
  /** “đơn vị cùng khối”, “all units” */
  readonly among: string;
}

const vi = {
  appraised: 'thẩm định',
  mean: 'điều tra, điểm trung bình',
  share: 'điều tra, tỷ lệ hài lòng',
  figure: (name: string) => `số liệu “${name}”`,
  formula: (text: string) => `tính theo công thức ${text}`,
  conditions: {
    all: (texts: string) => `đủ điểm khi đúng mọi điều kiện ${texts}, nếu không thì 0`,
    any: (texts: string) => `đủ điểm khi đúng một trong các điều kiện ${texts}, nếu không thì 0`,
  },
  step: (step: string) => `mức chấm ${step}`,
  questionWeights: (texts: string) => `trọng số câu hỏi: ${texts}`,
  table: (questions: string, options: string) =>
    `tỷ lệ điểm theo phương án trả lời (câu ${questions}): ${options}`,
  minRatings: (least: number) =>
    `mỗi nhóm cần ít nhất ${least} trả lời hợp lệ ở mỗi câu, ít hơn thì để trống`,
  bands: (bands: string) => `đổi ra điểm: ${bands}`,
  band: (from: string, points: string) => `từ ${from} được ${points} điểm`,
  combine: {
    sum: 'tổng các tiêu chí thành phần',
    mean: 'trung bình cộng tỷ lệ đạt của các tiêu chí thành phần × điểm tối đa',
    geometric: 'trung bình nhân tỷ lệ đạt của các tiêu chí thành phần × điểm tối đa',
    harmonic: 'trung bình điều hòa tỷ lệ đạt của các tiêu chí thành phần × điểm tối đa',
    all: 'đủ điểm khi mọi tiêu chí thành phần đạt tối đa, nếu không thì 0',
    any: 'đủ điểm khi một tiêu chí thành phần đạt tối đa, nếu không thì 0',
  } satisfies Record<Combine, string>,
  weights: (texts: string) => `trọng số: ${texts}`,
  among: { block: 'đơn vị cùng khối', all: 'tất cả đơn vị' },
  normalise: {
    'min-max': ({ low, high, among }: Range) =>
      `chuẩn hóa min–max trong ${among}: kém nhất nhận ${low}, tốt nhất nhận ${high}, điểm = số nhận được ÷ ${high} × điểm tối đa`,
    goalposts: ({ low, high }: Range) =>
      `chuẩn hóa theo hai mốc cố định: mốc kém nhận ${low}, mốc tốt nhận ${high}, ngoài mốc không thấp hơn, không cao hơn; điểm = số nhận được ÷ ${high} × điểm tối đa`,
    'z-score': ({ low, high, among }: Range) =>
      `điểm chuẩn hóa trong ${among}: ${low} + ${high} × (giá trị − trung bình) ÷ độ lệch chuẩn`,
    rank: ({ among }: Range) =>
      `điểm theo thứ bậc trong ${among}: điểm tối đa × thứ tự từ dưới lên ÷ số đơn vị`,
    percentile: ({ low, high, among }: Range) =>
      `bách phân vị trong ${among} (tỷ lệ đơn vị không tốt hơn), quy về từ ${low} đến ${high}; điểm = số nhận được ÷ ${high} × điểm tối đa`,
  } satisfies Record<NormaliseMethod, (range: Range) => string>,
  goals: (worst: string, best: string) => `mốc kém ${worst}, mốc tốt ${best}`,
  reversed: 'càng nhỏ càng tốt',
  outside: 'đơn vị không xếp hạng không tham gia làm mốc',
};

export type CriterionPhrases = typeof vi;

const en: CriterionPhrases = {
  appraised: 'appraised',
  mean: 'survey, mean',
  share: 'survey, share',
  figure: (name) => `the figure “${name}”`,
  formula: (text) => `by the formula ${text}`,
  conditions: {
    all: (texts) => `the maximum when all of these hold, else 0: ${texts}`,
    any: (texts) => `the maximum when one of these holds, else 0: ${texts}`,
  },
  step: (step) => `in steps of ${step}`,
  questionWeights: (texts) => `weights of questions: ${texts}`,
  table: (questions, options) => `percent of the maximum by answer (${questions}): ${options}`,
  minRatings: (least) =>
    `every group needs ${least} valid answers to each question, with fewer it stays blank`,
  bands: (bands) => `turned into points: ${bands}`,
  band: (from, points) => `from ${from} on ${points}`,
  combine: {
    sum: 'sum of its sub-criteria',
    mean: 'arithmetic mean of the percents of its sub-criteria × maximum',
    geometric: 'geometric mean of the percents of its sub-criteria × maximum',
    harmonic: 'harmonic mean of the percents of its sub-criteria × maximum',
    all: 'the maximum when all its sub-criteria have theirs, else 0',
    any: 'the maximum when one of its sub-criteria has its own, else 0',
  },
  weights: (texts) => `weights: ${texts}`,
  among: { block: 'the units of the block', all: 'all units' },
  normalise: {
    'min-max': ({ low, high, among }) =>
      `min–max among ${among}: the worst gets ${low}, the best ${high}; points = number ÷ ${high} × maximum`,
    goalposts: ({ low, high }) =>
      `between two fixed goalposts: the worse gets ${low}, the better ${high}, nothing beyond them gets less or more; points = number ÷ ${high} × maximum`,
    'z-score': ({ low, high, among }) =>
      `standard score among ${among}: ${low} + ${high} × (value − mean) ÷ standard deviation`,
    rank: ({ among }) => `by place among ${among}: maximum × place from below ÷ number of units`,
    percentile: ({ low, high, among }) =>
      `percentile among ${among} (share of units that are not better), from ${low} to ${high}; points = number ÷ ${high} × maximum`,
  },
  goals: (worst, best) => `goalposts ${worst} (worse) and ${best} (better)`,
  reversed: 'the smaller the better',
  outside: 'units that are not ranked do not set the marks',
};

export const criterionPhrases: Readonly<Record<Lang, CriterionPhrases>> = { vi, en };
