/** The accepted lines of a corrections file as they are kept in `corrections.csv`, and read back from it. */
import type { PageCell } from '../page.ts';
import type { Table } from '../table.ts';
import type { CorrectionLine } from './batch.ts';
import type { StoredTable } from './stored.ts';

export const correctionsFile = 'corrections.csv';

const columns = [
  'row',
  'serial',
  'reply_batch',
  'reply_row',
  'unit',
  'what',
  'question',
  'old',
  'new',
  'why',
  'by',
];

export function storeCorrections(lines: readonly CorrectionLine[]): StoredTable {
  const rows = lines.map((line): PageCell[] => {
    const { row, serial, reply, unit, question, old, next, why, by } = line;
    const what = question === null ? 'void' : 'answer';
    const about = [serial, reply?.batch ?? null, reply?.row ?? null, unit];
    return [row, ...about, what, question, old, next, why, by];
  });
  return { columns, rows };
}

/** Null: the table is not what `storeCorrections` writes. */
export function restoreCorrections(table: Table): readonly CorrectionLine[] | null {
  if (columns.some((heading, at) => table.columns[at] !== heading)) return null;
  const lines: CorrectionLine[] = [];
  for (const { cells } of table.rows) {
    const line = restored(cells.map((cell) => (cell === '' ? null : cell)));
    if (line === null) return null;
    lines.push(line);
  }
  return lines;
}

function restored(cells: readonly (string | null)[]): CorrectionLine | null {
  const [row, serial, batch, replyRow, unit, what, question, old, next, why, by] = cells;
  if (!isCount(row) || !unit || !why || (what !== 'answer' && what !== 'void')) return null;
  if ((what === 'answer') !== !!question) return null;
  const reply = batch && isCount(replyRow) ? { batch, row: Number(replyRow) } : null;
  if ((serial === null || serial === undefined) === (reply === null)) return null;
  return {
    ...{ serial: serial ?? null, reply, unit, question: question ?? null },
    ...{ old: old ?? null, next: next ?? null, why, by: by ?? null, row: Number(row) },
  };
}

function isCount(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && /^\d+$/.test(text);
}
