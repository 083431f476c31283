/** Means and normalised values: what each is by its own definition, and what must hold of any values. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approximate, type Exact, exact, exactText, hundred, zero } from '../src/stats/exact.ts';
import { geometricMean, harmonicMean, type Term, weightedMean } from '../src/stats/means.ts';
import {
  percentRank,
  placeFromBelow,
  rescaled,
  spreadOf,
  standardiser,
} from '../src/stats/normalise.ts';

const positive = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
  .map(([top, bottom]) => exact(top, bottom));
const weight = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 2, 4, 10, 3))
  .map(([top, bottom]) => exact(top, bottom));
const terms = fc.array(fc.record({ value: positive, weight }), { minLength: 1, maxLength: 8 });

function term(value: Exact | number, of: Exact | number = 1): Term {
  const number = (one: Exact | number): Exact => (typeof one === 'number' ? exact(one) : one);
  return { value: number(value), weight: number(of) };
}

function known(value: Exact | null): Exact {
  if (value === null) throw new Error('there is a mean');
  return value;
}

describe('weighted means', () => {
  test('worked out by hand', () => {
    const two = [term(exact(4, 5)), term(exact(1, 5))];
    expect(exactText(known(weightedMean(two)))).toBe('0.5');
    expect(exactText(known(geometricMean(two)))).toBe('0.4');
    expect(exactText(known(harmonicMean(two)))).toBe('0.32');
    // 2^(3/4) × 8^(1/4) = 2^1.5
    expect(known(geometricMean([term(2, 3), term(8, 1)])).valueOf()).toBeCloseTo(2 ** 1.5, 14);
    expect(exactText(known(harmonicMean([term(2, 3), term(8, 1)])))).toBe('32/13');
  });

  test('a 0 makes the geometric and the harmonic mean 0, unless it has no weight; nothing has no mean', () => {
    for (const mean of [geometricMean, harmonicMean]) {
      expect(exactText(known(mean([term(0), term(9)])))).toBe('0');
      expect(exactText(known(mean([term(0, 0), term(9)])))).toBe('9');
      expect(mean([])).toBeNull();
      expect(mean([term(3, 0)])).toBeNull();
    }
    expect(weightedMean([term(3, 0)])).toBeNull();
  });

  test('least ≤ harmonic ≤ geometric ≤ arithmetic ≤ largest', () => {
    const slack = exact(1n, 10n ** 28n);
    fc.assert(
      fc.property(terms, (all) => {
        const values = all.map(({ value }) => value).sort((a, b) => a.compare(b));
        const [h, g, a] = [harmonicMean, geometricMean, weightedMean].map((mean) =>
          known(mean(all)),
        ) as [Exact, Exact, Exact];
        const wide = exact(1).add(slack);
        expect((values[0] ?? zero).lte(h)).toBe(true);
        expect(h.lte(g.mul(wide))).toBe(true);
        expect(g.lte(a.mul(wide))).toBe(true);
        expect(a.lte(values.at(-1) ?? zero)).toBe(true);
      }),
    );
  });

  test('only the ratio of the weights matters, and not the order', () => {
    fc.assert(
      fc.property(terms, weight, (all, factor) => {
        const scaled = all.map((one) => ({ ...one, weight: one.weight.mul(factor) })).reverse();
        for (const mean of [weightedMean, geometricMean, harmonicMean]) {
          expect(exactText(known(mean(scaled)))).toBe(exactText(known(mean(all))));
        }
      }),
    );
  });

  test('the geometric mean is the one by logarithms, to 29 digits', () => {
    const Digits = Decimal.clone({ precision: 80 });
    const decimal = ({ n, d }: Exact) => new Digits(`${n}`).div(`${d}`);
    fc.assert(
      fc.property(terms, (all) => {
        const whole = all.reduce((sum, one) => sum.add(decimal(one.weight)), new Digits(0));
        const log = all.reduce(
          (sum, one) => sum.add(decimal(one.value).ln().mul(decimal(one.weight))),
          new Digits(0),
        );
        const expected = log.div(whole).exp();
        const off = decimal(known(geometricMean(all)))
          .sub(expected)
          .abs()
          .div(expected);
        expect(off.lt('1e-29')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('equal terms have that value as their mean, whatever the weights', () => {
    fc.assert(
      fc.property(positive, fc.array(weight, { minLength: 1, maxLength: 6 }), (value, weights) => {
        const all = weights.map((one) => ({ value, weight: one }));
        for (const mean of [weightedMean, geometricMean, harmonicMean]) {
          expect(known(mean(all)).equals(value)).toBe(true);
        }
      }),
    );
  });
});

describe('values set against each other', () => {
  const range = { low: exact(1), high: exact(10) };

  test('between two values, in proportion, never beyond', () => {
    const ends = { worst: exact(30), best: exact(5) };
    const text = (value: number) => exactText(rescaled(exact(value * 2, 2), ends, range));
    expect([30, 5, 17.5, 40, 0].map(text)).toEqual(['1', '10', '5.5', '1', '10']);
  });

  test('places from below: ties share the lower one', () => {
    const sorted = [2, 4, 4, 9].map((value) => exact(value));
    const place = (value: number) => placeFromBelow(exact(value), sorted);
    expect([2, 4, 9].map(place)).toEqual([1, 2, 4]);
    expect([1, 3, 5, 10].map(place)).toEqual([1, 2, 4, 4]);
    expect(exactText(percentRank(2, 4))).toBe('1/3');
  });

  test('mean and standard deviation of a sample', () => {
    const spread = spreadOf([2, 4, 4, 4, 5, 5, 7, 9].map((value) => exact(value)));
    expect(exactText(spread?.mean ?? zero)).toBe('5');
    expect(spread?.deviation.valueOf()).toBeCloseTo(Math.sqrt(32 / 7), 14);
    expect(spreadOf([exact(3), exact(3)])).toBeNull();
    expect(spreadOf([exact(3)])).toBeNull();
  });

  const values = fc.array(positive, { minLength: 2, maxLength: 12 });

  test('standard scores: mean 0, deviation 1, and the order of the values', () => {
    fc.assert(
      fc.property(values, (all) => {
        const spread = spreadOf(all);
        const turned = spreadOf([...all].reverse());
        const told = (one: typeof spread) => [
          one?.mean,
          one?.deviation,
          ...all.map((value) => one?.score(value)),
        ];
        expect(told(turned)).toEqual(told(spread));
        if (spread === null) return;
        const score = standardiser(spread, { base: zero, step: exact(1) });
        const scores = all.map(score);
        const sum = scores.reduce((total, one) => total + one.valueOf(), 0);
        const squares = scores.reduce((total, one) => total + one.valueOf() ** 2, 0);
        expect(sum).toBeCloseTo(0, 9);
        expect(squares / (all.length - 1)).toBeCloseTo(1, 9);
        for (const [at, one] of all.entries()) {
          for (const [next, other] of all.entries()) {
            const difference = (scores[at] ?? zero).compare(scores[next] ?? zero);
            expect(Math.sign(difference)).toBe(Math.sign(one.compare(other)));
          }
        }
      }),
    );
  });
});

describe('quotients longer than a binary number holds', () => {
  test('are still near what they are', () => {
    const long = exact(7n * 10n ** 400n + 3n, 2n * 10n ** 400n + 1n);
    expect(long.valueOf()).toBeNaN();
    expect(approximate(long)).toBeCloseTo(3.5, 12);
    expect(approximate(long.neg())).toBeCloseTo(-3.5, 12);
    expect(approximate(exact(1, 3))).toBe(1 / 3);
    expect(approximate(zero)).toBe(0);
    expect(approximate(hundred)).toBe(100);
  });
});
