/** Writing that survives a kill and a power cut: flushed, then renamed into place. */
import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { EnvironmentProblem, errorCode, orWhenAbsent } from './problem.ts';

export async function replaceFile(file: string, content: Uint8Array | string, swept: Set<string>) {
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

export async function makeStage(beside: string, prefix: string): Promise<string> {
  const parent = path.dirname(beside);
  await makeFolders(parent);
  // Not mkdtemp, whose folders nobody else may open: what is staged will be everybody's to read.
  const folder = path.join(parent, prefix + randomBytes(8).toString('hex'));
  await fs.mkdir(folder);
  return folder;
}

/**
 * Makes the folder and those above it, and flushes the parents of what is new. Not by the recursive mkdir of Node, which never
 * ends where the parent is there and refuses the folder as not found, as /proc does.
 */
export async function makeFolders(folder: string): Promise<void> {
  const wanted = path.resolve(folder);
  const missing: string[] = [];
  let top = wanted;
  let there = await standing(top);
  for (; there === null && top !== path.dirname(top); there = await standing(top)) {
    missing.unshift(top);
    top = path.dirname(top);
  }
  // What is no folder refuses to be made one, or to hold one.
  if (there?.isDirectory() === false) await fs.mkdir(missing[0] ?? wanted);
  for (const one of missing) if (await makeFolder(one)) await flushFolder(path.dirname(one));
}

function standing(file: string): Promise<Stats | null> {
  return orWhenAbsent(null, () => fs.stat(file));
}

/** False: somebody else has made it in the meantime. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await fs.mkdir(folder);
    return true;
  } catch (error) {
    const isThere = errorCode(error) === 'EEXIST' && (await standing(folder))?.isDirectory();
    if (isThere !== true) throw error;
    return false;
  }
}

export async function publishFolder(folder: string, target: string): Promise<'done' | 'exists'> {
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
