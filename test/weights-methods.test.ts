import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightedPercent } from '../src/stats/answers.ts';
import { effectiveSize } from '../src/stats/effective-size.ts';
import { type Exact, exact, simplest, sumExact } from '../src/stats/exact.ts';
import { categorySums, type RakedMargin, rake, rakingUnit } from '../src/stats/raking.ts';
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
  const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);
  const shares = (values: readonly number[]) => values.map((one) => exact(one, sum(values)));
  const respondents = sum(cells.map(({ count }) => count));
  const masses = cells.map(({ count }) => (BigInt(count) * rakingUnit) / BigInt(respondents));
  const margins: RakedMargin[] = [
    { category: Int32Array.from(cells, ({ at }) => at), shares: shares(totals.rows) },
    { category: Int32Array.from(cells, ({ column }) => column), shares: shares(totals.columns) },
  ];
  // Raking keeps the sum of the weights; a table has that of its margins.
  const scale = sum(totals.rows) / Number(rakingUnit);
  const fitted = (raked: readonly bigint[]): readonly (readonly number[])[] =>
    rows.map((row, at) =>
      row.map((count, column) => {
        const cell = cells.findIndex((one) => one.at === at && one.column === column);
        return count === 0 ? 0 : Number(raked[cell] ?? 0n) * scale;
      }),
    );
  return { masses, margins, fitted };
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
    const { masses, margins, fitted } = tableOf(before, totals);
    const raked = rake(masses, margins);
    expect(raked.difference).toBeLessThanOrEqual(1e-30);
    for (const [at, row] of fitted(raked.masses).entries()) {
      for (const [column, value] of row.entries()) {
        expect(Math.abs(value - (published[at]?.[column] ?? Number.NaN))).toBeLessThan(0.011);
      }
    }
  });

  // Two by two, by hand: rows 40/60, columns 30/70, odds ratio 4 kept: x(30 + x) = 4(40 − x)(30 − x), 3x² − 310x + 4800 = 0.
  test('two margins by hand', () => {
    const { masses, margins, fitted } = tableOf(
      [
        [20, 20],
        [10, 40],
      ],
      { rows: [40, 60], columns: [30, 70] },
    );
    const x = (310 - Math.sqrt(310 * 310 - 4 * 3 * 4800)) / 6;
    const [first = []] = fitted(rake(masses, margins).masses);
    expect(first[0]).toBeCloseTo(x, 10);
    expect(first[1]).toBeCloseTo(40 - x, 10);
  });

  test('one margin is post-stratification, done in one step', () => {
    const { masses, margins } = tableOf([[30], [70]], { rows: [50, 50], columns: [100] });
    const raked = rake(masses, margins.slice(0, 1));
    expect(raked.masses).toEqual([rakingUnit / 2n, rakingUnit / 2n]);
    expect(raked.rounds).toBe(1);
  });

  test('a cell of unknown category is left as it is, and the others keep their sum', () => {
    const margin = { category: Int32Array.of(0, 1, -1), shares: [exact(1, 2), exact(1, 2)] };
    expect(rake([30n, 10n, 60n], [margin]).masses).toEqual([20n, 20n, 60n]);
  });

  test('totals that zeros forbid are not reached, and it says so', () => {
    const { masses, margins } = tableOf(
      [
        [10, 0],
        [10, 10],
      ],
      { rows: [20, 10], columns: [15, 15] },
    );
    expect(rake(masses, margins, 200).difference).toBeGreaterThan(0.01);
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
        const { masses, margins, fitted } = tableOf(rows, { rows: heights, columns: widths });
        const { masses: raked } = rake(masses, margins);
        for (const margin of margins) {
          const sums = categorySums(raked, margin);
          const all = sums.reduce((before, one) => before + one, 0n);
          for (const [at, share] of margin.shares.entries()) {
            const off = exact(sums[at] ?? 0n, all)
              .div(share)
              .sub(1)
              .abs();
            expect(off.lte(exact(1, 10n ** 29n))).toBe(true);
          }
        }
        const odds = (of: readonly (readonly number[])[], at: number, column: number) =>
          ((of[0]?.[0] ?? 0) * (of[at]?.[column] ?? 0)) /
          ((of[0]?.[column] ?? 0) * (of[at]?.[0] ?? 0));
        const after = fitted(raked);
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
    expect(trimmedWeights([6n, 1n, 1n, 2n], [1, 1, 1, 1], 3n)).toEqual({
      held: [true, false, false, true],
      free: 4n,
      open: 2n,
    });
  });

  test('keeps the sum, the limit and the order; nothing to cut changes nothing', () => {
    const some = fc.array(
      fc.tuple(fc.bigInt({ min: 1n, max: 5000n }), fc.integer({ min: 1, max: 20 })),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 3000 }), (cells, above) => {
        const weights = cells.map(([weight]) => weight);
        const counts = cells.map(([, count]) => count);
        const total = weights.reduce(
          (sum, weight, at) => sum + weight * BigInt(counts[at] ?? 0),
          0n,
        );
        const respondents = BigInt(counts.reduce((sum, count) => sum + count, 0));
        const limit = (total + respondents - 1n) / respondents + BigInt(above);
        const { held, free, open } = trimmedWeights(weights, counts, limit);
        const trimmed = weights.map((weight, at) => {
          return held[at] === true ? exact(limit) : exact(weight * free, open);
        });
        const sum = trimmed.reduce(
          (all, weight, at) => all.add(weight.mul(counts[at] ?? 0)),
          exact(0),
        );
        expect(sum.equals(exact(total))).toBe(true);
        expect(trimmed.every((weight) => weight.lte(exact(limit)))).toBe(true);
        if (weights.every((weight) => weight <= limit)) expect(free).toBe(open);
        for (const [at, weight] of weights.entries()) {
          const heavier = weights.findIndex((other) => other > weight);
          if (heavier >= 0) expect(trimmed[heavier]?.gte(trimmed[at] ?? exact(0))).toBe(true);
        }
      }),
    );
  });
});

describe('quotients found again', () => {
  const quotient = fc.tuple(
    fc.bigInt({ min: 0n, max: 10n ** 12n }),
    fc.bigInt({ min: 1n, max: 10n ** 9n }),
  );

  test('a fraction survives what is lost on the way', () => {
    const off = fc.bigInt({ min: -9n, max: 9n });
    fc.assert(
      fc.property(quotient, off, ([top, bottom], by) => {
        const plain = exact(top, bottom);
        const near = plain.add(exact(by, 10n ** 21n));
        if (near.lt(0)) return;
        expect(simplest(near, 20).toFraction()).toBe(plain.toFraction());
      }),
    );
  });

  test('none with a smaller bottom is as near', () => {
    fc.assert(
      fc.property(quotient, ([top, bottom]) => {
        const value = exact(top, bottom);
        const found = simplest(value, 3);
        expect(found.sub(value).abs().lte(exact(1, 1000))).toBe(true);
        for (let below = 1n; below < (found.d as bigint) && below < 40n; below++) {
          const nearest = value.mul(exact(below)).round().div(exact(below));
          expect(nearest.sub(value).abs().gt(exact(1, 1000))).toBe(true);
        }
      }),
    );
  });

  test('percents by weights of 40 decimals that stand for thirds', () => {
    const long = (top: bigint, bottom: bigint) => exact((top * 10n ** 40n) / bottom, 10n ** 40n);
    const table = { percents: { a: exact(100), b: exact(0) }, tops: [], bottom: 1n };
    const of = (a: Exact, b: Exact) => weightedPercent({ a, b }, table)?.toFraction();
    expect(of(long(1n, 3n), long(1n, 12n))).toBe('80');
    expect(of(long(1n, 7n), long(2n, 7n))).toBe('100/3');
    expect(of(exact(2, 7), exact(1, 14))).toBe('80');
  });

  test('sums of quotients without a common measure stay short and right', () => {
    const primes = Array.from({ length: 400 }, (_, at) => BigInt(10 ** 6 + 2 * at + 1));
    const some = primes.flatMap((one) => [exact(1, one), exact(one - 1n, one)]);
    expect(sumExact(some).toFraction()).toBe('400');
    const [first = exact(0), ...others] = primes.map((one) => exact(1, one));
    expect(`${sumExact([first, ...others]).d}`.length).toBeLessThan(70);
    expect(sumExact([...others, first]).equals(sumExact([first, ...others]))).toBe(true);
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
