/**
 * Which groups are not shown apart, because so few answered that a figure could give a person away.
 * With one group hidden the others would give it back (the total is published), so the smallest of them is
 * hidden with it.
 */

/** With fewer ratings than this a figure of its own could tell what one person answered, where the plan says nothing else. */
export const fewestShown = 5;

export interface Cell {
  readonly key: string;
  /** Ratings, or answers that count. A cell of 0 hides nobody. */
  readonly ratings: number;
}

/** The keys to hide among the groups that make up one published figure: those with fewer ratings than `fewest`, and beside a lone one. */
export function smallCells(cells: readonly Cell[], fewest: number): ReadonlySet<string> {
  const small = cells.filter(({ ratings }) => ratings > 0 && ratings < fewest);
  if (small.length !== 1) return new Set(small.map(({ key }) => key));
  const shown = cells.filter(({ ratings }) => ratings >= fewest);
  const least = Math.min(...shown.map(({ ratings }) => ratings));
  const partner = shown.find(({ ratings }) => ratings === least);
  return new Set([...small, ...(partner === undefined ? [] : [partner])].map(({ key }) => key));
}

/**
 * Which cells of a table of counts are not shown, where the sums of rows and columns are: those from 1 to
 * below `fewest`, and
 * beside a lone one in its row or column the smallest other cell (one of 0 where there is no better), so that no sum
 * gives it back. With one column nobody stands apart from the sums.
 */
export function smallTable(
  counts: readonly (readonly number[])[],
  fewest: number,
): readonly (readonly boolean[])[] {
  const hidden = counts.map((row) => row.map((count) => count > 0 && count < fewest));
  const width = counts[0]?.length ?? 0;
  if (width < 2) return counts.map((row) => row.map(() => false));
  const rows = counts.map((row, at) => row.map((_, column): Spot => [at, column]));
  const columns = Array.from({ length: width }, (_, column) =>
    counts.map((_row, at): Spot => [at, column]),
  );
  const lines = [...rows, ...(counts.length > 1 ? columns : [])];
  const isHidden = ([at, column]: Spot): boolean => hidden[at]?.[column] === true;
  const countAt = ([at, column]: Spot): number => counts[at]?.[column] ?? 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      if (line.filter(isHidden).length !== 1) continue;
      const others = line.filter((spot) => !isHidden(spot));
      const best = others.toSorted(
        (one, other) => rankOf(countAt(one)) - rankOf(countAt(other)),
      )[0];
      const row = best === undefined ? undefined : hidden[best[0]];
      if (best === undefined || row === undefined) continue;
      row[best[1]] = true;
      changed = true;
    }
  }
  return hidden;
}

type Spot = readonly [row: number, column: number];

/** The smallest count that is one, before those of 0. */
function rankOf(count: number): number {
  return count === 0 ? Number.MAX_SAFE_INTEGER : count;
}
