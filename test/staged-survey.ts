/** A survey whose places are chosen by stages: districts, communes, villages, three sheets in each village. */
import type { Group, Place, Stage, StageMethod } from '../src/plan/plan.ts';
import { criterion, group, leafSource, part } from './hand-worked.ts';
import { plainPlace, stagesRule } from './plan-literals.ts';
import { type RatedSurvey, type Sheet, type SurveySpec, surveyOf } from './survey-of-sheets.ts';

export function stage(level: number, how: StageMethod, count: number): Stage {
  const take = { kind: 'count', count, byType: {} } as const;
  return { level, how, take, reserve: 0, size: how === 'pps' ? 'people' : null, picks: {} };
}

export function place(
  id: string,
  level: number,
  parent: string | null,
  unit: string | null,
): Place {
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

export function spec(stages: readonly Stage[], own: Partial<Group> = {}): SurveySpec {
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

/** Three sheets from every place that is asked; answers that differ between communes. `turned`: they come back in another order. */
export function answered(
  some: SurveySpec,
  turned: (sheets: readonly Sheet[]) => readonly Sheet[] = (sheets) => sheets,
): RatedSurvey {
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
  return surveyOf(some, turned(sheets));
}
