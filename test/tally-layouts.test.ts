/** Paper tallies as offices lay them out: numbers, totals, shares, reasons, rounds, one unit a sheet. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridGroups } from '../src/plan/grids.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Batch } from '../src/returns/batch.ts';
import { readColumns } from '../src/returns/columns.ts';
import { earlier } from '../src/returns/earlier.ts';
import { known } from '../src/returns/known.ts';
import type { Asked } from '../src/returns/reading.ts';
import type { SettledTallies } from '../src/returns/tally-blocks.ts';
import { readTallies } from '../src/returns/tally-intake.ts';
import { noneMissing } from '../src/stats/missing.ts';
import type { Table } from '../src/table.ts';
import { tally } from '../src/tallies.ts';
import { batch, plan, reasons, serial, sheets, table, taken } from './returns-plan.ts';

const options = ['5', '4', '3', '2', '1', '9'];
const custody = ['Phát ra', 'Thu về', 'Hợp lệ', 'Không hợp lệ'];

const plainAsked: Asked = {
  kind: null,
  group: null,
  form: null,
  decimal: null,
  dates: null,
  invited: () => null,
};

interface Way {
  readonly plan?: Plan;
  readonly batches?: readonly Batch[];
  readonly asked?: Partial<Asked>;
}

function outcome(of: Table, way: Way = {}) {
  const context = known(way.plan ?? plan, sheets);
  const asked = { ...plainAsked, ...way.asked };
  const columns = readColumns(context, of, asked);
  if (!columns.ok) return columns;
  const reading = { known: context, table: of, columns: columns.value, asked, firstNamed: null };
  return readTallies(reading, of, earlier(way.batches ?? [], gridGroups(way.plan ?? plan)));
}

function read(of: Table, way: Way = {}): SettledTallies {
  const found = outcome(of, way);
  if (!found.ok) throw new Error(found.findings.map(({ code }) => code).join(' '));
  return found.value;
}

function why(of: Table, way: Way = {}): readonly string[] {
  return reasons(read(of, way));
}

function codes(of: Table, way: Way = {}): readonly string[] {
  return outcome(of, way).findings.map(({ code }) => code.replace('returns/', ''));
}

/** Four valid forms of staff, one void. */
function staff(unit: string, figures = ['5', '5', '4', '1']): string[][] {
  return [
    [unit, 'staff', 'q1', '2', '1', '0', '0', '0', '0', '1', ...figures],
    [unit, 'staff', 'q2', '4', '0', '0', '0', '0', '0', '0', '', '', '', ''],
  ];
}

const wide = ['Đơn vị', 'Nhóm', 'Câu hỏi', ...options, 'Bỏ trống', ...custody];

describe('kinds of missing answers', () => {
  const head = ['Đơn vị', 'Nhóm', 'Câu hỏi', ...options, 'Bỏ trống', 'Đánh hai ô', ...custody];
  const rows = (blank: string, twice: string) => [
    ['an', 'staff', 'q1', '2', '0', '0', '0', '0', '0', blank, twice, '5', '5', '4', '1'],
    ['an', 'staff', 'q2', '4', '0', '0', '0', '0', '0', '0', '0', '', '', '', ''],
  ];

  test('columns of their own, counted apart, together with the options all valid forms', () => {
    const { tallies } = read(table(head, rows('1', '1')));
    expect(tallies[0]?.missing).toEqual({ ...noneMissing, blank: 1, 'two-marks': 1 });
    const wrong = read(table(head, rows('1', '2'))).rejected[0]?.reasons[0];
    expect(wrong).toMatchObject({
      code: 'returns/does-not-add-up',
      args: { sum: 2, blank: 1, without: 2, valid: 4 },
    });
    expect(why(table(head, rows('1', '')))).toContain('2:Đánh hai ô count-missing');
  });

  test('words and the codes of the plan in the option column of a long tally', () => {
    const returns = { ...plan.returns, codes: { ...plan.returns.codes, 'dont-know': ['98'] } };
    const line = (option: string, count: string, figures: string[]) =>
      ['an', 'staff', 'q2', option, count, ...figures] as string[];
    const long = ['Đơn vị', 'Nhóm', 'Câu hỏi', 'Phương án', 'Số lượng', ...custody];
    const blank = ['', '', '', ''];
    const rows = [
      line('5', '1', ['5', '4', '4', '0']),
      line('98', '2', blank),
      line('Hai dấu', '1', blank),
      ['an', 'staff', 'q1', '5', '4', ...blank],
    ];
    const { tallies } = read(table(long, rows), { plan: { ...plan, returns } });
    expect(tallies.map(({ missing }) => missing)).toEqual([
      { ...noneMissing, 'dont-know': 2, 'two-marks': 1 },
      noneMissing,
    ]);
  });
});

describe('one column a question', () => {
  const head = ['Đơn vị', 'Mẫu phiếu', 'Phương án', 'q1', 'Thời gian giải quyết', ...custody];
  const rows = [...options, 'Bỏ trống'].map((option, at) => [
    'an',
    '01',
    option,
    ['2', '1', '0', '0', '0', '0', '1'][at] ?? '',
    ['4', '0', '0', '0', '0', '0', '0'][at] ?? '',
    ...(at === 0 ? ['5', '5', '4', '1'] : ['', '', '', '']),
  ]);

  test('says the same as a wide tally', () => {
    const plain = (of: SettledTallies) => of.tallies.map(({ row: _, ...entry }) => entry);
    const crossed = read(table(head, rows));
    expect(crossed.rejected).toEqual([]);
    expect(plain(crossed)).toEqual(plain(read(table(wide, staff('an')))));
    expect(crossed.skipped).toBe(0);
    const again = read(table(head, rows), {
      batches: [batch('lan-1', { kind: 'tallies', ratings: [], ...crossed })],
    });
    expect([again.tallies.length, again.skipped]).toEqual([0, rows.length]);
  });

  test('a wrong cell rejects each row of the unit once', () => {
    const wrong = rows.map((cells, at) => (at === 1 ? cells.with(3, '3') : cells));
    const { rejected } = read(table(head, wrong));
    expect(rejected.map(({ row }) => row.row)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(why(table(head, wrong))[0]).toBe('2:- does-not-add-up');
    expect(
      why(
        table(
          head,
          rows.map((cells, at) => (at === 1 ? cells.with(3, '') : cells)),
        ),
      ),
    ).toContain('3:q1 count-missing');
  });

  test('a table of keyed sheets is not taken for one', () => {
    expect(
      taken(table(['Số phiếu', 'q1', 'q2'], [[serial('staff', 'an', 0), '5', '4']])).kind,
    ).toBe('rows');
  });
});

describe('rows and columns of sums', () => {
  const sum = (label: string, figures: string[]) => [label, '', '', ...figures];
  const right = sum('Tổng cộng', ['12', '2', '0', '0', '0', '0', '2', '10', '10', '8', '2']);
  const two = [...staff('an'), ...staff('hoa')];

  test('agree with the lines above and are no unit', () => {
    const found = read(table(wide, [...two, right]));
    expect([found.rejected, found.totals, found.tallies.length]).toEqual([[], 1, 4]);
    const each = [
      ...staff('an'),
      sum('Cộng', ['6', '1', '0', '0', '0', '0', '1', '5', '5', '4', '1']),
      ...staff('hoa'),
      sum('Cộng', ['6', '1', '', '', '', '', '1', '5', '5', '4', '1']),
      right,
    ];
    expect(read(table(wide, each))).toMatchObject({ rejected: [], totals: 3 });
  });

  test('a wrong one is named, and what it sums is not taken', () => {
    const wrong = right.with(3, '13').with(11, '11');
    const found = read(table(wide, [...two, wrong]));
    expect(found.tallies).toEqual([]);
    const own = found.rejected.at(-1)?.reasons ?? [];
    expect(own.map(({ args }) => args)).toEqual([
      { stated: 13, sum: 12 },
      { stated: 11, sum: 10 },
    ]);
    expect(why(table(wide, [...two, wrong]))).toContain('6:5 wrong-total');
  });

  test('the sum of the options of a question in a long tally', () => {
    const head = ['Đơn vị', 'Nhóm', 'Câu hỏi', 'Phương án', 'Số lượng', ...custody];
    const long = (total: string) =>
      ['q1', 'q2'].flatMap((question, at) => [
        [
          'an',
          'staff',
          question,
          '5',
          '3',
          ...(at === 0 ? ['5', '5', '4', '1'] : ['', '', '', '']),
        ],
        ['an', 'staff', question, 'Bỏ trống', '1', '', '', '', ''],
        ['an', 'staff', question, 'Cộng', at === 0 ? '4' : total, '', '', '', ''],
      ]);
    expect(read(table(head, long('4')))).toMatchObject({ rejected: [], totals: 2 });
    expect(read(table(head, long('3')))).toMatchObject({ rejected: [], totals: 2 });
    expect(why(table(head, long('6')))).toContain('7:Số lượng wrong-total');
  });

  test('a unit whose name begins like one is a unit', () => {
    const named = plan.units.map((one) => (one.id === 'an' ? { ...one, name: 'Cộng Hòa' } : one));
    const found = read(table(wide, staff('Cộng Hòa')), { plan: { ...plan, units: named } });
    expect(found).toMatchObject({ rejected: [], totals: 0 });
  });

  test('a sum beside each line holds the options, with or without the blank ones', () => {
    const head = [...wide.slice(0, 10), 'Cộng', ...custody];
    const beside = (total: string) =>
      staff('an').map((cells, at) => [
        ...cells.slice(0, 10),
        at === 0 ? total : '4',
        ...cells.slice(10),
      ]);
    expect(read(table(head, beside('4'))).rejected).toEqual([]);
    expect(read(table(head, beside('3'))).rejected).toEqual([]);
    expect(why(table(head, beside('5')))).toContain('2:Cộng wrong-total');
  });

  test('any sums that are right are taken, any other figure is not', () => {
    const counts = fc.array(fc.nat(1), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 3 }), fc.nat(4), (units, off) => {
        const ids = ['an', 'hoa', 'cam'];
        const lines = units.flatMap((marks, at) => {
          const valid = marks.reduce((all, one) => all + one, 0);
          const figures = [5, Math.max(valid, 0), valid, 0].map(String);
          const cells = [...marks.map(String), '0', '0'];
          return ['q1', 'q2'].map((question) => [
            ids[at] ?? '',
            'staff',
            question,
            ...cells,
            ...figures,
          ]);
        });
        const column = (at: number) =>
          lines.reduce((all, cells) => all + Number(cells[at] ?? 0), 0);
        const totals = ['Tổng cộng', '', '', ...[3, 4, 5, 6, 7].map((at) => String(column(at)))];
        const good = [...totals, '', '', '', '', '', ''];
        expect(read(table(wide, [...lines, good]))).toMatchObject({ rejected: [], totals: 1 });
        const bad = good.with(3 + off, String(Number(good[3 + off]) + 1));
        expect(read(table(wide, [...lines, bad])).tallies).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('numbers and shares', () => {
  test('1.234 is asked, unless the mark is declared', () => {
    const large = {
      ...plan,
      groups: plan.groups.map((one) => ({ ...one, serial: 'optional' as const })),
    };
    const rows = [
      ['an', 'staff', 'q1', '1.234', '0', '0', '0', '0', '0', '0', '', '1 234', '1.234', '0'],
      ['an', 'staff', 'q2', '1.234', '0', '0', '0', '0', '0', '0', '', '', '', ''],
    ];
    expect(why(table(wide, rows), { plan: large })).toContain('2:5 not-a-count');
    const declared = read(table(wide, rows), { plan: large, asked: { decimal: 'comma' } });
    expect(declared.rejected).toEqual([]);
    expect(declared.custody[0]?.valid).toBe(1234);
    expect(why(table(wide, rows), { plan: large, asked: { decimal: 'point' } })).toContain(
      '2:5 not-a-count',
    );
  });

  test('shares are passed over and said; the heading of an option with % is no option', () => {
    const head = [...wide.slice(0, 10), 'Rất hài lòng (%)', 'Tỷ lệ', ...custody];
    const rows = staff('an').map((cells) => [
      ...cells.slice(0, 10),
      '66,7',
      'x',
      ...cells.slice(10),
    ]);
    const found = outcome(table(head, rows));
    expect(found.ok && found.value.rejected).toEqual([]);
    expect(found.findings).toMatchObject([
      { code: 'returns/percents-passed-over', args: { headings: ['Rất hài lòng (%)', 'Tỷ lệ'] } },
    ]);
  });

  test('headings of two rows, put together', () => {
    const head = [
      ...['Đơn vị', 'Nhóm', 'Câu hỏi', 'Rất hài lòng / SL', 'Rất hài lòng / Tỷ lệ %'],
      ...['Mức độ / Hài lòng', '3', '2', '1', '9', 'Bỏ trống', 'Số phiếu / Phát ra'],
      ...['Số phiếu / Thu về', 'Số phiếu / Hợp lệ', 'Số phiếu / Không hợp lệ'],
    ];
    const rows = staff('an').map((cells) => cells.toSpliced(4, 0, '66,7%'));
    expect(read(table(head, rows)).tallies).toHaveLength(2);
  });
});

describe('void forms by reason', () => {
  const head = [...wide.slice(0, 13), 'Không hợp lệ: không dấu', 'Không hợp lệ (rách)'];
  const rows = (first: string, second: string) =>
    staff('an').map((cells, at) => [
      ...cells.slice(0, 13),
      ...(at === 0 ? [first, second] : ['', '']),
    ]);

  test('make up the void forms, with or without a column of their sum', () => {
    const found = read(table(head, rows('1', '0')));
    expect(found.rejected).toEqual([]);
    expect(found.custody[0]).toMatchObject({
      void: 1,
      voids: [
        { reason: 'không dấu', count: 1 },
        { reason: 'rách', count: 0 },
      ],
    });
    expect(why(table(head, rows('1', '')))).toContain('2:Thu về void-reason-missing');
    expect(why(table(head, rows('1', '1')))).toContain('2:Thu về custody-does-not-add-up');
    const both = [...head.slice(0, 13), 'Không hợp lệ', ...head.slice(13)];
    const with2 = rows('1', '1').map((cells, at) => cells.toSpliced(13, 0, at === 0 ? '1' : ''));
    expect(why(table(both, with2))).toContain('2:Thu về void-reasons-do-not-add-up');
  });

  test('must be those of the plan where it names any', () => {
    const of = (...all: string[]): Plan => ({
      ...plan,
      returns: { ...plan.returns, reasons: all },
    });
    const good = read(table(head, rows('1', '0')), { plan: of('Không dấu', 'Rách') });
    expect(good.custody[0]?.voids[0]?.reason).toBe('Không dấu');
    expect(codes(table(head, rows('1', '0')), { plan: of('Không dấu') })).toEqual([
      'unknown-void-column',
    ]);
  });
});

describe('rounds of counting', () => {
  const head = ['Đợt', ...wide];
  const round = (name: string, unit: string, figures?: string[]) =>
    staff(unit, figures).map((cells) => [name, ...cells]);
  const small = ['2', '2', '1', '1'];
  const part = (name: string, unit: string) => [
    [name, unit, 'staff', 'q1', '1', '0', '0', '0', '0', '0', '0', ...small],
    [name, unit, 'staff', 'q2', '1', '0', '0', '0', '0', '0', '0', '', '', '', ''],
  ];
  const first = table(head, part('Đợt 1', 'an'));

  test('two of one unit add up, in one file or in two', () => {
    const both = read(table(head, [...part('Đợt 1', 'an'), ...part('2', 'an')]));
    expect(both.rejected).toEqual([]);
    expect(both.custody.map(({ part: of, valid }) => [of, valid])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    const one = batch('dot-1', { kind: 'tallies', ratings: [], ...read(first) });
    const second = read(table(head, part('đợt 2', 'an')), { batches: [one] });
    expect(second.rejected).toEqual([]);
    const two = batch('dot-2', { kind: 'tallies', ratings: [], ...second });
    const counted = tally(plan, [one, two]);
    if (!counted.ok) throw new Error(counted.findings.map(({ code }) => code).join(' '));
    expect(counted.value.custody).toMatchObject([
      { unit: 'an', issued: 4, valid: 2, partial: true },
    ]);
    expect(counted.value.cells[0]?.counts).toMatchObject({ 5: 2 });
  });

  test('the same round twice, or beside a whole count, is counted twice and names the import', () => {
    const one = batch('dot-1', { kind: 'tallies', ratings: [], ...read(first) });
    expect(read(table(head, part('đợt 01', 'an')), { batches: [one] }).skipped).toBe(2);
    const again = table(head, round('1', 'an'));
    expect(why(again, { batches: [one] })).toContain('2:Đơn vị already-counted');
    expect(read(again, { batches: [one] }).rejected[0]?.reasons[0]?.args).toMatchObject({
      batch: 'dot-1',
    });
    expect(why(table(wide, staff('an')), { batches: [one] })).toContain('2:Đơn vị already-counted');
    const whole = batch('tron', {
      kind: 'tallies',
      ratings: [],
      ...read(table(wide, staff('an'))),
    });
    expect(why(table(head, part('2', 'an')), { batches: [whole] })).toContain(
      '2:Đơn vị already-counted',
    );
    const clash = tally(plan, [one, whole]);
    expect(clash.findings.map(({ code }) => code)).toContain('returns/counted-twice');
  });

  test('share what was printed', () => {
    const rows = [...part('1', 'an'), ...round('2', 'an', ['4', '4', '4', '0'])];
    rows[2] = rows[2]?.with(10, '0').with(4, '3') ?? [];
    expect(why(table(head, rows))).toContain('4:Thu về more-than-printed');
  });

  test('places and rounds together', () => {
    const where = ['Địa bàn', 'Đợt', 'question', ...options, 'returned', 'valid', 'void'];
    const line = (place: string, name: string) =>
      [place, name, 'q2', '1', '0', '0', '0', '0', '0', '1', '1', '0'] as string[];
    const rows = [line('Thôn 1', '1'), line('Thôn 1', '2'), line('Thôn 2', '1')];
    const asked = { group: 'households' };
    expect(read(table(where, rows), { asked }).custody).toHaveLength(3);
    const twice = [...rows, line('thon-2', 'Đợt 1')];
    expect(why(table(where, twice), { asked })).toContain('5:question line-twice');
  });
});

describe('a sheet or a file of one unit', () => {
  const head = wide.slice(1);
  const rows = staff('').map((cells) => cells.slice(1));
  const bare = table(head, rows);

  test.each([
    ['the name of its sheet', { ...bare, sheet: 'Xã An Bình' }, 'sheet'],
    [
      'a line above the headings',
      { ...bare, above: [['KIỂM ĐẾM'], ['Đơn vị: UBND xã An Bình']] },
      'above',
    ],
    ['two cells above the headings', { ...bare, above: [['Đơn vị', 'Xã An Bình']] }, 'above'],
  ] as const)('is told by %s, and said', (_name, of, source) => {
    const found = outcome(of);
    expect(found.ok && new Set(found.value.tallies.map(({ unit }) => unit))).toEqual(
      new Set(['an']),
    );
    expect(found.findings).toMatchObject([
      { code: 'returns/unit-of-file', args: { unit: 'Xã An Bình', source } },
    ]);
  });

  test('not told, or told in two ways, is an error', () => {
    expect(codes(bare)).toEqual(['column-missing']);
    expect(codes({ ...bare, sheet: 'Sheet1' })).toEqual(['unit-of-sheet-unknown']);
    const torn = { ...bare, sheet: 'Xã An Bình', above: [['Đơn vị: Xã Hòa Bình']] };
    expect(codes(torn)).toEqual(['disagrees']);
    expect(codes({ ...bare, above: [['Đơn vị: Xã An Bính']] })).toEqual(['unknown-name']);
  });

  test('a sheet name that Excel cut short', () => {
    const name = 'Sở Nông nghiệp và Phát triển nông thôn';
    const units = plan.units.map((one) => (one.id === 'an' ? { ...one, name } : one));
    const cut = { ...bare, sheet: name.slice(0, 31) };
    expect(read(cut, { plan: { ...plan, units } }).tallies).toHaveLength(2);
  });
});

describe('a question with several answers', () => {
  const forms = plan.forms.map((form) => ({
    ...form,
    questions: form.questions.map((one) =>
      one.id === 'q2' ? { ...one, kind: 'multiple' as const, scored: false } : one,
    ),
  }));
  const several: Plan = { ...plan, forms };
  const rows = (chosen: readonly string[], blank: string) => {
    const [first = []] = staff('an');
    return [first, ['an', 'staff', 'q2', ...chosen, blank, '', '', '', '']];
  };

  test('may be chosen more often than there are forms, but no option on more than answered', () => {
    const found = read(table(wide, rows(['3', '3', '2', '0', '0', '0'], '1')), { plan: several });
    expect(found.rejected).toEqual([]);
    expect(found.tallies[1]).toMatchObject({ answered: 3, counts: { 5: 3, 4: 3 } });
    const over = table(wide, rows(['4', '3', '2', '0', '0', '0'], '1'));
    expect(why(over, { plan: several })).toContain('3:Câu hỏi more-than-answered');
  });
});
