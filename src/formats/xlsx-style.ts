/** How a page looks in Excel: fonts, borders, fills, number formats, row heights. */
import type { Fill, Style } from 'exceljs';
import type { HeadLine, Mark, Page, PageColumn, PageRow } from '../page.ts';
import { wrapText } from './printable.ts';

export type CellStyle = Partial<Style>;

/** The styles of one column in one kind of row. The objects are shared: exceljs then looks them up once. */
export interface CellStyles {
  /** Numbers and dates. */
  readonly value: CellStyle;
  /** Text format, so that `01` stays text and typing over `=…` starts no formula. */
  readonly text: CellStyle;
  /** Texts beyond 255 characters, which Excel shows as ##### in text format. */
  readonly longText: CellStyle;
  /** Cells where nothing belongs. */
  readonly shaded: CellStyle;
}

const fontName = 'Times New Roman';
const edge = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const border = { top: edge, left: edge, bottom: edge, right: edge };

/** Narrow columns (STT, rank) are centred. */
export const narrowWidth = 7;

const fills: { readonly [S in PageRow['style']]: Fill | null } = {
  row: null,
  group: solid('FFE8EEF7'),
  total: solid('FFF2F2F2'),
  mean: solid('FFF2F2F2'),
};

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Points: 12 on an upright page, 11 on a wide one. */
export function bodySize(page: Page): number {
  return page.orientation === 'portrait' ? 12 : 11;
}

export function titleStyle(first: boolean, centred: boolean): CellStyle {
  const horizontal = centred ? 'center' : 'left';
  return {
    font: first
      ? { name: fontName, size: 14, bold: true }
      : { name: fontName, size: 12, italic: true },
    alignment: { horizontal, vertical: 'middle', wrapText: true },
    numFmt: '@',
  };
}

/** Lines of the official head and of the signatures; `oneLine` shrinks a text that is too long. */
export function documentStyle(style: HeadLine['style'], oneLine: boolean): CellStyle {
  const isRule = style === 'rule';
  return {
    font: {
      name: fontName,
      size: isRule ? 6 : 12,
      bold: style === 'bold',
      italic: style === 'italic',
    },
    alignment: {
      horizontal: 'center',
      vertical: isRule ? 'top' : 'middle',
      wrapText: !oneLine,
      shrinkToFit: oneLine,
    },
    numFmt: '@',
  };
}

export function headStyle(size: number): CellStyle {
  return {
    font: { name: fontName, size, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    border,
    fill: solid('FFD9E2F0'),
    numFmt: '@',
  };
}

export function noteStyle(size: number): CellStyle {
  return {
    font: { name: fontName, size, italic: true },
    alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
    numFmt: '@',
  };
}

export function cellStyles(column: PageColumn, row: PageRow['style'], size: number): CellStyles {
  const fill = fills[row];
  const base = {
    font: { name: fontName, size, bold: row !== 'row' },
    border,
    ...(fill === null ? {} : { fill }),
  };
  const horizontal = sideOf(column);
  const indent = horizontal === 'center' ? 0 : 1;
  const aligned = { horizontal, vertical: 'middle', indent } as const;
  const wrapped = { ...aligned, wrapText: true };
  return {
    value: { ...base, numFmt: numberFormat(column), alignment: aligned },
    text: { ...base, numFmt: '@', alignment: wrapped },
    longText: { ...base, alignment: wrapped },
    shaded: { ...base, fill: solid('FFBFBFBF') },
  };
}

/** Stands in the cell of a deadline, for those who print without colour. */
export const dueSign = '●';

const markFills: Readonly<Record<Mark, string>> = {
  bar: 'FF8DB4E2',
  'bar-off': 'FFBCC9D9',
  off: 'FFE3E3E3',
  due: 'FF1F4E8C',
};

/** By `Mark`. */
export const markStyles: ReadonlyMap<string, CellStyle> = new Map(
  Object.entries(markFills).map(([mark, argb]): [string, CellStyle] => [
    mark,
    {
      font: { name: fontName, size: 9, color: { argb: 'FFFFFFFF' } },
      alignment: { horizontal: 'center', vertical: 'middle' },
      border,
      fill: solid(argb),
      numFmt: '@',
    },
  ]),
);

function sideOf(column: PageColumn): 'left' | 'center' | 'right' {
  if (column.kind === 'date' || column.width <= narrowWidth) return 'center';
  return column.kind === 'text' ? 'left' : 'right';
}

/** Excel prints the marks of the reader's locale: 2.085 and 78,33 in Vietnam. */
function numberFormat(column: PageColumn): string {
  if (column.kind === 'date') return 'dd/mm/yyyy';
  if (column.kind === 'text') return '@';
  const decimals = column.kind === 'number' ? column.decimals : 0;
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** A column of width w is 7w + 5 pixels wide at 96 to the inch: Excel counts digits of Calibri 11. */
export const pixelsPerUnit = 7;
export const pixelsBeside = 5;

/** Points of a row with one line of text. */
export function lineHeight(size: number): number {
  return size * 1.5;
}

/**
 * Points that wrapped text takes in a width of Excel units. Excel fits no row that holds merged cells
 * and other programs fit none at all, so it is estimated from the mean width of a letter in Times.
 */
export function heightOf(text: string, width: number, size: number, bold: boolean): number {
  const letterPx = ((size * 96) / 72) * (bold ? boldLetterEm : letterEm);
  const letters = Math.max(1, Math.floor((width * pixelsPerUnit) / letterPx));
  if (text.length <= letters && !text.includes('\n')) return lineHeight(size);
  const lines = text.split('\n').reduce((sum, line) => sum + wrapText(line, letters).length, 0);
  return Math.min(tallestRow, Math.round(lines * size * 1.32 + size * 0.18));
}

const letterEm = 0.46;
const boldLetterEm = 0.52;

/** Points; Excel takes no more. */
const tallestRow = 409;
