/** Findings about a returned file as a whole: its columns and what they are read as. */
import { kind } from './finding.ts';

const wholeFileWhy = {
  vi: 'Phải biết chắc mỗi cột là gì thì mới nhận được dữ liệu; đoán sai một cột là sai cả tệp.',
  en: 'Every column must be known for certain before anything is taken; one wrong guess spoils the file.',
};

export const returnsColumnFindings = {
  'returns/no-rows': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'có dòng tiêu đề nhưng không có dòng dữ liệu nào.',
      en: () => 'there are headings but no rows under them.',
    },
    why: {
      vi: 'Nhập một tệp trống thường là chọn nhầm tệp hoặc nhầm trang tính.',
      en: 'An empty file usually means that the wrong file or sheet was chosen.',
    },
    fix: {
      vi: 'Mở tệp xem dữ liệu nằm ở trang tính nào, rồi chọn bằng --sheet.',
      en: 'Open the file, see which sheet holds the data, and choose it with --sheet.',
    },
  }),
  'returns/unknown-layout': kind<{ headings: readonly string[]; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không nhận ra đây là tệp phiếu hay tệp kiểm đếm; các tiêu đề cột là: ${w.list(a.headings)}.`,
      en: (a, w) =>
        `this is neither a file of forms nor a tally; its headings are: ${w.list(a.headings)}.`,
    },
    why: wholeFileWhy,
    fix: {
      vi: 'Tệp phiếu cần cột Sê-ri (hoặc Đơn vị) và các cột mang mã câu hỏi; tệp kiểm đếm cần các cột Đơn vị, Câu hỏi, các phương án, Thu về, Hợp lệ, Không hợp lệ.',
      en: 'A file of forms needs a serial (or unit) column and columns named by question id; a tally needs unit, question, the options, returned, valid and void.',
    },
  }),
  'returns/no-question-column': kind<{
    headings: readonly string[];
    questions: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không thấy cột câu hỏi nào; tệp chỉ có các cột: ${w.list(a.headings)} (mã câu hỏi: ${w.list(a.questions, 4)}).`,
      en: (a, w) =>
        `no question column was found; there are only: ${w.list(a.headings)} (question ids: ${w.list(a.questions, 4)}).`,
    },
    why: {
      vi: 'Danh sách phiếu không có câu trả lời thì không có gì để tính điểm.',
      en: 'A list of forms without answers holds nothing to score.',
    },
    fix: {
      vi: 'Thêm cho mỗi câu hỏi một cột, tiêu đề là mã câu hỏi hoặc nội dung câu hỏi, và gõ phương án được chọn vào từng dòng.',
      en: 'Add one column for each question, headed by its id or its text, and key the option chosen in every row.',
    },
  }),
  'returns/workbook-open': kind<{ lock: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `bảng tính này đang mở (có tệp khóa ${w.quote(a.lock)} bên cạnh); những gì chưa lưu không có trong lần nhập này.`,
      en: (a, w) =>
        `this workbook is open somewhere (the lock file ${w.quote(a.lock)} lies beside it); changes not saved yet are not in this import.`,
    },
    why: {
      vi: 'Chương trình chỉ đọc được bản đã lưu trên đĩa.',
      en: 'Only what was saved to the disk can be read.',
    },
    fix: {
      vi: 'Lưu và đóng bảng tính rồi nhập lại: dòng đã nhập được bỏ qua, dòng mới được nhận. Nếu bảng tính không mở ở đâu cả thì xóa tệp khóa.',
      en: 'Save and close the workbook and import again: rows already there are passed over, new ones are taken. If it is not open anywhere, delete the lock file.',
    },
  }),
  'returns/ignored-column': kind<{ heading: string; near: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `cột ${w.quote(a.heading)} không có trong phương án nên bị bỏ qua.`,
      en: (a, w) => `the column ${w.quote(a.heading)} is not in the plan and is ignored.`,
    },
    why: {
      vi: 'Nếu đó là một câu hỏi gõ sai tiêu đề thì câu trả lời của cả cột sẽ mất.',
      en: 'If it is a question with a mistyped heading, the answers of the whole column are lost.',
    },
    fix: {
      vi: 'Nếu cột này là câu hỏi hoặc phương án, sửa tiêu đề theo tên được gợi ý; nếu không thì để nguyên.',
      en: 'If it is a question or an option, mend its heading as suggested; otherwise leave it.',
    },
  }),
  'returns/ambiguous-heading': kind<{ heading: string; meanings: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu đề ${w.quote(a.heading)} có thể hiểu theo nhiều cách: ${w.list(a.meanings)}.`,
      en: (a, w) =>
        `the heading ${w.quote(a.heading)} can mean several things: ${w.list(a.meanings)}.`,
    },
    why: wholeFileWhy,
    fix: {
      vi: 'Đặt tiêu đề bằng đúng nội dung câu hỏi, hoặc đổi mã câu hỏi trong plan.yaml.',
      en: 'Use the text of the question as the heading, or change the question id in plan.yaml.',
    },
  }),
  'returns/two-columns': kind<{ meaning: string; first: string; second: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột ${w.quote(a.second)} và cột ${w.quote(a.first)} cùng được hiểu là ${w.quote(a.meaning)}.`,
      en: (a, w) =>
        `the columns ${w.quote(a.first)} and ${w.quote(a.second)} both mean ${w.quote(a.meaning)}.`,
    },
    why: wholeFileWhy,
    fix: {
      vi: 'Hai cột là về hai đơn vị: ghi mỗi đơn vị một dòng (thêm cột Đơn vị), hoặc đặt tiêu đề “Câu hỏi [Đơn vị]”, hoặc ghi rõ từng cột trong một tệp ghép cột rồi nhập với --mapping TỆP (xem docs/exports.vi.md). Cột thừa hay ghi lại lần nữa: đổi tiêu đề cột đó, cột sẽ được bỏ qua.',
      en: 'Columns about two units: one row for each unit (with a column Unit), or headings such as `Question [Unit]`, or a file that says what each column is, given with --mapping FILE (docs/exports.md). A column that is not wanted: rename it, and it is passed over.',
    },
  }),
  'returns/column-missing': kind<{ column: string; headings: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `thiếu cột ${w.quote(a.column)}; trong tệp có: ${w.list(a.headings)}.`,
      en: (a, w) => `the column ${w.quote(a.column)} is missing; there are: ${w.list(a.headings)}.`,
    },
    why: {
      vi: 'Không có cột này thì không biết dòng nào thuộc đơn vị nào, hoặc không kiểm được tổng số phiếu.',
      en: 'Without it a row cannot be given to its unit, or the number of forms cannot be checked.',
    },
    fix: {
      vi: 'Thêm cột với đúng tiêu đề trên rồi nhập lại.',
      en: 'Add the column under that heading and import again.',
    },
  }),
  'returns/question-without-column': kind<{ form: string; questions: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mẫu phiếu ${w.quote(a.form)} có câu ${w.list(a.questions)} nhưng tệp không có cột nào cho các câu đó.`,
      en: (a, w) => `form ${w.quote(a.form)} asks ${w.list(a.questions)}, which no column answers.`,
    },
    why: {
      vi: 'Thiếu cột thì mọi phiếu bị coi là bỏ trống câu đó, và điểm của đơn vị sai.',
      en: 'Without the column every form would seem to leave the question blank, and the points would be wrong.',
    },
    fix: {
      vi: 'Thêm cột mang mã câu hỏi; phiếu nào bỏ trống câu đó thì để trống ô.',
      en: 'Add a column headed by the question id; leave the cells blank where the form is blank.',
    },
  }),
  'returns/partly-simulated': kind<{ seed: string; other: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột “Mô phỏng” ${a.other === '' ? 'để trống' : `ghi ${w.quote(a.other)}`} ở dòng này nhưng ${a.seed === '' ? 'để trống' : `ghi ${w.quote(a.seed)}`} ở dòng đầu.`,
      en: (a, w) =>
        `the simulated column ${a.other === '' ? 'is blank' : `says ${w.quote(a.other)}`} here but ${a.seed === '' ? 'is blank' : `says ${w.quote(a.seed)}`} in the first row.`,
    },
    why: {
      vi: 'Số liệu diễn tập và phiếu thật không bao giờ được nằm chung một tệp.',
      en: 'Rehearsal data and real forms must never share a file.',
    },
    fix: {
      vi: 'Tách phiếu thật ra một tệp riêng không có cột “Mô phỏng”.',
      en: 'Put the real forms in a file of their own, without the simulated column.',
    },
  }),
};
