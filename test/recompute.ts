/** Reads arithmetic as it is written for people, and works it out again: `(2 + 3) × 7/3 = 35/3 ≈ 11,67`. */
import { type Exact, exact, parseExact, roundExact } from '../src/stats/exact.ts';

/** All that a number may be of which only the first digits are written. */
type Range = readonly [low: Exact, high: Exact];

export interface Recomputed {
  /** Whether what is worked out meets what is written after `=` and `≈`. */
  readonly isTrue: boolean;
  readonly line: string;
}

/** Lines with powers are worked out in binary, all others exactly. */
export function recompute(
  line: string,
  decimals: number,
  mode: 'half-up' | 'truncate',
): Recomputed {
  const [rest = '', printed = null] = line.split(' ≈ ');
  const [term = '', value = term] = rest.split(' = ');
  const left = term.includes('^') ? null : rangeIn(term);
  const right = rangeIn(value);
  // Of what is cut the digits that stand there decide how it is rounded.
  const told = right[1].s < 0n || right[0].s < 0n ? right[1] : right[0];
  const ends = value === term ? [told] : [...(left ?? []), told];
  const meets =
    left === null ? isNear(floatIn(term), right) : left[0].lte(right[1]) && right[0].lte(left[1]);
  const rounded = (printed ?? value).replace(',', '.');
  const isPrinted = ends.every((end) => sameNumber(roundExact(end, decimals, mode), rounded));
  return { isTrue: meets && isPrinted, line };
}

function isNear(value: number, [low, high]: Range): boolean {
  return value > low.valueOf() - 1e-3 && value < high.valueOf() + 1e-3;
}

function sameNumber(one: string, other: string): boolean {
  const [left, right] = [parseExact(one), parseExact(other)];
  return left !== null && right !== null && left.equals(right);
}

type Operation = '+' | '−' | '×' | '÷' | '/' | '^';

function rangeIn(text: string): Range {
  return walk<Range>(text, {
    number: (low, high) => [low, high],
    combine: (sign, one, other) => {
      if (sign === '+') return [one[0].add(other[0]), one[1].add(other[1])];
      if (sign === '−') return [one[0].sub(other[1]), one[1].sub(other[0])];
      const right: Range = sign === '×' ? other : [other[1].inverse(), other[0].inverse()];
      const all = one.flatMap((a) => right.map((b) => a.mul(b)));
      const sorted = all.toSorted((a, b) => a.compare(b));
      return [sorted[0] ?? exact(0), sorted.at(-1) ?? exact(0)];
    },
  });
}

function floatIn(text: string): number {
  return walk<number>(text, {
    number: (low) => low.valueOf(),
    combine: (sign, one, other) => {
      if (sign === '+') return one + other;
      if (sign === '−') return one - other;
      if (sign === '^') return one ** other;
      return sign === '×' ? one * other : one / other;
    },
  });
}

interface Algebra<T> {
  readonly number: (low: Exact, high: Exact) => T;
  readonly combine: (sign: Operation, one: T, other: T) => T;
}

const tightness: Readonly<Record<Operation, number>> = {
  '+': 1,
  '−': 1,
  '×': 2,
  '÷': 2,
  '/': 4,
  '^': 3,
};

function walk<T>(text: string, algebra: Algebra<T>): T {
  const tokens = text.match(/-?\d+(?:[.,]\d+)?…?|[+−×÷/^()]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) throw new Error(`not arithmetic: ${text}`);
  let at = 0;
  const atom = (): T => {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inner = climb(0);
      if (tokens[at++] !== ')') throw new Error(`no ) in ${text}`);
      return inner;
    }
    return algebra.number(...written(token));
  };
  const climb = (least: number): T => {
    let left = atom();
    for (;;) {
      const sign = tokens[at] as Operation | ')' | undefined;
      if (sign === undefined || sign === ')' || tightness[sign] <= least) return left;
      at++;
      left = algebra.combine(sign, left, climb(tightness[sign]));
    }
  };
  const whole = climb(0);
  if (at !== tokens.length) throw new Error(`not read to its end: ${text}`);
  return whole;
}

function written(token: string): Range {
  const digits = token.replace('…', '').replace(',', '.');
  const value = parseExact(digits);
  if (value === null) throw new Error(`not a number: ${token}`);
  if (!token.endsWith('…')) return [value, value];
  const step = exact(1n, 10n ** BigInt(digits.split('.')[1]?.length ?? 0));
  return digits.startsWith('-') ? [value.sub(step), value] : [value, value.add(step)];
}
