import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSentence } from '../src/findings/environment.ts';
import { EnvironmentProblem, environmentProblem, type Io, nodeIo } from '../src/io.ts';
import { memoryIo } from './memory-io.ts';

/** The same promises are kept on disk and in memory, so a test in memory says something about the disk. */
const makers: readonly (readonly [string, () => Promise<{ io: Io; root: string }>])[] = [
  [
    'on disk',
    async () => ({
      io: nodeIo('vi'),
      root: await fs.mkdtemp(path.join(os.tmpdir(), 'survey-io-')),
    }),
  ],
  ['in memory', async () => ({ io: memoryIo(), root: 'root' })],
];

// Where the system makes no folders, Node's own recursive mkdir never comes back.
it.skipIf(process.platform !== 'linux')('does not try for ever to make a folder', async () => {
  const made = nodeIo('vi').makeFolder('/proc/survey/out');
  await expect(made).rejects.toThrow(EnvironmentProblem);
});

describe.each(makers)('files %s', (_, make) => {
  let io: Io;
  let root: string;
  const at = (name: string) => `${root}/${name}`;
  const text = async (name: string) => new TextDecoder().decode(await io.read(at(name)));

  beforeEach(async () => {
    ({ io, root } = await make());
    await io.makeFolder(root);
  });
  afterEach(() => io.remove(root));

  it('writes into new folders, replaces, and leaves nothing beside', async () => {
    await io.write(at('out/bảng.csv'), 'một');
    await io.write(at('out/bảng.csv'), new TextEncoder().encode('hai'));
    expect(await text('out/bảng.csv')).toBe('hai');
    expect(await io.list(at('out'))).toEqual([{ name: 'bảng.csv', kind: 'file' }]);
  });

  it('tells files from folders and from nothing', async () => {
    await io.write(at('a/b'), '12345');
    expect(await io.stat(at('a/b'))).toEqual({ kind: 'file', size: 5 });
    expect((await io.stat(at('a')))?.kind).toBe('folder');
    expect(await io.stat(at('a/c'))).toBeNull();
    expect(await io.stat(at('a/b/c'))).toBeNull();
    expect(await io.list(at('absent'))).toEqual([]);
  });

  it('lists by name whatever the order of making', async () => {
    for (const name of ['b', 'A', 'a10', 'a2']) await io.write(at(name), '');
    expect((await io.list(root)).map(({ name }) => name)).toEqual(['A', 'a10', 'a2', 'b']);
  });

  it('publishes a staged folder whole and at once', async () => {
    const staged = await io.stage(at('returns/lan-1'), '.tam-');
    expect(path.dirname(staged)).toBe(path.normalize(at('returns')));
    expect(path.basename(staged)).toMatch(/^\.tam-./);
    await io.write(`${staged}/source/goc.csv`, 'x');
    await io.write(`${staged}/batch.json`, '{}');
    expect(await io.publish(staged, at('returns/lan-1'))).toBe('done');
    expect(await text('returns/lan-1/source/goc.csv')).toBe('x');
    expect((await io.list(at('returns'))).map(({ name }) => name)).toEqual(['lan-1']);
  });

  it('never publishes over what is there, be it full, empty or a file', async () => {
    await io.write(at('returns/full/batch.json'), 'old');
    await io.makeFolder(at('returns/empty'));
    await io.write(at('returns/file'), 'old');
    for (const name of ['full', 'empty', 'file']) {
      const staged = await io.stage(at(`returns/${name}`), '.tam-');
      await io.write(`${staged}/batch.json`, 'new');
      expect(await io.publish(staged, at(`returns/${name}`))).toBe('exists');
      expect((await io.stat(`${staged}/batch.json`))?.kind).toBe('file');
    }
    expect(await text('returns/full/batch.json')).toBe('old');
    expect(await io.list(at('returns/empty'))).toEqual([]);
  });

  it('says what the machine refuses, and where', async () => {
    await io.write(at('folder/file'), '');
    const refusals = [
      [() => io.read(at('absent')), 'not-found'],
      [() => io.read(at('folder')), 'is-folder'],
      [() => io.write(at('folder'), ''), 'is-folder'],
      [() => io.write(at('folder/file/below'), ''), 'not-a-folder'],
    ] as const;
    for (const [action, kind] of refusals) {
      const problem = await action().catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(EnvironmentProblem);
      expect(problem).toMatchObject({ kind });
    }
    expect((await io.list(root)).map(({ name }) => name)).toEqual(['folder']);
  });
});

describe('on disk', () => {
  it('follows links, and does not mistake a broken one for a file', async () => {
    const root = await fs.mkdtemp(path.join(os.tmpdir(), 'survey-io-'));
    await fs.writeFile(path.join(root, 'real'), 'x');
    await fs.symlink('real', path.join(root, 'link'));
    await fs.symlink('gone', path.join(root, 'broken'));
    const io = nodeIo('vi');
    expect(await io.list(root)).toEqual([
      { name: 'broken', kind: 'other' },
      { name: 'link', kind: 'file' },
      { name: 'real', kind: 'file' },
    ]);
    await fs.rm(root, { recursive: true });
  });

  it('removes what a run that was cut off left beside its target, and nothing else', async () => {
    const root = await fs.mkdtemp(path.join(os.tmpdir(), 'survey-io-'));
    const old = new Date(Date.now() - 3_600_000);
    for (const name of ['.0123456789abcdef.tmp', '.mine.tmp', 'a.tmp']) {
      await fs.writeFile(path.join(root, name), 'x');
      await fs.utimes(path.join(root, name), old, old);
    }
    await fs.writeFile(path.join(root, '.fedcba9876543210.tmp'), 'another run writes it now');
    await nodeIo('vi').write(`${root}/list.csv`, 'x');
    const names = ['.fedcba9876543210.tmp', '.mine.tmp', 'a.tmp', 'list.csv'];
    expect((await fs.readdir(root)).sort()).toEqual(names);
    await fs.rm(root, { recursive: true });
  });

  it('makes staged folders as open as any other new folder', async () => {
    const root = await fs.mkdtemp(path.join(os.tmpdir(), 'survey-io-'));
    const io = nodeIo('vi');
    await io.makeFolder(`${root}/plain`);
    const staged = await io.stage(`${root}/x`, '.tam-');
    expect((await fs.stat(staged)).mode).toBe((await fs.stat(`${root}/plain`)).mode);
    await fs.rm(root, { recursive: true });
  });
});

describe('environmentProblem', () => {
  const systemError = (code: string) => Object.assign(new Error(code), { code });

  it.each([
    ['EBUSY', 'locked'],
    ['EACCES', 'no-rights'],
    ['EPERM', 'no-rights'],
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
  ] as const)('takes %s for %s', (code, kind) => {
    const problem = environmentProblem(systemError(code), 'out/kq.xlsx');
    expect(problem).toMatchObject({ kind, path: 'out/kq.xlsx' });
    expect(problemSentence(kind, 'out/kq.xlsx', 'vi')).toContain('“out/kq.xlsx”');
  });

  it('leaves a bug a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(environmentProblem(bug, 'a')).toBe(bug);
  });
});
