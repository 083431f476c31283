/** Places chosen by stages: by the plan's marks and by chance from the public seed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group, Place, Plan, QuotaRule, Stage, StageTake } from '../src/plan/plan.ts';
import { expectedMargins } from '../src/quotas/margins.ts';
import { quotas } from '../src/quotas.ts';
import { type Exact, exact, exactText, sumExact } from '../src/stats/exact.ts';
import {
  emptyPlan,
  namedStage,
  nowhere,
  plainGroup,
  plainPlace,
  stagesRule,
} from './plan-literals.ts';

const levels = ['district', 'commune', 'village'];

function place(id: string, parent: string | null, over: Partial<Place> = {}): Place {
  const level = parent === null ? 0 : parent.split('.').length;
  const attributes = { households: 100 };
  return { ...plainPlace, id, name: id, level, parent, unit: 'u', attributes, ...over };
}

/** `a`, `a.1`, `a.1.1` …: so many below each, depth first. */
function tree(...counts: readonly number[]): readonly Place[] {
  const below = (parent: string | null, depth: number): readonly Place[] => {
    const count = counts[depth] ?? 0;
    return Array.from({ length: count }, (_, at) => {
      const id = parent === null ? String.fromCharCode(97 + at) : `${parent}.${at + 1}`;
      return [place(id, parent), ...below(id, depth + 1)];
    }).flat();
  };
  return below(null, 0);
}

function planOf(places: readonly Place[], quota: QuotaRule, seed: string | null = '1'): Plan {
  const group: Group = {
    ...plainGroup,
    id: 'g',
    name: 'Hộ gia đình',
    people: 'g',
    form: '01',
    about: { kind: 'own' },
    priority: 1,
    over: { kind: 'places' },
    quota,
    except: {},
    spare: { sheets: 0, percent: exact(0) },
    send: null,
    sendByUnit: {},
    mode: 'paper',
    serial: 'required',
    stated: null,
  };
  const sampling = { seed, seedSource: null, person: 'by-priority', replaced: [] } as const;
  return { ...emptyPlan, levels, places, groups: [group], sampling };
}

function run(plan: Plan) {
  const made = quotas(plan, nowhere);
  const [group] = made.quotas.groups;
  return {
    rows: made.quotas.rows,
    total: made.quotas.total,
    places: group?.places ?? [],
    codes: made.findings.map(({ code }) => code),
    findings: made.findings,
  };
}

const count = (number: number): StageTake => ({ kind: 'count', count: number, byType: {} });
const stage = (
  level: number,
  how: Stage['how'],
  take: number,
  over: Partial<Stage> = {},
): Stage => ({
  level,
  how,
  take: count(take),
  reserve: 0,
  size: null,
  picks: {},
  ...over,
});
const chosenIds = (made: ReturnType<typeof run>, at?: number): readonly string[] =>
  made.places
    .filter(({ role, stage: position }) => role !== 'reserve' && (at ?? position) === position)
    .map(({ place: id }) => id);

describe('Quảng Trị: 3 districts → 3 communes → 2 villages → 27 households', () => {
  const named = stagesRule(27, namedStage(0, 3), namedStage(1, 3), namedStage(2, 2));

  test('named: 486, and every place is listed', () => {
    const made = run(planOf(tree(3, 3, 2), named));
    expect([made.total, made.rows.length, made.codes]).toEqual([486, 18, []]);
    expect(made.places).toHaveLength(3 + 9 + 18);
    expect(made.places.every(({ role, inclusion }) => role === 'named' && inclusion === null)).toBe(
      true,
    );
  });

  test('marked places are the chosen ones; a parent without as many is named', () => {
    const places = tree(4, 1, 1).map((one) =>
      ['a', 'b', 'c'].includes(one.id) ? { ...one, chosen: 'yes' } : one,
    );
    const rule = stagesRule(27, namedStage(0, 3), namedStage(1, 1), namedStage(2, 1));
    expect(chosenIds(run(planOf(places, rule)), 0)).toEqual(['a', 'b', 'c']);
    const short = places.map((one) => (one.id === 'c' ? { ...one, chosen: null } : one));
    expect(run(planOf(short, rule)).codes).toEqual(['quota/stage-does-not-foot']);
  });

  test('by chance without a seed: nothing is drawn, the total is said all the same', () => {
    const rule = stagesRule(
      27,
      stage(0, 'random', 3),
      stage(1, 'random', 3),
      stage(2, 'random', 2),
    );
    const made = run(planOf(tree(5, 5, 5), rule, null));
    expect([made.total, made.rows.length, made.codes]).toEqual([null, 1, ['quota/seed-missing']]);
    expect(made.findings[0]?.args).toMatchObject({ steps: [3, 3, 2, 27], total: 486 });
    const drawn = run(planOf(tree(5, 5, 5), rule));
    expect([drawn.total, drawn.codes]).toEqual([486, []]);
    // (3/5) · (3/5) · (2/5)
    expect(drawn.rows.every(({ inclusion }) => inclusion?.equals(exact(18, 125)))).toBe(true);
  });

  test('a named stage above does not change the chance below', () => {
    const rule = stagesRule(27, namedStage(0, 2), stage(1, 'random', 1), stage(2, 'random', 1));
    const made = run(planOf(tree(2, 4, 2), rule));
    expect(made.rows.map(({ inclusion }) => inclusion && exactText(inclusion))).toEqual([
      '0.125',
      '0.125',
    ]);
  });
});

describe('purposive: one good, one average, one weak', () => {
  const picks = { good: 1, average: 1, weak: 1 };
  const rule = stagesRule(10, stage(0, 'purposive', 3, { picks }));
  const standings = (...chosen: readonly (string | null)[]): readonly Place[] =>
    tree(chosen.length).map((one, at) => ({ ...one, chosen: chosen[at] ?? null }));

  test('as many of each standing as picked', () => {
    const made = run(planOf(standings('good', null, 'weak', 'average'), rule));
    expect([chosenIds(made), made.codes]).toEqual([['a', 'c', 'd'], []]);
    expect(made.places.map(({ role }) => role)).toEqual(['purposive', 'purposive', 'purposive']);
  });

  test('two good and none weak, or a standing that nobody picks', () => {
    const twice = run(planOf(standings('good', 'good', 'average'), rule));
    expect(twice.codes).toEqual(['quota/picks-do-not-match', 'quota/picks-do-not-match']);
    const other = run(planOf(standings('good', 'weak', 'average', 'fair'), rule));
    expect(other.findings.map(({ args }) => args)).toMatchObject([
      { standing: 'fair', take: 0, there: 1 },
    ]);
  });
});

describe('by chance', () => {
  test('a place added under one parent changes no other parent’s draw', () => {
    const methods = fc.constantFrom<Stage['how'][]>('random', 'systematic', 'pps');
    fc.assert(
      fc.property(methods, fc.string({ minLength: 1 }), (how, seed) => {
        const rule = stagesRule(5, namedStage(0, 3), stage(1, how, 2, { size: 'households' }));
        const before = tree(3, 6);
        const after = [...before, place('b.7', 'b')];
        const drawnIn = (places: readonly Place[], parent: string) =>
          chosenIds(run(planOf(places, rule, seed)), 1).filter((id) => id.startsWith(parent));
        for (const parent of ['a', 'c']) {
          expect(drawnIn(after, parent)).toEqual(drawnIn(before, parent));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('the order of the frame does not matter to a simple random draw', () => {
    const rule = stagesRule(5, stage(0, 'random', 3, { reserve: 2 }));
    const forward = run(planOf(tree(9), rule, 'x'));
    const backward = run(planOf([...tree(9)].reverse(), rule, 'x'));
    expect(backward.places).toEqual(forward.places);
  });

  test('reserves follow in draw order, beyond those drawn; they get no sheets', () => {
    const made = run(planOf(tree(9), stagesRule(5, stage(0, 'random', 3, { reserve: 2 }))));
    const reserves = made.places.filter(({ role }) => role === 'reserve');
    expect(reserves.map(({ order }) => order)).toEqual([1, 2]);
    expect(new Set(made.places.map(({ place: id }) => id)).size).toBe(5);
    expect([made.rows.length, made.total]).toEqual([3, 15]);
  });

  test('PAPI-like: pps by size, the capital certain, larger than its interval taken for certain too', () => {
    const sizes = [500, 40, 60, 100, 30, 70];
    const places = tree(6).map((one, at) => ({
      ...one,
      certain: at === 5,
      attributes: { households: sizes[at] ?? 0 },
    }));
    const rule = stagesRule(20, stage(0, 'pps', 4, { size: 'households' }));
    const inclusions = new Map<string, Exact | null>();
    for (let seed = 0; seed < 40; seed++) {
      for (const { place: id, inclusion } of run(planOf(places, rule, String(seed))).places) {
        inclusions.set(id, inclusion);
      }
    }
    expect(
      Object.fromEntries([...inclusions].map(([id, one]) => [id, one && exactText(one)])),
    ).toEqual({
      a: '1',
      f: '1',
      // 2 · x / (40 + 60 + 100 + 30)
      b: '8/23',
      c: '12/23',
      d: '20/23',
      e: '6/23',
    });
    expect(sumExact([...inclusions.values()].map((one) => one ?? exact(0))).equals(exact(4))).toBe(
      true,
    );
    const made = run(planOf(places, rule, '7'));
    expect(made.places.filter(({ role }) => role === 'certain').map(({ place: id }) => id)).toEqual(
      expect.arrayContaining(['a', 'f']),
    );
  });

  test('chances multiply over the stages and sum to the expected number of places', () => {
    const weights = [3, 5, 2, 7, 4];
    const places = tree(5, 3).map((one) => ({
      ...one,
      attributes: { households: weights[one.id.charCodeAt(0) - 97] ?? 1 },
    }));
    const rule = stagesRule(5, stage(0, 'pps', 2, { size: 'households' }), stage(1, 'random', 2));
    const inclusions = new Map<string, Exact>();
    for (let seed = 0; seed < 200; seed++) {
      const made = run(planOf(places, rule, String(seed)));
      const above = new Map(made.places.map(({ place: id, inclusion }) => [id, inclusion]));
      for (const { target, inclusion } of made.rows) {
        if (target.kind !== 'place' || inclusion === null) throw new Error('no chance');
        inclusions.set(target.place, inclusion);
        const parent = above.get(target.place.slice(0, 1));
        expect(inclusion.equals((parent ?? exact(0)).mul(exact(2, 3)))).toBe(true);
      }
    }
    expect(inclusions.size).toBe(15);
    expect(sumExact(inclusions.values()).equals(exact(4))).toBe(true);
  });

  test('a fraction is rounded up; numbers go by the type of the place above', () => {
    const fraction = stage(1, 'random', 0, { take: { kind: 'fraction', percent: exact(25) } });
    const places = tree(2, 5).map((one) => (one.id === 'a' ? { ...one, type: 'thi-xa' } : one));
    expect(run(planOf(places, stagesRule(1, namedStage(0, 2), fraction))).total).toBe(4);
    const byType = (other: number | null): Stage =>
      stage(1, 'random', 0, { take: { kind: 'count', count: other, byType: { 'thi-xa': 3 } } });
    expect(run(planOf(places, stagesRule(1, namedStage(0, 2), byType(1)))).total).toBe(4);
    expect(run(planOf(places, stagesRule(1, namedStage(0, 2), byType(null)))).codes).toEqual([
      'quota/stage-without-number',
    ]);
  });

  test('stages may begin at any level: every place above is a parent then', () => {
    const made = run(planOf(tree(2, 4), stagesRule(5, stage(1, 'random', 1))));
    expect(made.rows.map(({ name }) => name.split(', ')[1])).toEqual(['a', 'b']);
  });

  test.each([
    ['quota/too-few-places', tree(2), stage(0, 'random', 3)],
    [
      'quota/too-many-certain',
      tree(3).map((one) => ({ ...one, certain: true })),
      stage(0, 'systematic', 2),
    ],
    ['quota/reserve-short', tree(3), stage(0, 'random', 2, { reserve: 2 })],
  ] as const)('%s', (code, places, one) => {
    expect(run(planOf(places, stagesRule(5, one))).codes).toEqual([code]);
  });

  test('a size that is not known yet stops the draw, one that is missing is an error', () => {
    const rule = stagesRule(5, stage(0, 'pps', 1, { size: 'households' }));
    const withFirst = (attributes: Place['attributes']) =>
      run(
        planOf(
          tree(3).map((one, at) => (at === 0 ? { ...one, attributes } : one)),
          rule,
        ),
      );
    expect(withFirst({ households: null })).toMatchObject({
      total: null,
      codes: ['quota/attribute-unknown'],
    });
    expect(withFirst({}).codes).toEqual(['quota/attribute-missing']);
  });
});

describe('sheets in a place', () => {
  test('a share of a figure, at least so many, never more than there are', () => {
    const households = [900, 130, 8];
    const places = tree(3).map((one, at) => ({
      ...one,
      attributes: { households: households[at] ?? 0 },
    }));
    const take = { kind: 'share', of: 'households', percent: exact(5), atLeast: 12 } as const;
    const rule: QuotaRule = {
      rule: 'stages',
      stages: [namedStage(0, 3)],
      take,
      designEffect: exact(3, 2),
    };
    const made = run(planOf(places, rule));
    expect(made.rows.map(({ size, population, census }) => [size, population, census])).toEqual([
      [45, 900, false],
      [12, 130, false],
      [8, 8, true],
    ]);
    expect(made.rows[0]?.designEffect?.equals(exact(3, 2))).toBe(true);
    expect(made.codes).toEqual(['quota/floor-above-population']);
  });

  test('other rules go place by place at the innermost level', () => {
    const rule: QuotaRule = { rule: 'per', take: 1, of: 'households' };
    const made = run({ ...planOf(tree(2, 2), rule), levels: ['district', 'commune'] });
    expect(made.rows.map(({ name, size }) => [name, size])).toEqual([
      ['a.1, a', 100],
      ['a.2, a', 100],
      ['b.1, b', 100],
      ['b.2, b', 100],
    ]);
  });
});

describe('the people or households of the frame', () => {
  const figures = (...ids: readonly string[]): Plan['figures'] =>
    Object.fromEntries(ids.map((id) => [id, { name: id, counts: 'households', value: null }]));
  const villages = (...households: readonly number[]): readonly Place[] =>
    tree(households.length).map((one, at) => ({
      ...one,
      attributes: { households: households[at] ?? 0, families: 7 },
    }));
  const rowsOf = (plan: Plan) =>
    run(plan).rows.map(({ size, population, reserve }) => [size, population, reserve]);

  test('the only figure that counts them is what a take is held against: it warns and keeps the number', () => {
    const plan = {
      ...planOf(villages(232, 978), stagesRule(900, namedStage(0, 2))),
      figures: figures('households'),
    };
    expect(rowsOf(plan)).toEqual([
      [900, 232, 0],
      [900, 978, 0],
    ]);
    const made = run(plan);
    expect(made.codes).toEqual(['quota/above-population']);
    expect(made.findings[0]?.args).toMatchObject({ rows: [{ size: 900, population: 232 }] });
    expect(expectedMargins(plan, quotas(plan, nowhere).quotas).rows[1]?.population).toBe(978);
  });

  test('a reserve beyond those who are left is said and cut', () => {
    const plan = planOf(villages(232, 978), stagesRule(27, namedStage(0, 2)));
    const reserve = { count: 500, percent: exact(0) };
    const groups = plan.groups.map((one) => {
      return { ...one, modifiers: { ...one.modifiers, reserve } };
    });
    const short = { ...plan, groups, figures: figures('households') };
    expect(rowsOf(short)).toEqual([
      [27, 232, 205],
      [27, 978, 500],
    ]);
    expect(run(short).codes).toEqual(['quota/reserve-out-of-reach']);
  });

  test('of two the size of the last stage, else neither; `population` names another and cuts', () => {
    const both = figures('households', 'families');
    const byLot = stagesRule(5, stage(0, 'pps', 1, { size: 'households' }));
    const named = { ...planOf(villages(10, 20), stagesRule(9, namedStage(0, 2))), figures: both };
    const [drawn] = run({ ...planOf(villages(10, 10), byLot), figures: both }).rows;
    expect(drawn?.population).toBe(10);
    expect(rowsOf(named)).toEqual([
      [9, null, 0],
      [9, null, 0],
    ]);
    const groups = named.groups.map((one) => {
      return { ...one, modifiers: { ...one.modifiers, population: 'families' } };
    });
    expect(rowsOf({ ...named, groups })).toEqual([
      [7, 7, 0],
      [7, 7, 0],
    ]);
  });
});

describe('a place in reserve put to use', () => {
  const rule = stagesRule(5, stage(0, 'random', 2, { reserve: 2 }));
  const before = run(planOf(tree(6), rule));
  const ids = (role: string) =>
    before.places.filter((one) => one.role === role).map(({ place: id }) => id);
  const [first = '', second = ''] = ids('drawn');
  const [next = '', last = ''] = ids('reserve');
  const replacing = (...out: readonly string[]) => {
    const plan = planOf(tree(6), rule);
    const replaced = out.map((id) => ({ place: id, why: `lũ ở ${id}` }));
    return run({ ...plan, sampling: { ...plan.sampling, replaced } });
  };

  test('the next reserve stands in, with the chance of the place it stands for; the rest of the draw stays', () => {
    const made = replacing(first);
    const roles = made.places.map(({ place: id, role }) => [id, role]);
    expect(roles).toEqual([
      [first, 'replaced'],
      [second, 'drawn'],
      [next, 'stand-in'],
      [last, 'reserve'],
    ]);
    expect(made.places[0]).toMatchObject({ why: `lũ ở ${first}`, standsFor: null });
    const chance = before.places[0]?.inclusion;
    expect(made.places[2]).toMatchObject({ standsFor: first, inclusion: chance });
    expect(made.rows.map(({ target }) => target)).toHaveLength(2);
    expect(made.codes).toEqual([]);
    const asked = made.rows.map(({ name }) => name).sort();
    expect(asked).toEqual([second, next].sort());
  });

  test('a stand-in may fall out as well, and a reserve that is out of reach is passed over', () => {
    const twice = replacing(first, next);
    expect(twice.places.map(({ role }) => role)).toEqual([
      'replaced',
      'drawn',
      'replaced',
      'stand-in',
    ]);
    expect(replacing(next, first).places.at(-1)).toMatchObject({ role: 'stand-in', place: last });
  });

  test('no reserve is left: the place stays in, and that is an error', () => {
    const made = replacing(first, second, next);
    expect(made.codes).toEqual(['quota/no-reserve-place-left']);
    expect(made.rows).toHaveLength(2);
    const other = tree(6).find(({ id }) => before.places.every((one) => one.place !== id));
    expect(replacing(other?.id ?? '').codes).toEqual(['quota/replaced-not-drawn']);
  });

  test('the reasons say how each place came in', () => {
    expect(before.rows[0]?.reason.vi).toMatch(/: rút ngẫu nhiên, 2 trong 6$/);
    const made = replacing(first);
    const came = made.rows.find(({ name }) => name === next);
    expect(came?.reason.en).toMatch(new RegExp(`: reserve 1, stands in for ${first}$`));
    const stayed = made.rows.find(({ name }) => name === second);
    expect(stayed?.reason.vi).toMatch(/2 trong 6$/);
  });
});

test('the order of the rows of the frame does not matter to a draw by size either', () => {
  const places = tree(9).map((one, at) => ({ ...one, attributes: { households: 10 + at * 7 } }));
  const rule = stagesRule(5, stage(0, 'pps', 3, { reserve: 2, size: 'households' }));
  for (const seed of ['1', 'x', '48291']) {
    const forward = run(planOf(places, rule, seed));
    expect(run(planOf([...places].reverse(), rule, seed)).places).toEqual(forward.places);
  }
});
