/** One cell of a table of points, checked and kept. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { IndexFigure, Unit } from '../plan/plan.ts';
import { type Exact, exactText, parseExact, zero } from '../stats/exact.ts';
import type { DecimalMark } from '../table/number-text.ts';
import { markIn, type Table, type TableRow, whereIn } from '../table.ts';
import type { Which } from './columns.ts';
import { isWithin, readFigure } from './figures.ts';
import type { Leaf } from './leaves.ts';
import { type CellValue, isOnStep, readPoints } from './value.ts';

/** What is said about a unit and a criterion: points, or words as they stand. */
export interface Kept {
  /** Of a figure its value. */
  readonly points: Exact | null;
  readonly text: string;
  readonly where: Where;
}

/** Everything read so far, by `keptKey`. */
export interface Book {
  readonly values: Map<string, Kept>;
  readonly decimal: DecimalMark | null;
  readonly say: (found: Finding) => void;
}

export interface Cell {
  readonly table: Table;
  readonly row: TableRow;
  readonly at: number;
  readonly unit: Unit;
  readonly leaf: Leaf;
  readonly which: Which;
}

/** Ids and codes hold no line ends. `kind` tells a criterion from the points beside the criteria. */
export function keptKey(unit: string, { id, takes }: Leaf, which: Which): string {
  return [unit, takes === 'points' ? 'criterion' : takes, id, which].join('\n');
}

export function takeCell(cell: Cell, book: Book): void {
  const { table, row, at, which } = cell;
  const text = row.cells[at] ?? '';
  if (text === '') return;
  const where = whereIn(table, row, table.columns[at] ?? null);
  if (which === 'explanation' || which === 'evidence') keepText(cell, text, where, book);
  else takePoints(cell, text, where, book);
}

function takePoints(cell: Cell, text: string, where: Where, book: Book): void {
  const { unit, leaf } = cell;
  const { say } = book;
  const decimal = markIn(cell.row, cell.at, book.decimal);
  if (leaf.takes === 'bonus' || leaf.takes === 'penalty') {
    takeAdjustment(cell, leaf.takes, text, where, book);
    return;
  }
  if (leaf.figure !== null) {
    takeFigure(cell, leaf.figure, text, where, book);
    return;
  }
  const value = readPoints(text, leaf.max, decimal);
  const applies = !leaf.notFor.has(unit.id);
  const names = { unit: unit.name, criterion: leaf.id };
  if (value.kind === 'blank') return;
  if (value.kind === 'not-applicable') {
    if (applies) say(finding('points/says-not-applicable', where, { text, ...names }));
  } else if (value.kind !== 'points') unreadable(value, text, where, book);
  else if (!applies) say(finding('points/does-not-apply', where, names));
  else if (value.points.lt(zero) || value.points.gt(leaf.max)) {
    const of = { criterion: leaf.id };
    const args = { text, unit: unit.name, of, max: exactText(leaf.max) };
    say(finding('points/out-of-range', where, { ...args, ...readAs(text, value.points, decimal) }));
  } else if (!isOnStep(value.points, leaf.step)) {
    const step = exactText(leaf.step ?? zero);
    say(finding('points/off-step', where, { text, criterion: leaf.id, step }));
  } else keep(cell, { points: value.points, text: '', where }, book);
}

/** A penalty is written as points taken away: what stands with a minus may mean that, or be a slip. */
function takeAdjustment(
  cell: Cell,
  kind: 'bonus' | 'penalty',
  text: string,
  where: Where,
  book: Book,
): void {
  const { leaf, unit } = cell;
  const decimal = markIn(cell.row, cell.at, book.decimal);
  const value = readPoints(text, leaf.max, decimal);
  if (value.kind === 'blank' || value.kind === 'not-applicable') return;
  if (value.kind !== 'points') {
    unreadable(value, text, where, book);
    return;
  }
  // Most units have none, and say 0.
  const isUnknown = leaf.max.equals(zero);
  if (isUnknown && value.points.equals(zero)) return;
  if (isUnknown) book.say(finding('points/no-adjustment', where, { kind, unit: unit.name }));
  else if (value.points.lt(zero) && kind === 'penalty') {
    const points = exactText(value.points.neg());
    book.say(finding('points/negative-penalty', where, { text, points }));
  } else if (value.points.lt(zero) || value.points.gt(leaf.max)) {
    const args = { text, unit: unit.name, of: kind, max: exactText(leaf.max) };
    const read = readAs(text, value.points, decimal);
    book.say(finding('points/out-of-range', where, { ...args, ...read }));
  } else keep(cell, { points: value.points, text: '', where }, book);
}

/** A figure that does not concern a unit may be given all the same: it is a fact, and changes nothing. */
function takeFigure(cell: Cell, figure: IndexFigure, text: string, where: Where, book: Book): void {
  const { leaf, unit } = cell;
  const mark = markIn(cell.row, cell.at, book.decimal);
  const read = readFigure(text, figure, mark);
  if (read.kind === 'blank') return;
  if (read.kind === 'not-applicable') {
    if (leaf.notFor.has(unit.id)) return;
    const args = { text, figure: figure.name, unit: unit.name };
    book.say(finding('points/figure-not-applicable', where, args));
  } else if (read.kind === 'not-yes-no') {
    book.say(finding('points/not-yes-no', where, { text, figure: figure.name }));
  } else if (read.kind === 'not-a-number') {
    book.say(finding('points/figure-not-a-number', where, { text, figure: figure.name }));
  } else if (read.kind === 'ambiguous') unreadable(read, text, where, book);
  else if (!isWithin(read.value, figure)) {
    const bound = (one: Exact | null): string | null => (one === null ? null : exactText(one));
    const { name, from, to } = figure;
    const args = { text, figure: name, from: bound(from), to: bound(to) };
    const as = readAs(text, read.value, mark);
    book.say(finding('points/figure-out-of-range', where, { ...args, ...as }));
  } else keep(cell, { points: read.value, text: '', where }, book);
}

/** What a text such as `4.750` was taken for, where it does not plainly say so. */
function readAs(
  text: string,
  points: Exact,
  mark: DecimalMark | null,
): { readonly read: string; readonly mark: DecimalMark | '' } {
  const isPlain = parseExact(text.replace(',', '.'))?.equals(points) === true;
  return isPlain ? { read: '', mark: '' } : { read: exactText(points), mark: mark ?? '' };
}

function unreadable(
  value: Extract<CellValue, { readonly kind: 'ambiguous' | 'not-a-number' }>,
  text: string,
  where: Where,
  { say }: Book,
): void {
  if (value.kind === 'ambiguous') {
    const { whole, decimal } = value;
    say(finding('points/ambiguous-number', where, { text, whole, decimal }));
  } else say(finding('points/not-a-number', where, { text }));
}

/** The same words twice say nothing new; other words are asked about, like other points. */
function keepText(cell: Cell, text: string, where: Where, book: Book): void {
  const known = book.values.get(keptKey(cell.unit.id, cell.leaf, cell.which));
  if (known?.text === text) return;
  keep(cell, { points: null, text, where }, book);
}

function keep({ unit, leaf, which }: Cell, kept: Kept, { values, say }: Book): void {
  const key = keptKey(unit.id, leaf, which);
  const known = values.get(key);
  if (known === undefined) {
    values.set(key, kept);
    return;
  }
  const { file } = known.where;
  const row = known.where.kind === 'cell' ? (known.where.row ?? 0) : 0;
  const what = leaf.figure === null ? which : ('figure' as const);
  const args = { unit: unit.name, criterion: leaf.id, which: what, file, row };
  say(finding('points/repeated', kept.where, args));
}
