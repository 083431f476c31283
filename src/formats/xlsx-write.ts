/** Pages as an Excel workbook. The only file that imports exceljs, which writes here and never reads. */
import { Writable } from 'node:stream';
import ExcelJS, { type Cell, type Row, type Worksheet } from 'exceljs';
import type { Lang } from '../findings/finding.ts';
import type { Page, PageCell, PageColumn, PageRow, PrintedPage } from '../page.ts';
import { isDecimalText } from './numbers.ts';
import { cellText, sheetNames, startsFormula, workbookText } from './spreadsheet-text.ts';
import { type PaperRow, paperBreaks } from './xlsx-breaks.ts';
import { type FinishedSheet, finishWorkbook } from './xlsx-finish.ts';
import { type Layout, layoutOf, writeFoot, writeHead, writeTop } from './xlsx-head.ts';
import { columnWidths, leastRoom, pageSetup, pagesTall } from './xlsx-paper.ts';
import {
  bodySize,
  type CellStyles,
  cellStyles,
  dueSign,
  heightOf,
  lineHeight,
  markStyles,
} from './xlsx-style.ts';

export interface WorkbookOptions {
  readonly lang: Lang;
  /** Shown by Excel under File → Info, as are the author and the date. */
  readonly title: string;
  readonly author: string;
  /** Created and modified. The same pages with the same options give the same bytes. */
  readonly created: Date;
}

/** Rows written before the zip stream gets its turn; keeps memory flat in large workbooks. */
const rowsPerTurn = 500;

/** Room inside a cell that its indent takes. */
const indentUnits = 2;

/**
 * One sheet per page, in order: official head, titles, one or two rows of headings, the table, notes,
 * signatures. Numbers are numbers, dates are dates, missing is a blank cell; texts are never formulas.
 * At least one page.
 */
export async function renderWorkbook(
  pages: readonly PrintedPage[],
  options: WorkbookOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: sink,
    useStyles: true,
    useSharedStrings: true,
    zip: { store: true },
  });
  book.created = options.created;
  book.modified = options.created;
  book.creator = cellText(options.author);
  book.lastModifiedBy = cellText(options.author);
  book.title = cellText(options.title);
  const names = sheetNames(pages.map((page) => page.name));
  const sheets: FinishedSheet[] = [];
  for (const [at, page] of pages.entries()) {
    const layout = layoutOf(page);
    const sheet = openSheet(book, page, names[at] ?? page.name, layout, options.lang);
    await writeSheet(sheet, page, layout);
    sheet.commit();
    sheets.push({ page, layout });
  }
  await book.commit();
  return finishWorkbook(Buffer.concat(chunks), sheets, options.created);
}

function openSheet(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  page: PrintedPage,
  name: string,
  layout: Layout,
  lang: Lang,
): Worksheet {
  const pageNumber = lang === 'vi' ? 'Trang &P/&N' : 'Page &P of &N';
  const sheet = book.addWorksheet(name, {
    pageSetup: pageSetup(page, layout),
    views: [{ state: 'frozen', xSplit: layout.frozenColumns, ySplit: layout.lastHead }],
    headerFooter: {
      ...(page.print.mark === null ? {} : { oddHeader: printedMark(page.print.mark) }),
      oddFooter: `&C&"Times New Roman,Regular"&11${pageNumber}`,
    },
    properties: { defaultRowHeight: lineHeight(bodySize(page)) },
  });
  sheet.columns = columnWidths(page).map((width) => ({ width }));
  return sheet;
}

/** Red and bold at the head of every printed sheet; an ampersand would start a code. */
function printedMark(mark: string): string {
  return `&C&"Times New Roman,Bold"&12&KC00000${mark.replaceAll('&', '&&')}`;
}

async function writeSheet(sheet: Worksheet, page: PrintedPage, layout: Layout): Promise<void> {
  writeTop(sheet, page, layout);
  writeHead(sheet, page, layout);
  const table = tableOf(page);
  const repeated = heightOfRows(sheet, layout.firstHead, layout.lastHead);
  let height = heightOfRows(sheet, 1, layout.lastHead);
  const head = height;
  const rows: PaperRow[] = [];
  for (const [at, row] of page.rows.entries()) {
    const no = layout.firstRow + at;
    const points = writeRow(sheet.getRow(no), row, table);
    // A heading stays with its first row, the last row with the signatures.
    rows.push({ no, points, stays: row.style === 'group' || at === page.rows.length - 1 });
    height += points;
    if (at % rowsPerTurn === rowsPerTurn - 1) await turn();
  }
  const last = page.rows.findLastIndex(({ style }) => style === 'row' || style === 'group');
  if (last >= 0) {
    sheet.autoFilter = {
      from: { row: layout.lastHead, column: 1 },
      // Not over a chart: its columns are narrower than the buttons.
      to: {
        row: layout.firstRow + last,
        column: page.columns.findLastIndex(({ kind }) => kind !== 'mark') + 1,
      },
    };
  }
  writeFoot(sheet, page, layout);
  const lastRow = sheet.lastRow?.number ?? 0;
  height += heightOfRows(sheet, layout.firstNote - 1, lastRow);
  const tall = pagesTall(page, height, repeated);
  sheet.pageSetup.fitToHeight = tall;
  if (tall > 0) return;
  for (let no = layout.firstNote - 1; no <= lastRow; no++) {
    rows.push({ no, points: heightOfRows(sheet, no, no), stays: true });
  }
  for (const id of paperBreaks(rows, leastRoom(page), { head, repeated })) {
    (sheet as BreakableSheet).rowBreaks.push({ id, max: columnsOfExcel - 1, min: 0, man: 1 });
  }
}

/** Of exceljs's writer; its types leave it out. */
type BreakableSheet = Worksheet & {
  readonly rowBreaks: { id: number; max: number; min: number; man: 1 }[];
};

const columnsOfExcel = 16_384;

/** Points of the rows `from` to `to` that are not yet written out. */
function heightOfRows(sheet: Worksheet, from: number, to: number): number {
  let height = 0;
  for (let row = from; row <= to; row++)
    height += sheet.getRow(row).height ?? sheet.properties.defaultRowHeight;
  return height;
}

function turn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}

/** What is the same for every row of a page. */
interface Table {
  readonly columns: readonly PageColumn[];
  readonly widths: readonly number[];
  readonly size: number;
  readonly styles: { readonly [S in PageRow['style']]: readonly CellStyles[] };
}

function tableOf(page: Page): Table {
  const size = bodySize(page);
  const of = (style: PageRow['style']) =>
    page.columns.map((column) => cellStyles(column, style, size));
  const styles = { group: of('group'), row: of('row'), total: of('total'), mean: of('mean') };
  return { columns: page.columns, widths: columnWidths(page), size, styles };
}

/** The height of the row, in points. */
function writeRow(target: Row, row: PageRow, table: Table): number {
  const styles = table.styles[row.style];
  let height = lineHeight(table.size);
  table.columns.forEach((column, at) => {
    const style = styles[at];
    if (style === undefined) return;
    const value = row.cells[at] ?? null;
    writeCell(target.getCell(at + 1), column, value, style);
    if (row.shaded?.includes(at) === true) target.getCell(at + 1).style = style.shaded;
    offerChoices(target.getCell(at + 1), row.choices?.get(at));
    if (typeof value !== 'string' || column.kind !== 'text') return;
    const room = (table.widths[at] ?? 0) - indentUnits;
    height = Math.max(height, heightOf(value, room, table.size, row.style !== 'row'));
  });
  target.height = height;
  target.commit();
  return height;
}

/** Excel keeps a list of its own in at most so many characters. */
const longestChoices = 255;

function offerChoices(cell: Cell, choices: readonly string[] | undefined): void {
  const list = choices?.join(',') ?? '';
  if (list === '' || list.length > longestChoices || list.includes('"')) return;
  cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] };
}

function writeCell(cell: Cell, column: PageColumn, value: PageCell, styles: CellStyles): void {
  if (column.kind === 'mark') {
    cell.style = markStyles.get(String(value)) ?? styles.value;
    if (value === 'due') cell.value = dueSign;
    return;
  }
  const figure = value === null || column.kind === 'text' ? null : figureOf(column, value);
  if (value === null || figure !== null) {
    cell.style = styles.value;
    if (figure !== null) cell.value = figure;
    return;
  }
  const text = cellText(String(value));
  cell.style = text.length > 255 && !startsFormula(text) ? styles.longText : styles.text;
  cell.value = workbookText(text);
}

/** The number that Excel stores; null for what is no number or date, which is then written as text. */
function figureOf(column: PageColumn, value: string | number): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (column.kind === 'date') return dateSerial(value);
  return isDecimalText(value) ? Number(value) : null;
}

const dayMs = 86_400_000;
/** Serial number of 1970-01-01 in Excel's 1900 date system. */
const epochSerial = 25_569;
/** Before 1 March 1900 Excel counts a 29 February that never was. */
const firstSafeSerial = 61;

function dateSerial(iso: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== iso) return null;
  const serial = ms / dayMs + epochSerial;
  return serial >= firstSafeSerial ? serial : null;
}
