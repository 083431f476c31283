/** Words of the trace, in both languages. */
import type { Lang } from '../findings/finding.ts';
import type { EquationRule } from '../trace/step.ts';

type RuleWords = Readonly<Record<EquationRule, string>>;

const viRules: RuleWords = {
  percent: 'Chỉ số % = tổng điểm ÷ điểm tối đa của đơn vị × 100',
  sum: 'Cộng điểm các tiêu chí bên dưới',
  kept: 'Điểm tối đa × điểm các tiêu chí áp dụng ÷ điểm tối đa của các tiêu chí đó',
  mean: 'Điểm tối đa × trung bình cộng (theo trọng số) của điểm ÷ điểm tối đa từng tiêu chí',
  geometric: 'Điểm tối đa × trung bình nhân (theo trọng số) của điểm ÷ điểm tối đa từng tiêu chí',
  harmonic:
    'Điểm tối đa × trung bình điều hòa (theo trọng số) của điểm ÷ điểm tối đa từng tiêu chí',
  'leaf-percent': 'Tỷ lệ của tiêu chí = cộng (trọng số nhóm × tỷ lệ của nhóm)',
  'leaf-points': 'Điểm = điểm tối đa × tỷ lệ ÷ 100',
  'group-mean': 'Tỷ lệ của nhóm = trung bình các câu hỏi (theo trọng số câu)',
  'question-mean': 'Tỷ lệ của câu = cộng (số phiếu × điểm quy đổi của mức) ÷ số phiếu được tính',
  'question-share': 'Tỷ lệ của câu = số phiếu chọn mức tích cực ÷ số phiếu được tính × 100',
  'question-weighted': 'Tỷ lệ của câu, số phiếu đã nhân trọng số người trả lời',
  formula: 'Công thức, đã thay số',
  'formula-part': 'Phần trong công thức, đã thay số',
  side: 'Số để xét điều kiện',
  'min-max': 'Chuẩn hóa theo giá trị thấp nhất và cao nhất',
  goalposts: 'Chuẩn hóa theo hai mốc đã định',
  'z-score': 'Điểm chuẩn (z): khoảng cách đến trung bình ÷ độ lệch chuẩn',
  rank: 'Điểm tối đa × thứ tự tính từ dưới lên ÷ số đơn vị',
  percentile: 'Theo phần trăm số đơn vị đứng dưới',
};

const enRules: RuleWords = {
  percent: 'Index % = total points ÷ maximum of the unit × 100',
  sum: 'Sum of the criteria below',
  kept: 'Maximum × points of the criteria that apply ÷ their maxima',
  mean: 'Maximum × (weighted) mean of points ÷ maximum of each criterion',
  geometric: 'Maximum × (weighted) geometric mean of points ÷ maximum of each criterion',
  harmonic: 'Maximum × (weighted) harmonic mean of points ÷ maximum of each criterion',
  'leaf-percent': 'Percent of the criterion = sum of (weight of the group × its percent)',
  'leaf-points': 'Points = maximum × percent ÷ 100',
  'group-mean': 'Percent of the group = (weighted) mean of its questions',
  'question-mean':
    'Percent of the question = sum of (answers × percent of the option) ÷ answers that count',
  'question-share': 'Percent of the question = positive answers ÷ answers that count × 100',
  'question-weighted': 'Percent of the question, answers times the weights of the respondents',
  formula: 'The formula with its figures put in',
  'formula-part': 'Part of the formula with its figures put in',
  side: 'What the condition looks at',
  'min-max': 'Set against the smallest and the largest value',
  goalposts: 'Set against the two goals',
  'z-score': 'Standard score: distance from the mean ÷ standard deviation',
  rank: 'Maximum × place from below ÷ number of units',
  percentile: 'By the share of units that stand below',
};

const vi = {
  rules: viRules,
  total: (bonus: boolean, penalty: boolean) =>
    `Tổng điểm = cộng điểm các lĩnh vực${bonus ? ', cộng điểm thưởng' : ''}${penalty ? ', trừ điểm trừ' : ''}`,
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  index: (percent: string) => `chỉ số ${percent}%`,
  points: (points: string, max: string) => `${points}/${max} điểm`,
  percent: (percent: string) => `${percent}%`,
  noPoints: (max: string) => `chưa có điểm/${max}`,
  noResult: 'chưa có kết quả',
  notShown: 'không nêu riêng',
  group: (names: string, weight: string) => `Nhóm: ${names} (trọng số ${weight})`,
  question: (id: string, text: string) => (text === '' ? `Câu ${id}` : `Câu ${id}. ${text}`),
  questionWeight: (weight: string) => `trọng số câu ${weight}`,
  counts: 'Số phiếu',
  option: (label: string, count: string, worth: string | null) =>
    `${label}: ${count}${worth === null ? ' (không tính)' : ` (× ${worth})`}`,
  weightedCount: (count: string, weighted: string) => `${count}, nhân trọng số ${weighted}`,
  rule: (place: string) => `Quy định tại ${place}`,
  sources: 'Nguồn',
  sheet: (file: string, sheet: string) => `${file}, trang ${sheet}`,
  rowsSource: (batch: string, file: string, ratings: string) =>
    `Lần nhập ${batch} (tệp ${file}): ${ratings} lượt đánh giá hợp lệ`,
  talliesSource: (batch: string, file: string) => `Lần nhập ${batch} (phiếu kiểm đếm ${file})`,
  void: (count: string) => `${count} phiếu không hợp lệ không tính`,
  serials: (text: string) => `số sê-ri ${text}`,
  rows: (text: string) => `dòng ${text} của tệp`,
  gaps: (count: string) => `${count} số ở giữa không có trong lần nhập này`,
  corrected: (text: string) => `đã đính chính: ${text}`,
  more: (count: string) => `và ${count} đoạn nữa`,
  moreSheets: (count: string) => `và ${count} phiếu nữa`,
  page: 'Giải trình điểm',
  pageTitle: 'GIẢI TRÌNH CÁCH TÍNH TỪNG CON SỐ',
  unit: 'Đơn vị',
  criterion: 'Tiêu chí',
  what: 'Nội dung',
  pointsHead: 'Điểm',
  max: 'Tối đa',
  percentHead: 'Tỷ lệ %',
  arithmetic: 'Phép tính',
  remarks: 'Căn cứ',
  place: 'Quy định tại',
  cutNote: (level: 'leaves' | 'fields') =>
    `Vì cuộc điều tra lớn, trang này chỉ ghi đến ${level === 'leaves' ? 'từng tiêu chí' : 'từng lĩnh vực'}; đến từng câu hỏi và từng phiếu: survey explain-score "tên đơn vị" "mã tiêu chí".`,
  rounding: (decimals: number, mode: 'half-up' | 'truncate') =>
    `Tính trên số chưa làm tròn; chỉ số in ra ${mode === 'half-up' ? 'làm tròn' : 'cắt bỏ phần thừa'} còn ${decimals} chữ số thập phân. “…”: còn chữ số nữa; “≈”: số in ra.`,
};

export type TraceWords = typeof vi;

const en: TraceWords = {
  rules: enRules,
  total: (bonus, penalty) =>
    `Total = sum of the fields${bonus ? ', plus bonus' : ''}${penalty ? ', minus penalty' : ''}`,
  bonus: 'Bonus points',
  penalty: 'Penalty points',
  index: (percent) => `index ${percent}%`,
  points: (points, max) => `${points}/${max} points`,
  percent: (percent) => `${percent}%`,
  noPoints: (max) => `no points yet/${max}`,
  noResult: 'no result yet',
  notShown: 'not shown apart',
  group: (names, weight) => `Group: ${names} (weight ${weight})`,
  question: (id, text) => (text === '' ? `Question ${id}` : `Question ${id}. ${text}`),
  questionWeight: (weight) => `weight of the question ${weight}`,
  counts: 'Answers',
  option: (label, count, worth) =>
    `${label}: ${count}${worth === null ? ' (not counted)' : ` (× ${worth})`}`,
  weightedCount: (count, weighted) => `${count}, weighted ${weighted}`,
  rule: (place) => `Rule at ${place}`,
  sources: 'From',
  sheet: (file, sheet) => `${file}, sheet ${sheet}`,
  rowsSource: (batch, file, ratings) => `Import ${batch} (file ${file}): ${ratings} valid ratings`,
  talliesSource: (batch, file) => `Import ${batch} (paper tally ${file})`,
  void: (count) => `${count} void, not counted`,
  serials: (text) => `serials ${text}`,
  rows: (text) => `rows ${text} of the file`,
  gaps: (count) => `${count} numbers in between are not in this import`,
  corrected: (text) => `corrected: ${text}`,
  more: (count) => `and ${count} more ranges`,
  moreSheets: (count) => `and ${count} more forms`,
  page: 'Why this number',
  pageTitle: 'HOW EACH NUMBER CAME ABOUT',
  unit: 'Unit',
  criterion: 'Criterion',
  what: 'What',
  pointsHead: 'Points',
  max: 'Maximum',
  percentHead: 'Percent',
  arithmetic: 'Arithmetic',
  remarks: 'From',
  place: 'Rule at',
  cutNote: (level) =>
    `The survey is large, so this sheet stops at ${level === 'leaves' ? 'the criteria' : 'the fields'}; for questions and forms: survey explain-score "unit" "criterion".`,
  rounding: (decimals, mode) =>
    `Worked out on unrounded numbers; printed figures are ${mode === 'half-up' ? 'rounded' : 'cut off'} at ${decimals} decimals. “…”: more digits follow; “≈”: as printed.`,
};

export const traceWords: Readonly<Record<Lang, TraceWords>> = { vi, en };
