/**
 * Replies without serial, submission id or invitation. Two people may answer alike, so only a whole earlier import
 * that a file begins with or brings again, row for row, is known to be that import.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type TableHead, whereIn } from '../table.ts';
import { type EarlierReplies, fileName } from './earlier.ts';
import { replyHash } from './prints.ts';
import type { CheckedRow } from './rows.ts';

export interface RepeatedReplies {
  readonly note: (row: CheckedRow) => void;
  /** Begins again with the first row. */
  readonly rewind: () => void;
  /** Whether the store has the row; to be asked of every row, in order. */
  readonly isHeld: (row: CheckedRow) => boolean;
  readonly areHeld: () => boolean;
  readonly findings: () => readonly Finding[];
}

/** One reply alone may well be somebody else's. */
const fewest = 2;

export function repeatedReplies(
  table: TableHead,
  earlier: readonly EarlierReplies[],
  isSeparate: boolean,
): RepeatedReplies {
  const name = fileName(table.file);
  const isSameFile = (one: EarlierReplies): boolean =>
    one.source === name && one.sheet === table.sheet;
  const walks = isSeparate ? [] : earlier.map(walkThrough);
  const complete = (): readonly Walk[] => walks.filter((walk) => walk.isComplete());
  const held = (): readonly Walk[] => complete().filter(({ of }) => isSameFile(of));
  let again: readonly Walk[] | null = null;
  return {
    note: (checked) => {
      if (again !== null) return;
      for (const walk of walks) walk.step(checked);
    },
    rewind: () => {
      again ??= held();
      for (const walk of again) walk.rewind();
    },
    // In the first reading nobody knows yet whether all rows of the earlier import will come.
    isHeld: (checked) => (again ?? []).filter((walk) => walk.step(checked)).length > 0,
    areHeld: () => (again ?? held()).length > 0,
    findings: () => {
      if (again !== null || held().length > 0) return [];
      const like = complete().find(({ of }) => of.count() >= fewest);
      if (like === undefined) return [];
      const { batch, source } = like.of;
      const args = { batch, source, rows: like.of.count() };
      return [finding('returns/replies-imported', whereIn(table, null), args)];
    },
  };
}

interface Walk {
  readonly of: EarlierReplies;
  /** True: the next of the earlier replies stands in this row and says the same. */
  readonly step: (checked: CheckedRow) => boolean;
  readonly isComplete: () => boolean;
  readonly rewind: () => void;
}

function walkThrough(of: EarlierReplies): Walk {
  let next = 0;
  let isLost = false;
  return {
    of,
    step: ({ row, rating, sheet, print }) => {
      if (isLost || next === of.count()) return false;
      const wanted = of.row(next);
      if (row.row < wanted) return false;
      const isSame =
        row.row === wanted &&
        rating !== null &&
        sheet === null &&
        of.isSame(next, replyHash(rating, print));
      if (isSame) next += 1;
      else isLost = true;
      return isSame;
    },
    isComplete: () => !isLost && next === of.count() && next > 0,
    rewind: () => {
      next = 0;
      isLost = false;
    },
  };
}
