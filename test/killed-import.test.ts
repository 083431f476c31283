/**
 * `survey import` killed for real, on a real disk, at every operation that changes it: afterwards the store holds
 * the whole import or none of it, and running the command again ends where an undisturbed run ends.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'survey-kill-'));
const source = join(import.meta.dirname, 'cases', 'hand-worked');
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Runs the import in `folder`; `killAt` 0 lets it end. */
function runImport(folder: string, killAt: number) {
  const preload = join(import.meta.dirname, 'kill', 'at.js');
  const words = ['import', 'incoming/phieu-cong-chuc.csv'];
  return spawnSync(
    process.execPath,
    ['--import', preload, join(root, 'bin', 'survey.js'), ...words],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, KILL_AT: String(killAt) } },
  );
}

/** Every published batch: file → content, without the clock and the name of who ran it. */
function store(folder: string): ReadonlyMap<string, string> {
  const returns = join(folder, 'returns');
  const found = new Map<string, string>();
  if (!existsSync(returns)) return found;
  for (const batch of readdirSync(returns).filter((name) => !name.startsWith('.'))) {
    for (const file of readdirSync(join(returns, batch)).sort()) {
      const text = readFileSync(join(returns, batch, file), 'utf8');
      found.set(`${batch}/${file}`, text.replace(/"imported(At|By)": "[^"]*"/g, ''));
    }
  }
  return found;
}

test('whole or not at all, and the rerun is byte-identical', { timeout: 240_000 }, async () => {
  const fresh = (name: string): string => {
    const folder = join(work, name);
    cpSync(source, folder, { recursive: true });
    return folder;
  };
  const undisturbed = fresh('undisturbed');
  expect(runImport(undisturbed, 0).signal).toBeNull();
  const whole = store(undisturbed);
  expect(whole.size).toBeGreaterThanOrEqual(3);

  let killed = 0;
  const states = new Set<string>();
  for (let at = 1; ; at += 1) {
    const folder = fresh(String(at));
    if (runImport(folder, at).signal === null) break;
    killed += 1;
    const after = store(folder);
    states.add(after.size === 0 ? 'none' : 'whole');
    if (after.size > 0) expect([at, after]).toEqual([at, whole]);
    await runLine('import incoming/phieu-cong-chuc.csv', folder);
    expect([at, store(folder)]).toEqual([at, whole]);
    rmSync(folder, { recursive: true });
  }
  // Folder, files, flushes, rename, flush of the parent: fewer would mean that something is not flushed.
  expect(killed).toBeGreaterThan(10);
  expect([...states].sort()).toEqual(['none', 'whole']);
});
