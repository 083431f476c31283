/** The rows of one sheet, as a stream. */
import type { CellFault } from '../../table.ts';
import type { RawRow } from '../header.ts';
import { type CellContext, cellText, type RawCell } from './cells.ts';
import { isTrue } from './workbook.ts';
import { readXml, type XmlEnd } from './xml.ts';
import type { Zip } from './zip.ts';

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** A row with at least one cell that holds something. */
export interface SheetRow extends RawRow {
  readonly hidden: boolean;
}

interface Reading {
  readonly context: CellContext;
  readonly take: (row: SheetRow) => boolean;
  row: number;
  column: number;
  hidden: boolean;
  cells: string[];
  faults: CellFault[];
  /** The cell that is open. */
  cell: RawCell | null;
  phonetic: boolean;
  taking: boolean;
  /** More rows are wanted. */
  going: boolean;
  /** Rows or cells twice or out of order, references that lead nowhere. */
  damaged: boolean;
}

/**
 * Reads a sheet and hands over its rows in order. Only cells inside `sheetData` count: the stated
 * dimension, merged ranges, validations and formats are not looked at. Rows and cells without a
 * reference follow the one before; cells may come in any order, rows may not.
 */
export async function readSheet(
  zip: Zip,
  part: string,
  context: CellContext,
  take: (row: SheetRow) => boolean,
): Promise<XmlEnd> {
  const reading = newReading(context, take);
  let inside = false;
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
    goOn: () => reading.going && !reading.damaged,
  });
  return reading.damaged ? 'damaged' : end;
}

function newReading(context: CellContext, take: (row: SheetRow) => boolean): Reading {
  const place = { row: 0, column: -1, hidden: false, cells: [], faults: [], cell: null };
  return { context, take, ...place, phonetic: false, taking: false, going: true, damaged: false };
}

function openElement(
  reading: Reading,
  local: string,
  attributes: Readonly<Record<string, string>>,
  depth: number,
): void {
  if (depth === 3) {
    if (local === 'row') openRow(reading, attributes);
  } else if (depth === 4) {
    if (local === 'c') openCell(reading, attributes);
  } else if (reading.cell !== null) {
    openInCell(reading, reading.cell, local, depth);
  }
}

function openRow(reading: Reading, attributes: Readonly<Record<string, string>>): void {
  const stated = attributes.r;
  const row = stated === undefined ? reading.row + 1 : Number(stated);
  if (!Number.isInteger(row) || row <= reading.row || row > lastRow) reading.damaged = true;
  reading.row = row;
  reading.column = -1;
  reading.hidden = isTrue(attributes.hidden);
  reading.cells = [];
  reading.faults = [];
}

function openCell(reading: Reading, attributes: Readonly<Record<string, string>>): void {
  const stated = attributes.r;
  const column = stated === undefined ? reading.column + 1 : columnOf(stated);
  if (column === null || column >= lastColumn) reading.damaged = true;
  reading.column = column ?? reading.column;
  const style = Number(attributes.s ?? 0);
  const type = attributes.t ?? 'n';
  reading.cell = { type, style, formula: false, valued: false, text: '' };
}

/** `AB12` -> 27; null for what is no reference. Called for every cell, hence no pattern matching. */
function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < 3; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  const digit = reference.charCodeAt(at);
  return at > 0 && digit >= 0x31 && digit <= 0x39 ? column - 1 : null;
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
  if (cell !== null && cell.text.length <= reading.context.longest) cell.text += text;
}

function closeElement(reading: Reading, local: string, depth: number): void {
  reading.taking = false;
  if (local === 'rPh') reading.phonetic = false;
  if (depth === 4) closeCell(reading);
  if (depth === 3 && local === 'row') closeRow(reading);
}

function closeCell(reading: Reading): void {
  const { cell, column, cells } = reading;
  reading.cell = null;
  if (cell === null) return;
  const { text, fault } = cellText(cell, reading.context);
  if (text === null) reading.damaged = true;
  if (text === null || (text === '' && fault === null)) return;
  while (cells.length < column) cells.push('');
  const twice = column < cells.length && cells[column] !== '';
  if (twice) reading.damaged = true;
  cells[column] = text;
  if (fault !== null) reading.faults.push({ column, reason: fault });
}

function closeRow(reading: Reading): void {
  const { row, cells, faults, hidden } = reading;
  if (cells.length > 0 && reading.going && !reading.damaged) {
    reading.going = reading.take({ row, cells, faults, hidden });
  }
}
