/** Plan → everything in it that has a date: fieldwork, windows, send dates, lists that are due, tasks. */
import type { Lang } from './findings/finding.ts';
import { wordsIn } from './findings/words.ts';
import type { Group, IsoDate, Plan, Task, UnitId } from './plan/plan.ts';
import { withoutMarks } from './plan/scalars.ts';
import { monthPeriod } from './schedule/days.ts';
import { scheduleWords } from './schedule/words.ts';

/** In the order in which they are listed on the same day. */
const eventKinds = ['roster', 'send', 'fieldwork', 'window', 'task'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface ScheduleEvent {
  readonly kind: EventKind;
  /** Unique within its kind, and the same as long as the thing keeps its name. */
  readonly id: string;
  readonly title: string;
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
  /** Whether `to` is a deadline; a window or a send date only ends. */
  readonly deadline: boolean;
  readonly daily: { readonly from: string; readonly to: string } | null;
  /** The plan names months only: `10/2024`, or `10/2024 – 12/2024`; null: it names days. */
  readonly months: string | null;
  /** Further lines: the units of a send date, where not all of a group's. */
  readonly details: readonly string[];
  /** Null for what is no task. */
  readonly task: Task | null;
}

export interface Schedule {
  /** By first day, then kind, then last day, then the order of the plan. */
  readonly events: readonly ScheduleEvent[];
  /** Tasks without any date, in the order of the plan. */
  readonly undated: readonly Task[];
}

export function schedule(plan: Plan, lang: Lang): Schedule {
  const events = [
    ...rosterEvents(plan, lang),
    ...sendEvents(plan, lang),
    ...fieldworkEvents(plan, lang),
    ...windowEvents(plan),
    ...plan.tasks.flatMap(taskEvent),
  ];
  return {
    events: events.toSorted(byDay),
    undated: plan.tasks.filter(({ from, due }) => from === null && due === null),
  };
}

function byDay(left: ScheduleEvent, right: ScheduleEvent): number {
  if (left.from !== right.from) return left.from < right.from ? -1 : 1;
  const kinds = eventKinds.indexOf(left.kind) - eventKinds.indexOf(right.kind);
  if (kinds !== 0 || left.to === right.to) return kinds;
  return left.to < right.to ? -1 : 1;
}

const plainEvent = {
  deadline: false,
  daily: null,
  months: null,
  details: [],
  task: null,
} satisfies Partial<ScheduleEvent>;

function fieldworkEvents({ fieldwork }: Plan, lang: Lang): readonly ScheduleEvent[] {
  const { opens, closes } = fieldwork;
  const words = scheduleWords[lang];
  const from = opens ?? closes;
  const to = closes ?? opens;
  if (from === null || to === null) return [];
  const title = closes === null ? words.opens : opens === null ? words.closes : words.fieldwork;
  const deadline = closes !== null;
  return [{ ...plainEvent, kind: 'fieldwork', id: 'fieldwork', title, from, to, deadline }];
}

function windowEvents({ fieldwork }: Plan): readonly ScheduleEvent[] {
  const ids = idsOf(fieldwork.windows.map(({ name }) => name));
  return fieldwork.windows.map(({ name, from, to, daily }, at) => {
    return { ...plainEvent, kind: 'window', id: ids[at] ?? name, title: name, from, to, daily };
  });
}

/** One event for each day on which forms go out, with the groups and their units. */
function sendEvents(plan: Plan, lang: Lang): readonly ScheduleEvent[] {
  const words = scheduleWords[lang];
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const days = new Map<IsoDate, { readonly groups: string[]; readonly details: string[] }>();
  for (const group of plan.groups) {
    for (const [day, units] of sendDays(group)) {
      const event = days.get(day) ?? { groups: [], details: [] };
      days.set(day, event);
      if (units === null) {
        event.groups.push(group.name);
        continue;
      }
      const count = `${wordsIn(lang).int(units.length)} ${units.length === 1 ? words.unit : words.units}`;
      event.groups.push(`${group.name} (${count})`);
      event.details.push(`${group.name}: ${units.map((id) => names.get(id) ?? id).join(', ')}`);
    }
  }
  return [...days].map(([day, { groups, details }]) => {
    const title = `${words.send}: ${groups.join('; ')}`;
    return { ...plainEvent, kind: 'send', id: day, title, from: day, to: day, details };
  });
}

/** Days on which forms of the group go out, and to which units; null: to all it has. */
function sendDays({
  over,
  send,
  sendByUnit,
}: Group): ReadonlyMap<IsoDate, readonly UnitId[] | null> {
  const days = new Map<IsoDate, UnitId[]>();
  const units = over.kind === 'units' ? over.units : Object.keys(sendByUnit);
  for (const unit of units) {
    const day = sendByUnit[unit] ?? send;
    if (day === null) continue;
    const there = days.get(day);
    if (there === undefined) days.set(day, [unit]);
    else there.push(unit);
  }
  if (over.kind !== 'units') return send === null ? days : new Map([...days, [send, null]]);
  const [only] = days.keys();
  const isOne = only !== undefined && days.get(only)?.length === units.length;
  return isOne ? new Map([[only, null]]) : days;
}

/** One event for each list: several groups may count on the same one. */
function rosterEvents(plan: Plan, lang: Lang): readonly ScheduleEvent[] {
  const words = scheduleWords[lang];
  const lists = new Map<string, { readonly due: IsoDate; readonly names: string[] }>();
  for (const { name, roster } of plan.groups) {
    const due = roster?.due ?? null;
    if (roster === null || due === null) continue;
    const list = lists.get(`${roster.file} ${due}`) ?? { due, names: [] };
    lists.set(`${roster.file} ${due}`, list);
    list.names.push(name);
  }
  const ids = idsOf([...lists.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))));
  return [...lists.values()].map(({ due, names }, at) => {
    const title = `${words.roster}: ${names.join('; ')}`;
    const id = ids[at] ?? title;
    return { ...plainEvent, kind: 'roster', id, title, from: due, to: due, deadline: true };
  });
}

function taskEvent(task: Task): readonly ScheduleEvent[] {
  const from = task.from ?? task.due;
  const to = task.due ?? task.from;
  if (from === null || to === null) return [];
  const title = task.no === null ? task.name : `${task.no}. ${task.name}`;
  const months = task.months ? monthPeriod(from, to) : null;
  const deadline = task.due !== null && !task.months;
  return [{ ...plainEvent, kind: 'task', id: task.id, title, from, to, deadline, months, task }];
}

/** Ids in plain letters from names; of those that are alike, all but the first get a number that no other has. */
function idsOf(names: readonly string[]): readonly string[] {
  const plain = names.map((name) =>
    withoutMarks(name)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
  );
  const [own, taken] = [new Set(plain), new Set<string>()];
  return plain.map((id) => {
    let free = id;
    for (let no = 2; taken.has(free) || (free !== id && own.has(free)); no += 1) {
      free = `${id}-${no}`;
    }
    taken.add(free);
    return free;
  });
}
