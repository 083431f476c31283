/** `survey` of a criterion as written → the parts that make its value: who is asked which questions, with what weight. */
import { type Exact, exact } from '../stats/exact.ts';
import type { Form, Group, LeafSource, QuestionId, SurveyPart } from './plan.ts';
import type { QuestionFile, SurveyFile } from './schema/index-survey.ts';

export type { SurveyFile } from './schema/index-survey.ts';

/** What survey leaves refer to: the groups and forms of the plan. */
export interface Asked {
  readonly groups: readonly Group[];
  readonly forms: readonly Form[];
}

export function surveySource(
  survey: SurveyFile,
  asked: Asked,
  minRatings: number | undefined,
): Extract<LeafSource, { readonly kind: 'survey' }> {
  return {
    kind: 'survey',
    as: survey.as ?? 'mean',
    parts: partsOf(survey, asked).map(({ by: _by, ...part }) => part),
    tables: tablesOf(survey),
    minRatings: Math.max(1, survey.min_ratings ?? minRatings ?? 1),
  };
}

/** A part with the key of `by` that it was written under. */
export interface WrittenPart extends SurveyPart {
  readonly by: string;
}

/**
 * The parts of a leaf, with the questions that each group is asked. A written group on several forms answers with those that
 * have the questions: one part for each, because they may rate different units.
 */
export function partsOf(survey: SurveyFile, asked: Asked): readonly WrittenPart[] {
  return Object.entries(survey.by).flatMap(([by, written]) => {
    const part = 'weight' in written ? written : { weight: written };
    const own = part.questions ?? survey.questions ?? [];
    const questions = own.map(questionId);
    const questionWeights = own.map(questionWeight);
    return askedOf(by, questions, asked).map((group): WrittenPart => {
      const others = (part.with ?? []).flatMap((id) => {
        const answering = askedOf(id, questions, asked);
        const same = answering.filter(({ form }) => form === group.form);
        return same.length > 0 ? same : answering;
      });
      const ids = others.map((other) => other.id);
      return { by, group: group.id, with: ids, weight: part.weight, questions, questionWeights };
    });
  });
}

export function questionId(written: QuestionFile): QuestionId {
  return typeof written === 'string' ? written : written.question;
}

function questionWeight(written: QuestionFile): Exact {
  return typeof written === 'string' ? exact(1) : (written.weight ?? exact(1));
}

/** All questions of a leaf as written, with the group that they stand under; null: under the leaf. */
export function writtenQuestionsOf(survey: SurveyFile): readonly {
  readonly by: string | null;
  readonly position: number;
  readonly question: QuestionFile;
}[] {
  const own = (survey.questions ?? []).map((question, position) => ({
    by: null,
    position,
    question,
  }));
  const others = Object.entries(survey.by).flatMap(([by, part]) =>
    ('weight' in part ? (part.questions ?? []) : []).map((question, position) => {
      return { by, position, question };
    }),
  );
  return [...own, ...others];
}

/** A question's own table comes before the criterion's, which comes before the scale's points. */
function tablesOf(
  survey: SurveyFile,
): Readonly<Record<QuestionId, Readonly<Record<string, Exact>>>> {
  const tables = writtenQuestionsOf(survey).flatMap(({ question }) => {
    const own = typeof question === 'string' ? undefined : question.points;
    const table = own ?? survey.points;
    return table === undefined ? [] : [[questionId(question), table] as const];
  });
  return Object.fromEntries(tables);
}

/** Those of a written group's forms that ask all of the questions; of an unknown group, or where none does, one all the same. */
function askedOf(
  written: string,
  questions: readonly QuestionId[],
  { groups, forms }: Asked,
): readonly { readonly id: string; readonly form: string }[] {
  const named = groups.filter(({ id }) => id === written);
  const all = named.length > 0 ? named : groups.filter(({ people }) => people === written);
  const onForm = new Map(
    forms.map(({ id, questions: own }) => [id, new Set(own.map((one) => one.id))]),
  );
  const shared = (group: Group): number =>
    questions.filter((id) => onForm.get(group.form)?.has(id)).length;
  const whole = all.filter((group) => shared(group) === questions.length);
  if (whole.length > 0) return whole;
  const best = all.toSorted((one, other) => shared(other) - shared(one))[0];
  return [best ?? { id: written, form: '' }];
}
