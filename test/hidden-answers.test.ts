/** Answers of few are not shown apart, in whatever leaves they count. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion, Plan } from '../src/plan/plan.ts';
import { hiddenAnswers } from '../src/scores/hidden.ts';
import type { Scores } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { givesAway } from '../src/stats/disclosure.ts';
import { exact } from '../src/stats/exact.ts';
import type { Tally } from '../src/tallies.ts';
import {
  criterion,
  group,
  plan as handPlan,
  leafSource,
  part,
  plainIndex,
  points,
  tallies,
  tally,
  unit,
  where,
} from './hand-worked.ts';

type Leaf = Readonly<Record<string, readonly [weight: string, ...questions: string[]]>>;

const ids = ['a', 'b', 'c'];

/** One unit; each leaf says who is asked what with which weight; each group gave so many answers to each question. */
function scored(leaves: readonly Leaf[], given: Readonly<Record<string, number>>): Scores {
  const criteria = leaves.map((leaf, at): Criterion => {
    const parts = Object.entries(leaf).map(([id, [weight, ...questions]]) =>
      part(id, weight, questions),
    );
    return criterion(String(at + 1), '10', { source: leafSource('mean', parts) });
  });
  const about = { kind: 'units', units: ['u'] } as const;
  const plan: Plan = {
    ...handPlan,
    blocks: [{ id: 'xa', name: 'Xã', units: ['u'] }],
    units: [unit('u', 'Xã U')],
    groups: ids.map((id) => group(id, id, { about })),
    index: { ...plainIndex, criteria },
  };
  const cells = Object.entries(given).flatMap(([id, count]): readonly Tally[] =>
    ['q1', 'q2', 'q3'].map((question) => tally(id, 'u', question, spread(count))),
  );
  const result = score(plan, { ...tallies, cells, custody: [] }, { ...points, entries: [] }, where);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

/** Neither all at the top nor all at the bottom, where every percent has one solution. */
function spread(count: number): readonly number[] {
  const half = Math.floor(count / 2);
  return [0, count - half, 0, half];
}

function hidden(scores: Scores): readonly string[] {
  return scores.hidden.map((one) => `${one.group} ${one.question}`).sort();
}

describe('which answers are hidden', () => {
  test('with a small group the smallest of the others, because the points are published', () => {
    const scores = scored([{ a: ['0.5', 'q1'], b: ['0.3', 'q1'], c: ['0.2', 'q1'] }], {
      a: 3,
      b: 40,
      c: 12,
    });
    expect(hidden(scores)).toEqual(['a q1', 'c q1']);
    expect(scores.exposed).toEqual([]);
  });

  test('a group alone in a leaf cannot be hidden: it is said', () => {
    const scores = scored([{ a: ['1', 'q1'] }, { b: ['1', 'q1'] }], { a: 3, b: 40 });
    expect(hidden(scores)).toEqual(['a q1']);
    expect(scores.exposed).toEqual([{ unit: 'u', group: 'a', criteria: ['1'] }]);
  });

  test('two leaves with other weights give away what each of them hides', () => {
    const leaves: readonly Leaf[] = [
      { a: ['0.5', 'q1'], b: ['0.5', 'q1'] },
      { a: ['0.2', 'q1'], b: ['0.8', 'q1'] },
    ];
    const scores = scored(leaves, { a: 3, b: 40 });
    expect(hidden(scores)).toEqual(['a q1', 'b q1']);
    expect(scores.exposed).toEqual([{ unit: 'u', group: 'a', criteria: ['1', '2'] }]);
  });

  test('the partner of one leaf is no partner where another leaf shows it', () => {
    // Leaf 2 tells what b said, so leaf 1 needs c as well.
    const leaves: readonly Leaf[] = [
      { a: ['0.4', 'q1'], b: ['0.3', 'q1'], c: ['0.3', 'q1'] },
      { b: ['1', 'q1'] },
    ];
    const scores = scored(leaves, { a: 3, b: 12, c: 40 });
    expect(hidden(scores)).toEqual(['a q1', 'b q1', 'c q1']);
    expect(scores.exposed).toEqual([]);
  });

  test('a mean over several questions of a small group alone is its own as well', () => {
    const scores = scored([{ a: ['1', 'q1', 'q2'] }], { a: 4 });
    expect(scores.exposed).toEqual([{ unit: 'u', group: 'a', criteria: ['1'] }]);
  });

  test('the limit is the plan’s; nobody is small below 2, and nobody who did not answer', () => {
    const scores = scored([{ a: ['0.5', 'q1'], b: ['0.5', 'q1'] }], { a: 7, b: 40 });
    expect(hidden(scores)).toEqual([]);
    expect(hiddenAnswers(scores.units, 8).hidden).toHaveLength(2);
    const few = scored([{ a: ['0.5', 'q1'], b: ['0.5', 'q1'] }], { a: 1, b: 40 });
    expect(hiddenAnswers(few.units, 1).hidden).toEqual([]);
    expect(hiddenAnswers(few.units, 0).hidden).toEqual([]);
    const silent = scored([{ a: ['0.5', 'q1'], b: ['0.5', 'q1'] }], { a: 0, b: 40 });
    expect(hidden(silent)).toEqual([]);
  });
});

const someLeaf = fc
  .tuple(
    fc.subarray(ids, { minLength: 1 }),
    fc.subarray(['q1', 'q2', 'q3'], { minLength: 1 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([groups, questions, sizes]): Leaf => {
    const whole = groups.reduce((sum, _one, at) => sum + (sizes[at] ?? 1), 0);
    // Weights need not sum to 1 exactly here; only what they tell matters.
    return Object.fromEntries(
      groups.map((id, at) => {
        const weight = ((sizes[at] ?? 1) / whole).toFixed(6);
        return [id, [weight, ...questions] as const];
      }),
    );
  });

test('whatever is asked of whom: what is not shown cannot be worked out, or it is said', () => {
  const someGiven = fc.record({
    a: fc.integer({ min: 1, max: 9 }),
    b: fc.integer({ min: 1, max: 9 }),
    c: fc.constant(20),
  });
  fc.assert(
    fc.property(fc.array(someLeaf, { minLength: 1, maxLength: 4 }), someGiven, (leaves, given) => {
      const scores = scored(leaves, given);
      const gone = new Set(hidden(scores));
      const unknowns = [...gone];
      const equations = leaves.map((leaf) =>
        unknowns.map((cell) => {
          const [id = '', question = ''] = cell.split(' ');
          const [weight = '0', ...questions] = leaf[id] ?? [];
          return questions.includes(question) ? Number(weight) / questions.length : 0;
        }),
      );
      for (const [id, count] of Object.entries(given)) {
        const asked = leaves.some((leaf) => leaf[id] !== undefined);
        if (count >= 5 || !asked) continue;
        const own = unknowns.map((cell) => cell.startsWith(`${id} `));
        const said = scores.exposed.some((one) => one.group === id);
        // Whole people may be told by what linear algebra leaves open.
        if (givesAway(equations, own)) expect(said).toBe(true);
        for (const leaf of leaves) {
          for (const question of leaf[id]?.slice(1) ?? [])
            expect(gone).toContain(`${id} ${question}`);
        }
      }
    }),
  );
});

type Given = Readonly<Record<string, readonly number[]>>;
type Asked = Readonly<Record<string, { weight: string; with?: readonly string[] }>>;

/** One question; by group how many chose 100, 75, 50, 25, 0; leaves may have tables of their own. */
function counted(
  leaves: readonly { readonly by: Asked; readonly table?: Readonly<Record<string, number>> }[],
  given: Given,
): Scores {
  const criteria = leaves.map(({ by, table }, at): Criterion => {
    const parts = Object.entries(by).map(([id, { weight, with: others }]) =>
      part(id, weight, ['q1'], others ?? []),
    );
    const own = Object.entries(table ?? {}).map(([code, percent]) => [code, exact(percent)]);
    const tables = table === undefined ? {} : { q1: Object.fromEntries(own) };
    const source = { ...leafSource('mean', parts), tables };
    return criterion(String(at + 1), '10', { source });
  });
  const plan: Plan = {
    ...handPlan,
    blocks: [{ id: 'xa', name: 'Xã', units: ['u'] }],
    units: [unit('u', 'Xã U')],
    groups: ids.map((id) => group(id, id, { about: { kind: 'units', units: ['u'] } })),
    index: { ...plainIndex, criteria },
  };
  const cells = Object.entries(given).map(([id, counts]) => tally(id, 'u', 'q1', counts));
  const result = score(plan, { ...tallies, cells, custody: [] }, { ...points, entries: [] }, where);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

describe('answers of single people', () => {
  test('a pool and the same pool without one group differ by that group', () => {
    const scores = counted(
      [
        { by: { a: { weight: '0.5' }, b: { weight: '0.5', with: ['c'] } } },
        { by: { a: { weight: '0.5' }, b: { weight: '0.5' } } },
      ],
      { a: [5, 9, 3, 2, 1], b: [2, 2, 1, 0, 0], c: [0, 1, 0, 0, 0] },
    );
    expect(hidden(scores)).toEqual(['a q1', 'b q1']);
    expect(scores.exposed).toEqual([]);
  });

  test('pools that nothing takes apart are shown', () => {
    const scores = counted([{ by: { a: { weight: '0.5' }, b: { weight: '0.5', with: ['c'] } } }], {
      a: [5, 9, 3, 2, 1],
      b: [2, 2, 1, 0, 0],
      c: [0, 1, 0, 0, 0],
    });
    expect(hidden(scores)).toEqual([]);
  });

  test('tables in proportion are two equations about the same answers', () => {
    const by = (one: string, other: string): Asked => ({
      a: { weight: one },
      b: { weight: other },
    });
    const scores = counted(
      [
        { by: by('0.5', '0.5'), table: { 5: 100, 1: 0 } },
        { by: by('0.6', '0.4'), table: { 5: 80, 1: 0 } },
      ],
      { a: [18, 0, 0, 0, 12], b: [1, 0, 0, 0, 1] },
    );
    expect(scores.exposed).toEqual([{ unit: 'u', group: 'b', criteria: ['1', '2'] }]);
  });

  test('other options counted by another table are other answers', () => {
    const scores = counted(
      [
        { by: { a: { weight: '0.5' }, b: { weight: '0.5' } }, table: { 5: 100, 4: 50, 3: 0 } },
        { by: { a: { weight: '0.6' }, b: { weight: '0.4' } }, table: { 5: 0, 4: 100, 3: 0 } },
      ],
      { a: [10, 10, 10, 0, 0], b: [1, 1, 0, 0, 0] },
    );
    expect(scores.exposed).toEqual([]);
  });

  const table = { 5: 100, 4: 60, 3: 20, 1: 0 };

  test('a sum that only one whole answer fits needs a further partner', () => {
    // 0.3 x + 0.2 y = 39.6, x of five answers, y of one: only x = 92, y = 60.
    const by: Asked = { a: { weight: '0.5' }, b: { weight: '0.3' }, c: { weight: '0.2' } };
    const given: Given = { a: [10, 4, 3, 0, 3], b: [4, 1, 0, 0, 0], c: [0, 1, 0, 0, 0] };
    const scores = counted([{ by, table }], given);
    expect(hidden(scores)).toEqual(['a q1', 'b q1', 'c q1']);
    expect(scores.exposed).toEqual([]);
  });

  test('where no partner helps it is said: all that is possible is all from everybody', () => {
    const by: Asked = { a: { weight: '0.5' }, b: { weight: '0.3' }, c: { weight: '0.2' } };
    const given: Given = { a: [20], b: [5], c: [1] };
    const scores = counted([{ by, table }], given);
    expect(hidden(scores)).toEqual(['b q1', 'c q1']);
    expect(scores.exposed).toEqual([{ unit: 'u', group: 'c', criteria: ['1'] }]);
  });

  test('whole answers are told exactly where one fits', () => {
    const size = fc.integer({ min: 1, max: 4 });
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(size, fc.integer({ min: 5, max: 12 }), weight, fc.nat(), (few, more, w, seed) => {
        const [own, other] = [seed % (4 * few + 1), (seed * 7) % (4 * more + 1)];
        const counts = (sum: number, people: number): readonly number[] => {
          const by = [0, 0, 0, 0, 0];
          for (let left = sum, at = 0; at < people; at++) {
            const step = Math.min(4, left);
            by[4 - step] = (by[4 - step] ?? 0) + 1;
            left -= step;
          }
          return by;
        };
        const leaf = { b: { weight: `0.${10 - w}` }, c: { weight: `0.${w}` } };
        if (w === 1) leaf.b.weight = '0.9';
        const scores = counted([{ by: leaf }], { b: counts(other, more), c: counts(own, few) });
        // (10 − w) x ÷ more + w y ÷ few, in whole numbers.
        const value = (x: number, y: number): number => (10 - w) * x * few + w * y * more;
        let fits = 0;
        for (let y = 0; y <= 4 * few; y++) {
          for (let x = 0; x <= 4 * more; x++) if (value(x, y) === value(other, own)) fits++;
        }
        expect(scores.exposed.map((one) => one.group)).toEqual(fits === 1 ? ['c'] : []);
      }),
    );
  });
});

describe('what sums give away', () => {
  test('an equation of its own, or a difference of two', () => {
    expect(givesAway([[1, 0]], [true, false])).toBe(true);
    expect(givesAway([[1, 1]], [true, false])).toBe(false);
    expect(
      givesAway(
        [
          [1, 1],
          [2, 1],
        ],
        [true, false],
      ),
    ).toBe(true);
    expect(
      givesAway(
        [
          [1, 1],
          [2, 2],
        ],
        [true, false],
      ),
    ).toBe(false);
    expect(givesAway([], [true])).toBe(false);
  });

  test('exact rationals agree', () => {
    const entry = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { maxLength: 4 }),
        (rows) => {
          const own = [true, true, false, false];
          // Somebody knows a combination of his own exactly when leaving the others out lowers the rank by less than theirs.
          const others = rows.map((row) => row.slice(2));
          expect(givesAway(rows, own)).toBe(rankOf(rows) > rankOf(others));
        },
      ),
    );
  });
});

/** By elimination on exact rationals. */
function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => row.map((value) => exact(value)));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = left.find((row) => row[column]?.equals(0) === false);
    if (pivot === undefined) continue;
    rank++;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => {
        const times = row[column]?.div(pivot[column] ?? 1) ?? exact(0);
        return row.map((value, at) => value.sub(times.mul(pivot[at] ?? 0)));
      });
  }
  return rank;
}
