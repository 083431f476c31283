/** Where a printed sheet goes on to the next sheet of paper. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperBreaks } from '../src/formats/xlsx-breaks.ts';

const rows = (...points: readonly (number | readonly [number])[]) =>
  points.map((one, at) => {
    const stays = typeof one !== 'number';
    return { no: at + 10, points: stays ? one[0] : one, stays };
  });

describe('breaks', () => {
  const paper = { head: 50, repeated: 20 };

  test('fall where the paper ends', () => {
    // 50 + 30 + 20 = 100; then 20 + 60 + 20 = 100.
    expect(paperBreaks(rows(30, 20, 60, 20, 1), 100, paper)).toEqual([11, 13]);
    expect(paperBreaks(rows(30, 20), 100, paper)).toEqual([]);
  });

  test('leave no heading at the foot, and keep the signatures with the last row', () => {
    expect(paperBreaks(rows(30, [10], 20), 100, paper)).toEqual([10]);
    expect(paperBreaks(rows(30, [10], [10], [10]), 100, paper)).toEqual([10]);
  });

  test('are given up where what stays together is longer than a sheet', () => {
    expect(paperBreaks(rows([80], [80], 80), 100, paper)).toEqual([9]);
    expect(paperBreaks(rows(...Array<number>(3000).fill(50)), 100, paper)).toEqual([]);
  });

  test('no sheet holds more than it can, whatever the rows', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 200 });
    fc.assert(
      fc.property(heights, (points) => {
        const table = rows(...points);
        const ends = [...paperBreaks(table, 100, paper), table.length + 9];
        let first = 10;
        for (const [sheet, end] of ends.entries()) {
          const here = table.filter(({ no }) => no >= first && no <= end);
          const used = here.reduce((sum, row) => sum + row.points, sheet === 0 ? 50 : 20);
          // The first sheet may hold one row more than it has room for only when that row begins the table.
          expect(used <= 100 || here.length <= 1).toBe(true);
          first = end + 1;
        }
      }),
    );
  });
});
