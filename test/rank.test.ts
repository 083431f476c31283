import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exact } from '../src/stats/exact.ts';
import { jointRanks } from '../src/stats/rank.ts';

test('equal values share the better rank and the next rank is skipped', () => {
  const values = [80, 91, 91, 70].map((value) => exact(value));
  expect(jointRanks(values)).toEqual([3, 1, 1, 4]);
});

test('missing values have no rank and take none up', () => {
  expect(jointRanks([null, exact(1), null, exact(2)])).toEqual([null, 2, null, 1]);
  expect(jointRanks([null])).toEqual([null]);
  expect(jointRanks([])).toEqual([]);
});

test('values that print alike but differ are not tied', () => {
  // Thanh Hóa 2024 prints 90,02 twice, at ranks 2 and 3.
  expect(jointRanks([exact(90_019, 1000), exact(90_021, 1000)])).toEqual([2, 1]);
  expect(jointRanks([exact(1, 3), exact(333_333, 1_000_000)])).toEqual([1, 2]);
});

test('quotients that are equal are tied however they came about', () => {
  expect(jointRanks([exact(1, 3), exact(2, 6), exact(1, 10).add(exact(7, 30))])).toEqual([1, 1, 1]);
});

const someValues = fc.array(
  fc.option(
    fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 6 })).map(([a, b]) => exact(a, b)),
    { freq: 5 },
  ),
  { maxLength: 30 },
);

test('a rank is one more than the number of larger values', () => {
  fc.assert(
    fc.property(someValues, (values) => {
      const ranks = jointRanks(values);
      values.forEach((value, at) => {
        const above = value === null ? null : values.filter((other) => other?.gt(value)).length + 1;
        expect(ranks[at]).toBe(above);
      });
    }),
  );
});
