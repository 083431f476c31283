/** Which row (or two) holds the headings, and whether they can be used. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { CellFault } from '../table.ts';
import { cleanHeading, columnLetter, foldName } from './cell-text.ts';

/** A merged range by the row it begins in: columns count from 0, `bottom` is its last row. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
}

/** A row as a format hands it over: every cell that stands there, cleaned. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
  /** Columns whose cell is a number with decimals, not a text (`TableRow.exact`). */
  readonly exact?: readonly number[];
  /** Merged ranges that begin in this row and hold something. */
  readonly spans?: readonly Span[];
  /** Something stands beyond the columns that are read. */
  readonly wide?: boolean;
}

/** Rows that are looked at before the heading row is chosen. */
export const lookAhead = 50;

/** The rows of the headings as one: `top` is the row of the groups where there is one. */
export interface HeadingRow extends RawRow {
  readonly top: number | null;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

function distinctTexts(cells: readonly string[]): number {
  return new Set(cells.filter((cell) => cell !== '')).size;
}

/**
 * The first row with two or more different texts and at least half as many as the fullest row looked
 * at, so that title lines above the table are passed over; with the row below it where merged cells
 * make it a row of groups. A table of one column has no such row: then the first. `null` without rows.
 */
export function chooseHeader(rows: readonly RawRow[]): HeadingRow | null {
  const fullest = rows.reduce((most, row) => Math.max(most, filled(row.cells)), 0);
  const needed = Math.max(2, fullest / 2);
  for (const [at, row] of rows.entries()) {
    const both = groupedAt(rows, at);
    if (both !== null && distinctTexts(both.cells) >= needed) return both;
    if (distinctTexts(row.cells) >= needed) return { ...row, top: null };
  }
  const [first] = rows;
  return first === undefined ? null : { ...first, top: null };
}

/** The row that the user names, with the group row above or the sub-headings below it. */
export function namedHeader(rows: readonly RawRow[], named: number): HeadingRow | null {
  const at = rows.findIndex((row) => row.row === named);
  const row = rows[at];
  if (row === undefined) return null;
  return groupedAt(rows, at) ?? groupedAt(rows, at - 1) ?? { ...row, top: null };
}

/** Rows `at` and the next as one heading row; null where they are not groups over sub-headings. */
function groupedAt(rows: readonly RawRow[], at: number): HeadingRow | null {
  const [upper, lower, next] = rows.slice(Math.max(0, at), Math.max(0, at) + 3);
  if (at < 0 || upper === undefined || lower === undefined) return null;
  const cells = groupedCells(upper, lower);
  // Titles over a row of groups: the groups are the heading.
  if (cells === null || (next !== undefined && groupedCells(lower, next) !== null)) return null;
  return { row: lower.row, cells, faults: lower.faults, top: upper.row };
}

/**
 * Headings of two rows: a cell merged over several columns in the upper row groups what stands below it, every
 * other column is named in one of the rows only. A sub-heading keeps its own name where that is the only one of its
 * kind; else it is called `group / sub-heading`. Null where a plain column speaks in both rows: the lower one may be data.
 */
function groupedCells(upper: RawRow, lower: RawRow): readonly string[] | null {
  if (lower.row !== upper.row + 1) return null;
  const below = (column: number): string => lower.cells[column] ?? '';
  const groups = (upper.spans ?? []).filter((span) => {
    const named = filled(lower.cells.slice(span.from, span.to + 1));
    return span.to > span.from && span.bottom === upper.row && named >= 2;
  });
  const named = filled(lower.cells);
  const covered = groups.map((span) => filled(lower.cells.slice(span.from, span.to + 1)));
  // A cell over everything is a title, not a group.
  if (groups.length === 0 || (groups.length === 1 && covered[0] === named && isAlone(upper))) {
    return null;
  }
  const times = new Map<string, number>();
  const plain: string[] = [];
  const groupOf: (string | null)[] = [];
  const width = Math.max(upper.cells.length, lower.cells.length);
  for (let column = 0; column < width; column++) {
    const group = groups.find(({ from, to }) => from <= column && column <= to);
    const above = group === undefined ? (upper.cells[column] ?? '') : '';
    if (above !== '' && below(column) !== '') return null;
    const name = above + below(column);
    plain.push(name);
    groupOf.push(group === undefined ? null : (upper.cells[group.from] ?? ''));
    if (name !== '') times.set(foldName(name), (times.get(foldName(name)) ?? 0) + 1);
  }
  return plain.map((name, column) => {
    const group = groupOf[column] ?? null;
    const isOnly = name === '' || times.get(foldName(name)) === 1;
    return isOnly || group === null ? name : `${group} / ${name}`;
  });
}

function isAlone(row: RawRow): boolean {
  return filled(row.cells) === 1;
}

export interface Header {
  readonly row: number;
  /** Cells from the first one to the last heading; the fewest that a row of a CSV may have. */
  readonly width: number;
  /** Cells of the heading row, blank ones too; what a row of a CSV has beyond them is too much. */
  readonly cellCount: number;
  readonly columns: readonly string[];
  /** Where each column stands in the file. */
  readonly positions: readonly number[];
  readonly findings: readonly Finding[];
}

/** Headings of the chosen row; blank ones are left out, two that read the same are an error. */
export function readHeader(chosen: RawRow, at: (column: string | null) => Where): Header {
  const columns: string[] = [];
  const positions: number[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  chosen.cells.forEach((cell, position) => {
    const heading = cleanHeading(cell);
    if (heading === '') return;
    const first = seen.get(foldName(heading));
    if (first !== undefined) {
      const letters = { first: columnLetter(first), second: columnLetter(position) };
      findings.push(finding('file/duplicate-heading', at(heading), { heading, ...letters }));
    }
    seen.set(foldName(heading), first ?? position);
    columns.push(heading);
    positions.push(position);
  });
  const width = (positions.at(-1) ?? -1) + 1;
  return { row: chosen.row, width, cellCount: chosen.cells.length, columns, positions, findings };
}
