/** The scoring core beyond sums: sources, bands, normalised values, means, what does not apply or is missing, bonus and penalty. */
import { describe, expect, test } from 'vitest';
import type { Criterion, Index, LeafSource, Normalise, Plan, Unit } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import type { CriterionScore, UnitScore } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { type Exact, exact, exactText, roundExact } from '../src/stats/exact.ts';
import { type Expression, parseExpression } from '../src/stats/expression.ts';
import type { Tallies } from '../src/tallies.ts';
import {
  appraised,
  criterion,
  decimal,
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

type Given = Readonly<Record<string, string>>;

interface Scene {
  readonly index: Partial<Index>;
  readonly units?: readonly Unit[];
  /** Appraised points, figures, bonus and penalty by unit. */
  readonly given?: Readonly<Record<string, Given>>;
  readonly cells?: Tallies['cells'];
}

const [anBinh, binhHoa, camSon] = ['an-binh', 'binh-hoa', 'cam-son'];

function planOf({ index, units = plan.units }: Scene): Plan {
  const blocks = [...new Set(units.map(({ block }) => block))].map((id) => {
    const own = units.filter(({ block }) => block === id).map((one) => one.id);
    return { id, name: `Khối ${id}`, units: own };
  });
  const ids = units.map(({ id }) => id);
  const groups = plan.groups.map((group) => {
    return { ...group, about: { kind: 'units' as const, units: ids } };
  });
  return { ...plan, units, blocks, groups, index: { ...plainIndex, ...index } };
}

function pointsOf({ given = {}, index }: Scene): Points {
  const figures = new Set(index.figures?.map(({ id }) => id));
  const all = Object.entries(given).flatMap(([id, values]) =>
    Object.entries(values).map(([name, value]) => ({ id, name, value })),
  );
  return {
    entries: all
      .filter(({ name }) => !figures.has(name) && name !== 'bonus' && name !== 'penalty')
      .map(({ id, name, value }) => entry(id, name, '0', value)),
    figures: all
      .filter(({ name }) => figures.has(name))
      .map(({ id, name, value }) => ({ unit: id, figure: name, value: decimal(value) })),
    adjustments: all.flatMap(({ id, name, value }) =>
      name === 'bonus' || name === 'penalty'
        ? [{ ...entry(id, name, '0', value), kind: name }]
        : [],
    ),
    simulated: [],
  };
}

function run(scene: Scene) {
  const cells = { ...tallies, cells: scene.cells ?? tallies.cells };
  return score(planOf(scene), cells, pointsOf(scene), where);
}

function scored(scene: Scene): readonly UnitScore[] {
  const result = run(scene);
  if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join());
  return result.value.units;
}

function said(scene: Scene): readonly (readonly [string, unknown])[] {
  return run(scene).findings.map(({ code, args }) => [code, args]);
}

function text(value: Exact | null): string | null {
  return value === null ? null : exactText(value);
}

function percents(scene: Scene): readonly (string | null)[] {
  return scored(scene).map(({ percent }) => text(percent));
}

/** Points of a criterion, unit by unit. */
function pointsIn(scene: Scene, code: string): readonly (string | null)[] {
  const find = (all: readonly CriterionScore[]): readonly CriterionScore[] =>
    all.flatMap((one) => (one.code === code ? [one] : find(one.children)));
  return scored(scene).map(({ criteria }) => text(find(criteria)[0]?.points ?? null));
}

function figures(...ids: readonly string[]): Index['figures'] {
  return ids.map((id) => ({ id, name: `Số liệu ${id}`, kind: 'number', from: null, to: null }));
}

function expression(written: string): Expression {
  const parsed = parseExpression(written);
  if (!parsed.ok) throw new Error(written);
  return parsed.value;
}

function figure(code: string, max: string, id: string, more: Partial<Criterion> = {}): Criterion {
  return criterion(code, max, { source: { kind: 'figure', figure: id }, ...more });
}

const minMax: Normalise = {
  method: 'min-max',
  low: exact(1),
  high: exact(10),
  goals: null,
  reversed: false,
  within: 'block',
};

/** One value by unit. */
function values(...all: readonly (string | null)[]): Readonly<Record<string, Given>> {
  const ids = [anBinh, binhHoa, camSon, 'd', 'e'];
  return Object.fromEntries(
    all.map((value, at) => [ids[at], value === null ? {} : { f: value }] as const),
  );
}

describe('sources', () => {
  const leaf = (source: LeafSource): Criterion => criterion('1', '10', { source });

  test('a figure or formula gives points from 0 to the maximum; outside there are none', () => {
    const scene: Scene = {
      index: { criteria: [figure('1', '10', 'f')], figures: figures('f') },
      given: values('10', '10.5', '-1'),
    };
    expect(pointsIn(scene, '1')).toEqual(['10', null, null]);
    expect(said(scene)).toEqual([
      [
        'scores/outside-maximum',
        {
          criterion: '1',
          max: '10',
          units: [
            { unit: 'Xã Bình Hòa', figure: '10.5' },
            { unit: 'Xã Cẩm Sơn', figure: '-1' },
          ],
        },
      ],
    ]);
  });

  test('a formula without a figure, or divided by 0, has no value; each is said', () => {
    const source = { kind: 'formula', expression: expression('max * f / g') } as const;
    const scene: Scene = {
      index: { criteria: [leaf(source)], figures: figures('f', 'g') },
      given: {
        [anBinh]: { f: '3', g: '7' },
        [binhHoa]: { f: '3', g: '0' },
        [camSon]: { f: '3' },
      },
    };
    expect(pointsIn(scene, '1')).toEqual(['30/7', null, null]);
    expect(said(scene)).toEqual([
      ['scores/no-result', { criterion: '1', formula: 'max * f / g', units: ['Xã Bình Hòa'] }],
      ['scores/no-figure', { figures: ['Số liệu g'], units: ['Xã Cẩm Sơn'], criteria: ['1'] }],
    ]);
  });

  test('conditions: the maximum or 0; what is not known matters only where it could change that', () => {
    const conditions = ['f', 'g >= 4'].map(expression);
    const scene = (need: 'all' | 'any'): Scene => ({
      index: {
        criteria: [leaf({ kind: 'conditions', need, conditions })],
        figures: figures('f', 'g'),
      },
      given: { [anBinh]: { f: '1', g: '4' }, [binhHoa]: { f: '0' }, [camSon]: { f: '1' } },
    });
    expect(pointsIn(scene('all'), '1')).toEqual(['10', '0', null]);
    expect(pointsIn(scene('any'), '1')).toEqual(['10', null, '10']);
  });

  test('a table of percents instead of the points of the scale, and weights of questions', () => {
    // q1: 2 3 1 0 0 (1 outside); q2: 4 2 2 0 0.
    const base = leafSource('mean', [part('staff', '1', ['q1', 'q2'])]);
    if (base.kind !== 'survey') throw new Error('a survey leaf');
    const table = (all: readonly number[]) =>
      Object.fromEntries(all.map((percent, at) => [`${5 - at}`, exact(percent)]));
    const parts = base.parts.map((one) => ({ ...one, questionWeights: [exact(3), exact(1)] }));
    const tables = { q1: table([100, 60, 20, 0, 0]), q2: table([100, 50, 0, 0, 0]) };
    const scene: Scene = { index: { criteria: [leaf({ ...base, parts, tables })] } };
    // q1: (200 + 180 + 20) ÷ 6 = 200/3; q2: (400 + 100) ÷ 8 = 62.5; (3 × 200/3 + 62.5) ÷ 4.
    expect(pointsIn(scene, '1')[0]).toBe('6.5625');
    const part1 = scored(scene)[0]?.criteria[0]?.leaf;
    const question = part1?.kind === 'survey' ? part1.parts[0]?.questions[0] : undefined;
    expect(Object.entries(question?.table ?? {}).map(([code, one]) => [code, text(one)])).toEqual([
      ['1', '0'],
      ['2', '0'],
      ['3', '20'],
      ['4', '60'],
      ['5', '100'],
    ]);
  });

  test('A 100, B 60, C 20, D 0', () => {
    const base = leafSource('mean', [part('staff', '1', ['q1'])]);
    if (base.kind !== 'survey') throw new Error('a survey leaf');
    const tables = { q1: { 5: exact(100), 4: exact(60), 3: exact(20), 2: exact(0) } };
    const cells = [tally('staff', anBinh ?? '', 'q1', [10, 5, 4, 1])];
    const scene = { index: { criteria: [leaf({ ...base, tables })] }, cells };
    expect(pointsIn(scene, '1')[0]).toBe('6.9');
  });

  test('too few answers of a group leave the leaf without points', () => {
    const base = leafSource('share', [part('staff', '1', ['q1'])]);
    if (base.kind !== 'survey') throw new Error('a survey leaf');
    const scene: Scene = { index: { criteria: [leaf({ ...base, minRatings: 7 })], hideBelow: 1 } };
    expect(pointsIn(scene, '1').map((one) => one === null)).toEqual([true, false, true]);
    expect(said(scene)).toEqual([
      [
        'scores/too-few-ratings',
        {
          group: 'Công chức xã',
          criteria: ['1'],
          least: 7,
          units: [
            { unit: 'Xã An Bình', figure: '6' },
            { unit: 'Xã Cẩm Sơn', figure: '6' },
          ],
        },
      ],
    ]);
  });

  test('weights of respondents change the mean, not the number of answers', () => {
    const cell = tally('staff', anBinh ?? '', 'q1', [2, 2]);
    const cells = [{ ...cell, weighted: { 5: exact(3), 4: exact(1), 3: exact(0) } }];
    const source = leafSource('mean', [part('staff', '1', ['q1'])]);
    const [first] = scored({ index: { criteria: [leaf(source)] }, cells });
    const found = first?.criteria[0]?.leaf;
    const question = found?.kind === 'survey' ? found.parts[0]?.questions[0] : undefined;
    expect([question?.base, text(question?.percent ?? null)]).toEqual([4, '93.75']);
  });
});

describe('bands', () => {
  const bands = [
    { from: exact(90), points: exact(3) },
    { from: exact(80), points: exact(2) },
    { from: exact(60), points: exact(1) },
  ];

  test('the highest threshold that is reached; below the lowest there are no points', () => {
    const index = { criteria: [figure('1', '3', 'f', { bands })], figures: figures('f') };
    const scene = { index, given: values('90', '89.999', '59') };
    expect(pointsIn(scene, '1')).toEqual(['3', '2', null]);
    expect(said(scene)).toEqual([
      [
        'scores/no-band',
        { criterion: '1', lowest: '60', units: [{ unit: 'Xã Cẩm Sơn', figure: '59' }] },
      ],
    ]);
  });

  test('the value of a survey leaf is its percent', () => {
    const source = leafSource('share', [part('staff', '1', ['q3'])]);
    const scene: Scene = { index: { criteria: [criterion('1', '3', { source, bands })] } };
    const [first] = scored(scene);
    expect(text(first?.criteria[0]?.value ?? null)).toBe('75');
    expect(pointsIn(scene, '1')[0]).toBe('1');
  });
});

describe('values set against the other units', () => {
  const normalised = (
    change: Partial<Normalise>,
    more: Partial<Criterion> = {},
  ): Partial<Index> => ({
    criteria: [figure('1', '10', 'f', { normalise: { ...minMax, ...change }, ...more })],
    figures: figures('f'),
  });
  const five = [...plan.units, unit('d', 'Xã D'), unit('e', 'Xã E')];

  test('min–max to 1–10, and reversed', () => {
    const given = values('20', '50', '30');
    expect(pointsIn({ index: normalised({}), given }, '1')).toEqual(['1', '10', '4']);
    expect(pointsIn({ index: normalised({ reversed: true }), given }, '1')).toEqual([
      '10',
      '1',
      '7',
    ]);
  });

  test('goalposts follow their goals; nobody else matters', () => {
    const goals = { worst: exact(40), best: exact(0) };
    const index = normalised({ method: 'goalposts', goals, low: exact(0) });
    expect(pointsIn({ index, given: values('20', '50', null) }, '1')).toEqual(['5', '0', null]);
  });

  test('standard scores', () => {
    const index = normalised({ method: 'z-score', low: exact(50), high: exact(10) });
    // Mean 4, deviation 2.
    expect(pointsIn({ index, given: values('2', '4', '6') }, '1')).toEqual(['40', '50', '60']);
    const reversed = normalised({
      method: 'z-score',
      low: exact(50),
      high: exact(10),
      reversed: true,
    });
    expect(pointsIn({ index: reversed, given: values('2', '4', '6') }, '1')).toEqual([
      '60',
      '50',
      '40',
    ]);
  });

  test('ranks and percentiles share the lower place', () => {
    const given = values('5', '7', '7', '9', null);
    const of = (method: Normalise['method']) =>
      pointsIn({ index: normalised({ method, low: exact(0) }), given, units: five }, '1');
    expect(of('rank')).toEqual(['2.5', '5', '5', '10', null]);
    expect(of('percentile')).toEqual(['0', '10/3', '10/3', '10', null]);
  });

  test('units that are not ranked take no part and are placed among the others, never beyond them', () => {
    const units = [...plan.units, unit('d', 'Xã D', 'xa', false), unit('e', 'Xã E', 'xa', false)];
    const given = values('20', '50', '30', '35', '80');
    expect(pointsIn({ index: normalised({}), given, units }, '1')).toEqual([
      '1',
      '10',
      '4',
      '5.5',
      '10',
    ]);
    const rank = normalised({ method: 'rank' });
    expect(pointsIn({ index: rank, given, units }, '1')).toEqual([
      '10/3',
      '10',
      '20/3',
      '10',
      '10',
    ]);
  });

  test('within a block, or among all', () => {
    const units = [...plan.units, unit('d', 'Sở D', 'so'), unit('e', 'Sở E', 'so')];
    const given = values('20', '50', '30', '40', '60');
    const inBlock = pointsIn({ index: normalised({}), given, units }, '1');
    const amongAll = pointsIn({ index: normalised({ within: 'all' }), given, units }, '1');
    expect(inBlock).toEqual(['1', '10', '4', '1', '10']);
    expect(amongAll).toEqual(['1', '7.75', '3.25', '5.5', '10']);
  });

  test('nothing to tell units apart: no points, and one finding for each block', () => {
    const given = values('7', '7', '7');
    const scene = { index: normalised({}), given };
    expect(pointsIn(scene, '1')).toEqual([null, null, null]);
    const args = { criterion: '1', block: 'Khối xa', units: 3, value: '7' };
    expect(said(scene)).toEqual([['scores/cannot-normalise', args]]);
  });

  test('what does not apply to a unit does not measure the others', () => {
    const index = normalised({}, { notFor: [camSon ?? ''] });
    expect(pointsIn({ index, given: values('20', '50', '90') }, '1')).toEqual(['1', '10', null]);
  });

  test('a criterion with children is normalised by its percent', () => {
    const children = [
      criterion('1.1', '4', appraised),
      criterion('1.2', '6', { ...appraised, notFor: [anBinh ?? ''] }),
    ];
    const index = { criteria: [criterion('1', '10', { children, normalise: minMax })] };
    const given = {
      [anBinh ?? '']: { '1.1': '2' },
      [binhHoa ?? '']: { '1.1': '4', '1.2': '5' },
      [camSon ?? '']: { '1.1': '2', '1.2': '5' },
    };
    const found = scored({ index, given }).map(({ criteria: [one] }) => [
      text(one?.value ?? null),
      text(one?.points ?? null),
      text(one?.max ?? null),
    ]);
    expect(found).toEqual([
      ['50', '1', '10'],
      ['90', '10', '10'],
      ['70', '5.5', '10'],
    ]);
  });
});

describe('how criteria come together', () => {
  const two = (combine: Criterion['combine'], more: Partial<Criterion> = {}): Partial<Index> => ({
    criteria: [
      criterion('1', '10', {
        combine,
        children: [
          criterion('1.1', '5', { ...appraised, weight: exact(3) }),
          criterion('1.2', '20', { ...appraised, weight: exact(1) }),
        ],
        ...more,
      }),
    ],
    max: exact(10),
  });
  const given = {
    [anBinh ?? '']: { '1.1': '4', '1.2': '4' },
    [binhHoa ?? '']: { '1.1': '5', '1.2': '20' },
    [camSon ?? '']: { '1.1': '5', '1.2': '0' },
  };

  test('means of percents, times the maximum', () => {
    // 80 % and 20 %, 100 % and 100 %, 100 % and 0 %, with weights 3 and 1.
    expect(percents({ index: two('mean'), given })).toEqual(['65', '100', '75']);
    expect(percents({ index: two('harmonic'), given })).toEqual(['320/7', '100', '0']);
    const [first, ...others] = scored({ index: two('geometric'), given }).map(
      ({ percent }) => percent,
    );
    expect(first?.valueOf()).toBeCloseTo(100 * 0.8 ** 0.75 * 0.2 ** 0.25, 10);
    expect(others.map((one) => text(one ?? null))).toEqual(['100', '0']);
  });

  test('all and any: the maximum or 0, and what is missing matters only where it could change that', () => {
    const some = { ...given, [anBinh ?? '']: { '1.1': '4' }, [camSon ?? '']: { '1.1': '5' } };
    expect(percents({ index: two('all'), given: some })).toEqual(['0', '100', null]);
    expect(percents({ index: two('any'), given: some })).toEqual([null, '100', '100']);
  });

  test('negative points have no geometric mean', () => {
    const index: Partial<Index> = {
      ...two('geometric'),
      criteria: [
        criterion('1', '10', {
          combine: 'geometric',
          children: [
            figure('1.1', '1', 'f', {
              normalise: { ...minMax, method: 'z-score', low: exact(0), high: exact(1) },
            }),
          ],
        }),
      ],
      figures: figures('f'),
    };
    const scene = { index, given: values('1', '2', '3') };
    expect(percents(scene)).toEqual([null, '0', '100']);
    expect(said(scene)).toContainEqual([
      'scores/negative-in-mean',
      { criterion: '1', combine: 'geometric', units: ['Xã An Bình'] },
    ]);
  });

  test('PCI 2021: ten sub-indices out of 10 with weights 5, 5, 20, 5, 10, 5, 5, 20, 20, 5', () => {
    const weights = [5, 5, 20, 5, 10, 5, 5, 20, 20, 5];
    const criteria = weights.map((weight, at) =>
      criterion(`${at + 1}`, '10', { ...appraised, weight: exact(weight) }),
    );
    const row = Object.fromEntries(weights.map((_, at) => [`${at + 1}`, `${5 + at / 2}`]));
    const index = { criteria, combine: 'mean', max: exact(100) } as const;
    // Σ weight × points ÷ 10.
    expect(percents({ index, given: { [anBinh ?? '']: row } })[0]).toBe('75');
  });
});

describe('what does not apply', () => {
  const criteria = [
    criterion('1', '20', {
      children: [
        criterion('1.1', '10', appraised),
        criterion('1.2', '10', { ...appraised, notFor: [anBinh ?? ''] }),
      ],
    }),
    criterion('2', '80', appraised),
  ];
  const given = {
    [anBinh ?? '']: { '1.1': '8', 2: '75' },
    [binhHoa ?? '']: { '1.1': '9', '1.2': '9', 2: '74' },
    [camSon ?? '']: { '1.1': '7', '1.2': '8', 2: '70' },
  };

  test('shrink and keep rank differently', () => {
    const ranks = (notApplicable: 'shrink' | 'keep') => {
      const units = scored({ index: { criteria, notApplicable }, given });
      return units.map(({ percent, rank, total }) => [text(percent), text(total.max), rank]);
    };
    expect(ranks('shrink')).toEqual([
      ['830/9', '90', 1],
      ['92', '100', 2],
      ['85', '100', 3],
    ]);
    expect(ranks('keep')).toEqual([
      ['91', '100', 2],
      ['92', '100', 1],
      ['85', '100', 3],
    ]);
  });

  test('the parts still add up to the total', () => {
    const mixed = [
      criterion('1', '20', {
        children: [
          criterion('1.1', '10', appraised),
          criterion('1.2', '5', { source: leafSource('mean', [part('staff', '1', ['q1'])]) }),
          criterion('1.3', '5', { ...appraised, notFor: [anBinh ?? ''] }),
        ],
      }),
      criterion('2', '80', appraised),
    ];
    const few = { [anBinh ?? '']: { '1.1': '8', 2: '75' } };
    for (const notApplicable of ['shrink', 'keep'] as const) {
      const [one] = scored({ index: { criteria: mixed, notApplicable }, given: few });
      if (one === undefined || one.appraised.points === null || one.survey.points === null) {
        throw new Error('there are points');
      }
      expect(text(one.appraised.points.add(one.survey.points))).toBe(text(one.total.points));
      expect(text(one.appraised.max.add(one.survey.max))).toBe(text(one.total.max));
    }
  });

  test('Thanh Hóa 2023 and Vĩnh Linh 2021 as published', () => {
    const published = (max: string, not: string, points: string) => {
      const own = [
        criterion('1', max, appraised),
        criterion('2', not, { ...appraised, notFor: [anBinh ?? ''] }),
      ];
      const [one] = scored({ index: { criteria: own }, given: { [anBinh ?? '']: { 1: points } } });
      return roundExact(one?.percent ?? exact(0), 2, 'half-up');
    };
    expect(published('84', '16', '68.32')).toBe('81.33');
    expect(published('99', '1', '86.39')).toBe('87.26');
  });

  test('a survey that was not held leaves the appraised part; a unit without answers is another matter', () => {
    const source = leafSource('mean', [part('staff', '1', ['q1'])]);
    const index = {
      survey: 'optional',
      criteria: [criterion('1', '70', appraised), criterion('2', '30', { source })],
    } as const;
    const units = [unit('an-binh', 'Phòng A', 'phong'), ...plan.units.slice(1)];
    const cells = [tally('staff', binhHoa ?? '', 'q1', [1, 1])];
    const points = {
      [anBinh ?? '']: { 1: '63' },
      [binhHoa ?? '']: { 1: '63' },
      [camSon ?? '']: { 1: '63' },
    };
    const scene = { index, units, cells, given: points };
    expect(percents(scene)).toEqual(['90', '89.25', null]);
    expect(scored(scene).map(({ surveyHeld }) => surveyHeld)).toEqual([false, true, true]);
    expect(said(scene)).toContainEqual(['scores/survey-not-held', { blocks: ['Khối phong'] }]);
  });
});

describe('what is missing', () => {
  const criteria = [
    criterion('1', '10', {
      children: [criterion('1.1', '4', appraised), criterion('1.2', '6', appraised)],
    }),
    criterion('2', '10', appraised),
  ];
  const given = {
    [anBinh ?? '']: { '1.1': '4', 2: '5' },
    [binhHoa ?? '']: { 2: '5' },
    [camSon ?? '']: { '1.1': '2', '1.2': '6', 2: '5' },
  };

  test('none: no total; drop: the others alone, and it is said', () => {
    expect(percents({ index: { criteria }, given })).toEqual([null, null, '65']);
    const scene = { index: { criteria, missing: 'drop' } as const, given };
    expect(percents(scene)).toEqual(['450/7', '50', '65']);
    const without = said(scene).filter(([code]) => code === 'scores/scored-without');
    expect(without).toEqual([
      ['scores/scored-without', { units: ['Xã An Bình'], criteria: ['1.2'] }],
      ['scores/scored-without', { units: ['Xã Bình Hòa'], criteria: ['1'] }],
    ]);
  });

  test('all of it missing is missing, not dropped', () => {
    const scene = { index: { criteria, missing: 'drop' } as const, given: {} };
    expect(percents(scene)).toEqual([null, null, null]);
  });
});

describe('bonus and penalty', () => {
  const criteria = [criterion('1', '100', appraised)];
  const caps = { bonus: exact(5), penalty: exact(5) };

  test('Tiền Giang 2020: totals above 100', () => {
    const given = {
      [anBinh ?? '']: { 1: '97.14', bonus: '3' },
      [binhHoa ?? '']: { 1: '98.59', bonus: '2', penalty: '0.5' },
      [camSon ?? '']: { 1: '97' },
    };
    const units = scored({ index: { criteria, ...caps }, given });
    expect(units.map(({ percent, total, rank }) => [text(percent), text(total.max), rank])).toEqual(
      [
        ['100.14', '100', 1],
        ['100.09', '100', 2],
        ['97', '100', 3],
      ],
    );
    expect(units.map(({ bonus, penalty }) => [text(bonus), text(penalty)])).toEqual([
      ['3', '0'],
      ['2', '0.5'],
      ['0', '0'],
    ]);
  });

  test('not above what the plan allows; below 0 where the penalty says so', () => {
    const given = {
      [anBinh ?? '']: { 1: '97.14', bonus: '3' },
      [binhHoa ?? '']: { 1: '100' },
      [camSon ?? '']: { 1: '2', penalty: '4.5' },
    };
    const scene = { index: { criteria, ...caps, highest: exact(100) }, given };
    expect(percents(scene)).toEqual(['100', '100', '-2.5']);
    expect(said(scene)).toEqual([
      ['scores/below-zero', { units: [{ unit: 'Xã Cẩm Sơn', figure: '-2.5' }] }],
      ['scores/capped', { highest: '100', units: ['Xã An Bình'] }],
    ]);
  });

  test('without points there is no total, bonus or not', () => {
    const given = { [anBinh ?? '']: { bonus: '3' } };
    expect(percents({ index: { criteria, ...caps }, given })[0]).toBeNull();
  });
});
