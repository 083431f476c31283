/**
 * Why is this number so? From the index of a unit down to the answers that were counted: every step with the arithmetic
 * written out, the place of its rule in plan.yaml, and where its figures came from.
 */
import type { Criterion } from './plan/criterion.ts';
import type { UnitId } from './plan/plan.ts';
import type { CriterionScore, UnitScore } from './scores/score.ts';
import { numberTerm, overTerm, productTerm, termValue } from './stats/arithmetic.ts';
import { type Exact, hundred, isZero, zero } from './stats/exact.ts';
import {
  type Combined,
  combinations,
  combinedOf,
  combiningFacts,
  leftOut,
  missingIn,
  withAdjustments,
} from './trace/combining.ts';
import { type TraceContext, type TraceInputs, traceContext } from './trace/context.ts';
import { type Candidate, equationFor } from './trace/equations.ts';
import type { Fact, LeftOut } from './trace/facts.ts';
import { leafTrace, stageFacts } from './trace/leaf.ts';
import { turned } from './trace/normalised.ts';
import { standingFacts } from './trace/standing.ts';
import { type Equation, type Step, withSteps } from './trace/step.ts';

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

/** Of bonus or penalty; null: the scheme knows none. */
export function adjustmentStep(step: Step, of: 'bonus' | 'penalty'): Step | null {
  return (
    step.steps.find(({ about }) => about.kind === 'adjustment' && about.adjustment === of) ?? null
  );
}

function unitStep(score: UnitScore, context: TraceContext): Step {
  const { index, where } = context;
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
    ...totalTrace(score, context),
    hidden: false,
    counts: [],
    sources: [],
    rule: where.ranking('rank'),
  } as const;
  const leaves = leftOut({ combine: index.combine, rules: index });
  return withSteps(told, () => [
    ...stepsOf(index.criteria, score.criteria, { score, context, leaves }),
    ...adjustmentSteps(score, context),
  ]);
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

function totalTrace(score: UnitScore, context: TraceContext): Told {
  const { index } = context;
  const { combine, max, criteria } = index;
  const whole: Combined = { combine, max, criteria, scores: score.criteria, rules: index };
  const isMissing = score.total.points === null;
  const told = isMissing ? unknownTotal : totalEquations(score, whole, context);
  return {
    equations: told.equations,
    facts: [
      ...combiningFacts(whole),
      ...(isMissing ? missingFacts(whole) : []),
      ...(score.surveyHeld
        ? []
        : [{ fact: 'no-survey', block: context.blockName(score.block) } as const]),
      ...told.facts,
      ...standingFacts(score, context),
    ],
  };
}

const unknownTotal: Told = { equations: [], facts: [] };

function missingFacts(combined: Combined): readonly Fact[] {
  const codes = missingIn(combined);
  return codes.length === 0 ? [] : [{ fact: 'missing', codes }];
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
    facts.push({ fact: 'capped', points, max, highest });
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

/** Bonus and penalty, where the scheme knows them. */
function adjustmentSteps(score: UnitScore, context: TraceContext): readonly Step[] {
  return (['bonus', 'penalty'] as const).flatMap((adjustment): readonly Step[] => {
    const [max, points] = [context.index[adjustment], score[adjustment]];
    if (max === null || points === null) return [];
    const { unit } = score;
    const given = context.points.adjustments.find(
      (one) => one.unit === unit && one.kind === adjustment,
    );
    const claimed = given?.self?.gt(zero) === true;
    const facts =
      given === undefined
        ? []
        : stageFacts(given, (which) => context.cell(unit, adjustment, which));
    const none = { fact: 'no-adjustment', kind: adjustment, claimed } as const;
    const told = {
      facts: given == null || given.appraised === null ? [...facts, none] : facts,
      equations: [],
    };
    const about = { kind: 'adjustment', adjustment } as const;
    return [{ about, points, max, ...told, ...nothingUnder, rule: null }];
  });
}

const nothingUnder = { percent: null, hidden: false, counts: [], sources: [], steps: [] } as const;

interface Around {
  readonly score: UnitScore;
  readonly context: TraceContext;
  /** What the parent makes of a criterion that does not apply. */
  readonly leaves: LeftOut;
}

function stepOf(criterion: Criterion, own: CriterionScore, around: Around): Step {
  const { context, score } = around;
  const { applies, points, max } = own;
  const { code, name } = criterion;
  const isLeaf = criterion.children.length === 0;
  const about = { kind: 'criterion', code, name, isLeaf } as const;
  const rule = context.where.criterion(code);
  const base = { about, points, max, percent: null, hidden: false, counts: [], sources: [], rule };
  if (!applies) {
    const { leaves } = around;
    return { ...base, equations: [], facts: [{ fact: 'not-applicable', leaves }], steps: [] };
  }
  const change = turned(criterion, own);
  if (isLeaf) {
    const leaf = leafTrace({ unit: score.unit, criterion, score: own, context });
    return withSteps({ ...base, ...joined(leaf, change) }, leaf.steps);
  }
  const combined = combinedOf(criterion, own, context.index);
  const told = { ...base, ...joined(parentTrace(combined, own), change) };
  const within = { ...around, leaves: leftOut(combined) };
  return withSteps(told, () => stepsOf(criterion.children, own.children, within));
}

function joined(first: Told, second: Told): Told {
  return {
    equations: [...first.equations, ...second.equations],
    facts: [...first.facts, ...second.facts],
  };
}

function parentTrace(combined: Combined, own: CriterionScore): Told {
  const result = own.value ?? own.points;
  const equation = result === null ? null : equationFor(result, combinations(combined));
  return {
    equations: equation === null ? [] : [equation],
    facts: [
      ...combiningFacts(combined),
      ...(result === null ? missingFacts(combined) : []),
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
