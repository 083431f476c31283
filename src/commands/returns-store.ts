/**
 * The folder `returns/`: where imports are kept, how they appear, how they are read back.
 *
 *     returns/<id>/batch.json  source.csv  answers-<form>.csv  tallies.csv  custody.csv  rejected.csv
 *     returns/undone/<id>/     the same, with undo.json
 *
 * A folder appears by one rename and is never edited; names that begin with a dot are being prepared, or
 * were left behind by an import that was killed, and nobody reads them.
 */
import { join } from 'node:path';
import { type Entry, EnvironmentProblem, type Io } from '../io.ts';

const stagePrefix = '.import-';
const sweptPrefix = '.swept-';

/** Files that systems drop into folders by themselves. */
const systemFiles = /^(?:\..*|desktop\.ini|thumbs\.db)$/i;

export function returnsFolder(folder: string): string {
  return join(folder, 'returns');
}

export function undoneFolder(folder: string): string {
  return join(returnsFolder(folder), 'undone');
}

/** Listing and undoing need no plan that is right, only the folder it stands in. */
export async function surveyFolder(path: string, io: Io): Promise<string> {
  return (await io.stat(path))?.kind === 'file' ? join(path, '..') : path;
}

/** Ids of the imports that count, in the order of their names. */
export async function batchIds(folder: string, io: Io): Promise<readonly string[]> {
  return folders(await storeEntries(folder, io)).filter((name) => name !== 'undone');
}

export async function undoneIds(folder: string, io: Io): Promise<readonly string[]> {
  return folders(await io.list(undoneFolder(folder)));
}

/** Files that lie in `returns/` itself, where nothing reads them. */
export async function looseFiles(folder: string, io: Io): Promise<readonly string[]> {
  const entries = await storeEntries(folder, io);
  return entries
    .filter(({ kind, name }) => kind === 'file' && !systemFiles.test(name))
    .map(({ name }) => name);
}

/** What lies in `returns/`; a file or a dangling link of that name is not taken for an empty store. */
async function storeEntries(folder: string, io: Io): Promise<readonly Entry[]> {
  const store = returnsFolder(folder);
  const entries = await io.list(store);
  if (entries.length > 0 || (await io.stat(store))?.kind === 'folder') return entries;
  const beside = await io.list(folder);
  if (beside.some(({ name }) => name === 'returns')) {
    throw new EnvironmentProblem('not-a-folder', store, null);
  }
  return entries;
}

function folders(entries: readonly Entry[]): readonly string[] {
  return entries
    .filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'))
    .map(({ name }) => name);
}

/** A new folder in which an import is prepared; `folder` null: aside from every survey, for one that will not be kept. */
export async function importStage(folder: string | null, io: Io): Promise<string> {
  if (folder === null) return io.scratch('survey-import-');
  return io.stage(join(returnsFolder(folder), 'x'), stagePrefix);
}

/**
 * Removes what killed imports left behind. Each folder is renamed first: an import that is still at work
 * in it then finds it gone instead of publishing half of it. `own` is the name of the caller's.
 */
export async function sweepStages(folder: string, io: Io, own: string): Promise<void> {
  const store = returnsFolder(folder);
  for (const { name } of await storeEntries(folder, io)) {
    const isStage = name.startsWith(stagePrefix);
    if (name === own || (!isStage && !name.startsWith(sweptPrefix))) continue;
    const from = join(store, name);
    const aside = isStage ? join(store, sweptPrefix + name.slice(stagePrefix.length)) : from;
    if (isStage && (await moveAside(from, aside, io)) !== 'done') continue;
    await io.remove(aside);
  }
}

async function moveAside(from: string, to: string, io: Io): Promise<'done' | 'exists' | 'gone'> {
  try {
    return await io.publish(from, to);
  } catch (problem) {
    if (problem instanceof EnvironmentProblem && problem.kind === 'not-found') return 'gone';
    throw problem;
  }
}
