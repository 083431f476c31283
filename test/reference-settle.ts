/** What `settle` means, written down plainly over a table in memory: the reference that the stream is held against. */
import type { Finding } from '../src/findings/finding.ts';
import type { Batch, Rating } from '../src/returns/batch.ts';
import { answerTo } from '../src/stats/answers.ts';

/** One row as it was read by itself. */
export interface ReferenceRow {
  readonly row: number;
  readonly rating: Rating | null;
  readonly reasons: readonly Finding[];
}

export interface ReferenceOutcome {
  /** Rows accepted, in order. */
  readonly accepted: readonly number[];
  readonly skipped: readonly number[];
  /** Row → codes of its reasons. */
  readonly rejected: ReadonlyMap<number, readonly string[]>;
}

/** For rows that are all sound by themselves; `once`: questions asked once a sheet; `grids`: groups with several ratings a sheet. */
export function referenceSettle(
  rows: readonly Rating[],
  batches: readonly Batch[],
  source: string,
  once: readonly string[],
  grids: readonly string[],
): ReferenceOutcome {
  const stored = batches.flatMap(({ ratings }) => ratings);
  const said = (rating: Rating): string =>
    JSON.stringify([
      rating.voidReason,
      ...rating.questions
        .map((id, at) => [id, rating.answers[at] ?? null] as const)
        .filter(([, answer]) => answer !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  const isSame = (a: Rating, b: Rating): boolean =>
    a.serial !== null && a.serial === b.serial && a.unit === b.unit;
  const held = heldReplies(rows, batches, source, said);
  const accepted: number[] = [];
  const skipped: number[] = [];
  const rejected = new Map<number, readonly string[]>();
  for (const [at, rating] of rows.entries()) {
    const codes: string[] = [];
    const same = rows.filter((other) => isSame(rating, other));
    const differs = same.some((other) => said(other) !== said(rating));
    const isRepeat = rows.findIndex((other) => isSame(rating, other)) < at;
    if (differs) codes.push('returns/conflict');
    else if (same.length > 1 && isRepeat) codes.push('returns/repeated');
    const before = stored.find((other) => isSame(rating, other));
    if (before !== undefined && said(before) !== said(rating)) codes.push('returns/conflict');
    for (const question of grids.includes(rating.group) ? once : []) {
      const sheet = rows.filter(({ serial }) => serial !== null && serial === rating.serial);
      const values = new Set(
        sheet.map((one) => answerTo(one, question)).filter((one) => one !== null),
      );
      if (values.size > 1) codes.push('returns/sheet-answers-differ');
    }
    if (codes.length > 0) rejected.set(rating.row, codes);
    else if (before !== undefined || held.has(rating.row)) skipped.push(rating.row);
    else accepted.push(rating.row);
  }
  return { accepted, skipped, rejected };
}

/** Replies of an import of the same name that comes again whole, each in its old row. */
function heldReplies(
  rows: readonly Rating[],
  batches: readonly Batch[],
  source: string,
  said: (rating: Rating) => string,
): ReadonlySet<number> {
  const print = (one: Rating): string => `${one.group}/${one.unit}/${one.from.place}/${said(one)}`;
  const held = new Set<number>();
  for (const { record, ratings } of batches) {
    const open = ratings.filter(({ serial }) => serial === null);
    if (open.length === 0 || record.source.name !== source) continue;
    const isThere = (reply: Rating): boolean =>
      rows.some(
        (one) => one.serial === null && one.row === reply.row && print(one) === print(reply),
      );
    if (open.every(isThere)) for (const { row } of open) held.add(row);
  }
  return held;
}
