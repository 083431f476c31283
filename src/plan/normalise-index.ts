/** `index` as written → the scoring tree with maxima, weights and inherited exclusions filled in. */
import { type Exact, sumExact, zero } from '../stats/exact.ts';
import { record } from './entries.ts';
import type { Gathered } from './normalise.ts';
import { unitsIn } from './normalise-groups.ts';
import type { ClassBand, Criterion, Index, LeafSource, SurveyPart, UnitId } from './plan.ts';
import type { CriterionFile } from './schema/index-tree.ts';
import type { PlanFile } from './schema.ts';

export type IndexFile = NonNullable<PlanFile['index']>;
export type SurveyFile = NonNullable<CriterionFile['survey']>;

export function normaliseIndex(written: IndexFile, gathered: Gathered): Index {
  const { rank, rounding, classes } = written;
  const listed = classes === undefined || !('default' in classes);
  const byBlock = listed ? [] : Object.entries(classes.by_block);
  return {
    criteria: written.criteria.map((criterion) => normaliseCriterion(criterion, [], gathered)),
    rank: {
      within: rank?.within ?? 'block',
      on: rank?.on ?? 'percent',
      ties: rank?.ties ?? 'joint',
    },
    classes: listed ? (classes ?? []) : classes.default,
    classesByBlock: record<readonly ClassBand[]>(byBlock),
    rounding: { decimals: rounding?.decimals ?? 2, mode: rounding?.mode ?? 'half-up' },
  };
}

function normaliseCriterion(
  written: CriterionFile,
  inherited: readonly UnitId[],
  gathered: Gathered,
): Criterion {
  const own = written.not_for === undefined ? [] : unitsIn(written.not_for, gathered);
  const notFor = [...new Set([...inherited, ...own])];
  const children = (written.criteria ?? []).map((child) =>
    normaliseCriterion(child, notFor, gathered),
  );
  return {
    code: written.code,
    name: written.name,
    max: maximumOf(written),
    children,
    source: children.length > 0 ? null : sourceOf(written),
    notFor,
  };
}

/** Its own maximum, or the sum of its children's. */
export function maximumOf(written: CriterionFile): Exact {
  if (written.max !== undefined) return written.max;
  return written.criteria === undefined ? zero : sumExact(written.criteria.map(maximumOf));
}

function sourceOf({ survey }: CriterionFile): LeafSource {
  if (survey === undefined) return { kind: 'appraised' };
  return { kind: 'survey', as: survey.as ?? 'mean', parts: partsOf(survey) };
}

/** One part for each group of `by`, with the questions that this group is asked. */
export function partsOf(survey: SurveyFile): readonly SurveyPart[] {
  return Object.entries(survey.by).map(([group, part]) => {
    const shared = survey.questions ?? [];
    return 'weight' in part
      ? { group, with: part.with ?? [], weight: part.weight, questions: part.questions ?? shared }
      : { group, with: [], weight: part, questions: shared };
  });
}
