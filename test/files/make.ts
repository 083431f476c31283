/**
 * Files that go wrong in ways a text editor cannot write; each by name, for tests and bad cases.
 * A bad case that needs one names it in a file `make`, one name a line (`madeFile`).
 */
import { type ZipPart, zipOf } from './zip.ts';

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface SheetText {
  readonly name: string;
  /** What stands inside `sheetData`. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands before `sheetData`. */
  readonly before?: string;
  /** What follows `sheetData`. */
  readonly after?: string;
}

export interface BookText {
  readonly sheets: readonly SheetText[];
  /** What stands inside `sst`. */
  readonly strings?: string;
  /** What stands inside `styleSheet`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Before the root element of every sheet. */
  readonly prologue?: string;
}

/** The parts of a small workbook whose XML is written out by hand. */
export function bookParts(book: BookText): ZipPart[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
  const list = (inner: string): string =>
    `<Relationships xmlns="${packageRelations}">${inner}</Relationships>`;
  const sheets = book.sheets.map(({ name, state }, at) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const links = book.sheets.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  );
  const properties = book.date1904 ? '<workbookPr date1904="1"/>' : '';
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: list(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${mainSpace}" xmlns:r="${officeRelations}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: list(
        links.join('') +
          relation('rIdS', 'sharedStrings', 'sharedStrings.xml') +
          relation('rIdT', 'styles', '/xl/styles.xml'),
      ),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${book.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${book.styles ?? ''}</styleSheet>` },
    ...book.sheets.map(({ rows, before = '', after = '' }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?>${book.prologue ?? ''}<worksheet xmlns="${mainSpace}"><dimension ref="A1:XFD1048576"/>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ];
}

export function bookOf(book: BookText): Buffer {
  return zipOf(bookParts(book));
}

/** One visible sheet called `Phiếu`. */
export function sheetOf(rows: string, book: Omit<BookText, 'sheets'> = {}): Buffer {
  return bookOf({ ...book, sheets: [{ name: 'Phiếu', rows }] });
}

/** Inline strings, row by row from row 1. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
}

const plain = textRows([
  ['serial', 'q1'],
  ['A1', '5'],
]);

/** A compound file (OLE) as far as it takes to be recognised: its mark and a stream name. */
function compound(stream: string): Buffer {
  const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([mark, Buffer.alloc(1024), Buffer.from(`${stream}\0`, 'utf16le')]);
}

/** 64 MiB of blanks per part: small on disk, large once unzipped. */
function bomb(): Buffer {
  const spaces = Buffer.alloc(64 * 1024 * 1024, ' <r/>');
  const parts = bookParts({ sheets: [{ name: 'Phiếu', rows: plain }] });
  const swollen = parts.map((part) =>
    part.name === 'xl/styles.xml'
      ? { ...part, content: Buffer.concat([Buffer.from('<styleSheet>'), spaces]), claimedSize: 100 }
      : part,
  );
  return zipOf(swollen);
}

/** Every nasty file by name, with the code it must be refused with. */
export const nastyFiles: Readonly<
  Record<string, { readonly code: string; readonly make: () => Buffer }>
> = {
  'empty.csv': { code: 'file/empty', make: () => Buffer.alloc(0) },
  'blank-lines.csv': { code: 'file/empty', make: () => Buffer.from('\ufeff\r\n  \r\n') },
  'separators-only.csv': { code: 'file/empty', make: () => Buffer.from(';;;\r\n;;;\r\n') },
  'empty-workbook.xlsx': {
    code: 'file/empty',
    make: () => sheetOf('<row r="1"><c r="A1" s="0"/></row>'),
  },
  'nul.csv': { code: 'file/nul', make: () => Buffer.from('a,b\n1,\0\n') },
  'cut-in-a-letter.csv': {
    code: 'file/truncated',
    make: () => Buffer.from('mã,đơn vị\n1,Xã Hoà Bình\n2,Xã Mỹ Tú ệ').subarray(0, -1),
  },
  'mixed-encodings.csv': {
    code: 'file/undecodable',
    make: () => Buffer.concat([Buffer.from('mã,đơn vị ệ\n1,'), Buffer.of(0xd2, 0x41, 0x0a)]),
  },
  'old.xls': { code: 'file/xls', make: () => compound('Workbook') },
  'very-old.xls': { code: 'file/xls', make: () => Buffer.from('0908080000050500', 'hex') },
  'password.xlsx': { code: 'file/encrypted', make: () => compound('EncryptedPackage') },
  'letter.doc': { code: 'file/not-a-table', make: () => compound('WordDocument') },
  'binary.xlsb': {
    code: 'file/xlsb',
    make: () => zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
  },
  'calc.ods': {
    code: 'file/ods',
    make: () =>
      zipOf([
        {
          name: 'mimetype',
          content: 'application/vnd.oasis.opendocument.spreadsheet',
          stored: true,
        },
        { name: 'content.xml', content: '<x/>' },
      ]),
  },
  'letter-renamed.xlsx': {
    code: 'file/not-a-table',
    make: () =>
      zipOf([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<x/>' },
      ]),
  },
  'photos.zip': {
    code: 'file/not-a-table',
    make: () => zipOf([{ name: 'anh.jpg', content: 'x' }]),
  },
  'scan.pdf': { code: 'file/not-a-table', make: () => Buffer.from('%PDF-1.7\n') },
  'report.xls': {
    code: 'file/other-format',
    make: () => Buffer.from('\r\n<html><body><table></table></body></html>'),
  },
  'spreadsheet-2003.xml': {
    code: 'file/other-format',
    make: () =>
      Buffer.from(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
  },
  'data.xml': { code: 'file/not-a-table', make: () => Buffer.from('<?xml version="1.0"?><a/>') },
  'odk-export.zip': {
    code: 'file/other-format',
    make: () => zipOf([{ name: 'phieu.csv', content: 'a,b' }]),
  },
  'sheet.numbers': {
    code: 'file/other-format',
    make: () => zipOf([{ name: 'Index/Document.iwa', content: 'x' }]),
  },
  'sheet.fods': {
    code: 'file/other-format',
    make: () => Buffer.from('<?xml version="1.0"?>\n<office:document xmlns:office="x"/>'),
  },
  'sheet.gsheet': {
    code: 'file/other-format',
    make: () => Buffer.from('{"":"WARNING!","doc_id":"1x","email":"a@b.vn"}'),
  },
  'sheet.url': {
    code: 'file/other-format',
    make: () => Buffer.from('[InternetShortcut]\r\nURL=https://docs.google.com/x\r\n'),
  },
  'page.mht': {
    code: 'file/other-format',
    make: () =>
      Buffer.from(
        'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tx=1\r\n',
      ),
  },
  'mail.eml': {
    code: 'file/other-format',
    make: () => Buffer.from('From: a@b.vn\r\nTo: c@d.vn\r\nSubject: Phieu\r\n\r\nx'),
  },
  'mail.msg': { code: 'file/other-format', make: () => compound('__properties_version1.0') },
  'table.slk': {
    code: 'file/other-format',
    make: () => Buffer.from('ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\nE\r\n'),
  },
  'table.dbf': {
    code: 'file/other-format',
    make: () => Buffer.concat([Buffer.from('0378060501000000610020', 'hex'), Buffer.alloc(90)]),
  },
  'base.accdb': {
    code: 'file/other-format',
    make: () => Buffer.concat([Buffer.from('00010000', 'hex'), Buffer.from('Standard ACE DB\0')]),
  },
  'parts-twice.xlsx': {
    code: 'file/odd-zip',
    make: () => {
      const parts = bookParts({ sheets: [{ name: 'Phiếu', rows: plain }] });
      return zipOf([...parts, { name: 'XL/worksheets/Sheet1.xml', content: '<worksheet/>' }]);
    },
  },
  'part-outside.xlsx': {
    code: 'file/odd-zip',
    make: () => {
      const parts = bookParts({ sheets: [{ name: 'Phiếu', rows: plain }] });
      return zipOf([...parts, { name: '../../x.xml', content: 'x' }]);
    },
  },
  'texts-left-out.xlsx': {
    code: 'file/damaged',
    make: () => sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
  },
  'deep.xlsx': {
    code: 'file/damaged',
    make: () => sheetOf(plain + '<row><c>'.repeat(100_000)),
  },
  'entities.xlsx': {
    code: 'file/damaged',
    make: () => sheetOf(`${plain}<row><c t="str"><v>&lol;</v></c></row>`),
  },
  'too-wide.xlsx': {
    code: 'file/too-large',
    make: () => sheetOf(`${plain}<row>${'<c><v>1</v></c>'.repeat(100_000)}</row>`),
  },
  'truncated.xlsx': {
    code: 'file/truncated',
    make: () => {
      const whole = sheetOf(plain);
      return whole.subarray(0, Math.floor(whole.length * 0.8));
    },
  },
  'wrong-sum.xlsx': {
    code: 'file/damaged',
    make: () => {
      const parts = bookParts({ sheets: [{ name: 'Phiếu', rows: plain }] });
      return zipOf(
        parts.map((part) => (part.name.includes('sheet1') ? { ...part, wrongSum: true } : part)),
      );
    },
  },
  'encrypted-part.xlsx': {
    code: 'file/encrypted',
    make: () => {
      const parts = bookParts({ sheets: [{ name: 'Phiếu', rows: plain }] });
      return zipOf(
        parts.map((part) => (part.name.includes('sheet1') ? { ...part, encrypted: true } : part)),
      );
    },
  },
  'missing-sheet-part.xlsx': {
    code: 'file/damaged',
    make: () => {
      const parts = bookParts({ sheets: [{ name: 'Phiếu', rows: plain }] });
      return zipOf(parts.filter((part) => !part.name.includes('sheet1')));
    },
  },
  'broken-xml.xlsx': { code: 'file/damaged', make: () => sheetOf(`${plain}<row><c>`) },
  'doctype.xlsx': {
    code: 'file/doctype',
    make: () => sheetOf(plain, { prologue: '<!DOCTYPE x [<!ENTITY a "b">]>' }),
  },
  'lying-bomb.xlsx': { code: 'file/damaged', make: bomb },
  'two-sheets.xlsx': {
    code: 'file/several-sheets',
    make: () =>
      bookOf({
        sheets: [
          { name: 'Phiếu 1', rows: plain },
          { name: 'Phiếu 2', rows: plain },
        ],
      }),
  },
};

/** Files that are read, with something to say about them. */
const oddFiles: Readonly<Record<string, () => Buffer>> = {
  'rows-twice.xlsx': () =>
    sheetOf(
      `${plain}<row r="2"><c r="A2"><v>7</v></c></row><row r="3"><c r="?"><v>8</v></c><c><v>9</v></c></row>`,
    ),
  'cell-twice.xlsx': () =>
    sheetOf(
      `${plain}<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c><c r="B3"><v>3</v></c></row>`,
    ),
  'string-beyond-table.xlsx': () =>
    sheetOf(`${plain}<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="s"><v>7</v></c></row>`, {
      strings: '<si><t>x</t></si>',
    }),
  'merged-unit.xlsx': () =>
    bookOf({
      sheets: [
        {
          name: 'Phiếu',
          rows: textRows([
            ['serial', 'unit', 'q1'],
            ['A1', 'so-noi-vu', '5'],
            ['A2', '', '4'],
            ['A3', '', '3'],
          ]),
          after: '<mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>',
        },
      ],
    }),
  'two-heading-rows.xlsx': () =>
    bookOf({
      sheets: [
        {
          name: 'Phiếu',
          rows: textRows([
            ['serial', 'Phần A', '', 'Phần B', ''],
            ['', 'Tốt', 'Kém', 'Tốt', 'Kém'],
            ['A1', '5', '4', '3', '2'],
          ]),
          after:
            '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>',
        },
      ],
    }),
  'filtered.xlsx': () =>
    bookOf({
      sheets: [
        {
          name: 'Phiếu',
          rows: `${plain}<row hidden="1"><c><v>7</v></c><c><v>4</v></c></row>`,
          before: '<sheetPr filterMode="1"/><cols><col min="2" max="2" hidden="1"/></cols>',
          after: '<autoFilter ref="A1:B3"><filterColumn colId="0"/></autoFilter>',
        },
      ],
    }),
  // Excel leaves columns out that are blank in a whole block of 16 rows.
  'dropped-separators.csv': () => {
    const rows = ['A;5;;\r\n'.repeat(15), 'A;5;4\r\n'.repeat(16), 'A;5;3\r\n'.repeat(2)];
    return Buffer.from(`serial;q1;q2;note\r\n${rows.join('')}`);
  },
  'hidden-sheet.xlsx': () =>
    bookOf({
      sheets: [
        { name: 'Phiếu', rows: plain },
        { name: 'Danh mục', rows: plain, state: 'hidden' },
      ],
    }),
  'hidden-rows.xlsx': () => sheetOf(`${plain}<row hidden="1"><c><v>7</v></c><c><v>4</v></c></row>`),
  'untrusted-cells.xlsx': () =>
    sheetOf(
      `${textRows([['serial', 'unit', 'q1', 'q2', 'q3']])}<row>` +
        '<c t="inlineStr"><is><t>A1</t></is></c><c t="inlineStr"><is><t>so-noi-vu</t></is></c>' +
        '<c><f>A1</f></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>',
    ),
};

/** A file of this name, refused or merely odd; null when none is made here. */
export function madeFile(name: string): Buffer | null {
  return (nastyFiles[name]?.make ?? oddFiles[name])?.() ?? null;
}
