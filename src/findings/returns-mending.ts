/** Findings about corrections of accepted rows, and about rejected rows that go back to the clerk. */
import { kind } from './finding.ts';

const nothing = { vi: 'để trống', en: 'blank' } as const;

/** A value as a sentence names it; for the validity of a sheet, null is a sheet that counts. */
function shown(
  value: string | null,
  question: string,
  lang: 'vi' | 'en',
  quote: (text: string) => string,
): string {
  if (value !== null) return quote(value);
  if (question !== '') return nothing[lang];
  return lang === 'vi' ? 'hợp lệ' : 'valid';
}

function what(question: string, lang: 'vi' | 'en', quote: (text: string) => string): string {
  if (question === '') return lang === 'vi' ? 'hiệu lực của phiếu' : 'whether the form counts';
  return lang === 'vi' ? `câu ${quote(question)}` : `question ${quote(question)}`;
}

function sheetWords(
  sheet: string | null,
  lang: 'vi' | 'en',
  quote: (text: string) => string,
): string {
  if (sheet === null) return '';
  return lang === 'vi' ? `, trang ${quote(sheet)}` : `, sheet ${quote(sheet)}`;
}

const guardWhy = {
  vi: 'Giá trị cũ phải khớp với kho, để không đính chính nhầm phiếu hay đè lên một đính chính khác.',
  en: 'The old value must be what the store holds, so that no other form and no other correction is overwritten.',
};

export const returnsMendingFindings = {
  'returns/correction-columns': kind<{
    columns: readonly string[];
    headings: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tệp đính chính thiếu cột: ${w.list(a.columns)}. Tệp có các cột: ${w.list(a.headings)}.`,
      en: (a, w) =>
        `the corrections file lacks these columns: ${w.list(a.columns)}. It has: ${w.list(a.headings)}.`,
    },
    why: {
      vi: 'Mỗi dòng đính chính phải nói phiếu nào, câu nào, sửa từ gì thành gì và vì sao.',
      en: 'Each line must say which form, which question, from what to what, and why.',
    },
    fix: {
      vi: 'Đặt tên cột: Số phiếu, Đơn vị (phiếu nhiều đơn vị), Câu hỏi, Giá trị cũ, Giá trị mới, Lý do, Người sửa.',
      en: 'Name the columns: serial, unit (where a sheet rates several), question, old, new, why, by.',
    },
  }),
  'returns/correction-no-sheet': kind<{ serial: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.serial === ''
          ? 'dòng này không ghi số phiếu.'
          : `kho không có phiếu ${w.quote(a.serial)}, nên không có gì để đính chính.`,
      en: (a, w) =>
        a.serial === ''
          ? 'this line gives no serial.'
          : `the store holds no form ${w.quote(a.serial)}; there is nothing to correct.`,
    },
    why: {
      vi: 'Chỉ đính chính được phiếu đã nhập; phiếu bị loại thì sửa rồi nhập lại, không cần đính chính.',
      en: 'Only accepted forms are corrected; a rejected one is mended and imported again.',
    },
    fix: {
      vi: 'Xem lại số phiếu. Phiếu không có số: ghi lần nhập và dòng, ví dụ phieu-0a1b2c3d:12 (xem survey returns dump).',
      en: 'Check the serial. A reply without one is named by import and row, such as phieu-0a1b2c3d:12 (see survey returns dump).',
    },
  }),
  'returns/correction-several': kind<{ serial: string; rows: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mã ${w.quote(a.serial)} là của nhiều phiếu thuộc các nhóm khác nhau: ${w.list(a.rows)}; không rõ dòng này sửa phiếu nào.`,
      en: (a, w) =>
        `the id ${w.quote(a.serial)} is that of several replies, of different groups: ${w.list(a.rows)}; it is not clear which this line corrects.`,
    },
    why: {
      vi: 'Nhiều hệ thống đánh số riêng cho từng biểu mẫu, nên hai người trả lời hai mẫu có thể mang cùng một mã.',
      en: 'Many systems number the replies of each form for themselves, so that two people may bear one id.',
    },
    fix: {
      vi: 'Thay mã bằng lần nhập và dòng nêu trên, ví dụ phieu-0a1b2c3d:12.',
      en: 'Write import and row as given above instead of the id, such as phieu-0a1b2c3d:12.',
    },
  }),
  'returns/correction-unit': kind<{ serial: string; name: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.name === ''
          ? `phiếu ${w.quote(a.serial)} đánh giá nhiều đơn vị: ${w.list(a.units)}; dòng này chưa ghi sửa cho đơn vị nào.`
          : `phiếu ${w.quote(a.serial)} không đánh giá đơn vị ${w.quote(a.name)}, chỉ có: ${w.list(a.units)}.`,
      en: (a, w) =>
        a.name === ''
          ? `the form ${w.quote(a.serial)} rates several units: ${w.list(a.units)}; this line does not say which.`
          : `the form ${w.quote(a.serial)} does not rate ${w.quote(a.name)}, only: ${w.list(a.units)}.`,
    },
    why: {
      vi: 'Một phiếu nhiều đơn vị có một câu trả lời cho từng đơn vị.',
      en: 'A sheet about several units has one answer for each of them.',
    },
    fix: { vi: 'Ghi cột Đơn vị.', en: 'Fill in the column unit.' },
  }),
  'returns/correction-question': kind<{
    serial: string;
    name: string;
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.name === ''
          ? `dòng đính chính phiếu ${w.quote(a.serial)} chưa ghi câu hỏi.`
          : `phiếu ${w.quote(a.serial)} không có câu hỏi ${w.quote(a.name)}.`,
      en: (a, w) =>
        a.name === ''
          ? `the line about the form ${w.quote(a.serial)} names no question.`
          : `the form ${w.quote(a.serial)} has no question ${w.quote(a.name)}.`,
    },
    why: {
      vi: 'Câu hỏi ghi bằng mã hoặc nguyên văn như trong phương án; hiệu lực của cả phiếu thì ghi void.',
      en: 'A question is named by its id or its text in the plan; whether the form counts at all is called void.',
    },
    fix: {
      vi: 'Ghi mã câu hỏi của mẫu phiếu đó (survey plan show), hoặc void.',
      en: 'Write the id of a question of that form (survey plan show), or void.',
    },
  }),
  'returns/correction-old-differs': kind<{
    serial: string;
    question: string;
    old: string | null;
    now: string | null;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)}, ${what(a.question, 'vi', w.quote)}: giá trị cũ ghi là ${shown(a.old, a.question, 'vi', w.quote)}, nhưng kho đang giữ ${shown(a.now, a.question, 'vi', w.quote)}.`,
      en: (a, w) =>
        `form ${w.quote(a.serial)}, ${what(a.question, 'en', w.quote)}: the old value is given as ${shown(a.old, a.question, 'en', w.quote)}, but the store holds ${shown(a.now, a.question, 'en', w.quote)}.`,
    },
    why: guardWhy,
    fix: {
      vi: 'Đối chiếu với phiếu giấy; nếu vẫn cần sửa, ghi giá trị đang có trong kho vào cột Giá trị cũ.',
      en: 'Compare with the paper form; if it is still to be corrected, put what the store holds in the column old.',
    },
  }),
  'returns/correction-new-missing': kind<{ serial: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `dòng đính chính phiếu ${w.quote(a.serial)} chưa ghi giá trị mới.`,
      en: (a, w) => `the line about the form ${w.quote(a.serial)} gives no new value.`,
    },
    why: {
      vi: 'Ô trống có thể là quên ghi; xóa một câu trả lời phải ghi rõ.',
      en: 'An empty cell may have been forgotten; taking an answer away must be said.',
    },
    fix: {
      vi: 'Ghi giá trị mới; nếu trên phiếu câu đó để trống thì ghi (trống).',
      en: 'Write the new value; where the question is blank on the form, write (blank).',
    },
  }),
  'returns/correction-why-missing': kind<{ serial: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `dòng đính chính phiếu ${w.quote(a.serial)} chưa ghi lý do.`,
      en: (a, w) => `the line about the form ${w.quote(a.serial)} gives no reason.`,
    },
    why: {
      vi: 'Mọi đính chính được liệt kê trong báo cáo; hội đồng phải thấy vì sao số liệu bị sửa.',
      en: 'All corrections are listed in the report; the council must see why data were changed.',
    },
    fix: {
      vi: 'Ghi cột Lý do, ví dụ: nhập nhầm, phiếu ghi 4.',
      en: 'Fill in why, for example: keyed wrongly, the form says 4.',
    },
  }),
  'returns/correction-twice': kind<{
    serial: string;
    question: string;
    values: readonly string[];
    rows: readonly number[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)}, ${what(a.question, 'vi', w.quote)}: các dòng ${a.rows.join(', ')} sửa cùng một giá trị thành các giá trị khác nhau: ${w.list(a.values)}.`,
      en: (a, w) =>
        `form ${w.quote(a.serial)}, ${what(a.question, 'en', w.quote)}: rows ${a.rows.join(', ')} correct one value to different ones: ${w.list(a.values)}.`,
    },
    why: {
      vi: 'Thứ tự dòng không được quyết định giá trị nào được tính.',
      en: 'The order of the lines must not decide what counts.',
    },
    fix: {
      vi: 'Xem phiếu giấy rồi chỉ giữ một dòng.',
      en: 'Look at the paper form and keep one line.',
    },
  }),
  'returns/correction-still-void': kind<{ serial: string; reason: string; isEmpty: boolean }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.isEmpty
          ? `phiếu ${w.quote(a.serial)} không có câu trả lời nào, nên vẫn không hợp lệ (${w.quote(a.reason)}) và không được tính.`
          : `đã sửa câu trả lời của phiếu ${w.quote(a.serial)}, nhưng phiếu vẫn không hợp lệ (${w.quote(a.reason)}) nên không được tính.`,
      en: (a, w) =>
        a.isEmpty
          ? `the form ${w.quote(a.serial)} has no answer at all, so it is still void (${w.quote(a.reason)}) and does not count.`
          : `answers of the form ${w.quote(a.serial)} were corrected, but it is still void (${w.quote(a.reason)}) and does not count.`,
    },
    why: {
      vi: 'Quy tắc của phương án được xét lại theo câu trả lời đã sửa; phiếu do người nhập đánh dấu không hợp lệ thì giữ nguyên. Phiếu không có câu trả lời nào không bao giờ được tính.',
      en: 'The rules of the plan are judged again by the corrected answers; what a clerk marked void stays void. A form without one answer never counts.',
    },
    fix: {
      vi: 'Nếu phiếu phải được tính, thêm dòng: câu hỏi void, giá trị cũ là lý do trên, giá trị mới hợp lệ. Phiếu chưa có câu trả lời nào thì phải thêm câu trả lời trên phiếu giấy trước.',
      en: 'If the form should count, add a line: question void, old the reason above, new valid. Where it has no answer at all, add the answers of the paper form first.',
    },
  }),
  'returns/correction-now-void': kind<{ serial: string; reason: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `sau đính chính, phiếu ${w.quote(a.serial)} không còn hợp lệ (${w.quote(a.reason)}) nên không được tính nữa.`,
      en: (a, w) =>
        `as corrected, the form ${w.quote(a.serial)} is void (${w.quote(a.reason)}) and no longer counts.`,
    },
    why: {
      vi: 'Quy tắc của phương án được xét lại theo câu trả lời đã sửa; phiếu không có câu trả lời nào không bao giờ được tính.',
      en: 'The rules of the plan are judged again by the corrected answers; a form without one answer never counts.',
    },
    fix: {
      vi: 'Đối chiếu với phiếu giấy. Nếu sửa nhầm, rút lần đính chính này bằng survey returns undo.',
      en: 'Compare with the paper form. If the correction is wrong, take it out with survey returns undo.',
    },
  }),
  'returns/corrections-differ': kind<{
    serial: string;
    question: string;
    steps: readonly string[];
    batches: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)}, ${what(a.question, 'vi', w.quote)}: các lần đính chính không nối tiếp nhau (${w.list(a.steps)}): ${w.list(a.batches)}.`,
      en: (a, w) =>
        `form ${w.quote(a.serial)}, ${what(a.question, 'en', w.quote)}: these corrections do not follow each other (${w.list(a.steps)}): ${w.list(a.batches)}.`,
    },
    why: {
      vi: 'Hai nơi sửa cùng một giá trị thành hai giá trị khác nhau thì chỉ người cầm phiếu giấy biết giá trị nào đúng.',
      en: 'Where two offices correct one value differently, only whoever holds the paper form knows which is right.',
    },
    fix: {
      vi: 'Xem phiếu giấy, rút lần đính chính sai bằng survey returns undo.',
      en: 'Look at the paper form and take the wrong correction out with survey returns undo.',
    },
  }),
  'returns/correction-without-row': kind<{
    serial: string;
    unit: string;
    batches: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)} (đơn vị ${w.quote(a.unit)}) được đính chính ở ${w.list(a.batches)}, nhưng phiếu không còn trong kho.`,
      en: (a, w) =>
        `the form ${w.quote(a.serial)} (unit ${w.quote(a.unit)}) is corrected in ${w.list(a.batches)}, but is no longer in the store.`,
    },
    why: {
      vi: 'Đính chính không có phiếu đi kèm cho thấy kho thiếu một lần nhập.',
      en: 'Corrections without their forms show that an import is missing from the store.',
    },
    fix: {
      vi: 'Chép lại lần nhập có phiếu đó, hoặc rút lần đính chính bằng survey returns undo.',
      en: 'Copy the import with that form back, or undo the corrections with survey returns undo.',
    },
  }),
  'returns/correction-without-old': kind<{
    serial: string;
    unit: string;
    question: string;
    old: string | null;
    now: string | null;
    batches: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)} (đơn vị ${w.quote(a.unit)}), ${what(a.question, 'vi', w.quote)}: đính chính ở ${w.list(a.batches)} sửa từ ${shown(a.old, a.question, 'vi', w.quote)}, nhưng kho đang giữ ${shown(a.now, a.question, 'vi', w.quote)}.`,
      en: (a, w) =>
        `form ${w.quote(a.serial)} (unit ${w.quote(a.unit)}), ${what(a.question, 'en', w.quote)}: ${w.list(a.batches)} corrects ${shown(a.old, a.question, 'en', w.quote)}, but the store holds ${shown(a.now, a.question, 'en', w.quote)}.`,
    },
    why: guardWhy,
    fix: {
      vi: 'Chép lại lần đính chính trước nó nếu thiếu, hoặc rút lần đính chính này bằng survey returns undo.',
      en: 'Copy back the correction before it if that is missing, or undo this one with survey returns undo.',
    },
  }),
  'returns/corrections-apart': kind<{ file: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.file)} là tệp đính chính, không nhập chung với các tệp phiếu.`,
      en: (a, w) =>
        `${w.quote(a.file)} is a corrections file; it is not imported together with forms.`,
    },
    why: {
      vi: 'Đính chính chỉ xét được khi mọi phiếu đã nhập xong.',
      en: 'Corrections are held against the forms once those are all imported.',
    },
    fix: {
      vi: 'Nhập các tệp phiếu trước, rồi chạy survey returns correct TỆP.',
      en: 'Import the forms first, then run survey returns correct FILE.',
    },
  }),
  'returns/corrections-stand': kind<{ id: string; batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `chưa rút được ${w.quote(a.id)}: phiếu trong đó đã được đính chính ở ${w.list(a.batches)}.`,
      en: (a, w) =>
        `${w.quote(a.id)} cannot be undone yet: its forms are corrected in ${w.list(a.batches)}.`,
    },
    why: {
      vi: 'Rút phiếu đi mà để lại đính chính thì kho không còn nguyên vẹn.',
      en: 'Corrections whose forms are taken away would leave the store broken.',
    },
    fix: {
      vi: 'Rút các lần đính chính đó trước (survey returns undo), lần mới nhất trước.',
      en: 'Undo those corrections first (survey returns undo), the latest first.',
    },
  }),
  'returns/rows-left-out': kind<{
    id: string;
    batch: string;
    rows: number;
    file: string;
    sheet: string | null;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `khi nhập tệp ${w.quote(a.file)}${sheetWords(a.sheet, 'vi', w.quote)} (${w.quote(a.batch)}) đã bỏ qua ${a.rows} dòng vì ${w.quote(a.id)} có sẵn; rút ${w.quote(a.id)} rồi thì các dòng đó không còn ở lần nhập nào.`,
      en: (a, w) =>
        `the import of ${w.quote(a.file)}${sheetWords(a.sheet, 'en', w.quote)} (${w.quote(a.batch)}) passed over ${a.rows} rows because ${w.quote(a.id)} had them; with ${w.quote(a.id)} taken out they are in no import.`,
    },
    why: {
      vi: 'Mỗi phiếu chỉ được giữ ở một lần nhập, nên rút lần nhập đó là rút luôn phiếu.',
      en: 'A form is kept in one import only; taking that out takes the form out.',
    },
    fix: {
      vi: 'Nếu các phiếu đó phải được tính thì nhập lại tệp ấy (survey import TỆP); bản sao của nó còn trong thư mục của lần nhập.',
      en: 'Where those forms should count, import that file again (survey import FILE); the folder of the import holds a copy of it.',
    },
  }),
  'returns/rejected-unmarked': kind<{ csv: string }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `không làm được bảng tính tô màu các ô sai của tệp này; các dòng bị loại và lý do có trong ${w.quote(a.csv)}.`,
      en: (a, w) =>
        `no workbook with the bad cells of this file marked could be made; the rejected rows and their reasons are in ${w.quote(a.csv)}.`,
    },
    why: {
      vi: 'Bảng tính được ghi theo cách mà sửa vào có thể làm hỏng, hoặc có quá nhiều dòng sai; một bản sao hỏng tệ hơn là không có.',
      en: 'The workbook is written in a way that cannot be edited safely, or too many rows are wrong; a broken copy is worse than none.',
    },
    fix: {
      vi: 'Sửa các dòng trong tệp đó rồi nhập nó, hoặc mở bảng tính bằng Excel, lưu lại thành .xlsx rồi nhập lại.',
      en: 'Mend the rows in that file and import it, or save the workbook again as .xlsx in Excel and import it again.',
    },
  }),
};
