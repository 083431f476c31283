/** Which replies were drawn together, where places were chosen by stages; and what is printed of it. */
import { describe, expect, test } from 'vitest';
import type { Group, Place, Stage, StageMethod } from '../src/plan/plan.ts';
import { report } from '../src/report.ts';
import { influences } from '../src/uncertainty/influences.ts';
import { uncertainty } from '../src/uncertainty.ts';
import { criterion, group, leafSource, part } from './hand-worked.ts';
import { plainPlace, stagesRule } from './plan-literals.ts';
import { type RatedSurvey, type Sheet, type SurveySpec, surveyOf } from './survey-of-sheets.ts';

function stage(level: number, how: StageMethod, count: number): Stage {
  const take = { kind: 'count', count, byType: {} } as const;
  return { level, how, take, reserve: 0, size: how === 'pps' ? 'people' : null, picks: {} };
}

function place(id: string, level: number, parent: string | null, unit: string | null): Place {
  return { ...plainPlace, id, name: id, level, parent, unit, attributes: { people: 100 } };
}

const units = ['an', 'hoa'];

/** Two districts of four communes of three villages each. */
function frame(unitOf: (district: string) => string | null): readonly Place[] {
  return ['d1', 'd2'].flatMap((district) => [
    place(district, 0, null, unitOf(district)),
    ...[1, 2, 3, 4].flatMap((commune) => {
      const id = `${district}-c${commune}`;
      const villages = [1, 2, 3].map((n) => place(`${id}-v${n}`, 2, id, unitOf(district)));
      return [place(id, 1, district, unitOf(district)), ...villages];
    }),
  ]);
}

const districtUnit = (district: string): string => (district === 'd1' ? 'an' : 'hoa');

function spec(stages: readonly Stage[], own: Partial<Group> = {}): SurveySpec {
  const folk = group('folk', 'folk', {
    form: '01',
    over: { kind: 'places' },
    quota: stagesRule(3, ...stages),
    ...own,
  });
  return {
    units,
    groups: [folk],
    questions: ['q1'],
    criteria: [criterion('1', '100', { source: leafSource('mean', [part('folk', '1', ['q1'])]) })],
    levels: ['district', 'commune', 'village'],
    places: frame(districtUnit),
    plan: { sampling: { seed: 'x', seedSource: null, person: 'by-priority', replaced: [] } },
  };
}

/** Three sheets from every place that is asked; answers that differ between communes. */
function answered(some: SurveySpec): RatedSurvey {
  const rows = surveyOf(some, []).quotas.rows;
  const sheets = rows.flatMap(({ target }, at): readonly Sheet[] => {
    if (target.kind !== 'place') return [];
    const from = { unit: null, place: target.place };
    const about = target.unit ?? 'an';
    return ['5', '3', '1'].map((_, n) => {
      const code = String(1 + ((at * 2 + n) % 5));
      return { group: 'folk', from, ratings: { [about]: [code] } };
    });
  });
  return surveyOf(some, sheets);
}

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
    expect(found[0]).toEqual({ row: 'd1-c1-v1', sheets: 3, clusters: 0, fraction: 0, named: true });
  });

  test('districts named, communes drawn: communes are clusters within their district', () => {
    const stages = [stage(0, 'named', 2), stage(1, 'random', 2), stage(2, 'random', 2)];
    expect(strataOf(spec(stages))).toEqual([
      { row: 'd1', sheets: 12, clusters: 2, fraction: 0.5, named: true },
      { row: 'd2', sheets: 12, clusters: 2, fraction: 0.5, named: true },
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
      expect(interval).toMatchObject({ method: 'clusters', df: 2, remarks: ['named-places'] });
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
