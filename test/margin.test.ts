/** Margins of error to be expected: published figures, the sample-size formula read backwards, and their limits. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact } from '../src/stats/exact.ts';
import { type MarginAssumed, type MarginRow, stratifiedMargin } from '../src/stats/margin.ts';
import { cochran } from '../src/stats/sample-size.ts';

const usual = { population: null, proportion: 0.5, confidence: 0.95, designEffect: 1 } as const;
const row = (size: number, population: number | null, designEffect = 1): MarginRow => ({
  size,
  population,
  designEffect,
});

type MarginInput = MarginRow & MarginAssumed;
const marginOfError = (input: MarginInput): number | null =>
  stratifiedMargin([input], input, 'replies');

describe('of one sample', () => {
  test.each([
    [100, 9.8],
    [384, 5.0],
    [400, 4.9],
    [1000, 3.1],
    [1500, 2.5],
    [2500, 2.0],
  ])('the usual table at 95 %%: %i replies, ±%d points', (size, points) => {
    const margin = marginOfError({ ...usual, size });
    expect(((margin ?? 0) * 100).toFixed(1)).toBe(points.toFixed(1));
  });

  test('worked out by hand: 200 of 1001 at 20 %, twice the variance', () => {
    // √(2 · 0.16/200 · 801/1000) = 0.0357994…
    const input = {
      size: 200,
      population: 1001,
      proportion: 0.2,
      confidence: 0.95,
      designEffect: 2,
    };
    expect(marginOfError(input)).toBeCloseTo(1.959963984540054 * Math.sqrt(0.0012816), 12);
  });

  test('is the error that the sample size was worked out for', () => {
    const input = fc.record({
      population: fc.option(fc.integer({ min: 2, max: 100_000 })),
      error: fc.integer({ min: 1, max: 40 }),
      confidence: fc.integer({ min: 50, max: 99 }),
      proportion: fc.integer({ min: 5, max: 95 }),
      effect: fc.integer({ min: 10, max: 40 }),
    });
    fc.assert(
      fc.property(input, ({ population, error, confidence, proportion, effect }) => {
        const size = cochran({
          population,
          error: exact(error, 100),
          confidence: exact(confidence, 100),
          proportion: exact(proportion, 100),
          designEffect: exact(effect, 10),
          designEffectOn: 'before-correction',
        }).valueOf();
        const margin = marginOfError({
          size,
          population,
          proportion: proportion / 100,
          confidence: confidence / 100,
          designEffect: effect / 10,
        });
        expect(margin).toBeCloseTo(error / 100, 9);
      }),
    );
  });

  test('none without replies, 0 when everybody answers', () => {
    expect(marginOfError({ ...usual, size: 0 })).toBeNull();
    expect(marginOfError({ ...usual, size: 0, population: 0 })).toBeNull();
    expect(marginOfError({ ...usual, size: 17, population: 17 })).toBe(0);
    expect(marginOfError({ ...usual, size: 18, population: 17 })).toBe(0);
    expect(marginOfError({ ...usual, size: 1, population: 1 })).toBe(0);
  });

  test('smaller with more replies, larger with a larger population', () => {
    const sizes = fc.tuple(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 1, max: 500 }));
    const margin = (input: Partial<MarginInput> & { readonly size: number }): number =>
      marginOfError({ ...usual, ...input }) ?? Number.NaN;
    fc.assert(
      fc.property(sizes, ([size, more]) => {
        const population = size + more + 1;
        expect(margin({ size: size + more, population })).toBeLessThan(
          margin({ size, population }),
        );
        expect(margin({ size, population })).toBeLessThan(
          margin({ size, population: population + 1 }),
        );
        expect(margin({ size, population })).toBeLessThan(margin({ size }));
      }),
    );
  });
});

describe('of several strata', () => {
  const assumed = { proportion: 0.5, confidence: 0.95 } as const;

  test('worked out by hand: 300 of 3078 in four strata', () => {
    // Σ (N_h/N)² · 0.25/n_h · (N_h − n_h)/(N_h − 1)
    const strata = [row(21, 220), row(103, 1054), row(135, 1382), row(41, 422)];
    const variance = [
      [21, 220],
      [103, 1054],
      [135, 1382],
      [41, 422],
    ].reduce((sum, [n = 0, N = 0]) => sum + ((N / 3078) ** 2 * 0.25 * (N - n)) / n / (N - 1), 0);
    expect(stratifiedMargin(strata, assumed)).toBeCloseTo(
      1.959963984540054 * Math.sqrt(variance),
      12,
    );
    // In proportion, it is as good as one sample of the whole.
    const whole = marginOfError({ ...usual, size: 300, population: 3078 });
    expect((stratifiedMargin(strata, assumed) ?? 0) / (whole ?? 1)).toBeCloseTo(1, 2);
  });

  test('one stratum is one sample, by whatever it is weighed', () => {
    expect(stratifiedMargin([row(40, 300, 1.5)], assumed)).toBe(
      marginOfError({ ...usual, size: 40, population: 300, designEffect: 1.5 }),
    );
  });

  test('a census in every stratum has none, in one stratum it adds none', () => {
    expect(stratifiedMargin([row(30, 30), row(5, 5)], assumed)).toBe(0);
    const half = stratifiedMargin([row(100, 100), row(25, 100)], assumed) ?? 0;
    expect(half).toBeCloseTo((marginOfError({ ...usual, size: 25, population: 100 }) ?? 0) / 2, 14);
  });

  test('by replies, every reply counts the same', () => {
    const strata = [row(100, null), row(300, null)];
    expect(stratifiedMargin(strata, assumed, 'replies')).toBeCloseTo(
      marginOfError({ ...usual, size: 400 }) ?? 0,
      14,
    );
    // A census of 300 leaves the error of the 100, in a quarter of the replies.
    const mixed = [row(100, null), row(300, 300), row(0, 50)];
    expect(stratifiedMargin(mixed, assumed, 'replies')).toBeCloseTo(
      (marginOfError({ ...usual, size: 100 }) ?? 0) / 4,
      14,
    );
  });

  test('cannot be told', () => {
    expect(stratifiedMargin([], assumed)).toBeNull();
    expect(stratifiedMargin([row(10, null)], assumed)).toBeNull();
    expect(stratifiedMargin([row(10, 100), row(10, null)], assumed)).toBeNull();
    expect(stratifiedMargin([row(10, 100), row(0, 100)], assumed)).toBeNull();
    expect(stratifiedMargin([row(0, null), row(0, 9)], assumed, 'replies')).toBeNull();
    expect(stratifiedMargin([row(0, 0)], assumed)).toBeNull();
  });

  test('a stratum in which nobody lives does not count', () => {
    expect(stratifiedMargin([row(10, 100), row(0, 0)], assumed)).toBe(
      stratifiedMargin([row(10, 100)], assumed),
    );
  });

  test('does not depend on the order of the strata', () => {
    const anyRow = fc
      .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 900 }))
      .map(([size, more]) => row(size, size + more));
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), (rows) => {
        const back = stratifiedMargin(rows.toReversed(), assumed) ?? 0;
        expect(stratifiedMargin(rows, assumed)).toBeCloseTo(back, 12);
      }),
    );
  });
});
