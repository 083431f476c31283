/** Which replies were drawn together, where places were chosen by stages; and what is printed of it. */
import { describe, expect, test } from 'vitest';
import { report } from '../src/report.ts';
import { influences } from '../src/uncertainty/influences.ts';
import { uncertainty } from '../src/uncertainty.ts';
import { answered, spec, stage } from './staged-survey.ts';
import type { SurveySpec } from './survey-of-sheets.ts';

function strataOf(some: SurveySpec) {
  const { plan, quotas, ratings, tallies, scores } = answered(some);
  return influences(plan, quotas, ratings, null, tallies, scores).strata.map((one) => {
    const clusters = one.clusters === null ? 0 : new Set(one.clusters).size;
    return { row: one.row, sheets: one.sheets, clusters, fraction: one.fraction, named: one.named };
  });
}

describe('places by stages', () => {
  test('all named: each place is a stratum, nothing is drawn but the respondents', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'named', 4), stage(2, 'named', 3)];
    const found = strataOf(spec(stages));
    expect(found).toHaveLength(24);
    expect(found[0]).toMatchObject({ row: 'd1-c1-v1', sheets: 3, clusters: 0, fraction: 0 });
    // All there are: nobody is left who is not spoken for.
    expect(found.some(({ named }) => named)).toBe(false);
  });

  test('only some named: places not chosen are not spoken for', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'named', 1), stage(2, 'random', 1)];
    const some = spec(stages);
    const places = (some.places ?? []).map((one) =>
      /^d.-c2$/.test(one.id) ? { ...one, chosen: 'yes' } : one,
    );
    const found = strataOf({ ...some, places });
    expect(found.map(({ row, named }) => [row, named])).toEqual([
      ['d1-c2', true],
      ['d2-c2', true],
    ]);
  });

  test('districts named, communes drawn: communes are clusters within their district', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'random', 2), stage(2, 'random', 2)];
    expect(strataOf(spec(stages))).toEqual([
      { row: 'd1', sheets: 12, clusters: 2, fraction: 0.5, named: false },
      { row: 'd2', sheets: 12, clusters: 2, fraction: 0.5, named: false },
    ]);
  });

  test('drawn by size: no plain fraction', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'pps', 2), stage(2, 'random', 1)];
    expect(strataOf(spec(stages)).map(({ clusters, fraction }) => [clusters, fraction])).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  test('a unit that was itself drawn: what is said is said of it, and the next stage decides', () => {
    const stages = [stage(0, 'random', 1), stage(1, 'random', 3), stage(2, 'random', 1)];
    const [only, ...others] = strataOf(spec(stages));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ clusters: 3, fraction: 0.75, named: false });
    expect(only?.row).toMatch(/^d[12]$/);
  });

  test('where people rate bodies elsewhere, the place drawn first is the cluster', () => {
    const stages = [stage(0, 'random', 1), stage(1, 'random', 3), stage(2, 'random', 1)];
    const some = { ...spec(stages, { about: { kind: 'units', units: ['an'] } }) };
    expect(strataOf(some)).toEqual([
      { row: '', sheets: 9, clusters: 1, fraction: 0.5, named: false },
    ]);
  });

  test('all places of a level taken: they are strata, and what is drawn in them decides', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'random', 4), stage(2, 'random', 2)];
    const found = strataOf(spec(stages));
    expect(found.map(({ row }) => row)).toEqual(
      ['d1', 'd2'].flatMap((d) => [1, 2, 3, 4].map((c) => `${d}-c${c}`)),
    );
    expect(found[0]).toMatchObject({ clusters: 2, fraction: 2 / 3 });
  });

  test('a place taken in every draw stands for itself', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'random', 2), stage(2, 'random', 1)];
    const some = spec(stages);
    const places = (some.places ?? []).map((one) =>
      one.id === 'd1-c2' ? { ...one, certain: true } : one,
    );
    const found = strataOf({ ...some, places });
    // One of the other three beside it, the villages drawn in both.
    expect(found.map(({ row, fraction }) => [row, fraction])).toEqual([
      ['d1', 1 / 3],
      ['d1-c2', 1 / 3],
      ['d2', 0.5],
    ]);
  });

  test('the interval: t between clusters, degrees of freedom clusters less strata', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'random', 3), stage(2, 'random', 2)];
    const { plan, quotas, ratings, tallies, scores } = answered(spec(stages));
    const found = uncertainty(plan, quotas, ratings, null, tallies, scores);
    for (const { interval, respondents } of found.leaves) {
      expect(interval).toMatchObject({ method: 'clusters', df: 2, remarks: [] });
      expect(respondents).toBe(18);
    }
  });
});

describe('pages', () => {
  const stages = [stage(0, 'named', 2), stage(1, 'random', 3), stage(2, 'random', 2)];
  const { plan, quotas, ratings, tallies, scores } = answered(spec(stages));
  const found = uncertainty(plan, quotas, ratings, null, tallies, scores);
  const provenance = {
    planFingerprint: '',
    tool: '',
    batches: [],
    corrections: [],
    pointFiles: [],
    simulated: [],
    madeAt: null,
  };
  const results = {
    quotas,
    tallies,
    scores,
    provenance,
    changes: null,
    traced: null,
    weights: null,
  };
  const pages = (lang: 'vi' | 'en') => report(plan, { ...results, uncertainty: found }, lang).pages;

  test.each(['vi', 'en'] as const)('%s: unit, then its fields; the note says how', (lang) => {
    const page = pages(lang).find(({ file }) => file === 'uncertainty');
    const keys = page?.columns.map(({ key }) => key) ?? [];
    expect(keys).toEqual([
      'number',
      'unit',
      'respondents',
      'percent',
      'low',
      'high',
      'method',
      'df',
      'remarks',
    ]);
    expect(page?.rows.map(({ cells }) => cells[1])).toEqual([
      'an',
      '– 1. Tiêu chí 1',
      'hoa',
      '– 1. Tiêu chí 1',
    ]);
    const [first] = page?.rows ?? [];
    const [low, estimate, high] = [first?.cells[4], first?.cells[3], first?.cells[5]].map(Number);
    expect(low).toBeLessThan(estimate ?? 0);
    expect(high).toBeGreaterThan(estimate ?? 0);
    expect(page?.notes.join(' ')).toContain(
      lang === 'vi' ? 'địa bàn được rút đầu tiên' : 'places that were drawn first',
    );
    expect(page?.notes.join(' ')).not.toContain('Wilson');
  });

  test('nothing surveyed, nothing said', () => {
    const none = { ...found, leaves: [] };
    const files = report(plan, { ...results, uncertainty: none }, 'vi').pages.map(
      ({ file }) => file,
    );
    expect(files).not.toContain('uncertainty');
  });
});
