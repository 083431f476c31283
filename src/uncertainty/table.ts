/** Every interval in one table for programs: `out/uncertainty.csv`. */
import { column, type Page, type PageColumn, type PageRow } from '../page.ts';
import type { Interval, Uncertainty } from '../uncertainty.ts';
import { decimals, keptText } from './kept.ts';

const columns: readonly (readonly [string, PageColumn['kind']])[] = [
  ['unit', 'text'],
  ['level', 'text'],
  ['criterion', 'text'],
  ['respondents', 'count'],
  ['percent', 'number'],
  ['low', 'number'],
  ['high', 'number'],
  ['confidence', 'number'],
  ['method', 'text'],
  ['standard_error', 'number'],
  ['df', 'count'],
  ['remarks', 'text'],
];

/** `level`: `unit`, `field` or `criterion`; several remarks have a space between. */
export function uncertaintyTable(title: string, found: Uncertainty): Page {
  const row = (
    [unit, level, criterion]: readonly [string, string, string | null],
    respondents: number | null,
    estimate: number,
    { low, high, method, error, df, remarks }: Interval,
  ): PageRow => {
    const interval = [keptText(low), keptText(high), String(found.confidence), method];
    const rest = [keptText(error), df, remarks.join(' ')];
    const cells = [unit, level, criterion, respondents, keptText(estimate), ...interval, ...rest];
    return { style: 'row', cells };
  };
  return {
    name: 'uncertainty',
    title: [title],
    columns: columns.map(([key, kind]) => column(key, key, kind, 12, { decimals })),
    rows: [
      ...found.units.map((one) =>
        row([one.unit, 'unit', null], one.respondents, one.estimate, one.interval),
      ),
      ...found.fields.map((one) =>
        row([one.unit, 'field', one.criterion], null, one.estimate, one.interval),
      ),
      ...found.leaves.map((one) =>
        row([one.unit, 'criterion', one.criterion], one.respondents, one.estimate, one.interval),
      ),
    ],
    notes: [],
    orientation: 'landscape',
  };
}
