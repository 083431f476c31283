/** A published table of results → the scores of the earlier survey. Any figure that cannot be read is an error. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { nameKey } from '../names.ts';
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
import { partIn, rankIn, sayOutside, sayShares } from './earlier-parts.ts';
import { rankFindings } from './plausible.ts';

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly row: TableRow;
  readonly block: string | null;
  total: EarlierPart;
  rank: number | null;
  /** Row in which it was told; null: not yet. */
  totalRow: TableRow | null;
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
  const context = { table, columns: read.value, codes, mark, say };
  const blockOf = blocksIn(context);
  for (const row of table.rows) if (isWhole(row)) takeRow(row, blockOf, drafts, context);
  const parts = [...drafts.values()].flatMap(({ total, criteria }) => [
    total,
    ...criteria.values(),
  ]);
  if (!findings.some(({ code }) => code === 'changes/percent-differs')) sayShares(parts, context);
  // A rank that could not be read makes its list look too short.
  if (findings.some(({ code }) => code === 'changes/not-a-number')) return { ok: false, findings };
  const { units, within } = rankedUnits([...drafts.values()], context);
  if (hasErrors(findings)) return { ok: false, findings };
  const value = {
    file: table.file,
    sha256: '',
    simulated: false,
    survey: null,
    scheme: null,
    method: {},
    within,
    units,
  };
  return { ok: true, value, findings };
}

/** Ranks that cannot be are said; those of a list that is several lists in one are not taken. */
function rankedUnits(
  drafts: readonly Draft[],
  { table, columns, say }: TableContext,
): Pick<Earlier, 'units' | 'within'> {
  const heading = table.columns[columns.rank ?? -1] ?? null;
  const ranked = drafts.map((draft) => {
    const { id, name, block, total, rank, criteria, row } = draft;
    const unit: EarlierUnit = { id, name, block, total, rank, criteria, at: whereIn(table, row) };
    return { unit, at: whereIn(table, draft.totalRow ?? row, heading) };
  });
  const places = new Map(ranked.map(({ unit, at }) => [unit, at]));
  const units = [...places.keys()];
  const within = rankedWithin(units);
  const { findings, restarted } = rankFindings(
    units,
    within,
    (unit) => places.get(unit) ?? unit.at,
  );
  for (const found of findings) say(found);
  return {
    units: units.map((unit) => (restarted.has(unit) ? { ...unit, rank: null } : unit)),
    within,
  };
}

type BlockOf = (row: TableRow, id: string) => string;

/**
 * The block of each row. It may stand on one row of a unit alone, most often that of the total; where
 * several units have the name, a row without it belongs to no one knows which.
 */
function blocksIn(context: TableContext): BlockOf {
  const { table, columns, say } = context;
  const { block: at } = columns;
  if (at === null) return () => '';
  const written = (row: TableRow): string => (row.cells[at] ?? '').trim();
  const byUnit = new Map<string, Map<string, string>>();
  for (const row of table.rows) {
    const [key, block] = [nameKey(row.cells[columns.unit] ?? ''), written(row)];
    if (isBlank(block)) continue;
    const blocks = byUnit.get(key) ?? new Map<string, string>();
    byUnit.set(key, blocks.set(nameKey(block), block));
  }
  return (row, id) => {
    const own = textAt(row, at, context);
    if (!isBlank(own)) return own;
    const blocks = [...(byUnit.get(nameKey(id))?.values() ?? [])];
    const [only = ''] = blocks;
    if (blocks.length < 2) return only;
    const args = { unit: id, blocks };
    say(finding('changes/blank-block', whereIn(table, row, table.columns[at] ?? null), args));
    return '';
  };
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

function takeRow(
  row: TableRow,
  blockOf: BlockOf,
  drafts: Map<string, Draft>,
  context: TableContext,
): void {
  const { table, columns, codes, say } = context;
  const used = [columns.points, columns.percent, columns.rank, ...columns.wide.map(({ at }) => at)];
  if (used.every((at) => at === null || isBlank(textAt(row, at, context)))) return;
  const id = textAt(row, columns.unit, context);
  if (sums.has(nameKey(id))) return;
  if (isBlank(id)) {
    const column = table.columns[columns.unit] ?? '';
    say(finding('changes/blank-unit', whereIn(table, row, column), { column }));
    return;
  }
  const draft = draftOf(id, row, blockOf(row, id), drafts, context);
  const part = partIn(row, context);
  const rank = columns.rank === null ? null : rankIn(row, columns.rank, context);
  const code = columns.criterion === null ? '' : textAt(row, columns.criterion, context);
  const isTotal = wholeWords.has(nameKey(code));
  if (isTotal || codes.has(codeIn(code))) sayOutside(part, draft.name, isTotal, row, context);
  if (isTotal && draft.totalRow !== null) repeated(draft, null, draft.totalRow.row, row, context);
  else if (isTotal) Object.assign(draft, { total: part, rank, totalRow: row });
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
