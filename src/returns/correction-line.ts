/** One line of a corrections file, held against the rows that it speaks of. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { cellFault } from '../formats/cell-fault.ts';
import { type Table, whereIn } from '../table.ts';
import { hasControl } from './control.ts';
import { type Corrections, heldValue, sheetKeyOf } from './correct.ts';
import {
  type HeldRow,
  keptValue,
  newValue,
  oldValue,
  questionsNear,
  type Subject,
  type SubjectFinder,
} from './correction-values.ts';
import {
  type CorrectionField,
  correctionHeading,
  type WrittenCorrection,
} from './corrections-file.ts';
import type { Known } from './known.ts';
import type { VoidJudge } from './void-judge.ts';

/** One value of one row of the store, which a line changes. */
export interface Change {
  readonly held: HeldRow;
  readonly subject: Subject;
  readonly old: string | null;
  readonly next: string | null;
}

export interface Line {
  readonly written: WrittenCorrection;
  readonly changes: readonly Change[];
  readonly reasons: readonly Finding[];
  /** Nothing is to be done about it. */
  readonly isIdle: boolean;
}

export interface CorrectionContext {
  readonly known: Known;
  readonly table: Table;
  /** Rows of the store, corrected as far as it is, that a line may mean by what it calls the sheet. */
  readonly rowsOf: (sheet: string) => readonly HeldRow[];
  readonly subjectOf: SubjectFinder;
  /** Corrections that the store holds. */
  readonly standing: Pick<Corrections, 'bySheet'>;
  readonly judge: VoidJudge;
}

export function placeOf(
  { table }: CorrectionContext,
  line: WrittenCorrection,
  field: CorrectionField,
): Where {
  return whereIn(table, line.row, correctionHeading(table, field));
}

function refusedLine(written: WrittenCorrection, reason: Finding): Line {
  return { written, changes: [], reasons: [reason], isIdle: false };
}

/** Which rows the line is about, what they hold, and what they shall hold. */
export function readLine(context: CorrectionContext, line: WrittenCorrection): Line {
  const { known, rowsOf } = context;
  const { sheet: serial, questions, why } = line;
  if (line.next === '' && why === '')
    return { written: line, changes: [], reasons: [], isIdle: true };
  const [unsound] = unsoundCells(context, line);
  if (unsound !== undefined) return refusedLine(line, unsound);
  const rows = serial === '' ? [] : rowsOf(serial);
  const [first] = rows;
  if (first === undefined) {
    const at = placeOf(context, line, 'serial');
    return refusedLine(line, finding('returns/correction-no-sheet', at, { serial, near: [] }));
  }
  const several = severalPeople(rows);
  if (several.length > 1) {
    const at = placeOf(context, line, 'serial');
    return refusedLine(line, finding('returns/correction-several', at, { serial, rows: several }));
  }
  const subject = context.subjectOf(first.rating, questions);
  if (subject === null) {
    const [name = ''] = questions;
    const at = placeOf(context, line, 'question');
    const near = questionsNear(known, first.rating, name);
    return refusedLine(line, finding('returns/correction-question', at, { serial, name, near }));
  }
  const about = rowsAbout(context, line, rows, subject);
  if ('code' in about) return refusedLine(line, about);
  if (line.next === '') {
    const at = placeOf(context, line, 'new');
    return refusedLine(line, finding('returns/correction-new-missing', at, { serial }));
  }
  const next = newValue(known, subject, line.next, placeOf(context, line, 'new'));
  if ('code' in next) return refusedLine(line, next);
  return changesOf(context, line, about, subject, next.value);
}

/** Systems number the replies of each form for themselves: one id may be several people's. One row of each. */
function severalPeople(rows: readonly HeldRow[]): readonly string[] {
  const byGroup = new Map(
    rows.map(({ batch, rating }) => [rating.group, `${batch}:${rating.row}`]),
  );
  return [...byGroup.values()];
}

/** Cells that cannot be trusted as text, or hold what cannot be kept. */
function unsoundCells(
  { table }: CorrectionContext,
  { row }: WrittenCorrection,
): readonly Finding[] {
  const faults = row.faults.map((fault) => cellFault(table, row, fault));
  const strange = row.cells.flatMap((text, column) => {
    const at = whereIn(table, row, table.columns[column] ?? null);
    return hasControl(text) ? [finding('returns/control-character', at, { text })] : [];
  });
  return [...faults, ...strange];
}

/** The rows of the sheet that the line means, or why that is not clear. */
function rowsAbout(
  context: CorrectionContext,
  line: WrittenCorrection,
  rows: readonly HeldRow[],
  { isOfSheet }: Subject,
): readonly HeldRow[] | Finding {
  const { known } = context;
  const units = rows.map(({ rating }) => known.nameOf('unit', rating.unit));
  const args = { serial: line.sheet, name: line.unit, units };
  const at = placeOf(context, line, 'unit');
  if (line.unit === '') {
    return rows.length === 1 || isOfSheet ? rows : finding('returns/correction-unit', at, args);
  }
  const found = known.find.unit(line.unit);
  const own = rows.filter(({ rating }) => found.kind === 'one' && rating.unit === found.id);
  return own.length > 0 ? own : finding('returns/correction-unit', at, args);
}

function changesOf(
  context: CorrectionContext,
  line: WrittenCorrection,
  rows: readonly HeldRow[],
  subject: Subject,
  next: string | null,
): Line {
  const old = oldValue(context.known, subject, line.old);
  const values = rows.map(({ rating }) => heldValue(rating, subject.id));
  const now = values.find((value) => value !== null) ?? null;
  // On a sheet about several units, a question asked once stands on one of its rows, and the others are blank.
  const isOld = (value: string | null): boolean =>
    old === 'any' ? value !== null : value === old.value;
  const wasBlank = old !== 'any' && old.value === null && subject.id !== null;
  const fit = wasBlank && now !== null ? [] : rows.filter((_, at) => isOld(values[at] ?? null));
  const expected = old === 'any' ? now : old.value;
  const changes = (fit.length > 0 ? fit : rows).map((held) => {
    const value = old === 'any' || fit.length > 0 ? keptValue(held, subject.id) : expected;
    return { held, subject, old: value, next };
  });
  const isSame = changes.every(({ held }) => heldValue(held.rating, subject.id) === next);
  // With a reason, the value that stands is confirmed: two entries differed, and this one was right.
  const isConfirmed = isSame && fit.length > 0 && line.why !== '' && old !== 'any';
  const isKnown = (): boolean => changes.every((change) => holdsAlready(context, change));
  const isUnchanged = isSame && fit.length > 0 && !isConfirmed;
  const isIdle = isUnchanged || ((isConfirmed || fit.length === 0) && isKnown());
  const reasons = isIdle || line.why !== '' ? [] : [whyMissing(context, line)];
  return { written: line, changes, reasons, isIdle };
}

function whyMissing(context: CorrectionContext, line: WrittenCorrection): Finding {
  const at = placeOf(context, line, 'why');
  return finding('returns/correction-why-missing', at, { serial: line.sheet });
}

/** The very same correction was imported before, and others may have followed it. */
function holdsAlready(
  { standing }: CorrectionContext,
  { held, subject, old, next }: Change,
): boolean {
  const values = standing.bySheet.get(sheetKeyOf(held.rating, held.batch)) ?? [];
  const own = values.find(
    ({ unit, question }) => unit === held.rating.unit && question === subject.id,
  );
  // What a rule says of corrected answers is not kept: such a line starts from what was keyed.
  const isOld = (value: string | null): boolean =>
    value === old || (subject.id === null && value === held.keyed.voidReason);
  return own?.lines.some((one) => isOld(one.old) && one.next === next) === true;
}
