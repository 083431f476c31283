/** Pages and stored rows as CSV (RFC 4180). */
import { stringify } from 'csv-stringify/sync';
import type { Page, PageCell, PageColumn } from '../page.ts';
import { isDecimalText } from './numbers.ts';
import { guarded } from './spreadsheet-text.ts';

export interface CsvOptions {
  /** For a person's spreadsheet, or for a program. */
  readonly forPeople: boolean;
  /**
   * For people only (programs always get `,`). Excel under a Vietnamese locale expects `;`, and reads
   * numbers with a decimal comma: with `;` they are written so.
   */
  readonly sep?: ',' | ';' | '\t';
}

/**
 * A page as CSV with CRLF line ends; title and notes are left out.
 * For people: UTF-8 with BOM, headings, texts that a spreadsheet would run as a formula behind a `'`.
 * For programs, though people will open these too (so BOM and `'` as well): column keys plus a last column `row_style` (`group`, `row`, `total`, `mean`)
 * so that sub-totals can be filtered out, decimal point, ISO dates.
 */
export function renderCsv(page: Page, options: CsvOptions): string {
  if (!options.forPeople) {
    const keys = [...page.columns.map((column) => column.key), 'row_style'];
    const rows = page.rows.map((row) => [
      ...page.columns.map((column, at) => peopleText(column, row.cells[at] ?? null, ',')),
      row.style,
    ]);
    return `\ufeff${lines([keys, ...rows], ',', '\r\n')}`;
  }
  const sep = options.sep ?? ',';
  const headings = page.columns.map(fullHeading);
  const rows = page.rows.map((row) =>
    page.columns.map((column, at) => peopleText(column, row.cells[at] ?? null, sep)),
  );
  return `\ufeff${lines([headings, ...rows], sep, '\r\n')}`;
}

/** The BOM and the headings of a CSV for people that is written line by line. */
export function peopleHead(headings: readonly string[]): string {
  return `\ufeff${peopleLine(headings)}`;
}

/** One line of it, of two or more cells: texts guarded, `,` between them, CRLF at the end. */
export function peopleLine(cells: readonly string[]): string {
  return lines([cells.map(guarded)], ',', '\r\n');
}

/** Rows that we keep and read back: no BOM, `\n`, texts untouched; null is an empty field. */
export function renderRows(columns: readonly string[], rows: readonly PageCell[][]): string {
  return lines([columns, ...rows.map((row) => row.map(plainText))], ',', '\n');
}

/** One line of it, fast enough for millions, and flat: pieces put together with `+` take several times the memory. */
export function rowLine(cells: readonly PageCell[]): string {
  return `${cells.map(rowField).join(',')}\n`;
}

function rowField(cell: PageCell): string {
  const text = plainText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Two-level headings on one line: `Điểm – Thẩm định`. */
function fullHeading(column: PageColumn): string {
  const heading = column.over === null ? column.heading : `${column.over} – ${column.heading}`;
  return guarded(heading);
}

function peopleText(column: PageColumn, cell: PageCell, sep: string): string {
  const text = plainText(cell);
  const isNumber = column.kind === 'count' || column.kind === 'number';
  if (!isNumber || !isDecimalText(text)) return guarded(text);
  return sep === ';' ? text.replace('.', ',') : text;
}

function plainText(cell: PageCell): string {
  return cell === null ? '' : String(cell);
}

function lines(rows: readonly (readonly string[])[], delimiter: string, end: string): string {
  // A lone CR or LF is quoted whatever the line end, and so is a record that would be an empty line.
  const narrow = (rows[0]?.length ?? 0) <= 1;
  return stringify(rows as string[][], {
    delimiter,
    record_delimiter: end,
    quoted_match: /[\r\n]/,
    quoted_empty: narrow,
  });
}
