/** Random well-typed expressions, a fully bracketed text of each, and their value by another way (BigInt quotients). */
import fc from 'fast-check';

export type Tree =
  | { readonly kind: 'leaf'; readonly text: string; readonly value: Quotient | null }
  | { readonly kind: 'of'; readonly how: How; readonly args: readonly Tree[] };

type How =
  | ('+' | '-' | '*' | '/' | 'min' | 'max' | 'abs' | 'neg')
  | ('round0' | 'round2' | 'if' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or' | 'not');

/** Numerator and positive denominator, not reduced. */
type Quotient = readonly [bigint, bigint];

type Value = Quotient | boolean | null;

const leaf: fc.Arbitrary<Tree> = fc.oneof(
  fc.nat({ max: 40 }).map((n): Tree => {
    return { kind: 'leaf', text: `${n / 4}`, value: [BigInt(n), 4n] };
  }),
  fc.constantFrom<Tree>(
    { kind: 'leaf', text: 'a', value: [3n, 1n] },
    { kind: 'leaf', text: 'b', value: [-1n, 2n] },
    { kind: 'leaf', text: 'zero', value: [0n, 1n] },
    { kind: 'leaf', text: 'ho-so', value: [12n, 1n] },
    { kind: 'leaf', text: 'unknown', value: null },
    { kind: 'leaf', text: 'max', value: [5n, 2n] },
    { kind: 'leaf', text: 'percent[4.1]', value: [80n, 1n] },
  ),
);

const of = (how: How, ...args: readonly fc.Arbitrary<Tree>[]): fc.Arbitrary<Tree> =>
  fc.tuple(...args).map((all): Tree => ({ kind: 'of', how, args: all }));

const { number, truth } = fc.letrec<{ number: Tree; truth: Tree }>((tie) => {
  const [n, t] = [tie('number'), tie('truth')];
  const depthSize = 'small';
  return {
    number: fc.oneof(
      { depthSize, withCrossShrink: true },
      leaf,
      ...(['+', '-', '*', '/', 'min', 'max'] as const).map((how) => of(how, n, n)),
      ...(['abs', 'neg', 'round0', 'round2'] as const).map((how) => of(how, n)),
      of('if', t, n, n),
    ),
    truth: fc.oneof(
      { depthSize, withCrossShrink: true },
      ...(['=', '!=', '<', '<=', '>', '>='] as const).map((how) => of(how, n, n)),
      ...(['and', 'or'] as const).map((how) => of(how, t, t)),
      of('not', t),
      of('if', t, t, t),
    ),
  };
});

export const randomTree: fc.Arbitrary<Tree> = fc.oneof(number, truth).filter((tree) => {
  return referenceText(tree).length < 900 && depthOf(tree) < 30;
});

function depthOf(tree: Tree): number {
  return tree.kind === 'leaf' ? 0 : 1 + Math.max(...tree.args.map(depthOf));
}

/** Every operation in brackets of its own. */
export function referenceText(tree: Tree): string {
  if (tree.kind === 'leaf') return tree.text;
  const [first = '', second = '', third = ''] = tree.args.map(referenceText);
  switch (tree.how) {
    case 'min':
    case 'max':
      return `${tree.how}(${first}, ${second})`;
    case 'abs':
      return `abs(${first})`;
    case 'neg':
      return `(-${first})`;
    case 'round0':
      return `round(${first})`;
    case 'round2':
      return `round(${first}, 2)`;
    case 'if':
      return `if(${first}, ${second}, ${third})`;
    case 'not':
      return `(not ${first})`;
    default:
      return `(${first} ${tree.how} ${second})`;
  }
}

/** The value as shortest text, as `exactText` writes it. */
export function referenceValue(tree: Tree): string {
  const value = work(tree);
  return value === null || typeof value === 'boolean' ? String(value) : textOf(value);
}

function work(tree: Tree): Value {
  if (tree.kind === 'leaf') return tree.value;
  const [first = null, second = null, third = null] = tree.args.map(work);
  if (tree.how === 'if') return chosen(first, second, third);
  if (tree.how === 'and') return first === false || second === false ? false : pair(first, second);
  if (tree.how === 'or') return first === true || second === true ? true : pair(first, second);
  if (tree.how === 'not') return typeof first === 'boolean' ? !first : null;
  if (!isQuotient(first)) return null;
  if (tree.args.length === 1) return single(tree.how, first);
  return isQuotient(second) ? double(tree.how, first, second) : null;
}

function isQuotient(value: Value): value is Quotient {
  return value !== null && typeof value !== 'boolean';
}

/** Both the same truth, or one of them not known. */
function pair(one: Value, other: Value): Value {
  return one === null || other === null ? null : one;
}

function chosen(condition: Value, yes: Value, no: Value): Value {
  if (typeof condition === 'boolean') return condition ? yes : no;
  if (yes === null || no === null) return null;
  const same = isQuotient(yes) && isQuotient(no) ? compare(yes, no) === 0n : yes === no;
  return same ? yes : null;
}

function single(how: How, [top, bottom]: Quotient): Value {
  if (how === 'abs') return [top < 0n ? -top : top, bottom];
  if (how === 'neg') return [-top, bottom];
  const scale = how === 'round2' ? 100n : 1n;
  const size = (top < 0n ? -top : top) * scale;
  const digits = (2n * size + bottom) / (2n * bottom);
  return [top < 0n ? -digits : digits, scale];
}

function double(how: How, one: Quotient, other: Quotient): Value {
  const [a, b] = one;
  const [c, d] = other;
  const order = compare(one, other);
  switch (how) {
    case '+':
      return [a * d + c * b, b * d];
    case '-':
      return [a * d - c * b, b * d];
    case '*':
      return [a * c, b * d];
    case '/':
      if (c === 0n) return null;
      return c < 0n ? [-a * d, b * -c] : [a * d, b * c];
    case 'min':
      return order <= 0n ? one : other;
    case 'max':
      return order >= 0n ? one : other;
    case '=':
      return order === 0n;
    case '!=':
      return order !== 0n;
    case '<':
      return order < 0n;
    case '<=':
      return order <= 0n;
    case '>':
      return order > 0n;
    default:
      return order >= 0n;
  }
}

function compare([a, b]: Quotient, [c, d]: Quotient): bigint {
  return a * d - c * b;
}

function textOf([top, bottom]: Quotient): string {
  const common = divisor(top < 0n ? -top : top, bottom);
  const [n, d] = [top / common, bottom / common];
  for (let digits = 0n, scale = 1n; digits < 400n; digits++, scale *= 10n) {
    if ((n * scale) % d !== 0n) continue;
    const all = (n * scale) / d;
    const size = (all < 0n ? -all : all).toString().padStart(Number(digits) + 1, '0');
    const whole = size.slice(0, size.length - Number(digits));
    const sign = all < 0n ? '-' : '';
    return digits === 0n ? sign + whole : `${sign}${whole}.${size.slice(-Number(digits))}`;
  }
  return `${n}/${d}`;
}

function divisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : divisor(other, one % other);
}
