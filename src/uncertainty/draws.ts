/** The sheets of a stratum by the places that were drawn, one draw within the other, down to the draw of the sheets. */
import type { Cluster, Draw } from './influence.ts';
import type { DrawStep } from './place-design.ts';
import type { Seat } from './strata.ts';

/** A seat and its sheets, numbered as in the stratum. */
export interface SeatSheets {
  readonly seat: Seat;
  readonly sheets: readonly number[];
}

/** Of seats that one draw led to, their steps before `depth` all alike. */
export function clustersOf(seated: readonly SeatSheets[], depth = 0): readonly Cluster[] {
  return grouped(seated, ({ steps }) => steps[depth]?.place ?? '').map(([place, own]): Cluster => {
    return { place, sheets: sheetsOf(own), draws: drawsWithin(own, depth + 1) };
  });
}

/** Sheets drawn in a place beside those of places drawn in it are a draw of their own. */
function drawsWithin(seated: readonly SeatSheets[], depth: number): readonly Draw[] {
  const nameOf = ({ steps, row }: Seat): string => {
    const step = steps[depth];
    return step === undefined ? `in ${row}` : `of places in ${step.within}`;
  };
  return grouped(seated, nameOf).map(([name, own]): Draw => {
    const sheets = sheetsOf(own);
    const step = own[0]?.seat.steps[depth];
    if (step === undefined) {
      const population = own[0]?.seat.population ?? null;
      return { name, fraction: sheetFraction(population, sheets.length), sheets, clusters: null };
    }
    const clusters = clustersOf(own, depth);
    return { name, fraction: clusterFraction(step, clusters), sheets, clusters };
  });
}

/** Places from which nothing came back were not drawn, as it were: those that are left speak for more. */
export function clusterFraction(
  { fraction, drawn }: Pick<DrawStep, 'fraction' | 'drawn'>,
  clusters: readonly Cluster[],
): number {
  return drawn === 0 ? fraction : fraction * Math.min(1, clusters.length / drawn);
}

/** What share of all there are have answered; 0: not known. */
export function sheetFraction(population: number | null, sheets: number): number {
  if (population === null) return 0;
  // More than there are: whatever the figure counts, it is not those who answered.
  return sheets > population ? 0 : sheets / population;
}

/** In the order of the keys, so that it never matters in which order sheets came back. */
function grouped(
  seated: readonly SeatSheets[],
  keyOf: (seat: Seat) => string,
): readonly (readonly [string, readonly SeatSheets[]])[] {
  const found = new Map<string, SeatSheets[]>();
  for (const one of seated) {
    const key = keyOf(one.seat);
    const own = found.get(key);
    if (own === undefined) found.set(key, [one]);
    else own.push(one);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

function sheetsOf(seated: readonly SeatSheets[]): Int32Array {
  return Int32Array.from(seated.flatMap(({ sheets }) => sheets)).sort();
}
