/** Which row holds the headings, and whether they can be used. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { CellFault } from '../table.ts';
import { cleanHeading, columnLetter, foldName } from './cell-text.ts';

/** A row as a format hands it over: every cell that stands there, cleaned. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
}

/** Rows that are looked at before the heading row is chosen. */
export const lookAhead = 50;

function distinctTexts(row: RawRow): number {
  return new Set(row.cells.filter((cell) => cell !== '')).size;
}

/**
 * The first row with two or more different texts and at least half as many as the fullest row looked
 * at, so that title lines above the table are passed over. A table of one column has no such row:
 * then the first row. `null` without rows.
 */
export function chooseHeader(rows: readonly RawRow[]): RawRow | null {
  const fullest = rows.reduce((most, row) => {
    return Math.max(most, row.cells.filter((cell) => cell !== '').length);
  }, 0);
  const needed = Math.max(2, fullest / 2);
  return rows.find((row) => distinctTexts(row) >= needed) ?? rows[0] ?? null;
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
