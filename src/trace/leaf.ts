/** How a leaf came to its value: points that were given, answers that were counted, figures that were put in. */
import type { Where } from '../findings/finding.ts';
import type { Criterion } from '../plan/criterion.ts';
import type { UnitId } from '../plan/plan.ts';
import type { CriterionScore, LeafScore, PartValue } from '../scores/score.ts';
import { numberTerm, overTerm, productTerm, sumTerm } from '../stats/arithmetic.ts';
import { type Exact, exact, hundred, sumExact, zero } from '../stats/exact.ts';
import type { TraceContext } from './context.ts';
import { type Candidate, equationFor } from './equations.ts';
import type { Fact } from './facts.ts';
import { conditionsTrace, formulaTrace } from './formula.ts';
import { hasHidden, partStep } from './part.ts';
import type { Equation, Step } from './step.ts';

export interface LeafTrace {
  readonly equations: readonly Equation[];
  readonly facts: readonly Fact[];
  /** What each group said. */
  readonly steps: () => readonly Step[];
}

export interface LeafOf {
  readonly unit: UnitId;
  readonly criterion: Criterion;
  readonly score: CriterionScore;
  readonly context: TraceContext;
}

const none = (): readonly Step[] => [];

export function leafTrace(of: LeafOf): LeafTrace {
  const { leaf } = of.score;
  switch (leaf?.kind) {
    case 'appraised': {
      const facts = [...appraisalFacts(leaf, of), ...outsideFacts(leaf.second ?? leaf.first, of)];
      return { equations: [], facts, steps: none };
    }
    case 'survey':
      return surveyTrace(leaf, of);
    case 'figure': {
      const figure = of.context.figure(of.unit, leaf);
      const missing: readonly Fact[] =
        leaf.value === null ? [{ fact: 'no-figures', names: [figure.name] }] : [];
      const facts = [{ fact: 'figure', figure } as const, ...missing];
      return { equations: [], facts: [...facts, ...outsideFacts(leaf.value, of)], steps: none };
    }
    case 'formula': {
      const { equations, facts } = formulaTrace(leaf, of);
      return { equations, facts: [...facts, ...outsideFacts(leaf.value, of)], steps: none };
    }
    case 'conditions':
      return { ...conditionsTrace(leaf, of), steps: none };
    default:
      return { equations: [], facts: [], steps: none };
  }
}

/** A value that is there but can be no points: nothing is clamped. */
function outsideFacts(value: Exact | null, { criterion, score }: LeafOf): readonly Fact[] {
  const { bands, normalise, max } = criterion;
  if (value === null || score.points !== null || bands.length > 0 || normalise !== null) return [];
  return value.lt(zero) || value.gt(max) ? [{ fact: 'outside', value, max }] : [];
}

type Appraised = Extract<LeafScore, { readonly kind: 'appraised' }>;

function appraisalFacts(leaf: Appraised, { unit, criterion, context }: LeafOf): readonly Fact[] {
  const lacks = (leaf.second ?? leaf.first) === null;
  const stages = stageFacts(leaf, (which) => context.cell(unit, criterion.code, which));
  return lacks ? [...stages, { fact: 'no-appraisal' }] : stages;
}

/** What was given at each stage of an appraisal, with the cells that say so. */
export function stageFacts(
  leaf: Omit<Appraised, 'kind'>,
  from: (which: string) => Where | null,
): readonly Fact[] {
  const given = (fact: 'self' | 'first' | 'second', points: Exact | null): readonly Fact[] =>
    points === null ? [] : [{ fact, points, from: from(fact) }];
  const said = (fact: 'explanation' | 'evidence', text: string | null): readonly Fact[] =>
    text === null ? [] : [{ fact, text, from: from(fact) }];
  return [
    ...given('self', leaf.self),
    ...said('evidence', leaf.evidence),
    ...given('first', leaf.first),
    ...said('explanation', leaf.explanation),
    ...given('second', leaf.second),
  ];
}

type Surveyed = Extract<LeafScore, { readonly kind: 'survey' }>;

function surveyTrace(leaf: Surveyed, of: LeafOf): LeafTrace {
  const { parts, percent } = leaf;
  const isHidden = (part: PartValue): boolean => hasHidden(part, of);
  const steps = () => parts.map((part) => partStep(part, of));
  const facts = [
    ...hiddenFacts(parts.filter(isHidden), parts.length, of),
    ...silentFacts(leaf, isHidden, of),
  ];
  if (percent === null) return { equations: [], facts, steps };
  const equations = [percentEquation(parts, isHidden, percent), pointsEquation(percent, of)];
  return { equations: equations.filter((one) => one !== null), facts, steps };
}

function hiddenFacts(hidden: readonly PartValue[], all: number, of: LeafOf): readonly Fact[] {
  if (hidden.length === 0) return [];
  const { context } = of;
  const groups = hidden.map(({ group }) => context.groupName(group));
  // Where nothing of the leaf is shown apart its own result says it all.
  const together = hidden.length === all ? null : togetherOf(hidden);
  return [{ fact: 'hidden', groups, fewest: context.index.hideBelow, together }];
}

function togetherOf(parts: readonly PartValue[]): Exact | null {
  const known = parts.flatMap(({ weight, percent }) =>
    percent === null ? [] : [weight.mul(percent)],
  );
  return known.length === parts.length ? sumExact(known) : null;
}

/** Groups that leave the leaf without a value: nobody answered, or fewer than the plan asks for. */
function silentFacts(
  { parts }: Surveyed,
  isHidden: (part: PartValue) => boolean,
  { context, criterion: { source } }: LeafOf,
): readonly Fact[] {
  if (parts.length === 0) return [{ fact: 'no-rater' }];
  const least = source?.kind === 'survey' ? source.minRatings : 1;
  const lacking = parts.filter(({ percent }) => percent === null);
  const silent = lacking.filter((part) => fewest(part) === 0);
  const few = lacking.filter((part) => fewest(part) > 0);
  const nameOf = ({ group }: PartValue): string => context.groupName(group);
  const groups = few.map((part) => {
    return { name: nameOf(part), base: isHidden(part) ? null : fewest(part) };
  });
  return [
    ...(silent.length === 0 ? [] : [{ fact: 'no-answers', groups: silent.map(nameOf) } as const]),
    ...(few.length === 0 ? [] : [{ fact: 'few-answers', groups, least } as const]),
  ];
}

/** Answers that count to that of its questions which fewest answered. */
function fewest({ questions }: PartValue): number {
  return Math.min(...questions.map(({ base }) => base));
}

/** Σ weight × percent; groups that are not shown apart stand there together. */
function percentEquation(
  parts: readonly PartValue[],
  isHidden: (part: PartValue) => boolean,
  percent: Exact,
): Equation | null {
  const shown = parts.filter((part) => !isHidden(part));
  const rest = parts.filter(isHidden);
  const together = rest.length === 0 ? null : togetherOf(rest);
  const [only] = parts;
  if (shown.length === 0 || (parts.length === 1 && only?.weight.equals(exact(1)))) return null;
  const terms = shown.flatMap(({ weight, percent: own }) =>
    own === null ? [] : [productTerm(numberTerm(weight), numberTerm(own))],
  );
  const all = together === null ? terms : [...terms, numberTerm(together)];
  return equationFor(percent, [{ rule: 'leaf-percent', term: sumTerm(all) }]);
}

/** Maximum × percent ÷ 100, where that is what counts. */
function pointsEquation(percent: Exact, { criterion, score }: LeafOf): Equation | null {
  const { value, points } = score;
  if (value?.equals(percent) === true || points === null) return null;
  const product = productTerm(numberTerm(criterion.max), numberTerm(percent));
  const candidate: Candidate = {
    rule: 'leaf-points',
    term: overTerm(product, numberTerm(hundred)),
  };
  return equationFor(value ?? points, [candidate]);
}
