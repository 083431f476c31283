/** What an earlier run printed, against what the plan prints now. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Packet, RegisteredSheet } from '../packets.ts';
import { sheetRegister } from '../packets.ts';
import type { Plan } from '../plan/plan.ts';
import type { Table, TableRow } from '../table.ts';

/** What a printed sheet stands for; its kind may change, for a spare may become a form. */
const kept = ['form', 'group', 'unit', 'place'] as const;

/**
 * An error when serials of an earlier register are gone, or now belong to another group, unit or place;
 * null when every printed sheet still is what it was. New serials are no matter.
 */
export function printedBefore(
  plan: Plan,
  register: Table,
  printed: readonly Packet[],
): Finding | null {
  const column = new Map(register.columns.map((heading, at) => [heading, at]));
  const cell = (row: TableRow, name: string): string => row.cells[column.get(name) ?? -1] ?? '';
  const now = sheetRegister(printed);
  const targets = new Set<string>();
  const lost = { dropped: 0, changed: 0 };
  for (const row of register.rows) {
    const serial = cell(row, 'serial');
    if (serial === '') continue;
    const sheet = now.get(serial);
    if (sheet === undefined) lost.dropped += 1;
    else if (isSame(sheet, (name) => cell(row, name))) continue;
    else lost.changed += 1;
    targets.add(cell(row, 'packet'));
  }
  if (targets.size === 0) return null;
  const names = namesOf(plan);
  return finding(
    'packet/printed-before',
    { kind: 'file', file: register.file },
    {
      ...lost,
      targets: [...targets].map((id) => names.get(id) ?? id),
      register: register.file.replace(/^.*[/\\]/, ''),
    },
  );
}

function isSame(sheet: RegisteredSheet, was: (name: string) => string): boolean {
  return kept.every((name) => (sheet[name] ?? '') === was(name));
}

/** By packet id. */
function namesOf(plan: Plan): ReadonlyMap<string, string> {
  return new Map([
    ...plan.units.map(({ id, name }) => [`unit:${id}`, name] as const),
    ...plan.places.map(({ id, name }) => [`place:${id}`, name] as const),
    ...plan.groups.map(({ id, name }) => [`group:${id}`, name] as const),
  ]);
}
