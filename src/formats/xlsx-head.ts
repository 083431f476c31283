/** What stands above and below the table of a sheet: titles, headings, notes. */
import type { Worksheet } from 'exceljs';
import type { Page, PageColumn, PrintedPage } from '../page.ts';
import { cellText, workbookText } from './spreadsheet-text.ts';
import { headRows, type Span, writeOfficialHead, writeSigners } from './xlsx-document.ts';
import { columnWidths, pagesWide } from './xlsx-paper.ts';
import { bodySize, headStyle, heightOf, noteStyle, titleStyle } from './xlsx-style.ts';

/** Row numbers as Excel shows them. */
export interface Layout {
  readonly firstTitle: number;
  readonly firstHead: number;
  readonly lastHead: number;
  readonly firstRow: number;
  readonly firstNote: number;
  readonly firstSigner: number;
  readonly frozenColumns: number;
}

/** Where several sheets of paper lie side by side the title stays on the first of them, and on the screen. */
const widestTitle = 150;
/** The first two columns stay in sight when they are narrow enough to leave room for the others. */
const widestFrozen = 48;

export function layoutOf(page: PrintedPage): Layout {
  const firstTitle = headRows(page) + 1;
  const firstHead = firstTitle + (page.title.length === 0 ? 0 : page.title.length + 1);
  const lastHead = firstHead + (page.columns.some((column) => column.over !== null) ? 1 : 0);
  const [first, second] = columnWidths(page);
  const frozen = (first ?? 0) + (second ?? 0) <= widestFrozen && page.columns.length > 5;
  const firstNote = lastHead + page.rows.length + 2;
  return {
    firstTitle,
    firstHead,
    lastHead,
    firstRow: lastHead + 1,
    firstNote,
    firstSigner: firstNote + (page.notes.length === 0 ? 0 : page.notes.length + 1),
    frozenColumns: frozen ? 2 : 0,
  };
}

/** The official head and the titles. */
export function writeTop(sheet: Worksheet, page: PrintedPage, layout: Layout): void {
  const span = titleSpan(page);
  const { from, to, width } = span;
  writeOfficialHead(sheet, page, columnWidths(page), span);
  // On a rehearsal the warning stands before the title; both are large.
  const largest = page.print.mark !== null && page.title[0] === page.print.mark ? 1 : 0;
  page.title.forEach((line, at) => {
    const isFirst = at <= largest;
    const row = layout.firstTitle + at;
    const cell = sheet.getCell(row, from);
    cell.style = titleStyle(isFirst, to - from + 1 === page.columns.length);
    cell.value = workbookText(line);
    sheet.getRow(row).height = heightOf(cellText(line), width, isFirst ? 14 : 12, isFirst);
    merge(sheet, row, from, row, to);
  });
  if (layout.firstHead > 1) sheet.getRow(layout.firstHead - 1).height = 8;
}

/** The columns that titles and notes are merged over: all that one sheet holds; not the first two where those repeat in print. */
function titleSpan(page: Page): Span {
  const isOne = pagesWide(page) === 1;
  const from = isOne ? 1 : 3;
  let to = from - 1;
  let width = 0;
  for (const next of columnWidths(page).slice(from - 1)) {
    if (!isOne && to >= from && width + next > widestTitle) break;
    to++;
    width += next;
  }
  return { from, to, width };
}

export function writeHead(sheet: Worksheet, page: Page, { firstHead, lastHead }: Layout): void {
  const size = bodySize(page);
  const style = headStyle(size);
  const put = (row: number, column: number, text: string): void => {
    const cell = sheet.getCell(row, column);
    cell.style = style;
    cell.value = workbookText(text);
  };
  page.columns.forEach((column, at) => {
    if (lastHead > firstHead) put(firstHead, at + 1, column.over ?? column.heading);
    if (lastHead === firstHead || column.over !== null) put(lastHead, at + 1, column.heading);
  });
  if (lastHead > firstHead) mergeHead(sheet, page.columns, firstHead, lastHead);
  setHeights(sheet, page, firstHead, lastHead);
}

function mergeHead(
  sheet: Worksheet,
  columns: readonly PageColumn[],
  top: number,
  bottom: number,
): void {
  for (const [from, to] of spansOf(columns)) {
    if (columns[from]?.over === null) merge(sheet, top, from + 1, bottom, to + 1);
    else merge(sheet, top, from + 1, top, to + 1);
  }
}

/** First and last index of the columns under one upper heading; a column without one stands alone. */
function spansOf(columns: readonly PageColumn[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  columns.forEach((column, at) => {
    const last = spans.at(-1);
    const before = columns[at - 1];
    if (last !== undefined && column.over !== null && before?.over === column.over) last[1] = at;
    else spans.push([at, at]);
  });
  return spans;
}

function setHeights(sheet: Worksheet, page: Page, firstHead: number, lastHead: number): void {
  const size = bodySize(page);
  const widths = columnWidths(page);
  const tallest = (heights: readonly number[]) => Math.max(size * 2, ...heights);
  const lower = page.columns.map((column, at) =>
    heightOf(column.heading, widths[at] ?? 8, size, true),
  );
  if (lastHead === firstHead) {
    sheet.getRow(firstHead).height = tallest(lower);
    return;
  }
  const upper = spansOf(page.columns).map(([from, to]) => {
    const width = widths.slice(from, to + 1).reduce((sum, next) => sum + next, 0);
    return heightOf(page.columns[from]?.over ?? '', width, size, true);
  });
  const under = lower.filter((_, at) => page.columns[at]?.over !== null);
  const alone = lower.filter((_, at) => page.columns[at]?.over === null);
  const top = tallest(upper);
  sheet.getRow(firstHead).height = top;
  sheet.getRow(lastHead).height = Math.max(tallest(under), ...alone.map((height) => height - top));
}

/** The notes and the signatures. */
export function writeFoot(
  sheet: Worksheet,
  page: PrintedPage,
  { firstNote, firstSigner }: Layout,
): void {
  const span = titleSpan(page);
  const { from, to, width } = span;
  const size = bodySize(page);
  page.notes.forEach((note, at) => {
    const row = firstNote + at;
    const cell = sheet.getCell(row, from);
    cell.style = noteStyle(size);
    cell.value = workbookText(note);
    sheet.getRow(row).height = heightOf(cellText(note), width, size, false);
    merge(sheet, row, from, row, to);
  });
  writeSigners(sheet, page, firstSigner, columnWidths(page), span);
}

function merge(sheet: Worksheet, top: number, left: number, bottom: number, right: number): void {
  if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right);
}
