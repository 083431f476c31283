/** A formula as lines of plain arithmetic: what its functions look at is worked out first, line by line. */
import {
  minusTerm,
  numberTerm,
  overTerm,
  productTerm,
  sumTerm,
  type Term,
} from '../stats/arithmetic.ts';
import { type Exact, exact } from '../stats/exact.ts';
import type { Values } from '../stats/expression.ts';
import { childrenOf, type Node, nodeText } from '../stats/expression-tree.ts';
import { nodeValue, truthOf } from '../stats/expression-values.ts';
import { equationFor } from './equations.ts';
import type { Fact } from './facts.ts';
import type { Equation } from './step.ts';

export interface Written {
  /** With numbers in place of functions. */
  readonly term: Term;
  /** The lines before it. */
  readonly equations: readonly Equation[];
  readonly facts: readonly Fact[];
}

/** Null: something in it is not known, or it is no number. */
export function writtenFormula(node: Node, values: Values): Written | null {
  switch (node.kind) {
    case 'number':
    case 'figure':
    case 'maximum':
    case 'part': {
      const value = numberOf(node, values);
      return value === null ? null : { term: numberTerm(value), equations: [], facts: [] };
    }
    case 'minus':
      return mapped(writtenFormula(node.of, values), (term) => minusTerm(numberTerm(0), term));
    case 'arithmetic': {
      const left = writtenFormula(node.left, values);
      const right = writtenFormula(node.right, values);
      if (left === null || right === null) return null;
      return { ...joined([left, right]), term: signs[node.sign](left.term, right.term) };
    }
    case 'call':
      return node.name === 'if' ? branch(node.args, values) : called(node, values);
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

function numberOf(node: Node, values: Values): Exact | null {
  const value = nodeValue(node, values);
  return typeof value === 'boolean' ? null : value;
}

function mapped(written: Written | null, change: (term: Term) => Term): Written | null {
  return written === null ? null : { ...written, term: change(written.term) };
}

function joined(parts: readonly Written[]): Omit<Written, 'term'> {
  return {
    equations: parts.flatMap(({ equations }) => equations),
    facts: parts.flatMap(({ facts }) => facts),
  };
}

type Call = Extract<Node, { readonly kind: 'call' }>;

/** Each of its arguments on a line of its own, then what the function makes of them. */
function called(node: Call, values: Values): Written | null {
  const value = numberOf(node, values);
  const looked = node.name === 'round' ? node.args.slice(0, 1) : node.args;
  const args = looked.flatMap((arg) => {
    const [written, result] = [writtenFormula(arg, values), numberOf(arg, values)];
    return written === null || result === null ? [] : [{ written, result }];
  });
  if (value === null || args.length < looked.length) return null;
  const inner = joined(
    args.map(({ written, result }): Written => {
      const line = lineOf('formula-part', written.term, result);
      return { ...written, equations: [...written.equations, ...line] };
    }),
  );
  const results = args.map(({ result }) => result);
  const [digits = exact(0)] = node.args.slice(1).flatMap((arg) => numberOf(arg, values) ?? []);
  const fact = callFact(node, results, value, Number(digits));
  return { term: numberTerm(value), equations: inner.equations, facts: [...inner.facts, ...fact] };
}

function callFact(
  { name }: Call,
  results: readonly Exact[],
  value: Exact,
  digits: number,
): readonly Fact[] {
  const isSame = results[0]?.equals(value) === true;
  switch (name) {
    case 'min':
    case 'max':
      return results.length < 2 ? [] : [{ fact: 'picked', which: name, values: results, value }];
    case 'round':
      return isSame ? [] : [{ fact: 'rounded', digits, value }];
    default:
      return isSame ? [] : [{ fact: 'without-sign', value }];
  }
}

/** The branch that is taken; where the condition cannot be told, both agree, and no arithmetic shows that. */
function branch([condition, yes, no]: readonly Node[], values: Values): Written | null {
  if (condition === undefined || yes === undefined || no === undefined) return null;
  const holds = truthOf(condition, values);
  if (holds === null) return null;
  const taken = writtenFormula(holds ? yes : no, values);
  if (taken === null) return null;
  const expression = { text: nodeText(condition), root: condition };
  return {
    term: taken.term,
    equations: [...sidesOf(condition, values), ...taken.equations],
    facts: [{ fact: 'branch', condition: expression, holds }, ...taken.facts],
  };
}

/** The sides of the comparisons in a condition, where anything is to be worked out for them. */
export function sidesOf(node: Node, values: Values): readonly Equation[] {
  if (node.kind !== 'comparison') {
    return childrenOf(node).flatMap((child) => sidesOf(child, values));
  }
  return [node.left, node.right].flatMap((side) => {
    const [written, result] = [writtenFormula(side, values), numberOf(side, values)];
    if (written === null || result === null) return [];
    return [...written.equations, ...lineOf('side', written.term, result)];
  });
}

function lineOf(rule: Equation['rule'], term: Term, result: Exact): readonly Equation[] {
  if (term.op === 'number') return [];
  const line = equationFor(result, [{ rule, term }]);
  return line === null ? [] : [line];
}
