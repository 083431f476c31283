/** The columns of a Gantt sheet: days, weeks or months, as many as fit a sheet of paper. */
import { addDays, weekday } from '../plan/dates.ts';
import type { IsoDate } from '../plan/plan.ts';

export type Step = 'day' | 'week' | 'month';

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Its days on which offices are open. */
  readonly worked: readonly IsoDate[];
}

/** Columns beyond this are too narrow to read on A4. */
const mostColumns = 42;

export function stepOf(days: number): Step {
  if (days <= mostColumns) return 'day';
  return days <= (mostColumns - 1) * 7 ? 'week' : 'month';
}

/** From the period that holds `from` to the one that holds `to`; weeks begin on Monday. */
export function periodsOf(
  from: IsoDate,
  to: IsoDate,
  step: Step,
  isOff: (day: IsoDate) => boolean,
): readonly Period[] {
  const periods: Period[] = [];
  for (let first = startOf(from, step); first <= to; ) {
    const next = startOf(addDays(first, step === 'month' ? 31 : step === 'week' ? 7 : 1), step);
    const days: IsoDate[] = [];
    for (let day = first; day < next; day = addDays(day, 1)) days.push(day);
    periods.push({
      from: first,
      to: days.at(-1) ?? first,
      worked: days.filter((day) => !isOff(day)),
    });
    first = next;
  }
  return periods;
}

function startOf(day: IsoDate, step: Step): IsoDate {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((weekday(day) + 6) % 7));
}
