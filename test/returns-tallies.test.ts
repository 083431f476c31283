import { describe, expect, test } from 'vitest';
import { noneMissing } from '../src/stats/missing.ts';
import { batch, reasons, refusal, serial, table, taken } from './returns-plan.ts';

const custody = ['Phát ra', 'Thu về', 'Hợp lệ', 'Không hợp lệ'];
const wide = [
  'Đơn vị',
  'Nhóm',
  'Câu hỏi',
  '5',
  '4',
  '3',
  '2',
  '1',
  'Không có ý kiến',
  'Bỏ trống',
  ...custody,
];

/** Staff of one unit: 4 valid forms, figures of custody on the first line. */
function staffOf(unit: string): string[][] {
  return [
    [unit, 'staff', 'q1', '2', '1', '0', '0', '0', '0', '1', '5', '5', '4', '1'],
    [unit, 'staff', 'q2', '4', '0', '0', '0', '0', '0', '0', '', '', '', ''],
  ];
}

function changed(rows: string[][], row: number, column: string, text: string): string[][] {
  return rows.map((cells, at) =>
    at === row ? cells.map((cell, of) => (of === wide.indexOf(column) ? text : cell)) : cells,
  );
}

describe('a wide tally', () => {
  test('gives counts per question and the custody of the unit', () => {
    const intake = taken(table(wide, staffOf('Xã An Bình')));
    expect(intake.kind).toBe('tallies');
    expect(intake.tallies[0]).toEqual({
      form: '01',
      group: 'staff',
      unit: 'an',
      place: null,
      part: null,
      question: 'q1',
      counts: { 5: 2, 4: 1, 3: 0, 2: 0, 1: 0, 9: 0 },
      missing: { ...noneMissing, blank: 1 },
      answered: null,
      row: 2,
    });
    expect(intake.custody).toEqual([
      {
        form: '01',
        group: 'staff',
        unit: 'an',
        place: null,
        issued: 5,
        returned: 5,
        valid: 4,
        void: 1,
        voids: [],
        part: null,
        row: 2,
      },
    ]);
  });

  test.each([
    ['5', '3', ['2:Câu hỏi does-not-add-up']],
    ['5', '', ['2:5 count-missing']],
    ['5', '1.234', ['2:5 not-a-count']],
    ['5', '-1', ['2:5 not-a-count']],
    ['Bỏ trống', '', ['2:Bỏ trống count-missing']],
    ['Câu hỏi', 'q7', ['2:Câu hỏi unknown-name', '2:Đơn vị question-missing']],
    ['Câu hỏi', 'gy', ['2:Câu hỏi open-question', '2:Đơn vị question-missing']],
    ['Câu hỏi', 'q3', ['2:Câu hỏi not-on-form', '2:Đơn vị question-missing']],
    [
      'Thu về',
      '6',
      [
        '2:Thu về custody-does-not-add-up',
        '2:Thu về more-than-issued',
        '2:Thu về more-than-printed',
      ],
    ],
    ['Phát ra', '6', ['2:Thu về more-than-printed']],
    ['Hợp lệ', '', ['2:Thu về custody-missing']],
  ])('%s = %s rejects the whole unit, with the reason', (column, text, expected) => {
    const rows = [...changed(staffOf('an'), 0, column, text), ...staffOf('hoa')];
    const intake = taken(table(wide, rows));
    expect([...reasons(intake)].sort()).toEqual([...expected, '3:- with-wrong-line'].sort());
    expect(new Set(intake.tallies.map(({ unit }) => unit))).toEqual(new Set(['hoa']));
    expect(intake.custody.map(({ unit }) => unit)).toEqual(['hoa']);
  });

  test('custody that differs between the lines, or a question twice, is an error', () => {
    const twice = changed(staffOf('an'), 1, 'Hợp lệ', '3');
    expect(reasons(taken(table(wide, twice)))).toEqual([
      '2:- with-wrong-line',
      '3:Hợp lệ custody-differs',
    ]);
    const again = changed(staffOf('an'), 1, 'Câu hỏi', 'q1');
    expect(reasons(taken(table(wide, again)))).toEqual(
      expect.arrayContaining(['3:Câu hỏi line-twice', '2:Đơn vị question-missing']),
    );
  });

  test('a question keeps to its own scale', () => {
    const both = [...wide, 'Có', 'Không'];
    const rows = staffOf('an').map((cells) => [...cells, '', '']);
    expect(taken(table(both, rows)).rejected).toEqual([]);
    const strange = rows.map((cells, at) => (at === 0 ? [...cells.slice(0, -1), '2'] : cells));
    expect(reasons(taken(table(both, strange)))).toEqual([
      '2:Không not-on-scale',
      '3:- with-wrong-line',
    ]);
  });

  test('columns that the sums need must be there', () => {
    expect(refusal(table(wide.slice(0, -1), staffOf('an')))).toEqual(['returns/column-missing']);
  });
});

describe('questions of a tally', () => {
  test.each(['1. Chất lượng phục vụ', 'Câu 1: chất lượng phục vụ', 'Câu q1', 'Q1'])(
    '%s is q1',
    (text) => {
      expect(taken(table(wide, changed(staffOf('an'), 0, 'Câu hỏi', text))).rejected).toEqual([]);
    },
  );

  test('a code beside the text decides, and must not contradict it', () => {
    const head = ['Mã', ...wide];
    const coded = (texts: readonly string[]) =>
      staffOf('an').map((cells, at) => [
        ['q1', 'q2'][at] ?? '',
        ...cells.map((cell, of) => (of === 2 ? (texts[at] ?? '') : cell)),
      ]);
    expect(taken(table(head, coded(['Phục vụ', 'Thời gian giải quyết']))).rejected).toEqual([]);
    expect(
      reasons(taken(table(head, coded(['Thời gian giải quyết', 'Thời gian giải quyết'])))),
    ).toContain('2:Câu hỏi disagrees');
  });

  test('a blank unit under a named one is a merged cell, and no question is missed for it', () => {
    const merged = changed(staffOf('Xã An Bình'), 1, 'Đơn vị', '');
    const intake = taken(table(wide, merged));
    expect(reasons(intake)).toEqual(['2:Đơn vị with-wrong-line', '3:Đơn vị unit-needed']);
    expect(intake.rejected[1]?.reasons[0]?.args).toMatchObject({ isBelow: true });
  });
});

describe('a long tally', () => {
  const long = ['unit', 'form', 'question', 'option', 'count', ...custody];
  const option = (question: string, code: string, count: string) => [
    'an',
    '01',
    question,
    code,
    count,
  ];
  const some = (cells: string[] | undefined): string[] => cells ?? [];
  const figures = ['5', '5', '4', '1'];
  const blanks = ['', '', '', ''];
  const rows = [
    ...['5', '4', '3', '2', '1', '9'].map((code) => option('q1', code, code === '5' ? '3' : '0')),
    option('q1', 'Bỏ trống', '1'),
    ...['Rất hài lòng', '4', '3', '2', '1', '9'].map((code) =>
      option('Thời gian giải quyết', code, code === '4' ? '4' : '0'),
    ),
  ].map((cells, at) => [...cells, ...(at === 3 ? figures : blanks)]);

  test('says the same as a wide one; blanks left out are none', () => {
    const { tallies, rejected } = taken(table(long, rows));
    expect(rejected).toEqual([]);
    expect(tallies.map(({ counts, missing: { blank } }) => ({ ...counts, blank }))).toEqual([
      { 5: 3, 4: 0, 3: 0, 2: 0, 1: 0, 9: 0, blank: 1 },
      { 5: 0, 4: 4, 3: 0, 2: 0, 1: 0, 9: 0, blank: 0 },
    ]);
  });

  test('an option left out is not 0', () => {
    const short = rows.filter((_, at) => at !== 1 && at !== 8 && at !== 12);
    const intake = taken(table(long, short));
    expect(reasons(intake)).toContain('8:question count-missing');
    const missing = intake.rejected.flatMap((one) => one.reasons);
    expect(missing.find(({ code }) => code === 'returns/count-missing')?.args).toEqual({
      question: 'q2',
      options: ['Hài lòng (4)', 'Không có ý kiến (9)'],
    });
    expect(intake.tallies).toEqual([]);
  });

  test('options left out are 0 where the others already make up the valid forms', () => {
    const { tallies, rejected } = taken(
      table(long, [rows[0], rows[3], rows[6], rows[8]].map(some)),
    );
    expect(rejected).toEqual([]);
    expect(tallies.map(({ counts }) => counts)).toEqual([
      { 5: 3, 4: 0, 3: 0, 2: 0, 1: 0, 9: 0 },
      { 5: 0, 4: 4, 3: 0, 2: 0, 1: 0, 9: 0 },
    ]);
  });

  test('a mistyped option is answered with the near one', () => {
    const wrong = rows.map((cells, at) =>
      at === 7 ? cells.map((cell, of) => (of === 3 ? 'Rất hài lòg' : cell)) : cells,
    );
    const found = taken(table(long, wrong)).rejected.flatMap((one) => one.reasons);
    expect(found.find(({ code }) => code === 'returns/unknown-tally-option')?.args).toMatchObject({
      option: 'Rất hài lòg',
      near: ['Rất hài lòng'],
    });
  });
});

describe('grids', () => {
  const grid = [
    'unit',
    'group',
    'question',
    '5',
    '4',
    '3',
    '2',
    '1',
    '9',
    'C',
    'K',
    'blank',
    'returned',
    'valid',
    'void',
  ];
  const lines = (unit: string, valid: string) => [
    [unit, 'delegates', 'q1', '4', '0', '0', '0', '0', '0', '', '', '0', '4', valid, '0'],
    [unit, 'delegates', 'q3', '', '', '', '', '', '', '1', '3', '0', '', '', ''],
  ];

  test('share one custody, which every unit must state alike', () => {
    const good = taken(table(grid, [...lines('an', '4'), ...lines('hoa', '4')]));
    expect(good.custody).toHaveLength(1);
    expect(good.custody[0]).toMatchObject({ unit: null, place: null, returned: 4, issued: null });
    const bad = taken(table(grid, [...lines('an', '4'), ...lines('hoa', '3')]));
    expect(bad.tallies).toEqual([]);
    expect(reasons(bad)).toEqual(
      expect.arrayContaining(['2:- with-wrong-line', '4:valid custody-differs']),
    );
  });

  test('need their custody on one line only, in this file or an earlier one', () => {
    const bare = (unit: string) =>
      lines(unit, '').map((cells) => cells.map((cell, at) => (at >= 12 ? '' : cell)));
    const once = taken(table(grid, [...bare('an'), ...lines('hoa', '4')]));
    expect(once.rejected).toEqual([]);
    expect(once.custody).toHaveLength(1);
    expect(new Set(once.tallies.map(({ unit }) => unit))).toEqual(new Set(['an', 'hoa']));
    const later = taken(table(grid, bare('cam')), [batch('lan-1', once)]);
    expect(later.rejected).toEqual([]);
    expect(later.custody[0]).toMatchObject({ returned: 4, valid: 4 });
    expect(reasons(taken(table(grid, [...bare('an'), ...bare('hoa')])))).toEqual(
      expect.arrayContaining(['2:returned custody-missing', '4:- with-wrong-line']),
    );
  });

  test('a group that is keyed row by row is not tallied as well', () => {
    const keyed = taken(
      table(
        ['serial', 'unit', 'gioi', 'q1', 'q3'],
        [[serial('delegates', null, 0), 'cam', '1', '5', 'K']],
      ),
    );
    const intake = taken(table(grid, lines('an', '4')), [batch('tung-phieu', keyed)]);
    expect(reasons(intake)).toContain('2:unit already-counted');
  });
});

test('the same unit and group is tallied once, whatever the batch', () => {
  const first = batch('lan-1', taken(table(wide, staffOf('an'))));
  const again = taken(table(wide, [...staffOf('an'), ...staffOf('hoa')]), [first]);
  expect(again.rejected).toEqual([]);
  expect(again.skipped).toBe(2);
  expect(new Set(again.tallies.map(({ unit }) => unit))).toEqual(new Set(['hoa']));
  const other = changed(changed(staffOf('an'), 0, '5', '1'), 0, '4', '2');
  const intake = taken(table(wide, [...other, ...staffOf('hoa')]), [first]);
  expect(reasons(intake)).toEqual(['2:Đơn vị already-counted', '3:- with-wrong-line']);
  expect(intake.rejected[0]?.reasons[0]?.args).toMatchObject({ batch: 'lan-1', kind: 'tallies' });
  const keyed = taken(table(['serial', 'q1', 'q2'], [[serial('staff', 'an', 0), '5', '5']]), [
    first,
  ]);
  expect(reasons(keyed)).toEqual(['2:serial already-counted']);
});

test('villages of one unit are tallied apart', () => {
  const head = ['Địa bàn', 'question', '5', '4', '3', '2', '1', '9', 'returned', 'valid', 'void'];
  const line = (place: string) => [place, 'q2', '3', '0', '0', '0', '0', '0', '3', '3', '0'];
  const intake = taken(table(head, [line('Thôn 1'), line('thon-2')]), [], { group: 'households' });
  expect(intake.custody.map(({ unit, place }) => [unit, place])).toEqual([
    ['an', 'thon-1'],
    ['an', 'thon-2'],
  ]);
});
