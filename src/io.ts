/**
 * Everything that touches the outside world: files, terminal, clock, chance.
 * The core gets values; commands get an `Io`; only this file and `main.ts` know Node's own.
 */
import { randomBytes } from 'node:crypto';
import { rmSync, type Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Lang } from './findings/finding.ts';
import type { ByteSource } from './formats/byte-source.ts';
import { makeFolders, makeStage, publishFolder, replaceFile } from './io/durable.ts';
import { environmentProblem, errorCode, orWhenAbsent } from './io/problem.ts';
import { scratchFolders } from './io/scratch.ts';
import {
  copySteady,
  type FileSink,
  fileSink,
  fileSource,
  pour,
  type Snapshot,
} from './io/streams.ts';

export { EnvironmentProblem, environmentProblem } from './io/problem.ts';
export type { FileSink, Snapshot } from './io/streams.ts';

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
  /** The bytes of a file, piece by piece, as often as wanted. */
  readonly source: (file: string) => Promise<ByteSource>;
  /** Copies a file (null: what comes on the standard input) into a new one, as it stands now. */
  readonly snapshot: (file: string | null, to: string) => Promise<Snapshot>;
  /** Begins a file that is written piece by piece; `overwrite` begins one anew that is there. */
  readonly sink: (file: string, overwrite: boolean) => Promise<FileSink>;
  /** Makes a new folder among the system's temporary ones; whoever asks for it removes it. */
  readonly scratch: (prefix: string) => Promise<string>;
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
  /** Waits; false as soon as the user asks to stop (Ctrl-C). */
  readonly sleep: (milliseconds: number) => Promise<boolean>;
  /** From the machine's cryptographic generator: for codes that nobody may guess, never for draws. */
  readonly randomBytes: (count: number) => Uint8Array;
}

async function attempt<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw environmentProblem(error, file);
  }
}

/** The real world. Colour follows `NO_COLOR` and whether both streams are terminals. */
export function nodeIo(lang: Lang): Io {
  const { stdout, stderr } = process;
  const { NO_COLOR, TERM } = process.env;
  for (const stream of [stdout, stderr])
    stream.off('error', endOnClosedPipe).on('error', endOnClosedPipe);
  const swept = new Set<string>();
  const scratch = scratchFolders(os.tmpdir(), (folder) =>
    rmSync(folder, { recursive: true, force: true }),
  );
  const colour = !NO_COLOR && TERM !== 'dumb' && stdout.isTTY && stderr.isTTY;
  return {
    read: (file) => attempt(file, () => fs.readFile(file)),
    source: (file) => attempt(file, () => sourceOf(file)),
    snapshot: (file, to) =>
      attempt(file ?? to, () => (file === null ? fromStdin(to) : copySteady(file, to))),
    sink: (file, overwrite) => attempt(file, () => sinkOf(file, overwrite)),
    scratch: (prefix) => attempt(os.tmpdir(), () => scratch.make(prefix)),
    stat: (file) => attempt(file, () => orWhenAbsent(null, () => statOf(file))),
    list: (folder) => attempt(folder, () => orWhenAbsent([], () => entriesOf(folder))),
    write: (file, content) => attempt(file, () => replaceFile(file, content, swept)),
    stage: (beside, prefix) => attempt(path.dirname(beside), () => makeStage(beside, prefix)),
    publish: (folder, target) => attempt(target, () => publishFolder(folder, target)),
    remove: async (folder) => {
      await attempt(folder, () => fs.rm(folder, { recursive: true, force: true }));
      scratch.forget(folder);
    },
    makeFolder: (folder) => attempt(folder, () => makeFolders(folder)),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    terminal: { colour, width: stdout.columns ?? 100, live: stderr.isTTY === true },
    lang,
    user: userName(),
    now: () => new Date(),
    sleep: pause,
    randomBytes: (count) => randomBytes(count),
  };
}

/** Ctrl-C ends the wait, not the process, so that the command can end as commands do. */
function pause(milliseconds: number): Promise<boolean> {
  return new Promise((resume) => {
    const stop = (): void => {
      clearTimeout(timer);
      resume(false);
    };
    const timer = setTimeout(() => {
      process.off('SIGINT', stop);
      resume(true);
    }, milliseconds);
    process.once('SIGINT', stop);
  });
}

/** Reading and writing later on refuse as all else does. */
async function sourceOf(file: string): Promise<ByteSource> {
  const { size, chunks } = await fileSource(file);
  return {
    size,
    chunks: async function* (passing) {
      try {
        yield* chunks(passing);
      } catch (error) {
        throw environmentProblem(error, file);
      }
    },
  };
}

async function sinkOf(file: string, overwrite: boolean): Promise<FileSink> {
  const { write, close } = await fileSink(file, overwrite);
  return {
    write: (content) => attempt(file, () => write(content)),
    close: () => attempt(file, close),
  };
}

async function fromStdin(to: string): Promise<Snapshot> {
  return { ...(await pour(process.stdin, to)), isSteady: true };
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
