/** What the store already holds, arranged for finding in it what a new file brings again. */
import type { GroupId, PlaceId, QuestionId, UnitId } from '../plan/plan.ts';
import type { Batch, Rating } from './batch.ts';
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
  readonly custody: ReadonlyMap<string, { readonly batch: string; readonly print: string }>;
}

/** One sheet's word about one unit. */
export function ratingKey(serial: string, unit: UnitId): string {
  return `${serial}\n${unit}`;
}

/** Equal for two ratings that say the same, whatever order their questions stand in. */
export function ratingPrint(
  answers: Readonly<Record<QuestionId, string | null>>,
  voidReason: string | null,
): string {
  const given = Object.entries(answers).filter(([, answer]) => answer !== null);
  return JSON.stringify([voidReason, ...given.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

export function earlier(batches: readonly Batch[]): Earlier {
  const ratings = new Map<string, EarlierRating>();
  const pieces = new Map<string, CountedPiece>();
  const custody = new Map<string, { batch: string; print: string }>();
  for (const { record, ratings: rows, tallies, custody: entries } of batches) {
    for (const entry of entries) {
      const key = printedKey(entry.group, entry.unit, entry.place);
      custody.set(key, { batch: record.id, print: custodyPrint(entry) });
    }
    for (const rating of rows) {
      const { serial, unit, answers, voidReason, row } = rating;
      if (serial !== null) {
        const print = ratingPrint(answers, voidReason);
        ratings.set(ratingKey(serial, unit), { batch: record.id, row, print });
      }
      addPiece(pieces, pieceOf(rating), record.id, 'rows');
    }
    for (const { group, unit, place } of tallies) {
      addPiece(pieces, { group, unit, place }, record.id, 'tallies');
    }
  }
  return { ratings, pieces: [...pieces.values()], custody };
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
  const key = [batch, piece.group, piece.unit, piece.place ?? ''].join('\n');
  if (!pieces.has(key)) pieces.set(key, { ...piece, batch, kind });
}
