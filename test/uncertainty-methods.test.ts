/** Intervals where the index has steps, sets units against each other, or knows no end; and of groups that rate other units. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCsv } from '../src/formats/csv-write.ts';
import type { Criterion, Group, Index, Normalise, QuotaRule } from '../src/plan/plan.ts';
import type { Adjustment } from '../src/points.ts';
import { report } from '../src/report.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import { uncertaintyTable } from '../src/uncertainty/table.ts';
import { type Interval, type Uncertainty, uncertainty } from '../src/uncertainty.ts';
import { appraised, criterion, entry, leafSource, part, plainIndex, where } from './hand-worked.ts';
import {
  ownGroup,
  paperTally,
  type RatedSurvey,
  type Sheet,
  type SurveySpec,
  surveyOf,
} from './survey-of-sheets.ts';

const census: QuotaRule = { rule: 'census', from: { kind: 'attribute', attribute: 'people' } };

/** People by unit. */
type People = Readonly<Record<string, number>>;

function unitsOf(people: People, unranked: readonly string[] = []) {
  return Object.entries(people).map(([id, count]) => {
    const attributes = { people: count };
    const ranked = !unranked.includes(id);
    return { id, name: id, block: 'xa', type: null, ranked, attributes, was: [] };
  });
}

function of(survey: RatedSurvey, adjustments: readonly Adjustment[] = []): Uncertainty {
  const { plan, quotas, ratings, tallies } = survey;
  const points = { entries: [], adjustments, figures: [], simulated: [] };
  const scored = score(plan, tallies, points, where);
  if (!scored.ok) throw new Error('not scored');
  return uncertainty(plan, quotas, ratings, null, tallies, scored.value);
}

function intervalOf(found: Uncertainty, unit: string): Interval {
  const one = found.units.find((it) => it.unit === unit);
  if (one === undefined) throw new Error(`no interval of ${unit}`);
  return one.interval;
}

/** Everybody of `an` (six people) has answered, and six of each other unit. */
const answers: Readonly<Record<string, readonly string[]>> = {
  an: ['5', '4', '3', '4', '2', '4'],
  hoa: ['5', '5', '5', '4', '5', '4'],
  tan: ['1', '2', '1', '1', '3', '1'],
  loc: ['4', '3', '4', '5', '3', '2'],
};
const people: People = { an: 6, hoa: 900, tan: 800, loc: 700 };

function sheetsOf(by: Readonly<Record<string, readonly string[]>>): readonly Sheet[] {
  return Object.entries(by).flatMap(([unit, codes]) =>
    codes.map((code): Sheet => {
      return { group: 'staff', from: { unit, place: null }, ratings: { [unit]: [code] } };
    }),
  );
}

function surveyWith(
  criteria: readonly Criterion[],
  rules: Partial<Index> = {},
  more: { readonly by?: typeof answers; readonly unranked?: readonly string[] } = {},
): RatedSurvey {
  const by = more.by ?? answers;
  const ids = Object.keys(by);
  const own = Object.fromEntries(ids.map((id) => [id, people[id] ?? 500]));
  const spec: SurveySpec = {
    units: ids,
    groups: [ownGroup('staff', ids, census)],
    questions: ['q1'],
    criteria,
    rules,
    plan: { units: unitsOf(own, more.unranked) },
  };
  return surveyOf(spec, sheetsOf(by));
}

const source = leafSource('mean', [part('staff', '1', ['q1'])]);
const share = leafSource('share', [part('staff', '1', ['q1'])]);

function rule(method: Normalise['method'], more: Partial<Normalise> = {}): Normalise {
  const range = { low: exact(0), high: exact(100), goals: null };
  return { method, ...range, reversed: false, within: 'block', ...more };
}

function normalised(method: Normalise['method'], more: Partial<Normalise> = {}): Criterion {
  return criterion('1', '100', { source, normalise: rule(method, more) });
}

const banded = criterion('1', '100', {
  source,
  bands: [60, 30, 0].map((from) => ({ from: exact(from), points: exact(from + 40) })),
});

const zScore = normalised('z-score', { low: exact(0), high: exact(1) });

describe('a group that rates other units than its own', () => {
  const counts: People = { an: 20, hoa: 40, tan: 200 };
  const ids = Object.keys(counts);
  const everybody: Group = {
    ...ownGroup('staff', ids, census),
    about: { kind: 'units', units: ids },
  };
  const spec: SurveySpec = {
    units: ids,
    groups: [everybody],
    questions: ['q1'],
    criteria: [criterion('1', '100', { source })],
    plan: { units: unitsOf(counts) },
  };

  test('on paper, twenty of all 260 have rated each: no census of the rated unit’s own twenty', () => {
    const paper = ids.map((unit) => paperTally('staff', '01', unit, 'q1', [10, 0, 0, 0, 10]));
    const found = of(surveyOf(spec, [], paper));
    // Half 100, half 0: s² ÷ n = 2500 ÷ 19.
    const error = Math.sqrt(((1 - 20 / 260) * 2500) / 19);
    for (const id of ids) {
      const leaf = found.leaves.find(({ unit }) => unit === id);
      expect(leaf?.interval).toMatchObject({ method: 't', df: 19 });
      expect(leaf?.interval.error).toBeCloseTo(error, 10);
      expect(leaf?.byGroup).toEqual([{ group: 'staff', respondents: 20, population: 260 }]);
      expect(intervalOf(found, id).method).toBe('t');
    }
  });

  test('keyed form by form, it is said of how many', () => {
    const sheets = ids.flatMap((home) =>
      ['5', '3', '4'].map((code): Sheet => {
        const ratings = Object.fromEntries(ids.map((id) => [id, [code]]));
        return { group: 'staff', from: { unit: home, place: null }, ratings };
      }),
    );
    const found = of(surveyOf(spec, sheets));
    expect(found.leaves.map(({ byGroup }) => byGroup[0]?.population)).toEqual([260, 260, 260]);
  });
});

describe('units set against each other', () => {
  test.each(['min-max', 'z-score', 'rank', 'percentile'] as const)(
    '%s: a unit whose own people all answered still hangs on the others’ samples',
    (method) => {
      const found = of(surveyWith([normalised(method)]));
      expect(found.leaves[0]?.interval.method).toBe('census');
      expect(intervalOf(found, 'an')).toMatchObject({ method: 'bootstrap' });
      expect(intervalOf(found, 'an').error).toBeGreaterThan(0.1);
      // Eighteen respondents in three rows, not the six of its own.
      expect(intervalOf(found, 'an').df).toBe(15);
    },
  );

  test('between fixed goals, or with bands, its own people decide alone', () => {
    const goals = { worst: exact(0), best: exact(80) };
    for (const one of [normalised('goalposts', { goals }), banded]) {
      expect(intervalOf(of(surveyWith([one])), 'an')).toMatchObject({ method: 'census', error: 0 });
    }
  });

  test('where everybody of every unit has answered it is a census', () => {
    const all = surveyWith([normalised('min-max')]);
    const counts = Object.fromEntries(Object.keys(answers).map((id) => [id, 6]));
    const spec: SurveySpec = {
      units: Object.keys(answers),
      groups: [ownGroup('staff', Object.keys(answers), census)],
      questions: ['q1'],
      criteria: all.plan.index.criteria,
      plan: { units: unitsOf(counts) },
    };
    const found = of(surveyOf(spec, sheetsOf(answers)));
    expect(found.units.map(({ interval }) => interval.method)).toEqual(Array(4).fill('census'));
  });

  test('the worst unit is pinned to 0 by every replicate; nobody says that all answered alike', () => {
    const found = of(surveyWith([normalised('min-max')]));
    expect(intervalOf(found, 'tan')).toMatchObject({ method: 'none', low: null });
    expect(intervalOf(found, 'tan').remarks).toContain('unmoved');
    expect(intervalOf(found, 'tan').remarks).not.toContain('alike');
    expect(found.leaves[2]?.interval.method).toBe('t');
  });
});

describe('steps', () => {
  test('a field with bands has its interval from the bootstrap, the one that the unit has', () => {
    const found = of(surveyWith([banded]));
    expect(found.fields.map(({ unit }) => unit)).toEqual(Object.keys(answers));
    for (const { unit, interval } of found.fields) {
      expect(interval).toEqual(intervalOf(found, unit));
    }
    expect(intervalOf(found, 'loc').method).toBe('bootstrap');
  });

  test('a field beside one with bands keeps its formula', () => {
    const two = [
      criterion('1', '60', {
        source,
        bands: banded.bands.map((one) => ({ ...one, points: exact(60) })),
      }),
      criterion('2', '40', { source }),
    ];
    const found = of(surveyWith(two));
    const field = found.fields.find((one) => one.unit === 'loc' && one.criterion === '2');
    expect(field?.interval.method).toBe('t');
  });

  test('without replicates it is said that nothing was worked out', () => {
    const none = { ...plainIndex.uncertainty, replicates: 0 };
    const found = of(surveyWith([banded], { uncertainty: none }));
    for (const interval of [intervalOf(found, 'loc'), found.fields[3]?.interval]) {
      expect(interval).toMatchObject({ method: 'none', low: null, error: null });
      expect(interval?.remarks).toEqual(['incomplete-census', 'not-worked-out']);
    }
    expect(found.leaves[3]?.interval.method).toBe('t');
    expect(intervalOf(found, 'an').method).toBe('census');
  });

  test('where nobody is ranked the bootstrap still tells the errors', () => {
    const found = of(surveyWith([banded], {}, { unranked: Object.keys(answers) }));
    expect(found.ranks).toBeNull();
    expect(intervalOf(found, 'loc').method).toBe('bootstrap');
    expect(intervalOf(found, 'loc')).toEqual(intervalOf(of(surveyWith([banded])), 'loc'));
  });
});

describe('one share has one interval', () => {
  test('as a leaf, as the field it is alone in, and as the index', () => {
    const field = criterion('1', '100', {
      children: [criterion('1.1', '100', { source: share })],
    });
    for (const one of [criterion('1', '100', { source: share }), field]) {
      const found = of(surveyWith([one]));
      for (const { unit, interval } of found.leaves) {
        const same = found.fields.find((it) => it.unit === unit)?.interval;
        for (const other of [same, intervalOf(found, unit)]) {
          expect(other?.method).toBe(interval.method);
          expect(other?.low).toBeCloseTo(interval.low ?? -1, 9);
          expect(other?.high).toBeCloseTo(interval.high ?? -1, 9);
        }
      }
      expect(found.leaves[3]?.interval.method).toBe('wilson');
    }
  });

  test('beside appraised points the index moves by its part of the weight', () => {
    const survey = surveyWith([
      criterion('1', '30', { source: share }),
      criterion('2', '70', appraised),
    ]);
    const { plan, quotas, ratings, tallies } = survey;
    const entries = plan.units.map(({ id }) => entry(id, '2', '50', '50'));
    const points = { entries, adjustments: [], figures: [], simulated: [] };
    const scored = score(plan, tallies, points, where);
    if (!scored.ok) throw new Error('not scored');
    const found = uncertainty(plan, quotas, ratings, null, tallies, scored.value);
    const leaf = found.leaves.find(({ unit }) => unit === 'loc');
    const whole = intervalOf(found, 'loc');
    const width = (leaf?.interval.high ?? 0) - (leaf?.interval.low ?? 0);
    expect(whole.method).toBe('wilson');
    expect((whole.high ?? 0) - (whole.low ?? 0)).toBeCloseTo(0.3 * width, 6);
  });
});

function adjustment(unit: string, kind: Adjustment['kind'], points: number): Adjustment {
  const given = exact(points);
  const none = { self: null, second: null, explanation: null, evidence: null };
  return { unit, kind, ...none, first: given, appraised: given };
}

describe('where percents end', () => {
  test('z-scores below 0 have their interval around them', () => {
    const found = of(surveyWith([zScore]));
    const { estimate, interval } = found.units[2] ?? { estimate: 0, interval: null };
    expect(estimate).toBeLessThan(-1);
    expect(interval?.low).toBeLessThan(estimate);
    expect(interval?.high).toBeGreaterThan(estimate);
    expect(interval?.high).toBeLessThan(0);
  });

  test('a penalty moves both ends; so does a bonus', () => {
    const rules = { bonus: exact(10), penalty: exact(50) };
    const survey = surveyWith([criterion('1', '100', { source })], rules);
    const found = of(survey, [adjustment('tan', 'penalty', 40), adjustment('hoa', 'bonus', 8)]);
    const plain = of(surveyWith([criterion('1', '100', { source })]));
    for (const [unit, by] of [
      ['tan', -40],
      ['hoa', 8],
      ['loc', 0],
    ] as const) {
      const [moved, still] = [intervalOf(found, unit), intervalOf(plain, unit)];
      expect(moved.low).toBeCloseTo((still.low ?? 0) + by, 9);
      expect(moved.high).toBeCloseTo((still.high ?? 0) + by, 9);
    }
    // At 100 + 8 it ends, and not at 100.
    expect(intervalOf(plain, 'hoa').high).toBe(100);
  });

  test('the file for programs keeps numbers below 0 as numbers', () => {
    const text = renderCsv(uncertaintyTable('x', of(surveyWith([zScore]))), { forPeople: false });
    expect(text).toMatch(/\ntan,unit,,6,-\d\.\d+,-\d\.\d+,-\d\.\d+,95,bootstrap/);
    expect(text).not.toContain("'");
  });
});

describe('what the pages say', () => {
  const provenance = {
    planFingerprint: '',
    tool: '',
    batches: [],
    corrections: [],
    pointFiles: [],
    simulated: [],
    madeAt: null,
  };

  /** Sheets of the index and of its criteria. */
  function pagesOf(survey: RatedSurvey, lang: 'vi' | 'en') {
    const none = { provenance, changes: null, traced: null, weights: null };
    const pages = report(survey.plan, { ...survey, ...none, uncertainty: of(survey) }, lang).pages;
    const page = (file: string) => {
      const { columns = [], rows = [], notes = [] } = pages.find((one) => one.file === file) ?? {};
      const at = columns.findIndex(({ key }) => key === 'remarks');
      return { remarks: rows.map(({ cells }) => cells[at]), notes: notes.join(' ') };
    };
    return { units: page('uncertainty'), leaves: page('uncertainty-criteria') };
  }

  test('a criterion with bands: its result stands before them', () => {
    const { leaves } = pagesOf(surveyWith([banded]), 'vi');
    expect(leaves.remarks[3]).toContain('trước khi quy ra điểm');
    expect(leaves.notes).toContain('khác tỷ lệ đạt của tiêu chí');
    const plain = pagesOf(surveyWith([criterion('1', '100', { source })]), 'vi').leaves;
    expect(plain.remarks[3]).not.toContain('trước khi quy ra điểm');
    expect(plain.notes).not.toContain('khác tỷ lệ đạt');
  });

  test('how far an interval goes is said as it is', () => {
    expect(pagesOf(surveyWith([zScore]), 'en').units.notes).toContain('below 0 or above 100');
    expect(pagesOf(surveyWith([banded]), 'en').units.notes).toContain('beyond 0 and 100');
    const bonus = pagesOf(surveyWith([banded], { bonus: exact(5) }), 'vi').units.notes;
    expect(bonus).toContain('cộng điểm thưởng, trừ điểm trừ');
  });

  test('why there is none', () => {
    const pinned = pagesOf(surveyWith([normalised('min-max')]), 'vi').units;
    expect(pinned.remarks.join()).toContain('rút lại phiếu vẫn không đổi');
    expect(pinned.remarks.join()).not.toContain('như nhau');
    expect(pinned.notes).toContain('không có nghĩa là mọi người trả lời như nhau');
    const none = { ...plainIndex.uncertainty, replicates: 0 };
    const undone = pagesOf(surveyWith([banded], { uncertainty: none }), 'en').units;
    expect(undone.remarks.join()).toContain('no redraws made');
    expect(undone.notes).toContain('take “replicates” out');
  });
});

describe('properties', () => {
  const codes = fc.array(fc.constantFrom('5', '4', '3', '2', '1'), { minLength: 6, maxLength: 9 });
  const criteria = fc.constantFrom<Criterion>(
    criterion('1', '100', { source }),
    criterion('1', '100', { source: share }),
    banded,
    zScore,
    normalised('min-max'),
    normalised('rank'),
    normalised('goalposts', { goals: { worst: exact(20), best: exact(70) } }),
  );

  test('low ≤ estimate ≤ high, whatever the method; a census only where nothing moves it', () => {
    const replicates = 40;
    const rules: Partial<Index> = {
      bonus: exact(20),
      penalty: exact(80),
      uncertainty: { ...plainIndex.uncertainty, replicates },
    };
    const points = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(criteria, codes, codes, codes, points, points, (one, an, hoa, tan, add, take) => {
        const survey = surveyWith([one], rules, { by: { an, hoa, tan } });
        const given = [adjustment('an', 'bonus', add), adjustment('hoa', 'penalty', take * 4)];
        const found = of(survey, given);
        for (const { estimate, interval } of [...found.units, ...found.fields, ...found.leaves]) {
          const { low, high } = interval;
          if (low === null || high === null) continue;
          expect(low).toBeLessThanOrEqual(estimate);
          expect(estimate).toBeLessThanOrEqual(high);
          // Where all say yes the linear error is 0, and Wilson's interval is none the less open.
          if (interval.method !== 'census') expect(high).toBeGreaterThan(low);
        }
      }),
      { numRuns: 60 },
    );
  });
});
