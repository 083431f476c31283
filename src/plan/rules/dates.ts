/** Dates in their order, inside the fieldwork, on days when offices are open; the same wherever they are printed. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { holidaysKnown, holidayYears } from '../holidays/holiday.ts';
import type { IsoDate, Plan } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { dayOff } from '../working-days.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';

export const dateRules: readonly Rule[] = [
  { needs: ['fieldwork'], check: fieldworkOrder },
  { needs: ['fieldwork'], check: windowsInFieldwork },
  { needs: ['groups', 'fieldwork'], check: sendInFieldwork },
  { needs: ['groups', 'fieldwork'], check: rostersInTime },
  { needs: ['fieldwork', 'document'], check: fieldworkAfterPlan },
  { needs: ['calendar'], check: openOrClosed },
  { needs: ['calendar'], check: idleSwaps },
  { needs: ['fieldwork', 'groups', 'tasks', 'calendar'], check: startsOnDaysOff },
  { needs: ['fieldwork', 'tasks', 'calendar'], check: deadlinesOnDaysOff },
  { needs: ['groups', 'calendar'], check: rostersOnDaysOff },
  { needs: ['groups', 'fieldwork', 'tasks', 'calendar'], check: knownHolidays },
  { needs: ['stated_dates', 'fieldwork', 'document', 'tasks'], check: statedDates },
];

function fieldworkOrder({ plan, at }: RuleContext): readonly Finding[] {
  const { opens, closes, windows } = plan.fieldwork;
  const days = windows.flatMap(({ name, from, to }, position) =>
    outOfOrder(name, from, to, ['fieldwork', 'windows', position, 'to'], at),
  );
  const hours = windows.flatMap(({ name, daily }, position) => {
    // Times of day compare as text: two digits each.
    if (daily === null || daily.from <= daily.to) return [];
    const where = at(['fieldwork', 'windows', position, 'daily', 'to']);
    return [finding('plan/dates-out-of-order', where, { what: name, ...daily })];
  });
  if (opens === null || closes === null) return [...days, ...hours];
  return [
    ...outOfOrder('fieldwork.closes', opens, closes, ['fieldwork', 'closes'], at),
    ...days,
    ...hours,
  ];
}

export function outOfOrder(
  what: string,
  from: IsoDate,
  to: IsoDate,
  path: TreePath,
  at: RuleContext['at'],
): readonly Finding[] {
  if (from <= to) return [];
  const args = { what, from, to };
  return [finding('plan/dates-out-of-order', at(path), args)];
}

function windowsInFieldwork({ plan, at }: RuleContext): readonly Finding[] {
  const { opens, windows } = plan.fieldwork;
  return windows.flatMap(({ name, from }, position) => {
    if (opens === null || from >= opens) return [];
    const where = at(['fieldwork', 'windows', position, 'from']);
    return [finding('plan/window-outside', where, { window: name, date: from, opens })];
  });
}

interface Sending {
  readonly group: string;
  /** Blank: the group as a whole. */
  readonly unit: string;
  readonly date: IsoDate;
  readonly path: TreePath;
}

function sendings({ file }: RuleContext): readonly Sending[] {
  return file.groups.flatMap(({ id, send }, position): readonly Sending[] => {
    const path = ['groups', position, 'send'];
    if (send === undefined) return [];
    if (typeof send === 'string') return [{ group: id, unit: '', date: send, path }];
    return Object.entries(send).map(([unit, date]) => {
      return { group: id, unit: unit === 'default' ? '' : unit, date, path: [...path, unit] };
    });
  });
}

function sendInFieldwork(context: RuleContext): readonly Finding[] {
  const { opens, closes } = context.plan.fieldwork;
  return sendings(context).flatMap(({ group, unit, date, path }) => {
    const where = context.at(path);
    const args = { group, unit, date };
    if (closes !== null && date > closes) {
      return [finding('plan/send-after-closing', where, { ...args, closes })];
    }
    if (opens === null || date >= opens) return [];
    return [finding('plan/send-before-opening', where, { ...args, opens })];
  });
}

/** When lists of people are due. */
function rosterDues({ file }: RuleContext): readonly (Deadline & { readonly group: string })[] {
  return file.groups.flatMap(({ id, quota: { census }, roster }, position) => {
    const path = ['groups', position];
    const counted = census === undefined || typeof census === 'string' ? undefined : census.due;
    const own = roster === undefined || typeof roster === 'string' ? undefined : roster.due;
    const dues = [
      { date: counted, path: [...path, 'quota', 'census', 'due'] },
      { date: own, path: [...path, 'roster', 'due'] },
    ];
    return dues.flatMap(({ date, path }) =>
      date === undefined ? [] : [{ group: id, what: `${id}: roster`, date, path }],
    );
  });
}

function rostersInTime(context: RuleContext): readonly Finding[] {
  const { opens } = context.plan.fieldwork;
  return rosterDues(context).flatMap(({ group, date, path }) => {
    if (opens === null || date <= opens) return [];
    return [finding('plan/roster-late', context.at(path), { group, due: date, opens })];
  });
}

/** A draft that names its month only is signed on its first day at the earliest. */
function fieldworkAfterPlan({ plan, at }: RuleContext): readonly Finding[] {
  const { opens } = plan.fieldwork;
  const signed = plan.document.date ?? plan.document.month;
  // Texts of days and months compare by their beginning.
  if (opens === null || signed === null || opens.slice(0, signed.length) >= signed) return [];
  const where = at(['fieldwork', 'opens']);
  return [finding('plan/fieldwork-before-plan', where, { opens, signed })];
}

function openOrClosed({ plan, at }: RuleContext): readonly Finding[] {
  const { open, closed } = plan.calendar;
  return open.flatMap((date, position) =>
    closed.includes(date)
      ? [finding('plan/calendar-both', at(['calendar', 'open', position]), { date })]
      : [],
  );
}

/** A day that the national calendar already has so: most likely another one is meant. */
function idleSwaps({ plan, at }: RuleContext): readonly Finding[] {
  const national = { closed: [], open: [] };
  return (['open', 'closed'] as const).flatMap((key) =>
    plan.calendar[key].flatMap((date, position) => {
      const isOff = dayOff(date, national) !== null;
      const isBoth = plan.calendar.open.includes(date) && plan.calendar.closed.includes(date);
      if (isBoth || isOff === (key === 'open')) return [];
      return [finding('plan/calendar-idle', at(['calendar', key, position]), { key, date })];
    }),
  );
}

/** The first day of whatever begins, and the days on which forms go out; a window that begins with the fieldwork is said once. */
function startsOnDaysOff(context: RuleContext): readonly Finding[] {
  const { plan, at } = context;
  const { opens, windows } = plan.fieldwork;
  const starts: readonly Deadline[] = [
    ...(opens === null
      ? []
      : [{ what: 'fieldwork.opens', date: opens, path: ['fieldwork', 'opens'] }]),
    ...windows.flatMap(({ name, from }, position) =>
      from === opens
        ? []
        : [{ what: name, date: from, path: ['fieldwork', 'windows', position, 'from'] }],
    ),
    ...sendings(context).map(({ group, date, path }) => ({ what: `${group}: send`, date, path })),
  ];
  return starts.flatMap(({ what, date, path }): readonly Finding[] => {
    const off = dayOff(date, plan.calendar);
    if (off === null || off === 'saturday') return [];
    if (off === 'sunday') return [finding('plan/starts-on-sunday', at(path), { what, date })];
    return [finding('plan/starts-on-holiday', at(path), { what, date, holiday: off })];
  });
}

interface Deadline {
  readonly what: string;
  readonly date: IsoDate;
  readonly path: TreePath;
}

/** Days that somebody must meet. A month as a deadline names no day, so its last day is not checked. */
function deadlines({ file, plan }: RuleContext): readonly Deadline[] {
  const { closes, windows } = plan.fieldwork;
  return [
    ...(closes === null
      ? []
      : [{ what: 'fieldwork.closes', date: closes, path: ['fieldwork', 'closes'] }]),
    ...windows.map(({ name, to }, position) => {
      return { what: name, date: to, path: ['fieldwork', 'windows', position, 'to'] };
    }),
    ...(file.tasks ?? []).flatMap(({ name, due }, position) =>
      due === undefined || due.month
        ? []
        : [{ what: name, date: due.to, path: ['tasks', position, 'due'] }],
    ),
  ];
}

/** Saturdays matter to tasks only: forms are handed out and collected on them as a matter of course. */
function deadlinesOnDaysOff(context: RuleContext): readonly Finding[] {
  return deadlines(context).flatMap((deadline) => onDayOff(deadline, context));
}

function rostersOnDaysOff(context: RuleContext): readonly Finding[] {
  return rosterDues(context).flatMap((deadline) => onDayOff(deadline, context));
}

function onDayOff({ what, date, path }: Deadline, { plan, at }: RuleContext): readonly Finding[] {
  const off = dayOff(date, plan.calendar);
  if (off === null) return [];
  if (off === 'sunday') return [finding('plan/sunday', at(path), { what, date })];
  if (off !== 'saturday') return [finding('plan/holiday', at(path), { what, date, holiday: off })];
  return path[0] === 'tasks' ? [finding('plan/saturday', at(path), { what, date })] : [];
}

/** Said once, at the first deadline (lists included, then tasks counted in days) whose year is not known. */
function knownHolidays(context: RuleContext): readonly Finding[] {
  const counted = context.plan.tasks.flatMap(({ name, days, due }, position): Deadline[] =>
    days === null || due === null
      ? []
      : [{ what: name, date: due, path: ['tasks', position, 'days'] }],
  );
  const dues = [...deadlines(context), ...rosterDues(context), ...counted];
  const beyond = dues.find(({ date }) => !holidaysKnown(date));
  if (beyond === undefined) return [];
  const { first, last } = holidayYears();
  const args = { year: beyond.date.slice(0, 4), first: String(first), last: String(last) };
  return [finding('plan/holidays-unknown', context.at(beyond.path), args)];
}

/** What the document prints a second time, against what the plan says. */
function statedDates(context: RuleContext): readonly Finding[] {
  const { file, plan, at } = context;
  const tasks = new Map((file.tasks ?? []).map((task) => [task.id, task]));
  return plan.statedDates.flatMap(({ name, from, to, of }, position): readonly Finding[] => {
    const path = ['stated_dates', position];
    if (of.kind === 'task' && !tasks.has(of.task)) {
      const reference = { id: of.task, at: at([...path, 'of', 'task']) };
      return unknownNames('task', [reference], [...tasks.keys()]);
    }
    const { what, date } = repeated(of, context);
    // A month that is printed agrees with any of its days.
    const agrees = (one: string, other: string): boolean => one.startsWith(other);
    const stated = from === to ? from : from.slice(0, 7);
    if (date === null || agrees(date, stated) || agrees(stated, date)) return [];
    return [finding('plan/stated-date', at([...path, 'date']), { name, stated, what, date })];
  });
}

/** The day, or the month, that a stated date repeats. */
function repeated(
  of: Plan['statedDates'][number]['of'],
  { file, plan }: RuleContext,
): { readonly what: string; readonly date: string | null } {
  if (of.kind === 'task') {
    const position = (file.tasks ?? []).findIndex(({ id }) => id === of.task);
    const due = plan.tasks[position]?.due ?? null;
    const month = file.tasks?.[position]?.due?.month === true;
    const what = plan.tasks[position]?.name ?? of.task;
    return { what, date: due !== null && month ? due.slice(0, 7) : due };
  }
  const dates = {
    opens: plan.fieldwork.opens,
    closes: plan.fieldwork.closes,
    document: plan.document.date ?? plan.document.month,
  };
  const what = of.kind === 'document' ? 'document.date' : `fieldwork.${of.kind}`;
  return { what, date: dates[of.kind] };
}
