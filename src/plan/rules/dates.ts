/** Dates in their order, inside the fieldwork, on days when offices are open. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { isSunday } from '../dates.ts';
import type { IsoDate } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import type { Rule, RuleContext } from './rule.ts';

export const dateRules: readonly Rule[] = [
  { needs: ['fieldwork'], check: fieldworkOrder },
  { needs: ['fieldwork'], check: windowsInFieldwork },
  { needs: ['groups', 'fieldwork'], check: sendInFieldwork },
  { needs: ['groups', 'fieldwork'], check: rostersInTime },
  { needs: ['tasks'], check: taskOrder },
  { needs: ['fieldwork', 'tasks'], check: sundays },
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

function outOfOrder(
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

function rostersInTime({ file, plan, at }: RuleContext): readonly Finding[] {
  const { opens } = plan.fieldwork;
  return file.groups.flatMap(({ id, quota: { census } }, position) => {
    if (opens === null || census === undefined || typeof census === 'string') return [];
    const { due } = census;
    if (due === undefined || due <= opens) return [];
    const where = at(['groups', position, 'quota', 'census', 'due']);
    return [finding('plan/roster-late', where, { group: id, due, opens })];
  });
}

function taskOrder({ plan, at }: RuleContext): readonly Finding[] {
  return plan.tasks.flatMap(({ name, from, due }, position) =>
    from === null || due === null
      ? []
      : outOfOrder(name, from, due, ['tasks', position, 'due'], at),
  );
}

/** Days that somebody must meet. A month as a deadline names no day, so its last day is not checked. */
function sundays({ file, plan, at }: RuleContext): readonly Finding[] {
  const { closes, windows } = plan.fieldwork;
  const deadlines: { what: string; date: IsoDate; path: TreePath }[] = [
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
  return deadlines
    .filter(({ date }) => isSunday(date))
    .map(({ what, date, path }) => finding('plan/sunday', at(path), { what, date }));
}
