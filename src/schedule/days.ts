/** Days that stand for months, as text for the calendar's columns and lists. */
import { dated, monthOf } from '../page/dates.ts';
import { addDays } from '../plan/dates.ts';
import type { IsoDate } from '../plan/plan.ts';

/** Of days filled in for months: `10/2024`, or `10/2024 – 12/2024`; a day that is no first or last one is spelled out. */
export function monthPeriod(from: IsoDate, to: IsoDate): string {
  const first = from.endsWith('-01') ? monthOf(from) : dated(from);
  const last = addDays(to, 1).endsWith('-01') ? monthOf(to) : dated(to);
  return first === last ? first : `${first} – ${last}`;
}
