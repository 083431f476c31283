/** Which tasks wait for which. */

interface Waiting {
  readonly id: string;
  readonly after?: string | readonly string[] | undefined;
}

export interface TaskOrder<T> {
  /** Every task after those it waits for; tasks of a circle, and what waits for them, are not there. */
  readonly ordered: readonly T[];
  /** Tasks that wait for each other, each circle once, in the order of the plan. */
  readonly circles: readonly (readonly T[])[];
}

/** What is written as one text or as a list. */
export function textsOf(texts: string | readonly string[] | undefined): readonly string[] {
  return typeof texts === 'string' ? [texts] : (texts ?? []);
}

/** Names that are no task are left aside: another rule reports them. */
export function taskOrder<T extends Waiting>(tasks: readonly T[]): TaskOrder<T> {
  const byId = new Map(tasks.toReversed().map((task) => [task.id, task]));
  const waitsFor = (task: T): readonly T[] =>
    textsOf(task.after).flatMap((id) => byId.get(id) ?? []);
  const waiting = new Map(tasks.map((task) => [task, new Set(waitsFor(task)).size]));
  const next = new Map<T, T[]>();
  for (const task of tasks) {
    for (const before of new Set(waitsFor(task))) {
      const later = next.get(before);
      if (later === undefined) next.set(before, [task]);
      else later.push(task);
    }
  }
  const ordered = tasks.filter((task) => waiting.get(task) === 0);
  for (const task of ordered) {
    for (const later of next.get(task) ?? []) {
      const left = (waiting.get(later) ?? 0) - 1;
      waiting.set(later, left);
      if (left === 0) ordered.push(later);
    }
  }
  const free = new Set(ordered);
  const stuck = tasks.filter((task) => !free.has(task));
  return { ordered, circles: circlesIn(stuck, { waitsFor, next }) };
}

interface Links<T> {
  readonly waitsFor: (task: T) => readonly T[];
  readonly next: ReadonlyMap<T, readonly T[]>;
}

function circlesIn<T>(
  stuck: readonly T[],
  { waitsFor, next }: Links<T>,
): readonly (readonly T[])[] {
  const left = new Set(stuck);
  const circles: (readonly T[])[] = [];
  for (const start of stuck) {
    while (left.has(start)) {
      const circle = circleBefore(start, (task) => waitsFor(task).find((one) => left.has(one)));
      circles.push(stuck.filter((task) => circle.has(task)));
      // What waited for this circle only is no circle of its own.
      const freed = [...circle];
      for (const task of freed) left.delete(task);
      for (const task of freed) {
        for (const later of next.get(task) ?? []) {
          if (!left.has(later) || waitsFor(later).some((one) => left.has(one))) continue;
          left.delete(later);
          freed.push(later);
        }
      }
    }
  }
  return circles;
}

/** Every stuck task waits for a stuck task, so that going back always ends in a circle. */
function circleBefore<T>(start: T, before: (task: T) => T | undefined): ReadonlySet<T> {
  const path = new Set<T>();
  let task: T | undefined = start;
  while (task !== undefined && !path.has(task)) {
    path.add(task);
    task = before(task);
  }
  const way = [...path];
  return new Set(way.slice(task === undefined ? 0 : way.indexOf(task)));
}
