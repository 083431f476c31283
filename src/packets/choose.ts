/** Which packets a person asked for. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import { targetId } from './targets.ts';

export interface Chosen {
  /** Quota rows of the packets asked for; all rows when none was named. */
  readonly rows: readonly QuotaRow[];
  readonly findings: readonly Finding[];
}

/** `ids`: packet ids (`unit:…`), or the bare ids of units, places or groups; a name that fits nothing is a finding. */
export function chooseRows(rows: readonly QuotaRow[], ids: readonly string[], at: Where): Chosen {
  if (ids.length === 0) return { rows, findings: [] };
  const known = [...new Set(rows.map(targetId))];
  const wanted = new Set<string>();
  const findings: Finding[] = [];
  for (const id of ids) {
    const found = known.filter((each) => each === id || bareId(each) === id);
    for (const each of found) wanted.add(each);
    if (found.length > 0) continue;
    const near = nearest(id, known.map(bareId));
    findings.push(finding('packet/no-such-target', at, { id, near }));
  }
  return { rows: rows.filter((row) => wanted.has(targetId(row))), findings };
}

function bareId(packet: string): string {
  return packet.slice(packet.indexOf(':') + 1);
}
