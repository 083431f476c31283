/** Working days of offices: Monday to Friday, without public holidays, with the plan's own `calendar`. */
import type { HolidayName } from '../findings/holiday-words.ts';
import { addDays, weekday } from './dates.ts';
import { holidayOn } from './holidays/holiday.ts';
import type { IsoDate } from './plan.ts';
import type { Calendar } from './task.ts';

export type DayOff = HolidayName | 'saturday' | 'sunday';

/** Why offices are closed on a day; null: they are open. A day that the plan opens is open whatever it is. */
export function dayOff(date: IsoDate, calendar: Calendar): DayOff | null {
  if (calendar.open.includes(date)) return null;
  const holiday = holidayOn(date);
  if (holiday !== null) return holiday;
  if (calendar.closed.includes(date)) return 'closed';
  const day = weekday(date);
  if (day === 0) return 'sunday';
  return day === 6 ? 'saturday' : null;
}

/** `date` itself when offices are open, else the next day on which they are. */
export function workingDayFrom(date: IsoDate, calendar: Calendar): IsoDate {
  let day = date;
  while (dayOff(day, calendar) !== null) day = addDays(day, 1);
  return day;
}

/** The last of `days` (≥ 1) working days from `from` on; `from` counts when it is one. */
export function workingDaysEnd(from: IsoDate, days: number, calendar: Calendar): IsoDate {
  let day = workingDayFrom(from, calendar);
  for (let left = days - 1; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), calendar);
  return day;
}

/** Public and local holidays from one day to another, both included; weekends are not listed. */
export function holidaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: Calendar,
): readonly IsoDate[] {
  const found: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const off = dayOff(day, calendar);
    if (off !== null && off !== 'saturday' && off !== 'sunday') found.push(day);
  }
  return found;
}
