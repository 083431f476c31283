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
  'plan/yaml-comma-text': kind<{ near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: () => 'trong ngoặc { }, dấu phẩy cắt chữ này làm hai.',
      en: () => 'inside { }, the comma cuts this text in two.',
    },
    why: {
      vi: 'Trong ngoặc { }, dấu phẩy ngăn các cặp “khóa: giá trị”, nên phần sau bị đọc thành một khóa khác.',
      en: 'Inside { } commas part the pairs, so what follows is read as another key.',
    },
    fix: {
      vi: 'Đặt cả giá trị trong ngoặc kép thẳng: { text: "Ông, bà có hài lòng không?" }.',
      en: 'Put straight quotes round the whole value: { text: "Sir, are you content?" }.',
    },
  }),
  'plan/yaml-curly-quotes': kind<{ text: string; inside: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.inside)} nằm trong ngoặc kép cong của Word; YAML chỉ nhận ngoặc kép thẳng (").`,
      en: (a, w) =>
        `${w.quote(a.inside)} stands in the curly quotes of a word processor; YAML takes straight ones (").`,
    },
    why: {
      vi: 'Ngoặc kép cong bị đọc như một phần của chữ, nên mã không khớp và tên in ra có cả dấu ngoặc.',
      en: 'Curly quotes are read as part of the text: ids do not match, and names are printed with them.',
    },
    fix: {
      vi: 'Gõ lại hai dấu bằng ngoặc kép thẳng: "01". Nếu muốn in cả dấu “ ” thì đặt thêm ngoặc kép thẳng bên ngoài.',
      en: 'Type both again as straight quotes: "01". To print the curly ones, put straight quotes round them.',
    },
  }),
  'plan/yaml-hard-space': kind<object>({
    severity: 'error',
    text: {
      vi: () =>
        'ở đây là dấu cách không ngắt dòng (chép từ Word hoặc trang web), trông như dấu cách thường.',
      en: () =>
        'this is a no-break space (pasted from a word processor or a web page) that looks like a plain one.',
    },
    why: {
      vi: 'YAML không coi đó là dấu cách, nên dòng bị đọc sai cấp hoặc dính với khóa.',
      en: 'To YAML it is no space, so the line seems to stand elsewhere or to be one word.',
    },
    fix: {
      vi: 'Xóa khoảng trống đó và gõ lại bằng phím dấu cách. Nếu có nhiều, dùng chức năng thay thế (Ctrl+H).',
      en: 'Delete it and press the space bar; use search and replace where there are many.',
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
