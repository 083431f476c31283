/** Cronbach's alpha against R's psych on 2,800 answers (test/oracles/alpha). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alphaComplete,
  alphaPairwise,
  completeRatings,
  type Items,
} from '../src/stats/cronbach.ts';

const folder = join(import.meta.dirname, 'oracles', 'alpha');
const read = (name: string): readonly (readonly string[])[] =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

const [head = [], ...people] = read('bfi.csv');
const [, ...known] = read('alpha.csv');

/** `-A1 A2`: a minus turns the item round, 7 − x. */
function itemsOf(names: string, turned: boolean): Items {
  const answers = names.split(' ').map((name) => {
    const at = head.indexOf(name.replace('-', ''));
    return Int16Array.from(people, (row) => {
      const answer = row[at] ?? '';
      if (answer === '') return -1;
      return turned && name.startsWith('-') ? 6 - Number(answer) : Number(answer) - 1;
    });
  });
  return { answers, values: [1, 2, 3, 4, 5, 6] };
}

describe('against psych::alpha', () => {
  test('the peers’ table is whole', () => {
    expect(people).toHaveLength(2800);
    expect(known).toHaveLength(10);
  });

  test.each(known)('%s cases, scale %s: %s', (mode, _scale, names = '', n, _k, alpha, plain) => {
    const of = mode === 'complete' ? alphaComplete : alphaPairwise;
    expect(of(itemsOf(names, true))).toBeCloseTo(Number(alpha), 9);
    expect(of(itemsOf(names, false))).toBeCloseTo(Number(plain), 9);
    if (mode === 'complete') expect(completeRatings(itemsOf(names, true)).count).toBe(Number(n));
  });
});

describe('alpha', () => {
  const column = (...codes: readonly number[]): Int16Array => Int16Array.from(codes);

  test('items that say the same: 1; not related: 0; nothing to tell: null', () => {
    const values = [0, 50, 100];
    const same = [column(0, 1, 2, 1), column(0, 1, 2, 1), column(0, 1, 2, 1)];
    expect(alphaComplete({ answers: same, values })).toBeCloseTo(1, 12);
    const apart = [column(0, 0, 2, 2), column(0, 2, 0, 2)];
    expect(alphaComplete({ answers: apart, values })).toBeCloseTo(0, 12);
    const flat = [column(1, 1), column(2, 2)];
    expect(alphaComplete({ answers: flat, values })).toBeNull();
    expect(alphaComplete({ answers: [column(0, 1)], values })).toBeNull();
    expect(alphaComplete({ answers: [column(0, -1), column(0, 1)], values })).toBeNull();
  });

  test('an answer that says nothing is no answer', () => {
    const values = [0, 50, 100, Number.NaN];
    const answers = [column(0, 1, 2, 3, 2), column(0, 2, 2, 1, -1)];
    const kept = [column(0, 1, 2), column(0, 2, 2)];
    expect(completeRatings({ answers, values }).count).toBe(3);
    expect(alphaComplete({ answers, values })).toBe(alphaComplete({ answers: kept, values }));
  });

  test('neither order, nor place nor size of the scale matter', () => {
    const ratings = fc.array(
      fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 4,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(ratings, (rows) => {
        const items = (some: readonly (readonly number[])[], order: readonly number[]) =>
          order.map((at) => Int16Array.from(some, (row) => row[at] ?? -1));
        const plain = { answers: items(rows, [0, 1, 2]), values: [0, 25, 50, 100] };
        const other = { answers: items(rows.toReversed(), [2, 0, 1]), values: [7, 8, 9, 11] };
        for (const of of [alphaComplete, alphaPairwise]) {
          const [one, two] = [of(plain), of(other)];
          if (one === null) expect(two).toBeNull();
          else expect(two).toBeCloseTo(one, 9);
        }
      }),
    );
  });
});
