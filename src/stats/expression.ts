/**
 * A small, safe language for conditions and formulas over named figures: `dung_han / tong * 100`, `ke_hoach and bao_cao >= 4`,
 * `percent[4.1] >= 80`. Parsed into a tree and walked; nothing of it is ever executed as code.
 *
 * Numbers have a decimal point. `max` is the maximum of the criterion, `max(a, b)` the larger of two. From loose to tight:
 * `or`, `and`, `not`, comparisons (`=` `!=` `<` `<=` `>` `>=`, never two in a row), `+ -`, `* /`, minus. Functions: `min`, `max`,
 * `abs`, `round(x, digits)` (halves away from zero), `if(condition, then, else)`. A figure alone is a condition: true when not 0.
 */
import type { Exact } from './exact.ts';
import { type ExpressionFault, parse, reservedWords } from './expression-parser.ts';
import {
  childrenOf,
  type Name,
  type Node,
  nameText,
  nodeText,
  type Type,
  typeOf,
} from './expression-tree.ts';
import { nodeValue, truthOf, type Value, type Values } from './expression-values.ts';

export type { ExpressionFault, Name, Values };
export { nameText, reservedWords };

/** Parsed, with the text it came from. */
export interface Expression {
  readonly text: string;
  readonly root: Node;
}

export type ParsedExpression =
  | { readonly ok: true; readonly value: Expression }
  /** `at`: offset in the text. */
  | { readonly ok: false; readonly at: number; readonly why: ExpressionFault };

/** Throws never. */
export function parseExpression(text: string): ParsedExpression {
  const parsed = parse(text);
  return parsed.ok ? { ok: true, value: { text, root: parsed.root } } : parsed;
}

/** A number, a truth value, or null where what it needs is not known (and would matter). Division by 0 gives null. */
export function evaluate({ root }: Expression, values: Values): Value {
  return nodeValue(root, values);
}

/** As a condition: a figure alone is true when it is not 0. */
export function holds(expression: Expression, values: Values): boolean | null {
  return truthOf(expression.root, values);
}

/** As a formula; a condition is no number, and has been refused by then. */
export function numberFrom(expression: Expression, values: Values): Exact | null {
  const value = evaluate(expression, values);
  return typeof value === 'boolean' ? null : value;
}

/** `figure`: a figure alone, which is a formula and a condition alike. */
export function expressionType({ root }: Expression): Type {
  return typeOf(root);
}

/** Written out anew, in one way of spacing; with `show` names are replaced, as by their values: `120 / 150 * 100`. */
export function expressionText({ root }: Expression, show?: (name: Name) => string): string {
  return nodeText(root, show);
}

/** Figures and criteria that it names, each once, in the order of the text. `max` is not among the figures. */
export function namesIn(expression: Expression): {
  readonly figures: readonly string[];
  readonly parts: readonly PartName[];
  /** Whether the maximum of the criterion is used. */
  readonly max: boolean;
} {
  const names = namesWithPlaces(expression);
  const figures = names.flatMap((name) => (name.kind === 'figure' ? [name.name] : []));
  const parts = names.flatMap((name) => (name.kind === 'part' ? [name] : []));
  const byText = new Map(parts.map((part) => [nameText(part), { what: part.what, of: part.of }]));
  return {
    figures: [...new Set(figures)],
    parts: [...byText.values()],
    max: names.some(({ kind }) => kind === 'maximum'),
  };
}

export interface PartName {
  readonly what: 'points' | 'percent';
  readonly of: string;
}

/** Every name as often as it stands there, in the order of the text. */
export function namesWithPlaces({ root }: Expression): readonly Name[] {
  const walk = (node: Node): readonly Name[] =>
    isName(node) ? [node] : childrenOf(node).flatMap(walk);
  return walk(root);
}

function isName(node: Node): node is Name {
  return node.kind === 'figure' || node.kind === 'maximum' || node.kind === 'part';
}
