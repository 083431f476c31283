/**
 * Roots are no quotients: they are worked out with more digits than are kept, so that what is equal stays equal and the order of
 * the terms leaves no trace.
 */
import { Decimal } from 'decimal.js';
import { type Exact, parseExact } from './exact.ts';

/** Digits that are kept. */
const keptDigits = 30;

/** 60 digits: enough for products of some 10⁸ factors to leave 30 that are right. */
export const Digits = Decimal.clone({ precision: 60, toExpNeg: -9e15, toExpPos: 9e15 });

export function asDecimal({ s, n, d }: Exact): Decimal {
  const top = new Digits(`${(s as bigint) * (n as bigint)}`);
  return (d as bigint) === 1n ? top : top.div(`${d}`);
}

/**
 * The root of a number above 0 by Newton's method, from an estimate good to some ten digits: 20 times as quick as by logarithms, which
 * counts for thousands of units.
 */
export function rootOf(value: Decimal, degree: number, estimate: number): Decimal {
  const enough = new Digits('1e-25');
  let root = new Digits(estimate);
  // Each step doubles the digits that are right; the bound only guards against an estimate that is none.
  for (let step = 0; step < 100; step++) {
    const change = root.sub(value.div(root.pow(degree - 1))).div(degree);
    root = root.sub(change);
    if (change.abs().lte(root.mul(enough))) break;
  }
  return root;
}

/** Rounded to 30 significant digits. */
export function significant(value: Decimal): Exact {
  const exact = parseExact(value.toSignificantDigits(keptDigits).toFixed());
  if (exact === null) throw new Error(`not a number: ${value}`);
  return exact;
}
