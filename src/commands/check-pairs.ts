/** The returns beside their second entry or their back-check: the second ones are read first and held, as they are few. */
import { join } from 'node:path';
import { Pairing } from '../check/pairs.ts';
import type { SelectionPurpose } from '../check/purpose.ts';
import { finding } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import type { Purpose } from '../returns/batch.ts';
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
  const first = await eachRating(folder, 'returns', io, (rating) => pairs.takeFirst(rating));
  if (!first.ok) return first;
  if (first.value.length === 0) return nothing(folder, 'returns');
  return { ok: true, value: pairs, findings: first.findings };
}

function nothing(folder: string, purpose: Purpose): Checked<never> {
  const at = { kind: 'file', file: join(folder, 'returns') } as const;
  return { ok: false, findings: [finding('check/nothing-imported', at, { purpose })] };
}
