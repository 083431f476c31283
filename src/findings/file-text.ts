/** Findings about how a text file is written: its encoding, its dates. */
import { kind } from './finding.ts';

/** What an encoding makes of the first words that differ. */
export interface Reading {
  readonly encoding: string;
  readonly text: string;
}

export const fileTextFindings = {
  'file/encoding-unsure': kind<{ readings: readonly Reading[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không chắc tệp dùng bảng mã nào; từ dòng này, mỗi bảng mã cho ra chữ khác: ${w.list(
          a.readings.map(({ encoding, text }) => `${encoding} ${w.quote(text)}`),
        )}.`,
      en: (a, w) =>
        `it is not certain which encoding this is; from this line on each gives other letters: ${w.list(
          a.readings.map(({ encoding, text }) => `${encoding} ${w.quote(text)}`),
        )}.`,
    },
    why: {
      vi: 'Đoán bừa bảng mã sẽ làm sai tên đơn vị và câu trả lời mà không ai biết.',
      en: 'A guessed encoding would spoil names and answers without anybody noticing.',
    },
    fix: {
      vi: 'Chạy lại với `--encoding` và tên bảng mã (ví dụ `--encoding tcvn3` cho chữ gõ bằng phông .VnTime, `--encoding vni` cho phông VNI-Times), hoặc lưu tệp dạng “CSV UTF-8” rồi chạy lại.',
      en: 'Run again with `--encoding` and the name of the encoding (`--encoding tcvn3` for text in .VnTime fonts, `--encoding vni` for VNI-Times fonts), or save the file as “CSV UTF-8”.',
    },
  }),
  'file/not-in-encoding': kind<{ encoding: string; seen: string | null }>({
    severity: 'error',
    text: {
      vi: (a) =>
        a.seen === null
          ? `dòng này có chữ không thể có trong bảng mã ${a.encoding} đã khai.`
          : `bảng mã đã khai là ${a.encoding}, nhưng tệp dùng ${a.seen}.`,
      en: (a) =>
        a.seen === null
          ? `this line has bytes that ${a.encoding}, the encoding declared, cannot hold.`
          : `the encoding declared is ${a.encoding}, but the file is in ${a.seen}.`,
    },
    why: {
      vi: 'Bảng mã khai bằng `--encoding` được tin; tệp viết khác thì chữ sẽ đọc sai.',
      en: 'The encoding given by `--encoding` is trusted; a file written otherwise would be misread.',
    },
    fix: {
      vi: 'Bỏ `--encoding` để công cụ tự nhận biết bảng mã, hoặc khai đúng bảng mã của tệp này.',
      en: 'Leave `--encoding` out, so that the encoding is found, or give the right one for this file.',
    },
  }),
  'file/unknown-encoding': kind<{ text: string; known: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không có bảng mã nào tên ${w.quote(a.text)}; các tên dùng được: ${w.list(a.known, 12)}.`,
      en: (a, w) =>
        `there is no encoding called ${w.quote(a.text)}; the names are: ${w.list(a.known, 12)}.`,
    },
    why: {
      vi: 'Bảng mã quyết định chữ có dấu được đọc thành chữ gì.',
      en: 'The encoding decides which letters the bytes stand for.',
    },
    fix: {
      vi: 'Sau `--encoding` ghi đúng một tên trong danh sách, hoặc bỏ `--encoding` để công cụ tự nhận biết.',
      en: 'After `--encoding` give a name of the list, or leave `--encoding` out, so that it is found.',
    },
  }),
  'file/old-font': kind<{ encoding: string; written: string; meant: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `chữ trong tệp gõ bằng phông cũ (${a.encoding}), không phải Unicode: ${w.quote(a.written)} đúng ra là ${w.quote(a.meant)}.`,
      en: (a, w) =>
        `the text was typed in an old font (${a.encoding}), not in Unicode: ${w.quote(a.written)} is meant to be ${w.quote(a.meant)}.`,
    },
    why: {
      vi: 'Chữ gõ bằng phông .VnTime hay VNI-Times chỉ đọc được khi hiện bằng đúng phông đó; tiêu đề và tên đơn vị vì thế không khớp với phương án.',
      en: 'Text in .VnTime or VNI-Times fonts reads right only in those fonts; headings and names do not match the plan.',
    },
    fix: {
      vi: 'Chọn vùng dữ liệu, sao chép, dùng UniKey > Công cụ (Ctrl+Shift+F6) chuyển mã sang Unicode, dán lại, đổi phông sang Times New Roman rồi lưu.',
      en: 'Convert the cells to Unicode (UniKey > Toolkit, Ctrl+Shift+F6), paste them back, choose a Unicode font and save.',
    },
  }),
  'file/lost-letters': kind<Record<never, never>>({
    severity: 'warning',
    text: {
      vi: () =>
        'từ dòng này chữ có dấu đã bị thay bằng dấu hỏi (ví dụ “S? phi?u”) khi tệp được lưu; không khôi phục được từ tệp này.',
      en: () =>
        'from this line on letters were saved as question marks (such as “S? phi?u”); this file cannot give them back.',
    },
    why: {
      vi: 'Kiểu lưu “CSV (Comma delimited)” của Excel không giữ được chữ Việt trên nhiều máy.',
      en: 'Excel’s plain “CSV (Comma delimited)” cannot hold Vietnamese letters on many machines.',
    },
    fix: {
      vi: 'Mở tệp gốc (XLSX), chọn Lưu thành > “CSV UTF-8 (*.csv)”, hoặc nhập thẳng tệp XLSX.',
      en: 'Open the original (XLSX) and save as “CSV UTF-8 (*.csv)”, or import the XLSX itself.',
    },
  }),
};
