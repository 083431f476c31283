/** Pages on ranks, classes, averages and criteria where the index does more than add up. */
import { describe, expect, test } from 'vitest';
import { column, type Page } from '../src/page.ts';
import type { ClassBand, Index, Plan } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import { classesPage } from '../src/report/classes.ts';
import { criteriaPages } from '../src/report/criteria.ts';
import { rankingPages } from '../src/report/ranking.ts';
import { selfPages } from '../src/report/self.ts';
import { type Setting, settingOf } from '../src/report/sheet.ts';
import { valuesPage } from '../src/report/values.ts';
import type { Scores } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import { parseExpression } from '../src/stats/expression.ts';
import {
  appraised,
  band,
  criterion,
  decimal,
  entry,
  plan as handPlan,
  points as handPoints,
  plainIndex,
  tallies,
  unit,
  where,
} from './hand-worked.ts';

type Given = Readonly<Record<string, readonly string[]>>;

interface Made {
  readonly ranking: Page;
  readonly criteria: Page;
  readonly values: Page | null;
  readonly classes: Page | null;
  readonly self: Page | undefined;
  readonly setting: Setting;
  readonly scores: Scores;
}

function made(
  given: Given,
  change: Partial<Index>,
  extra: Readonly<Record<string, readonly [kind: 'bonus' | 'penalty', points: string]>> = {},
  lang: 'vi' | 'en' = 'vi',
): Made {
  const ids = Object.keys(given);
  const leaves = (change.criteria ?? []).flatMap((one) =>
    one.children.length > 0 ? one.children : [one],
  );
  const index: Index = { ...plainIndex, ...change };
  const plan: Plan = {
    ...handPlan,
    blocks: [{ id: 'xa', name: 'Cấp xã', units: ids }],
    units: ids.map((id) => unit(id, `Xã ${id}`)),
    groups: [],
    index,
  };
  const entries = Object.entries(given).flatMap(([id, values]) =>
    values.map((value, at) => entry(id, leaves[at]?.code ?? '', value, value)),
  );
  const adjustments = Object.entries(extra).map(([id, [kind, value]]) => {
    const { criterion: _, ...about } = entry(id, '', value, value);
    return { ...about, kind };
  });
  const points: Points = { ...handPoints, entries, adjustments };
  const result = score(plan, { ...tallies, cells: [], batches: [] }, points, where);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  const setting = settingOf(plan, index, lang, false);
  const [ranking] = rankingPages(setting, result.value);
  const [criteria] = criteriaPages(setting, result.value);
  if (ranking === undefined || criteria === undefined) throw new Error('pages');
  const values = valuesPage(setting, result.value);
  const [self] = selfPages(setting, result.value);
  const classes = classesPage(setting, result.value);
  return { ranking, criteria, values, self, classes, setting, scores: result.value };
}

const headings = (page: Page): readonly string[] => page.columns.map(({ heading }) => heading);
const cells = (page: Page | null | undefined) => page?.rows.map((row) => row.cells) ?? [];
const plain = { criteria: [criterion('1', '60', appraised), criterion('2', '40', appraised)] };

describe('bonus and penalty', () => {
  const change = { ...plain, bonus: exact(5), penalty: exact(2) };
  const given: Given = { a: ['50', '40'], b: ['50', '30'] };

  test('have columns of their own, and the note says what the total is made of', () => {
    const { ranking } = made(given, change, { a: ['bonus', '2'], b: ['penalty', '1.5'] });
    expect(headings(ranking).slice(2)).toEqual([
      'Điểm thẩm định (100)',
      'Điểm thưởng',
      'Điểm trừ',
      'Tổng điểm (100)',
      'Chỉ số %',
    ]);
    expect(cells(ranking).slice(0, 2)).toEqual([
      [1, 'Xã a', '90.00', '2.00', '0.00', '92.00', '92.00'],
      [2, 'Xã b', '80.00', '0.00', '1.50', '78.50', '78.50'],
    ]);
    expect(ranking.notes).toContain('Tổng điểm = Điểm thẩm định + Điểm thưởng − Điểm trừ.');
  });

  test('an index without them has neither columns nor note', () => {
    const { ranking } = made(given, plain);
    expect(headings(ranking)).not.toContain('Điểm thưởng');
    expect(ranking.notes.join()).not.toContain('Tổng điểm =');
  });

  test('totals that were capped are named', () => {
    const capped = { ...change, highest: exact(100) };
    const { ranking } = made({ a: ['60', '39'], b: ['50', '30'] }, capped, { a: ['bonus', '4'] });
    expect(cells(ranking)[0]?.slice(-2)).toEqual(['100.00', '100.00']);
    expect(ranking.notes).toContain('Tổng vượt 100% thì chỉ tính 100%: Xã a.');
  });
});

describe('what the columns hold', () => {
  const given: Given = { a: ['50', '40'], b: ['50', '30'] };

  test('appraised points that come from figures are told apart from those of people', () => {
    const source = { kind: 'figure', figure: 'so' } as const;
    const { ranking } = made(given, {
      criteria: [criterion('1', '60', appraised), criterion('2', '40', { source })],
    });
    expect(ranking.notes).toContain(
      'Điểm thẩm định gồm cả điểm tính từ số liệu, công thức, điều kiện (tiêu chí 2).',
    );
    expect(made(given, plain).ranking.notes.join()).not.toContain('gồm cả điểm tính từ');
  });

  test('the mean of a part that only some units have is left blank', () => {
    const { setting, scores } = made(given, plain);
    const units = scores.units.map((unit, at) => {
      const part = at === 0 ? { points: exact(10), max: exact(20) } : null;
      return { ...unit, survey: part ?? { points: null, max: exact(0) }, total: unit.total };
    });
    const index = { ...setting.index, combine: 'sum' as const };
    const added = units.map((unit) => {
      const points = unit.appraised.points?.add(unit.survey.points ?? exact(0)) ?? null;
      return { ...unit, total: { ...unit.total, points } };
    });
    const [page] = rankingPages({ ...setting, index }, { ...scores, units: added });
    const mean = page?.rows.find(({ style }) => style === 'mean')?.cells;
    expect(page?.columns.map(({ key }) => key).slice(2, 5)).toEqual([
      'appraised',
      'survey',
      'total',
    ]);
    expect(mean?.slice(2, 5)).toEqual(['85.00', null, '90.00']);
  });

  test('what stands beside the ranking is explained under it', () => {
    const { setting, scores } = made(given, plain);
    const margin = column('margin', '± (95%)', 'text', 9);
    const [page] = rankingPages(setting, scores, [{ column: margin, cell: () => null }]);
    expect(page?.notes.at(-1)).toContain('nửa khoảng tin cậy của chỉ số %');
  });
});

describe('ties and missed classes', () => {
  test('who was placed by which tie-breaker, with ranks', () => {
    const tieBreakers = [{ kind: 'criterion', code: '2' }] as const;
    const rank = { ...plainIndex.rank, ties: 'consecutive', tieBreakers } as const;
    const given: Given = { a: ['50', '30'], b: ['45', '35'], c: ['50', '30'], d: ['10', '10'] };
    const { ranking } = made(given, { ...plain, rank });
    expect(ranking.notes).toContain('Bằng nhau, xếp theo tiêu chí 2: Xã b (1).');
    expect(ranking.notes).toContain(
      'Bằng nhau ở mọi tiêu chí xét, chỉ xếp theo thứ tự tên: Xã a (2), Xã c (3).',
    );
    const english = made(given, { ...plain, rank }, {}, 'en');
    expect(english.ranking.notes).toContain('Equal, ranked by criterion 2: Xã b (1).');
  });

  test('a class reached but for its conditions is in a note, the conditions in the table of classes', () => {
    const parsed = parseExpression('percent[2] >= 90');
    if (!parsed.ok) throw new Error('expression');
    const classes: readonly ClassBand[] = [
      { ...band('A', 80), onlyIf: [parsed.value] },
      band('B', 0),
    ];
    const { ranking, classes: page } = made({ a: ['60', '30'] }, { ...plain, classes });
    expect(ranking.notes.join()).toContain(
      'Đạt mức A nhưng không đủ điều kiện “% đạt tiêu chí 2 ≥ 90”: Xã a.',
    );
    expect(cells(page).slice(1)).toEqual([
      ['A', '80', '% đạt tiêu chí 2 ≥ 90', 0, '0.00'],
      ['B', '0', null, 1, '100.00'],
    ]);
  });

  test('classes by share print their shares and no thresholds', () => {
    const classes = [25, 75].map((percent, at): ClassBand => {
      return { name: `C${at}`, from: null, share: exact(percent), onlyIf: [] };
    });
    const given: Given = { a: ['60', '40'], b: ['50', '40'], c: ['40', '40'], d: ['30', '40'] };
    const { classes: page } = made(given, { ...plain, classes });
    expect(page === null ? [] : headings(page)).toEqual([
      'Xếp loại',
      'Chiếm (%)',
      'Số lượng',
      'Tỷ lệ (%)',
    ]);
    expect(cells(page).slice(1)).toEqual([
      ['C0', '25', 1, '25.00'],
      ['C1', '75', 3, '75.00'],
    ]);
    expect(page?.notes.join()).toContain('ranh giới');
  });
});

describe('criteria that are no sums', () => {
  const means = {
    criteria: [
      criterion('1', '60', {
        combine: 'mean',
        children: [
          criterion('1.1', '4', { ...appraised, weight: decimal('2.5') }),
          criterion('1.2', '5', appraised),
        ],
      }),
      criterion('2', '40', appraised),
    ],
  };

  test('the field says how it is made, and the weights have a row', () => {
    const { criteria } = made({ a: ['4', '2.5', '30'] }, means);
    expect(headings(criteria)).toEqual([
      'Hạng',
      'Đơn vị',
      '1.1',
      '1.2',
      'Trung bình',
      '2. Tiêu chí 2',
      'Tổng điểm',
    ]);
    expect(cells(criteria).slice(0, 2)).toEqual([
      [null, 'Điểm tối đa', '4', '5', '60', '40', '100'],
      [null, 'Trọng số', '2.5', '1', null, null, null],
    ]);
    // (2.5 × 1 + 1 × 0.5) ÷ 3.5 of 60
    expect(cells(criteria)[2]?.[4]).toBe('51.43');
    expect(criteria.notes.join()).toContain('Hàng Trọng số');
  });

  test('of a mean of fields the maximum is that of the index, not their sum', () => {
    const { criteria } = made({ a: ['30', '40'] }, { ...plain, combine: 'mean', max: exact(10) });
    expect(cells(criteria)[0]?.at(-1)).toBe('10');
    expect(cells(criteria)[1]?.slice(2, 4)).toEqual(['1', '1']);
  });

  test('an index of plain sums has no row of weights and no values', () => {
    const { criteria, values } = made({ a: ['30', '40'] }, plain);
    expect(cells(criteria).map((row) => row[1])).toEqual(['Điểm tối đa', 'Xã a']);
    expect(values).toBeNull();
  });
});

describe('values behind points', () => {
  const banded = {
    criteria: [
      criterion('1', '10', {
        ...appraised,
        bands: [
          { from: exact(90), points: exact(10) },
          { from: exact(0), points: exact(5) },
        ],
      }),
      criterion('2', '40', { ...appraised, notFor: ['b'] }),
    ],
  };

  test('are shown as they were, with the digits they have', () => {
    const { values, criteria } = made({ a: ['92.125', '40'], b: ['81'] }, banded);
    expect(cells(values)).toEqual([
      ['Xã a', '92.125'],
      ['Xã b', '81.000'],
    ]);
    expect(cells(criteria).map((row) => row[2])).toEqual(['10', '10.00', '5.00']);
  });

  test('the comparison with the self-assessment is of what was given, not of what became of it', () => {
    const { self } = made({ a: ['92.125', '40'], b: ['81'] }, banded);
    expect(cells(self)[0]).toEqual(['Xã a', '50', '132.13', '132.13', '0.00']);
  });
});
