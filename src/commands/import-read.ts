/** One file of an import, read as often as its rows need it: headings understood, rows checked and written out. */

import { hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { ByteSource } from '../formats/byte-source.ts';
import { type HowRead, streamTable, type TableOptions } from '../formats/read-table.ts';
import type { ExcludedWatch } from '../returns/excluded-rows.ts';
import type { Adapted } from '../returns/exports.ts';
import { mendedRow } from '../returns/rejected.ts';
import type { FileIntake, Taken } from '../returns/take.ts';
import type { TableHead, TableRow, TableSink } from '../table.ts';
import type { Progress } from './progress.ts';

/** What is done with a file once its headings are known. */
export interface Opened {
  readonly intake: FileIntake;
  /** Null: the headings are read as they stand. */
  readonly adapted: Adapted | null;
  readonly excluded: ExcludedWatch;
  /** Writes what has gathered; null: too little yet. */
  readonly pause: () => Promise<void> | null;
}

export interface ReadFile {
  readonly head: TableHead;
  readonly how: HowRead;
  readonly opened: Opened;
  readonly taken: Taken;
  /** Rows of the file; those left out by a rule among them. */
  readonly read: number;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
}

/** `open` gets the headings, once; not ok: nothing is to be read. */
export async function readFile(
  source: ByteSource,
  file: string,
  options: TableOptions,
  open: (head: TableHead) => Checked<Opened>,
  progress: Progress,
): Promise<Checked<ReadFile>> {
  const seen: {
    head: TableHead | null;
    opened: Checked<Opened> | null;
    mended: (row: TableRow) => TableRow;
  } = { head: null, opened: null, mended: (row) => row };
  for (;;) {
    const excluded = new Map<string, number>();
    if (seen.opened?.ok === true) seen.opened.value.excluded.restart();
    let read = 0;
    const sink: TableSink = {
      head: (head) => {
        seen.head ??= head;
        seen.mended = mendedRow(head);
        seen.opened ??= open(head);
        return seen.opened.ok;
      },
      row: (row) => {
        read += 1;
        return seen.opened?.ok === true && giveRow(seen.opened.value, seen.mended(row), excluded);
      },
      pause: (bytes) => {
        progress.tell(bytes, read);
        return seen.opened?.ok === true ? seen.opened.value.pause() : null;
      },
    };
    const table = await streamTable(source, file, options, sink);
    const { head, opened } = seen;
    const findings = [...table.findings, ...(opened?.findings ?? [])];
    if (opened !== null && !opened.ok) return { ok: false, findings };
    if (!table.ok || head === null || opened === null) return { ok: false, findings };
    const end = opened.value.intake.end();
    if (end.kind === 'again') continue;
    const late = opened.value.excluded.findings();
    const all: Finding[] = [...findings, ...end.taken.findings, ...late];
    if (!end.taken.ok || hasErrors(all)) return { ok: false, findings: all };
    const left = [...excluded].map(([reason, count]) => ({ reason, count }));
    const about = { head, how: table.value.how, opened: opened.value, taken: end.taken.value };
    return { ok: true, value: { ...about, read, excluded: left }, findings: all };
  }
}

function giveRow(
  { intake, adapted, excluded: watch }: Opened,
  row: TableRow,
  excluded: Map<string, number>,
): boolean {
  if (adapted === null) return intake.row(row);
  const rows = adapted.row(row);
  if (!('excluded' in rows)) return rows.every(intake.row);
  excluded.set(rows.excluded, (excluded.get(rows.excluded) ?? 0) + 1);
  watch.see(rows.rows, rows.excluded);
  return true;
}
