/** Rejected rows go back to the clerk: as CSV, and as a copy of the clerk's own workbook with the bad cells marked. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { finding } from '../src/findings/catalogue.ts';
import { parseTable } from '../src/formats/read-table.ts';
import { sheetChange } from '../src/formats/xlsx-annotate/sheet.ts';
import { annotateWorkbook, type CellMark } from '../src/formats/xlsx-annotate.ts';
import { renderTextWorkbook } from '../src/formats/xlsx-text.ts';
import { mendedRow, rejectedWriter } from '../src/returns/rejected.ts';
import { zipOf } from './files/zip.ts';
import { runLine } from './run-line.ts';
import { unzip } from './unzip.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-rejected-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Comments by cell, as SheetJS reads them. */
function commentsOf(book: Uint8Array, sheet: string): Readonly<Record<string, string>> {
  const cells = Object.entries(XLSX.read(book).Sheets[sheet] ?? {}) as [string, XLSX.CellObject][];
  return Object.fromEntries(
    cells.flatMap(([ref, cell]) =>
      cell.c === undefined ? [] : [[ref, cell.c.map(({ t }) => t ?? '').join('|')]],
    ),
  );
}

async function partsOf(book: Uint8Array): Promise<ReadonlyMap<string, string>> {
  return new Map((await unzip(book)).map(({ name, text }) => [name, text]));
}

/** Cells whose style is ours, as `B3`. */
async function redCells(book: Uint8Array, part: string): Promise<readonly string[]> {
  const parts = await partsOf(book);
  const styles = parts.get('xl/styles.xml') ?? '';
  const fills = /<(\w+:)?fills[\s\S]*?<\/\1?fills>/.exec(styles)?.[0] ?? '';
  const red = [...fills.matchAll(/<(?:\w+:)?fill(?:>|\s|\/)/g)].length - 1;
  expect(fills).toContain('FFFFC7CF');
  const formats = /<(\w+:)?cellXfs[\s\S]*?<\/\1?cellXfs>/.exec(styles)?.[0] ?? '';
  const xfs = [...formats.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([xf]) =>
    xf.includes(`fillId="${red}"`),
  );
  const cells = [...(parts.get(part) ?? '').matchAll(/<(?:\w+:)?c\s([^>]*)>/g)];
  return cells.flatMap(([, attributes = '']) => {
    const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1);
    return xfs[style] === true ? [/\br="(\w+)"/.exec(attributes)?.[1] ?? '?'] : [];
  });
}

async function rowsOf(book: Uint8Array, sheet: string): Promise<unknown> {
  const table = await parseTable(book, 'x.xlsx', { sheet });
  return table.ok ? table.value.rows : table.findings;
}

async function annotated(
  book: Uint8Array,
  sheet: string,
  marks: readonly CellMark[],
): Promise<Uint8Array> {
  const copy = await annotateWorkbook(book, sheet, marks);
  if (copy === null) throw new Error('No copy was made');
  return copy;
}

async function clerksWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Phiếu');
  sheet.columns = [{ width: 22 }, { width: 9 }, { width: 9 }, { width: 30 }];
  sheet.addRow(['Số phiếu', 'q1', 'q2', 'Ghi chú']).font = { bold: true };
  sheet.addRow(['T24-01001-00018', 5, { formula: 'B2-1', result: 4 }, 'x']);
  sheet.addRow(['T24-01001-00026', 9, 3]);
  sheet.addRow(['T24-01001-00039', 3, '=xấu', new Date(Date.UTC(2024, 8, 5))]);
  sheet.getCell('B3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  sheet.getCell('B3').numFmt = '0.0';
  sheet.getCell('B3').note = 'chữ viết mờ';
  sheet.getCell('A4').note = 'hỏi lại';
  sheet.autoFilter = 'A1:D4';
  sheet.getCell('B2').dataValidation = { type: 'whole', operator: 'between', formulae: [1, 5] };
  book.addWorksheet('Khác').addRow(['đừng đụng vào', { formula: 'Phiếu!B2', result: 5 }]);
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

const marks: readonly CellMark[] = [
  { row: 3, column: 1, text: '“9” không phải phương án <b> & "khác"' },
  { row: 4, column: 2, text: 'hai dòng\nCách sửa: xem phiếu' },
  { row: 3, column: 6, text: 'ô chưa có' },
  { row: 2, column: 0, text: null },
];

describe('a marked copy of a workbook', () => {
  test('has red cells and comments, those of the clerk among them, and is else as it was', async () => {
    const book = await clerksWorkbook();
    const copy = await annotated(book, 'Phiếu', marks);
    expect(await rowsOf(copy, 'Phiếu')).toEqual(await rowsOf(book, 'Phiếu'));
    expect(commentsOf(copy, 'Phiếu')).toEqual({
      B3: 'chữ viết mờ\n\n[survey] “9” không phải phương án <b> & "khác"',
      A4: 'hỏi lại',
      C4: '[survey] hai dòng\nCách sửa: xem phiếu',
      G3: '[survey] ô chưa có',
    });
    expect(await redCells(copy, 'xl/worksheets/sheet1.xml')).toEqual(['A2', 'B3', 'G3', 'C4']);
    const [before, after] = [await partsOf(book), await partsOf(copy)];
    expect([...before.keys()].every((name) => after.has(name))).toBe(true);
    const touched = [...before]
      .filter(([name, text]) => after.get(name) !== text)
      .map(([name]) => name);
    expect(touched.sort()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const plain = (xml = ''): string =>
      xml
        .replace(/ s="\d+"/g, '')
        .replace(/<c r="G3"\/>/, '')
        .replace(/ spans="[^"]*"/g, '');
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(plain(after.get(sheet))).toBe(plain(before.get(sheet)));
    // The number format of a cell that turns red stays.
    const cells = XLSX.read(copy, { cellNF: true }).Sheets.Phiếu;
    expect([cells?.B3?.z, cells?.C2?.f]).toEqual(['0.0', 'B2-1']);
  });

  test('marked again after mending has only the new comments, and those of the clerk', async () => {
    const first = await annotated(await clerksWorkbook(), 'Phiếu', marks);
    const second = await annotated(first, 'Phiếu', [{ row: 3, column: 1, text: 'vẫn sai' }]);
    expect(commentsOf(second, 'Phiếu')).toEqual({
      B3: 'chữ viết mờ\n\n[survey] vẫn sai',
      A4: 'hỏi lại',
    });
    const boxes = (await partsOf(second)).get('xl/drawings/vmlDrawing1.vml') ?? '';
    expect(boxes.match(/ObjectType="Note"/g)).toHaveLength(2);
  });

  test('knows its own comments again after LibreOffice has forgotten their author', async () => {
    const first = await annotated(await clerksWorkbook(), 'Phiếu', marks);
    const parts = [...(await partsOf(first))].map(([name, content]) => ({
      name,
      content: content.replace('<author>survey</author>', '<author> </author>'),
    }));
    const second = await annotated(zipOf(parts), 'Phiếu', [{ row: 4, column: 2, text: 'vẫn sai' }]);
    expect(commentsOf(second, 'Phiếu')).toEqual({
      B3: 'chữ viết mờ',
      A4: 'hỏi lại',
      C4: '[survey] vẫn sai',
    });
  });

  test('the same marks give the same bytes', async () => {
    const book = await clerksWorkbook();
    expect(await annotated(book, 'Phiếu', marks)).toEqual(await annotated(book, 'Phiếu', marks));
  });

  test('of a workbook without comments, as SheetJS and we ourselves write them', async () => {
    const sheets = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(
      sheets,
      XLSX.utils.aoa_to_sheet([
        ['serial', 'q1'],
        ['a', 1],
        ['b', 2],
      ]),
      'S',
    );
    const written = new Uint8Array(
      XLSX.write(sheets, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer,
    );
    for (const book of [
      written,
      renderTextWorkbook('S', [
        ['serial', 'q1'],
        ['a', '01'],
        ['b', '=1'],
      ]),
    ]) {
      const copy = await annotated(book, 'S', [{ row: 3, column: 1, text: 'sai' }]);
      expect(commentsOf(copy, 'S')).toEqual({ B3: '[survey] sai' });
      expect(await rowsOf(copy, 'S')).toEqual(await rowsOf(book, 'S'));
    }
  });

  test('of a workbook with prefixes, no references, and what looks like rows inside texts', async () => {
    const book = oddWorkbook();
    const copy = await annotated(book, 'P', [
      { row: 2, column: 1, text: 'sai' },
      { row: 3, column: 0, text: 'ô gộp' },
    ]);
    expect(await rowsOf(copy, 'P')).toEqual(await rowsOf(book, 'P'));
    const parts = await partsOf(copy);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<x:c s="1"><x:v>9</x:v></x:c>');
    expect(sheet).toContain('<!-- <x:row r="9"> -->');
    expect(sheet).toMatch(/<x:mergeCells>.*<x:legacyDrawing [^>]*r:id="rIdSurvey1"\/><x:extLst\/>/);
    // The comment of a cell inside a merged range stands on its first cell.
    expect(parts.get('xl/comments1.xml')).toMatch(/ref="B2".*ref="A2"/);
  });

  test('is not made of a workbook that cannot be edited safely', async () => {
    const mark: readonly CellMark[] = [{ row: 2, column: 0, text: 'sai' }];
    const strict = oddWorkbook((xml) =>
      xml.replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      ),
    );
    expect(await annotateWorkbook(strict, 'P', mark)).toBeNull();
    const signed = oddWorkbook(
      (xml) => xml,
      [{ name: '_xmlsignatures/sig1.xml', content: '<a/>' }],
    );
    expect(await annotateWorkbook(signed, 'P', mark)).toBeNull();
    const unstyled = oddWorkbook((xml) => xml.replace(/<x:cellXfs[\s\S]*<\/x:cellXfs>/, ''));
    expect(await annotateWorkbook(unstyled, 'P', mark)).toBeNull();
    expect(await annotateWorkbook(Buffer.from('không phải zip'), 'P', mark)).toBeNull();
    expect(await annotateWorkbook(await clerksWorkbook(), 'Không có', mark)).toBeNull();
  });
});

const declared = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const oddSheet = `<x:worksheet ${declared}><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>serial</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>q1</x:t></x:is></x:c></x:row><!-- <x:row r="9"> --><x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[<x:row> a </x:row>]]></x:t></x:is></x:c><x:c><x:v>9</x:v></x:c></x:row><x:row><x:c/><x:c><x:v>3</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells><x:extLst/></x:worksheet>`;

function oddWorkbook(
  change: (xml: string) => string = (xml) => xml,
  more: readonly { name: string; content: string }[] = [],
): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (each: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each}</Relationships>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const parts = [
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      content: relations(relation('r1', 'officeDocument', '/xl/workbook.xml')),
    },
    {
      name: 'xl/workbook.xml',
      content: `<x:workbook ${declared} xmlns:r="${office}"><x:sheets><x:sheet name="P" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('r2', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/styles.xml',
      content: `<x:styleSheet ${declared}><x:fills><x:fill><x:patternFill patternType="none"/></x:fill></x:fills><x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs></x:styleSheet>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: oddSheet },
  ];
  return zipOf([
    ...parts.map(({ name, content }) => ({ name, content: change(content) })),
    ...more,
  ]);
}

test('a sheet is changed alike wherever the pieces of it are cut', () => {
  const changed = (pieces: readonly string[]): string => {
    const change = sheetChange({
      marked: new Map([
        [2, [1, 4]],
        [3, [0]],
      ]),
      styleFor: (style) => style + 7,
      tail: (text) => text,
    });
    return [...pieces, null].map((piece) => change(piece) ?? 'gave up').join('');
  };
  const whole = changed([oddSheet]);
  expect(whole).toContain('<x:c r="E2" s="7"/>');
  fc.assert(
    fc.property(fc.array(fc.nat(oddSheet.length), { maxLength: 12 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), oddSheet.length];
      expect(changed(at.slice(1).map((end, index) => oddSheet.slice(at[index], end)))).toBe(whole);
    }),
  );
});

describe('rows as CSV', () => {
  const head = {
    file: 'phieu.csv',
    sheet: null,
    columns: ['row', 'code', 'column', 'message', 'fix', 'serial', 'gy'],
  };
  const row = { row: 7, cells: ['3', 'a', 'b', 'c', 'd', 'S1', '=1+1'], faults: [] };
  const at = (column: string | null) =>
    ({ kind: 'cell', file: 'phieu.csv', sheet: null, row: 7, column }) as const;

  test('lose the columns of an earlier round, keep their cells, and are guarded against formulas', () => {
    const writer = rejectedWriter(head, 'vi');
    expect(writer.header()).toBe('\ufeffrow,code,column,message,fix,serial,gy\r\n');
    const line = writer.line(row, [finding('returns/control-character', at('gy'), { text: 'x' })]);
    expect(line).toMatch(/^7,returns\/control-character,gy,.*,S1,'=1\+1\r\n$/);
    expect(
      mendedRow(head)({ ...row, cells: ['7', '', '', '', '', 'S1', "'=1+1"] }).cells.at(-1),
    ).toBe('=1+1');
    const other = { ...head, columns: ['serial', 'gy'] };
    expect(mendedRow(other)({ ...row, cells: ['S1', "'=1+1"] }).cells.at(-1)).toBe("'=1+1");
  });

  test('give one mark for each cell, with its own reasons, and stop writing comments some time', () => {
    const writer = rejectedWriter(head, 'vi');
    const reasons = [
      finding('returns/control-character', at('gy'), { text: 'x' }),
      finding('file/formula-without-value', at('serial'), {}),
      finding('returns/control-character', at('gy'), { text: 'y' }),
    ];
    writer.line(row, reasons);
    expect(writer.marks.map(({ column }) => column)).toEqual(['gy', 'serial']);
    expect(writer.marks[0]?.text).toMatch(/x[\s\S]*y[\s\S]*\nCách sửa: /);
    for (let more = 0; more < 6_000; more++) writer.line(row, reasons.slice(1, 2));
    expect(writer.marks.filter(({ text }) => text !== null)).toHaveLength(5_000);
    expect(writer.marks).toHaveLength(6_002);
  });
});

describe('from import to import', () => {
  const plan = join(import.meta.dirname, 'bad', 'returns', 'conflict', 'plan.yaml');

  async function survey(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    const folder = mkdtempSync(join(work, 'survey-'));
    cpSync(plan, join(folder, 'plan.yaml'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return folder;
  }

  async function counts(line: string, folder: string): Promise<Record<string, number>> {
    const ran = await runLine(`${line} --json`, folder);
    const answer = JSON.parse(ran.stdout) as { files: { counts: Record<string, number> }[] };
    return answer.files[0]?.counts ?? {};
  }

  function rejectedIn(folder: string): Buffer {
    const [batch = ''] = readdirSync(join(folder, 'returns'));
    return readFileSync(join(folder, 'returns', batch, 'rejected.xlsx'));
  }

  test('a workbook: the marked copy, mended, brings only what is new', async () => {
    const book = await clerksWorkbook();
    const folder = await survey({ 'phieu.xlsx': book });
    expect(await counts('import phieu.xlsx --sheet Phiếu', folder)).toMatchObject({
      accepted: 1,
      rejected: 2,
    });
    const copy = rejectedIn(folder);
    const comments = commentsOf(copy, 'Phiếu');
    expect(comments.B3).toContain('“9” không phải phương án');
    expect(comments.C4).toContain('Cách sửa: ');
    expect(await redCells(copy, 'xl/worksheets/sheet1.xml')).toEqual(['B3', 'C4']);
    // As the clerk mends it: one of the two.
    const parts = [...(await partsOf(copy))].map(([name, text]) => ({
      name,
      content: text.replace(/(<c r="B3"[^>]*><v>)9</, '$14<'),
    }));
    writeFileSync(join(folder, 'sua.xlsx'), zipOf(parts));
    expect(await counts('import sua.xlsx --sheet Phiếu', folder)).toMatchObject({
      accepted: 1,
      rejected: 1,
      skipped: 1,
    });
  });

  test('a text file: a workbook of the rejected rows alone, which can be imported as it is', async () => {
    const rows =
      'serial,q1,q2,gy\nT24-01001-00018,5,4,\nT24-01001-00026,9,3,-không\nT24-01001-00039,3,7,\n';
    const folder = await survey({ 'phieu.csv': rows });
    await counts('import phieu.csv', folder);
    const book = rejectedIn(folder);
    expect(Object.keys(commentsOf(book, 'rejected'))).toEqual(['G2', 'H3']);
    const parts = [...(await partsOf(book))].map(([name, text]) => ({
      name,
      content: text.replace('>9</t>', '>4</t>'),
    }));
    writeFileSync(join(folder, 'sua.xlsx'), zipOf(parts));
    expect(await counts('import sua.xlsx', folder)).toMatchObject({
      read: 2,
      accepted: 1,
      rejected: 1,
    });
    const dump = await runLine('returns dump', folder);
    expect(dump.stdout).toContain(',4,3,-không,');
  });

  test('the CSV, mended, is taken with its texts as they were', async () => {
    const rows = 'serial,q1,q2,gy\nT24-01001-00018,5,4,\nT24-01001-00026,9,3,-không\n';
    const folder = await survey({ 'phieu.csv': rows });
    await counts('import phieu.csv', folder);
    const [batch = ''] = readdirSync(join(folder, 'returns'));
    const csv = readFileSync(join(folder, 'returns', batch, 'rejected.csv'), 'utf8');
    writeFileSync(join(folder, 'sua.csv'), csv.replace('00026,9', '00026,4'));
    expect(await counts('import sua.csv', folder)).toMatchObject({ accepted: 1, rejected: 0 });
    expect((await runLine('returns dump', folder)).stdout).toContain(',4,3,-không,');
  });

  test('a file of which nothing is taken: the marked copy lies under out/rejected, and a dry run leaves none', async () => {
    const folder = await survey({ 'phieu.csv': 'serial,q1,q2\nT24-01001-00018,9,4\n' });
    await runLine('import phieu.csv --dry-run', folder);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    const ran = await runLine('import phieu.csv', folder);
    expect(ran.code).toBe(1);
    const files = readdirSync(join(folder, 'out', 'rejected'));
    expect(files.map((name) => name.replace(/-[0-9a-f]{8}/, ''))).toEqual([
      'phieu.csv',
      'phieu.xlsx',
    ]);
    expect(ran.stdout).toContain(join('out', 'rejected', files[1] ?? ''));
    expect(readdirSync(join(folder, 'returns'))).toEqual([]);
  });
});
