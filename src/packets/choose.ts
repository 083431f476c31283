/** Which packets a person asked for. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { matchName, type Named } from '../names.ts';
import { targetId } from '../plan/target.ts';
import type { QuotaRow } from '../quotas/quota.ts';

export interface Chosen {
  /** Quota rows of the packets asked for; all rows when none was named. */
  readonly rows: readonly QuotaRow[];
  readonly findings: readonly Finding[];
}

/** A packet by its bare id (`so-y-te`) and the name printed on it. */
interface Choice extends Named {
  readonly packet: string;
}

/**
 * `asked`: packet ids (`unit:…`), or ids or names of units, places or groups. Names are matched as on
 * import; what fits nothing, or more than one packet, is a finding at the option.
 */
export function chooseRows(rows: readonly QuotaRow[], asked: readonly string[]): Chosen {
  if (asked.length === 0) return { rows, findings: [] };
  const choices = [...new Map(rows.map((row) => [targetId(row), choice(row)])).values()];
  const wanted = new Set<string>();
  const findings: Finding[] = [];
  for (const text of asked) {
    const found = find(text, choices);
    if ('code' in found) findings.push(found);
    else for (const { packet } of found) wanted.add(packet);
  }
  return { rows: rows.filter((row) => wanted.has(targetId(row))), findings };
}

function choice(row: QuotaRow): Choice {
  const packet = targetId(row);
  return { packet, id: packet.slice(packet.indexOf(':') + 1), name: row.name };
}

/** An id may stand for a unit and a place alike: then both are meant. */
function find(text: string, choices: readonly Choice[]): readonly Choice[] | Finding {
  const at = { kind: 'file', file: '--unit' } as const;
  const byId = choices.filter(({ packet, id }) => packet === text || id === text);
  if (byId.length > 0) return byId;
  const match = matchName(text, choices);
  if (match.kind === 'exact') return [match.found];
  if (match.kind === 'none') {
    return finding('packet/no-such-target', at, { id: text, near: match.near });
  }
  const among = match.among.map(({ packet, name }) => `${packet} (${name})`);
  return finding('packet/ambiguous-target', at, { name: text, among });
}
