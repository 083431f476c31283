/** Dates as people and survey tools write them in cells: `20/11/2024 8:30`, `2024-11-20T01:30:00Z`. */

export const dateFormats = [
  'd/M/yyyy',
  'M/d/yyyy',
  'yyyy-MM-dd',
  'excel-1900',
  'excel-1904',
] as const;

export type DateFormat = (typeof dateFormats)[number];

export type DateText =
  /** `iso`: `2024-11-20`; `time`: `08:30`, or null when the cell gives none. Vietnam time. */
  | { readonly kind: 'date'; readonly iso: string; readonly time: string | null }
  /** `5/6/2024 8:30 AM`: day first as here, or month first as where AM is written. */
  | { readonly kind: 'ambiguous' }
  /** `fits`: the format in which it would be a date; null: none. */
  | { readonly kind: 'not-a-date'; readonly fits: DateFormat | null };

/** `dd/MM/yyyy`, `DD-MM-YYYY`, `d.m.yyyy` → `d/M/yyyy`; null: no such format. */
export function dateFormatNamed(text: string): DateFormat | null {
  const name = text.trim().toLowerCase();
  const order = name
    .replace(/d+/, 'd')
    .replace(/m+/, 'm')
    .replace(/y{4}/, 'y')
    .replace(/[-.]/g, '/');
  const orders: Readonly<Record<string, DateFormat>> = {
    'd/m/y': 'd/M/yyyy',
    'm/d/y': 'M/d/yyyy',
    'y/m/d': 'yyyy-MM-dd',
  };
  if (Object.hasOwn(orders, order)) return orders[order] ?? null;
  return dateFormats.find((format) => format === name) ?? null;
}

/**
 * `format` null: day first, as in Vietnam. Year first is read whatever the format, for it cannot mean anything
 * else; serial numbers of Excel only when declared, for any number is one. Only days that were or will
 * be; two digits are no year. A time with a zone is told in Vietnam time (UTC+7).
 */
export function readDate(text: string, format: DateFormat | null): DateText {
  const written = plain(text);
  if (format === 'excel-1900' || format === 'excel-1904') {
    const serial = fromSerial(written, format);
    if (serial !== null) return serial;
  }
  const parts = partsOf(written);
  if (parts === null) return isRecentSerial(written) ? serialNotSaid : notADate;
  const { order, clock } = parts;
  if (order === 'year') return dateOf(parts, 'yyyy-MM-dd') ?? notADate;
  const wanted = format ?? 'd/M/yyyy';
  const found = wanted === 'd/M/yyyy' || wanted === 'M/d/yyyy' ? dateOf(parts, wanted) : null;
  const other = wanted === 'd/M/yyyy' ? 'M/d/yyyy' : 'd/M/yyyy';
  const read = dateOf(parts, other);
  if (found === null) return { kind: 'not-a-date', fits: read === null ? null : other };
  const isEnglish = format === null && order !== 'words' && clock?.half === 'english';
  return isEnglish && read !== null && read.iso !== found.iso ? { kind: 'ambiguous' } : found;
}

const notADate: DateText = { kind: 'not-a-date', fits: null };
const serialNotSaid: DateText = { kind: 'not-a-date', fits: 'excel-1900' };

/** A day of 2000 to 2049 as Excel counts it. */
function isRecentSerial(text: string): boolean {
  const [, days] = /^(\d{5})(?:[.,]\d+)?$/.exec(text) ?? [];
  return days !== undefined && Number(days) >= 36_526 && Number(days) < 54_789;
}

type FoundDate = Extract<DateText, { kind: 'date' }>;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Whose words for before and after noon stand there. */
  readonly half: 'none' | 'english' | 'vietnamese';
  /** Minutes ahead of UTC; null: as the clock on the wall showed. */
  readonly zone: number | null;
}

interface Parts {
  readonly order: 'year' | 'slashes' | 'words';
  /** As written: year, month, day; or first, second, year. */
  readonly numbers: readonly [number, number, number];
  readonly clock: Clock | null;
}

/** Full-width digits and marks, and blanks, as ASCII has them. */
function plain(text: string): string {
  return text
    .replace(/[\uff0d-\uff1a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim();
}

const yearFirst = /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?=$|[T ])/;
const yearLast = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?=$|[, ])/;
const inWords = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?=$|[, ])/i;
const time =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?(am|pm|sa|ch))?(?: ?(z|(?:utc|gmt)?(?:[+-]\d{1,2}(?::?\d{2})?)|utc|gmt))?$/i;

function partsOf(text: string): Parts | null {
  // “08:30 20/11/2024”, as some forms have it.
  const turned = /^(\d{1,2}:\d{2}(?::\d{2})?) (.*\d{4})$/.exec(text);
  const body = turned === null ? text : `${turned[2]} ${turned[1]}`;
  const shapes = [
    ['year', yearFirst, [1, 3, 4]],
    ['slashes', yearLast, [1, 3, 4]],
    ['words', inWords, [1, 2, 3]],
  ] as const;
  for (const [order, shape, [one, two, three]] of shapes) {
    const found = shape.exec(body);
    if (found === null) continue;
    const clock = clockOf(body.slice(found[0].length).replace(/^[T, ]+/, ''));
    if (clock === 'none') return null;
    return {
      order,
      numbers: [Number(found[one]), Number(found[two]), Number(found[three])],
      clock,
    };
  }
  return null;
}

/** Null: no time; `none`: something else stands there. */
function clockOf(text: string): Clock | null | 'none' {
  if (text === '') return null;
  const [, hours, minutes, seconds = '0', word, zone] = time.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return 'none';
  const half = word === undefined ? 'none' : /^[ap]m$/i.test(word) ? 'english' : 'vietnamese';
  const isAfternoon = /^(pm|ch)$/i.test(word ?? '');
  const said = Number(hours);
  if (half !== 'none' && (said < 1 || said > 12)) return 'none';
  const hour = half === 'none' ? said : (said % 12) + (isAfternoon ? 12 : 0);
  const ahead = zone === undefined ? null : zoneMinutes(zone);
  if (hour > 23 || Number.isNaN(ahead)) return 'none';
  return { hour, minute: Number(minutes), half, zone: ahead };
}

/** `Z` → 0, `+07:00`, `GMT+7` → 420; not a number: no such zone. */
function zoneMinutes(zone: string): number {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (hours === undefined) return 0;
  if (Number(hours) > 14 || Number(minutes) > 59) return Number.NaN;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function dateOf(
  { numbers, clock }: Parts,
  format: 'd/M/yyyy' | 'M/d/yyyy' | 'yyyy-MM-dd',
): FoundDate | null {
  const [one, two, three] = numbers;
  const orders = {
    'd/M/yyyy': [three, two, one],
    'M/d/yyyy': [three, one, two],
    'yyyy-MM-dd': [one, two, three],
  } as const;
  const [year, month, day] = orders[format];
  const days = dayNumber(year, month, day);
  if (days === null) return null;
  if (clock === null) return { kind: 'date', iso: isoOf(days), time: null };
  const { hour, minute, zone } = clock;
  return moment(days * minutesPerDay + hour * 60 + minute + (zone === null ? 0 : vietnam - zone));
}

const minutesPerDay = 1440;
/** Minutes ahead of UTC. */
const vietnam = 420;
const millisPerDay = 86_400_000;

/** Days since 1970-01-01; null: no such day, or a year that no survey speaks of. */
function dayNumber(year: number, month: number, day: number): number | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  const days = Date.UTC(year, month - 1, day) / millisPerDay;
  return isoOf(days).endsWith(`-${String(day).padStart(2, '0')}`) && day <= 31 ? days : null;
}

function isoOf(days: number): string {
  return new Date(days * millisPerDay).toISOString().slice(0, 10);
}

/** Minutes since 1970 on the wall clock. */
function moment(minutes: number): FoundDate {
  const days = Math.floor(minutes / minutesPerDay);
  const rest = minutes - days * minutesPerDay;
  const [hour, minute] = [Math.floor(rest / 60), rest % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return { kind: 'date', iso: isoOf(days), time: `${two(hour)}:${two(minute)}` };
}

/** 2958465 is 31/12/9999. In the 1900 system day 60 is 29/02/1900, which never was. */
function fromSerial(text: string, format: 'excel-1900' | 'excel-1904'): DateText | null {
  const [, whole, decimals] = /^(\d{1,7})(?:[.,](\d{1,15}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const serial = Number(whole);
  if (serial > 2_958_465) return notADate;
  const first = format === 'excel-1904' ? dayNumber(1904, 1, 1) : dayNumber(1900, 1, 1);
  const skipped = format === 'excel-1904' ? 0 : serial > 60 ? 2 : 1;
  if (format === 'excel-1900' && (serial === 60 || serial === 0)) return notADate;
  const days = (first ?? 0) + serial - skipped;
  if (decimals === undefined) return { kind: 'date', iso: isoOf(days), time: null };
  const seconds = Math.round(Number(`0.${decimals}`) * 86_400);
  return moment(days * minutesPerDay + Math.floor(seconds / 60));
}
