/** How a leaf came to its value: points that were given, answers that were counted, figures that were put in. */
import type { Criterion } from '../plan/criterion.ts';
import type { UnitId } from '../plan/plan.ts';
import type { CriterionScore, LeafScore, PartValue } from '../scores/score.ts';
import { numberTerm, overTerm, productTerm, sumTerm } from '../stats/arithmetic.ts';
import { type Exact, exact, hundred, sumExact } from '../stats/exact.ts';
import type { TraceContext } from './context.ts';
import { type Candidate, equationFor } from './equations.ts';
import { formulaEquation, formulaFact, holdsFacts } from './formula.ts';
import { hasHidden, partStep } from './part.ts';
import type { Equation, Fact, Step } from './step.ts';

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
    case 'appraised':
      return { equations: [], facts: appraisalFacts(leaf, of), steps: none };
    case 'survey':
      return surveyTrace(leaf, of);
    case 'figure': {
      const figure = of.context.figure(of.unit, leaf);
      return { equations: [], facts: [{ fact: 'figure', figure }], steps: none };
    }
    case 'formula': {
      const equation = formulaEquation(leaf, of.criterion);
      const facts = [formulaFact(leaf, of)];
      return { equations: equation === null ? [] : [equation], facts, steps: none };
    }
    case 'conditions':
      return { equations: [], facts: holdsFacts(leaf, of), steps: none };
    default:
      return { equations: [], facts: [], steps: none };
  }
}

type Appraised = Extract<LeafScore, { readonly kind: 'appraised' }>;

function appraisalFacts(leaf: Appraised, { unit, criterion, context }: LeafOf): readonly Fact[] {
  const from = (which: string) => context.cell(unit, criterion.code, which);
  const given = (fact: 'self' | 'first' | 'second', points: Exact | null): readonly Fact[] =>
    points === null ? [] : [{ fact, points, most: null, from: from(fact) }];
  const said = (fact: 'explanation' | 'evidence', text: string | null): readonly Fact[] =>
    text === null ? [] : [{ fact, text, from: from(fact) }];
  return [
    ...given('self', leaf.self),
    ...said('evidence', leaf.evidence),
    ...given('first', leaf.first),
    ...said('explanation', leaf.explanation),
    ...given('second', leaf.second),
    ...((leaf.second ?? leaf.first) === null ? [{ fact: 'no-appraisal' } as const] : []),
  ];
}

type Surveyed = Extract<LeafScore, { readonly kind: 'survey' }>;

function surveyTrace(leaf: Surveyed, of: LeafOf): LeafTrace {
  const { parts, percent } = leaf;
  const isHidden = (part: PartValue): boolean => hasHidden(part, of);
  const steps = () => parts.map((part) => partStep(part, of));
  const facts = [
    ...hiddenFacts(parts.filter(isHidden), parts.length, of),
    ...silentFacts(leaf, of),
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

/** Groups that leave the leaf without a value. */
function silentFacts({ parts }: Surveyed, { context }: LeafOf): readonly Fact[] {
  if (parts.length === 0) return [{ fact: 'no-rater' }];
  const silent = parts.filter(({ percent }) => percent === null);
  if (silent.length === 0) return [];
  return [{ fact: 'no-answers', groups: silent.map(({ group }) => context.groupName(group)) }];
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
