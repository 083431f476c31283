/** What the store holds, read once for all files of a call, and kept up with what others import meanwhile. */
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import { gridGroups } from '../plan/grids.ts';
import type { Plan } from '../plan/plan.ts';
import type { BatchRecord, Purpose } from '../returns/batch.ts';
import { applyCorrections, type Corrections } from '../returns/correct.ts';
import { type Earlier, type EarlierBook, earlierBook } from '../returns/earlier.ts';
import { voidJudge } from '../returns/void-judge.ts';
import { readCorrections } from './read-corrections.ts';
import { streamBatch } from './read-returns.ts';
import { batchIds, looseFiles, returnsFolder } from './returns-store.ts';

export interface HeldReturns {
  /** Reads what is new in the store since the last time; from the start when something was taken out. */
  readonly refresh: () => Promise<Checked<Earlier>>;
  /** An import that is not in the store: a dry run's. */
  readonly add: (stage: string, id: string) => Promise<void>;
  /** What was read last. */
  readonly earlier: () => Earlier;
  /** Records of all imports, whatever they are for. */
  readonly records: () => readonly BatchRecord[];
}

/** Only imports of the same purpose are held against each other; returns as they were keyed and as corrected since. */
export function heldReturns(plan: Plan, folder: string, purpose: Purpose, io: Io): HeldReturns {
  const grids = gridGroups(plan);
  const judge = voidJudge(plan);
  let book: EarlierBook = earlierBook(grids);
  let standing: Corrections | null = null;
  let records: BatchRecord[] = [];
  let seen = new Set<string>();
  const read = async (path: string, id: string): Promise<readonly Finding[]> => {
    seen.add(id);
    const batch = await streamBatch(path, id, io, (rating, record) => {
      if (record.purpose !== purpose) return;
      const isCounted = purpose === 'returns' && standing !== null;
      const now = isCounted ? applyCorrections(standing as Corrections, rating, id, judge) : rating;
      book.addRating(record, rating, now);
    });
    if (!batch.ok) return batch.findings;
    records.push(batch.value.record);
    if (batch.value.record.purpose === purpose) book.addBatch(batch.value);
    return batch.findings;
  };
  return {
    refresh: async () => {
      const ids = await batchIds(folder, io);
      // What is wrong with corrections is told where results are computed.
      const corrections = await readCorrections(folder, io);
      const lines = corrections.ok ? corrections.value.lines.length : 0;
      const isCorrected = lines !== (standing?.lines.length ?? 0);
      standing = corrections.ok ? corrections.value : null;
      if (isCorrected || [...seen].some((id) => !ids.includes(id))) {
        book = earlierBook(grids);
        records = [];
        seen = new Set();
      }
      const findings: Finding[] = [...(await looseFindings(folder, io))];
      for (const id of ids) {
        if (!seen.has(id)) findings.push(...(await read(join(returnsFolder(folder), id), id)));
      }
      if (hasErrors(findings)) return { ok: false, findings };
      return { ok: true, value: book, findings };
    },
    add: async (stage, id) => {
      await read(stage, id);
      seen.delete(id);
    },
    earlier: () => book,
    records: () => records,
  };
}

/** Files that lie in `returns/` itself, where nothing reads them. */
export async function looseFindings(folder: string, io: Io): Promise<readonly Finding[]> {
  return (await looseFiles(folder, io)).map((name) => {
    const at = { kind: 'file', file: join(returnsFolder(folder), name) } as const;
    return finding('returns/loose-file', at, { name });
  });
}
