/** A scaffold's text for a survey of the coming year. */

/** The year for which the dates of the supplied scaffolds are written. */
const writtenFor = 2027;
const weekMs = 7 * 86_400_000;

/** The year whose autumn is still ahead: surveys of the year's work are prepared in September. */
export function comingYear(now: Date): number {
  return now.getUTCFullYear() + (now.getUTCMonth() < 8 ? 0 : 1);
}

/**
 * The survey's id and its year put in. Whole dates are moved by whole weeks, so that a working day stays one:
 * the scaffolds keep to 8 September – 27 December, and no public holiday is within half a week of that.
 */
export function scaffoldText(text: string, survey: string, year: number): string {
  const weeks = Math.round((Date.UTC(year, 9, 1) - Date.UTC(writtenFor, 9, 1)) / weekMs);
  return text
    .replace(/^survey: \S+/m, `survey: ${survey}`)
    .replace(/\b2027-\d\d-\d\d\b/g, (day) => moved(day, weeks))
    .replace(/\b2027\b/g, String(year));
}

function moved(day: string, weeks: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + weeks * weekMs).toISOString().slice(0, 10);
}
