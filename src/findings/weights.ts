/** Findings of weighting the respondents. */
import { kind } from './finding.ts';

const standsFor = {
  vi: 'Trọng số cho biết mỗi người trả lời đại diện cho bao nhiêu người; thiếu căn cứ thì không đoán.',
  en: 'A weight says how many people a respondent stands for; without its grounds nothing is guessed.',
};

export const weightFindings = {
  'weights/concentrated': kind<{
    group: string;
    units: readonly {
      readonly unit: string;
      readonly respondents: number;
      readonly effective: string;
    }[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: trọng số dồn gần hết tiếng nói vào vài phiếu: ${w.list(
          a.units.map(
            ({ unit, respondents, effective }) =>
              `${unit} (${w.int(respondents)} phiếu, chỉ bằng ${w.decimal(effective)} phiếu)`,
          ),
          5,
        )}; không nêu khoảng tin cậy ở đó.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the weights leave nearly all the say to a few sheets: ${w.list(
          a.units.map(
            ({ unit, respondents, effective }) =>
              `${unit} (${w.int(respondents)} sheets, worth ${effective})`,
          ),
          5,
        )}; no interval is given there.`,
    },
    why: {
      vi: 'Kết quả của đơn vị khi đó là câu trả lời của một hai người; sai số tính từ các phiếu còn lại không cho thấy điều đó, thứ hạng cũng không chắc như bảng ghi.',
      en: 'The result is then what one or two people said; errors worked out from the others do not show it, and ranks are less sure than they look.',
    },
    fix: {
      vi: 'Xem lại các tổng trong “margins”, gộp phương án ít người bằng dấu +, hoặc giới hạn trọng số bằng “trim” (ví dụ trim: 5).',
      en: 'Check the totals in `margins`, merge options with few respondents by a plus sign, or limit the weights by `trim` (trim: 5, say).',
    },
  }),
  'weights/population-unknown': kind<{
    group: string;
    rows: readonly string[];
    known: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.known === 0
          ? `nhóm ${w.quote(a.group)}: chưa biết tổng số người của từng dòng phân bổ và không có địa bàn nào được rút ngẫu nhiên, nên không tính được trọng số thiết kế.`
          : `nhóm ${w.quote(a.group)}: chưa biết tổng số người của ${w.list(a.rows)}, trong khi ${w.int(a.known)} dòng khác đã có; trọng số thiết kế sẽ lệch.`,
      en: (a, w) =>
        a.known === 0
          ? `group ${w.quote(a.group)}: the plan knows the population of no row of the quota and no place is drawn by chance, so there is no design weight.`
          : `group ${w.quote(a.group)}: the population of ${w.list(a.rows)} is unknown, while ${w.int(a.known)} other rows have it; the design weights would not compare.`,
    },
    why: standsFor,
    fix: {
      vi: 'Ghi tổng số (population hoặc cột số liệu của đơn vị, địa bàn) cho mọi dòng, hoặc bỏ design: yes.',
      en: 'Give the population (a figure of the units or places) of every row, or leave out design: yes.',
    },
  }),
  'weights/size-unknown': kind<{ group: string; rows: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${w.list(a.rows)} có phiếu thu về, nhưng chưa biết số phiếu phải phát ở đó, hoặc số đó bằng 0.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: replies came back from ${w.list(a.rows)}, but how many sheets go there is not known, or 0.`,
    },
    why: standsFor,
    fix: {
      vi: 'Bổ sung danh sách hoặc số liệu mà cỡ mẫu dựa vào (xem survey quota), hoặc bỏ trọng số của nhóm này.',
      en: 'Supply the list or figure that decides the size (see survey quota), or leave out the weights of this group.',
    },
  }),
  'weights/row-unknown': kind<{ group: string; sheets: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${w.int(a.sheets)} phiếu hợp lệ không cho biết thuộc dòng phân bổ nào (đơn vị, địa bàn nào).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${w.int(a.sheets)} valid sheets do not say which row of the quota (unit or place) they belong to.`,
    },
    why: {
      vi: 'Trọng số thiết kế và trọng số không trả lời tính theo từng dòng phân bổ.',
      en: 'Design weights and weights for those who did not answer go by the rows of the quota.',
    },
    fix: {
      vi: 'Nhập lại các phiếu có số phiếu hoặc cột địa bàn, hoặc chỉ dùng “margins”.',
      en: 'Import those sheets with their serials or a place column, or use `margins` alone.',
    },
  }),
  'weights/row-without-replies': kind<{ group: string; rows: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${w.list(a.rows)} không có phiếu hợp lệ nào, nên không ai đại diện cho nơi đó.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: no valid reply from ${w.list(a.rows)}, so nobody stands for the people there.`,
    },
    why: {
      vi: 'Trọng số không trả lời dồn cho người cùng dòng phân bổ; dòng không có ai thì phần của nó mất đi.',
      en: 'Those who did not answer are stood for by those of the same row; where there are none, their share is lost.',
    },
    fix: {
      vi: 'Thu thêm phiếu ở đó, hoặc nêu rõ trong báo cáo rằng nơi đó không được đại diện.',
      en: 'Collect replies there, or say in the report that the place is not represented.',
    },
  }),
  'weights/margin-unanswered': kind<{ group: string; question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: không phiếu hợp lệ nào trả lời câu ${w.quote(a.question)}, câu dùng để hiệu chỉnh.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: no valid sheet answers ${w.quote(a.question)}, which the weights are fitted to.`,
    },
    why: standsFor,
    fix: {
      vi: 'Kiểm tra cột của câu này khi nhập phiếu, hoặc bỏ câu này khỏi “margins”.',
      en: 'Look at the column of the question in the imports, or take it out of `margins`.',
    },
  }),
  'weights/category-empty': kind<{
    group: string;
    question: string;
    options: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, câu ${w.quote(a.question)}: tổng thể có người thuộc phương án ${w.list(a.options)} nhưng không phiếu nào trả lời như vậy.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, question ${w.quote(a.question)}: the population has people of option ${w.list(a.options)}, but no respondent chose it.`,
    },
    why: {
      vi: 'Không có người trả lời thì không trọng số nào đưa được loại đó về đúng tỷ lệ.',
      en: 'Where nobody answered no weight can bring the category to its share.',
    },
    fix: {
      vi: 'Gộp với phương án gần nhất bằng dấu +, ví dụ totals: { 1+2: 5200, 3: 4100 }.',
      en: 'Merge it with the nearest option by a plus sign, for example totals: { 1+2: 5200, 3: 4100 }.',
    },
  }),
  'weights/category-of-nobody': kind<{
    group: string;
    question: string;
    options: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, câu ${w.quote(a.question)}: có người trả lời phương án ${w.list(a.options)} nhưng phương án ghi tổng thể có 0 người.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, question ${w.quote(a.question)}: respondents chose option ${w.list(a.options)}, of which the plan says that there is nobody.`,
    },
    why: {
      vi: 'Trọng số 0 là bỏ phiếu của họ mà không ai hay.',
      en: 'A weight of 0 would drop their answers without a word.',
    },
    fix: {
      vi: 'Ghi đúng số người của phương án đó, hoặc gộp bằng dấu + với phương án gần nhất.',
      en: 'Give the right number of people, or merge the option with the nearest one by a plus sign.',
    },
  }),
  'weights/not-converged': kind<{
    group: string;
    questions: readonly string[];
    difference: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: không có bộ trọng số nào khớp cùng lúc các tổng của ${w.list(a.questions)}; sau 10.000 vòng vẫn lệch ${w.decimal(a.difference)} %.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: no weights meet the totals of ${w.list(a.questions)} at once; after 10,000 rounds they are still ${a.difference} % off.`,
    },
    why: {
      vi: 'Thường do một loại chỉ gặp cùng với một loại khác (ví dụ mọi người cao tuổi đều ở một xã), nên các tổng mâu thuẫn nhau.',
      en: 'Mostly one category occurs only together with another (all old people in one commune, say), so the totals contradict each other.',
    },
    fix: {
      vi: 'Gộp các phương án ít người bằng dấu +, hoặc bỏ bớt một câu khỏi “margins”.',
      en: 'Merge options with few respondents by a plus sign, or take a question out of `margins`.',
    },
  }),
  'weights/trim-moves-margins': kind<{
    group: string;
    question: string;
    options: readonly string[];
    wanted: string;
    reached: string;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: do giới hạn trọng số, phương án ${w.list(a.options)} của câu ${w.quote(a.question)} chỉ đạt ${w.decimal(a.reached)} % thay vì ${w.decimal(a.wanted)} %.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: under the limit of the weights option ${w.list(a.options)} of ${w.quote(a.question)} comes to ${a.reached} % instead of ${a.wanted} %.`,
    },
    why: {
      vi: 'Giới hạn được giữ, còn tổng thì không: kết quả vẫn lệch so với tổng thể ở loại này.',
      en: 'The limit is kept and the total is not: in this category the result still differs from the population.',
    },
    fix: {
      vi: 'Nâng “trim”, gộp phương án ít người bằng dấu +, hoặc nêu rõ độ lệch này trong báo cáo.',
      en: 'Raise `trim`, merge options with few respondents by a plus sign, or state the difference in the report.',
    },
  }),
  'weights/margins-of-paper-tallies': kind<{ group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)} có phiếu kiểm đếm giấy, mà bảng kiểm đếm không cho biết ai trả lời câu nào thế nào.`,
      en: (a, w) =>
        `the group ${w.quote(a.group)} has paper tallies, which do not tell whose answers belong together.`,
    },
    why: {
      vi: 'Hiệu chỉnh theo giới tính, tuổi … cần biết từng phiếu; bảng kiểm đếm đã mất liên hệ đó.',
      en: 'Fitting to sex, age and so on needs each sheet; a tally has lost that link.',
    },
    fix: {
      vi: 'Nhập từng phiếu của nhóm này thay cho bảng kiểm đếm, hoặc bỏ “margins” (design và non_response vẫn dùng được).',
      en: 'Key the sheets of this group instead of tallying them, or leave out `margins` (design and non_response still work).',
    },
  }),
  'weights/tally-without-row': kind<{ group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: bảng kiểm đếm giấy không cho biết phiếu thuộc dòng phân bổ nào (đơn vị, địa bàn nào).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: its paper tallies do not say which row of the quota (unit or place) the forms belong to.`,
    },
    why: {
      vi: 'Trọng số thiết kế và trọng số không trả lời tính theo từng dòng phân bổ.',
      en: 'Design weights and weights for those who did not answer go by the rows of the quota.',
    },
    fix: {
      vi: 'Kiểm đếm riêng từng địa bàn và ghi cột địa bàn, hoặc nhập từng phiếu.',
      en: 'Tally place by place with a column for the place, or key the sheets.',
    },
  }),
};
