/** Findings about what comes again or was read otherwise before, and about columns of days written month first. */
import { kind } from './finding.ts';

type Purpose = 'returns' | 'second-entry' | 'back-check';

const purposeWords = {
  vi: { returns: 'phiếu thu về', 'second-entry': 'nhập lần hai', 'back-check': 'phúc tra' },
  en: { returns: 'returns', 'second-entry': 'second entry', 'back-check': 'back-check' },
} as const;

export const returnsAgainFindings = {
  'returns/details-differ': kind<{
    serial: string;
    columns: readonly string[];
    sources: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)} đã có với các câu trả lời giống hệt, nhưng cột ${w.list(a.columns.map(w.quote))} ghi khác (${w.list(a.sources)}); dòng này không được nhận.`,
      en: (a, w) =>
        `the form ${w.quote(a.serial)} is there with the same answers, but another ${w.list(a.columns.map(w.quote))} (${w.list(a.sources)}); the row is not taken.`,
    },
    why: {
      vi: 'Có thể là cùng một phiếu ghi nhầm ngày hay nhầm tên, cũng có thể là hai người dùng chung một mã: bỏ hay đếm thêm đều có thể sai.',
      en: 'It may be one form with a wrong day or name, or two people under one id: to drop it or to count it may both be wrong.',
    },
    fix: {
      vi: 'Nếu là cùng một phiếu: sửa cột đó cho khớp; nếu lần nhập trước đọc sai (vd. ngày tháng đảo chỗ): survey returns undo lần đó rồi nhập lại cả tệp. Nếu là hai người: sửa mã của một dòng.',
      en: 'One form: make the column agree; if the earlier import was read wrongly (day and month turned, say): survey returns undo it and import the whole file again. Two people: mend the id of one row.',
    },
  }),
  'returns/details-not-taken': kind<{ count: number; columns: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} dòng đã nhập trước nay có thêm cột ${w.list(a.columns.map(w.quote))} mà kho chưa có; các cột đó không được lấy thêm vào kho.`,
      en: (a, w) =>
        `${w.int(a.count)} rows imported before now also say ${w.list(a.columns.map(w.quote))}, which the store does not have; that is not added to them.`,
    },
    why: {
      vi: 'Phiếu đã nhận không bị sửa lặng lẽ. Tiến độ theo ngày và kiểm tra theo người chỉ thấy những gì có khi nhập.',
      en: 'What was taken is never changed silently. Progress by day and checks by person see only what was there then.',
    },
    fix: {
      vi: 'Nếu cần các cột này: survey returns undo lần nhập trước rồi nhập tệp này.',
      en: 'If these columns are needed: survey returns undo the earlier import, then import this file.',
    },
  }),
  'returns/same-bytes': kind<{ batch: string; purpose: Purpose }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tệp này giống từng byte tệp của lần nhập ${w.quote(a.batch)} (${purposeWords.vi[a.purpose]}): so hai bên sẽ luôn khớp.`,
      en: (a, w) =>
        `this file is byte for byte that of ${w.quote(a.batch)} (${purposeWords.en[a.purpose]}): compared, the two will always agree.`,
    },
    why: {
      vi: 'Nhập lần hai và phúc tra phải do người khác làm lại từ đầu; chọn nhầm tệp cũ thì tỷ lệ sai luôn bằng 0.',
      en: 'A second entry or a back-check is work done anew; with the old file chosen by mistake the error rate is always 0.',
    },
    fix: {
      vi: 'Chọn nhầm tệp thì rút lần nhập này: survey returns undo; đúng là bản làm lại thì bỏ qua.',
      en: 'If the wrong file was chosen: survey returns undo. If it really was done anew, nothing.',
    },
  }),
  'returns/month-first': kind<{ text: string; row: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dòng ${w.int(a.row)} ghi ${w.quote(a.text)}: cột này viết tháng trước ngày sau. Cả tệp chưa được nhập, vì các ngày khác sẽ bị đọc lộn tháng.`,
      en: (a, w) =>
        `row ${w.int(a.row)} says ${w.quote(a.text)}: this column has the month first. Nothing of the file is imported, for its other days would be read in wrong months.`,
    },
    why: {
      vi: 'Một cột chỉ có một cách viết ngày; 11/5/2026 trong cột này là ngày 5 tháng 11, không phải ngày 11 tháng 5.',
      en: 'A column has one way of writing days; 11/5/2026 in this one is 5 November, not 11 May.',
    },
    fix: {
      vi: 'Nhập lại với --dates M/d/yyyy. Nếu chỉ riêng ô này gõ nhầm: sửa thành ngày/tháng/năm.',
      en: 'Import again with --dates M/d/yyyy. If only this cell is mistyped: write day/month/year in it.',
    },
  }),
  'returns/days-outside': kind<{ text: string; count: number; all: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} trong ${w.int(a.all)} ngày (vd. ${w.quote(a.text)}) nằm ngoài thời gian điều tra, nhưng nằm trong nếu đọc tháng trước ngày sau.`,
      en: (a, w) =>
        `${w.int(a.count)} of ${w.int(a.all)} days (${w.quote(a.text)}, say) lie outside the fieldwork, but inside it when read month first.`,
    },
    why: {
      vi: 'Bảng tính đặt theo kiểu Mỹ viết tháng trước; đọc lộn thì tiến độ theo ngày sai mà không ai thấy.',
      en: 'Sheets set to the United States write the month first; turned days make progress by day wrong unseen.',
    },
    fix: {
      vi: 'Xem một ngày đã biết chắc. Nếu đúng là tháng trước: survey returns undo lần nhập này rồi nhập lại với --dates M/d/yyyy. Nếu đọc đúng rồi: thêm --dates d/M/yyyy để khỏi hỏi.',
      en: 'Look at a day that you are sure of. If the month is first: survey returns undo this import, then import with --dates M/d/yyyy. If it is read rightly: --dates d/M/yyyy says so.',
    },
  }),
  'returns/imported-otherwise': kind<{ batch: string; options: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tệp này đã được nhập rồi (${w.quote(a.batch)}); ${w.list(a.options)} không đổi được cách đọc của lần nhập đó.`,
      en: (a, w) =>
        `this file was imported before (${w.quote(a.batch)}); ${w.list(a.options)} cannot change how it was read then.`,
    },
    why: {
      vi: 'Phiếu đã nhận không bị đọc lại lặng lẽ; mỗi phiếu chỉ được tính một lần.',
      en: 'What was taken is never read anew silently, and each form counts once.',
    },
    fix: {
      vi: 'Nếu lần trước đọc sai: survey returns undo lần đó, rồi nhập lại tệp với các tùy chọn này. Nếu lần trước đọc đúng: không cần làm gì.',
      en: 'If it was read wrongly: survey returns undo that import, then import the file with these options. If it was read rightly: nothing to do.',
    },
  }),
};
