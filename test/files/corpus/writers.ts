/**
 * The clean table as programs write it: libraries here and now, office programs beforehand
 * (written/, made by scripts/corpus/make.sh).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { writeXlsx } from 'hucre';
import writeExcelFile from 'write-excel-file/node';
import * as sheetJs from 'xlsx';
import { type CorpusCase, type Expected, refused, rejects, same } from './case.ts';
import { answers, withCells } from './survey.ts';

const folder = join(import.meta.dirname, 'written');

/** Marks and figures as numbers, blanks as nothing. */
const values = answers.map((row, at) =>
  row.map((cell, column) => {
    if (cell === '') return null;
    return at > 0 && column > 1 && column < 5 ? Number(cell.replace(',', '.')) : cell;
  }),
);

const q1 = 'Chất lượng phục vụ';

/** What is not simply the clean table. */
const expected: Readonly<
  Record<string, { readonly expect: Expected; readonly told?: readonly string[] }>
> = {
  'openpyxl-cong-thuc.xlsx': { expect: rejects(answers, [`2:${q1} file/formula-without-value`]) },
  'openpyxl-an.xlsx': { expect: same(answers), told: ['file/hidden-sheet', 'file/hidden-rows'] },
  'openpyxl-tieu-de.xlsx': { expect: same(answers, 2) },
  'libreoffice-mat-chu.csv': {
    expect: refused('returns/unknown-layout'),
    told: ['file/lost-letters'],
  },
  'libreoffice.xls': { expect: refused('file/xls') },
  'libreoffice.ods': { expect: refused('file/ods') },
  'libreoffice.fods': { expect: refused('file/other-format') },
  'libreoffice.slk': { expect: refused('file/other-format') },
  'libreoffice.dif': { expect: refused('returns/unknown-layout') },
  'libreoffice-trang-web.xls': { expect: refused('file/other-format') },
  'libreoffice.pdf': { expect: refused('file/not-a-table') },
  'libreoffice-2003.xml': { expect: refused('file/other-format') },
  'gnumeric.xls': { expect: refused('file/xls') },
  'gnumeric.gnumeric': { expect: refused('file/not-a-table') },
};

function beforehand(): readonly CorpusCase[] {
  return readdirSync(folder).map((file): CorpusCase => {
    const { expect = same(answers), told = [] } = expected[file] ?? {};
    const odd = `as ${file.split(/[-.]/)[0]} saved it`;
    return { file, odd, make: () => readFileSync(join(folder, file)), expect, told };
  });
}

function byLibrary(
  file: string,
  odd: string,
  make: () => Promise<Uint8Array> | Uint8Array | string,
  expect: Expected = same(answers),
): CorpusCase {
  return { file, odd, make, expect };
}

type Change = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

async function excelJs(
  change: Change = () => {},
  options: Partial<ExcelJS.XlsxWriteOptions> = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Phiếu');
  sheet.addRows(values.map((row) => [...row]));
  change(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer(options));
}

function sheetJsBook(change: (sheet: sheetJs.WorkSheet) => void = () => {}): sheetJs.WorkBook {
  const book = sheetJs.utils.book_new();
  const sheet = sheetJs.utils.aoa_to_sheet(values.map((row) => [...row]));
  change(sheet);
  sheetJs.utils.book_append_sheet(book, sheet, 'Phiếu');
  return book;
}

function bySheetJs(type: sheetJs.BookType, options: sheetJs.WritingOptions = {}): Uint8Array {
  const written: unknown = sheetJs.write(sheetJsBook(), {
    ...options,
    bookType: type,
    type: 'buffer',
  });
  return written instanceof Uint8Array ? written : new Uint8Array();
}

const excelJsCases: readonly CorpusCase[] = [
  byLibrary('exceljs.xlsx', 'as exceljs writes it', () => excelJs()),
  byLibrary('exceljs-chuoi.xlsx', 'exceljs with shared strings and styles', () =>
    excelJs(() => {}, { useSharedStrings: true, useStyles: true }),
  ),
  byLibrary('exceljs-hai-phong.xlsx', 'exceljs with text in two fonts', () =>
    excelJs((sheet) => {
      sheet.getCell('F4').value = {
        richText: [{ text: 'Cán bộ ' }, { font: { bold: true }, text: 'nhiệt tình' }],
      };
    }),
  ),
  byLibrary('exceljs-lien-ket.xlsx', 'exceljs with a hyperlink in a cell', () =>
    excelJs((sheet) => {
      sheet.getCell('F4').value = { text: 'Cán bộ nhiệt tình', hyperlink: 'https://example.org/' };
    }),
  ),
  byLibrary('exceljs-cong-thuc.xlsx', 'exceljs with a formula and its value', () =>
    excelJs((sheet) => {
      sheet.getCell('C2').value = { formula: '2+3', result: 5 };
      sheet.getCell('C4').value = { formula: '2+2', result: 4, date1904: false };
    }),
  ),
  byLibrary(
    'exceljs-khong-gia-tri.xlsx',
    'exceljs with a formula without value',
    () =>
      excelJs((sheet) => {
        sheet.getCell('C2').value = { formula: '2+3', date1904: false };
      }),
    rejects(answers, [`2:${q1} file/formula-without-value`]),
  ),
  byLibrary(
    'exceljs-loi.xlsx',
    'exceljs with an error',
    () =>
      excelJs((sheet) => {
        sheet.getCell('C2').value = { error: '#N/A' };
      }),
    rejects(answers, [`2:${q1} file/error-value`]),
  ),
  byLibrary(
    'exceljs-ngay.xlsx',
    'exceljs with a date where a mark is due',
    () =>
      excelJs((sheet) => {
        sheet.getCell('C2').value = new Date(Date.UTC(2024, 3, 5));
      }),
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  byLibrary('exceljs-1904.xlsx', 'exceljs with the calendar of 1904', () =>
    excelJs((_, book) => {
      book.properties.date1904 = true;
    }),
  ),
  byLibrary('exceljs-loc.xlsx', 'exceljs with filter, frozen rows, validation and protection', () =>
    excelJs((sheet) => {
      sheet.autoFilter = 'A1:F7';
      sheet.views = [{ state: 'frozen', ySplit: 1 }];
      sheet.getCell('C2').dataValidation = { type: 'list', formulae: ['"1,2,3,4,5"'] };
      sheet.getColumn(6).width = 60;
    }),
  ),
];

/** Written row by row, the sizes of the parts behind them (data descriptors). */
async function excelJsStream(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: false });
  const sheet = book.addWorksheet('Phiếu');
  for (const row of values) sheet.addRow([...row]).commit();
  await book.commit();
  return new Uint8Array(Buffer.concat(pieces));
}

const sheetJsCases: readonly CorpusCase[] = [
  byLibrary('exceljs-dong.xlsx', 'exceljs as a stream', excelJsStream),
  byLibrary('sheetjs.xlsx', 'as SheetJS writes it', () => bySheetJs('xlsx')),
  byLibrary('sheetjs-sst.xlsx', 'SheetJS with shared strings, compressed', () =>
    bySheetJs('xlsx', { bookSST: true, compression: true }),
  ),
  byLibrary('sheetjs.xlsm', 'SheetJS, with macros allowed', () => bySheetJs('xlsm')),
  byLibrary('sheetjs.csv', 'SheetJS as CSV', () => bySheetJs('csv')),
  byLibrary('sheetjs.txt', 'SheetJS as UTF-16 text', () => bySheetJs('txt')),
  byLibrary('sheetjs.xlsb', 'SheetJS as XLSB', () => bySheetJs('xlsb'), refused('file/xlsb')),
  byLibrary('sheetjs.xls', 'SheetJS as XLS (BIFF8)', () => bySheetJs('biff8'), refused('file/xls')),
  byLibrary(
    'sheetjs-5.xls',
    'SheetJS as XLS (BIFF5)',
    () => bySheetJs('biff5'),
    refused('file/xls'),
  ),
  byLibrary(
    'sheetjs-2.xls',
    'SheetJS as XLS (BIFF2)',
    () => bySheetJs('biff2'),
    refused('file/xls'),
  ),
  byLibrary('sheetjs.ods', 'SheetJS as ODS', () => bySheetJs('ods'), refused('file/ods')),
  byLibrary(
    'sheetjs.fods',
    'SheetJS as flat ODS',
    () => bySheetJs('fods'),
    refused('file/other-format'),
  ),
  byLibrary(
    'sheetjs.xml',
    'SheetJS as XML Spreadsheet 2003',
    () => bySheetJs('xlml'),
    refused('file/other-format'),
  ),
  byLibrary(
    'sheetjs.html',
    'SheetJS as a web page',
    () => bySheetJs('html'),
    refused('file/other-format'),
  ),
  byLibrary(
    'sheetjs.slk',
    'SheetJS as SYLK',
    () => bySheetJs('sylk'),
    refused('file/other-format'),
  ),
  byLibrary('sheetjs.rtf', 'SheetJS as RTF', () => bySheetJs('rtf'), refused('file/not-a-table')),
  byLibrary(
    'sheetjs.dif',
    'SheetJS as DIF',
    () => bySheetJs('dif'),
    refused('returns/unknown-layout'),
  ),
];

const otherCases: readonly CorpusCase[] = [
  byLibrary('hucre.xlsx', 'as hucre writes it', () =>
    writeXlsx({ sheets: [{ name: 'Phiếu', rows: values.map((row) => [...row]) }] }),
  ),
  byLibrary(
    'hucre-nghin.xlsx',
    'hucre with a number in the thousands',
    () =>
      writeXlsx({
        sheets: [
          {
            name: 'Phiếu',
            rows: values.map((row, at) =>
              row.map((cell, column) => (at === 3 && column === 4 ? 1234.5 : cell)),
            ),
          },
        ],
      }),
    same(withCells(answers, { '4:5': '1234,5' })),
  ),
  byLibrary('write-excel-file.xlsx', 'as write-excel-file writes it', async () => {
    const rows = values.map((row) => row.map((value) => (value === null ? null : { value })));
    return await new Promise<Uint8Array>((resolve, reject) => {
      Promise.resolve(writeExcelFile(rows, { sheet: 'Phiếu' }).toBuffer()).then(
        (bytes) => resolve(new Uint8Array(bytes)),
        reject,
      );
    });
  }),
];

export const writerCases: readonly CorpusCase[] = [
  ...excelJsCases,
  ...sheetJsCases,
  ...otherCases,
  ...beforehand(),
];
