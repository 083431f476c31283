/** The calendar as a table by date. */
import type { Lang } from '../findings/finding.ts';
import { bodiesLine } from '../page/bodies.ts';
import { officialPage } from '../page/official.ts';
import { column, type PageCell, type PageRow, type PrintedPage, withColumns } from '../page.ts';
import type { Plan, Task } from '../plan/plan.ts';
import type { EventKind, Schedule, ScheduleEvent } from '../schedule.ts';
import { type ScheduleWord, scheduleWords } from './words.ts';

export const kindWords: Readonly<Record<EventKind, ScheduleWord>> = {
  roster: 'kindRoster',
  send: 'kindSend',
  fieldwork: 'kindFieldwork',
  window: 'kindWindow',
  task: 'kindTask',
};

/** Every event by its first day, then what has no date. `rehearsal`: the plan stands in a folder of made-up figures. */
export function listPage(
  plan: Plan,
  { events, undated }: Schedule,
  lang: Lang,
  rehearsal: boolean,
): PrintedPage {
  const words = scheduleWords[lang];
  const rows = events.map((event): PageRow => ({ style: 'row', cells: eventCells(event, lang) }));
  const rest = undated.map((task): PageRow => ({ style: 'row', cells: undatedCells(task, lang) }));
  const heading: PageRow = { style: 'group', cells: [null, null, null, words.undated] };
  return {
    name: words.listName,
    columns: [
      column('from', words.from, 'date', 11),
      column('to', words.to, 'date', 11),
      column('kind', words.kind, 'text', 9),
      column('content', words.content, 'text', 36),
      column('lead', words.lead, 'text', 18),
      column('support', words.support, 'text', 18),
      column('product', words.product, 'text', 13),
      column('note', words.note, 'text', 24),
    ],
    rows: rest.length === 0 ? rows : [...rows, heading, ...rest],
    notes: [],
    orientation: 'landscape',
    ...officialPage(plan, words.listTitle, lang, rehearsal),
  };
}

/** What finds room on a terminal: dates, content and who leads. */
export function briefPage(page: PrintedPage): PrintedPage {
  return withColumns(page, ({ key }) => ['from', 'to', 'content', 'lead'].includes(key));
}

function eventCells(event: ScheduleEvent, lang: Lang): readonly PageCell[] {
  const { from, to, months, kind, title, task } = event;
  const dates = months === null ? [from, to === from ? null : to] : [months, null];
  const kindName = scheduleWords[lang][kindWords[kind]];
  return [...dates, kindName, title, ...taskCells(task), noteOf(event, lang)];
}

function undatedCells(task: Task, lang: Lang): readonly PageCell[] {
  const title = task.no === null ? task.name : `${task.no}. ${task.name}`;
  return [null, null, scheduleWords[lang].kindTask, title, ...taskCells(task), task.when];
}

export function taskCells(task: Task | null): readonly PageCell[] {
  if (task === null) return [null, null, null];
  return [blankAsNull(task.lead), blankAsNull(task.support), task.product];
}

function blankAsNull(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : bodiesLine(texts);
}

function noteOf({ daily, details, task }: ScheduleEvent, lang: Lang): string | null {
  const hours = daily === null ? [] : [`${scheduleWords[lang].daily} ${daily.from} – ${daily.to}`];
  const when = task?.when ?? null;
  const lines = [...hours, ...details, ...(when === null ? [] : [when])];
  return lines.length === 0 ? null : lines.join('\n');
}
