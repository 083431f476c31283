/** `survey explain-score`, from the files of the survey worked out by hand. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recompute } from './recompute.ts';
import { type Ran, runLine } from './run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'survey-explain-'));

beforeAll(async () => {
  cpSync(join(import.meta.dirname, 'cases/hand-worked'), folder, { recursive: true });
  const ran = await runLine(
    'survey import incoming/phieu-cong-chuc.csv incoming/kiem-dem-dai-bieu.csv',
    folder,
  );
  expect(ran.code, ran.stderr).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const explain = (words: string): Promise<Ran> => runLine(`survey explain-score ${words}`, folder);

interface Told {
  readonly title: string;
  readonly equations: readonly { readonly arithmetic: string }[];
  readonly facts: readonly { readonly fact: string; readonly sentence: string }[];
  readonly sources: readonly { readonly batch: string; readonly kind: string }[];
  readonly rule_text: string;
  readonly steps: readonly Told[];
}

function all(step: Told): readonly Told[] {
  return [step, ...step.steps.flatMap(all)];
}

describe('a unit', () => {
  test('its index, its fields, its leaves, and the lines of the plan', async () => {
    const { stdout, stderr, code } = await explain('"An Bình"');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Xã An Bình');
    expect(stdout).toContain('16,4075 ÷ 20 × 100 = 82,0375 ≈ 82,04');
    expect(stdout).toMatch(/^ {4}1\.1\. .*3,50\/4 điểm \(plan\.yaml:\d+:\d+\)$/m);
    expect(stdout).toMatch(/Thẩm định lần 1: 3,5 \(points\/diem-tham-dinh\.csv, dòng \d+, cột/);
    expect(stderr).toContain('survey explain-score an-binh');
    // Answers are told with a criterion, or on request.
    expect(stdout).not.toContain('Số phiếu:');
    expect((await explain('an-binh --full')).stdout).toContain('Số phiếu:');
  });

  test('one whose points are missing says which', async () => {
    const { stdout, code } = await explain('"Bình Hòa"');
    expect(code).toBe(0);
    expect(stdout).toContain('Còn thiếu điểm: 1.1.');
    expect(stdout).toContain('Chưa xếp hạng vì chưa đủ điểm.');
  });
});

describe('a criterion', () => {
  test('down to options, imports and rows', async () => {
    const { stdout, stderr, code } = await explain('"xã An Bình" 1.2');
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/Rất hài lòng: \d+ \(× 100\)/);
    expect(stdout).toContain('Nguồn: Lần nhập phieu-cong-chuc-');
    expect(stdout).toContain('phiếu kiểm đếm kiem-dem-dai-bieu.csv');
    expect(stdout).not.toContain('1.1.');
  });

  test('for programs: every equation can be worked out again from its text', async () => {
    const { stdout } = await explain('an-binh --json --lang en');
    const { trace } = JSON.parse(stdout) as { trace: Told };
    const lines = all(trace).flatMap(({ equations }) => equations);
    expect(lines.length).toBeGreaterThan(10);
    for (const { arithmetic } of lines) {
      expect(recompute(arithmetic, 2, 'half-up'), arithmetic).toMatchObject({ isTrue: true });
    }
    const kinds = all(trace).flatMap(({ sources }) => sources.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['rows', 'tallies']));
    for (const { rule_text } of all(trace)) expect(rule_text).toMatch(/^plan\.yaml:\d+:\d+$/);
  });
});

describe('what is not there', () => {
  test.each([
    ['', 'trace/no-unit', 'Xã An Bình (an-binh)'],
    ['"Xã An Bìn"', 'trace/unknown-unit', 'Xã An Bình'],
    ['an-binh 1.9', 'trace/unknown-criterion', '1.9'],
  ])('%s', async (words, code, names) => {
    const ran = await explain(words);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain(code);
    expect(ran.stderr).toContain(names);
    // What was typed is wrong, no file.
    expect(ran.stderr).toMatch(/^survey explain-score {2}lỗi/m);
    expect(ran.stderr).toContain('Tổng cộng: 1 lỗi.');
  });
});
