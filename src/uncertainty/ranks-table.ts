/** Rank intervals for programs: `out/ranks.csv`. */
import type { Page, PageCell } from '../page.ts';
import { column } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import type { Scores } from '../scores/score.ts';
import type { RankInterval, RankUncertainty } from '../uncertainty.ts';

/** Digits of shares, 0–1. */
const decimals = 4;

/** One row per ranked unit, in the order of the plan. */
export function ranksTable(plan: Plan, scores: Scores, ranks: RankUncertainty): Page {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const blocks = new Map(scores.units.map(({ unit, block }) => [unit, block]));
  const cells = (one: RankInterval): readonly PageCell[] => [
    blocks.get(one.unit) ?? null,
    one.unit,
    names.get(one.unit) ?? null,
    one.rank,
    one.low,
    one.high,
    one.first.toFixed(decimals),
    one.aheadOfNext?.toFixed(decimals) ?? null,
    one.band,
  ];
  return {
    name: 'ranks',
    title: [plan.title],
    columns: [
      ...['block', 'unit', 'name'].map((key) => column(key, key, 'text', 12)),
      ...['rank', 'rank_low', 'rank_high'].map((key) => column(key, key, 'count', 12)),
      ...['first', 'ahead_of_next'].map((key) => column(key, key, 'number', 12, { decimals })),
      column('band', 'band', 'count', 12),
    ],
    rows: ranks.units.map((one) => ({ style: 'row', cells: cells(one) })),
    notes: [],
    orientation: 'landscape',
  };
}
