/** A scaffold's text for a survey of the coming year. */
import { addDays, daysBetween } from '../plan/dates.ts';

/** The year for which the dates of the supplied scaffolds are written. */
const writtenFor = 2027;

/** The year whose autumn is still ahead: surveys of the year's work are prepared in September. */
export function comingYear(now: Date): number {
  return now.getUTCFullYear() + (now.getUTCMonth() < 8 ? 0 : 1);
}

/**
 * The survey's year and then its id put in (in quotes where YAML reads it as a blank). Whole dates are moved by whole
 * weeks, so that a working day stays one: the scaffolds keep to 8 September – 27 December, where the table has no
 * public holiday, and stay half a week away from 24 November, which may become one.
 */
export function scaffoldText(text: string, survey: string, year: number): string {
  const weeks = Math.round(daysBetween(`${writtenFor}-10-01`, `${year}-10-01`) / 7);
  return text
    .replace(/\b2027-\d\d-\d\d\b/g, (day) => addDays(day, weeks * 7))
    .replace(/\b2027\b/g, String(year))
    .replace(/^survey: \S+/m, `survey: ${survey === 'null' ? '"null"' : survey}`);
}
