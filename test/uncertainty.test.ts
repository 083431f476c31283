/** Standard errors and intervals against formulas worked out on the respondents themselves, and textbook examples. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuotaRule } from '../src/plan/plan.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import { twoSidedT } from '../src/stats/student.ts';
import type { Stratum } from '../src/uncertainty/influence.ts';
import { influences } from '../src/uncertainty/influences.ts';
import { uncertaintyJson } from '../src/uncertainty/json.ts';
import { uncertaintyTable } from '../src/uncertainty/table.ts';
import { domainVariances } from '../src/uncertainty/variance.ts';
import type { LeafInterval, Uncertainty } from '../src/uncertainty.ts';
import { uncertainty } from '../src/uncertainty.ts';
import { drawnClusters } from './drawn-clusters.ts';
import { appraised, criterion, leafSource, part, where } from './hand-worked.ts';
import {
  gridGroup,
  ownGroup,
  paperTally,
  type RatedSurvey,
  type Sheet,
  type SurveySpec,
  surveyOf,
} from './survey-of-sheets.ts';

const total = (size: number): QuotaRule => ({ rule: 'total', total: size });
const each = (size: number): QuotaRule => ({ rule: 'each', size, byType: {}, by: null });

function of({ plan, quotas, ratings, tallies, scores }: RatedSurvey): Uncertainty {
  return uncertainty(plan, quotas, ratings, null, tallies, scores);
}

function leaf(found: Uncertainty, unit = 'an', code = '1'): LeafInterval {
  const one = found.leaves.find((it) => it.unit === unit && it.criterion === code);
  if (one === undefined) throw new Error(`no interval of ${code} at ${unit}`);
  return one;
}

const points: Readonly<Record<string, number>> = { 5: 100, 4: 75, 3: 50, 2: 25, 1: 0 };

/** Sheets of own-unit groups. */
function own(
  groupId: string,
  unit: string,
  answers: readonly (readonly (string | null)[])[],
): readonly Sheet[] {
  const from = { unit, place: null };
  return answers.map((some): Sheet => ({ group: groupId, from, ratings: { [unit]: some } }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** With n − 1 below. */
function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

/** Questions of one leaf, all of one group. */
function oneLeaf(questions: readonly string[], as: 'mean' | 'share' = 'mean'): SurveySpec {
  return {
    units: ['an'],
    groups: [ownGroup('staff', ['an'], total(100))],
    questions,
    criteria: [criterion('1', '100', { source: leafSource(as, [part('staff', '1', questions)]) })],
  };
}

const answers = [
  ['5', '4', '5'],
  ['4', '4', '3'],
  ['2', '1', '2'],
  ['5', '5', '4'],
  ['3', '2', '2'],
  ['4', '5', '5'],
] as const;

describe('one respondent’s answers belong together', () => {
  const survey = surveyOf(oneLeaf(['q1', 'q2', 'q3']), own('staff', 'an', answers));
  const persons = answers.map((some) => mean(some.map((code) => points[code] ?? 0)));

  test('complete answers: the error of the mean of the persons’ means, n − 1 degrees of freedom', () => {
    const { interval, estimate, respondents } = leaf(of(survey));
    expect(estimate).toBeCloseTo(mean(persons), 12);
    expect(interval.error).toBeCloseTo(Math.sqrt(variance(persons) / 6), 12);
    expect(interval).toMatchObject({ method: 't', df: 5, remarks: ['no-population'] });
    const half = twoSidedT(exact(95, 100), 5) * Math.sqrt(variance(persons) / 6);
    expect(interval.low).toBeCloseTo(mean(persons) - half, 10);
    expect(interval.high).toBeCloseTo(Math.min(100, mean(persons) + half), 10);
    expect(respondents).toBe(6);
  });

  test('taking the answers as independent would be about 1.6 times too sure here', () => {
    const every = answers.flatMap((some) => some.map((code) => points[code] ?? 0));
    const independent = Math.sqrt(variance(every) / every.length);
    const error = leaf(of(survey)).interval.error ?? 0;
    expect(error / independent).toBeGreaterThan(1.5);
    expect(error / independent).toBeLessThan(Math.sqrt(3));
  });

  test('on paper the link is lost: the bound is not below the true error', () => {
    const counts = (at: number): readonly number[] =>
      ['5', '4', '3', '2', '1'].map((code) => answers.filter((some) => some[at] === code).length);
    const paper = ['q1', 'q2', 'q3'].map((q, at) => paperTally('staff', '01', 'an', q, counts(at)));
    const found = leaf(of(surveyOf(oneLeaf(['q1', 'q2', 'q3']), [], paper)));
    const errors = [0, 1, 2].map((at) =>
      Math.sqrt(variance(answers.map((some) => points[some[at] ?? ''] ?? 0)) / 6),
    );
    expect(found.interval).toMatchObject({ method: 'bound', df: 5 });
    expect(found.interval.error).toBeCloseTo(mean(errors), 10);
    expect(found.interval.error ?? 0).toBeGreaterThan(leaf(of(survey)).interval.error ?? 0);
    expect(found.respondents).toBe(6);
  });
});

describe('blanks, weights of questions, groups', () => {
  test('a blank leaves the base of its question only: Woodruff’s formula by hand', () => {
    const some = [
      ['5', '4'],
      ['4', null],
      ['2', '1'],
      [null, '5'],
      [null, null],
    ] as const;
    const spec = { ...oneLeaf(['q1', 'q2']), rules: { hideBelow: 1 } };
    const found = leaf(of(surveyOf(spec, own('staff', 'an', some))));
    const [m1, m2] = [(100 + 75 + 25) / 3, (75 + 0 + 100) / 3];
    const z = [
      ((100 - m1) / 3 + (75 - m2) / 3) / 2,
      (75 - m1) / 3 / 2,
      ((25 - m1) / 3 + (0 - m2) / 3) / 2,
      (100 - m2) / 3 / 2,
      0,
    ];
    expect(found.interval.error).toBeCloseTo(Math.sqrt(5 * variance(z)), 10);
    expect(found.respondents).toBe(4);
    expect(found.interval.df).toBe(3);
  });

  test('two groups are independent: Σ weight² × variance, degrees of freedom added', () => {
    const spec: SurveySpec = {
      units: ['an'],
      groups: [ownGroup('staff', ['an'], total(100)), ownGroup('folk', ['an'], total(100))],
      questions: ['q1'],
      criteria: [
        criterion('1', '100', {
          source: leafSource('mean', [part('staff', '0.7', ['q1']), part('folk', '0.3', ['q1'])]),
        }),
      ],
    };
    const staff = [['5'], ['3'], ['4'], ['4']];
    const folk = [['1'], ['5'], ['2']];
    const found = leaf(
      of(surveyOf(spec, [...own('staff', 'an', staff), ...own('folk', 'an', folk)])),
    );
    const error = (some: readonly (readonly string[])[]): number =>
      variance(some.map(([code = '']) => points[code] ?? 0)) / some.length;
    const whole = Math.sqrt(0.49 * error(staff) + 0.09 * error(folk));
    expect(found.interval.error).toBeCloseTo(whole, 10);
    expect(found.interval).toMatchObject({ method: 't', df: 5 });
    expect(found.byGroup.map(({ respondents }) => respondents)).toEqual([4, 3]);
  });

  test('pooled groups share one mean but stay strata of their own', () => {
    const spec: SurveySpec = {
      units: ['an'],
      groups: [ownGroup('staff', ['an'], total(100)), ownGroup('folk', ['an'], total(100))],
      questions: ['q1'],
      criteria: [
        criterion('1', '100', {
          source: leafSource('mean', [part('staff', '1', ['q1'], ['folk'])]),
        }),
      ],
    };
    const [staff, folk] = [
      [['5'], ['3'], ['4']],
      [['1'], ['2']],
    ];
    const found = leaf(
      of(surveyOf(spec, [...own('staff', 'an', staff), ...own('folk', 'an', folk)])),
    );
    // W_h = n_h ÷ n: Σ W_h² s_h² ÷ n_h.
    const parts = [
      [100, 50, 75],
      [0, 25],
    ].map((values) => {
      return ((values.length / 5) ** 2 * variance(values)) / values.length;
    });
    expect(found.estimate).toBeCloseTo(50, 12);
    expect(found.interval.error).toBeCloseTo(Math.sqrt((parts[0] ?? 0) + (parts[1] ?? 0)), 10);
    expect(found.interval.df).toBe(3);
  });
});

describe('finite populations', () => {
  const some = [['5'], ['4'], ['2'], ['5'], ['3']];
  const staffOf = (rule: QuotaRule, people: number | null): SurveySpec => {
    const spec = oneLeaf(['q1']);
    const attributes = { people };
    const units = [
      { id: 'an', name: 'an', block: 'xa', type: null, ranked: true, attributes, was: [] },
    ];
    return { ...spec, groups: [ownGroup('staff', ['an'], rule)], plan: { units } };
  };
  const census: QuotaRule = { rule: 'census', from: { kind: 'attribute', attribute: 'people' } };

  test('everybody asked and answered: nothing is left to sampling', () => {
    const { interval } = leaf(of(surveyOf(staffOf(census, 5), own('staff', 'an', some))));
    expect(interval).toEqual({
      method: 'census',
      low: 70,
      high: 70,
      error: 0,
      df: null,
      remarks: [],
    });
  });

  test('a census that not all have answered is a sample of all: 1 − n ÷ N', () => {
    const { interval } = leaf(of(surveyOf(staffOf(census, 8), own('staff', 'an', some))));
    const s2 = variance([100, 75, 25, 100, 50]);
    expect(interval.error).toBeCloseTo(Math.sqrt(((1 - 5 / 8) * s2) / 5), 10);
    expect(interval).toMatchObject({ method: 't', df: 4, remarks: ['incomplete-census'] });
  });

  test('more replies than people: the figure counts something else, and is left aside', () => {
    const { interval } = leaf(of(surveyOf(staffOf(census, 4), own('staff', 'an', some))));
    expect(interval).toMatchObject({ method: 't', remarks: ['crowded'] });
    expect(interval.error).toBeCloseTo(Math.sqrt(variance([100, 75, 25, 100, 50]) / 5), 10);
  });

  test('a sample of a known population', () => {
    const rule: QuotaRule = {
      rule: 'share',
      of: 'people',
      bands: [{ from: 0, rate: exact(10), atLeast: null, atMost: null }],
    };
    const found = leaf(of(surveyOf(staffOf(rule, 50), own('staff', 'an', some))));
    const s2 = variance([100, 75, 25, 100, 50]);
    expect(found.interval.error).toBeCloseTo(Math.sqrt((0.9 * s2) / 5), 10);
    expect(found.byGroup).toEqual([{ group: 'staff', respondents: 5, population: 50 }]);
    expect(found.interval.remarks).toEqual([]);
  });
});

describe('weights of respondents', () => {
  test('Woodruff’s z with weights; Wilson stays away', () => {
    const some = ['5', '3', '1', '4', '5'];
    const weights = Float64Array.of(2, 1, 1, 0.5, 0.5);
    const byCode = { 5: exact(5, 2), 4: exact(1, 2), 3: exact(1), 2: exact(0), 1: exact(1) };
    for (const as of ['mean', 'share'] as const) {
      const plain = surveyOf(
        oneLeaf(['q1'], as),
        own(
          'staff',
          'an',
          some.map((code) => [code]),
        ),
      );
      const cells = plain.tallies.cells.map((cell) => ({ ...cell, weighted: byCode }));
      const tallies = { ...plain.tallies, cells };
      const points0 = { entries: [], adjustments: [], figures: [], simulated: [] };
      const scored = score(plain.plan, tallies, points0, where);
      if (!scored.ok) throw new Error('not scored');
      const { plan, quotas, ratings } = plain;
      const found = uncertainty(plan, quotas, ratings, weights, tallies, scored.value);
      const values = some.map((code) => {
        const value = points[code] ?? 0;
        return as === 'mean' ? value : value > 50 ? 100 : 0;
      });
      const middle = values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) / 5;
      const z = values.map((value, at) => ((weights[at] ?? 0) * (value - middle)) / 5);
      expect(leaf(found).estimate).toBeCloseTo(middle, 12);
      expect(leaf(found).interval.error).toBeCloseTo(Math.sqrt(5 * variance(z)), 10);
      expect(leaf(found).interval.method).toBe('t');
    }
  });
});

describe('files for programs', () => {
  const found = of(surveyOf(oneLeaf(['q1', 'q2', 'q3']), own('staff', 'an', answers)));

  test('one line for each unit, field and criterion; six decimals', () => {
    const { columns, rows } = uncertaintyTable('x', found);
    expect(rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['an', 'unit', null],
      ['an', 'field', '1'],
      ['an', 'criterion', '1'],
    ]);
    const error = columns.findIndex(({ key }) => key === 'standard_error');
    expect(rows[2]?.cells[error]).toBe(String(Number(leaf(found).interval.error?.toFixed(6))));
  });

  test('JSON says the same', () => {
    expect(uncertaintyJson(found)).toMatchObject({
      confidence: 95,
      leaves: [{ unit: 'an', criterion: '1', respondents: 6, method: 't', df: 5 }],
      scales: [{ form: '01', questions: ['q1', 'q2', 'q3'], complete: 6, ratings: 6 }],
    });
  });
});

describe('shares', () => {
  test('one question: Wilson, with the exact sizes of a table', () => {
    const some = Array.from({ length: 10 }, (_, at) => [at < 9 ? '5' : '1']);
    const found = leaf(of(surveyOf(oneLeaf(['q1'], 'share'), own('staff', 'an', some))));
    // test/oracles/proportion-intervals: 1 of 10 at 0.95, seen from the other side.
    expect(found.interval.method).toBe('wilson');
    expect(found.interval.low).toBeCloseTo(100 * (1 - 0.40415002679523837), 9);
    expect(found.interval.high).toBeCloseTo(100 * (1 - 0.017876213095072892), 9);
  });

  test('all satisfied: Wilson still knows how little ten can tell', () => {
    const some = Array.from({ length: 10 }, () => ['5']);
    const { interval } = leaf(of(surveyOf(oneLeaf(['q1'], 'share'), own('staff', 'an', some))));
    expect(interval.method).toBe('wilson');
    expect(interval.low).toBeCloseTo(100 * (1 - 0.27753279986288915), 9);
    expect(interval.high).toBe(100);
  });

  test('from a paper tally of one question nothing is lost', () => {
    const paper = [paperTally('staff', '01', 'an', 'q1', [9, 0, 0, 0, 1])];
    const { interval } = leaf(of(surveyOf(oneLeaf(['q1'], 'share'), [], paper)));
    expect(interval.method).toBe('wilson');
    expect(interval.low).toBeCloseTo(100 * (1 - 0.40415002679523837), 9);
  });

  test('two questions: t', () => {
    const { interval } = leaf(
      of(surveyOf(oneLeaf(['q1', 'q2', 'q3'], 'share'), own('staff', 'an', answers))),
    );
    expect(interval.method).toBe('t');
  });
});

describe('what cannot be said is not said', () => {
  test('fewer respondents than are shown apart', () => {
    const some = [['5'], ['4'], ['2'], ['1']];
    const found = leaf(of(surveyOf(oneLeaf(['q1']), own('staff', 'an', some))));
    const none = { low: null, high: null, error: null, df: null, remarks: [] };
    expect(found.interval).toEqual({ method: 'hidden', ...none });
  });

  test('a mean of answers that are all alike has no error to speak of', () => {
    const some = Array.from({ length: 6 }, () => ['4']);
    const { interval } = leaf(of(surveyOf(oneLeaf(['q1']), own('staff', 'an', some))));
    expect(interval).toMatchObject({
      method: 'none',
      low: null,
      remarks: ['no-population', 'alike'],
    });
  });
});

describe('grids', () => {
  const units = ['an', 'hoa'];
  const spec: SurveySpec = {
    units,
    groups: [gridGroup('delegates', units, 50)],
    questions: ['q1'],
    criteria: [
      criterion('1', '100', { source: leafSource('mean', [part('delegates', '1', ['q1'])]) }),
    ],
  };
  const from = { unit: null, place: null };
  const sheets = [
    ['5', '4'],
    ['2', '1'],
    ['4', '4'],
    ['3', null],
    ['1', '2'],
    ['5', '5'],
  ].map(([an, hoa]): Sheet => {
    const ratings = { an: [an ?? null], ...(hoa === null ? {} : { hoa: [hoa ?? null] }) };
    return { group: 'delegates', from, ratings };
  });
  const survey = surveyOf(spec, sheets);

  test('one stratum of all sheets; one sheet moves both units', () => {
    const { plan, quotas, ratings, tallies, scores } = survey;
    const moves = influences(plan, quotas, ratings, null, tallies, scores);
    expect(moves.strata).toHaveLength(1);
    const [stratum] = moves.strata;
    expect(stratum?.sheets).toBe(6);
    expect([...(stratum?.start ?? [])]).toEqual([0, 2, 4, 6, 7, 9, 11]);
    expect([...(stratum?.unit ?? [])]).toEqual([0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1]);
    const difference = domainVariances(moves, {
      count: 1,
      of: () => 0,
      factor: (unit) => (unit === 0 ? 1 : -1),
    });
    const apart = domainVariances(moves, { count: 2, of: (unit) => unit, factor: () => 1 });
    const sum = (apart.variance[0] ?? 0) + (apart.variance[1] ?? 0);
    // The same people rate both, so that the difference is much surer than of two samples.
    expect(difference.variance[0]).toBeLessThan(sum / 3);
  });

  test('who did not rate a unit counts as nobody there: n of the domain, zeros of the stratum', () => {
    const found = leaf(of(survey), 'hoa');
    const values = [75, 0, 75, 25, 100];
    const z = [...values.map((value) => (value - mean(values)) / 5), 0];
    expect(found.interval.error).toBeCloseTo(Math.sqrt(6 * variance(z)), 10);
    expect([found.respondents, found.interval.df]).toEqual([5, 4]);
  });
});

describe('fields and units', () => {
  const spec: SurveySpec = {
    units: ['an'],
    groups: [ownGroup('staff', ['an'], total(100))],
    questions: ['q1', 'q2', 'q3'],
    criteria: [
      criterion('1', '40', {
        children: [
          criterion('1.1', '10', { source: leafSource('mean', [part('staff', '1', ['q1'])]) }),
          criterion('1.2', '30', {
            source: leafSource('mean', [part('staff', '1', ['q2', 'q3'])]),
          }),
        ],
      }),
      criterion('2', '60', { source: leafSource('share', [part('staff', '1', ['q3'])]) }),
    ],
  };

  test('at the respondent’s level: what he does to all leaves, by their maxima', () => {
    const found = of(surveyOf(spec, own('staff', 'an', answers)));
    const value = (code: string): number => points[code] ?? 0;
    const field = answers.map(([a, b, c]) => {
      return (10 * value(a) + 30 * mean([value(b), value(c)])) / 40;
    });
    const whole = answers.map(([, , c], at) => {
      return 0.4 * (field[at] ?? 0) + 0.6 * (value(c) > 50 ? 100 : 0);
    });
    expect(found.fields.map(({ criterion: code }) => code)).toEqual(['1', '2']);
    expect(found.fields[0]?.estimate).toBeCloseTo(mean(field), 10);
    expect(found.fields[0]?.interval.error).toBeCloseTo(Math.sqrt(variance(field) / 6), 9);
    expect(found.units[0]?.estimate).toBeCloseTo(mean(whole), 10);
    expect(found.units[0]?.interval.error).toBeCloseTo(Math.sqrt(variance(whole) / 6), 9);
    expect(found.units[0]?.interval).toMatchObject({ method: 't', df: 5 });
  });

  test('what is appraised has no error; a unit without total has no interval', () => {
    const half = {
      ...spec,
      criteria: [...spec.criteria.slice(0, 1), criterion('2', '60', appraised)],
    };
    const found = of(surveyOf(half, own('staff', 'an', answers)));
    expect(found.units).toEqual([]);
    expect(found.fields).toHaveLength(1);
  });

  test('steps have no slope: the bootstrap tells the error', () => {
    const bands = [75, 50, 25, 0].map((from) => ({ from: exact(from), points: exact(from) }));
    const stepped: SurveySpec = {
      ...spec,
      criteria: [
        criterion('1', '100', {
          source: leafSource('mean', [part('staff', '1', ['q1', 'q2'])]),
          bands,
        }),
      ],
    };
    const found = of(surveyOf(stepped, own('staff', 'an', answers)));
    expect(found.units[0]?.interval.method).toBe('bootstrap');
    expect(found.units[0]?.interval.error).toBeGreaterThan(1);
    expect(found.fields[0]?.interval).toEqual(found.units[0]?.interval);
  });
});

describe('properties', () => {
  const code = fc.constantFrom('5', '4', '3', '2', '1', null);
  const sheet = fc.array(code, { minLength: 2, maxLength: 2 });

  test('neither the order of sheets nor other units matter; more confidence is wider', () => {
    const two: SurveySpec = {
      units: ['an', 'hoa'],
      groups: [ownGroup('staff', ['an', 'hoa'], each(30))],
      questions: ['q1', 'q2'],
      criteria: [
        criterion('1', '100', { source: leafSource('mean', [part('staff', '1', ['q1', 'q2'])]) }),
      ],
    };
    const list = fc.array(sheet, { minLength: 6, maxLength: 15 });
    fc.assert(
      fc.property(list, list, (some, others) => {
        const an = own('staff', 'an', [['5', '1'], ['2', '3'], ...some]);
        const hoa = own('staff', 'hoa', [['5', '1'], ...others]);
        const alone = leaf(
          of(surveyOf(two, [...an, ...own('staff', 'hoa', [['5', '5']])])),
        ).interval;
        const mixed = leaf(of(surveyOf(two, [...hoa, ...an.toReversed()]))).interval;
        expect(mixed.error ?? -1).toBeCloseTo(alone.error ?? -1, 9);
        expect(mixed.df).toBe(alone.df);
        expect(mixed.low ?? -1).toBeLessThanOrEqual(mixed.high ?? -1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('strata and clusters', () => {
  /** One leaf of one unit; values are deviations from the mean ÷ n. */
  function stratum(values: readonly number[], more: Partial<Stratum> = {}): Stratum {
    return {
      group: 0,
      row: '',
      sheets: values.length,
      population: null,
      census: false,
      named: false,
      fraction: 0,
      clusters: null,
      start: Int32Array.from({ length: values.length + 1 }, (_, at) => at),
      unit: new Int32Array(values.length),
      leaf: new Int16Array(values.length),
      value: Float64Array.from(values),
      ...more,
    };
  }
  const single = { count: 1, of: () => 0, factor: () => 1 };
  const errorOf = (...strata: readonly Stratum[]): number =>
    Math.sqrt(domainVariances({ leaves: ['1'], strata, tallied: [] }, single).variance[0] ?? 0);

  // Lohr 2022, Sampling: Design and Analysis, example 5.2: five suites of four students, drawn from a hundred; marks from 0 to 4.
  const suites = [
    [3.08, 2.6, 3.44, 3.04],
    [2.36, 3.04, 3.28, 2.68],
    [2.0, 2.56, 2.52, 1.88],
    [3.0, 2.88, 3.44, 3.64],
    [2.68, 1.92, 3.28, 3.2],
  ];
  const marksOf = suites.flat();
  const suiteOf = marksOf.map((_, at) => Math.floor(at / 4));
  const clusters = drawnClusters(suiteOf);
  const values = marksOf.map((mark) => (mark - mean(marksOf)) / 20);

  test('Lohr’s suites: mean 2.826, standard error 0.164', () => {
    const whole = { clusters: drawnClusters(suiteOf, [1, 1, 1, 1, 1]), fraction: 5 / 100 };
    const error = errorOf(stratum(values, whole));
    expect(mean(marksOf)).toBeCloseTo(2.826, 12);
    // s² of the suites' totals is 2.25568.
    expect(error).toBeCloseTo(Math.sqrt((0.95 * 2.25568) / (5 * 16)), 10);
    expect(error.toFixed(3)).toBe('0.164');
  });

  test('where each place is only a sample, what varies inside it comes in, times the fraction', () => {
    const inside = suites.reduce((sum, suite) => sum + (variance(suite) * 4) / 400, 0);
    const between = (0.95 * 2.25568) / (5 * 16);
    const error = errorOf(stratum(values, { clusters, fraction: 0.05 }));
    expect(error).toBeCloseTo(Math.sqrt(between + 0.05 * inside), 10);
  });

  test('as respondents drawn one by one they would seem much surer', () => {
    expect(errorOf(stratum(values))).toBeCloseTo(Math.sqrt(variance(marksOf) / 20), 10);
    expect(errorOf(stratum(values))).toBeLessThan(0.75 * errorOf(stratum(values, { clusters })));
  });

  test('strata add up; one respondent alone is set against the mean of the group', () => {
    const [one, other] = [stratum([0.3, -0.1, 0.2]), stratum([-0.4], { row: 'x' })];
    const found = domainVariances({ leaves: ['1'], strata: [one, other], tallied: [] }, single);
    expect(found.variance[0]).toBeCloseTo(3 * variance([0.3, -0.1, 0.2]) + 0.16, 12);
    expect([found.drawn[0], found.strata[0], found.lonely[0]]).toEqual([4, 2, 1]);
  });

  test('a stratum asked completely adds nothing, nor degrees of freedom', () => {
    const all = stratum([0.3, -0.3], { fraction: 1, census: true, population: 2 });
    const found = domainVariances(
      { leaves: ['1'], strata: [all, stratum([0.1, -0.1])], tallied: [] },
      single,
    );
    expect(found.variance[0]).toBeCloseTo(0.04, 12);
    expect([found.drawn[0], found.strata[0], found.allStrata[0]]).toEqual([2, 1, 2]);
  });
});
