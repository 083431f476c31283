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
    ['q1', 'q2', 'q3'].map((question) => tally(id, 'u', question, [count])),
  );
  const result = score(plan, { ...tallies, cells, custody: [] }, { ...points, entries: [] }, where);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
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
        expect(givesAway(equations, own)).toBe(said);
        for (const leaf of leaves) {
          for (const question of leaf[id]?.slice(1) ?? [])
            expect(gone).toContain(`${id} ${question}`);
        }
      }
    }),
  );
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
