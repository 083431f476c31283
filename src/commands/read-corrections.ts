/** The corrections of a survey, which apply to the rows of its returns wherever those are read. */
import { join } from 'node:path';
import { hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Batch } from '../returns/batch.ts';
import { type Corrections, corrections } from '../returns/correct.ts';
import { readRecord, streamBatch } from './read-returns.ts';
import { batchIds, returnsFolder } from './returns-store.ts';

export interface CorrectionOptions {
  /** An import to leave out, as if it had been undone. */
  readonly without?: string;
}

/** Only the imports of corrections are read. Those that cannot be read are errors, like corrections that contradict each other. */
export async function readCorrections(
  folder: string,
  io: Io,
  { without }: CorrectionOptions = {},
): Promise<Checked<Corrections>> {
  const batches: Pick<Batch, 'record' | 'corrections'>[] = [];
  const findings: Finding[] = [];
  for (const id of await batchIds(folder, io)) {
    if (id === without) continue;
    const path = join(returnsFolder(folder), id);
    const record = await readRecord(path, id, io);
    // Whoever reads the ratings says what is wrong with the others.
    if (!record.ok || record.value.kind !== 'corrections') continue;
    const batch = await streamBatch(path, id, io, () => undefined);
    findings.push(...batch.findings);
    if (batch.ok) batches.push(batch.value);
  }
  if (hasErrors(findings)) return { ok: false, findings };
  return corrections(batches);
}
