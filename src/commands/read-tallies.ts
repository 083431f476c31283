/** The survey's folder → its tallies, counted while the imports are read; and, where asked for, its ratings in columns. */
import type { Checked } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import { type Ratings, ratingColumns } from '../ratings.ts';
import type { BatchRecord, Rating, TallyEntry } from '../returns/batch.ts';
import { type Tallies, type Tallying, tallying } from '../tallies.ts';
import { weightedGroups } from '../weights.ts';
import { eachImport, type ImportVisitor } from './each-rating.ts';

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
  return countReturns(plan, folder, io, tallying(plan), null);
}

export interface RatedReturns extends CountedReturns {
  readonly ratings: Ratings;
  /** Paper tallies of the groups whose respondents have weights. */
  readonly entries: readonly TallyEntry[];
}

/** As `readTallies`, with the valid ratings in columns: some 20 bytes for each and two for each answer. `also` is shown all of it too. */
export async function readRatings(
  plan: Plan,
  folder: string,
  io: Io,
  also: ImportVisitor | null = null,
): Promise<Checked<RatedReturns>> {
  const counting = tallying(plan);
  const columns = ratingColumns(plan);
  const weighted = weightedGroups(plan);
  const entries: TallyEntry[] = [];
  const counted = await countReturns(plan, folder, io, counting, {
    rating: (rating, batch, keyed, sheet) => {
      columns.rating(rating, sheet);
      also?.rating(rating, batch, keyed);
    },
    rest: (batch) => {
      for (const entry of batch.tallies) if (weighted.has(entry.group)) entries.push(entry);
      also?.rest(batch);
    },
  });
  if (!counted.ok) return counted;
  const ratings = columns.finish(counting.once);
  return { ...counted, value: { ...counted.value, ratings, entries } };
}

/** Shown everything that is counted; `sheet`: as the tallies number it. */
interface Onlooker {
  readonly rating: (rating: Rating, batch: BatchRecord, keyed: Rating, sheet: number) => void;
  readonly rest: ImportVisitor['rest'];
}

async function countReturns(
  plan: Plan,
  folder: string,
  io: Io,
  counting: Tallying,
  onlooker: Onlooker | null,
): Promise<Checked<CountedReturns>> {
  const visitor: ImportVisitor = {
    rating: (rating, batch, keyed) => {
      const sheet = counting.rating(rating, batch);
      onlooker?.rating(rating, batch, keyed, sheet);
    },
    rest: (batch) => {
      counting.batch(batch);
      onlooker?.rest(batch);
    },
  };
  const records = await eachImport(folder, 'returns', io, visitor, { plan });
  if (!records.ok) return records;
  const tallies = counting.finish();
  const findings = [...records.findings, ...tallies.findings];
  if (!tallies.ok) return { ok: false, findings };
  return { ok: true, value: { tallies: tallies.value, records: records.value }, findings };
}
