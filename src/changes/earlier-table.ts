/** A published table of results → the scores of the earlier survey. Any figure that cannot be read is an error. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { nameKey } from '../names.ts';
import type { Exact } from '../stats/exact.ts';
import type { DecimalMark } from '../table/number-text.ts';
import { isWhole, type Table, type TableRow, whereIn } from '../table.ts';
import {
  type Earlier,
  type EarlierPart,
  type EarlierUnit,
  partOf,
  rankedWithin,
} from './earlier.ts';
import { isBlank, numberIn, type TableContext, textAt } from './earlier-cells.ts';
import { codeIn, earlierColumns } from './earlier-columns.ts';

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly row: TableRow;
  block: string | null;
  total: EarlierPart;
  rank: number | null;
  /** Row in which it was told; null: not yet. */
  totalRow: number | null;
  readonly criteria: Map<string, EarlierPart>;
  readonly rows: Map<string, number>;
}

const nothing: EarlierPart = { points: null, max: null, percent: null };

/** `codes`: of the criteria that are compared, as the earlier scheme writes them. */
export function earlierTable(
  table: Table,
  codes: ReadonlySet<string>,
  mark: DecimalMark | null,
): Checked<Earlier> {
  const read = earlierColumns(table, codes);
  if (!read.ok) return read;
  const findings: Finding[] = [];
  const say = (found: Finding): void => void findings.push(found);
  const drafts = new Map<string, Draft>();
  const context = { table, columns: read.value, mark, say };
  for (const row of table.rows) if (isWhole(row)) takeRow(row, drafts, context);
  if (hasErrors(findings)) return { ok: false, findings };
  const units = [...drafts.values()].map((draft): EarlierUnit => {
    const { id, name, block, total, rank, criteria, row } = draft;
    return { id, name, block, total, rank, criteria, at: whereIn(table, row) };
  });
  const within = rankedWithin(units);
  const value = {
    file: table.file,
    sha256: '',
    simulated: false,
    scheme: null,
    method: {},
    within,
    units,
  };
  return { ok: true, value, findings };
}

/** Rows of sums and means are no units. */
const sums: ReadonlySet<string> = new Set(
  [
    ...['tổng', 'tổng cộng', 'cộng', 'tổng số', 'trung bình', 'bình quân', 'trung bình chung'],
    ...['total', 'sum', 'mean', 'average'],
  ].map(nameKey),
);

const wholeWords: ReadonlySet<string> = new Set(
  ['', 'tổng', 'tổng điểm', 'tổng cộng', 'cộng', 'toàn bộ', 'chung', 'total', 'all', 'whole'].map(
    nameKey,
  ),
);

function takeRow(row: TableRow, drafts: Map<string, Draft>, context: TableContext): void {
  const { table, columns, say } = context;
  const used = [columns.points, columns.percent, columns.rank, ...columns.wide.map(({ at }) => at)];
  if (used.every((at) => at === null || isBlank(textAt(row, at, context)))) return;
  const id = textAt(row, columns.unit, context);
  if (sums.has(nameKey(id))) return;
  if (isBlank(id)) {
    const column = table.columns[columns.unit] ?? '';
    say(finding('changes/blank-unit', whereIn(table, row, column), { column }));
    return;
  }
  const block = columns.block === null ? '' : textAt(row, columns.block, context);
  const draft = draftOf(id, row, block, drafts, context);
  const part = partIn(row, context);
  const rank = columns.rank === null ? null : rankIn(row, columns.rank, context);
  const code = columns.criterion === null ? '' : textAt(row, columns.criterion, context);
  const isTotal = wholeWords.has(nameKey(code));
  if (isTotal && draft.totalRow !== null) repeated(draft, null, draft.totalRow, row, context);
  else if (isTotal) Object.assign(draft, { total: part, rank, totalRow: row.row });
  else takeCriterion(draft, codeIn(code), part, row, context);
  for (const { at, code: own, max } of columns.wide) {
    const points = numberIn(row, at, max, context);
    if (points !== null) takeCriterion(draft, own, partOf(points, max, null), row, context);
  }
}

/** One unit by its id or name, whichever the table has; a name may come again in another block. */
function draftOf(
  id: string,
  row: TableRow,
  block: string,
  drafts: Map<string, Draft>,
  context: TableContext,
): Draft {
  const key = `${nameKey(id)}\n${nameKey(block)}`;
  const known = drafts.get(key);
  if (known !== undefined) return known;
  const { name } = context.columns;
  const named = name === null ? '' : textAt(row, name, context);
  const draft: Draft = {
    id,
    name: named === '' ? id : named,
    row,
    block: block === '' ? null : block,
    total: nothing,
    rank: null,
    totalRow: null,
    criteria: new Map(),
    rows: new Map(),
  };
  drafts.set(key, draft);
  return draft;
}

function takeCriterion(
  draft: Draft,
  code: string,
  part: EarlierPart,
  row: TableRow,
  context: TableContext,
): void {
  const first = draft.rows.get(code);
  if (first !== undefined) {
    repeated(draft, code, first, row, context);
    return;
  }
  draft.criteria.set(code, part);
  draft.rows.set(code, row.row);
}

function repeated(
  { name }: Draft,
  criterion: string | null,
  first: number,
  row: TableRow,
  { table, say }: TableContext,
): void {
  say(finding('changes/repeated', whereIn(table, row), { unit: name, criterion, row: first }));
}

/** Points, maximum and percent of a row, which must agree with each other. */
function partIn(row: TableRow, context: TableContext): EarlierPart {
  const { table, columns, say } = context;
  const max = columns.max === null ? columns.maxOfAll : numberIn(row, columns.max, null, context);
  const points = columns.points === null ? null : numberIn(row, columns.points, max, context);
  const percent = columns.percent === null ? null : numberIn(row, columns.percent, null, context);
  const worked = partOf(points, max, null).percent;
  if (percent !== null && worked !== null && percent.sub(worked).abs().gt(tolerance)) {
    const at = whereIn(table, row, table.columns[columns.percent ?? -1] ?? null);
    const texts = { percent: textAt(row, columns.percent ?? -1, context), worked: rough(worked) };
    say(finding('changes/percent-differs', at, texts));
  }
  return partOf(points, max, percent);
}

/** More than any rounding of published figures to one decimal explains. */
const tolerance = '0.1';

function rough(value: Exact): string {
  return value.round(2).toString();
}

function rankIn(row: TableRow, at: number, context: TableContext): number | null {
  const { table, say } = context;
  const text = textAt(row, at, context);
  // Units out of the ranking have words there.
  if (isBlank(text) || !/\d/.test(text)) return null;
  const [, rank] = /^0*([1-9]\d{0,5})$/.exec(text) ?? [];
  if (rank === undefined) {
    const where = whereIn(table, row, table.columns[at] ?? null);
    say(finding('changes/not-a-number', where, { text, rank: true }));
    return null;
  }
  return Number(rank);
}
