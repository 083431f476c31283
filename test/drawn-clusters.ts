/** Clusters of a stratum from a number for each sheet, for tests: one draw of sheets within each. */
import type { Cluster } from '../src/uncertainty/influence.ts';

/** `inside`: by cluster, what share of all there its sheets are; 0 where it is left out. */
export function drawnClusters(
  numbers: readonly number[],
  inside: readonly number[] = [],
): readonly Cluster[] {
  const found = [...new Set(numbers)].sort((one, other) => one - other);
  return found.map((number, at): Cluster => {
    const sheets = Int32Array.from(
      [...numbers.keys()].filter((sheet) => numbers[sheet] === number),
    );
    const draw = { name: '', fraction: inside[at] ?? 0, sheets, clusters: null };
    return { place: String(number), sheets, draws: [draw] };
  });
}
