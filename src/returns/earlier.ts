/** What the store already holds, arranged for finding in it what a new file brings again. */
import type { GroupId, PlaceId, UnitId } from '../plan/plan.ts';
import { missingKinds } from '../stats/missing.ts';
import type { Batch, Rating, TallyEntry } from './batch.ts';
import type { CustodyCounts } from './custody.ts';
import { printedKey } from './known.ts';

/** A part of the survey that somebody has counted: a group's forms about one unit (found at one place). */
export interface Piece {
  readonly group: GroupId;
  readonly unit: UnitId;
  /** Null: wherever they were found. */
  readonly place: PlaceId | null;
}

export interface CountedPiece extends Piece {
  readonly batch: string;
  readonly kind: 'rows' | 'tallies';
}

export interface EarlierRating {
  readonly batch: string;
  readonly row: number;
  readonly print: string;
}

export interface Earlier {
  /** By `ratingKey`. */
  readonly ratings: ReadonlyMap<string, EarlierRating>;
  readonly pieces: readonly CountedPiece[];
  /** Custody that tallies state, by the key of its quota row (`printedKey`). */
  readonly custody: ReadonlyMap<string, EarlierCustody>;
  /** What tallies say, by `pieceKey`. */
  readonly tallies: ReadonlyMap<string, string>;
  readonly replies: readonly EarlierReplies[];
}

export interface EarlierCustody {
  readonly batch: string;
  readonly print: string;
  readonly counts: CustodyCounts;
}

/** Replies without serial of one batch: row → `replyPrint`. */
export interface EarlierReplies {
  readonly source: string;
  readonly sheet: string | null;
  readonly rows: ReadonlyMap<number, string>;
}

/** One sheet's word about one unit. */
export function ratingKey(serial: string, unit: UnitId): string {
  return `${serial}\n${unit}`;
}

/** Equal for two ratings that say the same, whatever order their questions stand in. */
export function ratingPrint({
  questions,
  answers,
  voidReason,
}: Pick<Rating, 'questions' | 'answers' | 'voidReason'>): string {
  const given = questions
    .map((id, at) => [id, answers[at] ?? null] as const)
    .filter(([, answer]) => answer !== null);
  return JSON.stringify([voidReason, ...given.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

export function earlier(batches: readonly Batch[]): Earlier {
  const ratings = new Map<string, EarlierRating>();
  const pieces = new Map<string, CountedPiece>();
  const custody = new Map<string, EarlierCustody>();
  const counted = new Map<string, TallyEntry[]>();
  const replies: EarlierReplies[] = [];
  for (const { record, ratings: rows, tallies, custody: entries } of batches) {
    for (const entry of entries) {
      const key = printedKey(entry.group, entry.unit, entry.place);
      custody.set(key, { batch: record.id, print: custodyPrint(entry), counts: entry });
    }
    const open = rows.filter(({ serial }) => serial === null);
    if (open.length > 0) {
      const byRow = new Map(open.map((rating) => [rating.row, replyPrint(rating)]));
      replies.push({ source: record.source.name, sheet: record.source.sheet, rows: byRow });
    }
    for (const rating of rows) {
      const { serial, unit, row } = rating;
      if (serial !== null) {
        const print = ratingPrint(rating);
        ratings.set(ratingKey(serial, unit), { batch: record.id, row, print });
      }
      addPiece(pieces, pieceOf(rating), record.id, 'rows');
    }
    for (const entry of tallies) {
      const { group, unit, place } = entry;
      addPiece(pieces, { group, unit, place }, record.id, 'tallies');
      const key = pieceKey(entry);
      counted.set(key, [...(counted.get(key) ?? []), entry]);
    }
  }
  const prints = new Map([...counted].map(([key, entries]) => [key, talliesPrint(entries)]));
  return { ratings, pieces: [...pieces.values()], custody, tallies: prints, replies };
}

export function pieceKey({ group, unit, place }: Piece): string {
  return [group, unit, place ?? ''].join('\n');
}

/** Equal for two tallies of one piece that count the same. */
export function talliesPrint(entries: readonly TallyEntry[]): string {
  const lines = entries.map(({ question, counts, missing }) => {
    const sorted = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([question, missingKinds.map((kind) => missing[kind]), sorted]);
  });
  return lines.sort().join('\n');
}

/** Equal for two replies without serial that say the same about the same. */
export function replyPrint(rating: Rating): string {
  const { group, unit, from } = rating;
  return [group, unit, from.place ?? '', ratingPrint(rating)].join('\n');
}

/** The last part of a path, written with either kind of slash. */
export function fileName(path: string): string {
  return path.replace(/^.*[/\\]/, '');
}

export function custodyPrint({ issued, returned, valid, void: notValid }: CustodyCounts): string {
  return JSON.stringify([issued, returned, valid, notValid]);
}

export function pieceOf({ group, unit, from }: Rating): Piece {
  return { group, unit, place: from.place };
}

/** Whether two pieces speak about the same forms; a piece without a place covers all of them. */
export function overlap(one: Piece, other: Piece): boolean {
  if (one.group !== other.group || one.unit !== other.unit) return false;
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

function addPiece(
  pieces: Map<string, CountedPiece>,
  piece: Piece,
  batch: string,
  kind: CountedPiece['kind'],
): void {
  const key = [batch, pieceKey(piece)].join('\n');
  if (!pieces.has(key)) pieces.set(key, { ...piece, batch, kind });
}
