/** Faults put into honest returns are told, those and no others, whatever the order of the returns. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concern } from '../src/check/concern.ts';
import { custodyConcerns } from '../src/check/custody.ts';
import { ruleNotes } from '../src/check/rule-notes.ts';
import { bursts, countIn, isNight, minuteOf } from '../src/check/times.ts';
import { checkReturns } from '../src/check.ts';
import type { Rating } from '../src/returns/batch.ts';
import { HashCounts, hashOf } from '../src/stats/hash-counts.ts';
import { Moments } from '../src/stats/moments.ts';
import { upperTail } from '../src/stats/tail.ts';
import type { Custody } from '../src/tallies.ts';
import { honestReturns, plan, rated, rating } from './check-plan.ts';
import { plainRow } from './plan-literals.ts';

async function concernsOf(
  ratings: readonly Rating[],
  batchOf: (rating: Rating, at: number) => string = () => 'b',
): Promise<readonly Concern[]> {
  const checked = await checkReturns(
    plan,
    async (visit) => {
      for (const [at, one] of ratings.entries()) visit(one, { id: batchOf(one, at) });
      return true;
    },
    null,
  );
  return checked?.concerns ?? [];
}

/** `kind unit/collector count` of what is to be looked into. */
function told(concerns: readonly Concern[]): readonly string[] {
  return concerns
    .filter(({ level }) => level !== 'know')
    .map(({ kind, holder, question, count }) => {
      return [kind, question ?? holder.collector ?? holder.unit, count].join(' ');
    });
}

function changed(
  ratings: readonly Rating[],
  collector: string,
  take: number,
  change: (one: Rating, at: number) => Partial<Rating>,
): readonly Rating[] {
  let at = 0;
  return ratings.map((one) => {
    if (one.collector !== collector || at >= take) return one;
    return { ...one, ...change(one, at++) };
  });
}

const honest = honestReturns(60);
const withSex = (one: Rating, answers: readonly string[]) => [one.answers[0] ?? null, ...answers];

describe('faults', () => {
  test('honest returns have none', async () => {
    expect(told(await concernsOf(honest))).toEqual([]);
  });

  test('forms copied from one another, whatever sex was ticked', async () => {
    const copy = ['5', '4', '4', '5', '3', '4', '4', '5', '2', '4', '4', '5'];
    const returns = changed(honest, 'Lan', 6, (one) => ({ answers: withSex(one, copy) }));
    const concerns = await concernsOf(returns);
    expect(told(concerns)).toEqual(['identical Lan 6']);
    expect(concerns[0]?.serials).toEqual([0, 1, 2, 3, 4, 5].map((at) => `KT-an-000${at}`));
    expect(concerns[0]?.of).toBe(60);
  });

  test('forms that are alike everywhere are no sign of copying', async () => {
    const common = ['5', '5', '5', '5', '5', '5', '5', '5', '5', '5', '5', '4'];
    const returns = honest.map((one, at) =>
      at % 4 === 0 ? { ...one, answers: withSex(one, common) } : one,
    );
    expect(told(await concernsOf(returns))).toEqual([]);
  });

  test('one option from top to bottom', async () => {
    const returns = changed(honest, 'Mai', 15, (one) => ({
      answers: withSex(
        one,
        rated.map((_, at) => (at === 3 ? '' : '4')),
      ).map((a) => a || null),
    }));
    const concerns = await concernsOf(returns);
    expect(told(concerns)).toEqual(['straight Mai 15']);
    expect(concerns[0]?.others?.valueOf()).toBe(0);
  });

  test('a burst of replies in one hand, and times nobody works at', async () => {
    const burst = changed(honest, 'Hùng', 14, (_, at) => ({
      at: `2026-01-05T09:0${Math.floor(at / 2)}`,
    }));
    const returns = changed(burst, 'Tâm', 4, (_, at) => {
      return { at: at < 2 ? '2026-01-25T10:00' : at === 2 ? '2026-01-01' : '2026-01-07T23:30' };
    });
    expect(told(await concernsOf(returns))).toEqual([
      'burst Hùng 14',
      'after-closes Tâm 2',
      'before-opens Tâm 1',
      'night Tâm 1',
    ]);
  });

  test('a made-up collector: far from the others, who stay unmentioned', async () => {
    const returns = changed(honest, 'Tâm', 60, (one, at) => ({
      answers: withSex(
        one,
        rated.map((_, no) => ((at * 7 + no * 3) % 5 < 3 ? '1' : '2')),
      ),
    }));
    const concerns = await concernsOf(returns);
    expect(told(concerns).filter((one) => one.startsWith('collector'))).toEqual([
      'collector-level Tâm 60',
    ]);
  });

  test('blanks by question, unit and collector', async () => {
    const returns = changed(honest, 'Lan', 60, (one) => ({
      answers: one.answers.map((answer, no) => (no >= 1 && no <= 3 ? null : answer)),
    }));
    expect(told(await concernsOf(returns))).toEqual([
      'collector-blanks Lan 60',
      'missing-collector Lan 180',
      'missing-unit an 180',
      'missing-question q1 60',
      'missing-question q2 60',
      'missing-question q3 60',
    ]);
  });

  test('the same sheet in two imports', async () => {
    const [first] = honest;
    if (first === undefined) throw new Error('no returns');
    const concerns = await concernsOf([...honest, first], (_, at) => (at < 240 ? 'one' : 'two'));
    expect(told(concerns)).toEqual(['same-sheet Lan 2']);
    expect(concerns[0]).toMatchObject({ level: 'serious', note: 'one, two' });
  });

  test('void sheets are not judged by their answers', async () => {
    const blank = changed(honest, 'Lan', 30, (one) => ({
      voidReason: 'blank',
      answers: one.answers.map(() => null),
    }));
    expect(told(await concernsOf(blank))).toEqual([]);
  });
});

test('the order of the returns and of the imports never matters', async () => {
  const copy = ['5', '4', '4', '5', '3', '4', '4', '5', '2', '4', '4', '5'];
  const faulty = changed(honestReturns(25), 'Lan', 6, (one) => ({ answers: withSex(one, copy) }));
  const returns = changed(faulty, 'Hùng', 14, () => ({ at: '2026-01-05T23:10' }));
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
  const wanted = text(await concernsOf(returns));
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...returns], { minLength: returns.length }),
      async (shuffled) => {
        expect(text(await concernsOf(shuffled))).toBe(wanted);
      },
    ),
    { numRuns: 10 },
  );
});

describe('custody', () => {
  const row = {
    ...plainRow,
    group: 'dan',
    target: { kind: 'unit', unit: 'an' },
    name: 'Xã an',
    size: 60,
    least: 20,
    most: 50,
    population: null,
    reason: { vi: '', en: '' },
    send: null,
  } as const;
  const quotas = { groups: [], rows: [row], total: 60 };
  const kinds = (custody: Partial<Custody>): readonly string[] => {
    const whole = { group: 'dan', form: '01', unit: 'an', place: null, issued: null } as const;
    const all = [{ ...whole, returned: 30, valid: 30, void: 0, ...custody }] as readonly Custody[];
    return custodyConcerns(plan, quotas, all, () => 60).map(({ kind, count, of }) => {
      return `${kind} ${count}/${of}`;
    });
  };

  test.each([
    [{ issued: 30 }, []],
    [{ issued: 29 }, ['returned-over-issued 30/29']],
    [{ issued: 61 }, ['issued-over-printed 61/60', 'not-returned 31/61']],
    [{ returned: 61, valid: 50, void: 5 }, ['returned-over-printed 61/60']],
    [{ valid: 25, void: 5 }, ['void-share 5/30']],
    [{ returned: 55, valid: 51, void: 4 }, ['too-many-replies 51/50']],
    [{ returned: 19, valid: 19 }, ['too-few-replies 19/20']],
  ])('%j', (custody, wanted) => {
    expect(kinds(custody)).toEqual(wanted);
  });
});

describe('times', () => {
  test('a burst is what a count by brute force finds', () => {
    const rule = { replies: 4, minutes: 5 };
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 40 }), (minutes) => {
        const { stretches, most } = bursts(minutes, rule);
        const inBurst = minutes.filter((minute) =>
          minutes.some((start) => {
            const inside = minutes.filter((one) => one >= start && one <= start + rule.minutes);
            return (
              inside.length >= rule.replies && minute >= start && minute <= Math.max(...inside)
            );
          }),
        );
        expect(countIn(minutes, stretches)).toBe(inBurst.length);
        const windows = minutes.map(
          (start) => minutes.filter((one) => one >= start && one <= start + rule.minutes).length,
        );
        const busiest = Math.max(0, ...windows);
        expect(most).toBe(busiest >= rule.replies ? busiest : 0);
      }),
    );
  });

  test('days have no minute; the night goes over midnight', () => {
    expect(minuteOf('2026-01-05')).toBeNull();
    expect(minuteOf('1970-01-02T01:05')).toBe(1440 + 65);
    const night = { from: '22:00', to: '05:00' };
    const at = ['21:59', '22:00', '04:59', '05:00'].map((time) =>
      isNight(`2026-01-05T${time}`, night),
    );
    expect(at).toEqual([false, true, true, false]);
  });
});

describe('statistics', () => {
  test('the tail is what counting all hands gives', () => {
    const choose = (n: number, k: number): number => {
      let value = 1;
      for (let at = 0; at < k; at++) value = (value * (n - at)) / (at + 1);
      return k < 0 || k > n ? 0 : value;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.nat(), fc.nat(), (all, a, b, c) => {
        const [marked, hand, count] = [a % (all + 1), b % (all + 1), c % (all + 1)];
        let sum = 0;
        for (let k = count; k <= hand; k++) {
          sum += (choose(marked, k) * choose(all - marked, hand - k)) / choose(all, hand);
        }
        expect(upperTail(count, hand, marked, all)).toBeCloseTo(Math.min(1, sum), 9);
      }),
    );
  });

  test('a large hand is worked out without overflow', () => {
    expect(upperTail(60_000, 100_000, 500_000, 1_000_000)).toBeLessThan(1e-100);
    expect(upperTail(50_000, 100_000, 500_000, 1_000_000)).toBeCloseTo(0.5, 2);
  });

  test('mean and variance are exact in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 4 })), { minLength: 2 }),
        (all) => {
          const [one, other] = [new Moments(), new Moments()];
          for (const [top, bottom] of all) one.add(top, bottom);
          for (const [top, bottom] of [...all].reverse()) other.add(top, bottom);
          expect(one.variance()?.toFraction()).toBe(other.variance()?.toFraction());
          const values = all.map(([top, bottom]) => top / bottom);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
          expect(one.mean()?.valueOf()).toBeCloseTo(mean, 6);
          expect(one.variance()?.valueOf()).toBeCloseTo(spread / (values.length - 1), 4);
        },
      ),
    );
  });

  test('counts by hash are those of the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (texts) => {
        const counts = new HashCounts();
        const wanted = new Map<string, number>();
        for (const text of texts) {
          counts.add(hashOf(text));
          wanted.set(text, (wanted.get(text) ?? 0) + 1);
        }
        for (const [text, count] of wanted) expect(counts.get(hashOf(text))).toBe(count);
        expect(counts.get(hashOf('not among them'))).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});

test('no check lacks its rule in words', () => {
  for (const lang of ['vi', 'en'] as const) {
    for (const name of [
      'custody',
      'repeats',
      'times',
      'straight-lining',
      'collectors',
      'missing',
    ] as const) {
      expect(ruleNotes(name, plan.checks, lang).join(' ')).toMatch(/\d/);
    }
  }
});

test('a grid is one sheet: its ratings are not held against each other', async () => {
  const grid = {
    ...plan,
    groups: plan.groups.map((group) => ({
      ...group,
      about: { kind: 'units', units: ['an', 'binh'] } as const,
      over: { kind: 'whole' } as const,
    })),
  };
  const sheets = Array.from({ length: 12 }, (_, at) => `KT-${at}`);
  const ratings = sheets.flatMap((serial) =>
    ['an', 'binh'].map((unit) => rating(serial, unit, { from: { unit: null, place: null } })),
  );
  const checked = await checkReturns(
    grid,
    async (visit) => {
      for (const one of ratings) visit(one, { id: 'b' });
      return true;
    },
    null,
  );
  expect(checked?.sheets).toBe(12);
  expect(checked?.concerns.map(({ kind, count, of }) => `${kind} ${count}/${of}`)).toEqual([
    'straight-group 12/12',
  ]);
});
