/** What came back day by day. A group (or unit) with few forms on a day is not shown apart: a day and a form may tell who it was. */
import type { IsoDate } from '../plan/plan.ts';
import { smallTable } from '../stats/small-cells.ts';
import type { DayCount } from '../tallies.ts';
import type { GroupLines } from './progress.ts';

export interface DayLine {
  /** Null: the forms say no day, as those of paper tallies. */
  readonly day: IsoDate | null;
  readonly returned: number;
  readonly valid: number;
  readonly parts: readonly DayPart[];
}

/** What one group or unit has on a day; null: too few to be shown apart. */
export interface DayPart {
  readonly id: string;
  readonly returned: number | null;
  readonly valid: number | null;
}

/**
 * In the order of the days, those without one last; `ids` in the order of the parts, `idOf` tells whose a count is (null: nobody's).
 * Parts with fewer forms than `fewest` are not told.
 */
export function dayLines(
  counts: readonly DayCount[],
  ids: readonly string[],
  idOf: (count: DayCount) => string | null,
  fewest: number,
): readonly DayLine[] {
  const days = [...new Set(counts.map(({ day }) => day ?? ''))].sort(byDay);
  const columns = new Map(ids.map((id, at) => [id, at]));
  const empty = () => days.map(() => ids.map(() => 0));
  const [returned, valid] = [empty(), empty()];
  const rows = new Map(days.map((day, at) => [day, at]));
  for (const count of counts) {
    const row = rows.get(count.day ?? '') ?? 0;
    const column = columns.get(idOf(count) ?? '');
    if (column === undefined) continue;
    add(returned, row, column, count.returned);
    add(valid, row, column, count.valid);
  }
  const hidden = smallTable(returned, fewest);
  return days.map((day, row) => {
    const same = counts.filter((count) => (count.day ?? '') === day);
    const parts = ids.map((id, column): DayPart => {
      if (hidden[row]?.[column] === true) return { id, returned: null, valid: null };
      return {
        id,
        returned: returned[row]?.[column] ?? 0,
        valid: valid[row]?.[column] ?? 0,
      };
    });
    return {
      day: day === '' ? null : day,
      returned: same.reduce((sum, count) => sum + count.returned, 0),
      valid: same.reduce((sum, count) => sum + count.valid, 0),
      parts,
    };
  });
}

/** Valid forms that the quota asks for (`Progress.covered`), summed up to each day; the days as `dayLines` has them. */
export function coveredByDay(
  counts: readonly DayCount[],
  groups: readonly GroupLines[],
): ReadonlyMap<IsoDate | null, number> {
  const quotas = new Map<string, number>();
  for (const line of groups.flatMap(({ lines }) => lines)) {
    quotas.set(targetKey(line), line.progress.quota ?? Number.POSITIVE_INFINITY);
  }
  const valid = new Map<string, number>();
  const sums = new Map<IsoDate | null, number>();
  let sum = 0;
  const ordered = counts.toSorted((one, other) => byDay(one.day ?? '', other.day ?? ''));
  for (const count of ordered) {
    const key = targetKey(count);
    const before = valid.get(key) ?? 0;
    const quota = quotas.get(key) ?? 0;
    valid.set(key, before + count.valid);
    sum += Math.min(quota, before + count.valid) - Math.min(quota, before);
    sums.set(count.day, sum);
  }
  return sums;
}

/** Of a count or a line: the row of the quota it belongs to. */
export function targetKey({
  group,
  unit,
  place,
}: Pick<DayCount, 'group' | 'unit' | 'place'>): string {
  return `${group}\n${unit ?? ''}\n${place ?? ''}`;
}

function byDay(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

function add(table: number[][], row: number, column: number, count: number): void {
  const cells = table[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + count;
}
