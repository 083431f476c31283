/** The rows of one sheet, as a stream. */
import { type CellContext, columnOf, type RawCell } from './cells.ts';
import type { SheetFrame } from './frame.ts';
import { SheetBytes } from './sheet-bytes.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { isTrue } from './workbook.ts';
import { readXml, type XmlEnd } from './xml.ts';
import type { Pause, Zip } from './zip.ts';

export interface SheetEnd {
  readonly end: XmlEnd | 'too-many-rows';
  /** The row in which the XML is wrong; 0: not known. */
  readonly row: number;
}

interface Reading {
  readonly rows: SheetRows;
  readonly longest: number;
  /** The cell that is open, and the column that it states. */
  cell: RawCell | null;
  column: number | null;
  phonetic: boolean;
  taking: boolean;
}

/**
 * Reads a sheet and hands over its rows in order. Only cells inside `sheetData` count: the stated
 * dimension, validations and formats are not looked at. Rows and cells without a reference follow the
 * one before; cells may come in any order. A row or cell that contradicts another is marked.
 */
export async function readSheet(
  zip: Zip,
  part: string,
  context: CellContext,
  { merges, plain }: Pick<SheetFrame, 'merges' | 'plain'>,
  take: (row: SheetRow) => boolean,
  pause?: Pause,
): Promise<SheetEnd> {
  let taken = 0;
  const counted = (row: SheetRow): boolean => {
    taken += 1;
    return take(row);
  };
  if (plain) {
    const rows = new SheetRows(context, merges, counted);
    const bytes = new SheetBytes(rows);
    const end = await zip.read(part, (chunk) => bytes.push(chunk), pause);
    const stopped = ownEnd(rows);
    if (stopped !== null) return stopped;
    const isRead = end === 'stopped' ? !bytes.odd : bytes.end();
    if (isRead || (end !== 'done' && end !== 'stopped')) return { end, row: 0 };
  }
  // The XML parser begins anew; rows that are taken already are passed over.
  let passed = 0;
  const rows = new SheetRows(context, merges, (row) => (passed++ < taken ? true : take(row)));
  return readBySax(zip, part, context, rows, pause);
}

async function readBySax(
  zip: Zip,
  part: string,
  context: CellContext,
  rows: SheetRows,
  pause: Pause | undefined,
): Promise<SheetEnd> {
  const state = { cell: null, column: null, phonetic: false, taking: false };
  const reading: Reading = { rows, longest: context.longest, ...state };
  let inside = false;
  let brokenRow = 0;
  const end = await readXml(zip, part, {
    open: (local, attributes, depth) => {
      if (depth === 2) inside = local === 'sheetData';
      if (inside) openElement(reading, local, attributes, depth);
    },
    text: (text) => {
      if (reading.taking) addText(reading, text);
    },
    close: (local, depth) => {
      if (inside) closeElement(reading, local, depth);
    },
    broken: () => {
      brokenRow = rows.row;
    },
    goOn: () => rows.going,
    ...(pause === undefined ? {} : { pause }),
  });
  return ownEnd(rows) ?? { end, row: brokenRow };
}

/** What the rows themselves say against reading on. */
function ownEnd(rows: SheetRows): SheetEnd | null {
  if (rows.areTooMany) return { end: 'too-many-rows', row: 0 };
  return rows.lacksTexts ? { end: 'damaged', row: rows.row } : null;
}

function openElement(
  reading: Reading,
  local: string,
  attributes: Readonly<Record<string, string>>,
  depth: number,
): void {
  if (depth === 3) {
    if (local !== 'row') return;
    const stated = attributes.r === undefined ? null : Number(attributes.r);
    reading.rows.openRow(stated, isTrue(attributes.hidden));
  } else if (depth === 4) {
    if (local === 'c') openCell(reading, attributes);
  } else if (reading.cell !== null) {
    openInCell(reading, reading.cell, local, depth);
  }
}

function openCell(reading: Reading, attributes: Readonly<Record<string, string>>): void {
  const stated = attributes.r;
  reading.column = stated === undefined ? null : columnOf(stated);
  const style = Number(attributes.s ?? 0);
  const type = attributes.t ?? 'n';
  reading.cell = { type, style, formula: false, valued: false, text: '' };
}

/** Inside a cell: `f`, `v`, or `is` with `t` in it or in its runs; `rPh` is a reading aid. */
function openInCell(reading: Reading, cell: RawCell, local: string, depth: number): void {
  if (local === 'rPh') reading.phonetic = true;
  if (depth === 5 && local === 'f') cell.formula = true;
  const value = depth === 5 && local === 'v';
  const inline = depth >= 6 && local === 't' && !reading.phonetic;
  if (value || inline) cell.valued = true;
  reading.taking = value || inline;
}

function addText(reading: Reading, text: string): void {
  const cell = reading.cell;
  if (cell !== null && cell.text.length <= reading.longest) cell.text += text;
}

function closeElement(reading: Reading, local: string, depth: number): void {
  reading.taking = false;
  if (local === 'rPh') reading.phonetic = false;
  if (depth === 4 && reading.cell !== null) {
    reading.rows.cell(reading.column, reading.cell);
    reading.cell = null;
  }
  if (depth === 3 && local === 'row') reading.rows.closeRow();
}
