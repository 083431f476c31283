/** From the tallies to the value of a survey leaf, in percent of its maximum. */
import type { LeafSource, Option, SurveyPart, UnitId } from '../plan/plan.ts';
import { addedCounts, answerBase, meanPercent, sharePercent } from '../stats/answers.ts';
import { type Exact, meanExact, sumExact } from '../stats/exact.ts';
import type { Tally } from '../tallies.ts';
import type { PartValue, QuestionValue } from './score.ts';

export type SurveySource = Extract<LeafSource, { kind: 'survey' }>;

/** What a leaf is worked out from. */
export interface Answers {
  /** The tally of a question that a group answered about a unit; null when nobody did. */
  readonly tally: (group: string, unit: UnitId, question: string) => Tally | null;
  readonly options: (question: string) => readonly Option[];
  /** Whether the group's sheets rate the unit. */
  readonly rates: (group: string, unit: UnitId) => boolean;
}

/** The groups that rate `unit`, each with what it says. A group with weight 0 says nothing. */
export function partValues(
  source: SurveySource,
  unit: UnitId,
  answers: Answers,
): readonly PartValue[] {
  return source.parts
    .filter((part) => part.weight.gt(0) && answers.rates(part.group, unit))
    .map((part) => partValue(part, source.as, unit, answers));
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
  as: SurveySource['as'],
  unit: UnitId,
  answers: Answers,
): PartValue {
  const questions = part.questions.map((question): QuestionValue => {
    const tallies = [part.group, ...part.with].flatMap(
      (group) => answers.tally(group, unit, question) ?? [],
    );
    const options = answers.options(question);
    const counts = addedCounts(tallies.map((tally) => tally.counts));
    const percent = as === 'mean' ? meanPercent : sharePercent;
    return {
      question,
      base: answerBase(counts, options),
      percent: percent(counts, options),
      batches: [...new Set(tallies.flatMap((tally) => tally.batches))].sort(),
    };
  });
  const known = questions.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  const percent = known.length === questions.length ? meanExact(known) : null;
  return { group: part.group, weight: part.weight, percent, questions };
}
