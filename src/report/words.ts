/** Headings and phrases of the report, in both languages. */
import type { Lang } from '../findings/finding.ts';
import { simulatedMark } from '../page/official.ts';

const vi = {
  simulated: simulatedMark.vi,
  scheme: (scheme: string) => `(Theo ${scheme})`,

  rankingName: 'Xếp hạng',
  rankingOf: (block: string) => `Xếp hạng ${block}`,
  rankingTitle: 'KẾT QUẢ XẾP HẠNG',
  rank: 'Hạng',
  unit: 'Đơn vị',
  block: 'Khối',
  appraised: 'Điểm thẩm định',
  survey: 'Điểm ĐTXHH',
  total: 'Tổng điểm',
  max: 'Điểm tối đa',
  percent: 'Chỉ số %',
  class: 'Xếp loại',
  mean: 'Trung bình',
  out: (heading: string, max: string) => `${heading} (${max})`,
  meanNote: (units: number) =>
    `Trung bình: trung bình cộng của ${units} đơn vị được xếp hạng, tính trên số chưa làm tròn.`,
  missingNote: (names: string) =>
    `Chưa đủ điểm nên chưa có tổng điểm và chưa xếp hạng (ô trống là thiếu, không phải 0): ${names}.`,
  unrankedNote: (names: string) => `Có chấm điểm, không xếp hạng (–): ${names}.`,
  ownMaxNote:
    'Điểm tối đa của mỗi đơn vị không gồm tiêu chí không áp dụng cho đơn vị đó; chỉ số % = tổng điểm ÷ điểm tối đa của chính đơn vị × 100.',
  abbreviation: 'ĐTXHH: điều tra xã hội học.',

  classesName: 'Xếp loại',
  classesTitle: 'TỔNG HỢP XẾP LOẠI',
  from: 'Từ (%)',
  count: 'Số lượng',
  share: 'Tỷ lệ (%)',
  allBlocks: 'Tất cả các khối',
  sum: 'Cộng',
  noClass: 'Chưa xếp loại',

  criteriaName: 'Điểm tiêu chí',
  criteriaOf: (codes: string) => `Điểm tiêu chí ${codes}`,
  criteriaTitle: 'ĐIỂM THEO TIÊU CHÍ',
  criteriaNote:
    'Ô trống: chưa có điểm. Dấu –: tiêu chí không áp dụng cho đơn vị, không tính vào điểm tối đa. Tên tiêu chí: xem trang Phương pháp.',

  selfName: 'Tự đánh giá – thẩm định',
  selfTitle: 'ĐIỂM TỰ ĐÁNH GIÁ VÀ ĐIỂM THẨM ĐỊNH',
  selfLeavesName: 'Tự đánh giá từng tiêu chí',
  selfLeavesTitle: 'ĐIỂM TỰ ĐÁNH GIÁ VÀ ĐIỂM THẨM ĐỊNH TỪNG TIÊU CHÍ',
  self: 'Tự đánh giá',
  appraisal: 'Thẩm định',
  firstAppraisal: 'Thẩm định lần 1',
  secondAppraisal: 'Thẩm định lần 2',
  explanation: 'Giải trình',
  evidence: 'Tài liệu kiểm chứng',
  difference: 'Chênh lệch',
  criterion: 'Tiêu chí',
  criterionName: 'Tên tiêu chí',
  selfNote:
    'Chênh lệch = thẩm định − tự đánh giá; số âm là điểm bị giảm khi thẩm định. Chỉ gồm các tiêu chí do người chấm thẩm định, không gồm điểm tính từ số liệu, công thức, điều kiện. Ô trống: chưa có điểm.',
  selfLeavesNote:
    'Chỉ ghi tiêu chí có hai điểm khác nhau, mới có một trong hai điểm, hoặc có giải trình, thẩm định lần 2.',
  secondNote: 'Có thẩm định lần 2 thì lấy điểm lần 2; điểm lần 1 chỉ để đối chiếu.',
  selfSumNote:
    'Tổng tự đánh giá chỉ ghi khi đơn vị đã tự chấm đủ các tiêu chí; điểm tự đánh giá không tính vào kết quả.',

  detailName: 'Chi tiết điều tra',
  detailOf: (scale: string) => `Chi tiết ${scale}`,
  detailTitle: 'KẾT QUẢ ĐIỀU TRA THEO CÂU HỎI',
  group: 'Nhóm trả lời',
  question: 'Câu',
  text: 'Nội dung câu hỏi',
  ratings: 'Phiếu hợp lệ',
  answers: 'Số phiếu chọn',
  blank: 'Bỏ trống',
  meanPoints: 'Điểm quy đổi TB (%)',
  positive: 'Ý kiến tích cực (%)',
  detailNote:
    'Hai cột tỷ lệ chỉ tính các mức trả lời có điểm; phiếu bỏ trống và mức không có điểm không tính.',
  fewNote: (fewest: number) =>
    `Câu có dưới ${fewest} phiếu trả lời không nêu riêng từng mức, để không lộ ý kiến cá nhân.`,
  besideFewNote: (fewest: number) =>
    `Có dòng đủ ${fewest} phiếu trả lời mà vẫn để trống: phiếu vẫn được tính đủ, nhưng nếu nêu ra thì lấy số chung trừ đi sẽ lộ dòng có dưới ${fewest} phiếu của đơn vị đó.`,

  formsName: 'Số phiếu',
  formsTitle: 'PHIẾU PHÂN BỔ, PHÁT RA, THU VỀ, HỢP LỆ',
  target: 'Nhóm, đơn vị',
  quota: 'Phân bổ',
  issued: 'Phát ra',
  returned: 'Thu về',
  valid: 'Hợp lệ',
  void: 'Không hợp lệ',
  validShare: 'Đạt phân bổ (%)',
  grandTotal: 'Tổng cộng',
  elsewhere: 'Không rõ nơi nhận phiếu',
  partial: (names: string) => `Mới kiểm đếm một phần (theo đợt), chưa đủ phiếu: ${names}.`,
  formsNote:
    'Ô trống ở cột Phát ra, Phân bổ: chưa có số liệu. Tổng chỉ ghi khi mọi dòng đều có số liệu. Đạt phân bổ: phiếu hợp lệ vượt số phân bổ của một dòng không tính, không bù cho dòng còn thiếu (như bảng tiến độ).',
  borrowed: (group: string, from: string) => `${group}: lấy kết quả từ ${from}, không phát phiếu.`,

  methodName: 'Phương pháp',
  methodTitle: 'PHƯƠNG PHÁP TÍNH VÀ DẤU VẾT SỐ LIỆU',
  topic: 'Mục',
  content: 'Nội dung',
};

const en: typeof vi = {
  simulated: simulatedMark.en,
  scheme: (scheme) => `(${scheme})`,

  rankingName: 'Ranking',
  rankingOf: (block) => `Ranking ${block}`,
  rankingTitle: 'RANKING',
  rank: 'Rank',
  unit: 'Unit',
  block: 'Block',
  appraised: 'Appraised points',
  survey: 'Survey points',
  total: 'Total points',
  max: 'Maximum',
  percent: 'Index %',
  class: 'Class',
  mean: 'Mean',
  out: (heading, max) => `${heading} (${max})`,
  meanNote: (units) => `Mean: arithmetic mean of the ${units} ranked units, before rounding.`,
  missingNote: (names) =>
    `Points are missing (blank, not 0), so there is no total and no rank yet: ${names}.`,
  unrankedNote: (names) => `Scored but not ranked (–): ${names}.`,
  ownMaxNote:
    "The maximum of a unit leaves out criteria that do not apply to it; index % = total points ÷ the unit's own maximum × 100.",
  abbreviation: '',

  classesName: 'Classes',
  classesTitle: 'CLASSES',
  from: 'From (%)',
  count: 'Units',
  share: 'Share (%)',
  allBlocks: 'All blocks',
  sum: 'Sum',
  noClass: 'No class yet',

  criteriaName: 'Criteria',
  criteriaOf: (codes) => `Criteria ${codes}`,
  criteriaTitle: 'POINTS BY CRITERION',
  criteriaNote:
    'Blank: points are missing. –: the criterion does not apply to the unit and is not in its maximum. For the names of criteria see the sheet Method.',

  selfName: 'Self-assessed – appraised',
  selfTitle: 'SELF-ASSESSED AND APPRAISED POINTS',
  selfLeavesName: 'Self-assessed by criterion',
  selfLeavesTitle: 'SELF-ASSESSED AND APPRAISED POINTS BY CRITERION',
  self: 'Self-assessed',
  appraisal: 'Appraised',
  firstAppraisal: 'First appraisal',
  secondAppraisal: 'Second appraisal',
  explanation: 'Explanation',
  evidence: 'Evidence',
  difference: 'Difference',
  criterion: 'Criterion',
  criterionName: 'Name of the criterion',
  selfNote:
    'Difference = appraised − self-assessed; below zero the appraisal took points away. Only criteria that people appraise, none worked out from figures, formulas or conditions. Blank: points are missing.',
  selfLeavesNote:
    'Only criteria whose two figures differ, of which one is missing, or with an explanation or a second appraisal.',
  secondNote:
    'Where there is a second appraisal it counts; the first stands beside it for comparison.',
  selfSumNote:
    'The sum of self-assessed points is given only when the unit assessed every criterion; these points are not part of any result.',

  detailName: 'Survey detail',
  detailOf: (scale) => `Detail ${scale}`,
  detailTitle: 'SURVEY RESULTS BY QUESTION',
  group: 'Respondents',
  question: 'No.',
  text: 'Question',
  ratings: 'Valid ratings',
  answers: 'Answers',
  blank: 'Blank',
  meanPoints: 'Mean of points (%)',
  positive: 'Positive (%)',
  detailNote:
    'Both percentages are over the answers that carry points; blanks and answers without points are left out.',
  fewNote: (fewest) =>
    `Rows with fewer than ${fewest} answers do not show single ones, to protect the respondents.`,
  besideFewNote: (fewest) =>
    `Some rows of ${fewest} or more answers are blank too: all of them are counted, but shown beside the total of the unit they would give away the row of fewer than ${fewest}.`,

  formsName: 'Forms',
  formsTitle: 'FORMS: QUOTA, ISSUED, RETURNED, VALID',
  target: 'Group, unit',
  quota: 'Quota',
  issued: 'Issued',
  returned: 'Returned',
  valid: 'Valid',
  void: 'Void',
  validShare: 'Quota reached (%)',
  grandTotal: 'Grand total',
  elsewhere: 'Not known where handed out',
  partial: (names: string) => `Counted in part (in rounds), not complete: ${names}.`,
  formsNote:
    'Blank under Issued or Quota: not known. A total is given only when every row is known. Quota reached: valid forms beyond the quota of their own row are not counted and make up for nothing elsewhere (as in the table of progress).',
  borrowed: (group: string, from: string) =>
    `${group}: results taken from ${from}; no forms were issued.`,

  methodName: 'Method',
  methodTitle: 'METHOD AND PROVENANCE',
  topic: 'Topic',
  content: 'Content',
};

export type ReportWords = typeof vi;

export const reportWords: Readonly<Record<Lang, ReportWords>> = { vi, en };

/** What stands where a criterion does not apply, or a unit is not ranked. */
export const notApplicable = '–';

/** Decimal text with the reader's decimal mark, for headings and sentences. */
export function decimalIn(lang: Lang, text: string): string {
  return lang === 'vi' ? text.replace('.', ',') : text;
}
