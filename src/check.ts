/**
 * Returns → what looks wrong with them, most serious first. Nothing is left out of any result because of it.
 *
 * The returns are gone through once to count and, only where something came up, a second time to say which sheets it is: neither
 * holds them, and their order never matters.
 */
import type { Concern } from './check/concern.ts';
import { ranked } from './check/concern.ts';
import { custodyConcerns } from './check/custody.ts';
import { formConcerns } from './check/forms.ts';
import { Gathered } from './check/gather.ts';
import { Details } from './check/repeats.ts';
import type { Plan } from './plan/plan.ts';
import type { QuotaRow, Quotas } from './quotas/quota.ts';
import type { BatchRecord, Rating } from './returns/batch.ts';
import type { Custody } from './tallies.ts';

export type { Concern } from './check/concern.ts';

type Visit = (rating: Rating, batch: Pick<BatchRecord, 'id'>) => void;

/** Goes through all returns once, calling with each of them. */
export type EachReturn = (visit: Visit) => Promise<boolean>;

export interface Checked {
  readonly gathered: Gathered;
  /** Most serious first. */
  readonly concerns: readonly Concern[];
  readonly sheets: number;
}

export interface CustodyToCheck {
  readonly quotas: Quotas;
  readonly custody: readonly Custody[];
  /** Forms printed for a row, spares included; null: not known. */
  readonly printed: (row: QuotaRow) => number | null;
}

/** Null: the returns could not be read. `custody` null: it could not be counted. */
export async function checkReturns(
  plan: Plan,
  each: EachReturn,
  custody: CustodyToCheck | null,
): Promise<Checked | null> {
  const gathered = new Gathered(plan);
  if (!(await each((rating) => gathered.take(rating)))) return null;
  gathered.end();
  const details = new Details(gathered);
  const again = details.isNeeded
    ? await each((rating, batch) => details.take(rating, batch))
    : true;
  if (!again) return null;
  const ofCustody =
    custody === null ? [] : custodyConcerns(plan, custody.quotas, custody.custody, custody.printed);
  const concerns = ranked([...ofCustody, ...details.concerns(), ...formConcerns(gathered)]);
  let sheets = 0;
  for (const bucket of gathered.buckets.values()) sheets += bucket.sheets;
  return { gathered, concerns, sheets };
}
