/** From the leaves up: a criterion is the sum of its children that apply to the unit. */
import type { Criterion, UnitId } from '../plan/plan.ts';
import type { Appraisal } from '../points.ts';
import { type Exact, hundred, sumExact, zero } from '../stats/exact.ts';
import { type Answers, partValues, weighted } from './leaf.ts';
import type { CriterionScore, LeafScore, Part } from './score.ts';

export interface Sources extends Answers {
  readonly points: (unit: UnitId, criterion: string) => Appraisal | null;
}

export function criterionScore(
  criterion: Criterion,
  unit: UnitId,
  sources: Sources,
): CriterionScore {
  if (criterion.notFor.includes(unit)) return notApplicable(criterion);
  if (criterion.children.length > 0) {
    const children = criterion.children.map((child) => criterionScore(child, unit, sources));
    if (!children.some((child) => child.applies)) return notApplicable(criterion);
    return { code: criterion.code, applies: true, ...sumOf(children), children, leaf: null };
  }
  const { points, leaf } = leafScore(criterion, unit, sources);
  return { code: criterion.code, applies: true, points, max: criterion.max, children: [], leaf };
}

/** Sum over the criteria that apply; no points when one of them has none, or when none applies. */
export function sumOf(scores: readonly CriterionScore[]): Part {
  const applying = scores.filter((score) => score.applies);
  const points = applying.flatMap((score) => (score.points === null ? [] : [score.points]));
  const whole = applying.length > 0 && points.length === applying.length;
  return {
    points: whole ? sumExact(points) : null,
    max: sumExact(applying.map((score) => score.max)),
  };
}

/** All leaves, in the order of the plan. */
export function leavesOf(scores: readonly CriterionScore[]): readonly CriterionScore[] {
  return scores.flatMap((score) =>
    score.children.length > 0 ? leavesOf(score.children) : [score],
  );
}

function leafScore(
  criterion: Criterion,
  unit: UnitId,
  sources: Sources,
): { readonly points: Exact | null; readonly leaf: LeafScore | null } {
  if (criterion.source === null) return { points: null, leaf: null };
  if (criterion.source.kind === 'appraised') {
    const entry = sources.points(unit, criterion.code);
    return {
      points: entry?.appraised ?? null,
      leaf: {
        kind: 'appraised',
        self: entry?.self ?? null,
        first: entry?.first ?? null,
        second: entry?.second ?? null,
        explanation: entry?.explanation ?? null,
        evidence: entry?.evidence ?? null,
      },
    };
  }
  const parts = partValues(criterion.source, unit, sources);
  const percent = weighted(parts);
  const points = percent === null ? null : criterion.max.mul(percent).div(hundred);
  return { points, leaf: { kind: 'survey', percent, parts } };
}

/** The same shape below, so that every unit has every criterion. */
function notApplicable(criterion: Criterion): CriterionScore {
  const children = criterion.children.map(notApplicable);
  return { code: criterion.code, applies: false, points: null, max: zero, children, leaf: null };
}
