/** A folder with rehearsal.json is a rehearsal, whatever its files say. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Criterion } from '../src/plan/plan.ts';
import { isOnStep } from '../src/points/value.ts';
import { journeyColumns, journeysOf } from '../src/simulate/journey.ts';
import { simulatedPoints } from '../src/simulate/points.ts';
import { leanings } from '../src/simulate/respondent.ts';
import { exact, parseExact } from '../src/stats/exact.ts';
import { plan } from './returns-plan.ts';
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

describe('a rehearsal keeps to the plan', () => {
  test.each(['0.5', '0.25', '0.125', '0.3', '1', '2', null])('points in steps of %s', (text) => {
    const step = text === null ? null : parseExact(text);
    const leaf = {
      ...{ code: '1', name: 'Thẩm định', max: exact(5), step, notFor: [], children: [] },
      source: { kind: 'appraised' },
    } as unknown as Criterion;
    const seen = ['1', '2', '3', '4', '5'].flatMap(
      (seed) => simulatedPoints(plan, [leaf], leanings(plan, seed), seed)?.rows ?? [],
    );
    const cells = seen.flatMap((row) => [String(row[2]), String(row[3])]);
    expect(cells.length).toBe(30);
    for (const cell of cells) {
      const points = parseExact(cell) ?? exact(-1);
      expect([cell, isOnStep(points, step), points.gte(0) && points.lte(5)]).toEqual([
        ...[cell, true, true],
      ]);
      // Three digits after one mark may mean thousands.
      expect(cell).not.toMatch(/[.,]\d{3}$/);
    }
  });

  test('forms say who brought them, on working days of the fieldwork, by day', () => {
    const journeys = journeysOf(plan, 100, '7');
    const all = Array.from({ length: 100 }, (_, at) => journeys(`T24-${at}`, at));
    expect(new Set(all.map(({ collector }) => collector)).size).toBe(3);
    for (const { at } of all) {
      const [, date, month, hour] = /^(\d\d)\/(\d\d)\/2024 (\d\d):\d\d$/.exec(at ?? '') ?? [];
      expect([at, month]).toEqual([at, '09']);
      const weekday = new Date(`2024-09-${date}T00:00Z`).getUTCDay();
      expect([0, 6, ...(['02', '03'].includes(date ?? '') ? [weekday] : [])]).not.toContain(
        weekday,
      );
      expect(Number(hour)).toBeGreaterThanOrEqual(8);
      expect(Number(hour)).toBeLessThan(17);
    }
    const days = { ...plan, fieldwork: { ...plan.fieldwork, times: 'day' } } as const;
    expect(journeysOf(days, 1, '7')('T24-1', 0).at).toMatch(/^\d\d\/\d\d\/2024$/);
    const columnsOf = (mode: 'paper' | 'qr') =>
      plan.groups
        .slice(0, 1)
        .flatMap((group) => journeyColumns(plan, { ...group, mode }))
        .map(({ heading }) => heading);
    expect(columnsOf('paper')).toEqual(['Ngày giờ', 'Điều tra viên', 'Người nhập']);
    expect(columnsOf('qr')).toEqual(['Ngày giờ']);
  });
});
