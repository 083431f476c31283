/** Groups that another survey asked: their rows carry no serial of ours, and no forms of ours are accounted for. */
import type { GroupId } from '../plan/plan.ts';
import type { Table } from '../table.ts';
import type { Field } from './fields.ts';
import type { Known } from './known.ts';

/** By the id of a group, or of a written one on several forms. */
export function isBorrowed({ groups, onForms }: Known, id: GroupId): boolean {
  const among = onForms.get(id)?.map((group) => group.id) ?? [id];
  return among.every((one) => groups.get(one)?.isBorrowed === true);
}

/** Whether the file speaks of such groups alone: the user says so, or every row does. */
export function isAllBorrowed(
  known: Known,
  { rows }: Table,
  fields: ReadonlyMap<Field, readonly number[]>,
  asked: GroupId | null,
): boolean {
  if (asked !== null) return isBorrowed(known, asked);
  const columns = fields.get('group') ?? [];
  return rows.every(({ cells }) => {
    const named = columns.map((at) => cells[at] ?? '').find((cell) => cell !== '');
    const found = known.find.group(named ?? '');
    return found.kind === 'one' && isBorrowed(known, found.id);
  });
}
