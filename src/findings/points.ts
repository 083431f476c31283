/** Findings about the files in points/: who, which criterion, how many points. */
import { kind } from './finding.ts';

const wholeTableWhy = {
  vi: 'Bảng điểm chỉ được dùng khi mọi dòng đều rõ ràng; bỏ qua một dòng là đơn vị mất điểm mà không ai biết.',
  en: 'Points are used only when every row is clear; a row passed over would cost a unit its points unseen.',
};

interface ReadAs {
  readonly read: string;
  readonly mark: 'comma' | 'point' | '';
}

/** ` (đọc là 4750, vì …)`; nothing where the text plainly says its number. */
function readVi({ read, mark }: ReadAs): string {
  if (read === '') return '';
  const name = mark === 'comma' ? 'dấu phẩy' : 'dấu chấm';
  const why = mark === '' ? '' : `, vì phương án khai dấu thập phân là ${name}`;
  return ` (đọc là ${read.replace('.', ',')}${why})`;
}

function readEn({ read, mark }: ReadAs): string {
  if (read === '') return '';
  return ` (read as ${read}${mark === '' ? '' : `, for the plan declares the decimal ${mark}`})`;
}

const besideVi = { bonus: 'điểm thưởng', penalty: 'điểm trừ' } as const;
const besideEn = { bonus: 'the bonus', penalty: 'the penalty' } as const;

/** Digits and marks alone: a number, but longer than any that is read. */
function isTooLong(text: string): boolean {
  const hasLength = text.replace(/\D/g, '').length > 30 || /[.,]\d{16,}$/.test(text);
  return hasLength && /^\s*[-+−]?[\d.,\s]+$/.test(text);
}

export const pointFindings = {
  'points/no-column': kind<{ missing: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a) => `bảng điểm thiếu cột ${a.missing}.`,
      en: (a) => `the table of points has no column ${a.missing}.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Dùng các cột “Đơn vị”, “Tiêu chí”, “Tự đánh giá”, “Thẩm định lần 1”, “Giải trình”, “Thẩm định lần 2”, “Tài liệu kiểm chứng”, “Ghi chú”; hoặc “Đơn vị” và mỗi mã tiêu chí một cột. Bảng của riêng một đơn vị: ghi “Đơn vị: …” phía trên bảng, hoặc đặt tên trang tính hay tên tệp theo đơn vị.',
      en: 'Use the columns unit, criterion, self, first, explanation, second, evidence, note; or unit and one column per criterion code. A table of one unit: write “Đơn vị: …” above it, or name the sheet or the file after the unit.',
    },
  }),
  'points/same-column': kind<{ first: string; second: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `hai cột ${w.quote(a.first)} và ${w.quote(a.second)} cùng một nghĩa, chưa rõ lấy cột nào.`,
      en: (a, w) =>
        `the columns ${w.quote(a.first)} and ${w.quote(a.second)} mean the same; which one counts?`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Giữ lại một cột, đổi tên hoặc xóa cột kia.',
      en: 'Keep one of them; rename or remove the other.',
    },
  }),
  'points/unknown-column': kind<{ column: string; near: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `không dùng cột ${w.quote(a.column)}.`,
      en: (a, w) => `the column ${w.quote(a.column)} is not used.`,
    },
    why: {
      vi: 'Nếu cột này có điểm thì điểm đó không được tính.',
      en: 'If it holds points, they do not count.',
    },
    fix: {
      vi: 'Không cần sửa nếu cột chỉ để tham khảo; nếu không, đổi tên cột cho đúng.',
      en: 'Nothing to mend if it is for reference only; else give it its proper heading.',
    },
  }),
  'points/blank-key': kind<{ column: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `dòng có số liệu nhưng ô ${w.quote(a.column)} để trống.`,
      en: (a, w) => `the row holds figures but its ${w.quote(a.column)} is blank.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Ghi đủ tên đơn vị và mã tiêu chí ở từng dòng; ô đã gộp (merge) chỉ có giá trị ở dòng đầu.',
      en: 'Write the unit and the criterion on every row; merged cells hold their value in the first row only.',
    },
  }),
  'points/unknown-unit': kind<{ name: string; rows: number; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phương án không có đơn vị ${w.quote(a.name)}${a.rows > 1 ? ` (${w.int(a.rows)} dòng của tệp này)` : ''}.`,
      en: (a, w) =>
        `the plan has no unit ${w.quote(a.name)}${a.rows > 1 ? ` (${w.int(a.rows)} rows of this file)` : ''}.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Ghi tên hoặc mã đơn vị như trong phương án; xóa các dòng tổng, dòng trung bình.',
      en: 'Write the name or id of the unit as in the plan; remove rows of totals and means.',
    },
  }),
  'points/ambiguous-unit': kind<{ name: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tên ${w.quote(a.name)} có thể là nhiều đơn vị: ${w.list(a.units)}.`,
      en: (a, w) => `the name ${w.quote(a.name)} fits several units: ${w.list(a.units)}.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Ghi mã đơn vị thay cho tên.',
      en: 'Write the id of the unit instead of its name.',
    },
  }),
  'points/unknown-criterion': kind<{ code: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `bộ tiêu chí không có mã ${w.quote(a.code)}.`,
      en: (a, w) => `the index has no criterion ${w.quote(a.code)}.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Ghi mã như trong phương án. Excel hay đổi 1.2 thành ngày tháng và 1.10 thành 1.1: định dạng cột là Văn bản (Text) trước khi gõ.',
      en: 'Write the code as in the plan. Excel turns 1.2 into a date and 1.10 into 1.1: format the column as Text before typing.',
    },
  }),
  'points/not-appraised': kind<{ code: string; because: 'survey' | 'parent' | 'worked-out' }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tiêu chí ${w.quote(a.code)} ${becauseVi[a.because]}.`,
      en: (a, w) => `criterion ${w.quote(a.code)} ${becauseEn[a.because]}.`,
    },
    why: {
      vi: 'Mỗi tiêu chí thành phần chỉ có một nguồn điểm, ghi trong phương án.',
      en: 'Every leaf has one source of points, written in the plan.',
    },
    fix: {
      vi: 'Xóa dòng (hoặc cột) này khỏi bảng điểm, hoặc sửa nguồn điểm trong phương án.',
      en: 'Remove the row (or column) from the table, or change the source in the plan.',
    },
  }),
  'points/not-a-number': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        isTooLong(a.text)
          ? `${w.quote(a.text)} có quá nhiều chữ số, không thể là số điểm.`
          : `${w.quote(a.text)} không phải là số điểm.`,
      en: (a, w) =>
        isTooLong(a.text)
          ? `${w.quote(a.text)} has too many digits for a number of points.`
          : `${w.quote(a.text)} is not a number of points.`,
    },
    why: {
      vi: 'Chỉ nhận số như 2 hoặc 1,5 (1.5), tối đa sáu chữ số thập phân; dấu thập phân đã khai quyết định chỗ đọc được hai cách (1.234) và loại số viết trái với nó (1,234.5 khi đã khai dấu phẩy), còn 4.75 vẫn là 4,75; không làm tròn, không đoán.',
      en: 'Only numbers such as 2 or 1.5 (1,5) with at most six decimals. A declared decimal mark decides what could be read in two ways (1.234) and refuses what contradicts it (1,234.5 where the comma was declared); 4.75 is 4.75 under either. Nothing is rounded or guessed.',
    },
    fix: {
      vi: 'Ghi lại số điểm; chưa có điểm thì để trống.',
      en: 'Write the points again; leave the cell blank while there are none.',
    },
  }),
  'points/ambiguous-number': kind<{ text: string; whole: string; decimal: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.text)} có thể là số nguyên ${a.whole}, cũng có thể là số thập phân (ba chữ số cuối là phần lẻ).`,
      en: (a, w) =>
        `${w.quote(a.text)} may be the whole number ${a.whole}, or one with three decimals.`,
    },
    why: {
      vi: 'Một dấu chấm hoặc phẩy trước đúng ba chữ số có thể là dấu nghìn hoặc dấu thập phân.',
      en: 'A point or comma before exactly three digits may mark thousands or decimals.',
    },
    fix: {
      vi: 'Nếu là số thập phân, thêm một số 0 ở cuối (1,2340); nếu là số nguyên, bỏ dấu (1234); hoặc khai dấu thập phân của các bảng điểm: “decimal: comma” trong mục “index” của plan.yaml.',
      en: 'For a decimal add a 0 at the end (1.2340); for a whole number leave the mark out (1234); or declare the mark of the tables: `decimal: comma` under `index` in plan.yaml.',
    },
  }),
  /** `read`: the number that was read, empty where the text plainly says it; `mark`: what the plan declares. */
  'points/out-of-range': kind<{
    text: string;
    unit: string;
    /** Code of a criterion, or points beside the criteria. */
    of: { readonly criterion: string } | 'bonus' | 'penalty';
    max: string;
    read: string;
    mark: 'comma' | 'point' | '';
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.text)}${readVi(a)} nằm ngoài khoảng 0 đến ${a.max.replace('.', ',')} của ${typeof a.of === 'string' ? besideVi[a.of] : `tiêu chí ${w.quote(a.of.criterion)}`} (${a.unit}).`,
      en: (a, w) =>
        `${w.quote(a.text)}${readEn(a)} is outside 0 to ${a.max} of ${typeof a.of === 'string' ? besideEn[a.of] : `criterion ${w.quote(a.of.criterion)}`} (${a.unit}).`,
    },
    why: {
      vi: 'Điểm không thể âm hoặc lớn hơn mức tối đa trong phương án; không tự cắt về giới hạn.',
      en: 'Points cannot be negative or above the maximum in the plan; they are not clamped.',
    },
    fix: {
      vi: 'Kiểm tra điểm và dòng, cột của ô; nếu mức tối đa sai thì sửa “max” trong phương án.',
      en: 'Check the points and where they stand; if the maximum is wrong mend `max` in the plan.',
    },
  }),
  'points/repeated': kind<{
    unit: string;
    criterion: string;
    which: Stage | 'figure';
    file: string;
    row: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${a.which === 'figure' ? 'số liệu' : `${stageVi[a.which]}, tiêu chí`} ${w.quote(a.criterion)} của ${w.quote(a.unit)}, đã có ở ${a.file}, dòng ${w.int(a.row)}.`,
      en: (a, w) =>
        `the ${a.which === 'figure' ? 'figure' : `${stageEn[a.which]} of criterion`} ${w.quote(a.criterion)} of ${w.quote(a.unit)} already stands in ${a.file}, row ${w.int(a.row)}.`,
    },
    why: {
      vi: 'Hai dòng cho cùng một tiêu chí của cùng một đơn vị: không tự chọn dòng sau, kể cả khi hai số bằng nhau.',
      en: 'Two rows for one criterion of one unit: the last one does not win, even when they agree.',
    },
    fix: {
      vi: 'Giữ một dòng. Nếu mã bị trùng vì Excel đổi 1.10 thành 1.1, định dạng cột mã là Văn bản (Text).',
      en: 'Keep one row. If Excel turned 1.10 into 1.1, format the column of codes as Text.',
    },
  }),
  'points/off-step': kind<{ text: string; criterion: string; step: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.text)} không phải bội số của ${a.step.replace('.', ',')}, mức chấm điểm của tiêu chí ${w.quote(a.criterion)}.`,
      en: (a, w) =>
        `${w.quote(a.text)} is no multiple of ${a.step}, the step of criterion ${w.quote(a.criterion)}.`,
    },
    why: {
      vi: 'Phương án quy định điểm được cho theo từng mức (“step”); không tự làm tròn.',
      en: 'The plan gives points in steps (`step`); nothing is rounded.',
    },
    fix: {
      vi: 'Xem lại điểm đã cho; nếu tiêu chí này cho điểm lẻ hơn thì sửa “step” trong phương án.',
      en: 'Check the points; if this criterion is scored more finely, mend `step` in the plan.',
    },
  }),
  'points/figure-not-a-number': kind<{ text: string; figure: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        isTooLong(a.text)
          ? `${w.quote(a.text)} có quá nhiều chữ số (tối đa 30, trong đó 15 chữ số thập phân) cho số liệu ${w.quote(a.figure)}.`
          : `${w.quote(a.text)} không phải là con số của số liệu ${w.quote(a.figure)}.`,
      en: (a, w) =>
        isTooLong(a.text)
          ? `${w.quote(a.text)} has too many digits (at most 30, 15 of them decimals) for the figure ${w.quote(a.figure)}.`
          : `${w.quote(a.text)} is no number for the figure ${w.quote(a.figure)}.`,
    },
    why: {
      vi: 'Chỉ nhận con số như 1250 hoặc 97,5 (97.5), tối đa 15 chữ số thập phân, không kèm dấu %, đơn vị tính hay phép tính; không làm tròn, không đoán.',
      en: 'Only numbers such as 1250 or 97.5 (97,5) with at most 15 decimals, without %, units or sums. Nothing is rounded or guessed.',
    },
    fix: {
      vi: 'Ghi lại con số (97,5 thay cho 97,5%); chưa có thì để trống. Số liệu có/không thì khai kind: yes-no trong phương án.',
      en: 'Write the number alone (97.5 for 97.5%); leave it blank while it is not known. For yes and no declare kind: yes-no in the plan.',
    },
  }),
  'points/not-yes-no': kind<{ text: string; figure: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)}: số liệu ${w.quote(a.figure)} chỉ nhận có hoặc không.`,
      en: (a, w) => `${w.quote(a.text)}: the figure ${w.quote(a.figure)} is yes or no.`,
    },
    why: {
      vi: 'Nhận: có, đạt, đúng, x, 1; không, không đạt, chưa đạt, sai, 0. Ô trống là chưa biết, không phải “không”.',
      en: 'Read are: yes, y, x, true, có, đạt, 1; no, n, false, không, không đạt, 0. A blank is not known, never “no”.',
    },
    fix: {
      vi: 'Ghi lại “có” hoặc “không”; chưa biết thì để trống.',
      en: 'Write “yes” or “no”; leave it blank while it is not known.',
    },
  }),
  'points/figure-out-of-range': kind<{
    text: string;
    figure: string;
    /** Null: no such bound. */
    from: string | null;
    to: string | null;
    read: string;
    mark: 'comma' | 'point' | '';
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.text)}${readVi(a)} ${a.to === null ? `nhỏ hơn ${w.decimal(a.from ?? '')}` : a.from === null ? `lớn hơn ${w.decimal(a.to)}` : `nằm ngoài khoảng ${w.decimal(a.from)} đến ${w.decimal(a.to)}`}, giới hạn của số liệu ${w.quote(a.figure)}.`,
      en: (a, w) =>
        `${w.quote(a.text)}${readEn(a)} is ${a.to === null ? `below ${w.decimal(a.from ?? '')}` : a.from === null ? `above ${w.decimal(a.to)}` : `outside ${w.decimal(a.from)} to ${w.decimal(a.to)}`}, as the plan bounds the figure ${w.quote(a.figure)}.`,
    },
    why: {
      vi: 'Giới hạn của số liệu (“from”, “to”) do phương án quy định; không tự cắt về giới hạn.',
      en: 'The plan bounds the figure (`from`, `to`); values are not clamped.',
    },
    fix: {
      vi: 'Kiểm tra con số và đơn vị tính; nếu giới hạn sai thì sửa trong phương án.',
      en: 'Check the number and what it is counted in; if the bound is wrong mend the plan.',
    },
  }),
  'points/figure-not-applicable': kind<{ text: string; figure: string; unit: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `ô ghi ${w.quote(a.text)}, nhưng có tiêu chí áp dụng cho ${w.quote(a.unit)} dùng số liệu ${w.quote(a.figure)}.`,
      en: (a, w) =>
        `the cell says ${w.quote(a.text)}, but criteria that apply to ${w.quote(a.unit)} use the figure ${w.quote(a.figure)}.`,
    },
    why: {
      vi: 'Tiêu chí có áp dụng cho đơn vị hay không do phương án quyết định (“not_for”), không do bảng số liệu.',
      en: 'The plan decides what applies to a unit (`not_for`), not the table.',
    },
    fix: {
      vi: 'Ghi con số (không có vụ việc nào thì ghi 0), để trống nếu chưa biết, hoặc khai “not_for” ở tiêu chí.',
      en: 'Write the number (0 where there was nothing), leave it blank while it is not known, or name the unit under `not_for` of the criterion.',
    },
  }),
  'points/figure-self-only': kind<{ unit: string; figure: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `số liệu ${w.quote(a.figure)} của ${w.quote(a.unit)} mới do đơn vị tự báo cáo, chưa thẩm định: chưa được tính.`,
      en: (a, w) =>
        `the figure ${w.quote(a.figure)} of ${w.quote(a.unit)} is given by the unit alone and not appraised: it does not count yet.`,
    },
    why: {
      vi: 'Như điểm tự đánh giá, số liệu tự báo cáo chỉ để đối chiếu.',
      en: 'Like points that a unit gives itself, it is only held against the appraisal.',
    },
    fix: {
      vi: 'Ghi số liệu đã thẩm định vào cột thẩm định, cột “Giá trị”, hoặc cột mang tên số liệu của bảng không phải bảng tự đánh giá.',
      en: 'Write the value as appraised: under “Thẩm định”, under “Giá trị” (value), or in a column of the figure in a table that is not the self-assessment.',
    },
  }),
  'points/value-of-criterion': kind<{ criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột giá trị chỉ dùng cho số liệu; dòng này là tiêu chí ${w.quote(a.criterion)}.`,
      en: (a, w) =>
        `the column of values is for figures; this row is about criterion ${w.quote(a.criterion)}.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Ghi điểm của tiêu chí vào cột “Tự đánh giá”, “Thẩm định lần 1” hoặc “Thẩm định lần 2”.',
      en: 'Write the points of a criterion under self, first or second.',
    },
  }),
  'points/second-without-first': kind<{ unit: string; criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `có điểm thẩm định lần 2 nhưng chưa có lần 1: tiêu chí ${w.quote(a.criterion)} của ${w.quote(a.unit)}.`,
      en: (a, w) =>
        `a second appraisal without a first: criterion ${w.quote(a.criterion)} of ${w.quote(a.unit)}.`,
    },
    why: {
      vi: 'Lần 2 thay cho lần 1 sau giải trình; thiếu lần 1 thì có thể ghi nhầm cột, nhầm dòng.',
      en: 'The second appraisal replaces the first after the explanation; without a first it may stand in the wrong column or row.',
    },
    fix: {
      vi: 'Ghi thêm điểm thẩm định lần 1, hoặc chuyển điểm này sang cột lần 1.',
      en: 'Write the first appraisal as well, or move these points to its column.',
    },
  }),
  'points/explanation-alone': kind<{
    unit: string;
    criterion: string;
    /** `self`, `first` */
    lacks: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `có giải trình nhưng chưa có ${w.list(a.lacks.map((one) => stageVi[one as Stage]))}: tiêu chí ${w.quote(a.criterion)} của ${w.quote(a.unit)}.`,
      en: (a, w) =>
        `an explanation without the ${w.list(a.lacks.map((one) => stageEn[one as Stage]))}: criterion ${w.quote(a.criterion)} of ${w.quote(a.unit)}.`,
    },
    why: {
      vi: 'Đơn vị giải trình về chênh lệch giữa điểm tự đánh giá và điểm thẩm định lần 1.',
      en: 'A unit explains the difference between its own score and the first appraisal.',
    },
    fix: {
      vi: 'Bổ sung điểm còn thiếu, hoặc kiểm tra giải trình có ghi nhầm dòng không. Giải trình vẫn được giữ trong báo cáo.',
      en: 'Add the missing points, or see whether the words stand in the wrong row. They are kept for the report all the same.',
    },
  }),
  'points/self-missing': kind<{
    units: readonly {
      readonly unit: string;
      readonly of: number;
      readonly criteria: readonly string[];
    }[];
  }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `chưa có điểm tự đánh giá: ${w.list(
          a.units.map(({ unit, of, criteria }) =>
            criteria.length === of
              ? `${unit} (cả ${w.int(of)} tiêu chí)`
              : `${unit} (${w.int(criteria.length)}/${w.int(of)} tiêu chí: ${w.list(criteria, 5)})`,
          ),
          10,
        )}.`,
      en: (a, w) =>
        `no self-assessment yet: ${w.list(
          a.units.map(({ unit, of, criteria }) =>
            criteria.length === of
              ? `${unit} (all ${w.int(of)} criteria)`
              : `${unit} (${w.int(criteria.length)} of ${w.int(of)} criteria: ${w.list(criteria, 5)})`,
          ),
          10,
        )}.`,
    },
    why: {
      vi: 'Điểm tự đánh giá không tính vào chỉ số, chỉ để đối chiếu với điểm thẩm định.',
      en: 'Self-assessments do not count for the index; they are held against the appraisal.',
    },
    fix: {
      vi: 'Không cần sửa nếu đơn vị không phải tự đánh giá; nếu có, bổ sung vào bảng điểm.',
      en: 'Nothing to mend where units need not assess themselves; else add the points.',
    },
  }),
  'points/negative-penalty': kind<{ text: string; points: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `điểm trừ ghi ${w.quote(a.text)}: có phải trừ ${a.points.replace('.', ',')} điểm?`,
      en: (a, w) => `the penalty says ${w.quote(a.text)}: are ${a.points} points taken away?`,
    },
    why: {
      vi: 'Cột điểm trừ đã có nghĩa là trừ; thêm dấu âm thì không rõ là trừ hay được trả lại.',
      en: 'A penalty is taken away already; with a minus it may be taken away or given back.',
    },
    fix: {
      vi: 'Ghi số điểm bị trừ không có dấu trừ, ví dụ 0,5.',
      en: 'Write the points taken away without a minus, e.g. 0.5.',
    },
  }),
  'points/no-adjustment': kind<{ kind: 'bonus' | 'penalty'; unit: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `có ${a.kind === 'bonus' ? 'điểm thưởng' : 'điểm trừ'} của ${w.quote(a.unit)}, nhưng phương án không có ${a.kind === 'bonus' ? 'điểm thưởng' : 'điểm trừ'}.`,
      en: (a, w) =>
        `${w.quote(a.unit)} is given ${a.kind} points, but the plan knows no ${a.kind} points.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Khai mức tối đa trong phương án (“bonus: { max: … }” hoặc “penalty: { max: … }” ở mục “index”), hoặc xóa các điểm này.',
      en: 'Give the most in the plan (`bonus: { max: … }` or `penalty: { max: … }` under `index`), or remove the points.',
    },
  }),
  'points/two-units': kind<{ first: string; second: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `bảng không có cột “Đơn vị”; chỗ thì ghi ${w.quote(a.first)}, chỗ thì ghi ${w.quote(a.second)}.`,
      en: (a, w) =>
        `the table has no column of units; it is called ${w.quote(a.first)} in one place and ${w.quote(a.second)} in another.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Sửa dòng “Đơn vị: …”, tên trang tính hoặc tên tệp cho cùng một đơn vị, hoặc thêm cột “Đơn vị”.',
      en: 'Let the line “Đơn vị: …”, the sheet and the file name the same unit, or add a column of units.',
    },
  }),
  'points/unit-of-file': kind<{ unit: string; source: 'above' | 'sheet' | 'file' }>({
    severity: 'note',
    text: {
      vi: (a, w) => `cả bảng được tính cho ${w.quote(a.unit)}, theo ${sourceVi[a.source]}.`,
      en: (a, w) => `the whole table is taken for ${w.quote(a.unit)}, by ${sourceEn[a.source]}.`,
    },
    why: {
      vi: 'Bảng không có cột “Đơn vị”.',
      en: 'The table has no column of units.',
    },
    fix: {
      vi: 'Không cần sửa nếu đúng; nếu không, thêm cột “Đơn vị”.',
      en: 'Nothing to mend if that is right; else add a column of units.',
    },
  }),
  'points/round-of-file': kind<{
    round: 'self' | 'first' | 'second';
    source: 'above' | 'sheet' | 'file';
  }>({
    severity: 'note',
    text: {
      vi: (a) =>
        `điểm không ghi rõ trong tiêu đề cột được hiểu là ${stageVi[a.round]}, theo ${sourceVi[a.source]}.`,
      en: (a) =>
        `points whose heading does not say so are taken as the ${stageEn[a.round]}, by ${sourceEn[a.source]}.`,
    },
    why: {
      vi: 'Mỗi lần tự đánh giá, thẩm định là một loại điểm riêng.',
      en: 'Self-assessment, first and second appraisal are kept apart.',
    },
    fix: {
      vi: 'Không cần sửa nếu đúng; nếu không, ghi rõ ở tiêu đề cột, ví dụ “1.1 / Thẩm định lần 2”.',
      en: 'Nothing to mend if that is right; else say it in the headings, e.g. “1.1 / second”.',
    },
  }),
  'points/says-not-applicable': kind<{ text: string; unit: string; criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `ô ghi ${w.quote(a.text)}, nhưng phương án vẫn tính tiêu chí ${w.quote(a.criterion)} cho ${w.quote(a.unit)}.`,
      en: (a, w) =>
        `the cell says ${w.quote(a.text)}, but in the plan criterion ${w.quote(a.criterion)} applies to ${w.quote(a.unit)}.`,
    },
    why: {
      vi: 'Tiêu chí không áp dụng làm giảm điểm tối đa của đơn vị; việc đó do phương án quyết định, không do bảng điểm.',
      en: "A criterion that does not apply lowers the unit's maximum; the plan decides that, not the table.",
    },
    fix: {
      vi: 'Khai “not_for” ở tiêu chí này trong phương án; nếu chỉ là chưa có điểm thì để trống ô.',
      en: 'Name the unit under `not_for` of the criterion in the plan; if points are merely missing leave the cell blank.',
    },
  }),
  'points/does-not-apply': kind<{ unit: string; criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)} không áp dụng cho ${w.quote(a.unit)} theo phương án, nhưng bảng lại có điểm.`,
      en: (a, w) =>
        `by the plan criterion ${w.quote(a.criterion)} does not apply to ${w.quote(a.unit)}, yet the table gives points.`,
    },
    why: {
      vi: 'Một trong hai chỗ sai; nếu bỏ qua điểm này thì chỉ số của đơn vị có thể sai.',
      en: 'One of the two is wrong; dropping the points could make the percentage wrong.',
    },
    fix: {
      vi: 'Xóa điểm trong bảng, hoặc bỏ đơn vị khỏi “not_for” của tiêu chí.',
      en: 'Remove the points, or take the unit out of `not_for`.',
    },
  }),
  'points/cell-fault': kind<{ reason: string }>({
    severity: 'error',
    text: {
      vi: (a) => `không đọc được ô: ${faultVi[a.reason] ?? a.reason}.`,
      en: (a) => `the cell cannot be read: ${faultEn[a.reason] ?? a.reason}.`,
    },
    why: wholeTableWhy,
    fix: {
      vi: 'Mở tệp trong Excel, dán lại ô thành giá trị (Paste Special → Values), lưu rồi chạy lại.',
      en: 'Open the file in Excel, paste the cell as a value, save and run again.',
    },
  }),
  'points/mixed-simulated': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'bảng điểm lẫn cả dòng mô phỏng và dòng thật.',
      en: () => 'simulated rows and real rows stand together in points/.',
    },
    why: {
      vi: 'Kết quả thật không được lẫn số liệu diễn tập.',
      en: 'Real results must not contain figures of a rehearsal.',
    },
    fix: {
      vi: 'Chuyển tệp mô phỏng ra khỏi thư mục points/; không tự xóa cột “Mô phỏng” để trộn.',
      en: 'Move the simulated files out of points/; do not remove the column to mix them.',
    },
  }),
  'points/ignored-file': kind<{ name: string }>({
    severity: 'note',
    text: {
      vi: (a, w) => `không đọc ${w.quote(a.name)}: không phải bảng CSV hoặc Excel.`,
      en: (a, w) => `${w.quote(a.name)} is not read: it is no CSV or Excel table.`,
    },
    why: {
      vi: 'Thư mục points/ chỉ dành cho bảng điểm.',
      en: 'Only tables of points are read from points/.',
    },
    fix: {
      vi: 'Không cần sửa; nếu tệp có điểm thì lưu lại thành .xlsx hoặc .csv.',
      en: 'Nothing to mend; if it holds points, save it as .xlsx or .csv.',
    },
  }),
};

type Stage = 'self' | 'first' | 'explanation' | 'second' | 'evidence';

const becauseVi = {
  survey: 'lấy điểm từ điều tra, không nhận điểm thẩm định',
  parent: 'gộp từ các tiêu chí con, không nhập điểm trực tiếp',
  'worked-out': 'tính từ số liệu, không nhập điểm trực tiếp; ghi các số liệu mà nó dùng',
} as const;

const becauseEn = {
  survey: 'gets its points from the survey, not from the appraisal',
  parent: 'gets its points from its sub-criteria and takes none itself',
  'worked-out':
    'is worked out from figures and takes no points itself; give the figures that it uses',
} as const;

const stageVi: Readonly<Record<Stage, string>> = {
  self: 'điểm tự đánh giá',
  first: 'điểm thẩm định lần 1',
  explanation: 'giải trình',
  second: 'điểm thẩm định lần 2',
  evidence: 'tài liệu kiểm chứng',
};

const stageEn: Readonly<Record<Stage, string>> = {
  self: 'self-assessment',
  first: 'first appraisal',
  explanation: 'explanation',
  second: 'second appraisal',
  evidence: 'evidence',
};

const sourceVi = {
  above: 'dòng ghi phía trên bảng',
  sheet: 'tên trang tính',
  file: 'tên tệp',
} as const;

const sourceEn = {
  above: 'the line above it',
  sheet: 'the name of its sheet',
  file: 'the name of its file',
} as const;

const faultVi: Readonly<Record<string, string>> = {
  'formula-without-value': 'công thức chưa có kết quả',
  'error-value': 'ô báo lỗi (#N/A, #REF! …)',
  boolean: 'ô là giá trị đúng/sai (TRUE/FALSE)',
  'too-long': 'nội dung quá dài',
  merged: 'nằm trong vùng ô gộp, giá trị chỉ có ở ô đầu',
  twice: 'có hai giá trị trong tệp',
  'missing-text': 'chữ không có trong tệp',
};

const faultEn: Readonly<Record<string, string>> = {
  'formula-without-value': 'a formula without a value',
  'error-value': 'an error value (#N/A, #REF! …)',
  boolean: 'a TRUE/FALSE value',
  'too-long': 'too long',
  merged: 'merged with the cells beside it, whose first alone holds the value',
  twice: 'two values in the file',
  'missing-text': 'its text is not in the file',
};
