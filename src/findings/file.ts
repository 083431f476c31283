/** Findings about a file as a file: is it there, what kind is it, can its table be read. */
import { kind, type Words } from './finding.ts';

type NoArgs = Record<never, never>;

/** What else a file may be, by content. */
type OtherKind =
  | 'word'
  | 'powerpoint'
  | 'pdf'
  | 'html'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'image'
  | 'archive'
  | 'zip';

const otherKinds: { readonly [K in OtherKind]: { readonly vi: string; readonly en: string } } = {
  word: { vi: 'văn bản Word', en: 'a Word document' },
  powerpoint: { vi: 'bài trình chiếu', en: 'a slide presentation' },
  pdf: { vi: 'tệp PDF', en: 'a PDF file' },
  html: { vi: 'trang web (HTML)', en: 'a web page (HTML)' },
  xml: { vi: 'tệp XML', en: 'an XML file' },
  json: { vi: 'tệp JSON', en: 'a JSON file' },
  rtf: { vi: 'văn bản RTF', en: 'an RTF document' },
  image: { vi: 'tệp ảnh', en: 'an image' },
  archive: { vi: 'tệp nén', en: 'a compressed archive' },
  zip: { vi: 'tệp nén ZIP', en: 'a ZIP archive' },
};

type Limited = 'bytes' | 'unzipped' | 'entries' | 'rows' | 'columns' | 'record';

function limitWords(what: Limited, limit: number, words: Words): { vi: string; en: string } {
  const size = words.int(Math.floor(limit / (1024 * 1024)));
  const count = words.int(limit);
  const all: { readonly [L in Limited]: { vi: string; en: string } } = {
    bytes: { vi: `tệp lớn hơn ${size} MiB`, en: `the file is larger than ${size} MiB` },
    unzipped: {
      vi: `nội dung giải nén ra lớn hơn ${size} MiB hoặc có đoạn chữ dài bất thường`,
      en: `what is inside unzips to more than ${size} MiB or holds an absurdly long text`,
    },
    entries: {
      vi: `tệp có hơn ${count} phần bên trong`,
      en: `the file has more than ${count} parts`,
    },
    rows: { vi: `bảng có hơn ${count} dòng`, en: `the table has more than ${count} rows` },
    columns: { vi: `dòng này có hơn ${count} cột`, en: `this row has more than ${count} columns` },
    record: { vi: `có một dòng dài hơn ${size} MiB`, en: `one row is longer than ${size} MiB` },
  };
  return all[what];
}

export const fileFindings = {
  'file/not-found': kind<{ path: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không tìm thấy tệp ${w.quote(a.path)}.`,
      en: (a, w) => `the file ${w.quote(a.path)} is not there.`,
    },
    why: {
      vi: 'Lệnh cần tệp này để chạy; không có tệp thì không có gì được tính.',
      en: 'The command needs this file; without it nothing is computed.',
    },
    fix: {
      vi: 'Kiểm tra lại tên tệp và thư mục; tên tệp phân biệt chữ hoa, chữ thường trên một số máy.',
      en: 'Check the name and the folder; on some machines capital letters matter.',
    },
  }),
  'file/folder': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'đây là thư mục, không phải tệp.',
      en: () => 'this is a folder, not a file.',
    },
    why: {
      vi: 'Mỗi lần chỉ đọc những tệp được nêu tên, để biết chắc số liệu lấy từ đâu.',
      en: 'Only files that are named are read, so that it is certain where the figures come from.',
    },
    fix: {
      vi: 'Ghi rõ tên tệp trong thư mục đó.',
      en: 'Name the file inside that folder.',
    },
  }),
  'file/not-regular': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'đây không phải là tệp thông thường (có thể là thiết bị hoặc đường ống dữ liệu).',
      en: () => 'this is not a regular file (a device or a pipe, perhaps).',
    },
    why: {
      vi: 'Bản gốc phải được lưu lại nguyên vẹn để đối chiếu, nên nguồn phải là một tệp có thật.',
      en: 'The source is kept untouched for later checking, so it must be a real file.',
    },
    fix: {
      vi: 'Lưu dữ liệu thành tệp CSV hoặc XLSX rồi chạy lại với tệp đó.',
      en: 'Save the data as a CSV or XLSX file and run again with that file.',
    },
  }),
  'file/lock-file': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () =>
        'đây là tệp khóa tạm mà Excel hoặc LibreOffice tạo ra khi bảng tính đang mở, không chứa dữ liệu.',
      en: () =>
        'this is the lock file that Excel or LibreOffice makes while a workbook is open; it holds no data.',
    },
    why: {
      vi: 'Tên bắt đầu bằng “~$” hoặc “.~lock.” cho biết bảng tính thật đang mở ở đâu đó và có thể chưa được lưu.',
      en: 'A name that begins with `~$` or `.~lock.` tells that the real workbook is open and maybe not saved.',
    },
    fix: {
      vi: 'Lưu và đóng bảng tính, rồi chọn tệp cùng tên không có “~$” hay “.~lock.” ở đầu.',
      en: 'Save and close the workbook, then take the file of the same name without `~$` or `.~lock.`.',
    },
  }),
  'file/empty': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'tệp trống, không có ô nào có nội dung.',
      en: () => 'the file is empty: no cell holds anything.',
    },
    why: {
      vi: 'Tệp trống thường do lưu hoặc chép chưa xong; coi như “không có phiếu nào” là sai.',
      en: 'An empty file is mostly a save or copy that failed; it does not mean “no returns”.',
    },
    fix: {
      vi: 'Mở tệp gốc kiểm tra, lưu lại rồi gửi lại. Trang tính bị ẩn không được đọc.',
      en: 'Open the original, save it and send it again. Hidden sheets are not read.',
    },
  }),
  'file/binary': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'nội dung không phải là chữ, cũng không phải bảng tính XLSX.',
      en: () => 'the content is neither text nor an XLSX workbook.',
    },
    why: {
      vi: 'Đọc cố một tệp nhị phân như bảng dữ liệu sẽ cho ra số liệu vô nghĩa.',
      en: 'Reading binary data as a table would give figures without meaning.',
    },
    fix: {
      vi: 'Mở tệp bằng đúng phần mềm đã tạo ra nó, rồi lưu thành XLSX hoặc “CSV UTF-8”.',
      en: 'Open it in the program that made it and save as XLSX or “CSV UTF-8”.',
    },
  }),
  'file/not-a-table': kind<{ what: OtherKind }>({
    severity: 'error',
    text: {
      vi: (a) => `đây là ${otherKinds[a.what].vi}, không phải bảng CSV hay XLSX, dù tên tệp là gì.`,
      en: (a) =>
        `this is ${otherKinds[a.what].en}, not a CSV or XLSX table, whatever its name says.`,
    },
    why: {
      vi: 'Loại tệp được nhận biết theo nội dung; đổi đuôi tệp không làm đổi nội dung.',
      en: 'Files are recognised by content; another ending of the name does not change it.',
    },
    fix: {
      vi: 'Chuyển bảng số liệu sang Excel và lưu dạng XLSX; nếu là tệp nén thì giải nén trước.',
      en: 'Bring the table into Excel and save it as XLSX; unpack an archive first.',
    },
  }),
  'file/xls': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'đây là bảng tính Excel đời cũ (.xls, Excel 97–2003).',
      en: () => 'this is a workbook of the old Excel format (.xls, Excel 97–2003).',
    },
    why: {
      vi: 'Định dạng cũ này không được đọc, để không có số liệu nào bị đọc sai mà không ai biết.',
      en: 'That format is not read, so that no figure is misread without anybody noticing.',
    },
    fix: {
      vi: 'Mở tệp trong Excel, chọn Lưu thành (Save As) > Excel Workbook (*.xlsx).',
      en: 'Open it in Excel, then Save As > Excel Workbook (*.xlsx).',
    },
  }),
  'file/xlsb': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'đây là bảng tính Excel dạng nhị phân (.xlsb).',
      en: () => 'this is a binary Excel workbook (.xlsb).',
    },
    why: {
      vi: 'Dạng nhị phân không được đọc; dạng XLSX chứa cùng dữ liệu và kiểm tra được.',
      en: 'The binary form is not read; XLSX holds the same data and can be checked.',
    },
    fix: {
      vi: 'Mở tệp trong Excel, chọn Lưu thành (Save As) > Excel Workbook (*.xlsx).',
      en: 'Open it in Excel, then Save As > Excel Workbook (*.xlsx).',
    },
  }),
  'file/ods': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'đây là bảng tính OpenDocument (.ods, của LibreOffice).',
      en: () => 'this is an OpenDocument spreadsheet (.ods, from LibreOffice).',
    },
    why: {
      vi: 'Công cụ chỉ đọc CSV và XLSX, để cùng một bảng luôn cho cùng một kết quả.',
      en: 'Only CSV and XLSX are read, so that one table always gives one result.',
    },
    fix: {
      vi: 'Trong LibreOffice Calc chọn Tệp > Lưu thành, kiểu “Excel 2007–365 (.xlsx)”.',
      en: 'In LibreOffice Calc choose File > Save As, type “Excel 2007–365 (.xlsx)”.',
    },
  }),
  'file/encrypted': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'bảng tính được bảo vệ bằng mật khẩu nên không đọc được.',
      en: () => 'the workbook is protected by a password and cannot be read.',
    },
    why: {
      vi: 'Nội dung đã mã hóa; công cụ không hỏi và không giữ mật khẩu của ai.',
      en: 'The content is encrypted; the tool neither asks for nor keeps passwords.',
    },
    fix: {
      vi: 'Mở tệp trong Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu.',
      en: 'Open it in Excel, File > Info > Protect Workbook > Encrypt with Password, clear it, save.',
    },
  }),
  'file/truncated': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'tệp bị cắt cụt hoặc hỏng: phần cuối bị thiếu.',
      en: () => 'the file is cut short or broken: its end is missing.',
    },
    why: {
      vi: 'Thường do chép, tải hoặc gửi thư chưa xong; phần còn lại có thể thiếu phiếu.',
      en: 'Mostly a copy, download or mail that did not finish; sheets may be missing.',
    },
    fix: {
      vi: 'Lấy lại tệp từ nơi gửi, mở thử trong Excel, rồi chạy lại.',
      en: 'Fetch the file again, see that Excel opens it, then run again.',
    },
  }),
  'file/damaged': kind<{ part: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `bảng tính bị hỏng ở phần ${w.quote(a.part)} bên trong tệp.`,
      en: (a, w) => `the workbook is damaged in its part ${w.quote(a.part)}.`,
    },
    why: {
      vi: 'Đọc tiếp một tệp hỏng có thể bỏ sót dòng mà không ai biết.',
      en: 'Reading on in a damaged file might leave out rows without anybody noticing.',
    },
    fix: {
      vi: 'Mở tệp trong Excel (cho Excel sửa nếu được hỏi), lưu thành tệp XLSX mới, kiểm tra đủ số dòng rồi chạy lại.',
      en: 'Open it in Excel (let it repair), save as a new XLSX, check the number of rows, run again.',
    },
  }),
  'file/doctype': kind<{ part: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phần ${w.quote(a.part)} có khai báo DOCTYPE, điều không bảng tính thật nào có.`,
      en: (a, w) => `the part ${w.quote(a.part)} declares a DOCTYPE, which no real workbook has.`,
    },
    why: {
      vi: 'Khai báo này là cách quen thuộc để cài bẫy trong tệp; tệp có thể đã bị can thiệp.',
      en: 'That is a known way to set traps in a file; it may have been tampered with.',
    },
    fix: {
      vi: 'Hỏi lại nơi gửi và xin tệp do chính Excel lưu.',
      en: 'Ask the sender for a file saved by Excel itself.',
    },
  }),
  'file/too-large': kind<{ what: Limited; limit: number }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${limitWords(a.what, a.limit, w).vi}, vượt giới hạn đọc được.`,
      en: (a, w) => `${limitWords(a.what, a.limit, w).en}, beyond what is read.`,
    },
    why: {
      vi: 'Giới hạn giữ cho máy không bị treo vì một tệp hỏng hoặc cố tình phá.',
      en: 'The limit keeps a broken or hostile file from bringing the machine down.',
    },
    fix: {
      vi: 'Chia bảng thành nhiều tệp nhỏ, mỗi tệp có đủ dòng tiêu đề; xóa các cột, trang tính không dùng.',
      en: 'Divide the table into several files, each with its headings; remove unused columns and sheets.',
    },
  }),
  'file/undecodable': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () =>
        'từ dòng này có chữ không đọc được theo bảng mã nào (UTF-8, UTF-16, Windows-1258, TCVN3, VNI, VISCII), hoặc tệp trộn nhiều bảng mã.',
      en: () =>
        'from this line on the bytes are text in no encoding (UTF-8, UTF-16, windows-1258, TCVN3, VNI, VISCII), or in several at once.',
    },
    why: {
      vi: 'Đoán bừa bảng mã sẽ làm sai tên đơn vị và câu trả lời.',
      en: 'A guessed encoding would spoil names and answers.',
    },
    fix: {
      vi: 'Mở tệp gốc trong Excel, chọn Lưu thành > “CSV UTF-8 (*.csv)” hoặc XLSX.',
      en: 'Open the original in Excel and save as “CSV UTF-8 (*.csv)” or XLSX.',
    },
  }),
  'file/encoding': kind<{ encoding: string }>({
    severity: 'note',
    text: {
      vi: (a) => `tệp được đọc theo bảng mã ${a.encoding}, không phải UTF-8.`,
      en: (a) => `the file was read as ${a.encoding}, not UTF-8.`,
    },
    why: {
      vi: 'Nếu bảng mã được đoán sai thì tên có dấu sẽ hiện sai.',
      en: 'If that guess is wrong, names with marks come out wrong.',
    },
    fix: {
      vi: 'Xem lại vài tên có dấu; nếu sai, chạy lại với `--encoding` và đúng tên bảng mã. Lần sau lưu dạng “CSV UTF-8” hoặc XLSX.',
      en: 'Look at a few names with marks; if they are wrong, run again with `--encoding`. Next time save as “CSV UTF-8” or XLSX.',
    },
  }),
  'file/unclosed-quote': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'dấu ngoặc kép mở ở đây không bao giờ được đóng lại.',
      en: () => 'the double quote that opens here is never closed.',
    },
    why: {
      vi: 'Mọi dòng sau đó bị nuốt vào một ô, nên không biết chắc dòng nào là dòng nào.',
      en: 'Every line after it falls into one cell, so no row is certain any more.',
    },
    fix: {
      vi: 'Thêm dấu ngoặc kép đóng ở cuối ô, hoặc xóa dấu mở; dấu " nằm trong ô phải viết thành "".',
      en: 'Close the quote at the end of the cell or remove it; a quote inside a cell is written "".',
    },
  }),
  'file/stray-quote': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'dấu ngoặc kép này không mở mà cũng không đóng ô nào.',
      en: () => 'this double quote neither opens nor closes a cell.',
    },
    why: {
      vi: 'Không rõ ô kết thúc ở đâu, nên các cột sau đó có thể bị lệch.',
      en: 'It is unclear where the cell ends, so the columns after it may be shifted.',
    },
    fix: {
      vi: 'Đặt cả ô trong ngoặc kép và viết dấu " bên trong thành "", hoặc lưu lại tệp từ Excel.',
      en: 'Put the whole cell in quotes and write inner quotes as "", or save the file from Excel again.',
    },
  }),
  'file/no-header': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'dòng được chỉ định làm dòng tiêu đề không có nội dung.',
      en: () => 'the row that was named as the heading row holds nothing.',
    },
    why: {
      vi: 'Các cột được nhận biết theo tiêu đề; không có tiêu đề thì không biết ô nào là gì.',
      en: 'Columns are known by their headings; without them no cell has a meaning.',
    },
    fix: {
      vi: 'Xem lại số thứ tự dòng tiêu đề trong Excel (dòng đầu tiên là 1).',
      en: 'Look up the number of the heading row in Excel (the first row is 1).',
    },
  }),
  'file/header-row': kind<NoArgs>({
    severity: 'note',
    text: {
      vi: () => 'dòng này được dùng làm dòng tiêu đề; các dòng phía trên được bỏ qua.',
      en: () => 'this row is taken as the heading row; the rows above it are passed over.',
    },
    why: {
      vi: 'Dòng tiêu đề là dòng đầu tiên có ít nhất hai ô khác nhau và đủ rộng so với bảng.',
      en: 'The heading row is the first with two different texts and wide enough for the table.',
    },
    fix: {
      vi: 'Nếu không đúng, chỉ rõ dòng tiêu đề khi chạy lệnh hoặc xóa các dòng phía trên bảng.',
      en: 'If that is wrong, name the heading row, or remove the lines above the table.',
    },
  }),
  'file/duplicate-heading': kind<{ heading: string; first: string; second: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tiêu đề ${w.quote(a.heading)} có ở cả cột ${a.first} và cột ${a.second}.`,
      en: (a, w) =>
        `the heading ${w.quote(a.heading)} stands over both column ${a.first} and ${a.second}.`,
    },
    why: {
      vi: 'Hai cột cùng tên thì không biết lấy số liệu ở cột nào; không phân biệt chữ hoa, chữ thường.',
      en: 'With two columns of one name it is unclear which counts; letter case makes no difference.',
    },
    fix: {
      vi: 'Đặt lại tên một trong hai cột, hoặc xóa cột thừa.',
      en: 'Rename one of the two, or remove the one too many.',
    },
  }),
  'file/blank-heading': kind<{ column: string; row: number }>({
    severity: 'error',
    text: {
      vi: (a, w) => `cột ${a.column} có số liệu (từ dòng ${w.int(a.row)}) nhưng không có tiêu đề.`,
      en: (a, w) =>
        `column ${a.column} holds data (from row ${w.int(a.row)} on) but has no heading.`,
    },
    why: {
      vi: 'Số liệu không có tiêu đề thì không biết là của câu hỏi nào, và có thể do bảng bị lệch cột.',
      en: 'Data without a heading belongs to no question, and may mean that columns are shifted.',
    },
    fix: {
      vi: 'Ghi tiêu đề cho cột, hoặc xóa các ô ghi chú nằm ngoài bảng.',
      en: 'Give the column a heading, or remove remarks that stand outside the table.',
    },
  }),
  'file/several-sheets': kind<{ sheets: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `có ${w.int(a.sheets.length)} trang tính đều có nội dung: ${w.list(a.sheets)}.`,
      en: (a, w) => `${w.int(a.sheets.length)} sheets hold something: ${w.list(a.sheets)}.`,
    },
    why: {
      vi: 'Tự chọn một trang có thể bỏ sót phiếu ở trang kia mà không ai biết.',
      en: 'Choosing one of them might leave out the sheets of the other unnoticed.',
    },
    fix: {
      vi: 'Khi nhập phiếu, chỉ rõ trang tính bằng --sheet "tên trang", mỗi lần một trang. Danh sách người: ghi “roster: { file: …, sheet: tên trang }” trong phương án. Tệp khác của phương án: để lại một trang.',
      en: 'When importing, name the one to read with --sheet "name", one at a time. For a list of people write `roster: { file: …, sheet: name }` in the plan. In other files of the plan leave one sheet.',
    },
  }),
  'file/sheet-not-found': kind<{ sheet: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có trang tính nào tên ${w.quote(a.sheet)}.`,
      en: (a, w) => `there is no sheet called ${w.quote(a.sheet)}.`,
    },
    why: {
      vi: 'Trang tính được chọn theo tên ghi ở thẻ dưới cùng của cửa sổ Excel.',
      en: 'Sheets are chosen by the name on the tab at the bottom of the Excel window.',
    },
    fix: {
      vi: 'Chép đúng tên trang tính; không cần ghi trang (--sheet, hoặc sheet trong roster) nếu chỉ có một trang có số liệu.',
      en: 'Copy the name of the tab; no sheet (--sheet, or `sheet` in roster) need be named if only one holds data.',
    },
  }),
  'file/sheet-hidden': kind<{ sheet: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `trang tính ${w.quote(a.sheet)} đang bị ẩn nên không được đọc.`,
      en: (a, w) => `the sheet ${w.quote(a.sheet)} is hidden and therefore not read.`,
    },
    why: {
      vi: 'Số liệu dùng để chấm điểm phải là số liệu mà mọi người mở tệp ra đều thấy.',
      en: 'Figures that decide scores must be figures that everybody who opens the file sees.',
    },
    fix: {
      vi: 'Trong Excel bấm chuột phải vào thẻ trang tính, chọn Bỏ ẩn (Unhide), lưu rồi chạy lại.',
      en: 'In Excel right-click a sheet tab, choose Unhide, save and run again.',
    },
  }),
  'file/hidden-sheet': kind<{ sheets: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) => `bỏ qua ${w.int(a.sheets.length)} trang tính bị ẩn: ${w.list(a.sheets)}.`,
      en: (a, w) => `${w.int(a.sheets.length)} hidden sheets were not read: ${w.list(a.sheets)}.`,
    },
    why: {
      vi: 'Trang ẩn thường chứa danh mục hoặc số liệu cũ; chúng không bao giờ được đọc.',
      en: 'Hidden sheets mostly hold lists or old figures; they are never read.',
    },
    fix: {
      vi: 'Không cần làm gì, trừ khi số liệu cần đọc nằm trong trang ẩn: khi đó bỏ ẩn rồi chạy lại.',
      en: 'Nothing, unless the data is on a hidden sheet: then unhide it and run again.',
    },
  }),
  'file/hidden-rows': kind<{ count: number }>({
    severity: 'note',
    text: {
      vi: (a, w) => `có ${w.int(a.count)} dòng bị ẩn (hoặc bị lọc) vẫn được đọc.`,
      en: (a, w) => `${w.int(a.count)} hidden (or filtered) rows were read all the same.`,
    },
    why: {
      vi: 'Lọc hay ẩn dòng chỉ đổi cách hiển thị, không có nghĩa là bỏ phiếu.',
      en: 'A filter or hidden rows change the view; they do not remove returns.',
    },
    fix: {
      vi: 'Nếu các dòng đó phải bỏ thì xóa hẳn khỏi bảng, lưu rồi chạy lại.',
      en: 'If those rows should not count, delete them, save and run again.',
    },
  }),
  'file/ragged-row': kind<{ cells: number | null; columns: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.cells === null
          ? `số ô của dòng không khớp với ${w.int(a.columns)} cột tiêu đề.`
          : `dòng có ${w.int(a.cells)} ô trong khi có ${w.int(a.columns)} cột tiêu đề.`,
      en: (a, w) =>
        a.cells === null
          ? `the row does not fit the ${w.int(a.columns)} columns of the heading row.`
          : `the row has ${w.int(a.cells)} cells under ${w.int(a.columns)} headings.`,
    },
    why: {
      vi: 'Thiếu hoặc thừa ô thì các câu trả lời có thể bị lệch sang cột khác.',
      en: 'With a cell too few or too many, answers may stand in the wrong columns.',
    },
    fix: {
      vi: 'Kiểm tra dấu phân cách trong dòng; ô có chứa dấu phân cách phải đặt trong ngoặc kép. Lưu dạng XLSX thì không gặp lỗi này.',
      en: 'Check the separators of the row; a cell that holds one must be quoted. XLSX files do not have this trouble.',
    },
  }),
  'file/last-line-unfinished': kind<NoArgs>({
    severity: 'warning',
    text: {
      vi: () => 'dòng cuối cùng không có dấu xuống dòng, có thể tệp bị cắt cụt.',
      en: () => 'the last row has no line end; the file may be cut short.',
    },
    why: {
      vi: 'Tệp chép chưa xong thường đứt giữa dòng cuối; câu trả lời cuối có thể thiếu chữ số.',
      en: 'A copy that did not finish breaks off inside its last row, maybe inside a number.',
    },
    fix: {
      vi: 'So dòng cuối với bản gốc; nếu đủ thì bỏ qua, hoặc thêm một dấu xuống dòng ở cuối tệp.',
      en: 'Compare the last row with the original; if it is whole, add a line end after it.',
    },
  }),
  'file/formula-without-value': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'ô là công thức nhưng trong tệp không có kết quả của công thức.',
      en: () => 'the cell is a formula whose result is not in the file.',
    },
    why: {
      vi: 'Công cụ không tự tính công thức; tệp do phần mềm khác tạo ra có thể chưa được Excel tính.',
      en: 'Formulas are not computed here; a file made by another program may lack the results.',
    },
    fix: {
      vi: 'Mở tệp trong Excel, bấm F9, lưu lại; hoặc dán giá trị thay cho công thức.',
      en: 'Open it in Excel, press F9 and save; or paste the values over the formulas.',
    },
  }),
  'file/error-value': kind<{ value: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `ô chứa giá trị lỗi ${w.quote(a.value)}.`,
      en: (a, w) => `the cell holds the error value ${w.quote(a.value)}.`,
    },
    why: {
      vi: 'Giá trị lỗi không phải là 0 và cũng không phải là ô trống.',
      en: 'An error value is neither 0 nor a blank.',
    },
    fix: {
      vi: 'Sửa công thức hoặc gõ lại giá trị đúng theo phiếu giấy.',
      en: 'Mend the formula or type the value from the paper form.',
    },
  }),
  'file/boolean': kind<{ value: string }>({
    severity: 'error',
    text: {
      vi: (a) => `ô chứa giá trị đúng/sai (${a.value}) của Excel thay cho câu trả lời.`,
      en: (a) => `the cell holds Excel's ${a.value} instead of an answer.`,
    },
    why: {
      vi: 'TRUE/FALSE không ứng với phương án trả lời nào, đoán là 1/0 thì có thể sai.',
      en: 'TRUE and FALSE are no answers; taking them for 1 and 0 would be a guess.',
    },
    fix: {
      vi: 'Gõ mã hoặc nhãn của phương án trả lời dưới dạng chữ hoặc số.',
      en: 'Type the code or the label of the option as text or number.',
    },
  }),
  'file/too-long': kind<NoArgs>({
    severity: 'error',
    text: {
      vi: () => 'ô có hơn 32.767 ký tự, nhiều hơn mức Excel chứa được.',
      en: () => 'the cell has more than 32,767 characters, which is more than Excel holds.',
    },
    why: {
      vi: 'Ô dài bất thường hay do nhiều dòng bị dính vào một ô.',
      en: 'Such a cell mostly comes from several rows run together.',
    },
    fix: {
      vi: 'Kiểm tra dấu ngoặc kép và xuống dòng quanh ô này.',
      en: 'Check the quotes and line ends around this cell.',
    },
  }),
};
