/**
 * Which groups are not shown apart, because so few answered that a figure could give a person away.
 * With one group hidden the others would give it back (the total is published), so the smallest of them is
 * hidden with it.
 */

/** With fewer ratings than this a figure of its own could tell what one person answered. */
export const fewestShown = 5;

export interface Cell {
  readonly key: string;
  /** Ratings, or answers that count. A cell of 0 hides nobody. */
  readonly ratings: number;
}

/** The keys to hide among the groups that make up one published figure. */
export function smallCells(cells: readonly Cell[]): ReadonlySet<string> {
  const small = cells.filter(({ ratings }) => ratings > 0 && ratings < fewestShown);
  if (small.length !== 1) return new Set(small.map(({ key }) => key));
  const shown = cells.filter(({ ratings }) => ratings >= fewestShown);
  const least = Math.min(...shown.map(({ ratings }) => ratings));
  const partner = shown.find(({ ratings }) => ratings === least);
  return new Set([...small, ...(partner === undefined ? [] : [partner])].map(({ key }) => key));
}
