/** Replies of earlier imports that carry no id, so that only a whole import can be told to have come again. */
import type { UnitId } from '../plan/plan.ts';
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import { type Hash, textHash } from '../stats/text-hash.ts';
import type { BatchRecord } from './batch.ts';
import type { DetailPrints } from './details.ts';

/** Those of one import. */
export interface EarlierReplies {
  readonly batch: string;
  readonly source: string;
  readonly sheet: string | null;
  /** Imports of whose rows it passed over some. */
  readonly passedOver: readonly string[];
  /** They are rows that another import rejected, mended: known by where they stood there. */
  readonly isMended: boolean;
  readonly count: () => number;
  /** The number of the one in this row of the source about this unit; -1: none. */
  readonly find: (row: number, unit: UnitId) => number;
  /** What it says: its `replyHash`. */
  readonly said: (at: number) => Hash;
  readonly details: (at: number) => DetailPrints;
}

export interface ReplyBook extends EarlierReplies {
  readonly add: (row: number, unit: UnitId, said: Hash, details: DetailPrints) => void;
}

/** About 50 bytes for each. */
export function replyBook(
  { id, source, passedOver }: Pick<BatchRecord, 'id' | 'source' | 'passedOver'>,
  isMended: boolean,
): ReplyBook {
  const [first, second] = [intList(), intList()];
  const [days, collectors, keyers] = [intList(), intList(), intList()];
  const places = hashIndex();
  const place = placer();
  return {
    batch: id,
    source: source.name,
    sheet: source.sheet,
    passedOver: passedOver.map(({ batch }) => batch),
    isMended,
    count: first.length,
    find: (row, unit) => places.find(place(row, unit, 0)),
    said: (at) => ({ a: first.at(at), b: second.at(at) }),
    details: (at) => [days.at(at), collectors.at(at), keyers.at(at)],
    add: (row, unit, { a, b }, [day, collector, keyer]) => {
      first.push(a);
      second.push(b);
      days.push(day);
      collectors.push(collector);
      keyers.push(keyer);
      // Two about one unit in one row, which no reader makes, must not shift the numbers of the others.
      for (let nth = 0; places.size() < first.length(); nth += 1) places.add(place(row, unit, nth));
    },
  };
}

function placer(): (row: number, unit: UnitId, nth: number) => Hash {
  const units = new Map<UnitId, number>();
  return (row, unit, nth) => {
    const known = units.get(unit) ?? textHash(unit).a;
    units.set(unit, known);
    return { a: row, b: (known + nth) | 0 };
  };
}

/** What a row is known by that was rejected without an id, when it comes back mended: `row:<import>:<row>`. */
export function parseOrigin(
  reply: string | null,
): { readonly batch: string; readonly row: number } | null {
  const [, batch, row] = /^row:(.+):(\d{1,9})$/.exec(reply ?? '') ?? [];
  return batch === undefined ? null : { batch, row: Number(row) };
}
