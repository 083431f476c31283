/** A paper tally as a whole → what is taken of it and what is not. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { matchName } from '../names.ts';
import { type Table, whereIn } from '../table.ts';
import { missingCustody } from './custody-columns.ts';
import type { Earlier } from './earlier.ts';
import type { Reading } from './reading.ts';
import { type SettledTallies, settleTallies } from './tally-blocks.ts';
import { aboutFile } from './tally-file.ts';
import { voidReasonOf } from './tally-headings.ts';
import { lineReader } from './tally-lines.ts';
import { splitTotals } from './tally-totals.ts';
import { withoutUnfilled } from './tally-unfilled.ts';

export interface TalliesRead extends SettledTallies {
  /** Rows that nobody has filled in yet. */
  readonly unfilled: number;
}

/** Not ok: columns or names that the whole file needs are not there. */
export function readTallies(
  reading: Reading,
  table: Table,
  earlier: Earlier,
): Checked<TalliesRead> {
  const { known, columns } = reading;
  const about = aboutFile(known, table, columns);
  const findings: Finding[] = [...about.findings, ...voidReasons(reading), ...percents(reading)];
  const asked = {
    ...reading.asked,
    group: reading.asked.group ?? (about.ok ? about.value.group : null),
    form: reading.asked.form ?? (about.ok ? about.value.form : null),
  };
  findings.push(...missingCustody(known, table, columns, asked));
  if (!about.ok || hasErrors(findings)) return { ok: false, findings };
  const { rows, totals } = splitTotals(reading, table.rows);
  const read = rows.flatMap(lineReader({ ...reading, asked }, about.value.unit));
  const { lines, unfilled, findings: waiting } = withoutUnfilled(reading, read);
  const settled = settleTallies(reading, lines, totals, earlier);
  findings.push(...waiting, ...settled.findings);
  return { ok: true, value: { ...settled, unfilled }, findings };
}

/** Shares are given by the counts; a column of them is passed over, and said. */
function percents({ table, columns }: Reading): readonly Finding[] {
  const found = columns.fields.get('percent') ?? [];
  if (found.length === 0) return [];
  const headings = found.map((column) => table.columns[column] ?? '');
  return [finding('returns/percents-passed-over', whereIn(table, null), { headings })];
}

/** The reasons that head columns of void forms must be those of the plan, where it names any. */
function voidReasons({ known, table, columns }: Reading): readonly Finding[] {
  const { reasons } = known.plan.returns;
  if (reasons === null) return [];
  const among = reasons.map((name) => ({ id: name, name }));
  return (columns.fields.get('void_by') ?? []).flatMap((column) => {
    const heading = table.columns[column] ?? '';
    const reason = voidReasonOf(heading) ?? '';
    const match = matchName(reason, among);
    if (match.kind === 'exact') return [];
    const near = match.kind === 'none' ? match.near : [];
    const args = { reason, reasons, near };
    return [finding('returns/unknown-void-column', whereIn(table, null, heading), args)];
  });
}
