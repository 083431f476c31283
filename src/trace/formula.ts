/** Formulas and conditions with the figures put in. */
import type { Criterion } from '../plan/criterion.ts';
import type { LeafScore } from '../scores/score.ts';
import {
  minusTerm,
  numberTerm,
  overTerm,
  productTerm,
  sumTerm,
  type Term,
} from '../stats/arithmetic.ts';
import type { Exact } from '../stats/exact.ts';
import type { Node } from '../stats/expression-tree.ts';
import { equationFor } from './equations.ts';
import type { LeafOf } from './leaf.ts';
import type { Equation, Fact } from './step.ts';

type Formula = Extract<LeafScore, { readonly kind: 'formula' }>;
type Conditions = Extract<LeafScore, { readonly kind: 'conditions' }>;

export function formulaFact({ text, inputs }: Formula, { unit, context }: LeafOf): Fact {
  return {
    fact: 'formula',
    text,
    inputs: inputs.map((input) => context.figure(unit, input)),
  };
}

/** Null: it is missing, or not made of the four operations alone. */
export function formulaEquation(leaf: Formula, { source, max }: Criterion): Equation | null {
  if (source?.kind !== 'formula' || leaf.value === null) return null;
  const figures = new Map(leaf.inputs.map(({ figure, value }) => [figure, value]));
  const term = arithmeticTerm(source.expression.root, (name) => figures.get(name) ?? null, max);
  return term === null ? null : equationFor(leaf.value, [{ rule: 'formula', term }]);
}

function arithmeticTerm(
  node: Node,
  figure: (name: string) => Exact | null,
  max: Exact,
): Term | null {
  switch (node.kind) {
    case 'number':
      return numberTerm(node.value);
    case 'maximum':
      return numberTerm(max);
    case 'figure': {
      const value = figure(node.name);
      return value === null ? null : numberTerm(value);
    }
    case 'minus': {
      const of = arithmeticTerm(node.of, figure, max);
      return of === null ? null : minusTerm(numberTerm(0), of);
    }
    case 'arithmetic': {
      const left = arithmeticTerm(node.left, figure, max);
      const right = arithmeticTerm(node.right, figure, max);
      return left === null || right === null ? null : signs[node.sign](left, right);
    }
    default:
      return null;
  }
}

const signs = {
  '+': (left: Term, right: Term) => sumTerm([left, right]),
  '-': minusTerm,
  '*': (left: Term, right: Term) => productTerm(left, right),
  '/': overTerm,
} as const;

export function holdsFacts(leaf: Conditions, { unit, score, context }: LeafOf): readonly Fact[] {
  const { need, conditions } = leaf;
  const met = score.points === null ? null : score.points.equals(score.max);
  return [
    ...conditions.map(({ text, holds, inputs }): Fact => {
      const used = inputs.map((input) => context.figure(unit, input));
      return { fact: 'condition', text, holds, inputs: used };
    }),
    { fact: 'need', need, met },
  ];
}
