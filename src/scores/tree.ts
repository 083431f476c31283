/**
 * The scoring tree, criterion by criterion over all units, leaves first: what a normalised value is worth depends on the values of the
 * other units.
 */
import type { Criterion, Index, Unit } from '../plan/plan.ts';
import { type Exact, hundred, percentOf, zero } from '../stats/exact.ts';
import { bandPoints } from './bands.ts';
import { combined } from './combine.ts';
import { normalisedScores } from './normalise.ts';
import type { CriterionScore } from './score.ts';
import { type LeafValue, leafReader, type Sources } from './values.ts';

export interface Scoring {
  /** In the order of the plan; every list of scores is in the same order. */
  readonly units: readonly Unit[];
  readonly index: Index;
  readonly sources: Sources;
  /** Whether a survey was held about the units of a block; where it was not, survey leaves do not apply. */
  readonly surveyHeld: (block: string) => boolean;
}

/** One score for each unit. */
export function criterionScores(criterion: Criterion, scoring: Scoring): readonly CriterionScore[] {
  const scores =
    criterion.children.length > 0
      ? parentScores(criterion, scoring)
      : leafScores(criterion, scoring);
  return normalisedScores(criterion, scores, scoring.units);
}

function leafScores(criterion: Criterion, scoring: Scoring): readonly CriterionScore[] {
  const { units, sources, surveyHeld } = scoring;
  const notFor = new Set(criterion.notFor);
  const read = leafReader(criterion, sources);
  const surveyed = criterion.source?.kind === 'survey';
  const isChanged = criterion.normalise !== null || criterion.bands.length > 0;
  return units.map(({ id, block }): CriterionScore => {
    if (notFor.has(id) || (surveyed && !surveyHeld(block))) return notApplicable(criterion);
    const found = read(id);
    return {
      code: criterion.code,
      applies: true,
      points: pointsOf(criterion, found),
      max: criterion.max,
      children: [],
      dropped: [],
      leaf: found.leaf,
      value: isChanged ? found.value : null,
      against: null,
    };
  });
}

/** Before normalising. Points outside 0 to the maximum are no points: nothing is clamped. */
function pointsOf({ max, bands, normalise }: Criterion, { value, leaf }: LeafValue): Exact | null {
  if (value === null || normalise !== null) return null;
  if (bands.length > 0) return bandPoints(value, bands);
  if (leaf?.kind === 'survey') return max.mul(value).div(hundred);
  return value.lt(0) || value.gt(max) ? null : value;
}

/** What is normalised of a criterion with children is its percent: points ÷ own maximum × 100. */
function parentScores(criterion: Criterion, scoring: Scoring): readonly CriterionScore[] {
  const { code, combine, children, normalise } = criterion;
  const columns = children.map((child) => criterionScores(child, scoring));
  const notFor = new Set(criterion.notFor);
  const max =
    normalise === null ? criterion.max : combine === 'sum' ? fullMaximum(children) : hundred;
  const parent = { combine, max, criteria: children };
  return scoring.units.map(({ id }, at): CriterionScore => {
    const own = columns.flatMap((column) => column[at] ?? []);
    const { applies, ...part } = combined(parent, own, scoring.index);
    if (notFor.has(id) || !applies) return notApplicable(criterion);
    const value =
      normalise === null || part.points === null ? null : percentOf(part.points, part.max);
    return { code, applies, ...part, children: own, leaf: null, value, against: null };
  });
}

function fullMaximum(criteria: readonly Criterion[]): Exact {
  return criteria.reduce((sum, { max }) => sum.add(max), zero);
}

/** The same shape below, so that every unit has every criterion. */
function notApplicable(criterion: Criterion): CriterionScore {
  return {
    code: criterion.code,
    applies: false,
    points: null,
    max: zero,
    children: criterion.children.map(notApplicable),
    dropped: [],
    leaf: null,
    value: null,
    against: null,
  };
}
