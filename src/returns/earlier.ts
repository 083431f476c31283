/** What the store already holds, arranged for finding in it what a new file brings again. */
import type { GroupId, PlaceId, UnitId } from '../plan/plan.ts';
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import { missingKinds } from '../stats/missing.ts';
import type { Hash } from '../stats/text-hash.ts';
import type { Batch, BatchRecord, Rating, TallyEntry } from './batch.ts';
import type { CustodyCounts } from './custody.ts';
import { type DetailPrints, detailPrinter } from './details.ts';
import { type EarlierReplies, parseOrigin, type ReplyBook, replyBook } from './earlier-replies.ts';
import { printedKey } from './known.ts';
import { identifier, ratingPrinter, replyHash } from './prints.ts';

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
  /** Whether a row says what was keyed, or what stands after corrections. */
  readonly isSame: (print: Hash) => boolean;
  readonly details: DetailPrints;
}

export interface Earlier {
  /** By the subject of `identifier`; null: the store says nothing. */
  readonly rating: (subject: Hash) => EarlierRating | null;
  readonly pieces: readonly CountedPiece[];
  /** Custody that tallies state, by `custodyKey`. */
  readonly custody: ReadonlyMap<string, EarlierCustody>;
  /** What tallies say, by `pieceKey`. */
  readonly tallies: ReadonlyMap<string, string>;
  readonly replies: readonly EarlierReplies[];
  /** Groups whose sheets rate several units. */
  readonly grids: ReadonlySet<GroupId>;
  /** Records of the imports it was made from. */
  readonly records: readonly BatchRecord[];
}

/** `Earlier` while the store is read, one import after the other. */
export interface EarlierBook extends Earlier {
  /** `standing`: the rating after corrections. */
  readonly addRating: (record: BatchRecord, rating: Rating, standing?: Rating) => void;
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

export function earlier(batches: readonly Batch[], grids: ReadonlySet<GroupId>): Earlier {
  const book = earlierBook(grids);
  for (const batch of batches) {
    book.addBatch(batch);
    for (const rating of batch.ratings) book.addRating(batch.record, rating);
  }
  return book;
}

/** `grids`: groups whose sheets rate several units. */
export function earlierBook(grids: ReadonlySet<GroupId>): EarlierBook {
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
  const identify = identifier(grids);
  const detailsOf = detailPrinter();
  const addPiece = (piece: Piece, batch: string, kind: CountedPiece['kind']): void => {
    const key = `${batch}\n${pieceKey(piece)}`;
    if (pieces.has(key)) return;
    const one = { ...piece, batch, kind };
    pieces.set(key, one);
    listed.push(one);
  };
  const addReply = (record: BatchRecord, rating: Rating, said: Hash): void => {
    const isMended = rating.reply !== null;
    const key = `${record.id}\n${isMended}`;
    const book = replies.get(key) ?? replyBook(record, isMended);
    if (!replies.has(key)) replyList.push(book);
    replies.set(key, book);
    book.add(rating.row, rating.unit, replyHash(rating, said), detailsOf(rating));
  };
  return {
    rating: ratings.find,
    pieces: listed,
    custody,
    tallies,
    replies: replyList,
    grids,
    records,
    addRating: (record, rating, standing = rating) => {
      const said = print(rating);
      const { sheet, subject, print: about } = identify(rating, said);
      if (sheet === null || parseOrigin(rating.reply) !== null) addReply(record, rating, said);
      if (subject !== null) {
        const stands = standing === rating ? null : identify(rating, print(standing)).print;
        const from = { batch: record.id, row: rating.row, details: detailsOf(rating) };
        ratings.add(subject, about, stands, from);
      }
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

/** Some 50 bytes for each rating, whatever it says. */
function earlierRatings() {
  const index = hashIndex();
  const lists = Array.from({ length: 7 }, intList);
  const batches: string[] = [];
  /** The few that were corrected. */
  const standing = new Map<number, Hash>();
  return {
    /** A later import about the same subject, which is a clash of its own, takes the place of the earlier. */
    add: (
      subject: Hash,
      { a, b }: Hash,
      stands: Hash | null,
      { batch, row, details }: Pick<EarlierRating, 'batch' | 'row' | 'details'>,
    ): void => {
      if (batches.at(-1) !== batch) batches.push(batch);
      const size = index.size();
      const at = index.add(subject);
      const said = [a, b, row, batches.length - 1, ...details];
      for (let part = 0; part < lists.length; part++) {
        if (at === size) lists[part]?.push(said[part] ?? 0);
        else lists[part]?.set(at, said[part] ?? 0);
      }
      if (stands === null) standing.delete(at);
      else standing.set(at, stands);
    },
    find: (subject: Hash): EarlierRating | null => {
      const at = index.find(subject);
      if (at < 0) return null;
      const held = (part: number): number => lists[part]?.at(at) ?? 0;
      const stands = standing.get(at);
      const isSame = ({ a, b }: Hash): boolean =>
        (held(0) === a && held(1) === b) || (stands?.a === a && stands.b === b);
      const details = [held(4), held(5), held(6)] as const;
      return { batch: batches[held(3)] ?? '', row: held(2), isSame, details };
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
  const lines = entries.map(({ question, counts, answered, missing }) => {
    const sorted = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
    const without = missingKinds.map((kind) => missing[kind]);
    return JSON.stringify([question, answered, without, sorted]);
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
