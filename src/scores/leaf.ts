/** From the tallies to the value of a survey leaf, in percent of its maximum. */
import type { LeafSource, Option, SurveyPart, UnitId } from '../plan/plan.ts';
import {
  type AnswerTable,
  addedCounts,
  addedWeights,
  answersIn,
  answerTable,
  tablePercent,
  weightedPercent,
} from '../stats/answers.ts';
import { type Exact, exact, sumExact } from '../stats/exact.ts';
import { weightedMean } from '../stats/means.ts';
import { addedMissing } from '../stats/missing.ts';
import type { Tally } from '../tallies.ts';
import type { PartValue, QuestionValue } from './score.ts';

export type SurveySource = Extract<LeafSource, { kind: 'survey' }>;

/** What a survey leaf is worked out from. */
export interface Answers {
  /** The tally of a question that a group answered about a unit; null when nobody did. */
  readonly tally: (group: string, unit: UnitId, question: string) => Tally | null;
  readonly options: (question: string) => readonly Option[];
  /** Whether the group's sheets rate the unit. */
  readonly rates: (group: string, unit: UnitId) => boolean;
}

/** For each unit the groups that rate it, each with what it says. A group with weight 0 says nothing. */
export function partValues(
  source: SurveySource,
  answers: Answers,
): (unit: UnitId) => readonly PartValue[] {
  const parts = source.parts.filter(({ weight }) => weight.gt(0));
  const ids = new Set(parts.flatMap(({ questions }) => questions));
  const tables = new Map(
    [...ids].map((id) => {
      const own = Object.hasOwn(source.tables, id) ? source.tables[id] : undefined;
      return [id, answerTable(answers.options(id), source.as, own ?? null)] as const;
    }),
  );
  return (unit) =>
    parts
      .filter((part) => answers.rates(part.group, unit))
      .map((part) => partValue(part, source.minRatings, unit, answers, tables));
}

/** Σ weight × percent; null when there is no part, or any has no value: weights are never spread anew. */
export function weighted(parts: readonly PartValue[]): Exact | null {
  const terms: Exact[] = [];
  for (const part of parts) {
    if (part.percent === null) return null;
    terms.push(part.weight.mul(part.percent));
  }
  return terms.length === 0 ? null : sumExact(terms);
}

function partValue(
  part: SurveyPart,
  minRatings: number,
  unit: UnitId,
  answers: Answers,
  tables: ReadonlyMap<string, AnswerTable>,
): PartValue {
  const groups = [part.group, ...part.with];
  const questions = part.questions.map((question, at): QuestionValue => {
    const tallies: Tally[] = [];
    const table = tables.get(question) ?? answerTable([], 'mean', null);
    const bases: number[] = [];
    for (const group of groups) {
      const found = answers.tally(group, unit, question);
      if (found !== null) tallies.push(found);
      if (groups.length > 1) bases.push(found === null ? 0 : answersIn(found.counts, table));
    }
    const weight = part.questionWeights[at] ?? exact(1);
    const value = questionValue(tallies, table, minRatings);
    return { question, weight, ...(groups.length > 1 ? { bases } : {}), ...value };
  });
  const terms = questions.flatMap(({ percent, weight }) =>
    percent === null ? [] : [{ value: percent, weight }],
  );
  const percent = terms.length === questions.length ? weightedMean(terms) : null;
  return { group: part.group, with: part.with, weight: part.weight, percent, questions };
}

function questionValue(
  tallies: readonly Tally[],
  table: AnswerTable,
  minRatings: number,
): Omit<QuestionValue, 'question' | 'weight'> {
  const [only, ...others] = tallies;
  const isOne = only !== undefined && others.length === 0;
  const counts = isOne ? only.counts : addedCounts(tallies.map((tally) => tally.counts));
  const base = answersIn(counts, table);
  const weights = addedWeights(tallies);
  const percent = weights === null ? tablePercent(counts, table) : weightedPercent(weights, table);
  return {
    counts,
    missing: isOne ? only.missing : addedMissing(tallies.map(({ missing }) => missing)),
    weighted: weights,
    ...(weights === null ? {} : { fewestAlike: fewestAlike(tallies) }),
    table: table.percents,
    base,
    percent: base < minRatings ? null : percent,
    batches: isOne && only.batches.length < 2 ? only.batches : batchesOf(tallies),
  };
}

/** A group without weights beside one with them is alike in itself. */
function fewestAlike(tallies: readonly Tally[]): number {
  const fewest = tallies.flatMap(({ fewestAlike: own, counts }) => {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return all === 0 ? [] : [own ?? all];
  });
  return Math.min(...fewest);
}

function batchesOf(tallies: readonly Tally[]): readonly string[] {
  return [...new Set(tallies.flatMap(({ batches }) => batches))].sort();
}
