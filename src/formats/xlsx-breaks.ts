/** Where a sheet goes on to the next sheet of paper: no heading is left alone at the foot, and the signatures stay together. */

export interface PaperRow {
  /** As Excel counts. */
  readonly no: number;
  readonly points: number;
  /** Not to be parted from the next one. */
  readonly stays: boolean;
}

/** Excel takes no more breaks than about a thousand; so long a table has no signatures to look after. */
const mostRows = 2000;

/**
 * The rows after which the paper ends. `room`: points of a sheet of paper; `head`: of all that stands above the table on the
 * first, `repeated`: of the headings on the others. What stays together but is longer than a sheet is not looked after.
 */
export function paperBreaks(
  rows: readonly PaperRow[],
  room: number,
  { head, repeated }: { readonly head: number; readonly repeated: number },
): readonly number[] {
  if (rows.length > mostRows) return [];
  const breaks: number[] = [];
  let used = head;
  for (const together of joined(rows)) {
    const points = together.reduce((sum, row) => sum + row.points, 0);
    const [first] = together;
    const isNew = first !== undefined && used > repeated && used + points > room;
    if (isNew) breaks.push(first.no - 1);
    used = isNew ? repeated + points : used + points;
  }
  return breaks;
}

function joined(rows: readonly PaperRow[]): readonly (readonly PaperRow[])[] {
  const parts: PaperRow[][] = [];
  rows.forEach((row, at) => {
    const last = parts.at(-1);
    if (last !== undefined && rows[at - 1]?.stays === true) last.push(row);
    else parts.push([row]);
  });
  return parts;
}
