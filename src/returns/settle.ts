/** What only the whole file and the store show: the same sheet twice, and forms already counted. */

import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { QuestionId } from '../plan/plan.ts';
import { answerTo } from '../stats/answers.ts';
import { type TableRow, whereIn } from '../table.ts';
import type { Rating } from './batch.ts';
import { countedBefore, type Earlier, fileName, pieceOf, replyPrint } from './earlier.ts';
import { groupBy } from './group-by.ts';
import type { Known } from './known.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import type { CheckedRow } from './rows.ts';

export interface Rejected {
  readonly row: TableRow;
  readonly reasons: readonly Finding[];
}

export interface SettledRows {
  readonly ratings: readonly Rating[];
  readonly rejected: readonly Rejected[];
  /** Rows that the store already holds word for word: the mended original, imported again. */
  readonly skipped: number;
}

/**
 * Of rows that say the same about one sheet and unit the first is taken; rows that contradict each other
 * are all rejected, so that the order of the rows never decides what counts.
 * Rows that an earlier batch already holds word for word are passed over: nothing is wrong with them.
 */
export function settle(
  reading: Reading,
  rows: readonly CheckedRow[],
  earlier: Earlier,
): SettledRows {
  const byKey = groupBy(rows, ({ key }) => key);
  const mixedSheets = sheetsThatDiffer(reading.known, rows);
  const ratings: Rating[] = [];
  const rejected: Rejected[] = [];
  const heldReplies = repliesHeld(reading, rows, earlier);
  let skipped = 0;
  for (const checked of rows) {
    const reasons = [
      ...checked.reasons,
      ...sameSheet(reading, checked, byKey.get(checked.key ?? '') ?? []),
      ...inStore(reading, checked, earlier),
      ...(mixedSheets.get(checked.serial ?? '') ?? []).map(({ question, values, rows: at }) =>
        finding('returns/sheet-answers-differ', rowPlace(reading, checked), {
          serial: checked.serial ?? '',
          question,
          values,
          sources: at.map((row) => rowName(reading, row)),
        }),
      ),
    ];
    const isSound = checked.rating !== null && reasons.length === 0;
    if (isSound && (isHeld(checked, earlier) || heldReplies.has(checked))) skipped += 1;
    else if (checked.rating !== null && isSound) ratings.push(checked.rating);
    else rejected.push({ row: checked.row, reasons });
  }
  return { ratings, rejected, skipped };
}

function rowPlace(reading: Reading, { row }: CheckedRow) {
  return whereIn(reading.table, row, fieldHeading(reading, 'serial'));
}

function sameSheet(
  reading: Reading,
  checked: CheckedRow,
  same: readonly CheckedRow[],
): readonly Finding[] {
  const [first] = same;
  if (first === undefined || same.length === 1) return [];
  const at = rowPlace(reading, checked);
  const serial = checked.serial ?? '';
  if (same.some(({ print }) => print !== checked.print)) {
    const others = same.filter((other) => other !== checked);
    const sources = others.map(({ row }) => rowName(reading, row.row));
    return [finding('returns/conflict', at, { serial, sources })];
  }
  if (checked === first) return [];
  const source = rowName(reading, first.row.row);
  return [finding('returns/repeated', at, { serial, source })];
}

function inStore(reading: Reading, checked: CheckedRow, earlier: Earlier): readonly Finding[] {
  const at = rowPlace(reading, checked);
  const before = checked.key === null ? undefined : earlier.ratings.get(checked.key);
  if (before !== undefined) {
    const serial = checked.serial ?? '';
    const source = `${before.batch}:${before.row}`;
    if (before.print === checked.print) return [];
    return [finding('returns/conflict', at, { serial, sources: [source] })];
  }
  if (checked.rating === null) return [];
  const piece = pieceOf(checked.rating);
  const isAboutMany = reading.known.groups.get(piece.group)?.group.about.kind === 'units';
  const counted = countedBefore(earlier, piece, 'rows', isAboutMany);
  if (counted === null) return [];
  const { nameOf } = reading.known;
  const [group, unit] = [nameOf('group', piece.group), nameOf('unit', piece.unit)];
  const args = { group, unit, batch: counted.batch, kind: counted.kind };
  return [finding('returns/already-counted', at, args)];
}

/** Whether the store holds this very row: the same sheet, unit and answers. */
function isHeld({ key, print }: CheckedRow, { ratings }: Earlier): boolean {
  return key !== null && ratings.get(key)?.print === print;
}

/**
 * Replies without serial that an earlier import of this file took. Two people may answer alike, so only
 * where a file of the same name brings every one of them again, each in its old row, is it that import.
 */
function repliesHeld(
  { table }: Reading,
  rows: readonly CheckedRow[],
  { replies }: Earlier,
): ReadonlySet<CheckedRow> {
  const name = fileName(table.file);
  const held = new Set<CheckedRow>();
  const byRow = new Map(rows.map((checked) => [checked.row.row, checked]));
  for (const batch of replies.filter((one) => one.source === name && one.sheet === table.sheet)) {
    const same = [...batch.rows].flatMap(([row, print]) => {
      const now = byRow.get(row);
      return now?.rating != null && replyPrint(now.rating) === print ? [now] : [];
    });
    if (same.length === batch.rows.size) for (const checked of same) held.add(checked);
  }
  return held;
}

interface Difference {
  readonly question: QuestionId;
  readonly values: readonly string[];
  readonly rows: readonly number[];
}

/** Questions asked once a sheet that rows of one grid sheet answer differently, by serial. */
function sheetsThatDiffer(
  known: Known,
  rows: readonly CheckedRow[],
): ReadonlyMap<string, readonly Difference[]> {
  const once = new Set(
    [...known.questions.values()]
      .filter(({ question }) => question.per === 'sheet')
      .map(({ question }) => question.id),
  );
  const differing = new Map<string, readonly Difference[]>();
  if (once.size === 0) return differing;
  for (const [serial, sheet] of groupBy(rows, (row) => row.serial)) {
    const found = [...once].flatMap((question) => {
      const given = sheet.filter(
        ({ rating }) => rating !== null && answerTo(rating, question) !== null,
      );
      const values = [
        ...new Set(
          given.flatMap(({ rating }) =>
            rating === null ? [] : (answerTo(rating, question) ?? ''),
          ),
        ),
      ];
      return values.length < 2 ? [] : [{ question, values, rows: given.map(({ row }) => row.row) }];
    });
    if (found.length > 0) differing.set(serial, found);
  }
  return differing;
}
