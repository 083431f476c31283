/** Findings about `plan.yaml` as a text: can it be read as YAML, and as the plain YAML that a plan is. */
import { type FindingKind, kind, type Lang } from './finding.ts';
import { readable } from './plan-yaml.ts';

export type YamlFeature =
  | 'anchor'
  | 'alias'
  | 'merge'
  | 'tag'
  | 'directive'
  | 'complex-key'
  | 'reserved-key';

const features: Readonly<Record<YamlFeature, Readonly<Record<Lang, string>>>> = {
  anchor: { vi: 'tên neo (&…)', en: 'an anchor (&…)' },
  alias: { vi: 'tham chiếu (*…)', en: 'an alias (*…)' },
  merge: { vi: 'khóa trộn (<<)', en: 'a merge key (<<)' },
  tag: { vi: 'nhãn kiểu (!…)', en: 'a tag (!…)' },
  directive: { vi: 'chỉ thị (%…)', en: 'a directive (%…)' },
  'complex-key': { vi: 'khóa là danh sách hoặc bảng', en: 'a key that is a list or a map' },
  'reserved-key': { vi: 'khóa dành riêng __proto__', en: 'the reserved key __proto__' },
};

function sizeKind(): FindingKind<{ most: number }> {
  return kind({
    severity: 'error',
    text: {
      vi: (a, w) => `tệp lớn hơn ${w.int(a.most)} byte.`,
      en: (a, w) => `the file is larger than ${w.int(a.most)} bytes.`,
    },
    why: {
      vi: 'Phương án thật chỉ vài chục nghìn byte; tệp lớn như vậy thường là chọn nhầm tệp.',
      en: 'Real plans are some ten thousand bytes; a file of this size is usually the wrong one.',
    },
    fix: {
      vi: 'Kiểm tra lại tên tệp. Danh sách dài (đơn vị, địa bàn, người) thì để ở frame/ dạng CSV hoặc XLSX.',
      en: 'Check the file name. Long lists (units, places, people) go to frame/ as CSV or XLSX.',
    },
  });
}

export const planTextFindings = {
  'plan/too-large': sizeKind(),
  'plan/not-found': kind<{ folder: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.folder === '.'
          ? 'thư mục đang đứng không có plan.yaml, nên không phải thư mục của một cuộc điều tra.'
          : `thư mục ${w.quote(a.folder)} không có plan.yaml.`,
      en: (a, w) =>
        a.folder === '.'
          ? 'there is no plan.yaml in this folder, so it is not the folder of a survey.'
          : `there is no plan.yaml in ${w.quote(a.folder)}.`,
    },
    why: {
      vi: 'Mọi lệnh đều làm việc với phương án của một cuộc điều tra.',
      en: 'Every command works on the plan of one survey.',
    },
    fix: {
      vi: 'Chuyển vào thư mục có plan.yaml (cd THƯ-MỤC), hoặc thêm --plan THƯ-MỤC vào lệnh; với plan validate, plan show thì ghi luôn THƯ-MỤC sau lệnh.',
      en: 'Go to the folder that holds plan.yaml (cd FOLDER), or add --plan FOLDER; for plan validate and plan show write FOLDER after the command.',
    },
  }),
  'plan/not-text': kind<{ line: number | null }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.line === null
          ? 'tệp bị cắt cụt hoặc không phải tệp văn bản.'
          : `dòng ${w.int(a.line)} không phải văn bản Unicode (UTF-8).`,
      en: (a, w) =>
        a.line === null
          ? 'the file is cut off, or is no text file.'
          : `line ${w.int(a.line)} is not Unicode text (UTF-8).`,
    },
    why: readable,
    fix: {
      vi: 'Mở bằng Notepad, chọn Lưu thành (Save as), Mã hóa (Encoding) là UTF-8. Đừng lưu từ Word.',
      en: 'Open it in Notepad, choose Save as, Encoding UTF-8. Do not save it from Word.',
    },
  }),
  'plan/empty-file': kind<object>({
    severity: 'error',
    text: { vi: () => 'tệp không có nội dung.', en: () => 'the file is empty.' },
    why: readable,
    fix: {
      vi: 'Chép một phương án mẫu trong plans/ rồi sửa lại.',
      en: 'Copy one of the example plans and change it.',
    },
  }),
  'plan/not-a-plan': kind<object>({
    severity: 'error',
    text: {
      vi: () => 'phương án phải gồm các dòng “khóa: giá trị”, bắt đầu bằng “survey: …”.',
      en: () => 'a plan is made of `key: value` lines, `survey: …` first.',
    },
    why: readable,
    fix: {
      vi: 'So với một phương án mẫu trong plans/; có thể đã chọn nhầm tệp.',
      en: 'Compare with an example plan; it may be the wrong file.',
    },
  }),
  'plan/control-character': kind<{ character: string }>({
    severity: 'error',
    text: {
      vi: (a) => `có ký tự ẩn ${a.character} không in được.`,
      en: (a) => `there is a hidden character ${a.character} that cannot be printed.`,
    },
    why: {
      vi: 'Ký tự ẩn không in ra phiếu được, có khi làm người đọc thấy khác với nội dung thật.',
      en: 'Such characters cannot be printed on a form, and some make a text look other than it is.',
    },
    fix: {
      vi: 'Xóa đoạn có ký tự đó và gõ lại bằng tay (thường do chép từ PDF hoặc trang web).',
      en: 'Delete the place and type it again by hand (it usually comes from a PDF or a web page).',
    },
  }),
  'plan/yaml-feature': kind<{ feature: YamlFeature }>({
    severity: 'error',
    text: {
      vi: (a) => `phương án không dùng ${features[a.feature].vi}.`,
      en: (a) => `a plan does not use ${features[a.feature].en}.`,
    },
    why: {
      vi: 'Người đọc phương án phải thấy nguyên giá trị ở đúng chỗ nó được ghi.',
      en: 'Whoever reads the plan must see each value where it stands.',
    },
    fix: {
      vi: 'Ghi thẳng giá trị ra; nếu ký tự đó là một phần của chữ thì đặt cả đoạn trong ngoặc kép.',
      en: 'Write the value out; put quotes round it if the character belongs to the text.',
    },
  }),
  'plan/second-document': kind<object>({
    severity: 'error',
    text: {
      vi: () => 'sau dấu “---” là một phương án thứ hai; một tệp chỉ chứa một phương án.',
      en: () => 'a second plan begins after `---`; a file holds one plan.',
    },
    why: {
      vi: 'Nếu bỏ qua phần sau thì nội dung ở đó không được tính mà không ai biết.',
      en: 'Whatever stands there would be left out without anybody noticing.',
    },
    fix: {
      vi: 'Xóa dòng “---”, hoặc chuyển phần sau sang thư mục khảo sát khác.',
      en: 'Delete the line `---`, or move the rest to a survey folder of its own.',
    },
  }),
  'plan/too-deep': kind<{ most: number }>({
    severity: 'error',
    text: {
      vi: (a, w) => `các mục lồng nhau quá ${w.int(a.most)} cấp.`,
      en: (a, w) => `maps and lists are nested more than ${w.int(a.most)} deep.`,
    },
    why: readable,
    fix: {
      vi: 'Kiểm tra dấu mở ngoặc bị lặp; phương án bình thường không quá mười cấp.',
      en: 'Look for repeated opening brackets; a normal plan stays under ten levels.',
    },
  }),
  'plan/duplicate-key': kind<{ key: string; line: number }>({
    severity: 'error',
    text: {
      vi: (a, w) => `khóa ${w.quote(a.key)} đã có ở dòng ${w.int(a.line)}.`,
      en: (a, w) => `the key ${w.quote(a.key)} already stands on line ${w.int(a.line)}.`,
    },
    why: {
      vi: 'Ghi hai lần thì không biết lấy giá trị nào; không tự chọn.',
      en: 'With two values nobody knows which one holds; none is chosen silently.',
    },
    fix: { vi: 'Giữ một dòng, xóa dòng kia.', en: 'Keep one of the two lines.' },
  }),
};
