/** Whether a row that was rejected has been taken since: mended and imported again. */
import { parseSerial, type SerialShape, serialShape } from '../packets.ts';
import type { Plan } from '../plan/plan.ts';
import type { Batch, BatchRecord } from './batch.ts';
import { type Finder, finder } from './known.ts';
import { dashed } from './subject.ts';

/** What the store has accepted, by sheet and unit, or by group and unit of a tally. */
export interface Accepted {
  readonly serials: SerialShape;
  readonly unit: Finder;
  readonly group: Finder;
  readonly holders: ReadonlyMap<string, readonly Pick<BatchRecord, 'id' | 'importedAt'>[]>;
}

/** The cells of a rejected row as they were typed; blank where there is none. */
export interface Said {
  readonly serial: string;
  readonly unit: string;
  readonly group: string;
}

export function accepted(plan: Plan, batches: readonly Batch[]): Accepted {
  const holders = new Map<string, BatchRecord[]>();
  const put = (record: BatchRecord, ...parts: readonly string[]): void => {
    const key = parts.join('\n');
    const before = holders.get(key);
    if (before === undefined) holders.set(key, [record]);
    else if (before.at(-1) !== record) before.push(record);
  };
  for (const { record, ratings, tallies } of batches) {
    for (const { serial, unit } of ratings) {
      if (serial === null) continue;
      put(record, 'sheet', serial, unit);
      put(record, 'sheet', serial, '');
    }
    for (const { group, unit } of tallies) {
      put(record, 'tally', group, unit);
      put(record, 'tally', '', unit);
    }
  }
  const serials = serialShape(plan);
  return { serials, unit: finder(plan.units), group: finder(plan.groups), holders };
}

/** The id of the import that took the row, the same as rejected it or a later one; null: none did. */
export function takenSince(accepted: Accepted, record: BatchRecord, said: Said): string | null {
  const key = keyOf(accepted, record.kind, said);
  const holders = key === null ? [] : (accepted.holders.get(key) ?? []);
  return holders.find(({ importedAt }) => importedAt >= record.importedAt)?.id ?? null;
}

function keyOf(
  { serials, unit, group }: Accepted,
  kind: BatchRecord['kind'],
  said: Said,
): string | null {
  const idOf = (find: Finder, text: string): string | null => {
    if (text === '') return '';
    const found = find(text);
    return found.kind === 'one' ? found.id : null;
  };
  const unitId = idOf(unit, said.unit);
  if (unitId === null) return null;
  if (kind === 'rows') {
    const read = parseSerial(dashed(said.serial), serials);
    return read.kind === 'ok' ? ['sheet', read.serial, unitId].join('\n') : null;
  }
  const groupId = idOf(group, said.group);
  return unitId === '' || groupId === null ? null : ['tally', groupId, unitId].join('\n');
}
