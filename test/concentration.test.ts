import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Index, Plan } from '../src/plan/plan.ts';
import type { Ratings } from '../src/ratings.ts';
import { concentrations, isConcentrated } from '../src/stats/concentration.ts';
import { withoutConcentrated } from '../src/uncertainty/concentrated.ts';
import type { Interval, Uncertainty } from '../src/uncertainty.ts';
import { criterion } from './hand-worked.ts';

const rows = (weights: readonly number[], unit = 0) => ({
  form: {
    count: weights.length,
    sheet: Int32Array.from(weights.keys()),
    group: new Int32Array(weights.length),
    unit: new Int32Array(weights.length).fill(unit),
  },
  weights: Float64Array.from(weights),
});

test('one of twenty with nearly all the weight is told, with his effective number', () => {
  const { form, weights } = rows([54, ...Array.from({ length: 19 }, () => 6 / 59)]);
  const [found, ...others] = concentrations([form], weights);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ group: 0, unit: 0, respondents: 20 });
  expect(found?.effective).toBeCloseTo(1.0727, 3);
});

test('equal weights are never too concentrated, however few there are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.01, max: 99, noNaN: true }),
      (n, w) => {
        const { form, weights } = rows(Array.from({ length: n }, () => w));
        expect(concentrations([form], weights)).toEqual([]);
      },
    ),
  );
});

test('usual design effects, and large samples with unusual ones, are left alone', () => {
  expect(isConcentrated(200, 80)).toBe(false);
  expect(isConcentrated(4000, 900)).toBe(false);
  expect(isConcentrated(6, 4)).toBe(false);
  expect(isConcentrated(9, 4)).toBe(true);
  expect(isConcentrated(100, 20)).toBe(true);
});

test('each unit has its own', () => {
  const even = rows([1, 1, 1, 1, 1, 1], 1).form;
  const odd = rows([50, 0.1, 0.1, 0.1, 0.1, 0.1], 0);
  const weights = Float64Array.from([...odd.weights, 1, 1, 1, 1, 1, 1]);
  const later = { ...even, sheet: even.sheet.map((at) => at + 6) };
  expect(concentrations([odd.form, later], weights).map(({ unit }) => unit)).toEqual([0]);
});

test('what such a group has a say in gets no interval; a census keeps its own', () => {
  const { form, weights } = rows([50, 0.1, 0.1, 0.1, 0.1, 0.1]);
  const at = { unit: 'an', criterion: '1', estimate: 50 };
  const interval: Interval = {
    method: 't',
    low: 40,
    high: 60,
    error: 5,
    df: 5,
    remarks: ['lonely'],
  };
  const byGroup = [{ group: 'ho', respondents: 6, population: null }];
  const leaf = { ...at, respondents: 6, byGroup, interval };
  const census: Interval = { ...interval, method: 'census' };
  const found: Uncertainty = {
    confidence: 95,
    leaves: [leaf, { ...leaf, unit: 'binh' }, { ...leaf, interval: census }],
    fields: [
      { ...at, interval },
      { ...at, criterion: '2', interval },
    ],
    units: [{ unit: 'an', respondents: 6, estimate: 50, interval }],
    scales: [],
    ranks: null,
  };
  const [ho, an, binh] = [{ id: 'ho' }, { id: 'an' }, { id: 'binh' }];
  const index = { criteria: [criterion('1', '5', {}), criterion('2', '5', {})] };
  const plan = { groups: [ho], units: [an, binh], index } as unknown as Plan & { index: Index };
  const ratings = { forms: [form], sheets: 6 } as unknown as Ratings;
  const without = withoutConcentrated(plan, ratings, weights, found);
  const methods = (all: readonly { readonly interval: Interval }[]) =>
    all.map(({ interval: { method, low } }) => `${method} ${low}`);
  expect(methods(without.leaves)).toEqual(['none null', 't 40', 'census 40']);
  expect(without.leaves[0]?.interval.remarks).toEqual(['lonely', 'concentrated']);
  expect(methods(without.fields)).toEqual(['none null', 't 40']);
  expect(methods(without.units)).toEqual(['none null']);
  expect(withoutConcentrated(plan, ratings, null, found)).toBe(found);
});
