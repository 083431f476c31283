/** `tasks`, `bodies`, `stated_dates`, `calendar` and `costs` as written → as the plan holds them. */
import { addDays } from './dates.ts';
import type {
  Calendar,
  CostItem,
  Costs,
  Group,
  GroupId,
  IsoDate,
  StatedDate,
  Task,
} from './plan.ts';
import type { PlanFile } from './schema.ts';
import { taskOrder, textsOf } from './task-order.ts';
import { workingDayFrom, workingDaysEnd } from './working-days.ts';
import { expandedGroups } from './written-groups.ts';

type TaskFile = NonNullable<PlanFile['tasks']>[number];

/** In the order of the plan. First and last days that are not written follow from `days` and `after`. */
export function normaliseTasks(written: readonly TaskFile[], calendar: Calendar): readonly Task[] {
  const dated = new Map<string, Pick<Task, 'from' | 'due'>>();
  for (const task of taskOrder(written).ordered) {
    dated.set(
      task.id,
      datesOf(task, (id) => dated.get(id)?.due ?? null, calendar),
    );
  }
  return written.map((task) => {
    const dates = dated.get(task.id) ?? writtenDates(task);
    return normaliseTask(task, dates);
  });
}

function datesOf(
  task: TaskFile,
  endOf: (id: string) => IsoDate | null,
  calendar: Calendar,
): Pick<Task, 'from' | 'due'> {
  const { from, due } = writtenDates(task);
  // A month as its beginning is no day to count from.
  if (task.days === undefined || task.from?.month === true) return { from, due };
  const ends = textsOf(task.after).map(endOf);
  const start = from ?? startAfter(ends, calendar);
  if (start === null) return { from, due };
  return { from: start, due: due ?? workingDaysEnd(start, Math.max(1, task.days), calendar) };
}

/** The working day after the last of these ends; null while one of them is not known. */
function startAfter(ends: readonly (IsoDate | null)[], calendar: Calendar): IsoDate | null {
  const known = ends.filter((end) => end !== null).toSorted();
  const last = known.at(-1);
  if (last === undefined || known.length < ends.length) return null;
  return workingDayFrom(addDays(last, 1), calendar);
}

function writtenDates({ from, due }: TaskFile): Pick<Task, 'from' | 'due'> {
  return { from: from?.from ?? null, due: due?.to ?? null };
}

function normaliseTask(task: TaskFile, dates: Pick<Task, 'from' | 'due'>): Task {
  return {
    id: task.id,
    no: task.no ?? null,
    phase: task.phase ?? null,
    name: task.name,
    lead: textsOf(task.lead),
    support: textsOf(task.support),
    product: task.product ?? null,
    ...dates,
    months: (task.from?.month ?? false) || (task.due?.month ?? false),
    days: task.days ?? null,
    after: textsOf(task.after),
    when: task.when ?? null,
  };
}

export function statedDatesOf(written: PlanFile['stated_dates']): readonly StatedDate[] {
  return (written ?? []).map(({ name, date, of }) => ({
    name,
    from: date.from,
    to: date.to,
    of: typeof of === 'string' ? { kind: of } : { kind: 'task', task: of.task },
  }));
}

export function calendarOf(written: PlanFile['calendar']): Calendar {
  return { closed: written?.closed ?? [], open: written?.open ?? [] };
}

export function costsOf(written: PlanFile['costs'], all: readonly Group[]): Costs | null {
  if (written === undefined) return null;
  return {
    currency: written.currency ?? 'đồng',
    stated: written.stated ?? null,
    items: written.items.map(({ name, rate, measure, per, forms_per_day, times, groups }) => ({
      name,
      rate,
      measure: measure ?? null,
      per,
      formsPerDay: forms_per_day ?? null,
      times: times ?? 1,
      groups: groups === undefined ? paidGroups(per, all) : expandedGroups(groups, all),
    })),
  };
}

/** Sheets are printed and packed for groups that are asked on paper; in a survey without paper, for whoever is asked. */
function paidGroups(per: CostItem['per'], all: readonly Group[]): readonly GroupId[] {
  const onPaper = all.filter(({ mode }) => mode !== 'online' && mode !== 'qr');
  const printed = (per === 'printed' || per === 'packet') && onPaper.length > 0;
  return (printed ? onPaper : all).map(({ id }) => id);
}
