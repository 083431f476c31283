import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeSerial } from '../src/packets/serial.ts';
import { take } from '../src/returns/take.ts';
import { tally } from '../src/tallies.ts';
import { plainTaking } from './plain-taking.ts';
import {
  batch,
  context,
  plan,
  reasons,
  refusal,
  serial,
  serialsOf,
  table,
  taken,
} from './returns-plan.ts';

const head = ['serial', 'q1', 'q2', 'gy'];
const s0 = serial('staff', 'an', 0);
const s1 = serial('staff', 'an', 1);

describe('one row per sheet', () => {
  test('the serial tells form, group and unit; codes and labels are both read', () => {
    const { ratings, rejected } = taken(
      table(
        ['Sê-ri', 'Chất lượng phục vụ', 'Q2', 'Ý kiến khác'],
        [
          [s0, '5', 'rất hài  lòng', 'Tốt'],
          [s1.toLowerCase().replaceAll('-', ' '), 'Không có ý kiến', '', ''],
        ],
      ),
    );
    expect(rejected).toEqual([]);
    expect(ratings).toEqual([
      {
        serial: s0,
        form: '01',
        group: 'staff',
        unit: 'an',
        from: { unit: 'an', place: null },
        questions: ['q1', 'q2', 'gy'],
        answers: ['5', '5', 'Tốt'],
        voidReason: null,
        reply: null,
        at: null,
        collector: null,
        keyedBy: null,
        row: 2,
      },
      expect.objectContaining({ serial: s1, answers: ['9', null, null], row: 3 }),
    ]);
  });

  test('a bad row is rejected with all its reasons, the rest is kept', () => {
    const intake = taken(
      table(
        [...head, 'unit', 'group'],
        [
          [s0, '6', '4,5', '', 'Xã Hòa Bình', 'delegates'],
          [s1, '3', '2', '', '', ''],
        ],
      ),
    );
    expect(reasons(intake)).toEqual([
      '2:group disagrees',
      '2:unit not-rated',
      '2:q1 unknown-option',
      '2:q2 two-marks',
    ]);
    expect(intake.counts).toEqual({ read: 2, accepted: 1, rejected: 1 });
  });

  test.each([
    ['1,2', 'two-marks'],
    ['4;5', 'two-marks'],
    ['4 5', 'two-marks'],
    ['Hài lòng, Bình thường', 'two-marks'],
    ['4.0', 'decimal-answer'],
    ['4,0', 'decimal-answer'],
    ['05', 'unknown-option'],
    ['0', 'unknown-option'],
    ['hai long', 'unknown-option'],
  ])('the answer %s is rejected: %s', (answer, code) => {
    expect(reasons(taken(table(head, [[s0, answer, '5', '']])))).toEqual([`2:q1 ${code}`]);
  });

  test('a cell that is not text is not an answer', () => {
    const faulty = table(head, [[s0, '', '5', '']]);
    const [row] = faulty.rows;
    const faults = [{ column: 1, reason: 'formula-without-value' as const }];
    const intake = taken({ ...faulty, rows: row === undefined ? [] : [{ ...row, faults }] });
    expect(reasons(intake)).toEqual(['2:q1 file/formula-without-value']);
  });

  test('a wholly blank rating is void; blank is never an answer', () => {
    const { ratings } = taken(table(head, [[s0, '', '', 'Không có gì']]));
    expect(ratings[0]).toMatchObject({
      voidReason: 'để trắng',
      answers: [null, null, 'Không có gì'],
    });
  });

  test('a void sheet is kept with its reason, whatever is marked on it', () => {
    const { ratings } = taken(
      table(
        [...head, 'Không hợp lệ'],
        [
          [s0, '4;5', '2', '', 'đánh hai ô'],
          [s1, '5', '5', '', 'x'],
          [serial('staff', 'an', 2), '5', '5', '', 'không'],
        ],
      ),
    );
    expect(ratings.map(({ voidReason }) => voidReason)).toEqual([
      'đánh hai ô',
      'đánh dấu không hợp lệ',
      null,
    ]);
    expect(ratings[0]?.answers).toEqual([null, '2', null]);
  });

  test.each([
    [s0.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)), 'serial-mistyped'],
    ['12', 'serial-unreadable'],
    [`X${s0}`, 'serial-of-another-survey'],
    ['', 'serial-missing'],
  ])('the serial %s is refused: %s', (typed, code) => {
    expect(reasons(taken(table(head, [[typed, '5', '5', '']])))).toEqual([`2:serial ${code}`]);
  });

  test('a well-formed serial that was never printed is refused', () => {
    const never = writeSerial(context.serials, 1, 1, 999);
    expect(reasons(taken(table(head, [[never, '5', '5', '']])))).toEqual([
      '2:serial serial-not-printed',
    ]);
  });
});

describe('the same sheet twice', () => {
  test('same answers: the first is taken, the others are repeats', () => {
    const intake = taken(
      table(head, [
        [s0, '5', '4', ''],
        [s0, '5', '4', ''],
      ]),
    );
    expect(intake.ratings).toHaveLength(1);
    expect(reasons(intake)).toEqual(['3:serial repeated']);
  });

  test('other answers: none is taken', () => {
    const rows = [
      [s0, '5', '4', ''],
      [s0, '5', '4', ''],
      [s0, '5', '3', ''],
      [s1, '1', '1', ''],
    ];
    const intake = taken(table(head, rows));
    expect(intake.ratings.map((rating) => rating.serial)).toEqual([s1]);
    expect(reasons(intake)).toEqual([
      '2:serial conflict',
      '3:serial conflict',
      '4:serial conflict',
    ]);
  });

  test('in an earlier batch: a repeat, or a conflict that names it', () => {
    const first = batch(
      'dau',
      taken(
        table(head, [
          [s0, '5', '4', ''],
          [s1, '5', '4', ''],
        ]),
      ),
    );
    const again = taken(
      table(head, [
        [s0, '5', '4', ''],
        [s1, '5', '5', ''],
      ]),
      [first],
    );
    expect(again.ratings).toEqual([]);
    expect(again.skipped).toBe(1);
    expect(again.counts).toEqual({ read: 2, accepted: 0, rejected: 1 });
    expect(reasons(again)).toEqual(['3:serial conflict']);
    expect(again.rejected[0]?.reasons[0]?.args).toMatchObject({ sources: ['dau:3'] });
  });
});

test('dots and slashes between the parts of a serial are its dashes', () => {
  for (const mark of ['.', '/', ' . ', '_']) {
    const typed = serial('staff', 'an', 0).replaceAll('-', mark);
    expect(taken(table(['serial', 'q1', 'q2'], [[typed, '5', '4']])).ratings[0]?.serial).toBe(
      serial('staff', 'an', 0),
    );
  }
});

test('headings that are offered are none of the file’s own, and none twice', () => {
  const odd = table(
    ['serial', 'unit', 'q1', 'q2', 'q22', 'Serials'],
    [[serial('staff', 'an', 0), 'an', '5', '4', '', '']],
  );
  const result = take(context, odd, plainTaking, []);
  const near = result.findings.flatMap(({ args }) => ('near' in args ? args.near : []));
  expect(near.filter((name) => ['serial', 'q1', 'q2', 'Seri'].includes(name))).toEqual([]);
  expect(new Set(near).size).toBe(near.length);
});

describe('a grid: one row per sheet and unit', () => {
  const grid = ['serial', 'unit', 'gioi', 'q1', 'q3'];
  const d0 = serial('delegates', null, 0);

  test('one sheet gives a rating for each unit it rates', () => {
    const { ratings } = taken(
      table(grid, [
        [d0, 'an', '1', '5', 'K'],
        [d0, 'Xã Hoà Bình', '', '4', 'có'],
      ]),
    );
    expect(ratings.map(({ unit, from }) => ({ unit, from }))).toEqual([
      { unit: 'an', from: { unit: null, place: null } },
      { unit: 'hoa', from: { unit: null, place: null } },
    ]);
  });

  test('needs its unit, one that is rated; what is asked once must be said once', () => {
    const rows = [
      [d0, '', '', '5', 'K'],
      [d0, 'an', '1', '5', 'K'],
      [d0, 'hoa', '2', '5', 'K'],
    ];
    expect(reasons(taken(table(grid, rows)))).toEqual([
      '2:unit unit-needed',
      '2:serial sheet-answers-differ',
      '3:serial sheet-answers-differ',
      '4:serial sheet-answers-differ',
    ]);
  });
});

describe('rows without serial', () => {
  test('are taken for groups that allow it', () => {
    const { ratings } = taken(table(['Đơn vị', 'q1', 'q3'], [['Cẩm Sơn', '5', 'Không']]));
    expect(ratings[0]).toMatchObject({
      serial: null,
      group: 'visitors',
      form: '03',
      unit: 'cam',
      from: { unit: 'cam', place: null },
    });
  });

  test('the same reply twice is two replies', () => {
    const rows = [
      ['cam', '5', 'K'],
      ['cam', '5', 'K'],
    ];
    expect(taken(table(['unit', 'q1', 'q3'], rows)).ratings).toHaveLength(2);
  });

  test('are refused for the others, and where the unit is wrong', () => {
    const intake = taken(
      table(
        ['unit', 'group', 'q1', 'q2', 'q3'],
        [
          ['cam', 'staff', '5', '5', ''],
          ['Cầm Sơn', '', '5', '', 'K'],
        ],
      ),
    );
    expect(reasons(intake)).toEqual(['2:- serial-missing', '3:unit unknown-name']);
    expect(intake.rejected[1]?.reasons[0]?.args).toMatchObject({ near: ['Xã Cẩm Sơn'] });
  });
});

describe('the columns', () => {
  test('a question of the form without a column refuses the file', () => {
    expect(refusal(table(['serial', 'q1'], [[s0, '5']]))).toEqual([
      'returns/question-without-column',
    ]);
  });

  test('unknown columns are said to be ignored, with a near name', () => {
    const mistyped = table([...head, 'Chất lượng phục vu'], [[s0, '5', '5', '', '']]);
    expect(taken(mistyped).mapping.at(-1)).toEqual({
      heading: 'Chất lượng phục vu',
      as: 'ignored',
    });
  });

  test('two columns for one question, or no layout at all, refuse the file', () => {
    const twice = table(
      ['serial', 'serial number', 'Số phiếu', 'q1', 'q2'],
      [[s0, '', '', '5', '5']],
    );
    expect(refusal(twice)).toContain('returns/two-columns');
    expect(refusal(table(['a', 'b'], [['1', '2']]))).toEqual(['returns/unknown-layout']);
    expect(refusal(table(head, []))).toEqual(['returns/no-rows']);
  });

  test('a question is answered in one column only', () => {
    const twice = table(['serial', 'q1', 'Chất lượng phục vụ', 'q2'], [[s0, '5', '', '5']]);
    expect(refusal(twice)).toEqual(['returns/two-columns']);
  });

  test('a rehearsal says so on every row and never joins real returns', () => {
    const seeds = (one: string, two: string) =>
      table(
        [...head, 'Mô phỏng'],
        [
          [s0, '5', '5', '', one],
          [s1, '5', '5', '', two],
        ],
      );
    const rehearsal = { isRehearsal: true };
    expect(taken(seeds('7', '7'), [], rehearsal).simulated).toBe('7');
    expect(refusal(seeds('7', '7'))).toEqual(['returns/rehearsal-file']);
    expect(refusal(seeds('', ''), [], rehearsal)).toEqual(['returns/rehearsal-folder']);
    expect(refusal(seeds('7', ''))).toEqual(['returns/partly-simulated']);
    const real = batch('that', taken(table(head, [[serial('staff', 'hoa', 0), '5', '5', '']])));
    expect(refusal(seeds('7', '7'), [real], rehearsal)).toEqual(['returns/rehearsal-mixed']);
  });
});

test('the order of the rows never changes what is counted', () => {
  const answers = fc.constantFrom('', '1', '5', '9', 'Hài lòng', '7', '4,5');
  const row = fc.tuple(fc.constantFrom(...serialsOf('staff')), answers, answers, fc.constant(''));
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.infiniteStream(fc.nat()),
      (rows, order) => {
        const shuffled = rows
          .map((cells) => ({ cells, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ cells }) => cells);
        const count = (cells: readonly (readonly string[])[]) => {
          const counted = tally(plan, [batch('mot', taken(table(head, cells)))]);
          return counted.ok ? counted.value : counted.findings;
        };
        expect(count(shuffled)).toEqual(count(rows));
      },
    ),
  );
});
