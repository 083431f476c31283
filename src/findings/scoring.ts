/** Findings of scoring beyond missing points: values that give no points, units that cannot be compared, totals out of the ordinary. */
import { kind, type Words } from './finding.ts';

const blank = {
  vi: 'Chỗ không tính được thì để trống, không tính là 0 và không ép về mức gần nhất.',
  en: 'What cannot be worked out stays blank: it is not 0, and nothing is pushed to the nearest bound.',
};

/** A unit with a figure of its own: the count of its answers, its value, its total. */
export interface UnitFigure {
  readonly unit: string;
  /** Plain decimal text. */
  readonly figure: string;
}

function figures(all: readonly UnitFigure[], w: Words): string {
  return w.list(
    all.map(({ unit, figure }) => `${unit} (${w.decimal(figure)})`),
    10,
  );
}

const combineNames = {
  geometric: { vi: 'trung bình nhân', en: 'a geometric mean' },
  harmonic: { vi: 'trung bình điều hòa', en: 'a harmonic mean' },
};

const adjustmentNames = {
  bonus: { vi: 'điểm thưởng', en: 'bonus points' },
  penalty: { vi: 'điểm trừ', en: 'penalty points' },
};

export const scoringFindings = {
  'scores/too-few-ratings': kind<{
    group: string;
    criteria: readonly string[];
    least: number;
    units: readonly UnitFigure[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: số ý kiến hợp lệ về ${figures(a.units, w)} ít hơn mức tối thiểu ${w.int(a.least)}; ` +
        `chưa có điểm tiêu chí ${w.list(a.criteria, 30)}.`,
      en: (a, w) =>
        `the group ${w.quote(a.group)}: fewer than ${w.int(a.least)} valid answers about ${figures(a.units, w)}; ` +
        `no points for ${a.criteria.length === 1 ? 'criterion' : 'criteria'} ${w.list(a.criteria, 30)}.`,
    },
    why: {
      vi: 'Phương án đặt số ý kiến tối thiểu (min_ratings); ít hơn thì một hai người quyết định điểm của cả đơn vị.',
      en: 'The plan sets a least number of answers (`min_ratings`): below it one or two people would decide the points of a unit.',
    },
    fix: {
      vi: 'Thu thêm phiếu của nhóm này, tính chung nhóm với nhóm khác (“with”), hoặc sửa “min_ratings” nếu quy định cho phép.',
      en: 'Collect more sheets of the group, count it together with another (`with`), or change `min_ratings` if the rules allow it.',
    },
  }),
  'scores/no-figure': kind<{
    figures: readonly string[];
    units: readonly string[];
    criteria: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `chưa có số liệu ${w.list(a.figures, 10)} của ${w.list(a.units, 10)}; chưa có điểm tiêu chí ${w.list(a.criteria, 30)}.`,
      en: (a, w) =>
        `the ${a.figures.length === 1 ? 'figure' : 'figures'} ${w.list(a.figures, 10)} of ${w.list(a.units, 10)} ${a.figures.length === 1 ? 'is' : 'are'} not known; ` +
        `no points for ${a.criteria.length === 1 ? 'criterion' : 'criteria'} ${w.list(a.criteria, 30)}.`,
    },
    why: blank,
    fix: {
      vi: 'Ghi số liệu vào tệp trong points/ (một cột hoặc một dòng mang tên số liệu), hoặc khai “not_for” nếu tiêu chí không áp dụng.',
      en: 'Write the figure into a file under points/ (as a column or a row of its name), or say `not_for` where the criterion does not apply.',
    },
  }),
  'scores/no-result': kind<{
    criterion: string;
    formula: string;
    units: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: công thức ${w.quote(a.formula)} không cho kết quả với ${w.list(a.units, 10)} (chia cho 0).`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the formula ${w.quote(a.formula)} has no result for ${w.list(a.units, 10)} (division by 0).`,
    },
    why: blank,
    fix: {
      vi: 'Ghi rõ trong công thức khi mẫu số bằng 0, ví dụ "if(tong = 0, max, max * dung_han / tong)", hoặc khai “not_for”.',
      en: 'Say in the formula what holds when the divisor is 0, e.g. "if(tong = 0, max, max * dung_han / tong)", or use `not_for`.',
    },
  }),
  'scores/outside-maximum': kind<{
    criterion: string;
    max: string;
    units: readonly UnitFigure[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: điểm phải từ 0 đến ${w.decimal(a.max)}, nhưng ${figures(a.units, w)}.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: points must be from 0 to ${w.decimal(a.max)}, but ${figures(a.units, w)}.`,
    },
    why: blank,
    fix: {
      vi: 'Kiểm tra số liệu; nếu số liệu đúng thì sửa công thức (ví dụ min(max, …)), hoặc dùng “bands” hay “normalise” để đổi giá trị ra điểm.',
      en: 'Check the figures; if they are right, mend the formula (e.g. min(max, …)) or turn the value into points by `bands` or `normalise`.',
    },
  }),
  'scores/z-score-beyond': kind<{
    criterion: string;
    max: string;
    units: readonly UnitFigure[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: điểm chuẩn hóa theo z-score vượt ra ngoài 0 đến ${w.decimal(a.max)}: ${figures(a.units, w)}.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: points by z-score lie outside 0 to ${w.decimal(a.max)}: ${figures(a.units, w)}.`,
    },
    why: {
      vi: 'z-score không có điểm đầu, điểm cuối: đơn vị khác xa trung bình được quá điểm tối đa hoặc bị điểm âm, và phần vượt đó được cộng vào tổng điểm.',
      en: 'A z-score has no ends: a unit far from the mean gets more than the maximum or less than 0, and that goes into its total.',
    },
    fix: {
      vi: 'Kiểm tra số liệu của các đơn vị này. Nếu số liệu đúng: giảm “deviation”, đổi “mean” (mục “scale”), hoặc dùng min-max, rank hay percentile, vốn luôn nằm trong khoảng.',
      en: 'Check the figures of these units. If they are right: lower `deviation` or change `mean` (under `scale`), or use min-max, rank or percentile, which keep within bounds.',
    },
  }),
  'scores/no-band': kind<{
    criterion: string;
    lowest: string;
    units: readonly UnitFigure[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: giá trị của ${figures(a.units, w)} thấp hơn bậc thấp nhất (${w.decimal(a.lowest)}) nên chưa có điểm.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the value of ${figures(a.units, w)} is below the lowest band (${w.decimal(a.lowest)}), so there are no points.`,
    },
    why: blank,
    fix: {
      vi: 'Thêm một bậc cho giá trị thấp (ví dụ { from: 0, points: 0 }), hoặc kiểm tra số liệu.',
      en: 'Add a band for low values (e.g. { from: 0, points: 0 }), or check the figures.',
    },
  }),
  'scores/cannot-normalise': kind<{
    criterion: string;
    block: string | null;
    units: number;
    value: string | null;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}${a.block === null ? '' : `, khối ${w.quote(a.block)}`}: ` +
        (a.units < 2 || a.value === null
          ? `chỉ có ${w.int(a.units)} đơn vị xếp hạng có giá trị nên không chuẩn hóa được.`
          : `cả ${w.int(a.units)} đơn vị có cùng giá trị ${w.decimal(a.value)} nên không chuẩn hóa được.`),
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}${a.block === null ? '' : `, block ${w.quote(a.block)}`}: ` +
        (a.units < 2 || a.value === null
          ? `${w.int(a.units)} ranked ${a.units === 1 ? 'unit has' : 'units have'} a value, so it cannot be normalised.`
          : `all ${w.int(a.units)} units have the value ${w.decimal(a.value)}, so it cannot be normalised.`),
    },
    why: {
      vi: 'Chuẩn hóa là so các đơn vị với nhau; không có chênh lệch thì không có gì để so, và không đơn vị nào được tính 0 vì thế.',
      en: 'Normalising sets units against each other; without a difference there is nothing to set, and nobody gets 0 for that.',
    },
    fix: {
      vi: 'Dùng mốc cố định (method: goalposts), so trong tất cả các đơn vị (within: all), hoặc bỏ tiêu chí này khỏi kỳ này.',
      en: 'Use fixed goalposts (method: goalposts), compare among all units (within: all), or leave the criterion out this time.',
    },
  }),
  'scores/negative-in-mean': kind<{
    criterion: string | null;
    combine: 'geometric' | 'harmonic';
    units: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${a.criterion === null ? 'tổng điểm' : `tiêu chí ${w.quote(a.criterion)}`}: ${w.list(a.units, 10)} có điểm âm nên không lấy được ${combineNames[a.combine].vi}.`,
      en: (a, w) =>
        `${a.criterion === null ? 'the total' : `the criterion ${w.quote(a.criterion)}`}: ${w.list(a.units, 10)} ${a.units.length === 1 ? 'has' : 'have'} negative points, so there is no ${combineNames[a.combine].en.replace(/^an? /, '')}.`,
    },
    why: {
      vi: 'Trung bình nhân và trung bình điều hòa chỉ có nghĩa với số không âm.',
      en: 'Geometric and harmonic means are defined for numbers that are not negative.',
    },
    fix: {
      vi: 'Chuẩn hóa về khoảng không âm (ví dụ min-max 1–100), hoặc lấy trung bình cộng (combine: mean).',
      en: 'Normalise to a range that is not negative (e.g. min-max 1–100), or use combine: mean.',
    },
  }),
  'scores/scored-without': kind<{ units: readonly string[]; criteria: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `${w.list(a.units, 10)} được tính không có tiêu chí ${w.list(a.criteria, 30)}.`,
      en: (a, w) =>
        `${w.list(a.units, 10)} ${a.units.length === 1 ? 'is' : 'are'} scored without ${a.criteria.length === 1 ? 'criterion' : 'criteria'} ${w.list(a.criteria, 30)}.`,
    },
    why: {
      vi: 'Phương án cho phép tính các tiêu chí còn lại khi thiếu điểm (missing: drop); các đơn vị khi đó không được so trên cùng một bộ tiêu chí.',
      en: 'The plan counts the others alone where points are missing (missing: drop); such units are not compared on the same criteria.',
    },
    fix: {
      vi: 'Bổ sung điểm còn thiếu, hoặc nêu rõ trong báo cáo.',
      en: 'Supply what is missing, or say so in the report.',
    },
  }),
  'scores/survey-not-held': kind<{ blocks: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `không có phiếu nào về khối ${w.list(a.blocks, 10)}: chỉ số của khối tính riêng trên phần thẩm định.`,
      en: (a, w) =>
        `nothing came back about the ${a.blocks.length === 1 ? 'block' : 'blocks'} ${w.list(a.blocks, 10)}: the appraised part alone makes the index there.`,
    },
    why: {
      vi: 'Phương án cho phép không điều tra (survey: optional).',
      en: 'The plan lets a block go without the survey (survey: optional).',
    },
    fix: {
      vi: 'Nếu có điều tra thì nhập phiếu vào trước khi chấm điểm.',
      en: 'If there was a survey, import its returns before scoring.',
    },
  }),
  'scores/below-zero': kind<{ units: readonly UnitFigure[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `điểm trừ lớn hơn điểm đạt được: tổng điểm âm ở ${figures(a.units, w)}.`,
      en: (a, w) =>
        `more penalty points than points: the total is below 0 for ${figures(a.units, w)}.`,
    },
    why: {
      vi: 'Tổng điểm được giữ đúng như phép trừ để thứ tự giữa các đơn vị không bị mất.',
      en: 'The total is left as it comes out, so that the order of such units is not lost.',
    },
    fix: {
      vi: 'Kiểm tra điểm trừ; hội đồng quyết định ghi tổng điểm này thế nào.',
      en: 'Check the penalty points; the council decides how to print such a total.',
    },
  }),
  'scores/capped': kind<{ highest: string; units: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `${w.list(a.units, 10)} vượt ${w.decimal(a.highest)} %, mức cao nhất của phương án; chỉ số tính bằng ${w.decimal(a.highest)} %.`,
      en: (a, w) =>
        `${w.list(a.units, 10)} would be above ${w.decimal(a.highest)} %, the most that the plan allows, and ${a.units.length === 1 ? 'is' : 'are'} held at ${w.decimal(a.highest)} %.`,
    },
    why: {
      vi: 'Phương án đặt mức cao nhất (highest); các đơn vị chạm mức này bằng điểm nhau.',
      en: 'The plan sets a most (`highest`); units that reach it are equal.',
    },
    fix: {
      vi: 'Không phải sửa gì; bỏ “highest” nếu quy định cho phép vượt.',
      en: 'Nothing to mend; leave out `highest` if totals may go beyond it.',
    },
  }),
  'scores/adjustment-not-appraised': kind<{
    kind: 'bonus' | 'penalty';
    units: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${adjustmentNames[a.kind].vi} của ${w.list(a.units, 10)} mới do đơn vị tự chấm, chưa được thẩm định nên chưa tính.`,
      en: (a, w) =>
        `the ${adjustmentNames[a.kind].en} of ${w.list(a.units, 10)} are self-assessed only, not appraised, and do not count yet.`,
    },
    why: {
      vi: 'Điểm tự chấm không bao giờ thay cho điểm thẩm định.',
      en: 'A self-assessment never stands in for the appraisal.',
    },
    fix: {
      vi: 'Ghi điểm thẩm định vào tệp trong points/ (0 nếu không chấp nhận).',
      en: 'Write the appraised points into a file under points/ (0 if they are refused).',
    },
  }),
};
