/** Corrections of accepted rows, chained by their old values and applied to ratings as they are read. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { QuestionId, UnitId } from '../plan/plan.ts';
import { answerTo } from '../stats/answers.ts';
import type { Batch, CorrectionLine, Rating } from './batch.ts';
import { forkedSteps, type Step, trailEnd, trailStarts } from './correction-trail.ts';
import { judgedAgain, type VoidJudge } from './void-judge.ts';

/** A line and the import that it came with. */
export interface StoredCorrection extends CorrectionLine {
  readonly batch: string;
}

/** All corrections of one value of one row. */
export interface CorrectedValue {
  readonly sheet: string;
  readonly unit: UnitId;
  readonly question: QuestionId | null;
  readonly lines: readonly StoredCorrection[];
}

/** What reading the ratings shows about the corrections; filled by `applyCorrections`. */
interface Progress {
  readonly applied: Set<CorrectedValue>;
  readonly unfitting: Map<CorrectedValue, string | null>;
}

export interface Corrections {
  /** By import and row of its file. */
  readonly lines: readonly StoredCorrection[];
  /** By `sheetKeyOf`. */
  readonly bySheet: ReadonlyMap<string, readonly CorrectedValue[]>;
  readonly progress: Progress;
}

type Corrected = Pick<Batch, 'corrections'> & { readonly record: Pick<Batch['record'], 'id'> };

/**
 * `batches`: all of the store, or those of kind `corrections`; their order never matters. Not ok: two imports correct
 * one value to different ones. Whether each meets its row is known after `applyCorrections` has seen all ratings.
 */
export function corrections(batches: readonly Corrected[]): Checked<Corrections> {
  const lines = batches
    .flatMap(({ record, corrections: own }) => own.map((line) => ({ ...line, batch: record.id })))
    .sort((a, b) => (a.batch === b.batch ? a.row - b.row : a.batch < b.batch ? -1 : 1));
  const bySheet = new Map<string, CorrectedValue[]>();
  for (const value of correctedValues(lines)) {
    const same = bySheet.get(value.sheet);
    if (same === undefined) bySheet.set(value.sheet, [value]);
    else same.push(value);
  }
  const findings = [...bySheet.values()].flat().flatMap(forkFindings);
  if (findings.length > 0) return { ok: false, findings };
  const progress: Progress = { applied: new Set(), unfitting: new Map() };
  return { ok: true, value: { lines, bySheet, progress }, findings: [] };
}

export function correctedValues(lines: readonly StoredCorrection[]): readonly CorrectedValue[] {
  const values = new Map<string, CorrectedValue & { readonly lines: StoredCorrection[] }>();
  for (const line of lines) {
    const { unit, question } = line;
    const sheet = sheetOf(line);
    const key = [sheet, unit, question ?? ''].join('\n');
    const same = values.get(key);
    if (same === undefined) values.set(key, { sheet, unit, question, lines: [line] });
    else same.lines.push(line);
  }
  return [...values.values()];
}

/** What a sheet is found by: its serial, or import and row of a reply without one. */
export function sheetKeyOf({ serial, row }: Pick<Rating, 'serial' | 'row'>, batch: string): string {
  return serial ?? `${batch}\n${row}`;
}

/** As `sheetKeyOf`, of what a correction is about. */
function sheetOf({ serial, reply }: Pick<CorrectionLine, 'serial' | 'reply'>): string {
  return sheetKeyOf({ serial, row: reply?.row ?? 0 }, reply?.batch ?? '');
}

/** The sheet as messages and lists name it: `T24-01-00017-3`, `phieu-0a1b2c3d:12`. */
export function sheetName({ serial, reply }: Pick<CorrectionLine, 'serial' | 'reply'>): string {
  return serial ?? `${reply?.batch ?? ''}:${reply?.row ?? ''}`;
}

/**
 * The rating as corrected; the same object when nothing applies to it. `batch`: the id of its import. `judge` null:
 * the rules of the plan are not judged again, only what corrections say of its validity applies.
 */
export function applyCorrections(
  all: Corrections,
  rating: Rating,
  batch: string,
  judge: VoidJudge | null,
): Rating {
  if (all.bySheet.size === 0) return rating;
  const values = all.bySheet.get(sheetKeyOf(rating, batch));
  return values === undefined ? rating : correctRating(values, rating, judge, all.progress);
}

/** As `applyCorrections`; `values`: all that are corrected on the sheet, for whichever unit. */
export function correctRating(
  values: readonly CorrectedValue[],
  rating: Rating,
  judge: VoidJudge | null,
  progress?: Progress,
): Rating {
  const own = values.filter(({ unit }) => unit === rating.unit);
  let corrected = rating;
  for (const value of own) {
    const now = heldValue(rating, value.question);
    const end = trailEnd(value.lines, now);
    if (end === undefined) progress?.unfitting.set(value, now);
    else corrected = withValue(corrected, value.question, end.value);
    progress?.applied.add(value);
  }
  if (judge === null || own.length === 0) return corrected;
  const isDecided = own.some(({ question }) => question === null);
  return judgedAgain(judge, rating, corrected, isDecided);
}

/** The answer to a question, or, for null, why the row does not count. */
export function heldValue(rating: Rating, question: QuestionId | null): string | null {
  return question === null ? rating.voidReason : answerTo(rating, question);
}

export function withValue(
  rating: Rating,
  question: QuestionId | null,
  value: string | null,
): Rating {
  if (question === null) return { ...rating, voidReason: value };
  const at = rating.questions.indexOf(question);
  if (at >= 0) return { ...rating, answers: rating.answers.with(at, value) };
  const questions = [...rating.questions, question];
  return { ...rating, questions, answers: [...rating.answers, value] };
}

/** Two imports that lead one value to different ones: nobody but people can tell which is right. */
function forkFindings(value: CorrectedValue): readonly Finding[] {
  if (trailStarts(value.lines).length > 0) return [];
  const forked = forkedSteps(value.lines);
  const lines = forked.length > 0 ? forked : value.lines;
  const at = { kind: 'file', file: 'returns' } as const;
  const args = {
    serial: sheetName(lines[0] ?? { serial: value.sheet, reply: null }),
    question: value.question ?? '',
    steps: [...new Set(lines.map(stepText))],
    batches: [...new Set(lines.map(({ batch }) => batch))].sort(),
  };
  return [finding('returns/corrections-differ', at, args)];
}

function stepText({ old, next }: Step): string {
  return `${old ?? '–'} → ${next ?? '–'}`;
}

/** After every rating of the store was seen: corrections whose row is gone, or holds another value than they correct. */
export function lostCorrections({ bySheet, progress }: Corrections): readonly Finding[] {
  const at = { kind: 'file', file: 'returns' } as const;
  return [...bySheet.values()].flat().flatMap((value) => {
    const isUnfitting = progress.unfitting.has(value);
    const [first] = value.lines;
    if (first === undefined || (progress.applied.has(value) && !isUnfitting)) return [];
    const batches = [...new Set(value.lines.map(({ batch }) => batch))].sort();
    const args = { serial: sheetName(first), unit: value.unit, batches };
    if (!isUnfitting) return [finding('returns/correction-without-row', at, args)];
    const old = trailStarts(value.lines)[0] ?? null;
    const now = progress.unfitting.get(value) ?? null;
    const about = { ...args, question: value.question ?? '', old, now };
    return [finding('returns/correction-without-old', at, about)];
  });
}
