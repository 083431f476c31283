/**
 * When the forms that are missing will be there, if they go on coming as they did, against the day fieldwork closes.
 * The pace is that of the last days with returns: valid forms of the last five such days ÷ working days from the first
 * of them to today. Where forms say no day (paper tallies) it is that of the whole fieldwork: valid forms ÷ working
 * days since it opened. A straight line and no more: it knows nothing of reminders, holidays asked for, or rain.
 * A sum of rows (group, unit, survey) is complete when its last row is: its own pace would let the surplus and the
 * complete rows make up for what is missing elsewhere.
 */
import { addDays } from '../plan/dates.ts';
import type { IsoDate, Plan } from '../plan/plan.ts';
import { dayOff, workingDaysEnd } from '../plan/working-days.ts';
import { ceilExact, type Exact, exact } from '../stats/exact.ts';
import type { DayCount } from '../tallies.ts';
import type { Progress } from './progress.ts';

/** Days with returns that the pace is taken from. */
export const paceDays = 5;

/** Beyond so many working days a straight line says nothing. */
const farthest = 250;

export interface Forecast {
  /**
   * `recent`: by the last days with returns; `since-start`: by the whole fieldwork; `last-row`: of a sum, by the row
   * that will be complete last; null: nothing tells a pace.
   */
  readonly rule: 'recent' | 'since-start' | 'last-row' | null;
  /** Valid forms a working day; null: none can be told, or a sum. */
  readonly pace: Exact | null;
  /** The day on which nothing will be missing; null: cannot be told, or is not to be expected. */
  readonly finish: IsoDate | null;
  /** Whether something will be missing when fieldwork closes; null: cannot be told. */
  readonly late: boolean | null;
}

/** Null: nothing is missing, or how much is not known. */
export function forecast(
  plan: Plan,
  progress: Progress,
  days: readonly DayCount[],
  today: IsoDate,
): Forecast | null {
  const { missing } = progress;
  if (missing === null || missing === 0) return null;
  const { closes } = plan.fieldwork;
  const isOver = closes !== null && today > closes;
  const found = paceOf(plan, progress, days, today);
  const needed = found === null ? null : ceilExact(exact(missing).div(found.pace));
  const finish =
    needed === null || needed > farthest
      ? null
      : workingDaysEnd(addDays(today, 1), needed, plan.calendar);
  const isNever = needed !== null && needed > farthest;
  const late =
    isOver || isNever ? true : finish === null || closes === null ? null : finish > closes;
  return { rule: found?.rule ?? null, pace: found?.pace ?? null, finish, late };
}

/** Of a sum of rows, each with its own; without a day while a row of it has none. Null as for a row. */
export function lastForecast(
  { missing }: Progress,
  parts: readonly (Forecast | null)[],
): Forecast | null {
  if (missing === null || missing === 0) return null;
  const open = parts.filter((part) => part !== null);
  const days = open.flatMap(({ finish }) => finish ?? []).sort();
  const finish = days.length === open.length ? (days.at(-1) ?? null) : null;
  const late = open.some((part) => part.late === true)
    ? true
    : open.every((part) => part.late === false)
      ? false
      : null;
  return { rule: finish === null ? null : 'last-row', pace: null, finish, late };
}

interface Pace {
  readonly rule: 'recent' | 'since-start';
  /** > 0 */
  readonly pace: Exact;
}

function paceOf(
  plan: Plan,
  { valid }: Progress,
  days: readonly DayCount[],
  today: IsoDate,
): Pace | null {
  const byDay = new Map<IsoDate, number>();
  for (const { day, valid: count } of days) {
    if (day === null || day > today || count === 0) continue;
    byDay.set(day, (byDay.get(day) ?? 0) + count);
  }
  const dated = [...byDay.values()].reduce((sum, count) => sum + count, 0);
  const last = [...byDay.keys()].sort().slice(-paceDays);
  const [first] = last;
  if (first !== undefined && dated === valid) {
    const count = last.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0);
    return { rule: 'recent', pace: perDay(count, first, today, plan) };
  }
  const { opens } = plan.fieldwork;
  if (opens === null || opens > today || valid === 0) return null;
  return { rule: 'since-start', pace: perDay(valid, opens, today, plan) };
}

function perDay(count: number, from: IsoDate, to: IsoDate, { calendar }: Plan): Exact {
  let working = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (dayOff(day, calendar) === null) working += 1;
  }
  return exact(count, Math.max(1, working));
}
