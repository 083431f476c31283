/** Borders of rank intervals and bands, where exactly as many replicates lie beyond as may. */
import { describe, expect, test } from 'vitest';
import { exact } from '../src/stats/exact.ts';
import { bandsOf, rankBounds, tailOf } from '../src/uncertainty/bands.ts';

/** Two units; the second one is ahead in `ahead` of 2,000 replicates. */
function pair(ahead: number) {
  const replicates = 2000;
  const ranks = new Uint16Array(2 * replicates);
  for (let at = 0; at < replicates; at++) {
    ranks[at] = at < ahead ? 2 : 1;
    ranks[replicates + at] = at < ahead ? 1 : 2;
  }
  return { ranks, units: 2, replicates };
}

describe('confidence 90 %, 2,000 replicates: 100 on either side', () => {
  const tail = tailOf(2000, exact(90));
  const bounds = (ahead: number, unit: number) =>
    rankBounds(pair(ahead), unit, tail, new Int32Array(3));

  test('exactly as many as may lie outside do', () => {
    expect(bandsOf(pair(100), tail)).toEqual([1, 2]);
    expect(bounds(100, 0)).toMatchObject({ low: 1, high: 1 });
    expect(bounds(100, 1)).toMatchObject({ low: 2, high: 2 });
  });

  test('one more is one too many', () => {
    expect(bandsOf(pair(101), tail)).toEqual([1, 1]);
    expect(bounds(101, 0)).toMatchObject({ low: 1, high: 2 });
    expect(bounds(101, 1)).toMatchObject({ low: 1, high: 2 });
  });
});

test.each([
  [90, 1, 2000, 100],
  [99, 1, 2000, 10],
  [999, 10, 2000, 1],
  [975, 10, 1000, 12],
  [0, 1, 100, 50],
])('%d/%d %% of %d: %d', (top, bottom, replicates, tail) => {
  expect(tailOf(replicates, exact(top, bottom))).toBe(tail);
});
