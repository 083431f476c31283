/** Imports → tallies and ratings in columns, in one pass as the commands do it. For tests. */
import type { Plan } from '../src/plan/plan.ts';
import { type Ratings, ratingColumns } from '../src/ratings.ts';
import type { Batch } from '../src/returns/batch.ts';
import { type Tallies, tallying } from '../src/tallies.ts';

/** In the order given; throws when the imports clash. */
export function counted(
  plan: Plan,
  batches: readonly Batch[],
): { readonly tallies: Tallies; readonly ratings: Ratings } {
  const counting = tallying(plan);
  const columns = ratingColumns(plan);
  for (const batch of batches) {
    for (const rating of batch.ratings) {
      columns.rating(rating, counting.rating(rating, batch.record));
    }
    counting.batch(batch);
  }
  const tallies = counting.finish();
  if (!tallies.ok) throw new Error(tallies.findings.map(({ code }) => code).join(' '));
  return { tallies: tallies.value, ratings: columns.finish(counting.once) };
}
