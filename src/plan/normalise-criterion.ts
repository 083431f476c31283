/** `index.criteria` as written → the scoring tree with maxima, weights and inherited exclusions filled in. */
import { type Exact, exact, hundred, sumExact, zero } from '../stats/exact.ts';
import type { Combine, Criterion, LeafSource, Normalise } from './criterion.ts';
import type { Gathered } from './normalise.ts';
import { unitsIn } from './normalise-groups.ts';
import { type Asked, surveySource } from './normalise-survey-leaf.ts';
import type { UnitId } from './plan.ts';
import type { NormaliseFile } from './schema/index-normalise.ts';
import type { CriterionFile } from './schema/index-tree.ts';

/** What every criterion is normalised with. */
export interface CriterionContext {
  readonly gathered: Gathered;
  readonly asked: Asked;
  /** Of the index. */
  readonly step: Exact | null;
  readonly minRatings: number | undefined;
  /** Among which units values are set against each other where a criterion does not say. */
  readonly within: 'block' | 'all';
}

export function normaliseCriterion(
  written: CriterionFile,
  inherited: readonly UnitId[],
  context: CriterionContext,
): Criterion {
  const own = written.not_for === undefined ? [] : unitsIn(written.not_for, context.gathered);
  const notFor = [...new Set([...inherited, ...own])];
  const children = (written.criteria ?? []).map((child) =>
    normaliseCriterion(child, notFor, context),
  );
  const source = children.length > 0 ? null : sourceOf(written, context);
  return {
    code: written.code,
    name: written.name,
    max: maximumOf(written),
    weight: written.weight ?? exact(1),
    children,
    combine: written.combine ?? 'sum',
    source,
    normalise:
      written.normalise === undefined ? null : normaliseRule(written.normalise, context.within),
    bands: (written.bands ?? []).toSorted((one, other) => other.from.compare(one.from)),
    step: source?.kind === 'appraised' ? (written.step ?? context.step) : null,
    notFor,
  };
}

/** Its own maximum; else the top of what it is normalised to, the best of its bands, or what its children give. */
export function maximumOf(written: CriterionFile): Exact {
  const { max, normalise, bands, criteria, combine } = written;
  if (max !== undefined) return max;
  if (normalise !== undefined) return topOf(normalise);
  if (bands !== undefined) return largest(bands.map(({ points }) => points));
  return criteria === undefined ? zero : combinedMax(criteria.map(maximumOf), combine ?? 'sum');
}

/** The sum; of a mean the maximum that all have, 0 where they differ (and one must be written). */
export function combinedMax(maxima: readonly Exact[], combine: Combine): Exact {
  if (combine === 'sum') return sumExact(maxima);
  const [first = zero, ...others] = maxima;
  return others.every((one) => one.equals(first)) ? first : zero;
}

/** Places and standard scores have no top of their own. */
function topOf({ method, to }: NormaliseFile): Exact {
  return method === 'z-score' || method === 'rank' ? zero : (to?.high ?? hundred);
}

function largest(values: readonly Exact[]): Exact {
  return values.reduce((most, value) => (value.gt(most) ? value : most), zero);
}

function normaliseRule(written: NormaliseFile, within: 'block' | 'all'): Normalise {
  const { method, to, goals, scale, reversed } = written;
  const isScore = method === 'z-score';
  return {
    method,
    low: isScore ? (scale?.mean ?? exact(50)) : (to?.low ?? zero),
    high: isScore ? (scale?.deviation ?? exact(10)) : (to?.high ?? hundred),
    goals: goals ?? null,
    reversed: reversed ?? false,
    within: written.within ?? within,
  };
}

function sourceOf(written: CriterionFile, context: CriterionContext): LeafSource {
  const { survey, figure, formula, all, any } = written;
  if (survey !== undefined) return surveySource(survey, context.asked, context.minRatings);
  if (figure !== undefined) return { kind: 'figure', figure };
  if (formula !== undefined) return { kind: 'formula', expression: formula };
  if (all !== undefined) return { kind: 'conditions', need: 'all', conditions: all };
  if (any !== undefined) return { kind: 'conditions', need: 'any', conditions: any };
  return { kind: 'appraised' };
}
