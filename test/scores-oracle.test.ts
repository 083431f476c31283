/**
 * The ASEM sustainable connectivity index (51 countries, 49 indicators, four levels) as the R package COINr 1.1.14 works it out, through
 * the plan language: min–max normalised figures, weighted arithmetic or harmonic means at every level, what is missing left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Combine, Criterion, Plan } from '../src/plan/plan.ts';
import type { CriterionScore, UnitScore } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { approximate, exact, hundred, parseExact } from '../src/stats/exact.ts';
import { criterion, plainIndex, plan, tallies, unit, where } from './hand-worked.ts';

const folder = join(import.meta.dirname, 'oracles', 'coinr-asem');

type Row = Readonly<Record<string, string>>;

function table(name: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  const keys = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, at) => [keys[at] ?? '', cell])),
  );
}

const raw = table('asem_raw');
const meta = table('asem_tree');
const indicators = meta.filter(({ Level }) => Level === '1').map(({ iCode = '' }) => iCode);
const levels = meta.filter(({ Level }) => Level !== '1').map(({ iCode = '' }) => iCode);

function figureOf(text: string | undefined) {
  if (text === undefined || text === '' || text === 'NA') return null;
  // `2e-06` written out.
  return parseExact(/e/.test(text) ? Number(text).toFixed(20) : text);
}

const countries = raw.map(({ uCode = '' }) => unit(uCode, uCode));
const given = raw.flatMap((row) =>
  indicators.flatMap((figure) => {
    const value = figureOf(row[figure]);
    return value === null ? [] : [{ unit: row.uCode ?? '', figure, value }];
  }),
);

interface Scheme {
  readonly combine: Combine;
  readonly low: number;
  readonly weights: 'Original' | 'Uneq';
}

function asem({ combine, low, weights }: Scheme): Plan {
  const weighing = new Map(
    table('weights').map((row) => [row.iCode, parseExact(row[weights] ?? '') ?? exact(1)]),
  );
  const under = (parent: string): readonly Criterion[] =>
    meta
      .filter(({ Parent }) => Parent === parent)
      .map(({ iCode: code = '', Direction, Level }) => {
        const weight = weighing.get(code) ?? exact(1);
        if (Level !== '1')
          return criterion(code, '100', { weight, combine, children: under(code) });
        const reversed = Direction === '-1';
        const range = { low: exact(low), high: hundred, goals: null };
        return criterion(code, '100', {
          weight,
          source: { kind: 'figure', figure: code },
          normalise: { method: 'min-max', ...range, reversed, within: 'all' },
        });
      });
  return {
    ...plan,
    blocks: [{ id: 'xa', name: 'ASEM', units: countries.map(({ id }) => id) }],
    units: countries,
    index: {
      ...plainIndex,
      criteria: under('Index'),
      combine,
      max: hundred,
      missing: 'drop',
      figures: indicators.map((id) => ({ id, name: id, kind: 'number', from: null, to: null })),
    },
  };
}

function scored(scheme: Scheme): readonly UnitScore[] {
  const points = { entries: [], adjustments: [], figures: given, simulated: [] };
  const result = score(asem(scheme), { ...tallies, cells: [], batches: [] }, points, where);
  if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join());
  return result.value.units;
}

function flat(scores: readonly CriterionScore[]): readonly CriterionScore[] {
  return scores.flatMap((one) => [one, ...flat(one.children)]);
}

/** Percent of the index and of every criterion, by country. */
function percents(units: readonly UnitScore[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    units.map(({ unit: id, percent, criteria }) => {
      const below = flat(criteria).flatMap(({ code, points, max }) =>
        points === null ? [] : [[code, approximate(points.div(max).mul(100))] as const],
      );
      return [
        id,
        new Map([['Index', percent === null ? Number.NaN : approximate(percent)], ...below]),
      ] as const;
    }),
  );
}

/** Largest first, ties share the better rank; what differs by less than 1e-9 is a tie. */
function ranksOf(values: ReadonlyMap<string, ReadonlyMap<string, number>>, level: string) {
  const all = [...values].map(([id, own]) => ({ id, value: own.get(level) ?? Number.NaN }));
  return Object.fromEntries(
    all.map(({ id, value }) => [id, 1 + all.filter((one) => one.value > value + 1e-9).length]),
  );
}

describe.each([
  ['S01_raw_amean', { combine: 'mean', low: 0, weights: 'Original' }],
  ['S06_uneq_amean', { combine: 'mean', low: 0, weights: 'Uneq' }],
  ['S13_raw_hmean', { combine: 'harmonic', low: 1, weights: 'Original' }],
] as const)('%s', (name, scheme) => {
  const units = scored(scheme);
  const ours = percents(units);

  test('every score at every level, to 1e-9', () => {
    for (const row of table(`${name}_scores`)) {
      for (const level of levels) {
        const own = ours.get(row.uCode ?? '')?.get(level);
        expect(
          Math.abs((own ?? Number.NaN) - Number(row[level])),
          `${row.uCode} ${level}`,
        ).toBeLessThan(1e-9);
      }
    }
  });

  test('every rank at every level', () => {
    const expected = table(`${name}_ranks`);
    for (const level of levels) {
      const ranks = Object.fromEntries(expected.map((row) => [row.uCode, Number(row[level])]));
      expect(ranksOf(ours, level), level).toEqual(ranks);
    }
    const ranks = Object.fromEntries(expected.map((row) => [row.uCode, Number(row.Index)]));
    expect(Object.fromEntries(units.map((one) => [one.unit, one.rank]))).toEqual(ranks);
  });
});

test('the normalised indicators of S01, and those that are missing', () => {
  const ours = percents(scored({ combine: 'mean', low: 0, weights: 'Original' }));
  for (const row of table('S01_raw_amean_normalised')) {
    for (const code of indicators) {
      const own = ours.get(row.uCode ?? '')?.get(code);
      const theirs = figureOf(row[code]);
      if (theirs === null) expect(own, `${row.uCode} ${code}`).toBeUndefined();
      else expect(own, `${row.uCode} ${code}`).toBeCloseTo(theirs.valueOf(), 9);
    }
  }
});
