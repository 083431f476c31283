/** Points, maximum, percent and rank of one row of a published table, and whether they can be. */
import { finding } from '../findings/catalogue.ts';
import { type Exact, exactText } from '../stats/exact.ts';
import { type TableRow, whereIn } from '../table.ts';
import { type EarlierPart, partOf } from './earlier.ts';
import { isBlank, numberIn, type TableContext, textAt } from './earlier-cells.ts';
import { areShares, isOutside, otherPercent } from './plausible.ts';

/** Points, maximum and percent of a row, which must agree with each other. */
export function partIn(row: TableRow, context: TableContext): EarlierPart {
  const { table, columns, say } = context;
  const max = columns.max === null ? columns.maxOfAll : numberIn(row, columns.max, null, context);
  const points = columns.points === null ? null : numberIn(row, columns.points, max, context);
  const percent = columns.percent === null ? null : numberIn(row, columns.percent, null, context);
  const other = otherPercent(percent, partOf(points, max, null).percent);
  if (other !== null) {
    const at = whereIn(table, row, table.columns[columns.percent ?? -1] ?? null);
    const texts = { percent: textAt(row, columns.percent ?? -1, context), worked: rough(other) };
    say(finding('changes/percent-differs', at, texts));
  }
  return partOf(points, max, percent);
}

/** A figure that no result can be: below 0, or far above its maximum. */
export function sayOutside(
  { points, max, percent }: EarlierPart,
  unit: string,
  whole: boolean,
  row: TableRow,
  { table, columns, say }: TableContext,
): void {
  const tell = (at: number | null, text: string, of: Exact | null): void => {
    const args = { unit, whole, text, max: of === null ? null : exactText(of) };
    say(finding('changes/outside', whereIn(table, row, table.columns[at ?? -1] ?? null), args));
  };
  const worked = partOf(points, max, null).percent;
  const isBelow = points !== null && points.compare(0) < 0;
  if (points !== null && (isBelow || (worked !== null && isOutside(worked, whole))))
    tell(columns.points, exactText(points), max);
  else if (percent !== null && isOutside(percent, whole))
    tell(columns.percent, `${exactText(percent)}%`, null);
}

/** 0.8949 for 89.49 %: what Excel keeps in a cell that it shows as a percentage. */
export function sayShares(
  parts: readonly EarlierPart[],
  { table, columns, say }: TableContext,
): void {
  if (columns.percent === null) return;
  const percents = parts.flatMap(({ percent }) => percent ?? []);
  if (!areShares(percents)) return;
  const most = percents.reduce((one, other) => (other.gt(one) ? other : one));
  const column = table.columns[columns.percent] ?? null;
  const args = { most: exactText(most), percent: exactText(most.mul(100)) };
  say(finding('changes/shares', whereIn(table, null, column), args));
}

function rough(value: Exact): string {
  return value.round(2).toString();
}

/** What is written for a unit that was not ranked. */
const unranked = /^(?:không|chưa|ngoài|miễn|no|not|none|out|un|without)/iu;

export function rankIn(row: TableRow, at: number, context: TableContext): number | null {
  const { table, say } = context;
  const text = textAt(row, at, context);
  if (isBlank(text) || unranked.test(text)) return null;
  const [, rank] = /^0*([1-9]\d{0,5})$/.exec(text) ?? [];
  if (rank === undefined) {
    const where = whereIn(table, row, table.columns[at] ?? null);
    say(finding('changes/not-a-number', where, { text, rank: true }));
    return null;
  }
  return Number(rank);
}
