/** The index in binary numbers against the exact scores, on random trees of every method. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion, Index, Normalise, Plan, Unit } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import type { Scores } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { type Exact, exact } from '../src/stats/exact.ts';
import type { Tallies } from '../src/tallies.ts';
import { evaluator, indexData, noChanges, normaliseData } from '../src/uncertainty/evaluator.ts';
import { slopes } from '../src/uncertainty/slopes.ts';
import {
  appraised,
  plan as base,
  points as basePoints,
  tallies as baseTallies,
  criterion,
  entry,
  group,
  leafSource,
  part,
  plainIndex,
  question,
  tally,
  unit,
  where,
} from './hand-worked.ts';

const questions = ['q1', 'q2', 'q3', 'q4'];
const unitIds = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
const units: readonly Unit[] = unitIds.map((id, at) =>
  unit(id, `Đơn vị ${id}`, at < 4 ? 'x' : 'y', id !== 'u3'),
);

function planOf(index: Index): Plan {
  return {
    ...base,
    blocks: [
      { id: 'x', name: 'X', units: unitIds.slice(0, 4) },
      { id: 'y', name: 'Y', units: unitIds.slice(4) },
    ],
    units,
    groups: [group('staff', 'Công chức', { over: { kind: 'units', units: unitIds } })],
    forms: [{ ...formOf('01') }],
    index,
  };
}

function formOf(id: string): Plan['forms'][number] {
  return {
    id,
    code: id,
    title: 'Phiếu',
    request: null,
    howTo: null,
    questions: questions.map(question),
  };
}

function surveyLeaf(asked: string): Partial<Criterion> {
  return { source: leafSource('mean', [part('staff', '1', [asked])]) };
}

const normalise: fc.Arbitrary<Normalise> = fc
  .record({
    method: fc.constantFrom('min-max', 'goalposts', 'z-score', 'rank', 'percentile'),
    low: fc.constantFrom(exact(0), exact(1)),
    high: fc.constantFrom(exact(10), exact(100)),
    goals: fc.constant({ worst: exact(20), best: exact(80) }),
    reversed: fc.boolean(),
    within: fc.constantFrom('block', 'all'),
  })
  .map((rule) => {
    if (rule.method === 'goalposts') return { ...rule, reversed: false };
    return { ...rule, goals: null };
  });

const notFor = fc.subarray([...unitIds], { maxLength: 2 });
const weight = fc.constantFrom(exact(1), exact(1, 2), exact(3), exact(0));
const bands = [
  { from: exact(60), points: exact(4) },
  { from: exact(0), points: exact(3, 2) },
];

interface Shaped {
  readonly leaf: 'survey' | 'appraised';
  readonly asked: string;
  readonly max: number;
  readonly weight: Exact;
  readonly notFor: readonly string[];
  readonly change: 'none' | 'bands' | 'normalise';
  readonly normalise: Normalise;
}

const leafShape: fc.Arbitrary<Shaped> = fc.record({
  leaf: fc.constantFrom('survey', 'survey', 'appraised'),
  asked: fc.constantFrom(...questions),
  max: fc.integer({ min: 5, max: 10 }),
  weight,
  notFor,
  change: fc.constantFrom('none', 'none', 'none', 'bands', 'normalise'),
  normalise,
});

function leafOf(code: string, shape: Shaped): Criterion {
  const { leaf, asked, max, change } = shape;
  const source = leaf === 'survey' ? surveyLeaf(asked) : appraised;
  return criterion(code, String(max), {
    ...source,
    weight: shape.weight,
    notFor: shape.notFor,
    bands: change === 'bands' ? bands : [],
    normalise: change === 'normalise' ? shape.normalise : null,
  });
}

const combine = fc.constantFrom(
  ...(['sum', 'sum', 'mean', 'geometric', 'harmonic', 'all', 'any'] as const),
);

const tree: fc.Arbitrary<readonly Criterion[]> = fc
  .array(
    fc.record({
      children: fc.array(leafShape, { maxLength: 4 }),
      own: leafShape,
      combine,
      normalised: fc.option(normalise, { freq: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((fields) =>
    fields.map((field, at): Criterion => {
      const code = String(at + 1);
      if (field.children.length === 0) return leafOf(code, field.own);
      // What does not apply is inherited from above.
      const notFor = field.combine === 'sum' ? [] : field.own.notFor;
      const children = field.children.map((one, child) =>
        leafOf(`${code}.${child + 1}`, {
          ...one,
          notFor: [...new Set([...one.notFor, ...notFor])],
        }),
      );
      const sum = children.reduce((all, { max }) => all.add(max), exact(0));
      const normalised = hasScores(children) ? null : field.normalised;
      const max = field.combine === 'sum' && normalised === null ? sum : exact(20);
      const { weight } = field.own;
      return {
        ...criterion(code, '1', { children, combine: field.combine, weight, notFor }),
        max,
        normalise: normalised,
      };
    }),
  );

/** Standard scores are exact to 30 digits only: what is set against each other above them may hang on the last one. */
function hasScores(children: readonly Criterion[]): boolean {
  return children.some(({ normalise }) => normalise?.method === 'z-score');
}

const index: fc.Arbitrary<Index> = fc
  .record({
    criteria: tree,
    combine,
    notApplicable: fc.constantFrom('shrink', 'keep'),
    missing: fc.constantFrom('none', 'drop'),
    highest: fc.option(fc.constant(exact(90))),
    on: fc.constantFrom('percent', 'points'),
  })
  .map(({ on, ...rest }): Index => {
    const max =
      rest.combine === 'sum'
        ? rest.criteria.reduce((all, one) => all.add(one.max), exact(0))
        : exact(100);
    const rank = { ...plainIndex.rank, on } as const;
    return { ...plainIndex, ...rest, max, rank, bonus: exact(5), penalty: exact(5) };
  });

/** Counts of the options 5 to 1 for each unit and question; nobody at all: missing. */
const answers = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }), {
  minLength: unitIds.length * questions.length,
  maxLength: unitIds.length * questions.length,
});

function talliesOf(counts: readonly (readonly number[])[]): Tallies {
  const cells = unitIds.flatMap((id, at) =>
    questions.map((asked, which) => {
      return tally('staff', id, asked, counts[at * questions.length + which] ?? []);
    }),
  );
  return { ...baseTallies, cells, custody: [] };
}

function pointsOf(criteria: readonly Criterion[], given: readonly number[]): Points {
  const leaves = criteria.flatMap((one) => (one.children.length > 0 ? one.children : [one]));
  const own = leaves.filter(({ source }) => source?.kind === 'appraised');
  const entries = unitIds.flatMap((id, at) =>
    own.map(({ code }, which) => {
      const points = given[(at * 7 + which) % given.length] ?? 0;
      return entry(id, code, '0', points === 0 ? null : String(points / 4));
    }),
  );
  return { ...basePoints, entries };
}

const survey = fc
  .record({
    index,
    counts: answers,
    given: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 11, maxLength: 17 }),
  })
  .map(({ index, counts, given }) => {
    const plan = planOf(index);
    const scored = score(plan, talliesOf(counts), pointsOf(index.criteria, given), where);
    if (!scored.ok) throw new Error(JSON.stringify(scored.findings));
    return { plan, index, scores: scored.value };
  });

function numberOf(value: Exact | null | undefined): number {
  return value?.valueOf() ?? Number.NaN;
}

function expectClose(found: ArrayLike<number>, wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  for (const [at, one] of wanted.entries()) {
    const own = found[at] as number;
    if (Number.isNaN(one)) expect(own).toBeNaN();
    else expect(Math.abs(own - one)).toBeLessThan(1e-9 * Math.max(1, Math.abs(one)));
  }
}

function evaluated({ plan, index, scores }: { plan: Plan; index: Index; scores: Scores }) {
  const data = indexData(plan, index, scores);
  const made = evaluator(data);
  return { data, made, totals: made.evaluate(data.percents) };
}

test('at the estimate it equals the exact scores', () => {
  fc.assert(
    fc.property(survey, (one) => {
      const { totals, made } = evaluated(one);
      expectClose(
        totals.points,
        one.scores.units.map(({ total }) => numberOf(total.points)),
      );
      expectClose(
        totals.percent,
        one.scores.units.map(({ percent }) => numberOf(percent)),
      );
      for (const [at, { code }] of one.index.criteria.entries()) {
        const found = made.criterion(code)?.points ?? [];
        const scores = one.scores.units.map(({ criteria }) => criteria[at]);
        const applying = scores.flatMap((score, which) => (score?.applies ? [which] : []));
        expectClose(
          applying.map((which) => found[which] as number),
          applying.map((which) => numberOf(scores[which]?.points)),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('other answers: it equals the exact scores of those answers', () => {
  // Somebody has answered everywhere, so that the same is missing in both.
  const full = answers.map((counts) => counts.map(([five = 0, ...rest]) => [five + 1, ...rest]));
  fc.assert(
    fc.property(
      index,
      full,
      full,
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 11, maxLength: 17 }),
      (own, before, after, given) => {
        const plan = planOf(own);
        const points = pointsOf(own.criteria, given);
        const [one, other] = [before, after].map((counts) => {
          const scored = score(plan, talliesOf(counts), points, where);
          if (!scored.ok) throw new Error('not scored');
          return scored.value;
        });
        if (one === undefined || other === undefined) return;
        const data = indexData(plan, own, one);
        const { percents } = indexData(plan, own, other);
        const found = evaluator(data).evaluate(percents);
        expectClose(
          found.percent,
          other.units.map(({ percent }) => numberOf(percent)),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('changing the plan’s method and telling the evaluator of the change is the same', () => {
  fc.assert(
    fc.property(
      survey,
      fc.constantFrom('shrink', 'keep'),
      fc.constantFrom('none', 'drop'),
      fc.constantFrom(...(['mean', 'geometric', 'harmonic', 'all', 'any'] as const)),
      normalise,
      (one, notApplicable, missing, otherwise, rule) => {
        const { criteria } = one.index;
        const [field] = criteria;
        const changed = criteria.map((own, at) => {
          const means = at === 0 && own.children.length > 0 && own.combine !== 'sum';
          return {
            ...own,
            ...(means ? { combine: otherwise } : {}),
            ...(own.normalise === null ? {} : { normalise: rule }),
          };
        });
        const data = indexData(one.plan, one.index, one.scores);
        const means = field !== undefined && field.children.length > 0 && field.combine !== 'sum';
        const normalised = criteria.filter((own) => own.normalise !== null);
        const made = evaluator(data, {
          ...noChanges,
          notApplicable,
          missing,
          combine: new Map(means ? [[field.code, otherwise]] : []),
          normalise: new Map(normalised.map(({ code }) => [code, normaliseData(rule)])),
        });
        const index = { ...one.index, criteria: changed, notApplicable, missing };
        const again = indexData({ ...one.plan, index }, index, one.scores);
        const wanted = evaluator(again).evaluate(again.percents);
        expectClose(made.evaluate(data.percents).points, [...wanted.points]);
      },
    ),
  );
});

describe('weights otherwise than in the plan', () => {
  const [first, second] = [
    criterion('1', '10', surveyLeaf('q1')),
    criterion('2', '30', surveyLeaf('q2')),
  ];
  const index = { ...plainIndex, criteria: [first, second], max: exact(40) };
  const counts = unitIds.flatMap((_, at) => [
    [4, at, 0, 0, 0],
    [at, 1, 0, 0, 3],
    [1, 0, 0, 0, 0],
    [1, 0, 0, 0, 0],
  ]);
  const read = (own: Index): ReturnType<typeof evaluated> & { plan: Plan } => {
    const plan = planOf(own);
    const scored = score(plan, talliesOf(counts), basePoints, where);
    if (!scored.ok) throw new Error('not scored');
    return { plan, ...evaluated({ plan, index: own, scores: scored.value }) };
  };

  test('a sum keeps its maximum', () => {
    const { data } = read(index);
    const weights = new Map([['1', 2]]);
    const { percent, points } = evaluator(data, { ...noChanges, weights }).evaluate(data.percents);
    for (let unit = 0; unit < unitIds.length; unit++) {
      const [one = 0, two = 0] = data.percents.subarray(unit * 2, unit * 2 + 2);
      // Maxima 20 and 30 instead of 10 and 30.
      expect(percent[unit]).toBeCloseTo((one * 20 + two * 30) / 50, 10);
      expect(points[unit]).toBeCloseTo(((one * 20 + two * 30) / 50 / 100) * 40, 10);
    }
  });

  test('in a mean only their ratio matters', () => {
    const { data } = read({ ...index, combine: 'geometric', max: exact(100) });
    const weights = new Map([
      ['1', 3],
      ['2', 3],
    ]);
    const plain = [...evaluator(data).evaluate(data.percents).points];
    const changed = evaluator(data, { ...noChanges, weights }).evaluate(data.percents).points;
    expectClose(changed, plain);
  });

  test('slopes of a sum are maximum ÷ own maximum, of a geometric mean those of its logarithm', () => {
    const sum = read(index);
    expect(sum.made.shape).toBe('linear');
    const straight = slopes(sum.data, sum.made) ?? [];
    for (let at = 0; at < straight.length; at++) {
      expect(straight[at]).toBeCloseTo(at % 2 === 0 ? 0.25 : 0.75, 12);
    }
    const mean = read({ ...index, combine: 'geometric', max: exact(100) });
    expect(mean.made.shape).toBe('smooth');
    const curved = slopes(mean.data, mean.made) ?? [];
    for (let unit = 1; unit < unitIds.length; unit++) {
      const [one = 0, two = 0] = mean.data.percents.subarray(unit * 2, unit * 2 + 2);
      expect(curved[unit * 2]).toBeCloseTo(Math.sqrt(one * two) / (2 * one), 5);
    }
    const stepped = read({ ...index, highest: exact(90) });
    expect(stepped.made.shape).toBe('other');
    expect(slopes(stepped.data, stepped.made)).toBeNull();
  });
});
