/** What a replicate draws: sheets, or the places drawn first with all their sheets; and which numbers each of them moves. */
import type { SparseRows } from '../stats/resample.ts';
import type { Stratum } from './influence.ts';

/** Into which number an influence goes, and how much of it; a weight of 0 leaves it out. */
export interface Target {
  /** How many numbers there are in a replicate. */
  readonly width: number;
  readonly at: (unit: number, leaf: number) => number;
  readonly weight: (unit: number, leaf: number) => number;
}

/**
 * Things of one stratum after another, or only these sheets of it, each for itself. What one thing moves twice is added up.
 */
export type Collector = (stratum: Stratum, sheets?: readonly number[]) => SparseRows;

export function collector({ width, at, weight }: Target): Collector {
  // By target: the entry of the thing in hand, if it stands at or after the first one of that thing.
  const entryOf = new Int32Array(width);
  return (stratum, only) => {
    const { unit, leaf, value } = stratum;
    const { order, ends } = only === undefined ? inThings(stratum) : eachAlone(only);
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
    }
    return { start, target: target.slice(0, used), value: moved.slice(0, used) };
  };
}

/** Sheets one thing after the other, and where each thing ends. */
interface Things {
  readonly order: Int32Array;
  readonly ends: Int32Array;
}

function eachAlone(sheets: readonly number[]): Things {
  const order = Int32Array.from(sheets);
  return { order, ends: order.map((_, at) => at + 1) };
}

function inThings({ sheets, clusters }: Stratum): Things {
  const order = Int32Array.from({ length: sheets }, (_, sheet) => sheet);
  if (clusters === null) return eachAlone([...order]);
  order.sort((one, other) => (clusters[one] as number) - (clusters[other] as number));
  const ends: number[] = [];
  for (let at = 0; at < sheets; at++) {
    const last = at + 1 === sheets || clusters[order[at + 1] ?? 0] !== clusters[order[at] ?? 0];
    if (last) ends.push(at + 1);
  }
  return { order, ends: Int32Array.from(ends) };
}

/** The things in an order of their own and times `by`, so that it never matters in which order sheets came back. */
export function inOrder(rows: SparseRows, by: number): SparseRows {
  const { start, target, value } = rows;
  const count = start.length - 1;
  const order = Int32Array.from({ length: count }, (_, thing) => thing);
  order.sort((one, other) => compareRows(rows, one, other));
  const sorted = { start: new Int32Array(count + 1), target: target.slice(), value: value.slice() };
  let used = 0;
  for (let at = 0; at < count; at++) {
    const thing = order[at] as number;
    const end = start[thing + 1] as number;
    for (let entry = start[thing] as number; entry < end; entry++) {
      sorted.target[used] = target[entry] as number;
      sorted.value[used++] = (value[entry] as number) * by;
    }
    sorted.start[at + 1] = used;
  }
  return sorted;
}

function compareRows({ start, target, value }: SparseRows, one: number, other: number): number {
  const [first = 0, second = 0] = [start[one], start[other]];
  const sizes = [(start[one + 1] ?? 0) - first, (start[other + 1] ?? 0) - second] as const;
  for (let entry = 0; entry < Math.min(...sizes); entry++) {
    const apart =
      (target[first + entry] ?? 0) - (target[second + entry] ?? 0) ||
      (value[first + entry] ?? 0) - (value[second + entry] ?? 0);
    if (apart !== 0) return apart;
  }
  return sizes[0] - sizes[1];
}
