import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, exact } from '../src/stats/exact.ts';
import { placesOf, type Ties } from '../src/stats/rank.ts';

/** Standard competition ranking (“1224”) on one value each. */
function jointRanks(values: readonly (Exact | null)[]): readonly (number | null)[] {
  const keys = values.map((value) => (value === null ? null : [value]));
  return placesOf(keys, 'joint', (one, other) => one - other).map((place) => place?.rank ?? null);
}

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

describe('several keys', () => {
  const keys = (...rows: readonly (readonly (number | null)[] | null)[]) =>
    rows.map((row) => row?.map((value) => (value === null ? null : exact(value))) ?? null);
  const ranks = (rows: ReturnType<typeof keys>, ties: Ties): readonly (number | undefined)[] =>
    placesOf(rows, ties, (one, other) => one - other).map((place) => place?.rank);

  test('the three treatments of ties', () => {
    const rows = keys([9], [8], [8], null, [7]);
    expect(ranks(rows, 'joint')).toEqual([1, 2, 2, undefined, 4]);
    expect(ranks(rows, 'dense')).toEqual([1, 2, 2, undefined, 3]);
    expect(ranks(rows, 'consecutive')).toEqual([1, 2, 3, undefined, 4]);
  });

  test('later keys decide where the first are equal; a missing one comes last', () => {
    const rows = keys([8, 1], [8, null], [8, 2], [9, null]);
    expect(ranks(rows, 'joint')).toEqual([3, 4, 2, 1]);
  });

  test('what decided is known: a key, the order of the rest, or nothing', () => {
    const rows = keys([8, 1, 5], [8, 1, 4], [8, 2, 0], [9, 0, 0], [3, 1, 1], [3, 1, 1]);
    const by = (ties: Ties) =>
      placesOf(rows, ties, (one, other) => one - other).map((place) => place?.decidedBy);
    expect(by('joint')).toEqual([2, 2, 1, null, null, null]);
    expect(by('consecutive')).toEqual([2, 2, 1, null, 'rest', 'rest']);
  });

  const someKeys = fc.array(
    fc.option(
      fc.tuple(fc.nat(3), fc.option(fc.nat(2))).map(([one, two]) => {
        return [exact(one), two === null ? null : exact(two)];
      }),
      { freq: 6 },
    ),
    { maxLength: 20 },
  );

  test('joint: one more than those that are better; dense: than their different results; consecutive: each once', () => {
    fc.assert(
      fc.property(someKeys, (rows) => {
        const text = (row: (typeof rows)[number]): string =>
          (row ?? []).map((value) => (value === null ? '-' : value.toFraction())).join(' ');
        const [joint, dense, each] = (['joint', 'dense', 'consecutive'] as const).map((ties) =>
          ranks(rows, ties),
        );
        const present = rows.flatMap((row, at) => (row === null ? [] : [at]));
        for (const at of present) {
          const better = present.filter(
            (other) => text(rows[other] ?? null) > text(rows[at] ?? null),
          );
          expect(joint?.[at]).toBe(better.length + 1);
          expect(dense?.[at]).toBe(new Set(better.map((one) => text(rows[one] ?? null))).size + 1);
        }
        expect(present.map((at) => each?.[at]).toSorted((a = 0, b = 0) => a - b)).toEqual(
          present.map((_at, position) => position + 1),
        );
      }),
    );
  });
});
