/** Tables in `frame/` that a command keeps, and writes again as a whole: people may have edited them. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import { withoutGuard } from '../formats/spreadsheet-text.ts';
import type { Io } from '../io.ts';
import { type Table, whereIn } from '../table.ts';

/**
 * Null: not there. One that cannot be read to the last cell, or that has a column of somebody's own, is refused: the next run
 * would overwrite what was not understood.
 */
export async function readKept(
  file: string,
  columns: readonly string[],
  io: Io,
): Promise<Checked<Table | null>> {
  if ((await io.stat(file)) === null) return { ok: true, value: null, findings: [] };
  const { parseTable } = await import('../formats/read-table.ts');
  const read = await parseTable(await io.read(file), file, { headerRow: 1 });
  if (!read.ok || hasErrors(read.findings)) return { ok: false, findings: read.findings };
  const table = read.value;
  const missing = columns.filter((column) => !table.columns.includes(column));
  const own = table.columns.filter((column) => !columns.includes(column));
  const findings = [
    ...missing.map((column) => {
      const args = { column, headings: table.columns, near: [] };
      return finding('plan/frame-column', whereIn(table, null), args);
    }),
    ...own.map((column) => finding('sample/own-column', whereIn(table, null, column), { column })),
    ...table.rows.flatMap((row) =>
      row.faults.map(({ column, reason }) => {
        const at = whereIn(table, row, table.columns[column] ?? null);
        return finding('plan/frame-cell', at, { reason });
      }),
    ),
  ];
  if (findings.length > 0) return { ok: false, findings };
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(withoutGuard) }));
  return { ok: true, value: { ...table, rows }, findings: [] };
}
