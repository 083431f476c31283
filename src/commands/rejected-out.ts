/** Where rejected rows go beside the batch's own `rejected.csv`: a marked workbook, and, of a file not taken, `out/rejected/`. */
import { join } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { batchId, sourceFile } from '../returns/batch-id.ts';
import type { RejectedMark } from '../returns/rejected.ts';
import type { TableHead } from '../table.ts';
import { rejectedFile } from './import-stage.ts';
import { writeRejectedWorkbook } from './returns-mending.ts';

export interface RejectedRows {
  readonly staging: {
    readonly source: { readonly file: string };
    readonly stage: string;
    readonly name: string;
    readonly snapshot: { readonly sha256: string };
    readonly files: readonly { readonly name: string }[];
    readonly marks: readonly RejectedMark[];
  };
  readonly read: { readonly head: TableHead; readonly how: { readonly headerRow: number } };
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
  const { stage, files, marks, name, snapshot } = staging;
  if (!files.some((file) => file.name === rejectedFile)) return null;
  const csv = join(stage, rejectedFile);
  const id = batchId(name, snapshot.sha256, read.head.sheet, 'returns');
  const out = 'folder' in to ? join(to.folder, 'out', 'rejected') : null;
  const target = out === null ? join(stage, workbook) : join(out, `${id}.xlsx`);
  const rejected = {
    file: staging.source.file,
    source: join(stage, sourceFile(name)),
    sheet: read.head.sheet,
    headerRow: read.how.headerRow,
    mapping,
    csv,
    marks,
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
