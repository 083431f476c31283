/** Lists of people (`census: { roster: … }`) → how many there are in each unit. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { matchName, type NameIndex, nameIndex } from '../names.ts';
import type { Table } from '../table.ts';
import { record, type UnitEntry } from './entries.ts';
import { cellValue, frameRows, openFrame, whereCell } from './frame.ts';
import type { UnitId } from './plan.ts';
import { readLine } from './scalars.ts';

export interface RosterCounts {
  readonly counts: Readonly<Record<UnitId, number>>;
  readonly findings: readonly Finding[];
}

/** One row a person; the column `unit` holds the unit's id or name. */
export function rosterCounts(table: Table, units: readonly UnitEntry[]): RosterCounts {
  const frame = openFrame(table, ['unit']);
  if (frame.findings.length > 0) return { counts: record([]), findings: frame.findings };
  const index = nameIndex(units);
  const counts = new Map<UnitId, number>();
  for (const row of frameRows(frame)) {
    const name = cellValue(frame, row, 'unit', readLine, true);
    if (name === null) continue;
    const unit = unitNamed(name, index, whereCell(frame, row, 'unit'), frame.findings);
    if (unit !== null) counts.set(unit.id, (counts.get(unit.id) ?? 0) + 1);
  }
  return { counts: record(counts), findings: frame.findings };
}

function unitNamed(
  text: string,
  index: NameIndex<UnitEntry>,
  at: Where,
  findings: Finding[],
): UnitEntry | null {
  const match = matchName(text, index);
  if (match.kind === 'exact') return match.found;
  if (match.kind === 'ambiguous') {
    const among = match.among.map(({ id, name }) => `${name} (${id})`);
    findings.push(finding('plan/ambiguous-name', at, { thing: 'unit', text, among }));
  } else {
    findings.push(finding('plan/unknown-name', at, { thing: 'unit', text, near: match.near }));
  }
  return null;
}
