import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Checked } from '../src/findings/finding.ts';
import { type Caps, usualCaps } from '../src/formats/caps.ts';
import { parseTable, type TableOptions } from '../src/formats/read-table.ts';
import { customStyle, serialText } from '../src/formats/xlsx/dates.ts';
import { plainNumber } from '../src/formats/xlsx/numbers.ts';
import type { Table } from '../src/table.ts';
import { bookOf, bookParts, sheetOf, textRows } from './files/make.ts';
import { zipOf } from './files/zip.ts';

function parse(bytes: Uint8Array, options: TableOptions = {}): Promise<Checked<Table>> {
  return parseTable(bytes, 'f.xlsx', options);
}

async function read(bytes: Uint8Array, options: TableOptions = {}): Promise<Table> {
  const table = await parse(bytes, options);
  if (!table.ok) throw new Error(JSON.stringify(table.findings));
  return table.value;
}

const cellsOf = (table: Table): readonly (readonly string[])[] =>
  table.rows.map((row) => row.cells);
const codesOf = (table: Checked<Table>): string[] => table.findings.map((found) => found.code);

/** The one data row under headings c0, c1 … for cells given as XML. */
async function oneRow(
  cells: readonly string[],
  book: Parameters<typeof sheetOf>[1] = {},
): Promise<Table['rows'][number]> {
  const head = textRows([cells.map((_, at) => `c${at}`)]);
  const table = await read(sheetOf(`${head}<row>${cells.join('')}</row>`, book));
  const row = table.rows[0];
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('numbers', () => {
  test.each([
    ['1', '1'],
    ['1.0', '1'],
    ['0.1', '0.1'],
    ['1E-3', '0.001'],
    ['1.5e3', '1500'],
    ['0.30000000000000004', '0.3'],
    ['78.329999999999998', '78.33'],
    ['99.9999999999999999', '100'],
    ['-0.5', '-0.5'],
    ['-0', '0'],
    ['.5', '0.5'],
    ['9007199254740993', '9007199254740993'],
    ['1234567890123456789', '1234567890123456789'],
    ['1E+20', '100000000000000000000'],
    ['1E-400', '0'],
  ])('%s is %s', (raw, text) => expect(plainNumber(raw)).toBe(text));

  test.each(['', 'abc', '1,5', 'NaN', 'INF', '1E999', '--1', '0x10'])('%j is none', (raw) =>
    expect(plainNumber(raw)).toBeNull(),
  );
});

describe('dates', () => {
  const date = { kind: 'date', time: false } as const;
  const moment = { kind: 'date', time: true } as const;
  const clock = { kind: 'time' } as const;

  // Serial numbers as Excel shows them; 45190 = 21/09/2023.
  test.each([
    [1, date, '1900-01-01'],
    [59, date, '1900-02-28'],
    [60, date, '1900-02-29'],
    [61, date, '1900-03-01'],
    [45190, date, '2023-09-21'],
    [45190.354166666664, date, '2023-09-21T08:30:00'],
    [45190, moment, '2023-09-21T00:00:00'],
    [45190.999999, moment, '2023-09-22T00:00:00'],
    [0.354166666666667, clock, '08:30:00'],
    [2958465, date, '9999-12-31'],
    [2958466, date, null],
    [-1, date, null],
  ])('%d', (serial, style, text) => expect(serialText(serial, style, false)).toBe(text));

  test('counted from 1904', () => {
    expect(serialText(0, date, true)).toBe('1904-01-01');
    expect(serialText(43728, date, true)).toBe('2023-09-21');
  });

  test.each([
    ['dd/mm/yyyy', date],
    ['[$-42A]d mmmm yyyy;@', date],
    ['"ngày" dd "tháng" mm', date],
    ['mmm-yy', date],
    ['dd/mm/yyyy hh:mm', moment],
    ['hh:mm:ss AM/PM', clock],
    ['[h]:mm', { kind: 'duration' }],
    ['[mm]:ss', { kind: 'duration' }],
    ['mm:ss', clock],
    ['General', { kind: 'plain' }],
    ['#,##0.00', { kind: 'plain' }],
    ['0.00E+00', { kind: 'plain' }],
    ['#,##0 "đồng/ngày"', { kind: 'plain' }],
    ['[Red]-#,##0;[Blue]0', { kind: 'plain' }],
    ['0\\d', { kind: 'plain' }],
    ['@', { kind: 'plain' }],
    ['0%', { kind: 'percent' }],
    ['#,##0.0%;[Red]-0.0%', { kind: 'percent' }],
    ['0"%"', { kind: 'plain' }],
    ['0\\%', { kind: 'plain' }],
    ['00', { kind: 'padded', digits: 2 }],
  ])('format %s', (code, style) => expect(customStyle(code)).toEqual(style));
});

describe('cells', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="00"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf/></cellXfs>' +
    '<dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>';

  test('strings: shared, inline, in runs, escaped; reading aids left out', async () => {
    const strings =
      '<si><t>Sở Nội vụ</t></si><si><r><t xml:space="preserve">Xã </t></r><r><t>Mỹ Tú</t></r><rPh><t>x</t></rPh></si>' +
      '<si><t>a_x000D__x000A_b_x005F_x0041_</t></si><si><t/></si>';
    const row = await oneRow(
      [
        '<c t="s"><v>0</v></c>',
        '<c t="s"><v>1</v></c>',
        '<c t="s"><v>2</v></c>',
        '<c t="s"><v>3</v></c>',
        '<c t="inlineStr"><is><r><t>x</t></r><rPh><t>no</t></rPh><r><t>y</t></r></is></c>',
        '<c t="inlineStr"><is><t><![CDATA[a<b]]> &amp; c</t></is></c>',
        '<c t="str"><f>A1</f><v> tính </v></c>',
      ],
      { strings },
    );
    expect(row.cells).toEqual([
      'Sở Nội vụ',
      'Xã Mỹ Tú',
      'a\nb_x0041_',
      '',
      'xy',
      'a<b & c',
      'tính',
    ]);
    expect(row.faults).toEqual([]);
  });

  test('dates by built-in and custom format, as ISO cells, and codes with leading zeros', async () => {
    const cells = [
      '<c s="1"><v>45190</v></c>',
      '<c s="2"><v>45190.5</v></c>',
      '<c s="0"><v>45190</v></c>',
      '<c s="3"><v>7</v></c>',
      '<c s="4"><v>5</v></c>',
      '<c t="d" s="1"><v>2023-09-21T00:00:00</v></c>',
      '<c t="d" s="1"><v>2023-09-21T08:30:00.000</v></c>',
    ];
    expect((await oneRow(cells, { styles })).cells).toEqual([
      '2023-09-21',
      '2023-09-21T12:00:00',
      '45190',
      '07',
      '5',
      '2023-09-21',
      '2023-09-21T08:30:00',
    ]);
    const mac = await oneRow(cells.slice(0, 2), { styles, date1904: true });
    expect(mac.cells[0]).toBe('2027-09-22');
  });

  test('what is no answer is marked', async () => {
    const row = await oneRow([
      '<c><f>A1+1</f></c>',
      '<c><f>A1+1</f><v/></c>',
      '<c t="str"><f>""</f><v></v></c>',
      '<c><f>A1</f><v>5</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c><v>1,5</v></c>',
    ]);
    expect(row.cells).toEqual(['', '', '', '5', '#N/A', 'TRUE', '1,5']);
    expect(row.faults).toEqual([
      { column: 0, reason: 'formula-without-value' },
      { column: 1, reason: 'formula-without-value' },
      { column: 4, reason: 'error-value' },
      { column: 5, reason: 'boolean' },
      { column: 6, reason: 'error-value' },
    ]);
  });

  test('over-long', async () => {
    const row = await oneRow(
      ['<c t="s"><v>0</v></c>', `<c t="inlineStr"><is><t>${'y'.repeat(40_000)}</t></is></c>`],
      { strings: `<si><t>${'x'.repeat(40_000)}</t></si>` },
    );
    expect(row.faults.map((fault) => fault.reason)).toEqual(['too-long', 'too-long']);
    expect(row.cells.map((cell) => cell.length)).toEqual([32_767, 32_767]);
  });
});

describe('rows and columns', () => {
  test('with and without references, out of order, sparse', async () => {
    const head = textRows([['a', 'b', 'c', 'd']]);
    const rows =
      '<row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c><c><v>2</v></c></row>' +
      '<row><c><v>9</v></c></row><row r="9" spans="1:4"/><row r="1048576"><c r="D1048576"><v>4</v></c></row>';
    const table = await read(sheetOf(head + rows));
    expect(table.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [3, '1', '2', '3', ''],
      [4, '9', '', '', ''],
      [1_048_576, '', '', '', '4'],
    ]);
  });

  test('prefixed and strict files', async () => {
    const parts = bookParts({
      sheets: [
        {
          name: 'S',
          rows: textRows([
            ['a', 'b'],
            ['1', '2'],
          ]),
        },
      ],
    });
    const strict = parts.map(({ name, content }) => ({
      name,
      content: String(content)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006',
          'http://purl.oclc.org/ooxml/spreadsheetml',
        )
        .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
        .replaceAll('xmlns=', 'xmlns:x='),
    }));
    expect(cellsOf(await read(zipOf(strict)))).toEqual([['1', '2']]);
  });

  test('UTF-16 parts', async () => {
    const parts = bookParts({
      sheets: [
        {
          name: 'S',
          rows: textRows([
            ['mã', 'tên'],
            ['1', 'Huế'],
          ]),
        },
      ],
    });
    const wide = parts.map(({ name, content }) => {
      const text = String(content).replace('UTF-8', 'UTF-16');
      return {
        name,
        content: name.includes('sheet1') ? Buffer.from(`\ufeff${text}`, 'utf16le') : content,
      };
    });
    expect(cellsOf(await read(zipOf(wide)))).toEqual([['1', 'Huế']]);
  });

  test('merges and validations over the whole sheet cost nothing', async () => {
    const after =
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
      '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>' +
      '<extLst><ext><x14:row><x14:c><xm:f>Z</xm:f></x14:c></x14:row></ext></extLst>';
    const rows = textRows([
      ['a', 'b'],
      ['1', '2'],
    ]);
    const table = await read(bookOf({ sheets: [{ name: 'S', rows, after }] }));
    expect(cellsOf(table)).toEqual([['1', '2']]);
  });

  test('data under no heading, and headings that read the same', async () => {
    const table = await parse(
      sheetOf(
        textRows([
          ['a', '', 'A '],
          ['1', 'x', '2', 'y'],
        ]),
      ),
    );
    expect(table.ok).toBe(false);
    expect(table.findings.map(({ code, args }) => ({ code, ...args }))).toEqual([
      { code: 'file/duplicate-heading', heading: 'A', first: 'A', second: 'C' },
      { code: 'file/blank-heading', column: 'B', row: 2 },
      { code: 'file/blank-heading', column: 'D', row: 2 },
    ]);
  });

  test('hidden rows are read, and counted', async () => {
    const rows = `${textRows([['a', 'b']])}<row hidden="1"><c><v>1</v></c></row><row hidden="1"/>`;
    const table = await parse(sheetOf(rows));
    expect(table.ok && cellsOf(table.value)).toEqual([['1', '']]);
    expect(table.findings).toMatchObject([{ code: 'file/hidden-rows', args: { count: 1 } }]);
  });
});

describe('sheets', () => {
  const rows = textRows([
    ['a', 'b'],
    ['1', '2'],
  ]);
  const blank = '<row r="1"><c r="A1" s="1"/></row>';
  const book = bookOf({
    sheets: [
      { name: 'Trống', rows: blank },
      {
        name: 'Ẩn',
        rows: textRows([
          ['x', 'y'],
          ['3', '4'],
        ]),
        state: 'hidden',
      },
      { name: 'Rất ẩn', rows, state: 'veryHidden' },
      { name: 'Phiếu 01', rows },
    ],
  });
  const two = bookOf({
    sheets: [
      { name: 'Phiếu 01', rows },
      { name: 'Phiếu 02', rows },
    ],
  });

  test('the only visible one that holds something, with a note on the hidden ones', async () => {
    const table = await parse(book);
    expect(table.ok && table.value.sheet).toBe('Phiếu 01');
    expect(table.findings).toMatchObject([
      { code: 'file/hidden-sheet', args: { sheets: ['Ẩn', 'Rất ẩn'] } },
    ]);
  });

  test('two are refused unless one is named', async () => {
    expect((await parse(two)).findings).toMatchObject([
      { code: 'file/several-sheets', args: { sheets: ['Phiếu 01', 'Phiếu 02'] } },
    ]);
    expect((await read(two, { sheet: 'Phiếu 02' })).sheet).toBe('Phiếu 02');
    expect((await read(two, { sheet: 'phiếu  02'.normalize('NFD') })).sheet).toBe('Phiếu 02');
  });

  test('a hidden or unknown one is refused', async () => {
    expect(codesOf(await parse(book, { sheet: 'Ẩn' }))).toEqual(['file/sheet-hidden']);
    expect((await parse(two, { sheet: 'Phieu 02' })).findings).toMatchObject([
      { code: 'file/sheet-not-found', args: { near: ['Phiếu 02', 'Phiếu 01'] } },
    ]);
  });
});

describe('caps', () => {
  const rows = textRows([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
  const capped = (caps: Partial<Caps>): Promise<Checked<Table>> =>
    parse(sheetOf(rows), { caps: { ...usualCaps, ...caps } });

  test.each([
    [{ rows: 1 }, 'rows'],
    [{ columns: 1 }, 'columns'],
    [{ entries: 3 }, 'entries'],
    [{ unzipped: 1000 }, 'unzipped'],
    [{ bytes: 1000 }, 'bytes'],
  ])('%j', async (caps, what) => {
    expect((await capped(caps)).findings).toMatchObject([
      { code: 'file/too-large', args: { what } },
    ]);
  });

  test('a text that never ends stops the reading early', async () => {
    const parts = bookParts({ sheets: [{ name: 'S', rows }] }).map((part) =>
      part.name.includes('sharedStrings')
        ? { ...part, content: `<sst><si><t>${'x'.repeat(9_000_000)}</t></si></sst>` }
        : part,
    );
    expect(codesOf(await parse(zipOf(parts)))).toEqual(['file/too-large']);
  });
});

test('a workbook that exceljs wrote', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Phiếu');
  sheet.addRow(['Số phiếu', 'Ngày', 'Câu 1', 'Điểm', 'Ghi chú']);
  sheet.addRow([
    'ST23-000001',
    new Date(Date.UTC(2023, 8, 21)),
    5,
    0.1 + 0.2,
    { richText: [{ text: 'Rất ' }, { text: 'tốt', font: { bold: true } }] },
  ]);
  sheet.addRow([
    'ST23-000002',
    new Date(Date.UTC(2023, 8, 21, 8, 30)),
    null,
    { formula: 'C2*2', result: 10 },
    { text: 'x', hyperlink: 'http://a.vn' },
  ]);
  sheet.addRow(['ST23-000003', null, true, { error: '#DIV/0!' }, { formula: 'A1' }]);
  sheet.getCell('B2').numFmt = 'dd/mm/yyyy';
  sheet.getCell('B3').numFmt = 'dd/mm/yyyy hh:mm';
  sheet.mergeCells('G1:XFD40');
  const table = await read(new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(table.columns).toEqual(['Số phiếu', 'Ngày', 'Câu 1', 'Điểm', 'Ghi chú']);
  expect(cellsOf(table)).toEqual([
    ['ST23-000001', '2023-09-21', '5', '0.3', 'Rất tốt'],
    ['ST23-000002', '2023-09-21T08:30:00', '', '10', 'x'],
    ['ST23-000003', '', 'TRUE', '#DIV/0!', ''],
  ]);
  expect(table.rows[2]?.faults.map(({ reason }) => reason)).toEqual([
    'boolean',
    'error-value',
    'formula-without-value',
  ]);
});
