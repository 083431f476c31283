/** A table while it is being read: raw rows of any format in, `Table` out. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import type { CellFault, Table, TableRow } from '../table.ts';
import type { Caps } from './caps.ts';
import { columnLetter } from './cell-text.ts';
import { chooseHeader, type Header, lookAhead, type RawRow, readHeader } from './header.ts';

export interface DraftSource {
  readonly file: string;
  readonly sheet: string | null;
  /** In a CSV a row with another number of cells than the header is at fault; a sheet is sparse. */
  readonly ragged: boolean;
  /** Row of the headings as the user gave it; null: find it. */
  readonly headerRow: number | null;
  readonly caps: Caps;
}

export interface Draft {
  readonly source: DraftSource;
  readonly findings: Finding[];
  readonly rows: TableRow[];
  /** Columns that hold something under no heading -> first row that does. */
  readonly headless: Map<number, number>;
  /** Rows read before the heading row is chosen. */
  waiting: RawRow[];
  header: Header | null;
  /** A cap was reached. */
  stopped: boolean;
}

const noFaults: readonly CellFault[] = [];

export function newDraft(source: DraftSource): Draft {
  const empty = { findings: [], rows: [], headless: new Map(), waiting: [] };
  return { source, ...empty, header: null, stopped: false };
}

/** Whether a row holds nothing at all. */
export function isBlank(row: RawRow): boolean {
  return row.faults.length === 0 && row.cells.every((cell) => cell === '');
}

/** Takes the next row, in file order; blank ones are passed over. False: no more rows are wanted. */
export function addRow(draft: Draft, row: RawRow): boolean {
  const { caps, headerRow } = draft.source;
  if (draft.stopped) return false;
  if (isBlank(row)) return true;
  if (row.cells.length > caps.columns) return stop(draft, 'columns', row.row, caps.columns);
  if (draft.header !== null) return addUnder(draft, draft.header, row);
  if (headerRow !== null) {
    if (row.row === headerRow) settle(draft, row);
    return row.row <= headerRow;
  }
  draft.waiting.push(row);
  const chosen = draft.waiting.length < lookAhead ? null : chooseHeader(draft.waiting);
  if (chosen !== null) settle(draft, chosen);
  return true;
}

/**
 * The table, or the errors that make it unusable. Errors that come with `ok: true` concern single rows,
 * and each of those rows carries a fault: the rest of the table stands.
 */
export function finishTable(draft: Draft): Checked<Table> {
  const { file, sheet } = draft.source;
  const chosen = draft.header === null && !draft.stopped ? chooseHeader(draft.waiting) : null;
  if (chosen !== null) settle(draft, chosen);
  const { findings, header, rows } = draft;
  if (header === null) {
    if (!draft.stopped) findings.push(noHeader(draft));
    return { ok: false, findings };
  }
  for (const [position, row] of draft.headless) {
    const args = { column: columnLetter(position), row };
    findings.push(finding('file/blank-heading', at(draft, header.row), args));
  }
  const broken = draft.stopped || draft.headless.size > 0 || header.findings.length > 0;
  if (broken) return { ok: false, findings };
  return { ok: true, value: { file, sheet, columns: header.columns, rows }, findings };
}

function at(draft: Draft, row: number | null, column: string | null = null): Where {
  return { kind: 'cell', file: draft.source.file, sheet: draft.source.sheet, row, column };
}

function noHeader(draft: Draft): Finding {
  const given = draft.source.headerRow;
  if (given === null) return finding('file/empty', at(draft, null), {});
  return finding('file/no-header', at(draft, given), {});
}

function stop(draft: Draft, what: 'rows' | 'columns', row: number, limit: number): boolean {
  draft.findings.push(finding('file/too-large', at(draft, row), { what, limit }));
  draft.stopped = true;
  return false;
}

function settle(draft: Draft, chosen: RawRow): void {
  const header = readHeader(chosen, (column) => at(draft, chosen.row, column));
  draft.header = header;
  draft.findings.push(...header.findings);
  if (chosen.row !== 1 && draft.source.headerRow === null) {
    draft.findings.push(finding('file/header-row', at(draft, chosen.row), {}));
  }
  for (const row of draft.waiting) if (row.row > chosen.row) addUnder(draft, header, row);
  draft.waiting = [];
}

function addUnder(draft: Draft, header: Header, row: RawRow): boolean {
  const { caps, ragged } = draft.source;
  if (draft.rows.length >= caps.rows) return stop(draft, 'rows', row.row, caps.rows);
  const fault = ragged ? raggedFault(row, header) : null;
  if (fault === null) noteHeadless(row, header, draft.headless);
  else {
    const counts = { cells: row.cells.length, columns: header.width };
    draft.findings.push(finding('file/ragged-row', at(draft, row.row), counts));
  }
  draft.rows.push(fitRow(row, header, fault));
  return true;
}

function raggedFault(row: RawRow, header: Header): CellFault | null {
  const column = header.columns.length - 1;
  if (row.cells.length < header.width) return { column, reason: 'missing-cells' };
  const extra = row.cells.slice(header.cellCount).some((cell) => cell !== '');
  return extra ? { column, reason: 'extra-cells' } : null;
}

/** Whether the cells of the row stand one by one under the columns. */
function isStraight(row: RawRow, header: Header): boolean {
  const count = header.columns.length;
  return header.width === count && row.cells.length === count;
}

function noteHeadless(row: RawRow, header: Header, headless: Map<number, number>): void {
  const headed = header.columns.length;
  if (header.width === headed && row.cells.length <= headed) return;
  row.cells.forEach((cell, position) => {
    if (cell === '' || headless.has(position) || header.positions.includes(position)) return;
    headless.set(position, row.row);
  });
}

function fitRow(row: RawRow, header: Header, ragged: CellFault | null): TableRow {
  const straight = isStraight(row, header);
  const cells = straight ? row.cells : header.positions.map((from) => row.cells[from] ?? '');
  if (row.faults.length === 0 && ragged === null) return { row: row.row, cells, faults: noFaults };
  const faults = row.faults
    .map((fault) => ({ column: header.positions.indexOf(fault.column), reason: fault.reason }))
    .filter((fault) => fault.column >= 0);
  return { row: row.row, cells, faults: ragged === null ? faults : [...faults, ragged] };
}
