/** What the pages on ranks, classes and averages say beside `reportWords`. */
import type { Lang } from '../findings/finding.ts';

const vi = {
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  sumNote: (parts: readonly string[]) => `Tổng điểm = ${parts.join(' ')}.`,
  computedNote: (codes: string) =>
    `Điểm thẩm định gồm cả điểm tính từ số liệu, công thức, điều kiện (tiêu chí ${codes}).`,
  besideNotes: {
    margin:
      '±: nửa khoảng tin cậy của chỉ số %, tính bằng điểm phần trăm; ô trống: không tính được, hoặc có nhóm ít người trả lời nên không nêu.',
    rank_interval:
      'Khoảng thứ hạng: thứ hạng có thể có nếu hỏi những người khác cùng loại. Xem “survey report”, trang “Khoảng thứ hạng”.',
  },
  cappedNote: (highest: string, names: string) =>
    `Tổng vượt ${highest}% thì chỉ tính ${highest}%: ${names}.`,
  noSplitNote:
    'Bộ chỉ số không cộng thẳng điểm thẩm định với điểm điều tra nên không tách hai phần trong tổng điểm.',
  noSurveyNote: (names: string) =>
    `Không tổ chức điều tra xã hội học, chỉ số tính riêng trên phần thẩm định: ${names}.`,
  tieNote: (breaker: string, names: string) => `Bằng nhau, xếp theo ${breaker}: ${names}.`,
  nameTieNote: (names: string) =>
    `Bằng nhau ở mọi tiêu chí xét, chỉ xếp theo thứ tự tên: ${names}.`,
  breakers: {
    points: 'tổng điểm',
    percent: 'chỉ số %',
    survey: 'kết quả điều tra xã hội học',
    appraised: 'kết quả thẩm định',
    criterion: (code: string) => `tiêu chí ${code}`,
  },
  missedNote: (missed: string, condition: string, names: string) =>
    `Đạt mức ${missed} nhưng không đủ điều kiện ${condition}: ${names}.`,

  topShare: 'Chiếm (%)',
  onlyIf: 'Điều kiện kèm theo',
  rankedOnly: 'Chỉ tính các đơn vị thuộc diện xếp hạng.',
  bentNote:
    'Có tỷ lệ được chỉnh một đơn vị ở chữ số cuối để các tỷ lệ trong cùng một bảng cộng đúng 100.',
  sumsNote: (sums: string) => `Mỗi tỷ lệ làm tròn riêng nên cộng lại không đúng 100: ${sums}.`,
  shareNote:
    'Chiếm (%): xếp từ trên xuống theo tỷ lệ cộng dồn, số đơn vị ở ranh giới làm tròn nửa lên; đơn vị bằng nhau ở ranh giới cùng nhận mức tốt hơn.',

  overallName: 'Trung bình chung',
  overallTitle: 'CHỈ SỐ TRUNG BÌNH CHUNG',
  rankedUnits: 'Số đơn vị',
  meanPercent: 'Trung bình (%)',
  weight: 'Trọng số',
  weightShare: 'Tỷ trọng (%)',
  overall: 'Trung bình chung',
  overallNote: {
    units: 'Mỗi đơn vị tính như nhau: trọng số của khối là số đơn vị được xếp hạng.',
    blocks: 'Mỗi khối tính như nhau.',
    stated: 'Trọng số từng khối ghi trong phương án.',
  },
  overallRule:
    'Trung bình chung = tổng của (trung bình khối × trọng số) ÷ tổng trọng số, tính trên số chưa làm tròn.',
  overallMissing: (names: string) => `Chưa có trung bình chung vì khối chưa có kết quả: ${names}.`,
  overallPartly: (names: string) =>
    `Khối còn đơn vị chưa đủ điểm, chưa tính vào trung bình: ${names}.`,

  combined: {
    sum: 'Điểm',
    mean: 'Trung bình',
    geometric: 'TB nhân',
    harmonic: 'TB điều hòa',
    all: 'Đạt cả',
    any: 'Đạt một',
  },
  withExtras: 'Tổng điểm đã cộng điểm thưởng và trừ điểm trừ.',
  weightRow: 'Trọng số',
  withWeights: 'Hàng Trọng số: trọng số của tiêu chí trong mục cha lấy trung bình.',

  valuesName: 'Giá trị gốc',
  valuesTitle: 'GIÁ TRỊ TRƯỚC KHI QUY ĐỔI RA ĐIỂM',
  valuesNote:
    'Giá trị dùng để quy đổi: số liệu, tỷ lệ hoặc kết quả công thức của đơn vị, trước khi chuẩn hóa hoặc xét bậc điểm. Ô trống: chưa có. Dấu –: không áp dụng.',
};

const en: typeof vi = {
  bonus: 'Bonus',
  penalty: 'Penalty',
  sumNote: (parts) => `Total points = ${parts.join(' ')}.`,
  computedNote: (codes) =>
    `Appraised points include those worked out from figures, formulas and conditions (${codes}).`,
  besideNotes: {
    margin:
      '±: half the interval of the index %, in percentage points; blank: not worked out, or hidden because few answered.',
    rank_interval:
      'Rank interval: ranks it could have if other people of the same kind had been asked. See the page on ranks of `survey report`.',
  },
  cappedNote: (highest, names) => `A total beyond ${highest}% counts as ${highest}%: ${names}.`,
  noSplitNote:
    'The index does not simply add appraised and survey points, so the total is not split into the two.',
  noSurveyNote: (names) =>
    `No survey was held; the index is of the appraised part alone: ${names}.`,
  tieNote: (breaker, names) => `Equal, ranked by ${breaker}: ${names}.`,
  nameTieNote: (names) => `Equal in every tie-breaker, in the order of their names only: ${names}.`,
  breakers: {
    points: 'total points',
    percent: 'the index %',
    survey: 'the survey result',
    appraised: 'the appraised result',
    criterion: (code) => `criterion ${code}`,
  },
  missedNote: (missed, condition, names) =>
    `Reached ${missed} but did not meet ${condition}: ${names}.`,

  topShare: 'Part (%)',
  onlyIf: 'Further conditions',
  rankedOnly: 'Units in the ranking only.',
  bentNote:
    'Some shares are moved by one in their last digit, so that the shares of a table add up to 100 exactly.',
  sumsNote: (sums) => `Each share is rounded by itself, so they do not add up to 100: ${sums}.`,
  shareNote:
    'Part (%): counted from the top by cumulative shares, the number of units at a border rounded half up; equal units at a border share the better class.',

  overallName: 'Overall average',
  overallTitle: 'OVERALL AVERAGE',
  rankedUnits: 'Units',
  meanPercent: 'Mean (%)',
  weight: 'Weight',
  weightShare: 'Share of weight (%)',
  overall: 'Overall average',
  overallNote: {
    units: 'Every unit counts alike: the weight of a block is the number of its ranked units.',
    blocks: 'Every block counts alike.',
    stated: 'The weights of the blocks are those of the plan.',
  },
  overallRule:
    'Overall average = sum of (mean of the block × weight) ÷ sum of weights, before rounding.',
  overallMissing: (names) =>
    `There is no overall average yet, because blocks have no result: ${names}.`,
  overallPartly: (names) =>
    `Blocks with units whose points are missing; these are not in the mean: ${names}.`,

  combined: {
    sum: 'Points',
    mean: 'Mean',
    geometric: 'Geom. mean',
    harmonic: 'Harm. mean',
    all: 'All met',
    any: 'Any met',
  },
  withExtras: 'The total includes bonus and penalty.',
  weightRow: 'Weight',
  withWeights: 'The row Weight: the weight of a criterion within a parent that takes a mean.',

  valuesName: 'Values',
  valuesTitle: 'VALUES BEFORE THEY BECAME POINTS',
  valuesNote:
    'What was made into points: figures, percentages or results of formulas of the unit, before normalising or bands. Blank: missing. –: does not apply.',
};

export type RankingWords = typeof vi;

export const rankingWords: Readonly<Record<Lang, RankingWords>> = { vi, en };
