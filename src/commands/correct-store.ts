/** Accepted corrections on their way into the store, by one rename, and the refused ones beside them. */
import { basename, join } from 'node:path';
import { bytesSource } from '../formats/byte-source.ts';
import { renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { EnvironmentProblem, type Io } from '../io.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { sourceFile } from '../returns/batch-id.ts';
import { correctionsFile, storeCorrections } from '../returns/corrections-stored.ts';
import { rejectedWriter } from '../returns/rejected.ts';
import type { CorrectionIntake } from '../returns/take-corrections.ts';
import type { Table } from '../table.ts';
import { readBatch } from './read-returns.ts';
import type { CorrectOptions } from './returns-correct.ts';
import { rejectedWorkbook } from './returns-mending.ts';
import { importStage, returnsFolder, sweepStages } from './returns-store.ts';

export interface KeptCorrections {
  /** Id of the new import; null when nothing was accepted. */
  readonly id: string | null;
  readonly isBusy: boolean;
  /** Where the refused lines are; empty when none was refused, or with `--dry-run`. */
  readonly rejectedFiles: readonly string[];
}

export interface CorrectionTarget {
  readonly stage: string;
  readonly folder: string;
  readonly record: BatchRecord;
}

/** Writes the import, unless nothing was accepted; the refused lines go into it, or under `out/rejected`. */
export async function keepCorrections(
  { stage, folder, record }: CorrectionTarget,
  intake: CorrectionIntake,
  table: Table,
  bytes: Uint8Array,
  options: CorrectOptions,
  io: Io,
): Promise<KeptCorrections | 'exists'> {
  const isTaken = intake.accepted.length > 0;
  const none = { id: isTaken ? record.id : null, isBusy: false, rejectedFiles: [] };
  if (options.dryRun) return none;
  const rejected = await rejectedFiles(record, intake, table, bytes, { ...options, lang: io.lang });
  if (!isTaken) {
    const place = join(folder, 'out', 'rejected', record.id);
    const paths = [...rejected].map(([name, content]) => {
      return [place + name.slice(name.lastIndexOf('.')), content] as const;
    });
    for (const [path, content] of paths) await io.write(path, content);
    return { ...none, rejectedFiles: paths.map(([path]) => path) };
  }
  const stored = storeCorrections(intake.accepted);
  const files = new Map<string, Uint8Array | string>([
    [sourceFile(record.source.name), bytes],
    [correctionsFile, renderRows(stored.columns, stored.rows)],
    ...rejected,
    ['batch.json', renderJson(record)],
  ]);
  const inBatch = join(returnsFolder(folder), record.id);
  const written = await unlessSwept(async () => {
    await fill(stage, files, io);
    return publishWhole(stage, inBatch, intake, io);
  });
  if (written === 'exists') return 'exists';
  if (written === 'busy') return { ...none, id: null, isBusy: true };
  return { ...none, rejectedFiles: [...rejected.keys()].map((name) => join(inBatch, name)) };
}

/** `Io.write` would make a folder anew that another import swept away; a sink fails instead. */
async function fill(
  stage: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  io: Io,
): Promise<void> {
  for (const [name, content] of files) {
    const sink = await io.sink(join(stage, name), false);
    try {
      await sink.write(content);
    } finally {
      await sink.close();
    }
  }
}

/** What does not read back as it was written is never published, and means a bug here. */
async function publishWhole(
  stage: string,
  target: string,
  { accepted }: CorrectionIntake,
  io: Io,
): Promise<'done' | 'exists'> {
  const read = await readBatch(stage, basename(target), io);
  if ((await io.stat(stage)) === null) throw new EnvironmentProblem('not-found', stage, null);
  if (!read.ok || read.value.corrections.length !== accepted.length) {
    throw new Error(`The corrections “${basename(target)}” do not read back as they were written`);
  }
  return io.publish(stage, target);
}

/** A stage that is gone was swept by somebody who came later, and whose work would not know of ours. */
async function unlessSwept<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof EnvironmentProblem && problem.kind === 'not-found') return 'busy';
    throw problem;
  }
}

/** Work in a folder of its own, which is gone afterwards unless it was published; `folder` null: aside from the survey. */
export async function staged<T>(
  folder: string | null,
  io: Io,
  work: (stage: string) => Promise<T>,
): Promise<T> {
  const stage = await importStage(folder, io);
  try {
    if (folder !== null) await sweepStages(folder, io, basename(stage));
    return await work(stage);
  } finally {
    await io.remove(stage);
  }
}

/** By name within the import. */
async function rejectedFiles(
  { mapping }: BatchRecord,
  { rejected }: CorrectionIntake,
  table: Table,
  bytes: Uint8Array,
  { file, headerRow, lang }: CorrectOptions & Pick<Io, 'lang'>,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  if (rejected.length === 0) return new Map();
  const writer = rejectedWriter(table, lang);
  const text =
    writer.header() + rejected.map(({ row, reasons }) => writer.line(row, reasons)).join('');
  const csv = bytesSource(Buffer.from(text));
  const { sheet } = table;
  const { marks } = writer;
  const book = await rejectedWorkbook({ file, bytes, sheet, headerRow, mapping, csv, marks });
  const files: (readonly [string, Uint8Array | string])[] = [['rejected.csv', text]];
  if (book !== null) files.push(['rejected.xlsx', book]);
  return new Map(files);
}
