/** Findings about exports of survey systems and the saved mappings of their columns. */
import { kind } from './finding.ts';

const columnsWhy = {
  vi: 'Phải biết chắc mỗi cột là gì thì mới nhận được dữ liệu; đoán sai một cột là sai cả tệp.',
  en: 'Every column must be known for certain before anything is taken; one wrong guess spoils the file.',
};

const mappingWhy = {
  vi: 'Tệp trong thư mục mappings/ cho biết mỗi cột của tệp xuất là gì; đọc không được thì không nhận được dữ liệu.',
  en: 'The file in mappings/ says what each column of an export is; nothing can be taken until it can be read.',
};

export const returnsExportFindings = {
  'returns/export-part': kind<{
    heading: string;
    part: string;
    question: string;
    isMultiple: boolean;
    names: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.isMultiple
          ? `cột ${w.quote(a.heading)} thuộc câu ${a.question}, nhưng ${w.quote(a.part)} không phải phương án nào của câu đó: ${w.list(a.names, 6)}.`
          : `cột ${w.quote(a.heading)} thuộc câu ${a.question}, nhưng ${w.quote(a.part)} không phải đơn vị nào trong phương án.`,
      en: (a, w) =>
        a.isMultiple
          ? `the column ${w.quote(a.heading)} belongs to ${a.question}, but ${w.quote(a.part)} is none of its options: ${w.list(a.names, 6)}.`
          : `the column ${w.quote(a.heading)} belongs to ${a.question}, but ${w.quote(a.part)} is no unit of the plan.`,
    },
    why: columnsWhy,
    fix: {
      vi: 'Xuất lại với tiêu đề có cả chữ (nhãn), hoặc mở tệp trong thư mục mappings/ (survey import vừa ghi nếu không chạy thử) và thay dấu ? bằng “câu/phương án”, “câu[mã đơn vị]” hoặc “ignored”, rồi nhập lại.',
      en: 'Export again with the words (labels) in the headings, or open the file in mappings/ (written now, unless this was a dry run), replace the ? by question/option, question[unit id] or ignored, and import again.',
    },
  }),
  'returns/export-repeat': kind<{ system: string; heading: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `đây là trang tính các lần lặp của ${a.system} (có cột ${w.quote(a.heading)}), không phải trang phiếu.`,
      en: (a, w) =>
        `this is a table of repeats of ${a.system} (it has the column ${w.quote(a.heading)}), not the table of submissions.`,
    },
    why: {
      vi: 'Mỗi dòng ở đây chỉ là một phần của phiếu, không có mã phiếu, ngày và trạng thái duyệt.',
      en: 'Each row here is a part of a submission, without its id, its day and its review.',
    },
    fix: {
      vi: 'Nhập trang tính (hoặc tệp) chính, chọn bằng --sheet. Nếu câu trả lời về từng đơn vị nằm ở trang lặp này thì làm lại biểu mẫu với mỗi đơn vị một nhóm câu hỏi, hoặc ghép trang lặp vào trang chính trong Excel theo cột chỉ số.',
      en: 'Import the main sheet (or file); choose it with --sheet. Where the answers about units stand in the repeats, give each unit a group of questions in the form, or join the two sheets by their index in Excel.',
    },
  }),
  'returns/export-subject': kind<{ system: string; headings: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tệp xuất từ ${a.system} này không có cột nào được hiểu là số phiếu (serial) hay đơn vị (unit)${a.headings.length === 0 ? '' : `; các cột chưa dùng: ${w.list(a.headings, 6)}`}.`,
      en: (a, w) =>
        `no column of this export from ${a.system} is understood as the serial or the unit${a.headings.length === 0 ? '' : `; columns not used: ${w.list(a.headings, 6)}`}.`,
    },
    why: {
      vi: 'Không biết câu trả lời về đơn vị nào thì không tính được điểm cho ai.',
      en: 'Answers about nobody knows which unit can be counted for none.',
    },
    fix: {
      vi: 'Mở tệp trong thư mục mappings/ (survey import vừa ghi nếu không chạy thử), ghi unit (hoặc serial) bên phải tiêu đề của cột đó, rồi nhập lại. Biểu mẫu không hỏi đơn vị thì phải thêm cột đó vào tệp.',
      en: 'Open the file in mappings/ (written now, unless this was a dry run), write unit (or serial) to the right of that heading, and import again. Where the form does not ask it, add the column to the file.',
    },
  }),
  'returns/addresses-kept': kind<{ heading: string }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `cột ${w.quote(a.heading)} có địa chỉ email: trong câu trả lời chỉ giữ mã băm, nhưng tệp gốc được giữ nguyên trong returns/, có đủ các địa chỉ.`,
      en: (a, w) =>
        `the column ${w.quote(a.heading)} holds e-mail addresses: the answers keep a hash only, but the source file is kept in returns/ as it is, with every address.`,
    },
    why: {
      vi: 'Ai mở được thư mục khảo sát thì nối được địa chỉ với câu trả lời qua số dòng của tệp gốc.',
      en: 'Whoever can open the survey folder can join addresses and answers by the rows of the source file.',
    },
    fix: {
      vi: 'Không muốn giữ địa chỉ thì đừng nhập tệp này: trong bảng tính, thay cột email bằng cột “Mã trả lời” (mỗi người một mã, lần xuất sau giữ nguyên mã đó), xóa các địa chỉ, rồi nhập bản ấy. Đã nhập rồi thì survey returns undo, xóa thư mục vừa rút, nhập lại. Trước khi gửi hay chép thư mục khảo sát cho nơi khác, nhớ returns/ có địa chỉ.',
      en: 'To keep no addresses, do not import this file: in the sheet put a column “Mã trả lời” (reply) in place of the e-mail column, one code for each person and the same at every export, delete the addresses, and import that. Where it has been imported: survey returns undo, delete the folder that was taken out, import again. Mind the addresses in returns/ before the survey folder is sent or copied anywhere.',
    },
  }),
  'returns/unit-columns': kind<{ units: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `mỗi đơn vị có cột riêng, nên mỗi dòng của tệp thành ${w.int(a.units.length)} lượt đánh giá: ${w.list(a.units, 8)}.`,
      en: (a, w) =>
        `each unit has columns of its own, so a row of the file makes ${w.int(a.units.length)} ratings: ${w.list(a.units, 8)}.`,
    },
    why: {
      vi: 'Số lượt đánh giá đã đọc, đã nhận khi đó lớn hơn số dòng của tệp.',
      en: 'More ratings are then read and taken than the file has rows.',
    },
    fix: {
      vi: 'Đúng thì không cần làm gì. Sai thì sửa tệp ghép cột trong thư mục mappings/ (hoặc tệp đã chọn bằng --mapping) rồi nhập lại.',
      en: 'Nothing, where that is right. Else correct the file in mappings/ (or the one given with --mapping) and import again.',
    },
  }),
  'returns/export-values': kind<{ values: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `nhiều dòng có cùng một giá trị không phải mã hay nhãn trong phương án: ${w.list(a.values, 6)}.`,
      en: (a, w) =>
        `many rows have a value that is neither a code nor a label of the plan: ${w.list(a.values, 6)}.`,
    },
    why: {
      vi: 'Hệ thống khảo sát có thể đặt mã phương án riêng (A1, A2 …), khác với mã trong phương án.',
      en: 'A survey system may have option codes of its own (A1, A2 …) that are not those of the plan.',
    },
    fix: {
      vi: 'Nếu đúng vậy, thêm vào tệp ghép cột trong thư mục mappings/ phần values, ví dụ: values: { q1: { "A1": 5, "A2": 4 } }, rồi nhập lại tệp gốc; hoặc xuất lại với nhãn thay cho mã.',
      en: 'If so, add them under values in the file in mappings/, for example values: { q1: { "A1": 5, "A2": 4 } }, and import the original again; or export labels instead of codes.',
    },
  }),
  'returns/excluded-counted': kind<{ count: number; rows: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} lượt trả lời bị loại theo quy tắc duyệt trong tệp này nhưng đã được nhận ở lần nhập trước và vẫn đang được tính: dòng ${w.list(a.rows, 10)}.`,
      en: (a, w) =>
        `${w.int(a.count)} submissions are left out by their review in this file, but an earlier import took them and they still count: row ${w.list(a.rows, 10)}.`,
    },
    why: {
      vi: 'Người duyệt có thể đổi ý sau khi phiếu đã nhập; kho phiếu không tự bỏ phiếu nào.',
      en: 'A reviewer may decide after a submission was imported; nothing leaves the store by itself.',
    },
    fix: {
      vi: 'Nếu đúng là phải bỏ: ghi phiếu đó không hợp lệ, kèm lý do, trong tệp đính chính (survey returns correct), hoặc survey returns undo lần nhập trước rồi nhập lại tệp này.',
      en: 'If they are to go: make them void with a reason in a corrections file (survey returns correct), or undo the earlier import (survey returns undo) and import this file again.',
    },
  }),
  'returns/mapping-heading': kind<{
    heading: string;
    as: string;
    file: string;
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột ${w.quote(a.heading)} (được hiểu là ${a.as}) không có trong tệp ${w.quote(a.file)}.`,
      en: (a, w) =>
        `the column ${w.quote(a.heading)} (read as ${a.as}) is not in the file ${w.quote(a.file)}.`,
    },
    why: {
      vi: 'Tiêu đề của cột đã bị sửa trong biểu mẫu thì câu trả lời nằm dưới tiêu đề mới; phải có người xác nhận.',
      en: 'If the heading was edited in the form, the answers stand under the new one; a person must say so.',
    },
    fix: {
      vi: 'Sửa tiêu đề ở dòng này thành tiêu đề mới (hoặc thêm một dòng cho tiêu đề mới nếu còn dùng tệp cũ). Biểu mẫu không còn câu này thì xóa dòng.',
      en: 'Put the new heading in this line (or add a line for it, if files with the old one are still used). Delete the line if the form no longer asks this.',
    },
  }),
  'returns/mapping-key': kind<{ key: string; keys: readonly string[]; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.key)} không dùng được ở đây; được dùng: ${w.list(a.keys, 12)}.`,
      en: (a, w) => `${w.quote(a.key)} cannot stand here; these can: ${w.list(a.keys, 12)}.`,
    },
    why: mappingWhy,
    fix: {
      vi: 'Sửa lại theo một trong các từ trên, hoặc xóa tệp này để chương trình ghi lại từ đầu khi nhập.',
      en: 'Use one of those words, or delete this file: it is written anew at the next import.',
    },
  }),
  'returns/mapping-shape': kind<{ key: string; wanted: 'map' | 'list' | 'text' }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${a.key === '' ? 'tệp này' : w.quote(a.key)} phải là ${{ map: 'các dòng “tiêu đề: nghĩa”', list: 'danh sách [a, b]', text: 'một giá trị' }[a.wanted]}.`,
      en: (a, w) =>
        `${a.key === '' ? 'this file' : w.quote(a.key)} must be ${{ map: 'lines of `heading: meaning`', list: 'a list [a, b]', text: 'one value' }[a.wanted]}.`,
    },
    why: mappingWhy,
    fix: {
      vi: 'Viết lại theo mẫu của một tệp do chương trình ghi ra, hoặc xóa tệp này để ghi lại từ đầu.',
      en: 'Write it as in a file that survey wrote, or delete this file: it is written anew at the next import.',
    },
  }),
  'returns/mapping-meaning': kind<{
    heading: string;
    as: string;
    isOpen: boolean;
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.isOpen
          ? `chưa ai cho biết cột ${w.quote(a.heading)} là gì (đang để dấu ?).`
          : `cột ${w.quote(a.heading)} được ghi là ${w.quote(a.as)}, nhưng phương án không có mục nào như vậy.`,
      en: (a, w) =>
        a.isOpen
          ? `nobody has said yet what the column ${w.quote(a.heading)} is (it says ?).`
          : `the column ${w.quote(a.heading)} is said to be ${w.quote(a.as)}, which the plan does not have.`,
    },
    why: columnsWhy,
    fix: {
      vi: 'Ghi một trong: serial, unit, place, group, form, at, collector, keyed_by, reply, invitation, void, reason; mã câu hỏi (q1); câu/phương án (q2/3); câu[mã đơn vị] (q1[so-noi-vu]); hoặc ignored (bỏ qua).',
      en: 'Write one of: serial, unit, place, group, form, at, collector, keyed_by, reply, invitation, void, reason; a question id (q1); question/option (q2/3); question[unit id] (q1[so-noi-vu]); or ignored.',
    },
  }),
  'returns/mapping-value': kind<{
    question: string;
    code: string;
    options: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.options.length === 0
          ? `${w.quote(a.question)} không phải câu hỏi chọn phương án nào trong phương án điều tra.`
          : `câu ${a.question} không có mã phương án ${w.quote(a.code)}; có: ${w.list(a.options)}.`,
      en: (a, w) =>
        a.options.length === 0
          ? `${w.quote(a.question)} is no question of the plan with options.`
          : `${a.question} has no option ${w.quote(a.code)}; there are: ${w.list(a.options)}.`,
    },
    why: {
      vi: 'Mỗi giá trị trong tệp xuất phải ứng với đúng một phương án của câu hỏi.',
      en: 'Each value of the export must stand for exactly one option of the question.',
    },
    fix: {
      vi: 'Ghi mã phương án ở bên phải: "A1": 5.',
      en: 'Write the code of the option on the right: "A1": 5.',
    },
  }),
  'returns/mapping-choice': kind<{ mappings: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhiều tệp ghép cột cùng khớp với tệp này: ${w.list(a.mappings)}.`,
      en: (a, w) => `several mappings fit these columns: ${w.list(a.mappings)}.`,
    },
    why: columnsWhy,
    fix: {
      vi: 'Chọn một bằng --mapping TỆP, hoặc xóa tệp không dùng nữa trong thư mục mappings/.',
      en: 'Choose one with --mapping FILE, or delete the one in mappings/ that is no longer used.',
    },
  }),
};
