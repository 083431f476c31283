/** A cell that was marked while it was read -> the finding that says so, for whoever needs the cell. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type CellFault, type Table, type TableRow, whereIn } from '../table.ts';

/** The finding for one fault of a row. */
export function cellFault(table: Table, row: TableRow, fault: CellFault): Finding {
  const at = whereIn(table, row, table.columns[fault.column] ?? null);
  switch (fault.reason) {
    case 'formula-without-value':
      return finding('file/formula-without-value', at, {});
    case 'error-value':
      return finding('file/error-value', at, { value: row.cells[fault.column] ?? '' });
    case 'boolean':
      return finding('file/boolean', at, { value: row.cells[fault.column] ?? '' });
    case 'too-long':
      return finding('file/too-long', at, {});
    default:
      return finding('file/ragged-row', whereIn(table, row), {
        cells: null,
        columns: table.columns.length,
      });
  }
}
