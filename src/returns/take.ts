/** A returned file → what is taken of it and what is not, with every reason. Nothing is written here. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { gridGroups } from '../plan/grids.ts';
import { type Table, type TableHead, type TableRow, whereIn } from '../table.ts';
import type { Batch, BatchRecord, PassedOver, Rating } from './batch.ts';
import { readColumns } from './columns.ts';
import { type Earlier, earlier } from './earlier.ts';
import type { Kind } from './fields.ts';
import type { Known } from './known.ts';
import type { Asked, Reading } from './reading.ts';
import { type RowIntakeOptions, type RowOutput, rowIntake } from './row-intake.ts';
import { seedWatch } from './seed-watch.ts';
import type { Rejected } from './settle.ts';
import { readTallies } from './tally-intake.ts';

/** What was taken of a file, beside the rows themselves, which went out one by one. */
export interface Taken extends Pick<Batch, 'tallies' | 'custody'> {
  /** Rows of the file: read = accepted + rejected + skipped + totals. */
  readonly counts: BatchRecord['counts'];
  /** Rows that the store already holds word for word. */
  readonly skipped: number;
  /** Those, by the import that has them. */
  readonly passedOver: readonly PassedOver[];
  /** Rows of a tally that only sum others, and agree with them. */
  readonly totals: number;
  /** Accepted ratings that do not count. */
  readonly voids: number;
  readonly simulated: string | null;
}

export interface TakeOptions extends Asked, RowIntakeOptions {}

export type IntakeEnd =
  /** All rows must be given once more, from the first. */
  { readonly kind: 'again' } | { readonly kind: 'end'; readonly taken: Checked<Taken> };

/** One file whose headings are understood, while its rows come. */
export interface FileIntake {
  readonly kind: Kind;
  readonly mapping: BatchRecord['mapping'];
  /** The next row. False: no more are wanted. */
  readonly row: (row: TableRow) => boolean;
  readonly end: () => IntakeEnd;
}

/**
 * Checks every row against the plan, the printed sheets, the other rows and what the store holds. Not ok: the headings
 * do not say enough. Ratings and rejected rows go to `output`; what it got is void when the end says `again` or not ok.
 */
export function fileIntake(
  known: Known,
  head: TableHead,
  options: TakeOptions,
  held: Earlier,
  output: RowOutput,
): Checked<FileIntake> {
  const columns = readColumns(known, head, options);
  if (!columns.ok) return columns;
  const { kind, mapping } = columns.value;
  const reading = { known, table: head, columns: columns.value, asked: options, firstNamed: null };
  const intake =
    kind === 'rows'
      ? rowsOf(reading, options, held, output)
      : talliesOf(reading, options, held, output);
  return { ok: true, value: { kind, mapping, ...intake }, findings: columns.findings };
}

type Rows = Pick<FileIntake, 'row' | 'end'>;

function rowsOf(reading: Reading, options: TakeOptions, held: Earlier, output: RowOutput): Rows {
  const intake = rowIntake(reading, held, options, output);
  return {
    row: intake.row,
    end: () => {
      const end = intake.end();
      if (end.kind === 'again') return end;
      if (end.kind === 'refused') {
        return { kind: 'end', taken: { ok: false, findings: end.findings } };
      }
      const { read, accepted, rejected, skipped, passedOver, voids } = end.counts;
      const { simulated } = end;
      const counts = { read, accepted, rejected };
      const none = { tallies: [], custody: [], totals: 0 };
      const value = { counts, skipped, passedOver, voids, simulated, ...none };
      return { kind: 'end', taken: { ok: true, value, findings: end.findings } };
    },
  };
}

/** A paper tally is small, and its lines belong together: it is collected first. */
function talliesOf(reading: Reading, options: TakeOptions, held: Earlier, output: RowOutput): Rows {
  const rows: TableRow[] = [];
  const seed = seedWatch(reading, options, held.records);
  return {
    row: (row) => {
      rows.push(row);
      return seed.row(row) || !seed.over();
    },
    end: () => {
      const taken = tallied(
        reading,
        { ...reading.table, rows },
        held,
        output,
        seed.findings(),
        seed.value(),
      );
      return { kind: 'end', taken };
    },
  };
}

function tallied(
  reading: Reading,
  table: Table,
  held: Earlier,
  output: RowOutput,
  wrong: readonly Finding[],
  simulated: string | null,
): Checked<Taken> {
  if (wrong.length > 0) return { ok: false, findings: wrong };
  if (table.rows.length === 0) {
    return { ok: false, findings: [finding('returns/no-rows', whereIn(table, null), {})] };
  }
  const firstNamed = firstNamedRow(table, reading.columns.fields.get('unit') ?? []);
  const settled = readTallies({ ...reading, firstNamed }, table, held);
  if (!settled.ok || hasErrors(settled.findings)) {
    return { ok: false, findings: settled.findings };
  }
  const { tallies, custody, rejected, skipped, passedOver, totals, unfilled } = settled.value;
  for (const { row, reasons } of rejected) output.reject(row, reasons);
  // A line that waits to be filled in counts as little as a blank one.
  const read = table.rows.length - unfilled;
  const accepted = read - rejected.length - skipped - totals;
  const counts = { read, accepted, rejected: rejected.length };
  const about = { counts, skipped, passedOver, totals, voids: 0, simulated };
  const value = { tallies, custody, ...about };
  return { ok: true, value, findings: settled.findings };
}

function firstNamedRow(table: Table, columns: readonly number[]): number | null {
  const named = (row: TableRow): boolean => columns.some((at) => (row.cells[at] ?? '') !== '');
  return table.rows.find(named)?.row ?? null;
}

/** What was taken of a table that is in memory as a whole. */
export interface Intake extends Taken {
  readonly kind: Kind;
  readonly mapping: BatchRecord['mapping'];
  readonly ratings: readonly Rating[];
  /** In file order. */
  readonly rejected: readonly Rejected[];
}

/** `fileIntake` for a table and batches that are in memory. */
export function take(
  known: Known,
  table: Table,
  options: TakeOptions,
  batches: readonly Batch[],
): Checked<Intake> {
  const ratings: Rating[] = [];
  const rejected: Rejected[] = [];
  const output: RowOutput = {
    accept: (rating) => ratings.push(rating),
    reject: (row, reasons) => rejected.push({ row, reasons }),
    restart: () => {
      ratings.length = 0;
      rejected.length = 0;
    },
  };
  const intake = fileIntake(
    known,
    table,
    options,
    earlier(batches, gridGroups(known.plan)),
    output,
  );
  if (!intake.ok) return intake;
  const { kind, mapping } = intake.value;
  for (;;) {
    for (const row of table.rows) if (!intake.value.row(row)) break;
    const end = intake.value.end();
    if (end.kind === 'again') continue;
    const findings = [...intake.findings, ...end.taken.findings];
    if (!end.taken.ok) return { ok: false, findings };
    return { ok: true, value: { ...end.taken.value, kind, mapping, ratings, rejected }, findings };
  }
}
