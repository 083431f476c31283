/** Runs one `survey …` line in process, with a fixed clock and user, in a folder of its own. */
import { join } from 'node:path';
import { run } from '../src/cli.ts';
import type { Io } from '../src/io.ts';
import { nodeIo } from '../src/io.ts';

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** `line` is split at spaces; "double quotes" keep a word together. The leading `survey` may be left out. */
export async function runLine(line: string, folder: string, over: Partial<Io> = {}): Promise<Ran> {
  const words = [...line.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const argv = words[0] === 'survey' ? words.slice(1) : words;
  let stdout = '';
  let stderr = '';
  const base = nodeIo('vi');
  const at = (path: string): string =>
    join(folder, path).startsWith(folder) && !path.startsWith('/') ? join(folder, path) : path;
  const io: Io = {
    ...base,
    read: (file) => base.read(at(file)),
    stat: (file) => base.stat(at(file)),
    source: (file) => base.source(at(file)),
    snapshot: (file, to) => base.snapshot(file === null ? null : at(file), at(to)),
    sink: (file, overwrite) => base.sink(at(file), overwrite),
    list: (path) => base.list(at(path)),
    write: (file, content) => base.write(at(file), content),
    stage: async (beside, prefix) => await base.stage(at(beside), prefix),
    publish: (from, target) => base.publish(at(from), at(target)),
    remove: (path) => base.remove(at(path)),
    makeFolder: (path) => base.makeFolder(at(path)),
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    terminal: { colour: false, width: 100, live: false },
    lang: 'vi',
    user: 'test',
    now: () => new Date('2026-01-15T08:00:00Z'),
    ...over,
  };
  const code = await run(argv, io);
  return { stdout, stderr, code };
}
