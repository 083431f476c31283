/** Rank intervals, bands, chances of being first: against what is known of them. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Index } from '../src/plan/plan.ts';
import { exact } from '../src/stats/exact.ts';
import { floatRanker } from '../src/stats/float-ranks.ts';
import { type Random, randomStream } from '../src/stats/random.ts';
import { deviations, type Named } from '../src/uncertainty/deviations.ts';
import { errorSums } from '../src/uncertainty/error-sums.ts';
import type { Influences, Stratum } from '../src/uncertainty/influence.ts';
import { rankUncertainty } from '../src/uncertainty/ranks.ts';
import type { RankInterval } from '../src/uncertainty.ts';
import { drawnClusters } from './drawn-clusters.ts';
import { plainIndex } from './hand-worked.ts';
import { type RatedOptions, type RatedStratum, ratedSurvey } from './rank-survey.ts';

const rules = plainIndex.uncertainty;

function bootstrapOf(
  strata: readonly RatedStratum[],
  options: RatedOptions = {},
): { readonly units: Readonly<Record<string, RankInterval>>; readonly errors: Float64Array } {
  const { plan, index, scores, influences } = ratedSurvey(strata, options);
  const sums = errorSums(scores.units.length);
  const found = rankUncertainty(plan, index, scores, influences, ({ results, estimates }) => {
    sums.add((unit) => (results[unit] ?? 0) - (estimates[unit] ?? 0));
  });
  if (found === null) throw new Error('no ranks');
  const units = Object.fromEntries(found.units.map((one) => [one.unit, one]));
  return { units, errors: sums.errors() };
}

function repeated(...options: readonly (readonly [option: number, times: number])[]): number[] {
  return options.flatMap(([option, times]) => Array.from({ length: times }, () => option));
}

function own(row: string, options: readonly number[], population: number | null = null) {
  return { row, options: { [row]: options }, population };
}

function withRules(more: Partial<Index['uncertainty']>): RatedOptions {
  return { index: { uncertainty: { ...rules, ...more } } };
}

describe('intervals', () => {
  const [good, middle, bad] = [
    own('a', repeated([0, 20], [1, 10])),
    own('b', repeated([1, 20], [2, 10])),
    own('c', repeated([3, 20], [4, 10])),
  ];

  test('units far apart keep their ranks', () => {
    const { units } = bootstrapOf([bad, good, middle]);
    expect(units.a).toMatchObject({ rank: 1, low: 1, high: 1, first: 1, aheadOfNext: 1, band: 1 });
    expect(units.b).toMatchObject({ rank: 2, low: 2, high: 2, first: 0, aheadOfNext: 1, band: 2 });
    expect(units.c).toMatchObject({ rank: 3, low: 3, high: 3, first: 0, band: 3 });
    expect(units.c?.aheadOfNext).toBeNull();
  });

  test('two alike are first about half the time each, and share a band', () => {
    const alike = repeated([0, 30], [2, 40], [4, 30]);
    const { units } = bootstrapOf(
      [own('a', alike), own('b', alike)],
      withRules({ replicates: 4000 }),
    );
    for (const one of [units.a, units.b]) {
      expect(one).toMatchObject({ rank: 1, low: 1, high: 2, band: 1 });
      expect(one?.first).toBeGreaterThan(0.46);
      expect(one?.first).toBeLessThan(0.54);
    }
    expect(units.a?.aheadOfNext).toBeCloseTo(0.5, 1);
  });

  test('a census leaves nothing open, ties included', () => {
    const tied = repeated([0, 3], [4, 5]);
    const strata = [own('a', repeated([0, 4], [4, 4]), 8), own('b', tied, 8), own('c', tied, 8)];
    const { units, errors } = bootstrapOf(strata);
    expect([...errors]).toEqual([0, 0, 0]);
    expect(units.a).toMatchObject({ low: 1, high: 1, first: 1, band: 1 });
    expect(units.b).toMatchObject({ rank: 2, low: 2, high: 2, aheadOfNext: 0.5, band: 2 });
    expect(units.c).toMatchObject({ rank: 2, low: 2, high: 2, band: 2 });
    const consecutive = { rank: { ...plainIndex.rank, ties: 'consecutive' } } as const;
    const named = bootstrapOf(strata, { index: consecutive }).units;
    expect(named.b).toMatchObject({ rank: 2, low: 2, high: 2 });
    expect(named.c).toMatchObject({ rank: 3, low: 3, high: 3 });
    const dense = bootstrapOf([...strata, own('d', repeated([4, 8]), 8)], {
      index: { rank: { ...plainIndex.rank, ties: 'dense' } },
    }).units;
    expect(dense.d).toMatchObject({ rank: 3, low: 3, high: 3 });
  });

  test('what all units of a grid share does not make their order unsure', () => {
    // Every respondent gives b one option less than a: whoever is asked, a is ahead.
    const asked = repeated([0, 2], [1, 2], [2, 2], [3, 2]);
    const shared = {
      row: '',
      population: null,
      options: { a: asked, b: asked.map((at) => at + 1) },
    };
    const { units, errors } = bootstrapOf([shared]);
    expect(errors[0]).toBeGreaterThan(3);
    expect(units.a).toMatchObject({ low: 1, high: 1, first: 1, band: 1 });
    expect(units.b).toMatchObject({ low: 2, high: 2, band: 2 });
    const apart = bootstrapOf([
      own('a', asked),
      own(
        'b',
        asked.map((at) => at + 1),
      ),
    ]).units;
    expect(apart.b?.first).toBeGreaterThan(0);
  });

  test('every list has its own best; units out of the ranking are in none', () => {
    const strata = [good, middle, bad, own('d', repeated([2, 10]), 10), own('e', repeated([0, 9]))];
    const blocks = { b: 'y', c: 'y', d: 'z' };
    const { units } = bootstrapOf(strata, { blocks, unranked: ['e'] });
    expect(Object.keys(units).toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(units.a).toMatchObject({ rank: 1, high: 1, aheadOfNext: null, band: 1 });
    expect(units.b).toMatchObject({ rank: 1, first: 1, aheadOfNext: 1, band: 1 });
    expect(units.c).toMatchObject({ rank: 2, band: 2 });
    expect(units.d).toMatchObject({ rank: 1, low: 1, high: 1, first: 1 });
  });

  test('no replicates, nobody ranked: nothing is said; one replicate holds the published rank', () => {
    const { plan, index, scores, influences } = ratedSurvey(
      [good, bad],
      withRules({ replicates: 0 }),
    );
    expect(rankUncertainty(plan, index, scores, influences)).toBeNull();
    const nobody = ratedSurvey([good], { unranked: ['a'] });
    expect(rankUncertainty(nobody.plan, nobody.index, nobody.scores, nobody.influences)).toBeNull();
    const { units } = bootstrapOf([good, bad], withRules({ replicates: 1 }));
    expect(units.a).toMatchObject({ rank: 1, low: 1, high: 1 });
  });
});

describe('the seed decides, and nothing else', () => {
  const random = randomStream('rank test', 'answers');
  const drawn = (count: number): readonly number[] =>
    Array.from({ length: count }, () => Math.floor(random() * 5));
  const strata = ['a', 'b', 'c', 'd', 'e'].map((id) => own(id, drawn(25), 60));

  test('a unit in another block changes nothing', () => {
    const before = bootstrapOf(strata).units;
    const after = bootstrapOf([own('n', drawn(40)), ...strata], { blocks: { n: 'other' } }).units;
    for (const id of Object.keys(before)) expect(after[id]).toEqual(before[id]);
  });

  test('nor the order in which units stand or sheets came back', () => {
    const turned = strata
      .map(({ row, options, population }) =>
        own(row, [...(options[row] ?? [])].reverse(), population),
      )
      .reverse();
    expect(bootstrapOf(turned).units).toEqual(bootstrapOf(strata).units);
  });

  test('leaf by leaf gives what the slopes give', () => {
    // A limit that nobody reaches is no straight line any more.
    const { units, errors } = bootstrapOf(strata, { index: { highest: exact(1000) } });
    const straight = bootstrapOf(strata);
    expect(units).toEqual(straight.units);
    for (const [at, error] of errors.entries())
      expect(error).toBeCloseTo(straight.errors[at] ?? 0, 9);
  });

  test('along a curve the spread is that of its tangent', () => {
    const straight = bootstrapOf(strata, withRules({ replicates: 2000 }));
    // A geometric mean of one criterion bends nothing, but is worked out leaf by leaf.
    const rules = { ...plainIndex.uncertainty, replicates: 2000 };
    const curved = bootstrapOf(strata, { index: { combine: 'geometric', uncertainty: rules } });
    for (const [at, error] of curved.errors.entries()) {
      expect(Math.abs(error / (straight.errors[at] ?? 0) - 1)).toBeLessThan(0.01);
    }
  });

  test('another seed gives other replicates', () => {
    const other = bootstrapOf(strata, withRules({ seed: 'another' }));
    expect([...other.errors]).not.toEqual([...bootstrapOf(strata).errors]);
  });
});

describe('the spread of the replicates is the variance of the design', () => {
  const named: Named = { seed: 'spread', groups: ['g'], units: ['a', 'b'] };
  const random = randomStream('spread test', 'influences');
  const stratum = (sheets: number, more: Partial<Stratum> = {}): Stratum => ({
    group: 0,
    row: '',
    sheets,
    population: null,
    census: false,
    named: false,
    fraction: 0,
    clusters: null,
    start: Int32Array.from({ length: sheets + 1 }, (_, at) => 2 * at),
    unit: Int32Array.from({ length: 2 * sheets }, (_, at) => at % 2),
    leaf: new Int16Array(2 * sheets),
    value: Float64Array.from({ length: 2 * sheets }, () => random() - 0.3),
    ...more,
  });

  /** Covariance matrix of both units over many replicates. */
  function spreadOf(strata: readonly Stratum[], tallied: Influences['tallied'] = []): number[] {
    const target = {
      width: 2,
      at: (unit: number) => unit,
      weight: () => 1,
      rank: Int32Array.of(0, 1),
    };
    const draw = deviations({ leaves: ['1'], strata, tallied }, target, named);
    const replicates = 40_000;
    const sums = new Float64Array(2 * replicates);
    draw(sums, replicates);
    const products = [0, 0, 0];
    for (let at = 0; at < sums.length; at += 2) {
      const [a = 0, b = 0] = sums.subarray(at, at + 2);
      for (const [which, product] of [a * a, a * b, b * b].entries()) {
        products[which] = (products[which] ?? 0) + product / replicates;
      }
    }
    return products;
  }

  /** (1 − f) n ÷ (n − 1) Σ (z − z̄)(z′ − z̄′), of things with two values each. */
  function design(things: readonly (readonly [number, number])[], open: number): number[] {
    const count = things.length;
    const mean = [0, 1].map(
      (which) => things.reduce((sum, one) => sum + (one[which] ?? 0), 0) / count,
    );
    return [
      [0, 0],
      [0, 1],
      [1, 1],
    ].map(([x = 0, y = 0]) => {
      const off = (one: readonly number[], which: number): number =>
        (one[which] ?? 0) - (mean[which] ?? 0);
      return (
        ((open * count) / (count - 1)) *
        things.reduce((sum, one) => sum + off(one, x) * off(one, y), 0)
      );
    });
  }

  function pairs({ value, sheets }: Stratum): readonly (readonly [number, number])[] {
    return Array.from({ length: sheets }, (_, at) => [value[2 * at] ?? 0, value[2 * at + 1] ?? 0]);
  }

  function expectNear(found: readonly number[], wanted: readonly number[]): void {
    const size = Math.max(...wanted.map(Math.abs));
    for (const [at, one] of wanted.entries())
      expect(Math.abs((found[at] ?? 0) - one)).toBeLessThan(0.04 * size);
  }

  test('strata of any size, with and without a finite population', () => {
    const [few, many] = [stratum(3), stratum(30, { fraction: 0.75, row: 'r' })];
    const wanted = [design(pairs(few), 1), design(pairs(many), 0.25)];
    expectNear(
      spreadOf([few, many]),
      [0, 1, 2].map((at) => (wanted[0]?.[at] ?? 0) + (wanted[1]?.[at] ?? 0)),
    );
  });

  test('two rows of one name are drawn apart', () => {
    const same = stratum(10);
    expectNear(
      spreadOf([same, same]),
      design(pairs(same), 1).map((one) => 2 * one),
    );
  });

  test('one sheet alone moves by its influence', () => {
    const alone = stratum(1, { fraction: 0.5 });
    const [a = 0, b = 0] = alone.value;
    expectNear(spreadOf([alone]), [0.5 * a * a, 0.5 * a * b, 0.5 * b * b]);
  });

  test('clusters: between them, and within those that were drawn', () => {
    const clusters = Array.from({ length: 24 }, (_, sheet) => (sheet * 7) % 4);
    const drawn = stratum(24, { clusters: drawnClusters(clusters), fraction: 0.4 });
    const sheets = pairs(drawn);
    const members = [0, 1, 2, 3].map((own) => sheets.filter((_, at) => clusters[at] === own));
    const totals = members.map((own) =>
      own.reduce<[number, number]>(([a, b], [x, y]) => [a + x, b + y], [0, 0]),
    );
    const parts = [design(totals, 0.6), ...members.map((own) => design(own, 0.4))];
    expectNear(
      spreadOf([drawn]),
      [0, 1, 2].map((at) => parts.reduce((sum, one) => sum + (one[at] ?? 0), 0)),
    );
  });

  test('paper tallies: errors of one group about one unit add up, others are independent', () => {
    const one = { group: 0, unit: 0, leaf: 0, error: 2, forms: 9, fraction: 0, isExact: false };
    const tallied = [one, { ...one, leaf: 1, error: 1 }, { ...one, unit: 1, error: 3 }];
    expectNear(spreadOf([], tallied), [9, 0, 9]);
  });
});

test('true ranks lie in their intervals about as often as stated', () => {
  const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const surveys = 120;
  let held = 0;
  let ends = 0;
  for (let survey = 0; survey < surveys; survey++) {
    const random = randomStream('coverage', String(survey));
    // True levels as far from each other as the estimates are from them, and wider.
    const levels = units.map(() => 0.35 + 0.4 * random());
    const strata = units.map((id, at) => own(id, answersAt(levels[at] ?? 0, 40, random)));
    const seed = `coverage ${survey}`;
    const found = bootstrapOf(strata, withRules({ seed, replicates: 300 })).units;
    for (const [at, id] of units.entries()) {
      const truth = 1 + levels.filter((one) => one > (levels[at] ?? 0)).length;
      const { low = 0, high = 0 } = found[id] ?? {};
      if (low <= truth && truth <= high) held++;
      else if (truth === 1 || truth === units.length) ends++;
    }
  }
  const coverage = held / (surveys * units.length);
  expect(coverage).toBeGreaterThan(0.86);
  expect(coverage).toBeLessThan(0.985);
  expect(ends).toBeLessThan(surveys * 2 * 0.2);
});

/** Options whose mean is this share of 100 %: four chances of a step each. */
function answersAt(level: number, count: number, random: Random): readonly number[] {
  return Array.from({ length: count }, () =>
    [0, 1, 2, 3].reduce((option) => option + Number(random() > level), 0),
  );
}

describe('ranks of binary numbers', () => {
  const lists = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });

  function ranksOf(
    values: readonly number[],
    published: readonly number[],
    dense = false,
  ): number[] {
    const ranks = new Uint16Array(values.length);
    const results = published.map((rank) => -rank);
    floatRanker({ published, results, dense })(Float64Array.from(values), ranks, 0, 1);
    return [...ranks];
  }

  test('one more than there are better ones, whatever the size of the numbers', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(1, 1e-3, 1e5), (small, size) => {
        const values = small.map((one) => one * size);
        const published = values.map((_, at) => at + 1);
        const better = values.map((own) => 1 + values.filter((one) => one > own).length);
        expect(ranksOf(values, published)).toEqual(better);
        const distinct = values.map((own) => 1 + new Set(values.filter((one) => one > own)).size);
        expect(ranksOf(values, published, true)).toEqual(distinct);
      }),
    );
  });

  test('what only the order of additions tells apart is equal; missing ones come last', () => {
    const none = Number.NEGATIVE_INFINITY;
    expect(ranksOf([0.1 + 0.2, 0.3, none, 0.2, none], [1, 2, 3, 4, 5])).toEqual([1, 1, 4, 3, 4]);
    expect(ranksOf([none, none], [1, 2])).toEqual([1, 1]);
  });

  test('equal results that a tie-breaker told apart stay apart, others do not', () => {
    const ranks = new Uint16Array(4);
    const rank = floatRanker({ published: [1, 2, 3, 3], results: [9, 8, 8, 8], dense: false });
    rank(Float64Array.of(9, 8, 8, 8), ranks, 0, 1);
    expect([...ranks]).toEqual([1, 2, 3, 3]);
    rank(Float64Array.of(8, 8, 8, 8), ranks, 0, 1);
    expect([...ranks]).toEqual([1, 1, 3, 3]);
  });

  test('whoever joins a tie that a tie-breaker settled does not overtake its loser', () => {
    const ranks = new Uint16Array(3);
    const order = { published: [1, 2, 3], results: [90, 90, 89] };
    for (const dense of [false, true]) {
      floatRanker({ ...order, dense })(Float64Array.of(90, 90, 90), ranks, 0, 1);
      expect([...ranks]).toEqual([1, 2, 2]);
    }
  });

  test('ranks are an order: what stands later in the published list is never ahead of an equal', () => {
    const levels = fc.record({
      value: fc.integer({ min: 0, max: 2 }),
      result: fc.integer({ min: 0, max: 2 }),
      tie: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(levels, { minLength: 1, maxLength: 9 }), fc.boolean(), (all, dense) => {
        const list = all.toSorted((a, b) => b.result - a.result || b.tie - a.tie);
        const published = list.map(
          (own) =>
            1 +
            list.filter(
              (a) => a.result > own.result || (a.result === own.result && a.tie > own.tie),
            ).length,
        );
        const ranks = new Uint16Array(list.length);
        const results = list.map(({ result }) => result);
        const values = Float64Array.from(list, ({ value }) => value);
        floatRanker({ published, results, dense })(values, ranks, 0, 1);
        const sorted = [...list.keys()].sort(
          (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
        );
        for (const [place, at] of sorted.entries()) {
          const before = sorted[place - 1];
          if (before === undefined) expect(ranks[at]).toBe(1);
          else {
            const [rank = 0, ahead = 0] = [ranks[at], ranks[before]];
            expect(rank).toBeGreaterThanOrEqual(ahead);
            if (values[at] !== values[before]) expect(rank).toBeGreaterThan(ahead);
            if (rank > ahead) expect(rank).toBe(dense ? ahead + 1 : place + 1);
          }
        }
      }),
    );
  });
});
