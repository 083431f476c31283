/**
 * Why is this number so? From the index of a unit down to the answers that were counted: every step with the arithmetic
 * written out, the place of its rule in plan.yaml, and where its figures came from.
 */
import type { Criterion } from './plan/criterion.ts';
import type { UnitId } from './plan/plan.ts';
import type { CriterionScore, UnitScore } from './scores/score.ts';
import { numberTerm, overTerm, productTerm, termValue } from './stats/arithmetic.ts';
import { type Exact, hundred, isZero, zero } from './stats/exact.ts';
import { type Combined, combinations, combiningFacts, withAdjustments } from './trace/combining.ts';
import { type TraceContext, type TraceInputs, traceContext } from './trace/context.ts';
import { type Candidate, equationFor } from './trace/equations.ts';
import { leafTrace } from './trace/leaf.ts';
import { turned } from './trace/normalised.ts';
import { standingFacts } from './trace/standing.ts';
import { type Equation, type Fact, type Step, withSteps } from './trace/step.ts';

export type { TraceInputs } from './trace/context.ts';
export { type AnswerSources, type SourceCollector, sourceCollector } from './trace/sources.ts';
export type { Step } from './trace/step.ts';

/** Prepared once; each unit is traced when it is asked for, so that the traces of all units are never held at once. */
export type Tracer = (unit: UnitId) => Step | null;

/** Null for a unit that was not scored. */
export function tracer(inputs: TraceInputs): Tracer {
  const context = traceContext(inputs);
  return (unit) => {
    const score = context.score(unit);
    return score === null ? null : unitStep(score, context);
  };
}

/** The step of a criterion in the trace of a unit; null: there is no such code. */
export function criterionStep(step: Step, code: string): Step | null {
  for (const one of step.steps) {
    if (one.about.kind !== 'criterion') continue;
    const found = one.about.code === code ? one : criterionStep(one, code);
    if (found !== null) return found;
  }
  return null;
}

function unitStep(score: UnitScore, context: TraceContext): Step {
  const { index, where } = context;
  const leaves = leavesIn(score.criteria);
  const { points, max } = score.total;
  const told = {
    about: {
      kind: 'unit',
      unit: score.unit,
      name: context.unitName(score.unit),
      block: score.block,
      blockName: context.blockName(score.block),
    },
    points,
    max,
    percent: score.percent,
    ...totalTrace(score, leaves, context),
    counts: [],
    sources: [],
    rule: where.ranking('rank'),
  } as const;
  return withSteps(told, () => stepsOf(index.criteria, score.criteria, { score, context }));
}

function stepsOf(
  criteria: readonly Criterion[],
  scores: readonly CriterionScore[],
  around: Around,
): readonly Step[] {
  return criteria.flatMap((criterion, at) => {
    const own = scores[at];
    return own === undefined ? [] : [stepOf(criterion, own, around)];
  });
}

type Told = Pick<Step, 'equations' | 'facts'>;

function totalTrace(
  score: UnitScore,
  leaves: readonly CriterionScore[],
  context: TraceContext,
): Told {
  const { index } = context;
  const missing = leaves.filter(({ applies, points }) => applies && points === null);
  const whole: Combined = {
    combine: index.combine,
    max: index.max,
    children: index.criteria,
    scores: score.criteria,
    dropped: droppedOf(score.criteria, index.missing),
  };
  const told = score.total.points === null ? unknownTotal : totalEquations(score, whole, context);
  const isKept = told.equations.some(({ rule }) => rule === 'kept');
  return {
    equations: told.equations,
    facts: [
      ...combiningFacts(whole, isKept),
      ...(missing.length === 0
        ? []
        : [{ fact: 'missing', codes: missing.map(({ code }) => code) } as const]),
      ...(score.surveyHeld
        ? []
        : [{ fact: 'no-survey', block: context.blockName(score.block) } as const]),
      ...besideFacts(score, context),
      ...told.facts,
      ...standingFacts(score, context),
    ],
  };
}

const unknownTotal: Told = { equations: [], facts: [] };

/** Those without points, where the plan says that the others are counted alone. */
function droppedOf(scores: readonly CriterionScore[], missing: 'none' | 'drop'): readonly string[] {
  if (missing === 'none') return [];
  return scores.filter(({ applies, points }) => applies && points === null).map(({ code }) => code);
}

/** Points, percent, and the limit of both. */
function totalEquations(score: UnitScore, whole: Combined, { index }: TraceContext): Told {
  const { total, bonus, penalty, percent } = score;
  const { points, max } = total;
  if (points === null) return unknownTotal;
  const ways = [...combinations(whole), ...bareWays(whole)].map(({ rule, term }) => {
    return { rule, term: withAdjustments(term, bonus, penalty) };
  });
  const { highest, notApplicable } = index;
  const sum = equationFor(points, ways);
  const most = highest === null ? null : max.mul(highest).div(hundred);
  const equations: Equation[] = sum === null || sum.term.op === 'number' ? [] : [sum];
  const facts: Fact[] = [];
  if (sum === null && most !== null && highest !== null && points.equals(most)) {
    const isOurs = ({ rule }: Candidate): boolean =>
      (rule === 'kept') === (notApplicable === 'keep');
    equations.push(...cappedWays(ways.filter(isOurs), most).slice(0, 1));
    facts.push({ fact: 'capped', points, highest });
  } else if (sum === null) facts.push({ fact: 'unwritten' });
  // Out of 100 the points are the percent.
  if (percent !== null && !isZero(max) && !percent.equals(points)) {
    const term = productTerm(overTerm(numberTerm(points), numberTerm(max)), numberTerm(hundred));
    const whole100 = equationFor(percent, [{ rule: 'percent', term }]);
    if (whole100 !== null) equations.push(whole100);
  }
  return { equations, facts };
}

/** All or nothing, by conditions; and a harmonic mean of 0, which would divide by it. */
function bareWays({ combine, max }: Combined): readonly Candidate[] {
  if (combine !== 'all' && combine !== 'any' && combine !== 'harmonic') return [];
  return [zero, max].map((points) => ({ rule: 'sum', term: numberTerm(points) }));
}

/** What it came to before it was limited. */
function cappedWays(ways: readonly Candidate[], most: Exact): readonly Equation[] {
  return ways.flatMap(({ rule, term }): readonly Equation[] => {
    const result = termValue(term);
    return result?.gt(most) === true ? [{ rule, term, result }] : [];
  });
}

function besideFacts(score: UnitScore, { index, cell }: TraceContext): readonly Fact[] {
  return (['bonus', 'penalty'] as const).flatMap((fact): readonly Fact[] => {
    const points = score[fact];
    if (points === null || isZero(points)) return [];
    return [{ fact, points, most: index[fact], from: cell(score.unit, fact, 'first') }];
  });
}

interface Around {
  readonly score: UnitScore;
  readonly context: TraceContext;
}

function stepOf(criterion: Criterion, own: CriterionScore, around: Around): Step {
  const { context, score } = around;
  const { applies, points, max } = own;
  const { code, name } = criterion;
  const isLeaf = criterion.children.length === 0;
  const about = { kind: 'criterion', code, name, isLeaf } as const;
  const rule = context.where.criterion(code);
  const base = { about, points, max, percent: null, counts: [], sources: [], rule };
  if (!applies) {
    return { ...base, equations: [], facts: [{ fact: 'not-applicable' }], steps: [] };
  }
  const change = turned(criterion, own);
  if (isLeaf) {
    const leaf = leafTrace({ unit: score.unit, criterion, score: own, context });
    return withSteps({ ...base, ...joined(leaf, change) }, leaf.steps);
  }
  const told = { ...base, ...joined(parentTrace(criterion, own), change) };
  return withSteps(told, () => stepsOf(criterion.children, own.children, around));
}

function joined(first: Told, second: Told): Told {
  return {
    equations: [...first.equations, ...second.equations],
    facts: [...first.facts, ...second.facts],
  };
}

function parentTrace(criterion: Criterion, own: CriterionScore): Told {
  const { combine, max, children } = criterion;
  const combined: Combined = { combine, max, children, scores: own.children, dropped: own.dropped };
  const result = own.value ?? own.points;
  const equation = result === null ? null : equationFor(result, combinations(combined));
  const missing = leavesIn(own.children).filter((leaf) => leaf.applies && leaf.points === null);
  return {
    equations: equation === null ? [] : [equation],
    facts: [
      ...combiningFacts(combined, equation?.rule === 'kept'),
      ...(result === null && missing.length > 0
        ? [{ fact: 'missing', codes: missing.map(({ code }) => code) } as const]
        : []),
      ...(result !== null && equation === null && !speaksForItself(combined, result)
        ? [{ fact: 'unwritten' } as const]
        : []),
    ],
  };
}

/** Conditions are told as facts, and so is what leaves a harmonic mean, which would divide by 0, at 0. */
function speaksForItself({ combine }: Combined, result: Exact): boolean {
  return combine === 'all' || combine === 'any' || (combine === 'harmonic' && isZero(result));
}

function leavesIn(scores: readonly CriterionScore[]): readonly CriterionScore[] {
  return scores.flatMap((score) =>
    score.children.length > 0 ? leavesIn(score.children) : [score],
  );
}
