/**
 * `survey import` disturbed on a real disk: killed at random moments, out of room, without rights, two at once. Whatever
 * happens, the store holds whole imports or none, and the rerun ends where an undisturbed run ends.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin', 'survey.js');
const work = mkdtempSync(join(tmpdir(), 'survey-disturbed-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const rows = 3_000;
const plan = `survey: xao-tron-2024
title: Khảo sát thử
units:
  - block: xa
    name: Cấp xã
    type: xa
    units: [{ id: an, name: Xã An Bình }]
groups:
  - { id: dan, name: Người dân, form: "01", about: own, in: xa, quota: { each: ${rows} }, serial: optional }
scales: { s: [{ code: "1", label: Có, points: 100 }, { code: "0", label: Không, points: 0 }] }
forms:
  - { id: "01", code: 01/XT, title: Phiếu, questions: [{ id: q1, text: Câu một, scale: s }, { id: q2, text: Câu hai, scale: s }] }
`;

function csv(count: number, first: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    // One row in a thousand is wrong, so that rejected.csv is written too.
    return `an,dan,${at % 1_000 === 999 ? '7' : (at + first) % 2},${at % 3 === 0 ? '' : '1'},ma-${at + first}`;
  });
  return `unit,group,q1,q2,reply\n${lines.join('\n')}\n`;
}

function fresh(name: string): string {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'plan.yaml'), plan);
  writeFileSync(join(folder, 'mot.csv'), csv(rows, 0));
  writeFileSync(join(folder, 'hai.csv'), csv(40, rows));
  return folder;
}

/** Every published file → content, without the clock and the name of who ran it. */
function store(folder: string): ReadonlyMap<string, string> {
  const returns = join(folder, 'returns');
  const found = new Map<string, string>();
  if (!existsSync(returns)) return found;
  for (const batch of readdirSync(returns).filter((name) => !name.startsWith('.'))) {
    for (const file of readdirSync(join(returns, batch)).sort()) {
      const bytes = readFileSync(join(returns, batch, file));
      const text = file.endsWith('.xlsx') ? bytes.toString('base64') : bytes.toString('utf8');
      found.set(`${batch}/${file}`, text.replace(/"imported(At|By)": "[^"]*"/g, ''));
    }
  }
  return found;
}

/** The child process that imports `mot.csv`, killed after so many milliseconds; whether it was. */
function killedAfter(folder: string, ms: number): Promise<boolean> {
  return new Promise((resume) => {
    const child = spawn(process.execPath, [bin, 'import', 'mot.csv'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), ms);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      resume(signal === 'SIGKILL');
    });
  });
}

async function wholeStore(name: string): Promise<ReadonlyMap<string, string>> {
  const folder = fresh(name);
  expect((await runLine('import mot.csv', folder)).code).toBe(4);
  return store(folder);
}

describe('killed at random moments', () => {
  // A minute or two on a machine that does nothing else; fewer may be asked for while working.
  const kills = Number(process.env.SURVEY_KILLS ?? 200);
  const atOnce = 4;

  test('whole or not at all, and the rerun is byte-identical', { timeout: 900_000 }, async () => {
    const whole = await wholeStore('whole-killed');
    expect([...whole.keys()].map((file) => file.split('/')[1])).toContain('rejected.csv');
    const start = Date.now();
    expect(await killedAfter(fresh('undisturbed'), 600_000)).toBe(false);
    // With four of them on few processors each takes longer: moments before, during and after the writing.
    const longest = (Date.now() - start) * 1.5;
    let next = 0;
    let killed = 0;
    const one = async (): Promise<void> => {
      while (next < kills) {
        const name = `kill-${next++}`;
        const folder = fresh(name);
        if (await killedAfter(folder, Math.random() * longest)) killed += 1;
        const after = store(folder);
        if (after.size > 0) expect([name, after]).toEqual([name, whole]);
        const again = await runLine('import mot.csv', folder);
        expect([0, 1, 4]).toContain(again.code);
        expect([name, store(folder)]).toEqual([name, whole]);
        expect(readdirSync(join(folder, 'returns')).filter((file) => file.startsWith('.'))).toEqual(
          [],
        );
        rmSync(folder, { recursive: true });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    expect(killed).toBeGreaterThan(kills / 10);
  });
});

describe('the disk refuses', () => {
  function failing(folder: string, at: number, code: string) {
    const preload = join(import.meta.dirname, 'kill', 'full.js');
    return spawnSync(process.execPath, ['--import', preload, bin, 'import', 'mot.csv'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, FAIL_AT: String(at), FAIL_WITH: code, LANG: 'vi_VN.UTF-8' },
    });
  }

  test('full at each write: nothing is taken, said in one sentence', {
    timeout: 300_000,
  }, async () => {
    const whole = await wholeStore('whole-full');
    let failed = 0;
    for (let at = 1; ; at++) {
      const folder = fresh(`full-${at}`);
      const ran = failing(folder, at, 'ENOSPC');
      if (ran.status === 4) break;
      failed += 1;
      expect([at, ran.status, store(folder).size]).toEqual([at, 3, 0]);
      expect(ran.stderr).toMatch(/hết chỗ|đầy/);
      expect(ran.stderr).not.toContain('    at ');
      await runLine('import mot.csv', folder);
      expect(store(folder)).toEqual(whole);
      rmSync(folder, { recursive: true });
    }
    expect(failed).toBeGreaterThan(5);
  });

  test.each([
    ['EROFS', /chỉ đọc/],
    ['EACCES', /quyền/],
  ])('a folder that cannot be written to (%s) is not called missing', (code, words) => {
    const folder = fresh(`no-${code}`);
    const ran = failing(folder, 1, code);
    expect(ran.status).toBe(3);
    expect(ran.stderr).toMatch(words);
    expect(ran.stderr).not.toContain('không có, hoặc');
    expect(store(folder).size).toBe(0);
  });

  test('a file system of one megabyte, where a test may mount one', {
    timeout: 120_000,
  }, async (context) => {
    const folder = join(work, 'small');
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220k', 'tmpfs', folder], {
        stdio: 'ignore',
      });
    } catch {
      return context.skip('mounting is not allowed here');
    }
    try {
      cpSync(fresh('large'), folder, { recursive: true });
      const ran = spawnSync(process.execPath, [bin, 'import', 'mot.csv'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(ran.status).toBe(3);
      expect(store(folder).size).toBe(0);
    } finally {
      execFileSync('umount', [folder]);
    }
  });
});

describe('two at once', () => {
  test.each([['mot.csv'], ['hai.csv']])(
    'and %s: each whole or busy, and run again all are there',
    async (other) => {
      const folder = fresh(`two-${other}`);
      const ran = await Promise.all([
        runLine('import mot.csv', folder),
        runLine(`import ${other}`, folder),
      ]);
      for (const { code } of ran) expect([0, 1, 4, 5]).toContain(code);
      await runLine('import mot.csv', folder);
      await runLine(`import ${other}`, folder);
      const calm = fresh(`calm-${other}`);
      await runLine('import mot.csv', calm);
      await runLine(`import ${other}`, calm);
      expect(store(folder)).toEqual(store(calm));
      expect((await runLine('status', folder)).code).toBe(0);
    },
  );
});

test('a file that is written to while it is read is refused', async () => {
  const folder = fresh('growing');
  const snapshot = { bytes: 1, sha256: 'ab'.repeat(32), isSteady: false };
  const ran = await runLine('import mot.csv', folder, { snapshot: async () => snapshot });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('file/changed');
  expect(store(folder).size).toBe(0);
});

test('a clock that goes back changes nothing but the time that is written down', async () => {
  const folder = fresh('clock');
  const calm = fresh('clock-calm');
  for (const [at, year] of [2031, 1999].entries()) {
    const line = `import ${['mot.csv', 'hai.csv'][at]}`;
    await runLine(line, folder, { now: () => new Date(`${year}-01-01T00:00:00Z`) });
    await runLine(line, calm);
  }
  expect(store(folder)).toEqual(store(calm));
  const dump = await runLine('returns dump', folder);
  expect(dump.stdout).toBe((await runLine('returns dump', calm)).stdout);
});
