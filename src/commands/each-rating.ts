/** The accepted ratings of a survey, one after the other: never all of them at once. */
import type { Checked } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { BatchRecord, Purpose, Rating } from '../returns/batch.ts';
import { readReturns } from './read-returns.ts';

/**
 * Calls `visit` with every accepted rating of the imports of this purpose, import by import in the order of their ids,
 * in the order of the source file, corrections applied. The records of those imports; not ok when one cannot be read.
 */
export async function eachRating(
  folder: string,
  purpose: Purpose,
  io: Io,
  visit: (rating: Rating, batch: BatchRecord) => void,
): Promise<Checked<readonly BatchRecord[]>> {
  const read = await readReturns(folder, io);
  if (!read.ok) return read;
  const batches = read.value.filter(({ record }) => record.purpose === purpose);
  for (const { record, ratings } of batches) for (const rating of ratings) visit(rating, record);
  return { ok: true, value: batches.map(({ record }) => record), findings: read.findings };
}
