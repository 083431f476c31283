/** Findings about figures, formulas and conditions of the index. */
import { kind } from './finding.ts';

type Fault =
  | 'unexpected'
  | 'unclosed'
  | 'unknown-function'
  | 'too-long'
  | 'too-deep'
  | 'empty'
  | 'decimal-comma'
  | 'inverted'
  | 'percent'
  | 'chained'
  | 'arguments'
  | 'digits'
  | 'truth-as-number'
  | 'number-as-truth';

const faultVi: Readonly<Record<Fault, string>> = {
  unexpected: 'không hiểu được từ chỗ này',
  unclosed: 'dấu ngoặc mở ở đây chưa được đóng',
  'unknown-function': 'không có hàm này; có các hàm min, max, abs, round, if',
  'too-long': 'biểu thức dài quá 1000 ký tự',
  'too-deep': 'quá nhiều lớp ngoặc (tối đa 40)',
  empty: 'biểu thức để trống',
  'decimal-comma':
    'số thập phân phải dùng dấu chấm (2.5); nếu là dấu ngăn giữa hai số thì thêm dấu cách sau dấu phẩy (2, 5)',
  inverted: 'dấu so sánh viết >= (lớn hơn hoặc bằng) hoặc <= (nhỏ hơn hoặc bằng)',
  percent: 'bỏ dấu %; percent[2] >= 80 đã là 80 %',
  chained: 'không viết hai phép so sánh liền nhau; viết a > 1 and a < 3',
  arguments: 'số lượng giá trị trong ngoặc của hàm không đúng',
  digits: 'số chữ số của round phải là số nguyên từ 0 đến 10',
  'truth-as-number': 'chỗ này cần một con số, nhưng lại là một điều kiện đúng/sai',
  'number-as-truth': 'chỗ này cần một điều kiện; so sánh số này với một mức, ví dụ … >= 80',
};

const faultEn: Readonly<Record<Fault, string>> = {
  unexpected: 'nothing can be made of it from here on',
  unclosed: 'the bracket opened here is not closed',
  'unknown-function': 'there is no such function; there are min, max, abs, round, if',
  'too-long': 'the expression is longer than 1000 characters',
  'too-deep': 'brackets are nested too deeply (40 at most)',
  empty: 'the expression is empty',
  'decimal-comma':
    'decimals take a point (2.5); between two numbers write a space after the comma (2, 5)',
  inverted: 'comparisons are written >= or <=',
  percent: 'leave the % out; percent[2] >= 80 means 80 %',
  chained: 'two comparisons in a row; write a > 1 and a < 3',
  arguments: 'the function takes another number of values',
  digits: 'the digits of round are a whole number from 0 to 10',
  'truth-as-number': 'a number is wanted here, and this is a condition',
  'number-as-truth': 'a condition is wanted here; compare the number with one, e.g. … >= 80',
};

const oneMeaning = {
  vi: 'Mỗi tên trong công thức và trong bảng points/ phải chỉ đúng một số liệu.',
  en: 'A name in a formula, and in the tables of points/, must mean one thing.',
};

export const planExpressionFindings = {
  'plan/bad-expression': kind<{ text: string; at: number; why: Fault }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không đọc được biểu thức ${w.quote(a.text)}, ký tự thứ ${w.int(a.at + 1)}: ${faultVi[a.why]}.`,
      en: (a, w) =>
        `the expression ${w.quote(a.text)} cannot be read, character ${w.int(a.at + 1)}: ${faultEn[a.why]}.`,
    },
    why: {
      vi: 'Công thức và điều kiện chỉ dùng số liệu đã khai, số (dấu chấm thập phân), + - * /, = != < <= > >=, and, or, not, ngoặc tròn và các hàm min, max, abs, round, if.',
      en: 'Formulas and conditions use declared figures, numbers with a decimal point, + - * /, = != < <= > >=, and, or, not, brackets and the functions min, max, abs, round, if.',
    },
    fix: {
      vi: 'Sửa ở chỗ được chỉ. Công thức, ví dụ: dung_han / tong * max; điều kiện của tiêu chí: dung_han / tong >= 0.95 and bao_cao; điều kiện của mức xếp loại (only_if): percent[2] >= 80, points[penalty] = 0',
      en: 'Mend it at the place marked. A formula: dung_han / tong * max; a condition of a criterion: dung_han / tong >= 0.95 and bao_cao; a condition of a class (`only_if`): percent[2] >= 80, points[penalty] = 0',
    },
  }),
  'plan/expression-kind': kind<{ text: string; wanted: 'formula' | 'condition' | 'class' }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.wanted === 'formula'
          ? `${w.quote(a.text)} là điều kiện đúng/sai, không phải công thức cho ra con số.`
          : `${w.quote(a.text)} cho ra con số, không phải điều kiện đúng/sai.`,
      en: (a, w) =>
        a.wanted === 'formula'
          ? `${w.quote(a.text)} is true or false; a formula gives a number.`
          : `${w.quote(a.text)} gives a number; a condition is true or false.`,
    },
    why: {
      vi: '“formula” tính ra điểm (hoặc giá trị); “all”, “any” và “only_if” xét đúng hay sai.',
      en: '`formula` gives points (or a value); `all`, `any` and `only_if` ask what is true.',
    },
    fix: {
      vi: 'Với điều kiện: so sánh với một mức (… >= 80), hoặc dùng tên một số liệu có/không. Với công thức: dùng if(điều kiện, điểm khi đúng, điểm khi sai), hoặc chuyển sang “all”.',
      en: 'For a condition compare with a number (… >= 80) or name a yes-no figure. For a formula write if(condition, points, other points), or use `all`.',
    },
  }),
  'plan/circular-expression': kind<{ name: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.name)} chỉ dùng được trong “only_if” của mức xếp loại.`,
      en: (a, w) => `${w.quote(a.name)} can only be used in \`only_if\` of a class.`,
    },
    why: {
      vi: 'Điểm các tiêu chí chỉ có sau khi chấm xong; tiêu chí tính từ điểm tiêu chí khác có thể thành vòng tròn.',
      en: 'Points of criteria are there once all are scored; a criterion worked out from others could go in a circle.',
    },
    fix: {
      vi: 'Dùng số liệu (index.figures), hoặc gộp các tiêu chí bằng “criteria” và “combine” (sum, mean, all, any …).',
      en: 'Use figures (index.figures), or bring criteria together with `criteria` and `combine` (sum, mean, all, any …).',
    },
  }),
  'plan/max-of-class': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () =>
        '“max” là điểm tối đa của một tiêu chí; điều kiện xếp loại không thuộc tiêu chí nào.',
      en: () => '`max` is the maximum of a criterion; the condition of a class belongs to none.',
    },
    why: oneMeaning,
    fix: {
      vi: 'Dùng percent[…], tỷ lệ phần trăm của điểm tối đa, hoặc ghi con số.',
      en: 'Use percent[…], which is out of the maximum, or write the number.',
    },
  }),
  'plan/percent-of-bonus': kind<{ kind: 'bonus' | 'penalty' }>({
    severity: 'error',
    text: {
      vi: (a) => `${a.kind === 'bonus' ? 'điểm thưởng' : 'điểm trừ'} không có tỷ lệ phần trăm.`,
      en: (a) => `${a.kind} points have no percent.`,
    },
    why: oneMeaning,
    fix: {
      vi: 'Dùng points[bonus] hoặc points[penalty], ví dụ points[penalty] = 0',
      en: 'Use points[bonus] or points[penalty], e.g. points[penalty] = 0',
    },
  }),
  'plan/no-bonus': kind<{ kind: 'bonus' | 'penalty' }>({
    severity: 'error',
    text: {
      vi: (a) =>
        `điều kiện dùng ${a.kind === 'bonus' ? 'điểm thưởng' : 'điểm trừ'}, nhưng phương án không có ${a.kind === 'bonus' ? 'điểm thưởng' : 'điểm trừ'}.`,
      en: (a) => `the condition uses ${a.kind} points, and the plan knows none.`,
    },
    why: {
      vi: 'Điều kiện không bao giờ xét được, nên không đơn vị nào đạt mức này.',
      en: 'The condition could never be judged, and no unit would get the class.',
    },
    fix: {
      vi: 'Khai “bonus: { max: … }” hoặc “penalty: { max: … }” ở mục “index”, hoặc bỏ điều kiện.',
      en: 'Declare `bonus: { max: … }` or `penalty: { max: … }` under `index`, or drop the condition.',
    },
  }),
  'plan/figure-word': kind<{ figure: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.figure)} không dùng làm tên số liệu được: đó là từ của công thức, hoặc tiêu đề cột có nghĩa khác trong bảng points/.`,
      en: (a, w) =>
        `${w.quote(a.figure)} cannot be the name of a figure: formulas or the headings of points/ give it another meaning.`,
    },
    why: {
      vi: 'Đó là từ của công thức (max, if, and …) hoặc tiêu đề cột có nghĩa khác trong bảng points/ (unit, self, note …).',
      en: 'It is a word of formulas (max, if, and …) or a heading that means something else in points/ (unit, self, note …).',
    },
    fix: {
      vi: 'Đặt tên khác, ví dụ so_ho_so',
      en: 'Choose another name, e.g. so_ho_so',
    },
  }),
  'plan/figure-clash': kind<{
    name: string;
    what: 'figure' | 'criterion' | 'unit-figure';
    first: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.name)} đã là tên của ${takenVi[a.what]} (${a.first}).`,
      en: (a, w) => `${w.quote(a.name)} is the name of ${takenEn[a.what]} already (${a.first}).`,
    },
    why: oneMeaning,
    fix: {
      vi: 'Đặt tên khác cho số liệu của bộ chỉ số.',
      en: 'Give the figure of the index another name.',
    },
  }),
  'plan/figure-bounds': kind<{ figure: string; from: string; to: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `số liệu ${w.quote(a.figure)}: nhỏ nhất ${w.decimal(a.from)} không nhỏ hơn lớn nhất ${w.decimal(a.to)}.`,
      en: (a, w) =>
        `the figure ${w.quote(a.figure)}: least ${w.decimal(a.from)} is not below most ${w.decimal(a.to)}.`,
    },
    why: {
      vi: 'Không giá trị nào (hoặc chỉ một giá trị) được chấp nhận.',
      en: 'No value, or only one, could be given.',
    },
    fix: {
      vi: 'Đổi lại “from” và “to”.',
      en: 'Mend `from` and `to`.',
    },
  }),
  'plan/bounds-of-yes-no': kind<{ figure: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `số liệu có/không ${w.quote(a.figure)} không có giới hạn.`,
      en: (a, w) => `the yes-no figure ${w.quote(a.figure)} takes no bounds.`,
    },
    why: {
      vi: '“from” và “to” chỉ dùng cho con số.',
      en: '`from` and `to` belong to numbers.',
    },
    fix: {
      vi: 'Bỏ “from”, “to”, hoặc ghi kind: number.',
      en: 'Drop `from` and `to`, or write kind: number.',
    },
  }),
};

const takenVi = {
  figure: 'một số liệu khác',
  criterion: 'một tiêu chí',
  'unit-figure': 'một số liệu của đơn vị',
} as const;

const takenEn = {
  figure: 'another figure',
  criterion: 'a criterion',
  'unit-figure': 'a figure of the units',
} as const;
