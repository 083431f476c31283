/** Files that are no table, or no table of this survey. */
import { nastyFiles } from '../make.ts';
import { zipOf } from '../zip.ts';
import { type CorpusCase, refused } from './case.ts';
import { cleanBook } from './sheets.ts';
import { answers, sheet, withCells } from './survey.ts';
import { csv } from './texts.ts';

function other(
  file: string,
  odd: string,
  make: () => Uint8Array | string,
  ...codes: readonly string[]
): CorpusCase {
  return { file, odd, make, expect: refused(...codes) };
}

/** Files that make.ts holds, by name. */
function known(name: string, odd: string): CorpusCase {
  const found = nastyFiles[name];
  if (found === undefined) throw new Error(`no nasty file ${name}`);
  return other(name, odd, found.make, found.code);
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a46494600010100', 'hex');

export const refusedCases: readonly CorpusCase[] = [
  other('trong.csv', 'nothing', () => '', 'file/empty'),
  other('chi-bom.csv', 'only a byte-order mark', () => '\ufeff', 'file/empty'),
  other('chi-xuong-dong.csv', 'only line ends', () => '\r\n\r\n', 'file/empty'),
  other('chi-dau-ngan.csv', 'only separators', () => ';;;\r\n;;;\r\n', 'file/empty'),
  other('chi-tieu-de.csv', 'only the headings', () => csv(answers.slice(0, 1)), 'returns/no-rows'),
  other(
    'mot-cot.csv',
    'one column',
    () => 'Ý kiến khác\r\nTốt\r\nTạm được\r\n',
    'returns/column-missing',
  ),
  other(
    'bai-tho.txt',
    'a poem',
    () => 'Trăm năm trong cõi người ta,\nChữ tài chữ mệnh khéo là ghét nhau.\n',
    'returns/unknown-layout',
  ),
  other(
    'tieu-de-lap.csv',
    'a heading twice',
    () => csv(withCells(answers, { '1:4': 'Chất lượng phục vụ' })),
    'file/duplicate-heading',
  ),
  other(
    'tieu-de-trong.csv',
    'a column without heading',
    () => csv(withCells(answers, { '1:4': '' })),
    'file/blank-heading',
  ),
  other(
    'thieu-se-ri.csv',
    'no column of serials',
    () => csv(answers.map((row) => row.slice(1))),
    'returns/serial-missing thieu-se-ri.csv',
  ),
  other(
    'thieu-cau.csv',
    'no column of questions',
    () => csv(answers.map((row) => row.slice(0, 2))),
    'returns/no-question-column',
  ),
  other(
    'tieu-de-gan.csv',
    'a heading that is nearly right',
    () => csv(withCells(answers, { '1:3': 'Chất lượng phuc vụ' })),
    'returns/question-without-column',
  ),
  other(
    'ngoac-ho.csv',
    'a quote that is never closed',
    () => `${csv(answers)}"mở,`,
    'file/unclosed-quote ngoac-ho.csv:8:1',
  ),
  other(
    'ngoac-lac.csv',
    'a quote in the middle of a cell',
    () => `${csv(answers)}a,b"c",1\r\n`,
    'file/stray-quote',
  ),
  other(
    'nhi-phan.csv',
    'random bytes',
    () => Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)),
    'file/binary',
  ),
  other(
    'toan-nul.csv',
    'nothing but NULs, as a power cut leaves',
    () => Buffer.alloc(4096),
    'file/binary',
  ),
  known('old.xls', 'Excel 97–2003'),
  known('very-old.xls', 'Excel 4'),
  known('password.xlsx', 'a password'),
  known('letter.doc', 'Word 97–2003'),
  known('binary.xlsb', 'a binary workbook'),
  known('calc.ods', 'LibreOffice Calc'),
  known('letter-renamed.xlsx', 'a Word document called .xlsx'),
  known('photos.zip', 'photos in a ZIP'),
  known('scan.pdf', 'a scan as PDF'),
  known('report.xls', 'a web page called .xls'),
  known('spreadsheet-2003.xml', 'XML Spreadsheet 2003'),
  other('anh.png', 'a picture (PNG)', () => png, 'file/not-a-table'),
  other('anh.jpg', 'a picture (JPEG)', () => jpeg, 'file/not-a-table'),
  other('phieu.json', 'JSON', () => '[{"serial":"T24"}]', 'file/not-a-table'),
  other(
    'lien-ket.gsheet',
    'the shortcut of a Google sheet',
    () => '{"url":"https://docs.google.com/open?id=1","doc_id":"1","email":"a@b"}',
    'file/other-format',
  ),
  other(
    'lien-ket.url',
    'a shortcut of Windows',
    () => '[InternetShortcut]\r\nURL=https://docs.google.com/spreadsheets/d/1\r\n',
    'file/other-format',
  ),
  other(
    'thu.eml',
    'an e-mail',
    () =>
      'From: a@b\r\nTo: c@d\r\nSubject: Phieu\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n',
    'file/other-format',
  ),
  other('van-ban.rtf', 'RTF', () => '{\\rtf1\\ansi Phieu}', 'file/not-a-table'),
  other('bang.slk', 'SYLK', () => 'ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\nE\r\n', 'file/other-format'),
  other(
    'trang.mht',
    'a web archive',
    () => 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n',
    'file/other-format',
  ),
  other(
    'bang.fods',
    'flat OpenDocument',
    () =>
      '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
    'file/other-format',
  ),
  other(
    'odk.zip',
    'a ZIP of CSV files, as ODK Central exports',
    () =>
      zipOf([
        { name: 'Phieu.csv', content: csv(answers) },
        { name: 'media/a.jpg', content: 'x' },
      ]),
    'file/other-format',
  ),
  other(
    'trong-zip.zip',
    'a workbook in a ZIP',
    () => zipOf([{ name: 'phieu.xlsx', content: cleanBook() }]),
    'file/other-format',
  ),
  other('~$phieu.xlsx', 'the lock of Excel', () => Buffer.alloc(165, 'a'), 'file/lock-file'),
  {
    file: 'thu-muc/phieu.csv',
    odd: 'a folder',
    make: () => csv(answers),
    command: 'import thu-muc',
    expect: refused('file/folder thu-muc'),
  },
  {
    file: 'phieu-1.csv',
    odd: 'a file that is not there',
    make: () => csv(answers),
    command: 'import phieu-2.csv',
    expect: refused('file/not-found phieu-2.csv'),
  },
  {
    file: 'dong-lon.csv',
    odd: 'the row of the headings declared beyond the end',
    make: () => csv(answers),
    command: 'import dong-lon.csv --header-row 99',
    expect: refused('99 file/no-header'),
  },
  other(
    'toan-loi.csv',
    'not one good row',
    () => csv([answers[0] ?? [], ['x', '', '5', '5', '', ''], [sheet(0), '', '9', '5', '', '']]),
    '2:Số phiếu returns/serial-unreadable',
    '3:Chất lượng phục vụ returns/unknown-option',
  ),
];
