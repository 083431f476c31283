/** Rank intervals as people and programs read them. */
import { describe, expect, test } from 'vitest';
import { renderCsv } from '../src/formats/csv-write.ts';
import { plain } from '../src/formats/palette.ts';
import { renderTable, tableFits } from '../src/formats/terminal.ts';
import type { Plan } from '../src/plan/plan.ts';
import { rankingPages } from '../src/report/ranking.ts';
import { rankBeside, ranksPages } from '../src/report/ranks.ts';
import { settingOf } from '../src/report/sheet.ts';
import { rankUncertainty } from '../src/uncertainty/ranks.ts';
import { ranksTable } from '../src/uncertainty/ranks-table.ts';
import { group, plainIndex } from './hand-worked.ts';
import { namedStage, stagesRule } from './plan-literals.ts';
import { type RatedOptions, ratedSurvey } from './rank-survey.ts';

function stratum(id: string, best: number, worst: number, population: number | null = null) {
  const given = Array.from({ length: best + worst }, (_, at) => (at < best ? 0 : 4));
  return { row: id, options: { [id]: given }, population };
}

const strata = [stratum('a', 6, 6), stratum('b', 7, 5), stratum('c', 12, 0), stratum('d', 3, 9)];

function made(options: RatedOptions = {}, given = strata) {
  const { plan, index, scores, influences } = ratedSurvey(given, options);
  const ranks = rankUncertainty(plan, index, scores, influences);
  if (ranks === null) throw new Error('no ranks');
  return { plan, index, scores, ranks, setting: settingOf(plan, index, 'vi', false) };
}

describe('the page', () => {
  test('best first; interval, shares, band; what is meant stands below', () => {
    const { setting, scores, ranks } = made();
    const [page] = ranksPages(setting, scores, ranks);
    const rows = page?.rows.map(({ cells }) => cells) ?? [];
    expect(rows.map(([rank, unit]) => [rank, unit])).toEqual([
      [1, 'Đơn vị c'],
      [2, 'Đơn vị b'],
      [3, 'Đơn vị a'],
      [4, 'Đơn vị d'],
    ]);
    expect(rows[0]?.slice(2)).toEqual(['100.00', '1', '100.0', expect.any(String), 1]);
    const interval = ranks.units.find(({ unit }) => unit === 'b');
    expect(rows[1]?.[3]).toBe(`${interval?.low}–${interval?.high}`);
    expect(rows[3]?.[5]).toBeNull();
    expect(page?.notes.join(' ')).toContain('200 lần rút lại phiếu');
    expect(page?.notes.join(' ')).not.toContain('Tất cả những người cần hỏi đều đã trả lời');
  });

  test('bands do not tell neighbours apart; no shared ranks, places drawn: said where it is so', () => {
    const notes = (options: RatedOptions, more: Partial<Plan> = {}): string => {
      const { setting, scores, ranks } = made(options);
      const plan = { ...setting.plan, ...more };
      return ranksPages({ ...setting, plan }, scores, ranks)[0]?.notes.join(' ') ?? '';
    };
    expect(notes({})).toContain('Khác nhóm chưa hẳn đã phân biệt được');
    expect(notes({})).not.toContain('không cho đồng hạng');
    expect(notes({})).not.toContain('nguyên cả địa bàn');
    const rank = { ...plainIndex.rank, ties: 'consecutive' } as const;
    expect(notes({ index: { rank } })).toContain('không cho đồng hạng');
    const groups = [
      group('folk', 'Dân', { over: { kind: 'places' }, quota: stagesRule(3, namedStage(0, 2)) }),
    ];
    expect(notes({}, { groups })).not.toContain('nguyên cả địa bàn');
    const drawn = { ...namedStage(0, 2), how: 'random' } as const;
    const byLot = groups.map((one) => ({ ...one, quota: stagesRule(3, drawn) }));
    expect(notes({}, { groups: byLot })).toContain('nguyên cả địa bàn');
  });

  test('lists one after the other where ranks restart in each block', () => {
    const { setting, scores, ranks } = made({ blocks: { c: 'y', d: 'y' } });
    const [page] = ranksPages(setting, scores, ranks);
    expect(page?.rows.map(({ style, cells: [rank, name] }) => [style, rank, name])).toEqual([
      ['group', null, 'x'],
      ['row', 1, 'Đơn vị b'],
      ['row', 2, 'Đơn vị a'],
      ['group', null, 'y'],
      ['row', 1, 'Đơn vị c'],
      ['row', 2, 'Đơn vị d'],
    ]);
  });

  test('a census, few replicates: said; nothing known: no page', () => {
    const rules = { ...plainIndex.uncertainty, replicates: 20 };
    const { setting, scores, ranks } = made({ index: { uncertainty: rules } }, [
      stratum('a', 6, 6, 12),
      stratum('b', 7, 5, 12),
    ]);
    const notes = ranksPages(setting, scores, ranks)[0]?.notes.join(' ');
    expect(notes).toContain('Tất cả những người cần hỏi đều đã trả lời');
    expect(notes).toContain('Chỉ rút lại 20 lần');
    expect(ranksPages(setting, scores, null)).toEqual([]);
    const english = ranksPages({ ...setting, lang: 'en' }, scores, ranks)[0];
    expect(english?.name).toBe('Rank intervals');
  });
});

test('the interval stands beside the ranking, where there is room for it', () => {
  const { setting, scores, ranks } = made();
  const [page] = rankingPages(setting, scores, rankBeside(setting, ranks));
  if (page === undefined) throw new Error('no page');
  const options = { width: 120, lang: 'vi', palette: plain } as const;
  expect(tableFits(page, options)).toBe(true);
  expect(renderTable(page, options)).toMatch(/\d–\d/);
  expect(tableFits(page, { ...options, width: 30 })).toBe(false);
});

test('for programs: one row a unit, in the order of the plan', () => {
  const { plan, scores, ranks } = made();
  const lines = renderCsv(ranksTable(plan, scores, ranks), { forPeople: false }).toString();
  const [head, first] = lines.split(/\r?\n/);
  expect(head).toContain('block,unit,name,rank,rank_low,rank_high,first,ahead_of_next,band');
  expect(first).toMatch(/^x,a,Đơn vị a,3,2,[34],0\.\d{4},\d\.\d{4},2(,row)?$/);
});
