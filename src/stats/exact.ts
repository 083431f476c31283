/**
 * Exact rational numbers for points, weights and percentages, and their one rounding at the edge.
 * Binary floats are not used: 0.1 + 0.2 would break ties that a council has to explain.
 */
import Fraction from 'fraction.js';
import { simplestFraction } from './simplest-fraction.ts';

export type Exact = Fraction;

export type RoundingMode = 'half-up' | 'truncate';

export const zero: Exact = new Fraction(0);
export const hundred: Exact = new Fraction(100);

/** An integer or an exact quotient of two integers. `denominator` must not be 0. */
export function exact(numerator: number | bigint, denominator: number | bigint = 1): Exact {
  return new Fraction(numerator, denominator);
}

/** `12`, `2.5`, `-0.25`: plain decimal text with a point; null for anything else. */
export function parseExact(text: string): Exact | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? new Fraction(text) : null;
}

/**
 * Brought to one denominator as it goes, and reduced once: a national index adds a million of them. Where that denominator would pass
 * 200 digits (weighted answers to many questions, or in thousands of units) the sum is the simplest fraction within 10⁻⁶⁰.
 */
export function sumExact(values: Iterable<Exact>): Exact {
  const all = [...values];
  let [top, bottom] = [0n, 1n];
  for (const { s, n, d } of all) {
    const [own, below] = [(s as bigint) * (n as bigint), d as bigint];
    if (bottom % below === 0n) top += own * (bottom / below);
    else {
      const common = bottom * (below / divisorOf(below, bottom % below));
      [top, bottom] = [top * (common / bottom) + own * (common / below), common];
      if (bottom > longest) return nearSum(all);
    }
  }
  return new Fraction(top, bottom);
}

const longest = 10n ** 200n;
const fine = 10n ** 90n;

function nearSum(values: readonly Exact[]): Exact {
  const sum = values.reduce((all, { s, n, d }) => {
    return all + ((s as bigint) * (n as bigint) * fine) / (d as bigint);
  }, 0n);
  return simplest(new Fraction(sum, fine), 60);
}

function divisorOf(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

/** The simplest quotient no further from `value` than one in the last of so many decimals. */
export function simplest(value: Exact, decimals: number): Exact {
  const near = [1n, 10n ** BigInt(decimals)] as const;
  const [top, bottom] = simplestFraction([value.n as bigint, value.d as bigint], near);
  return new Fraction((value.s as bigint) < 0n ? -top : top, bottom);
}

/**
 * Decimal digits of `value` after one rounding, with a decimal point: 2/3 → `0.67`, 5/2 at 0 decimals → `3`.
 * `half-up` rounds halves away from zero, as office practice does; `truncate` drops digits.
 */
export function roundExact(value: Exact, decimals: number, mode: RoundingMode): string {
  const scale = 10n ** BigInt(decimals);
  const top = (value.n as bigint) * scale;
  const bottom = value.d as bigint;
  const digits = mode === 'truncate' ? top / bottom : (2n * top + bottom) / (2n * bottom);
  const padded = digits.toString().padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals);
  const sign = value.s < 0n && digits > 0n ? '-' : '';
  return sign + (decimals === 0 ? whole : `${whole}.${padded.slice(-decimals)}`);
}

/** The largest integer not above `value`. */
export function floorExact(value: Exact): number {
  return Number(wholeBelow((value.s as bigint) * (value.n as bigint), value.d as bigint));
}

/** The smallest integer not below `value`. */
export function ceilExact(value: Exact): number {
  return Number(-wholeBelow(-(value.s as bigint) * (value.n as bigint), value.d as bigint));
}

/** To a whole number; `half-up` for values ≥ 0. */
export function wholeExact(value: Exact, how: 'ceil' | 'half-up' | 'floor'): number {
  if (how === 'ceil') return ceilExact(value);
  return floorExact(how === 'floor' ? value : value.add(exact(1, 2)));
}

/** So many percent of a count, rounded up. */
export function ceilPercent(percent: Exact, count: number): number {
  const top = (percent.s as bigint) * (percent.n as bigint) * BigInt(count);
  return Number(-wholeBelow(-top, (percent.d as bigint) * 100n));
}

/** The largest integer not above a quotient; BigInt division alone drops the sign of the remainder. */
function wholeBelow(top: bigint, bottom: bigint): bigint {
  const whole = top / bottom;
  return top < 0n && whole * bottom !== top ? whole - 1n : whole;
}

/**
 * The shortest exact decimal text (`0.25`), or `7/3` when there is none. For JSON and fingerprints.
 * Written by hand: `Fraction.toString` stops at 15 decimals, which would give two values one text.
 */
export function exactText(value: Exact): string {
  const bottom = value.d as bigint;
  const decimals = decimalsOf(bottom);
  if (decimals === null) return value.toFraction();
  return roundExact(value, decimals, 'truncate');
}

/** `0.25`, `2/3`; of what is too long to be read the first decimals. */
export function legibleText(value: Exact): string {
  const isShort = `${value.d}`.length <= legibleDigits;
  return isShort ? exactText(value) : roundExact(value, legibleDecimals, 'half-up');
}

const legibleDigits = 15;
const legibleDecimals = 20;

/** Digits after the point that a quotient over `bottom` needs; null when they never end. */
function decimalsOf(bottom: bigint): number | null {
  let rest = bottom;
  const times = [2n, 5n].map((factor) => {
    let count = 0;
    for (; rest % factor === 0n; rest /= factor) count++;
    return count;
  });
  return rest === 1n ? Math.max(...times) : null;
}

/** Arithmetic mean; null of nothing. */
export function meanExact(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : sumExact(values).div(values.length);
}

/** `part` in percent of `whole`, exactly; null when the whole is 0. */
export function percentOf(part: Exact, whole: Exact): Exact | null {
  return isZero(whole) ? null : part.mul(hundred).div(whole);
}

/** Tells an exact number from the texts and counts beside it. */
export function isExact(value: unknown): value is Exact {
  return value instanceof Fraction;
}

export function isZero(value: Exact): boolean {
  return (value.n as bigint) === 0n;
}

/** As a binary number. `valueOf` of a quotient whose parts are longer than 308 digits (a harmonic mean of many figures) is NaN. */
export function approximate(value: Exact): number {
  const plain = value.valueOf();
  if (isZero(value) || (Number.isFinite(plain) && plain !== 0)) return plain;
  const [top, bottom] = [value.n as bigint, value.d as bigint];
  const digits = Math.min(`${top}`.length, `${bottom}`.length);
  const surplus = 10n ** BigInt(Math.max(0, digits - 100));
  return (Number(value.s) * Number(top / surplus)) / Number(bottom / surplus);
}
