/** Findings about single keys and values of the plan and its frame files. */
import { kind } from './finding.ts';
import { type IdKind, idKinds, type Shape, shapes } from './plan-words.ts';

const asWritten = {
  vi: 'Giá trị được đọc đúng như đã ghi, không tự đoán.',
  en: 'A value is taken as it is written; nothing is guessed.',
};

/** More than any map has: the key that is wanted may be the last one. */
const longestKeys = 40;

export const planValueFindings = {
  'plan/unknown-key': kind<{
    key: string;
    near: readonly string[];
    known: readonly string[];
    /** `to` of a class, which ends where the one above begins. */
    isUpperLimit?: boolean;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không có khóa ${w.quote(a.key)} ở đây${a.near.length > 0 ? '' : ` (có: ${w.list(a.known, longestKeys)})`}${a.isUpperLimit === true ? '; giới hạn trên của mỗi mức là “from” của mức đứng trước' : ''}.`,
      en: (a, w) =>
        `there is no key ${w.quote(a.key)} here${a.near.length > 0 ? '' : ` (there are: ${w.list(a.known, longestKeys)})`}${a.isUpperLimit === true ? '; a class ends where the one above it begins' : ''}.`,
    },
    why: {
      vi: 'Khóa gõ sai sẽ bị bỏ qua mà không ai biết, nên được báo là lỗi.',
      en: 'A mistyped key would be left out without anybody noticing.',
    },
    fix: {
      vi: 'Sửa lại tên khóa, hoặc xóa dòng. Lệnh “survey plan schema” liệt kê mọi khóa.',
      en: 'Mend the key or delete the line. `survey plan schema` lists every key.',
    },
  }),
  'plan/missing-key': kind<{ key: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `thiếu khóa ${w.quote(a.key)}.`,
      en: (a, w) => `the key ${w.quote(a.key)} is missing.`,
    },
    why: {
      vi: 'Không có giá trị này thì các bước sau không làm được.',
      en: 'The later steps cannot be done without it.',
    },
    fix: {
      vi: 'Thêm khóa này vào mục được chỉ.',
      en: 'Add the key to the item shown.',
    },
  }),
  'plan/empty-value': kind<{ key: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.key)} để trống.`,
      en: (a, w) => `${w.quote(a.key)} is blank.`,
    },
    why: {
      vi: 'Để trống thì không biết là quên hay là không có.',
      en: 'A blank does not say whether it was forgotten or is not there.',
    },
    fix: {
      vi: 'Ghi giá trị, hoặc xóa cả khóa nếu không có.',
      en: 'Write the value, or delete the key if there is none.',
    },
  }),
  'plan/empty-list': kind<{ key: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.key)} phải có ít nhất một mục.`,
      en: (a, w) => `${w.quote(a.key)} needs at least one entry.`,
    },
    why: {
      vi: 'Danh sách rỗng ở đây không có nghĩa.',
      en: 'An empty list means nothing here.',
    },
    fix: {
      vi: 'Thêm mục vào danh sách, hoặc xóa cả khóa nếu khóa không bắt buộc.',
      en: 'Add an entry, or delete the key where it may be left out.',
    },
  }),
  'plan/wrong-shape': kind<{
    key: string;
    found: Shape;
    expected: readonly Shape[];
    /** How this very key is written. */
    example?: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.key)} phải là ${a.expected.map((one) => shapes[one].vi).join(' hoặc ')}, ở đây là ${shapes[a.found].vi}${a.example === undefined ? '' : `; ví dụ ${a.example}`}.`,
      en: (a, w) =>
        `${w.quote(a.key)} must be ${a.expected.map((one) => shapes[one].en).join(' or ')}; here it is ${shapes[a.found].en}${a.example === undefined ? '' : `; for instance ${a.example}`}.`,
    },
    why: asWritten,
    fix: {
      vi: 'Danh sách: [a, b] hoặc mỗi dòng một dấu “- ”. Cặp khóa: { khóa: giá trị } hoặc mỗi dòng một cặp.',
      en: 'A list: [a, b] or one `- ` a line. Pairs: { key: value } or one pair a line.',
    },
  }),
  'plan/not-a-count': kind<{
    text: string;
    /** A percentage may stand here too. */
    percent?: boolean;
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => {
        if (a.percent) return `${w.quote(a.text)} không phải số đếm (5) hay tỷ lệ phần trăm (10%).`;
        return `${w.quote(a.text)} không phải số đếm${/[.,]/.test(a.text) ? ': dấu chấm, phẩy là phân cách hàng nghìn hay phần thập phân?' : '.'}`;
      },
      en: (a, w) => {
        if (a.percent) return `${w.quote(a.text)} is neither a count (5) nor a percentage (10%).`;
        return `${w.quote(a.text)} is not a count${/[.,]/.test(a.text) ? ': does the mark part thousands, or decimals?' : '.'}`;
      },
    },
    why: {
      vi: '“2.085” ở Việt Nam là hai nghìn không trăm tám mươi lăm, với máy là 2,085; hiểu sai thì cả bảng sai.',
      en: '“2.085” is two thousand and eighty-five in Vietnam and 2.085 to a computer; a wrong guess spoils every total.',
    },
    fix: {
      vi: 'Ghi số nguyên liền nhau, không dấu chấm, không dấu phẩy: 2085. Số liệu chưa có thì ghi unknown.',
      en: 'Write whole numbers without any mark: 2085; write `unknown` for a figure that is still to come.',
    },
  }),
  'plan/not-a-decimal': kind<{
    text: string;
    /** What may stand there: a number, a percentage, or either. */
    wanted: 'decimal' | 'percent' | 'share' | 'threshold';
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => {
        if (a.wanted === 'percent') return `${w.quote(a.text)} phải ghi thành tỷ lệ có dấu %.`;
        const share =
          a.wanted === 'share' || a.wanted === 'threshold' ? ' hoặc tỷ lệ phần trăm' : '';
        return `${w.quote(a.text)} không phải số${share}.`;
      },
      en: (a, w) => {
        if (a.wanted === 'percent') return `${w.quote(a.text)} must be a percentage, with its %.`;
        const share = a.wanted === 'share' || a.wanted === 'threshold' ? ' or percentage' : '';
        return `${w.quote(a.text)} is not a number${share}.`;
      },
    },
    why: asWritten,
    fix: {
      vi: 'Chỗ cần con số thì chỉ ghi chữ số, phần thập phân dùng dấu chấm: 1.6. Chỗ cần tỷ lệ phần trăm thì ghi cả dấu %: 60%, 2.5%.',
      en: 'Where a number is wanted write digits alone, decimals with a point: 1.6. Where a percentage is wanted keep its sign: 60%, 2.5%.',
    },
  }),
  'plan/out-of-range': kind<{
    text: string;
    least: string;
    most: string;
    near?: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} phải nằm trong khoảng ${a.least} đến ${a.most}.`,
      en: (a, w) => `${w.quote(a.text)} must lie between ${a.least} and ${a.most}.`,
    },
    why: {
      vi: 'Ngoài khoảng này con số không có nghĩa.',
      en: 'Outside this range the figure makes no sense.',
    },
    fix: { vi: 'Sửa lại con số.', en: 'Mend the figure.' },
  }),
  'plan/unlikely-percent': kind<{
    group: string;
    key: string;
    text: string;
    side: 'above' | 'below';
    bound: string;
    near: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” là ${a.text}%, ${a.side === 'above' ? 'cao hơn' : 'thấp hơn'} ${a.bound}%: có nhầm không?`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.key}\` is ${a.text}%, ${a.side} ${a.bound}%: is that a slip?`,
    },
    why: {
      vi: 'Nhầm 0.05 với 0.05% làm cỡ mẫu lệch hàng trăm lần mà bảng vẫn tính được.',
      en: 'Taking 0.05 for 0.05% makes a sample hundreds of times too large, and nothing else shows it.',
    },
    fix: {
      vi: 'Sửa lại tỷ lệ (5% chứ không phải 0.05%); nếu đúng là như vậy thì để nguyên.',
      en: 'Mend the percentage (5%, not 0.05%); leave it if it is meant so.',
    },
  }),
  'plan/not-yes-no': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)}: chỉ ghi yes hoặc no.`,
      en: (a, w) => `${w.quote(a.text)}: write yes or no.`,
    },
    why: asWritten,
    fix: { vi: 'Ghi yes (có) hoặc no (không).', en: 'Write yes or no.' },
  }),
  'plan/not-a-date': kind<{
    text: string;
    month: boolean;
    /** Of the month that is written, when it does not have the day that is written. */
    lastDay: string | null;
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.lastDay !== null
          ? `${w.quote(a.text)}: tháng ${Number(a.lastDay.slice(5, 7))}/${a.lastDay.slice(0, 4)} chỉ có ${a.lastDay.slice(8)} ngày.`
          : `${w.quote(a.text)} không phải ngày dạng năm-tháng-ngày${a.month ? ' hay tháng dạng năm-tháng' : ''}.`,
      en: (a, w) =>
        a.lastDay !== null
          ? `${w.quote(a.text)}: month ${Number(a.lastDay.slice(5, 7))} of ${a.lastDay.slice(0, 4)} has only ${a.lastDay.slice(8)} days.`
          : `${w.quote(a.text)} is not a date written year-month-day${a.month ? ', nor a month' : ''}.`,
    },
    why: {
      vi: '“6/10” có thể là 6 tháng 10 hoặc 10 tháng 6; cách ghi năm-tháng-ngày chỉ có một nghĩa.',
      en: '“6/10” is October to some and June to others; year-month-day has one meaning.',
    },
    fix: {
      vi: 'Ghi ngày có thật theo dạng 2023-09-21 (tháng: 2023-09).',
      en: 'Write a day that exists as 2023-09-21 (a month as 2023-09).',
    },
  }),
  'plan/not-a-time': kind<{ text: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} không phải giờ dạng 16:30.`,
      en: (a, w) => `${w.quote(a.text)} is not a time such as 16:30.`,
    },
    why: asWritten,
    fix: {
      vi: 'Ghi giờ và phút hai chữ số, trong ngoặc kép: "16:30".',
      en: 'Write hours and minutes with two digits each: "16:30".',
    },
  }),
  'plan/not-an-id': kind<{ text: string; kind: IdKind; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} không dùng được ở đây: phải là ${idKinds[a.kind].vi}.`,
      en: (a, w) => `${w.quote(a.text)} cannot stand here: it must be ${idKinds[a.kind].en}.`,
    },
    why: {
      vi: 'Mã đi vào số sê-ri, tên tệp và tiêu đề cột, nên chỉ dùng ký tự mà máy nào cũng đọc được.',
      en: 'Ids go into serials, file names and headings, so they keep to letters that every machine reads.',
    },
    fix: {
      vi: 'Sửa lại theo đúng dạng; tên tiếng Việt có dấu để ở “name”.',
      en: 'Mend it; the name with its marks goes into `name`.',
    },
  }),
  'plan/not-one-of': kind<{ text: string; allowed: readonly string[]; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.text)} không có trong các giá trị được dùng: ${w.list(a.allowed, 12)}.`,
      en: (a, w) => `${w.quote(a.text)} is none of ${w.list(a.allowed, 12)}.`,
    },
    why: asWritten,
    fix: { vi: 'Chọn một trong các giá trị đó.', en: 'Choose one of these.' },
  }),
};
