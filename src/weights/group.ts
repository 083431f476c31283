/** Weights of one group: rows and margins → cells → base weights → fitted, trimmed, kept → weighted tallies. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Group, RespondentWeights } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import { effectiveSize } from '../stats/effective-size.ts';
import { type Exact, exact, zero } from '../stats/exact.ts';
import type { Tally } from '../tallies.ts';
import type { GroupWeights, WeighedPlan, WeighedReturns, WeightPart } from '../weights.ts';
import { adjustedWeights } from './adjust.ts';
import { type RowFactors, rowFactors } from './base.ts';
import { type GroupCells, groupCells, type WeightCell } from './cells.ts';
import { weightedTallies } from './counts.ts';
import { marginFits } from './fits.ts';
import { type KeptWeights, keptWeights } from './kept.ts';
import { type GroupMargin, groupMargins } from './margins.ts';
import { type PaperEntry, paperEntries, validByRow } from './paper.ts';

export interface WeighedGroup {
  readonly weights: GroupWeights;
  /** By sheet number, its weight; 0 where the sheet is none of the group's. */
  readonly sheetWeight: (sheet: number) => number;
  readonly weighted: (tally: Tally) => Tally;
}

/** What is known of the group before anything is weighed. */
interface Gathered {
  readonly rows: readonly QuotaRow[];
  readonly margins: readonly GroupMargin[];
  readonly paper: readonly PaperEntry[];
  readonly counted: GroupCells;
}

/** Null: nobody of the group has answered, or its rules weigh nothing. */
export function weighGroup(
  survey: WeighedPlan,
  group: Group,
  rules: RespondentWeights,
  returns: WeighedReturns,
): Checked<WeighedGroup | null> {
  const { plan, where } = survey;
  const byRow = rules.design || rules.nonResponse;
  if (!byRow && rules.margins.length === 0) return { ok: true, value: null, findings: [] };
  const gathered = gather(survey, group, rules, returns);
  if (!gathered.ok) return gathered;
  const { rows, margins, paper, counted } = gathered.value;
  const { cells, cellOf } = counted;
  if (cells.length === 0) return { ok: true, value: null, findings: [] };
  const factors = byRow
    ? rowFactors(group, rules, rows, repliesByRow(rows, cells), where.weights(group.id))
    : noFactors;
  if (!factors.ok) return factors;
  const base = cells.map(({ row }) => baseOf(factors.value[row]));
  const adjusted = adjustedWeights({ group, cells, base, margins, trim: rules.trim, where });
  const findings = [...factors.findings, ...adjusted.findings];
  if (!adjusted.ok) return { ok: false, findings };
  const kept = keptWeights(adjusted.value);
  // With paper tallies there are no margins, so each row is one cell.
  const cellOfRow = new Map(cells.map(({ row }, cell) => [row, cell]));
  const entries = paper.map(({ entry, row }) => ({ entry, cell: cellOfRow.get(row) ?? -1 }));
  const value: WeighedGroup = {
    weights: summary(group, gathered.value, factors.value, kept, rules.trim),
    sheetWeight: (sheet) => kept.floats[cellOf[sheet] ?? -1] ?? 0,
    weighted: weightedTallies({ plan, group, ratings: returns.ratings, entries, cellOf, kept }),
  };
  return { ok: true, value, findings };
}

const noFactors: Checked<readonly RowFactors[]> = { ok: true, value: [], findings: [] };

function gather(
  { plan, quotas, where }: WeighedPlan,
  group: Group,
  rules: RespondentWeights,
  { ratings, tallies, entries }: WeighedReturns,
): Checked<Gathered> {
  const rows = quotas.rows.filter((row) => row.group === group.id);
  const refuse = (one: Finding): Checked<Gathered> => ({ ok: false, findings: [one] });
  const at = where.weights(group.id);
  const own = entries.filter((entry) => entry.group === group.id);
  if (own.length > 0 && rules.margins.length > 0) {
    return refuse(finding('weights/margins-of-paper-tallies', at, { group: group.name }));
  }
  const paper = paperEntries(group, rows, own);
  if (paper === null)
    return refuse(finding('weights/tally-without-row', at, { group: group.name }));
  const margins = groupMargins(plan, group, rules);
  const valid = paper.length === 0 ? null : validByRow(rows, tallies);
  const byRow = rules.design || rules.nonResponse;
  const counted = groupCells({ plan, group, rows, byRow, margins, ratings, valid });
  if (counted.homeless > 0) {
    const args = { group: group.name, sheets: counted.homeless };
    return refuse(finding('weights/row-unknown', at, args));
  }
  return { ok: true, value: { rows, margins, paper, counted }, findings: [] };
}

function repliesByRow(rows: readonly QuotaRow[], cells: readonly WeightCell[]): readonly number[] {
  const replies = rows.map(() => 0);
  for (const { row, count } of cells) replies[row] = (replies[row] ?? 0) + count;
  return replies;
}

function baseOf(factors: RowFactors | undefined): Exact {
  return (factors?.design ?? one).mul(factors?.nonResponse ?? one);
}

const one = exact(1);

function summary(
  { id }: Group,
  { rows, margins, counted: { cells } }: Gathered,
  factors: readonly RowFactors[],
  kept: KeptWeights,
  trim: Exact | null,
): GroupWeights {
  const counts = Float64Array.from(cells, ({ count }) => count);
  const sorted = [...kept.exact].sort((one, other) => one.compare(other));
  const atLimit = cells.filter((_, cell) => trim?.equals(kept.exact[cell] ?? zero) === true);
  return {
    group: id,
    respondents: counts.reduce((sum, count) => sum + count, 0),
    smallest: sorted[0] ?? zero,
    largest: sorted.at(-1) ?? zero,
    effective: effectiveSize(kept.floats, counts),
    parts: partsOf(rows, cells, factors, kept),
    margins: marginFits(margins, cells, kept),
    trimmed: trim === null ? null : atLimit.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Cells of one row that weigh the same are one part: who they are does not show. */
function partsOf(
  rows: readonly QuotaRow[],
  cells: readonly WeightCell[],
  factors: readonly RowFactors[],
  kept: KeptWeights,
): readonly WeightPart[] {
  const parts = new Map<string, { row: number; weight: Exact; respondents: number }>();
  for (const [at, { row, count }] of cells.entries()) {
    const weight = kept.exact[at] ?? zero;
    const key = `${row} ${weight.toFraction()}`;
    const before = parts.get(key);
    parts.set(key, { row, weight, respondents: count + (before?.respondents ?? 0) });
  }
  return [...parts.values()]
    .sort((one, other) => one.row - other.row || one.weight.compare(other.weight))
    .map(({ row, weight, respondents }): WeightPart => {
      const { design = null, nonResponse = null } = factors[row] ?? {};
      return { row: rows[row] ?? null, design, nonResponse, weight, respondents };
    });
}
