/** The survey's folder → the batches under `returns/`, whole or not at all. */
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Caps } from '../formats/caps.ts';
import type { Io } from '../io.ts';
import type { Batch, BatchRecord, Rating } from '../returns/batch.ts';
import { isAnswersFile, sha256, sourceFile } from '../returns/batch-id.ts';
import { parseRecord } from '../returns/record.ts';
import { restoreCustody, restoreRatings, restoreTallies } from '../returns/stored.ts';
import type { Table } from '../table.ts';
import { batchIds, looseFiles, returnsFolder } from './returns-store.ts';

/** Every import that counts; a folder that cannot be read whole is an error, never passed over. */
export async function readReturns(folder: string, io: Io): Promise<Checked<readonly Batch[]>> {
  const batches: Batch[] = [];
  const findings: Finding[] = (await looseFiles(folder, io)).map((name) =>
    finding(
      'returns/loose-file',
      { kind: 'file', file: join(returnsFolder(folder), name) },
      { name },
    ),
  );
  for (const id of await batchIds(folder, io)) {
    const batch = await readBatch(join(returnsFolder(folder), id), id, io);
    findings.push(...batch.findings);
    if (batch.ok) batches.push(batch.value);
  }
  return hasErrors(findings) ? { ok: false, findings } : { ok: true, value: batches, findings };
}

/** The record of one import; its id is the name of its folder, also after somebody renamed that. */
export async function readRecord(path: string, id: string, io: Io): Promise<Checked<BatchRecord>> {
  const file = join(path, 'batch.json');
  if ((await io.stat(file))?.kind !== 'file') return broken(path, id, 'no-record');
  const record = parseRecord(new TextDecoder().decode(await io.read(file)));
  if (record === null) return broken(path, id, 'record');
  return { ok: true, value: { ...record, id }, findings: [] };
}

/** One import, whole or not at all: every file in it is what was written, and none was added. */
export async function readBatch(path: string, id: string, io: Io): Promise<Checked<Batch>> {
  const record = await readRecord(path, id, io);
  if (!record.ok) return record;
  if (!(await isUntouched(path, record.value, io))) return broken(path, id, 'changed');
  const ratings: Rating[] = [];
  let tallies: Batch['tallies'] = [];
  let custody: Batch['custody'] = [];
  for (const file of record.value.files) {
    const table = await readStored(path, file, io);
    if (typeof table === 'string') return broken(path, id, table);
    if (isAnswersFile(file.name)) {
      const read = restoreRatings(table);
      if (read === null) return broken(path, id, 'content');
      for (const rating of read) ratings.push(rating);
    } else if (file.name === 'tallies.csv') {
      const read = restoreTallies(table);
      if (read === null) return broken(path, id, 'content');
      tallies = read;
    } else if (file.name === 'custody.csv') {
      const read = restoreCustody(table);
      if (read === null) return broken(path, id, 'content');
      custody = read;
    }
  }
  const { kind, counts } = record.value;
  const isWhole = kind === 'rows' ? ratings.length === counts.accepted : tallies.length > 0;
  if (!isWhole) return broken(path, id, 'content');
  return { ok: true, value: { record: record.value, ratings, tallies, custody }, findings: [] };
}

type Trouble = 'no-record' | 'record' | 'changed' | 'content';

function broken(path: string, batch: string, why: Trouble): Checked<never> {
  const at = { kind: 'file', file: path } as const;
  return { ok: false, findings: [finding('returns/broken-batch', at, { batch, why })] };
}

/** What limits a clerk's file must not keep us from reading what we wrote ourselves. */
export const storeCaps: Caps = {
  bytes: Number.MAX_SAFE_INTEGER,
  entries: 0,
  rows: Number.MAX_SAFE_INTEGER,
  columns: Number.MAX_SAFE_INTEGER,
  cell: Number.MAX_SAFE_INTEGER,
  record: Number.MAX_SAFE_INTEGER,
};

/** Whether the kept source is, byte by byte, the file that was imported, and no data was put beside it. */
async function isUntouched(path: string, record: BatchRecord, io: Io): Promise<boolean> {
  const { name, sha256: written } = record.source;
  const source = sourceFile(name);
  const known = [source, ...record.files.map((file) => file.name)];
  const isData = (file: string): boolean =>
    isAnswersFile(file) || /^(?:tallies\.csv|custody\.csv|source(?:\..*)?)$/.test(file);
  const there = (await io.list(path)).map((entry) => entry.name);
  if (there.some((file) => isData(file) && !known.includes(file))) return false;
  if ((await io.stat(join(path, source)))?.kind !== 'file') return false;
  return sha256(await io.read(join(path, source))) === written;
}

/** A file of the batch as a table, if it is still, byte for byte, what was written. */
async function readStored(
  path: string,
  { name, sha256: written }: BatchRecord['files'][number],
  io: Io,
): Promise<Table | Trouble> {
  const file = join(path, name);
  if (/[/\\]/.test(name) || (await io.stat(file))?.kind !== 'file') return 'changed';
  const bytes = await io.read(file);
  if (sha256(bytes) !== written) return 'changed';
  const { parseTable } = await import('../formats/read-table.ts');
  const table = await parseTable(bytes, file, { headerRow: 1, delimiter: ',', caps: storeCaps });
  return table.ok && !hasErrors(table.findings) ? table.value : 'content';
}
