import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClassBand, Index, Plan, Unit } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import type { UnitScore } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import { parseExpression } from '../src/stats/expression.ts';
import {
  appraised,
  band,
  criterion,
  entry,
  plan as handPlan,
  points as handPoints,
  plainIndex,
  tallies,
  unit,
  where,
} from './hand-worked.ts';

const noTallies = { ...tallies, cells: [], batches: [] };

/** Units with points on criteria 1 (of 60) and 2 (of 40). */
type Given = Readonly<Record<string, readonly [string | null, string | null]>>;

function planOf(units: readonly Unit[], change: Partial<Index>): Plan {
  const blocks = [...new Set(units.map(({ block }) => block))].map((id) => {
    return { id, name: id, units: units.filter((one) => one.block === id).map((one) => one.id) };
  });
  const criteria = [criterion('1', '60', appraised), criterion('2', '40', appraised)];
  return { ...handPlan, blocks, units, groups: [], index: { ...plainIndex, criteria, ...change } };
}

function pointsOf(given: Given): Points {
  const entries = Object.entries(given).flatMap(([id, [one, two]]) => [
    entry(id, '1', '0', one),
    entry(id, '2', '0', two),
  ]);
  return { ...handPoints, entries };
}

function scored(given: Given, change: Partial<Index>, units?: readonly Unit[]) {
  const all = units ?? Object.keys(given).map((id) => unit(id, `Xã ${id}`));
  const result = score(planOf(all, change), noTallies, pointsOf(given), where);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  const of = new Map(result.value.units.map((one) => [one.unit, one]));
  return { of: (id: string): UnitScore | undefined => of.get(id), ...result };
}

const rank = { ...plainIndex.rank };
const byTwo = { kind: 'criterion', code: '2' } as const;

describe('ties', () => {
  const given: Given = {
    a: ['50', '40'],
    b: ['55', '35'],
    c: ['55', '35'],
    d: ['45', '35'],
  };
  const ranks = (change: Partial<Index['rank']>): readonly (number | null | undefined)[] => {
    const { of } = scored(given, { rank: { ...rank, ...change } });
    return ['a', 'b', 'c', 'd'].map((id) => of(id)?.rank);
  };

  test('joint skips, dense does not, consecutive gives each its own', () => {
    expect(ranks({ ties: 'joint' })).toEqual([1, 1, 1, 4]);
    expect(ranks({ ties: 'dense' })).toEqual([1, 1, 1, 2]);
    expect(ranks({ ties: 'consecutive' })).toEqual([1, 2, 3, 4]);
  });

  test('a tie that is broken is no tie, whatever the treatment of ties', () => {
    expect(ranks({ ties: 'joint', tieBreakers: [byTwo] })).toEqual([1, 2, 2, 4]);
    expect(ranks({ ties: 'dense', tieBreakers: [byTwo] })).toEqual([1, 2, 2, 3]);
  });

  test('what placed each unit is recorded', () => {
    const tieBreakers = [{ kind: 'points' }, byTwo] as const;
    const by = (ties: Index['rank']['ties']) => {
      const { of } = scored(given, { rank: { ...rank, ties, tieBreakers } });
      return ['a', 'b', 'c', 'd'].map((id) => of(id)?.tieBrokenBy);
    };
    expect(by('joint')).toEqual([1, 1, 1, null]);
    expect(by('consecutive')).toEqual([1, 'name', 'name', null]);
  });

  test('names go as a Vietnamese list does, and it is said that only they decided', () => {
    const units = ['Xã Đông', 'Xã Dung', 'Phường 10', 'Phường 2', 'Xã Ân', 'Xã An'].map(
      (name, at) => unit(`u${at}`, name),
    );
    const same = Object.fromEntries(units.map(({ id }) => [id, ['50', '40'] as const]));
    const { value, findings } = scored(same, { rank: { ...rank, ties: 'consecutive' } }, units);
    const names = new Map(units.map(({ id, name }) => [id, name]));
    const order = value.units.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
    expect(order.map((one) => names.get(one.unit))).toEqual([
      'Phường 2',
      'Phường 10',
      'Xã An',
      'Xã Ân',
      'Xã Dung',
      'Xã Đông',
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['scores/placed-by-name']);
  });

  test('a missing tie-breaker comes last, which is said only where it mattered', () => {
    const criteria = [
      criterion('1', '60', appraised),
      criterion('2', '40', { ...appraised, notFor: ['c', 'd'] }),
    ];
    const index = { criteria, rank: { ...rank, tieBreakers: [byTwo] } };
    const { of, findings } = scored(
      { a: ['60', '40'], b: ['30', '20'], c: ['60', null], d: ['15', null] },
      index,
    );
    expect(['a', 'b', 'c', 'd'].map((id) => of(id)?.rank)).toEqual([1, 3, 2, 4]);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'scores/tie-breaker-missing',
        args: { units: ['Xã c'], tieBreaker: 'criterion', code: '2' },
      }),
    ]);
  });
});

describe('classes by share', () => {
  const share = (name: string, percent: number): ClassBand => {
    return { name, from: null, share: exact(percent), onlyIf: [] };
  };
  const halves = [share('trên', 50), share('dưới', 50)];

  test('borders are rounded half up, and equal units at a border share the better class', () => {
    const { of } = scored(
      { a: ['60', '40'], b: ['50', '40'], c: ['50', '40'], d: ['40', '40'], e: ['30', '40'] },
      { classes: [share('A', 30), share('B', 30), share('C', 40)] },
    );
    // 1.5 → 2, 3 → 3: b and c are both second.
    expect(['a', 'b', 'c', 'd', 'e'].map((id) => of(id)?.class)).toEqual(['A', 'A', 'A', 'C', 'C']);
  });

  test('neither dense ranks nor names move a border', () => {
    const given: Given = { a: ['50', '40'], b: ['50', '40'], c: ['50', '40'], d: ['40', '40'] };
    for (const ties of ['joint', 'dense', 'consecutive'] as const) {
      const { of } = scored(given, { classes: halves, rank: { ...rank, ties } });
      const classes = ['a', 'b', 'c', 'd'].map((id) => of(id)?.class);
      expect(classes).toEqual(['trên', 'trên', 'trên', 'dưới']);
    }
  });

  test('units out of the ranking are in no share and have no class', () => {
    const units = [unit('a', 'A'), unit('b', 'B'), unit('c', 'C', 'xa', false)];
    const given: Given = { a: ['50', '40'], b: ['40', '40'], c: ['60', '40'] };
    const { of, findings } = scored(given, { classes: halves }, units);
    expect(['a', 'b', 'c'].map((id) => of(id)?.class)).toEqual(['trên', 'dưới', null]);
    expect(findings).toEqual([]);
  });

  test('of the block or of all, as ranks are', () => {
    const units = [unit('a', 'A'), unit('b', 'B'), unit('c', 'C', 'so'), unit('d', 'D', 'so')];
    const given: Given = { a: ['60', '40'], b: ['60', '39'], c: ['50', '40'], d: ['40', '40'] };
    const classes = (within: 'block' | 'all') => {
      const { of } = scored(given, { classes: halves, rank: { ...rank, within } }, units);
      return ['a', 'b', 'c', 'd'].map((id) => of(id)?.class);
    };
    expect(classes('block')).toEqual(['trên', 'dưới', 'trên', 'dưới']);
    expect(classes('all')).toEqual(['trên', 'trên', 'dưới', 'dưới']);
  });
});

describe('further conditions of a class', () => {
  const condition = (text: string) => {
    const parsed = parseExpression(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  };
  const classes: readonly ClassBand[] = [
    { ...band('Xuất sắc', 90), onlyIf: ['percent[2] >= 95', 'points[1] > 0'].map(condition) },
    band('Tốt', 80),
    band('Yếu', 0),
  ];

  test('a unit that misses one gets the next class, and what it missed is kept', () => {
    const { of, findings } = scored(
      { a: ['56', '38'], b: ['60', '34'], c: ['30', '10'] },
      { classes },
    );
    expect(['a', 'b', 'c'].map((id) => of(id)?.class)).toEqual(['Xuất sắc', 'Tốt', 'Yếu']);
    expect(of('b')?.missedClasses).toEqual([
      { class: 'Xuất sắc', conditions: ['percent[2] >= 95'] },
    ]);
    expect([of('a')?.missedClasses, of('c')?.missedClasses]).toEqual([[], []]);
    expect(findings).toEqual([]);
  });

  test('what cannot be told does not hold, and is said', () => {
    const criteria = [
      criterion('1', '60', appraised),
      criterion('2', '40', { ...appraised, notFor: ['a'] }),
    ];
    const { of, findings } = scored({ a: ['60', null] }, { classes, criteria });
    expect(of('a')?.class).toBe('Tốt');
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'scores/class-condition-not-for',
        args: {
          class: 'Xuất sắc',
          condition: 'percent[2] >= 95',
          criteria: ['2'],
          units: ['Xã a'],
        },
      }),
    ]);
  });

  test('a figure that looks like a class whose condition is missed is no edge', () => {
    const edge = scored({ a: ['54', '35.999'], b: ['59.999', '30'] }, { classes });
    expect(edge.findings.map(({ code }) => code)).toEqual([]);
    const plain = classes.map((one) => ({ ...one, onlyIf: [] }));
    const { findings } = scored({ a: ['54', '35.999'] }, { classes: plain });
    expect(findings.map(({ code }) => code)).toEqual(['scores/class-edge']);
  });
});

describe('properties', () => {
  const someUnits = fc.array(
    fc.record({
      one: fc.integer({ min: 0, max: 6 }),
      two: fc.integer({ min: 0, max: 4 }),
      block: fc.constantFrom('xa', 'so'),
      ranked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const someRules = fc.record({
    within: fc.constantFrom('block' as const, 'all' as const),
    ties: fc.constantFrom('joint' as const, 'dense' as const, 'consecutive' as const),
    tieBreakers: fc.subarray([byTwo, { kind: 'appraised' } as const]),
    byShare: fc.boolean(),
  });
  const given = (units: readonly { one: number; two: number }[]): Given =>
    Object.fromEntries(
      units.map(({ one, two }, at) => [`u${at}`, [String(one * 10), String(two * 10)] as const]),
    );
  const shares = [25, 25, 50].map((percent, at) => {
    return { name: `C${at}`, from: null, share: exact(percent), onlyIf: [] };
  });

  test('the order of units never matters, nor do digits and rounding', () => {
    fc.assert(
      fc.property(someUnits, someRules, fc.nat(3), (some, { byShare, ...ranking }, decimals) => {
        const units = some.map(({ block, ranked }, at) =>
          unit(`u${at}`, `Xã ${at}`, block, ranked),
        );
        const classes = byShare ? shares : [band('A', 90), band('B', 50), band('C', 0)];
        const index = { rank: { ...rank, ...ranking, on: 'percent' as const }, classes };
        const plain = scored(given(some), index, units);
        const mode = decimals % 2 === 0 ? ('truncate' as const) : ('half-up' as const);
        const rounding = { ...plainIndex.rounding, decimals, mode };
        const turned = scored(given(some), { ...index, rounding }, units.toReversed());
        for (const { id } of units) {
          const [one, other] = [plain.of(id), turned.of(id)];
          expect([one?.rank, one?.class, one?.tieBrokenBy]).toEqual([
            other?.rank,
            other?.class,
            other?.tieBrokenBy,
          ]);
        }
      }),
    );
  });

  test('a better rank is never a worse result or a worse class', () => {
    fc.assert(
      fc.property(someUnits, someRules, (some, { byShare, ...ranking }) => {
        const units = some.map(({ block, ranked }, at) =>
          unit(`u${at}`, `Xã ${at}`, block, ranked),
        );
        const classes = byShare ? shares : [band('C0', 90), band('C1', 50), band('C2', 0)];
        const { value } = scored(
          given(some),
          { rank: { ...rank, ...ranking, on: 'percent' }, classes },
          units,
        );
        for (const one of value.units) {
          for (const other of value.units) {
            const together = ranking.within === 'all' || one.block === other.block;
            if (!together || one.rank === null || other.rank === null) continue;
            if (one.rank >= other.rank) continue;
            expect(one.percent?.gte(other.percent ?? 0)).toBe(true);
            expect((one.class ?? '') <= (other.class ?? '')).toBe(true);
          }
        }
      }),
    );
  });
});
