/** Ranks on exact values. */
import type { Exact } from './exact.ts';

/**
 * Standard competition ranking (“1224”): the largest value is 1, equal values share the better rank and
 * the ranks they take up are skipped. Values are compared exactly, before any rounding. Missing values
 * have no rank and take up none. The answer is in the order of `values`, and does not depend on it.
 */
export function jointRanks(values: readonly (Exact | null)[]): readonly (number | null)[] {
  const present = values.filter((value) => value !== null).sort((a, b) => b.compare(a));
  const first = new Map<string, number>();
  present.forEach((value, at) => {
    const key = value.toFraction();
    if (!first.has(key)) first.set(key, at + 1);
  });
  return values.map((value) => (value === null ? null : (first.get(value.toFraction()) ?? null)));
}
