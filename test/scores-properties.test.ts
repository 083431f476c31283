/** What must hold of any index, whatever its tree, its methods and what comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Criterion,
  combines,
  type Normalise,
  normaliseMethods,
} from '../src/plan/criterion.ts';
import type { Index, Plan, Unit } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import type { CriterionScore, UnitScore } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { type Exact, exact, exactText, hundred, roundExact, sumExact } from '../src/stats/exact.ts';
import type { Tallies } from '../src/tallies.ts';
import {
  criterion,
  entry,
  leafSource,
  part,
  plainIndex,
  plan,
  tallies,
  tally,
  unit,
  where,
} from './hand-worked.ts';

const units: readonly Unit[] = [
  unit('a1', 'Xã A1'),
  unit('a2', 'Xã A2'),
  unit('a3', 'Xã A3', 'xa', false),
  unit('a4', 'Xã A4'),
  unit('b1', 'Sở B1', 'so'),
  unit('b2', 'Sở B2', 'so'),
  unit('b3', 'Sở B3', 'so'),
];
const ids = units.map(({ id }) => id);
const figureIds = ['f0', 'f1', 'f2'];

/** z-scores have no bounds, and are left out where bounds are asked for. */
const methods = normaliseMethods.filter((method) => method !== 'z-score');

const someNormalise = (all: readonly Normalise['method'][]) =>
  fc
    .record({
      method: fc.constantFrom(...all),
      reversed: fc.boolean(),
      within: fc.constantFrom('block' as const, 'all' as const),
    })
    .map(({ method, reversed, within }): Normalise => {
      const isScore = method === 'z-score';
      return {
        method,
        reversed,
        within,
        low: exact(isScore ? 50 : 1),
        high: exact(10),
        goals: method === 'goalposts' ? { worst: exact(20), best: exact(80) } : null,
      };
    });

const someCombine = fc.constantFrom(...combines);
const someWeight = fc.integer({ min: 1, max: 9 }).map((weight) => exact(weight, 2));

interface Shape {
  readonly combine: Criterion['combine'];
  readonly normalise: Normalise | null;
  readonly leaves: readonly LeafShape[];
  readonly weight: Exact;
}

interface LeafShape {
  readonly kind: 'survey' | 'figure' | 'appraised';
  readonly normalise: Normalise | null;
  readonly weight: Exact;
  readonly notFor: readonly string[];
}

function shapes(all: readonly Normalise['method'][]) {
  const normalise = fc.option(someNormalise(all), { nil: null, freq: 2 });
  const leaf: fc.Arbitrary<LeafShape> = fc.record({
    kind: fc.constantFrom('survey' as const, 'figure' as const, 'appraised' as const),
    normalise,
    weight: someWeight,
    notFor: fc.subarray(ids, { maxLength: 2 }),
  });
  const field: fc.Arbitrary<Shape> = fc.record({
    combine: someCombine,
    normalise,
    leaves: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    weight: someWeight,
  });
  return fc.record({
    fields: fc.array(field, { minLength: 1, maxLength: 3 }),
    combine: someCombine,
    missing: fc.constantFrom('none' as const, 'drop' as const),
    notApplicable: fc.constantFrom('shrink' as const, 'keep' as const),
  });
}

type Shapes = ReturnType<typeof shapes> extends fc.Arbitrary<infer T> ? T : never;

function leafOf(code: string, shape: LeafShape, at: number): Criterion {
  const { kind, normalise, weight, notFor } = shape;
  const more = { normalise, weight, notFor };
  if (kind === 'appraised') return criterion(code, '10', { ...more, source: { kind } });
  if (kind === 'figure') {
    const figure = figureIds[at] ?? 'f0';
    return criterion(code, '100', { ...more, source: { kind, figure } });
  }
  const parts = [part('staff', '0.6', ['q1', 'q2']), part('delegates', '0.4', ['q3'])];
  return criterion(code, '10', { ...more, source: leafSource('mean', parts) });
}

function indexOf({ fields, combine, missing, notApplicable }: Shapes): Index {
  const criteria = fields.map((field, at): Criterion => {
    const children = field.leaves.map((leaf, n) => leafOf(`${at + 1}.${n + 1}`, leaf, n));
    const sums = field.combine === 'sum' && field.normalise === null;
    const max = sums ? exactText(sumExact(children.map((one) => one.max))) : '20';
    const { combine: how, normalise, weight } = field;
    return criterion(`${at + 1}`, max, { children, combine: how, normalise, weight });
  });
  const max = combine === 'sum' ? sumExact(criteria.map((one) => one.max)) : hundred;
  const figures = figureIds.map((id) => {
    return { id, name: id, kind: 'number' as const, from: null, to: null };
  });
  return { ...plainIndex, criteria, combine, max, missing, notApplicable, figures };
}

interface Given {
  readonly counts: readonly (readonly number[])[];
  readonly values: readonly (number | null)[];
}

const given: fc.Arbitrary<Given> = fc.record({
  counts: fc.array(fc.array(fc.nat(6), { minLength: 7, maxLength: 7 }), {
    minLength: 42,
    maxLength: 42,
  }),
  values: fc.array(fc.option(fc.nat(100), { nil: null, freq: 8 }), {
    minLength: 100,
    maxLength: 100,
  }),
});

function planOf(index: Index, all: readonly Unit[] = units): Plan {
  const blocks = ['xa', 'so'].map((id) => {
    return { id, name: id, units: all.filter(({ block }) => block === id).map((one) => one.id) };
  });
  const own = all.map(({ id }) => id);
  const groups = plan.groups.map((group) => {
    return { ...group, about: { kind: 'units' as const, units: own } };
  });
  return { ...plan, units: all, blocks, groups, index };
}

function talliesOf({ counts }: Given, all: readonly string[] = ids): Tallies {
  const cells = all.flatMap((id, at) =>
    [
      ['staff', 'q1'],
      ['staff', 'q2'],
      ['delegates', 'q3'],
    ].map(([group = '', question = ''], n) =>
      tally(group, id, question, counts[(3 * at + n) % counts.length] ?? []),
    ),
  );
  return { ...tallies, cells, batches: [] };
}

function pointsOf({ values }: Given, index: Index, all: readonly string[] = ids): Points {
  const leaves = index.criteria.flatMap(({ children }) => children);
  const value = (unitAt: number, at: number) => values[(unitAt * 13 + at) % values.length] ?? null;
  return {
    entries: all.flatMap((id, unitAt) =>
      leaves.flatMap(({ code, source }, at) => {
        const one = source?.kind === 'appraised' ? value(unitAt, at) : null;
        return one === null ? [] : [entry(id, code, '0', `${one / 10}`)];
      }),
    ),
    figures: all.flatMap((id, unitAt) =>
      figureIds.flatMap((figure, at) => {
        const one = value(unitAt, at + 7);
        return one === null ? [] : [{ unit: id, figure, value: exact(one) }];
      }),
    ),
    adjustments: [],
    simulated: [],
  };
}

function scored(a: Plan, b: Tallies, c: Points): readonly UnitScore[] {
  const result = score(a, b, c, where);
  if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join());
  return result.value.units;
}

function flat(criteria: readonly CriterionScore[]): readonly CriterionScore[] {
  return criteria.flatMap((one) => [one, ...flat(one.children)]);
}

function text(value: Exact | null): string | null {
  return value === null ? null : exactText(value);
}

function byUnit(all: readonly UnitScore[]): ReadonlyMap<string, unknown> {
  return new Map(
    all.map(({ unit: id, total, percent, rank, criteria, appraised, survey }) => [
      id,
      {
        points: [total, appraised, survey].map((one) => [text(one.points), text(one.max)]),
        percent: text(percent),
        rank,
        criteria: flat(criteria).map((one) => [text(one.points), text(one.max), one.applies]),
      },
    ]),
  );
}

const runs = { numRuns: 60 };

describe('any index', () => {
  test('the order of units and of what is given never matters', () => {
    fc.assert(
      fc.property(shapes(normaliseMethods), given, fc.nat(1000), (shape, some, seed) => {
        const index = indexOf(shape);
        const shuffled = [...units].sort((one, other) => hash(one.id, seed) - hash(other.id, seed));
        const [cells, points] = [talliesOf(some), pointsOf(some, index)];
        const turned = scored(
          planOf(index, shuffled),
          { ...cells, cells: [...cells.cells].reverse() },
          {
            ...points,
            entries: [...points.entries].reverse(),
            figures: [...points.figures].reverse(),
          },
        );
        expect(byUnit(turned)).toEqual(byUnit(scored(planOf(index), cells, points)));
      }),
      runs,
    );
  });

  test('new ids and codes change nothing', () => {
    fc.assert(
      fc.property(shapes(normaliseMethods), given, (shape, some) => {
        const index = indexOf(shape);
        const unitId = (id: string): string => `u-${id}`;
        const renamed = (criteria: readonly Criterion[]): readonly Criterion[] =>
          criteria.map((one) => ({
            ...one,
            code: `X${one.code}`,
            notFor: one.notFor.map(unitId),
            children: renamed(one.children),
          }));
        const named = { ...index, criteria: renamed(index.criteria) };
        const others = units.map((one) => ({ ...one, id: unitId(one.id) }));
        const own = others.map(({ id }) => id);
        const result = scored(
          planOf(named, others),
          talliesOf(some, own),
          pointsOf(some, named, own),
        );
        const plain = scored(planOf(index), talliesOf(some), pointsOf(some, index));
        const values = (all: readonly UnitScore[]) => [...byUnit(all).values()];
        expect(values(result)).toEqual(values(plain));
      }),
      runs,
    );
  });

  test('a unit added to one block changes no other block, unless values are set against all', () => {
    fc.assert(
      fc.property(shapes(normaliseMethods), given, (shape, some) => {
        const inBlock = (one: Criterion): Criterion => ({
          ...one,
          normalise: one.normalise === null ? null : { ...one.normalise, within: 'block' },
          children: one.children.map(inBlock),
        });
        const index = indexOf(shape);
        const own = { ...index, criteria: index.criteria.map(inBlock) };
        const more = [...units, unit('b4', 'Sở B4', 'so')];
        const all = more.map(({ id }) => id);
        const larger = scored(planOf(own, more), talliesOf(some, all), pointsOf(some, own, all));
        const before = scored(planOf(own), talliesOf(some), pointsOf(some, own));
        const xa = (scores: readonly UnitScore[]) =>
          byUnit(scores.filter(({ block }) => block === 'xa'));
        expect(xa(larger)).toEqual(xa(before));
      }),
      runs,
    );
  });

  test('points never leave their bounds, at any level', () => {
    fc.assert(
      fc.property(shapes(methods), given, (shape, some) => {
        const index = indexOf(shape);
        const parts = scored(planOf(index), talliesOf(some), pointsOf(some, index)).flatMap(
          (one) => [one.total, one.appraised, one.survey, ...flat(one.criteria)],
        );
        expect(parts.filter(({ points, max }) => points?.lt(0) || points?.gt(max))).toEqual([]);
      }),
      runs,
    );
  });

  test('rounding never changes a rank', () => {
    fc.assert(
      fc.property(shapes(normaliseMethods), given, fc.nat(3), (shape, some, decimals) => {
        const index = indexOf(shape);
        const all = scored(planOf(index), talliesOf(some), pointsOf(some, index));
        for (const one of all) {
          for (const other of all) {
            if (one.rank === null || other.rank === null || one.block !== other.block) continue;
            if (one.rank >= other.rank) continue;
            const [better, worse] = [one, other].map(({ percent }) =>
              Number(roundExact(percent ?? exact(0), decimals, 'half-up')),
            );
            expect(better).toBeGreaterThanOrEqual(worse ?? 0);
          }
        }
      }),
      runs,
    );
  });

  test('shrink and keep agree where everything applies and nothing is missing', () => {
    const everywhere = (one: Criterion): Criterion => {
      return { ...one, notFor: [], children: one.children.map(everywhere) };
    };
    fc.assert(
      fc.property(shapes(normaliseMethods), given, (shape, some) => {
        const index = indexOf({ ...shape, missing: 'none' });
        const own = { ...index, criteria: index.criteria.map(everywhere) };
        const points = pointsOf(some, own);
        const of = (notApplicable: 'shrink' | 'keep') =>
          byUnit(scored(planOf({ ...own, notApplicable }), talliesOf(some), points));
        expect(of('keep')).toEqual(of('shrink'));
      }),
      runs,
    );
  });

  test('what appraisal and survey give adds up to the total wherever both are told', () => {
    fc.assert(
      fc.property(shapes(normaliseMethods), given, (shape, some) => {
        const index = indexOf(shape);
        for (const one of scored(planOf(index), talliesOf(some), pointsOf(some, index))) {
          const { total, appraised, survey } = one;
          if (total.points === null || (appraised.points === null && survey.points === null)) {
            continue;
          }
          const points = [appraised.points, survey.points].flatMap((part) => part ?? []);
          expect(text(sumExact(points))).toBe(text(total.points));
          expect(text(appraised.max.add(survey.max))).toBe(text(total.max));
        }
      }),
      runs,
    );
  });
});

function hash(id: string, seed: number): number {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, seed);
}
