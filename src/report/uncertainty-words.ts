/** Words of the pages that say how sure the figures are. */
import type { Lang } from '../findings/finding.ts';
import type { IntervalMethod, Remark } from '../uncertainty.ts';

export interface UncertaintyWords {
  readonly unitsName: string;
  readonly unitsTitle: string;
  readonly leavesName: string;
  readonly leavesTitle: string;
  readonly scalesName: string;
  readonly scalesTitle: string;
  readonly respondents: string;
  readonly groups: string;
  readonly name: string;
  readonly percent: string;
  readonly from: string;
  readonly to: string;
  readonly interval: (confidence: string) => string;
  readonly marginColumn: (confidence: string) => string;
  readonly method: string;
  readonly df: string;
  readonly remarks: string;
  readonly ofHowMany: (respondents: string, population: string) => string;
  readonly methods: Readonly<Record<IntervalMethod, string>>;
  /** That a population is not known is said once, under the table. */
  readonly said: Readonly<Record<Exclude<Remark, 'no-population'>, string>>;
  /** Under the tables; `confidence` in percent. */
  readonly meaning: (confidence: string) => string;
  readonly notMeant: string;
  readonly census: string;
  readonly methodNotes: Readonly<Partial<Record<IntervalMethod, string>>>;
  readonly dfNote: string;
  /** How far an interval can go: of percents that end at 0 and 100, with bonus and penalty points, with z-scores. */
  readonly endsNotes: Readonly<Record<'plain' | 'adjusted' | 'endless', string>>;
  readonly namedNote: string;
  readonly unmovedNote: string;
  readonly notWorkedOutNote: string;
  /** Of a leaf whose result is not yet what is published of it, and below the table. */
  readonly before: string;
  readonly beforeNote: string;
  readonly unknownNote: string;
  readonly hiddenNote: (fewest: string) => string;
  readonly form: string;
  readonly scale: string;
  readonly questions: string;
  readonly ratings: string;
  readonly complete: string;
  readonly alpha: string;
  readonly pairwise: string;
  readonly blanks: string;
  readonly alphaNote: string;
  readonly lowAlpha: (names: string) => string;
}

const vi: UncertaintyWords = {
  unitsName: 'Độ tin cậy',
  unitsTitle: 'ĐỘ TIN CẬY CỦA CHỈ SỐ',
  leavesName: 'Độ tin cậy tiêu chí',
  leavesTitle: 'ĐỘ TIN CẬY CỦA TIÊU CHÍ ĐIỀU TRA XÃ HỘI HỌC',
  scalesName: 'Độ tin cậy thang đo',
  scalesTitle: 'ĐỘ TIN CẬY CỦA THANG ĐO (CRONBACH’S ALPHA)',
  respondents: 'Số người trả lời',
  groups: 'Theo nhóm',
  name: 'Nội dung',
  percent: 'Kết quả (%)',
  from: 'Từ',
  to: 'Đến',
  interval: (confidence) => `Khoảng tin cậy ${confidence}%`,
  marginColumn: (confidence) => `± (${confidence}%)`,
  method: 'Cách tính',
  df: 'Bậc tự do',
  remarks: 'Lưu ý',
  ofHowMany: (respondents, population) => `${respondents}/${population}`,
  methods: {
    census: 'toàn bộ',
    wilson: 'Wilson',
    t: 't',
    clusters: 't, theo địa bàn',
    bound: 't, cận trên',
    bootstrap: 't, bootstrap',
    hidden: 'không nêu',
    none: 'không tính được',
  },
  said: {
    'incomplete-census': 'hỏi tất cả nhưng chưa trả lời hết',
    crowded: 'phiếu nhiều hơn tổng số người trong phương án',
    lonely: 'có dòng phân bổ (địa bàn) chỉ một người trả lời',
    'named-places': 'địa bàn chỉ định',
    alike: 'mọi người trả lời như nhau',
    unmoved: 'rút lại phiếu vẫn không đổi',
    'not-worked-out': 'chưa rút lại phiếu',
    concentrated: 'trọng số dồn vào quá ít phiếu',
    paper: 'có phiếu kiểm đếm giấy',
  },
  meaning: (confidence) =>
    `Khoảng tin cậy ${confidence}%: nếu hỏi lại nhiều lần theo cùng cách chọn người, khoảng tính như thế này chứa kết quả của toàn bộ những người thuộc diện hỏi trong ${confidence}% số lần. Hai đơn vị có khoảng chồng lên nhau nhiều thì chưa thể nói chắc đơn vị nào hơn.`,
  notMeant:
    'Khoảng này chỉ nói về sai số do chỉ hỏi một phần số người. Nó không nói gì về người được hỏi mà không trả lời, câu hỏi khó hiểu, trả lời không thật, hay điểm thẩm định; những điều đó không làm khoảng rộng ra.',
  census:
    'Toàn bộ: mọi người thuộc diện hỏi đều đã trả lời nên không có sai số chọn mẫu. Hỏi tất cả mà chưa trả lời hết: coi những người trả lời là một mẫu ngẫu nhiên của tất cả.',
  methodNotes: {
    wilson:
      'Wilson: tỷ lệ hài lòng của một câu hỏi (Wilson 1927), có tính đến tổng số người khi biết.',
    t: 't: tính trên từng người trả lời – các câu trả lời của một người không độc lập với nhau nên được giữ chung – theo nhóm và dòng phân bổ, có tính đến tổng số người khi biết (1 − n ÷ N).',
    clusters:
      't, theo địa bàn: so giữa các địa bàn được rút đầu tiên, rồi từng giai đoạn rút bên trong, vì người cùng một nơi thường trả lời giống nhau.',
    bound:
      't, cận trên: bảng kiểm đếm giấy không cho biết câu nào của cùng một người nên lấy trường hợp xấu nhất; khoảng thật không rộng hơn.',
    bootstrap:
      't, bootstrap: quy tắc tính có bậc thang hoặc so với đơn vị khác nên sai số lấy từ việc rút lại phiếu nhiều lần.',
  },
  dfNote:
    'Bậc tự do: số người trả lời (hoặc số địa bàn) trừ số tầng; càng nhỏ thì khoảng càng rộng.',
  endsNotes: {
    plain: 'Khoảng không vượt quá 0 và 100.',
    adjusted:
      'Khoảng không vượt quá mức thấp nhất và cao nhất có thể đạt: 0 và 100, cộng điểm thưởng, trừ điểm trừ của đơn vị.',
    endless:
      'Điểm chuẩn (z-score) không có mức thấp nhất và cao nhất nên khoảng có thể nằm dưới 0 hoặc trên 100.',
  },
  namedNote:
    'Địa bàn chỉ định: có cấp địa bàn do phương án nêu tên, không rút thăm; khoảng chỉ nói về người ở các địa bàn đó, không nói về nơi không được nêu.',
  unmovedNote:
    'Rút lại phiếu vẫn không đổi: bậc điểm, giới hạn hoặc việc so với đơn vị khác giữ kết quả ở đúng mức này trong mọi lần rút lại; điều đó không có nghĩa là mọi người trả lời như nhau. Xem khoảng của từng tiêu chí ở trang “Độ tin cậy tiêu chí”.',
  notWorkedOutNote:
    'Chưa rút lại phiếu: quy tắc tính có bậc thang hoặc so với đơn vị khác nên chỉ rút lại phiếu nhiều lần mới cho biết khoảng. Phương án đặt số lần rút lại là 0 (hoặc quá ít): bỏ “replicates” trong mục “uncertainty” của phương án rồi tính lại.',
  before: 'trước khi quy ra điểm',
  beforeNote:
    'Trước khi quy ra điểm: tiêu chí có bậc điểm, hoặc được chuẩn hóa. Ở đây nêu kết quả điều tra trước bước đó, nên khác tỷ lệ đạt của tiêu chí. Khoảng của lĩnh vực và của chỉ số ở trang “Độ tin cậy” tính sau bước đó.',
  unknownNote:
    'Nơi phương án không nói có bao nhiêu người thuộc diện hỏi thì coi là rất nhiều: khoảng có thể rộng hơn cần thiết.',
  hiddenNote: (fewest) =>
    `Không nêu: dưới ${fewest} người trả lời, khoảng tin cậy có thể làm lộ ý kiến từng người.`,
  form: 'Mẫu phiếu',
  scale: 'Thang đo',
  questions: 'Số câu hỏi',
  ratings: 'Lượt đánh giá',
  complete: 'Trả lời đủ',
  alpha: 'Alpha',
  pairwise: 'Alpha (từng cặp câu)',
  blanks: 'Bỏ trống (%)',
  alphaNote:
    'Cronbach’s alpha cho biết các câu hỏi trên cùng một thang đo có cùng hướng đến mức nào: 1 là hoàn toàn, 0 là không liên quan. Tính trên các lượt đánh giá trả lời đủ mọi câu; cột “từng cặp câu” dùng mọi lượt trả lời được hai câu. Alpha cao không chứng tỏ câu hỏi đo đúng điều cần đo.',
  lowAlpha: (names) =>
    `Alpha dưới 0,6: ${names}. Các câu này có lẽ hỏi về những điều khác nhau; nên xem lại cách gộp chúng.`,
};

const en: UncertaintyWords = {
  unitsName: 'Precision',
  unitsTitle: 'HOW SURE THE INDEX IS',
  leavesName: 'Precision of criteria',
  leavesTitle: 'HOW SURE THE SURVEYED CRITERIA ARE',
  scalesName: 'Reliability of scales',
  scalesTitle: 'RELIABILITY OF SCALES (CRONBACH’S ALPHA)',
  respondents: 'Respondents',
  groups: 'By group',
  name: 'Name',
  percent: 'Result (%)',
  from: 'From',
  to: 'To',
  interval: (confidence) => `${confidence}% confidence interval`,
  marginColumn: (confidence) => `± (${confidence}%)`,
  method: 'Method',
  df: 'Degrees of freedom',
  remarks: 'Remarks',
  ofHowMany: (respondents, population) => `${respondents} of ${population}`,
  methods: {
    census: 'census',
    wilson: 'Wilson',
    t: 't',
    clusters: 't, by place',
    bound: 't, bound',
    bootstrap: 't, bootstrap',
    hidden: 'not shown',
    none: 'cannot be told',
  },
  said: {
    'incomplete-census': 'all asked, not all answered',
    crowded: 'more replies than people in the plan',
    lonely: 'a row (place) of one respondent',
    'named-places': 'places named',
    alike: 'all answered alike',
    unmoved: 'no redraw moved it',
    'not-worked-out': 'no redraws made',
    concentrated: 'weights leave the say to too few',
    paper: 'paper tallies',
  },
  meaning: (confidence) =>
    `A ${confidence}% confidence interval: if people were chosen and asked in the same way many times, an interval made like this one would hold the result of all those to be asked in ${confidence}% of the times. Where the intervals of two units overlap widely, it cannot be said for sure which of them is better.`,
  notMeant:
    'It speaks only of the error of asking some instead of all. It says nothing about people who were asked and did not answer, questions that are hard to understand, answers that are not true, or appraised points; none of these makes it wider.',
  census:
    'Census: everybody to be asked has answered, and no error of sampling is left. Where all were asked and not all answered, those who did are taken as a random sample of all.',
  methodNotes: {
    wilson:
      'Wilson: the share of satisfied answers to one question (Wilson 1927), with the population where it is known.',
    t: 't: worked out respondent by respondent – the answers of one person are not independent and are kept together – by group and row of the quota, with the population where it is known (1 − n ÷ N).',
    clusters:
      't, by place: between the places that were drawn first, then stage by stage within them, because people of one place tend to answer alike.',
    bound:
      't, bound: paper tallies do not tell which answers are of one person, so that the worst case is taken; the true interval is not wider.',
    bootstrap:
      't, bootstrap: the method has steps, or sets units against each other; the error is that of drawing sheets anew many times.',
  },
  dfNote:
    'Degrees of freedom: respondents (or places) less strata; the fewer, the wider the interval.',
  endsNotes: {
    plain: 'No interval goes beyond 0 and 100.',
    adjusted:
      'No interval goes beyond the lowest and the highest that can be reached: 0 and 100, with the unit’s bonus points added and its penalty taken off.',
    endless:
      'z-scores have no lowest and no highest value, so an interval may lie below 0 or above 100.',
  },
  namedNote:
    'Places named: the plan names places of some level instead of drawing them by lot; the interval speaks only for the people of those places.',
  unmovedNote:
    'No redraw moved it: bands, a limit, or the other units it is set against hold the result just there in every redraw. That does not mean that all answered alike; see the criteria on the sheet “Precision of criteria”.',
  notWorkedOutNote:
    'No redraws made: the method has steps, or sets units against each other, so that only drawing sheets anew many times tells the interval. The plan asks for 0 replicates (or too few): take “replicates” out of “uncertainty” in the plan and score again.',
  before: 'before points are given for it',
  beforeNote:
    'Before points are given for it: the criterion has bands, or is normalised. What the survey found is shown here as it was before that step, so it is not the percent that the criterion reached. The fields and the index on the sheet “Precision” come after it.',
  unknownNote:
    'Where the plan does not say how many there are to ask, very many are assumed: the interval may be wider than it need be.',
  hiddenNote: (fewest) =>
    `Not shown: with fewer than ${fewest} respondents an interval could tell what each of them said.`,
  form: 'Form',
  scale: 'Scale',
  questions: 'Questions',
  ratings: 'Ratings',
  complete: 'All answered',
  alpha: 'Alpha',
  pairwise: 'Alpha (pair by pair)',
  blanks: 'Blank (%)',
  alphaNote:
    'Cronbach’s alpha tells how far the questions on one scale point the same way: 1 is wholly, 0 is not at all. It is worked out from ratings that answer every question; “pair by pair” uses every rating that answers two of them. A high alpha does not show that the questions measure what they should.',
  lowAlpha: (names) =>
    `Alpha below 0.6: ${names}. These questions seem to ask about different things; think again before adding them up.`,
};

export const uncertaintyWords: Readonly<Record<Lang, UncertaintyWords>> = { vi, en };
