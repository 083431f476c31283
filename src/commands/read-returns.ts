/** The survey's folder → the batches under `returns/`, whole or not at all. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Caps } from '../formats/caps.ts';
import type { Io } from '../io.ts';
import type { Batch, BatchRecord, Rating } from '../returns/batch.ts';
import { isAnswersFile, sha256, sourceFile } from '../returns/batch-id.ts';
import { correctionsFile, restoreCorrections } from '../returns/corrections-stored.ts';
import { ratingReader } from '../returns/rating-lines.ts';
import { parseRecord } from '../returns/record.ts';
import { restoreCustody, restoreTallies } from '../returns/stored.ts';
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
  const ratings: Rating[] = [];
  const read = await streamBatch(path, id, io, (rating) => ratings.push(rating));
  return read.ok ? { ...read, value: { ...read.value, ratings } } : read;
}

/**
 * As `readBatch`, but the ratings are only shown to `visit`, one after the other, so that an import of any size can be
 * read. When the answer is not ok, what was shown counts for nothing.
 */
export async function streamBatch(
  path: string,
  id: string,
  io: Io,
  visit: (rating: Rating, record: BatchRecord) => void,
): Promise<Checked<Omit<Batch, 'ratings'>>> {
  const read = await readRecord(path, id, io);
  if (!read.ok) return read;
  const record = read.value;
  if (!(await isUntouched(path, record, io))) return broken(path, id, 'changed');
  let ratings = 0;
  let tallies: Batch['tallies'] = [];
  let custody: Batch['custody'] = [];
  let corrections: Batch['corrections'] = [];
  for (const file of record.files) {
    if (isAnswersFile(file.name)) {
      const found = await streamRatings(path, file, io, (rating) => visit(rating, record));
      if (typeof found === 'string') return broken(path, id, found);
      ratings += found;
      continue;
    }
    const table = await readStored(path, file, io);
    if (typeof table === 'string') return broken(path, id, table);
    const parts = restoreParts(file.name, table);
    if (parts === null) return broken(path, id, 'content');
    tallies = parts.tallies ?? tallies;
    custody = parts.custody ?? custody;
    corrections = parts.corrections ?? corrections;
  }
  const lines = new Set(corrections.map(({ row }) => row)).size;
  const held = { rows: ratings, corrections: lines, tallies: tallies.length }[record.kind];
  const isWhole = record.kind === 'tallies' ? held > 0 : held === record.counts.accepted;
  if (!isWhole) return broken(path, id, 'content');
  return { ok: true, value: { record, tallies, custody, corrections }, findings: [] };
}

/** The small files of an import; null: the table is not what they look like. */
function restoreParts(
  name: string,
  table: Table,
): Partial<Pick<Batch, 'tallies' | 'custody' | 'corrections'>> | null {
  switch (name) {
    case 'tallies.csv': {
      const tallies = restoreTallies(table);
      return tallies && { tallies };
    }
    case 'custody.csv': {
      const custody = restoreCustody(table);
      return custody && { custody };
    }
    case correctionsFile: {
      const corrections = restoreCorrections(table);
      return corrections && { corrections };
    }
    default:
      return {};
  }
}

/** How many ratings the file holds, if it is still, byte for byte, what was written. */
async function streamRatings(
  path: string,
  { name, sha256: written }: BatchRecord['files'][number],
  io: Io,
  visit: (rating: Rating) => void,
): Promise<number | Trouble> {
  const file = join(path, name);
  if (/[/\\]/.test(name) || (await io.stat(file))?.kind !== 'file') return 'changed';
  const hash = createHash('sha256');
  const reader = ratingReader(visit);
  let isGood = true;
  for await (const piece of (await io.source(file)).chunks('passing')) {
    hash.update(piece);
    isGood &&= reader.push(piece);
  }
  if (hash.digest('hex') !== written) return 'changed';
  return (isGood ? reader.end() : null) ?? 'content';
}

type Trouble = 'no-record' | 'record' | 'changed' | 'content';

function broken(path: string, batch: string, why: Trouble): Checked<never> {
  const at = { kind: 'file', file: path } as const;
  return { ok: false, findings: [finding('returns/broken-batch', at, { batch, why })] };
}

/** What limits a clerk's file must not keep us from reading what we wrote ourselves. */
export const storeCaps: Caps = {
  bytes: Number.MAX_SAFE_INTEGER,
  unzipped: Number.MAX_SAFE_INTEGER,
  entries: Number.MAX_SAFE_INTEGER,
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
    isAnswersFile(file) ||
    /^(?:tallies\.csv|custody\.csv|corrections\.csv|source(?:\..*)?)$/.test(file);
  const there = (await io.list(path)).map((entry) => entry.name);
  if (there.some((file) => isData(file) && !known.includes(file))) return false;
  if ((await io.stat(join(path, source)))?.kind !== 'file') return false;
  return (await sha256Of(join(path, source), io)) === written;
}

/** SHA-256 of a file of any size, as 64 hexadecimal digits. */
export async function sha256Of(file: string, io: Io): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of (await io.source(file)).chunks('passing')) hash.update(piece);
  return hash.digest('hex');
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
