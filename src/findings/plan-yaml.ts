/** Findings about the spelling of YAML, one for each slip that people make, so that the remedy names it. */
import { kind, type Lang } from './finding.ts';

export type SyntaxProblem = 'after-quote' | 'bracket' | 'character' | 'escape' | 'other';

const syntax: Readonly<Record<SyntaxProblem, Readonly<Record<Lang, string>>>> = {
  'after-quote': {
    vi: 'sau dấu nháy đóng vẫn còn chữ.',
    en: 'there is more text after the closing quote.',
  },
  bracket: { vi: 'thừa dấu đóng ngoặc.', en: 'there is a closing bracket too many.' },
  character: {
    vi: 'giá trị bắt đầu bằng ký tự mà YAML dành riêng.',
    en: 'the value begins with a character that YAML keeps for itself.',
  },
  escape: {
    vi: 'dấu gạch chéo ngược trong ngoặc kép không hợp lệ.',
    en: 'this backslash inside double quotes means nothing.',
  },
  other: { vi: 'đoạn này không đúng cú pháp YAML.', en: 'this is not valid YAML.' },
};

export const readable = {
  vi: 'Phương án phải đọc được trọn vẹn thì mới kiểm tra được nội dung.',
  en: 'The plan must be readable as a whole before its content can be checked.',
};

const markNames: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  '"': { vi: 'dấu nháy kép', en: 'double quote' },
  "'": { vi: 'dấu nháy đơn', en: 'single quote' },
  '{': { vi: 'dấu ngoặc nhọn', en: 'brace' },
  '[': { vi: 'dấu ngoặc vuông', en: 'square bracket' },
};

function markName(mark: string, lang: Lang): string {
  const names = Object.hasOwn(markNames, mark) ? markNames[mark] : undefined;
  return names?.[lang] ?? mark;
}

export const planYamlFindings = {
  'plan/yaml-tab': kind<object>({
    severity: 'error',
    text: {
      vi: () => 'dòng này lùi đầu dòng bằng phím Tab; YAML chỉ nhận dấu cách.',
      en: () => 'this line is indented with a tab; YAML wants spaces.',
    },
    why: readable,
    fix: {
      vi: 'Xóa khoảng trống đầu dòng, gõ lại bằng phím dấu cách cho thẳng với dòng cùng cấp ở trên.',
      en: 'Delete the space before the first word and type it again with the space bar.',
    },
  }),
  'plan/yaml-indent': kind<{ column: number; columns: readonly number[] }>({
    severity: 'error',
    text: {
      vi: (a) =>
        `dòng này bắt đầu ở cột ${a.column}${a.columns.length === 0 ? ', không thẳng với dòng nào ở trên' : `, mục cùng cấp ở trên bắt đầu ở cột ${a.columns.join(' hoặc cột ')}`}.`,
      en: (a) =>
        `this line begins in column ${a.column}${a.columns.length === 0 ? ', where no line above begins' : `; the items above begin in column ${a.columns.join(' or column ')}`}.`,
    },
    why: {
      vi: 'Lùi đầu dòng cho biết mục nào thuộc mục nào, nên các mục cùng cấp phải thẳng hàng.',
      en: 'The indent says what belongs to what, so items of one level begin in one column.',
    },
    fix: {
      vi: 'Thêm hoặc bớt dấu cách ở đầu dòng để chữ đầu (hoặc dấu “-”) đứng đúng cột đó.',
      en: 'Add or take away spaces before the line until its first word (or dash) stands in that column.',
    },
  }),
  'plan/yaml-space': kind<{ after: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a) => `thiếu dấu cách sau dấu “${a.after}”.`,
      en: (a) => `there is no space after “${a.after}”.`,
    },
    why: {
      vi: 'Không có dấu cách thì cả khóa và giá trị bị đọc thành một từ.',
      en: 'Without the space, key and value are read as one word.',
    },
    fix: {
      vi: 'Thêm một dấu cách: “title: Tên cuộc điều tra”, “- id: so-noi-vu”.',
      en: 'Put one space there: `title: A survey`, `- id: so-noi-vu`.',
    },
  }),
  'plan/yaml-colon': kind<object>({
    severity: 'error',
    text: {
      vi: () => 'dòng này không có dấu hai chấm sau khóa.',
      en: () => 'this line has no colon after its key.',
    },
    why: readable,
    fix: {
      vi: 'Ghi “khóa: giá trị”. Nếu đây là phần tiếp của dòng trên thì nối vào cuối dòng đó.',
      en: 'Write `key: value`. If it goes on with the line above, join it to that line.',
    },
  }),
  'plan/yaml-text': kind<object>({
    severity: 'error',
    text: {
      vi: () => 'trong giá trị có dấu hai chấm đi liền dấu cách.',
      en: () => 'the value holds a colon followed by a space.',
    },
    why: {
      vi: 'Dấu “: ” ngăn khóa với giá trị, nên trong chữ phải có ngoặc kép mới phân biệt được.',
      en: 'A `: ` parts key and value; inside a text it can only be told apart by quotes.',
    },
    fix: {
      vi: 'Đặt cả giá trị trong ngoặc kép: "Khảo sát: mức độ hài lòng".',
      en: 'Put quotes round the whole value: "A survey: its title".',
    },
  }),
  'plan/yaml-unclosed': kind<{ mark: string; close: string }>({
    severity: 'error',
    text: {
      vi: (a) => `${markName(a.mark, 'vi')} mở ở đây chưa đóng: thiếu “${a.close}”.`,
      en: (a) =>
        `the ${markName(a.mark, 'en')} opened here is never closed: “${a.close}” is missing.`,
    },
    why: readable,
    fix: {
      vi: 'Thêm dấu đóng ở cuối giá trị, trên cùng dòng.',
      en: 'Add the closing mark at the end of the value, on the same line.',
    },
  }),
  'plan/yaml-comma': kind<object>({
    severity: 'error',
    text: {
      vi: () => 'trong ngoặc { }, trước đoạn này thiếu dấu phẩy, hoặc giá trị có dấu hai chấm.',
      en: () => 'inside { }, a comma is missing before this, or the value holds a colon.',
    },
    why: readable,
    fix: {
      vi: 'Ngăn các cặp bằng dấu phẩy: { id: a, name: B }. Giá trị có dấu “: ” thì đặt trong ngoặc kép.',
      en: 'Part the pairs with commas: { id: a, name: B }. Put quotes round a value that holds `: `.',
    },
  }),
  'plan/yaml-syntax': kind<{ problem: SyntaxProblem }>({
    severity: 'error',
    text: { vi: (a) => syntax[a.problem].vi, en: (a) => syntax[a.problem].en },
    why: readable,
    fix: {
      vi: 'Giá trị bắt đầu bằng @ ` % & * ! hoặc có ngoặc, dấu nháy thì đặt cả giá trị trong ngoặc kép; dấu nháy kép ở trong ghi là “ ”.',
      en: 'Put double quotes round a value that begins with @ ` % & * ! or holds brackets or quotes; inside it use “ ”.',
    },
  }),
};
