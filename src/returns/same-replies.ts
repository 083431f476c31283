/**
 * Replies without serial, submission id or invitation. Two people may answer alike, so no single one can be known
 * again: only a whole earlier import, each of its replies in its old row, or a rejected row that says where it stood.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { rowMark } from '../stats/sheet-id.ts';
import type { Hash } from '../stats/text-hash.ts';
import { type TableHead, whereIn } from '../table.ts';
import type { Rating } from './batch.ts';
import type { DetailPrints } from './details.ts';
import { type Earlier, fileName } from './earlier.ts';
import { type EarlierReplies, parseOrigin } from './earlier-replies.ts';
import { type Identity, identifier, replyHash } from './prints.ts';
import { replyPool } from './reply-pool.ts';
import type { CheckedRow } from './rows.ts';

/** What the store says in place of a row. */
export interface Before {
  readonly batch: string;
  readonly row: number;
  readonly isSame: boolean;
  readonly details: DetailPrints;
}

export interface RepeatedReplies {
  readonly note: (row: CheckedRow) => void;
  /** Begins again with the first row. */
  readonly rewind: () => void;
  /** The same reply as an earlier import has it; null: none, or nobody can know. */
  readonly before: (row: CheckedRow) => Before | null;
  readonly areHeld: () => boolean;
  /** Of the earlier imports that this file brings again the one that all others built on; null: there is none. */
  readonly sourceBatch: () => string | null;
  readonly findings: () => readonly Finding[];
}

/** One reply alone may well be somebody else's. */
const fewest = 2;

export function repeatedReplies(
  table: TableHead,
  earlier: Pick<Earlier, 'replies' | 'rating' | 'grids'>,
  isSeparate: boolean,
): RepeatedReplies {
  const name = fileName(table.file);
  const identify = identifier(earlier.grids);
  const books = isSeparate ? [] : earlier.replies;
  const walks = books.filter(({ isMended }) => !isMended).map(walkThrough);
  const own = walks.filter(({ of }) => of.source === name && of.sheet === table.sheet);
  const pool = replyPool(books);
  let again: readonly Walk[] | null = null;
  const held = (): readonly Walk[] => again ?? own.filter((walk) => walk.isComplete());
  const said = ({ rating, said: all }: CheckedRow): Hash | null =>
    rating === null ? null : replyHash(rating, all);
  /** A row that one of these imports rejected, and that was mended and taken since. */
  const mended = (checked: CheckedRow, of: readonly Walk[]): Before | null => {
    const { rating, said: all } = checked;
    if (rating === null) return null;
    for (const { batch } of of.map((walk) => walk.of)) {
      const who = { ...rating, reply: `${rowMark}${batch}:${rating.row}` };
      const { subject, print }: Identity = identify(who, all);
      const found = subject === null ? null : earlier.rating(subject);
      if (found !== null) return { ...found, isSame: found.isSame(print) };
    }
    return null;
  };
  return {
    note: (checked) => {
      const hash = said(checked);
      if (again !== null || hash === null || checked.rating === null) return;
      const origin = parseOrigin(checked.reply);
      if (!checked.isNameless && origin === null) return;
      if (checked.isNameless) for (const walk of walks) walk.step(checked.rating, hash);
      const isMended = checked.isNameless && mended(checked, own) !== null;
      pool.note(hash, ({ batch, isMended: isList, passedOver }) => {
        if (isList) return !isMended && origin === null;
        return origin === null || (batch !== origin.batch && !passedOver.includes(origin.batch));
      });
    },
    rewind: () => {
      again ??= held();
    },
    // In the first reading nobody knows yet whether all rows of the earlier import will come.
    before: (checked) => {
      const { rating, isNameless } = checked;
      const hash = said(checked);
      if (rating === null || hash === null) return null;
      const origin = parseOrigin(checked.reply);
      if (origin !== null) return fromOrigin(books, origin, rating, hash);
      if (!isNameless || again === null) return null;
      for (const { of } of again) {
        const found = standing(of, rating.row, rating, hash);
        if (found !== null) return found;
      }
      return mended(checked, again);
    },
    areHeld: () => held().length > 0,
    sourceBatch: () => {
      const of = (again ?? []).map((walk) => walk.of);
      const ids = of.map(({ batch }) => batch);
      return of.find(({ passedOver }) => !passedOver.some((id) => ids.includes(id)))?.batch ?? null;
    },
    findings: () => {
      if (again !== null) return [];
      const whole = held().map(({ of }) => of);
      const like = books.filter((of) => {
        const shared = pool.shared(of);
        return !whole.includes(of) && shared >= fewest && shared * 2 >= of.count();
      });
      return like.map((of) => {
        const { batch, source } = of;
        const args = { batch, source, rows: of.count(), same: pool.shared(of) };
        return finding('returns/replies-imported', whereIn(table, null), args);
      });
    },
  };
}

/** What an import has of this row and unit. */
function standing(of: EarlierReplies, row: number, { unit }: Rating, hash: Hash): Before | null {
  const at = of.find(row, unit);
  if (at < 0) return null;
  const { a, b } = of.said(at);
  return { batch: of.batch, row, isSame: a === hash.a && b === hash.b, details: of.details(at) };
}

/** The row where it was rejected may have been mended in the file itself, and taken from there. */
function fromOrigin(
  books: readonly EarlierReplies[],
  { batch, row }: { readonly batch: string; readonly row: number },
  rating: Rating,
  hash: Hash,
): Before | null {
  for (const of of books) {
    if (of.isMended || (of.batch !== batch && !of.passedOver.includes(batch))) continue;
    const found = standing(of, row, rating, hash);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a file brings an import again: each of its replies in its old row, saying the same. */
interface Walk {
  readonly of: EarlierReplies;
  readonly step: (rating: Rating, hash: Hash) => void;
  readonly isComplete: () => boolean;
}

function walkThrough(of: EarlierReplies): Walk {
  let found = 0;
  let isLost = false;
  return {
    of,
    step: (rating, hash) => {
      if (isLost) return;
      const before = standing(of, rating.row, rating, hash);
      if (before?.isSame === true) found += 1;
      else if (before !== null) isLost = true;
    },
    isComplete: () => !isLost && found > 0 && found === of.count(),
  };
}
