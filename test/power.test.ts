/** What `survey power` says, against what must be so, and against surveys simulated, counted and scored one by one. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTruth } from '../src/commands/read-truth.ts';
import { nodeIo } from '../src/io.ts';
import { packets } from '../src/packets.ts';
import type { QuotaRule } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import { addComparison, comparison, toldApart } from '../src/power/compare.ts';
import { expectedShares } from '../src/power/respondents.ts';
import { type Power, type PowerOptions, power, usualNoise, usualSpread } from '../src/power.ts';
import { quotas } from '../src/quotas.ts';
import { score } from '../src/scores.ts';
import { answer, leanings } from '../src/simulate/respondent.ts';
import { simulate } from '../src/simulate.ts';
import { noneMissing } from '../src/stats/missing.ts';
import { randomStream } from '../src/stats/random.ts';
import type { Tally } from '../src/tallies.ts';
import { criterion, group, plan as handWorked, leafSource, part, where } from './hand-worked.ts';
import { runLine } from './run-line.ts';
import { planOf, type RatedSurvey } from './survey-of-sheets.ts';

const noPoints: Points = { entries: [], adjustments: [], figures: [], simulated: [] };
const ids = ['an', 'binh', 'cam', 'dong', 'en', 'gia'];
const each = (size: number): QuotaRule => ({ rule: 'each', size, byType: {}, by: null });

/** Own staff rate their unit; one leaf of two questions. */
function planWith(size: number): RatedSurvey['plan'] {
  const source = leafSource('mean', [part('staff', '1', ['q1', 'q2'])]);
  return planOf({
    units: ids,
    groups: [
      group('staff', 'Công chức', { over: { kind: 'units', units: ids }, quota: each(size) }),
    ],
    questions: ['q1', 'q2'],
    criteria: [criterion('1', '100', { source })],
  });
}

const usual: PowerOptions = {
  replicates: 200,
  seed: 'test',
  spread: usualSpread,
  noise: usualNoise,
  sizes: [1],
  truth: null,
};

function of(plan: RatedSurvey['plan'], more: Partial<PowerOptions> = {}, census = false): Power {
  const asked = quotas(plan, where).quotas;
  const rows = asked.rows.map((row) => ({ ...row, census }));
  const groups = asked.groups.map((one) => ({ ...one, rows }));
  const own = census ? { ...asked, rows, groups } : asked;
  const made = power(plan, own, noPoints, where, { ...usual, ...more });
  if (!made.ok) throw new Error(made.findings.map(({ code }) => code).join(' '));
  return made.value;
}

describe('what must be so', () => {
  test('with very many forms nearly every pair is right, and all that are a point apart', () => {
    const [found] = of(planWith(20_000), { replicates: 40 }).sizes;
    expect(found?.all.pairs).toBeGreaterThan(0.98);
    expect(found?.all.tau?.mean).toBeGreaterThan(0.96);
    const wide = found?.all.byDistance.slice(1).map(({ right }) => right);
    expect(wide).toEqual([1, 1, 1]);
    expect(found?.all.error).toBeLessThan(0.3);
  });

  test('with equal units the best one comes first once in as many, and no pair has an order', () => {
    const [found] = of(planWith(10), { spread: 0, replicates: 300 }).sizes;
    expect(found?.all.bestFirst).toBeCloseTo(1 / 6, 9);
    expect(found?.all).toMatchObject({ pairs: null, tau: null, toldApart: null });
  });

  test('more forms are never worse, and the error falls with their root', () => {
    const { sizes } = of(planWith(12), { sizes: [0.5, 1, 2, 4, 8], replicates: 400 });
    const errors = sizes.map(({ all }) => all.error ?? 0);
    const pairs = sizes.map(({ all }) => all.pairs ?? 0);
    for (let at = 1; at < sizes.length; at++) {
      expect((errors[at - 1] ?? 0) / (errors[at] ?? 1)).toBeCloseTo(Math.SQRT2, 0.7);
      expect(pairs[at]).toBeGreaterThan((pairs[at - 1] ?? 0) - 0.02);
    }
    expect(sizes.map(({ sheets }) => sheets)).toEqual([36, 72, 144, 288, 576]);
  });

  test('a census of which nearly all reply leaves little to chance, and cannot grow', () => {
    const [half, whole, twice] = of(planWith(30), { sizes: [0.5, 1, 2] }, true).sizes;
    const [open] = of(planWith(30)).sizes;
    expect(whole?.all.error).toBeLessThan(0.45 * (open?.all.error ?? 0));
    expect(twice?.sheets).toBe(whole?.sheets);
    expect(half?.all.error).toBeGreaterThan(2 * (whole?.all.error ?? 0));
  });

  test('the same seed gives the same bytes, another one does not', () => {
    const text = (seed: string): string => JSON.stringify(of(planWith(9), { seed }).sizes);
    expect(text('1')).toBe(text('1'));
    expect(text('1')).not.toBe(text('2'));
  });

  test('true levels of earlier results are met', () => {
    const percents = [62.5, 91, 70, 78.25, 66, 84];
    const truth = new Map(
      ids.map((id, at) => [
        id,
        { percent: percents[at] ?? null, leaves: new Map(), appraised: new Map() },
      ]),
    );
    const found = of(planWith(40_000), { truth, replicates: 3 }).sizes[0];
    // 1.25 points and more apart.
    expect(found?.all).toMatchObject({ bestFirst: 1, pairs: 1 });
    expect(found?.all.byDistance.map(({ right }) => right === null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test('a question’s shares are those of respondents asked one by one', () => {
  const [scale] = planOf({ units: ['an'], groups: [], questions: [], criteria: [] }).scales;
  const options = [...(scale?.options ?? [])];
  const scored = options.map((_, at) => at).reverse();
  const sorted = scored.toSorted(
    (one, other) => options[one]?.points?.compare(options[other]?.points ?? 0) ?? 0,
  );
  const asked = { id: 'q', options, scored: sorted, silent: [], isOfSheet: false };
  const { shares } = expectedShares([asked], Float64Array.of(0.71), 1);
  const random = randomStream('shares');
  const counts = new Map<string, number>();
  const many = 200_000;
  for (let at = 0; at < many; at++) {
    const mood = (random() - 0.5) * 0.3;
    const code = scale === undefined ? '' : answer(scale, 0.71 + mood, random);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [at, { code }] of options.entries()) {
    expect(((shares[at] ?? 0) / 0.985) * many).toBeCloseTo(counts.get(code) ?? 0, -3.2);
  }
});

test('as surveys that are simulated sheet by sheet, counted and scored', {
  timeout: 60_000,
}, () => {
  const plan = planWith(15);
  const made = packets(plan, quotas(plan, where).quotas, where);
  if (!made.ok) throw new Error('no packets');
  const surveys = 250;
  let [right, pairs, first] = [0, 0, 0];
  for (let at = 0; at < surveys; at++) {
    const { unit } = leanings(plan, `brute-${at}`);
    const percents = scoredPercents(plan, simulate(plan, made.value, `brute-${at}`));
    const best = [...ids].sort((one, other) => unit(other) - unit(one))[0] ?? '';
    if (ids.every((id) => (percents.get(id) ?? 0) <= (percents.get(best) ?? 0))) first++;
    for (const one of ids) {
      for (const other of ids) {
        if (unit(one) <= unit(other)) continue;
        const apart = (percents.get(one) ?? 0) - (percents.get(other) ?? 0);
        pairs++;
        right += apart === 0 ? 0.5 : Number(apart > 0);
      }
    }
  }
  const [found] = of(plan, { replicates: 1500 }).sizes;
  // Pairs of one survey hang together: three standard errors of about 0.09 a survey.
  expect(Math.abs((found?.all.pairs ?? 0) - right / pairs)).toBeLessThan(0.02);
  expect(Math.abs((found?.all.bestFirst ?? 0) - first / surveys)).toBeLessThan(0.1);
});

type Simulated = ReturnType<typeof simulate>;

/** The first shape is a table of rows: each sheet once, void ones left out. */
function scoredPercents(plan: RatedSurvey['plan'], { incoming }: Simulated): Map<string, number> {
  const table = incoming[0]?.table;
  const headings = table?.columns ?? [];
  const seen = new Set<unknown>();
  const counts = new Map<string, Record<string, number>>();
  for (const row of table?.rows ?? []) {
    const cell = (heading: string) => row[headings.indexOf(heading)] ?? null;
    const sheet = cell('Số phiếu');
    if (seen.has(sheet) || cell('Không hợp lệ') !== null) continue;
    seen.add(sheet);
    for (const q of ['q1', 'q2']) {
      const code = cell(q);
      const key = `${String(cell('Đơn vị'))}\n${q}`;
      const own = counts.get(key) ?? { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };
      if (code !== null) own[String(code)] = (own[String(code)] ?? 0) + 1;
      counts.set(key, own);
    }
  }
  const cells = [...counts].map(([key, own]): Tally => {
    const [unit = '', question = ''] = key.split('\n');
    const about = { form: '01', group: 'staff', unit, question };
    return {
      ...about,
      counts: own,
      weighted: null,
      answered: null,
      missing: noneMissing,
      batches: [],
    };
  });
  const none = { custody: [], days: [], voids: [], batches: [], simulated: [] };
  const scored = score(plan, { cells, ...none }, noPoints, where);
  if (!scored.ok) throw new Error('not scored');
  return new Map(scored.value.units.map(({ unit, percent }) => [unit, percent?.valueOf() ?? 0]));
}

test('sheets about all units share a mood, which cancels between them', () => {
  const source = leafSource('mean', [part('staff', '1', ['q1', 'q2'])]);
  const planOver = (isGrid: boolean): RatedSurvey['plan'] => {
    const about = isGrid ? ({ kind: 'units', units: ids } as const) : ({ kind: 'own' } as const);
    const over = isGrid ? ({ kind: 'whole' } as const) : ({ kind: 'units', units: ids } as const);
    const quota: QuotaRule = isGrid ? { rule: 'total', total: 20 } : each(20);
    return planOf({
      units: ids,
      groups: [group('staff', 'Công chức', { about, over, quota })],
      questions: ['q1', 'q2'],
      criteria: [criterion('1', '100', { source })],
    });
  };
  const more = { replicates: 600 };
  const [grid, own] = [planOver(true), planOver(false)].map((plan) => of(plan, more).sizes[0]?.all);
  expect(grid?.error).toBeCloseTo(own?.error ?? 0, 0.5);
  expect(grid?.pairs).toBeGreaterThan((own?.pairs ?? 0) + 0.01);
});

test('the command: tables, sentences, CSV; sizes of the plan are always among those asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-power-'));
  try {
    cpSync(
      join(import.meta.dirname, 'cases', 'hand-worked', 'plan.yaml'),
      join(folder, 'plan.yaml'),
    );
    const line = 'power --sizes 0.5,2 --replicates 40 --seed 5';
    const ran = await runLine(line, folder);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toMatch(/cách nhau dưới [\d,]+ điểm|không khoảng cách nào/);
    expect(ran.stdout).toContain('× 0,5');
    const table = readFileSync(join(folder, 'out', 'power.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(table.slice(1).map((row) => row.split(',')[0])).toEqual([
      '0.5',
      '0.5',
      '1',
      '1',
      '2',
      '2',
    ]);
    expect((await runLine(line, folder)).stdout).toBe(ran.stdout);
    const json = JSON.parse((await runLine(`${line} --json`, folder)).stdout) as {
      readonly sizes: readonly { readonly factor: number }[];
    };
    expect(json.sizes.map(({ factor }) => factor)).toEqual([0.5, 1, 2]);
    for (const wrong of ['--sizes 0', '--replicates 0', '--spread 1,5', '--noise -1']) {
      expect((await runLine(`power ${wrong}`, folder)).code, wrong).toBe(2);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('earlier results: units by id or name, leaves by code; who is not there is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-truth-'));
  try {
    const file = join(folder, 'cu.csv');
    const lines = [
      'Đơn vị,Tiêu chí,Điểm,Điểm tối đa',
      'Xã An Bình,,16,20',
      'Xã An Bình,1.1,3,4',
      'Xã An Bình,1.2,4.5,6',
      'binh-hoa,,14,20',
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    if (handWorked.index === null) throw new Error('no index');
    const read = await readTruth(file, { ...handWorked, index: handWorked.index }, nodeIo('vi'));
    if (!read.ok) throw new Error(read.findings.map(({ code }) => code).join(' '));
    expect(read.findings.map(({ code, args }) => [code, args])).toEqual([
      ['power/truth-unmatched', { units: ['Xã Cẩm Sơn'], all: false }],
    ]);
    const an = read.value.get('an-binh');
    expect(an?.percent).toBe(80);
    expect([...(an?.leaves ?? [])]).toEqual([['1.2', 75]]);
    expect([...(an?.appraised ?? [])].map(([code, one]) => [code, one.valueOf()])).toEqual([
      ['1.1', 75],
    ]);
    expect(read.value.get('binh-hoa')?.percent).toBe(70);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('too few answers for the minimum of a criterion leave units without a result', () => {
  const plan = planWith(10);
  const asking = (minRatings: number): RatedSurvey['plan'] => {
    const source = { ...leafSource('mean', [part('staff', '1', ['q1', 'q2'])]), minRatings };
    return { ...plan, index: { ...plan.index, criteria: [criterion('1', '100', { source })] } };
  };
  const of10 = (minRatings: number) => of(asking(minRatings)).sizes[0]?.all;
  expect(of10(1)?.missing).toBe(0);
  expect(of10(9)?.missing).toBeGreaterThan(0.1);
  expect(of10(11)).toMatchObject({ missing: 1, pairs: 0.5, error: null });
});

describe('comparing', () => {
  const compare = (truth: readonly number[], estimate: readonly number[]) => {
    const sums = comparison(truth.length);
    addComparison(sums, {
      truth: Float64Array.from(truth),
      estimate: Float64Array.from(estimate),
      classes: null,
    });
    return sums;
  };

  test('Kendall’s tau-b with ties, worked out by hand', () => {
    // Pairs: 6; tied in truth 1, in the estimate 1; of the other four 3 right, 1 wrong: 2 ÷ √(5 × 5).
    const { taus } = compare([1, 2, 3, 3], [1, 3, 3, 2]);
    expect(taus[0]).toBeCloseTo(2 / 5, 12);
  });

  test('units without a result come last; equal ones share their chances', () => {
    const sums = compare([3, 3, 1, 0], [5, 5, Number.NEGATIVE_INFINITY, 4]);
    expect(sums.found[0]).toBeCloseTo(0.5, 12);
    expect([...sums.right].reduce((sum, one) => sum + one, 0)).toBe(4);
  });

  test('told apart: where the rising share first reaches the wanted one', () => {
    const sums = comparison(2);
    for (const [at, good] of [50, 60, 96, 90, 99, 97].entries()) {
      sums.pairs[at] = 100;
      sums.right[at] = good;
    }
    // 96 and 90 are pooled to 93; 99 and 97 to 98.
    expect(toldApart(sums, 0.95)).toBe(0.4);
    expect(toldApart(sums, 0.99)).toBeNull();
  });
});

describe('what cannot be told is said', () => {
  const codesOf = (plan: RatedSurvey['plan']): readonly string[] => {
    const made = power(plan, quotas(plan, where).quotas, noPoints, where, usual);
    return made.findings.map(({ code }) => code);
  };

  test('nothing surveyed, nobody to be ranked with', () => {
    const plan = planWith(10);
    const none = { ...plan.index, criteria: [criterion('1', '100', {})] };
    expect(codesOf({ ...plan, index: none })).toEqual(['power/no-survey']);
    const alone = plan.units.map((unit, at) => ({ ...unit, ranked: at === 0 }));
    expect(codesOf({ ...plan, units: alone })).toEqual(['power/no-rivals']);
  });
});
