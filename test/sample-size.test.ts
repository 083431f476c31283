/** Sample sizes by formula: against other people's software (test/oracles), published tables, and their own limits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import quantile from '@stdlib/stats-base-dists-normal-quantile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ceilExact, type Exact, exact } from '../src/stats/exact.ts';
import { normalQuantile, twoSidedZ } from '../src/stats/normal.ts';
import { type CochranInput, cochran, slovin } from '../src/stats/sample-size.ts';
import { decimal } from './hand-worked.ts';

interface Row {
  readonly method: string;
  readonly inputs: string;
  readonly real: number;
  readonly ceiling: number;
}

const rows = readFileSync(join(import.meta.dirname, 'oracles', 'sample-size.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [method = '', inputs = '', real = '', ceiling = ''] = line.split(',');
    return { method, inputs, real: Number(real), ceiling: Number(ceiling) };
  });

/** What each method of the table is here, before the response rate. */
const methods: Readonly<Record<string, Pick<CochranInput, 'designEffectOn'>>> = {
  prop_infinite: { designEffectOn: 'before-correction' },
  prop_fpc: { designEffectOn: 'before-correction' },
  prop_fpc_simple: { designEffectOn: 'before-correction' },
  deff_before_fpc: { designEffectOn: 'before-correction' },
  deff_before_fpc_then_rr: { designEffectOn: 'before-correction' },
  deff_after_fpc_then_rr: { designEffectOn: 'after-correction' },
};

/** Their software corrects by n0/N, an approximation: N·n0/(N + n0) is N/(N + 1) of what N + 1 people give here. */
const simple = ['prop_fpc_simple', 'deff_before_fpc', 'deff_before_fpc_then_rr'];

const usual: CochranInput = {
  population: null,
  error: exact(5, 100),
  confidence: exact(95, 100),
  proportion: exact(1, 2),
  designEffect: exact(1),
  designEffectOn: 'before-correction',
};

function sizeOf({ method, inputs }: Row): Exact {
  const given = new Map(inputs.split(';').map((part) => part.split('=') as [string, string]));
  const value = (name: string, otherwise: string): Exact => decimal(given.get(name) ?? otherwise);
  if (method === 'yamane_slovin') return slovin(value('N', ''), value('e', ''));
  const people = given.get('N');
  const population = people === undefined ? null : Number(people);
  const approximated = population !== null && simple.includes(method);
  const size = cochran({
    ...usual,
    ...methods[method],
    population: approximated ? population + 1 : population,
    error: value('e', ''),
    confidence: value('conf', ''),
    proportion: value('p', ''),
    designEffect: value('deff', '1'),
  });
  const own = approximated ? size.mul(exact(population, population + 1)) : size;
  return own.div(value('rr', '1'));
}

describe('other software gives the same', () => {
  test.each(rows)('$method, $inputs', (row) => {
    const size = sizeOf(row);
    expect(Math.abs(size.valueOf() / row.real - 1)).toBeLessThan(1e-9);
    expect(ceilExact(size)).toBe(row.ceiling);
  });

  test('all 155 rows are there', () => {
    expect(rows).toHaveLength(155);
  });
});

describe('published tables', () => {
  const size = (more: Partial<CochranInput>): number => ceilExact(cochran({ ...usual, ...more }));

  // Krejcie and Morgan 1970, Educational and Psychological Measurement 30, 607–610, table 1 (χ² = 3.841, rounded to nearest).
  test.each([
    [10, 10],
    [100, 80],
    [200, 132],
    [1000, 278],
    [5000, 357],
    [10_000, 370],
    [75_000, 382],
  ])('Krejcie and Morgan: N = %i, n = %i', (population, expected) => {
    expect(Math.round(cochran({ ...usual, population }).valueOf())).toBe(expected);
  });

  // Israel 1992, Determining Sample Size, University of Florida PEOD6, table 1: Yamane, error 5 %.
  test.each([
    [500, 222],
    [1000, 286],
    [2000, 333],
    [5000, 370],
    [10_000, 385],
    [100_000, 398],
  ])('Israel: N = %i, n = %i', (population, expected) => {
    expect(Math.round(slovin(exact(population), exact(5, 100)).valueOf())).toBe(expected);
  });

  test('385 for an endless population, whatever the textbook calls it', () => {
    expect(size({})).toBe(385);
    expect(size({ error: exact(3, 100) })).toBe(1068);
    expect(size({ confidence: exact(99, 100) })).toBe(664);
  });
});

describe('limits', () => {
  const anyShare = fc.integer({ min: 1, max: 99 }).map((percent) => exact(percent, 100));
  const anyInput = fc.record({
    population: fc.integer({ min: 1, max: 1_000_000 }),
    error: anyShare,
    confidence: anyShare,
    proportion: anyShare,
    designEffect: fc.integer({ min: 10, max: 500 }).map((percent) => exact(percent, 100)),
  });

  test('with the design effect before the correction, never more people than there are', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const size = cochran({ ...input, designEffectOn: 'before-correction' });
        expect(ceilExact(size)).toBeLessThanOrEqual(input.population);
        expect(size.gt(0)).toBe(true);
      }),
    );
  });

  test('without a design effect it does not matter on what it would act', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const plain = { ...input, designEffect: exact(1) };
        expect(cochran({ ...plain, designEffectOn: 'before-correction' })).toEqual(
          cochran({ ...plain, designEffectOn: 'after-correction' }),
        );
      }),
    );
  });

  test('after the correction it multiplies, even beyond the population', () => {
    const input: CochranInput = { ...usual, population: 50, designEffectOn: 'after-correction' };
    const once = cochran(input).valueOf();
    expect(cochran({ ...input, designEffect: exact(2) }).valueOf()).toBeCloseTo(2 * once, 10);
    expect(2 * once).toBeGreaterThan(50);
  });

  test('a very large population is as good as an endless one', () => {
    const far = cochran({ ...usual, population: 10 ** 12 }).valueOf();
    expect(far / cochran(usual).valueOf()).toBeCloseTo(1, 8);
  });

  test('nobody there, or all of one mind', () => {
    for (const confidence of [exact(1, 100), exact(95, 100)])
      expect(cochran({ ...usual, confidence, population: 0 }).valueOf()).toBe(0);
    for (const population of [null, 0, 1, 2, 500])
      for (const proportion of [exact(0), exact(1)])
        expect(cochran({ ...usual, population, proportion }).valueOf()).toBe(0);
    expect(slovin(exact(0), exact(5, 100)).equals(0)).toBe(true);
    expect(cochran({ ...usual, population: 1 }).equals(1)).toBe(true);
  });
});

test('noise of binary numbers never costs one more person', () => {
  const one: CochranInput = {
    ...usual,
    population: 1,
    error: exact(29, 100),
    proportion: exact(1, 100),
  };
  const two: CochranInput = {
    ...one,
    designEffect: exact(2),
    designEffectOn: 'after-correction',
  };
  // In binary numbers 1.0000000000000002 and 2.0000000000000004.
  expect([one, two].map((input) => ceilExact(cochran(input)))).toEqual([1, 2]);
});

test('z is the quantile itself, not 1,96', () => {
  expect(twoSidedZ(exact(95, 100))).toBeCloseTo(1.959963984540054, 14);
  expect(twoSidedZ(exact(90, 100))).toBeCloseTo(1.6448536269514722, 14);
  expect(twoSidedZ(exact(99, 100))).toBeCloseTo(2.5758293035489004, 14);
  expect(twoSidedZ(exact(0))).toBe(0);
  // As good as certain, and still a number.
  expect(twoSidedZ(exact(10n ** 20n - 1n, 10n ** 20n))).toBeCloseTo(8.2, 1);
});

test('the normal quantile agrees with another library where that is exact', () => {
  const chances = Array.from({ length: 999 }, (_, at) => (at + 1) / 1000);
  for (const chance of [...chances, 0.0001, 0.0749, 0.0751, 0.9999]) {
    const other = quantile(chance, 0, 1);
    const near = 1e-14 * Math.max(1, Math.abs(other));
    expect(Math.abs(normalQuantile(chance) - other)).toBeLessThanOrEqual(near);
  }
});

test('far out, the normal quantile is that of printed tables', () => {
  expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807015, 9);
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798, 11);
  expect(normalQuantile(1 - 1e-12)).toBeCloseTo(7.0345, 3);
});
