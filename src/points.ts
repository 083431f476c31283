/**
 * Tables in points/ → self-assessed and appraised points per unit and criterion.
 * A blank stays missing: the appraisal is never filled with the self-assessment, and nothing is clamped.
 */
import { finding, hasErrors } from './findings/catalogue.ts';
import type { Checked, Finding, Where } from './findings/finding.ts';
import { matchName, type NameIndex, type NameMatch, nameIndex, nearest } from './names.ts';
import type { Plan, Unit, UnitId } from './plan/plan.ts';
import { type Columns, readColumns } from './points/columns.ts';
import { type Leaf, type Leaves, leavesOf } from './points/leaves.ts';
import { readPoints } from './points/value.ts';
import { type Exact, exactText, zero } from './stats/exact.ts';
import { isWhole, type Table, type TableRow, whereIn } from './table.ts';

export interface PointEntry {
  readonly unit: UnitId;
  /** Code of an appraised leaf. */
  readonly criterion: string;
  readonly self: Exact | null;
  readonly appraised: Exact | null;
}

export interface Points {
  /** In the order of the plan: unit, then criterion. */
  readonly entries: readonly PointEntry[];
  /** Seeds of rehearsal rows, sorted; empty for a real survey. */
  readonly simulated: readonly string[];
}

type Which = 'self' | 'appraised';

interface Reading {
  readonly units: NameIndex<Unit>;
  readonly leaves: Leaves;
  readonly findings: Finding[];
  /** By unit, criterion and which of the two. */
  readonly values: Map<string, { readonly points: Exact; readonly where: Where }>;
  readonly seeds: Set<string>;
  /** Whether the first row with points was simulated; null before any. */
  simulated: boolean | null;
}

/** Tables in the order of their file names. Any error leaves the points unusable: nobody loses a row unseen. */
export function points(plan: Plan, tables: readonly Table[]): Checked<Points> {
  const leaves = leavesOf(plan.index?.criteria ?? []);
  const reading: Reading = {
    units: nameIndex(plan.units),
    leaves,
    findings: [],
    values: new Map(),
    seeds: new Set(),
    simulated: null,
  };
  for (const table of tables) readTable(table, reading);
  const { findings, values } = reading;
  if (hasErrors(findings)) return { ok: false, findings };
  const entries = plan.units.flatMap((unit) =>
    [...leaves.byCode.keys()].flatMap((criterion) => {
      const value = (which: Which) => values.get(key(unit.id, criterion, which))?.points ?? null;
      const entry = {
        unit: unit.id,
        criterion,
        self: value('self'),
        appraised: value('appraised'),
      };
      return entry.self === null && entry.appraised === null ? [] : [entry];
    }),
  );
  return { ok: true, value: { entries, simulated: [...reading.seeds].sort() }, findings };
}

function readTable(table: Table, reading: Reading): void {
  const columns = readColumns(table, reading.leaves);
  reading.findings.push(...columns.findings);
  if (!columns.ok) return;
  for (const row of table.rows) {
    // A row with too many or too few cells is an error that came with the table.
    if (!isWhole(row)) continue;
    const before = reading.findings.length;
    checkFaults(table, row, columns.value, reading);
    if (reading.findings.length > before || isEmpty(row, columns.value)) continue;
    const unit = findUnit(table, row, columns.value, reading);
    if (columns.value.shape.kind === 'long')
      readLong(table, row, columns.value.shape, unit, reading);
    else readWide(table, row, columns.value.shape, unit, reading);
    checkSimulated(table, row, columns.value, reading);
  }
}

function usedColumns({ unit, simulated, shape }: Columns): readonly number[] {
  const valued =
    shape.kind === 'wide'
      ? shape.criteria.map(({ at }) => at)
      : [shape.criterion, shape.self, shape.appraised];
  return [unit, ...valued, simulated].filter((at) => at !== null);
}

/** Rows of nothing but a number, a note or a seed. */
function isEmpty(row: TableRow, columns: Columns): boolean {
  return usedColumns(columns)
    .filter((at) => at !== columns.simulated)
    .every((at) => cellAt(row, at) === '');
}

function checkFaults(table: Table, row: TableRow, columns: Columns, reading: Reading): void {
  const used = usedColumns(columns);
  for (const { column, reason } of row.faults) {
    if (!used.includes(column)) continue;
    const where = whereIn(table, row, table.columns[column] ?? null);
    reading.findings.push(finding('points/cell-fault', where, { reason }));
  }
}

function findUnit(table: Table, row: TableRow, columns: Columns, reading: Reading): Unit | null {
  const column = table.columns[columns.unit] ?? '';
  const name = cellAt(row, columns.unit);
  const where = whereIn(table, row, column);
  if (name === '') {
    reading.findings.push(finding('points/blank-key', where, { column }));
    return null;
  }
  const match = matchName(name, reading.units);
  if (match.kind === 'exact') return match.found;
  reading.findings.push(
    match.kind === 'none'
      ? finding('points/unknown-unit', where, { name, near: match.near })
      : finding('points/ambiguous-unit', where, {
          name,
          units: match.among.map((unit) => `${unit.name} (${unit.id})`),
        }),
  );
  return null;
}

function readLong(
  table: Table,
  row: TableRow,
  shape: Extract<Columns['shape'], { kind: 'long' }>,
  unit: Unit | null,
  reading: Reading,
): void {
  const leaf = findLeaf(table, row, shape.criterion, reading);
  if (unit === null || leaf === null) return;
  for (const which of ['self', 'appraised'] as const) {
    const at = shape[which];
    if (at !== null) take({ table, row, at, unit, leaf, which }, reading);
  }
}

function readWide(
  table: Table,
  row: TableRow,
  shape: Extract<Columns['shape'], { kind: 'wide' }>,
  unit: Unit | null,
  reading: Reading,
): void {
  if (unit === null) return;
  for (const { at, leaf } of shape.criteria) {
    take({ table, row, at, unit, leaf, which: 'appraised' }, reading);
  }
}

function findLeaf(table: Table, row: TableRow, at: number, reading: Reading): Leaf | null {
  const column = table.columns[at] ?? '';
  const code = cellAt(row, at);
  const where = whereIn(table, row, column);
  if (code === '') {
    reading.findings.push(finding('points/blank-key', where, { column }));
    return null;
  }
  const match = matchName(code, reading.leaves.index);
  if (match.kind !== 'exact') {
    reading.findings.push(unknownCriterion(code, match, where, reading));
    return null;
  }
  const { id, takes } = match.found;
  if (takes === 'points') return match.found;
  reading.findings.push(finding('points/not-appraised', where, { code: id, because: takes }));
  return null;
}

/** Offers codes for a code and names for a name. */
function unknownCriterion(
  code: string,
  match: Exclude<NameMatch<Leaf>, { kind: 'exact' }>,
  where: Where,
  { leaves }: Reading,
): Finding {
  const named = match.kind === 'ambiguous' ? match.among.map(({ id }) => id) : match.near;
  const near = /\p{L}/u.test(code) ? named : nearest(code, leaves.codes);
  return finding('points/unknown-criterion', where, { code, near });
}

interface Cell {
  readonly table: Table;
  readonly row: TableRow;
  readonly at: number;
  readonly unit: Unit;
  readonly leaf: Leaf;
  readonly which: Which;
}

function take(cell: Cell, reading: Reading): void {
  const { table, row, at, unit, leaf, which } = cell;
  const text = cellAt(row, at);
  const where = whereIn(table, row, table.columns[at] ?? null);
  const value = readPoints(text, leaf.max);
  const applies = !leaf.notFor.has(unit.id);
  const names = { unit: unit.name, criterion: leaf.id };
  const say = (found: Finding) => reading.findings.push(found);
  if (value.kind === 'blank') return;
  if (value.kind === 'not-applicable') {
    if (applies) say(finding('points/says-not-applicable', where, { text, ...names }));
  } else if (value.kind === 'not-a-number') say(finding('points/not-a-number', where, { text }));
  else if (value.kind === 'ambiguous') {
    const { whole, decimal } = value;
    say(finding('points/ambiguous-number', where, { text, whole, decimal }));
  } else if (!applies) say(finding('points/does-not-apply', where, names));
  else if (value.points.lt(zero) || value.points.gt(leaf.max)) {
    const args = { text, criterion: leaf.id, max: exactText(leaf.max) };
    say(finding('points/out-of-range', where, args));
  } else keep(key(unit.id, leaf.id, which), value.points, where, names, reading);
}

function keep(
  id: string,
  value: Exact,
  where: Where,
  names: { readonly unit: string; readonly criterion: string },
  reading: Reading,
): void {
  const known = reading.values.get(id);
  if (known === undefined) {
    reading.values.set(id, { points: value, where });
    return;
  }
  const { file } = known.where;
  const row = known.where.kind === 'cell' ? (known.where.row ?? 0) : 0;
  reading.findings.push(finding('points/repeated', where, { ...names, file, row }));
}

function checkSimulated(table: Table, row: TableRow, columns: Columns, reading: Reading): void {
  const seed = columns.simulated === null ? '' : cellAt(row, columns.simulated);
  const simulated = seed !== '';
  if (simulated) reading.seeds.add(seed);
  if (reading.simulated === null) reading.simulated = simulated;
  const known = reading.findings.some(({ code }) => code === 'points/mixed-simulated');
  if (reading.simulated === simulated || known) return;
  const column = columns.simulated === null ? null : (table.columns[columns.simulated] ?? null);
  reading.findings.push(finding('points/mixed-simulated', whereIn(table, row, column), {}));
}

function cellAt(row: TableRow, at: number): string {
  return row.cells[at] ?? '';
}

/** Ids and codes hold no line ends. */
function key(...parts: readonly string[]): string {
  return parts.join('\n');
}
