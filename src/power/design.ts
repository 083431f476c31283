/** What is drawn: rows of the quota whose answers count for the index, with their questions; and how counts make the percents of the leaves. */
import { borrowedFrom } from '../plan/borrowed.ts';
import { leafCriteria } from '../plan/criteria.ts';
import type { Group, Index, LeafSource, Option, Plan, SurveyPart, UnitId } from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';
import { unitRule } from '../plan/unit-rule.ts';
import type { QuotaRow, Quotas } from '../quotas/quota.ts';
import { chances } from '../simulate.ts';
import { answerTable } from '../stats/answers.ts';
import { approximate } from '../stats/exact.ts';
import { rowPopulation } from '../uncertainty/rows-about.ts';

/** Sheets of one row of the quota. */
export interface DrawnRow {
  /** Names the row in seeds. */
  readonly id: string;
  readonly size: number;
  /** How many there are to ask; null: not known, taken as beyond number. */
  readonly population: number | null;
  /** Probability that the row's place is in the sample, 0–1. */
  readonly inclusion: number;
  /** Chance that a sheet comes back and counts. */
  readonly reply: number;
  readonly designEffect: number;
  /** Another survey asks them: their number is not ours to change. */
  readonly isBorrowed: boolean;
  readonly answers: readonly DrawnAnswer[];
}

/** A question about one unit. */
export interface DrawnAnswer {
  /** Index into `Plan.units`. */
  readonly unit: number;
  readonly question: number;
  /** Where its counts stand: one number for each option of its scale. */
  readonly cell: number;
}

export interface DrawnQuestion {
  readonly id: string;
  readonly options: readonly Option[];
  /** Indexes of the options with points, worst first, and of those without. */
  readonly scored: readonly number[];
  readonly silent: readonly number[];
  /** Asked once on the sheet: nobody's level decides. */
  readonly isOfSheet: boolean;
}

/** A survey leaf of one unit. */
export interface LeafTerm {
  readonly unit: number;
  /** Index into the survey leaves, in the order of the plan. */
  readonly leaf: number;
  readonly minRatings: number;
  readonly parts: readonly PartTerm[];
}

interface PartTerm {
  readonly weight: number;
  readonly questions: readonly QuestionTerm[];
}

interface QuestionTerm {
  readonly weight: number;
  /** Cells counted together. */
  readonly cells: readonly number[];
  /** Percent by option; NaN: it does not count. */
  readonly values: Float64Array;
}

export interface PowerDesign {
  readonly questions: readonly DrawnQuestion[];
  readonly rows: readonly DrawnRow[];
  readonly terms: readonly LeafTerm[];
  readonly leaves: readonly string[];
  /** How many counts there are. */
  readonly width: number;
  /** Rows that count for the index and whose size is not known. */
  readonly unknown: readonly QuotaRow[];
}

type SurveySource = Extract<LeafSource, { kind: 'survey' }>;

/** Forms of another survey, as `simulate` makes them up. */
const borrowedForms = 50;

export function powerDesign(plan: Plan, index: Index, quotas: Quotas): PowerDesign {
  const leaves = leafCriteria(index.criteria).flatMap(({ code, source, notFor }) =>
    source?.kind === 'survey' ? [{ code, source, notFor }] : [],
  );
  const questions = questionsOf(
    plan,
    leaves.map(({ source }) => source),
  );
  const numbers = new Map(questions.map(({ id }, at) => [id, at]));
  const asked = askedOf(leaves.map(({ source }) => source));
  const cells = cellMaker(questions);
  const unknown: QuotaRow[] = [];
  const rows: DrawnRow[] = [];
  const units = new Map(plan.units.map(({ id }, at) => [id, at]));
  for (const group of plan.groups) {
    const own = [...(asked.get(group.id) ?? [])].flatMap((id) => numbers.get(id) ?? []);
    if (own.length === 0) continue;
    for (const { row, rates } of rowsOf(plan, group, quotas)) {
      const size = sizeOf(group, row);
      if (size === null) unknown.push(row);
      else {
        const answers = rates.flatMap((unit) =>
          own.map((question) => {
            const at = units.get(unit) ?? 0;
            return { unit: at, question, cell: cells.of(group.id, at, question) };
          }),
        );
        rows.push({ ...drawnRow(group, row, size), answers });
      }
    }
  }
  const rating = new Map(plan.groups.map((group) => [group.id, new Set(ratedUnits(plan, group))]));
  const terms = leaves.flatMap(({ source, notFor }, leaf) =>
    plan.units.flatMap(({ id }, unit): readonly LeafTerm[] => {
      const parts = source.parts
        .filter(({ weight, group }) => weight.gt(0) && rating.get(group)?.has(id) === true)
        .map((part) => partTerm(source, part, unit, questions, cells));
      const isMeant = parts.length > 0 && !notFor.includes(id);
      return isMeant ? [{ unit, leaf, minRatings: source.minRatings, parts }] : [];
    }),
  );
  const codes = leaves.map(({ code }) => code);
  return { questions, rows, terms, leaves: codes, width: cells.width(), unknown };
}

function questionsOf(plan: Plan, sources: readonly SurveySource[]): readonly DrawnQuestion[] {
  const used = new Set(sources.flatMap(({ parts }) => parts.flatMap((part) => part.questions)));
  const scales = new Map(plan.scales.map(({ id, options }) => [id, options]));
  const all = new Map(plan.forms.flatMap((form) => form.questions.map((one) => [one.id, one])));
  return [...used].flatMap((id): readonly DrawnQuestion[] => {
    const question = all.get(id);
    if (question === undefined) return [];
    const options = scales.get(question.scale ?? '') ?? [];
    const places = options.map((_, at) => at);
    const pointsAt = (at: number): number => options[at]?.points?.valueOf() ?? Number.NaN;
    const scored = places.filter((at) => !Number.isNaN(pointsAt(at)));
    const silent = places.filter((at) => Number.isNaN(pointsAt(at)));
    scored.sort((one, other) => pointsAt(one) - pointsAt(other));
    return [{ id, options, scored, silent, isOfSheet: question.per === 'sheet' }];
  });
}

/** Questions by group. */
function askedOf(sources: readonly SurveySource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { parts } of sources) {
    for (const part of parts.filter(({ weight }) => weight.gt(0))) {
      for (const group of [part.group, ...part.with]) {
        const own = asked.get(group) ?? new Set();
        for (const question of part.questions) own.add(question);
        asked.set(group, own);
      }
    }
  }
  return asked;
}

interface Cells {
  readonly of: (group: string, unit: number, question: number) => number;
  readonly known: (group: string, unit: number, question: number) => number | null;
  readonly width: () => number;
}

function cellMaker(questions: readonly DrawnQuestion[]): Cells {
  const cells = new Map<string, number>();
  let width = 0;
  const key = (group: string, unit: number, question: number): string =>
    `${unit}\n${question}\n${group}`;
  return {
    of: (group, unit, question) => {
      const before = cells.get(key(group, unit, question));
      if (before !== undefined) return before;
      const cell = width;
      cells.set(key(group, unit, question), cell);
      width += questions[question]?.options.length ?? 0;
      return cell;
    },
    known: (group, unit, question) => cells.get(key(group, unit, question)) ?? null,
    width: () => width,
  };
}

interface RatingRow {
  readonly row: QuotaRow;
  readonly rates: readonly UnitId[];
}

function rowsOf(plan: Plan, group: Group, { groups }: Quotas): readonly RatingRow[] {
  const rows = groups.find((one) => one.group === group.id)?.rows ?? [];
  return rows.flatMap((row): readonly RatingRow[] => {
    const { target } = row;
    if (group.about.kind === 'units') return [{ row, rates: group.about.units }];
    if (target.kind === 'group') {
      // Another survey hands over its forms unit by unit.
      const own = { ...row, size: borrowedForms };
      const isBorrowed = borrowedFrom(group) !== null;
      return isBorrowed ? ratedUnits(plan, group).map((unit) => ({ row: own, rates: [unit] })) : [];
    }
    return target.unit === null ? [] : [{ row, rates: [target.unit] }];
  });
}

function sizeOf(group: Group, row: QuotaRow): number | null {
  if (borrowedFrom(group) !== null) return borrowedForms;
  if (row.size !== null) return row.size;
  // Visitors are still to be counted: what a crowded desk must bring in at least.
  const rule = unitRule(group, row.target.kind === 'unit' ? row.target.unit : null);
  return rule.rule === 'band' && rule.atLeast > 0 ? rule.atLeast : null;
}

function drawnRow(group: Group, row: QuotaRow, size: number): Omit<DrawnRow, 'answers'> {
  const { target, wanted, designEffect, inclusion } = row;
  const isPlanned = wanted !== null && row.size !== null && row.size > 0 && wanted < row.size;
  const own = target.kind === 'place' ? target.place : target.kind === 'unit' ? target.unit : '';
  return {
    id: `${group.id}\n${own}`,
    size,
    population: rowPopulation(row),
    inclusion: inclusion === null ? 1 : approximate(inclusion),
    reply: isPlanned ? wanted / size : chances.reply * (1 - chances.void),
    designEffect: designEffect === null ? 1 : approximate(designEffect),
    isBorrowed: borrowedFrom(group) !== null,
  };
}

function partTerm(
  source: SurveySource,
  part: SurveyPart,
  unit: number,
  questions: readonly DrawnQuestion[],
  cells: Cells,
): PartTerm {
  const asked = part.questions.map((question, at): QuestionTerm => {
    const number = questions.findIndex((one) => one.id === question);
    const options = questions[number]?.options ?? [];
    const own = Object.hasOwn(source.tables, question) ? source.tables[question] : undefined;
    const { percents } = answerTable(options, source.as, own ?? null);
    const values = options.map(({ code }) => percents[code]?.valueOf() ?? Number.NaN);
    const groups = [part.group, ...part.with];
    return {
      weight: part.questionWeights[at]?.valueOf() ?? 1,
      cells: groups.flatMap((group) => cells.known(group, unit, number) ?? []),
      values: Float64Array.from(values),
    };
  });
  return { weight: part.weight.valueOf(), questions: asked };
}

/** Fills `percents`, unit × leaf, from counts; NaN where too few answers count. The truth knows no minimum (`isTrue`). */
export function leafPercents(
  { terms, leaves }: Pick<PowerDesign, 'terms' | 'leaves'>,
  counts: Float64Array,
  percents: Float64Array,
  isTrue: boolean,
): void {
  percents.fill(Number.NaN);
  for (const { unit, leaf, parts, minRatings } of terms) {
    let sum = 0;
    for (const { weight, questions } of parts) {
      let part = 0;
      let weights = 0;
      for (const question of questions) {
        part += question.weight * questionPercent(question, counts, isTrue ? 0 : minRatings);
        weights += question.weight;
      }
      sum += (weight * part) / weights;
    }
    percents[unit * leaves.length + leaf] = Math.min(100, Math.max(0, sum));
  }
}

function questionPercent(
  { cells, values }: QuestionTerm,
  counts: Float64Array,
  minRatings: number,
): number {
  let base = 0;
  let sum = 0;
  for (const cell of cells) {
    for (let option = 0; option < values.length; option++) {
      const value = values[option] as number;
      if (Number.isNaN(value)) continue;
      const count = counts[cell + option] as number;
      base += count;
      sum += count * value;
    }
  }
  // Counts of a finite population are worked out: a hair below a whole number is that number.
  return base < minRatings - 1e-6 || base <= 0 ? Number.NaN : sum / base;
}
