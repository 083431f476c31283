import { describe, expect, test } from 'vitest';
import { severityOf } from '../src/findings/catalogue.ts';
import type { Plan } from '../src/plan/plan.ts';
import { readPoints } from '../src/points/value.ts';
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
    const read = readPoints(text, exact(99_999));
    expect(read.kind === 'points' && exactText(read.points)).toBe(value);
  });

  test.each([
    ['', 'blank'],
    ['1.234', 'ambiguous'],
    ['12,345', 'ambiguous'],
    ['1.234,5', 'not-a-number'],
    ['1 234', 'not-a-number'],
    ['1.7000000000000002', 'not-a-number'],
    ['75%', 'not-a-number'],
    ['1/2', 'not-a-number'],
    ['2e1', 'not-a-number'],
    ['２', 'not-a-number'],
    ['đạt', 'not-a-number'],
    ['N/A', 'not-applicable'],
    ['Không áp dụng', 'not-applicable'],
    ['–', 'not-applicable'],
  ])('%j is %s', (text, kind) => {
    expect(readPoints(text, exact(99_999)).kind).toBe(kind);
  });
});

test('a thousand points where ten are the most can only be a decimal', () => {
  expect(readPoints('1.648', exact(10))).toMatchObject({ kind: 'points' });
  expect(readPoints('1.648', exact(2000)).kind).toBe('ambiguous');
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
      { name: 'Xã An Bính', near: expect.arrayContaining(['Xã An Bình']) },
      { code: '1.9', near: expect.arrayContaining(['1.1']) },
    ]);
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
    expect(complaints([faulty(4)])).toEqual([]);
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
