/** Words of the page on rank intervals. */
import type { Lang } from '../findings/finding.ts';

export interface RanksWords {
  readonly name: string;
  readonly title: string;
  readonly interval: (confidence: string) => string;
  readonly first: string;
  readonly aheadOfNext: string;
  readonly band: string;
  readonly how: (replicates: string, confidence: string, seed: string) => string;
  readonly firstNote: string;
  readonly bandNote: string;
  /** Where places were drawn by lot. */
  readonly places: string;
  /** Where no rank is ever shared. */
  readonly consecutive: string;
  readonly limits: string;
  /** Nothing is left to chance: everybody who was to be asked has answered. */
  readonly census: string;
  readonly fewReplicates: (replicates: string) => string;
  readonly cutReplicates: (replicates: string, asked: string) => string;
}

const vi: RanksWords = {
  name: 'Khoảng thứ hạng',
  title: 'KHOẢNG THỨ HẠNG',
  interval: (confidence) => `Khoảng thứ hạng (${confidence}%)`,
  first: 'Khả năng đứng đầu (%)',
  aheadOfNext: 'Khả năng hơn đơn vị kế sau (%)',
  band: 'Nhóm',
  how: (replicates, confidence, seed) =>
    `Khoảng thứ hạng cho biết thứ hạng chắc đến đâu nếu hỏi những người khác cùng loại: ${confidence}% trong số ${replicates} lần rút lại phiếu, thứ hạng của đơn vị nằm trong khoảng này. Mỗi lần, phiếu được rút lại nguyên vẹn trong từng nhóm đối tượng và từng dòng phân bổ, có tính đến số người có thể hỏi; mỗi lần tính lại cả bộ chỉ số. Thứ hạng công bố luôn nằm trong khoảng. Hạt giống: ${seed}.`,
  firstNote:
    'Khả năng đứng đầu: tỷ lệ số lần rút lại mà không đơn vị nào trong cùng bảng hơn nó. Khả năng hơn đơn vị kế sau: tỷ lệ số lần nó hơn đơn vị đứng ngay sau; 50% là chưa biết đơn vị nào hơn.',
  bandNote:
    'Nhóm: từ trên xuống, các đơn vị cùng số nhóm chưa phân biệt được với đơn vị đầu nhóm; thứ tự giữa chúng có thể do ngẫu nhiên trong việc chọn người trả lời. Khác nhóm chưa hẳn đã phân biệt được: đơn vị đầu một nhóm kém đơn vị đầu nhóm trước, nhưng có thể không phân biệt được với đơn vị đứng ngay trên; xem khoảng thứ hạng và khả năng hơn đơn vị kế sau.',
  places:
    'Nơi có rút thăm địa bàn thì rút lại nguyên cả địa bàn với mọi phiếu ở đó, lần lượt theo từng giai đoạn rút của phương án.',
  consecutive:
    'Phương án không cho đồng hạng: đơn vị bằng điểm mà tiêu chí phụ hoặc thứ tự tên đã xếp trước sau thì lần rút nào bằng điểm cũng xếp như vậy; khoảng thứ hạng hẹp ở đó không có nghĩa là đơn vị này hơn đơn vị kia.',
  limits:
    'Khoảng này chỉ tính phần ngẫu nhiên của việc chọn người trả lời; không tính sai lệch do người không trả lời, do cách hỏi, hay do thẩm định. Đơn vị chưa có tổng điểm hoặc không xếp hạng không có trong bảng.',
  census:
    'Tất cả những người cần hỏi đều đã trả lời: thứ hạng không có sai số do chọn người trả lời.',
  fewReplicates: (replicates) =>
    `Chỉ rút lại ${replicates} lần: các khoảng và tỷ lệ trong bảng còn rất thô. Nên đặt replicates từ 1000 trở lên.`,
  cutReplicates: (replicates, asked) =>
    `Phương án yêu cầu ${asked} lần; với số đơn vị này chỉ rút lại ${replicates} lần để vừa bộ nhớ.`,
};

const en: RanksWords = {
  name: 'Rank intervals',
  title: 'RANK INTERVALS',
  interval: (confidence) => `Rank interval (${confidence}%)`,
  first: 'Chance of being first (%)',
  aheadOfNext: 'Chance of being ahead of the next (%)',
  band: 'Band',
  how: (replicates, confidence, seed) =>
    `A rank interval says how far a rank carries if other people of the same kind had been asked: in ${confidence}% of ${replicates} replicates the unit's rank lies in it. In each replicate whole forms are drawn again within each group of respondents and row of the quota, with regard to how many there were to ask, and the whole index is worked out anew. The published rank is always in the interval. Seed: ${seed}.`,
  firstNote:
    'Chance of being first: share of the replicates in which no unit of the same table is better. Chance of being ahead of the next: share in which it is better than the unit right after it; 50% means that nobody knows which of them is better.',
  bandNote:
    'Band: from the top down, units of one number cannot be told apart from the best of their band; their order may be an accident of who was asked. Units of different bands are not always told apart: the best of a band is behind the best of the band before, but maybe not behind the unit right above it; see the rank interval and the chance of being ahead of the next.',
  places:
    'Where places were drawn by lot, whole places are drawn again with every form found in them, stage by stage as in the plan.',
  consecutive:
    'The plan lets no rank be shared: equal units that a tie-breaker or the order of names put one after the other stay so whenever they are equal; a narrow rank interval there does not mean that one of them is better.',
  limits:
    'Only the chance in choosing respondents is counted, not the bias of those who did not answer, of the questions, or of the appraisal. Units without a total or out of the ranking are not in the table.',
  census:
    'Everybody who was to be asked has answered: sampling leaves the ranks without any error.',
  fewReplicates: (replicates) =>
    `Only ${replicates} replicates: intervals and shares in the table are very rough. Set replicates to 1000 or more.`,
  cutReplicates: (replicates, asked) =>
    `The plan asks for ${asked} replicates; with so many units ${replicates} were made, to fit into memory.`,
};

export const ranksWords: Readonly<Record<Lang, RanksWords>> = { vi, en };
