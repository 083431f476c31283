/** How tables lie in workbooks of offices: merged cells, headings of two rows, titles, what is hidden, several sheets. */
import { describe, expect, test } from 'vitest';
import type { Checked } from '../src/findings/finding.ts';
import { bytesSource } from '../src/formats/byte-source.ts';
import { cellFault } from '../src/formats/cell-fault.ts';
import { listSheets, parseTable, type TableOptions } from '../src/formats/read-table.ts';
import { serialText } from '../src/formats/xlsx/dates.ts';
import type { Table } from '../src/table.ts';
import { bookOf, bookParts, sheetOf, textRows } from './files/make.ts';
import { zipOf } from './files/zip.ts';

type Rows = readonly (readonly string[])[];

function book(rows: Rows, merges: readonly string[] = [], before = ''): Buffer {
  const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const after = `<mergeCells count="${merges.length}">${cells}</mergeCells>`;
  return bookOf({ sheets: [{ name: 'Phiếu', rows: textRows(rows), before, after }] });
}

async function read(bytes: Buffer, options: TableOptions = {}): Promise<Table> {
  const table = await parseTable(bytes, 'f.xlsx', options);
  if (!table.ok) throw new Error(JSON.stringify(table.findings));
  return table.value;
}

const codesOf = (table: Checked<unknown>): string[] => table.findings.map((found) => found.code);
const cellsOf = (table: Table): Rows => table.rows.map((row) => row.cells);

describe('headings of two rows', () => {
  const groups = ['TT', 'Đơn vị', 'Câu 1', '', 'Câu 2', ''];
  const below = ['', '', 'Tốt', 'Kém', 'Tốt', 'Kém'];
  const data = ['1', 'Sở A', '5', '4', '3', '2'];
  const merges = (row: number): string[] => [
    `A${row}:A${row + 1}`,
    `B${row}:B${row + 1}`,
    `C${row}:D${row}`,
    `E${row}:F${row}`,
  ];
  const wanted = ['TT', 'Đơn vị', 'Câu 1 / Tốt', 'Câu 1 / Kém', 'Câu 2 / Tốt', 'Câu 2 / Kém'];

  test('groups over sub-headings that come again', async () => {
    const bytes = book([groups, below, data], merges(1));
    const table = await read(bytes);
    expect(table.columns).toEqual(wanted);
    expect(cellsOf(table)).toEqual([data]);
    expect(codesOf(await parseTable(bytes, 'f.xlsx'))).toEqual(['file/two-heading-rows']);
  });

  test('a sub-heading that is the only one of its name keeps it', async () => {
    const codes = ['', '', 'q1', 'q2', 'q3', 'q4'];
    const table = await read(book([groups, codes, data], merges(1)));
    expect(table.columns).toEqual(['TT', 'Đơn vị', 'q1', 'q2', 'q3', 'q4']);
  });

  test('below titles, merged or not', async () => {
    const titles = [
      ['UBND TỈNH', '', '', 'CỘNG HÒA XÃ HỘI', '', ''],
      ['BẢNG TỔNG HỢP PHIẾU', '', '', '', '', ''],
    ];
    const bytes = book([...titles, groups, below, data], ['A1:C1', 'D1:F1', 'A2:F2', ...merges(3)]);
    const table = await read(bytes);
    expect(table.columns).toEqual(wanted);
    expect(table.above).toEqual([['UBND TỈNH', 'CỘNG HÒA XÃ HỘI'], ['BẢNG TỔNG HỢP PHIẾU']]);
  });

  test('a title merged over the table is no group', async () => {
    const heads = ['serial', 'q1', 'q2', 'q3'];
    const bytes = book([['BẢNG', '', '', ''], heads, ['A1', '5', '4', '3']], ['A1:D1']);
    expect((await read(bytes)).columns).toEqual(heads);
  });

  test('two titles side by side are none either where the headings speak for themselves', async () => {
    const heads = ['serial', 'q1', 'q2', 'q3'];
    const rows = [['UBND', '', 'CỘNG HÒA', ''], heads, ['A1', '5', '4', '3']];
    expect((await read(book(rows, ['A1:B1', 'C1:D1']))).columns).toEqual(heads);
  });

  test('a row of data below a heading merged by mistake is not taken for headings', async () => {
    const rows = [
      ['serial', 'q1', ''],
      ['A1', '5', '4'],
      ['A2', '3', '2'],
    ];
    const table = await parseTable(book(rows, ['B1:C1']), 'f.xlsx');
    expect(table.ok).toBe(false);
    expect(codesOf(table)).toEqual(['file/blank-heading']);
  });

  test('either of the two rows may be named', async () => {
    const bytes = book([['Bảng', 'số 1'], groups, below, data], merges(2));
    for (const headerRow of [2, 3]) {
      const table = await read(bytes, { headerRow });
      expect(table.columns).toEqual(wanted);
      expect(table.rows.map((row) => row.row)).toEqual([4]);
    }
  });
});

describe('merged cells', () => {
  const rows = [
    ['serial', 'unit', 'q1'],
    ['A1', 'so-a', '5'],
    ['A2', '', '4'],
    ['A3', 'so-b', '3'],
    ['A4', '', '2'],
  ];

  test('the blank ones below the value name their range', async () => {
    const table = await read(book(rows, ['B2:B3', 'C4:C5']));
    const found = table.rows.flatMap((row) =>
      row.faults.map((fault) => [row.row, cellFault(table, row, fault)] as const),
    );
    expect(found).toMatchObject([
      [3, { code: 'file/merged-cell', at: { row: 3, column: 'unit' }, args: { range: 'B2:B3' } }],
    ]);
  });

  test('also with prefixes', async () => {
    const parts = bookParts({
      sheets: [
        {
          name: 'S',
          rows: textRows(rows),
          after: '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
        },
      ],
    }).map(({ name, content }) => ({
      name,
      content: String(content)
        .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
        .replaceAll('xmlns=', 'xmlns:x='),
    }));
    const table = await read(zipOf(parts));
    expect(table.rows[1]?.faults).toMatchObject([{ column: 1, reason: 'merged' }]);
  });

  test('a range that is blank, or begins in the headings, says nothing', async () => {
    const table = await read(
      book(
        [
          ['a', 'b', 'c'],
          ['1', '', '3'],
          ['4', '', ''],
        ],
        ['B2:B3', 'C1:C3'],
      ),
    );
    expect(table.rows.flatMap((row) => row.faults)).toEqual([]);
  });
});

describe('what is wrong with single rows and cells does not refuse the sheet', () => {
  const head = textRows([['a', 'b']]);

  test('rows twice or out of order, cells without a place', async () => {
    const rows =
      '<row r="5"><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row>' +
      '<row r="5"><c><v>3</v></c></row><row r="x"><c><v>4</v></c></row>' +
      '<row><c r="$"><v>5</v></c><c r="A9"><v>6</v></c></row><row><c><v>7</v></c></row>';
    const table = await parseTable(sheetOf(head + rows), 'f.xlsx');
    expect(table.ok && table.value.rows.map(({ row, faults }) => [row, faults.length])).toEqual([
      [5, 0],
      [3, 1],
      [5, 1],
      [6, 1],
      [7, 1],
      [8, 0],
    ]);
    expect(codesOf(table)).toEqual(new Array(4).fill('file/misplaced-row'));
  });

  test('a cell twice; the same value twice is no contradiction', async () => {
    const rows =
      '<row><c r="A2"><v>1</v></c><c r="A2"><v>1</v></c></row>' +
      '<row><c r="A3"><v>1</v></c><c r="A3"><v>2</v></c></row>';
    const table = await read(sheetOf(head + rows));
    expect(table.rows.map((row) => row.faults)).toEqual([[], [{ column: 0, reason: 'twice' }]]);
  });
});

describe('containers', () => {
  const plain = textRows([
    ['a', 'b'],
    ['1', '2'],
  ]);

  test('bytes behind the end of the zip are passed over', async () => {
    const bytes = Buffer.concat([
      sheetOf(plain),
      Buffer.from('\r\n-- phần thêm của máy chủ thư --'),
    ]);
    expect(cellsOf(await read(bytes))).toEqual([['1', '2']]);
  });

  test('rows that hold nothing cost nothing', async () => {
    const rows = `${plain}${'<row/>'.repeat(1_200_000)}`;
    expect(cellsOf(await read(sheetOf(rows)))).toEqual([['1', '2']]);
  }, 60_000);

  test('more rows than a sheet can have are refused, though they hold nothing', async () => {
    const table = await parseTable(sheetOf(plain + '<row/>'.repeat(2_200_000)), 'f.xlsx');
    expect(table.findings).toMatchObject([{ code: 'file/too-large', args: { what: 'rows' } }]);
  }, 60_000);

  test('sheets that are seen and hold something, for those who take several', async () => {
    const bytes = bookOf({
      sheets: [
        { name: 'Phiếu 1', rows: plain },
        { name: 'Trống', rows: '' },
        { name: 'Ẩn', rows: plain, state: 'hidden' },
        { name: 'Phiếu 2', rows: plain },
      ],
    });
    const listed = await listSheets(bytesSource(bytes), 'f.xlsx');
    expect(listed.ok && listed.value).toEqual(['Phiếu 1', 'Phiếu 2']);
    expect(codesOf(listed)).toEqual(['file/hidden-sheet']);
    const csv = await listSheets(bytesSource(Buffer.from('a,b\n1,2\n')), 'f.csv');
    expect(csv.ok && csv.value).toEqual([]);
  });

  test('hidden columns are told by their headings', async () => {
    const before = '<cols><col min="2" max="3" hidden="1" width="0"/></cols>';
    const table = await parseTable(
      book(
        [
          ['a', 'b', 'c', 'd'],
          ['1', '2', '3', '4'],
        ],
        [],
        before,
      ),
      'f',
    );
    expect(table.findings).toMatchObject([
      { code: 'file/hidden-columns', args: { columns: ['b', 'c'] } },
    ]);
  });
});

test.each([
  [1.145833333333333, '27:30'],
  [0.354166666666667, '08:30'],
  [0.000011574074074, '00:00:01'],
  [100, '2400:00'],
])('%d days are the hours %s', (serial, text) => {
  expect(serialText(serial, { kind: 'duration' }, false)).toBe(text);
});

describe('headings that only look like other formats', () => {
  test.each([
    ['ID;Phiếu\r\n1;2\r\n', ['ID', 'Phiếu']],
    ['From,To\n1,2\n', ['From', 'To']],
    ['sep=|\na|b\n1|2\n', ['a', 'b']],
    ['a|b\n1|2\n3|4\n', ['a', 'b']],
  ])('%j', async (text, columns) => {
    const table = await parseTable(Buffer.from(text), 'f.csv');
    expect(table.ok && table.value.columns).toEqual(columns);
  });
});
