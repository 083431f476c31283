/** `index` as written → the scoring tree with maxima, weights and inherited exclusions filled in. */
import { type Exact, sumExact, zero } from '../stats/exact.ts';
import { record } from './entries.ts';
import type { Gathered } from './normalise.ts';
import { unitsIn } from './normalise-groups.ts';
import type {
  ClassBand,
  Criterion,
  Form,
  Group,
  Index,
  LeafSource,
  QuestionId,
  SurveyPart,
  UnitId,
} from './plan.ts';
import type { CriterionFile } from './schema/index-tree.ts';
import type { PlanFile } from './schema.ts';

export type IndexFile = NonNullable<PlanFile['index']>;
export type SurveyFile = NonNullable<CriterionFile['survey']>;

/** What survey leaves refer to: the groups and forms of the plan. */
export interface Asked {
  readonly groups: readonly Group[];
  readonly forms: readonly Form[];
}

export function normaliseIndex(written: IndexFile, gathered: Gathered, asked: Asked): Index {
  const { rank, rounding, classes } = written;
  const listed = classes === undefined || !('default' in classes);
  const byBlock = listed ? [] : Object.entries(classes.by_block);
  return {
    criteria: written.criteria.map((criterion) =>
      normaliseCriterion(criterion, [], { gathered, asked, step: written.step ?? null }),
    ),
    rank: {
      within: rank?.within ?? 'block',
      on: rank?.on ?? 'percent',
      ties: rank?.ties ?? 'joint',
    },
    classes: listed ? (classes ?? []) : classes.default,
    classesByBlock: record<readonly ClassBand[]>(byBlock),
    rounding: { decimals: rounding?.decimals ?? 2, mode: rounding?.mode ?? 'half-up' },
    bonus: written.bonus?.max ?? null,
    penalty: written.penalty?.max ?? null,
    decimal: written.decimal ?? null,
  };
}

/** What every criterion is normalised with. */
interface Context {
  readonly gathered: Gathered;
  readonly asked: Asked;
  /** Of the index. */
  readonly step: Exact | null;
}

function normaliseCriterion(
  written: CriterionFile,
  inherited: readonly UnitId[],
  context: Context,
): Criterion {
  const own = written.not_for === undefined ? [] : unitsIn(written.not_for, context.gathered);
  const notFor = [...new Set([...inherited, ...own])];
  const children = (written.criteria ?? []).map((child) =>
    normaliseCriterion(child, notFor, context),
  );
  const source = children.length > 0 ? null : sourceOf(written, context.asked);
  return {
    code: written.code,
    name: written.name,
    max: maximumOf(written),
    children,
    source,
    step: source?.kind === 'appraised' ? (written.step ?? context.step) : null,
    notFor,
  };
}

/** Its own maximum, or the sum of its children's. */
export function maximumOf(written: CriterionFile): Exact {
  if (written.max !== undefined) return written.max;
  return written.criteria === undefined ? zero : sumExact(written.criteria.map(maximumOf));
}

function sourceOf({ survey }: CriterionFile, asked: Asked): LeafSource {
  if (survey === undefined) return { kind: 'appraised' };
  const parts = partsOf(survey, asked).map(({ by: _by, ...part }) => part);
  return { kind: 'survey', as: survey.as ?? 'mean', parts };
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
    const questions = part.questions ?? survey.questions ?? [];
    return askedOf(by, questions, asked).map((group): WrittenPart => {
      const others = (part.with ?? []).flatMap((id) => {
        const answering = askedOf(id, questions, asked);
        const same = answering.filter(({ form }) => form === group.form);
        return same.length > 0 ? same : answering;
      });
      const ids = others.map((other) => other.id);
      return { by, group: group.id, with: ids, weight: part.weight, questions };
    });
  });
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
