/**
 * What only the whole file and the store show: the same sheet twice, and forms already counted. Of each row only its
 * hashes are kept; where rows turn out to concern each other the file is read again, and then it is known which.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import { sheetShown } from '../stats/sheet-id.ts';
import { type TableRow, whereIn } from '../table.ts';
import {
  type Detail,
  type DetailPrints,
  details,
  differingDetails,
  newDetails,
} from './details.ts';
import { type CountedPiece, countedBefore, type Earlier, pieceKey, pieceOf } from './earlier.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import type { CheckedRow } from './rows.ts';
import { type Before, type RepeatedReplies, repeatedReplies } from './same-replies.ts';
import { type SheetAnswers, sheetAnswers } from './sheet-answers.ts';

export interface Rejected {
  readonly row: TableRow;
  readonly reasons: readonly Finding[];
}

/** `heldBy`: that earlier import has this very row, so it is passed over; nothing is wrong with it. */
export type Verdict = 'accepted' | { readonly heldBy: string } | readonly Finding[];

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
  /** What is worth knowing about its rows as they were judged last. */
  readonly notes: () => readonly Finding[];
  readonly sourceBatch: RepeatedReplies['sourceBatch'];
}

/**
 * Of rows that say the same about one sheet and unit the first is taken; rows that contradict each other
 * are all rejected, so that the order of the rows never decides what counts. `isSeparate`: replies that
 * nobody can tell apart are other ones than the store's, though they look the same.
 */
export function settling(reading: Reading, earlier: Earlier, isSeparate: boolean): Settling {
  const rows = sameRows(reading);
  const sheets = sheetAnswers(reading);
  const replies = repeatedReplies(reading.table, earlier, isSeparate);
  const counted = countedIn(reading, earlier);
  const lost = lostDetails(reading);
  const verdict = (checked: CheckedRow): Verdict => {
    const before = storedBefore(earlier, checked) ?? replies.before(checked);
    const found: Finding[] = [];
    found.push(...rows.findings(checked));
    if (before === null) found.push(...counted(checked));
    else if (!before.isSame) found.push(conflict(reading, checked, before));
    else found.push(...otherDetails(reading, checked, before));
    if (sheets.differ()) found.push(...differing(reading, sheets, checked));
    if (checked.rating === null || checked.reasons.length + found.length > 0) {
      return [...checked.reasons, ...found];
    }
    if (before === null) return 'accepted';
    lost.note(checked, before);
    return { heldBy: before.batch };
  };
  return {
    note: (checked) => {
      rows.note(checked);
      sheets.note(checked);
      replies.note(checked);
    },
    again: () => rows.differ() || sheets.differ() || replies.areHeld(),
    look: sheets.look,
    rewind: () => {
      replies.rewind();
      lost.restart();
    },
    verdict,
    sourceBatch: replies.sourceBatch,
    findings: () => replies.findings(),
    notes: lost.findings,
  };
}

function storedBefore(earlier: Earlier, { subject, print }: CheckedRow): Before | null {
  const before = subject === null ? null : earlier.rating(subject);
  return before === null ? null : { ...before, isSame: before.isSame(print) };
}

function rowPlace(reading: Reading, { row }: CheckedRow) {
  return whereIn(reading.table, row, fieldHeading(reading, 'serial'));
}

/** The sheet or reply as a message names it; one without any id by its row. */
function shown(reading: Reading, checked: CheckedRow): string {
  return checked.sheet === null ? rowName(reading, checked.row.row) : sheetShown(checked);
}

function conflict(
  reading: Reading,
  checked: CheckedRow,
  { batch, row }: { readonly batch: string; readonly row: number },
): Finding {
  const args = { serial: shown(reading, checked), sources: [`${batch}:${row}`] };
  return finding('returns/conflict', rowPlace(reading, checked), args);
}

/** Of a row that the store has: what is said differently beside the answers. */
function otherDetails(reading: Reading, checked: CheckedRow, before: Before): readonly Finding[] {
  const differing = differingDetails(before.details, checked.details);
  if (differing.length === 0) return [];
  return [detailsDiffer(reading, checked, differing, [`${before.batch}:${before.row}`])];
}

function detailsDiffer(
  reading: Reading,
  checked: CheckedRow,
  differing: readonly Detail[],
  sources: readonly string[],
): Finding {
  const [first = 'at'] = differing;
  const place = whereIn(reading.table, checked.row, fieldHeading(reading, first));
  const columns = differing.map((one) => fieldHeading(reading, one) ?? one);
  const args = { serial: shown(reading, checked), columns, sources };
  return finding('returns/details-differ', place, args);
}

/** Rows passed over that say when, by whom collected or keyed, where the store does not. */
function lostDetails(reading: Reading) {
  let count = 0;
  let first: CheckedRow | null = null;
  const columns = new Set<Detail>();
  return {
    note: (checked: CheckedRow, before: Before): void => {
      const lost = newDetails(before.details, checked.details);
      if (lost.length === 0) return;
      count += 1;
      first ??= checked;
      for (const one of lost) columns.add(one);
    },
    restart: (): void => {
      count = 0;
      first = null;
      columns.clear();
    },
    findings: (): readonly Finding[] => {
      if (first === null) return [];
      const names = [...columns].map((one) => fieldHeading(reading, one) ?? one);
      const args = { count, columns: names };
      return [finding('returns/details-not-taken', whereIn(reading.table, null), args)];
    },
  };
}

/** Other rows that one message names. */
const mostNamed = 10;

interface MoreRows {
  readonly rows: number[];
  differs: boolean;
  /** Of rows that answer alike. */
  readonly details: Set<Detail>;
}

/** Rows of the file about the same sheet and unit. */
function sameRows(reading: Reading) {
  const index = hashIndex();
  const [first, second, numbers] = [intList(), intList(), intList()];
  const told = details.map(() => intList());
  /** By the number of the first: the rows after it, and whether any says something else. */
  const more = new Map<number, MoreRows>();
  let anyDiffers = false;
  const detailsOf = (at: number): DetailPrints => {
    return [told[0]?.at(at) ?? 0, told[1]?.at(at) ?? 0, told[2]?.at(at) ?? 0];
  };
  return {
    note: ({ subject, print, row, details: own }: CheckedRow): void => {
      if (subject === null) return;
      const size = index.size();
      const at = index.add(subject);
      if (at === size) {
        first.push(print.a);
        second.push(print.b);
        numbers.push(row.row);
        for (const [part, list] of told.entries()) list.push(own[part] ?? 0);
        return;
      }
      const same = more.get(at) ?? { rows: [], differs: false, details: new Set() };
      more.set(at, same);
      same.rows.push(row.row);
      same.differs ||= first.at(at) !== print.a || second.at(at) !== print.b;
      for (const one of differingDetails(detailsOf(at), own)) same.details.add(one);
      anyDiffers ||= same.differs || same.details.size > 0;
    },
    differ: (): boolean => anyDiffers,
    findings: (checked: CheckedRow): readonly Finding[] => {
      if (more.size === 0 || checked.subject === null) return [];
      const at = index.find(checked.subject);
      const same = more.get(at);
      if (same === undefined) return [];
      const { row } = checked.row;
      const place = rowPlace(reading, checked);
      const serial = shown(reading, checked);
      if (same.differs || same.details.size > 0) {
        const others = named([numbers.at(at), ...same.rows], row);
        const sources = others.map((other) => rowName(reading, other));
        if (same.differs) return [finding('returns/conflict', place, { serial, sources })];
        return [detailsDiffer(reading, checked, [...same.details], sources)];
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
    const isAboutMany = earlier.grids.has(piece.group);
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
    const args = { serial: shown(reading, checked), question, values: [...values], sources };
    return finding('returns/sheet-answers-differ', rowPlace(reading, checked), args);
  });
}
