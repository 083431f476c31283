/** What a clerk is told about the slips that are most often made in bonus, classes and their conditions. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-hints-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
cpSync(join(import.meta.dirname, 'bad', 'plan', 'class-shares-of-one'), work, { recursive: true });
const plan = readFileSync(join(work, 'plan.yaml'), 'utf8').trimEnd();

/** What `plan validate` says in Vietnamese with these lines for the classes. */
async function said(...lines: readonly string[]): Promise<string> {
  const kept = plan.split('\n').filter((line) => !line.startsWith('  classes:'));
  const index = kept.indexOf('index:') + 1;
  const all = [...kept.slice(0, index), ...lines.map((line) => `  ${line}`), ...kept.slice(index)];
  writeFileSync(join(work, 'plan.yaml'), `${all.join('\n')}\n`);
  const { stdout, stderr } = await runLine('plan validate plan.yaml --lang vi', work);
  return stdout + stderr;
}

const classes = (condition: string): string =>
  `classes: [{ name: Tốt, from: 80%, only_if: ["${condition}"] }, { name: Khá, from: 0 }]`;

test('bonus written as a number', async () => {
  expect(await said('bonus: 3')).toContain('ví dụ bonus: { max: 3 }');
});

test('a percent sign or a turned comparison in a condition', async () => {
  expect(await said(classes('percent[1] >= 80%'))).toContain('bỏ dấu %');
  expect(await said(classes('percent[1] => 80'))).toContain('viết >=');
});

test('penalty points by a name of one’s own', async () => {
  const penalty = 'penalty: { max: 3 }';
  expect(await said(penalty, classes('diem_tru = 0'))).toContain(
    'Có phải là “points[penalty]” không?',
  );
  expect(await said(penalty, classes('points[phạt] = 0'))).toContain('Có phải là “penalty” không?');
});

test('an upper limit of a class', async () => {
  const line = 'classes: [{ name: Tốt, from: 80 }, { name: Khá, from: 0, to: 80 }]';
  expect(await said(line)).toContain('giới hạn trên của mỗi mức là “from” của mức đứng trước');
});

test('thresholds with their sign are read, shares of one are asked about', async () => {
  expect(await said('classes: [{ name: Tốt, from: 85% }, { name: Khá, from: 0% }]')).not.toContain(
    'plan/',
  );
  const low = 'classes: [{ name: Tốt, from: 0.85 }, { name: Khá, from: 0 }]';
  expect(await said(low)).toContain('mức cao nhất “Tốt” chỉ cần từ 0,85 %');
});
