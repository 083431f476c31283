/** Days, minutes and bursts of replies. */
import type { Checks } from '../plan/plan.ts';

/** `2024-11-21T08:30` → `2024-11-21`. */
export function dayOf(at: string): string {
  return at.slice(0, 10);
}

/** Minutes since 1970 of a time on the clock; null where only the day is known. */
export function minuteOf(at: string): number | null {
  if (at.length < 16) return null;
  const part = (from: number, to: number): number => Number(at.slice(from, to));
  const days = Date.UTC(part(0, 4), part(5, 7) - 1, part(8, 10)) / 86_400_000;
  const minute = days * 1440 + part(11, 13) * 60 + part(14, 16);
  return Number.isNaN(minute) ? null : minute;
}

/** `2024-11-21 08:30` of a minute. */
export function minuteText(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The night may go over midnight. */
export function isNight(at: string, { from, to }: Checks['night']): boolean {
  const clock = at.slice(11, 16);
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

export interface Burst {
  /** First and last minute. */
  readonly from: number;
  readonly to: number;
}

/**
 * Stretches of time in which every reply has `replies` or more within `minutes` (both ends counted) around it, and the most that
 * any such span holds.
 */
export function bursts(
  minutes: readonly number[],
  { replies, minutes: span }: Checks['burst'],
): { readonly stretches: readonly Burst[]; readonly most: number; readonly at: number } {
  const times = Float64Array.from(minutes).sort();
  const least = Math.max(2, replies);
  const stretches: { from: number; to: number }[] = [];
  let most = 0;
  let busiest = 0;
  let end = 0;
  for (const [start, from] of times.entries()) {
    end = Math.max(end, start);
    while (end + 1 < times.length && (times[end + 1] ?? 0) - from <= span) end += 1;
    const count = end - start + 1;
    if (count < least) continue;
    const to = times[end] ?? from;
    const last = stretches.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
    if (count > most) [most, busiest] = [count, from];
  }
  return { stretches, most, at: busiest };
}

/** Replies inside the stretches. */
export function countIn(minutes: readonly number[], stretches: readonly Burst[]): number {
  return minutes.filter((minute) => isIn(minute, stretches)).length;
}

export function isIn(minute: number, stretches: readonly Burst[]): boolean {
  return stretches.some(({ from, to }) => minute >= from && minute <= to);
}
