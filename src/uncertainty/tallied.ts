/**
 * What paper tallies leave open. They tell how many chose each option of each question, not who chose what elsewhere: of several
 * questions only the largest error is known, the one where all answers go together (Σ share × standard error of the question).
 */
import type { Plan } from '../plan/plan.ts';
import type { Quotas } from '../quotas/quota.ts';
import type { Ratings } from '../ratings.ts';
import type { PartValue, QuestionValue } from '../scores/score.ts';
import type { Tallies } from '../tallies.ts';
import type { SheetWeights } from '../weights.ts';
import type { TalliedError } from './influence.ts';
import { type PaperCounts, paperCounts } from './paper-counts.ts';
import { populationOf, rowFinder } from './rows-about.ts';
import { type SurveyLeaf, shareOf, weightOfBase } from './terms.ts';

export function talliedErrors(
  plan: Plan,
  quotas: Quotas,
  ratings: Ratings,
  weights: SheetWeights | null,
  tallies: Tallies,
  leaves: readonly SurveyLeaf[],
): readonly TalliedError[] {
  const paper = paperCounts(plan, ratings, weights, tallies);
  if (paper.size === 0) return [];
  const groups = new Map(plan.groups.map(({ id }, at) => [id, at]));
  const units = plan.units.map(({ id }) => id);
  const design = paperDesign(plan, quotas);
  return leaves.flatMap(({ unit, leaf, parts }) => {
    const about = units[unit] ?? '';
    const members = parts.flatMap((part) =>
      [part.group, ...part.with].map((group) => ({ part, group })),
    );
    return members.flatMap(({ part, group }): readonly TalliedError[] => {
      const counts = (question: string): PaperCounts | undefined =>
        paper.get(`${group}\n${about}\n${question}`);
      const asked = part.questions.flatMap((question) => {
        const counted = counts(question.question);
        return counted === undefined ? [] : [questionError(part, question, counted)];
      });
      const forms = Math.max(0, ...asked.map((one) => one.forms));
      if (forms === 0) return [];
      const sum = asked.reduce((all, { error }) => all + error, 0);
      const { fraction, effect } = design(group, about, forms);
      const error = sum * Math.sqrt((1 - fraction) * effect);
      const isExact = asked.length === 1;
      return [{ group: groups.get(group) ?? -1, unit, leaf, error, forms, fraction, isExact }];
    });
  });
}

/** Standard error that the forms on paper add through one question: multinomial, with n − 1 below. */
function questionError(
  part: PartValue,
  question: QuestionValue,
  { counts, weighted }: PaperCounts,
): { readonly error: number; readonly forms: number } {
  const codes = Object.keys(question.table);
  const forms = codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  const weight = codes.reduce((sum, code) => sum + (weighted[code] ?? 0), 0);
  if (forms === 0 || weight === 0) return { error: 0, forms: 0 };
  const value = (code: string): number => question.table[code]?.valueOf() ?? 0;
  const mean = codes.reduce((sum, code) => sum + (weighted[code] ?? 0) * value(code), 0) / weight;
  const squares = codes.reduce((sum, code) => {
    return sum + (weighted[code] ?? 0) * (value(code) - mean) ** 2;
  }, 0);
  // A single form: its distance from the mean of all.
  const whole = question.percent?.valueOf() ?? mean;
  const variance = forms > 1 ? squares / weight / (forms - 1) : (mean - whole) ** 2;
  const share = (shareOf(part, question) * weight) / weightOfBase(question);
  return { error: share * Math.sqrt(variance), forms };
}

/**
 * Finite populations and designs: the share of all that the forms are, and, where they come from several places of which the
 * tallies say no more, the design effect that the plan states.
 */
function paperDesign(
  plan: Plan,
  quotas: Quotas,
): (
  group: string,
  unit: string,
  forms: number,
) => { readonly fraction: number; readonly effect: number } {
  const rows = rowFinder(plan, quotas);
  return (group, unit, forms) => {
    const own = rows(group, unit);
    const effects = own.map(({ target, designEffect }) => {
      return target.kind === 'place' ? (designEffect?.valueOf() ?? 1) : 1;
    });
    const isPlaced = own.some(({ target }) => target.kind === 'place');
    const all = isPlaced ? null : populationOf(own);
    const fraction = all === null || forms > all ? 0 : forms / all;
    return { fraction, effect: Math.max(1, ...effects) };
  };
}
