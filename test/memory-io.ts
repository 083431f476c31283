/** An `Io` that lives in memory, for tests of commands and of everything that reads or writes. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { bytesSource } from '../src/formats/byte-source.ts';
import type { Entry, Io } from '../src/io.ts';
import { EnvironmentProblem } from '../src/io.ts';

export interface MemoryIo extends Io {
  /** Content by path; folders are what has files in them, or was made. */
  readonly files: Map<string, Uint8Array>;
  /** The text of a file; fails when it is not there. */
  readonly text: (file: string) => string;
  readonly outText: () => string;
  readonly errText: () => string;
  /** What the standard input holds. */
  stdinText: string;
}

/** `now` stands still at 21 September 2023; random bytes count up; nothing is coloured. */
export function memoryIo(
  given: Readonly<Record<string, string | Uint8Array>> = {},
  changes: Partial<Pick<Io, 'lang' | 'user' | 'now' | 'terminal' | 'sleep'>> = {},
): MemoryIo {
  const files = new Map<string, Uint8Array>();
  const folders = new Set(['.', '/']);
  const printed = { out: '', err: '' };
  let counter = 0;

  const addFolder = (folder: string): void => {
    for (let at = folder; !folders.has(at); at = posix.dirname(at)) {
      if (files.has(at)) throw new EnvironmentProblem('not-a-folder', at, null);
      folders.add(at);
    }
  };
  const put = (file: string, content: string | Uint8Array): void => {
    const at = posix.normalize(file);
    if (folders.has(at)) throw new EnvironmentProblem('is-folder', file, null);
    addFolder(posix.dirname(at));
    files.set(
      at,
      typeof content === 'string' ? new TextEncoder().encode(content) : content.slice(),
    );
  };
  const get = (file: string): Uint8Array => {
    const at = posix.normalize(file);
    if (folders.has(at)) throw new EnvironmentProblem('is-folder', file, null);
    const content = files.get(at);
    if (content === undefined) throw new EnvironmentProblem('not-found', file, null);
    return content.slice();
  };
  const inside = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
  const list = (folder: string): readonly Entry[] => {
    const at = posix.normalize(folder);
    const of = (paths: Iterable<string>, kind: Entry['kind']) =>
      [...paths]
        .filter((path) => path !== at && posix.dirname(path) === at)
        .map((path) => ({ name: posix.basename(path), kind }));
    const entries = [...of(files.keys(), 'file'), ...of(folders, 'folder')];
    return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  };
  const publish = (folder: string, target: string): 'done' | 'exists' => {
    const [from, to] = [posix.normalize(folder), posix.normalize(target)];
    if (!folders.has(from)) throw new EnvironmentProblem('not-found', folder, null);
    if (files.has(to) || folders.has(to)) return 'exists';
    for (const [path, content] of [...files]) {
      if (!inside(path, from)) continue;
      files.delete(path);
      files.set(to + path.slice(from.length), content);
    }
    for (const path of [...folders]) {
      if (path !== from && !inside(path, from)) continue;
      folders.delete(path);
      folders.add(to + path.slice(from.length));
    }
    return 'done';
  };

  for (const [file, content] of Object.entries(given)) put(file, content);
  return {
    files,
    text: (file) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(get(file)),
    outText: () => printed.out,
    errText: () => printed.err,
    stdinText: '',
    read: async (file) => get(file),
    source: async (file) => bytesSource(get(file)),
    snapshot: async function (file, to) {
      const content = file === null ? new TextEncoder().encode(this.stdinText) : get(file);
      put(to, content);
      return { ...written(content), isSteady: true };
    },
    sink: async (file, overwrite) => {
      if (!overwrite && files.has(posix.normalize(file))) {
        throw new EnvironmentProblem('not-a-folder', file, null);
      }
      const pieces: Uint8Array[] = [];
      put(file, '');
      return {
        write: async (content) => {
          const piece = typeof content === 'string' ? new TextEncoder().encode(content) : content;
          pieces.push(piece.slice());
        },
        close: async () => {
          const content = new Uint8Array(Buffer.concat(pieces));
          put(file, content);
          return written(content);
        },
      };
    },
    scratch: async (prefix) => {
      const folder = `/tmp/${prefix}${++counter}`;
      addFolder(folder);
      return folder;
    },
    stat: async (file) => {
      const at = posix.normalize(file);
      if (folders.has(at)) return { kind: 'folder', size: 0 };
      const content = files.get(at);
      return content === undefined ? null : { kind: 'file', size: content.length };
    },
    list: async (folder) => list(folder),
    write: async (file, content) => put(file, content),
    stage: async (beside, prefix) => {
      const folder = posix.join(posix.dirname(beside), `${prefix}${++counter}`);
      addFolder(folder);
      return folder;
    },
    publish: async (folder, target) => publish(folder, target),
    remove: async (folder) => {
      const at = posix.normalize(folder);
      for (const path of [...files.keys()]) if (path === at || inside(path, at)) files.delete(path);
      for (const path of [...folders]) if (path === at || inside(path, at)) folders.delete(path);
    },
    makeFolder: async (folder) => addFolder(posix.normalize(folder)),
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    terminal: { colour: false, width: 100, live: false },
    lang: 'vi',
    user: 'tester',
    now: () => new Date('2023-09-21T08:00:00Z'),
    sleep: async () => false,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => ++counter % 256),
    ...changes,
  };
}

function written(content: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}
