/** The survey's folder → its tallies, counted while the imports are read. */
import type { Checked } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { type Tallies, tallying } from '../tallies.ts';
import { eachImport } from './each-rating.ts';

export interface CountedReturns {
  readonly tallies: Tallies;
  /** In the order of their ids. */
  readonly records: readonly BatchRecord[];
}

/** Only what was imported as returns counts, corrections applied. Not ok: an import cannot be read, or imports clash. */
export async function readTallies(
  plan: Plan,
  folder: string,
  io: Io,
): Promise<Checked<CountedReturns>> {
  const counting = tallying(plan);
  const visitor = { rating: counting.rating, rest: counting.batch };
  const records = await eachImport(folder, 'returns', io, visitor, { plan });
  if (!records.ok) return records;
  const tallies = counting.finish();
  const findings = [...records.findings, ...tallies.findings];
  if (!tallies.ok) return { ok: false, findings };
  return { ok: true, value: { tallies: tallies.value, records: records.value }, findings };
}
