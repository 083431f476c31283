/** The returns beside their second entry or their back-check: the second ones are read first and held, as they are few. */
import { join } from 'node:path';
import { Pairing } from '../check/pairs.ts';
import type { SelectionPurpose } from '../check/purpose.ts';
import { finding } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import type { BatchRecord, Purpose, Rating } from '../returns/batch.ts';
import { eachRating } from './each-rating.ts';

export async function pairing(
  plan: Plan,
  folder: string,
  purpose: SelectionPurpose,
  io: Io,
): Promise<Checked<Pairing>> {
  const pairs = new Pairing(plan);
  const second = await eachRating(folder, purpose, io, (rating) => pairs.takeSecond(rating));
  if (!second.ok) return second;
  if (second.value.length === 0) return nothing(folder, purpose);
  // What was keyed is compared with what was keyed: a settled slip is a slip all the same.
  const isKeyed = purpose === 'second-entry';
  const visit = (rating: Rating, { id }: BatchRecord, keyed: Rating): void =>
    pairs.takeFirst(isKeyed ? keyed : rating, id);
  const first = await eachRating(folder, 'returns', io, visit, { plan });
  if (!first.ok) return first;
  if (first.value.length === 0) return nothing(folder, 'returns');
  return { ok: true, value: pairs, findings: first.findings };
}

function nothing(folder: string, purpose: Purpose): Checked<never> {
  const at = { kind: 'file', file: join(folder, 'returns') } as const;
  return { ok: false, findings: [finding('check/nothing-imported', at, { purpose })] };
}
