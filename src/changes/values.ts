/** Former values across mergers, and what has changed since. */
import type { Exact } from '../stats/exact.ts';
import { sumExact } from '../stats/exact.ts';
import type { EarlierPart, EarlierUnit } from './earlier.ts';
import type { Former } from './match.ts';

export interface PartChange {
  readonly before: EarlierPart;
  readonly now: EarlierPart;
  /** Today's less those of before, where both are out of the same maximum. */
  readonly points: Exact | null;
  readonly percent: Exact | null;
  /** Both maxima are known and differ: percent alone is compared. */
  readonly maxChanged: boolean;
  /** There are points on both sides, but not what those of before were out of. */
  readonly maxUnknown: boolean;
}

const nothing: EarlierPart = { points: null, max: null, percent: null };

/**
 * Former value = Σ share × weight × value ÷ Σ share × weight over the units that went into this one. Null when one of them
 * is not known: the others do not stand in for it. Points are averaged only where they are out of one maximum.
 */
export function weighted(
  from: readonly Former[],
  of: (unit: EarlierUnit) => EarlierPart | null,
): EarlierPart {
  const counted = from.filter(({ part }) => part.compare(0) > 0);
  const parts = counted.map(({ found }) => (found === null ? null : of(found)));
  if (parts.length === 1) return parts[0] ?? nothing;
  const mean = (value: (part: EarlierPart) => Exact | null): Exact | null => {
    const values = parts.map((part) => (part === null ? null : value(part)));
    if (values.length === 0 || values.includes(null)) return null;
    return sumExact(values.map((one, at) => (one as Exact).mul(counted[at]?.part ?? 0)));
  };
  const max = parts[0]?.max ?? null;
  const isOne = max !== null && parts.every((part) => part?.max?.equals(max) === true);
  const percent = mean((part) => part.percent);
  return isOne
    ? { points: mean((part) => part.points), max, percent }
    : { points: null, max: null, percent };
}

/** `mapped`: under another scheme points mean something else, whatever their maxima. A maximum that is not told may be any. */
export function partChange(before: EarlierPart, now: EarlierPart, mapped: boolean): PartChange {
  const known = before.max !== null && now.max !== null;
  const maxChanged = before.max !== null && now.max !== null && !before.max.equals(now.max);
  const change = mapped ? null : less(now.points, before.points);
  const points = known && !maxChanged ? change : null;
  const percent = less(now.percent, before.percent);
  return { before, now, points, percent, maxChanged, maxUnknown: !known && change !== null };
}

function less(now: Exact | null, before: Exact | null): Exact | null {
  return now === null || before === null ? null : now.sub(before);
}
