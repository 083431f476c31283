/**
 * Which groups are not shown apart, because so few answered that a figure could give a person away.
 * With one group hidden the others would give it back (the total is published), so the smallest of them is
 * hidden with it.
 */

/** With fewer ratings than this a figure of its own could tell what one person answered, where the plan says nothing else. */
export const fewestShown = 5;

/** Whether so few answers share a weight that sums of weights by option would show which are theirs. */
export function fewAlike(fewestAlike: number | undefined, fewest: number): boolean {
  return fewestAlike !== undefined && fewestAlike < fewest;
}

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

/** Respondents by category, and those in none. */
export interface Categories {
  readonly categories: readonly { readonly respondents: number }[];
  readonly unanswered: number;
}

/**
 * Positions of the categories of a margin that are not counted apart, `unanswered` among them: with its weight (population ÷
 * respondents) a category of few would say how each of them was weighed, and so what they answered.
 */
export function hiddenCategories(
  { categories, unanswered }: Categories,
  fewest: number,
): ReadonlySet<number | 'unanswered'> {
  const cells = categories.map(({ respondents }, at): Cell => {
    return { key: String(at), ratings: respondents };
  });
  const keys = smallCells([...cells, { key: 'unanswered', ratings: unanswered }], fewest);
  return new Set([...keys].map((key) => (key === 'unanswered' ? key : Number(key))));
}

/** Whether some margin has such a category: then neither shares of respondents nor the smallest and largest weight are shown. */
export function hasFewInCategory(
  { margins }: { readonly margins: readonly Categories[] },
  fewest: number,
): boolean {
  return margins.some((margin) => hiddenCategories(margin, fewest).size > 0);
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
