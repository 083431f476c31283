/** Figures of the index: read from points/, named in formulas and conditions, made up for a rehearsal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOfIndex, unitsWithout } from '../src/plan/index-figures.ts';
import { figuresByUnit, leafValues, scoreValues } from '../src/plan/named-values.ts';
import type { Criterion, Index, IndexFigure, LeafSource, Plan } from '../src/plan/plan.ts';
import { canBeNamed } from '../src/plan/rules/index-figures.ts';
import { pointHeadings } from '../src/points/columns.ts';
import { readFigure } from '../src/points/figures.ts';
import { points } from '../src/points.ts';
import type { CriterionScore, UnitScore } from '../src/scores/score.ts';
import { simulatedPoints } from '../src/simulate/points.ts';
import { leanings } from '../src/simulate/respondent.ts';
import { type Exact, exact, exactText } from '../src/stats/exact.ts';
import { type Expression, parseExpression } from '../src/stats/expression.ts';
import type { Table, TableRow } from '../src/table.ts';
import { criterion, plan as handWorked, plainIndex } from './hand-worked.ts';

function expression(text: string): Expression {
  const read = parseExpression(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

function figure(id: string, change: Partial<IndexFigure> = {}): IndexFigure {
  return { id, name: id, kind: 'number', from: null, to: null, ...change };
}

const onTime = figure('dung_han', { name: 'Hồ sơ đúng hạn', from: exact(0), to: exact(5000) });
const all = figure('tong', { name: 'Hồ sơ đã giải quyết', from: exact(0), to: exact(5000) });
const planned = figure('ke_hoach', { name: 'Có kế hoạch', kind: 'yes-no' });
const change = figure('tang', { name: 'Tăng trưởng', from: exact(-50), to: exact(50) });

function leaf(code: string, max: string, source: LeafSource, notFor: readonly string[] = []) {
  return criterion(code, max, { source, notFor });
}

const formula = (text: string): LeafSource => ({ kind: 'formula', expression: expression(text) });
const conditions = (...texts: readonly string[]): LeafSource => {
  return { kind: 'conditions', need: 'all', conditions: texts.map(expression) };
};

const index: Index = {
  ...plainIndex,
  figures: [onTime, all, planned, change],
  criteria: [
    leaf('1', '5', formula('dung_han / tong * max')),
    leaf('2', '2', conditions('ke_hoach', 'tang > -10'), ['cam-son']),
    leaf('3', '4', { kind: 'appraised' }),
  ],
};

const plan: Plan = { ...handWorked, index };

function table(file: string, columns: string, ...lines: readonly string[]): Table {
  const rows = lines.map(
    (line, at): TableRow => ({ row: at + 2, cells: line.split('|'), faults: [] }),
  );
  return { file: `points/${file}`, sheet: null, columns: columns.split('|'), rows };
}

function given(...tables: readonly Table[]): readonly string[] {
  const read = points(plan, tables);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value.figures.map(
    ({ unit, figure: id, value }) => `${unit} ${id} ${exactText(value)}`,
  );
}

function codes(...tables: readonly Table[]): readonly string[] {
  return points(plan, tables).findings.map(({ code }) => code);
}

describe('in tables', () => {
  const expected = ['an-binh dung_han 57', 'an-binh ke_hoach 1', 'an-binh tang -2.5'];

  test('columns of a wide table, by id or name', () => {
    const wide = 'Đơn vị|3|Hồ sơ đúng hạn|ke_hoach|TĂNG TRƯỞNG|tong';
    expect(given(table('a.csv', wide, 'an-binh|2|57|Có|-2,5|'))).toEqual(expected);
  });

  test('rows of a long table, under the appraisal or a column of values', () => {
    const rows = ['an-binh|dung_han|57', 'an-binh|Tăng trưởng|−2,5', 'an-binh|ke_hoach|x'];
    expect(given(table('a.csv', 'Đơn vị|Tiêu chí|Thẩm định', ...rows))).toEqual(expected);
    expect(given(table('a.csv', 'Đơn vị|Tiêu chí|Giá trị', ...rows))).toEqual(expected);
    const both = ['an-binh|dung_han||57', 'an-binh|3|2|', 'an-binh|ke_hoach|đạt|'];
    const mixed = table('a.csv', 'Đơn vị|Tiêu chí|Thẩm định|Giá trị', ...both);
    expect(given(mixed)).toEqual(expected.slice(0, 2));
  });

  test('the second appraisal counts; what the unit alone says does not', () => {
    const own = table('tu-cham.csv', 'Đơn vị|dung_han', 'an-binh|60', 'binh-hoa|44');
    const seen = table(
      'a.csv',
      'Đơn vị|Tiêu chí|Thẩm định lần 1|Thẩm định lần 2',
      'an-binh|dung_han|58|57',
    );
    expect(given(own, seen)).toEqual(['an-binh dung_han 57']);
    expect(codes(own, seen)).toContain('points/figure-self-only');
  });

  test('without figures in the plan a column of values is one of no use', () => {
    const values = table('a.csv', 'Đơn vị|Tiêu chí|Thẩm định|Giá trị', 'an-binh|1.1|1|đạt');
    expect(points(handWorked, [values]).findings.map(({ code }) => code)).toEqual([
      'points/unknown-column',
    ]);
  });

  test('a unit that needs no such figure may say so', () => {
    expect(codes(table('a.csv', 'Đơn vị|ke_hoach', 'cam-son|-'))).toEqual([]);
    expect(codes(table('a.csv', 'Đơn vị|ke_hoach', 'an-binh|-'))).toEqual([
      'points/figure-not-applicable',
    ]);
  });

  test('tick boxes of Excel are yes and no', () => {
    const ticked = (columns: string, cells: readonly string[], column: number): Table => {
      const rows: readonly TableRow[] = [
        { row: 2, cells, faults: [{ column, reason: 'boolean' }] },
      ];
      return { file: 'points/a.xlsx', sheet: 'a', columns: columns.split('|'), rows };
    };
    const wide = ticked('Đơn vị|ke_hoach', ['an-binh', 'TRUE'], 1);
    const long = ticked('Đơn vị|Tiêu chí|Giá trị', ['binh-hoa', 'ke_hoach', 'FALSE'], 2);
    expect(given(wide, long)).toEqual(['an-binh ke_hoach 1', 'binh-hoa ke_hoach 0']);
    for (const wrong of [
      ticked('Đơn vị|dung_han', ['an-binh', 'TRUE'], 1),
      ticked('Đơn vị|3', ['an-binh', 'TRUE'], 1),
      ticked('Đơn vị|Tiêu chí|Giá trị', ['an-binh', 'dung_han', 'TRUE'], 2),
    ]) {
      expect(codes(wrong)).toEqual(['points/cell-fault']);
    }
  });

  test('order of rows and tables never matters', () => {
    const rows = ['an-binh|dung_han|57', 'binh-hoa|tong|60', 'cam-son|tang|3', 'an-binh|tong|58'];
    const columns = 'Đơn vị|Tiêu chí|Giá trị';
    const first = given(table('a.csv', columns, ...rows));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (mixed, at) => {
          const parts = [mixed.slice(at), mixed.slice(0, at)];
          const tables = parts.map((part, place) => table(`${place}.csv`, columns, ...part));
          expect(given(...tables)).toEqual(first);
        },
      ),
    );
  });
});

describe('one cell', () => {
  test.each([
    ['57', '57'],
    ['1.234,5', '1234.5'],
    ['0,123456789012345', '0.123456789012345'],
    ['-1', '-1'],
    ['12.345', '12.345'],
    ['1.234', 'ambiguous'],
    ['0,1234567890123456', 'not-a-number'],
    ['97,5%', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['', 'blank'],
    ['n/a', 'not-applicable'],
    ['không có', 'not-applicable'],
  ])('a number: %j is %s', (text, expected) => {
    const read = readFigure(text, onTime, null);
    expect(read.kind === 'value' ? exactText(read.value) : read.kind).toBe(expected);
  });

  test.each([
    ['Có', '1'],
    ['x', '1'],
    ['ĐẠT', '1'],
    ['1', '1'],
    ['yes', '1'],
    ['Không', '0'],
    ['không có', '0'],
    ['Chưa đạt', '0'],
    ['0', '0'],
    ['no', '0'],
    ['', 'blank'],
    ['-', 'not-applicable'],
    ['?', 'not-yes-no'],
    ['2', 'not-yes-no'],
  ])('yes or no: %j is %s', (text, expected) => {
    const read = readFigure(text, planned, null);
    expect(read.kind === 'value' ? exactText(read.value) : read.kind).toBe(expected);
  });
});

test('no id of a figure is a heading that means something else', () => {
  const ids = pointHeadings.flatMap(([, names]) => names).filter((name) => /^[a-z]+$/.test(name));
  expect(ids.filter(canBeNamed)).toEqual([]);
});

test('which figures are used, and who needs none', () => {
  const only = expression('percent[3] > 50 and tang > 0');
  const band = { name: 'Tốt', from: exact(80), share: null, onlyIf: [only] };
  expect(figuresOfIndex(index)).toEqual(['dung_han', 'tong', 'ke_hoach', 'tang']);
  expect([...unitsWithout('ke_hoach', index)]).toEqual(['cam-son']);
  expect([...unitsWithout('dung_han', index)]).toEqual([]);
  expect([...unitsWithout('tang', { ...index, classes: [band] })]).toEqual([]);
});

describe('values of names', () => {
  const attributes = { dan_so: 1200, ha_tang: 0.35, chua_ro: null };
  const [first, ...others] = plan.units;
  const units = first === undefined ? [] : [{ ...first, attributes }, ...others];
  const survey = { name: null, counts: null, value: 14 } as const;
  const withAttributes: Plan = { ...plan, units, figures: { so_nganh: survey, dan_so: survey } };
  const read = points(plan, [
    table('a.csv', 'Đơn vị|dung_han|tong|ke_hoach', 'an-binh|57|60|không'),
  ]);
  if (!read.ok) throw new Error('points');
  const byUnit = figuresByUnit(withAttributes, read.value);
  const shown = (value: Exact | null | undefined) => (value ? exactText(value) : null);

  test('given in points/, else of the unit, else of the survey; what is not given is not known', () => {
    const names = ['dung_han', 'ke_hoach', 'tang', 'dan_so', 'ha_tang', 'chua_ro', 'so_nganh'];
    const of = (unit: string) => names.map((name) => shown(byUnit.get(unit)?.(name)));
    expect(of('an-binh')).toEqual(['57', '0', null, '1200', '0.35', null, '14']);
    expect(of('cam-son')).toEqual([null, null, null, '14', null, null, '14']);
    expect(shown(byUnit.get('an-binh')?.('constructor'))).toBeNull();
  });

  test('`max` is the maximum of the criterion, and none of a unit', () => {
    const figures = byUnit.get('an-binh') ?? (() => null);
    expect(shown(leafValues(figures, exact(5)).figure('max'))).toBe('5');
    expect(leafValues(figures, exact(5)).part('percent', '1')).toBeNull();
    expect(scoreValues(scoreOf(), figures).figure('max')).toBeNull();
  });

  test('points and percents of criteria at any depth, and of the whole', () => {
    const { part } = scoreValues(scoreOf(), () => null);
    const both = (of: string) => [shown(part('points', of)), shown(part('percent', of))];
    expect(both('1')).toEqual(['6', '60']);
    expect(both('1.2')).toEqual(['2', '40']);
    expect(both('2')).toEqual([null, null]);
    expect(both('total')).toEqual(['7.5', '75']);
    expect(both('survey')).toEqual(['2', '40']);
    expect(both('appraised')).toEqual(['4', '80']);
    expect(both('bonus')).toEqual(['1.5', null]);
    expect(both('penalty')).toEqual([null, null]);
    expect(both('9')).toEqual([null, null]);
  });
});

function scoreOf(): UnitScore {
  const part = (
    code: string,
    got: number | null,
    max: number,
    children: readonly CriterionScore[] = [],
  ): CriterionScore => {
    const value = got === null ? null : exact(got);
    const rest = { dropped: [], leaf: null, value: null, against: null };
    return { code, applies: got !== null, points: value, max: exact(max), children, ...rest };
  };
  return {
    unit: 'an-binh',
    block: 'xa',
    ranked: true,
    criteria: [part('1', 6, 10, [part('1.1', 4, 5), part('1.2', 2, 5)]), part('2', null, 0)],
    total: { points: exact(15, 2), max: exact(10) },
    appraised: { points: exact(4), max: exact(5) },
    survey: { points: exact(2), max: exact(5) },
    surveyHeld: true,
    bonus: exact(3, 2),
    penalty: null,
    percent: exact(75),
    rank: 1,
    tieBrokenBy: null,
    class: null,
    missedClasses: [],
  };
}

describe('a rehearsal', () => {
  const share = figure('ty_le');
  const wide: Index = {
    ...index,
    figures: [...index.figures, share, figure('am', { to: exact(-5) })],
    criteria: [
      ...index.criteria,
      leaf('4', '2.5', { kind: 'figure', figure: 'ty_le' }),
      leaf('5', '3', conditions('am < 0')),
      criterion('6', '2', {
        source: formula('tang + 10'),
        bands: [{ from: exact(25), points: exact(2) }],
      }),
    ],
    bonus: exact(2),
    penalty: exact(3),
  };
  const rehearsed: Plan = { ...handWorked, index: wide };
  const appraised = wide.criteria.filter(({ source }: Criterion) => source?.kind === 'appraised');

  test.each(['1', '2', '3', '4', '5', '6'])(
    'seed %s: what it makes up can be read, and formulas give points within their bounds',
    (seed) => {
      const made = simulatedPoints(rehearsed, appraised, leanings(rehearsed, seed), seed);
      const rows = (made?.rows ?? []).map((row) => row.map((cell) => cell ?? '').join('|'));
      const read = points(rehearsed, [table('m.csv', (made?.columns ?? []).join('|'), ...rows)]);
      expect(read.findings.filter(({ code }) => code !== 'points/self-missing')).toEqual([]);
      if (!read.ok) return;
      const byUnit = figuresByUnit(rehearsed, read.value);
      for (const { id } of rehearsed.units) {
        const value = (name: string) => byUnit.get(id)?.(name) ?? null;
        expect(figuresOfIndex(wide).filter((name) => value(name) === null)).toEqual(
          id === 'cam-son' ? ['ke_hoach'] : [],
        );
        const [onTimeOf, allOf] = [value('dung_han'), value('tong')];
        expect(allOf !== null && onTimeOf?.lte(allOf)).toBe(true);
        expect(value('ty_le')?.lte(exact(5, 2)) && value('ty_le')?.gte(0)).toBe(true);
        expect(value('am')?.lte(-5)).toBe(true);
        expect(value('tang')?.gte(15)).toBe(true);
      }
    },
  );

  test('bonus and penalty points now and then', () => {
    const kinds = new Set(
      ['1', '2', '3', '4', '5', '6', '7', '8'].flatMap((seed) => {
        const made = simulatedPoints(rehearsed, [], leanings(rehearsed, seed), seed);
        return (made?.rows ?? []).map((row) => row[1]);
      }),
    );
    expect([kinds.has('Điểm thưởng'), kinds.has('Điểm trừ')]).toEqual([true, true]);
  });
});
