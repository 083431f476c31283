import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checked } from '../src/findings/finding.ts';
import { usualCaps } from '../src/formats/caps.ts';
import { cleanText } from '../src/formats/cell-text.ts';
import { parseTable, type TableOptions } from '../src/formats/read-table.ts';
import { isWhole, type Table } from '../src/table.ts';

function parse(content: string | Uint8Array, options: TableOptions = {}): Promise<Checked<Table>> {
  return parseTable(Buffer.from(content), 'f.csv', options);
}

async function read(content: string | Uint8Array, options: TableOptions = {}): Promise<Table> {
  const table = await parse(content, options);
  if (!table.ok) throw new Error(JSON.stringify(table.findings));
  return table.value;
}

const cellsOf = (table: Table): readonly (readonly string[])[] =>
  table.rows.map((row) => row.cells);
const codesOf = (table: Checked<Table>): string[] => table.findings.map((found) => found.code);
const placesOf = (table: Checked<Table>): string[] =>
  table.findings.map((found) => {
    const { at } = found;
    if (at.kind === 'file') return found.code;
    if (at.kind === 'text') return `${found.code} ${at.line}:${at.column}`;
    return `${found.code} ${at.row ?? ''}:${at.column ?? ''}`;
  });

describe('delimiter', () => {
  test.each([
    ['comma', 'a,b,c\n1,2,3\n'],
    ['semicolon', 'a;b;c\r\n1;2;3\r\n'],
    ['tab', 'a\tb\tc\n1\t2\t3\n'],
    ['old Mac line ends', 'a,b,c\r1,2,3\r'],
    ['mixed line ends', 'a,b,c\n1,2,3\r\n'],
    ['declared', 'sep=;\r\na;b;c\r\n1;2;3\r\n'],
    ['spaces around quotes', 'a, "b" ,c\n1,"2", 3\n'],
  ])('%s', async (_name, text) => {
    const table = await read(text);
    expect(table.columns).toEqual(['a', 'b', 'c']);
    expect(cellsOf(table)).toEqual([['1', '2', '3']]);
  });

  test('decimal commas do not make a comma file', async () => {
    const table = await read('mã;điểm;tỷ lệ\n1;2,5;3,5\n2;4,5;1,5\n');
    expect(cellsOf(table)[1]).toEqual(['2', '4,5', '1,5']);
  });

  test('commas inside quotes are not looked at', async () => {
    const table = await read('a;b\n"x,y,z,t";1\n"x,y,z,t";2\n');
    expect(table.columns).toEqual(['a', 'b']);
  });

  test('the option wins', async () => {
    expect((await read('a|b;c\n1|2;3\n', { delimiter: '|' })).columns).toEqual(['a', 'b;c']);
  });

  test('one column needs no delimiter', async () => {
    expect(cellsOf(await read('tên\nLan\nHoa\n'))).toEqual([['Lan'], ['Hoa']]);
  });
});

describe('encoding', () => {
  const text = 'mã,đơn vị\r\n01,Sở Nội vụ\r\n';
  const utf16le = Buffer.from(`\ufeff${text}`, 'utf16le');

  test.each([
    ['UTF-8', Buffer.from(text), []],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`), []],
    ['UTF-8 decomposed', Buffer.from(text.normalize('NFD')), []],
    ['UTF-16 LE', utf16le, ['file/encoding']],
    ['UTF-16 BE', Buffer.from(utf16le).swap16(), ['file/encoding']],
  ])('%s', async (_name, bytes, codes) => {
    const table = await parse(bytes);
    expect(codesOf(table)).toEqual(codes);
    expect(table.ok && table.value.columns).toEqual(['mã', 'đơn vị']);
    expect(table.ok && cellsOf(table.value)).toEqual([['01', 'Sở Nội vụ']]);
  });

  test('windows-1258: base letters with combining tones become NFC', async () => {
    // "Xã,Số" and "1,2": ã is one byte E3 = ă + tilde? In 1258: E3 ă, DE combining tilde, F4 ô, EC combining acute.
    const bytes = Buffer.from([
      0x58, 0x61, 0xde, 0x2c, 0x53, 0xf4, 0xec, 0x0a, 0x31, 0x2c, 0x32, 0x0a,
    ]);
    const table = await parse(bytes);
    expect(table.ok && table.value.columns).toEqual(['Xã', 'Số']);
    expect(table.findings.map((found) => found.args)).toEqual([{ encoding: 'windows-1258' }]);
  });

  test('UTF-8 with a broken letter is not taken for windows-1258', async () => {
    const bytes = Buffer.concat([Buffer.from('mã,tên\n1,Việt\n2,'), Buffer.of(0xd2, 0x41, 0x0a)]);
    expect(placesOf(await parse(bytes))).toEqual(['file/undecodable 3:1']);
  });

  test('cut inside a letter', async () => {
    const bytes = Buffer.from('mã,tên\n1,Việt\n2,Huế').subarray(0, -1);
    expect(codesOf(await parse(bytes))).toEqual(['file/truncated']);
    expect(codesOf(await parse(utf16le.subarray(0, -1)))).toEqual(['file/truncated']);
  });
});

describe('quotes', () => {
  test('line ends and doubled quotes inside a cell; rows count as Excel shows them', async () => {
    const table = await read('a,b\n"x ""y""\r\nz",1\nq,2\n');
    expect(cellsOf(table)).toEqual([
      ['x "y"\nz', '1'],
      ['q', '2'],
    ]);
    expect(table.rows.map((row) => row.row)).toEqual([2, 3]);
  });

  test('a quote never closed is placed where it opens', async () => {
    expect(placesOf(await parse('a,b\n1,2\n3,"x\n5,6\n'))).toEqual(['file/unclosed-quote 3:3']);
    expect(placesOf(await parse('sep=,\na,b\n1,2\n3,"x\n5,6\n'))).toEqual([
      'file/unclosed-quote 4:3',
    ]);
  });

  test('also when what follows is longer than any record may be', async () => {
    const caps = { ...usualCaps, record: 1000 };
    const text = `a,b\n1,"x\n${'5,6\n'.repeat(1000)}`;
    expect(placesOf(await parse(text, { caps }))).toEqual(['file/unclosed-quote 2:3']);
    expect(codesOf(await parse(`a,b\n1,${'x'.repeat(2000)}\n`, { caps }))).toEqual([
      'file/too-large',
    ]);
  });

  test('a quote that neither opens nor closes a cell', async () => {
    expect(placesOf(await parse('a,b\nông "An",2\n'))).toEqual(['file/stray-quote 2:5']);
    expect(placesOf(await parse('a,b\n"An" Bình,2\n'))).toEqual(['file/stray-quote 2:4']);
  });
});

describe('rows', () => {
  test('too few or too many cells: the row is marked and reported, the rest stands', async () => {
    const table = await parse('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n4,5,6\n');
    expect(placesOf(table)).toEqual([
      'file/ragged-row 3:',
      'file/ragged-row 4:',
      'file/ragged-row 5:',
    ]);
    const other = await parse('a;b;c\n1;2;3;;\n');
    expect(other.ok && other.value.rows.map(isWhole)).toEqual([true]);
    expect(table.ok && table.value.rows.map((row) => [row.row, isWhole(row)])).toEqual([
      [2, true],
      [3, false],
      [4, false],
      [5, false],
      [6, true],
    ]);
  });

  test('blank lines are passed over but counted', async () => {
    const table = await read('\n\na,b\n\n1,2\n ; \n,\n3,4\n\n\n', { delimiter: ',' });
    expect(table.rows.map((row) => row.row)).toEqual([5, 6, 8]);
  });

  test('a last row without its line end is not trusted silently', async () => {
    expect(placesOf(await parse('a,b\n1,2\n3,4'))).toEqual(['file/last-line-unfinished 3:']);
    expect(placesOf(await parse('a,b\n1,2\n3')).sort()).toEqual([
      'file/last-line-unfinished 3:',
      'file/ragged-row 3:',
    ]);
    expect(placesOf(await parse('a,b\n1,2\n  '))).toEqual([]);
  });

  test('only the edges of a text are cleaned', async () => {
    const table = await read('a,b\n"\u200b\ufeff x\u200by\u00a0",\u00a01\u200d\n');
    expect(cellsOf(table)).toEqual([['x\u200by', '1']]);
  });

  test('an over-long cell is cut and marked', async () => {
    const table = await read(`a,b\n1,${'x'.repeat(32_768)}\n`);
    expect(table.rows[0]?.faults).toEqual([{ column: 1, reason: 'too-long' }]);
    expect(table.rows[0]?.cells[1]).toHaveLength(32_767);
  });

  test('caps on rows and columns', async () => {
    const caps = { ...usualCaps, rows: 2, columns: 3 };
    expect(placesOf(await parse('a,b\n1,2\n3,4\n5,6\n', { caps }))).toEqual(['file/too-large 4:']);
    expect(placesOf(await parse('a,b,c,d\n1,2,3,4\n', { caps }))).toEqual(['file/too-large 1:']);
  });
});

describe('headings', () => {
  test('white space is folded, blank columns without heading are dropped', async () => {
    const table = await read(
      '  Số \n phiếu ;;"Câu\n 1";\n1;;5;\n'.replace('Số \n phiếu', '"Số \n phiếu"'),
    );
    expect(table.columns).toEqual(['Số phiếu', 'Câu 1']);
    expect(cellsOf(table)).toEqual([['1', '5']]);
  });

  test('two that differ by case, spaces or composition only', async () => {
    const heading = 'Đơn  vị'.normalize('NFD');
    const table = await parse(`Đơn vị,x,ĐƠN VỊ,${heading}\n1,2,3,4\n`);
    expect(table.ok).toBe(false);
    expect(table.findings.map((found) => found.args)).toEqual([
      { heading: 'ĐƠN VỊ', first: 'A', second: 'C' },
      { heading: 'Đơn vị', first: 'A', second: 'D' },
    ]);
  });

  test('data under no heading', async () => {
    const table = await parse('a,,b\n1,,2\n1,x,2\n1,y,2\n');
    expect(table.ok).toBe(false);
    expect(table.findings).toMatchObject([
      { code: 'file/blank-heading', at: { row: 1 }, args: { column: 'B', row: 3 } },
    ]);
  });

  test('title lines above the table are passed over, and said', async () => {
    const title = 'UBND TỈNH,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBẢNG TỔNG HỢP\n\n';
    const table = await parse(`${title}TT,Đơn vị,q1,q2,q3\n1,A,5,4,3\n2,B,1,2,3\n`);
    expect(placesOf(table)).toEqual(['file/header-row 4:']);
    expect(table.ok && table.value.columns).toEqual(['TT', 'Đơn vị', 'q1', 'q2', 'q3']);
    expect(table.ok && table.value.rows.map((row) => row.row)).toEqual([5, 6]);
  });

  test('the named row wins', async () => {
    const text = 'x,y\na,b\n1,2\n';
    expect((await read(text, { headerRow: 2 })).columns).toEqual(['a', 'b']);
    expect(placesOf(await parse(text, { headerRow: 9 }))).toEqual(['file/no-header 9:']);
  });

  test('headings without rows are a table', async () => {
    expect((await read('a,b\n')).rows).toEqual([]);
  });
});

describe('against csv-stringify', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '5', 'ệ', 'e\u0323', 'Đ', '"', ',', ';', '\t', '\n', ' ', "'", '='),
    maxLength: 6,
  });
  const grid = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));

  test('any delimiter, quoting, line end and mark gives the same cells back', async () => {
    const dialect = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      record_delimiter: fc.constantFrom('\n', '\r\n', '\r'),
      quoted: fc.boolean(),
      bom: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(grid, dialect, async (rows, options) => {
        const columns = (rows[0] ?? ['', '']).map((_, at) => `c${at}`);
        const text = stringify([columns, ...rows], { ...options, quoted_match: /\n/ });
        const table = await read(text, { delimiter: options.delimiter });
        const wanted = rows
          .map((row) => row.map(cleanText))
          .filter((row) => row.some((kept) => kept !== ''));
        expect(table.columns).toEqual(columns);
        expect(cellsOf(table)).toEqual(wanted);
        expect(table.rows.every((row) => row.faults.length === 0)).toBe(true);
      }),
    );
  });

  test('the delimiter is found whenever every cell is quoted', async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom(',', ';', '\t'), async (rows, delimiter) => {
        const columns = (rows[0] ?? ['', '']).map((_, at) => `c${at}`);
        const text = stringify([columns, ...rows], { delimiter, quoted: true });
        expect((await read(text)).columns).toEqual(columns);
      }),
    );
  });

  test('no bytes make it throw', async () => {
    const unit = fc.constantFrom('"', ',', ';', '\n', '\r', 'a', ' ', '\t', '\0', 'ệ', '\ufeff');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit }), fc.uint8Array({ maxLength: 4 }), async (text, tail) => {
        const table = await parse(Buffer.concat([Buffer.from(text), tail]));
        expect(table.ok || table.findings.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
