/** Dates and times: Excel counts days from 1900 or 1904, and says by the number format that they are. */

/** What a number format shows. `padded`: a whole number with leading zeros, such as the code `01`; `percent`: a hundred times the number. */
export type NumberStyle =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date'; readonly time: boolean }
  | { readonly kind: 'time' }
  /** Hours that run on beyond a day: `[h]:mm`. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'padded'; readonly digits: number };

export const plainStyle: NumberStyle = { kind: 'plain' };

const secondsPerDay = 86_400;
const lastSerial = 2_958_466;
const dayMs = 86_400_000;

/** Formats that have no code in the file (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
export function builtInStyle(id: number): NumberStyle {
  const date = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36;
  const asianDate = (id >= 50 && id <= 54) || id === 57 || id === 58;
  if (date || asianDate) return { kind: 'date', time: false };
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id === 22) return { kind: 'date', time: true };
  if (id === 46) return { kind: 'duration' };
  const time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47);
  return time || id === 55 || id === 56 ? { kind: 'time' } : plainStyle;
}

/** Reads a format code such as `dd/mm/yyyy` or `[$-42A]d mmmm yyyy;@`; its first section decides. */
export function customStyle(code: string): NumberStyle {
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./gs, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)[0];
  const section = (bare ?? '').trim().toLowerCase();
  if (section === 'general' || section === 'standard') return plainStyle;
  if (/^0{2,}$/.test(section)) return { kind: 'padded', digits: section.length };
  if (section.includes('%')) return { kind: 'percent' };
  const clock = /[hs]/.test(section);
  if (/\[(h+|m+|s+)\]/.test(section)) return { kind: 'duration' };
  if (/[yd]/.test(section) || (section.includes('m') && !clock)) {
    return { kind: 'date', time: clock };
  }
  return clock ? { kind: 'time' } : plainStyle;
}

/**
 * The ISO text of a day number: `2023-09-21`, `2023-09-21T08:30:00`, or `08:30:00`; of a duration hours and minutes,
 * `27:30`, with seconds where there are any. Seconds are rounded. The day 29 February 1900, which Excel has and the calendar has not, is written as Excel shows it.
 * Null for what Excel cannot show as a date.
 */
export function serialText(
  serial: number,
  style: Exclude<NumberStyle, { kind: 'plain' | 'padded' | 'percent' }>,
  date1904: boolean,
): string | null {
  if (!(serial >= 0) || serial >= lastSerial) return null;
  const seconds = Math.round(serial * secondsPerDay);
  if (style.kind === 'duration') return clockText(seconds).replace(/:00$/, '');
  const day = Math.floor(seconds / secondsPerDay);
  const rest = seconds - day * secondsPerDay;
  if (style.kind === 'time' && day === 0) return clockText(rest);
  const date = date1904 ? isoDay(Date.UTC(1904, 0, 1), day) : isoDay1900(day);
  const timed = rest > 0 || (style.kind === 'date' && style.time);
  return timed ? `${date}T${clockText(rest)}` : date;
}

function isoDay1900(day: number): string {
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, 31), day < 60 ? day : day - 1);
}

function isoDay(from: number, days: number): string {
  return new Date(from + days * dayMs).toISOString().slice(0, 10);
}

function clockText(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** A cell of type `d` holds ISO text; brought to the forms of `serialText`. Other text stays. */
export function isoCellText(raw: string, style: NumberStyle): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?Z?)?$/.exec(raw.trim());
  if (parts === null) return raw;
  const [, date = '', minutes, seconds = ':00'] = parts;
  if (minutes === undefined) return date;
  const clock = minutes + seconds;
  const timed = clock !== '00:00:00' || (style.kind === 'date' && style.time);
  return timed ? `${date}T${clock}` : date;
}
