/** All units in one table, for programs: `out/scores.csv`. */
import type { Page, PageCell, PageColumn } from '../page.ts';
import type { Index, Plan } from '../plan/plan.ts';
import { type Exact, exactText, roundExact } from '../stats/exact.ts';
import { type Scores, statusOf, type UnitScore } from './score.ts';

/** One row per unit in the order of the plan. Points are rounded by the plan's rule; maxima are not. */
export function scoresTable(plan: Plan, index: Index, scores: Scores): Page {
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const { decimals, mode } = index.rounding;
  const figure = (value: Exact | null) =>
    value === null ? null : roundExact(value, decimals, mode);
  const cells = (score: UnitScore): readonly PageCell[] => [
    score.block,
    score.unit,
    units.get(score.unit)?.name ?? null,
    statusOf(score),
    figure(score.appraised.points),
    exactText(score.appraised.max),
    figure(score.survey.points),
    exactText(score.survey.max),
    figure(score.bonus),
    figure(score.penalty),
    figure(score.total.points),
    exactText(score.total.max),
    figure(score.percent),
    score.rank,
    score.class,
  ];
  return {
    name: 'scores',
    title: [plan.title],
    columns: keys.map((key) => columnOf(key, decimals)),
    rows: scores.units.map((score) => ({ style: 'row', cells: cells(score) })),
    notes: [],
    orientation: 'landscape',
  };
}

const keys = [
  'block',
  'unit',
  'name',
  'status',
  'appraised',
  'appraised_max',
  'survey',
  'survey_max',
  'bonus',
  'penalty',
  'total',
  'max',
  'percent',
  'rank',
  'class',
] as const;

const texts: ReadonlySet<string> = new Set(['block', 'unit', 'name', 'status', 'class']);

function columnOf(key: string, decimals: number): PageColumn {
  const kind = texts.has(key) ? 'text' : key === 'rank' ? 'count' : 'number';
  return { key, heading: key, over: null, kind, decimals, width: 12, bar: false };
}
