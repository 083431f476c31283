/**
 * What only the whole file and the store show: the same sheet twice, and forms already counted. Of each row only its
 * hashes are kept; where rows turn out to concern each other the file is read again, and then it is known which.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import { type TableRow, whereIn } from '../table.ts';
import { type CountedPiece, countedBefore, type Earlier, pieceKey, pieceOf } from './earlier.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import { replyName } from './row-context.ts';
import type { CheckedRow } from './rows.ts';
import { repeatedReplies } from './same-replies.ts';
import { type SheetAnswers, sheetAnswers } from './sheet-answers.ts';

export interface Rejected {
  readonly row: TableRow;
  readonly reasons: readonly Finding[];
}

/** `held`: an earlier import has this very row, so it is passed over; nothing is wrong with it. */
export type Verdict = 'accepted' | 'held' | readonly Finding[];

/**
 * The rows of one file, in its order: all are noted; then, if `again()` says so, all are looked at once more
 * (`look`); then each gets its verdict. Where it does not, the verdicts may be given while the rows are noted.
 */
export interface Settling {
  readonly note: (row: CheckedRow) => void;
  /** A row noted before concerns a later one: verdicts given so far may be wrong. */
  readonly again: () => boolean;
  readonly look: (row: CheckedRow) => void;
  /** After the last row of each reading. */
  readonly rewind: () => void;
  readonly verdict: (row: CheckedRow) => Verdict;
  /** What is wrong with the file as a whole; after the last row. */
  readonly findings: () => readonly Finding[];
}

/**
 * Of rows that say the same about one sheet and unit the first is taken; rows that contradict each other
 * are all rejected, so that the order of the rows never decides what counts. `isSeparate`: replies that
 * nobody can tell apart are other ones than the store's, though they look the same.
 */
export function settling(reading: Reading, earlier: Earlier, isSeparate: boolean): Settling {
  const rows = sameRows(reading);
  const sheets = sheetAnswers(reading);
  const replies = repeatedReplies(reading.table, earlier.replies, isSeparate);
  const counted = countedIn(reading, earlier);
  const verdict = (checked: CheckedRow): Verdict => {
    const isReplyHeld = replies.isHeld(checked);
    const before = checked.subject === null ? null : earlier.rating(checked.subject);
    const isHeld = before?.isSame(checked.print) === true;
    const found = [
      ...rows.findings(checked),
      ...(before === null || isHeld ? [] : [conflict(reading, checked, before)]),
      ...(before === null ? counted(checked) : []),
      ...differing(reading, sheets, checked),
    ];
    if (checked.rating === null || checked.reasons.length + found.length > 0) {
      return [...checked.reasons, ...found];
    }
    return isHeld || isReplyHeld ? 'held' : 'accepted';
  };
  return {
    note: (checked) => {
      rows.note(checked);
      sheets.note(checked);
      replies.note(checked);
    },
    again: () => rows.differ() || sheets.differ() || replies.areHeld(),
    look: sheets.look,
    rewind: replies.rewind,
    verdict,
    findings: () => replies.findings(),
  };
}

function rowPlace(reading: Reading, { row }: CheckedRow) {
  return whereIn(reading.table, row, fieldHeading(reading, 'serial'));
}

/** The sheet or reply as a message names it. */
function shown({ rating, sheet }: CheckedRow): string {
  if (rating !== null) return rating.serial ?? replyName(rating.reply ?? '');
  return replyName((sheet ?? '').replace(/^reply /, ''));
}

function conflict(
  reading: Reading,
  checked: CheckedRow,
  { batch, row }: { readonly batch: string; readonly row: number },
): Finding {
  const args = { serial: shown(checked), sources: [`${batch}:${row}`] };
  return finding('returns/conflict', rowPlace(reading, checked), args);
}

/** Other rows that one message names. */
const mostNamed = 10;

/** Rows of the file about the same sheet and unit. */
function sameRows(reading: Reading) {
  const index = hashIndex();
  const [first, second, numbers] = [intList(), intList(), intList()];
  /** By the number of the first: the rows after it, and whether any says something else. */
  const more = new Map<number, { readonly rows: number[]; differs: boolean }>();
  let anyDiffers = false;
  return {
    note: ({ subject, print, row }: CheckedRow): void => {
      if (subject === null) return;
      const size = index.size();
      const at = index.add(subject);
      if (at === size) {
        first.push(print.a);
        second.push(print.b);
        numbers.push(row.row);
        return;
      }
      const same = more.get(at) ?? { rows: [], differs: false };
      more.set(at, same);
      same.rows.push(row.row);
      same.differs ||= first.at(at) !== print.a || second.at(at) !== print.b;
      anyDiffers ||= same.differs;
    },
    differ: (): boolean => anyDiffers,
    findings: (checked: CheckedRow): readonly Finding[] => {
      if (more.size === 0 || checked.subject === null) return [];
      const at = index.find(checked.subject);
      const same = more.get(at);
      if (same === undefined) return [];
      const { row } = checked.row;
      const place = rowPlace(reading, checked);
      const serial = shown(checked);
      if (same.differs) {
        const others = named([numbers.at(at), ...same.rows], row);
        const sources = others.map((other) => rowName(reading, other));
        return [finding('returns/conflict', place, { serial, sources })];
      }
      if (row === numbers.at(at)) return [];
      const source = rowName(reading, numbers.at(at));
      return [finding('returns/repeated', place, { serial, source })];
    },
  };
}

/** The first of the rows but this one. */
function named(rows: readonly number[], row: number): readonly number[] {
  const others: number[] = [];
  for (const other of rows) {
    if (others.length === mostNamed) break;
    if (other !== row) others.push(other);
  }
  return others;
}

/** Whether a tally of the store counts the forms of a row already. */
function countedIn(
  reading: Reading,
  earlier: Earlier,
): (checked: CheckedRow) => readonly Finding[] {
  if (!earlier.pieces.some(({ kind }) => kind === 'tallies')) return () => [];
  const found = new Map<string, CountedPiece | null>();
  return (checked) => {
    if (checked.rating === null) return [];
    const piece = pieceOf(checked.rating);
    const key = pieceKey(piece);
    const isAboutMany = reading.known.groups.get(piece.group)?.group.about.kind === 'units';
    const before = found.get(key);
    const counted =
      before === undefined ? countedBefore(earlier, piece, 'rows', isAboutMany) : before;
    found.set(key, counted);
    if (counted === null) return [];
    const { nameOf } = reading.known;
    const [group, unit] = [nameOf('group', piece.group), nameOf('unit', piece.unit)];
    const args = { group, unit, batch: counted.batch, kind: counted.kind };
    return [finding('returns/already-counted', rowPlace(reading, checked), args)];
  };
}

function differing(
  reading: Reading,
  sheets: SheetAnswers,
  checked: CheckedRow,
): readonly Finding[] {
  return sheets.differences(checked).map(({ question, values, rows }) => {
    const sources = named(rows, 0).map((row) => rowName(reading, row));
    const args = { serial: shown(checked), question, values: [...values], sources };
    return finding('returns/sheet-answers-differ', rowPlace(reading, checked), args);
  });
}
