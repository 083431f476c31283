/** Who collected a simulated form, when, and who keyed it, so that `check` can be rehearsed too. */
import { addDays, daysBetween } from '../plan/dates.ts';
import type { Group, IsoDate, Plan } from '../plan/plan.ts';
import { dayOff } from '../plan/working-days.ts';
import { type Random, randomStream } from '../stats/random.ts';

export interface Journey {
  /** As a clerk writes it: `22/09/2026 09:15`, or the day alone; null: the plan has no fieldwork days. */
  readonly at: string | null;
  readonly collector: string;
  readonly keyedBy: string;
}

/** What the file of a group says of each form; people who answer online have no collector and no keyer. */
export interface JourneyColumn {
  readonly heading: string;
  readonly of: (journey: Journey) => string | null;
}

export const journeyHeadings = {
  at: 'Ngày giờ',
  collector: 'Điều tra viên',
  keyedBy: 'Người nhập',
} as const;

/** Forms that one collector brings in of a packet, about. */
const formsEach = 40;
const keyers = 2;

/** Working hours: nobody is visited at night. */
const hours = { from: 8, to: 17 } as const;

/** The fieldwork is taken to last so many days where the plan does not say when it closes. */
const usualDays = 14;

export function journeyColumns(plan: Plan, { mode }: Group): readonly JourneyColumn[] {
  const { at, collector, keyedBy } = journeyHeadings;
  const isHanded = mode === 'paper' || mode === 'interview';
  return [
    ...(plan.fieldwork.opens === null ? [] : [{ heading: at, of: (one: Journey) => one.at }]),
    ...(isHanded ? [{ heading: collector, of: (one: Journey) => one.collector }] : []),
    ...(isHanded || mode === 'post'
      ? [{ heading: keyedBy, of: (one: Journey) => one.keyedBy }]
      : []),
  ];
}

/**
 * Journeys of the sheets of one packet, `forms` in number. The same collectors go everywhere: one of a single unit would
 * differ from the others as the units do, and a rehearsal would suspect him.
 */
export function journeysOf(
  plan: Plan,
  forms: number,
  seed: string,
): (serial: string, position: number) => Journey {
  const days = fieldDays(plan);
  const collectors = Math.max(1, Math.round(forms / formsEach));
  return (serial, position) => {
    const random = randomStream(seed, 'journey', serial);
    return {
      at: timeIn(days, plan, random),
      collector: `ĐTV ${1 + (position % collectors)}`,
      keyedBy: `Nhập liệu ${1 + Math.floor(random() * keyers)}`,
    };
  };
}

/** Working days of the fieldwork; all its days where none of them is one. */
function fieldDays({ fieldwork: { opens, closes }, calendar }: Plan): readonly IsoDate[] {
  if (opens === null) return [];
  const count = closes === null ? usualDays : daysBetween(opens, closes) + 1;
  const all = Array.from({ length: Math.max(1, count) }, (_, at) => addDays(opens, at));
  const working = all.filter((day) => dayOff(day, calendar) === null);
  return working.length === 0 ? all : working;
}

function timeIn(days: readonly IsoDate[], { fieldwork }: Plan, random: Random): string | null {
  const day = days[Math.floor(random() * days.length)];
  if (day === undefined) return null;
  const minute = hours.from * 60 + Math.floor(random() * (hours.to - hours.from) * 60);
  const date = day.split('-').reverse().join('/');
  return fieldwork.times === 'day' ? date : `${date} ${two(minute / 60)}:${two(minute % 60)}`;
}

function two(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}
