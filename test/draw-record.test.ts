/** What a draw record and its tables hold. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawColumns, drawPage, drawRows } from '../src/sample/lists.ts';
import { drawRecord, parseRecord } from '../src/sample/record.ts';
import { drawn, planText, read, tableOf } from './sample-survey.ts';

const people = [
  'A,an-binh',
  'B,an-binh',
  'C,an-binh',
  'D,an-binh',
  'E,an-binh',
  'F,hoa-my',
  'G,hoa-my',
];
const group = '    in: xa\n    roster: frame/staff.csv\n    quota: { each: 2 }';
const units = drawn(
  read(planText({ group }), tableOf('frame/staff.csv', 'name,unit', ...people)),
  '1',
);

const context = {
  survey: 'thu-2024',
  tool: 'survey',
  planFingerprint: '',
  redraws: [],
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
};
const frame = (sha256: string) => [{ file: 'frame/staff.csv', sha256 }];

test('in places that nobody drew: the chance within the place, and no other', () => {
  const places = `places:
  levels: [village]
  list:
    - { id: v1, name: Thôn 1, unit: an-binh }
    - { id: v2, name: Thôn 2, unit: hoa-my }`;
  const rest = '    in: places\n    roster: frame/households.csv\n    quota: { each: 2 }';
  const rows = ['P,v1', 'Q,v1', 'R,v1', 'S,v1', 'T,v1', 'U,v2', 'V,v2', 'W,v2'];
  const named = read(
    planText({ group: rest, places }),
    tableOf('frame/households.csv', 'name,place', ...rows),
  );
  const result = drawn(named, '1');
  const record = drawRecord(result, { ...context, frame: [] });
  const column = (key: (typeof drawColumns)[number]) =>
    drawRows(record).map((cells) => cells[drawColumns.indexOf(key)]);
  expect(column('chance')).toEqual(['0.4', '0.4', '0.6666666667', '0.6666666667']);
  expect(column('inclusion')).toEqual([null, null, null, null]);
  const page = drawPage(named.plan, result.groups, 'en');
  const within = page.columns.findIndex(({ heading }) => heading === 'Within place');
  expect(page.rows.map(({ cells }) => cells[within])).toEqual(['0.4000', '0.6667']);
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
});

test('at most ten decimals, rounded as a whole', () => {
  const record = drawRecord(units, {
    ...context,
    frame: [],
  });
  const texts = ['99999999999/100000000000', '1/4096', '0.000244140625', '1/3', '1', '0.5', null];
  const [row] = record.rows;
  const people = texts.map((chance, row) => {
    return { role: 'drawn', order: row, row, chance, inclusion: chance } as const;
  });
  const rows = drawRows({ ...record, rows: row === undefined ? [] : [{ ...row, people }] });
  expect(rows.map((cells) => cells[drawColumns.indexOf('inclusion')])).toEqual([
    '1',
    '0.0002441406',
    '0.0002441406',
    '0.3333333333',
    '1',
    '0.5',
    null,
  ]);
});

test('a record with a chance that is no number is none', () => {
  const record = drawRecord(units, {
    ...context,
    frame: [],
  });
  const text = JSON.stringify(record);
  expect(parseRecord(text)).toEqual(record);
  expect(parseRecord(text.replace('"chance":"0.4"', '"chance":"1/0"'))).toBeNull();
});

test('the id of a draw: other lists, another draw; a letter first, for spreadsheets', () => {
  const ids = ['aa', 'aa', 'bb'].map(
    (hash) => drawRecord(units, { ...context, frame: frame(hash) }).draw_id,
  );
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  expect(ids[0]).toMatch(/^d[0-9a-f]{9}$/);
});
