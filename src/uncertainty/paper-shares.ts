/** What paper tallies add to the error of one figure. */
import type { Influences, TalliedError } from './influence.ts';
import type { PaperShare } from './interval.ts';

/** What one group's tallies add: its answers are taken to go together, so that its errors add up. */
export function shareOf(
  own: readonly TalliedError[],
  factor: (one: TalliedError) => number,
): PaperShare {
  return {
    error: own.reduce((sum, one) => sum + factor(one) * one.error, 0),
    forms: Math.max(0, ...own.map(({ forms }) => forms)),
    isComplete: own.every(({ fraction }) => fraction >= 1),
    isExact: own.length === 1 && own.every(({ isExact }) => isExact),
  };
}

/** Errors of paper tallies by a key; -1: left aside. */
export function paperBy(
  { tallied }: Influences,
  keyOf: (one: TalliedError) => number,
): ReadonlyMap<number, readonly TalliedError[]> {
  const found = new Map<number, TalliedError[]>();
  for (const one of tallied) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}
