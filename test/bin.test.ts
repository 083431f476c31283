/** The program as a process: what people and scripts meet — exit codes, streams, colour.  */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'survey-bin-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function survey(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'survey.js'), ...words],
    { cwd: work, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

const plan = join(root, 'plans', 'soc-trang-2023');

test('0: done; results on stdout, the next step on stderr', () => {
  const ran = survey(['quota', '--plan', plan, '--dry-run', '--json']);
  expect(ran.status).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject({ ok: true, total: 2085 });
  expect(ran.stderr).toContain('survey packet');
});

test("1: the user's files have errors", () => {
  const ran = survey(['plan', 'validate', 'nowhere']);
  expect([ran.status, ran.stdout + ran.stderr]).toEqual([1, expect.stringContaining('nowhere')]);
});

test.each([
  [['quotaa'], 'quota'],
  [['quota', '--jsn'], '--jsn'],
  [['import'], ''],
  [['explain', 'no/such-code'], 'no/such-code'],
])('2: wrong usage: survey %j', (words, said) => {
  const ran = survey(words);
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(said)]);
  expect(ran.stderr).not.toMatch(/^\s+at /m);
});

test('3: the machine says no, in one sentence', () => {
  writeFileSync(join(work, 'file'), '');
  const ran = survey(['quota', '--plan', plan, '--out', join('file', 'out')]);
  expect(ran.status).toBe(3);
  expect(ran.stderr.trim().split('\n').at(-1)).toContain('file');
  expect(ran.stderr).not.toMatch(/^\s+at /m);
});

test('messages follow --lang and SURVEY_LANG', () => {
  expect(survey(['quotaa', '--lang', 'en']).stderr).toContain('unknown command');
  expect(survey(['quotaa'], { SURVEY_LANG: 'en' }).stderr).toContain('unknown command');
  expect(survey(['quotaa']).stderr).toContain('không có lệnh này');
});

test('nothing is coloured in a pipe', () => {
  const ran = survey(['plan', 'validate', join(root, 'plans', 'vinh-linh-2024')]);
  expect(ran.stdout + ran.stderr).not.toContain('\u001b');
});

test('a reader that stops early is no error of ours', () => {
  const script = `"${process.execPath}" "${join(root, 'bin', 'survey.js')}" explain | head -1`;
  const ran = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
});

test('the plan in each README validates', async () => {
  const { readFileSync } = await import('node:fs');
  for (const name of ['README.md', 'README.vi.md']) {
    const text = readFileSync(join(root, name), 'utf8');
    const yaml = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const folder = join(work, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'plan.yaml'), yaml);
    const ran = survey(['plan', 'validate', folder]);
    expect([name, ran.status, ran.stdout]).toEqual([name, 0, '']);
  }
});
