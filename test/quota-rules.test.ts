/** Every rule of the quota algebra: published examples, what is not known, and what must hold for any figures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure, Group, Plan, QuotaRule, Split, Unit } from '../src/plan/plan.ts';
import { quotas } from '../src/quotas.ts';
import { exact, exactText, sumExact } from '../src/stats/exact.ts';
import { emptyPlan, nowhere, plainGroup } from './plan-literals.ts';

type Figures = Unit['attributes'];

const unit = (id: string, attributes: Figures = {}, type: string | null = null): Unit => ({
  id,
  name: id.toUpperCase(),
  block: 'b',
  type,
  ranked: true,
  attributes,
  was: [],
});

const groupOf = (quota: QuotaRule, units: readonly Unit[], over: Partial<Group> = {}): Group => ({
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
  spare: { sheets: 0, percent: exact(0) },
  send: null,
  sendByUnit: {},
  mode: 'paper',
  serial: 'required',
  stated: null,
  ...over,
});

const transactions: Figure = { name: 'hồ sơ', counts: 'transactions', value: null };

function planOf(units: readonly Unit[], group: Group, over: Partial<Plan> = {}): Plan {
  const blocks = [{ id: 'b', name: 'B', units: units.map(({ id }) => id) }];
  return {
    ...emptyPlan,
    blocks,
    units,
    groups: [group],
    figures: { dossiers: transactions },
    ...over,
  };
}

const modified = (over: Partial<Group['modifiers']>): Pick<Group, 'modifiers'> => ({
  modifiers: { ...plainGroup.modifiers, ...over },
});

function run(units: readonly Unit[], quota: QuotaRule, over: Partial<Group> = {}) {
  const made = quotas(planOf(units, groupOf(quota, units, over)), nowhere);
  return {
    rows: made.quotas.rows,
    total: made.quotas.total,
    codes: made.findings.map(({ code }) => code),
  };
}

const sizes = (made: ReturnType<typeof run>): readonly (number | null)[] =>
  made.rows.map(({ size }) => size);

const dossiers = (...values: readonly (number | null)[]): readonly Unit[] =>
  values.map((value, at) => unit(`u${at}`, { dossiers: value }));

const splitOf = (over: Partial<Split>): QuotaRule => ({
  rule: 'split',
  total: 100,
  each: 0,
  by: 'proportional',
  of: 'dossiers',
  spread: null,
  cost: null,
  parameter: null,
  min: 0,
  max: null,
  cap: null,
  ...over,
});

const slovin: QuotaRule = {
  rule: 'formula',
  method: 'slovin',
  of: 'dossiers',
  error: exact(5),
  confidence: exact(95),
  proportion: exact(50),
  designEffect: exact(1),
  designEffectOn: 'before-correction',
};

describe('published examples', () => {
  /** DDCI Thừa Thiên Huế: 5 % of the dossiers from 2.000 on, 10 % below and at least 50. */
  const hue: QuotaRule = {
    rule: 'share',
    of: 'dossiers',
    bands: [
      { from: 0, rate: exact(10), atLeast: 50, atMost: null },
      { from: 2000, rate: exact(5), atLeast: null, atMost: null },
    ],
  };

  test('Huế DDCI', () => {
    const made = run(dossiers(300, 500, 1999, 2000, 2345, 41), hue);
    expect(sizes(made)).toEqual([50, 50, 200, 100, 118, 41]);
    expect(made.rows.map((row) => row.exact && exactText(row.exact))).toEqual([
      '30',
      '50',
      '199.9',
      '100',
      '117.25',
      '4.1',
    ]);
    expect(made.rows.map(({ census }) => census)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(made.codes).toEqual(['quota/floor-above-population']);
  });

  test('Hội An: 1.730 in all, 90 each, the rest by transactions', () => {
    const units = dossiers(4210, 3980, 2650, 1840, 1200, 980, 760, 655, 430, 390, 310, 215, 120);
    const made = run(units, splitOf({ total: 1730, each: 90 }));
    expect(made.total).toBe(1730);
    expect(made.rows.every(({ size }) => (size ?? 0) >= 90)).toBe(true);
    const rest = 1730 - 13 * 90;
    const all = units.reduce((sum, { attributes }) => sum + (attributes['dossiers'] ?? 0), 0);
    for (const [at, { size, exact: value }] of made.rows.entries()) {
      const own = units[at]?.attributes['dossiers'] ?? 0;
      expect(value?.equals(exact(90).add(exact(rest * own, all)))).toBe(true);
      expect(Math.abs((size ?? 0) - 90 - (rest * own) / all)).toBeLessThan(1);
    }
    expect(made.codes).toEqual([]);
  });

  test('ministry rule: Slovin, e = 5 %, N = transactions', () => {
    const made = run(dossiers(1000, 10_000, 1, 0), slovin);
    // 1000/3,5 = 285,71; 10.000/26 = 384,62
    expect(sizes(made)).toEqual([286, 385, 1, 0]);
    expect(made.rows[0]).toMatchObject({ source: 'Yamane 1967: 886', population: 1000 });
    expect(made.rows[0]?.exact?.equals(exact(2000, 7))).toBe(true);
    expect(made.rows[0]?.reason.vi).toContain('N = 1.000 giao dịch (hồ sơ)');
    expect(made.rows[0]?.reason.en).toContain('N = 1,000 transactions (hồ sơ)');
  });

  test('Cochran, 95 %, 5 %, p = 50 %: 385 of a very large population, 278 of 1.000', () => {
    const cochran = { ...slovin, method: 'cochran' } as const;
    expect(sizes(run(dossiers(1000), cochran))).toEqual([278]);
    expect(sizes(run(dossiers(1000), { ...cochran, of: null }))).toEqual([385]);
    const doubled = { ...cochran, of: null, designEffect: exact(2) };
    expect(run(dossiers(1), doubled).rows[0]).toMatchObject({
      size: 769,
      source: 'Cochran 1977: 4.4',
    });
  });

  test('Bình Dương: 150 in a commune, 200 in a ward', () => {
    const units = [unit('x', {}, 'xa'), unit('p', {}, 'phuong'), unit('t', {}, 'thi-tran')];
    const rule: QuotaRule = { rule: 'each', size: 150, byType: { phuong: 200 }, by: null };
    expect(sizes(run(units, rule))).toEqual([150, 200, 150]);
  });

  test('Thanh Miện: 17 communes × 50', () => {
    const units = Array.from({ length: 17 }, (_, at) => unit(`xa-${at}`));
    const rule: QuotaRule = { rule: 'each', size: 50, byType: {}, by: null };
    expect(run(units, rule).total).toBe(850);
  });

  test('Sóc Trăng: 2 for each division, everybody at the Customs branch', () => {
    const units = [
      unit('so-noi-vu', { divisions: 8, staff: 60 }),
      unit('hai-quan', { divisions: 3, staff: 11 }),
    ];
    const except: Group['except'] = {
      'hai-quan': { rule: 'census', from: { kind: 'attribute', attribute: 'staff' } },
    };
    const made = run(units, { rule: 'per', take: 2, of: 'divisions' }, { except });
    expect(sizes(made)).toEqual([16, 11]);
    expect(made.rows.map(({ census }) => census)).toEqual([false, true]);
  });

  test('a quota with a parameter: 3 leaders for each of S departments', () => {
    const quota: QuotaRule = { rule: 'per', take: 3, of: 'departments' };
    const whole = groupOf(quota, [], { over: { kind: 'whole' } });
    const withS = (value: number | null) =>
      quotas(
        planOf([], whole, { figures: { departments: { name: 'sở', counts: null, value } } }),
        nowhere,
      );
    expect(withS(19).quotas.total).toBe(57);
    expect(withS(null).quotas.total).toBeNull();
    expect(withS(null).findings.map(({ code }) => code)).toEqual(['quota/attribute-unknown']);
  });

  test('another survey asks: nothing is issued and nothing is missing', () => {
    const made = run(dossiers(10, 20), { rule: 'from', survey: 'SIPAS 2025' });
    expect([sizes(made), made.total, made.codes]).toEqual([[0, 0], 0, []]);
    expect(made.rows[0]?.reason.vi).toContain('SIPAS 2025');
  });
});

describe('each by a figure', () => {
  const rule: QuotaRule = {
    rule: 'each',
    size: null,
    byType: {},
    by: { figure: 'class', sizes: { '1': 200, '2': 150 } },
  };

  test('the size of the class; a class without one is named', () => {
    const made = run(
      [unit('a', { class: 1 }), unit('b', { class: 2 }), unit('c', { class: 3 })],
      rule,
    );
    expect([sizes(made), made.codes]).toEqual([[200, 150, null], ['quota/value-without-size']]);
  });

  test('the default stands for other classes, not for a class that is not said', () => {
    const made = run([unit('a', { class: 3 }), unit('b')], { ...rule, size: 100 });
    expect([sizes(made), made.codes]).toEqual([[100, null], ['quota/attribute-missing']]);
  });
});

describe('modifiers, in their order', () => {
  const each = (size: number): QuotaRule => ({ rule: 'each', size, byType: {}, by: null });
  const rate10: QuotaRule = {
    rule: 'share',
    of: 'dossiers',
    bands: [{ from: 0, rate: exact(10), atLeast: null, atMost: null }],
  };

  test.each([
    ['ceil', [2, 2, 2]],
    ['floor', [1, 1, 1]],
    ['half-up', [1, 2, 1]],
    ['largest-remainder', [1, 2, 1]],
  ] as const)('rounding: %s', (round, expected) => {
    expect(sizes(run(dossiers(13, 15, 12), rate10, modified({ round })))).toEqual(expected);
  });

  test('largest remainder keeps the rounded sum, and waits for every figure', () => {
    const round = modified({ round: 'largest-remainder' });
    // 3 × 1,4 = 4,2 → 4
    expect(run(dossiers(14, 14, 14), rate10, round).total).toBe(4);
    expect(sizes(run(dossiers(14, null), rate10, round))).toEqual([null, null]);
  });

  test('min and max are for the group’s own rule; an exception says its own number', () => {
    const except = { u2: each(3) };
    const made = run(dossiers(100, 900, 500), rate10, {
      except,
      ...modified({ min: 20, max: 50 }),
    });
    expect(sizes(made)).toEqual([20, 50, 3]);
  });

  test('a quota is never larger than its population', () => {
    const made = run(dossiers(4, 30), each(7), modified({ population: 'dossiers' }));
    expect(sizes(made)).toEqual([4, 7]);
    expect(made.rows.map(({ census }) => census)).toEqual([true, false]);
    expect(made.codes).toEqual(['quota/above-population']);
  });

  test('issued, wanted and reserve are three numbers', () => {
    const made = run(
      dossiers(1000),
      each(120),
      modified({ responseRate: exact(80), reserve: { count: 2, percent: exact(5) } }),
    );
    expect(made.rows[0]).toMatchObject({ wanted: 120, size: 150, reserve: 10 });
    expect(made.rows[0]?.reason.vi).toBe(
      '120 phiếu mỗi đơn vị; phát 150 để thu 120 (tỷ lệ thu hợp lệ 80 %); dự phòng 10',
    );
  });

  test('no more sheets than people, and it is said when replies will fall short', () => {
    const over = modified({
      population: 'dossiers',
      responseRate: exact(50),
      reserve: { count: 9, percent: exact(0) },
    });
    const made = run(dossiers(12, 40), each(10), over);
    expect(made.rows.map(({ wanted, size, reserve }) => [wanted, size, reserve])).toEqual([
      [10, 12, 0],
      [10, 20, 9],
    ]);
    expect(made.codes).toEqual(['quota/replies-out-of-reach']);
  });

  test('property: bounds, population and order of units', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 });
    const modifiers = fc.record({
      round: fc.constantFrom('ceil', 'floor', 'half-up', 'largest-remainder'),
      max: fc.option(fc.integer({ min: 40, max: 300 })),
      responseRate: fc.option(fc.integer({ min: 1, max: 100 })),
      reserve: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(figures, modifiers, fc.infiniteStream(fc.nat()), (values, one, keys) => {
        const over = modified({
          round: one.round as 'ceil',
          max: one.max,
          responseRate: one.responseRate === null ? null : exact(one.responseRate),
          reserve: { count: 0, percent: exact(one.reserve) },
        });
        const units = dossiers(...values);
        const made = run(units, rate10, over);
        for (const { size, wanted, reserve, population } of made.rows) {
          expect(wanted).toBeLessThanOrEqual(one.max ?? Number.POSITIVE_INFINITY);
          expect(size).toBeGreaterThanOrEqual(wanted ?? 0);
          expect((size ?? 0) + reserve).toBeLessThanOrEqual(population ?? 0);
        }
        const shuffled = units
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const again = run(shuffled, rate10, over);
        const byName = (rows: typeof made.rows) =>
          new Map(rows.map(({ name, size, wanted, reserve }) => [name, [size, wanted, reserve]]));
        expect(byName(again.rows)).toEqual(byName(made.rows));
      }),
    );
  });
});

describe('split', () => {
  test('one unknown figure leaves all open: it would change every other row', () => {
    const made = run(dossiers(10, null, 30), splitOf({}));
    expect([sizes(made), made.codes]).toEqual([[null, null, null], ['quota/attribute-unknown']]);
  });

  test('exceptions and pools are outside the total', () => {
    const units = dossiers(10, 20, 30, 40, 50);
    const pool = { ...splitOf({ total: 7, by: 'equal', of: null }) } as Split & { rule: 'split' };
    const { rule: _rule, ...split } = pool;
    const made = run(units, splitOf({ total: 90 }), {
      except: { u0: { rule: 'each', size: 5, byType: {}, by: null } },
      pools: [{ name: 'Cụm', units: ['u3', 'u4'], split }],
    });
    const [first, second, third, ...pooled] = sizes(made);
    expect(first).toBe(5);
    expect((second ?? 0) + (third ?? 0)).toBe(90);
    expect(pooled).toEqual([4, 3]);
    expect(made.total).toBe(102);
  });

  test('a cap holds a part back and the others make up for it', () => {
    const made = run(dossiers(900, 50, 5), splitOf({ total: 200, each: 40, cap: 'dossiers' }));
    expect(made.total).toBe(200);
    expect(sizes(made)[2]).toBe(5);
    expect(made.codes).toEqual(['quota/floor-above-population']);
  });

  test('without a cap the total is kept, and what exceeds the population is said', () => {
    const made = run(dossiers(900, 5), splitOf({ total: 100, by: 'equal' }));
    expect([sizes(made), made.codes]).toEqual([[50, 50], ['quota/above-population']]);
  });

  test.each([
    ['minima', { total: 100, each: 60 }],
    ['maxima', { total: 100, max: 40 }],
    ['no-weight', { total: 100, max: 40, of: 'nothing' }],
  ] as const)('infeasible (%s): refused with the bounds, never bent', (kind, over) => {
    const units = [
      unit('a', { dossiers: 1, nothing: 9 }),
      unit('b', { dossiers: 2, nothing: 0 }),
      ...(kind === 'no-weight' ? [unit('c', { nothing: 0 })] : []),
    ];
    const made = quotas(planOf(units, groupOf(splitOf(over), units)), nowhere);
    const [found] = made.findings;
    expect(made.quotas.rows.every(({ size }) => size === null)).toBe(true);
    expect(found).toMatchObject({ code: 'quota/split-infeasible', args: { kind, total: 100 } });
    expect(made.findings).toHaveLength(1);
  });

  test('a cost of 0 is no cost', () => {
    const units = [unit('a', { dossiers: 5, s: 2, c: 0 }), unit('b', { dossiers: 5, s: 2, c: 4 })];
    const made = run(units, splitOf({ by: 'neyman', spread: 's', cost: 'c' }));
    expect([sizes(made), made.codes]).toEqual([[null, null], ['quota/cost-not-positive']]);
  });

  test('property: sums to the sheet, keeps bounds, in any order of units, by every method', () => {
    const parts = fc.array(
      fc.record({
        dossiers: fc.integer({ min: 1, max: 3000 }),
        s: fc.integer({ min: 1, max: 50 }),
      }),
      { minLength: 1, maxLength: 15 },
    );
    const how = fc.constantFrom('equal', 'proportional', 'square-root', 'power', 'kish', 'neyman');
    const numbers = fc.record({ total: fc.nat(2000), each: fc.nat(40), min: fc.nat(40) });
    fc.assert(
      fc.property(
        parts,
        how,
        numbers,
        fc.boolean(),
        (figures, by, { total, each, min }, capped) => {
          const units = figures.map((own, at) => unit(`u${at}`, own));
          const rule = splitOf({
            total,
            each,
            min,
            by,
            spread: 's',
            parameter: by === 'power' ? exact(1, 2) : null,
            cap: capped ? 'dossiers' : null,
          });
          const made = run(units, rule);
          if (made.codes.includes('quota/split-infeasible')) {
            expect(made.total).toBeNull();
            return;
          }
          expect(made.total).toBe(total);
          expect(
            sumExact(made.rows.map((row) => row.exact ?? exact(0)))
              .sub(total)
              .abs()
              .compare(exact(1, 1_000_000_000)),
          ).toBe(-1);
          for (const [at, { size }] of made.rows.entries()) {
            const own = figures[at]?.dossiers ?? 0;
            expect(size).toBeGreaterThanOrEqual(
              Math.min(Math.max(each, min), capped ? own : Infinity),
            );
            if (capped) expect(size).toBeLessThanOrEqual(own);
          }
          const turned = run([...units].reverse(), rule);
          expect(new Map(turned.rows.map(({ name, size }) => [name, size]))).toEqual(
            new Map(made.rows.map(({ name, size }) => [name, size])),
          );
        },
      ),
    );
  });
});
