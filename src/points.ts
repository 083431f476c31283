/**
 * Tables in points/ → what each unit was given on each criterion: its own score, the first appraisal, its explanation,
 * the second appraisal, the evidence; bonus and penalty points beside the criteria; figures that formulas work with.
 * A blank stays missing: the appraisal is never filled with the self-assessment, and nothing is clamped.
 */
import { hasErrors } from './findings/catalogue.ts';
import type { Checked, Finding, Where } from './findings/finding.ts';
import { nameIndex } from './names.ts';
import type { Plan, UnitId } from './plan/plan.ts';
import type { Kept } from './points/cells.ts';
import { keptKey } from './points/cells.ts';
import { figureFindings, orderFindings, selfGaps } from './points/checks.ts';
import type { Which } from './points/columns.ts';
import { type AdjustmentKind, type Leaf, leavesOf } from './points/leaves.ts';
import { type Reading, readTable } from './points/rows.ts';
import type { Exact } from './stats/exact.ts';
import type { Table } from './table.ts';

/** What is known of one unit and one criterion; null: not given. */
export interface Appraisal {
  readonly self: Exact | null;
  /** The first appraisal. */
  readonly first: Exact | null;
  /** What the unit answers to it. */
  readonly explanation: string | null;
  readonly second: Exact | null;
  /** The documents that prove it, as the unit names them. */
  readonly evidence: string | null;
  /** What counts: the second appraisal, else the first. */
  readonly appraised: Exact | null;
}

export interface PointEntry extends Appraisal {
  readonly unit: UnitId;
  /** Code of an appraised leaf. */
  readonly criterion: string;
}

/** Points beside the criteria, ≥ 0 for both; scoring adds the one and takes off the other. */
export interface Adjustment extends Appraisal {
  readonly unit: UnitId;
  readonly kind: AdjustmentKind;
}

/** Hard data of a unit, as the plan declares it under `index.figures`. */
export interface FigureEntry {
  readonly unit: UnitId;
  readonly figure: string;
  /** Yes-no: 1 or 0. What is not given has no entry. */
  readonly value: Exact;
}

export interface Points {
  /** In the order of the plan: unit, then criterion. */
  readonly entries: readonly PointEntry[];
  /** In the order of the plan's units. */
  readonly adjustments: readonly Adjustment[];
  /** In the order of the plan: unit, then figure. */
  readonly figures: readonly FigureEntry[];
  /** Seeds of rehearsal rows, sorted; empty for a real survey. */
  readonly simulated: readonly string[];
  /** The cell that says so; left out where they did not come from tables. */
  readonly where?: PointPlaces;
}

/** `of`: a criterion or figure, `bonus` or `penalty`; `which` null: whatever is said first. Null: nothing is. */
export type PointPlaces = (unit: UnitId, of: string, which: string | null) => Where | null;

/** Tables in the order of their file names. Any error leaves the points unusable: nobody loses a row unseen. */
export function points(plan: Plan, tables: readonly Table[]): Checked<Points> {
  const leaves = leavesOf(plan.index);
  const findings: Finding[] = [];
  const reading: Reading = {
    units: nameIndex(plan.units),
    leaves,
    book: {
      values: new Map(),
      decimal: plan.index?.decimal ?? null,
      say: (found) => findings.push(found),
    },
    seeds: new Set(),
    strangers: new Set(),
    isSimulated: null,
    isMixed: false,
  };
  for (const table of tables) readTable(table, reading);
  const { values } = reading.book;
  const criteria = [...leaves.byCode.values()].filter(({ takes }) => takes === 'points');
  const beside = Object.values(leaves.adjustments).filter((leaf) => leaf !== null);
  const hardData = [...leaves.byCode.values()].filter(({ takes }) => takes === 'figure');
  findings.push(...orderFindings(plan.units, [...criteria, ...beside, ...hardData], values));
  if (hasErrors(findings)) return { ok: false, findings };
  findings.push(...selfGaps(plan.units, criteria, values));
  findings.push(...figureFindings(plan.units, hardData, values));
  const entries = plan.units.flatMap(({ id: unit }) =>
    criteria.flatMap((leaf) => {
      const appraisal = appraisalOf(values, unit, leaf);
      return appraisal === null ? [] : [{ unit, criterion: leaf.id, ...appraisal }];
    }),
  );
  const adjustments = plan.units.flatMap(({ id: unit }) =>
    beside.flatMap((leaf): readonly Adjustment[] => {
      const appraisal = appraisalOf(values, unit, leaf);
      const kind = leaf.takes === 'penalty' ? 'penalty' : 'bonus';
      return appraisal === null ? [] : [{ unit, kind, ...appraisal }];
    }),
  );
  const figures = plan.units.flatMap(({ id: unit }) =>
    hardData.flatMap((leaf): readonly FigureEntry[] => {
      const value = appraisalOf(values, unit, leaf)?.appraised ?? null;
      return value === null ? [] : [{ unit, figure: leaf.id, value }];
    }),
  );
  const simulated = [...reading.seeds].sort();
  return {
    ok: true,
    value: { entries, adjustments, figures, simulated, where: pointPlaces(values) },
    findings,
  };
}

function pointPlaces(values: ReadonlyMap<string, Kept>): PointPlaces {
  let known: ReadonlyMap<string, Where> | null = null;
  const places = (): ReadonlyMap<string, Where> => {
    const all = new Map<string, Where>();
    for (const [key, { where }] of values) {
      const [unit = '', _kind, of = '', which = ''] = key.split('\n');
      all.set(`${unit}\n${of}\n${which}`, where);
      const first = `${unit}\n${of}\n`;
      if (!all.has(first)) all.set(first, where);
    }
    return all;
  };
  return (unit, of, which) => {
    known ??= places();
    return known.get(`${unit}\n${of}\n${which ?? ''}`) ?? null;
  };
}

function appraisalOf(
  values: ReadonlyMap<string, Kept>,
  unit: UnitId,
  leaf: Leaf,
): Appraisal | null {
  const kept = (which: Which): Kept | null => values.get(keptKey(unit, leaf, which)) ?? null;
  const [self, first, second] = [kept('self'), kept('first'), kept('second')];
  const [explanation, evidence] = [kept('explanation'), kept('evidence')];
  if ([self, first, second, explanation, evidence].every((one) => one === null)) return null;
  return {
    self: self?.points ?? null,
    first: first?.points ?? null,
    explanation: explanation?.text ?? null,
    second: second?.points ?? null,
    evidence: evidence?.text ?? null,
    appraised: (second ?? first)?.points ?? null,
  };
}
