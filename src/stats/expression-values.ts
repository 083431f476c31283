/** An expression worked out: exact quotients, and truth that may be unknown. */
import { type Exact, isZero, parseExact, roundExact } from './exact.ts';
import { type Arithmetic, type Comparison, type Node, typeOf } from './expression-tree.ts';

/** What the names in an expression stand for; null: not known. */
export interface Values {
  /** Also asked for `max`, the maximum of the criterion. */
  readonly figure: (name: string) => Exact | null;
  readonly part: (what: 'points' | 'percent', of: string) => Exact | null;
}

export type Value = Exact | boolean | null;

export function nodeValue(node: Node, values: Values): Value {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'figure':
      return values.figure(node.name);
    case 'maximum':
      return values.figure('max');
    case 'part':
      return values.part(node.what, node.of);
    case 'minus':
      return numberOf(node.of, values)?.neg() ?? null;
    case 'arithmetic':
      return whereKnown(node.left, node.right, values, arithmetic[node.sign]);
    case 'comparison':
      return whereKnown(node.left, node.right, values, comparison[node.sign]);
    case 'logic':
      return logic(node.word, truthOf(node.left, values), truthOf(node.right, values));
    case 'not': {
      const truth = truthOf(node.of, values);
      return truth === null ? null : !truth;
    }
    case 'call':
      return node.name === 'if' ? chosen(node.args, values) : called(node.name, node.args, values);
  }
}

/** A figure is true when it is not 0. */
export function truthOf(node: Node, values: Values): boolean | null {
  const value = nodeValue(node, values);
  return value === null || typeof value === 'boolean' ? value : !isZero(value);
}

/** What was parsed has numbers where numbers are wanted. */
function numberOf(node: Node, values: Values): Exact | null {
  const value = nodeValue(node, values);
  return typeof value === 'boolean' ? null : value;
}

function whereKnown<T>(
  left: Node,
  right: Node,
  values: Values,
  work: (left: Exact, right: Exact) => T,
): T | null {
  const [one, other] = [numberOf(left, values), numberOf(right, values)];
  return one === null || other === null ? null : work(one, other);
}

const arithmetic: Readonly<Record<Arithmetic, (one: Exact, other: Exact) => Exact | null>> = {
  '+': (one, other) => one.add(other),
  '-': (one, other) => one.sub(other),
  '*': (one, other) => one.mul(other),
  '/': (one, other) => (isZero(other) ? null : one.div(other)),
};

const comparison: Readonly<Record<Comparison, (one: Exact, other: Exact) => boolean>> = {
  '=': (one, other) => one.equals(other),
  '!=': (one, other) => !one.equals(other),
  '<': (one, other) => one.lt(other),
  '<=': (one, other) => one.lte(other),
  '>': (one, other) => one.gt(other),
  '>=': (one, other) => one.gte(other),
};

/** Kleene's three values: false and unknown is false, true or unknown is true. */
function logic(word: 'and' | 'or', one: boolean | null, other: boolean | null): boolean | null {
  const decisive = word === 'or';
  if (one === decisive || other === decisive) return decisive;
  return one === null || other === null ? null : !decisive;
}

/** Where the condition is unknown, what both branches agree on. */
function chosen([condition, yes, no]: readonly Node[], values: Values): Value {
  if (condition === undefined || yes === undefined || no === undefined) return null;
  const truth = truthOf(condition, values);
  // Beside a condition, a figure is one too.
  const work = [yes, no].some((one) => typeOf(one) === 'truth') ? truthOf : nodeValue;
  if (truth !== null) return work(truth ? yes : no, values);
  const [one, other] = [work(yes, values), work(no, values)];
  return isSame(one, other) ? one : null;
}

function isSame(one: Value, other: Value): boolean {
  if (one === null || other === null) return false;
  if (typeof one === 'boolean' || typeof other === 'boolean') return one === other;
  return one.equals(other);
}

function called(
  name: 'min' | 'max' | 'abs' | 'round',
  args: readonly Node[],
  values: Values,
): Exact | null {
  const all = args.map((arg) => numberOf(arg, values));
  const known = all.filter((one) => one !== null);
  const [first, second] = known;
  if (first === undefined || known.length < all.length) return null;
  if (name === 'abs') return first.abs();
  if (name === 'round') return parseExact(roundExact(first, Number(second ?? 0), 'half-up'));
  return known.reduce((best, one) => ((name === 'max' ? one.gt(best) : one.lt(best)) ? one : best));
}
