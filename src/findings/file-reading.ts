/** Findings made while the table of a file is read: what kind it is, how it is laid out, cells that cannot be trusted. */
import { type OtherFormat, otherFormats } from './file-formats.ts';
import { kind } from './finding.ts';

type NoArgs = Record<never, never>;

export const fileReadingFindings = {
  'file/other-format': kind<{ what: OtherFormat }>({
    severity: 'error',
    text: {
      vi: ({ what }) =>
        `đây là ${otherFormats[what].what.vi}, không phải bảng CSV hay XLSX; ${otherFormats[what].then.vi}.`,
      en: ({ what }) =>
        `this is ${otherFormats[what].what.en}, not a CSV or XLSX table; ${otherFormats[what].then.en}.`,
    },
    why: {
      vi: 'Loại tệp được nhận biết theo nội dung; đổi đuôi tệp không làm đổi nội dung. Công cụ chỉ đọc CSV và XLSX, để cùng một bảng luôn cho cùng một kết quả.',
      en: 'Files are recognised by content; another ending of the name does not change it. Only CSV and XLSX are read, so that one table always gives one result.',
    },
    fix: {
      vi: 'Xem lại vài dòng trong tệp mới rồi chạy lại với tệp đó.',
      en: 'Look at a few rows of the new file and run again with that.',
    },
  }),
  'file/changed': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'tệp đang thay đổi trong khi được đọc, nên không đọc tiếp.',
      en: () => 'the file changed while it was read, so it was not read on.',
    },
    why: {
      vi: 'Một tệp đang được chép, đồng bộ hoặc ghi dở thì phần đọc được không phải là toàn bộ số liệu.',
      en: 'What was read of a file that is being copied, synchronised or written is not the whole of it.',
    },
    fix: {
      vi: 'Chờ cho việc chép hoặc đồng bộ xong, đóng phần mềm đang mở tệp, rồi chạy lại.',
      en: 'Wait until it is copied or synchronised, close the program that has it open, run again.',
    },
  }),
  'file/nul': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () =>
        'dòng này có ký tự điều khiển (như NUL) mà không văn bản nào có; tệp đã bị hỏng từ đây.',
      en: () =>
        'this line holds a control byte (such as NUL) that no text has; the file is broken from here on.',
    },
    why: {
      vi: 'Thường do máy tắt đột ngột khi đang ghi hoặc USB bị rút sớm; các dòng sau đó có thể đã mất.',
      en: 'Mostly a power cut while it was written, or a stick pulled out early; rows after it may be lost.',
    },
    fix: {
      vi: 'Lấy lại tệp từ nơi gửi. Nếu không có bản khác, mở bằng Excel, đối chiếu các dòng từ dòng này trở đi với phiếu giấy, rồi lưu dạng “CSV UTF-8”.',
      en: 'Fetch the file again. If there is no other copy, open it in Excel, compare the rows from this line on with the paper forms, and save as “CSV UTF-8”.',
    },
  }),
  'file/bad-delimiter': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} không dùng được làm dấu phân cách giữa các ô.`,
      en: (a, w) => `${w.quote(a.text)} cannot separate cells.`,
    },
    why: {
      vi: 'Dấu phân cách là đúng một ký tự, không phải dấu ngoặc kép hay dấu xuống dòng.',
      en: 'A delimiter is exactly one character, no quote and no line end.',
    },
    fix: {
      vi: 'Ghi `,`, `;`, `|` hoặc `tab`; hoặc bỏ lựa chọn này để công cụ tự nhận biết.',
      en: 'Give `,`, `;`, `|` or `tab`, or leave the option out, so that it is found.',
    },
  }),
  'file/dropped-separators': kind<{ rows: number }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `${w.int(a.rows)} dòng thiếu dấu phân cách ở cuối, đúng như cách Excel lưu CSV khi các cột cuối để trống; các ô đó được coi là ô trống.`,
      en: (a, w) =>
        `${w.int(a.rows)} rows lack separators at their end, just as Excel saves CSV where the last columns are blank; those cells count as blank.`,
    },
    why: {
      vi: 'Excel lưu CSV theo từng khối 16 dòng và bỏ dấu phân cách của các cột cuối trống trong cả khối.',
      en: 'Excel saves CSV in blocks of 16 rows and leaves out the separators of last columns that are blank in the whole block.',
    },
    fix: {
      vi: 'Không cần làm gì; lưu dạng XLSX thì không có thông báo này.',
      en: 'Nothing; an XLSX file would not have this.',
    },
  }),
  'file/two-heading-rows': kind<{ lower: number }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `tiêu đề gồm hai dòng (dòng này và dòng ${w.int(a.lower)}), ghép theo ô gộp; tiêu đề con trùng tên được đọc là “nhóm / con”.`,
      en: (a, w) =>
        `the headings take two rows (this one and row ${w.int(a.lower)}), put together by their merged cells; sub-headings of one name read “group / sub-heading”.`,
    },
    why: {
      vi: 'Ô tiêu đề gộp qua nhiều cột là tên nhóm của các tiêu đề ngay bên dưới.',
      en: 'A heading merged over several columns is the group of the headings below it.',
    },
    fix: {
      vi: 'Không cần làm gì nếu đúng; nếu không, bỏ gộp ô và ghi tiêu đề trên một dòng.',
      en: 'Nothing if that is right; else undo the merging and write the headings in one row.',
    },
  }),
  'file/hidden-columns': kind<{ columns: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) => `có ${w.int(a.columns.length)} cột bị ẩn vẫn được đọc: ${w.list(a.columns)}.`,
      en: (a, w) =>
        `${w.int(a.columns.length)} hidden columns were read all the same: ${w.list(a.columns)}.`,
    },
    why: {
      vi: 'Ẩn cột chỉ đổi cách hiển thị; người mở tệp có thể không biết là có số liệu ở đó.',
      en: 'Hiding changes the view only; whoever opens the file may not know that data stands there.',
    },
    fix: {
      vi: 'Bỏ ẩn để xem lại; nếu cột đó không dùng thì xóa hẳn, lưu rồi chạy lại.',
      en: 'Unhide them to look; if they should not count, delete them, save and run again.',
    },
  }),
  'file/filtered-rows': kind<{ count: number }>({
    severity: 'note',
    text: {
      vi: (a, w) => `bảng đang lọc (Filter): ${w.int(a.count)} dòng không hiện ra vẫn được đọc.`,
      en: (a, w) =>
        `the table is filtered: ${w.int(a.count)} rows that do not show were read all the same.`,
    },
    why: {
      vi: 'Lọc chỉ đổi cách hiển thị, không có nghĩa là bỏ phiếu.',
      en: 'A filter changes the view; it does not remove returns.',
    },
    fix: {
      vi: 'Bỏ lọc (Data > Clear) để xem lại; dòng nào phải bỏ thì xóa hẳn, lưu rồi chạy lại.',
      en: 'Clear the filter (Data > Clear) to look; rows that should not count must be deleted.',
    },
  }),
  'file/merged-cell': kind<{ range: string }>({
    severity: 'error',
    text: {
      vi: (a) =>
        `ô nằm trong vùng ô gộp ${a.range}: giá trị chỉ có ở ô đầu của vùng, các ô còn lại là trống.`,
      en: (a) =>
        `the cell lies in the merged cells ${a.range}: the value stands in the first of them, the others are blank.`,
    },
    why: {
      vi: 'Một ô gộp qua nhiều dòng trông như áp dụng cho mọi dòng, nhưng trong tệp nó chỉ thuộc dòng đầu; đoán thì có thể sai.',
      en: 'A cell merged over several rows looks as if it held for all, but belongs to the first alone; a guess might be wrong.',
    },
    fix: {
      vi: 'Chọn vùng đó trong Excel, bấm Merge & Center để bỏ gộp, điền giá trị vào từng ô (Ctrl+Enter), lưu rồi chạy lại.',
      en: 'Select the range in Excel, press Merge & Center to undo it, fill the value into each cell (Ctrl+Enter), save and run again.',
    },
  }),
  'file/misplaced-row': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'dòng này có hai lần hoặc sai thứ tự trong tệp, hoặc có ô không rõ thuộc cột nào.',
      en: () =>
        'the row comes twice or out of order in the file, or one of its cells does not say its column.',
    },
    why: {
      vi: 'Tệp do phần mềm khác ghi không đúng chuẩn; không chắc ô nào thuộc dòng, cột nào.',
      en: 'A program wrote the file against the rules; it is not certain which cell stands where.',
    },
    fix: {
      vi: 'Mở tệp trong Excel (cho Excel sửa nếu được hỏi), đối chiếu dòng này, lưu thành tệp XLSX mới rồi chạy lại.',
      en: 'Open it in Excel (let it repair), compare this row, save as a new XLSX and run again.',
    },
  }),
  'file/cell-twice': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'trong tệp có hai giá trị khác nhau cho cùng ô này.',
      en: () => 'the file holds two values for this one cell.',
    },
    why: {
      vi: 'Không biết giá trị nào đúng; Excel có thể hiện giá trị này, phần mềm khác hiện giá trị kia.',
      en: 'Which one is right is unknown; Excel may show one and another program the other.',
    },
    fix: {
      vi: 'Mở tệp trong Excel, gõ lại giá trị đúng theo phiếu giấy, lưu rồi chạy lại.',
      en: 'Open it in Excel, type the value from the paper form again, save and run again.',
    },
  }),
  'file/missing-text': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'chữ của ô này không có trong tệp (tệp bị hỏng ở ô này).',
      en: () => 'the text of this cell is not in the file (the file is broken here).',
    },
    why: {
      vi: 'Chữ trong XLSX được cất ở một bảng riêng; ô này trỏ tới một mục không có trong bảng đó.',
      en: 'XLSX keeps texts in a table of their own; this cell points at an entry that is not there.',
    },
    fix: {
      vi: 'Mở tệp trong Excel, gõ lại ô này theo phiếu giấy, lưu rồi chạy lại.',
      en: 'Open it in Excel, type the cell from the paper form again, save and run again.',
    },
  }),
  'file/odd-zip': kind<{ what: 'twice' | 'path'; part: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.what === 'twice'
          ? `bên trong tệp có hai phần cùng tên ${w.quote(a.part)}, điều không bảng tính thật nào có.`
          : 'bên trong tệp có một phần mang đường dẫn ra ngoài tệp, điều không bảng tính thật nào có.',
      en: (a, w) =>
        a.what === 'twice'
          ? `two parts inside the file are called ${w.quote(a.part)}, which no real workbook has.`
          : 'a part inside the file carries a path that leads outside, which no real workbook has.',
    },
    why: {
      vi: 'Mỗi phần mềm sẽ đọc một phần khác nhau; tệp có thể đã bị can thiệp.',
      en: 'Programs would each read another of them; the file may have been tampered with.',
    },
    fix: {
      vi: 'Hỏi lại nơi gửi và xin tệp do chính Excel lưu.',
      en: 'Ask the sender for a file saved by Excel itself.',
    },
  }),
};
