/** What corrections say about one value as it was keyed: changed, or confirmed by a line whose new value is the old one. */
import type { QuestionId } from '../plan/plan.ts';
import type { Rating } from './batch.ts';
import { type Corrections, type StoredCorrection, sheetKeyOf } from './correct.ts';
import { trailEnd } from './correction-trail.ts';

/** A rating as it was keyed, and the import that holds it. */
export interface KeyedRating {
  readonly rating: Rating;
  readonly batch: string;
}

export interface Settlement {
  /** Null is blank, or, where it is asked whether the sheet counts, that it does. */
  readonly value: string | null;
  readonly lines: readonly StoredCorrection[];
}

/**
 * Null: nobody has settled it. `question` null: whether the sheet counts. `isOfSheet`: asked once on a sheet, so the line may
 * stand at any of the units that it rates.
 */
export function settlementOf(
  { bySheet }: Pick<Corrections, 'bySheet'>,
  { rating, batch }: KeyedRating,
  about: {
    readonly question: QuestionId | null;
    readonly isOfSheet: boolean;
    readonly keyed: string | null;
  },
): Settlement | null {
  for (const { unit, question, lines } of bySheet.get(sheetKeyOf(rating, batch)) ?? []) {
    if (question !== about.question || (unit !== rating.unit && !about.isOfSheet)) continue;
    const end = trailEnd(lines, about.keyed);
    if (end !== undefined) return { value: end.value, lines };
  }
  return null;
}
