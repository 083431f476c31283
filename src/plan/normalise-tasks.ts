/** `tasks`, `bodies`, `stated_dates`, `calendar` and `costs` as written → as the plan holds them. */
import type { Calendar, Costs, GroupId, StatedDate, Task } from './plan.ts';
import type { PlanFile } from './schema.ts';

export function normaliseTask(task: NonNullable<PlanFile['tasks']>[number]): Task {
  return {
    id: task.id,
    no: task.no ?? null,
    phase: task.phase ?? null,
    name: task.name,
    lead: textsOf(task.lead),
    support: textsOf(task.support),
    product: task.product ?? null,
    from: task.from?.from ?? null,
    due: task.due?.to ?? null,
    months: (task.from?.month ?? false) || (task.due?.month ?? false),
    days: task.days ?? null,
    after: textsOf(task.after),
    when: task.when ?? null,
  };
}

function textsOf(texts: string | readonly string[] | undefined): readonly string[] {
  return typeof texts === 'string' ? [texts] : (texts ?? []);
}

export function statedDatesOf(written: PlanFile['stated_dates']): readonly StatedDate[] {
  return (written ?? []).map(({ name, date, of }) => ({
    name,
    date,
    of: typeof of === 'string' ? { kind: of } : { kind: 'task', task: of.task },
  }));
}

export function calendarOf(written: PlanFile['calendar']): Calendar {
  return { closed: written?.closed ?? [], open: written?.open ?? [] };
}

export function costsOf(written: PlanFile['costs'], all: readonly GroupId[]): Costs | null {
  if (written === undefined) return null;
  return {
    currency: written.currency ?? 'đồng',
    stated: written.stated ?? null,
    items: written.items.map(({ name, rate, per, forms_per_day, times, groups }) => ({
      name,
      rate,
      per,
      formsPerDay: forms_per_day ?? null,
      times: times ?? 1,
      groups: groups ?? all,
    })),
  };
}
