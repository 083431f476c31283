/** What came back day by day. A group (or unit) with few forms on a day is not shown apart: a day and a form may tell who it was. */
import type { IsoDate } from '../plan/plan.ts';
import { smallTable } from '../stats/small-cells.ts';
import type { DayCount } from '../tallies.ts';

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

/** In the order of the days, those without one last; `ids` in the order of the parts, `idOf` tells whose a count is (null: nobody's). */
export function dayLines(
  counts: readonly DayCount[],
  ids: readonly string[],
  idOf: (count: DayCount) => string | null,
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
  const hidden = smallTable(returned);
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

function byDay(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

function add(table: number[][], row: number, column: number, count: number): void {
  const cells = table[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + count;
}
