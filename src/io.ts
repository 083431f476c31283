/**
 * Everything that touches the outside world: files, terminal, clock, chance.
 * The core gets values; commands get an `Io`; only this file and `main.ts` know Node's own.
 */
import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { ProblemKind } from './findings/environment.ts';
import type { Lang } from './findings/finding.ts';

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * Paths are given relative to the working folder or absolute; bytes are never interpreted here.
 * What the machine refuses (no rights, disk full, file locked by Excel) is thrown as `EnvironmentProblem`.
 */
export interface Io {
  readonly read: (file: string) => Promise<Uint8Array>;
  /** What stands at the path; null when nothing does. Links are followed. */
  readonly stat: (file: string) => Promise<{ kind: Entry['kind']; size: number } | null>;
  /** Sorted by name; an absent folder is an empty one. */
  readonly list: (folder: string) => Promise<readonly Entry[]>;
  /**
   * Writes beside the target, flushes, then renames: a reader sees the old file or the new one.
   * Folders on the way are made.
   */
  readonly write: (file: string, content: Uint8Array | string) => Promise<void>;
  /** Makes a new folder whose name starts with `prefix`, beside `beside`: in the same parent folder. */
  readonly stage: (beside: string, prefix: string) => Promise<string>;
  /** Flushes every file of `folder` and the folder itself, then renames it to `target` (which must not exist). */
  readonly publish: (folder: string, target: string) => Promise<'done' | 'exists'>;
  /** Removes a folder and what is in it, or a file; nothing there is nothing to do. */
  readonly remove: (folder: string) => Promise<void>;
  readonly makeFolder: (folder: string) => Promise<void>;

  /** Results. The text is written as it is: callers end their lines. */
  readonly out: (text: string) => void;
  /** Messages and progress. */
  readonly err: (text: string) => void;
  readonly terminal: { readonly colour: boolean; readonly width: number; readonly live: boolean };
  readonly lang: Lang;
  readonly user: string;
  readonly now: () => Date;
  /** From the machine's cryptographic generator: for codes that nobody may guess, never for draws. */
  readonly randomBytes: (count: number) => Uint8Array;
}

/** The machine refused; no fault of ours nor of what the user's files say. The shell exits with 3. */
export class EnvironmentProblem extends Error {
  readonly kind: ProblemKind;
  readonly path: string;

  constructor(kind: ProblemKind, file: string, cause: unknown) {
    super(`${kind}: ${file}`, { cause });
    this.name = 'EnvironmentProblem';
    this.kind = kind;
    this.path = file;
  }
}

const problemKinds: ReadonlyMap<string, ProblemKind> = new Map([
  ['EACCES', 'no-rights'],
  ['EPERM', 'no-rights'],
  ['EBUSY', 'locked'],
  ['ETXTBSY', 'locked'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EISDIR', 'is-folder'],
  ['ENOTDIR', 'not-a-folder'],
  // mkdir, where a file stands.
  ['EEXIST', 'not-a-folder'],
  ['ENOENT', 'not-found'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['EMFILE', 'too-many-open-files'],
  ['ENFILE', 'too-many-open-files'],
  ['EIO', 'read-or-write-failed'],
  ['ELOOP', 'read-or-write-failed'],
]);

/** A system error as an `EnvironmentProblem`; any other error, which is a bug, as it is. */
export function environmentProblem(error: unknown, file: string): unknown {
  if (error instanceof EnvironmentProblem) return error;
  const kind = problemKinds.get(errorCode(error));
  return kind === undefined ? error : new EnvironmentProblem(kind, file, error);
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function attempt<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw environmentProblem(error, file);
  }
}

async function orWhenAbsent<T>(absent: T, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return absent;
    throw error;
  }
}

/** The real world. Colour follows `NO_COLOR` and whether both streams are terminals. */
export function nodeIo(lang: Lang): Io {
  const { stdout, stderr } = process;
  const { NO_COLOR, TERM } = process.env;
  for (const stream of [stdout, stderr])
    stream.off('error', endOnClosedPipe).on('error', endOnClosedPipe);
  const swept = new Set<string>();
  const colour = !NO_COLOR && TERM !== 'dumb' && stdout.isTTY && stderr.isTTY;
  return {
    read: (file) => attempt(file, () => fs.readFile(file)),
    stat: (file) => attempt(file, () => orWhenAbsent(null, () => statOf(file))),
    list: (folder) => attempt(folder, () => orWhenAbsent([], () => entriesOf(folder))),
    write: (file, content) => attempt(file, () => replaceFile(file, content, swept)),
    stage: (beside, prefix) => attempt(path.dirname(beside), () => makeStage(beside, prefix)),
    publish: (folder, target) => attempt(target, () => publishFolder(folder, target)),
    remove: (folder) => attempt(folder, () => fs.rm(folder, { recursive: true, force: true })),
    makeFolder: (folder) => attempt(folder, () => makeFolders(folder)),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    terminal: { colour, width: stdout.columns ?? 100, live: stderr.isTTY === true },
    lang,
    user: userName(),
    now: () => new Date(),
    randomBytes: (count) => randomBytes(count),
  };
}

/** `survey quota | head` closes the pipe early: that is the reader's right, not a bug. */
function endOnClosedPipe(error: Error): void {
  if (errorCode(error) !== 'EPIPE') throw error;
  process.exit();
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    const { USER, USERNAME } = process.env;
    return USER ?? USERNAME ?? '';
  }
}

async function statOf(file: string): Promise<{ kind: Entry['kind']; size: number }> {
  const stats = await fs.stat(file);
  return { kind: kindOf(stats), size: stats.size };
}

function kindOf(stats: Pick<Stats, 'isFile' | 'isDirectory'>): Entry['kind'] {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  return Promise.all(
    entries.map(async (entry) => {
      if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry) };
      const behind = await orWhenAbsent(null, () => statOf(path.join(folder, entry.name)));
      return { name: entry.name, kind: behind?.kind ?? 'other' };
    }),
  );
}

async function replaceFile(file: string, content: Uint8Array | string, swept: Set<string>) {
  const folder = path.dirname(file);
  await makeFolders(folder);
  if (!swept.has(folder)) await sweep(folder);
  swept.add(folder);
  const beside = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeThrough(beside, content);
    await renameOver(beside, file);
  } catch (error) {
    await fs.rm(beside, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

/** Removes what a run that was cut off left beside its target (in `frame/` it holds names); what is new may be another run's. */
async function sweep(folder: string): Promise<void> {
  const names = await fs.readdir(folder);
  for (const name of names.filter((one) => /^\.[0-9a-f]{16}\.tmp$/.test(one))) {
    const left = path.join(folder, name);
    const stats = await orWhenAbsent(null, () => fs.lstat(left));
    if (stats !== null && Date.now() - stats.mtimeMs > 60_000) await fs.rm(left, { force: true });
  }
}

async function writeThrough(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await fs.open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Virus scanners hold new files for a moment on Windows; a file open in Excel stays refused. */
const renamePausesMs = [20, 100, 400];

async function renameOver(from: string, to: string): Promise<void> {
  for (const pauseMs of process.platform === 'win32' ? renamePausesMs : []) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EBUSY'].includes(errorCode(error))) throw error;
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
  try {
    await fs.rename(from, to);
  } catch (error) {
    const refused = ['EACCES', 'EPERM'].includes(errorCode(error));
    if (refused && process.platform === 'win32') throw new EnvironmentProblem('locked', to, error);
    throw error;
  }
}

async function makeStage(beside: string, prefix: string): Promise<string> {
  const parent = path.dirname(beside);
  await makeFolders(parent);
  // Not mkdtemp, whose folders nobody else may open: what is staged will be everybody's to read.
  const folder = path.join(parent, prefix + randomBytes(8).toString('hex'));
  await fs.mkdir(folder);
  return folder;
}

/** Makes the folder and those above it, and flushes the parents of what is new. */
async function makeFolders(folder: string): Promise<void> {
  const first = await fs.mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const top = path.dirname(first);
  for (let at = path.resolve(folder); at !== top && at !== path.dirname(at); ) {
    at = path.dirname(at);
    await flushFolder(at);
  }
}

async function publishFolder(folder: string, target: string): Promise<'done' | 'exists'> {
  await flushTree(folder);
  // rename() replaces an empty folder without a word, so look first; a full one it refuses itself.
  if ((await orWhenAbsent(null, () => fs.lstat(target))) !== null) return 'exists';
  try {
    await renameOver(folder, target);
  } catch (error) {
    const isThere = (await orWhenAbsent(null, () => fs.lstat(target))) !== null;
    if (isThere) return 'exists';
    throw error;
  }
  await flushFolder(path.dirname(target));
  return 'done';
}

async function flushTree(folder: string): Promise<void> {
  for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) await flushTree(at);
    else await flushFile(at);
  }
  await flushFolder(folder);
}

async function flushFile(file: string): Promise<void> {
  // Windows flushes only what is open for writing.
  const handle = await fs.open(file, process.platform === 'win32' ? 'r+' : 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names in a folder durable. Windows and some network drives cannot, and need not be asked. */
async function flushFolder(folder: string): Promise<void> {
  try {
    await flushFile(folder);
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error;
  }
}
