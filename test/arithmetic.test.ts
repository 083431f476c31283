/** Arithmetic as it is written for people: nothing rounded passes for exact, and whoever does it again gets the printed figure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  minusTerm,
  numberTerm,
  overTerm,
  powerTerm,
  productTerm,
  sumTerm,
  type Term,
  termValue,
} from '../src/stats/arithmetic.ts';
import { exact } from '../src/stats/exact.ts';
import { type Writing, writeArithmetic } from '../src/stats/written-arithmetic.ts';
import { recompute } from './recompute.ts';

const vi: Writing = { decimals: 2, mode: 'half-up', mark: ',' };

function line(term: Term, writing = vi): string {
  const value = termValue(term);
  if (value === null) throw new Error('no value');
  return writeArithmetic(term, value, writing).line;
}

const n = (top: number, bottom = 1): Term => numberTerm(exact(top, bottom));

describe('one line', () => {
  test.each([
    [sumTerm([n(7, 2), n(5, 4)]), '3,5 + 1,25 = 4,75'],
    [overTerm(n(7), n(3)), '7 ÷ 3 = 7/3 ≈ 2,33'],
    [
      overTerm(sumTerm([productTerm(n(12), n(100)), productTerm(n(5), n(60))]), n(23)),
      '(12 × 100 + 5 × 60) ÷ 23 = 1500/23 ≈ 65,22',
    ],
    [productTerm(n(3), n(7, 3)), '3 × (7/3) = 7'],
    [sumTerm([n(7, 3), n(2, 3)]), '7/3 + 2/3 = 3'],
    [minusTerm(n(5), sumTerm([n(1), n(1, 2)])), '5 − (1 + 0,5) = 3,5'],
    [overTerm(n(10), overTerm(n(2), n(4))), '10 ÷ (2 ÷ 4) = 20'],
    [n(7, 3), '7/3 ≈ 2,33'],
    [n(2), '2'],
    [n(2345, 1000), '2,345 ≈ 2,35'],
  ] as const)('%#', (term, written) => {
    expect(line(term)).toBe(written);
  });

  test('numbers too long for a fraction are cut, and say so', () => {
    const long = n(123_457, 98_765);
    expect(line(productTerm(n(3), long))).toBe('3 × 1,250007… = 3,7500… ≈ 3,75');
  });

  test('what is cut gets more digits where the printed figure hangs on them', () => {
    // Six digits of each, 0,004999… + 0, may be 0,005, which is printed as 0,01.
    const near = numberTerm(exact(49_999_999n, 10_000_000_003n));
    expect(line(sumTerm([near, n(0)]))).toBe('0,0049999998… + 0 = 0,0049… ≈ 0,00');
  });

  test('a root is written with its exponent', () => {
    const term = productTerm(n(10), powerTerm(productTerm(n(1, 2), n(3, 4)), overTerm(n(1), n(2))));
    const written = writeArithmetic(
      term,
      exact(6_123_724_356_957_945n, 1_000_000_000_000_000n),
      vi,
    );
    expect(written.line).toBe('10 × (0,5 × 0,75)^(1 ÷ 2) = 6,1237… ≈ 6,12');
  });
});

const number = fc
  .tuple(fc.integer({ min: -5000, max: 100_000 }), fc.integer({ min: 1, max: 99_991 }))
  .map(([top, bottom]) => n(top, bottom));

const term = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    number,
    fc.array(tie('term'), { minLength: 2, maxLength: 4 }).map(sumTerm),
    fc.array(tie('term'), { minLength: 2, maxLength: 3 }).map((terms) => productTerm(...terms)),
    fc.tuple(tie('term'), tie('term')).map(([left, right]) => minusTerm(left, right)),
    fc.tuple(tie('term'), tie('term')).map(([left, right]) => overTerm(left, right)),
  ),
})).term;

test('every line comes to what it says, and to the printed figure', () => {
  const writing = fc.record({
    decimals: fc.integer({ min: 0, max: 4 }),
    mode: fc.constantFrom('half-up' as const, 'truncate' as const),
    mark: fc.constantFrom(',' as const, '.' as const),
  });
  fc.assert(
    fc.property(term, writing, (one, how) => {
      const value = termValue(one);
      fc.pre(value !== null);
      if (value === null) return;
      const written = writeArithmetic(one, value, how);
      expect(recompute(written.line, how.decimals, how.mode)).toEqual({
        isTrue: true,
        line: written.line,
      });
    }),
    { numRuns: 500 },
  );
});
