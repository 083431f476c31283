/** The weights of every weighted group, for programs: `out/weights.csv`. Sheets are counted, never named. */
import type { Page, PageColumn } from '../page.ts';
import { type Exact, exactText, legibleText } from '../stats/exact.ts';
import type { Weights } from '../weights.ts';
import { shownParts } from './shown.ts';

const columns: readonly (readonly [string, PageColumn['kind']])[] = [
  ['group', 'text'],
  ['unit', 'text'],
  ['place', 'text'],
  ['name', 'text'],
  ['respondents', 'count'],
  ['design', 'text'],
  ['non_response', 'text'],
  ['weight', 'text'],
];

/** One line for each row of the quota and weight within it (no weight: several, of which few have one); quotients that no decimal holds are written `7/3`, long ones to 20 decimals. */
export function weightsTable(title: string, { groups }: Weights, fewest: number): Page {
  const text = (value: Exact | null): string | null => (value === null ? null : exactText(value));
  return {
    name: 'weights',
    title: [title],
    columns: columns.map(([key, kind]) => {
      return { key, heading: key, over: null, kind, decimals: 0, width: 12, bar: false };
    }),
    rows: groups.flatMap(({ group, parts }) =>
      shownParts(parts, fewest).map(({ row, respondents, design, nonResponse, weight }) => {
        const target = row?.target ?? { kind: 'group' };
        const unit = target.kind === 'group' ? null : target.unit;
        const place = target.kind === 'place' ? target.place : null;
        const factors = [
          text(design),
          text(nonResponse),
          weight === null ? null : legibleText(weight),
        ];
        return {
          style: 'row',
          cells: [group, unit, place, row?.name ?? null, respondents, ...factors],
        };
      }),
    ),
    notes: [],
    orientation: 'landscape',
  };
}
