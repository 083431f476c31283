/** A returned file → what is taken of it and what is not, with every reason. Nothing is written here. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { type Table, type TableRow, whereIn } from '../table.ts';
import type { Batch, BatchRecord } from './batch.ts';
import { readColumns } from './columns.ts';
import { missingCustody } from './custody-columns.ts';
import { earlier } from './earlier.ts';
import type { Kind } from './fields.ts';
import type { Known } from './known.ts';
import { type Asked, fieldHeading, fieldText, type Reading } from './reading.ts';
import { rowReader, unansweredQuestions } from './rows.ts';
import { type Rejected, settle } from './settle.ts';
import { settleTallies } from './tally-blocks.ts';
import { lineReader } from './tally-lines.ts';

export interface Intake extends Pick<Batch, 'ratings' | 'tallies' | 'custody'> {
  readonly kind: Kind;
  readonly mapping: BatchRecord['mapping'];
  /** Rows of the file: read = accepted + rejected + skipped. */
  readonly counts: BatchRecord['counts'];
  /** Rows that the store already holds word for word. */
  readonly skipped: number;
  /** Accepted ratings that do not count. */
  readonly voids: number;
  /** In file order. */
  readonly rejected: readonly Rejected[];
  readonly simulated: string | null;
}

export interface TakeOptions extends Asked {
  /** The survey folder is one that `survey simulate` made. */
  readonly isRehearsal: boolean;
  /** The rehearsal folder that the file lies in; null when it lies in none. */
  readonly rehearsal: string | null;
}

/**
 * Checks every row against the plan, the printed sheets, the other rows and the batches of the store.
 * Not ok: the file as a whole cannot be taken. Ok with rejected rows: the others can.
 */
export function take(
  known: Known,
  table: Table,
  options: TakeOptions,
  batches: readonly Batch[],
): Checked<Intake> {
  const columns = readColumns(known, table, options);
  if (!columns.ok) return columns;
  const firstNamed = firstNamedRow(table, columns.value.fields.get('unit') ?? []);
  const reading: Reading = { known, table, columns: columns.value, asked: options, firstNamed };
  const seed = simulatedSeed(reading, options, batches);
  const findings = [...columns.findings, ...seed.findings];
  if (columns.value.kind === 'tallies') {
    findings.push(...missingCustody(known, table, columns.value, options));
  }
  if (table.rows.length === 0) findings.push(finding('returns/no-rows', whereIn(table, null), {}));
  if (hasErrors(findings)) return { ok: false, findings };
  const taken =
    columns.value.kind === 'rows' ? takeRows(reading, batches) : takeTallies(reading, batches);
  if (!taken.ok) return { ok: false, findings: [...findings, ...taken.findings] };
  const { rejected, ratings, skipped } = taken.value;
  const read = table.rows.length;
  const value: Intake = {
    kind: columns.value.kind,
    mapping: columns.value.mapping,
    ...taken.value,
    counts: { read, accepted: read - rejected.length - skipped, rejected: rejected.length },
    voids: ratings.filter(({ voidReason }) => voidReason !== null).length,
    simulated: seed.value,
  };
  return { ok: true, value, findings: [...findings, ...taken.findings] };
}

function firstNamedRow(table: Table, columns: readonly number[]): number | null {
  const named = (row: TableRow): boolean => columns.some((at) => (row.cells[at] ?? '') !== '');
  return table.rows.find(named)?.row ?? null;
}

type Taken = Pick<Intake, 'ratings' | 'tallies' | 'custody' | 'rejected' | 'skipped'>;

function takeRows(reading: Reading, batches: readonly Batch[]): Checked<Taken> {
  const rows = reading.table.rows.map(rowReader(reading));
  const forms = new Set(rows.flatMap(({ rating }) => rating?.form ?? []));
  const missing = unansweredQuestions(reading, forms);
  if (missing.length > 0) return { ok: false, findings: missing };
  const settled = settle(reading, rows, earlier(batches));
  return { ok: true, value: { ...settled, tallies: [], custody: [] }, findings: [] };
}

function takeTallies(reading: Reading, batches: readonly Batch[]): Checked<Taken> {
  const lines = reading.table.rows.map(lineReader(reading));
  const { findings, ...settled } = settleTallies(reading, lines, earlier(batches));
  return { ok: true, value: { ...settled, ratings: [] }, findings };
}

/** The seed that every row of a rehearsal carries; rehearsals and real returns never share a store. */
function simulatedSeed(
  reading: Reading,
  options: TakeOptions,
  batches: readonly Batch[],
): { readonly value: string | null; readonly findings: readonly Finding[] } {
  const { table } = reading;
  const heading = fieldHeading(reading, 'simulated');
  const first = table.rows[0];
  const seed = first === undefined ? '' : fieldText(reading, first, 'simulated');
  const other = table.rows.find((row) => fieldText(reading, row, 'simulated') !== seed);
  if (other !== undefined) {
    const args = { seed, other: fieldText(reading, other, 'simulated') };
    const at = whereIn(table, other, heading);
    return { value: null, findings: [finding('returns/partly-simulated', at, args)] };
  }
  const isSimulated = seed !== '';
  if (isSimulated !== options.isRehearsal) {
    const at = whereIn(table, null, heading);
    const wrong = isSimulated
      ? finding('returns/rehearsal-file', at, { folder: options.rehearsal ?? '' })
      : finding('returns/rehearsal-folder', at, {});
    return { value: null, findings: [wrong] };
  }
  const unlike = batches.find(({ record }) => (record.simulated !== null) !== isSimulated);
  const findings =
    unlike === undefined
      ? []
      : [
          finding('returns/rehearsal-mixed', whereIn(table, null, heading), {
            isSimulated,
            batch: unlike.record.id,
          }),
        ];
  return { value: isSimulated ? seed : null, findings };
}
