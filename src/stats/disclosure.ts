/** What published sums give away about figures that are not published. */

const nothing = 1e-9;

/**
 * Whether some combination of the equations holds nothing but unknowns of one owner, so that anybody can work out a figure
 * that is the owner's alone. `equations`: coefficients by unknown, at most a few hundred of each, of the order of 1;
 * `own`: which unknowns are the owner's; `known`: sums that are no secret (how many answered), to which nothing is to be added.
 * With these taken out the unknowns of all others are eliminated (Gauss, largest pivot first); what is left of any equation
 * is the owner's. Floats will do: nothing of it is printed.
 */
export function givesAway(
  equations: readonly (readonly number[])[],
  own: readonly boolean[],
  known: readonly (readonly number[])[] = [],
): boolean {
  let sums = known.map((row) => Float64Array.from(row));
  let rows = equations.map((row) => Float64Array.from(row));
  // What is left of the sums of others helps to eliminate them; what is left of the owner's tells nothing.
  for (const column of own.keys()) {
    const pivot = largestAt(sums, column);
    if (pivot === null) continue;
    sums = sums.filter((row) => row !== pivot);
    for (const row of [...sums, ...rows]) subtract(row, pivot, column);
  }
  for (const [column, isOwn] of own.entries()) {
    if (isOwn) continue;
    const pivot = largestAt(rows, column);
    if (pivot === null) continue;
    rows = rows.filter((row) => row !== pivot);
    for (const row of rows) subtract(row, pivot, column);
  }
  return rows.some((row) => own.some((isOwn, at) => isOwn && Math.abs(row[at] ?? 0) > nothing));
}

function largestAt(rows: readonly Float64Array[], column: number): Float64Array | null {
  return rows.reduce<Float64Array | null>((best, row) => {
    const size = Math.abs(row[column] ?? 0);
    return size > Math.max(nothing, Math.abs(best?.[column] ?? 0)) ? row : best;
  }, null);
}

/** So much of the pivot that the column becomes 0. */
function subtract(row: Float64Array, pivot: Float64Array, column: number): void {
  const times = (row[column] ?? 0) / (pivot[column] ?? 1);
  if (times === 0) return;
  for (const [at, value] of pivot.entries()) row[at] = (row[at] ?? 0) - times * value;
  row[column] = 0;
}
