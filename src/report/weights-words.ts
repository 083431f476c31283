/** Words of the page on weights of respondents. */
import type { Lang } from '../findings/finding.ts';

export interface WeightsWords {
  readonly name: string;
  readonly title: string;
  readonly category: string;
  readonly respondents: string;
  readonly before: string;
  readonly population: string;
  readonly after: string;
  readonly smallest: string;
  readonly largest: string;
  readonly effective: string;
  readonly designEffect: string;
  readonly unanswered: string;
  readonly methods: {
    readonly design: string;
    readonly nonResponse: string;
    readonly oneMargin: string;
    readonly margins: string;
    readonly trim: (limit: string, respondents: number) => string;
  };
  /** Under the table, of every group: name, then its methods. */
  readonly how: (group: string, methods: readonly string[]) => string;
  readonly notes: readonly string[];
  /** Under the table, where categories have few respondents. */
  readonly fewNote: (fewest: number) => string;
  /** Under the page of answers. */
  readonly detailNote: string;
}

const vi: WeightsWords = {
  name: 'Trọng số',
  title: 'TRỌNG SỐ NGƯỜI TRẢ LỜI',
  category: 'Câu hỏi, phương án',
  respondents: 'Số người trả lời',
  before: '% thu về',
  population: '% tổng thể',
  after: '% sau hiệu chỉnh',
  smallest: 'Trọng số nhỏ nhất',
  largest: 'Trọng số lớn nhất',
  effective: 'Cỡ mẫu hiệu quả',
  designEffect: 'Hệ số thiết kế',
  unanswered: '(không trả lời)',
  methods: {
    design: '1 ÷ xác suất địa bàn được chọn × số người ÷ số phiếu của dòng phân bổ',
    nonResponse: 'số phiếu phát ra ÷ số phiếu hợp lệ của dòng phân bổ',
    oneMargin: 'hậu phân tầng theo tổng thể',
    margins: 'hiệu chỉnh lặp theo nhiều tổng thể (raking)',
    trim: (limit, respondents) =>
      `không trọng số nào quá ${limit} lần trung bình (${respondents} người ở mức giới hạn)`,
  },
  how: (group, methods) => `${group}: ${methods.join('; ')}.`,
  notes: [
    'Trọng số trung bình trong mỗi nhóm bằng 1 và được tính chính xác như phân số; chỉ hiệu chỉnh lặp (raking) là tính gần đúng, sai số dưới 10⁻²⁰.',
    'Cỡ mẫu hiệu quả = (tổng trọng số)² ÷ tổng bình phương trọng số (Kish 1965); hệ số thiết kế = số người trả lời ÷ cỡ mẫu hiệu quả.',
    'Phiếu không trả lời một câu hiệu chỉnh thì câu đó không làm đổi trọng số của phiếu; tỷ lệ % tính trên phiếu có trả lời.',
  ],
  fewNote: (fewest) =>
    `Phương án có dưới ${fewest} người trả lời thì không nêu số người, tỷ lệ thu về và trọng số nhỏ nhất, lớn nhất, để không nhận ra từng người.`,
  detailNote: 'Nhóm có trọng số: số phiếu là số đếm, hai cột tỷ lệ đã nhân trọng số người trả lời.',
};

const en: WeightsWords = {
  name: 'Weights',
  title: 'WEIGHTS OF RESPONDENTS',
  category: 'Question, option',
  respondents: 'Respondents',
  before: '% returned',
  population: '% of population',
  after: '% weighted',
  smallest: 'Smallest weight',
  largest: 'Largest weight',
  effective: 'Effective sample size',
  designEffect: 'Design effect',
  unanswered: '(no answer)',
  methods: {
    design: '1 ÷ chance of the place × people ÷ sheets of the row of the quota',
    nonResponse: 'sheets given out ÷ valid sheets of the row of the quota',
    oneMargin: 'post-stratified to the population',
    margins: 'raked to several totals of the population',
    trim: (limit, respondents) =>
      `no weight beyond ${limit} times the mean (${respondents} respondents at the limit)`,
  },
  how: (group, methods) => `${group}: ${methods.join('; ')}.`,
  notes: [
    'The mean weight of each group is 1; weights are exact fractions. Only raking is an iteration; what it leaves is below 10⁻²⁰ of a percent.',
    'Effective sample size = (sum of weights)² ÷ sum of squared weights (Kish 1965); design effect = respondents ÷ effective sample size.',
    'A question that is fitted does not change the weight of a sheet that leaves it unanswered; percentages are of those who answered.',
  ],
  fewNote: (fewest) =>
    `Where fewer than ${fewest} respondents chose an option, their number, the percentages and the smallest and largest weight are not shown, so that nobody can be told apart.`,
  detailNote:
    'Where respondents have weights the numbers of sheets are plain counts, and both percentages are weighted.',
};

export const weightsWords: Readonly<Record<Lang, WeightsWords>> = { vi, en };
