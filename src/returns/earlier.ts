/** What the store already holds, arranged for finding in it what a new file brings again. */
import type { GroupId, PlaceId, UnitId } from '../plan/plan.ts';
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import { missingKinds } from '../stats/missing.ts';
import type { Hash } from '../stats/text-hash.ts';
import type { Batch, BatchRecord, Rating, TallyEntry } from './batch.ts';
import type { CustodyCounts } from './custody.ts';
import { printedKey } from './known.ts';
import { ratingPrinter, replyHash, sheetId, subjectHash } from './prints.ts';

/** A part of the survey that somebody has counted: a group's forms about one unit (found at one place). */
export interface Piece {
  readonly group: GroupId;
  readonly unit: UnitId;
  /** Null: wherever they were found. */
  readonly place: PlaceId | null;
  /** The round of counting; null: all that came back. */
  readonly part: string | null;
}

export interface CountedPiece extends Piece {
  readonly batch: string;
  readonly kind: 'rows' | 'tallies';
}

/** What the store says about one sheet (or reply) and unit. */
export interface EarlierRating {
  readonly batch: string;
  readonly row: number;
  readonly isSame: (print: Hash) => boolean;
}

export interface Earlier {
  /** By `subjectHash`; null: the store says nothing. */
  readonly rating: (subject: Hash) => EarlierRating | null;
  readonly pieces: readonly CountedPiece[];
  /** Custody that tallies state, by `custodyKey`. */
  readonly custody: ReadonlyMap<string, EarlierCustody>;
  /** What tallies say, by `pieceKey`. */
  readonly tallies: ReadonlyMap<string, string>;
  readonly replies: readonly EarlierReplies[];
  /** Records of the imports it was made from. */
  readonly records: readonly BatchRecord[];
}

/** `Earlier` while the store is read, one import after the other. */
export interface EarlierBook extends Earlier {
  readonly addRating: (record: BatchRecord, rating: Rating) => void;
  /** All but its ratings, which go through `addRating`. */
  readonly addBatch: (batch: Pick<Batch, 'record' | 'tallies' | 'custody'>) => void;
}

export interface EarlierCustody {
  readonly batch: string;
  readonly print: string;
  readonly counts: CustodyCounts;
  /** Key of its quota row (`printedKey`). */
  readonly target: string;
  readonly part: string | null;
}

/** Replies of one import that nobody can tell apart, in file order. */
export interface EarlierReplies {
  readonly batch: string;
  readonly source: string;
  readonly sheet: string | null;
  readonly count: () => number;
  /** Row of the source of the n-th of them. */
  readonly row: (at: number) => number;
  readonly isSame: (at: number, reply: Hash) => boolean;
}

export function earlier(batches: readonly Batch[]): Earlier {
  const book = earlierBook();
  for (const batch of batches) {
    book.addBatch(batch);
    for (const rating of batch.ratings) book.addRating(batch.record, rating);
  }
  return book;
}

export function earlierBook(): EarlierBook {
  const ratings = earlierRatings();
  const replies = new Map<string, ReplyBook>();
  const pieces = new Map<string, CountedPiece>();
  const custody = new Map<string, EarlierCustody>();
  const counted = new Map<string, TallyEntry[]>();
  const tallies = new Map<string, string>();
  const records: BatchRecord[] = [];
  const listed: CountedPiece[] = [];
  const replyList: ReplyBook[] = [];
  const print = ratingPrinter();
  const addPiece = (piece: Piece, batch: string, kind: CountedPiece['kind']): void => {
    const key = `${batch}\n${pieceKey(piece)}`;
    if (pieces.has(key)) return;
    const one = { ...piece, batch, kind };
    pieces.set(key, one);
    listed.push(one);
  };
  const addReply = (record: BatchRecord, rating: Rating, said: Hash): void => {
    const book = replies.get(record.id) ?? replyBook(record);
    if (!replies.has(record.id)) replyList.push(book);
    replies.set(record.id, book);
    book.add(rating.row, replyHash(rating, said));
  };
  return {
    rating: ratings.find,
    pieces: listed,
    custody,
    tallies,
    replies: replyList,
    records,
    addRating: (record, rating) => {
      const said = print(rating);
      const sheet = sheetId(rating);
      if (sheet === null) addReply(record, rating, said);
      else ratings.add(subjectHash(sheet, rating.unit), said, record.id, rating.row);
      addPiece(pieceOf(rating), record.id, 'rows');
    },
    addBatch: (batch) => {
      const { record } = batch;
      records.push(record);
      for (const entry of batch.custody) {
        const target = printedKey(entry.group, entry.unit, entry.place);
        const key = custodyKey(target, entry.part);
        const said = custodyPrint(entry);
        custody.set(key, {
          batch: record.id,
          print: said,
          counts: entry,
          target,
          part: entry.part,
        });
      }
      for (const entry of batch.tallies) {
        const { group, unit, place, part } = entry;
        addPiece({ group, unit, place, part }, record.id, 'tallies');
        const key = pieceKey(entry);
        counted.set(key, [...(counted.get(key) ?? []), entry]);
      }
      for (const key of new Set(batch.tallies.map(pieceKey))) {
        tallies.set(key, talliesPrint(counted.get(key) ?? []));
      }
    },
  };
}

/** Some 40 bytes for each rating, whatever it says. */
function earlierRatings() {
  const index = hashIndex();
  const [first, second, rows, sources] = [intList(), intList(), intList(), intList()];
  const batches: string[] = [];
  return {
    /** A later import about the same sheet and unit, which is a clash of its own, takes the place of the earlier. */
    add: (subject: Hash, { a, b }: Hash, batch: string, row: number): void => {
      if (batches.at(-1) !== batch) batches.push(batch);
      const size = index.size();
      const at = index.add(subject);
      const said = [a, b, row, batches.length - 1] as const;
      for (const [part, list] of [first, second, rows, sources].entries()) {
        if (at === size) list.push(said[part] ?? 0);
        else list.set(at, said[part] ?? 0);
      }
    },
    find: (subject: Hash): EarlierRating | null => {
      const at = index.find(subject);
      if (at < 0) return null;
      const isSame = ({ a, b }: Hash): boolean => first.at(at) === a && second.at(at) === b;
      return { batch: batches[sources.at(at)] ?? '', row: rows.at(at), isSame };
    },
  };
}

interface ReplyBook extends EarlierReplies {
  readonly add: (row: number, reply: Hash) => void;
}

function replyBook({ id, source }: BatchRecord): ReplyBook {
  const [first, second, rows] = [intList(), intList(), intList()];
  return {
    batch: id,
    source: source.name,
    sheet: source.sheet,
    count: rows.length,
    row: rows.at,
    isSame: (at, { a, b }) => first.at(at) === a && second.at(at) === b,
    add: (row, { a, b }) => {
      rows.push(row);
      first.push(a);
      second.push(b);
    },
  };
}

export function pieceKey({ group, unit, place, part }: Piece): string {
  return [group, unit, place ?? '', part ?? ''].join('\n');
}

/** The key of what one round of counting states about a quota row, whose `printedKey` is `target`. */
export function custodyKey(target: string, part: string | null): string {
  return part === null ? target : `${target}\n${part}`;
}

/** Equal for two tallies of one piece that count the same. */
export function talliesPrint(entries: readonly TallyEntry[]): string {
  const lines = entries.map(({ question, counts, missing }) => {
    const sorted = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([question, missingKinds.map((kind) => missing[kind]), sorted]);
  });
  return lines.sort().join('\n');
}

/** The last part of a path, written with either kind of slash. */
export function fileName(path: string): string {
  return path.replace(/^.*[/\\]/, '');
}

export function custodyPrint(counts: CustodyCounts): string {
  const { issued, returned, valid, void: notValid, voids } = counts;
  const why = voids.map(({ reason, count }) => [reason, count]).sort();
  return JSON.stringify([issued, returned, valid, notValid, ...why]);
}

export function pieceOf({ group, unit, from }: Rating): Piece {
  return { group, unit, place: from.place, part: null };
}

/** Whether two pieces speak about the same forms; one without a place, or without a round, covers all of them. */
export function overlap(one: Piece, other: Piece): boolean {
  if (one.group !== other.group || one.unit !== other.unit) return false;
  if (one.part !== null && other.part !== null && one.part !== other.part) return false;
  return one.place === null || other.place === null || one.place === other.place;
}

/**
 * What the store holds that a new piece of this kind would count again. Rows beside rows are told apart by
 * their serials. A sheet about many units is keyed or tallied for all of them, so there the group decides.
 */
export function countedBefore(
  { pieces }: Earlier,
  piece: Piece,
  kind: CountedPiece['kind'],
  isAboutMany: boolean,
): CountedPiece | null {
  const clash = pieces.find((before) => {
    if (kind === 'rows' && before.kind === 'rows') return false;
    if (overlap(before, piece)) return true;
    return isAboutMany && before.group === piece.group && before.kind !== kind;
  });
  return clash ?? null;
}
