/** What a replicate draws: sheets, or places with all the sheets found in them; and which numbers each of them moves. */
import type { SparseRows } from '../stats/resample.ts';
import type { Draw, Stratum } from './influence.ts';

/** Into which number an influence goes, and how much of it; a weight of 0 leaves it out. */
export interface Target {
  /** How many numbers there are in a replicate. */
  readonly width: number;
  readonly at: (unit: number, leaf: number) => number;
  readonly weight: (unit: number, leaf: number) => number;
  /** By number: its place in an order of names, so that draws do not hang on where a unit stands in the plan. */
  readonly rank: Int32Array;
}

/** The things of a draw within a stratum. What one thing moves twice is added up. */
export type Collector = (stratum: Stratum, draw: Drawn) => SparseRows;

export type Drawn = Pick<Draw, 'sheets' | 'clusters'>;

export function collector({ width, at, weight, rank }: Target): Collector {
  // By target: the entry of the thing in hand, if it stands at or after the first one of that thing.
  const entryOf = new Int32Array(width);
  return (stratum, drawn) => {
    const { unit, leaf, value } = stratum;
    const { order, ends } = thingsOf(drawn);
    const start = new Int32Array(ends.length + 1);
    const target = new Int32Array(value.length);
    const moved = new Float64Array(value.length);
    let used = 0;
    let next = 0;
    for (let thing = 0; thing < ends.length; thing++) {
      const first = used;
      for (; next < (ends[thing] as number); next++) {
        const sheet = order[next] as number;
        const end = stratum.start[sheet + 1] as number;
        for (let entry = stratum.start[sheet] as number; entry < end; entry++) {
          const rated = unit[entry] as number;
          const about = leaf[entry] as number;
          const by = (value[entry] as number) * weight(rated, about);
          if (by === 0) continue;
          const to = at(rated, about);
          const known = entryOf[to] as number;
          if (known >= first && known < used && target[known] === to) {
            moved[known] = (moved[known] as number) + by;
          } else {
            entryOf[to] = used;
            target[used] = to;
            moved[used++] = by;
          }
        }
      }
      start[thing + 1] = used;
      sortEntries(target.subarray(first, used), moved.subarray(first, used), rank);
    }
    return { start, target: target.slice(0, used), value: moved.slice(0, used) };
  };
}

/** Sheets one thing after the other, and where each thing ends. */
interface Things {
  readonly order: Int32Array;
  readonly ends: Int32Array;
}

function thingsOf({ sheets, clusters }: Drawn): Things {
  if (clusters === null) return { order: sheets, ends: sheets.map((_, at) => at + 1) };
  const order = Int32Array.from(clusters.flatMap((one) => [...one.sheets]));
  let last = 0;
  const ends = Int32Array.from(clusters, (one) => {
    last += one.sheets.length;
    return last;
  });
  return { order, ends };
}

/** The ratings of one sheet may stand in any order; most stand in that of the plan. */
function sortEntries(target: Int32Array, value: Float64Array, rank: Int32Array): void {
  const rankOf = (at: number): number => rank[target[at] as number] as number;
  let isSorted = true;
  for (let at = 1; at < target.length && isSorted; at++) isSorted = rankOf(at - 1) < rankOf(at);
  if (isSorted) return;
  const order = Int32Array.from(target.keys()).sort((one, other) => rankOf(one) - rankOf(other));
  const [targets, values] = [target.slice(), value.slice()];
  for (const [to, from] of order.entries()) {
    target[to] = targets[from] as number;
    value[to] = values[from] as number;
  }
}

/** The things in an order of their own, so that it never matters in which order sheets came back. */
export function inOrder(rows: SparseRows, rank: Int32Array): SparseRows {
  const { start, target, value } = rows;
  const count = start.length - 1;
  const order = Int32Array.from({ length: count }, (_, thing) => thing);
  order.sort((one, other) => compareRows(rows, one, other, rank));
  const sorted = { start: new Int32Array(count + 1), target: target.slice(), value: value.slice() };
  let used = 0;
  for (let at = 0; at < count; at++) {
    const thing = order[at] as number;
    const end = start[thing + 1] as number;
    for (let entry = start[thing] as number; entry < end; entry++) {
      sorted.target[used] = target[entry] as number;
      sorted.value[used++] = value[entry] as number;
    }
    sorted.start[at + 1] = used;
  }
  return sorted;
}

function compareRows(
  { start, target, value }: SparseRows,
  one: number,
  other: number,
  rank: Int32Array,
): number {
  const [first = 0, second = 0] = [start[one], start[other]];
  const sizes = [(start[one + 1] ?? 0) - first, (start[other + 1] ?? 0) - second] as const;
  for (let entry = 0; entry < Math.min(...sizes); entry++) {
    const [left = 0, right = 0] = [target[first + entry], target[second + entry]];
    const apart =
      (rank[left] ?? 0) - (rank[right] ?? 0) ||
      (value[first + entry] ?? 0) - (value[second + entry] ?? 0);
    if (apart !== 0) return apart;
  }
  return sizes[0] - sizes[1];
}
