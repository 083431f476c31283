/** Ranks on exact values. */
import type { Exact } from './exact.ts';

export type Ties = 'joint' | 'dense' | 'consecutive';

/** Where one of several stands. */
export interface Place {
  /** As the treatment of ties says. */
  readonly rank: number;
  /** One more than the number of those that are truly better; the order of what is left over never matters here. */
  readonly better: number;
  /**
   * The last key that had to be looked at, counted from 0, because those before were equal to those of somebody who does
   * not share its place; `rest`: all were equal and the order of what is left over decided; null: the first key told enough.
   */
  readonly decidedBy: number | 'rest' | null;
}

/**
 * Ranks by several keys, the first before the second and so on; of each key the larger is better and a missing one comes
 * last. Values are compared exactly, before any rounding. Who is equal in all keys is tied:
 * `joint` (standard competition, “1224”): they share the better rank, the ranks they take up are skipped;
 * `dense` (“1223”): they share a rank, none is skipped; `consecutive` (“1234”): `rest` puts them in order.
 * Null in `keys` has no rank and takes none up. The answer is in the order of `keys`, and does not depend on it as long
 * as `rest` tells all apart.
 */
export function placesOf(
  keys: readonly (readonly (Exact | null)[] | null)[],
  ties: Ties,
  rest: (one: number, other: number) => number,
): readonly (Place | null)[] {
  const sorted = keys.flatMap((own, at) => (own === null ? [] : [{ own, at }]));
  sorted.sort((a, b) => compareKeys(a.own, b.own) || rest(a.at, b.at));
  const places: (Place | null)[] = keys.map(() => null);
  let placed = 0;
  const runs = equalRuns(sorted);
  for (const [dense, run] of runs.entries()) {
    const around = [runs[dense - 1], runs[dense + 1]].map((other) =>
      equalKeys(run.own, other?.own),
    );
    const looked = Math.max(...around);
    const decidedBy = ties === 'consecutive' && run.members.length > 1 ? 'rest' : looked || null;
    const better = placed + 1;
    for (const [position, at] of run.members.entries()) {
      const rank = { joint: better, dense: dense + 1, consecutive: better + position }[ties];
      places[at] = { rank, better, decidedBy };
    }
    placed += run.members.length;
  }
  return places;
}

/** Below 0 when the first is better. */
function compareKeys(one: readonly (Exact | null)[], other: readonly (Exact | null)[]): number {
  for (const [at, value] of one.entries()) {
    const order = compareValues(value, other[at] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(one: Exact | null, other: Exact | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return other.compare(one);
}

/** How many keys are equal from the first on. */
function equalKeys(
  one: readonly (Exact | null)[],
  other: readonly (Exact | null)[] | undefined,
): number {
  if (other === undefined) return 0;
  const first = one.findIndex((value, at) => compareValues(value, other[at] ?? null) !== 0);
  return first < 0 ? one.length : first;
}

interface Keyed {
  readonly own: readonly (Exact | null)[];
  readonly at: number;
}

/** Those that are equal in all keys together, in the order of `sorted`. */
function equalRuns(
  sorted: readonly Keyed[],
): readonly { readonly own: Keyed['own']; readonly members: readonly number[] }[] {
  const runs: { readonly own: Keyed['own']; readonly members: number[] }[] = [];
  for (const { own, at } of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && compareKeys(run.own, own) === 0) run.members.push(at);
    else runs.push({ own, members: [at] });
  }
  return runs;
}
