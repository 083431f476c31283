/** Words of the sensitivity analysis: its pages and its picture. */
import type { Lang } from '../findings/finding.ts';
import type { Choice } from '../uncertainty/sensitivity.ts';

export interface SensitivityWords {
  readonly name: string;
  readonly title: string;
  readonly median: string;
  readonly band: (percent: string) => string;
  readonly sampling: (percent: string) => string;
  readonly sameClass: string;
  /** Over the chart of ranks. */
  readonly ranks: string;
  readonly how: (draws: string, tolerance: string, percent: string, seed: string) => string;
  readonly legend: string;
  readonly legendAlone: string;
  readonly limits: string;
  readonly classNote: string;
  readonly choicesName: string;
  readonly choicesTitle: string;
  readonly choice: string;
  readonly choices: Readonly<Record<Choice, (tolerance: string) => string>>;
  readonly shift: string;
  readonly most: string;
  readonly choicesNote: string;
  readonly published: string;
  readonly bySampling: (percent: string) => string;
  readonly byChoices: (percent: string) => string;
}

const vi: SensitivityWords = {
  name: 'Độ nhạy',
  title: 'ĐỘ NHẠY CỦA THỨ HẠNG VỚI CÁCH TÍNH',
  median: 'Hạng giữa',
  band: (percent) => `Khoảng do cách tính (${percent}%)`,
  sampling: (percent) => `Khoảng do chọn người (${percent}%)`,
  sameClass: 'Giữ nguyên xếp loại (%)',
  ranks: 'Thứ hạng',
  how: (draws, tolerance, percent, seed) =>
    `Tính lại bộ chỉ số ${draws} lần; mỗi lần các lựa chọn ở trang “Lựa chọn” cùng thay đổi: quyền số tăng hoặc giảm ngẫu nhiên đến ${tolerance}%, mỗi cách tính lấy như phương án hoặc lấy cách khác. Hạng giữa và khoảng do cách tính: một nửa và ${percent}% số lần. Hạt giống: ${seed}.`,
  legend:
    '● thứ hạng công bố. Xanh đậm: thuộc cả hai khoảng; xanh nhạt: chỉ thuộc khoảng do chọn người trả lời; xám: chỉ thuộc khoảng do cách tính.',
  legendAlone: '● thứ hạng công bố. Xám: khoảng do cách tính.',
  limits:
    'Khoảng do cách tính không phải là sai số: nó cho biết thứ hạng dựa vào các lựa chọn của bộ tiêu chí đến mức nào. Khoảng rộng thì nên công bố theo nhóm hoặc theo xếp loại hơn là theo từng bậc.',
  classNote: 'Giữ nguyên xếp loại: theo tỷ lệ hoặc thứ hạng, chưa xét điều kiện kèm theo.',
  choicesName: 'Lựa chọn',
  choicesTitle: 'LỰA CHỌN NÀO LÀM THAY ĐỔI THỨ HẠNG',
  choice: 'Lựa chọn thay đổi, các lựa chọn khác giữ như phương án',
  choices: {
    weights: (tolerance) => `Điểm tối đa (quyền số) của các tiêu chí ± ${tolerance}%`,
    groups: (tolerance) => `Quyền số của các nhóm trả lời ± ${tolerance}%`,
    'not-applicable': () =>
      'Tiêu chí không áp dụng: giữ điểm tối đa thay cho bớt đi, hoặc ngược lại',
    mean: () => 'Trung bình nhân thay cho trung bình cộng, hoặc ngược lại',
    'normalise-min-max': () => 'Chuẩn hóa theo giá trị thấp nhất – cao nhất',
    'normalise-z-score': () => 'Chuẩn hóa theo trung bình và độ lệch chuẩn',
    'normalise-rank': () => 'Chuẩn hóa theo thứ bậc',
    answers: () => 'Tỷ lệ hài lòng thay cho điểm trung bình của câu trả lời, hoặc ngược lại',
  },
  shift: 'Trung bình đổi (bậc)',
  most: 'Nhiều nhất (bậc)',
  choicesNote: 'Tính trên mọi đơn vị được xếp hạng; xếp từ lựa chọn làm thay đổi nhiều nhất.',
  published: 'Thứ hạng công bố',
  bySampling: (percent) => `Khoảng do chọn người trả lời (${percent}%)`,
  byChoices: (percent) => `Khoảng do cách tính (${percent}%)`,
};

const en: SensitivityWords = {
  name: 'Sensitivity',
  title: 'HOW RANKS DEPEND ON THE METHOD',
  median: 'Median rank',
  band: (percent) => `Band of choices (${percent}%)`,
  sampling: (percent) => `Band of sampling (${percent}%)`,
  sameClass: 'Same class (%)',
  ranks: 'Rank',
  how: (draws, tolerance, percent, seed) =>
    `The index is worked out ${draws} times; each time all the choices of the page “Choices” are made anew: weights go up or down by up to ${tolerance}%, each method is the plan's or another one. Median rank and band of choices: half and ${percent}% of the draws. Seed: ${seed}.`,
  legend:
    '● published rank. Dark blue: in both bands; light blue: only in the band of sampling; grey: only in the band of choices.',
  legendAlone: '● published rank. Grey: band of choices.',
  limits:
    'The band of choices is no error: it says how far a rank rests on choices of the scheme. Where bands are wide, publish groups or classes rather than single ranks.',
  classNote: 'Same class: by percent or place, without further conditions.',
  choicesName: 'Choices',
  choicesTitle: 'WHICH CHOICES MOVE THE RANKS',
  choice: 'What is done otherwise, all else as in the plan',
  choices: {
    weights: (tolerance) => `Maxima (weights) of criteria ± ${tolerance}%`,
    groups: (tolerance) => `Weights of groups of respondents ± ${tolerance}%`,
    'not-applicable': () =>
      'Criteria that do not apply: keep the maximum instead of shrinking it, or the other way round',
    mean: () => 'Geometric instead of arithmetic means, or the other way round',
    'normalise-min-max': () => 'Normalised by least and most',
    'normalise-z-score': () => 'Normalised by mean and standard deviation',
    'normalise-rank': () => 'Normalised by rank',
    answers: () => 'Share of the satisfied instead of the mean of answers, or the other way round',
  },
  shift: 'Mean move (ranks)',
  most: 'Largest move (ranks)',
  choicesNote: 'Over all units that are ranked; the choice that moves most comes first.',
  published: 'Published rank',
  bySampling: (percent) => `Band of sampling (${percent}%)`,
  byChoices: (percent) => `Band of choices (${percent}%)`,
};

export const sensitivityWords: Readonly<Record<Lang, SensitivityWords>> = { vi, en };
