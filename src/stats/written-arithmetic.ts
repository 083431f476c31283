/**
 * Arithmetic written out so that anybody can do it again with a pocket calculator. Nothing that was cut off is written as if
 * it were whole: `7/3` stays a fraction, and of a number too long to write the first digits stand, with an ellipsis.
 */
import { isRational, type Term } from './arithmetic.ts';
import { type Exact, exact, exactText, type RoundingMode, roundExact, sumExact } from './exact.ts';

export interface Writing {
  /** Of the printed figure. */
  readonly decimals: number;
  readonly mode: RoundingMode;
  /** What stands between whole and fraction. */
  readonly mark: ',' | '.';
}

export interface WrittenArithmetic {
  /** `(12 × 100 + 5 × 60) ÷ 23`; a number alone where there is nothing to work out. */
  readonly term: string;
  /** What it comes to: whole (`1500/23`), or its first digits (`65,217391…`). */
  readonly value: string;
  /** By the plan's rule: `65,22`. */
  readonly rounded: string;
  /** All in one line: `(…) ÷ 23 = 1500/23 ≈ 65,22`. */
  readonly line: string;
}

/** More digits than anybody reads; before that the numbers are written as fractions. */
const mostDigits = 24;

/**
 * `result`: what the term comes to. Numbers that are cut get so many digits that whoever works with what is written
 * comes to the same printed figure.
 */
export function writeArithmetic(term: Term, result: Exact, writing: Writing): WrittenArithmetic {
  const { decimals, mode, mark } = writing;
  const rounded = withMark(roundExact(result, decimals, mode), mark);
  const digits = digitsFor(term, result, writing);
  const numberText = (value: Exact, cut: number): string => {
    return withMark(digits === null ? exactText(value) : shortText(value, cut), mark);
  };
  const text = termText(term, 0, (value) => numberText(value, digits ?? 0));
  const value = numberText(result, decimals + spareDigits);
  const parts = term.op === 'number' || text === value ? value : `${text} = ${value}`;
  const isSame = sameDecimal(value, rounded);
  return { term: text, value, rounded, line: isSame ? parts : `${parts} ≈ ${rounded}` };
}

/** Digits of a result beyond the printed ones; what it is worked out from has as many more, or what it takes. */
const spareDigits = 2;

/** `3,50` says no less than `3,5`. */
function sameDecimal(value: string, rounded: string): boolean {
  return value === rounded || value === rounded.replace(/[,.]?0+$/, '');
}

function decimalOf(text: string): Exact {
  const [whole = '0', fraction = ''] = text.split('.');
  const isNegative = whole.startsWith('-');
  const digits = BigInt((isNegative ? whole.slice(1) : whole) + fraction);
  const value = exact(digits, 10n ** BigInt(fraction.length));
  return isNegative ? value.neg() : value;
}

/** How many digits numbers that are cut need; null: none will do, so that all of them are written whole. */
function digitsFor(term: Term, result: Exact, { decimals, mode }: Writing): number | null {
  const least = decimals + 2 * spareDigits;
  // Of a root nothing is checked, so that it gets digits to spare.
  if (!isRational(term)) return least + 2 * spareDigits;
  if (isShort(result) && isAllShort(term)) return least;
  if (isSurely(term, result, least, { decimals, mode })) return least;
  for (let digits = least; digits <= mostDigits; digits += 2) {
    const range = rangeOf(term, digits);
    if (range === null) continue;
    const isPrinted = range.every(
      (end) => roundExact(end, decimals, mode) === roundExact(result, decimals, mode),
    );
    const cut = decimals + spareDigits;
    const isCut =
      isShort(result) || range.every((end) => cutText(end, cut) === cutText(result, cut));
    if (isPrinted && isCut) return digits;
  }
  return null;
}

/** Longest texts of numbers that are written whole: decimals, and fractions, which are read less easily. */
const longest = { decimal: 11, fraction: 8 } as const;

/** More than any short text has, above or below the bar. */
const tooLong = 100_000_000_000n;

function isShort(value: Exact): boolean {
  if (value.d === 1n) return true;
  if (value.n >= tooLong || value.d >= tooLong) return false;
  const text = exactText(value);
  return text.length <= longest[text.includes('/') ? 'fraction' : 'decimal'];
}

function isAllShort(term: Term): boolean {
  if (term.op === 'number') return isShort(term.value);
  if (term.op === 'power') return isAllShort(term.base) && isAllShort(term.exponent);
  if ('terms' in term) return term.terms.every(isAllShort);
  return isAllShort(term.left) && isAllShort(term.right);
}

function shortText(value: Exact, digits: number): string {
  return isShort(value) ? exactText(value) : `${cutText(value, digits)}…`;
}

function cutText(value: Exact, digits: number): string {
  const text = roundExact(value, digits, 'truncate');
  return value.s < 0n && !text.startsWith('-') ? `-${text}` : text;
}

type Range = readonly [low: Exact, high: Exact];

/** Everything that the written number may be. */
function writtenRange(value: Exact, digits: number): Range {
  if (isShort(value)) return [value, value];
  const cut = decimalOf(cutText(value, digits));
  const step = exact(1n, 10n ** BigInt(digits));
  return value.compare(exact(0)) < 0 ? [cut.sub(step), cut] : [cut, cut.add(step)];
}

/** All that the term may come to, its numbers being cut. */
function rangeOf(term: Term, digits: number): Range | null {
  if (term.op === 'number') return writtenRange(term.value, digits);
  if (term.op === 'power') return null;
  if ('terms' in term) {
    const ranges = term.terms.map((one) => rangeOf(one, digits));
    const known = ranges.flatMap((range) => (range === null ? [] : [range]));
    if (known.length < ranges.length) return null;
    if (term.op === 'sum') {
      return [sumExact(known.map(([low]) => low)), sumExact(known.map(([, high]) => high))];
    }
    return known.reduce<Range>(timesRange, [exact(1), exact(1)]);
  }
  const [left, right] = [rangeOf(term.left, digits), rangeOf(term.right, digits)];
  if (left === null || right === null) return null;
  if (term.op === 'minus') return [left[0].sub(right[1]), left[1].sub(right[0])];
  if (right[0].compare(exact(0)) * right[1].compare(exact(0)) <= 0) return null;
  return timesRange(left, [right[1].inverse(), right[0].inverse()]);
}

function timesRange(one: Range, other: Range): Range {
  if (one[0] === one[1] && other[0] === other[1]) {
    const product = one[0].mul(other[0]);
    return [product, product];
  }
  const all = one.flatMap((left) => other.map((right) => left.mul(right)));
  const [first = exact(0)] = all;
  return [
    all.reduce((least, value) => (value.lt(least) ? value : least), first),
    all.reduce((most, value) => (value.gt(most) ? value : most), first),
  ];
}

const strength = { sum: 1, minus: 1, product: 2, over: 2, power: 3, number: 4 } as const;

/** `above`: how tightly what stands around it binds. A fraction or a negative number is set in brackets among others. */
function termText(term: Term, above: number, numberText: (value: Exact) => string): string {
  const own = strength[term.op];
  const text = barely(term, numberText);
  if (term.op === 'number') {
    const isBare = !/[/-]/.test(text) || above === 0 || (above === 1 && !text.startsWith('-'));
    return isBare ? text : `(${text})`;
  }
  return own < above ? `(${text})` : text;
}

function barely(term: Term, numberText: (value: Exact) => string): string {
  const text = (one: Term, above: number): string => termText(one, above, numberText);
  switch (term.op) {
    case 'number':
      return numberText(term.value);
    case 'sum':
      return term.terms.map((one) => text(one, 1)).join(' + ');
    case 'product':
      return term.terms.map((one, at) => text(one, at === 0 ? 2 : 3)).join(' × ');
    case 'minus':
      return `${text(term.left, 1)} − ${text(term.right, 2)}`;
    case 'over':
      return `${text(term.left, 2)} ÷ ${text(term.right, 3)}`;
    case 'power':
      return `${text(term.base, 4)}^${text(term.exponent, 4)}`;
  }
}

function withMark(text: string, mark: string): string {
  return text.replace('.', mark);
}

/** Everything below this is told apart by binary numbers to far more than the digits that are written. */
const largest = 100_000;
const slack = 1e-9;

/** Whether so many digits are enough, by a quick look in binary that is never wrong, though it may not tell. */
function isSurely(
  term: Term,
  result: Exact,
  digits: number,
  { decimals, mode }: Omit<Writing, 'mark'>,
): boolean {
  const range = nearRange(term, 10 ** -digits);
  if (range === null) return false;
  const [low, high] = [range[0] - slack, range[1] + slack];
  if (low <= 0 || high > largest) return false;
  const inOneCell = (step: number, shift: number): boolean =>
    Math.floor(low / step + shift) === Math.floor(high / step + shift);
  const isPrinted = inOneCell(10 ** -decimals, mode === 'half-up' ? 0.5 : 0);
  return isPrinted && (isShort(result) || inOneCell(10 ** -(decimals + spareDigits), 0));
}

type NearRange = readonly [low: number, high: number];

function nearRange(term: Term, step: number): NearRange | null {
  if (term.op === 'number') {
    const value = term.value.valueOf();
    return isShort(term.value) ? [value, value] : [value - step, value + step];
  }
  if (term.op === 'power') return null;
  const parts = 'terms' in term ? term.terms : [term.left, term.right];
  const ranges = parts.map((one) => nearRange(one, step));
  let whole: NearRange | null = null;
  for (const range of ranges) {
    // Where a sign may change, products turn about: the exact look tells.
    if (range === null || range[0] < 0) return null;
    whole = whole === null ? range : nearly(term.op, whole, range);
    if (whole === null) return null;
  }
  return whole;
}

function nearly(op: Term['op'], one: NearRange, other: NearRange): NearRange | null {
  switch (op) {
    case 'sum':
      return [one[0] + other[0], one[1] + other[1]];
    case 'product':
      return [one[0] * other[0], one[1] * other[1]];
    case 'minus':
      return [one[0] - other[1], one[1] - other[0]];
    case 'over':
      return other[0] <= 0 ? null : [one[0] / other[1], one[1] / other[0]];
    default:
      return null;
  }
}
