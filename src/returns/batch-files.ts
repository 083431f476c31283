/** What stands in a batch beside its ratings: the counts of a tally, as small files. */
import { renderRows } from '../formats/csv-write.ts';
import type { Batch, BatchRecord } from './batch.ts';
import { type StoredTable, storeCustody, storeTallies } from './stored.ts';

/** What a record says about everything but the stored files themselves. */
export type RecordHead = Omit<BatchRecord, 'files'>;

/** File name → content. */
export function tallyFiles({
  tallies,
  custody,
}: Pick<Batch, 'tallies' | 'custody'>): ReadonlyMap<string, string> {
  return new Map([
    ['tallies.csv', csv(storeTallies(tallies))],
    ['custody.csv', csv(storeCustody(custody))],
  ]);
}

function csv({ columns, rows }: StoredTable): string {
  return renderRows(columns, rows);
}
