/** Formulas and conditions with the figures put in. */
import type { Criterion } from '../plan/criterion.ts';
import { leafValues } from '../plan/named-values.ts';
import type { FigureValue, LeafScore } from '../scores/score.ts';
import { type Exact, isZero } from '../stats/exact.ts';
import type { Expression, Values } from '../stats/expression.ts';
import { childrenOf, type Node, nodeText } from '../stats/expression-tree.ts';
import { nodeValue } from '../stats/expression-values.ts';
import { equationFor } from './equations.ts';
import type { Fact } from './facts.ts';
import type { LeafOf } from './leaf.ts';
import type { Equation } from './step.ts';
import { sidesOf, writtenFormula } from './written-formula.ts';

type Formula = Extract<LeafScore, { readonly kind: 'formula' }>;
type Conditions = Extract<LeafScore, { readonly kind: 'conditions' }>;

interface Told {
  readonly equations: readonly Equation[];
  readonly facts: readonly Fact[];
}

export function formulaTrace(leaf: Formula, of: LeafOf): Told {
  const { source } = of.criterion;
  if (source?.kind !== 'formula') return { equations: [], facts: [] };
  const { expression } = source;
  const values = valuesOf(leaf.inputs, of.criterion);
  const inputs = leaf.inputs.map((input) => of.context.figure(of.unit, input));
  const said: Fact = { fact: 'formula', formula: expression, inputs };
  if (leaf.value === null) {
    return { equations: [], facts: [said, ...unknownFacts(expression, leaf.inputs, values, of)] };
  }
  const written = writtenFormula(expression.root, values);
  if (written === null) return { equations: [], facts: [said, { fact: 'unwritten' }] };
  const { term, equations, facts } = written;
  const last = term.op === 'number' ? null : equationFor(leaf.value, [{ rule: 'formula', term }]);
  return {
    equations: last === null ? asFormula(equations) : [...equations, last],
    facts: [said, ...facts],
  };
}

/** Where all that is done to one line is to round it, say, that line is the formula. */
function asFormula(equations: readonly Equation[]): readonly Equation[] {
  const [only] = equations;
  if (only === undefined || equations.length > 1 || only.rule !== 'formula-part') return equations;
  return [{ ...only, rule: 'formula' }];
}

export function conditionsTrace(leaf: Conditions, of: LeafOf): Told {
  const { source } = of.criterion;
  if (source?.kind !== 'conditions') return { equations: [], facts: [] };
  const met = of.score.points === null ? null : of.score.points.equals(of.score.max);
  const told = leaf.conditions.map(({ holds, inputs }, at): Told => {
    const condition = source.conditions[at];
    if (condition === undefined) return { equations: [], facts: [] };
    const values = valuesOf(inputs, of.criterion);
    const used = inputs.map((input) => of.context.figure(of.unit, input));
    const unknown = holds === null ? unknownFacts(condition, inputs, values, of) : [];
    return {
      equations: sidesOf(condition.root, values),
      facts: [{ fact: 'condition', condition, holds, inputs: used }, ...unknown],
    };
  });
  return {
    equations: told.flatMap(({ equations }) => equations),
    facts: [...told.flatMap(({ facts }) => facts), { fact: 'need', need: leaf.need, met }],
  };
}

/** Why nothing comes of it: figures that are missing, else a division by 0. */
function unknownFacts(
  { root }: Expression,
  inputs: readonly FigureValue[],
  values: Values,
  { unit, context }: LeafOf,
): readonly Fact[] {
  const missing = inputs.filter(({ value }) => value === null);
  if (missing.length > 0) {
    return [{ fact: 'no-figures', names: missing.map((one) => context.figure(unit, one).name) }];
  }
  const divisor = zeroDivisor(root, values);
  if (divisor === null) return [];
  return [{ fact: 'zero-divisor', divisor: { text: nodeText(divisor), root: divisor } }];
}

function zeroDivisor(node: Node, values: Values): Node | null {
  for (const child of childrenOf(node)) {
    const found = zeroDivisor(child, values);
    if (found !== null) return found;
  }
  if (node.kind !== 'arithmetic' || node.sign !== '/') return null;
  const value = nodeValue(node.right, values);
  return value !== null && typeof value !== 'boolean' && isZero(value) ? node.right : null;
}

function valuesOf(inputs: readonly FigureValue[], { max }: Criterion): Values {
  const figures = new Map(inputs.map(({ figure, value }) => [figure, value]));
  return leafValues((name): Exact | null => figures.get(name) ?? null, max);
}
