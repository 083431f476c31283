/** All that was compared in one table, for programs: `out/changes.csv`. */
import type { Changes, PartChange, UnitChange } from '../changes.ts';
import type { Page, PageCell, PageColumn, PageRow } from '../page.ts';
import type { Index, Plan } from '../plan/plan.ts';
import { type Exact, exactText, roundExact } from '../stats/exact.ts';

/** One row per unit and criterion, the whole first (its criterion is blank). Rounded by the plan's rule; maxima are not. */
export function changesTable(
  { title }: Pick<Plan, 'title'>,
  index: Index,
  { units, criteria }: Changes,
): Page {
  const { decimals } = index.rounding;
  return {
    name: 'changes',
    title: [title],
    columns: keys.map((key) => columnOf(key, decimals)),
    rows: units.flatMap((unit) => [
      ...(unit.total === null ? [] : [rowOf(unit, null, null, unit.total, index)]),
      ...criteria.flatMap(({ code, before }) => {
        const change = unit.criteria.get(code);
        return change === undefined ? [] : [rowOf(unit, code, before, change, index)];
      }),
    ]),
    notes: [],
    orientation: 'landscape',
  };
}

const keys = [
  ...(['unit', 'name', 'how', 'former', 'criterion', 'criterion_before'] as const),
  ...(['points_before', 'points_now', 'points_change', 'max_before', 'max_now'] as const),
  ...(['percent_before', 'percent_now', 'percent_change'] as const),
  ...(['rank_before', 'ranked_before', 'rank_now', 'ranked_now', 'rank_up'] as const),
];

const texts: ReadonlySet<string> = new Set([
  ...['unit', 'name', 'how', 'former', 'criterion', 'criterion_before'],
]);

function columnOf(key: string, decimals: number): PageColumn {
  const kind = texts.has(key) ? 'text' : key.startsWith('rank') ? 'count' : 'number';
  return { key, heading: key, over: null, kind, decimals, width: 12, bar: false };
}

function rowOf(
  { unit, name, how, from, rank }: UnitChange,
  code: string | null,
  codeBefore: string | null,
  { before, now, points, percent }: PartChange,
  { rounding }: Index,
): PageRow {
  const figure = (value: Exact | null): PageCell =>
    value === null ? null : roundExact(value, rounding.decimals, rounding.mode);
  const whole = (value: Exact | null): PageCell => (value === null ? null : exactText(value));
  const ranks =
    code === null
      ? [rank.before?.rank, rank.before?.of, rank.now?.rank, rank.now?.of, rank.up]
      : [null, null, null, null, null];
  return {
    style: 'row',
    cells: [
      unit,
      name,
      how,
      from.map((former) => former.found?.id ?? former.name).join('; '),
      code,
      codeBefore,
      figure(before.points),
      figure(now.points),
      figure(points),
      whole(before.max),
      whole(now.max),
      figure(before.percent),
      figure(now.percent),
      figure(percent),
      ...ranks.map((value) => value ?? null),
    ],
  };
}
