/**
 * Tallies: counts per form × group × unit × question × option. What scoring consumes, wherever it came from.
 */
import { finding, hasErrors } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import { formsFingerprint } from './plan/fingerprint.ts';
import type { FormId, GroupId, PlaceId, Plan, QuestionId, UnitId } from './plan/plan.ts';
import type { Batch } from './returns/batch.ts';
import type { Missing } from './stats/missing.ts';
import { clashFindings } from './tallies/clashes.ts';
import { countCells } from './tallies/count.ts';
import { custodyOfBatches } from './tallies/custody.ts';
import { foreignFindings } from './tallies/foreign.ts';

export { custodyOf } from './tallies/custody.ts';

export interface Tally {
  readonly form: FormId;
  readonly group: GroupId;
  readonly unit: UnitId;
  readonly question: QuestionId;
  /** By option code; every option of the scale is there, also at 0. */
  readonly counts: Readonly<Record<string, number>>;
  /** Valid ratings without an answer to this question, by why. */
  readonly missing: Missing;
  /** Ids of the batches it was counted from. */
  readonly batches: readonly string[];
}

/** issued, returned and valid sheets of one quota row. returned = valid + void. */
export interface Custody {
  readonly group: GroupId;
  readonly form: FormId;
  /** Target of the quota row: both null for a whole group. */
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  /** Sheets handed out, where a tally says so; null: not reported. */
  readonly issued: number | null;
  readonly returned: number;
  readonly valid: number;
  readonly void: number;
}

export interface Tallies {
  /** Sorted by plan order of form, group, unit, question. Cells without any rating are absent. */
  readonly cells: readonly Tally[];
  readonly custody: readonly Custody[];
  /** Ids of every batch counted. */
  readonly batches: readonly string[];
  /** Seeds of rehearsal batches among them; empty for a real survey. */
  readonly simulated: readonly string[];
}

/**
 * Counts everything that came back. The answer does not depend on the order of the batches. Not ok when
 * batches clash: the same sheet in two of them, a unit both keyed and tallied, a rehearsal among real ones.
 */
export function tally(plan: Plan, batches: readonly Batch[]): Checked<Tallies> {
  const sorted = [...batches].sort((one, other) => (one.record.id < other.record.id ? -1 : 1));
  const findings = [
    ...foreignFindings(plan, sorted),
    ...clashFindings(plan, sorted),
    ...otherForms(plan, sorted),
  ];
  if (hasErrors(findings)) return { ok: false, findings };
  const value: Tallies = {
    cells: countCells(plan, sorted),
    custody: custodyOfBatches(plan, sorted),
    batches: sorted.map(({ record }) => record.id),
    simulated: [...new Set(sorted.flatMap(({ record }) => record.simulated ?? []))].sort(),
  };
  return { ok: true, value, findings };
}

/** Imports whose answers were read under other forms or scales: a code may mean something else now. */
function otherForms(plan: Plan, batches: readonly Batch[]): readonly Finding[] {
  const now = formsFingerprint(plan);
  const differing = batches
    .filter(({ record }) => (record.formsFingerprint ?? now) !== now)
    .map(({ record }) => record.id);
  if (differing.length === 0) return [];
  return [
    finding('returns/other-forms', { kind: 'file', file: 'returns' }, { batches: differing }),
  ];
}
