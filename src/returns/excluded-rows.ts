/** Submissions that a review leaves out now, and that an earlier import counts: a review may come late. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { gridGroups } from '../plan/grids.ts';
import { sheetId, subjectHash } from '../stats/sheet-id.ts';
import type { Hash } from '../stats/text-hash.ts';
import { type TableHead, type TableRow, whereIn } from '../table.ts';
import type { Earlier } from './earlier.ts';
import type { Known } from './known.ts';
import { dashed } from './subject.ts';

export interface ExcludedWatch {
  /** The rows that an excluded one would have made, and why it is excluded. */
  readonly see: (rows: readonly TableRow[], reason: string) => void;
  /** The file is read once more, from the first row. */
  readonly restart: () => void;
  readonly findings: () => readonly Finding[];
}

/** So many rows are named; the rest are counted. */
const mostNamed = 10;

/** `head`: the headings of the rows made. */
export function excludedWatch(known: Known, head: TableHead, held: () => Earlier): ExcludedWatch {
  const columns = { serial: head.columns.indexOf('serial'), reply: head.columns.indexOf('reply') };
  const units = known.plan.units.map(({ id }) => id);
  let first: TableRow | null = null;
  let seen: { row: number; reason: string; batch: string }[] = [];
  let count = 0;
  const grids = gridGroups(known.plan);
  /** Which group answers may not stand in the row: whatever the reply could be. */
  const subjectsOf = (row: TableRow): readonly Hash[] => {
    const typed = row.cells[columns.serial] ?? '';
    const read = typed === '' ? null : known.readSerial(dashed(typed));
    const serial = read?.kind === 'ok' ? read.serial : null;
    const reply = row.cells[columns.reply] || null;
    return known.plan.groups.flatMap(({ id: group }) => {
      const sheet = sheetId({ serial, reply, group });
      if (sheet === null) return [];
      const about = grids.has(group) ? units : [null];
      return about.map((unit) => subjectHash(sheet, unit));
    });
  };
  return {
    see: (rows, reason) => {
      const [row] = rows;
      if (row === undefined) return;
      const { rating } = held();
      const batch = subjectsOf(row)
        .map((subject) => rating(subject)?.batch)
        .find(Boolean);
      if (batch === undefined) return;
      first ??= row;
      count += 1;
      if (seen.length < mostNamed) seen.push({ row: row.row, reason, batch });
    },
    restart: () => {
      first = null;
      seen = [];
      count = 0;
    },
    findings: () => {
      if (first === null) return [];
      const rows = seen.map(({ row, reason, batch }) => `${row} (${reason}; ${batch})`);
      return [finding('returns/excluded-counted', whereIn(head, first), { count, rows })];
    },
  };
}
