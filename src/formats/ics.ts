/**
 * Dated things as an iCalendar file (RFC 5545), which Outlook, Google and phones take. The only file
 * that knows ical-generator; it knows nothing of surveys.
 */
import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
} from 'ical-generator';

export interface IcsCalendar {
  readonly name: string;
  /** Who made the file: name and version of the tool. */
  readonly maker: string;
  /** Stamp of every event: of two files the later one counts. An argument, so that the same events give the same bytes. */
  readonly stamp: Date;
  readonly events: readonly IcsEvent[];
}

/** Days are ISO dates, the last one included; times are `HH:MM` in Việt Nam. */
export interface IcsEvent {
  /** The same for the same thing in every version of the file: calendars then change it, not add another. */
  readonly uid: string;
  readonly title: string;
  /** May have line feeds; empty for none. */
  readonly detail: string;
  /** Not blank. */
  readonly category: string;
  readonly from: string;
  readonly to: string;
  /** Every day from `from` to `to` at this time; null: whole days. */
  readonly daily: { readonly from: string; readonly to: string } | null;
}

const zone = 'Asia/Ho_Chi_Minh';
const dayMs = 86_400_000;

/** One offset and no summer time: as it has been since 1975. */
const zoneText = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** Lines end in CRLF and are folded at 75 octets; texts are escaped, and control characters left out. */
export function renderIcs({ name, maker, stamp, events }: IcsCalendar): string {
  const hasTimes = events.some(({ daily }) => daily !== null);
  const calendar = ical({
    // ical-generator writes these two as they are given.
    name: escaped(name),
    prodId: `//${escaped(maker)}//VI`,
    method: ICalCalendarMethod.PUBLISH,
    ...(hasTimes ? { timezone: { name: null, generator: () => zoneText } } : {}),
  });
  for (const event of events) addEvent(calendar, event, stamp);
  return `${calendar.toString()}\r\n`;
}

function addEvent(calendar: ICalCalendar, event: IcsEvent, stamp: Date): void {
  const { uid, from, to, daily } = event;
  const common = {
    id: escaped(uid),
    stamp,
    lastModified: stamp,
    summary: clean(event.title),
    categories: [{ name: clean(event.category) }],
    // Nobody is unavailable because a survey is running.
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(event.detail === '' ? {} : { description: clean(event.detail) }),
  };
  if (daily === null) {
    const end = new Date(utc(to).getTime() + dayMs);
    calendar.createEvent({ ...common, allDay: true, start: utc(from), end });
    return;
  }
  const count = (utc(to).getTime() - utc(from).getTime()) / dayMs + 1;
  calendar.createEvent({
    ...common,
    timezone: zone,
    start: wallClock(from, daily.from),
    end: wallClock(from, daily.to),
    ...(count > 1 ? { repeating: { freq: ICalEventRepeatingFreq.DAILY, count } } : {}),
  });
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/**
 * A time as the clock on the wall shows it. ical-generator would read a `Date` by the time zone of the
 * machine; a value in the manner of dayjs it only asks for its text.
 */
function wallClock(day: string, time: string) {
  const date = new Date(`${day}T${time}:00+07:00`);
  const value = {
    format: (pattern?: string): string =>
      pattern === 'YYYYMMDD' ? day.replaceAll('-', '') : `${time.replace(':', '')}00`,
    isValid: () => true,
    toDate: () => date,
    toJSON: () => date.toJSON(),
  };
  return { ...value, tz: () => value };
}

/** RFC 5545 allows no control characters in a text but the tab; a line feed is escaped later. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, '');
}

function escaped(text: string): string {
  return clean(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n');
}
