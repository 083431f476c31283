/** Figures that are amounts (2.35) may weigh and be shared out, but never become sheets, people or visitors. */
import { describe, expect, test } from 'vitest';
import type { Group, Plan, QuotaRule, Split, Unit } from '../src/plan/plan.ts';
import type { QuotaRow } from '../src/quotas/quota.ts';
import { quotas } from '../src/quotas.ts';
import { exact, exactText, zero } from '../src/stats/exact.ts';
import { emptyPlan, nowhere, plainGroup } from './plan-literals.ts';

const units = [2.35, 14.5, 120.25].map(
  (value, at): Unit => ({
    id: `u${at}`,
    name: `U${at}`,
    block: 'b',
    type: null,
    ranked: true,
    attributes: { workload: value },
    was: [],
  }),
);

function rowsOf(quota: QuotaRule, population: string | null = null): readonly QuotaRow[] {
  const group: Group = {
    ...plainGroup,
    id: 'g',
    name: 'Nhóm',
    people: 'g',
    form: '01',
    about: { kind: 'own' },
    priority: 1,
    over: { kind: 'units', units: units.map(({ id }) => id) },
    quota,
    except: {},
    modifiers: {
      ...plainGroup.modifiers,
      population,
      reserve: { count: 0, percent: exact(10) },
    },
    spare: { sheets: 0, percent: zero },
    send: null,
    sendByUnit: {},
    mode: 'paper',
    serial: 'required',
    stated: null,
  };
  const plan: Plan = {
    ...emptyPlan,
    blocks: [{ id: 'b', name: 'B', units: units.map(({ id }) => id) }],
    units,
    groups: [group],
    figures: { workload: { name: 'Khối lượng', counts: 'amount', value: null } },
  };
  return quotas(plan, nowhere).quotas.rows;
}

const split = (over: Partial<Split>): QuotaRule => ({
  rule: 'split',
  total: 10,
  each: 0,
  by: 'equal',
  of: null,
  spread: null,
  cost: null,
  parameter: null,
  min: 0,
  max: null,
  cap: null,
  ...over,
});

const formula: QuotaRule = {
  rule: 'formula',
  method: 'slovin',
  of: 'workload',
  error: exact(5),
  confidence: exact(95),
  proportion: exact(50),
  designEffect: exact(1),
  designEffectOn: 'before-correction',
};

const band: QuotaRule = {
  rule: 'band',
  observed: 'workload',
  withinPercent: exact(10),
  withinForms: null,
  atLeast: 5,
  crowdedFrom: null,
  onePerVisitor: true,
};

const each: QuotaRule = { rule: 'each', size: 3, byType: {}, by: null };

describe('where a count is needed, an amount leaves the row open', () => {
  test.each<[string, QuotaRule, string | null]>([
    ['census', { rule: 'census', from: { kind: 'attribute', attribute: 'workload' } }, null],
    ['per', { rule: 'per', take: 2, of: 'workload' }, null],
    ['formula', formula, null],
    ['cap', split({ cap: 'workload' }), null],
    ['population', each, 'workload'],
  ])('%s', (_, rule, population) => {
    expect(rowsOf(rule, population).map(({ size, wanted }) => [size, wanted])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  test('band: as before anything is counted', () => {
    expect(rowsOf(band).map(({ size, least, most }) => [size, least, most])).toEqual([
      [5, 5, null],
      [5, 5, null],
      [5, 5, null],
    ]);
  });
});

describe('what may be an amount', () => {
  test('a share is taken of it; it is no population', () => {
    const bands = [{ from: 0, rate: exact(100), atLeast: 4, atMost: null }];
    const rows = rowsOf({ rule: 'share', of: 'workload', bands });
    expect(rows.map(({ size, reserve, population }) => [size, reserve, population])).toEqual([
      [4, 1, null],
      [15, 2, null],
      [121, 13, null],
    ]);
    expect(rows.map((row) => row.exact && exactText(row.exact))).toEqual([
      '2.35',
      '14.5',
      '120.25',
    ]);
    expect(rows[2]?.reason.vi).toContain('100 % × 120,25 Khối lượng');
  });

  test('totals are shared out by it, by its spread and by its cost', () => {
    for (const rule of [
      split({ by: 'proportional', of: 'workload' }),
      split({ by: 'neyman', of: 'workload', spread: 'workload', cost: 'workload' }),
    ]) {
      const rows = rowsOf(rule);
      expect(rows.reduce((sum, { size }) => sum + (size ?? Number.NaN), 0)).toBe(10);
      expect(rows.every(({ size }) => Number.isInteger(size))).toBe(true);
      expect(rows[2]?.reason.en).toContain('(Khối lượng 120.25)');
    }
  });
});
