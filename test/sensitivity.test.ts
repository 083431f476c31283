/** What the sensitivity analysis says, against indices whose ranks can be worked out by hand. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Criterion, Index, Plan } from '../src/plan/plan.ts';
import { sensitivityPages, sensitivityPicture } from '../src/report/sensitivity.ts';
import { settingOf } from '../src/report/sheet.ts';
import type { Scores } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import { type Sensitivity, sensitivity } from '../src/uncertainty/sensitivity.ts';
import {
  appraised,
  band,
  plan as base,
  tallies as baseTallies,
  criterion,
  entry,
  group,
  leafSource,
  part,
  plainIndex,
  tally,
  unit,
  where,
} from './hand-worked.ts';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-sensitivity-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Scored {
  readonly plan: Plan;
  readonly index: Index;
  readonly scores: Scores;
}

/** Points of each unit, criterion by criterion. */
function scoredWith(
  points: Readonly<Record<string, readonly (string | null)[]>>,
  criteria: readonly Criterion[],
  rules: Partial<Index> = {},
): Scored {
  const ids = Object.keys(points);
  const index: Index = { ...plainIndex, criteria, ...rules };
  const plan: Plan = {
    ...base,
    blocks: [{ id: 'x', name: 'Xã', units: ids }],
    units: ids.map((id) => unit(id, `Xã ${id}`, 'x')),
    groups: [],
    index,
  };
  const entries = ids.flatMap((id) =>
    criteria.flatMap(({ code }, at) => {
      const own = points[id]?.[at] ?? null;
      return own === null ? [] : [entry(id, code, own, own)];
    }),
  );
  const none = { ...baseTallies, cells: [], custody: [], batches: [] };
  const made = score(plan, none, { entries, adjustments: [], figures: [], simulated: [] }, where);
  if (!made.ok) throw new Error(made.findings.map(({ code }) => code).join(' '));
  return { plan, index, scores: made.value };
}

function of({ plan, index, scores }: Scored, draws = 400): Sensitivity {
  const found = sensitivity(plan, index, scores, draws);
  if (found === null) throw new Error('nothing to vary');
  return found;
}

const two = (more: Partial<Criterion> = {}): readonly Criterion[] => [
  criterion('1', '50', { ...appraised, ...more }),
  criterion('2', '50', { ...appraised, ...more }),
];

describe('weights', () => {
  test('a unit that is better everywhere keeps its rank whatever the weights', () => {
    const found = of(
      scoredWith({ an: ['40', '40'], binh: ['39', '39'], cam: ['38', '38'] }, two()),
    );
    expect(found.units.map(({ low, median, high }) => [low, median, high])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
    ]);
    expect(found.choices).toEqual([{ choice: 'weights', shift: 0, most: 0 }]);
  });

  test('two units of opposite strengths change places in half the draws', () => {
    const classes = [band('A', 75), band('B', 0)];
    const units = { an: ['45', '30.25'], binh: ['30', '45'], cam: ['1', '1'] };
    const found = of(scoredWith(units, two(), { classes }), 2000);
    const [an, binh, cam] = found.units;
    expect([an?.low, an?.high, binh?.low, binh?.high]).toEqual([1, 2, 1, 2]);
    expect(cam).toMatchObject({ rank: 3, low: 3, high: 3, sameClass: 1 });
    // 75.25 % stays in its class unless the second counts more by over 1.7 %.
    expect(an?.sameClass).toBeGreaterThan(0.5);
    expect(an?.sameClass).toBeLessThan(0.6);
    const [weights] = found.choices;
    expect(weights?.most).toBe(1);
    expect(weights?.shift).toBeGreaterThan(0.25);
    expect(weights?.shift).toBeLessThan(0.4);
  });

  test('the same seed draws the same; another seed does not', () => {
    const units = { an: ['45', '30.25'], binh: ['30', '45'], cam: ['36', '39'] };
    const with_ = (seed: string): string => {
      const uncertainty = { ...plainIndex.uncertainty, seed };
      return JSON.stringify(of(scoredWith(units, two(), { uncertainty }), 100).units);
    };
    expect(with_('1')).toBe(with_('1'));
    expect(with_('1')).not.toBe(with_('2'));
  });
});

describe('methods', () => {
  const shiftOf = (found: Sensitivity, choice: string): number | null =>
    found.choices.find((one) => one.choice === choice)?.shift ?? null;

  test('a geometric mean puts the balanced unit first', () => {
    const units = { an: ['49', '31.5'], binh: ['40', '40'] };
    const found = of(scoredWith(units, two(), { combine: 'mean' }));
    expect(shiftOf(found, 'mean')).toBe(1);
  });

  test('an odd value is worth less by rank than by min–max', () => {
    const normalise = {
      method: 'min-max',
      low: exact(0),
      high: exact(50),
      goals: null,
      reversed: false,
      within: 'block',
    } as const;
    // By min–max: an 50 + 0, binh 4 + 50 × 2/3; by rank an 50 + 50/4, binh 50 × 3/4 + 50 × 3/4.
    const units = { an: ['50', '10'], binh: ['14', '30'], cam: ['12', '40'], dong: ['10', '20'] };
    const found = of(scoredWith(units, two({ normalise })));
    expect(found.choices.map(({ choice }) => choice)).toEqual([
      'weights',
      'normalise-z-score',
      'normalise-rank',
    ]);
    expect(shiftOf(found, 'normalise-rank')).toBeGreaterThan(0);
  });

  test('shrunk or kept maxima differ where a criterion does not apply', () => {
    const criteria = [
      criterion('1', '80', {
        children: [
          criterion('1.1', '60', { ...appraised, notFor: ['an'] }),
          criterion('1.2', '20', appraised),
        ],
      }),
      criterion('2', '20', appraised),
    ];
    const index: Partial<Index> = {};
    const made = scoredWith({ an: [], binh: [] }, criteria, index);
    const given = [
      entry('an', '1.2', '20', '20'),
      entry('an', '2', '10', '10'),
      entry('binh', '1.1', '60', '60'),
      entry('binh', '1.2', '20', '20'),
      entry('binh', '2', '2', '2'),
    ];
    const none = { ...baseTallies, cells: [], custody: [], batches: [] };
    const points = { entries: given, adjustments: [], figures: [], simulated: [] };
    const scored = score(made.plan, none, points, where);
    if (!scored.ok) throw new Error('not scored');
    // an: 30 of 40 = 75 %, or 80 + 10 of 100 = 90 %; binh: 82 %.
    const found = of({ ...made, scores: scored.value });
    expect(found.units.map(({ rank }) => rank)).toEqual([2, 1]);
    expect(shiftOf(found, 'not-applicable')).toBe(1);
  });

  test('share of the satisfied instead of the mean, and weights of groups', () => {
    const ids = ['an', 'binh'];
    const source = leafSource('mean', [
      part('staff', '0.5', ['q1']),
      part('delegates', '0.5', ['q1']),
    ]);
    const index: Index = { ...plainIndex, criteria: [criterion('1', '100', { source })] };
    const plan: Plan = {
      ...base,
      blocks: [{ id: 'x', name: 'Xã', units: ids }],
      units: ids.map((id) => unit(id, id, 'x')),
      groups: ['staff', 'delegates'].map((id) =>
        group(id, id, { over: { kind: 'units', units: ids } }),
      ),
      index,
    };
    const cells = [
      // an: mean 70, all of them satisfied but few very much; binh: mean 75, half satisfied.
      tally('staff', 'an', 'q1', [0, 9, 0, 1, 0]),
      tally('staff', 'binh', 'q1', [5, 0, 5, 0, 0]),
      tally('delegates', 'an', 'q1', [0, 9, 0, 1, 0]),
      tally('delegates', 'binh', 'q1', [5, 0, 5, 0, 0]),
    ];
    const none = { entries: [], adjustments: [], figures: [], simulated: [] };
    const scored = score(plan, { ...baseTallies, cells, custody: [] }, none, where);
    if (!scored.ok) throw new Error('not scored');
    const found = of({ plan, index, scores: scored.value });
    expect(found.choices).toEqual([
      { choice: 'groups', shift: 0, most: 0 },
      { choice: 'answers', shift: 1, most: 1 },
    ]);
    expect(found.units.map(({ rank, low, high }) => [rank, low, high])).toEqual([
      [2, 1, 2],
      [1, 1, 2],
    ]);
  });

  test('with a single criterion there is nothing to choose', () => {
    const made = scoredWith({ an: ['40'], binh: ['30'] }, [criterion('1', '50', appraised)]);
    expect(sensitivity(made.plan, made.index, made.scores, 10)).toBeNull();
  });
});

describe('pages', () => {
  const made = scoredWith({ an: ['45', '30.25'], binh: ['30', '45'], cam: ['1', '1'] }, two());
  const found = of(made);
  const ranks = {
    replicates: 100,
    seed: 's',
    confidence: 90,
    isSampled: true,
    units: [{ unit: 'an', rank: 1, low: 1, high: 3, first: 0.5, aheadOfNext: 0.5, band: 1 }],
  };
  const setting = settingOf(made.plan, made.index, 'vi', false);

  test('a dot at the published rank, cells for the two bands', () => {
    const [page, choices] = sensitivityPages(setting, made.scores, { found, ranks });
    const marks = page?.rows.map(({ cells }) => cells.slice(-3));
    expect(marks).toEqual([
      ['due', 'bar', 'bar-off'],
      ['off', 'due', null],
      [null, null, 'due'],
    ]);
    expect(choices?.rows).toHaveLength(1);
    expect(sensitivityPages(setting, made.scores, null)).toEqual([]);
  });

  test('the picture has the bands of every unit, best first', () => {
    const { lists } = sensitivityPicture(setting, made.scores, { found, ranks });
    expect(lists[0]?.units).toEqual([
      { name: 'Xã an', rank: 1, choices: [1, 2], sampling: [1, 3] },
      { name: 'Xã binh', rank: 2, choices: [1, 2], sampling: null },
      { name: 'Xã cam', rank: 3, choices: [3, 3], sampling: null },
    ]);
  });
});

describe('commands', () => {
  /** A rehearsal of the hand-worked survey, with An Bình under another name. */
  const rehearsed = async (name: string, unitName = 'Xã An Bình'): Promise<string> => {
    const folder = join(work, name);
    cpSync(join(import.meta.dirname, 'cases', 'hand-worked'), folder, { recursive: true });
    const file = join(folder, 'plan.yaml');
    const plan = readFileSync(file, 'utf8').replace(/name: "?Xã An Bình"?/, `name: '${unitName}'`);
    expect(plan).toContain(`'${unitName}'`);
    writeFileSync(file, plan);
    await runLine('simulate --seed 3 --out thu', folder);
    const taken = await runLine('import --plan thu thu/incoming/*', folder);
    expect(taken.code, taken.stderr).toBe(0);
    return join(folder, 'thu');
  };

  test('report draws a PDF, with names that would be markup', async () => {
    const folder = await rehearsed('report', '#panic(1) $x$ *]) <b>');
    const ran = await runLine('report --sensitivity', folder);
    expect(ran.code, ran.stderr).toBe(0);
    const pdf = readFileSync(join(folder, 'out', 'sensitivity.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(existsSync(join(folder, 'out', 'report', 'sensitivity.csv'))).toBe(true);
  });

  test('without the flag nothing of it is made; score prints and writes its table', async () => {
    const folder = await rehearsed('score');
    await runLine('score', folder);
    expect(existsSync(join(folder, 'out', 'sensitivity.csv'))).toBe(false);
    const ran = await runLine('score --sensitivity --json', folder);
    const { sensitivity: own } = JSON.parse(ran.stdout) as { sensitivity: { draws: number } };
    expect(own.draws).toBe(1000);
    expect(existsSync(join(folder, 'out', 'sensitivity.csv'))).toBe(true);
  });

  test('an office may bring its own template; one that fails is pointed at', async () => {
    const folder = await rehearsed('template');
    mkdirSync(join(folder, 'templates', 'report'), { recursive: true });
    writeFileSync(join(folder, 'templates', 'report', 'sensitivity.typ'), '#let x = unknown\n');
    const ran = await runLine('report --sensitivity', folder);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('power/picture-template');
    expect(ran.stderr).toContain('templates/report/sensitivity.typ');
  });
});
