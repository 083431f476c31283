/** Recursive descent over the tokens of an expression; types are checked on the way, so that what is parsed can be worked out. */
import { exact } from './exact.ts';
import { type Token, tokensOf } from './expression-tokens.ts';
import { type Comparison, type FunctionName, type Node, typeOf } from './expression-tree.ts';

/**
 * `chained`: `1 < a < 3`. `arguments`: too few or too many of a function. `digits`: of `round`, not a whole number from 0 to 10.
 * `inverted`: `=>` for `>=`. `percent`: `80%`.
 * `truth-as-number`: `(a > 1) + 2`. `number-as-truth`: `a + b and c`.
 */
export type ExpressionFault =
  | 'unexpected'
  | 'unclosed'
  | 'unknown-function'
  | 'too-long'
  | 'too-deep'
  | 'empty'
  | 'decimal-comma'
  | 'inverted'
  | 'percent'
  | 'chained'
  | 'arguments'
  | 'digits'
  | 'truth-as-number'
  | 'number-as-truth';

/** Caught where parsing began; never leaves this file. */
class Fault extends Error {
  constructor(
    readonly at: number,
    readonly why: ExpressionFault,
  ) {
    super(why);
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  position: number;
  depth: number;
}

const longest = 1000;
const deepest = 40;
const mostDigits = 10;

export type Parsed =
  | { readonly ok: true; readonly root: Node }
  | { readonly ok: false; readonly at: number; readonly why: ExpressionFault };

export function parse(text: string): Parsed {
  if (text.length > longest) return { ok: false, at: longest, why: 'too-long' };
  const read = tokensOf(text);
  if (!read.ok) return read;
  if (read.tokens.length === 1) return { ok: false, at: 0, why: 'empty' };
  const reader: Reader = { tokens: read.tokens, position: 0, depth: 0 };
  try {
    const root = either(reader);
    const rest = peek(reader);
    if (rest.kind !== 'end') throw new Fault(rest.at, 'unexpected');
    return { ok: true, root };
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, at: fault.at, why: fault.why };
    throw fault;
  }
}

function either(reader: Reader): Node {
  let left = both(reader);
  while (takeWord(reader, 'or')) {
    const { at } = truth(left);
    left = { kind: 'logic', word: 'or', left, right: truth(both(reader)), at };
  }
  return left;
}

function both(reader: Reader): Node {
  let left = negation(reader);
  while (takeWord(reader, 'and')) {
    const { at } = truth(left);
    left = { kind: 'logic', word: 'and', left, right: truth(negation(reader)), at };
  }
  return left;
}

function negation(reader: Reader): Node {
  const { at } = peek(reader);
  if (!takeWord(reader, 'not')) return comparison(reader);
  return deeper(reader, at, () => ({ kind: 'not', of: truth(negation(reader)), at }));
}

const comparisons: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>='];

function comparison(reader: Reader): Node {
  const left = sum(reader);
  const sign = takeSign(reader, comparisons);
  if (sign === null) return left;
  const { at } = number(left);
  const right = number(sum(reader));
  const next = peek(reader);
  if (comparisons.some((one) => isSign(next, one))) throw new Fault(next.at, 'chained');
  return { kind: 'comparison', sign, left, right, at };
}

function sum(reader: Reader): Node {
  let left = product(reader);
  for (;;) {
    const sign = takeSign(reader, ['+', '-']);
    if (sign === null) return left;
    const { at } = number(left);
    left = { kind: 'arithmetic', sign, left, right: number(product(reader)), at };
  }
}

function product(reader: Reader): Node {
  let left = signed(reader);
  for (;;) {
    const sign = takeSign(reader, ['*', '/']);
    if (sign === null) return left;
    const { at } = number(left);
    left = { kind: 'arithmetic', sign, left, right: number(signed(reader)), at };
  }
}

function signed(reader: Reader): Node {
  const { at } = peek(reader);
  if (takeSign(reader, ['-']) === null) return single(reader);
  return deeper(reader, at, () => ({ kind: 'minus', of: number(signed(reader)), at }));
}

function single(reader: Reader): Node {
  const token = peek(reader);
  const { at, text } = token;
  if (isSign(token, '(')) {
    reader.position++;
    const inner = deeper(reader, at, () => either(reader));
    close(reader, at);
    return inner;
  }
  if (token.kind === 'number') {
    reader.position++;
    return { kind: 'number', value: exact(0).add(text), at };
  }
  if (token.kind === 'name') return named(reader, token);
  throw new Fault(at, 'unexpected');
}

const functions: readonly FunctionName[] = ['min', 'max', 'abs', 'round', 'if'];

/** Words of the language; `max` alone is the maximum of the criterion. */
export const reservedWords: readonly string[] = [
  ...functions,
  ...['and', 'or', 'not', 'points', 'percent'],
];

function named(reader: Reader, { text, at }: Token): Node {
  const word = text.toLowerCase();
  reader.position++;
  const next = peek(reader);
  if (isSign(next, '(')) {
    const name = functions.find((one) => one === word);
    if (name === undefined) throw new Fault(at, 'unknown-function');
    reader.position++;
    return call(
      name,
      deeper(reader, next.at, () => argumentsOf(reader, next.at)),
      at,
    );
  }
  if ((word === 'points' || word === 'percent') && next.kind === 'code' && next.text !== '') {
    reader.position++;
    return { kind: 'part', what: word, of: next.text, at };
  }
  if (word === 'max') return { kind: 'maximum', at };
  if (reservedWords.includes(word)) {
    throw new Fault(functions.some((one) => one === word) ? next.at : at, 'unexpected');
  }
  return { kind: 'figure', name: text.normalize('NFC'), at };
}

function argumentsOf(reader: Reader, opened: number): readonly Node[] {
  const args = [either(reader)];
  while (takeSign(reader, [',']) !== null) args.push(either(reader));
  close(reader, opened);
  return args;
}

function call(name: FunctionName, args: readonly Node[], at: number): Node {
  const [first, second] = args;
  const [least, most] = arity[name];
  if (first === undefined || args.length < least || args.length > most) {
    throw new Fault(at, 'arguments');
  }
  if (name === 'if') {
    truth(first);
    const branches = args.slice(1);
    if (!branches.some((one) => typeOf(one) === 'truth')) branches.forEach(number);
    else branches.forEach(truth);
  } else args.forEach(number);
  const isWhole =
    second?.kind === 'number' && second.value.d === 1n && second.value.lte(mostDigits);
  if (name === 'round' && second !== undefined && !isWhole) throw new Fault(second.at, 'digits');
  return { kind: 'call', name, args, at };
}

const arity: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  min: [2, 100],
  max: [2, 100],
  abs: [1, 1],
  round: [1, 2],
  if: [3, 3],
};

function close(reader: Reader, opened: number): void {
  const token = peek(reader);
  if (takeSign(reader, [')']) !== null) return;
  throw token.kind === 'end' ? new Fault(opened, 'unclosed') : new Fault(token.at, 'unexpected');
}

function number(node: Node): Node {
  if (typeOf(node) === 'truth') throw new Fault(node.at, 'truth-as-number');
  return node;
}

function truth(node: Node): Node {
  if (typeOf(node) === 'number') throw new Fault(node.at, 'number-as-truth');
  return node;
}

/** Each level costs about ten calls: far below what the stack holds. */
function deeper<T>(reader: Reader, at: number, parse: () => T): T {
  if (reader.depth >= deepest) throw new Fault(at, 'too-deep');
  reader.depth++;
  const node = parse();
  reader.depth--;
  return node;
}

/** The last token is the end, and never taken. */
function peek({ tokens, position }: Reader): Token {
  const token = tokens[position];
  if (token === undefined) throw new Error('read past the end of an expression');
  return token;
}

function isSign({ kind, text }: Token, sign: string): boolean {
  return kind === 'sign' && text === sign;
}

function takeSign<const T extends string>(reader: Reader, signs: readonly T[]): T | null {
  const token = peek(reader);
  const found = signs.find((one) => isSign(token, one));
  if (found === undefined) return null;
  reader.position++;
  return found;
}

function takeWord(reader: Reader, word: 'and' | 'or' | 'not'): boolean {
  const token = peek(reader);
  if (token.kind !== 'name' || token.text.toLowerCase() !== word) return false;
  reader.position++;
  return true;
}
