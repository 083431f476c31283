/** A survey folder with a list of people, for tests of `survey sample …`. Folders go away after the file's tests. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect } from 'vitest';
import { type Ran, runLine } from './run-line.ts';
import { planText } from './sample-survey.ts';

export const work = mkdtempSync(join(tmpdir(), 'survey-sample-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Nobody's name; found anywhere outside frame/, it is a leak. */
export const mark = 'Mốc Định Danh';
let folders = 0;

export const group = `    in: xa
    mode: online
    roster: frame/staff.csv
    quota: { each: 2, reserve: 1 }
    select: { tracked: yes, replace: [post, person] }`;

export function staffLines(perUnit: number): string[] {
  return ['an-binh', 'hoa-my'].flatMap((unit, block) =>
    Array.from({ length: perUnit }, (_, at) => {
      const number = block * perUnit + at + 1;
      return `${mark} ${'ABCDEFGHIJKLMN'[number - 1]},${unit},CB${number},mocdinhdanh${number}@rieng.vn,0912000${100 + number}`;
    }),
  );
}

export function newSurvey(lines = staffLines(5), text = planText({ group })): string {
  const folder = join(work, String(++folders));
  mkdirSync(join(folder, 'frame'), { recursive: true });
  writeFileSync(join(folder, 'plan.yaml'), text);
  writeList(folder, lines);
  return folder;
}

export function writeList(folder: string, lines: readonly string[]): void {
  const text = `${['Họ tên,Đơn vị,Mã cán bộ,Email,Điện thoại', ...lines].join('\n')}\n`;
  writeFileSync(join(folder, 'frame', 'staff.csv'), text);
}

export function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

export async function run(line: string, folder: string): Promise<Ran> {
  return await runLine(line, folder);
}

export async function codesOf(line: string, folder: string): Promise<readonly string[]> {
  const ran = await run(`${line} --json`, folder);
  const { findings } = JSON.parse(ran.stdout) as { findings: { code: string }[] };
  return [`exit ${ran.code}`, ...new Set(findings.map(({ code }) => code))].sort();
}

export function filesIn(folder: string, at = folder): readonly string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    return entry.isDirectory() ? filesIn(folder, path) : [relative(folder, path)];
  });
}

/** Rows of the list that were drawn, unit by unit. */
export function drawnRows(folder: string): readonly number[] {
  const lines = readFileSync(join(folder, 'out/sample/draw.csv'), 'utf8').trim().split('\n');
  return lines.filter((line) => line.includes(',drawn,')).map((line) => Number(line.split(',')[6]));
}
