/** `frame/replacements.csv`: read and written as a whole. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import { renderCsv } from '../formats/csv-write.ts';
import type { Io } from '../io.ts';
import type { Page } from '../page.ts';
import {
  type Replacement,
  replacementCells,
  replacementColumns,
  type Way,
} from '../sample/replace.ts';
import { whereIn } from '../table.ts';

const ways: ReadonlySet<string> = new Set(['person', 'paper', 'online', 'qr', 'interview', 'post']);

export function replacementFile(folder: string): string {
  return join(folder, 'frame', 'replacements.csv');
}

/** A log that cannot be read is never overwritten. */
export async function readReplacements(
  folder: string,
  io: Io,
): Promise<Checked<readonly Replacement[]>> {
  const file = replacementFile(folder);
  if ((await io.stat(file)) === null) return { ok: true, value: [], findings: [] };
  const { parseTable } = await import('../formats/read-table.ts');
  const table = await parseTable(await io.read(file), file, { headerRow: 1 });
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const missing = replacementColumns.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const findings = missing.map((column) =>
      finding('plan/frame-column', whereIn(table.value, null), {
        column,
        headings: columns,
        near: [],
      }),
    );
    return { ok: false, findings };
  }
  const log = rows.map(({ cells }): Replacement => {
    const cell = (column: (typeof replacementColumns)[number]): string =>
      cells[columns.indexOf(column)] ?? '';
    const next = cell('next');
    const by = cell('by_row');
    return {
      date: cell('date'),
      who: cell('who'),
      group: cell('group'),
      row: Number(cell('row')),
      next: (ways.has(next) ? next : 'person') as Way,
      by: /^\d+$/.test(by) ? Number(by) : null,
      why: cell('why'),
      draw: cell('draw'),
    };
  });
  return { ok: true, value: log, findings: [] };
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
