/** The calendar as a Gantt sheet: a row for each task and milestone, a column for each day, week or month. */
import type { Lang } from '../findings/finding.ts';
import { monthOf, officialMonth } from '../page/dates.ts';
import { officialPage } from '../page/official.ts';
import {
  column,
  type Mark,
  type PageCell,
  type PageColumn,
  type PageRow,
  type PrintedPage,
  withColumns,
} from '../page.ts';
import { daysBetween } from '../plan/dates.ts';
import type { IsoDate, Plan, Task } from '../plan/plan.ts';
import { dayOff } from '../plan/working-days.ts';
import type { Schedule, ScheduleEvent } from '../schedule.ts';
import { taskCells } from './list.ts';
import { type Period, periodsOf, type Step, stepOf } from './periods.ts';
import { scheduleWords } from './words.ts';

/** Null when nothing in the plan has a date. */
export function ganttPage(
  plan: Plan,
  schedule: Schedule,
  lang: Lang,
  rehearsal: boolean,
): PrintedPage | null {
  const { events } = schedule;
  const words = scheduleWords[lang];
  const from = events.map((event) => event.from).sort()[0];
  const to = events
    .map((event) => event.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return null;
  const step = stepOf(daysBetween(from, to) + 1);
  const calendar = periodsOf(from, to, step, (day) => dayOff(day, plan.calendar) !== null);
  // Work that begins on a Saturday shows from the Monday on: the week before would be an empty column.
  const periods = calendar.slice(
    calendar.findIndex((period) => events.some((event) => isIn(period, event))),
  );
  const chart = { periods, lang };
  const page: PrintedPage = {
    name: words.ganttName,
    columns: [
      column('no', words.number, 'text', 5),
      column('content', words.content, 'text', 30),
      column('lead', words.lead, 'text', 16),
      column('support', words.support, 'text', 16),
      column('product', words.product, 'text', 14),
      column('time', words.time, 'text', 12),
      ...periodColumns(periods, step),
    ],
    rows: [...milestoneRows(events, chart), ...taskRows(plan.tasks, events, chart)],
    notes: notesOf(step, schedule.undated.length > 0, periods, lang),
    orientation: 'landscape',
    ...officialPage(plan, words.ganttTitle, lang, rehearsal),
  };
  return withColumns(page, ({ key }, at) => {
    return !optional.has(key) || page.rows.some(({ cells }) => (cells[at] ?? null) !== null);
  });
}

/** Columns of tasks that are left out where nothing stands in them. */
const optional: ReadonlySet<string> = new Set(['lead', 'support', 'product']);

interface Chart {
  readonly periods: readonly Period[];
  readonly lang: Lang;
}

function notesOf(
  step: Step,
  hasUndated: boolean,
  periods: readonly Period[],
  lang: Lang,
): readonly string[] {
  const words = scheduleWords[lang];
  const notes = [words.legend];
  if (periods.some(({ worked }) => worked.length === 0)) notes.push(words.daysOff);
  if (step !== 'day') notes.push(step === 'week' ? words.weeks : words.months);
  if (hasUndated) notes.push(words.withoutDate);
  return [notes.join(' ')];
}

/** Under the month, the day (or the Monday of the week); of months, under the year, the month. */
function periodColumns(periods: readonly Period[], step: Step): readonly PageColumn[] {
  const width = periods.length > 24 ? 1.6 : 2.4;
  const overs = periods.map(({ from }) => (step === 'month' ? from.slice(0, 4) : from.slice(0, 7)));
  return periods.map(({ from }, at) => {
    const over = overs[at] ?? '';
    const room = overs.filter((one) => one === over).length;
    const heading = step === 'month' ? officialMonth(from.slice(5, 7)) : from.slice(8, 10);
    const above = step === 'month' ? over : monthHeading(from, room);
    return column(`p${from.replaceAll('-', '')}`, heading, 'mark', width, { over: above });
  });
}

/** As much of the month's name as fits over so many narrow columns. */
function monthHeading(day: IsoDate, columns: number): string {
  return columns >= 3 ? monthOf(day) : officialMonth(day.slice(5, 7));
}

function milestoneRows(events: readonly ScheduleEvent[], chart: Chart): readonly PageRow[] {
  const words = scheduleWords[chart.lang];
  const sends = events.filter(({ kind }) => kind === 'send');
  const others = events.filter(({ kind }) => kind !== 'send' && kind !== 'task');
  const rows = [
    ...others.map((event) => rowOf([null, event.title, null, null, null], [event], chart)),
    ...(sends.length === 0 ? [] : [rowOf([null, words.send, null, null, null], sends, chart)]),
  ];
  return rows.length === 0 ? [] : [groupRow(words.milestones), ...rows];
}

function taskRows(
  tasks: readonly Task[],
  events: readonly ScheduleEvent[],
  chart: Chart,
): readonly PageRow[] {
  const byTask = new Map(events.map((event) => [event.task, event]));
  const isNumbered = tasks.some(({ no }) => no !== null);
  let phase: string | null = null;
  return tasks.flatMap((task, at) => {
    const heading = task.phase ?? scheduleWords[chart.lang].tasks;
    const event = byTask.get(task);
    const texts = [task.no ?? (isNumbered ? null : String(at + 1)), task.name, ...taskCells(task)];
    const row = rowOf(texts, event === undefined ? [] : [event], chart, task.when);
    const isNew = heading !== phase;
    phase = heading;
    return isNew ? [groupRow(heading), row] : [row];
  });
}

function groupRow(heading: string): PageRow {
  return { style: 'group', cells: [null, heading] };
}

/** Texts, time in words, marks. */
function rowOf(
  texts: readonly PageCell[],
  events: readonly ScheduleEvent[],
  { periods }: Chart,
  when: string | null = null,
): PageRow {
  const marks = periods.map((period) => markOf(period, events));
  return { style: 'row', cells: [...texts, when ?? timeOf(events), ...marks] };
}

/** `21/9 – 06/10`: the years stand over the columns. */
function timeOf(events: readonly ScheduleEvent[]): string | null {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first.months !== null) return first.months;
  return first.from === last.to
    ? dayMonth(first.from)
    : `${dayMonth(first.from)} – ${dayMonth(last.to)}`;
}

function dayMonth(day: IsoDate): string {
  return `${day.slice(8, 10)}/${officialMonth(day.slice(5, 7))}`;
}

function markOf(period: Period, events: readonly ScheduleEvent[]): Mark | null {
  const off = period.worked.length === 0;
  const here = events.filter((event) => isIn(period, event));
  if (here.some((event) => event.deadline && event.to <= period.to)) return 'due';
  if (here.length > 0) return off ? 'bar-off' : 'bar';
  return off ? 'off' : null;
}

/** An event that reaches into a week only by its Sunday is not shown in it, unless it is nowhere else. */
function isIn({ from, to, worked }: Period, event: ScheduleEvent): boolean {
  if (event.from > to || event.to < from) return false;
  const isWhole = event.from >= from && event.to <= to;
  const ends = event.deadline && event.to <= to;
  const isOff = worked.length === 0;
  return isOff || isWhole || ends || worked.some((day) => day >= event.from && day <= event.to);
}
