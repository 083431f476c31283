import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draw } from '../src/sample.ts';
import { drawn, namesIn, planText, read, tableOf } from './sample-survey.ts';

const head = 'name,unit,division,size,code';
const staff = [
  'A,an-binh,x,10,1',
  'B,an-binh,x,20,2',
  'C,an-binh,x,30,3',
  'D,an-binh,y,40,4',
  'E,an-binh,y,500,5',
  'F,hoa-my,x,1,6',
  'G,hoa-my,x,2,7',
  'H,hoa-my,y,3,8',
  'I,hoa-my,y,4,9',
];
const group = (rest: string): string => `    in: xa\n    roster: frame/staff.csv\n${rest}`;
const survey = (rest: string, rows = staff, sample?: string) =>
  read(
    planText({ group: group(rest), ...(sample === undefined ? {} : { sample }) }),
    tableOf('frame/staff.csv', head, ...rows),
  );

/** Each person's count over the seeds is binomial: it must be within 4 standard errors of what the draw claims. */
function checkChances(
  drawSeed: (seed: string) => Draw,
  seeds: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const claims = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed++) {
    for (const { rows } of drawSeed(`s${seed}`).groups) {
      for (const { person, role, inclusion } of rows.flatMap(({ people }) => people)) {
        const name = person.cells[0] ?? '';
        const claim = Number(inclusion?.valueOf());
        // One expectation for each of a million claims would take minutes.
        if ((claims.get(name) ?? claim) !== claim) throw new Error(`${name}: ${claim}`);
        claims.set(name, claim);
        if (role === 'drawn') counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  for (const [name, claim] of claims) {
    const error = Math.sqrt(seeds * claim * (1 - claim));
    const off = Math.abs((counts.get(name) ?? 0) - seeds * claim);
    expect(off, `${name}: ${claim}`).toBeLessThanOrEqual(4 * error + 1e-6);
  }
  return claims;
}

describe('chances over 10,000 seeds are what the draw says', () => {
  test.each([
    ['random', '    quota: { each: 2, reserve: 1 }', { A: 2 / 5, F: 2 / 4 }],
    [
      'systematic',
      '    quota: { each: 2 }\n    select: { how: systematic, order: [division] }',
      { A: 2 / 5, F: 2 / 4 },
    ],
    [
      'pps with a certain one',
      '    quota: { each: 2 }\n    select: { how: pps, size: size }',
      { E: 1, A: 0.1, D: 0.4, F: 0.2, I: 0.8 },
    ],
    [
      'stratified',
      '    quota: { each: 2 }\n    select: { strata: division }',
      { A: 1 / 3, D: 1 / 2, F: 1 / 2 },
    ],
  ] as const)('%s', (_name, rest, expected) => {
    const read = survey(rest);
    const claims = checkChances((seed) => drawn(read, seed), 10_000);
    for (const [name, chance] of Object.entries(expected)) {
      expect(claims.get(name), name).toBeCloseTo(chance, 12);
    }
  });

  test('two of each division', () => {
    const rest =
      '    in: xa\n    roster: { file: frame/staff.csv, within: division }\n    quota: { per: { take: 1, of: divisions } }';
    const two = read(planText({ group: rest }), tableOf('frame/staff.csv', head, ...staff));
    const claims = checkChances((seed) => drawn(two, seed), 10_000);
    expect([claims.get('A'), claims.get('D'), claims.get('F')]).toEqual([1 / 3, 1 / 2, 1 / 2]);
    const parts = drawn(two, '5').groups[0]?.rows[0]?.people.map(({ part }) => part);
    expect(parts).toEqual(['x', 'y']);
  });

  test('a pooled unit follows its pool, not the divisions of the group', () => {
    const rest =
      '    in: xa\n    roster: { file: frame/staff.csv, within: division }\n    quota: { per: { take: 1, of: divisions }, pools: [{ name: Cụm, units: [hoa-my], total: 2, by: equal }] }';
    const lopsided = ['F,hoa-my,x,1,6', 'G,hoa-my,y,1,7', 'H,hoa-my,y,1,8', 'I,hoa-my,,1,9'];
    const rows = [...staff.slice(0, 5), ...lopsided];
    const pooled = read(planText({ group: rest }), tableOf('frame/staff.csv', head, ...rows));
    const claims = checkChances((seed) => drawn(pooled, seed), 2_000);
    expect(['A', 'D', 'F', 'G', 'I'].map((name) => claims.get(name))).toEqual([
      1 / 3,
      1 / 2,
      1 / 2,
      1 / 2,
      1 / 2,
    ]);
  });

  test('people who deal with several units first, and still one form', () => {
    const rows = [...staff, 'A,hoa-my,x,10,1', 'B,hoa-my,x,20,2'];
    const preferring = survey(
      '    quota: { each: 3 }',
      rows,
      '{ seed: "1", person: several-units }',
    );
    const claims = checkChances((seed) => drawn(preferring, seed), 10_000);
    expect([claims.get('A'), claims.get('B'), claims.get('C')]).toEqual([1, 1, 1 / 3]);
    expect(namesIn(drawn(preferring, '3')).filter((name) => name === 'A')).toHaveLength(1);
  });

  test('in places drawn by stages: chance of the place times chance within', () => {
    const places = `places:
  levels: [village]
  list:
    - { id: v1, name: Thôn 1, unit: an-binh }
    - { id: v2, name: Thôn 2, unit: an-binh }
    - { id: v3, name: Thôn 3, unit: hoa-my }`;
    const rest =
      '    in: places\n    roster: frame/households.csv\n    quota: { stages: { by: [{ level: village, how: random, take: 2 }], take: 1 } }';
    const rows = ['P,v1', 'Q,v1', 'R,v2', 'S,v2', 'T,v2', 'U,v3'];
    const two = read(
      planText({ group: rest, places }),
      tableOf('frame/households.csv', 'name,place', ...rows),
    );
    const counts = new Map<string, number>();
    const seeds = 10_000;
    for (let seed = 0; seed < seeds; seed++) {
      for (const name of namesIn(drawn(two, `s${seed}`)))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const chances = { P: 1 / 3, Q: 1 / 3, R: 2 / 9, S: 2 / 9, T: 2 / 9, U: 2 / 3 };
    const one = drawn(two, 's1').groups[0]?.rows.flatMap(({ people }) => people) ?? [];
    for (const { person, inclusion } of one) {
      const name = (person.cells[0] ?? '') as keyof typeof chances;
      expect(Number(inclusion?.valueOf())).toBeCloseTo(chances[name], 12);
    }
    for (const [name, chance] of Object.entries(chances)) {
      const error = Math.sqrt(seeds * chance * (1 - chance));
      expect(Math.abs((counts.get(name) ?? 0) - seeds * chance), name).toBeLessThanOrEqual(
        4 * error,
      );
    }
  });
});

describe('what a draw depends on', () => {
  const rest = '    quota: { each: 2, reserve: 1 }';

  test('the draw is pinned: made today, it is made again in ten years', () => {
    expect(namesIn(drawn(survey(rest), '2024'))).toEqual(namesIn(drawn(survey(rest), '2024')));
    expect(namesIn(drawn(survey(rest), '2024'))).toMatchInlineSnapshot(`
      [
        "C",
        "A",
        "F",
        "H",
      ]
    `);
  });

  test('not on the order of the rows', () => {
    const before = drawn(survey(rest), '7');
    fc.assert(
      fc.property(fc.shuffledSubarray(staff, { minLength: staff.length }), (shuffled) => {
        const after = drawn(survey(rest, shuffled), '7');
        expect(namesIn(after)).toEqual(namesIn(before));
        expect(namesIn(after, 'reserve')).toEqual(namesIn(before, 'reserve'));
      }),
    );
  });

  test('a systematic draw without sorting goes by the file', () => {
    const by = '    quota: { each: 1 }\n    select: { how: systematic }';
    const orders = new Set(
      [staff, [...staff].reverse()].map((rows) => namesIn(drawn(survey(by, rows), '7')).join()),
    );
    expect(orders.size).toBe(2);
  });

  test('not on people of other units', () => {
    const more = [...staff, 'J,hoa-my,z,5,10', 'K,hoa-my,z,6,11'];
    for (const seed of ['1', '2', '3', '4', '5']) {
      const [before, after] = [drawn(survey(rest), seed), drawn(survey(rest, more), seed)];
      const first = (result: Draw) =>
        result.groups[0]?.rows[0]?.people.map(({ person }) => person.cells[0]);
      expect(first(after)).toEqual(first(before));
    }
  });

  test('on the seed', () => {
    const all = new Set(
      ['1', '2', '3', '4', '5', '6'].map((seed) => namesIn(drawn(survey(rest), seed)).join()),
    );
    expect(all.size).toBeGreaterThan(1);
  });
});

test('a census takes everybody with certainty, without a seed', () => {
  const everybody = survey(
    '    quota: { census: { roster: frame/staff.csv } }',
    staff,
    '{ person: by-priority }',
  );
  const result = drawn(everybody, '');
  expect([...namesIn(result)].sort().join('')).toBe('ABCDEFGHI');
  const chances = result.groups[0]?.rows.flatMap(({ people }) =>
    people.map(({ inclusion }) => inclusion?.valueOf()),
  );
  expect(new Set(chances)).toEqual(new Set([1]));
});

test('by size: 0 is never drawn, and does not stand in the way of a census', () => {
  const rows = staff.map((line) => line.replace(/,500,/, ',0,'));
  const bySize = survey('    quota: { each: 2 }\n    select: { how: pps, size: size }', rows);
  for (let seed = 0; seed < 50; seed++) {
    expect(namesIn(drawn(bySize, String(seed)))).not.toContain('E');
    expect(namesIn(drawn(bySize, String(seed)))).toHaveLength(4);
  }
  const rule =
    '    quota: { census: { roster: frame/staff.csv } }\n    select: { how: pps, size: size }';
  expect(namesIn(drawn(survey(rule, rows), '1'))).toHaveLength(9);
});

test('the reserve is disjoint from the drawn, in draw order, and of its own unit', () => {
  const held = survey('    quota: { each: 2, reserve: 2 }');
  for (const seed of ['1', '2', '3']) {
    for (const { row, people } of drawn(held, seed).groups[0]?.rows ?? []) {
      const roles = people.map(({ role, order }) => `${role}${order}`);
      expect(roles).toEqual(['drawn1', 'drawn2', 'reserve1', 'reserve2']);
      expect(new Set(people.map(({ person }) => person)).size).toBe(4);
      const unit = row.target.kind === 'unit' ? row.target.unit : null;
      expect(people.every(({ person }) => person.unit === unit)).toBe(true);
    }
  }
});

test('one person on two lists counts once, in the group with the lower number', () => {
  const more = `  - id: delegates
    name: Đại biểu
    form: "01"
    about: { blocks: [xa] }
    priority: 1
    roster: frame/delegates.csv
    quota: { census: { roster: frame/delegates.csv } }`;
  const rest = '    priority: 2\n    quota: { census: { roster: frame/staff.csv } }';
  const tables = [
    tableOf('frame/staff.csv', head, ...staff),
    tableOf('frame/delegates.csv', 'name,code', 'A,1', 'Z,99'),
  ];
  const once = read(planText({ group: group(rest), more }), ...tables);
  expect(once.findings.map(({ code }) => code)).toContain('sample/asked-elsewhere');
  const sizes = (given: typeof once) =>
    drawn(given, '1').groups.map(({ rows }) => rows.map(({ row }) => row.size));
  expect(sizes(once)).toEqual([[4, 4], [2]]);
  const every = read(
    planText({ group: group(rest), more, sample: '{ person: every-list }' }),
    ...tables,
  );
  expect(sizes(every)).toEqual([[5, 4], [2]]);
});
