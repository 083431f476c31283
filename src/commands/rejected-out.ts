/** Where rejected rows go beside the batch's own `rejected.csv`: a marked workbook, and, of a file not taken, `out/rejected/`. */
import { join } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { sourceFile } from '../returns/batch-id.ts';
import { ownHeadings, type RejectedMark } from '../returns/rejected.ts';
import type { TableHead } from '../table.ts';
import { rejectedFile } from './import-stage.ts';
import { writeRejectedWorkbook } from './returns-mending.ts';

export interface RejectedRows {
  readonly staging: {
    readonly id: string;
    /** Rows came that carry no id: a copy of the whole workbook would bring all of them again. */
    readonly hasNameless: boolean;
    readonly source: { readonly file: string };
    readonly stage: string;
    readonly name: string;
    readonly files: readonly { readonly name: string }[];
    readonly marks: readonly RejectedMark[];
  };
  readonly read: {
    readonly head: TableHead;
    readonly opened: { readonly adapted: { readonly head: TableHead } | null };
    readonly how: { readonly headerRow: number };
  };
  readonly mapping: BatchRecord['mapping'];
}

export interface KeptRejected {
  /** The CSV, or the workbook where there is one. */
  readonly path: string;
  /** What was written beside it. */
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
}

const workbook = 'rejected.xlsx';

/** Into the stage of a batch, or, when nothing of the file is taken, below the survey's `out/`. Null: no row was rejected. */
export async function keepRejected(
  { staging, read, mapping }: RejectedRows,
  to: { readonly stage: string } | { readonly folder: string },
  io: Io,
): Promise<KeptRejected | null> {
  const { id, stage, files, marks, name, hasNameless } = staging;
  if (!files.some((file) => file.name === rejectedFile)) return null;
  const csv = join(stage, rejectedFile);
  const out = 'folder' in to ? join(to.folder, 'out', 'rejected') : null;
  const target = out === null ? join(stage, workbook) : join(out, `${id}.xlsx`);
  const rejected = {
    file: staging.source.file,
    source: join(stage, sourceFile(name)),
    sheet: hasNameless ? null : read.head.sheet,
    headerRow: read.how.headerRow,
    mapping,
    csv,
    marks: hasNameless ? marks.map(underOurs(read)) : marks,
  };
  if (out !== null) {
    await io.makeFolder(out);
    await io.remove(join(out, `${id}.csv`));
    await io.remove(target);
    await io.snapshot(csv, join(out, `${id}.csv`));
  }
  const findings = await writeRejectedWorkbook(rejected, target, io);
  const isThere = (await io.stat(target)) !== null;
  const path = isThere ? target : out === null ? csv : join(out, `${id}.csv`);
  return { path, names: isThere && out === null ? [workbook] : [], findings };
}

/** The rejected rows by themselves stand under our headings. */
function underOurs({ head, opened }: RejectedRows['read']): (mark: RejectedMark) => RejectedMark {
  const ours = ownHeadings(opened.adapted?.head ?? head);
  return (mark) => ({ ...mark, column: ours(mark.column) });
}
