/** A page as an aligned table on the terminal. */
import type { Lang } from '../findings/finding.ts';
import type { Page, PageCell, PageColumn, PageRow } from '../page.ts';
import { formatCount, formatDate, formatDecimalText } from './numbers.ts';
import type { Palette } from './palette.ts';
import { cutText, displayWidth, padText, printable, wrapText } from './printable.ts';

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly lang: Lang;
  readonly palette: Palette;
}

interface Cell {
  readonly text: string;
  readonly side: 'left' | 'right';
}

interface Shown {
  readonly column: PageColumn;
  readonly width: number;
}

const gap = '  ';
const narrowest = 6;

/**
 * The page within `width` columns, ending in a line end: text columns are narrowed and wrapped first;
 * columns that still find no room are left out from the right, and a last line says which.
 */
export function renderTable(page: Page, options: TableOptions): string {
  const body = page.rows.map((row) => ({
    style: row.style,
    cells: page.columns.map((column, at) => cellOf(column, row.cells[at] ?? null, options.lang)),
  }));
  const narrow = page.columns.map((column, at) => narrowWidth(column, body, at));
  const roomy = page.columns.map((column, at) => roomyWidth(column, narrow[at] ?? 0));
  const wanted = totalWidth(roomy) <= options.width ? roomy : narrow;
  const widths = fitWidths(page.columns, wanted, options.width);
  const shown = page.columns
    .slice(0, widths.length)
    .map((column, at): Shown => ({ column, width: widths[at] ?? 0 }));
  const rule = shown.map(({ width }) => '─'.repeat(width)).join(gap);
  const lines = [
    ...titleLines(page, options),
    ...headLines(shown).map(options.palette.bold),
    rule,
    ...bodyLines(body, shown, rule, options.palette),
    ...(page.notes.length === 0 ? [] : ['']),
    ...page.notes.flatMap((note) => wrapText(printable(note), options.width)),
    ...leftOut(page.columns.slice(widths.length), options),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** A text column of this width can be read in two lines. */
const readable = 30;

/** Whether every column finds room, texts in two lines if they are long. */
export function tableFits(page: Page, { width, lang }: TableOptions): boolean {
  const body = page.rows.map((row) => ({
    cells: page.columns.map((column, at) => cellOf(column, row.cells[at] ?? null, lang)),
  }));
  const widths = page.columns.map((column, at) => {
    const narrow = narrowWidth(column, body, at);
    return column.kind === 'text' ? Math.min(readable, narrow) : narrow;
  });
  return totalWidth(widths) <= width;
}

function cellOf(column: PageColumn, cell: PageCell, lang: Lang): Cell {
  if (cell === null) return { text: '', side: 'left' };
  const side = column.kind === 'text' || column.kind === 'date' ? 'left' : 'right';
  return { text: onOneLine(cellWords(column, cell, lang)), side };
}

/** A line break in a cell becomes a dash; everything else that a terminal would act on is escaped. */
function onOneLine(text: string): string {
  if (!text.includes('\n')) return printable(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map(printable).join(' – ');
}

/** A cell as people read it; a line feed in a text stays. */
export function cellWords(column: PageColumn, cell: string | number, lang: Lang): string {
  if (column.kind === 'date') return formatDate(String(cell), lang);
  if (column.kind === 'number') return formatDecimalText(String(cell), lang);
  return typeof cell === 'number' ? formatCount(cell, lang) : cell;
}

/** Room for every cell, and for the longest word of the heading. */
function narrowWidth(
  column: PageColumn,
  body: readonly { readonly cells: readonly Cell[] }[],
  at: number,
): number {
  const words = printable(column.heading).split(' ').map(displayWidth);
  let width = Math.max(3, ...words);
  for (const { cells } of body) width = Math.max(width, displayWidth(cells[at]?.text ?? ''));
  return width;
}

/** Room for the heading in two lines as well. */
function roomyWidth(column: PageColumn, narrow: number): number {
  const heading = printable(column.heading);
  let width = narrow;
  while (wrapText(heading, width).length > 2) width++;
  return width;
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));
}

/** Widths of the columns that are shown, from the left; the widest text column gives way first. */
function fitWidths(
  columns: readonly PageColumn[],
  wanted: readonly number[],
  room: number,
): readonly number[] {
  const widths = [...wanted];
  while (totalWidth(widths) > room) {
    const widest = widestText(columns, widths);
    if (widest !== null) widths[widest] = (widths[widest] ?? 0) - 1;
    else if (widths.length > 1) widths.pop();
    else return [Math.max(1, room)];
  }
  return widths;
}

function widestText(columns: readonly PageColumn[], widths: readonly number[]): number | null {
  let widest: number | null = null;
  let most = narrowest;
  widths.forEach((width, at) => {
    if (columns[at]?.kind !== 'text' || width <= most) return;
    widest = at;
    most = width;
  });
  return widest;
}

function titleLines(page: Page, { width, palette }: TableOptions): readonly string[] {
  const lines = page.title.flatMap((line, at) =>
    wrapText(printable(line), width).map((part) => (at === 0 ? palette.bold(part) : part)),
  );
  return lines.length === 0 ? [] : [...lines, ''];
}

function headLines(shown: readonly Shown[]): readonly string[] {
  const columns = shown.map(({ column, width }) => wrapText(printable(column.heading), width));
  const height = Math.max(...columns.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) =>
    shown
      .map(({ column, width }, at) => {
        const part = columns[at]?.[line - (height - (columns[at]?.length ?? 0))] ?? '';
        return padText(
          part,
          width,
          column.kind === 'text' || column.kind === 'date' ? 'left' : 'right',
        );
      })
      .join(gap),
  );
  return shown.some(({ column }) => column.over !== null) ? [overLine(shown), ...lines] : lines;
}

/** The upper headings, each centred over the columns that share it. */
function overLine(shown: readonly Shown[]): string {
  const spans: { over: string | null; width: number }[] = [];
  for (const { column, width } of shown) {
    const last = spans.at(-1);
    if (last !== undefined && last.over !== null && last.over === column.over)
      last.width += gap.length + width;
    else spans.push({ over: column.over, width });
  }
  return spans
    .map(({ over, width }) => padText(cutText(printable(over ?? ''), width), width, 'centre'))
    .join(gap);
}

function bodyLines(
  body: readonly { readonly style: PageRow['style']; readonly cells: readonly Cell[] }[],
  shown: readonly Shown[],
  rule: string,
  palette: Palette,
): readonly string[] {
  let before: PageRow['style'] | null = null;
  return body.flatMap(({ style, cells }) => {
    const closes =
      (style === 'total' || style === 'mean') && (before === 'row' || before === 'group');
    before = style;
    const lines = rowLines(cells, shown);
    const styled = style === 'row' ? lines : lines.map((line) => palette.bold(line.trimEnd()));
    return closes ? [rule, ...styled] : styled;
  });
}

function rowLines(cells: readonly Cell[], shown: readonly Shown[]): readonly string[] {
  const columns = shown.map(({ width }, at) => wrapText(cells[at]?.text ?? '', width));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    shown
      .map(({ width }, at) => padText(columns[at]?.[line] ?? '', width, cells[at]?.side ?? 'left'))
      .join(gap),
  );
}

function leftOut(columns: readonly PageColumn[], options: TableOptions): readonly string[] {
  if (columns.length === 0) return [];
  const names = columns.map((column) => column.heading).join(', ');
  const count = formatCount(columns.length, options.lang);
  const text =
    options.lang === 'vi'
      ? `Còn ${count} cột không vừa màn hình: ${names}.`
      : `${count} more columns do not fit the screen: ${names}.`;
  return [options.palette.dim(cutText(printable(text), options.width))];
}
