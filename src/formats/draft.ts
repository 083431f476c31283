/** A table while it is being read: raw rows of any format in, headings and rows out to whoever takes them. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import {
  type CellFault,
  isRowFault,
  type TableHead,
  type TableRow,
  type TableSink,
} from '../table.ts';
import type { Caps } from './caps.ts';
import { columnLetter } from './cell-text.ts';
import { ShortRows } from './dropped-separators.ts';
import {
  chooseHeader,
  type Header,
  type HeadingRow,
  lookAhead,
  namedHeader,
  type RawRow,
  readHeader,
} from './header.ts';

export interface DraftSource {
  readonly file: string;
  readonly sheet: string | null;
  /** In a CSV a row with another number of cells than the header is at fault; a sheet is sparse. */
  readonly ragged: boolean;
  /** Cells are separated by commas, which may be decimal marks as well. */
  readonly comma: () => boolean;
  /** Row of the headings as the user gave it; null: find it. */
  readonly headerRow: number | null;
  readonly caps: Caps;
}

export interface Draft {
  readonly source: DraftSource;
  readonly sink: TableSink;
  /** About the table as a whole; what concerns single rows is only marked in them. */
  readonly findings: Finding[];
  /** Columns that hold something under no heading -> first row that does. */
  readonly headless: Map<number, number>;
  /** Rows read before the heading row is chosen. */
  waiting: RawRow[];
  header: Header | null;
  /** Texts of the rows before the headings (`TableHead.above`). */
  above: readonly (readonly string[])[];
  shortRows: ShortRows | null;
  rows: number;
  /** A cap was reached. */
  stopped: boolean;
  /** The sink wants more. */
  wanted: boolean;
}

const noFaults: readonly CellFault[] = [];

export function newDraft(source: DraftSource, sink: TableSink): Draft {
  const empty = { findings: [], headless: new Map(), waiting: [], header: null, shortRows: null };
  return { source, sink, ...empty, above: [], rows: 0, stopped: false, wanted: true };
}

/** Whether a row holds nothing at all. */
export function isBlank(row: RawRow): boolean {
  if (row.faults.length > 0) return false;
  for (const cell of row.cells) if (cell !== '') return false;
  return true;
}

/** Takes the next row, in file order; blank ones are passed over. False: no more rows are wanted. */
export function addRow(draft: Draft, row: RawRow): boolean {
  const { caps, headerRow } = draft.source;
  if (draft.stopped || !draft.wanted) return false;
  if (row.wide === true) return stop(draft, 'columns', row.row, caps.columns);
  if (isBlank(row)) return true;
  if (row.cells.length > caps.columns) return stop(draft, 'columns', row.row, caps.columns);
  if (draft.header !== null) return addUnder(draft, draft.header, row);
  draft.waiting.push(row);
  if (headerRow !== null) return awaitNamed(draft, headerRow, row);
  const chosen = draft.waiting.length < lookAhead ? null : chooseHeader(placed(draft.waiting));
  return chosen === null || settle(draft, chosen);
}

/** Keeps some rows before the one that the user names, and the one after it. */
function awaitNamed(draft: Draft, named: number, row: RawRow): boolean {
  if (row.row < named) draft.waiting = draft.waiting.slice(-lookAhead);
  if (row.row <= named) return true;
  const chosen = namedHeader(placed(draft.waiting), named);
  return chosen !== null && settle(draft, chosen);
}

/** Rows that may hold the headings. */
function placed(rows: readonly RawRow[]): readonly RawRow[] {
  return rows.filter((row) => !row.faults.some(isRowFault));
}

export interface DraftEnd {
  readonly head: TableHead;
  readonly headerRow: number;
}

/** To be called after the last row. Not ok: the table cannot be used, though rows of it were handed over. */
export function finishDraft(draft: Draft): Checked<DraftEnd> {
  const { headerRow } = draft.source;
  if (draft.header === null && !draft.stopped) {
    const rows = placed(draft.waiting);
    const chosen = headerRow === null ? chooseHeader(rows) : namedHeader(rows, headerRow);
    if (chosen !== null) settle(draft, chosen);
  }
  const { findings, header, shortRows } = draft;
  if (header === null) {
    if (!draft.stopped) findings.push(noHeader(draft));
    return { ok: false, findings };
  }
  if (shortRows !== null) handAll(draft, header, shortRows.end());
  for (const [position, row] of draft.headless) {
    const args = { column: columnLetter(position), row };
    findings.push(finding('file/blank-heading', at(draft, header.row), args));
  }
  const broken = draft.stopped || draft.headless.size > 0 || header.findings.length > 0;
  if (broken) return { ok: false, findings };
  const taken = shortRows?.taken ?? 0;
  if (taken > 0)
    findings.push(finding('file/dropped-separators', at(draft, null), { rows: taken }));
  return { ok: true, value: { head: headOf(draft, header), headerRow: header.row }, findings };
}

function headOf(draft: Draft, { columns, positions }: Header): TableHead {
  const { file, sheet } = draft.source;
  return { file, sheet, columns, positions, above: draft.above };
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

function settle(draft: Draft, chosen: HeadingRow): boolean {
  const header = readHeader(chosen, (column) => at(draft, chosen.row, column));
  const { ragged, headerRow } = draft.source;
  draft.header = header;
  draft.findings.push(...header.findings);
  const { top } = chosen;
  if (top !== null) {
    draft.findings.push(finding('file/two-heading-rows', at(draft, top), { lower: chosen.row }));
  } else if (chosen.row !== 1 && headerRow === null) {
    draft.findings.push(finding('file/header-row', at(draft, chosen.row), {}));
  }
  if (ragged) draft.shortRows = new ShortRows(header.width);
  const { waiting } = draft;
  draft.waiting = [];
  // By place, not by number: a row that comes twice or too late is handed over and marked.
  const first = waiting.findIndex((row) => row.row === chosen.row) + 1;
  draft.above = waiting
    .filter((row) => row.row < (top ?? chosen.row))
    .map(({ cells }) => cells.filter((cell) => cell !== ''));
  // Headings that cannot be used are told once, here; nobody is asked what they mean.
  draft.wanted = header.findings.length === 0 && draft.sink.head(headOf(draft, header));
  for (const row of waiting.slice(first)) {
    if (draft.wanted) addUnder(draft, header, row);
    else if (header.findings.length > 0) noteHeadless(row, header, draft.headless);
  }
  return draft.wanted && !draft.stopped;
}

function addUnder(draft: Draft, header: Header, row: RawRow): boolean {
  const { shortRows } = draft;
  if (shortRows === null) return hand(draft, header, row);
  return handAll(draft, header, shortRows.next(row));
}

function handAll(draft: Draft, header: Header, rows: readonly RawRow[]): boolean {
  for (const row of rows) if (!hand(draft, header, row)) return false;
  return true;
}

function hand(draft: Draft, header: Header, row: RawRow): boolean {
  const { caps, ragged, comma } = draft.source;
  if (!draft.wanted || draft.stopped) return false;
  if (draft.rows >= caps.rows) return stop(draft, 'rows', row.row, caps.rows);
  const fault = ragged ? raggedFault(row, header, comma()) : null;
  if (fault === null) noteHeadless(row, header, draft.headless);
  draft.rows += 1;
  draft.wanted = draft.sink.row(fitRow(row, header, fault));
  return draft.wanted;
}

function raggedFault(row: RawRow, header: Header, comma: boolean): CellFault | null {
  const column = header.columns.length - 1;
  const cells = row.cells.length;
  if (cells < header.width) return { column, reason: 'missing-cells', cells };
  if (cells <= header.cellCount) return null;
  // `3,5` without quotes makes a cell too many, which stays unseen where the last one is blank.
  if (comma) return { column, reason: 'extra-cells', cells };
  const extra = row.cells.slice(header.cellCount).some((cell) => cell !== '');
  return extra ? { column, reason: 'extra-cells', cells } : null;
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
  const isSound = row.faults.length === 0 && ragged === null;
  if (isSound && row.exact === undefined) return { row: row.row, cells, faults: noFaults };
  const faults = row.faults
    .map((fault) => ({ ...fault, column: placeOf(fault, header) }))
    .filter((fault) => fault.column >= 0 && !beginsAbove(fault, header.row));
  const all = ragged === null ? faults : [...faults, ragged];
  if (row.exact === undefined) return { row: row.row, cells, faults: all };
  const exact = row.exact.map((from) => header.positions.indexOf(from)).filter((at) => at >= 0);
  return { row: row.row, cells, faults: all, exact };
}

/** Column of a fault among the headings; one that concerns the whole row stands at the last. */
function placeOf(fault: CellFault, header: Header): number {
  if (fault.reason === 'misplaced-cells') return header.columns.length - 1;
  return header.positions.indexOf(fault.column);
}

/** A range that is merged from the headings down says nothing about the rows. */
function beginsAbove({ range }: CellFault, headerRow: number): boolean {
  return range !== undefined && Number(/\d+/.exec(range)) <= headerRow;
}
