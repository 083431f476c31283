/** Tables with some of their columns. */
import { expect, test } from 'vitest';
import { column, withColumns } from '../src/page.ts';

test('what stands in a column, and what is grey in it, goes with it', () => {
  const table = {
    columns: ['a', 'b', 'c'].map((key) => column(key, key, 'text', 10)),
    rows: [
      { style: 'row', cells: ['1', '2', '3'], shaded: [0, 2] },
      { style: 'total', cells: ['4'] },
    ] as const,
  };
  const { columns, rows } = withColumns(table, ({ key }) => key !== 'b');
  expect(columns.map(({ key }) => key)).toEqual(['a', 'c']);
  expect(rows).toEqual([
    { style: 'row', cells: ['1', '3'], shaded: [0, 1] },
    { style: 'total', cells: ['4', null] },
  ]);
  expect(withColumns(table, ({ key }) => key === 'b').rows[0]?.shaded).toEqual([]);
});
