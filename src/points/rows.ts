/** The rows of a table of points: which unit and criterion each is about. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { matchName, type NameIndex, type NameMatch, nearest } from '../names.ts';
import type { Unit } from '../plan/plan.ts';
import { isWhole, type Table, type TableRow, whereIn } from '../table.ts';
import { roundOfTable, unitOfTable } from './about-table.ts';
import { type Book, takeCell } from './cells.ts';
import { type Columns, notAppraised, readColumns, takesCells } from './columns.ts';
import {
  type AdjustmentKind,
  adjustmentNamed,
  type Leaf,
  type Leaves,
  unknownAdjustment,
} from './leaves.ts';

export interface Reading {
  readonly units: NameIndex<Unit>;
  readonly leaves: Leaves;
  readonly book: Book;
  readonly seeds: Set<string>;
  /** Names of no unit in the table at hand: one finding for each. */
  readonly strangers: Set<string>;
  /** Whether the first row with points was simulated; null before any. */
  isSimulated: boolean | null;
  /** Simulated rows stand among real ones, which is said once. */
  isMixed: boolean;
}

type Long = Extract<Columns['shape'], { readonly kind: 'long' }>;

export function readTable(table: Table, reading: Reading): void {
  const { leaves, book } = reading;
  const columns = readColumns(table, leaves, roundOfTable(table, book.say));
  for (const found of columns.findings) book.say(found);
  if (!columns.ok) return;
  const only = columns.value.unit === null ? unitOfTable(table, reading.units, book.say) : null;
  if (columns.value.unit === null && only === null) return;
  reading.strangers.clear();
  for (const row of table.rows) readRow(table, row, columns.value, only, reading);
}

function readRow(
  table: Table,
  row: TableRow,
  columns: Columns,
  only: Unit | null,
  reading: Reading,
): void {
  // A row with too many or too few cells is an error that came with the table.
  if (!isWhole(row)) return;
  if (hasFaults(table, row, columns, reading) || isEmpty(row, columns)) return;
  const unit = columns.unit === null ? only : findUnit(table, row, columns.unit, reading);
  const { shape } = columns;
  if (unit !== null && shape.kind === 'wide') {
    for (const { at, leaf, which } of shape.criteria) {
      takeCell({ table, row, at, unit, leaf, which }, reading.book);
    }
  }
  if (shape.kind === 'long') readLong(table, row, columns, shape, unit, reading);
  if (unit !== null) {
    for (const kind of ['bonus', 'penalty'] as const) {
      const at = columns.adjustments[kind];
      const leaf = adjustmentLeaf(kind, reading.leaves);
      if (at !== null) takeCell({ table, row, at, unit, leaf, which: 'first' }, reading.book);
    }
  }
  checkSimulated(table, row, columns, reading);
}

function adjustmentLeaf(kind: AdjustmentKind, { adjustments }: Leaves): Leaf {
  return adjustments[kind] ?? unknownAdjustment(kind);
}

function usedColumns({ unit, simulated, adjustments, shape }: Columns): readonly number[] {
  const valued =
    shape.kind === 'wide'
      ? shape.criteria.map(({ at }) => at)
      : [shape.criterion, ...shape.cells.map(({ at }) => at), shape.value];
  const beside = [adjustments.bonus, adjustments.penalty];
  return [unit, ...valued, ...beside, simulated].filter((at) => at !== null);
}

/** Rows of nothing but a number, a note or a seed. */
function isEmpty(row: TableRow, columns: Columns): boolean {
  return usedColumns(columns)
    .filter((at) => at !== columns.simulated)
    .every((at) => cellAt(row, at) === '');
}

function hasFaults(table: Table, row: TableRow, columns: Columns, reading: Reading): boolean {
  const { book, leaves } = reading;
  const used = usedColumns(columns);
  const faults = row.faults.filter(({ column, reason }) => {
    const isTick = reason === 'boolean' && isYesNo(row, column, columns, leaves);
    return used.includes(column) && !isTick;
  });
  for (const { column, reason } of faults) {
    const where = whereIn(table, row, table.columns[column] ?? null);
    book.say(finding('points/cell-fault', where, { reason }));
  }
  return faults.length > 0;
}

/** Whether the cell is one of a yes-no figure, where TRUE and FALSE (a tick box) are what they say. */
function isYesNo(
  row: TableRow,
  column: number,
  { unit, shape }: Columns,
  { index }: Leaves,
): boolean {
  if (shape.kind === 'wide') {
    const leaf = shape.criteria.find(({ at }) => at === column)?.leaf;
    return leaf?.figure?.kind === 'yes-no';
  }
  if (column === unit || column === shape.criterion) return false;
  const match = matchName(cellAt(row, shape.criterion), index);
  return match.kind === 'exact' && match.found.figure?.kind === 'yes-no';
}

function findUnit(
  table: Table,
  row: TableRow,
  at: number,
  { units, book, strangers }: Reading,
): Unit | null {
  const column = table.columns[at] ?? '';
  const name = cellAt(row, at);
  const where = whereIn(table, row, column);
  if (name === '') {
    book.say(finding('points/blank-key', where, { column }));
    return null;
  }
  if (strangers.has(name)) return null;
  const match = matchName(name, units);
  if (match.kind === 'exact') return match.found;
  if (match.kind === 'none') {
    strangers.add(name);
    const rows = table.rows.filter((one) => isWhole(one) && cellAt(one, at) === name).length;
    book.say(finding('points/unknown-unit', where, { name, rows, near: match.near }));
  } else {
    const among = match.among.map((unit) => `${unit.name} (${unit.id})`);
    book.say(finding('points/ambiguous-unit', where, { name, units: among }));
  }
  return null;
}

function readLong(
  table: Table,
  row: TableRow,
  { adjustments }: Columns,
  { criterion, cells, value }: Long,
  unit: Unit | null,
  reading: Reading,
): void {
  const isValued = value !== null && cellAt(row, value) !== '';
  const isFilled = isValued || cells.some(({ at }) => cellAt(row, at) !== '');
  const beside = [adjustments.bonus, adjustments.penalty];
  const isBeside = beside.some((at) => at !== null && cellAt(row, at) !== '');
  // A row of bonus points alone names no criterion.
  if (isBeside && !isFilled && cellAt(row, criterion) === '') return;
  const leaf = findLeaf(table, row, criterion, reading);
  if (unit === null || leaf === null) return;
  for (const { which, at } of cells) takeCell({ table, row, at, unit, leaf, which }, reading.book);
  if (!isValued) return;
  if (leaf.figure !== null) {
    takeCell({ table, row, at: value, unit, leaf, which: 'first' }, reading.book);
  } else {
    const where = whereIn(table, row, table.columns[value] ?? null);
    reading.book.say(finding('points/value-of-criterion', where, { criterion: leaf.id }));
  }
}

function findLeaf(table: Table, row: TableRow, at: number, reading: Reading): Leaf | null {
  const column = table.columns[at] ?? '';
  const code = cellAt(row, at);
  const where = whereIn(table, row, column);
  const { leaves, book } = reading;
  if (code === '') {
    book.say(finding('points/blank-key', where, { column }));
    return null;
  }
  const match = matchName(code, leaves.index);
  if (match.kind !== 'exact') {
    const kind = adjustmentNamed(code);
    if (kind !== null) return adjustmentLeaf(kind, leaves);
    book.say(unknownCriterion(code, match, where, leaves));
    return null;
  }
  if (takesCells(match.found)) return match.found;
  book.say(notAppraised(match.found, where));
  return null;
}

/** Offers codes for a code and names for a name. */
function unknownCriterion(
  code: string,
  match: Exclude<NameMatch<Leaf>, { kind: 'exact' }>,
  where: Where,
  leaves: Leaves,
): Finding {
  const named = match.kind === 'ambiguous' ? match.among.map(({ id }) => id) : match.near;
  const near = /\p{L}/u.test(code) ? named : nearest(code, leaves.codes);
  return finding('points/unknown-criterion', where, { code, near });
}

function checkSimulated(table: Table, row: TableRow, columns: Columns, reading: Reading): void {
  const seed = columns.simulated === null ? '' : cellAt(row, columns.simulated);
  const isSimulated = seed !== '';
  if (isSimulated) reading.seeds.add(seed);
  reading.isSimulated ??= isSimulated;
  if (reading.isSimulated === isSimulated || reading.isMixed) return;
  reading.isMixed = true;
  const column = columns.simulated === null ? null : (table.columns[columns.simulated] ?? null);
  reading.book.say(finding('points/mixed-simulated', whereIn(table, row, column), {}));
}

function cellAt(row: TableRow, at: number): string {
  return row.cells[at] ?? '';
}
