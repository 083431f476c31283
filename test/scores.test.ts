import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Index, Plan, Unit } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import type { CriterionScore, Scores, UnitScore } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { type Exact, exact, exactText, roundExact } from '../src/stats/exact.ts';
import type { Tallies } from '../src/tallies.ts';
import {
  appraised,
  band,
  criterion,
  entry,
  group,
  leafSource,
  part,
  plan,
  points,
  tallies,
  tally,
  unit,
  where,
} from './hand-worked.ts';

function scored(a: Plan, b: Tallies, c: Points): Scores {
  const result = score(a, b, c, where);
  if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join());
  return result.value;
}

function findings(a: Plan, b: Tallies, c: Points): readonly unknown[] {
  return score(a, b, c, where).findings.map(({ code, args }) => ({ code, args }));
}

function unitOf(scores: Scores, id: string): UnitScore {
  const found = scores.units.find((one) => one.unit === id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
}

function flat(criteria: readonly CriterionScore[]): readonly CriterionScore[] {
  return criteria.flatMap((one) => [one, ...flat(one.children)]);
}

function text(value: Exact | null): string | null {
  return value === null ? null : exactText(value);
}

/** code → points (exact) / maximum, or `n/a`. */
function sheet(found: UnitScore): Record<string, string | null> {
  return Object.fromEntries(
    flat(found.criteria).map((one) => [
      one.code,
      one.applies ? `${text(one.points)} / ${text(one.max)}` : 'n/a',
    ]),
  );
}

function withIndex(change: Partial<Index>): Plan {
  if (plan.index === null) throw new Error('the plan has an index');
  return { ...plan, index: { ...plan.index, ...change } };
}

describe('the survey worked out by hand', () => {
  const scores = scored(plan, tallies, points);

  test('An Bình: every point', () => {
    const found = unitOf(scores, 'an-binh');
    expect(sheet(found)).toEqual({
      1: '8.1575 / 10',
      '1.1': '3.5 / 4',
      '1.2': '4.6575 / 6',
      2: '8.25 / 10',
      '2.1': '4.25 / 5',
      '2.2': '4 / 5',
    });
    expect(text(found.total.points)).toBe('16.4075');
    expect(text(found.percent)).toBe('82.0375');
    expect([text(found.appraised.points), text(found.appraised.max)]).toEqual(['7.75', '9']);
    expect([text(found.survey.points), text(found.survey.max)]).toEqual(['8.6575', '11']);
    expect([found.rank, found.class]).toEqual([1, 'Tốt']);
  });

  test('Bình Hòa: 1.1 is not appraised, so there is no total, no rank and no class', () => {
    const found = unitOf(scores, 'binh-hoa');
    expect(sheet(found)).toEqual({
      1: 'null / 10',
      '1.1': 'null / 4',
      '1.2': '1327/280 / 6',
      2: '607/70 / 10',
      '2.1': '4.5 / 5',
      '2.2': '146/35 / 5',
    });
    expect([text(found.appraised.points), text(found.survey.points)]).toEqual([null, '499/56']);
    expect([text(found.total.max), found.percent]).toEqual(['20', null]);
    expect([found.rank, found.class]).toEqual([null, null]);
  });

  test('Cẩm Sơn: 2.1 does not apply and leaves its maximum', () => {
    const found = unitOf(scores, 'cam-son');
    expect(sheet(found)).toEqual({
      1: '7.24 / 10',
      '1.1': '3.25 / 4',
      '1.2': '3.99 / 6',
      2: '3.2 / 5',
      '2.1': 'n/a',
      '2.2': '3.2 / 5',
    });
    expect(text(found.total.points)).toBe('10.44');
    expect(text(found.total.max)).toBe('15');
    expect(text(found.percent)).toBe('69.6');
    expect([found.rank, found.class]).toEqual([2, 'Trung bình']);
  });

  test('each score can be walked down to its answers and batches', () => {
    const leaf = flat(unitOf(scores, 'an-binh').criteria).find(({ code }) => code === '1.2')?.leaf;
    if (leaf?.kind !== 'survey') throw new Error('1.2 is a survey leaf');
    expect(text(leaf.percent)).toBe('77.625');
    expect(
      leaf.parts.map((part) => [
        part.group,
        text(part.percent),
        part.questions.map(({ question, base, percent, batches }) => {
          return [question, base, text(percent), batches];
        }),
      ]),
    ).toEqual([
      [
        'staff',
        '1925/24',
        [
          ['q1', 6, '475/6', ['staff-batch']],
          ['q2', 8, '81.25', ['staff-batch']],
        ],
      ],
      [
        'delegates',
        '73.75',
        [
          ['q1', 10, '72.5', ['delegates-batch']],
          ['q2', 9, '75', ['delegates-batch']],
        ],
      ],
    ]);
  });

  test('the missing score is said, once, with its unit and criterion', () => {
    expect(findings(plan, tallies, points)).toEqual([
      { code: 'scores/no-points', args: { units: ['Xã Bình Hòa'], criteria: ['1.1'] } },
    ]);
  });
});

describe('missing answers', () => {
  test('a group without a valid answer leaves the leaf without points: its weight is not moved', () => {
    const silent = {
      ...tallies,
      cells: tallies.cells.map((cell) =>
        cell.group === 'delegates' && cell.unit === 'an-binh' && cell.question === 'q2'
          ? tally('delegates', 'an-binh', 'q2', [0, 0, 0, 0, 0, 9, 1])
          : cell,
      ),
    };
    const found = unitOf(scored(plan, silent, points), 'an-binh');
    expect(sheet(found)['1.2']).toBe('null / 6');
    expect(sheet(found)['2.2']).toBe('4 / 5');
    expect(found.total.points).toBeNull();
    expect(findings(plan, silent, points)).toContainEqual({
      code: 'scores/no-answers',
      args: {
        group: 'Đại biểu HĐND huyện',
        units: ['Xã An Bình'],
        questions: ['q2'],
        criteria: ['1.2'],
      },
    });
  });

  test('a group that is silent about everybody is one finding, not one for every unit', () => {
    const half = { ...tallies, cells: tallies.cells.filter(({ group: g }) => g === 'staff') };
    expect(
      findings(plan, half, points).filter((one) => JSON.stringify(one).includes('answers')),
    ).toEqual([
      {
        code: 'scores/no-answers',
        args: {
          group: 'Đại biểu HĐND huyện',
          units: ['Xã An Bình', 'Xã Bình Hòa', 'Xã Cẩm Sơn'],
          questions: ['q1', 'q2', 'q3'],
          criteria: ['1.2', '2.2'],
        },
      },
    ]);
  });

  test('a group with weight 0 may stay silent', () => {
    const parts = [part('staff', '1', ['q3']), part('delegates', '0', ['q3'])];
    const source = leafSource('share', parts);
    const one = withIndex({ criteria: [criterion('1', '10', { source })] });
    const half = { ...tallies, cells: tallies.cells.filter(({ group: g }) => g === 'staff') };
    expect(sheet(unitOf(scored(one, half, points), 'an-binh'))).toEqual({ 1: '7.5 / 10' });
  });

  test('groups counted together are one group: their answers are added before the mean', () => {
    const only = (group: string, members: readonly string[]) => {
      const parts = [part(group, '1', ['q3'], members)];
      const source = leafSource('share', parts);
      return withIndex({ criteria: [criterion('1', '100', { source })] });
    };
    const counted = (index: Plan) => {
      const [leaf] = unitOf(scored(index, tallies, points), 'an-binh').criteria;
      const part = leaf?.leaf?.kind === 'survey' ? leaf.leaf.parts[0]?.questions[0] : undefined;
      return { base: part?.base ?? 0, positive: Number(part?.percent ?? 0) * (part?.base ?? 0) };
    };
    const [staff, delegates] = [counted(only('staff', [])), counted(only('delegates', []))];
    const together = counted(only('staff', ['delegates']));
    expect(together.base).toBe(staff.base + delegates.base);
    expect(together.positive).toBeCloseTo(staff.positive + delegates.positive, 9);
  });

  test('points on a question that a group never sees are not made up', () => {
    expect(sheet(unitOf(scored(plan, { ...tallies, cells: [] }, points), 'an-binh'))['2']).toBe(
      'null / 10',
    );
  });
});

describe('what applies', () => {
  test('a unit to which nothing applies has no points, no percentage and no rank', () => {
    const none = withIndex({
      criteria: [criterion('1', '5', { ...appraised, notFor: ['cam-son'] })],
    });
    const found = unitOf(
      scored(none, tallies, { ...points, entries: [entry('an-binh', '1', '1', '1')] }),
      'cam-son',
    );
    expect([found.total.points, text(found.total.max), found.percent, found.rank]).toEqual([
      null,
      '0',
      null,
      null,
    ]);
    expect(findings(none, tallies, points)).not.toContainEqual(
      expect.objectContaining({ args: expect.objectContaining({ units: ['Xã Cẩm Sơn'] }) }),
    );
  });

  test('a parent that does not apply takes its children with it', () => {
    const index = withIndex({
      criteria: [
        criterion('1', '4', { notFor: ['an-binh'], children: [criterion('1.1', '4', appraised)] }),
        criterion('2', '6', appraised),
      ],
    });
    const entries = [entry('an-binh', '2', '6', '3')];
    const found = unitOf(scored(index, tallies, { ...points, entries }), 'an-binh');
    expect(sheet(found)).toEqual({ 1: 'n/a', '1.1': 'n/a', 2: '3 / 6' });
    expect(text(found.percent)).toBe('50');
  });

  test('only the groups that rate a unit count for it', () => {
    const index = withIndex({
      criteria: [
        criterion('1', '10', {
          source: leafSource('share', [part('staff', '1', ['q3']), part('elsewhere', '1', ['q3'])]),
        }),
      ],
    });
    const other: Plan = {
      ...index,
      units: [...plan.units, unit('thi-tran', 'Thị trấn', 'tt')],
      groups: [
        ...plan.groups,
        group('elsewhere', 'Người dân', { over: { kind: 'units', units: ['thi-tran'] } }),
      ],
    };
    const cells = [...tallies.cells, tally('elsewhere', 'thi-tran', 'q3', [1, 0, 1])];
    const scores = scored(other, { ...tallies, cells }, points);
    expect(sheet(unitOf(scores, 'an-binh'))).toEqual({ 1: '7.5 / 10' });
    expect(sheet(unitOf(scores, 'thi-tran'))).toEqual({ 1: '5 / 10' });
  });
});

describe('ranks and classes', () => {
  const one = withIndex({ criteria: [criterion('1', '100', appraised)] });
  const given = (values: Readonly<Record<string, string>>): Points => ({
    entries: Object.entries(values).map(([id, value]) => entry(id, '1', '0', value)),
    adjustments: [],
    figures: [],
    simulated: [],
  });

  test('equal percentages share a rank; the unrounded value decides', () => {
    const scores = scored(
      one,
      tallies,
      given({ 'an-binh': '90.021', 'binh-hoa': '90.019', 'cam-son': '90.021' }),
    );
    expect(scores.units.map(({ rank }) => rank)).toEqual([1, 3, 1]);
    expect(
      scores.units.map(({ percent }) => roundExact(percent ?? exact(0), 2, 'half-up')),
    ).toEqual(['90.02', '90.02', '90.02']);
  });

  test('a unit out of the ranking has points and class but takes no rank up', () => {
    const units = [unit('an-binh', 'Xã An Bình', 'xa', false), ...plan.units.slice(1)];
    const scores = scored(
      { ...one, units },
      tallies,
      given({ 'an-binh': '99', 'binh-hoa': '80', 'cam-son': '79.99' }),
    );
    expect(scores.units.map(({ rank, class: label }) => [rank, label])).toEqual([
      [null, 'Xuất sắc'],
      [1, 'Tốt'],
      [2, 'Khá'],
    ]);
  });

  test('a class that the printed figure contradicts is pointed out', () => {
    const values = given({ 'an-binh': '89.996', 'binh-hoa': '90', 'cam-son': '89.99' });
    expect(scored(one, tallies, values).units.map(({ class: label }) => label)).toEqual([
      'Tốt',
      'Xuất sắc',
      'Tốt',
    ]);
    expect(findings(one, tallies, values)).toEqual([
      {
        code: 'scores/class-edge',
        args: { unit: 'Xã An Bình', printed: '90.00', class: 'Tốt', looksLike: 'Xuất sắc' },
      },
    ]);
  });

  test('below the lowest class there is none', () => {
    const floor = withIndex({
      criteria: [criterion('1', '100', appraised)],
      classes: [band('Đạt', 50)],
    });
    const values = given({ 'an-binh': '49.9', 'binh-hoa': '50', 'cam-son': '51' });
    expect(findings(floor, tallies, values)).toEqual([
      { code: 'scores/no-class', args: { unit: 'Xã An Bình', missed: [] } },
    ]);
  });

  test('a block may have classes of its own', () => {
    // Nam Định 2020: the same percentage is group II for departments and group I for districts.
    const own = withIndex({
      criteria: [criterion('1', '100', appraised)],
      classesByBlock: { xa: [band('Nhóm I', 80)] },
    });
    const values = given({ 'an-binh': '85', 'binh-hoa': '86', 'cam-son': '87' });
    expect(scored(own, tallies, values).units.map(({ class: label }) => label)).toEqual(
      Array(3).fill('Nhóm I'),
    );
  });

  test('ranking on points and on percent differ where maxima do', () => {
    const criteria = [
      criterion('1', '50', appraised),
      criterion('2', '50', { ...appraised, notFor: ['cam-son'] }),
    ];
    const entries = [
      entry('an-binh', '1', '0', '40'),
      entry('an-binh', '2', '0', '40'),
      entry('binh-hoa', '1', '0', '30'),
      entry('binh-hoa', '2', '0', '30'),
      entry('cam-son', '1', '0', '45'),
    ];
    const ranks = (on: 'percent' | 'points') =>
      scored(
        withIndex({ criteria, rank: { within: 'block', on, ties: 'joint', tieBreakers: [] } }),
        tallies,
        {
          entries,
          adjustments: [],
          figures: [],
          simulated: [],
        },
      ).units.map(({ rank }) => rank);
    expect(ranks('percent')).toEqual([2, 3, 1]);
    expect(ranks('points')).toEqual([1, 2, 3]);
  });

  test('a rehearsal is not mixed with real figures', () => {
    const codes = (seeds: readonly string[], pointSeeds: readonly string[]) =>
      score(
        plan,
        { ...tallies, simulated: seeds },
        { ...points, simulated: pointSeeds },
        where,
      ).findings.map(({ code, args }) => [code, args]);
    expect(codes(['7'], [])).toEqual([['scores/mixed-rehearsal', { simulated: 'returns' }]]);
    expect(codes([], ['7'])).toEqual([['scores/mixed-rehearsal', { simulated: 'points' }]]);
    expect(codes(['7'], ['8']).map(([code]) => code)).toEqual(['scores/no-points']);
  });

  test('a plan without an index cannot be scored', () => {
    const result = score({ ...plan, index: null }, tallies, points, where);
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ code }) => code)).toEqual(['scores/no-index']);
  });
});

describe('whatever comes back', () => {
  const counts = fc.array(fc.nat(12), { minLength: 7, maxLength: 7 });
  const ids = plan.units.map(({ id }) => id);
  const someTallies = fc.array(counts, { minLength: 18, maxLength: 18 }).map((all): Tallies => {
    const cells = tallies.cells.map((cell, at) =>
      tally(cell.group, cell.unit, cell.question, all[at] ?? []),
    );
    return { ...tallies, cells };
  });
  const somePoints = fc.array(fc.nat(400), { minLength: 3, maxLength: 3 }).map((all): Points => {
    const entries = ids.flatMap((id, at) => [
      entry(id, '1.1', '0', `${(all[at] ?? 0) / 100}`),
      ...(id === 'cam-son' ? [] : [entry(id, '2.1', '0', '2.5')]),
    ]);
    return { entries, adjustments: [], figures: [], simulated: [] };
  });
  const byUnit = (scores: Scores) =>
    new Map(scores.units.map((one) => [one.unit, JSON.stringify(plainOf(one))]));

  test('the order of units, tallies and points never matters', () => {
    fc.assert(
      fc.property(someTallies, somePoints, fc.infiniteStream(fc.nat()), (some, given, chance) => {
        const shuffled = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((value) => ({ value, key: chance.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const other = scored(
          { ...plan, units: shuffled(plan.units) },
          { ...some, cells: shuffled(some.cells) },
          { ...given, entries: shuffled(given.entries) },
        );
        expect(byUnit(other)).toEqual(new Map([...byUnit(scored(plan, some, given))]));
      }),
    );
  });

  test('a unit added to one block changes nothing in another', () => {
    fc.assert(
      fc.property(someTallies, somePoints, counts, (some, given, more) => {
        const added: Unit = unit('moi', 'Phường Mới', 'phuong');
        const with4: Plan = {
          ...plan,
          units: [added, ...plan.units],
          groups: plan.groups.map((one) => ({
            ...one,
            about: { kind: 'units', units: [...ids, 'moi'] },
          })),
        };
        const cells = ['q1', 'q2', 'q3'].flatMap((q) => [
          tally('staff', 'moi', q, more),
          tally('delegates', 'moi', q, more),
        ]);
        const larger = byUnit(scored(with4, { ...some, cells: [...some.cells, ...cells] }, given));
        larger.delete('moi');
        expect(larger).toEqual(byUnit(scored(plan, some, given)));
      }),
    );
  });

  test('points stay between 0 and the maximum, at every level', () => {
    fc.assert(
      fc.property(someTallies, somePoints, (some, given) => {
        const parts = scored(plan, some, given).units.flatMap((one) => [
          one.total,
          one.appraised,
          one.survey,
          ...flat(one.criteria),
        ]);
        const outside = parts.filter(({ points: value, max }) => value?.lt(0) || value?.gt(max));
        expect(outside).toEqual([]);
      }),
    );
  });

  test('rounding never changes a rank: a better rank never prints a smaller percentage', () => {
    fc.assert(
      fc.property(someTallies, somePoints, fc.nat(3), (some, given, decimals) => {
        const ranked = scored(plan, some, given).units.filter(({ rank }) => rank !== null);
        for (const a of ranked) {
          for (const b of ranked) {
            if ((a.rank ?? 0) >= (b.rank ?? 0)) continue;
            const [high, low] = [a, b].map(({ percent }) =>
              Number(roundExact(percent ?? exact(0), decimals, 'half-up')),
            );
            expect(high).toBeGreaterThanOrEqual(low ?? 0);
          }
        }
      }),
    );
  });

  test('new codes and another order of the options change nothing', () => {
    const renamed: Plan = {
      ...plan,
      scales: plan.scales.map((scale) => ({
        ...scale,
        options: scale.options.map((option) => ({ ...option, code: `c${option.code}` })).reverse(),
      })),
    };
    fc.assert(
      fc.property(someTallies, somePoints, (some, given) => {
        const cells = some.cells.map((cell) => ({
          ...cell,
          counts: Object.fromEntries(
            Object.entries(cell.counts).map(([code, count]) => [`c${code}`, count]),
          ),
        }));
        expect(byUnit(scored(renamed, { ...some, cells }, given))).toEqual(
          byUnit(scored(plan, some, given)),
        );
      }),
    );
  });

  test('the total is the appraised and the survey part together', () => {
    fc.assert(
      fc.property(someTallies, somePoints, (some, given) => {
        for (const one of scored(plan, some, given).units) {
          if (one.total.points === null) continue;
          const parts = one.appraised.points?.add(one.survey.points ?? exact(0));
          expect(parts?.equals(one.total.points)).toBe(true);
          expect(one.appraised.max.add(one.survey.max).equals(one.total.max)).toBe(true);
        }
      }),
    );
  });
});

function plainOf(one: UnitScore): unknown {
  return {
    ...sheet(one),
    total: text(one.total.points),
    percent: text(one.percent),
    rank: one.rank,
    class: one.class,
  };
}
