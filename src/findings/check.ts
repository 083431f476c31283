/** Findings of `survey check`: its thresholds in the plan, and selections of sheets that cannot be made or checked again. */
import { kind } from './finding.ts';

const thresholdWhy = {
  vi: 'Kết luận phúc tra dựa vào các ngưỡng này, nên chúng phải có nghĩa.',
  en: 'The outcome of a back-check rests on these thresholds, so they have to make sense.',
};
const recordWhy = {
  vi: 'Ai cũng phải rút lại được đúng các phiếu đã chọn; biên bản sửa tay không còn giá trị.',
  en: 'Anybody must be able to draw the very same sheets again; an edited record proves nothing.',
};
const purposeVi = {
  returns: 'phiếu thu về',
  'second-entry': 'phiếu nhập lần hai',
  'back-check': 'phiếu phúc tra',
};
const purposeEn = {
  returns: 'returned forms',
  'second-entry': 'second entries',
  'back-check': 'back-checks',
};
const kindVi = {
  multiple: 'chọn nhiều phương án',
  open: 'trả lời bằng lời',
  scale: 'thang đo',
  number: 'số',
};
const kindEn = { multiple: 'multiple choice', open: 'words', scale: 'a scale', number: 'a figure' };

export const checkFindings = {
  'check/tolerance-unfit': kind<{ question: string; kind: keyof typeof kindVi }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)} thuộc loại ${kindVi[a.kind]}, không đo được độ lệch.`,
      en: (a, w) =>
        `question ${w.quote(a.question)} is answered by ${kindEn[a.kind]}: nothing lies between two answers.`,
    },
    why: thresholdWhy,
    fix: {
      vi: 'Xóa câu này khỏi “tolerance”; chỉ câu hỏi có thang đo hoặc trả lời bằng số mới có độ lệch cho phép.',
      en: 'Take it out of `tolerance`; only questions on a scale or answered by a figure can have one.',
    },
  }),
  'check/limits-crossed': kind<{ limit: string; voidAbove: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `ngưỡng hủy phiếu ${w.decimal(a.voidAbove)} % thấp hơn ngưỡng phải làm lại ${w.decimal(a.limit)} %.`,
      en: (a, w) =>
        `forms would be void above ${w.decimal(a.voidAbove)} %, which is below the ${w.decimal(a.limit)} % that is still accepted.`,
    },
    why: thresholdWhy,
    fix: {
      vi: 'Ghi void_above lớn hơn hoặc bằng limit.',
      en: 'Write a `void_above` that is not below `limit`.',
    },
  }),
  'check/form-undecided': kind<{ form: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `mẫu phiếu ${w.quote(a.form)} không có câu nào thuộc loại 1 hoặc 2.`,
      en: (a, w) => `form ${w.quote(a.form)} has no question of type 1 or 2.`,
    },
    why: {
      vi: 'Đã khai loại câu hỏi thì chỉ câu loại 1 và 2 quyết định; phúc tra mẫu phiếu này sẽ không kết luận được.',
      en: 'Where questions have types only 1 and 2 decide: a back-check of this form could have no outcome.',
    },
    fix: {
      vi: 'Ghi thêm vào “types” ít nhất một câu loại 1 hoặc 2 của mẫu phiếu này; nếu không phúc tra mẫu này thì để nguyên.',
      en: 'Give one of its questions type 1 or 2 under `types`; leave it if this form is never back-checked.',
    },
  }),
  'check/nothing-imported': kind<{ purpose: keyof typeof purposeVi }>({
    severity: 'error',
    text: {
      vi: (a) => `chưa có ${purposeVi[a.purpose]} nào để đối chiếu.`,
      en: (a) => `there are no ${purposeEn[a.purpose]} to compare yet.`,
    },
    why: {
      vi: 'Đối chiếu cần cả phiếu đã nhập lẫn lần nhập (hoặc lần hỏi) thứ hai.',
      en: 'A comparison needs the returned forms and the second entry (or the second interview).',
    },
    fix: {
      vi: 'Nhập phiếu: `survey import TỆP`; nhập lần hai: `survey import --as second-entry TỆP`; phúc tra: `survey import --as back-check TỆP`.',
      en: 'Import the forms: `survey import FILE`; the second entry: `survey import --as second-entry FILE`; the back-check: `survey import --as back-check FILE`.',
    },
  }),
  'check/same-keyer': kind<{ count: number; sheets: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} phiếu do cùng một người nhập cả hai lần: ${w.list(a.sheets)}.`,
      en: (a, w) =>
        `${w.int(a.count)} forms were keyed both times by the same person: ${w.list(a.sheets)}.`,
    },
    why: {
      vi: 'Một người nhập lại thường lặp lại đúng chỗ nhầm của mình (hoặc chép tệp cũ), nên tỷ lệ sai thấp giả tạo.',
      en: 'People repeat their own slips (or copy the file), so the error rate comes out too low.',
    },
    fix: {
      vi: 'Giao người khác nhập lần hai các phiếu này; nếu chỉ ghi nhầm tên người nhập thì sửa cột “Người nhập” và nhập lại.',
      en: 'Have somebody else key these forms again; if only the name is wrong, mend the column “Người nhập” (keyed_by) and import again.',
    },
  }),
  'check/not-selected': kind<{
    count: number;
    all: number;
    id: string;
    sheets: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} trong ${w.int(a.all)} phiếu phúc tra không nằm trong lần chọn ${w.quote(a.id)}: ${w.list(a.sheets)}.`,
      en: (a, w) =>
        `${w.int(a.count)} of ${w.int(a.all)} back-checked sheets are not in selection ${w.quote(a.id)}: ${w.list(a.sheets)}.`,
    },
    why: {
      vi: 'Chỉ phiếu được chọn ngẫu nhiên mới nói được về cả đơn vị; phiếu khác không tính vào kết luận.',
      en: 'Only sheets selected by chance speak for the whole unit; others do not count towards an outcome.',
    },
    fix: {
      vi: 'Xem lại số phiếu trong tệp; hỏi lại đúng các phiếu trong danh sách out/check/back-check.xlsx.',
      en: 'Look at the serials in the file; ask those on the list out/check/back-check.xlsx.',
    },
  }),
  'check/no-seed': kind<{ option: string }>({
    severity: 'error',
    text: {
      vi: () => 'chưa có hạt giống để chọn phiếu ngẫu nhiên.',
      en: () => 'there is no seed to select sheets by chance.',
    },
    why: {
      vi: 'Có hạt giống công khai thì ai cũng rút lại được đúng các phiếu đó, không ai nói được là chọn có chủ ý.',
      en: 'With a public seed anybody can draw the same sheets again, and nobody can say that they were picked.',
    },
    fix: {
      vi: 'Ghi `--seed` (ví dụ số trúng giải đặc biệt xổ số hôm nay), hoặc ghi sample.seed trong plan.yaml.',
      en: 'Give `--seed` (the winning number of today’s lottery, say), or write `sample.seed` in plan.yaml.',
    },
  }),
  'check/share-and-count': kind<{ share: string; count: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `ghi cả tỷ lệ (${w.quote(a.share)}) lẫn số phiếu (${w.int(a.count)}): chỉ được một.`,
      en: (a, w) =>
        `a share (${w.quote(a.share)}) and a number (${w.int(a.count)}) were given: only one can hold.`,
    },
    why: {
      vi: 'Hai cách cho hai cỡ mẫu khác nhau.',
      en: 'They ask for samples of different sizes.',
    },
    fix: { vi: 'Bỏ --share hoặc --count.', en: 'Leave out --share or --count.' },
  }),
  'check/bad-share': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} không phải tỷ lệ phần trăm lớn hơn 0 và không quá 100 %.`,
      en: (a, w) => `${w.quote(a.text)} is no percentage above 0 and up to 100 %.`,
    },
    why: {
      vi: 'Không đoán tỷ lệ: 0,1 có thể là 10 % hoặc 0,1 %.',
      en: 'A share is never guessed: 0.1 may be 10 % or 0.1 %.',
    },
    fix: { vi: 'Ghi --share 10%.', en: 'Write --share 10%.' },
  }),
  'check/nothing-to-select': kind<{ without: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.without === 0
          ? 'chưa nhập phiếu nào nên không có gì để chọn.'
          : `cả ${w.int(a.without)} phiếu đã nhập đều không có số phiếu nên không chọn được.`,
      en: (a, w) =>
        a.without === 0
          ? 'nothing has been imported, so there is nothing to select.'
          : `none of the ${w.int(a.without)} forms imported has a serial, so none can be selected.`,
    },
    why: {
      vi: 'Phiếu được chọn theo số phiếu để còn tìm lại được.',
      en: 'Sheets are selected by serial, so that they can be found again.',
    },
    fix: {
      vi: 'Nhập phiếu có cột “Số phiếu” rồi chạy lại.',
      en: 'Import forms with a serial and run again.',
    },
  }),
  'check/selected-before': kind<{ path: string; id: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `đã có lần chọn ${w.quote(a.id)} và lần này ra các phiếu khác.`,
      en: (a, w) => `selection ${w.quote(a.id)} stands there, and this one takes other sheets.`,
    },
    why: {
      vi: 'Chọn đi chọn lại đến khi vừa ý thì không còn là ngẫu nhiên.',
      en: 'Selecting until the result pleases is no chance any more.',
    },
    fix: {
      vi: 'Giữ lần chọn đang có; cần chọn lại thì nêu lý do: `--redraw "lý do"` (được ghi vào biên bản).',
      en: 'Keep the selection that stands; to replace it give the reason: `--redraw "reason"` (it goes into the record).',
    },
  }),
  'check/selection-missing': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: () => 'chưa có biên bản chọn phiếu ở đây.',
      en: () => 'there is no record of a selection here.',
    },
    why: recordWhy,
    fix: {
      vi: 'Chọn phiếu trước: `survey check select --for back-check` (hoặc second-entry).',
      en: 'Select first: `survey check select --for back-check` (or second-entry).',
    },
  }),
  'check/selection-unreadable': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: () => 'tệp này không phải biên bản chọn phiếu, hoặc đã hỏng.',
      en: () => 'this is no record of a selection, or it is damaged.',
    },
    why: recordWhy,
    fix: {
      vi: 'Lấy lại bản gốc của biên bản.',
      en: 'Get the original record back.',
    },
  }),
  'check/selection-algorithm': kind<{ recorded: string; now: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `biên bản dùng cách rút ${w.quote(a.recorded)}, chương trình này dùng ${w.quote(a.now)}.`,
      en: (a, w) =>
        `the record was drawn by ${w.quote(a.recorded)}, this tool draws by ${w.quote(a.now)}.`,
    },
    why: {
      vi: 'Khác cách rút thì rút lại không nói lên điều gì.',
      en: 'Drawn in another way, a second draw says nothing.',
    },
    fix: {
      vi: 'Kiểm tra bằng đúng phiên bản chương trình ghi trong biên bản.',
      en: 'Check it with the version of the tool that the record names.',
    },
  }),
  'check/selection-batch-gone': kind<{ batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `các lần nhập đã chọn phiếu từ đó không còn: ${w.list(a.batches)}.`,
      en: (a, w) => `imports that it selected from are no longer there: ${w.list(a.batches)}.`,
    },
    why: {
      vi: 'Thiếu một phần danh sách phiếu thì không rút lại được.',
      en: 'Without part of the sheets the draw cannot be made again.',
    },
    fix: {
      vi: 'Đưa lại thư mục của các lần nhập đó vào returns/, hoặc chọn lại có nêu lý do.',
      en: 'Put the folders of these imports back into returns/, or select anew with a reason.',
    },
  }),
  'check/selection-differs': kind<{
    what: 'population' | 'sheets' | 'id';
    stratum: string;
    gone: readonly string[];
    added: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.what === 'id'
          ? 'mã của biên bản không khớp nội dung: biên bản đã bị sửa.'
          : a.what === 'population'
            ? 'danh sách phiếu để rút không còn như lúc rút.'
            : `${w.quote(a.stratum)}: rút lại ra phiếu khác; chỉ có trong biên bản: ${w.list(a.gone)}; chỉ có khi rút lại: ${w.list(a.added)}.`,
      en: (a, w) =>
        a.what === 'id'
          ? 'the id of the record does not belong to what it says: it was edited.'
          : a.what === 'population'
            ? 'the sheets that it drew from are not those of that time.'
            : `${w.quote(a.stratum)}: another draw gives other sheets; only in the record: ${w.list(a.gone)}; only in the new draw: ${w.list(a.added)}.`,
    },
    why: recordWhy,
    fix: {
      vi: 'Lấy lại biên bản gốc và đúng các lần nhập lúc rút.',
      en: 'Get the original record back, and the imports as they were.',
    },
  }),
};
