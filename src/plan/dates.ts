/** Calendar days as ISO text; no clock, no time zone. */
import type { IsoDate } from './plan.ts';

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month (1–12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0);
}

/** ISO text of a day that exists between 1900 and 2199; else null. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  const exists = year >= 1900 && year < 2200 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** Day of the week, 0 = Sunday (Sakamoto's method, valid for the Gregorian calendar). */
export function weekday(date: IsoDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (y + leaps + shift + day) % 7;
}

const dayMs = 86_400_000;

/** The day so many days later (earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(midnight(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one to another: 1 from today to tomorrow, negative when `to` is past. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (midnight(to) - midnight(from)) / dayMs;
}

function midnight(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
