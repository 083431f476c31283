/** `survey status --watch`: stays, and shows the status again whenever imports or the watched folder have changed. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import { formatDate } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import type { Io } from '../io.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readRecord } from './read-returns.ts';
import { batchIds, returnsFolder, surveyFolder } from './returns-store.ts';
import { refuse, sayNext, word } from './say.ts';

/** Polling, because network drives tell nobody that a file has come. */
const pauseMs = 2000;

/** Where returned files are dropped, unless another folder is named. */
const usualFolder = 'incoming';

interface Waiting {
  readonly name: string;
  readonly size: number;
}

/** `show` prints the status; `watched` is the folder as the user names it, empty for the usual one. */
export async function watchStatus(
  options: CommonOptions,
  watched: string,
  show: () => Promise<ExitCode>,
  io: Io,
): Promise<ExitCode> {
  const survey = await surveyFolder(options.plan, io);
  const folder = watched === '' ? join(survey, usualFolder) : watched;
  if ((await io.stat(folder))?.kind !== 'folder') {
    const at = { kind: 'file', file: folder } as const;
    return refuse([finding('status/no-folder', at, { folder })], options, io);
  }
  const words = texts[io.lang];
  const hashes = new Map<string, string>();
  let seen = '';
  let isFirst = true;
  do {
    const ids = await batchIds(survey, io);
    const files = await returnedFiles(folder, io);
    const now = JSON.stringify([ids, files, await io.stat(planFile(options.plan, survey))]);
    if (now === seen) continue;
    seen = now;
    if (!isFirst) io.err(`\n${words.again(timeOf(io))}\n`);
    await show();
    await sayWaiting(survey, folder, ids, files, hashes, io);
    if (isFirst) io.err(`${words.watching(printable(folder))}\n`);
    isFirst = false;
  } while (await io.sleep(pauseMs));
  io.err(`${words.ended}\n`);
  return exit.done;
}

function planFile(path: string, survey: string): string {
  return path === survey ? join(survey, 'plan.yaml') : path;
}

/** Files that may be returns: what systems and Excel leave beside them is none. */
async function returnedFiles(folder: string, io: Io): Promise<readonly Waiting[]> {
  const files: Waiting[] = [];
  for (const { name, kind } of await io.list(folder)) {
    if (kind !== 'file' || /^(?:\.|~\$)/.test(name)) continue;
    if (!/\.(?:csv|tsv|txt|xlsx|xlsm|xls|xlsb|ods)$/i.test(name)) continue;
    files.push({ name, size: (await io.stat(join(folder, name)))?.size ?? 0 });
  }
  return files;
}

/** Names the files that no import holds, byte for byte; a file is hashed once for each size it has had. */
async function sayWaiting(
  survey: string,
  folder: string,
  ids: readonly string[],
  files: readonly Waiting[],
  hashes: Map<string, string>,
  io: Io,
): Promise<void> {
  const held = new Set<string>();
  for (const id of ids) {
    const record = await readRecord(join(returnsFolder(survey), id), id, io);
    if (record.ok) held.add(record.value.source.sha256);
  }
  const waiting: string[] = [];
  for (const { name, size } of files) {
    const key = `${name}\n${size}`;
    const hash = hashes.get(key) ?? (await hashOf(join(folder, name), io));
    hashes.set(key, hash);
    if (!held.has(hash)) waiting.push(name);
  }
  const words = texts[io.lang];
  if (waiting.length === 0) {
    io.out(`${files.length === 0 ? words.empty : words.none}\n`);
    return;
  }
  io.out(`${words.waiting(waiting.length)}\n`);
  for (const name of waiting) io.out(`  ${printable(name)}\n`);
  const [first = ''] = waiting;
  sayNext(io, `survey import ${word(join(folder, first))} --plan ${word(survey)}`);
}

async function hashOf(file: string, io: Io): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of (await io.source(file)).chunks()) hash.update(piece);
  return hash.digest('hex');
}

/** `21/09/2023 15:00` in Vietnam. */
function timeOf(io: Io): string {
  const there = new Date(io.now().getTime() + 7 * 3_600_000).toISOString();
  return `${formatDate(there.slice(0, 10), io.lang)} ${there.slice(11, 16)}`;
}

const texts = {
  vi: {
    again: (time: string) => `── Có thay đổi lúc ${time} ──`,
    watching: (folder: string) => `Đang theo dõi ${folder} và các lần nhập; bấm Ctrl-C để dừng.`,
    ended: 'Đã dừng theo dõi.',
    empty: 'Thư mục theo dõi chưa có tệp nào.',
    none: 'Mọi tệp trong thư mục theo dõi đều đã nhập.',
    waiting: (count: number) => `CHƯA NHẬP ${count} tệp:`,
  },
  en: {
    again: (time: string) => `── Changed at ${time} ──`,
    watching: (folder: string) => `Watching ${folder} and the imports; Ctrl-C stops.`,
    ended: 'No longer watching.',
    empty: 'There is no file in the watched folder yet.',
    none: 'Every file in the watched folder has been imported.',
    waiting: (count: number) => `NOT IMPORTED YET, ${count} ${count === 1 ? 'file' : 'files'}:`,
  },
} as const;
