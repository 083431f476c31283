/** Counting ratings and tally entries into cells: form × group × unit × question × option. */

import type { Plan, Question } from '../plan/plan.ts';
import type { Batch, Rating, TallyEntry } from '../returns/batch.ts';
import { answerTo } from '../stats/answers.ts';
import { type MissingKind, missingKinds, missingOf, noneMissing } from '../stats/missing.ts';
import type { Tally } from '../tallies.ts';

interface Cell {
  readonly form: string;
  readonly group: string;
  readonly unit: string;
  readonly question: string;
  readonly counts: Record<string, number>;
  readonly missing: Record<MissingKind, number>;
  readonly batches: Set<string>;
}

interface Counter {
  readonly cells: Map<string, Cell>;
  /** Questions on a scale, by form. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  /** Option codes by scale. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Everything in the batches must be in the plan (`foreignFindings`). Void ratings are left out. */
export function countCells(plan: Plan, batches: readonly Batch[]): readonly Tally[] {
  const counter: Counter = {
    cells: new Map(),
    questions: new Map(
      plan.forms.map((form) => [form.id, form.questions.filter(({ kind }) => kind === 'scale')]),
    ),
    options: new Map(plan.scales.map(({ id, options }) => [id, options.map(({ code }) => code)])),
  };
  const onceAnswers = sheetAnswers(plan, batches);
  for (const { record, ratings, tallies } of batches) {
    for (const rating of ratings) countRating(counter, rating, onceAnswers, record.id);
    for (const entry of tallies) countEntry(counter, entry, record.id);
  }
  return inPlanOrder(plan, [...counter.cells.values()]);
}

/** A question asked once a sheet counts for each unit the sheet rates, on whichever row it was written. */
type SheetAnswers = ReadonlyMap<string, string>;

function sheetKey(serial: string, question: string): string {
  return `${serial}\n${question}`;
}

function sheetAnswers(plan: Plan, batches: readonly Batch[]): SheetAnswers {
  const once = new Set(
    plan.forms.flatMap(({ questions }) =>
      questions.filter(({ per }) => per === 'sheet').map(({ id }) => id),
    ),
  );
  const answers = new Map<string, string>();
  if (once.size === 0) return answers;
  for (const rating of batches.flatMap(({ ratings }) => ratings)) {
    const { serial } = rating;
    if (serial === null) continue;
    for (const question of once) {
      const answer = answerTo(rating, question);
      if (answer !== null) answers.set(sheetKey(serial, question), answer);
    }
  }
  return answers;
}

function countRating(counter: Counter, rating: Rating, once: SheetAnswers, batch: string): void {
  if (rating.voidReason !== null) return;
  const { serial } = rating;
  for (const question of counter.questions.get(rating.form) ?? []) {
    const own = answerTo(rating, question.id);
    const shared = serial === null ? null : (once.get(sheetKey(serial, question.id)) ?? null);
    const cell = cellOf(counter, rating, question, batch);
    const answer = own ?? shared;
    const without = missingOf(answer);
    if (without !== null) cell.missing[without] += 1;
    else if (answer !== null) cell.counts[answer] = (cell.counts[answer] ?? 0) + 1;
  }
}

function countEntry(counter: Counter, entry: TallyEntry, batch: string): void {
  const question = counter.questions.get(entry.form)?.find(({ id }) => id === entry.question);
  if (question === undefined) return;
  const cell = cellOf(counter, entry, question, batch);
  for (const kind of missingKinds) cell.missing[kind] += entry.missing[kind];
  for (const [code, count] of Object.entries(entry.counts)) {
    cell.counts[code] = (cell.counts[code] ?? 0) + count;
  }
}

function cellOf(
  { cells, options }: Counter,
  { form, group, unit }: Pick<Rating, 'form' | 'group' | 'unit'>,
  { id, scale }: Question,
  batch: string,
): Cell {
  const key = [form, group, unit, id].join('\n');
  const before = cells.get(key);
  before?.batches.add(batch);
  if (before !== undefined) return before;
  const counts = Object.fromEntries((options.get(scale ?? '') ?? []).map((code) => [code, 0]));
  const about = { form, group, unit, question: id };
  const cell = { ...about, counts, missing: { ...noneMissing }, batches: new Set([batch]) };
  cells.set(key, cell);
  return cell;
}

function inPlanOrder(plan: Plan, cells: readonly Cell[]): readonly Tally[] {
  const forms = positions(plan.forms);
  const groups = positions(plan.groups);
  const units = positions(plan.units);
  const questions = new Map(plan.forms.map(({ id, questions: asked }) => [id, positions(asked)]));
  return cells
    .map((cell) => ({
      tally: { ...cell, batches: [...cell.batches].sort() },
      order: [
        forms.get(cell.form) ?? 0,
        groups.get(cell.group) ?? 0,
        units.get(cell.unit) ?? 0,
        questions.get(cell.form)?.get(cell.question) ?? 0,
      ],
    }))
    .sort((one, other) => compare(one.order, other.order))
    .map(({ tally }) => tally);
}

export function positions(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, position) => [id, position]));
}

export function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
