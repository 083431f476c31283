import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RespondentWeights } from '../src/plan/plan.ts';
import { weightedPercent } from '../src/stats/answers.ts';
import { exact, exactText } from '../src/stats/exact.ts';
import { missingKinds } from '../src/stats/missing.ts';
import type { Weighed } from '../src/weights.ts';
import {
  noRules,
  type Reply,
  rowOf,
  times,
  totals,
  value,
  villages,
  weighed,
} from './weighted-survey.ts';

const bySex: RespondentWeights = {
  ...noRules,
  margins: [{ question: 'gioi', totals: totals({ nam: 50, nu: 50 }) }],
};

function counts({ tallies }: Weighed, unit: string, question = 'q1') {
  const cell = tallies.cells.find((one) => one.unit === unit && one.question === question);
  return Object.fromEntries(
    Object.entries(cell?.weighted ?? {}).map(([code, count]) => [code, exactText(count)]),
  );
}

describe('post-stratification', () => {
  // 30 men and 70 women of a population half and half: 50/30 and 50/70.
  const replies = [
    ...times(20, ['thon-1', 'nam', 'tre', '2']),
    ...times(10, ['thon-1', 'nam', 'tre', '1']),
    ...times(70, ['thon-2', 'nu', 'tre', '1']),
  ];

  test('by hand: weights, their sums, what they cost', () => {
    const one = value(weighed(bySex, replies));
    const [group] = one.weights.groups;
    expect(group).toMatchObject({ group: 'households', respondents: 100, trimmed: null });
    expect(group?.parts.map(({ weight, respondents }) => [exactText(weight), respondents])).toEqual(
      [
        ['5/7', 70],
        ['5/3', 30],
      ],
    );
    // 20 × 5/3 and 10 × 5/3 + 70 × 5/7.
    expect(counts(one, 'an')).toEqual({ 2: '100/3', 1: '200/3' });
    // 100² ÷ (30 × 25/9 + 70 × 25/49)
    expect(group?.effective).toBeCloseTo(84, 8);
    expect(one.weights.sheets[0]).toBe(5 / 3);
    expect(one.weights.sheets[99]).toBe(5 / 7);
    const [fit] = group?.margins ?? [];
    expect(fit?.unanswered).toBe(0);
    expect(
      fit?.categories.map(({ options, respondents, before, population, after }) => [
        options,
        respondents,
        exactText(before),
        exactText(population),
        exactText(after),
      ]),
    ).toEqual([
      [['nam'], 30, '30', '50', '50'],
      [['nu'], 70, '70', '50', '50'],
    ]);
  });

  test('whoever did not answer keeps the weight; the others share out theirs', () => {
    const some = [...replies, ...times(25, ['thon-2', null, 'tre', '2'])] as const;
    const [group] = value(weighed(bySex, some)).weights.groups;
    const weights = group?.parts.map(({ weight, respondents }) => [exactText(weight), respondents]);
    expect(weights).toEqual([
      ['5/7', 70],
      ['1', 25],
      ['5/3', 30],
    ]);
    expect(group?.margins[0]?.unanswered).toBe(25);
  });

  test('options joined by a plus sign share one total', () => {
    const age: RespondentWeights = {
      ...noRules,
      margins: [{ question: 'tuoi', totals: totals({ tre: 40, 'vua + gia': 60 }) }],
    };
    const some = [
      ...times(60, ['thon-1', 'nam', 'tre', '2']),
      ...times(40, ['thon-1', 'nam', 'vua', '1']),
    ] as const;
    const one = value(weighed(age, some));
    expect(one.weights.groups[0]?.margins[0]?.categories.map(({ options }) => options)).toEqual([
      ['tre'],
      ['vua', 'gia'],
    ]);
    expect(counts(one, 'an')).toEqual({ 2: '40', 1: '60' });
  });
});

describe('design weights and those for the ones who did not answer', () => {
  const replies = [
    ...times(8, ['thon-1', 'nam', 'tre', '2']),
    ...times(5, ['thon-2', 'nam', 'tre', '1']),
    ...times(10, ['thon-3', 'nam', 'tre', '2']),
  ] as const;
  const [first, second, third] = [
    rowOf('thon-1', { inclusion: exact(1, 2), population: 100 }),
    rowOf('thon-2', { inclusion: exact(1, 4), population: 60 }),
    rowOf('thon-3', { inclusion: exact(1), population: 200 }),
  ];
  const rows = [first, second, third];
  const weightsOf = (one: Weighed) =>
    one.weights.groups[0]?.parts.map(({ design, nonResponse, weight, respondents }) => [
      design?.toFraction(),
      nonResponse?.toFraction(),
      weight.valueOf().toFixed(6),
      respondents,
    ]);

  test('1 ÷ chance × people ÷ sheets: 20, 24, 20', () => {
    const one = value(weighed({ ...noRules, design: true }, replies, { rows }));
    // Mean of 8 × 20, 5 × 24, 10 × 20 over 23: 480/23.
    expect(weightsOf(one)).toEqual([
      ['20', undefined, ((20 * 23) / 480).toFixed(6), 8],
      ['24', undefined, ((24 * 23) / 480).toFixed(6), 5],
      ['20', undefined, ((20 * 23) / 480).toFixed(6), 10],
    ]);
  });

  test('where no population is known the chance alone decides', () => {
    const unknown = rows.map((row) => ({ ...row, population: null }));
    const one = value(weighed({ ...noRules, design: true }, replies, { rows: unknown }));
    expect(weightsOf(one)?.map(([design]) => design)).toEqual(['2', '4', '1']);
  });

  test('sheets ÷ valid ones: 10/8, 10/5, 1; with the design it is people ÷ valid ones', () => {
    const alone = value(weighed({ ...noRules, nonResponse: true }, replies, { rows }));
    expect(weightsOf(alone)?.map(([, factor]) => factor)).toEqual(['5/4', '2', '1']);
    const both = { ...noRules, nonResponse: true, design: true };
    const [one] = weightsOf(value(weighed(both, replies, { rows }))) ?? [];
    // 2 × 100/8 = 25, 4 × 60/5 = 48, 200/10 = 20; sum 8 × 25 + 5 × 48 + 10 × 20 = 640.
    expect(one?.[2]).toBe(((25 * 23) / 640).toFixed(6));
  });

  test('a limit alone: exact, what is cut off is shared out', () => {
    const limited = { ...noRules, nonResponse: true, trim: exact(11, 10) };
    const one = value(weighed(limited, replies, { rows }));
    // 10/8, 10/5, 1 by their mean 30/23: 23/24, 23/15, 23/30; 5 are held at 1.1, the others share 17.5 as 8 × 10/8 to 10 × 1.
    const parts = one.weights.groups[0]?.parts.map(({ weight }) => exactText(weight));
    expect(parts).toEqual(['1.09375', '1.1', '0.875']);
    expect(one.weights.groups[0]?.trimmed).toBe(5);
  });

  test('of a census everybody was asked', () => {
    const some = [{ ...first, population: null, census: true, inclusion: null }, second];
    const one = value(weighed({ ...noRules, design: true }, replies.slice(0, 13), { rows: some }));
    expect(weightsOf(one)?.map(([design]) => design)).toEqual(['1', '24']);
  });

  test('what stands in the way is said', () => {
    const codes = (rules: Partial<RespondentWeights>, some: typeof rows) =>
      weighed({ ...noRules, ...rules }, replies, { rows: some }).findings.map(({ code }) => code);
    expect(codes({ design: true }, [first, { ...second, population: null }, third])).toEqual([
      'weights/population-unknown',
    ]);
    expect(
      codes(
        { design: true },
        rows.map((row) => ({ ...row, population: null, inclusion: null })),
      ),
    ).toEqual(['weights/population-unknown']);
    expect(
      codes({ nonResponse: true }, [first, { ...second, size: null, wanted: null }, third]),
    ).toEqual(['weights/size-unknown']);
    expect(codes({ nonResponse: true }, [first, second])).toEqual(['weights/row-unknown']);
    expect(codes({ nonResponse: true }, [...rows, rowOf('thon-4')])).toEqual([
      'weights/row-without-replies',
    ]);
  });
});

describe('raking and trimming', () => {
  const rules: RespondentWeights = {
    ...bySex,
    margins: [
      ...bySex.margins,
      { question: 'tuoi', totals: totals({ tre: 30, vua: 50, gia: 20 }) },
    ],
  };
  const replies = [
    ...times(20, ['thon-1', 'nam', 'tre', '2']),
    ...times(20, ['thon-2', 'nam', 'vua', '1']),
    ...times(4, ['thon-3', 'nam', 'gia', '1']),
    ...times(30, ['thon-3', 'nu', 'tre', '2']),
    ...times(20, ['thon-4', 'nu', 'vua', '1']),
    ...times(6, ['thon-4', 'nu', 'gia', '2']),
  ] as const;
  const sharesOf = (one: Weighed) =>
    one.weights.groups[0]?.margins.map(({ categories }) =>
      categories.map((category) => category.after.valueOf().toFixed(7)),
    );
  const reached = [
    ['50.0000000', '50.0000000'],
    ['30.0000000', '50.0000000', '20.0000000'],
  ];

  test('all margins hold at once', () => {
    expect(sharesOf(value(weighed(rules, replies)))).toEqual(reached);
  });

  test('a result that the margins give is what they give: men content, women not, one third of men', () => {
    const [men, ages] = [totals({ nam: 1, nu: 2 }), totals({ tre: 30, vua: 50, gia: 20 })];
    const margins = [
      { question: 'gioi', totals: men },
      { question: 'tuoi', totals: ages },
    ];
    const some = replies.map(([, sex, age]): Reply => {
      return ['thon-1', sex, age, sex === 'nam' ? '2' : '1'];
    });
    const { cells } = value(weighed({ ...noRules, margins }, some)).tallies;
    const own = cells.find(({ question }) => question === 'q1')?.weighted ?? {};
    const percents = { 2: exact(100), 1: exact(0) };
    expect(weightedPercent(own, { percents, tops: [], bottom: 1n })?.toFraction()).toBe('100/3');
  });

  test('the limit is kept, and the margins too where they let it', () => {
    const one = value(weighed({ ...rules, trim: exact(21, 10) }, replies));
    const [group] = one.weights.groups;
    expect(group?.largest.valueOf()).toBeLessThanOrEqual(2.1);
    expect(sharesOf(one)).toEqual(reached);
    expect(group?.trimmed).toBeGreaterThan(0);
  });

  test('else the limit wins, and the margin that gives way is named', () => {
    // Ten old people cannot be twenty percent at most 1.5 times each.
    const one = weighed({ ...rules, trim: exact(3, 2) }, replies);
    expect(one.findings).toMatchObject([
      { code: 'weights/trim-moves-margins', args: { question: 'tuoi', options: ['gia'] } },
    ]);
    expect(value(one).weights.groups[0]?.largest.valueOf()).toBe(1.5);
  });

  test('categories without people on one side, and totals that contradict each other', () => {
    const codes = (
      question: string,
      of: Readonly<Record<string, number>>,
      some: readonly Reply[],
    ) =>
      weighed({ ...noRules, margins: [{ question, totals: totals(of) }] }, some).findings.map(
        ({ code }) => code,
      );
    const men = times(5, ['thon-1', 'nam', null, '2']);
    expect(codes('gioi', { nam: 1, nu: 1 }, men)).toEqual(['weights/category-empty']);
    expect(codes('gioi', { nam: 0, nu: 1 }, [...men, ...replies])).toEqual([
      'weights/category-of-nobody',
    ]);
    expect(codes('tuoi', { tre: 1, vua: 1 }, men)).toEqual(['weights/margin-unanswered']);
    const tied = [
      ...times(5, ['thon-1', 'nam', 'tre', '2']),
      ...times(5, ['thon-1', 'nu', 'vua', '2']),
      ...times(5, ['thon-1', 'nu', 'gia', '2']),
    ] as const;
    expect(weighed(rules, tied).findings.map(({ code }) => code)).toEqual([
      'weights/not-converged',
    ]);
  });
});

describe('paper tallies', () => {
  const entry = (place: string | null, satisfied: number, not: number) => ({
    ...{ form: '01', group: 'households', unit: 'an', place, part: null, question: 'q1' },
    counts: { 2: satisfied, 1: not },
    answered: null,
    missing: Object.fromEntries(missingKinds.map((kind) => [kind, 0])) as never,
    row: 2,
  });
  const replies = times(5, ['thon-1', 'nam', 'tre', '2']);
  const rules = { ...noRules, nonResponse: true };

  test('of a place are weighted with it', () => {
    const entries = [entry('thon-2', 4, 16)];
    const rows = [rowOf('thon-1'), rowOf('thon-2', { size: 30 })];
    const one = value(weighed(rules, replies, { entries, rows, tallied: { 'thon-2': 20 } }));
    // 10/5 = 2 and 30/20 = 1.5; mean (5 × 2 + 20 × 1.5) ÷ 25 = 1.6: 1.25 and 0.9375.
    expect(counts(one, 'an')).toEqual({ 2: String(5 * 1.25 + 4 * 0.9375), 1: String(16 * 0.9375) });
    expect(one.weights.groups[0]?.respondents).toBe(25);
  });

  test('must say where they come from, and know nothing of margins', () => {
    const codes = (some: RespondentWeights, place: string | null) =>
      weighed(some, [], { entries: [entry(place, 1, 1)] }).findings.map(({ code }) => code);
    expect(codes(rules, null)).toEqual(['weights/tally-without-row']);
    expect(codes(bySex, 'thon-2')).toEqual(['weights/margins-of-paper-tallies']);
  });
});

const reply = fc.tuple(
  fc.constantFrom(...villages),
  fc.constantFrom('nam', 'nu', null),
  fc.constantFrom('tre', 'vua', 'gia', null),
  fc.constantFrom('1', '2'),
);
/** One of every kind, so that no category is empty. */
const everyKind = villages.flatMap((village) =>
  ['nam', 'nu'].flatMap((sex) =>
    ['tre', 'vua', 'gia'].map((age): Reply => [village, sex, age, '2']),
  ),
);

const anyTotals = fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 1, max: 9 })));

function rulesFor([nam = 1, nu = 1, tre = 1, vua = 1, gia = 1]: readonly number[]) {
  return {
    ...noRules,
    nonResponse: true,
    margins: [
      { question: 'gioi', totals: totals({ nam, nu }) },
      { question: 'tuoi', totals: totals({ tre, vua, gia }) },
    ],
  };
}

describe('whatever the replies', () => {
  const rows = villages.map((id) => rowOf(id, { size: 100 }));

  test('margins hit their totals, the mean is 1, and the order of the sheets never matters', () => {
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 40 }), anyTotals, (some, of) => {
        const replies = [...everyKind, ...some];
        const one = value(weighed(rulesFor(of), replies, { rows }));
        const { margins, parts, respondents } = one.weights.groups[0] ?? {};
        for (const { categories } of margins ?? []) {
          for (const { population, after } of categories) {
            expect(Math.abs(after.valueOf() - population.valueOf())).toBeLessThan(1e-8);
          }
        }
        const sum = (parts ?? []).reduce(
          (all, part) => all + part.weight.valueOf() * part.respondents,
          0,
        );
        expect(Math.abs(sum / (respondents ?? 0) - 1)).toBeLessThan(1e-10);
        const other = value(weighed(rulesFor(of), [...replies].reverse(), { rows }));
        expect(other.weights.groups).toEqual(one.weights.groups);
        expect(other.tallies.cells).toEqual(one.tallies.cells);
        expect([...other.weights.sheets].reverse()).toEqual([...one.weights.sheets]);
      }),
      { numRuns: 60 },
    );
  });

  test('where the margins hold already nothing changes', () => {
    const margins = rulesFor([1, 1, 1, 1, 1]).margins;
    const one = value(weighed({ ...noRules, margins }, everyKind));
    for (const { counts: own, weighted } of one.tallies.cells) {
      const plain = Object.entries(own).map(([code, count]) => [code, String(count)]);
      const kept = Object.entries(weighted ?? {}).map(([code, count]) => [code, exactText(count)]);
      expect(kept).toEqual(plain);
    }
  });
});
