/** `frame/replacements.csv`: read and written as a whole. */
import { join } from 'node:path';
import type { Checked } from '../findings/finding.ts';
import { renderCsv } from '../formats/csv-write.ts';
import type { Io } from '../io.ts';
import type { Page } from '../page.ts';
import {
  type Replacement,
  replacementCells,
  replacementColumns,
  replacementsIn,
} from '../sample/replace.ts';
import { readKept } from './kept-table.ts';
import type { Standing } from './sample-read.ts';

export function replacementFile(folder: string): string {
  return join(folder, 'frame', 'replacements.csv');
}

/** All lines, earlier draws' too. A log with a cell that cannot be read is never overwritten. */
export async function readReplacements(
  { survey, drawn, record }: Standing,
  io: Io,
): Promise<Checked<readonly Replacement[]>> {
  const table = await readKept(replacementFile(survey.folder), replacementColumns, io);
  if (!table.ok) return table;
  if (table.value === null) return { ok: true, value: [], findings: [] };
  return replacementsIn(table.value, drawn.groups, record.draw_id);
}

/** For people's spreadsheets: what would be run as a formula is neutralised. */
export function replacementText(log: readonly Replacement[]): string {
  const page: Page = {
    name: 'replacements',
    title: [],
    columns: replacementColumns.map((key) => {
      const kind = key === 'row' || key === 'by_row' ? 'count' : 'text';
      return { key, heading: key, over: null, kind, decimals: 0, width: 16, bar: false };
    }),
    rows: log.map((one) => ({ style: 'row', cells: replacementCells(one) })),
    notes: [],
    orientation: 'landscape',
  };
  return renderCsv(page, { forPeople: true });
}
