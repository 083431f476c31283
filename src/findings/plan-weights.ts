/** Findings about weights of respondents as the plan declares them. */
import { kind } from './finding.ts';

const population = {
  vi: 'Trọng số đưa người trả lời về đúng cơ cấu của tổng thể; phải biết tổng thể đó.',
  en: 'Weights bring the respondents to the make-up of the population, which must be known.',
};

export const planWeightFindings = {
  'plan/weights-of-nothing': kind<{ group: string; trim: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.trim
          ? `nhóm ${w.quote(a.group)}: có giới hạn trọng số (trim) nhưng không có trọng số nào.`
          : `nhóm ${w.quote(a.group)}: mục trọng số không nêu cách tính nào.`,
      en: (a, w) =>
        a.trim
          ? `group ${w.quote(a.group)}: weights are trimmed, but there are none.`
          : `group ${w.quote(a.group)}: its weights name no method.`,
    },
    why: population,
    fix: {
      vi: 'Thêm design: yes, non_response: yes hoặc margins, hoặc bỏ nhóm này khỏi “weights”.',
      en: 'Add design: yes, non_response: yes or margins, or take the group out of `weights`.',
    },
  }),
  'plan/margin-question': kind<{
    group: string;
    question: string;
    why: 'form' | 'rating' | 'kind';
    form: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        ({
          form: `câu ${w.quote(a.question)} không có trên mẫu phiếu ${w.quote(a.form)} của nhóm ${w.quote(a.group)}.`,
          rating: `câu ${w.quote(a.question)} hỏi về từng đơn vị, không phải về người trả lời.`,
          kind: `câu ${w.quote(a.question)} không phải câu chọn một phương án.`,
        })[a.why],
      en: (a, w) =>
        ({
          form: `the question ${w.quote(a.question)} is not on the form ${w.quote(a.form)} of the group ${w.quote(a.group)}.`,
          rating: `the question ${w.quote(a.question)} is asked about each unit, not about the respondent.`,
          kind: `the question ${w.quote(a.question)} is not one of which one option is chosen.`,
        })[a.why],
    },
    why: {
      vi: 'Tổng thể được chia theo đặc điểm của người trả lời: mỗi phiếu phải thuộc đúng một loại.',
      en: 'The population is divided by what respondents are: each sheet must be in one category.',
    },
    fix: {
      vi: 'Dùng câu hỏi về người trả lời có per: sheet và một thang phương án (giới tính, nhóm tuổi …).',
      en: 'Use a question about the respondent with per: sheet and a scale (sex, age group, …).',
    },
  }),
  'plan/margin-twice': kind<{ group: string; question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: câu ${w.quote(a.question)} có hai bảng tổng.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the question ${w.quote(a.question)} has two tables of totals.`,
    },
    why: population,
    fix: { vi: 'Giữ một bảng.', en: 'Keep one of them.' },
  }),
  'plan/margin-option': kind<{
    question: string;
    option: string;
    twice: boolean;
    known: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.twice
          ? `phương án ${w.quote(a.option)} của câu ${w.quote(a.question)} nằm ở hai dòng tổng.`
          : `câu ${w.quote(a.question)} không có phương án ${w.quote(a.option)} (có: ${w.list(a.known, 12)}).`,
      en: (a, w) =>
        a.twice
          ? `the option ${w.quote(a.option)} of ${w.quote(a.question)} stands under two totals.`
          : `the question ${w.quote(a.question)} has no option ${w.quote(a.option)} (it has ${w.list(a.known, 12)}).`,
    },
    why: population,
    fix: {
      vi: 'Ghi mã phương án của thang; nhiều phương án chung một tổng thì nối bằng dấu +, ví dụ 1+2: 5200.',
      en: 'Write the codes of the scale; options that share a total are joined by a plus sign, for example 1+2: 5200.',
    },
  }),
  'plan/margin-without-option': kind<{ question: string; options: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: phương án ${w.list(a.options, 12)} không có tổng; ai chọn thì giữ nguyên trọng số, như người không trả lời.`,
      en: (a, w) =>
        `the question ${w.quote(a.question)}: option ${w.list(a.options, 12)} has no total; whoever chose it keeps the weight, as those do who did not answer.`,
    },
    why: population,
    fix: {
      vi: 'Ghi tổng của phương án, hoặc gộp nó với phương án khác bằng dấu +.',
      en: 'Give its total, or merge it with another option by a plus sign.',
    },
  }),
  'plan/margin-totals-differ': kind<{
    group: string;
    question: string;
    total: string;
    other: string;
    otherTotal: string;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: các tổng của câu ${w.quote(a.question)} cộng lại ${w.decimal(a.total)} người, của câu ${w.quote(a.other)} cộng lại ${w.decimal(a.otherTotal)} người: cùng một tổng thể mà hai số.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the totals of ${w.quote(a.question)} add up to ${a.total} people and those of ${w.quote(a.other)} to ${a.otherTotal}: one population, two sizes.`,
    },
    why: {
      vi: 'Chỉ tỷ lệ giữa các tổng được dùng, nên một chữ số gõ thừa làm lệch cả cuộc điều tra mà không ai thấy.',
      en: 'Only the proportions are used, so one digit too many tilts the whole survey unseen.',
    },
    fix: {
      vi: 'Sửa tổng gõ nhầm. Nếu các con số là tỷ lệ thì ghi cả hai bảng cùng một đơn vị (mỗi bảng cộng lại 100).',
      en: 'Mend the total that was mistyped. Where the figures are shares, give both tables in the same unit (each adding up to 100).',
    },
  }),
  'plan/margin-of-nobody': kind<{ question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `câu ${w.quote(a.question)}: mọi tổng đều bằng 0.`,
      en: (a, w) => `the question ${w.quote(a.question)}: every total is 0.`,
    },
    why: population,
    fix: {
      vi: 'Ghi số người của từng phương án theo số liệu thống kê.',
      en: 'Give the number of people by option, from the statistics.',
    },
  }),
  'plan/design-without-chance': kind<{ group: string; why: 'whole' | 'population' }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.why === 'whole'
          ? `nhóm ${w.quote(a.group)}: phân bổ chung cho cả nhóm, nên trọng số thiết kế của mọi phiếu như nhau.`
          : `nhóm ${w.quote(a.group)}: không địa bàn nào được rút ngẫu nhiên và phương án không biết tổng số người, nên không có trọng số thiết kế.`,
      en: (a, w) =>
        a.why === 'whole'
          ? `group ${w.quote(a.group)}: its quota is one for all, so the design weight of every sheet is the same.`
          : `group ${w.quote(a.group)}: no place is drawn by chance and the plan does not know how many people there are, so there is no design weight.`,
    },
    why: {
      vi: 'Trọng số thiết kế chỉ khác nhau khi các địa bàn, đơn vị có xác suất được chọn khác nhau.',
      en: 'Design weights differ only where places or units have different chances.',
    },
    fix: {
      vi: 'Bỏ design: yes; hoặc ghi tổng số người từng đơn vị, địa bàn (population), hay rút địa bàn ngẫu nhiên.',
      en: 'Leave out design: yes; or give the people of each unit or place (population), or draw the places by chance.',
    },
  }),
  'plan/non-response-without-size': kind<{ group: string; rule: 'band' | 'from' | 'whole' }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        ({
          band: `nhóm ${w.quote(a.group)}: phân bổ theo khoảng, không có số phiếu phải thu để so.`,
          from: `nhóm ${w.quote(a.group)}: lấy từ cuộc khảo sát khác, ở đây không phát phiếu nào.`,
          whole: `nhóm ${w.quote(a.group)}: phân bổ chung cho cả nhóm, nên trọng số không trả lời của mọi phiếu như nhau.`,
        })[a.rule],
      en: (a, w) =>
        ({
          band: `group ${w.quote(a.group)}: its quota is a band, with no number of sheets to compare with.`,
          from: `group ${w.quote(a.group)}: it is taken from another survey, and no sheet is given out here.`,
          whole: `group ${w.quote(a.group)}: its quota is one for all, so the weight for those who did not answer is the same on every sheet.`,
        })[a.rule],
    },
    why: {
      vi: 'Trọng số không trả lời là số phiếu phát ra chia cho số phiếu hợp lệ của từng dòng phân bổ.',
      en: 'The weight is the sheets of each row of the quota divided by the valid ones.',
    },
    fix: {
      vi: 'Bỏ design/non_response ở nhóm này, dùng “margins” nếu biết cơ cấu tổng thể.',
      en: 'Leave out design and non_response of this group; use `margins` where the population is known.',
    },
  }),
};
