/** A written group on several forms stands in the plan as one group for each form: how to get from one to the other. */
import type { Group, GroupId, Plan } from './plan.ts';
import type { PlanFile } from './schema.ts';

export interface WrittenGroup {
  readonly file: PlanFile['groups'][number];
  /** In `groups` as written. */
  readonly position: number;
  /** The groups that stand for it, in the order of its forms; one unless it has several. */
  readonly groups: readonly Group[];
}

/** In the order of the plan. `groups` are those of the plan, which follow the same order. */
export function writtenGroups(
  { groups: written }: PlanFile,
  groups: readonly Group[],
): readonly WrittenGroup[] {
  let next = 0;
  return written.map((file, position) => {
    const first = next;
    next += typeof file.form === 'string' ? 1 : file.form.length;
    return { file, position, groups: groups.slice(first, next) };
  });
}

/** Ids as written → ids of the plan, each once, in the order of the plan; unknown ones are left out. */
export function expandedGroups(
  written: readonly string[],
  groups: readonly Group[],
): readonly GroupId[] {
  const wanted = new Set(written);
  return groups
    .filter(({ id, people }) => wanted.has(id) || wanted.has(people))
    .map(({ id }) => id);
}

/** Every id by which the file may name a group: as written, and as it stands in the plan. */
export function groupIds(
  { groups: written }: PlanFile,
  groups: readonly Group[],
): readonly string[] {
  return [...new Set([...written.map(({ id }) => id), ...groups.map(({ id }) => id)])];
}

/** `Đại biểu HĐND – 01/CCHC`: a group on one of several forms carries the form's code. */
export function nameOnForm(name: string, code: string): string {
  return `${name} – ${code}`;
}

/** A written group that stands in the plan as several, by its own id and name. */
export interface People {
  readonly id: GroupId;
  readonly name: string;
  readonly groups: readonly Group[];
}

/** The written groups on several forms; in the order of the plan. */
export function peopleOnForms({
  groups,
  forms,
}: Pick<Plan, 'groups' | 'forms'>): readonly People[] {
  const codes = new Map(forms.map(({ id, code }) => [id, code]));
  const people = new Map<GroupId, Group[]>();
  for (const group of groups) {
    if (group.id === group.people) continue;
    const some = people.get(group.people);
    if (some === undefined) people.set(group.people, [group]);
    else some.push(group);
  }
  return [...people].map(([id, some]) => {
    const [first] = some;
    const suffix = nameOnForm('', codes.get(first?.form ?? '') ?? first?.form ?? '');
    const full = first?.name ?? id;
    return { id, name: full.endsWith(suffix) ? full.slice(0, -suffix.length) : full, groups: some };
  });
}
