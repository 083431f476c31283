/** Imports whose units have other names now. Returns go by id and the tables in `points/` by name: an id must stay the same unit. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { namedSo, nameIndex, nameKey } from '../names.ts';
import type { Plan } from '../plan/plan.ts';
import type { BatchRecord } from '../returns/batch.ts';

/** One finding for each id and earlier name, with all imports that knew it so. */
export function renamedUnits(
  { units }: Pick<Plan, 'units'>,
  records: readonly Pick<BatchRecord, 'id' | 'units'>[],
): readonly Finding[] {
  const now = nameIndex(units);
  const found = new Map<string, { id: string; before: string; batches: string[] }>();
  for (const record of records) {
    for (const { id, name } of record.units) {
      const unit = now.byId.get(id);
      if (unit === undefined || unit.name === name) continue;
      // Written in another way, it is the same name.
      if (namedSo(name, now).includes(unit)) continue;
      const key = `${id}\n${nameKey(name)}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { id, before: name, batches: [record.id] });
      else same.batches.push(record.id);
    }
  }
  const at = { kind: 'file', file: 'returns' } as const;
  return [...found.values()].map(({ id, before, batches }) => {
    const args = { id, before, now: now.byId.get(id)?.name ?? id, batches };
    const [other] = namedSo(before, now);
    return other === undefined
      ? finding('returns/unit-renamed', at, args)
      : finding('returns/unit-of-other-name', at, { ...args, other: other.id });
  });
}
