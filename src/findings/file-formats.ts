/** Files of another kind that come instead of a table: what each is, and how a table is got out of it. */

/** By content, never by name. */
export type OtherFormat =
  | 'html'
  | 'xml-2003'
  | 'mhtml'
  | 'fods'
  | 'numbers'
  | 'google-shortcut'
  | 'shortcut'
  | 'zip-of-tables'
  | 'email'
  | 'sylk'
  | 'dbf'
  | 'access'
  | 'sqlite'
  | 'spss'
  | 'stata';

interface Words {
  readonly vi: string;
  readonly en: string;
}

const saveAs: Words = {
  vi: 'mở tệp trong Excel rồi chọn Lưu thành (Save As) > Excel Workbook (*.xlsx)',
  en: 'open it in Excel, then Save As > Excel Workbook (*.xlsx)',
};

const exportAgain: Words = {
  vi: 'trong phần mềm đó, xuất số liệu ra CSV hoặc XLSX',
  en: 'in that program export the data as CSV or XLSX',
};

function words(
  vi: string,
  en: string,
  then: Words,
): { readonly what: Words; readonly then: Words } {
  return { what: { vi, en }, then };
}

export const otherFormats: {
  readonly [F in OtherFormat]: { readonly what: Words; readonly then: Words };
} = {
  html: words(
    'trang web (HTML), thường do phần mềm xuất báo cáo ghi dưới tên .xls',
    'a web page (HTML), as reporting programs write it under the name .xls',
    saveAs,
  ),
  'xml-2003': words('bảng tính XML của Excel 2003', 'an Excel 2003 XML spreadsheet', saveAs),
  mhtml: words('trang web lưu trữ (MHTML)', 'a web archive (MHTML)', saveAs),
  fods: words(
    'bảng tính OpenDocument dạng XML (.fods, của LibreOffice)',
    'a flat OpenDocument spreadsheet (.fods, from LibreOffice)',
    {
      vi: 'mở tệp trong LibreOffice, chọn Tệp > Lưu thành, kiểu Excel 2007–365 (.xlsx)',
      en: 'open it in LibreOffice, then File > Save As, type Excel 2007–365 (.xlsx)',
    },
  ),
  numbers: words('bảng tính Numbers của Apple', 'an Apple Numbers spreadsheet', {
    vi: 'mở tệp trong Numbers, chọn Tệp > Xuất sang > Excel',
    en: 'open it in Numbers, then File > Export To > Excel',
  }),
  'google-shortcut': words(
    'lối tắt tới bảng tính trên Google Drive, không chứa số liệu',
    'a shortcut to a sheet on Google Drive; it holds no data',
    {
      vi: 'mở bảng tính trên trình duyệt, chọn Tệp > Tải xuống > Microsoft Excel (.xlsx)',
      en: 'open the sheet in the browser, then File > Download > Microsoft Excel (.xlsx)',
    },
  ),
  shortcut: words(
    'lối tắt tới một trang web hoặc một tệp khác, không chứa số liệu',
    'a shortcut to a web page or another file; it holds no data',
    {
      vi: 'mở lối tắt, tải hoặc chép chính tệp số liệu về rồi nhập tệp đó',
      en: 'open it, fetch the data file itself and import that',
    },
  ),
  'zip-of-tables': words(
    'tệp nén ZIP có bảng tính hoặc tệp CSV bên trong (như tệp xuất của ODK)',
    'a ZIP archive with workbooks or CSV files inside (such as an ODK export)',
    {
      vi: 'giải nén (bấm chuột phải > Extract All) rồi nhập từng tệp số liệu bên trong',
      en: 'unpack it (right-click > Extract All) and import the data files inside',
    },
  ),
  email: words('thư điện tử đã lưu', 'a saved e-mail', {
    vi: 'mở thư, lưu tệp đính kèm ra rồi nhập tệp đó',
    en: 'open it, save the attached file and import that',
  }),
  sylk: words('tệp SYLK (.slk)', 'a SYLK file (.slk)', saveAs),
  dbf: words('bảng dBASE/FoxPro (.dbf)', 'a dBASE or FoxPro table (.dbf)', saveAs),
  access: words('cơ sở dữ liệu Access', 'an Access database', {
    vi: 'trong Access, chọn bảng rồi External Data > Excel để xuất ra XLSX',
    en: 'in Access choose the table, then External Data > Excel to export it as XLSX',
  }),
  sqlite: words('cơ sở dữ liệu SQLite', 'an SQLite database', exportAgain),
  spss: words('tệp số liệu SPSS (.sav)', 'an SPSS data file (.sav)', exportAgain),
  stata: words('tệp số liệu Stata (.dta)', 'a Stata data file (.dta)', exportAgain),
};
