import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severityOf } from '../src/findings/catalogue.ts';
import { messageOf } from '../src/findings/render.ts';
import type { Plan } from '../src/plan/plan.ts';
import { isOnStep, readPoints } from '../src/points/value.ts';
import { points } from '../src/points.ts';
import { exact, exactText } from '../src/stats/exact.ts';
import type { Table, TableRow } from '../src/table.ts';
import { plan, unit } from './hand-worked.ts';

function table(columns: string, ...lines: readonly string[]): Table {
  const rows = lines.map(
    (line, at): TableRow => ({ row: at + 2, cells: line.split('|'), faults: [] }),
  );
  return { file: 'points/diem.csv', sheet: null, columns: columns.split('|'), rows };
}

const long = 'Đơn vị|Tiêu chí|Tự đánh giá|Thẩm định|Ghi chú';

/** `code row:heading` of each finding. */
function complaints(tables: readonly Table[], of: Plan = plan): readonly string[] {
  return points(of, tables).findings.map(({ code, at }) => {
    const place = at.kind === 'cell' ? `${at.row ?? '-'}:${at.column ?? '-'}` : at.file;
    return `${code.replace('points/', '')} ${place}`;
  });
}

function entries(...tables: readonly Table[]): readonly unknown[] {
  const result = points(plan, tables);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value.entries.map(({ unit: id, criterion, self, appraised }) => {
    return [id, criterion, self && exactText(self), appraised && exactText(appraised)];
  });
}

describe('one cell', () => {
  test.each([
    ['2', '2'],
    ['1.5', '1.5'],
    ['1,5', '1.5'],
    ['1,25', '1.25'],
    ['0,125', '0.125'],
    ['1,2340', '1.234'],
    ['1234.567', '1234.567'],
    ['-0.5', '-0.5'],
  ])('%s is %s', (text, value) => {
    const read = readPoints(text, exact(99_999), null);
    expect(read.kind === 'points' && exactText(read.points)).toBe(value);
  });

  test.each([
    ['', 'blank'],
    ['1.234', 'ambiguous'],
    ['12,345', 'ambiguous'],
    ['1.234,5', 'points'],
    ['1 234', 'points'],
    ['1.7000000000000002', 'not-a-number'],
    ['75%', 'not-a-number'],
    ['1/2', 'not-a-number'],
    ['2e1', 'not-a-number'],
    ['２', 'points'],
    ['đạt', 'not-a-number'],
    ['N/A', 'not-applicable'],
    ['Không áp dụng', 'not-applicable'],
    ['–', 'not-applicable'],
  ])('%j is %s', (text, kind) => {
    expect(readPoints(text, exact(99_999), null).kind).toBe(kind);
  });
});

test('a declared mark decides what one mark before three digits means', () => {
  const text = (mark: 'comma' | 'point') => {
    const read = readPoints('1.234', exact(9999), mark);
    return read.kind === 'points' && exactText(read.points);
  };
  expect([text('comma'), text('point')]).toEqual(['1234', '1.234']);
});

test('points out of range say what a text was read as where it does not plainly say it', () => {
  if (plan.index === null) throw new Error('the plan has an index');
  const said = (text: string) => {
    const of: Plan = { ...plan, index: { ...plan.index, decimal: 'comma' } as Plan['index'] };
    const [found] = points(of, [table(long, `Xã An Bình|1.1||${text}|`)]).findings;
    return found === undefined ? '' : `${found.code} ${messageOf(found, 'vi')}`;
  };
  expect(said('3.750')).toMatch(
    /^points\/out-of-range “3\.750” \(đọc là 3750, vì phương án khai dấu thập phân là dấu phẩy\) nằm ngoài/,
  );
  expect(said('99')).toMatch(/^points\/out-of-range “99” nằm ngoài/);
  expect(said('99,5')).toMatch(/^points\/out-of-range “99,5” nằm ngoài/);
});

test('points on a step: the quotient is whole, whatever the decimals', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.constantFrom('0.25', '0.1', '0.5', '1'), (times, step) => {
      const size = exact(Number(step) * 100, 100);
      expect(isOnStep(size.mul(times), size)).toBe(true);
      expect(isOnStep(size.mul(times).add(size.div(3)), size)).toBe(false);
    }),
  );
});

test('a thousand points where ten are the most can only be a decimal', () => {
  expect(readPoints('1.648', exact(10), null)).toMatchObject({ kind: 'points' });
  expect(readPoints('1.648', exact(2000), null).kind).toBe('ambiguous');
});

describe('the long form', () => {
  test('units by id or name, criteria by code or name, in the order of the plan', () => {
    expect(
      entries(
        table(
          long,
          'cam-son|1.1|3,5|3,25|',
          'UBND xã An Bình|2.1|4.5|4.25|đủ minh chứng',
          'An Bình|Tiêu chí 1.1|4|3.5|',
        ),
      ),
    ).toEqual([
      ['an-binh', '1.1', '4', '3.5'],
      ['an-binh', '2.1', '4.5', '4.25'],
      ['cam-son', '1.1', '3.5', '3.25'],
    ]);
  });

  test('a blank appraisal stays missing, whatever the self-assessment says', () => {
    expect(entries(table(long, 'binh-hoa|1.1|3.75||'))).toEqual([
      ['binh-hoa', '1.1', '3.75', null],
    ]);
    expect(entries(table(long, 'binh-hoa|1.1|||chưa chấm'))).toEqual([]);
  });

  test('self-assessments and appraisals may come in two files', () => {
    expect(
      entries(
        table('unit|criterion|self', 'an-binh|1.1|4'),
        table('unit|criterion|appraised', 'an-binh|1.1|3.5'),
      ),
    ).toEqual([['an-binh', '1.1', '4', '3.5']]);
  });

  test('all mistakes of a table are found at once, each in its cell', () => {
    expect(
      complaints([
        table(
          long,
          'Xã An Bính|1.1|1|1|',
          'an-binh|1.9|1|1|',
          '|1.1|1|1|',
          'an-binh||1|1|',
          'an-binh|1.2|1|1|',
          'an-binh|1|1|1|',
          'an-binh|1.1|1.234|x|',
          'binh-hoa|1.1|4.01|-1|',
          'binh-hoa|2.1|không áp dụng|n/a|',
          'cam-son|2.1|1|1|',
          'cam-son|1.1|2|2|',
          'cam-son|1.1|2|2|',
        ),
      ]),
    ).toEqual([
      'unknown-unit 2:Đơn vị',
      'unknown-criterion 3:Tiêu chí',
      'blank-key 4:Đơn vị',
      'blank-key 5:Tiêu chí',
      'not-appraised 6:Tiêu chí',
      'not-appraised 7:Tiêu chí',
      'not-a-number 8:Thẩm định',
      'out-of-range 9:Tự đánh giá',
      'out-of-range 9:Thẩm định',
      'says-not-applicable 10:Tự đánh giá',
      'says-not-applicable 10:Thẩm định',
      'does-not-apply 11:Tự đánh giá',
      'does-not-apply 11:Thẩm định',
      'repeated 13:Tự đánh giá',
      'repeated 13:Thẩm định',
    ]);
  });

  test('near names and codes are offered, never taken', () => {
    const result = points(plan, [table(long, 'Xã An Bính|1.9|1|1|')]);
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ args }) => args)).toEqual([
      { name: 'Xã An Bính', rows: 1, near: expect.arrayContaining(['Xã An Bình']) },
      { code: '1.9', near: expect.arrayContaining(['1.1']) },
    ]);
  });

  test('rows of one unknown unit are told once, with how many there are', () => {
    const rows = ['1.1', '1.2'].map((code) => `Xã An Bính|${code}|1|1|`);
    const { findings } = points(plan, [table(long, ...rows, 'Xã Khác Hẳn|1.1|1|1|')]);
    const told = findings.flatMap(({ args }) => ('rows' in args ? [args.rows] : []));
    expect(told).toEqual([2, 1]);
  });

  test('a unit for which the plan says so may be marked as not applicable', () => {
    expect(entries(table(long, 'cam-son|2.1|–|Không áp dụng|'))).toEqual([]);
  });

  test('a name that fits two units is not taken', () => {
    const units = [...plan.units, unit('an-binh-2', 'Thị trấn An Bình')];
    expect(complaints([table(long, 'An Bình|1.1|1|1|')], { ...plan, units })).toEqual([
      'ambiguous-unit 2:Đơn vị',
    ]);
  });

  test('the same criterion in two files is a repetition that names the first', () => {
    const first = table(long, 'an-binh|1.1|4|3|');
    const result = points(plan, [first, { ...first, file: 'points/khac.csv' }]);
    expect(result.findings[1]).toMatchObject({
      at: { file: 'points/khac.csv', row: 2, column: 'Thẩm định' },
      args: { file: 'points/diem.csv', row: 2 },
    });
  });

  test('cells that cannot be trusted are refused where they matter', () => {
    const base = table(long, 'an-binh|1.1|4|3|?');
    const faulty = (column: number): Table => ({
      ...base,
      rows: base.rows.map((row) => ({ ...row, faults: [{ column, reason: 'error-value' }] })),
    });
    expect(complaints([faulty(3)])).toEqual(['cell-fault 2:Thẩm định']);
    expect(complaints([faulty(4)])).toEqual(['self-missing points']);
  });
});

describe('the wide form', () => {
  test('one column of appraised points per criterion; blank is missing', () => {
    expect(
      entries(table('STT|Đơn vị|1.1|2.1', '1|Xã An Bình|3,5|4,25', '2|Xã Bình Hòa||4,5')),
    ).toEqual([
      ['an-binh', '1.1', null, '3.5'],
      ['an-binh', '2.1', null, '4.25'],
      ['binh-hoa', '2.1', null, '4.5'],
    ]);
  });

  test('columns of other criteria are refused, unknown ones are pointed out', () => {
    expect(complaints([table('Đơn vị|1.1|1.2|2|1.11', 'an-binh|1|1|1|1')])).toEqual([
      'not-appraised -:1.2',
      'not-appraised -:2',
      'unknown-column -:1.11',
    ]);
  });
});

describe('headings', () => {
  test.each([
    ['Tiêu chí|Thẩm định', ['no-column -:-']],
    ['Đơn vị|Tiêu chí', ['no-column -:-']],
    ['Đơn vị|Điểm', ['unknown-column -:Điểm', 'no-column -:-']],
    ['Đơn vị|Tiêu chí|Thẩm định|appraised', ['same-column -:appraised']],
    ['Đơn vị|Tiêu chí|Thẩm định|Tự đánh giạ', ['unknown-column -:Tự đánh giạ']],
  ])('%s', (columns, expected) => {
    expect(complaints([table(columns)])).toEqual(expected);
  });

  test('an unknown column alone does not stop', () => {
    const result = points(plan, [table('Đơn vị|Tiêu chí|Thẩm định|Kết quả', 'an-binh|1.1|1|?')]);
    expect(result.ok).toBe(true);
    expect(result.findings.map(severityOf)).toEqual(['warning']);
  });
});

describe('rehearsals', () => {
  const columns = 'unit|criterion|appraised|Mô phỏng';

  test('their seeds are kept', () => {
    const result = points(plan, [table(columns, 'an-binh|1.1|1|7', 'cam-son|1.1|1|7')]);
    expect(result.ok && result.value.simulated).toEqual(['7']);
  });

  test('simulated and real rows do not mix, also not across files', () => {
    const simulated = table(columns, 'an-binh|1.1|1|7');
    expect(complaints([simulated, table(long, 'cam-son|1.1|1|1|')])).toEqual([
      'mixed-simulated 2:-',
    ]);
    expect(complaints([table(columns, 'an-binh|1.1|1|7', 'cam-son|1.1|1|')])).toEqual([
      'mixed-simulated 3:Mô phỏng',
    ]);
  });
});

describe('rounds of the appraisal', () => {
  const columns =
    'Đơn vị|Tiêu chí|Tự chấm|Thẩm định lần 1|Giải trình|Thẩm định lần 2|Tài liệu kiểm chứng';
  const read = (...tables: readonly Table[]) => {
    const result = points(plan, tables);
    if (!result.ok) throw new Error(JSON.stringify(result.findings));
    return result.value;
  };

  test('the second appraisal counts, the first and the words stay', () => {
    const { entries: found } = read(
      table(columns, 'an-binh|1.1|4|3|Đã ban hành đúng hạn|3,5|QĐ 12/2024', 'binh-hoa|1.1|4|3|||'),
    );
    expect(found[0]).toMatchObject({ explanation: 'Đã ban hành đúng hạn', evidence: 'QĐ 12/2024' });
    const texts = found.map(({ self, first, second, appraised }) =>
      [self, first, second, appraised].map((value) => value && exactText(value)),
    );
    expect(texts).toEqual([
      ['4', '3', '3.5', '3.5'],
      ['4', '3', null, '3'],
    ]);
  });

  test('a second appraisal needs a first, in whichever file', () => {
    const second = table('Đơn vị|Tiêu chí|Thẩm định lần 2', 'an-binh|1.1|3,5');
    expect(complaints([second])).toEqual(['second-without-first 2:Thẩm định lần 2']);
    const first = { ...table('Đơn vị|1.1', 'an-binh|3'), file: 'points/lan-1.csv' };
    expect(entries(second, first)).toEqual([['an-binh', '1.1', null, '3.5']]);
  });

  test('wide tables say the round in the heading, or are named after it', () => {
    const wide = table(
      'Đơn vị|1.1 / Tự chấm|1.1 (thẩm định lần 1)|1.1 - Giải trình',
      'an-binh|4|3|vì …',
    );
    expect(read(wide).entries[0]).toMatchObject({ explanation: 'vì …' });
    expect(entries(wide)).toEqual([['an-binh', '1.1', '4', '3']]);
    const named = { ...table('Đơn vị|1.1', 'an-binh|2'), file: 'points/tham-dinh-lan-2.csv' };
    expect(entries(wide, named)).toEqual([['an-binh', '1.1', '4', '2']]);
    const sheet = { ...table('Đơn vị|2.1', 'an-binh|2'), sheet: 'Tự đánh giá' };
    expect(entries(sheet)).toEqual([['an-binh', '2.1', '2', null]]);
  });

  test('a table of one unit may be named after it, above, by its sheet or its file', () => {
    const bare = table('Tiêu chí|Thẩm định', '1.1|3');
    const expected = [['an-binh', '1.1', null, '3']];
    expect(entries({ ...bare, above: [['BẢNG ĐIỂM'], ['Đơn vị: Xã An Bình']] })).toEqual(expected);
    expect(entries({ ...bare, above: [['Đơn vị', 'UBND xã An Bình']] })).toEqual(expected);
    expect(entries({ ...bare, sheet: 'Xã An Bình' })).toEqual(expected);
    expect(entries({ ...bare, file: 'points/xa-an-binh.csv' })).toEqual(expected);
    expect(complaints([bare])).toEqual(['no-column -:-']);
    const torn = { ...bare, sheet: 'Xã An Bình', file: 'points/binh-hoa.csv' };
    expect(complaints([torn])).toEqual(['two-units -:-']);
  });

  test('steps, words without points, and who has not assessed themselves', () => {
    const index = plan.index;
    if (index === null) throw new Error('no index');
    const criteria = index.criteria.map((field) => ({
      ...field,
      children: field.children.map((leaf) => ({ ...leaf, step: exact(1, 2) })),
    }));
    const stepped: Plan = { ...plan, index: { ...index, criteria } };
    const lines = table(columns, 'an-binh|1.1|3,75|3|||');
    expect(complaints([lines], stepped)).toEqual(['off-step 2:Tự chấm']);
    expect(complaints([table(columns, 'an-binh|1.1|||vì …||')])).toEqual([
      'explanation-alone 2:Giải trình',
    ]);
    const some = points(plan, [table(columns, 'an-binh|1.1|3|3|||')]);
    expect(some.findings.map(({ code }) => code)).toEqual(['points/self-missing']);
    expect(some.findings[0]?.args).toMatchObject({
      units: [
        { unit: 'Xã An Bình', criteria: ['2.1'], of: 2 },
        { unit: 'Xã Bình Hòa', criteria: ['1.1', '2.1'], of: 2 },
        { unit: 'Xã Cẩm Sơn', criteria: ['1.1'], of: 1 },
      ],
    });
  });
});

describe('bonus and penalty', () => {
  const index = plan.index;
  if (index === null) throw new Error('no index');
  const capped: Plan = { ...plan, index: { ...index, bonus: exact(2), penalty: exact(3) } };
  const adjustments = (of: Table) => {
    const result = points(capped, [of]);
    if (!result.ok) throw new Error(JSON.stringify(result.findings));
    return result.value.adjustments.map(({ unit: id, kind, appraised }) => {
      return [id, kind, appraised && exactText(appraised)];
    });
  };

  test('columns of a wide table, rows and columns of a long one', () => {
    const expected = [
      ['an-binh', 'bonus', '1.5'],
      ['an-binh', 'penalty', '0.5'],
    ];
    expect(adjustments(table('Đơn vị|1.1|Điểm thưởng|Điểm trừ', 'an-binh|3|1,5|0,5'))).toEqual(
      expected,
    );
    const rows = table(
      'Đơn vị|Tiêu chí|Thẩm định',
      'an-binh|Điểm thưởng|1,5',
      'an-binh|penalty|0.5',
    );
    expect(adjustments(rows)).toEqual(expected);
    const beside = table('Đơn vị|Tiêu chí|Thẩm định|bonus|penalty', 'an-binh|||1.5|0.5');
    expect(adjustments(beside)).toEqual(expected);
  });

  test('within their caps, never negative, and known to the plan', () => {
    const lines = table('Đơn vị|1.1|Điểm thưởng|Điểm trừ', 'an-binh|3|2,5|-1', 'cam-son|3|-1|3,5');
    expect(complaints([lines], capped)).toEqual([
      'out-of-range 2:Điểm thưởng',
      'negative-penalty 2:Điểm trừ',
      'out-of-range 3:Điểm thưởng',
      'out-of-range 3:Điểm trừ',
    ]);
    expect(complaints([table('Đơn vị|1.1|Điểm thưởng', 'an-binh|3|1')])).toEqual([
      'no-adjustment 2:Điểm thưởng',
    ]);
    expect(complaints([table('Đơn vị|1.1|Điểm thưởng', 'an-binh|3|0')])).toEqual([]);
  });
});
