/** How many replies of each earlier import a file says again, in whatever order: as many of each as both have. */
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import type { Hash } from '../stats/text-hash.ts';
import type { EarlierReplies } from './earlier-replies.ts';

export interface ReplyPool {
  /** A reply of the file; `counts`: for which imports. */
  readonly note: (said: Hash, counts: (of: EarlierReplies) => boolean) => void;
  readonly shared: (of: EarlierReplies) => number;
}

/** Made only when the first reply without an id comes: most files have none. */
export function replyPool(books: readonly EarlierReplies[]): ReplyPool {
  let pools: readonly ReturnType<typeof poolOf>[] | null = null;
  return {
    note: (said, counts) => {
      pools ??= books.map(poolOf);
      for (const pool of pools) if (counts(pool.of)) pool.take(said);
    },
    shared: (of) => pools?.find((pool) => pool.of === of)?.shared() ?? 0,
  };
}

function poolOf(of: EarlierReplies) {
  const index = hashIndex();
  const left = intList();
  let shared = 0;
  for (let at = 0; at < of.count(); at++) {
    const size = index.size();
    const found = index.add(of.said(at));
    if (found === size) left.push(1);
    else left.set(found, left.at(found) + 1);
  }
  return {
    of,
    take: (said: Hash): void => {
      const found = index.find(said);
      if (found < 0 || left.at(found) === 0) return;
      left.set(found, left.at(found) - 1);
      shared += 1;
    },
    shared: (): number => shared,
  };
}
