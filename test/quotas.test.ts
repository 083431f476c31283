import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Band, Group, Plan, QuotaRule, Unit } from '../src/plan/plan.ts';
import { bandBounds } from '../src/quotas/rules/band.ts';
import { slips } from '../src/quotas/totals.ts';
import { quotas } from '../src/quotas.ts';
import { exact } from '../src/stats/exact.ts';
import {
  emptyPlan,
  namedStage,
  nowhere,
  plainGroup,
  plainPlace,
  stagesRule,
} from './plan-literals.ts';

const unit = (
  id: string,
  attributes: Unit['attributes'] = {},
  type: string | null = null,
): Unit => ({
  id,
  name: id.toUpperCase(),
  block: 'b',
  type,
  ranked: true,
  attributes,
  was: [],
});

const groupOf = (quota: QuotaRule, units: readonly string[], over: Partial<Group> = {}): Group => ({
  ...plainGroup,
  id: 'g',
  name: 'Nhóm',
  people: 'g',
  form: '01',
  about: { kind: 'own' },
  priority: 1,
  over: { kind: 'units', units },
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

const planOf = (units: readonly Unit[], group: Group, over: Partial<Plan> = {}): Plan => ({
  ...emptyPlan,
  blocks: [{ id: 'b', name: 'B', units: units.map((one) => one.id) }],
  units,
  groups: [group],
  ...over,
});

const sizes = (plan: Plan): readonly (number | null)[] =>
  quotas(plan, nowhere).quotas.rows.map((row) => row.size);
const codes = (plan: Plan): readonly string[] =>
  quotas(plan, nowhere).findings.map((found) => found.code);

describe('each rule gives whole numbers and totals that foot', () => {
  const units = [
    unit('x', { divisions: 8, staff: 12 }, 'xa'),
    unit('y', { divisions: 5, staff: 30 }, 'phuong'),
  ];

  test.each<[string, QuotaRule, number[]]>([
    ['counts', { rule: 'counts', counts: { x: 31, y: 13 } }, [31, 13]],
    ['each', { rule: 'each', size: 50, byType: {}, by: null }, [50, 50]],
    ['each by type', { rule: 'each', size: 150, byType: { phuong: 200 }, by: null }, [150, 200]],
    ['per', { rule: 'per', take: 2, of: 'divisions' }, [16, 10]],
    ['census', { rule: 'census', from: { kind: 'attribute', attribute: 'staff' } }, [12, 30]],
  ])('%s', (_name, rule, expected) => {
    const { quotas: result, findings } = quotas(planOf(units, groupOf(rule, ['x', 'y'])), nowhere);
    expect(findings).toEqual([]);
    expect(result.rows.map((row) => row.size)).toEqual(expected);
    expect(result.total).toBe(expected.reduce((sum, size) => sum + size, 0));
    expect(result.rows.every((row) => row.reason.vi !== '' && row.reason.en !== '')).toBe(true);
  });

  test('one unit may follow another rule', () => {
    const rule: QuotaRule = { rule: 'per', take: 2, of: 'divisions' };
    const except = {
      y: { rule: 'census', from: { kind: 'attribute', attribute: 'staff' } },
    } as const;
    expect(sizes(planOf(units, groupOf(rule, ['x', 'y'], { except })))).toEqual([16, 30]);
  });

  test('a total is one row for the whole group', () => {
    const plan = planOf(
      units,
      groupOf({ rule: 'total', total: 51 }, [], { over: { kind: 'whole' } }),
    );
    expect(quotas(plan, nowhere).quotas.rows).toMatchObject([
      { target: { kind: 'group' }, size: 51 },
    ]);
  });
});

describe('what is not known stays null', () => {
  test('a declared unknown attribute is a warning, an absent one an error; neither counts as 0', () => {
    const rule: QuotaRule = { rule: 'per', take: 2, of: 'divisions' };
    const plan = planOf([unit('x', { divisions: null }), unit('y')], groupOf(rule, ['x', 'y']));
    expect(sizes(plan)).toEqual([null, null]);
    expect(quotas(plan, nowhere).quotas.total).toBeNull();
    expect(codes(plan)).toEqual(['quota/attribute-missing', 'quota/attribute-unknown']);
  });

  test('a census by a list that is not there yet', () => {
    const from = { kind: 'roster', file: 'frame/delegates.csv', due: '2024-10-11' } as const;
    const missing = planOf(
      [unit('x')],
      groupOf({ rule: 'census', from: { ...from, counts: null } }, ['x']),
    );
    expect([sizes(missing), codes(missing)]).toEqual([[null], ['quota/roster-missing']]);
    const there = planOf(
      [unit('x'), unit('y')],
      groupOf({ rule: 'census', from: { ...from, counts: { x: 25 } } }, ['x', 'y']),
    );
    expect([sizes(there), codes(there)]).toEqual([[25, 0], ['quota/roster-without-unit']]);
  });
});

describe('band', () => {
  const band = (over: Partial<Band>): Band => ({
    observed: 'visitors',
    withinPercent: exact(50),
    withinForms: null,
    atLeast: 20,
    crowdedFrom: null,
    onePerVisitor: true,
    ...over,
  });

  test.each([
    // visitors, crowdedFrom, least, most
    [60, null, 30, 60],
    [30, null, 20, 30],
    [41, null, 21, 41],
    [60, 41, 20, 60],
    [40, 41, 20, 40],
    [30, 41, 15, 30],
  ])('%i visitors, crowded from %s: %i to %i', (observed, crowdedFrom, least, most) => {
    expect(bandBounds(band({ crowdedFrom }), observed)).toEqual({ least, most, floorCut: false });
  });

  test('fewer visitors than the floor: everybody, and it is said', () => {
    expect(bandBounds(band({}), 12)).toEqual({ least: 12, most: 12, floorCut: true });
    const rule: QuotaRule = { rule: 'band', ...band({}) };
    expect(codes(planOf([unit('x', { visitors: 12 })], groupOf(rule, ['x'])))).toEqual([
      'quota/band-floor-above-count',
    ]);
  });

  test('an upper limit that nobody wrote is not made up', () => {
    const open = band({ withinPercent: null, onePerVisitor: false });
    expect(bandBounds(open, 100)).toEqual({ least: 20, most: null, floorCut: false });
  });

  test('within so many forms, the other reading of the same sentence', () => {
    const forms = band({ withinPercent: null, withinForms: 10, onePerVisitor: false });
    expect(bandBounds(forms, 60)).toEqual({ least: 50, most: 70, floorCut: false });
  });

  test('before people are counted: a floor that always holds is the size, one for crowds is not', () => {
    const open = [unit('x', { visitors: null })];
    const waiting = (over: Partial<Band>) => {
      const rule: QuotaRule = { rule: 'band', ...band(over) };
      const made = quotas(planOf(open, groupOf(rule, ['x'])), nowhere);
      const [row] = made.quotas.rows;
      return [
        row?.size,
        row?.least,
        made.findings.map(({ args }) => (args as { floor: unknown }).floor),
      ];
    };
    expect(waiting({})).toEqual([20, 20, [20]]);
    expect(waiting({ crowdedFrom: 40 })).toEqual([null, null, [null]]);
    expect(waiting({ atLeast: 0 })).toEqual([null, null, [null]]);
  });

  test('least never exceeds most, and both stay within the count', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(100), fc.nat(200), (observed, percent, atLeast) => {
        const { least, most } = bandBounds(
          band({ withinPercent: exact(percent), atLeast }),
          observed,
        );
        expect(least).toBeLessThanOrEqual(most ?? -1);
        expect(most).toBeLessThanOrEqual(observed);
      }),
    );
  });
});

describe('stated totals', () => {
  const units = [unit('x'), unit('y'), unit('z')];
  const counts = (x: number, y: number, z: number): QuotaRule => ({
    rule: 'counts',
    counts: { x, y, z },
  });

  test('rows → group → plan: the row that a swap explains is named, and the group in the grand total', () => {
    const group = groupOf(counts(13, 40, 20), ['x', 'y', 'z'], {
      stated: { value: 91, about: false },
    });
    const stated = [{ name: null, groups: ['g'], value: 91, about: false }];
    const { findings } = quotas(planOf(units, group, { stated }), nowhere);
    expect(findings.map((found) => found.code)).toEqual([
      'quota/total-does-not-foot',
      'quota/total-does-not-foot',
    ]);
    expect(findings.map(({ args }) => (args as { suspects: unknown }).suspects)).toEqual([
      [{ name: 'X', size: 13, meant: 31, sure: false }],
      [{ name: 'Nhóm', size: 73, meant: 91, sure: true }],
    ]);
  });

  test('an approximate total only warns', () => {
    const group = groupOf(counts(1, 2, 3), ['x', 'y', 'z'], { stated: { value: 10, about: true } });
    expect(codes(planOf(units, group))).toEqual(['quota/about-total-differs']);
  });

  test('a slip is a swap of neighbours or one digit more or less', () => {
    const parts = [
      { name: 'swap', size: 13 },
      { name: 'dropped', size: 7 },
      { name: 'other', size: 50 },
    ];
    expect(slips(parts, 13 - 31)).toMatchObject([{ name: 'swap', size: 13, meant: 31 }]);
    expect(slips(parts, 7 - 73)).toMatchObject([{ name: 'dropped', size: 7, meant: 73 }]);
  });
});

describe('stages', () => {
  const place = (id: string, level: number, parent: string | null) => ({
    id,
    name: id,
    level,
    parent,
    unit: 'x',
    ...plainPlace,
    attributes: {},
  });
  const rule: QuotaRule = stagesRule(27, namedStage(0, 1), namedStage(1, 2));
  const frame = (ids: readonly string[]): Partial<Plan> => ({
    levels: ['commune', 'village'],
    places: [place('c', 0, null), ...ids.map((id) => place(id, 1, 'c'))],
  });
  const group = groupOf(rule, [], { over: { kind: 'places' } });

  test('so many in each place of the last stage, named with the places above it', () => {
    const { quotas: result, findings } = quotas(
      planOf([unit('x')], group, frame(['v1', 'v2'])),
      nowhere,
    );
    expect(findings).toEqual([]);
    expect(result.total).toBe(54);
    expect(result.rows.map((row) => row.name)).toEqual(['v1, c', 'v2, c']);
  });

  test('a place that holds too few is named', () => {
    const { findings } = quotas(planOf([unit('x')], group, frame(['v1'])), nowhere);
    expect(findings).toMatchObject([
      { code: 'quota/stage-does-not-foot', args: { within: 'c', take: 2, there: 1 } },
    ]);
  });
});
