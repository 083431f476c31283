/** A folder with rehearsal.json is a rehearsal, whatever its files say. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLine } from './run-line.ts';
import { unzip } from './unzip.ts';

const mark = 'SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT';
const work = mkdtempSync(join(tmpdir(), 'survey-rehearsal-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The files are real ones: `score` works on what was imported before the folder was marked. */
function surveyFolder(name: string): string {
  const folder = join(work, name);
  const source = join(import.meta.dirname, 'cases', 'hand-worked');
  cpSync(source, folder, { recursive: true });
  return folder;
}

async function marked(file: string): Promise<readonly boolean[]> {
  const parts = await unzip(readFileSync(file));
  return parts
    .filter(({ name }) => name.startsWith('xl/worksheets/sheet'))
    .map(({ text }) => text.includes(`<oddHeader>`) && text.includes(mark));
}

test('simulate marks its folder; the quota annex made there is marked on every sheet', async () => {
  const folder = surveyFolder('simulated');
  expect((await runLine('simulate --seed 7 --out thu', folder)).code).toBe(0);
  const written = JSON.parse(readFileSync(join(folder, 'thu', 'rehearsal.json'), 'utf8'));
  expect(written).toEqual({
    seed: '7',
    tool: expect.stringMatching(/^survey \d/),
    plan_fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(readdirSync(join(folder, 'thu'))).toContain('plan.yaml');
  const annex = await runLine('quota --plan thu', folder);
  expect(annex.stdout).toContain(mark);
  expect(await marked(join(folder, 'thu', 'out', 'quota.xlsx'))).toEqual([true, true, true]);
  const real = await runLine('quota', folder);
  expect(real.stdout).not.toContain(mark);
  expect(await marked(join(folder, 'out', 'quota.xlsx'))).toEqual([false, false, false]);
});

test.each([
  ['whole', '{"seed":"2023"}', ['2023']],
  ['damaged', '{"seed":', ['?']],
  ['empty', '', ['?']],
])(
  'score and report with figures that say nothing, rehearsal.json %s',
  async (name, text, seeds) => {
    const folder = surveyFolder(name);
    const incoming = 'incoming/phieu-cong-chuc.csv incoming/kiem-dem-dai-bieu.csv';
    expect((await runLine(`import ${incoming}`, folder)).code).toBe(0);
    writeFileSync(join(folder, 'rehearsal.json'), text);
    const scored = await runLine('score', folder);
    expect([scored.code, scored.stdout.startsWith(mark)]).toEqual([0, true]);
    expect(JSON.parse(readFileSync(join(folder, 'out', 'scores.json'), 'utf8')).simulated).toEqual(
      seeds,
    );
    const reported = await runLine('report', folder);
    expect(reported.stderr.trimEnd().split('\n').at(-1)).toMatch(/^Báo cáo .*mở .*-report\.xlsx$/);
    const book =
      readdirSync(join(folder, 'out')).find((file) => file.endsWith('-report.xlsx')) ?? '';
    const sheets = await marked(join(folder, 'out', book));
    expect(sheets.length).toBeGreaterThan(3);
    expect(new Set(sheets)).toEqual(new Set([true]));
  },
);
