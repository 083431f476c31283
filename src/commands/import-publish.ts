/** The last steps before an import appears: its record, and whether the disk holds what was written. */
import { join } from 'node:path';
import { renderJson } from '../formats/json-write.ts';
import type { Io, Snapshot } from '../io.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { type RecordHead, tallyFiles } from '../returns/batch-files.ts';
import { sourceFile } from '../returns/batch-id.ts';
import type { Taken } from '../returns/take.ts';
import { listedFiles, type StagedFile, type StageWriter } from './import-stage.ts';
import { sha256Of } from './read-returns.ts';

/** An import that is being prepared in a folder of its own. */
export interface Staging {
  readonly id: string;
  /** Rows came that carry no id. */
  readonly hasNameless: boolean;
  /** As the user named it. */
  readonly source: { readonly file: string };
  readonly stage: string;
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly files: readonly StagedFile[];
  readonly marks: ReturnType<StageWriter['marks']>;
}

/** Writes what is still missing; the record comes last. */
export async function completeStage(
  { stage, files, name }: Staging,
  head: RecordHead,
  taken: Taken,
  io: Io,
): Promise<{ readonly record: BatchRecord; readonly names: readonly string[] }> {
  const listed = [...listedFiles(files)];
  const names = [sourceFile(name), ...files.map((one) => one.name)];
  if (head.kind === 'tallies') {
    for (const [file, text] of tallyFiles(taken)) {
      const sink = await io.sink(join(stage, file), false);
      await sink.write(text);
      listed.push({ name: file, sha256: (await sink.close()).sha256 });
      names.push(file);
    }
  }
  const record: BatchRecord = { ...head, files: listed };
  await io.write(join(stage, 'batch.json'), renderJson(record));
  return { record, names: [...names, 'batch.json'] };
}

export async function isStillThere(
  stage: string,
  names: ReadonlySet<string>,
  io: Io,
): Promise<boolean> {
  const there = (await io.list(stage)).map(({ name }) => name);
  return there.length === names.size && there.every((name) => names.has(name));
}

/** What the disk gives back must be what was written: anything else is a bug here, or a disk that lies. */
export async function readBack(
  { stage, snapshot, name, files }: Staging,
  record: BatchRecord,
  io: Io,
): Promise<void> {
  const whole = [{ name: sourceFile(name), sha256: snapshot.sha256 }, ...record.files];
  for (const { name: file, sha256 } of whole) {
    if ((await sha256Of(join(stage, file), io)) === sha256) continue;
    throw new Error(`The prepared import “${record.id}” does not read back as it was written`);
  }
  const rows = files.reduce((sum, one) => sum + (one.rows ?? 0), 0);
  if (record.kind === 'rows' && rows !== record.counts.accepted) {
    throw new Error(`The prepared import “${record.id}” has ${rows} rows and counts others`);
  }
}
