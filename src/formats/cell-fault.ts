/** A cell that was marked while it was read -> the finding that says so, for whoever needs the cell. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type CellFault, type TableHead, type TableRow, whereIn } from '../table.ts';

/** The finding for one fault of a row. */
export function cellFault(table: TableHead, row: TableRow, fault: CellFault): Finding {
  const at = whereIn(table, row, table.columns[fault.column] ?? null);
  const value = row.cells[fault.column] ?? '';
  switch (fault.reason) {
    case 'formula-without-value':
      return finding('file/formula-without-value', at, {});
    case 'error-value':
      return finding('file/error-value', at, { value });
    case 'boolean':
      return finding('file/boolean', at, { value });
    case 'too-long':
      return finding('file/too-long', at, {});
    case 'merged':
      return finding('file/merged-cell', at, { range: fault.range ?? '' });
    case 'twice':
      return finding('file/cell-twice', at, {});
    case 'missing-text':
      return finding('file/missing-text', at, {});
    case 'misplaced-cells':
      return finding('file/misplaced-row', whereIn(table, row), {});
    default:
      return finding('file/ragged-row', whereIn(table, row), {
        cells: fault.cells ?? null,
        columns: table.columns.length,
      });
  }
}
