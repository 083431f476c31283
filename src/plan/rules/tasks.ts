/** Tasks in their order, their working days and numbers. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { IsoDate } from '../plan.ts';
import { taskOrder, textsOf } from '../task-order.ts';
import { holidaysBetween, workingDaysEnd } from '../working-days.ts';
import { bodyRules } from './bodies.ts';
import { outOfOrder } from './dates.ts';
import { type Rule, type RuleContext, shortPlace, unknownNames } from './rule.ts';

export const taskRules: readonly Rule[] = [
  { needs: ['tasks'], check: taskDates },
  { needs: ['tasks'], check: knownTasks },
  { needs: ['tasks'], check: circles },
  { needs: ['tasks', 'calendar'], check: afterTheOthers },
  { needs: ['tasks', 'calendar'], check: workingDays },
  { needs: ['tasks'], check: numbers },
  ...bodyRules,
];

type TaskFile = NonNullable<RuleContext['file']['tasks']>[number];

function taskDates({ file, at }: RuleContext): readonly Finding[] {
  return (file.tasks ?? []).flatMap(({ name, from, due }, position) =>
    from === undefined || due === undefined
      ? []
      : outOfOrder(name, from.from, due.to, ['tasks', position, 'due'], at),
  );
}

function knownTasks({ file, at }: RuleContext): readonly Finding[] {
  const tasks = file.tasks ?? [];
  const references = tasks.flatMap((task, position) =>
    textsOf(task.after).map((id, entry) => {
      const path = ['tasks', position, 'after'];
      return { id, at: at(typeof task.after === 'string' ? path : [...path, entry]) };
    }),
  );
  return unknownNames(
    'task',
    references,
    tasks.map(({ id }) => id),
  );
}

function circles({ file, at }: RuleContext): readonly Finding[] {
  const tasks = file.tasks ?? [];
  return taskOrder(tasks).circles.flatMap((circle) => {
    const [first] = circle;
    if (first === undefined) return [];
    const args = { tasks: circle.map(({ id }) => id) };
    return [finding('plan/task-cycle', at(['tasks', tasks.indexOf(first), 'after']), args)];
  });
}

/** A task may begin on the day on which another ends, not before. Months are given the benefit of the doubt. */
function afterTheOthers({ file, plan, at }: RuleContext): readonly Finding[] {
  const tasks = file.tasks ?? [];
  const positions = new Map(tasks.map(({ id }, position) => [id, position]));
  return tasks.flatMap((task, position) =>
    textsOf(task.after).flatMap((id): readonly Finding[] => {
      const other = positions.get(id);
      const before = other === undefined ? undefined : tasks[other];
      if (other === undefined || before === undefined || before === task) return [];
      const begins = task.from ?? task.due;
      const ends = before.due?.from ?? plan.tasks[other]?.due ?? null;
      if (begins === undefined || ends === null || begins.to >= ends) return [];
      const where = at(['tasks', position, task.from === undefined ? 'due' : 'from']);
      const args = { task: task.name, begins: begins.to, before: before.name, ends };
      return [finding('plan/task-before', where, args)];
    }),
  );
}

/** Days and deadline, where both are written; days from which nothing follows. */
function workingDays(context: RuleContext): readonly Finding[] {
  const { file, plan, at } = context;
  const judged = datable(file.tasks ?? []);
  return (file.tasks ?? []).flatMap((task, position): readonly Finding[] => {
    const { days, due, name } = task;
    const planned = plan.tasks[position];
    if (days === undefined || planned === undefined || due?.month === true) return [];
    const from: IsoDate | null = task.from?.month === true ? null : planned.from;
    if (due === undefined) {
      const where = at(['tasks', position, 'days']);
      const silent = from !== null || !judged.has(task);
      return silent ? [] : [finding('plan/days-without-start', where, { task: name })];
    }
    // Out of order is reported as such.
    if (from === null || due.to < from) return [];
    const computed = workingDaysEnd(from, Math.max(1, days), plan.calendar);
    if (computed === due.to) return [];
    const holidays = holidaysBetween(from, computed, plan.calendar);
    const args = { task: name, days, from, due: due.to, computed, holidays };
    return [finding('plan/task-days', at(['tasks', position, 'due']), args)];
  });
}

/** Tasks whose dates could be known: what they wait for is there and in no circle. */
function datable(tasks: readonly TaskFile[]): ReadonlySet<TaskFile> {
  const known = new Set(tasks.map(({ id }) => id));
  const whole = ({ after }: TaskFile): boolean => textsOf(after).every((id) => known.has(id));
  return new Set(taskOrder(tasks).ordered.filter(whole));
}

interface Count {
  /** The last number; after a repeated one also what it would be if none were repeated. */
  last: readonly number[];
  readonly places: Map<string, string>;
}

/** `1`, `2.1.` …: each level counts on its own, and begins anew where a phase begins with 1. Others are not judged. */
function numbers({ file, at }: RuleContext): readonly Finding[] {
  const counts = new Map<string, Count>();
  let phase: string | undefined;
  return (file.tasks ?? []).flatMap((task, position): readonly Finding[] => {
    const newPhase = task.phase !== phase;
    phase = task.phase;
    const no = task.no?.replace(/\.$/, '') ?? '';
    const [, above = '', own = ''] = /^((?:\d+\.)*)(\d+)$/.exec(no) ?? [];
    if (own === '') return [];
    const where = at(['tasks', position, 'no']);
    const value = Number(own);
    const count = counts.get(above);
    if (count === undefined || (newPhase && value === 1)) {
      counts.set(above, { last: [value], places: new Map([[no, shortPlace(where)]]) });
      return [];
    }
    const first = count.places.get(no);
    const before = count.last;
    count.places.set(no, first ?? shortPlace(where));
    count.last = first === undefined ? [value] : [value, Math.max(...before) + 1];
    if (first !== undefined) return [finding('plan/task-number-repeats', where, { no, first })];
    if (before.includes(value - 1)) return [];
    const expected = `${above}${Math.min(...before) + 1}`;
    return [finding('plan/task-number-jumps', where, { no, expected })];
  });
}
