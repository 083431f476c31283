/** Words of `survey power`. */
import type { Lang } from '../findings/finding.ts';

export interface PowerWords {
  readonly title: string;
  readonly block: string;
  readonly together: string;
  readonly units: string;
  readonly bestFirst: string;
  readonly topThree: string;
  readonly topQuarter: string;
  readonly tau: string;
  readonly pairs: string;
  readonly toldApart: string;
  readonly inClass: string;
  readonly rankWidth: string;
  readonly error: string;
  readonly figuresNote: string;
  readonly distanceTitle: string;
  readonly distance: string;
  readonly between: (from: number, to: number | null) => string;
  readonly sizesTitle: string;
  readonly size: string;
  readonly forms: string;
  readonly times: (factor: number) => string;
  readonly sizesNote: string;
  /** What can be said of the quotas; numbers come as the reader writes them. */
  readonly apart: (points: string) => string;
  readonly neverApart: string;
  readonly alwaysApart: string;
  readonly first: (percent: string) => string;
  readonly how: (replicates: string, spread: string, noise: string, seed: string) => string;
  readonly howTruth: (replicates: string, noise: string, seed: string) => string;
  /** Results that are missing, in percent. */
  readonly missing: (percent: string) => string;
  readonly limits: string;
  readonly weights: string;
  readonly places: string;
  readonly voids: string;
}

const vi: PowerWords = {
  title: 'SỐ PHIẾU NÀY XẾP HẠNG ĐÚNG ĐẾN ĐÂU',
  block: 'Khối',
  together: 'Chung',
  units: 'Số đơn vị',
  bestFirst: 'Đơn vị tốt nhất đứng đầu (%)',
  topThree: 'Tìm đúng 3 đơn vị đầu (%)',
  topQuarter: 'Tìm đúng 1/4 đầu (%)',
  tau: 'Kendall tau-b',
  pairs: 'Cặp xếp đúng (%)',
  toldApart: 'Phân biệt được từ (điểm)',
  inClass: 'Xếp loại đúng (%)',
  rankWidth: 'Khoảng hạng 90%',
  error: 'Sai số chuẩn (điểm %)',
  figuresNote:
    'Tìm đúng 3 đơn vị đầu, 1/4 đầu: trung bình bao nhiêu phần của nhóm thật sự đứng đầu có mặt trong nhóm đầu bảng. Phân biệt được từ: hai đơn vị cách nhau chừng đó thì 95% số lần được xếp đúng thứ tự. Khoảng hạng 90%: số bậc chứa 90% độ lệch giữa hạng xếp ra và hạng thật. Xếp loại: theo tỷ lệ hoặc thứ hạng, chưa xét điều kiện kèm theo.',
  distanceTitle: 'Hai đơn vị được xếp đúng thứ tự, theo khoảng cách thật',
  distance: 'Cách nhau thật sự',
  between: (from, to) => (to === null ? `trên ${from} điểm` : `${from}–${to} điểm`),
  sizesTitle: 'Nếu số phiếu khác đi',
  size: 'Số phiếu',
  forms: 'Phiếu',
  times: (factor) => `× ${String(factor).replace('.', ',')}`,
  sizesNote:
    'Số phiếu của mỗi dòng phân bổ nhân lên, nhiều nhất bằng số người có thể hỏi; phiếu lấy từ cuộc điều tra khác giữ nguyên.',
  apart: (points) =>
    `Với số phiếu này, hai đơn vị cách nhau dưới ${points} điểm thì không phân biệt được (xếp đúng dưới 95% số lần).`,
  neverApart:
    'Với số phiếu này, không khoảng cách nào giữa hai đơn vị đủ lớn để xếp đúng thứ tự trong 95% số lần.',
  alwaysApart: 'Với số phiếu này, hầu như mọi cặp đơn vị đều được xếp đúng thứ tự.',
  first: (percent) =>
    `Đơn vị thật sự tốt nhất của một khối đứng đầu trong khoảng ${percent}% số lần.`,
  how: (replicates, spread, noise, seed) =>
    `Thử ${replicates} lần; mỗi lần rút mức thật của các đơn vị (mức cao nhất và thấp nhất cách nhau tối đa ${spread} điểm trên thang 100) và câu trả lời của từng người (độ lệch chuẩn ${noise} điểm); điểm thẩm định giữ nguyên. Hạt giống: ${seed}.`,
  howTruth: (replicates, noise, seed) =>
    `Thử ${replicates} lần; mức thật của các đơn vị lấy theo tệp kết quả, câu trả lời của từng người có độ lệch chuẩn ${noise} điểm trên thang 100; điểm thẩm định lấy theo tệp kết quả, không có thì theo mô phỏng. Hạt giống: ${seed}.`,
  missing: (percent) =>
    `${percent}% kết quả không tính được vì số ý kiến dưới mức tối thiểu của tiêu chí (min_ratings): cần thêm phiếu, hoặc hạ mức tối thiểu.`,
  limits:
    'Chỉ tính phần ngẫu nhiên của việc chọn người trả lời; người không trả lời được coi là giống người trả lời.',
  weights:
    'Quyền số của người trả lời (weights) chưa được tính vào; nếu quyền số chênh nhau nhiều thì kết quả thật kém chắc hơn.',
  voids:
    'Quy tắc loại phiếu của phương án (returns.void) chưa được tính vào; nếu loại nhiều phiếu thì kết quả thật kém chắc hơn.',
  places:
    'Các địa bàn của một đơn vị được coi là giống nhau; nếu khác nhau nhiều thì kết quả thật kém chắc hơn.',
};

const en: PowerWords = {
  title: 'HOW RIGHTLY THESE QUOTAS RANK',
  block: 'Block',
  together: 'Together',
  units: 'Units',
  bestFirst: 'Best unit first (%)',
  topThree: 'Top 3 found (%)',
  topQuarter: 'Top quarter found (%)',
  tau: "Kendall's tau-b",
  pairs: 'Pairs right (%)',
  toldApart: 'Told apart from (points)',
  inClass: 'Class right (%)',
  rankWidth: '90% rank interval',
  error: 'Standard error (points)',
  figuresNote:
    'Top 3 and top quarter found: which part of the truly best is among those that come out best, on average. Told apart from: two units so far apart are in the right order in 95% of the replicates. 90% rank interval: so many ranks hold 90% of what ranks are off the true ones. Classes go by percent or place, without further conditions.',
  distanceTitle: 'Two units in the right order, by their true distance',
  distance: 'True distance',
  between: (from, to) => (to === null ? `over ${from} points` : `${from}–${to} points`),
  sizesTitle: 'With other numbers of forms',
  size: 'Size',
  forms: 'Forms',
  times: (factor) => `× ${factor}`,
  sizesNote:
    'The forms of each row of the quota are multiplied, up to as many as there are people; forms that another survey hands over stay as they are.',
  apart: (points) =>
    `With these quotas, two units less than ${points} points apart cannot be told apart (in the right order in under 95% of the replicates).`,
  neverApart:
    'With these quotas, no distance between two units is large enough to be in the right order in 95% of the replicates.',
  alwaysApart: 'With these quotas, nearly every pair of units is in the right order.',
  first: (percent) =>
    `The truly best unit of a block comes first in about ${percent}% of the replicates.`,
  how: (replicates, spread, noise, seed) =>
    `${replicates} replicates; each draws the true levels of the units (at most ${spread} points of 100 between best and worst) and the answers of every person (standard deviation ${noise} points); appraised points are fixed. Seed: ${seed}.`,
  howTruth: (replicates, noise, seed) =>
    `${replicates} replicates; the true levels of the units are those of the file, the answers of a person have a standard deviation of ${noise} points of 100; appraised points are those of the file, else as simulated. Seed: ${seed}.`,
  missing: (percent) =>
    `${percent}% of the results cannot be worked out, because a criterion has fewer answers than its minimum (min_ratings): more forms are needed, or a lower minimum.`,
  limits:
    'Only the chance in choosing respondents is counted; those who do not answer are taken to be like those who do.',
  weights:
    'Weights of respondents are not in it; where they differ much, the real results are less sure.',
  voids:
    'Rules of the plan that make forms void (returns.void) are not in it; where they take out many, the real results are less sure.',
  places:
    'The places of a unit are taken to be alike; where they differ much, the real results are less sure.',
};

export const powerWords: Readonly<Record<Lang, PowerWords>> = { vi, en };
