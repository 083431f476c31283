/** Rows of sums in a file of forms: no form, whatever else could be read in them. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type TableRow, whereIn } from '../table.ts';
import { cellOf, type Reading } from './reading.ts';
import { isPlainTotal } from './totals-words.ts';

/** The longest of those words, and some blanks. */
const longest = 16;

/** Tells a row without a serial that names itself a sum in a column of no question. */
export function totalsWatch({ table, columns }: Reading): (row: TableRow) => Finding | null {
  const answers = new Set(columns.questions.map(({ column }) => column));
  const naming = table.columns.map((_, column) => column).filter((column) => !answers.has(column));
  return (row) => {
    for (const column of naming) {
      const text = cellOf(row, column);
      if (text === '' || text.length > longest || !/^[tcs]/i.test(text)) continue;
      if (!isPlainTotal(text)) continue;
      const at = whereIn(table, row, table.columns[column] ?? null);
      return finding('returns/totals-row', at, { text });
    }
    return null;
  };
}
