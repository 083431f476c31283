/** Public holidays by date. */
import type { HolidayName } from '../../findings/holiday-words.ts';
import type { IsoDate } from '../plan.ts';
import { vietnamHolidays } from './vietnam.ts';

/** The public holiday on a day (compensation days included); null: none, or a year that is not known. */
export function holidayOn(date: IsoDate): HolidayName | null {
  const day = date.slice(5);
  for (const holiday of (vietnamHolidays[yearOf(date)] ?? '').split(', ')) {
    const [name, ...days] = holiday.split(' ');
    if (days.includes(day)) return name as HolidayName;
  }
  return null;
}

/** Whether the holidays of its year are known. */
export function holidaysKnown(date: IsoDate): boolean {
  return Object.hasOwn(vietnamHolidays, yearOf(date));
}

/** The years whose holidays are known, first and last. */
export function holidayYears(): { readonly first: number; readonly last: number } {
  const years = Object.keys(vietnamHolidays).map(Number);
  return { first: Math.min(...years), last: Math.max(...years) };
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
