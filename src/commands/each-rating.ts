/** The accepted ratings of a survey, one after the other: never all of them at once. */
import { join } from 'node:path';
import { hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Batch, BatchRecord, Purpose, Rating } from '../returns/batch.ts';
import { applyCorrections, lostCorrections } from '../returns/correct.ts';
import { looseFindings } from './held-returns.ts';
import { type CorrectionOptions, readCorrections } from './read-corrections.ts';
import { readRecord, streamBatch } from './read-returns.ts';
import { batchIds, returnsFolder } from './returns-store.ts';

/**
 * Calls `visit` with every accepted rating of the imports of this purpose, import by import in the order of their ids,
 * in the order of the source file, corrections applied. The records of those imports; not ok when one cannot be read.
 */
export async function eachRating(
  folder: string,
  purpose: Purpose,
  io: Io,
  visit: (rating: Rating, batch: BatchRecord) => void,
  options: CorrectionOptions = {},
): Promise<Checked<readonly BatchRecord[]>> {
  return eachImport(folder, purpose, io, { rating: visit, rest: () => undefined }, options);
}

export interface ImportVisitor {
  readonly rating: (rating: Rating, batch: BatchRecord) => void;
  /** An import after its ratings: what else it holds. */
  readonly rest: (batch: Omit<Batch, 'ratings'>) => void;
}

/** As `eachRating`; paper tallies are shown too. */
export async function eachImport(
  folder: string,
  purpose: Purpose,
  io: Io,
  visitor: ImportVisitor,
  options: CorrectionOptions = {},
): Promise<Checked<readonly BatchRecord[]>> {
  const standing = await readCorrections(folder, io, options);
  if (!standing.ok) return standing;
  const records: BatchRecord[] = [];
  const findings: Finding[] = [...(await looseFindings(folder, io))];
  for (const id of await batchIds(folder, io)) {
    if (id === options.without) continue;
    const path = join(returnsFolder(folder), id);
    const record = await readRecord(path, id, io);
    findings.push(...record.findings);
    if (!record.ok || record.value.purpose !== purpose) continue;
    records.push(record.value);
    // What was keyed a second time is compared as it was keyed.
    const correct = (rating: Rating): Rating =>
      purpose === 'returns' ? applyCorrections(standing.value, rating, id) : rating;
    const show = (rating: Rating, of: BatchRecord): void => visitor.rating(correct(rating), of);
    const read = await streamBatch(path, id, io, show);
    findings.push(...read.findings);
    if (read.ok) visitor.rest(read.value);
  }
  // Where an import cannot be read its corrections have lost nothing but that.
  if (purpose === 'returns' && !hasErrors(findings)) {
    findings.push(...lostCorrections(standing.value));
  }
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value: records, findings };
}
