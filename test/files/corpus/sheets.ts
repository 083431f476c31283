/** Workbooks: how the same table may be packed, and cells that only workbooks have. The XML is written out by hand. */
import { encodeLegacy } from '../encode.ts';
import { type BookText, bookOf, bookParts, sheetOf } from '../make.ts';
import { type ZipPart, zipOf } from '../zip.ts';
import { type CorpusCase, type Expected, refused, rejects, same } from './case.ts';
import { answers, type Grid, mapped, withCells } from './survey.ts';

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function columnName(column: number): string {
  const first = Math.floor((column - 1) / 26);
  return (first > 0 ? columnName(first) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

type WriteCell = (text: string, ref: string, row: number, column: number) => string;

const inline: WriteCell = (text, ref) =>
  text === ''
    ? ''
    : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** Marks and numbers as numbers, everything else as text. */
const typed: WriteCell = (text, ref, row, column) =>
  row > 1 && column > 2 && column < 6 && text !== ''
    ? `<c r="${ref}"><v>${text.replace(',', '.')}</v></c>`
    : inline(text, ref, row, column);

/** `from`: the row of the headings. */
function rowsOf(table: Grid, cell: WriteCell = typed, from = 1): string {
  return table
    .map((cells, at) => {
      const row = at + from;
      const inner = cells.map((text, column) =>
        cell(text, `${columnName(column + 1)}${row}`, at + 1, column + 1),
      );
      return `<row r="${row}">${inner.join('')}</row>`;
    })
    .join('');
}

function book(
  file: string,
  odd: string,
  rows: string,
  rest: Partial<BookText> & { readonly after?: string } = {},
  expect: Expected = same(answers),
  told: readonly string[] = [],
): CorpusCase {
  const { after, ...more } = rest;
  const sheets = [{ name: 'Phiếu', rows, ...(after === undefined ? {} : { after }) }];
  return { file: `${file}.xlsx`, odd, make: () => bookOf({ sheets, ...more }), expect, told };
}

/** The parts of the clean workbook, changed. */
function repacked(
  file: string,
  odd: string,
  change: (parts: ZipPart[]) => ZipPart[],
  expect: Expected = same(answers),
): CorpusCase {
  const parts = (): ZipPart[] => bookParts({ sheets: [{ name: 'Phiếu', rows: rowsOf(answers) }] });
  return { file: `${file}.xlsx`, odd, make: () => zipOf(change(parts())), expect };
}

const inParts =
  (change: (content: string, name: string) => string) =>
  (parts: ZipPart[]): ZipPart[] =>
    parts.map((part) => ({ ...part, content: change(String(part.content), part.name) }));

const sheetPart = (change: (content: string) => string) =>
  inParts((content, name) => (name.includes('sheet1') ? change(content) : content));

/** Every element under the prefix `x:`, as some .NET writers do. */
function prefixed(content: string, name: string): string {
  if (!/workbook\.xml$|sheet1\.xml$|styles\.xml$|sharedStrings\.xml$/.test(name)) return content;
  return content.replace(/<(\/?)([A-Za-z])/g, '<$1x:$2').replaceAll('xmlns=', 'xmlns:x=');
}

function strict(content: string): string {
  return content
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );
}

/** All texts of a table in the shared strings, and cells that point at them. */
function shared(table: Grid, si: (text: string) => string): { rows: string; strings: string } {
  const all = [...new Set(table.flat())];
  const rows = rowsOf(table, (text, ref, row, column) => {
    const plain = typed(text, ref, row, column);
    return plain.includes('inlineStr')
      ? `<c r="${ref}" t="s"><v>${all.indexOf(text)}</v></c>`
      : plain;
  });
  return { rows, strings: all.map(si).join('') };
}

const plainStrings = shared(
  answers,
  (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
);
const richStrings = shared(answers, (text) => {
  const half = Math.ceil(text.length / 2);
  const run = (part: string): string =>
    `<r><rPr><b/><rFont val="Times New Roman"/></rPr><t xml:space="preserve">${xmlText(part)}</t></r>`;
  return `<si>${run(text.slice(0, half))}${run(text.slice(half))}<phoneticPr fontId="1"/></si>`;
});
const phoneticStrings = shared(
  answers,
  (text) =>
    `<si><t xml:space="preserve">${xmlText(text)}</t><rPh sb="0" eb="1"><t>ghi âm</t></rPh><phoneticPr fontId="1"/></si>`,
);
const escapedStrings = shared(
  answers,
  (text) =>
    `<si><t xml:space="preserve">${xmlText(text).replaceAll(' ', '_x0020_').replaceAll('_x0020_', ' ')}_x000D_</t></si>`,
);

const q1 = 'Chất lượng phục vụ';
const cellAt =
  (ref: string, xml: string): WriteCell =>
  (text, at, row, column) =>
    at === ref ? xml : typed(text, at, row, column);

const packed: readonly CorpusCase[] = [
  book('thuong', 'texts inside the cells, numbers as numbers', rowsOf(answers)),
  book('chuoi-chung', 'shared strings', plainStrings.rows, { strings: plainStrings.strings }),
  book('dinh-dang', 'shared strings in two fonts', richStrings.rows, {
    strings: richStrings.strings,
  }),
  book('ghi-am', 'shared strings with readings beside', phoneticStrings.rows, {
    strings: phoneticStrings.strings,
  }),
  book('xuong-dong', 'carriage returns written as _x000D_', escapedStrings.rows, {
    strings: escapedStrings.strings,
  }),
  book('so-la-chu', 'numbers stored as text', rowsOf(answers, inline)),
  book(
    'khong-dia-chi',
    'cells and rows without addresses',
    rowsOf(
      mapped(answers, (cell) => cell),
      (text) => `<c t="inlineStr"><is><t>${xmlText(text)}</t></is></c>`,
    ).replace(/<row r="\d+">/g, '<row>'),
  ),
  book(
    'khoang-trang',
    'blanks around texts',
    rowsOf(
      mapped(answers, (cell) => (cell === '' ? '' : ` ${cell} `)),
      inline,
    ),
  ),
  book(
    'kich-thuoc',
    'a false dimension of the whole sheet and styles to the last row',
    `${rowsOf(answers)}<row r="1048576"><c r="XFD1048576" s="0"/></row>`,
  ),
  book(
    'dinh-dang-het-cot',
    'styled blank cells up to the last column',
    rowsOf(answers).replace('</row>', '<c r="XFD1" s="0"/></row>'),
  ),
  book(
    'dong-trong',
    'blank rows between',
    rowsOf(answers).replace(
      /r="([A-Z]?)(\d+)"/g,
      (_, column: string, row: string) => `r="${column}${Number(row) * 2 - 1}"`,
    ),
  ),
  book('nam-1904', 'the calendar of 1904', rowsOf(answers), { date1904: true }),
  book(
    'cong-thuc-co-gia-tri',
    'formulas with their values',
    rowsOf(answers, cellAt('C2', '<c r="C2"><f>2+3</f><v>5</v></c>')),
  ),
  book(
    'cong-thuc-chu',
    'a formula with a text value',
    rowsOf(
      answers,
      cellAt('B2', '<c r="B2" t="str"><f>"Xã An"&amp;" Bình"</f><v>Xã An Bình</v></c>'),
    ),
  ),
  book(
    'dang-5.0',
    'numbers written 5.0 and 4E0',
    rowsOf(answers, cellAt('C2', '<c r="C2"><v>5.0</v></c>')).replace(
      '<c r="D2"><v>4</v></c>',
      '<c r="D2"><v>4E0</v></c>',
    ),
  ),
  book(
    'loc',
    'a filter that hides rows',
    rowsOf(answers).replace('<row r="3">', '<row r="3" hidden="1">'),
    { after: '<autoFilter ref="A1:F7"/>' },
    same(answers),
    ['file/hidden-rows'],
  ),
  book('cot-an', 'a hidden column', rowsOf(answers), { after: '' }, same(answers)),
  book(
    'o-gop-tieu-de',
    'a merged title above the headings',
    `<row r="1"><c r="A1" t="inlineStr"><is><t>DANH SÁCH PHIẾU THU VỀ</t></is></c></row>${rowsOf(answers, typed, 3)}`,
    { after: '<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>' },
    same(answers, 2),
  ),
  book(
    'google',
    'formulas that only Google knows, with their values',
    rowsOf(
      answers,
      cellAt(
        'C2',
        '<c r="C2" s="1"><f>IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""x"",""A1"")"),5)</f><v>5</v></c>',
      ),
    ),
    { styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="0" applyFont="1"/></cellXfs>' },
  ),
  book(
    'wps',
    'cells of WPS: texts as shared strings, widths, a drawing that is not there',
    plainStrings.rows.replace('<row r="1">', '<row r="1" spans="1:6" ht="14.25" customHeight="1">'),
    {
      strings: plainStrings.strings,
      after:
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    },
  ),
  {
    file: 'tat-ca-trang.xlsx',
    odd: 'one sheet per commune, all of them taken',
    make: () =>
      bookOf({
        sheets: [answers.slice(1, 3), answers.slice(3, 5), answers.slice(5)].map((rows, at) => ({
          name: `Xã ${at + 1}`,
          rows: rowsOf([answers[0] ?? [], ...rows]),
        })),
      }),
    command: 'import tat-ca-trang.xlsx --all-sheets',
    expect: same(answers),
  },
  repacked('tien-to', 'the prefix x: everywhere', inParts(prefixed)),
  repacked('nghiem-ngat', 'strict Open XML', inParts(strict)),
  repacked(
    'xml-bom',
    'a byte-order mark before the XML',
    inParts((content) => `\ufeff${content}`),
  ),
  repacked('gach-nguoc', 'backslashes in the names of parts', (parts) =>
    parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') })),
  ),
  repacked('khong-nen', 'parts that are not compressed', (parts) =>
    parts.map((part) => ({ ...part, stored: true })),
  ),
  repacked('phan-la', 'parts nobody knows', (parts) => [
    ...parts,
    { name: 'customXml/item1.xml', content: '<x/>' },
    { name: 'xl/vbaProject.bin', content: 'x' },
  ]),
  repacked('thieu-chuoi', 'no shared strings and no styles', (parts) =>
    parts
      .filter(({ name }) => !/sharedStrings|styles/.test(name))
      .map((part) =>
        part.name.includes('workbook.xml.rels')
          ? {
              ...part,
              content: String(part.content).replace(/<Relationship Id="rId[ST]"[^>]*>/g, ''),
            }
          : part,
      ),
  ),
  {
    file: 'duoi.xlsx',
    odd: 'bytes after the end of the archive',
    make: () => Buffer.concat([sheetOf(rowsOf(answers)), Buffer.from('\r\n\r\n')]),
    expect: same(answers),
  },
  {
    file: 'ten-sai.csv',
    odd: 'a workbook called .csv',
    make: () => sheetOf(rowsOf(answers)),
    expect: same(answers),
  },
  {
    file: 'ten-sai.xlsx',
    odd: 'CSV called .xlsx',
    make: () =>
      answers
        .map((row) => row.map((cell) => `"${cell}"`).join(';'))
        .join('\r\n')
        .concat('\r\n'),
    expect: same(answers),
  },
  {
    file: 'trang-an.xlsx',
    odd: 'a hidden and a very hidden sheet beside',
    make: () =>
      bookOf({
        sheets: [
          { name: 'Danh mục', rows: rowsOf([['a'], ['b']], inline), state: 'hidden' },
          { name: 'Phiếu', rows: rowsOf(answers) },
          { name: 'Mã', rows: rowsOf([['a'], ['b']], inline), state: 'veryHidden' },
        ],
      }),
    expect: same(answers),
    told: ['file/hidden-sheet'],
  },
  {
    file: 'trang-trong.xlsx',
    odd: 'Sheet2 and Sheet3 with nothing in them',
    make: () =>
      bookOf({
        sheets: [
          { name: 'Phiếu', rows: rowsOf(answers) },
          { name: 'Sheet2', rows: '' },
          { name: 'Sheet3', rows: '<row r="1"><c r="A1" s="0"/></row>' },
        ],
      }),
    expect: same(answers),
  },
  {
    file: 'ten-trang.xlsx',
    odd: 'a sheet whose name is an emoji and a formula',
    make: () => bookOf({ sheets: [{ name: '😀 =1+1 &amp; “Phiếu”', rows: rowsOf(answers) }] }),
    expect: same(answers),
  },
  {
    file: 'hai-trang.xlsx',
    odd: 'two sheets with answers, one chosen',
    make: () =>
      bookOf({
        sheets: [
          { name: 'Phiếu', rows: rowsOf(answers) },
          { name: 'Cũ', rows: rowsOf(withCells(answers, { '2:3': '1' })) },
        ],
      }),
    command: 'import hai-trang.xlsx --sheet "Phiếu"',
    expect: same(answers),
  },
];

const spoiled: readonly CorpusCase[] = [
  book(
    'cong-thuc-khong-gia-tri',
    'a formula without its value',
    rowsOf(answers, cellAt('C2', '<c r="C2"><f>A1+1</f></c>')),
    {},
    rejects(answers, [`2:${q1} file/formula-without-value`]),
  ),
  book(
    'loi',
    'an error cell',
    rowsOf(answers, cellAt('C2', '<c r="C2" t="e"><v>#DIV/0!</v></c>')),
    {},
    rejects(answers, [`2:${q1} file/error-value`]),
  ),
  book(
    'dung-sai',
    'TRUE in a cell',
    rowsOf(answers, cellAt('C2', '<c r="C2" t="b"><v>1</v></c>')),
    {},
    rejects(answers, [`2:${q1} file/boolean`]),
  ),
  book(
    'ngay',
    'a mark that Excel made a date of',
    rowsOf(answers, cellAt('C2', '<c r="C2" s="1"><v>45417</v></c>')),
    { styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  book(
    'phan-tram',
    'a mark that Excel made a percentage of',
    rowsOf(answers, cellAt('C2', '<c r="C2" s="1"><v>0.05</v></c>')),
    { styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  book(
    'phan-le',
    'a mark with decimals',
    rowsOf(answers, cellAt('C2', '<c r="C2"><v>4.5</v></c>')),
    {},
    rejects(answers, [`2:${q1} returns/decimal-answer`]),
  ),
  book(
    'gan-dung',
    'a mark that is 5 in the fifteen digits that Excel keeps',
    rowsOf(answers, cellAt('C2', '<c r="C2"><v>4.999999999999999</v></c>')),
    {},
    same(answers),
  ),
  book(
    'o-gop-don-vi',
    'units merged over their rows',
    rowsOf(answers, (text, ref, row, column) =>
      ['B3', 'B5', 'B7'].includes(ref) ? '' : typed(text, ref, row, column),
    ),
    {
      after:
        '<mergeCells count="3"><mergeCell ref="B2:B3"/><mergeCell ref="B4:B5"/><mergeCell ref="B6:B7"/></mergeCells>',
    },
    rejects(answers, [
      '3:Đơn vị file/merged-cell',
      '5:Đơn vị file/merged-cell',
      '7:Đơn vị file/merged-cell',
    ]),
  ),
  book(
    'o-gop-diem',
    'a mark merged over two sheets',
    rowsOf(answers, (text, ref, row, column) =>
      ref === 'C3' ? '' : typed(text, ref, row, column),
    ),
    { after: '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>' },
    rejects(answers, [`3:${q1} file/merged-cell`]),
  ),
  book(
    'o-hai-lan',
    'a cell twice in one row',
    rowsOf(answers, cellAt('C2', '<c r="C2"><v>5</v></c><c r="C2"><v>4</v></c>')),
    {},
    rejects(answers, [`2:${q1} file/cell-twice`]),
  ),
  book(
    'chuoi-ngoai',
    'a text that is not in the shared strings',
    rowsOf(answers, cellAt('C2', '<c r="C2" t="s"><v>99</v></c>')),
    { strings: '<si><t>5</t></si>' },
    rejects(answers, [`2:${q1} file/missing-text`]),
  ),
  book(
    'tong',
    'a line of totals with formulas',
    `${rowsOf(answers)}<row r="8"><c r="A8" t="inlineStr"><is><t>Tổng cộng</t></is></c><c r="C8"><f>SUM(C2:C7)</f><v>20</v></c></row>`,
    {},
    rejects(answers, ['8:Số phiếu returns/totals-row']),
  ),
  book(
    'tieu-de-lap',
    'the same heading twice',
    rowsOf(withCells(answers, { '1:4': q1 })),
    {},
    refused('file/duplicate-heading'),
  ),
  book(
    'tieu-de-trong',
    'a column without heading',
    rowsOf(withCells(answers, { '1:4': '' })),
    {},
    refused('file/blank-heading'),
  ),
  {
    file: 'hai-trang-khong-chon.xlsx',
    odd: 'two sheets with answers, none chosen',
    make: () =>
      bookOf({
        sheets: [
          { name: 'Phiếu 1', rows: rowsOf(answers) },
          { name: 'Phiếu 2', rows: rowsOf(answers) },
        ],
      }),
    expect: refused('file/several-sheets'),
  },
  {
    file: 'trang-khong-co.xlsx',
    odd: 'a sheet that is not there',
    make: () => sheetOf(rowsOf(answers)),
    command: 'import trang-khong-co.xlsx --sheet "Trang 9"',
    expect: refused('file/sheet-not-found'),
  },
  {
    file: 'chi-co-trang-an.xlsx',
    odd: 'nothing but hidden sheets',
    make: () => bookOf({ sheets: [{ name: 'Phiếu', rows: rowsOf(answers), state: 'hidden' }] }),
    expect: refused('file/empty'),
  },
];

/** Text as it looks when a font of before Unicode is taken away. */
const undressed = (encoding: 'TCVN3' | 'VNI'): Grid =>
  mapped(answers, (cell) => encodeLegacy(cell, encoding).toString('latin1'));

const oldFonts: readonly CorpusCase[] = (['TCVN3', 'VNI'] as const).map((encoding) =>
  book(
    `phong-${encoding.toLowerCase()}`,
    `typed in a font of ${encoding}, inside a workbook`,
    rowsOf(undressed(encoding)),
    {},
    refused('returns/unknown-layout'),
    ['file/old-font'],
  ),
);

const nested = '<row r="1"><c r="A1" t="inlineStr"><is>'.concat(
  '<r>'.repeat(20_000),
  '</is></c></row>',
);

const hostile: readonly CorpusCase[] = [
  book(
    'doctype',
    'a document type with entities',
    rowsOf(answers),
    { prologue: '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' },
    refused('file/doctype'),
  ),
  book('long-nhau', 'elements nested twenty thousand deep', nested, {}, refused('file/damaged')),
  repacked(
    'sai-tong',
    'a part with a wrong checksum',
    (parts) =>
      parts.map((part) => (part.name.includes('sheet1') ? { ...part, wrongSum: true } : part)),
    refused('file/damaged'),
  ),
  repacked(
    'noi-doi',
    'a part larger than the directory says',
    (parts) =>
      parts.map((part) => (part.name.includes('sheet1') ? { ...part, claimedSize: 10 } : part)),
    refused('file/damaged'),
  ),
  repacked(
    'phan-khoa',
    'an encrypted part',
    (parts) =>
      parts.map((part) => (part.name.includes('sheet1') ? { ...part, encrypted: true } : part)),
    refused('file/encrypted'),
  ),
  repacked(
    'thieu-trang',
    'the sheet is missing from the archive',
    (parts) => parts.filter(({ name }) => !name.includes('sheet1')),
    refused('file/damaged'),
  ),
  repacked(
    'xml-do',
    'XML that breaks off',
    sheetPart((content) => content.slice(0, -200)),
    refused('file/damaged'),
  ),
  repacked(
    'phan-lap',
    'the same part twice',
    (parts) => [...parts, ...parts.filter(({ name }) => name.includes('sheet1'))],
    refused('file/odd-zip'),
  ),
  repacked(
    'leo-thu-muc',
    'a part that climbs out of the archive',
    (parts) => [...parts, { name: '../../../etc/passwd', content: 'x' }],
    refused('file/odd-zip'),
  ),
  repacked(
    'bom-nen',
    'sixty-four MiB of blanks in one part',
    (parts) =>
      parts.map((part) =>
        part.name.includes('styles')
          ? { ...part, content: `<styleSheet>${' '.repeat(64 * 1024 * 1024)}</styleSheet>` }
          : part,
      ),
    refused('file/too-large'),
  ),
  repacked(
    'qua-nhieu-phan',
    'ten thousand parts',
    (parts) => [
      ...parts,
      ...Array.from({ length: 10_050 }, (_, at) => ({ name: `x/${at}`, content: '' })),
    ],
    refused('file/too-large'),
  ),
  book(
    'nhieu-cot',
    'headings up to the last column',
    `<row r="1">${Array.from({ length: 16_384 }, (_, at) => `<c r="${columnName(at + 1)}1" t="inlineStr"><is><t>c${at}</t></is></c>`).join('')}</row>`,
    {},
    refused('file/too-large'),
  ),
  ...[0.15, 0.4, 0.7, 0.95].map(
    (share): CorpusCase => ({
      file: `cat-${share * 100}.xlsx`,
      odd: `cut off after ${share * 100} %`,
      make: () => {
        const whole = sheetOf(rowsOf(answers));
        return whole.subarray(0, Math.floor(whole.length * share));
      },
      expect: refused('file/truncated'),
    }),
  ),
];

export const sheetCases: readonly CorpusCase[] = [...packed, ...spoiled, ...oldFonts, ...hostile];

export const cleanBook = (): Buffer => sheetOf(rowsOf(answers));
