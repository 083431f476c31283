import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Exact, exact, hundred, parseExact, sumExact, zero } from '../src/stats/exact.ts';
import { type PrintedShares, printedShares } from '../src/stats/shares.ts';

function of(
  counts: readonly number[],
  how: 'to-100' | 'as-is',
  decimals = 2,
  mode: 'half-up' | 'truncate' = 'half-up',
): PrintedShares {
  const parts = counts.map((count, at) => ({ id: String(at), value: exact(count) }));
  return printedShares(parts, decimals, mode, how);
}

test('thirds: one is bent up, and it is known that one is', () => {
  expect(of([1, 1, 1], 'to-100')).toEqual({
    texts: ['33.34', '33.33', '33.33'],
    isBent: true,
    sum: '100.00',
  });
  expect(of([1, 1, 1], 'as-is')).toEqual({
    texts: ['33.33', '33.33', '33.33'],
    isBent: false,
    sum: '99.99',
  });
});

test('also where digits are cut off', () => {
  expect(of([2, 15, 2], 'to-100', 2, 'truncate').texts).toEqual(['10.53', '78.95', '10.52']);
  expect(of([2, 15, 2], 'as-is', 2, 'truncate').texts).toEqual(['10.52', '78.94', '10.52']);
});

test('without decimals; of nothing there are no shares', () => {
  expect(of([1, 1, 1], 'to-100', 0).texts).toEqual(['34', '33', '33']);
  expect(of([0, 0], 'to-100')).toEqual({ texts: [null, null], isBent: false, sum: null });
  expect(of([], 'as-is')).toEqual({ texts: [], isBent: false, sum: null });
});

const someCounts = fc.array(fc.nat(200), { minLength: 1, maxLength: 9 });
const someDecimals = fc.nat(4);
const someMode = fc.constantFrom('half-up' as const, 'truncate' as const);

function value(text: string | null | undefined): Exact {
  return parseExact(text ?? '') ?? zero;
}

test('the texts add up to 100, none is a digit away from the truth, nothing stays nothing', () => {
  fc.assert(
    fc.property(someCounts, someDecimals, someMode, (counts, decimals, mode) => {
      const whole = counts.reduce((sum, count) => sum + count, 0);
      fc.pre(whole > 0);
      const { texts } = of(counts, 'to-100', decimals, mode);
      expect(sumExact(texts.map(value)).equals(hundred)).toBe(true);
      const digit = exact(1, 10n ** BigInt(decimals));
      for (const [at, count] of counts.entries()) {
        const off = value(texts[at]).sub(exact(count).mul(hundred).div(whole)).abs();
        expect(off.lt(digit)).toBe(true);
        if (count === 0) expect(value(texts[at]).equals(zero)).toBe(true);
      }
    }),
  );
});

test('where plain rounding adds up already nothing is bent', () => {
  fc.assert(
    fc.property(someCounts, someDecimals, (counts, decimals) => {
      const plain = of(counts, 'as-is', decimals);
      fc.pre(plain.sum !== null && value(plain.sum).equals(hundred));
      expect(of(counts, 'to-100', decimals)).toEqual(plain);
    }),
  );
});

test('a larger part never prints a smaller share, and the order of the parts never matters', () => {
  fc.assert(
    fc.property(someCounts, someDecimals, someMode, (counts, decimals, mode) => {
      fc.pre(counts.some((count) => count > 0));
      const parts = counts.map((count, at) => ({ id: String(at), value: exact(count) }));
      const { texts } = printedShares(parts, decimals, mode, 'to-100');
      const turned = printedShares(parts.toReversed(), decimals, mode, 'to-100');
      expect(turned.texts.toReversed()).toEqual(texts);
      for (const [at, one] of counts.entries()) {
        for (const [to, other] of counts.entries()) {
          if (one > other) expect(value(texts[at]).gte(value(texts[to]))).toBe(true);
        }
      }
    }),
  );
});
