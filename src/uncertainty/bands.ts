/**
 * Units that cannot be told apart. From the best down: a unit joins the band as long as it is at least as good as the band's best in more
 * than half of (100 − confidence) % of the replicates, that is, while the two-sided bootstrap interval of their difference holds 0; the
 * first one that is not begins the next band. Differences are those of one replicate, so that what units share (the respondents of one
 * grid) cancels. Each comparison stands for itself: a band says of its units that they cannot be told from its best, not that
 * they are equal (Goldstein and Spiegelhalter 1996, JRSS A 159, 385–443, on what league tables can carry).
 */
import { type Exact, exact, floorExact, hundred } from '../stats/exact.ts';

/** Ranks of the units of one list by replicate, `ranks[unit × replicates + replicate]`; units best first. */
export interface ReplicateRanks {
  readonly ranks: Uint16Array | Uint32Array;
  readonly units: number;
  readonly replicates: number;
}

/** Half of (100 − confidence) % of the replicates, exactly, down to a whole number: more than it is more than this many. */
export function tailOf(replicates: number, confidence: Exact): number {
  return floorExact(hundred.sub(confidence).mul(exact(replicates, 200)));
}

/** Number of each unit's band, from 1. `tail`: as of `tailOf`. */
export function bandsOf(found: ReplicateRanks, tail: number): readonly number[] {
  const { units } = found;
  const bands: number[] = [];
  let best = 0;
  for (let unit = 0; unit < units; unit++) {
    const joins = unit === best || notBehind(found, unit, best) > tail;
    if (!joins) best = unit;
    bands.push((bands.at(-1) ?? 1) + (joins ? 0 : 1));
  }
  return bands;
}

/** In how many replicates `one` is at least as good as `other`. */
function notBehind({ ranks, replicates }: ReplicateRanks, one: number, other: number): number {
  let count = 0;
  for (let at = 0; at < replicates; at++) {
    if ((ranks[one * replicates + at] as number) <= (ranks[other * replicates + at] as number))
      count++;
  }
  return count;
}

/** Share of the replicates in which `one` is better than `other`, equal ones half. */
export function shareAhead(
  { ranks, replicates }: ReplicateRanks,
  one: number,
  other: number,
): number {
  let halves = 0;
  for (let at = 0; at < replicates; at++) {
    const [left = 0, right = 0] = [ranks[one * replicates + at], ranks[other * replicates + at]];
    if (left < right) halves += 2;
    else if (left === right) halves += 1;
  }
  return halves / (2 * replicates);
}

/**
 * Smallest and largest rank of a unit such that at most `tail` of the replicates lie on either side. `counts` is
 * room for one number per unit and one more, all 0, and is left so.
 */
export function rankBounds(
  { ranks, replicates }: ReplicateRanks,
  unit: number,
  tail: number,
  counts: Int32Array,
): { readonly low: number; readonly high: number; readonly first: number } {
  const own = ranks.subarray(unit * replicates, (unit + 1) * replicates);
  for (const rank of own) counts[rank] = (counts[rank] as number) + 1;
  let low = 1;
  for (let below = counts[1] as number; below <= tail && low < counts.length - 1; ) {
    below += counts[++low] as number;
  }
  let high = counts.length - 1;
  for (let above = counts[high] as number; above <= tail && high > 1; ) {
    above += counts[--high] as number;
  }
  const first = (counts[1] as number) / replicates;
  for (const rank of own) counts[rank] = 0;
  // With next to no confidence both ends may pass each other.
  return { low: Math.min(low, high), high: Math.max(low, high), first };
}
