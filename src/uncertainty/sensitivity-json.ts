/** Sensitivity for programs: `sensitivity` of `survey score --json`, and `out/sensitivity.csv`. */
import { column, type Page, type PageRow } from '../page.ts';
import { kept } from './kept.ts';
import type { Sensitivity } from './sensitivity.ts';

export function sensitivityJson({ units, choices, ...how }: Sensitivity): object {
  return {
    ...how,
    choices: choices.map(({ choice, shift, most }) => {
      return { choice, mean_move: kept(shift), largest_move: most };
    }),
    units: units.map(({ sameClass, ...unit }) => ({ ...unit, same_class: kept(sameClass) })),
  };
}

/** One row per ranked unit, in the order of the plan. */
export function sensitivityTable(title: string, { units }: Sensitivity): Page {
  return {
    name: 'sensitivity',
    title: [title],
    columns: [
      column('unit', 'unit', 'text', 12),
      ...['rank', 'rank_median', 'rank_low', 'rank_high'].map((key) =>
        column(key, key, 'count', 12),
      ),
      column('same_class', 'same_class', 'number', 12, { decimals: 4 }),
    ],
    rows: units.map(({ unit, rank, median, low, high, sameClass }): PageRow => {
      const cells = [unit, rank, median, low, high, sameClass?.toFixed(4) ?? null];
      return { style: 'row', cells };
    }),
    notes: [],
    orientation: 'landscape',
  };
}
