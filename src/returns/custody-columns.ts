/** The columns that account for the forms behind a paper tally. */
import type { Finding } from '../findings/finding.ts';
import type { Table } from '../table.ts';
import { isAllBorrowed } from './borrowed.ts';
import { type Columns, columnMissing } from './columns.ts';
import type { Known } from './known.ts';
import type { Asked } from './reading.ts';

/** Columns that a paper tally needs, unless it speaks only of groups that another survey asked. */
export function missingCustody(
  known: Known,
  table: Table,
  { fields }: Columns,
  asked: Asked,
): readonly Finding[] {
  const needed = (['returned', 'valid', 'void'] as const).filter((field) => !fields.has(field));
  // Void forms counted by reason need no column of their sum.
  const missing = needed.filter((field) => field !== 'void' || !fields.has('void_by'));
  if (missing.length === 0 || isAllBorrowed(known, table, fields, asked.group)) return [];
  return missing.map((field) => columnMissing(table, 'tallies', field));
}
