import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { renderWorkbook } from '../src/formats/xlsx-write.ts';
import type { PrintedPage } from '../src/page.ts';
import { annex, column, page, ranking, rows } from './pages.ts';
import { unzip } from './unzip.ts';

const options = {
  lang: 'vi',
  title: 'Kết quả',
  author: 'Sở Nội vụ',
  created: new Date('2023-09-21T08:30:00Z'),
} as const;

interface Sheet {
  readonly xml: string;
  /** Text, number or empty string of a cell; undefined when the cell is not in the file. */
  readonly at: (ref: string) => string | undefined;
  readonly isText: (ref: string) => boolean;
  /** The number format under which a cell is shown. */
  readonly format: (ref: string) => string | undefined;
  readonly isBold: (ref: string) => boolean;
}

interface Book {
  readonly sheets: readonly Sheet[];
  readonly part: (name: string) => string;
}

const builtIn = new Map([
  ['3', '#,##0'],
  ['4', '#,##0.00'],
  ['49', '@'],
]);

async function open(pages: readonly PrintedPage[]): Promise<Book> {
  const parts = await unzip(await renderWorkbook(pages, options));
  for (const { text } of parts) new SaxesParser({ xmlns: true }).write(text).close();
  const part = (name: string) => parts.find((found) => found.name === name)?.text ?? '';
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, text]) => decode(text ?? ''),
  );
  const styles = stylesOf(part('xl/styles.xml'));
  const sheets = pages.map((_, at) => {
    const xml = part(`xl/worksheets/sheet${at + 1}.xml`);
    return sheetOf(xml, strings, styles);
  });
  return { sheets, part };
}

function decode(text: string): string {
  const named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" } as Record<string, string>;
  return text.replace(/&(\w+);/g, (_, name: string) => named[name] ?? '');
}

interface Look {
  readonly format: string | undefined;
  readonly bold: boolean;
}

function stylesOf(xml: string): readonly Look[] {
  const own = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id,
      code,
    ]),
  );
  const fonts = [...xml.matchAll(/<font>.*?<\/font>/g)].map(([font]) => font.includes('<b/>'));
  const formats = xml.slice(xml.indexOf('<cellXfs'));
  return [...formats.matchAll(/<xf numFmtId="(\d+)" fontId="(\d+)"/g)].map(([, id = '', font]) => ({
    format: own.get(id) ?? builtIn.get(id),
    bold: fonts[Number(font)] ?? false,
  }));
}

function sheetOf(xml: string, strings: readonly string[], styles: readonly Look[]): Sheet {
  const found = (ref: string) =>
    new RegExp(`<c r="${ref}"([^>]*?)(?:/>|><v>([^<]*)</v></c>)`).exec(xml);
  const isText = (ref: string) => found(ref)?.[1]?.includes('t="s"') ?? false;
  const look = (ref: string) => styles[Number(/ s="(\d+)"/.exec(found(ref)?.[1] ?? '')?.[1])];
  return {
    xml,
    isText,
    at: (ref) => {
      const cell = found(ref);
      if (cell === null) return undefined;
      return isText(ref) ? strings[Number(cell[2])] : (cell[2] ?? '');
    },
    format: (ref) => look(ref)?.format,
    isBold: (ref) => look(ref)?.bold ?? false,
  };
}

async function oneSheet(shown: PrintedPage): Promise<Sheet> {
  const book = await open([shown]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** A one-column page, its first cell in A2. */
function single(cells: PrintedPage['rows'][number]['cells'], more = {}): PrintedPage {
  return page({ columns: [column('a', 'A', more)], rows: rows(...cells.map((cell) => [cell])) });
}

describe('the quota annex', () => {
  it('has titles, headings, groups, rows and the grand total where a reader expects them', async () => {
    const sheet = await oneSheet(annex);
    expect(sheet.at('A1')).toBe('BẢNG PHÂN BỔ SỐ MẪU ĐIỀU TRA XÃ HỘI HỌC');
    expect(['A4', 'B4', 'C4', 'D4'].map(sheet.at)).toEqual([
      'STT',
      'Đơn vị',
      'Số phiếu',
      'Thời gian gửi phiếu khảo sát',
    ]);
    expect(['A7', 'B7', 'C7'].map(sheet.at)).toEqual(['1', 'Ban Quản lý Dự án 1', '24']);
    expect(['A18', 'B18', 'C18'].map(sheet.at)).toEqual(['', 'TỔNG CỘNG', '2085']);
    expect(['B5', 'B18'].map(sheet.isBold)).toEqual([true, true]);
    expect(sheet.isBold('B7')).toBe(false);
  });

  it('keeps roman numerals as text beside numbers in one column', async () => {
    const sheet = await oneSheet(annex);
    expect(sheet.at('A5')).toBe('I');
    expect(sheet.isText('A5')).toBe(true);
    expect(sheet.isText('A7')).toBe(false);
  });

  it('prints upright on A4, one page wide, with the heading row on every page', async () => {
    const book = await open([annex]);
    expect(book.sheets[0]?.xml).toMatch(
      /<pageSetup paperSize="9" orientation="portrait".* fitToWidth="1" fitToHeight="0"/,
    );
    expect(book.sheets[0]?.xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(book.part('xl/workbook.xml')).toContain('&apos;Phân bổ phiếu&apos;!$4:$4<');
  });

  it('filters the table without its grand total and freezes what is above it', async () => {
    const { xml } = await oneSheet(annex);
    expect(xml).toContain('<autoFilter ref="A4:D17"/>');
    expect(xml).toContain(
      '<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>',
    );
  });

  it('draws bars from zero over plain rows only', async () => {
    const { xml } = await oneSheet(annex);
    expect(xml).toContain('<conditionalFormatting sqref="C7:C10 C12:C17">');
    expect(xml).toContain('<cfvo type="num" val="0"/><cfvo type="num" val="78"/>');
    const [, id] = /<x14:id>(\{[^<]+\})</.exec(xml) ?? [];
    expect(id).toBeDefined();
    expect(xml).toContain(`<x14:cfRule type="dataBar" id="${id}">`);
  });
});

describe('a sheet that is signed', () => {
  const signed: PrintedPage = {
    ...annex,
    print: {
      mark: 'THỬ & SAI',
      head: {
        left: [
          { text: 'UBND TỈNH', style: 'plain' },
          { text: '=SỞ NỘI VỤ', style: 'bold' },
        ],
        right: [
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', style: 'bold' },
          { text: 'Độc lập - Tự do - Hạnh phúc', style: 'bold' },
          { text: '', style: 'rule' },
          { text: 'Sóc Trăng, ngày … tháng … năm 2023', style: 'italic' },
        ],
      },
      signers: [
        { titles: ['NGƯỜI LẬP BIỂU'], note: '(Ký, ghi rõ họ tên)', name: null },
        { titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], note: null, name: 'Huỳnh Văn Nam' },
      ],
    },
  };

  it('has the head above, the signatures below, and the table where they leave it', async () => {
    const sheet = await oneSheet(signed);
    expect(['A1', 'A2', 'C1', 'C4'].map(sheet.at)).toEqual([
      'UBND TỈNH',
      '=SỞ NỘI VỤ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Sóc Trăng, ngày … tháng … năm 2023',
    ]);
    expect(sheet.xml).toContain('<mergeCell ref="C1:D1"/>');
    expect(sheet.isBold('A2')).toBe(true);
    expect(sheet.xml).not.toContain('<f>');
    expect([sheet.at('A6'), sheet.at('A9'), sheet.at('B23')]).toEqual([
      annex.title[0],
      'STT',
      'TỔNG CỘNG',
    ]);
    expect(['A27', 'A28', 'C27', 'C28', 'C30'].map(sheet.at)).toEqual([
      'NGƯỜI LẬP BIỂU',
      '(Ký, ghi rõ họ tên)',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Huỳnh Văn Nam',
    ]);
  });

  it('still freezes, filters and repeats the headings', async () => {
    const book = await open([signed]);
    const xml = book.sheets[0]?.xml;
    expect(xml).toContain('<pane ySplit="9" topLeftCell="A10"');
    expect(xml).toContain('<autoFilter ref="A9:D22"/>');
    expect(book.part('xl/workbook.xml')).toContain('!$9:$9<');
  });

  it('prints the mark at the head of every sheet of paper, and none where there is none', async () => {
    const mark =
      '<oddHeader>&amp;C&amp;"Times New Roman,Bold"&amp;12&amp;KC00000THỬ &amp;&amp; SAI';
    const text = (await oneSheet(signed)).xml.replaceAll('&quot;', '"');
    expect(text).toContain(mark);
    expect((await oneSheet(annex)).xml).not.toContain('<oddHeader>');
  });

  it('makes a mark that stands before the title as large as the title', async () => {
    const title = ['THỬ & SAI', 'BẢNG', 'Năm 2023'];
    const sheet = await oneSheet({ ...signed, title });
    expect(['A6', 'A7', 'A8'].map(sheet.isBold)).toEqual([true, true, false]);
  });
});

describe('sheets of paper', () => {
  const tall = async (count: number) => {
    const many = Array.from({ length: count }, (_, at) => [at + 1, `Xã số ${at + 1}`]);
    const columns = [column('no', 'STT', { kind: 'count', width: 6 }), column('unit', 'Đơn vị')];
    const { xml } = await oneSheet(page({ columns, rows: rows(...many) }));
    return Number(/fitToHeight="(\d+)"/.exec(xml)?.[1]);
  };

  it('draws a few last lines onto the sheets before them, and lets longer tables run', async () => {
    // 728 points between the margins, 18 a row.
    expect(await tall(30)).toBe(0);
    expect(await tall(44)).toBe(1);
    expect(await tall(65)).toBe(0);
    expect(await tall(82)).toBe(2);
    expect(await tall(100)).toBe(0);
  });
});

describe('headings on two levels', () => {
  it('merges equal neighbours across and columns without an upper heading down', async () => {
    const { xml, at } = await oneSheet(ranking);
    for (const ref of ['C4:E4', 'A4:A5', 'G4:G5'])
      expect(xml).toContain(`<mergeCell ref="${ref}"/>`);
    expect(at('C4')).toBe('Điểm');
    expect(at('D5')).toBe('Điều tra xã hội học (35)');
  });

  it('does not merge equal upper headings that are apart', async () => {
    const { xml } = await oneSheet(
      page({
        columns: [
          column('a', 'Năm trước', { over: 'Điểm' }),
          column('b', 'Hạng'),
          column('c', 'Năm nay', { over: 'Điểm' }),
        ],
      }),
    );
    expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref)).toEqual(['B1:B2']);
  });
});

describe('cells', () => {
  it('writes numbers as numbers in the format of the column, and missing as blank', async () => {
    const sheet = await oneSheet(ranking);
    expect(sheet.at('F8')).toBe('78.33');
    expect(sheet.format('F8')).toBe('#,##0.00');
    expect(sheet.at('F10')).toBe('');
    expect(sheet.at('C11')).toBe('50.17');
    const counts = await oneSheet(annex);
    expect(counts.format('C18')).toBe('#,##0');
  });

  it('gives each column its own decimals', async () => {
    const kind = 'number';
    expect((await oneSheet(single(['7.5'], { kind, decimals: 0 }))).format('A2')).toBe('#,##0');
    expect((await oneSheet(single(['7.5'], { kind, decimals: 3 }))).format('A2')).toBe('#,##0.000');
  });

  it('writes real dates, and text for what is no date', async () => {
    const sheet = await oneSheet(single(['2023-09-21', '2023-02-30', 'chưa rõ'], { kind: 'date' }));
    expect(sheet.at('A2')).toBe('45190');
    expect(sheet.format('A2')).toBe('dd/mm/yyyy');
    expect([sheet.at('A3'), sheet.at('A4')]).toEqual(['2023-02-30', 'chưa rõ']);
  });

  it('keeps codes as they are written', async () => {
    const sheet = await oneSheet(single(['01', '1.10', '1E5', '003456789012345678']));
    expect(['A2', 'A3', 'A4', 'A5'].map(sheet.at)).toEqual([
      '01',
      '1.10',
      '1E5',
      '003456789012345678',
    ]);
    expect(['A2', 'A3', 'A4', 'A5'].every(sheet.isText)).toBe(true);
    expect(sheet.format('A2')).toBe('@');
  });

  it('never writes a formula, whatever a text begins with', async () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '=cmd|"/c calc"!A0'];
    const shown = page({
      columns: [column('a', '=HEAD()', { over: '=OVER()' }), column('n', 'N', { kind: 'number' })],
      rows: rows(...hostile.map((text) => [text, text])),
      title: ['=TITLE()'],
      notes: ['=NOTE()'],
    });
    const sheet = await oneSheet(shown);
    expect(sheet.xml).not.toContain('<f>');
    hostile.forEach((text, at) => {
      expect(sheet.at(`A${at + 5}`)).toBe(text);
      expect(sheet.format(`A${at + 5}`)).toBe('@');
    });
    expect(sheet.isText('B5')).toBe(true);
  });

  it('drops what XML forbids and cuts what Excel cannot hold', async () => {
    const long = 'ế'.repeat(40_000);
    const sheet = await oneSheet(
      single(['a\u0000b\u000bc\ud800d\ufffe', long, 'dòng\r\nhai', '_x0041_']),
    );
    expect(sheet.at('A2')).toBe('abcd');
    expect(sheet.at('A3')).toHaveLength(32_767);
    expect(sheet.at('A3')?.endsWith('…')).toBe(true);
    expect(sheet.at('A4')).toBe('dòng\nhai');
    // Excel itself reads _x0041_ as A unless the underscore is escaped.
    expect(sheet.at('A5')).toBe('_x005F_x0041_');
  });

  it('keeps the borders of a row in which everything is missing', async () => {
    const sheet = await oneSheet(single(['x', null, 'y']));
    expect(sheet.at('A3')).toBe('');
  });
});

describe('the workbook', () => {
  it('makes sheet names that Excel accepts', async () => {
    const names = ['Khối: sở/ngành [1]', 'Xã', 'xã', 'History', "Ca'Mau", '', 'Đ'.repeat(40)];
    const book = await open(names.map((name) => page({ ...annex, name })));
    const written = [...book.part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(written).toEqual([
      'Khối sở ngành 1',
      'Xã',
      'xã (2)',
      'History (2)',
      'Ca’Mau',
      'Sheet',
      'Đ'.repeat(31),
    ]);
  });

  it('gives the same bytes for the same pages, dated as asked', async () => {
    const once = await renderWorkbook([annex, ranking], options);
    const again = await renderWorkbook([annex, ranking], options);
    expect(Buffer.compare(Buffer.from(once), Buffer.from(again))).toBe(0);
    const parts = await unzip(once);
    expect(new Set(parts.map(({ dosDate }) => dosDate))).toEqual(
      new Set([(43 << 9) | (9 << 5) | 21]),
    );
    expect(parts[0]?.name).toBe('[Content_Types].xml');
    const core = parts.find(({ name }) => name === 'docProps/core.xml')?.text ?? '';
    expect(core).toContain('2023-09-21T08:30:00Z</dcterms:created>');
  });

  it('spreads a table too wide to read over pages that repeat its first columns', async () => {
    const criteria = Array.from({ length: 40 }, (_, at) =>
      column(`c${at}`, `Tiêu chí ${at}`, { kind: 'number', width: 10 }),
    );
    const wide = page({ columns: [column('stt', 'STT', { width: 6 }), ...criteria] });
    const book = await open([wide]);
    expect(book.sheets[0]?.xml).toMatch(/fitToWidth="[2-9]"/);
    expect(book.part('xl/workbook.xml')).toContain('!$A:$B,');
  });

  it('writes a page without rows', async () => {
    const sheet = await oneSheet(page({ columns: annex.columns }));
    expect(sheet.at('B1')).toBe('Đơn vị');
    expect(sheet.xml).not.toContain('<autoFilter');
  });
});
