import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveSize } from '../src/stats/effective-size.ts';
import { categorySums, type RakedMargin, rake } from '../src/stats/raking.ts';
import { trimmedWeights } from '../src/stats/trimmed-weights.ts';

const floats = (...values: number[]): Float64Array => Float64Array.from(values);

/** A table of counts with the totals of its rows and columns; cells without anybody are left out. */
function tableOf(
  rows: readonly (readonly number[])[],
  totals: { readonly rows: readonly number[]; readonly columns: readonly number[] },
) {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((count, column) => (count === 0 ? [] : [{ at, column, count }])),
  );
  const counts = floats(...cells.map(({ count }) => count));
  const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);
  const shares = (values: readonly number[]) => floats(...values.map((one) => one / sum(values)));
  const margins: RakedMargin[] = [
    { category: Int32Array.from(cells, ({ at }) => at), shares: shares(totals.rows) },
    { category: Int32Array.from(cells, ({ column }) => column), shares: shares(totals.columns) },
  ];
  // Raking keeps the sum of the weights; a table has that of its margins.
  const scale = sum(totals.rows) / sum(counts);
  const fitted = (weights: Float64Array): readonly (readonly number[])[] =>
    rows.map((row, at) =>
      row.map((count, column) => {
        const cell = cells.findIndex((one) => one.at === at && one.column === column);
        return count === 0 ? 0 : (weights[cell] ?? 0) * count * scale;
      }),
    );
  return { cells: { weights: counts.map(() => 1), counts }, margins, fitted };
}

describe('raking', () => {
  // Bishop, Fienberg & Holland (1975), Discrete Multivariate Analysis, §3.6: age by marital status, the year before
  // fitted to the margins of the year; printed in the SAS/IML User's Guide, “Iterative Proportional Fitting”.
  test('age by marital status, as published', () => {
    const before = [
      [1306, 83, 0],
      [619, 765, 3],
      [263, 1194, 9],
      [173, 1372, 28],
      [171, 1393, 51],
      [159, 1372, 81],
      [208, 1350, 108],
      [1116, 4100, 2329],
    ];
    const published = [
      [1325.27, 86.73, 0],
      [615.56, 783.39, 3.05],
      [253.94, 1187.18, 8.88],
      [165.13, 1348.55, 27.32],
      [173.41, 1454.71, 52.87],
      [147.21, 1308.12, 76.67],
      [202.33, 1352.28, 107.4],
      [1105.16, 4181.04, 2357.81],
    ];
    const totals = {
      rows: [1412, 1402, 1450, 1541, 1681, 1532, 1662, 7644],
      columns: [3988, 11_702, 2634],
    };
    const { cells, margins, fitted } = tableOf(before, totals);
    const { weights, difference } = rake(cells, margins);
    expect(difference).toBeLessThanOrEqual(1e-12);
    for (const [at, row] of fitted(weights).entries()) {
      for (const [column, value] of row.entries()) {
        expect(Math.abs(value - (published[at]?.[column] ?? Number.NaN))).toBeLessThan(0.011);
      }
    }
  });

  // Two by two, by hand: rows 40/60, columns 30/70, odds ratio 4 kept: x(30 + x) = 4(40 − x)(30 − x), 3x² − 310x + 4800 = 0.
  test('two margins by hand', () => {
    const { cells, margins, fitted } = tableOf(
      [
        [20, 20],
        [10, 40],
      ],
      { rows: [40, 60], columns: [30, 70] },
    );
    const x = (310 - Math.sqrt(310 * 310 - 4 * 3 * 4800)) / 6;
    const [first = []] = fitted(rake(cells, margins).weights);
    expect(first[0]).toBeCloseTo(x, 10);
    expect(first[1]).toBeCloseTo(40 - x, 10);
  });

  test('one margin is post-stratification, done in one step', () => {
    const { cells, margins } = tableOf([[30], [70]], { rows: [50, 50], columns: [100] });
    const raked = rake(cells, margins.slice(0, 1));
    expect([...raked.weights]).toEqual([50 / 30, 50 / 70]);
    expect(raked.rounds).toBe(1);
  });

  test('a cell of unknown category is left as it is, and the others keep their sum', () => {
    const cells = { weights: floats(1, 1, 1), counts: floats(30, 10, 60) };
    const margin = { category: Int32Array.of(0, 1, -1), shares: floats(0.5, 0.5) };
    expect([...rake(cells, [margin]).weights]).toEqual([20 / 30, 2, 1]);
  });

  test('totals that zeros forbid are not reached, and it says so', () => {
    const { cells, margins } = tableOf(
      [
        [10, 0],
        [10, 10],
      ],
      { rows: [20, 10], columns: [15, 15] },
    );
    expect(rake(cells, margins, 200).difference).toBeGreaterThan(0.01);
  });

  const table = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
    .chain(([height, width]) =>
      fc.record({
        rows: fc.array(
          fc.array(fc.integer({ min: 1, max: 60 }), { minLength: width, maxLength: width }),
          { minLength: height, maxLength: height },
        ),
        heights: fc.array(fc.integer({ min: 1, max: 90 }), {
          minLength: height,
          maxLength: height,
        }),
        widths: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: width, maxLength: width }),
      }),
    );

  test('margins hit their totals and odds ratios stay as they were', () => {
    fc.assert(
      fc.property(table, ({ rows, heights, widths }) => {
        const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
        const columns = widths.map((value) => (value * sum(heights)) / sum(widths));
        const { cells, margins, fitted } = tableOf(rows, { rows: heights, columns });
        const { weights } = rake(cells, margins);
        for (const margin of margins) {
          const sums = categorySums(weights, cells.counts, margin);
          const all = sums.reduce((before, one) => before + one, 0);
          for (const [at, share] of margin.shares.entries()) {
            expect(Math.abs((sums[at] ?? 0) / all / share - 1)).toBeLessThan(1e-11);
          }
        }
        const odds = (of: readonly (readonly number[])[], at: number, column: number) =>
          ((of[0]?.[0] ?? 0) * (of[at]?.[column] ?? 0)) /
          ((of[0]?.[column] ?? 0) * (of[at]?.[0] ?? 0));
        const after = fitted(weights);
        for (let at = 1; at < rows.length; at++) {
          for (let column = 1; column < widths.length; column++) {
            expect(odds(after, at, column) / odds(rows, at, column)).toBeCloseTo(1, 8);
          }
        }
      }),
    );
  });
});

describe('trimming', () => {
  test('by hand: the excess of one is shared by the others in proportion', () => {
    // Sum 10; limit 3: 6 gives up 3 to 1, 1 and 2, which become 1.75, 1.75 and 3.5; that one is held at 3 too: 2, 2.
    expect([...trimmedWeights(floats(6, 1, 1, 2), floats(1, 1, 1, 1), 3)]).toEqual([3, 2, 2, 3]);
  });

  test('keeps the sum, the limit and the order; nothing to cut changes nothing', () => {
    const some = fc.array(fc.tuple(fc.double({ min: 0.01, max: 50, noNaN: true }), fc.nat(20)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(some, fc.double({ min: 1, max: 4, noNaN: true }), (cells, times) => {
        const weights = floats(...cells.map(([weight]) => weight));
        const counts = floats(...cells.map(([, count]) => count + 1));
        const total = (of: Float64Array) =>
          of.reduce((sum, weight, at) => sum + weight * (counts[at] ?? 0), 0);
        const limit = (times * total(weights)) / counts.reduce((sum, count) => sum + count, 0);
        const trimmed = trimmedWeights(weights, counts, limit);
        expect(Math.max(...trimmed)).toBeLessThanOrEqual(limit);
        expect(Math.abs(total(trimmed) / total(weights) - 1)).toBeLessThan(1e-9);
        if (Math.max(...weights) <= limit) expect(trimmed).toEqual(weights);
        for (const [at, weight] of weights.entries()) {
          const heavier = weights.findIndex((other) => other > weight);
          if (heavier >= 0) expect(trimmed[heavier]).toBeGreaterThanOrEqual(trimmed[at] ?? 0);
        }
      }),
    );
  });
});

describe('effective sample size', () => {
  test('equal weights tell as much as they are; by hand otherwise', () => {
    expect(effectiveSize(floats(2, 2), floats(3, 4))).toBe(7);
    // 50 respondents of weight 1.5 and 50 of 0.5: 100² ÷ (50 × 2.25 + 50 × 0.25) = 80.
    expect(effectiveSize(floats(1.5, 0.5), floats(50, 50))).toBe(80);
    expect(effectiveSize(floats(), floats())).toBe(0);
  });
});
