/** The accepted ratings of a survey, one after the other: never all of them at once. */
import { join } from 'node:path';
import { hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import type { Batch, BatchRecord, Purpose, Rating } from '../returns/batch.ts';
import { applyCorrections, corrections, lostCorrections } from '../returns/correct.ts';
import { voidJudge } from '../returns/void-judge.ts';
import { looseFindings } from './held-returns.ts';
import { type CorrectionOptions, readCorrections } from './read-corrections.ts';
import { readRecord, streamBatch } from './read-returns.ts';
import { batchIds, returnsFolder } from './returns-store.ts';

/**
 * Calls `visit` with every accepted rating of the imports of this purpose, import by import in the order of their ids,
 * in the order of the source file, corrections applied, and with it the rating as it was keyed. The records of those imports; not ok when one cannot be read.
 */
export async function eachRating(
  folder: string,
  purpose: Purpose,
  io: Io,
  visit: (rating: Rating, batch: BatchRecord, keyed: Rating) => void,
  options: VisitOptions = {},
): Promise<Checked<readonly BatchRecord[]>> {
  return eachImport(folder, purpose, io, { rating: visit, rest: () => undefined }, options);
}

export interface VisitOptions extends CorrectionOptions {
  /** By whose rules corrected forms are void or not; without it their validity is what was keyed or decided. */
  readonly plan?: Plan;
  /** As it was keyed: no correction is looked at. */
  readonly isRaw?: boolean;
}

export interface ImportVisitor {
  readonly rating: (rating: Rating, batch: BatchRecord, keyed: Rating) => void;
  /** An import after its ratings: what else it holds. */
  readonly rest: (batch: Omit<Batch, 'ratings'>) => void;
}

/** As `eachRating`; paper tallies are shown too. */
export async function eachImport(
  folder: string,
  purpose: Purpose,
  io: Io,
  visitor: ImportVisitor,
  options: VisitOptions = {},
): Promise<Checked<readonly BatchRecord[]>> {
  const standing =
    options.isRaw === true ? corrections([]) : await readCorrections(folder, io, options);
  if (!standing.ok) return standing;
  const judge = options.plan === undefined ? null : voidJudge(options.plan);
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
      purpose === 'returns' ? applyCorrections(standing.value, rating, id, judge) : rating;
    const show = (rating: Rating, of: BatchRecord): void =>
      visitor.rating(correct(rating), of, rating);
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
