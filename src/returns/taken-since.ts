/** Whether a row that was rejected has been taken since: mended and imported again. */
import { parseSerial, type SerialShape, serialShape } from '../packets.ts';
import type { Plan } from '../plan/plan.ts';
import { peopleOnForms } from '../plan/written-groups.ts';
import { rowMark } from '../stats/sheet-id.ts';
import type { Batch, BatchRecord } from './batch.ts';
import { type Finder, finder } from './known.ts';
import { dashed } from './subject.ts';

/** What the store has accepted, by sheet and unit, or by group, form and unit of a tally. */
export interface Accepted {
  readonly serials: SerialShape;
  readonly unit: Finder;
  /** Groups of the plan, and written ones on several forms. */
  readonly group: Finder;
  readonly form: Finder;
  readonly holders: ReadonlyMap<string, readonly Pick<BatchRecord, 'id'>[]>;
}

/** The cells of a rejected row as they were typed; blank where there is none. */
export interface Said {
  readonly serial: string;
  /** Id of a reply without serial, or `row:<import>:<row>` of one that carries none. */
  readonly reply: string;
  readonly unit: string;
  readonly group: string;
  readonly form: string;
  /** Why it was rejected, in whatever language. */
  readonly message: string;
}

export function accepted(plan: Plan, batches: readonly Batch[]): Accepted {
  const holders = new Map<string, BatchRecord[]>();
  const written = new Map(plan.groups.map(({ id, people }) => [id, people]));
  const put = (record: BatchRecord, ...parts: readonly string[]): void => {
    const key = parts.join('\n');
    const before = holders.get(key);
    if (before === undefined) holders.set(key, [record]);
    else if (before.at(-1) !== record) before.push(record);
  };
  for (const { record, ratings, tallies } of batches) {
    for (const { serial, reply, unit, row } of ratings) {
      // Of those that carry no id the row is known by where it stood, in an import whose file came again with this one.
      const ids =
        serial !== null
          ? [serial]
          : reply !== null
            ? [replyKey(reply)]
            : record.passedOver.map(({ batch }) => replyKey(`${rowMark}${batch}:${row}`));
      for (const id of ids) {
        put(record, 'sheet', id, unit);
        put(record, 'sheet', id, '');
      }
    }
    for (const { group, form, unit } of tallies) {
      const named = new Set([group, written.get(group) ?? group, '']);
      for (const one of named) {
        put(record, 'tally', one, form, unit);
        put(record, 'tally', one, '', unit);
      }
    }
  }
  const find = {
    unit: finder(plan.units),
    group: finder([...plan.groups, ...peopleOnForms(plan)]),
    form: finder(plan.forms.map(({ id, code }) => ({ id, name: code }))),
  };
  return { serials: serialShape(plan), ...find, holders };
}

/**
 * The id of the import that took the row, the same as rejected it or another; null: none did. An import that the reason
 * itself names held the sheet before. Nothing here asks a clock: clocks go wrong, and offices' clocks differ.
 */
export function takenSince(accepted: Accepted, record: BatchRecord, said: Said): string | null {
  const key = keyOf(accepted, record.kind, said);
  const holders = key === null ? [] : (accepted.holders.get(key) ?? []);
  return holders.find(({ id }) => !said.message.includes(id))?.id ?? null;
}

/** No reply is taken for a serial. */
function replyKey(reply: string): string {
  return `reply ${reply}`;
}

function keyOf(
  { serials, unit, group, form }: Accepted,
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
    if (said.serial === '' && said.reply !== '') {
      return ['sheet', replyKey(said.reply), unitId].join('\n');
    }
    const read = parseSerial(dashed(said.serial), serials);
    return read.kind === 'ok' ? ['sheet', read.serial, unitId].join('\n') : null;
  }
  const groupId = idOf(group, said.group);
  const formId = idOf(form, said.form);
  if (unitId === '' || groupId === null || formId === null) return null;
  return ['tally', groupId, formId, unitId].join('\n');
}
