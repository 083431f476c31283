/** Places drawn stage by stage: variance and bootstrap of such a design, against every sample that could have been drawn. */
import { describe, expect, test } from 'vitest';
import { randomStream } from '../src/stats/random.ts';
import { deviations } from '../src/uncertainty/deviations.ts';
import type { Cluster, Draw, Influences, Stratum } from '../src/uncertainty/influence.ts';
import { influences } from '../src/uncertainty/influences.ts';
import { domainVariances } from '../src/uncertainty/variance.ts';
import { uncertainty } from '../src/uncertainty.ts';
import { criterion, group, leafSource, part } from './hand-worked.ts';
import { answered, place, spec, stage } from './staged-survey.ts';
import { type Sheet, type SurveySpec, surveyOf } from './survey-of-sheets.ts';

/** District → village → value of each household. */
const population = [
  [
    [1, 2, 4],
    [9, 9, 6],
    [3, 0, 1],
  ],
  [
    [10, 12, 11],
    [20, 14, 15],
    [2, 2, 9],
  ],
  [
    [5, 6, 4],
    [5, 8, 0],
    [7, 3, 3],
  ],
];
/** Two of three at each stage. */
const fraction = 2 / 3;

function pairsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other]));
}

/** Every choice of one of its samples for each of two. */
function choices<T>(of: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const [first = [], second = []] = of;
  return first.flatMap((one) => second.map((other) => [one, other]));
}

/** Villages with two of their households. */
type Village = readonly number[];
const everySample: readonly (readonly (readonly Village[])[])[] = pairsOf(population).flatMap(
  (districts) =>
    choices(
      districts.map((district) =>
        pairsOf(district).flatMap((villages) => choices(villages.map((one) => pairsOf(one)))),
      ),
    ),
);

/** What each household adds to the estimated total of all districts. */
function stratumOf(sample: readonly (readonly Village[])[]): Stratum {
  const values: number[] = [];
  const clusters = sample.map((villages, district): Cluster => {
    const drawn = villages.map((households, village): Cluster => {
      const sheets = Int32Array.from(households, (value) => values.push(value / fraction ** 3) - 1);
      return {
        place: `${village}`,
        sheets,
        draws: [{ name: '', fraction, sheets, clusters: null }],
      };
    });
    const sheets = Int32Array.from(drawn.flatMap((one) => [...one.sheets]));
    const draw: Draw = { name: '', fraction, sheets, clusters: drawn };
    return { place: `${district}`, sheets, draws: [draw] };
  });
  return {
    group: 0,
    row: '',
    sheets: values.length,
    population: null,
    census: false,
    named: false,
    fraction,
    clusters,
    start: Int32Array.from({ length: values.length + 1 }, (_, at) => at),
    unit: new Int32Array(values.length),
    leaf: new Int16Array(values.length),
    value: Float64Array.from(values),
  };
}

function varianceOf(stratum: Stratum): number {
  const single = { count: 1, of: () => 0, factor: () => 1 };
  const found = domainVariances({ leaves: ['1'], strata: [stratum], tallied: [] }, single);
  return found.variance[0] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

describe('three stages, every sample there is', () => {
  const strata = everySample.map(stratumOf);
  const totals = strata.map(({ value }) => value.reduce((sum, one) => sum + one, 0));
  const truth = population.flat(2).reduce((sum, one) => sum + one, 0);
  const spread = mean(totals.map((one) => (one - truth) ** 2));

  test('all of them are there, and right on average', () => {
    expect(strata).toHaveLength(3 * (3 * 3 * 3) ** 2);
    expect(mean(totals)).toBeCloseTo(truth, 8);
  });

  test('the estimated variance is the true one on average', () => {
    expect(mean(strata.map(varianceOf)) / spread).toBeCloseTo(1, 10);
  });

  test('where the first draw had unequal chances, districts alone decide', () => {
    const [first] = strata;
    if (first === undefined) throw new Error('no sample');
    const sums = (first.clusters ?? []).map(({ sheets }) =>
      sheets.reduce((sum, at) => sum + (first.value[at] ?? 0), 0),
    );
    const [one = 0, other = 0] = sums;
    expect(varianceOf({ ...first, fraction: 0 })).toBeCloseTo((one - other) ** 2, 8);
  });

  test('the bootstrap spreads as the variance says', () => {
    for (const stratum of [strata[7], strata[1500]]) {
      if (stratum === undefined) throw new Error('no sample');
      const replicates = 40_000;
      const sums = new Float64Array(replicates);
      const target = { width: 1, at: () => 0, weight: () => 1, rank: Int32Array.of(0) };
      const moves: Influences = { leaves: ['1'], strata: [stratum], tallied: [] };
      deviations(moves, target, { seed: 's', groups: ['g'], units: ['a'] })(sums, replicates);
      const found = mean([...sums].map((one) => one * one));
      expect(Math.abs(found / varianceOf(stratum) - 1)).toBeLessThan(0.04);
    }
  });
});

describe('from the plan to the draws', () => {
  const threeStages = [stage(0, 'random', 1), stage(1, 'random', 2), stage(2, 'random', 2)];

  function strataOf(some: SurveySpec): readonly Stratum[] {
    const { plan, quotas, ratings, tallies, scores } = answered(some);
    return influences(plan, quotas, ratings, null, tallies, scores).strata;
  }

  test('communes drawn in each district, villages drawn in each commune', () => {
    const [first, ...others] = strataOf(spec(threeStages));
    expect(others).toEqual([]);
    expect(first?.fraction).toBe(0.5);
    expect(first?.clusters?.map(({ sheets }) => sheets.length)).toEqual([6, 6]);
    for (const { draws } of first?.clusters ?? []) {
      expect(draws.map((one) => [one.fraction, one.clusters?.length])).toEqual([[2 / 3, 2]]);
      for (const { draws: last } of draws[0]?.clusters ?? []) {
        expect(last.map((one) => [one.sheets.length, one.clusters])).toEqual([[3, null]]);
      }
    }
  });

  test('villages all taken in the communes drawn: each stands for itself', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'random', 2), stage(2, 'named', 3)];
    const [first] = strataOf(spec(stages));
    for (const { draws } of first?.clusters ?? []) {
      expect(draws.map((one) => [one.sheets.length, one.clusters])).toEqual([
        [3, null],
        [3, null],
        [3, null],
      ]);
    }
  });

  test('a place drawn from which nothing came back counts as not drawn', () => {
    const some = spec(threeStages);
    const all = answered(some);
    const [whole] = strataOf(some);
    const lost = whole?.clusters?.[0]?.draws[0]?.clusters?.[0]?.place;
    const { plan, quotas, ratings, tallies, scores } = answered(some, (sheets) =>
      sheets.filter(({ from }) => from.place !== lost),
    );
    expect(all.ratings.sheets - ratings.sheets).toBe(3);
    const [left] = influences(plan, quotas, ratings, null, tallies, scores).strata;
    const fractions = (stratum: Stratum | undefined): readonly number[] => [
      stratum?.fraction ?? 0,
      ...(stratum?.clusters ?? []).flatMap(({ draws }) => draws.map((one) => one.fraction)),
    ];
    expect(fractions(whole)).toEqual([1 / 2, 2 / 3, 2 / 3]);
    expect(fractions(left)).toEqual([1 / 2, 1 / 3, 2 / 3]);
  });

  test('units inside a place that was drawn: they were not drawn among themselves', () => {
    // One district of two; each of its communes is a unit.
    const units = ['d1-c1', 'd1-c2', 'd2-c1', 'd2-c2'];
    const places = ['d1', 'd2'].flatMap((district) => [
      place(district, 0, null, null),
      ...['c1', 'c2'].flatMap((commune) => {
        const id = `${district}-${commune}`;
        const villages = [1, 2, 3].map((n) => place(`${id}-v${n}`, 2, id, id));
        return [place(id, 1, district, id), ...villages];
      }),
    ]);
    const stages = [stage(0, 'pps', 1), stage(1, 'named', 2), stage(2, 'random', 2)];
    const some = { ...spec(stages), units, places };
    const found = strataOf(some);
    expect(found.map(({ row, fraction, clusters }) => [row, fraction, clusters?.length])).toEqual(
      found.map(({ row }) => [row, 2 / 3, 2]),
    );
    expect(found).toHaveLength(2);
    const { plan, quotas, ratings, tallies, scores } = answered(some);
    const { units: intervals } = uncertainty(plan, quotas, ratings, null, tallies, scores);
    expect(intervals.length).toBe(2);
    for (const { interval } of intervals) expect(interval.error ?? 0).toBeGreaterThan(0);
  });
});

describe('no order decides', () => {
  const stages = [stage(0, 'named', 2), stage(1, 'random', 3), stage(2, 'random', 2)];
  const mixed = (sheets: readonly Sheet[]): readonly Sheet[] => {
    const random = randomStream('place draws', 'order');
    const keys = sheets.map(() => random());
    return [...sheets.keys()]
      .sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0))
      .flatMap((at) => sheets[at] ?? []);
  };

  function ranksOf(some: SurveySpec, turned?: typeof mixed) {
    const { plan, quotas, ratings, tallies, scores } = answered(some, turned);
    return uncertainty(plan, quotas, ratings, null, tallies, scores).ranks?.units;
  }

  test('sheets of places that come back in another order', () => {
    const before = ranksOf(spec(stages));
    expect(before?.some(({ first }) => first > 0 && first < 1)).toBe(true);
    expect(ranksOf(spec(stages), mixed)).toEqual(before);
  });

  const ids = ['an', 'hoa', 'yen', 'binh'];
  const grid = (units: readonly string[]): SurveySpec => ({
    units,
    groups: [group('folk', 'folk', { form: '01', about: { kind: 'units', units } })],
    questions: ['q1'],
    criteria: [criterion('1', '100', { source: leafSource('mean', [part('folk', '1', ['q1'])]) })],
  });
  const answers = ids.map((_, unit) => {
    const random = randomStream('place draws', 'answers', String(unit));
    return Array.from({ length: 25 }, () => String(1 + Math.floor(5 * random())));
  });
  const replies = (turned: (at: number) => readonly string[]): readonly Sheet[] =>
    Array.from({ length: 25 }, (_, at): Sheet => {
      const ratings = turned(at).map((id) => [id, [answers[ids.indexOf(id)]?.[at] ?? null]]);
      return {
        group: 'folk',
        from: { unit: null, place: null },
        ratings: Object.fromEntries(ratings),
      };
    });

  function gridRanks(units: readonly string[], sheets: readonly Sheet[]) {
    const { plan, quotas, ratings, tallies, scores } = surveyOf(grid(units), sheets);
    const found = uncertainty(plan, quotas, ratings, null, tallies, scores).ranks?.units ?? [];
    return Object.fromEntries(found.map((one) => [one.unit, one]));
  }

  test('the rows of one reply, the replies, and the units in the plan', () => {
    const before = gridRanks(
      ids,
      replies(() => ids),
    );
    expect(Object.values(before).filter(({ first }) => first > 0 && first < 1).length).toBe(4);
    const turnedRows = replies((at) => [...ids.slice(at % 4), ...ids.slice(0, at % 4)]);
    expect(gridRanks(ids, turnedRows)).toEqual(before);
    expect(gridRanks(ids, mixed(turnedRows))).toEqual(before);
    const turned = ids.toReversed();
    expect(
      gridRanks(
        turned,
        replies(() => turned),
      ),
    ).toEqual(before);
  });
});
