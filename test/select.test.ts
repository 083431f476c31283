/**
 * Draws by chance: over all random starts where they can be enumerated, over 10.000 seeds for the whole way from seed to sample.
 * Counts of different items over the seeds hang together (they sum to seeds × take), but each of them is binomial, and so is the
 * count of each possible sample; they are looked at one by one, within 4 standard errors.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, exact, sumExact, zero } from '../src/stats/exact.ts';
import { type Random, randomStream } from '../src/stats/random.ts';
import { runningTotals } from '../src/stats/running-totals.ts';
import {
  drawWithReserve,
  type Selected,
  type SelectionItem,
  type SelectionName,
  selectionVersion,
} from '../src/stats/select.ts';

const seeds = Array.from({ length: 10_000 }, (_, at) => `${at + 1}`);
const hows: readonly SelectionName[] = ['random', 'systematic', 'pps'];

const sized = (...sizes: readonly number[]): readonly SelectionItem[] =>
  sizes.map((size) => ({ size: exact(size) }));
const alike = (count: number): readonly SelectionItem[] =>
  sized(...Array.from({ length: count }, () => 1));
const indices = (selected: readonly Selected[]): readonly number[] =>
  selected.map(({ index }) => index);

const draw = (
  how: SelectionName,
  items: readonly SelectionItem[],
  take: number,
  random: Random,
  certain?: ReadonlySet<number>,
): readonly Selected[] => drawWithReserve(how, items, { take, reserve: 0 }, random, certain).drawn;

/** The chance of every item to be drawn: what can neither be drawn nor be in reserve has none. */
function chancesOf(
  how: SelectionName,
  items: readonly SelectionItem[],
  take: number,
  certain?: ReadonlySet<number>,
): readonly Exact[] {
  const all = drawWithReserve(how, items, { take, reserve: items.length }, () => 0, certain);
  const chances = items.map(() => zero);
  for (const { index, inclusion } of [...all.drawn, ...all.reserve]) chances[index] = inclusion;
  return chances;
}

/** The numbers given, then an error: a draw that uses more of them than it says fails. */
function numbers(...given: readonly number[]): Random {
  let at = 0;
  return () => {
    const next = given[at++];
    if (next === undefined) throw new Error(`number ${at} was not expected`);
    return next;
  };
}

/** The middle of each of `count` equal parts of [0, 1). */
const grid = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => (at + 0.5) / count);

function expectBinomial(count: number, trials: number, chance: number): void {
  const error = Math.sqrt(trials * chance * (1 - chance));
  // Without chance there is no error either: the count must be exact.
  expect(Math.abs(count - trials * chance)).toBeLessThanOrEqual(4 * error);
}

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

interface Design {
  readonly name: string;
  readonly how: SelectionName;
  readonly items: readonly SelectionItem[];
  readonly take: number;
  readonly certain?: readonly number[];
  /** Worked out by hand. */
  readonly chances: readonly (readonly [number, number])[];
}

const times = (count: number, chance: readonly [number, number]) =>
  Array.from({ length: count }, () => chance);

const designs: readonly Design[] = [
  { name: '3 of 7', how: 'random', items: alike(7), take: 3, chances: times(7, [3, 7]) },
  {
    name: '3 of 6, one of them certain',
    how: 'random',
    items: alike(6),
    take: 3,
    certain: [4],
    chances: [...times(4, [2, 5]), [1, 1], [2, 5]],
  },
  { name: '4 of 10', how: 'systematic', items: alike(10), take: 4, chances: times(10, [2, 5]) },
  { name: '3 of 11', how: 'systematic', items: alike(11), take: 3, chances: times(11, [3, 11]) },
  { name: '6 of 7', how: 'systematic', items: alike(7), take: 6, chances: times(7, [6, 7]) },
  {
    name: '3 of 8, two of them certain',
    how: 'systematic',
    items: alike(8),
    take: 4,
    certain: [0, 7],
    chances: [[1, 1], ...times(6, [1, 3]), [1, 1]],
  },
  {
    name: '2 by size',
    how: 'pps',
    items: sized(1, 2, 3, 4, 5, 0, 5),
    take: 2,
    chances: [
      [1, 10],
      [1, 5],
      [3, 10],
      [2, 5],
      [1, 2],
      [0, 1],
      [1, 2],
    ],
  },
  {
    // 60·3 > 100, then 20·2 ≥ 40: two certain ones, the second only once the first is set aside.
    name: '3 by size, two too large for chance',
    how: 'pps',
    items: sized(60, 8, 20, 7, 5),
    take: 3,
    chances: [
      [1, 1],
      [2, 5],
      [1, 1],
      [7, 20],
      [1, 4],
    ],
  },
  {
    name: '3 by size, one certain by decision',
    how: 'pps',
    items: sized(3, 1, 4, 2, 5),
    take: 3,
    certain: [1],
    chances: [
      [3, 7],
      [1, 1],
      [4, 7],
      [2, 7],
      [5, 7],
    ],
  },
];

describe('chances to be drawn', () => {
  test.each(designs)('$how, $name: as worked out by hand, and over 10.000 seeds', (design) => {
    const { how, items, take, chances } = design;
    const certain = new Set(design.certain);
    const stated = chancesOf(how, items, take, certain);
    expect(stated.map((chance) => chance.toFraction())).toEqual(
      chances.map(([part, whole]) => exact(part, whole).toFraction()),
    );
    const counts = items.map(() => 0);
    for (const seed of seeds) {
      const drawn = draw(how, items, take, randomStream(seed, 'test'), certain);
      for (const index of indices(drawn)) counts[index] = (counts[index] ?? 0) + 1;
    }
    counts.forEach((count, at) => {
      const [part, whole] = chances[at] ?? [0, 1];
      expectBinomial(count, seeds.length, part / whole);
    });
  });

  test.each(hows)('%s: stated beside what is drawn and what is in reserve', (how) => {
    const items = sized(3, 1, 4, 2, 5, 6);
    const certain = new Set([1]);
    const chances = chancesOf(how, items, 3, certain);
    const random = randomStream('1', how);
    const { drawn, reserve } = drawWithReserve(
      how,
      items,
      { take: 3, reserve: 2 },
      random,
      certain,
    );
    expect(drawn.map(({ certain: sure }) => sure)).toEqual([true, false, false]);
    expect(reserve.map(({ certain: sure }) => sure)).toEqual([false, false]);
    for (const { index, inclusion } of [...drawn, ...reserve])
      expect(inclusion.equals(chances[index] ?? zero)).toBe(true);
  });
});

describe('chances of whole samples', () => {
  test('random: every ordered sample comes from exactly one in 5 · 4 pairs of numbers', () => {
    const samples = grid(5).flatMap((first) =>
      grid(4).map((second) => {
        return indices(draw('random', alike(5), 2, numbers(first, second))).join();
      }),
    );
    expect(countsOf(samples).size).toBe(20);
  });

  test('random: each of the 10 pairs of 5 is as likely as any other', () => {
    const samples = seeds.map((seed) => {
      const drawn = draw('random', alike(5), 2, randomStream(seed, 'pairs'));
      return indices(drawn).toSorted().join();
    });
    const counts = countsOf(samples);
    expect(counts.size).toBe(10);
    for (const count of counts.values()) expectBinomial(count, seeds.length, 1 / 10);
  });

  test('random: each of the 20 orders in which they are drawn is, too', () => {
    const samples = seeds.map((seed) =>
      indices(draw('random', alike(5), 2, randomStream(seed, 'orders'))).join(),
    );
    const counts = countsOf(samples);
    expect(counts.size).toBe(20);
    for (const count of counts.values()) expectBinomial(count, seeds.length, 1 / 20);
  });

  test('systematic: 3 of 7 in steps of 7/3, from each third of a place one sample', () => {
    // Starts 0, 1/3, 2/3, 1, 4/3, 5/3, 2 of the list, plus 7/3 and 14/3, rounded down.
    const expected = ['0,2,4', '0,2,5', '0,3,5', '1,3,5', '1,3,6', '1,4,6', '2,4,6'];
    const drawnFrom = (random: Random): string =>
      indices(draw('systematic', alike(7), 3, random)).join();
    expect(grid(7).map((start) => drawnFrom(numbers(start)))).toEqual(expected);
    const counts = countsOf(seeds.map((seed) => drawnFrom(randomStream(seed, 'starts'))));
    expect([...counts.keys()].toSorted()).toEqual(expected);
    for (const count of counts.values()) expectBinomial(count, seeds.length, 1 / 7);
  });

  test('systematic: samples that several starts lead to are so much likelier', () => {
    // 4 of 10: steps of 5/2; ten starts, five samples, two starts each.
    const drawnFrom = (random: Random): string =>
      indices(draw('systematic', alike(10), 4, random)).join();
    const exactly = countsOf(grid(10).map((start) => drawnFrom(numbers(start))));
    const counts = countsOf(seeds.map((seed) => drawnFrom(randomStream(seed, 'steps'))));
    expect([...counts.keys()].toSorted()).toEqual([...exactly.keys()].toSorted());
    expect(exactly.size).toBe(5);
    for (const [sample, starts] of exactly)
      expectBinomial(counts.get(sample) ?? 0, seeds.length, starts / 10);
  });

  test('pps: each sample as likely as the starts that lead to it', () => {
    const items = sized(1, 2, 3, 4, 5, 0, 5);
    const drawnFrom = (random: Random): string => indices(draw('pps', items, 2, random)).join();
    const exactly = countsOf(grid(20).map((start) => drawnFrom(numbers(start))));
    const counts = countsOf(seeds.map((seed) => drawnFrom(randomStream(seed, 'sizes'))));
    expect([...counts.keys()].toSorted()).toEqual([...exactly.keys()].toSorted());
    for (const [sample, starts] of exactly)
      expectBinomial(counts.get(sample) ?? 0, seeds.length, starts / 20);
  });
});

describe('all starts together give every item its chance exactly', () => {
  test('systematic: n of N starts, also for the first item and the last', () => {
    const anyNumbers = fc
      .integer({ min: 2, max: 60 })
      .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 1, max: count - 1 })));
    fc.assert(
      fc.property(anyNumbers, ([count, take]) => {
        const drawn = grid(count).flatMap((start) =>
          indices(draw('systematic', alike(count), take, numbers(start))),
        );
        const counts = countsOf(drawn.map(String));
        expect(Array.from({ length: count }, (_, at) => counts.get(`${at}`))).toEqual(
          Array.from({ length: count }, () => take),
        );
      }),
    );
  });

  test('pps: as many starts as its size times the number drawn', () => {
    const anySizes = fc.array(fc.nat(12), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(anySizes, fc.integer({ min: 1, max: 6 }), (sizes, take) => {
        const items = sized(...sizes);
        const chances = chancesOf('pps', items, take);
        const whole = sizes
          .filter((_, at) => chances[at]?.lt(1))
          .reduce((sum, size) => sum + size, 0);
        // Where nothing is left to chance, no number may be asked for.
        const starts = whole === 0 ? [numbers()] : grid(whole).map((start) => numbers(start));
        const drawn = starts.flatMap((random) => indices(draw('pps', items, take, random)));
        const counts = countsOf(drawn.map(String));
        chances.forEach((chance, at) => {
          expect(exact(counts.get(`${at}`) ?? 0, starts.length).equals(chance)).toBe(true);
        });
      }),
    );
  });

  test('pps: the reserve in proportion to the sizes left', () => {
    // 2 of 4 by size, from the start 0: items 0 and 2. Left are 1 and 3, with sizes 2 and 4.
    const items = sized(3, 2, 3, 4);
    const first = grid(6).map((number) => {
      const { drawn, reserve } = drawWithReserve(
        'pps',
        items,
        { take: 2, reserve: 2 },
        numbers(0, number, 0.5),
      );
      expect(indices(drawn)).toEqual([0, 2]);
      return indices(reserve).join();
    });
    expect(first).toEqual(['1,3', '1,3', '3,1', '3,1', '3,1', '3,1']);
  });
});

describe('every draw', () => {
  const anyItems = fc
    .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 4 })), { maxLength: 14 })
    .map((sizes) => sizes.map(([up, down]): SelectionItem => ({ size: exact(up, down) })));
  const anyCertain = fc.uniqueArray(fc.nat(13), { maxLength: 3 });
  const anyHow = fc.constantFrom(...hows);

  test('is as large as asked, without repetition, certain ones first; chances sum to its size', () => {
    fc.assert(
      fc.property(
        anyHow,
        anyItems,
        fc.nat(16),
        fc.nat(5),
        anyCertain,
        fc.string(),
        (how, items, take, more, some, seed) => {
          const certain = new Set(some);
          const sure = items.filter((_, at) => certain.has(at)).length;
          const able = items.filter(
            ({ size }, at) => certain.has(at) || how !== 'pps' || size.gt(0),
          );
          const { drawn, reserve } = drawWithReserve(
            how,
            items,
            { take, reserve: more },
            randomStream(seed),
            certain,
          );
          const size = Math.min(Math.max(take, sure), able.length);
          expect(drawn).toHaveLength(size);
          expect(reserve).toHaveLength(Math.min(more, able.length - size));
          const all = indices([...drawn, ...reserve]);
          expect(new Set(all).size).toBe(all.length);
          const chances = chancesOf(how, items, take, certain);
          expect(sumExact(chances).equals(exact(size))).toBe(true);
          const first = drawn.filter((one) => one.certain);
          expect(indices(first)).toEqual(
            items.flatMap((_, at) => (chances[at]?.equals(1) ? [at] : [])),
          );
          expect(drawn.slice(0, first.length)).toEqual(first);
          for (const index of all) expect(able).toContain(items[index]);
          for (const index of some)
            if (index < items.length) expect(indices(first)).toContain(index);
        },
      ),
    );
  });

  test('pps does not depend on the unit in which sizes are measured', () => {
    const factor = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(anyItems, fc.nat(8), factor, fc.string(), (items, take, [up, down], seed) => {
        const scaled = items.map(({ size }) => ({ size: size.mul(exact(up, down)) }));
        expect(draw('pps', scaled, take, randomStream(seed))).toEqual(
          draw('pps', items, take, randomStream(seed)),
        );
      }),
    );
  });

  test('random: the reserve is what would have been drawn next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 30 }),
        fc.nat(3),
        fc.nat(9),
        fc.string(),
        (count, take, more, seed) => {
          const { drawn, reserve } = drawWithReserve(
            'random',
            alike(count),
            { take, reserve: more },
            randomStream(seed),
          );
          const at = Math.min(take + more, count);
          if (at === count) return;
          const larger = draw('random', alike(count), at, randomStream(seed));
          expect(indices([...drawn, ...reserve])).toEqual(indices(larger));
        },
      ),
    );
  });
});

describe('numbers used', () => {
  const used = (how: SelectionName, take: number, reserve: number, count = 8): number => {
    let calls = 0;
    const stream = randomStream('1', 'calls');
    drawWithReserve(how, alike(count), { take, reserve }, () => {
      calls++;
      return stream();
    });
    return calls;
  };

  test('random one a draw, the others one in all, and one for each in reserve', () => {
    expect(hows.map((how) => used(how, 3, 0))).toEqual([3, 1, 1]);
    expect(hows.map((how) => used(how, 3, 2))).toEqual([5, 3, 3]);
  });

  test('none where nothing is left to chance', () => {
    expect(hows.map((how) => used(how, 8, 4))).toEqual([0, 0, 0]);
    expect(hows.map((how) => used(how, 0, 0))).toEqual([0, 0, 0]);
    expect(hows.map((how) => used(how, 3, 3, 0))).toEqual([0, 0, 0]);
  });

  test('the largest number there is reaches the last item and nothing beyond', () => {
    const last = 1 - 2 ** -53;
    expect(indices(draw('random', alike(7), 1, () => last))).toEqual([6]);
    expect(indices(draw('systematic', alike(7), 2, () => last))).toEqual([3, 6]);
    expect(indices(draw('pps', sized(1, 2, 3), 1, () => last))).toEqual([2]);
  });
});

test('version 1 is pinned: change the numbers here only together with `selectionVersion`', () => {
  expect(selectionVersion).toBe('1');
  const items = sized(...Array.from({ length: 20 }, (_, at) => 1 + ((at * 7) % 11)));
  const pinned = hows.map((how) => {
    const numbersWanted = { take: 5, reserve: 2 };
    const { drawn, reserve } = drawWithReserve(
      how,
      items,
      numbersWanted,
      randomStream('2026', how),
    );
    return [indices(drawn), indices(reserve)];
  });
  expect(pinned).toEqual([
    [
      [17, 9, 8, 10, 16],
      [1, 7],
    ],
    [
      [2, 6, 10, 14, 18],
      [9, 3],
    ],
    [
      [2, 6, 9, 14, 17],
      [15, 18],
    ],
  ]);
});

test('sizes need not be whole, nor small', () => {
  const huge: readonly Exact[] = [exact(10n ** 30n), exact(10n ** 30n, 3), exact(1, 7)];
  const items = huge.map((size) => ({ size }));
  const chances = chancesOf('pps', items, 1);
  expect(sumExact(chances).equals(exact(1))).toBe(true);
  expect(indices(draw('pps', items, 1, () => 0.5))).toEqual([0]);
  expect(indices(draw('pps', items, 1, () => 0.76))).toEqual([1]);
});

test('striking out along running totals is what it is along the list', () => {
  const anyShares = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 40 });
  fc.assert(
    fc.property(anyShares, fc.string(), (shares, seed) => {
      const random = randomStream(seed);
      const totals = runningTotals(shares.map(BigInt));
      const left = shares.map((share, at) => ({ share, at }));
      while (left.length > 0) {
        const whole = left.reduce((sum, { share }) => sum + share, 0);
        expect(totals.whole()).toBe(BigInt(whole));
        const point = Math.floor(random() * whole);
        let rest = point;
        const next = left.findIndex(({ share }) => {
          rest -= share;
          return rest < 0;
        });
        expect(totals.strike(BigInt(point))).toBe(left.splice(next, 1)[0]?.at);
      }
      expect(totals.whole()).toBe(0n);
    }),
  );
});
