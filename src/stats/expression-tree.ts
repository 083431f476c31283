/** The tree of a parsed expression, and its one way of being written. */
import { type Exact, exactText } from './exact.ts';

export type Arithmetic = '+' | '-' | '*' | '/';
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type FunctionName = 'min' | 'max' | 'abs' | 'round' | 'if';

/** `at`: offset in the text it was read from. */
export type Node = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'figure'; readonly name: string }
  /** The maximum of the criterion. */
  | { readonly kind: 'maximum' }
  | { readonly kind: 'part'; readonly what: 'points' | 'percent'; readonly of: string }
  | { readonly kind: 'minus'; readonly of: Node }
  | {
      readonly kind: 'arithmetic';
      readonly sign: Arithmetic;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: 'comparison';
      readonly sign: Comparison;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: 'logic';
      readonly word: 'and' | 'or';
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Node[] }
);

export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [node.left, node.right];
    case 'minus':
    case 'not':
      return [node.of];
    case 'call':
      return node.args;
    default:
      return [];
  }
}

/** `truth`: true or false. `figure`: a figure alone, which serves as either (true when not 0). */
export type Type = 'number' | 'truth' | 'figure';

export function typeOf(node: Node): Type {
  if (node.kind === 'figure') return 'figure';
  if (node.kind === 'comparison' || node.kind === 'logic' || node.kind === 'not') return 'truth';
  if (node.kind !== 'call' || node.name !== 'if') return 'number';
  const types = node.args.slice(1).map(typeOf);
  if (types.includes('truth')) return 'truth';
  return types.includes('number') ? 'number' : 'figure';
}

/** Binds tighter than all below it; a child of a looser kind stands in parentheses. */
function tightness(node: Node): number {
  switch (node.kind) {
    case 'logic':
      return node.word === 'or' ? 1 : 2;
    case 'not':
      return 3;
    case 'comparison':
      return 4;
    case 'arithmetic':
      return node.sign === '+' || node.sign === '-' ? 5 : 6;
    case 'minus':
      return 7;
    case 'number':
      return node.value.s < 0n ? 7 : 8;
    default:
      return 8;
  }
}

/** What stands for something known elsewhere. */
export type Name = Extract<Node, { readonly kind: 'figure' | 'maximum' | 'part' }>;

export function nameText(name: Name): string {
  if (name.kind === 'maximum') return 'max';
  return name.kind === 'figure' ? name.name : `${name.what}[${name.of}]`;
}

/** Reads back as the same tree, where names are shown as they are written. */
export function nodeText(node: Node, show: (name: Name) => string = nameText): string {
  const within = (child: Node, least: number): string => {
    const text = nodeText(child, show);
    return tightness(child) < least ? `(${text})` : text;
  };
  const own = tightness(node);
  switch (node.kind) {
    case 'number':
      return exactText(node.value);
    case 'figure':
    case 'maximum':
    case 'part':
      return show(node);
    case 'minus':
      return `-${within(node.of, own)}`;
    case 'not':
      return `not ${within(node.of, own)}`;
    case 'call':
      return `${node.name}(${node.args.map((arg) => nodeText(arg, show)).join(', ')})`;
    case 'logic':
      return `${within(node.left, own)} ${node.word} ${within(node.right, own + 1)}`;
    case 'arithmetic':
      return `${within(node.left, own)} ${node.sign} ${within(node.right, own + 1)}`;
    case 'comparison':
      return `${within(node.left, own + 1)} ${node.sign} ${within(node.right, own + 1)}`;
  }
}
