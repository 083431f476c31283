/** The value of a leaf, by its source: what bands or normalising, or nothing more, turn into points. */
import { together } from '../plan/combining.ts';
import { type Figures, leafValues } from '../plan/named-values.ts';
import type { Criterion, UnitId } from '../plan/plan.ts';
import type { Appraisal } from '../points.ts';
import { type Exact, zero } from '../stats/exact.ts';
import { type Expression, holds, namesIn, numberFrom } from '../stats/expression.ts';
import { type Answers, partValues, weighted } from './leaf.ts';
import type { FigureValue, LeafScore } from './score.ts';

export interface Sources extends Answers {
  readonly points: (unit: UnitId, criterion: string) => Appraisal | null;
  readonly figures: (unit: UnitId) => Figures;
}

export interface LeafValue {
  /** Percent of a survey, else points (or what bands and normalising are for); null: missing. */
  readonly value: Exact | null;
  readonly leaf: LeafScore | null;
}

/** What a leaf is worth to each unit; what does not depend on the unit is worked out once. */
export function leafReader(criterion: Criterion, sources: Sources): (unit: UnitId) => LeafValue {
  const { source, code, max } = criterion;
  switch (source?.kind) {
    case 'appraised':
      return (unit) => appraisedValue(sources.points(unit, code));
    case 'survey': {
      const partsOf = partValues(source, sources);
      return (unit) => {
        const parts = partsOf(unit);
        const percent = weighted(parts);
        return { value: percent, leaf: { kind: 'survey', percent, parts } };
      };
    }
    case 'figure': {
      const { figure } = source;
      return (unit) => {
        const value = sources.figures(unit)(figure);
        return { value, leaf: { kind: 'figure', figure, value } };
      };
    }
    case 'formula': {
      const { expression } = source;
      const inputs = inputsOf(expression);
      return (unit) => {
        const figures = sources.figures(unit);
        const value = numberFrom(expression, leafValues(figures, max));
        const { text } = expression;
        return { value, leaf: { kind: 'formula', text, inputs: inputs(figures), value } };
      };
    }
    case 'conditions':
      return conditionsReader(source, max, sources);
    default:
      return () => ({ value: null, leaf: null });
  }
}

function appraisedValue(entry: Appraisal | null): LeafValue {
  return {
    value: entry?.appraised ?? null,
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

type Conditions = Extract<Criterion['source'], { readonly kind: 'conditions' }>;

/** The maximum or 0; a condition that cannot be told matters only where it could change that. */
function conditionsReader(
  { need, conditions }: Conditions,
  max: Exact,
  sources: Sources,
): (unit: UnitId) => LeafValue {
  const all = conditions.map((expression) => ({ expression, inputs: inputsOf(expression) }));
  return (unit) => {
    const figures = sources.figures(unit);
    const values = leafValues(figures, max);
    const told = all.map(({ expression, inputs }) => {
      const { text } = expression;
      return { text, holds: holds(expression, values), inputs: inputs(figures) };
    });
    const answer = together(
      need,
      told.map((one) => one.holds),
    );
    const value = answer === null ? null : answer ? max : zero;
    return { value, leaf: { kind: 'conditions', need, conditions: told } };
  };
}

function inputsOf(expression: Expression): (figures: Figures) => readonly FigureValue[] {
  const { figures: names } = namesIn(expression);
  return (figures) => names.map((figure) => ({ figure, value: figures(figure) }));
}
