/** Days and months as ISO text, for the calendar's columns and lists. */
import type { IsoDate } from '../plan/plan.ts';

const dayMs = 86_400_000;

/** The day so many days later (earlier, when negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** From `from` to `to`, both counted. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs + 1;
}

/** `2024-10-05` → `10/2024`, `2024-02-05` → `02/2024`: only the first two months get a 0, as in official papers. */
export function monthText(day: IsoDate): string {
  const month = Number(day.slice(5, 7));
  return `${month <= 2 ? day.slice(5, 7) : month}/${day.slice(0, 4)}`;
}

/** Of days filled in for months: `10/2024`, or `10/2024 – 12/2024`; a day that is no first or last one is spelled out. */
export function monthPeriod(from: IsoDate, to: IsoDate): string {
  const first = from.endsWith('-01') ? monthText(from) : spelled(from);
  const last = addDays(to, 1).endsWith('-01') ? monthText(to) : spelled(to);
  return first === last ? first : `${first} – ${last}`;
}

function spelled(day: IsoDate): string {
  return day.split('-').reverse().join('/');
}
