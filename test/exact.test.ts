import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exact,
  exactText,
  meanExact,
  parseExact,
  percentOf,
  roundExact,
  sumExact,
  zero,
} from '../src/stats/exact.ts';

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([top, bottom]) => exact(top, bottom));

describe('roundExact', () => {
  test.each([
    [exact(2, 3), 2, 'half-up', '0.67'],
    [exact(5, 2), 0, 'half-up', '3'],
    [exact(-5, 2), 0, 'half-up', '-3'],
    [exact(1, 200), 2, 'half-up', '0.01'],
    [exact(-1, 1000), 2, 'half-up', '0.00'],
    [exact(1), 3, 'half-up', '1.000'],
    [exact(99_995, 1000), 2, 'half-up', '100.00'],
    // As published: Quảng Hòa 2021 prints 2/19 and 15/19 cut, Nam Định 2020 prints 62.62/70 cut.
    [exact(200, 19), 2, 'truncate', '10.52'],
    [exact(1500, 19), 2, 'truncate', '78.94'],
    [exact(6262, 70), 2, 'truncate', '89.45'],
    [exact(6262, 70), 2, 'half-up', '89.46'],
    // … and Huế 9/136 is rounded.
    [exact(900, 136), 2, 'half-up', '6.62'],
  ] as const)('%s to %i decimals, %s', (value, decimals, mode, text) => {
    expect(roundExact(value, decimals, mode)).toBe(text);
  });

  test('never moves a value by more than half a unit, and keeps the order', () => {
    fc.assert(
      fc.property(rational, rational, fc.nat(4), (a, b, decimals) => {
        const [low, high] = a.lte(b) ? [a, b] : [b, a];
        const read = (value: typeof a) =>
          parseExact(roundExact(value, decimals, 'half-up')) ?? zero;
        expect(read(low).lte(read(high))).toBe(true);
        const half = exact(1, 2n * 10n ** BigInt(decimals));
        expect(read(a).sub(a).abs().lte(half)).toBe(true);
      }),
    );
  });

  test('truncate drops digits toward zero', () => {
    fc.assert(
      fc.property(rational, fc.nat(4), (value, decimals) => {
        const cut = parseExact(roundExact(value, decimals, 'truncate')) ?? zero;
        expect(cut.abs().lte(value.abs())).toBe(true);
        expect(
          value
            .sub(cut)
            .abs()
            .lt(exact(1, 10n ** BigInt(decimals))),
        ).toBe(true);
      }),
    );
  });
});

describe('exactText', () => {
  test.each([
    [exact(1, 4), '0.25'],
    [exact(-5, 2), '-2.5'],
    [exact(12), '12'],
    [zero, '0'],
    [exact(7, 3), '7/3'],
    [exact(1n, 2n ** 20n), '0.00000095367431640625'],
  ])('%s', (value, text) => {
    expect(exactText(value)).toBe(text);
  });

  test('two different values never have one text', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(exactText(a) === exactText(b)).toBe(a.equals(b));
      }),
    );
  });

  test('decimal text reads back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(30), (top, digits) => {
        const value = exact(top, 10n ** BigInt(digits));
        expect(parseExact(exactText(value))?.equals(value)).toBe(true);
      }),
    );
  });
});

test('a tenth and two tenths are three tenths', () => {
  expect(sumExact([exact(1, 10), exact(2, 10)]).equals(exact(3, 10))).toBe(true);
});

test('the mean of nothing is missing, and so is a percentage of 0', () => {
  expect(meanExact([])).toBeNull();
  expect(percentOf(exact(0), zero)).toBeNull();
  expect(meanExact([exact(1), exact(2), exact(2)])?.equals(exact(5, 3))).toBe(true);
  // Thanh Hóa 2023: 16 points do not apply to Ban Dân tộc, so 68.32 is 81.33 %.
  expect(roundExact(percentOf(exact(6832, 100), exact(84)) ?? zero, 2, 'half-up')).toBe('81.33');
});

test.each(['', ' 1', '1,5', '1e3', '.5', '5.', '+1', '1 000', '٣', '0x10', '1/3'])(
  '%j is not a plain decimal',
  (text) => {
    expect(parseExact(text)).toBeNull();
  },
);
