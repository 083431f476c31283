import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestShown, smallCells } from '../src/stats/small-cells.ts';

const hidden = (...ratings: readonly number[]): readonly string[] =>
  [
    ...smallCells(
      ratings.map((count, at) => ({ key: String(at), ratings: count })),
      fewestShown,
    ),
  ].sort();

test('a small group is hidden, and with it the smallest of the others', () => {
  expect(hidden(1, 33, 12)).toEqual(['0', '2']);
  expect(hidden(4, 5)).toEqual(['0', '1']);
});

test('two small groups hide each other; none hides nobody', () => {
  expect(hidden(1, 2, 40)).toEqual(['0', '1']);
  expect(hidden(5, 40)).toEqual([]);
});

test('a group nobody answered for is not hidden: there is nobody to protect', () => {
  expect(hidden(0, 33)).toEqual([]);
});

test('never exactly one group hidden while others are shown', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 6 }), (ratings) => {
      const gone = hidden(...ratings);
      const others = ratings.filter((count, at) => count > 0 && !gone.includes(String(at)));
      if (gone.length === 1) expect(others).toEqual([]);
      for (const [at, count] of ratings.entries()) {
        if (count > 0 && count < fewestShown) expect(gone).toContain(String(at));
      }
    }),
  );
});
