/** Headings and phrases of the comparison with the earlier survey, in both languages. */
import type { Lang } from '../findings/finding.ts';

const vi = {
  name: 'So với kỳ trước',
  nameOf: (block: string) => `So kỳ trước ${block}`,
  title: 'SO VỚI KỲ TRƯỚC',
  unit: 'Đơn vị',
  block: 'Khối',
  ranks: 'Hạng (trước → nay)',
  places: 'Bậc',
  points: 'Điểm',
  percent: 'Chỉ số %',
  criterionPercent: 'Tỷ lệ đạt %',
  before: 'Kỳ trước',
  now: 'Kỳ này',
  change: 'Tăng, giảm',
  note: 'Ghi chú',
  mean: (units: number) => `Trung bình (${units} đơn vị so được)`,
  how: {
    same: '',
    part: 'Một phần đơn vị cũ',
    merged: 'Sáp nhập',
    new: 'Mới',
    unclear: 'Chưa rõ đơn vị cũ',
  },
  missing: (names: string) => `Kỳ trước thiếu: ${names}`,
  renamed: (name: string) => `Tên cũ: ${name}`,
  maxChanged: 'Điểm tối đa khác: chỉ so tỷ lệ',
  maxUnknown: 'Không rõ điểm tối đa kỳ trước: không so điểm',
  otherList: 'Danh sách xếp hạng khác: không so hạng',

  up: 'tăng',
  down: 'giảm',
  inPoints: (value: string) => `${value} điểm`,
  inPercent: (value: string) => `${value} điểm phần trăm`,
  inPlaces: (value: string) => `${value} bậc`,
  unchanged: 'không đổi',
  and: ' và ',
  rankFrom: (before: string, now: string) => `hạng ${before} → ${now}`,
  most: 'Tăng nhiều nhất',
  least: 'Giảm nhiều nhất',
  counts: (up: number, down: number, level: number) =>
    `So với kỳ trước: ${up} đơn vị tăng, ${down} đơn vị giảm, ${level} đơn vị không đổi`,
  others: (fresh: number, without: number) =>
    `${fresh === 0 ? '' : `, ${fresh} đơn vị mới`}${without === 0 ? '' : `, ${without} đơn vị không so được`}`,
  source: (file: string, scheme: string | null) =>
    `Kỳ trước: ${file}${scheme === null ? '' : ` (${scheme})`}.`,
  exactNote: 'Tăng, giảm tính trên số chưa làm tròn, làm tròn một lần.',
  pointsNote:
    'Điểm chỉ so khi biết điểm tối đa của cả hai kỳ và hai số bằng nhau; ô trống là không so được, không phải 0.',
  rankNote:
    'Hạng ghi kèm số đơn vị cùng xếp hạng. Chỉ tính tăng, giảm bậc cho đơn vị không sáp nhập, không chia tách, và khi hơn nửa số đơn vị của mỗi danh sách có ở danh sách kia.',
  mergedNote:
    'Đơn vị sáp nhập: giá trị kỳ trước = Σ (phần nhập vào × trọng số × giá trị đơn vị cũ) ÷ Σ (phần nhập vào × trọng số), xem trang Đơn vị cũ – mới.',
  mappedNote:
    'Hai kỳ theo hai bộ tiêu chí khác nhau: chỉ so tỷ lệ đạt của các tiêu chí được phương án đối chiếu; không so tổng điểm và thứ hạng.',

  criteriaName: 'Tiêu chí so kỳ trước',
  criteriaTitle: 'TỪNG TIÊU CHÍ SO VỚI KỲ TRƯỚC',
  mapped: (code: string) => ` (kỳ trước: ${code})`,

  unitsName: 'Đơn vị cũ – mới',
  unitsTitle: 'ĐƠN VỊ CŨ VÀ ĐƠN VỊ MỚI',
  former: 'Đơn vị kỳ trước',
  share: 'Phần nhập vào (%)',
  weight: 'Trọng số',
  part: 'Tỷ trọng (%)',
  formerPercent: 'Chỉ số kỳ trước (%)',
  formerRank: 'Hạng kỳ trước',
  notThere: 'Không có kết quả kỳ trước',
  unitsNote: 'Tỷ trọng = phần nhập vào × trọng số ÷ tổng của đơn vị mới.',

  methodTopic: 'So với kỳ trước',
};

export type ChangesWords = typeof vi;

const en: ChangesWords = {
  name: 'Year on year',
  nameOf: (block) => `Year on year ${block}`,
  title: 'COMPARED WITH THE EARLIER SURVEY',
  unit: 'Unit',
  block: 'Block',
  ranks: 'Rank (before → now)',
  places: 'Places',
  points: 'Points',
  percent: 'Index %',
  criterionPercent: 'Percent of maximum',
  before: 'Before',
  now: 'Now',
  change: 'Change',
  note: 'Note',
  mean: (units) => `Mean (${units} units compared)`,
  how: {
    same: '',
    part: 'Part of a former unit',
    merged: 'Merged',
    new: 'New',
    unclear: 'Former unit not clear',
  },
  missing: (names) => `Not in the earlier results: ${names}`,
  renamed: (name) => `Formerly ${name}`,
  maxChanged: 'Other maximum: percent only',
  maxUnknown: 'Earlier maximum not known: points not compared',
  otherList: 'Ranked in another list: ranks not compared',

  up: 'up',
  down: 'down',
  inPoints: (value) => `${value} points`,
  inPercent: (value) => `${value} percentage points`,
  inPlaces: (value) => `${value} ${value === '1' ? 'place' : 'places'}`,
  unchanged: 'unchanged',
  and: ' and ',
  rankFrom: (before, now) => `rank ${before} → ${now}`,
  most: 'Gained most',
  least: 'Lost most',
  counts: (up, down, level) =>
    `Units compared with the earlier survey: ${up} up, ${down} down, ${level} unchanged`,
  others: (fresh, without) =>
    `${fresh === 0 ? '' : `, ${fresh} new`}${without === 0 ? '' : `, ${without} not compared`}`,
  source: (file, scheme) => `Earlier results: ${file}${scheme === null ? '' : ` (${scheme})`}.`,
  exactNote: 'Changes are taken from unrounded values and rounded once.',
  pointsNote:
    'Points are compared only where both maxima are known and the same; blank is not comparable, not 0.',
  rankNote:
    'Ranks stand with the number of units ranked together. Places won or lost are given only for units that were neither merged nor divided, and where more than half of each list is in the other.',
  mergedNote:
    'Merged units: former value = Σ (share × weight × value of the former unit) ÷ Σ (share × weight); see the sheet Former units.',
  mappedNote:
    'The two surveys follow different schemes: only percents of the criteria that the plan maps are compared, no totals and no ranks.',

  criteriaName: 'Criteria year on year',
  criteriaTitle: 'CRITERIA COMPARED WITH THE EARLIER SURVEY',
  mapped: (code) => ` (before: ${code})`,

  unitsName: 'Former units',
  unitsTitle: 'FORMER AND PRESENT UNITS',
  former: 'Former unit',
  share: 'Share taken over (%)',
  weight: 'Weight',
  part: 'Part (%)',
  formerPercent: 'Former index (%)',
  formerRank: 'Former rank',
  notThere: 'Not in the earlier results',
  unitsNote: 'Part = share × weight ÷ their sum over the present unit.',

  methodTopic: 'Compared with the earlier survey',
};

export const changesWords: Readonly<Record<Lang, ChangesWords>> = { vi, en };
