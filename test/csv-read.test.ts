import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checked } from '../src/findings/finding.ts';
import { usualCaps } from '../src/formats/caps.ts';
import { cleanText } from '../src/formats/cell-text.ts';
import { type CsvOptions, parseCsv } from '../src/formats/csv-read.ts';
import { isWhole, type Table } from '../src/table.ts';

const plainOptions: CsvOptions = { delimiter: null, headerRow: null, caps: usualCaps };

function parse(content: string | Uint8Array, options: Partial<CsvOptions> = {}): Checked<Table> {
  return parseCsv(Buffer.from(content), 'f.csv', { ...plainOptions, ...options });
}

function read(content: string | Uint8Array, options: Partial<CsvOptions> = {}): Table {
  const table = parse(content, options);
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
  ])('%s', (_name, text) => {
    const table = read(text);
    expect(table.columns).toEqual(['a', 'b', 'c']);
    expect(cellsOf(table)).toEqual([['1', '2', '3']]);
  });

  test('decimal commas do not make a comma file', () => {
    const table = read('mã;điểm;tỷ lệ\n1;2,5;3,5\n2;4,5;1,5\n');
    expect(cellsOf(table)[1]).toEqual(['2', '4,5', '1,5']);
  });

  test('commas inside quotes are not looked at', () => {
    const table = read('a;b\n"x,y,z,t";1\n"x,y,z,t";2\n');
    expect(table.columns).toEqual(['a', 'b']);
  });

  test('the option wins', () => {
    expect(read('a|b;c\n1|2;3\n', { delimiter: '|' }).columns).toEqual(['a', 'b;c']);
  });

  test('one column needs no delimiter', () => {
    expect(cellsOf(read('tên\nLan\nHoa\n'))).toEqual([['Lan'], ['Hoa']]);
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
  ])('%s', (_name, bytes, codes) => {
    const table = parse(bytes);
    expect(codesOf(table)).toEqual(codes);
    expect(table.ok && table.value.columns).toEqual(['mã', 'đơn vị']);
    expect(table.ok && cellsOf(table.value)).toEqual([['01', 'Sở Nội vụ']]);
  });

  test('windows-1258: base letters with combining tones become NFC', () => {
    // "Xã,Số" and "1,2": ã is one byte E3 = ă + tilde? In 1258: E3 ă, DE combining tilde, F4 ô, EC combining acute.
    const bytes = Buffer.from([
      0x58, 0x61, 0xde, 0x2c, 0x53, 0xf4, 0xec, 0x0a, 0x31, 0x2c, 0x32, 0x0a,
    ]);
    const table = parse(bytes);
    expect(table.ok && table.value.columns).toEqual(['Xã', 'Số']);
    expect(table.findings.map((found) => found.args)).toEqual([{ encoding: 'windows-1258' }]);
  });

  test('UTF-8 with a broken letter is not taken for windows-1258', () => {
    const bytes = Buffer.concat([Buffer.from('mã,tên\n1,Việt\n2,'), Buffer.of(0xd2, 0x41, 0x0a)]);
    expect(placesOf(parse(bytes))).toEqual(['file/undecodable 3:1']);
  });

  test('cut inside a letter', () => {
    const bytes = Buffer.from('mã,tên\n1,Việt\n2,Huế').subarray(0, -1);
    expect(codesOf(parse(bytes))).toEqual(['file/truncated']);
    expect(codesOf(parse(utf16le.subarray(0, -1)))).toEqual(['file/truncated']);
  });
});

describe('quotes', () => {
  test('line ends and doubled quotes inside a cell; rows count as Excel shows them', () => {
    const table = read('a,b\n"x ""y""\r\nz",1\nq,2\n');
    expect(cellsOf(table)).toEqual([
      ['x "y"\nz', '1'],
      ['q', '2'],
    ]);
    expect(table.rows.map((row) => row.row)).toEqual([2, 3]);
  });

  test('a quote never closed is placed where it opens', () => {
    expect(placesOf(parse('a,b\n1,2\n3,"x\n5,6\n'))).toEqual(['file/unclosed-quote 3:3']);
    expect(placesOf(parse('sep=,\na,b\n1,2\n3,"x\n5,6\n'))).toEqual(['file/unclosed-quote 4:3']);
  });

  test('also when what follows is longer than any record may be', () => {
    const caps = { ...usualCaps, record: 1000 };
    const text = `a,b\n1,"x\n${'5,6\n'.repeat(1000)}`;
    expect(placesOf(parse(text, { caps }))).toEqual(['file/unclosed-quote 2:3']);
    expect(codesOf(parse(`a,b\n1,${'x'.repeat(2000)}\n`, { caps }))).toEqual(['file/too-large']);
  });

  test('a quote that neither opens nor closes a cell', () => {
    expect(placesOf(parse('a,b\nông "An",2\n'))).toEqual(['file/stray-quote 2:5']);
    expect(placesOf(parse('a,b\n"An" Bình,2\n'))).toEqual(['file/stray-quote 2:4']);
  });
});

describe('rows', () => {
  test('too few or too many cells: the row is marked and reported, the rest stands', () => {
    const table = parse('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n4,5,6\n');
    expect(placesOf(table)).toEqual(['file/ragged-row 3:', 'file/ragged-row 4:']);
    expect(table.ok && table.value.rows.map((row) => [row.row, isWhole(row)])).toEqual([
      [2, true],
      [3, false],
      [4, false],
      [5, true],
      [6, true],
    ]);
  });

  test('blank lines are passed over but counted', () => {
    const table = read('\n\na,b\n\n1,2\n ; \n,\n3,4\n\n\n', { delimiter: ',' });
    expect(table.rows.map((row) => row.row)).toEqual([5, 6, 8]);
  });

  test('a last row without its line end is not trusted silently', () => {
    expect(placesOf(parse('a,b\n1,2\n3,4'))).toEqual(['file/last-line-unfinished 3:']);
    expect(placesOf(parse('a,b\n1,2\n3')).sort()).toEqual([
      'file/last-line-unfinished 3:',
      'file/ragged-row 3:',
    ]);
    expect(placesOf(parse('a,b\n1,2\n  '))).toEqual([]);
  });

  test('only the edges of a text are cleaned', () => {
    const table = read('a,b\n"\u200b\ufeff x\u200by\u00a0",\u00a01\u200d\n');
    expect(cellsOf(table)).toEqual([['x\u200by', '1']]);
  });

  test('an over-long cell is cut and marked', () => {
    const table = read(`a,b\n1,${'x'.repeat(32_768)}\n`);
    expect(table.rows[0]?.faults).toEqual([{ column: 1, reason: 'too-long' }]);
    expect(table.rows[0]?.cells[1]).toHaveLength(32_767);
  });

  test('caps on rows and columns', () => {
    const caps = { ...usualCaps, rows: 2, columns: 3 };
    expect(placesOf(parse('a,b\n1,2\n3,4\n5,6\n', { caps }))).toEqual(['file/too-large 4:']);
    expect(placesOf(parse('a,b,c,d\n1,2,3,4\n', { caps }))).toEqual(['file/too-large 1:']);
  });
});

describe('headings', () => {
  test('white space is folded, blank columns without heading are dropped', () => {
    const table = read(
      '  Số \n phiếu ;;"Câu\n 1";\n1;;5;\n'.replace('Số \n phiếu', '"Số \n phiếu"'),
    );
    expect(table.columns).toEqual(['Số phiếu', 'Câu 1']);
    expect(cellsOf(table)).toEqual([['1', '5']]);
  });

  test('two that differ by case, spaces or composition only', () => {
    const heading = 'Đơn  vị'.normalize('NFD');
    const table = parse(`Đơn vị,x,ĐƠN VỊ,${heading}\n1,2,3,4\n`);
    expect(table.ok).toBe(false);
    expect(table.findings.map((found) => found.args)).toEqual([
      { heading: 'ĐƠN VỊ', first: 'A', second: 'C' },
      { heading: 'Đơn vị', first: 'A', second: 'D' },
    ]);
  });

  test('data under no heading', () => {
    const table = parse('a,,b\n1,,2\n1,x,2\n1,y,2\n');
    expect(table.ok).toBe(false);
    expect(table.findings).toMatchObject([
      { code: 'file/blank-heading', at: { row: 1 }, args: { column: 'B', row: 3 } },
    ]);
  });

  test('title lines above the table are passed over, and said', () => {
    const title = 'UBND TỈNH,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBẢNG TỔNG HỢP\n\n';
    const table = parse(`${title}TT,Đơn vị,q1,q2,q3\n1,A,5,4,3\n2,B,1,2,3\n`);
    expect(placesOf(table)).toEqual(['file/header-row 4:']);
    expect(table.ok && table.value.columns).toEqual(['TT', 'Đơn vị', 'q1', 'q2', 'q3']);
    expect(table.ok && table.value.rows.map((row) => row.row)).toEqual([5, 6]);
  });

  test('the named row wins', () => {
    const text = 'x,y\na,b\n1,2\n';
    expect(read(text, { headerRow: 2 }).columns).toEqual(['a', 'b']);
    expect(placesOf(parse(text, { headerRow: 9 }))).toEqual(['file/no-header 9:']);
  });

  test('headings without rows are a table', () => {
    expect(read('a,b\n').rows).toEqual([]);
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

  test('any delimiter, quoting, line end and mark gives the same cells back', () => {
    const dialect = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      record_delimiter: fc.constantFrom('\n', '\r\n', '\r'),
      quoted: fc.boolean(),
      bom: fc.boolean(),
    });
    fc.assert(
      fc.property(grid, dialect, (rows, options) => {
        const columns = (rows[0] ?? ['', '']).map((_, at) => `c${at}`);
        const text = stringify([columns, ...rows], { ...options, quoted_match: /\n/ });
        const table = read(text, { delimiter: options.delimiter });
        const wanted = rows
          .map((row) => row.map(cleanText))
          .filter((row) => row.some((kept) => kept !== ''));
        expect(table.columns).toEqual(columns);
        expect(cellsOf(table)).toEqual(wanted);
        expect(table.rows.every((row) => row.faults.length === 0)).toBe(true);
      }),
    );
  });

  test('the delimiter is found whenever every cell is quoted', () => {
    fc.assert(
      fc.property(grid, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const columns = (rows[0] ?? ['', '']).map((_, at) => `c${at}`);
        const text = stringify([columns, ...rows], { delimiter, quoted: true });
        expect(read(text).columns).toEqual(columns);
      }),
    );
  });

  test('no bytes make it throw', () => {
    const unit = fc.constantFrom('"', ',', ';', '\n', '\r', 'a', ' ', '\t', '\0', 'ệ', '\ufeff');
    fc.assert(
      fc.property(fc.string({ unit }), fc.uint8Array({ maxLength: 4 }), (text, tail) => {
        const table = parse(Buffer.concat([Buffer.from(text), tail]));
        expect(table.ok || table.findings.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
