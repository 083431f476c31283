/** The words of the reference page in both languages, beside what the schema and the examples say themselves. */
import { idKinds } from '../../dist/findings/plan-words.js';

/** What a scalar may be: its name in the key tables, and how it is written. */
export const scalarWords = {
  text: {
    en: {
      name: 'text',
      text: 'Quotes only where a colon or `#` stands in it, and within `{ }` or `[ ]` also for a comma.',
    },
    vi: {
      name: 'văn bản',
      text: 'Chỉ cần dấu nháy khi có dấu hai chấm hoặc `#`; trong ngoặc `{ }`, `[ ]` thì khi có cả dấu phẩy.',
    },
  },
  count: {
    en: {
      name: 'whole number',
      text: '`2085`. Never `2.085` or `2,085`: the tool asks which was meant.',
    },
    vi: {
      name: 'số nguyên',
      text: '`2085`. Không ghi `2.085` hay `2,085`: chương trình sẽ hỏi lại là số nào.',
    },
  },
  figure: {
    en: {
      name: 'figure',
      text: 'A whole number, or `unknown` while it is not there. A figure of the kind `amount` may have decimals.',
    },
    vi: {
      name: 'số liệu',
      text: 'Số nguyên, hoặc `unknown` khi chưa có. Số liệu loại `amount` được có phần thập phân.',
    },
  },
  decimal: {
    en: { name: 'number', text: '`2.5`, with a decimal point.' },
    vi: { name: 'số thập phân', text: '`2.5`, dùng dấu chấm thập phân.' },
  },
  expression: {
    en: {
      name: 'expression',
      text: 'A formula or a condition: figures by their ids, numbers with a point, `max` (of the criterion), `+ - * /`, `= != < <= > >=`, `and`, `or`, `not`, brackets, `min`, `max(a, b)`, `abs`, `round(x, digits)`, `if(condition, then, else)`; for classes `percent[4.1]`, `points[total]`, also of `survey`, `appraised`, `bonus`, `penalty`. A hyphen between letters belongs to the id: write `a - b`. In quotes where it holds `#`, `[` or `: `.',
    },
    vi: {
      name: 'biểu thức',
      text: 'Công thức hoặc điều kiện: mã số liệu, số dùng dấu chấm thập phân, `max` (điểm tối đa của tiêu chí), `+ - * /`, `= != < <= > >=`, `and`, `or`, `not`, ngoặc tròn, `min`, `max(a, b)`, `abs`, `round(x, số chữ số)`, `if(điều kiện, khi đúng, khi sai)`; trong xếp loại có `percent[4.1]`, `points[total]`, cả với `survey`, `appraised`, `bonus`, `penalty`. Gạch nối giữa hai chữ thuộc về mã: phép trừ viết `a - b`. Đặt trong nháy kép nếu có `#`, `[` hoặc `: `.',
    },
  },
  percent: { en: { name: 'percentage', text: '`5%`' }, vi: { name: 'tỷ lệ %', text: '`5%`' } },
  threshold: {
    en: { name: 'percentage', text: '`85` or `85%`; decimals with a point' },
    vi: { name: 'tỷ lệ %', text: '`85` hoặc `85%`; phần thập phân dùng dấu chấm' },
  },
  share: {
    en: { name: 'share', text: '`0.6` or `60%`' },
    vi: { name: 'tỷ trọng', text: '`0.6` hoặc `60%`' },
  },
  spare: {
    en: { name: 'number or percentage', text: '`2`, or `5%` (rounded up)' },
    vi: { name: 'số hoặc tỷ lệ %', text: '`2`, hoặc `5%` (làm tròn lên)' },
  },
  limit: {
    en: { name: 'number or percentage', text: '`2`, or `50%` (compared exactly, never rounded)' },
    vi: { name: 'số hoặc tỷ lệ %', text: '`2`, hoặc `50%` (so chính xác, không làm tròn)' },
  },
  'yes-no': { en: { name: '`yes` · `no`' }, vi: { name: '`yes` · `no`' } },
  date: {
    en: { name: 'date', text: '`2026-09-21`' },
    vi: { name: 'ngày', text: '`2026-09-21` (năm-tháng-ngày)' },
  },
  'day-or-month': {
    en: { name: 'date or month', text: '`2026-09-21`, or `2026-09` while the day is open' },
    vi: { name: 'ngày hoặc tháng', text: '`2026-09-21`, hoặc `2026-09` khi chưa định ngày' },
  },
  time: {
    en: { name: 'time', text: '`"16:30"`, in quotes' },
    vi: { name: 'giờ', text: '`"16:30"`, để trong dấu nháy' },
  },
  id: idWords('id', 'short name', 'mã'),
  form: idWords('form', 'form id', 'mã mẫu phiếu'),
  question: idWords('question', 'question id', 'mã câu hỏi'),
  option: idWords('option', 'option code', 'mã phương án'),
  criterion: idWords('criterion', 'criterion code', 'mã tiêu chí'),
  attribute: idWords('attribute', 'name of a figure', 'tên số liệu'),
  serial: idWords('serial', 'serial prefix', 'đầu số sê-ri'),
  file: idWords('file', 'file', 'tệp'),
  results: idWords('results', 'file of results', 'tệp kết quả'),
};

function idWords(kind, en, vi) {
  return {
    en: { name: en, text: capital(idKinds[kind].en) },
    vi: { name: vi, text: capital(idKinds[kind].vi) },
  };
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const pageWords = {
  en: {
    title: 'The plan language',
    intro:
      'A survey is written down in one file, `plan.yaml`. This page goes through it in the order in which a plan is written. It is made from the schema of the language, and every example on it was run by the tool when the page was made: the tables under the examples are its answers. In Vietnamese: [plan-language.vi.md](plan-language.vi.md). What the tool says about mistakes: [findings.md](findings.md).',
    baseTitle: 'A small plan',
    base: 'This is a whole plan. The examples below show only the sections in which they differ from it. `survey new` makes a fuller one to start from.',
    run: 'Check it and compute its quotas:\n\n```sh\nsurvey plan validate\nsurvey quota\n```',
    valuesTitle: 'How values are written',
    values:
      'Values mean what stands there: `01` stays `01`, `1.10` stays `1.10`. Keys that are not known are reported, with the one that was probably meant.',
    seen: 'Seen in',
    says: 'The tool says',
    column: 'Column of a list of people',
    headings: 'Headings by which it is known (what stands in brackets behind them does not count)',
    key: 'Key',
    value: 'Value',
    written: 'Written',
    meaning: 'Meaning',
    required: { always: ', **required**', 'in-this-form': ', **required** in this form', no: '' },
    keysHere: (count) => `All keys (${count})`,
    listOrKeys: 'a list, or the keys below',
    or: 'or',
    name: 'name',
    list: 'list',
    listOfKeys: 'list; each item has the keys below',
    names: 'by name',
    namesOfKeys: 'by name; each has the keys below',
    keys: 'the keys below',
    sameAs: (key) => `Written like \`${key}\`.`,
    alsoKeys: (key) => `Inside, the keys of \`${key}\`.`,
  },
  vi: {
    title: 'Ngôn ngữ phương án',
    intro:
      'Một cuộc điều tra được ghi trong một tệp, `plan.yaml`. Trang này đi lần lượt theo thứ tự viết một phương án. Trang được lập từ lược đồ của ngôn ngữ; mọi ví dụ đều được chương trình chạy khi lập trang, bảng dưới mỗi ví dụ là kết quả chương trình trả lời. Bản tiếng Anh: [plan-language.md](plan-language.md). Các lời nhắc của chương trình: [findings.vi.md](findings.vi.md).',
    baseTitle: 'Một phương án nhỏ',
    base: 'Đây là một phương án trọn vẹn. Các ví dụ bên dưới chỉ ghi những phần khác với nó. Lệnh `survey new` tạo sẵn một phương án đầy đủ hơn để bắt đầu.',
    run: 'Kiểm tra và tính số phiếu:\n\n```sh\nsurvey plan validate\nsurvey quota\n```',
    valuesTitle: 'Cách ghi giá trị',
    values:
      'Giá trị được hiểu đúng như ghi: `01` vẫn là `01`, `1.10` vẫn là `1.10`. Khóa lạ được báo lỗi, kèm khóa có lẽ bạn muốn ghi.',
    seen: 'Gặp ở',
    says: 'Chương trình nhắc',
    column: 'Cột của danh sách người',
    headings: 'Tiêu đề được hiểu (không tính phần trong ngoặc ở sau)',
    key: 'Khóa',
    value: 'Giá trị',
    written: 'Cách ghi',
    meaning: 'Ý nghĩa',
    required: {
      always: ', **bắt buộc**',
      'in-this-form': ', **bắt buộc** khi ghi cách này',
      no: '',
    },
    keysHere: (count) => `Các khóa (${count})`,
    listOrKeys: 'danh sách, hoặc các khóa dưới đây',
    or: 'hoặc',
    name: 'tên',
    list: 'danh sách',
    listOfKeys: 'danh sách, mỗi mục gồm các khóa dưới đây',
    names: 'theo tên',
    namesOfKeys: 'theo tên, mỗi tên gồm các khóa dưới đây',
    keys: 'các khóa dưới đây',
    sameAs: (key) => `Ghi như \`${key}\`.`,
    alsoKeys: (key) => `Bên trong là các khóa của \`${key}\`.`,
  },
};
