/** Totals shared out: against other people's software (test/oracles), published figures, and the rules every split must keep. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AllocationMethod } from '../src/plan/quota-rule.ts';
import { type Allocation, type AllocationPart, allocate } from '../src/stats/allocate.ts';
import { allocationWeights, type Stratum } from '../src/stats/allocation-weights.ts';
import { ceilExact, type Exact, exact, floorExact, sumExact } from '../src/stats/exact.ts';
import { largestRemainder } from '../src/stats/largest-remainder.ts';
import { decimal } from './hand-worked.ts';

interface Oracle {
  readonly id: string;
  readonly method: keyof typeof methods;
  readonly n: number;
  readonly N: readonly number[];
  readonly S?: readonly (number | string)[];
  readonly X?: readonly string[];
  readonly cv?: readonly string[];
  readonly cost?: readonly number[];
  readonly q?: string;
  readonly I?: string;
  readonly min?: readonly number[];
  readonly max?: readonly number[];
  readonly refused?: boolean;
  readonly real?: readonly string[];
  readonly int?: readonly number[];
  readonly strict?: boolean;
  readonly tie?: readonly number[];
}

const methods = {
  proportional: 'proportional',
  equal: 'equal',
  sqrt: 'square-root',
  neyman: 'neyman',
  optimal_cost: 'neyman',
  power_size: 'power',
  power_bankier: 'power',
  kish: 'kish',
} as const satisfies Readonly<Record<string, AllocationMethod>>;

const oracles: readonly Oracle[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'oracles', 'allocation.json'), 'utf8'),
);

function solved(oracle: Oracle): Allocation {
  const { N, X, S, cv, cost, q, I, min, max } = oracle;
  const spread = S ?? cv;
  const strata = N.map((size, at): Stratum => {
    const text = (value: number | string | undefined): Exact | null =>
      value === undefined ? null : decimal(`${value}`);
    return {
      size: text(X?.[at]) ?? exact(size),
      spread: text(spread?.[at]),
      cost: text(cost?.[at]),
    };
  });
  const parameter = q ?? I;
  const weigh = allocationWeights[methods[oracle.method]];
  const weights = weigh(strata, parameter === undefined ? null : decimal(parameter));
  const parts = N.map((size, at) => ({
    id: `s${at}`,
    weight: weights[at] ?? exact(0),
    min: min?.[at] ?? 0,
    max: Math.min(size, max?.[at] ?? size),
  }));
  return allocate(oracle.n, parts);
}

function near(value: Exact, expected: string): boolean {
  const other = decimal(expected);
  return value
    .sub(other)
    .abs()
    .lte(other.abs().mul(exact(1, 10n ** 12n)));
}

describe('other software gives the same', () => {
  test.each(oracles.filter(({ refused }) => refused))('$id is refused', (oracle) => {
    const problem = oracle.min === undefined ? 'maxima' : 'minima';
    expect(solved(oracle)).toMatchObject({ ok: false, problem: { kind: problem } });
  });

  test.each(oracles.filter(({ refused }) => !refused))('$id', (oracle) => {
    const result = solved(oracle);
    if (!result.ok) throw new Error('refused');
    const { real = [], int = [], tie = [] } = oracle;
    expect(result.exact.map((value, at) => near(value, real[at] ?? 'none'))).toEqual(
      real.map(() => true),
    );
    expect(sum(result.sizes)).toBe(oracle.n);
    expect(sumExact(result.exact).equals(exact(oracle.n))).toBe(true);
    const untied = (sizes: readonly number[]): readonly (number | null)[] =>
      sizes.map((size, at) => (tie.includes(at + 1) ? null : size));
    expect(untied(result.sizes)).toEqual(untied(int));
    if (oracle.strict) expect(result.sizes).toEqual(int);
    result.sizes.forEach((size, at) => {
      const value = result.exact[at] ?? exact(-1);
      expect(exact(size).sub(value).abs().lt(exact(1))).toBe(true);
    });
  });

  test('all 33 cases are there', () => {
    expect(oracles).toHaveLength(33);
    expect(oracles.filter(({ refused }) => refused)).toHaveLength(2);
  });
});

describe('published figures', () => {
  const shared = (
    total: number,
    sizes: readonly number[],
    method: AllocationMethod = 'proportional',
  ) =>
    sizesOf(
      total,
      weightedParts(
        sizes.map((size) => exact(size)),
        method,
      ),
    );

  test('Lohr, Sampling: Design and Analysis: 300 counties of four regions', () => {
    expect(shared(300, [220, 1054, 1382, 422])).toEqual([21, 103, 135, 41]);
  });

  test('Hamilton’s bill of 1792: 120 seats by the census of 1790 (Balinski and Young, Fair Representation)', () => {
    const people = [
      630_560, 475_327, 432_879, 353_523, 331_589, 278_514, 236_841, 206_236, 179_570, 141_822,
      85_533, 70_835, 68_705, 68_446, 55_540,
    ];
    expect(sum(people)).toBe(3_615_920);
    expect(shared(120, people)).toEqual([21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2]);
  });

  test('the Alabama paradox: one more in all can be one fewer for somebody', () => {
    expect(shared(10, [6, 6, 2])).toEqual([4, 4, 2]);
    expect(shared(11, [6, 6, 2])).toEqual([5, 5, 1]);
  });

  test('Quảng Trị: 486 households in 18 villages are 27 each', () => {
    expect(
      shared(
        486,
        Array.from({ length: 18 }, () => 120),
        'equal',
      ),
    ).toEqual(Array.from({ length: 18 }, () => 27));
  });
});

describe('bounds', () => {
  const part = (id: string, weight: number, min: number, max: number | null): AllocationPart => ({
    id,
    weight: exact(weight),
    min,
    max,
  });

  test('nothing to share out, nobody, and one part', () => {
    expect(allocate(0, [part('a', 3, 0, null)])).toMatchObject({ ok: true, sizes: [0] });
    expect(allocate(0, [part('a', 0, 0, 0)])).toMatchObject({ ok: true, sizes: [0] });
    expect(allocate(0, [])).toEqual({ ok: true, sizes: [], exact: [] });
    expect(allocate(7, [part('a', 3, 2, 9)])).toMatchObject({ ok: true, sizes: [7] });
    expect(allocate(7, [part('a', 0, 7, 9)])).toMatchObject({ ok: true, sizes: [7] });
  });

  test('every part at one of its bounds', () => {
    const parts = [part('a', 1, 5, 9), part('b', 1000, 0, 4), part('c', 0, 3, null)];
    expect(allocate(12, parts)).toMatchObject({ ok: true, sizes: [5, 4, 3] });
  });

  test('cutting off at the top pushes others down to their minimum, or lifts them off it', () => {
    const parts = [part('a', 100, 0, 10), part('b', 10, 0, null), part('c', 1, 5, null)];
    // λ = 1.5 between the bounds: b = 15, c would be 1.5 and gets 5.
    expect(allocate(30, parts)).toMatchObject({ ok: true, sizes: [10, 15, 5] });
    // Enough for everybody: λ = 5.45…, c is above its minimum.
    expect(allocate(70, parts)).toMatchObject({ ok: true, sizes: [10, 55, 5] });
    expect(allocate(76, parts)).toMatchObject({ ok: true, sizes: [10, 60, 6] });
  });

  test('a population below the minimum is what everybody there can give', () => {
    const parts = [part('a', 90, 20, 90), part('b', 15, 20, 15), part('c', 0, 20, 0)];
    expect(allocate(50, parts)).toMatchObject({ ok: true, sizes: [35, 15, 0] });
  });

  test('minima beyond the total', () => {
    const parts = [part('a', 1, 20, null), part('b', 1, 0, null), part('c', 1, 31, 40)];
    const problem = { kind: 'minima', total: 50, bound: 51, parts: ['a', 'c'] };
    expect(allocate(50, parts)).toEqual({ ok: false, problem });
    expect(allocate(51, parts)).toMatchObject({ ok: true, sizes: [20, 0, 31] });
  });

  test('maxima below the total', () => {
    const parts = [part('a', 1, 0, 20), part('b', 1, 0, 10)];
    const problem = { kind: 'maxima', total: 31, bound: 30, parts: ['a', 'b'] };
    expect(allocate(31, parts)).toEqual({ ok: false, problem });
    expect(allocate(30, parts)).toMatchObject({ ok: true, sizes: [20, 10] });
    const nobody = { kind: 'maxima', total: 1, bound: 0, parts: [] };
    expect(allocate(1, [])).toEqual({ ok: false, problem: nobody });
  });

  test('what is left could only go to parts without weight', () => {
    const parts = [part('a', 0, 3, null), part('b', 2, 0, 10)];
    const problem = { kind: 'no-weight', total: 14, bound: 13, parts: ['a'] };
    expect(allocate(14, parts)).toEqual({ ok: false, problem });
    expect(allocate(13, parts)).toMatchObject({ ok: true, sizes: [3, 10] });
  });
});

describe('ties', () => {
  test('the larger value comes first, then the id that comes first, wherever they stand', () => {
    const rows = [
      { id: 'c', value: exact(1, 2) },
      { id: 'b', value: exact(1, 2) },
      { id: 'a', value: exact(1, 2) },
      { id: 'z', value: exact(5, 2) },
    ];
    expect(largestRemainder(rows, 4)).toEqual([0, 0, 1, 3]);
    expect(largestRemainder(rows.toReversed(), 4)).toEqual([3, 1, 0, 0]);
    expect(largestRemainder(rows.slice(0, 3), 2)).toEqual([0, 1, 1]);
  });

  test('quotients that binary numbers tell apart are tied', () => {
    // 2.3 and 4.3: 266 · 23/2660 and 266 · 43/2660.
    const weights = [851, 42, 23, 43, 699, 1002].map((size) => exact(size));
    expect(sizesOf(266, weightedParts(weights, 'proportional'))).toEqual([85, 4, 2, 5, 70, 100]);
  });

  test('remainders that differ in the third digit are not tied', () => {
    const rows = [
      { id: 'a', value: exact(1333, 1000) },
      { id: 'b', value: exact(334, 1000) },
      { id: 'c', value: exact(333, 1000) },
    ];
    expect(largestRemainder(rows, 2)).toEqual([1, 1, 0]);
  });

  test('5√x, 3√x and 2√x are tied at 2.5 and 1.5 of 5, whatever is cut off from the roots', () => {
    for (const x of [2, 3, 5, 6, 7, 10, 11, 13]) {
      const parts = weightedParts([exact(9 * x), exact(25 * x), exact(4 * x)], 'square-root');
      expect(sizesOf(5, parts)).toEqual([1, 3, 1]);
    }
  });

  test('roots that are commensurable are tied as if they were whole: √2 : √8 : √18 is 1 : 2 : 3', () => {
    const multiples = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(multiples, fc.constantFrom(2, 3, 5, 7), fc.nat(60), (whole, radicand, total) => {
        const squares = whole.map((value) => exact(radicand * value * value));
        const direct = weightedParts(
          whole.map((value) => exact(value)),
          'proportional',
        );
        expect(sizesOf(total, weightedParts(squares, 'square-root'))).toEqual(
          sizesOf(total, direct),
        );
      }),
    );
  });
});

describe('weights', () => {
  const sizes = [12_000, 5200, 2100, 800, 150, 0].map((size) => exact(size));
  const strata = sizes.map((size): Stratum => ({ size, spread: null, cost: null }));
  const shares = (method: AllocationMethod, parameter: Exact | null): readonly number[] => {
    const weights = allocationWeights[method](strata, parameter);
    const whole = sumExact(weights);
    return weights.map((weight) => weight.div(whole).valueOf());
  };

  test('power and Kish run from equal to proportional', () => {
    const proportional = shares('proportional', null);
    const equal = [0.2, 0.2, 0.2, 0.2, 0.2, 0];
    expect(shares('power', exact(0))).toEqual(equal);
    expect(shares('power', exact(1))).toEqual(proportional);
    expect(shares('kish', exact(0))).toEqual(equal);
    const large = shares('kish', exact(10n ** 12n));
    for (const [at, share] of large.entries()) expect(share).toBeCloseTo(proportional[at] ?? 0, 5);
  });

  test('roots of squares are exact', () => {
    const roots = ['400', '2.25', '0.0001', '1000000000000000000000000000000'].map((text) => {
      const stratum = { size: decimal(text), spread: null, cost: null };
      return allocationWeights['square-root']([stratum], null)[0]?.toFraction();
    });
    expect(roots).toEqual(['20', '3/2', '1/100', '1000000000000000']);
  });

  test('a stratum that has nobody changes nothing for the others', () => {
    for (const method of ['square-root', 'power', 'kish', 'neyman', 'proportional'] as const) {
      const without = allocationWeights[method](strata.slice(0, 5), null);
      const weights = allocationWeights[method](strata, null);
      expect(weights.map((weight) => weight.toFraction())).toEqual([
        ...without.map((weight) => weight.toFraction()),
        '0',
      ]);
    }
  });

  test('without a parameter: the square root, and I = 1', () => {
    expect(shares('power', null)).toEqual(shares('square-root', null));
    expect(shares('kish', null)).toEqual(shares('kish', exact(1)));
  });

  test('Neyman without spread and cost is proportional; four times the cost is half the weight', () => {
    expect(shares('neyman', null)).toEqual(shares('proportional', null));
    const [dear, cheap] = allocationWeights.neyman(
      [
        { size: exact(10), spread: exact(3), cost: exact(4) },
        { size: exact(10), spread: exact(3), cost: null },
      ],
      null,
    );
    expect([dear?.toFraction(), cheap?.toFraction()]).toEqual(['15', '30']);
  });
});

test('two thousand different costs, sizes and spreads have one denominator of 50 decimals', () => {
  const grid = 10n ** 50n;
  const strata = Array.from({ length: 2000 }, (_, at): Stratum => {
    return { size: exact(at + 1), spread: exact(at + 3, 100), cost: exact(2 * at + 3) };
  });
  for (const method of Object.keys(allocationWeights) as AllocationMethod[]) {
    const weights = allocationWeights[method](strata, null);
    expect(weights.filter(({ d }) => grid % (d as bigint) !== 0n)).toEqual([]);
  }
  const weights = allocationWeights.neyman(strata, null);
  const parts = weights.map((weight, at) => ({ id: `s${at}`, weight, min: 0, max: null }));
  expect(sum(sizesOf(5000, parts))).toBe(5000);
});

describe('every split', () => {
  const anyPart = fc.record({
    weight: fc.oneof(
      fc.nat(1000).map((value) => exact(value)),
      fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 60 })).map(([a, b]) => exact(a, b)),
    ),
    min: fc.nat(20),
    max: fc.option(fc.nat(60)),
  });
  const anyParts = fc
    .array(anyPart, { maxLength: 12 })
    .map((parts) => parts.map((part, at): AllocationPart => ({ id: `p${at}`, ...part })));
  const anyTotal = fc.nat(400);

  const bounds = ({ min, max }: AllocationPart): readonly [number, number] =>
    max === null ? [min, Number.POSITIVE_INFINITY] : [Math.min(min, max), max];

  test('sums exactly and keeps the bounds, or the bounds cannot be kept', () => {
    fc.assert(
      fc.property(anyTotal, anyParts, (total, parts) => {
        const result = allocate(total, parts);
        const [least, most] = [0, 1].map((side) =>
          sum(parts.map((part) => bounds(part)[side] ?? 0)),
        );
        const reach = sum(
          parts.map((part) => bounds(part)[part.weight.equals(exact(0)) ? 0 : 1] ?? 0),
        );
        if (!result.ok) {
          const { kind, bound } = result.problem;
          expect(kind).toBe(
            (least ?? 0) > total ? 'minima' : (most ?? 0) < total ? 'maxima' : 'no-weight',
          );
          expect(bound).toBe({ minima: least, maxima: most, 'no-weight': reach }[kind]);
          expect(bound > total).toBe(kind === 'minima');
          return;
        }
        expect((least ?? 0) <= total && reach >= total).toBe(true);
        expect(sum(result.sizes)).toBe(total);
        expect(sumExact(result.exact).equals(exact(total))).toBe(true);
        parts.forEach((part, at) => {
          const [low, high] = bounds(part);
          const size = result.sizes[at] ?? -1;
          expect(size >= low && size <= high).toBe(true);
          expect(Math.abs(size - floorExact(result.exact[at] ?? exact(-9)))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test('one λ makes the real solution: between the bounds the shares are as the weights', () => {
    fc.assert(
      fc.property(anyTotal, anyParts, (total, parts) => {
        const result = allocate(total, parts);
        if (!result.ok) return;
        const weighted = parts.map((part, at) => {
          const value = result.exact[at] ?? exact(-1);
          const [low, high] = bounds(part);
          return { ...part, value, low, high };
        });
        const some = weighted.filter(({ weight }) => !weight.equals(exact(0)));
        for (const { value, low, weight } of weighted)
          if (weight.equals(exact(0))) expect(value.equals(exact(low))).toBe(true);
        // λ·a_h ≥ n_h wherever n_h is above its minimum, and ≤ n_h wherever it is below its maximum.
        const ratio = ({ value, weight }: (typeof some)[number]): Exact => value.div(weight);
        const atLeast = some.filter(({ value, low }) => value.gt(exact(low))).map(ratio);
        const atMost = some.filter(({ value, high }) => value.valueOf() < high).map(ratio);
        for (const below of atLeast)
          for (const above of atMost) expect(below.lte(above)).toBe(true);
      }),
    );
  });

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        anyTotal,
        anyParts,
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        (total, parts, keys) => {
          const order = parts.map((_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
          const moved = order.flatMap((at) => parts[at] ?? []);
          const [left, right] = [allocate(total, parts), allocate(total, moved)];
          if (!left.ok || !right.ok) {
            expect(left.ok).toBe(right.ok);
            return;
          }
          expect(order.map((at) => left.sizes[at])).toEqual(right.sizes);
        },
      ),
    );
  });

  test('does not depend on the unit in which weights are measured', () => {
    const factor = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(anyTotal, anyParts, factor, (total, parts, [up, down]) => {
        const scaled = parts.map((part) => ({ ...part, weight: part.weight.mul(exact(up, down)) }));
        expect(allocate(total, scaled)).toEqual(allocate(total, parts));
      }),
    );
  });

  test('nor in which populations are, by any method', () => {
    const anySizes = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 9 });
    const anyMethod = fc.constantFrom(...(Object.keys(allocationWeights) as AllocationMethod[]));
    fc.assert(
      fc.property(
        anyMethod,
        anyTotal,
        anySizes,
        fc.integer({ min: 2, max: 999 }),
        (method, total, sizes, factor) => {
          const once = weightedParts(
            sizes.map((size) => exact(size + 1)),
            method,
          );
          const more = weightedParts(
            sizes.map((size) => exact((size + 1) * factor)),
            method,
          );
          expect(sizesOf(total, more)).toEqual(sizesOf(total, once));
        },
      ),
    );
  });

  test('largest remainders never miss the real value by one or more', () => {
    const anyValues = fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 40 })), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(anyValues, fc.boolean(), (pairs, up) => {
        const values = pairs.map(([a, b], at) => ({ id: `v${at}`, value: exact(a, b) }));
        const real = sumExact(values.map(({ value }) => value));
        const total = up ? ceilExact(real) : floorExact(real);
        const sizes = largestRemainder(values, total);
        expect(sum(sizes)).toBe(total);
        values.forEach(({ value }, at) => {
          expect(
            exact(sizes[at] ?? -1)
              .sub(value)
              .abs()
              .lt(exact(1)),
          ).toBe(true);
        });
        // Whoever got one more had at least as large a remainder as whoever did not.
        const rests = values.map(({ value }, at) => {
          const more = (sizes[at] ?? 0) - floorExact(value);
          return { more, rest: value.sub(floorExact(value)) };
        });
        for (const lucky of rests.filter(({ more }) => more === 1))
          for (const other of rests.filter(({ more }) => more === 0))
            expect(lucky.rest.gte(other.rest)).toBe(true);
      }),
    );
  });
});

function weightedParts(
  sizes: readonly Exact[],
  method: AllocationMethod,
): readonly AllocationPart[] {
  const strata = sizes.map((size): Stratum => ({ size, spread: null, cost: null }));
  return allocationWeights[method](strata, null).map((weight, at) => ({
    id: `s${String(at).padStart(2, '0')}`,
    weight,
    min: 0,
    max: null,
  }));
}

function sizesOf(total: number, parts: readonly AllocationPart[]): readonly number[] {
  const result = allocate(total, parts);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.sizes;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
