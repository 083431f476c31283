import { describe, expect, test } from 'vitest';
import type { Group, Plan, QuotaRule, Unit } from '../src/plan/plan.ts';
import { expectedMargins } from '../src/quotas/margins.ts';
import { marginsPage, marginText } from '../src/quotas/margins-page.ts';
import type { QuotaRow, Quotas, QuotaTarget } from '../src/quotas/quota.ts';
import { type Exact, exact, zero } from '../src/stats/exact.ts';
import { emptyPlan, namedStage, plainGroup, plainRow, stagesRule } from './plan-literals.ts';

const z = 1.959963984540054;

const unit = (id: string): Unit => ({
  id,
  name: id.toUpperCase(),
  block: 'b',
  type: null,
  ranked: true,
  attributes: {},
  was: [],
});

const groupOf = (id: string, over: Partial<Group> = {}): Group => ({
  ...plainGroup,
  id,
  name: `Nhóm ${id}`,
  people: id,
  form: '01',
  about: { kind: 'own' },
  priority: 1,
  over: { kind: 'units', units: ['x', 'y'] },
  quota: { rule: 'each', size: 1, byType: {}, by: null },
  except: {},
  spare: { sheets: 0, percent: zero },
  send: null,
  sendByUnit: {},
  mode: 'paper',
  serial: 'required',
  stated: null,
  ...over,
});

interface Given {
  readonly group?: string;
  readonly target?: QuotaTarget;
  readonly issued?: number | null;
  readonly wanted: number | null;
  readonly population?: number | null;
  readonly census?: boolean;
  readonly designEffect?: Exact | null;
}

const rowOf = ({ group = 'g', target, wanted, issued = wanted, ...rest }: Given): QuotaRow => ({
  ...plainRow,
  group,
  target: target ?? { kind: 'unit', unit: 'x' },
  name: 'X',
  size: issued,
  wanted,
  least: null,
  most: null,
  population: null,
  reason: { vi: '', en: '' },
  send: null,
  ...rest,
});

const at = (id: string): QuotaTarget => ({ kind: 'unit', unit: id });
const inPlace = (id: string, of: string): QuotaTarget => ({ kind: 'place', place: id, unit: of });

const planOf = (...groups: readonly Group[]): Plan => ({
  ...emptyPlan,
  blocks: [{ id: 'b', name: 'B', units: ['x', 'y'] }],
  units: [unit('x'), unit('y')],
  groups,
});

const quotasOf = (plan: Plan, rows: readonly QuotaRow[]): Quotas => ({
  groups: plan.groups.map(({ id }) => {
    return { group: id, rows: rows.filter((row) => row.group === id), places: [], total: null };
  }),
  rows,
  total: null,
});

const marginsOf = (plan: Plan, ...rows: readonly QuotaRow[]) =>
  expectedMargins(plan, quotasOf(plan, rows));
const textOf = (row: QuotaRow): string | null =>
  marginText(marginsOf(planOf(groupOf('g')), row).rows[0]?.margin ?? null);

describe('the margin of a row', () => {
  test('is of the replies wanted, at 95 % and 50 %', () => {
    expect(textOf(rowOf({ wanted: 384 }))).toBe('5.00');
    expect(textOf(rowOf({ wanted: 384, issued: 600 }))).toBe('5.00');
    expect(textOf(rowOf({ wanted: 100 }))).toBe('9.80');
  });

  test('is smaller where the population is known', () => {
    // 9,7998 · √((2000 − 100)/(2000 − 1))
    expect(textOf(rowOf({ wanted: 100, population: 2000 }))).toBe('9.55');
    expect(textOf(rowOf({ wanted: 30, population: 31 }))).toBe('3.27');
  });

  test('grows with the root of a stated design effect', () => {
    expect(textOf(rowOf({ wanted: 100, designEffect: exact(4) }))).toBe('19.60');
  });

  test('is 0 when everybody is asked, even if not all will answer', () => {
    const [all, most] = marginsOf(
      planOf(groupOf('g')),
      rowOf({ wanted: 40, population: 40 }),
      rowOf({ wanted: 40, population: 50, census: true }),
    ).rows;
    expect(all).toMatchObject({ margin: 0, census: true });
    expect(most).toMatchObject({ margin: 0, census: true });
  });

  test('stays open while the quota is not known, and where nobody is asked', () => {
    expect(textOf(rowOf({ wanted: null }))).toBeNull();
    expect(textOf(rowOf({ wanted: 0 }))).toBeNull();
  });
});

describe('the margin of a group', () => {
  const groupMargin = (...rows: readonly QuotaRow[]) =>
    marginsOf(planOf(groupOf('g')), ...rows).groups[0];

  test('weighs its rows by their populations', () => {
    const found = groupMargin(
      rowOf({ target: at('x'), wanted: 100, population: 900 }),
      rowOf({ target: at('y'), wanted: 100, population: 100 }),
    );
    // The census of y adds nothing; x stands for 9 of 10.
    const own = z * Math.sqrt((0.25 / 100) * (800 / 899));
    expect(found).toMatchObject({ replies: 200, population: 1000, census: false });
    expect(found?.margin).toBeCloseTo(0.9 * own, 12);
  });

  test('a census stands for all its people, though fewer will answer', () => {
    const found = groupMargin(
      rowOf({ target: at('x'), wanted: 100, population: 950 }),
      rowOf({ target: at('y'), wanted: 40, population: 50, census: true }),
    );
    const own = z * Math.sqrt((0.25 / 100) * (850 / 949));
    expect(found?.margin).toBeCloseTo(0.95 * own, 12);
  });

  test('weighs by replies where a population is not known', () => {
    const found = groupMargin(
      rowOf({ target: at('x'), wanted: 150 }),
      rowOf({ target: at('y'), wanted: 50, population: 50 }),
    );
    expect(found).toMatchObject({ replies: 200, population: null });
    expect(found?.margin).toBeCloseTo((0.75 * z * 0.5) / Math.sqrt(150), 12);
  });

  test('one sample however it is divided, when nothing is known of the parts', () => {
    const parts = [30, 70, 100].map((wanted) => rowOf({ wanted }));
    expect(groupMargin(...parts)?.margin).toBeCloseTo((z * 0.5) / Math.sqrt(200), 12);
  });

  test('there is none where people are passed over, and N is of all', () => {
    const found = groupMargin(
      rowOf({ wanted: 90, population: 100 }),
      rowOf({ target: at('y'), wanted: 0, population: 100_000 }),
    );
    expect(found).toMatchObject({ replies: 90, population: 100_100, margin: null, partly: true });
  });

  test('where it is not known whether anybody is passed over, it is of the others, and says so', () => {
    const asked = rowOf({ wanted: 100, population: 900 });
    const found = groupMargin(asked, rowOf({ target: at('y'), wanted: 0 }));
    expect(found).toMatchObject({ population: null, census: false, partly: true });
    expect(found?.margin).toBe(groupMargin(asked)?.margin);
    expect(groupMargin(asked)).toMatchObject({ partly: false });
  });

  test('where nobody lives, nobody need be asked', () => {
    const asked = rowOf({ wanted: 100, population: 900 });
    const empty = rowOf({ target: at('y'), wanted: 0, population: 0 });
    expect(groupMargin(asked, empty)).toEqual(groupMargin(asked));
  });

  test('is open while one row is, and where nobody at all is asked', () => {
    const asked = rowOf({ wanted: 100, population: 900 });
    const none = rowOf({ target: at('y'), wanted: 0, population: 50 });
    expect(groupMargin(asked, rowOf({ wanted: null }))?.margin).toBeNull();
    expect(groupMargin(none)).toMatchObject({ margin: null, census: false, partly: false });
  });
});

describe('a selection by stages', () => {
  const chosen = (quota: QuotaRule) =>
    marginsOf(
      planOf(groupOf('g', { over: { kind: 'places' }, quota })),
      rowOf({ target: inPlace('p', 'x'), wanted: 27, designEffect: exact(2) }),
      rowOf({ target: inPlace('q', 'x'), wanted: 27, designEffect: exact(2) }),
      rowOf({ target: inPlace('r', 'y'), wanted: 27, designEffect: exact(2) }),
    );
  const rule = stagesRule(27, namedStage(0, 3));

  test('without a design effect: at least that of a simple random sample', () => {
    const { groups, units, rows } = chosen(rule);
    expect(groups[0]).toMatchObject({ replies: 81, lowerBound: true });
    expect(groups[0]?.margin).toBeCloseTo((z * 0.5) / 9, 12);
    expect(units.map(({ unit: id, replies, lowerBound }) => [id, replies, lowerBound])).toEqual([
      ['x', 54, true],
      ['y', 27, true],
    ]);
    expect(rows.map(({ lowerBound }) => lowerBound)).toEqual([false, false, false]);
  });

  test('a stated design effect is of the whole selection, not of the people within a place', () => {
    const { groups, rows } = chosen({ ...rule, designEffect: exact(2) } as QuotaRule);
    expect(groups[0]).toMatchObject({ lowerBound: false });
    expect(groups[0]?.margin).toBeCloseTo((z * 0.5 * Math.SQRT2) / 9, 12);
    expect(rows[0]?.margin).toBeCloseTo((z * 0.5) / Math.sqrt(27), 12);
  });
});

describe('the margin of a unit', () => {
  const delegates = groupOf('d', {
    about: { kind: 'units', units: ['x', 'y'] },
    over: { kind: 'whole' },
  });
  const plan = planOf(groupOf('g'), delegates);
  const rows = [
    rowOf({ target: at('x'), wanted: 60, population: 5000 }),
    rowOf({ target: at('y'), wanted: 10, population: 10 }),
    rowOf({ group: 'd', target: { kind: 'group' }, wanted: 40, population: 40 }),
  ];

  test('counts everybody who rates it, in its own row or with a sheet about many units', () => {
    const { units } = marginsOf(plan, ...rows);
    expect(units.map(({ unit: id, replies, parts }) => [id, replies, parts])).toEqual([
      ['x', 100, 2],
      ['y', 50, 2],
    ]);
    // Transactions and people are not added up: every reply counts the same. The census adds nothing.
    const own = z * 0.5 * Math.sqrt((1 / 60) * (4940 / 4999));
    expect(units[0]).toMatchObject({ population: null, census: false });
    expect(units[0]?.margin).toBeCloseTo(0.6 * own, 12);
    expect(units[1]).toMatchObject({ margin: 0, census: true });
    expect(units.map(({ uncorrected }) => uncorrected)).toEqual([false, false]);
  });

  test('says where an N is not known, and nothing of groups that do not rate it', () => {
    const [, ...others] = rows;
    const { units } = marginsOf(plan, rowOf({ target: at('x'), wanted: 60 }), ...others);
    expect(units.map(({ uncorrected }) => uncorrected)).toEqual([true, false]);
    const none = marginsOf(
      plan,
      rowOf({ target: at('x'), wanted: 0, population: 5000 }),
      ...others,
    );
    expect(none.units[0]).toMatchObject({ replies: 40, margin: 0, partly: false });
  });

  test('does not count the same people twice who fill two forms', () => {
    const own = groupOf('g-01', { people: 'g' });
    const all = groupOf('g-02', { people: 'g', about: { kind: 'units', units: ['x', 'y'] } });
    const given = ['g-01', 'g-02'].flatMap((group) => [
      rowOf({ group, target: at('x'), wanted: 60 }),
      rowOf({ group, target: at('y'), wanted: 40 }),
    ]);
    const { units } = marginsOf(planOf(own, all), ...given);
    // The second form brings the answers of both units' people about each.
    expect(units.map(({ replies }) => replies)).toEqual([100, 100]);
  });

  test('stands on the page where several groups rate the units, and only there', () => {
    const both = marginsPage(plan, marginsOf(plan, ...rows), 'vi', false);
    const titles = (page: typeof both) => page.rows.map(({ cells }) => cells[1]);
    expect(titles(both)).toContain('Từng đơn vị, gộp các nhóm đánh giá');
    const single = planOf(groupOf('g'));
    const alone = marginsPage(single, marginsOf(single, ...rows.slice(0, 2)), 'vi', false);
    expect(titles(alone)).not.toContain('Từng đơn vị, gộp các nhóm đánh giá');
  });
});

describe('the page', () => {
  test('says what each figure rests on, in both languages', () => {
    const stages = groupOf('s', {
      over: { kind: 'places' },
      quota: stagesRule(27, namedStage(0, 3)),
    });
    const plan = planOf(groupOf('g'), stages);
    const margins = marginsOf(
      plan,
      rowOf({ target: at('x'), wanted: 40, population: 40, census: true }),
      rowOf({ target: at('y'), wanted: null }),
      rowOf({ group: 's', target: inPlace('p', 'x'), wanted: 27 }),
    );
    const page = marginsPage(plan, margins, 'vi', false);
    expect(page.rows.map(({ cells }) => [cells[4], cells[5]])).toEqual([
      [null, 'Chưa xác định được số phiếu'],
      ['0.00', 'Toàn bộ: không có sai số do chọn mẫu'],
      [null, 'Chưa xác định được số phiếu'],
      ['18.86', 'Ít nhất; Chưa biết N'],
      ['18.86', 'Chưa biết N'],
      [null, null],
      ['7.60', 'Ít nhất; Chưa biết N'],
      [null, 'Chưa xác định được số phiếu'],
    ]);
    expect(page.notes.join(' ')).toContain('Độ tin cậy 95 %, tỷ lệ giả định 50 %');
    expect(page.notes.join(' ')).toContain('design_effect');
    expect(page.notes.join(' ')).not.toContain('“Có nơi không phát phiếu”');
    const english = marginsPage(plan, margins, 'en', true);
    expect(english.notes).toHaveLength(page.notes.length);
    expect(english.title[0]).toBe('SIMULATED FIGURES – NOT REAL RESULTS');
  });

  test('says where people are passed over', () => {
    const plan = planOf(groupOf('g'));
    const margins = marginsOf(
      plan,
      rowOf({ wanted: 90, population: 100 }),
      rowOf({ target: at('y'), wanted: 0, population: 1000 }),
    );
    const [head] = marginsPage(plan, margins, 'vi', false).rows;
    expect(head?.cells.slice(2)).toEqual([90, 1100, null, 'Có nơi không phát phiếu']);
    const { notes } = marginsPage(plan, margins, 'en', false);
    expect(notes.join(' ')).toContain('“Some are not asked”');
  });
});
