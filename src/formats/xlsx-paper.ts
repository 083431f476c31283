/** The printed sheet: A4, margins, how many pages wide, repeated headings, column widths. */
import type { PageSetup } from 'exceljs';
import type { Page } from '../page.ts';
import { bodySize, narrowWidth, pixelsBeside, pixelsPerUnit } from './xlsx-style.ts';

/** Millimetres, within the ranges of Nghị định 30/2020/NĐ-CP, annex I: 20–25, 30–35, 15–20. */
const marginsMm = { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 10 };
const a4Mm = { portrait: 210, landscape: 297 };
const a4PaperSize = 9;
const mmPerInch = 25.4;

/** Below this scale print is too small to read across a table; the sheet is then spread over more pages. */
const smallestScale = 0.55;

/** What fits the width is not drawn together further than this only to save a page: a council has to read it. */
const smallestSqueezed = 0.6;

export interface PaperRows {
  readonly firstHead: number;
  readonly lastHead: number;
}

/** One page wide, unless that would make the print unreadable; headings repeat on every page. */
export function pageSetup(page: Page, { firstHead, lastHead }: PaperRows): Partial<PageSetup> {
  const wide = pagesWide(page);
  return {
    paperSize: a4PaperSize,
    orientation: page.orientation,
    fitToPage: true,
    fitToWidth: wide,
    fitToHeight: 0,
    margins: {
      top: inches(marginsMm.top),
      bottom: inches(marginsMm.bottom),
      left: inches(marginsMm.left),
      right: inches(marginsMm.right),
      header: inches(marginsMm.header),
      footer: inches(marginsMm.footer),
    },
    printTitlesRow: `${firstHead}:${lastHead}`,
    ...(wide > 1 ? { printTitlesColumn: 'A:B' } : {}),
  };
}

/** How many sheets of paper lie side by side when the page is printed; the first two columns repeat. */
export function pagesWide(page: Page): number {
  const table = tablePixels(columnWidths(page));
  return Math.max(1, Math.ceil((table * smallestScale) / paperPixels(page)));
}

/** So much of a last sheet of paper, or less, is drawn onto the sheets before it: most onto a single one. */
const smallRest = { onOne: 0.5, onSeveral: 0.3 } as const;

/**
 * Sheets of paper below each other onto which the page is fitted, so that the last does not hold a few
 * lines only; 0 lets it run as it comes. `points`: height of all rows, `repeated`: of the headings.
 */
export function pagesTall(page: Page, points: number, repeated: number): number {
  const scale = scaleOf(page);
  const room = paperPoints(page) / scale;
  if (room <= repeated) return 0;
  const sheets = (points - repeated) / (room - repeated);
  const whole = Math.floor(sheets);
  const most = whole === 1 ? smallRest.onOne : smallRest.onSeveral;
  const isSmall = whole > 0 && sheets > whole && sheets - whole <= most;
  return isSmall && (scale * whole) / sheets >= smallestSqueezed ? whole : 0;
}

/**
 * Points of the sheet that one sheet of paper holds at least: by the narrowest that a program draws the columns. A break that we
 * set must come before the one that Excel would make, or a sheet of paper holds one row only.
 */
export function leastRoom(page: Page): number {
  const narrow = columnWidths(page).reduce((sum, width) => sum + width * pixelsPerUnit, 0);
  return paperPoints(page) / Math.min(1, (pagesWide(page) * paperPixels(page)) / narrow);
}

function scaleOf(page: Page): number {
  return Math.min(1, (pagesWide(page) * paperPixels(page)) / tablePixels(columnWidths(page)));
}

/** Points between the upper and the lower margin. */
function paperPoints(page: Page): number {
  const height = page.orientation === 'portrait' ? a4Mm.landscape : a4Mm.portrait;
  return ((height - marginsMm.top - marginsMm.bottom) / mmPerInch) * 72;
}

function inches(mm: number): number {
  return Math.round((mm / mmPerInch) * 1000) / 1000;
}

/** Pixels at 96 to the inch between the left and the right margin. */
function paperPixels(page: Page): number {
  return ((a4Mm[page.orientation] - marginsMm.left - marginsMm.right) / mmPerInch) * 96;
}

function tablePixels(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width * pixelsPerUnit + pixelsBeside, 0);
}

/**
 * Excel widths of the columns, in their order. A table narrower than the paper is widened to it, its
 * text columns taking up the room.
 */
export function columnWidths(page: Page): readonly number[] {
  // The indent inside the cell, and characters of the body against those of the unit.
  const widths = page.columns.map((column) => column.width * (bodySize(page) / 11) + 1);
  const extra = Math.max(0, (paperPixels(page) - tablePixels(widths)) / pixelsPerUnit);
  const growing = page.columns.map(({ kind, width }) => kind === 'text' && width > narrowWidth);
  const share = widths.reduce((sum, width, at) => sum + (growing[at] === true ? width : 0), 0);
  return widths.map((width, at) => {
    const grown = growing[at] === true ? width + (extra * width) / share : width;
    return Math.round(grown * 100) / 100;
  });
}
