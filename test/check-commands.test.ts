/** `survey check …` as a clerk runs it: import, look, key twice, settle, ask again. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSerial } from '../src/packets/serial.ts';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-check-'));
const questions = Array.from({ length: 12 }, (_, at) => `q${at + 1}`);

const planText = `survey: kiem-tra-2026
serial: KT26
title: Khảo sát kiểm tra
document: { issuer: Sở Nội vụ, place: Tỉnh X }
fieldwork: { opens: 2026-01-02, closes: 2026-01-20, modes: [interview] }
units:
  - { block: xa, name: Cấp xã, units: [{ id: an, name: Xã An }, { id: binh, name: Xã Bình }] }
groups:
  - { id: dan, name: Người dân, form: "01", in: xa, quota: { each: 30 } }
scales:
  hl: [{ code: 3, label: Tốt, points: 100 }, { code: 2, label: Vừa, points: 50 }, { code: 1, label: Kém, points: 0 }]
questions:
${questions.map((id) => `  ${id}: { text: "Câu ${id}", scale: hl }`).join('\n')}
forms:
  - { id: "01", code: 01/KT, title: Phiếu, questions: [${questions.join(', ')}] }
`;

interface Page {
  readonly name: string;
  readonly columns: readonly { readonly key: string; readonly heading: string }[];
  readonly rows: readonly { readonly cells: Readonly<Record<string, string | number | null>> }[];
}

const shape = { prefix: 'KT26', formDigits: 2, packetDigits: 3 };
const heads = ['Số phiếu', 'Điều tra viên', 'Người nhập', ...questions];
let serials: readonly string[] = [];
let honest: readonly (readonly string[])[] = [];

/** Answers that look like people's: no two alike, none straight. */
function answersOf(sheet: number): readonly string[] {
  return questions.map((_, at) => String(1 + ((sheet * 7 + at * at + (sheet >> 2) * at) % 3)));
}

function csv(
  name: string,
  rows: readonly (readonly string[])[],
  headings: readonly string[] = heads,
) {
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(','));
  writeFileSync(join(work, name), `\ufeff${lines.join('\n')}\n`);
}

async function json<T>(line: string): Promise<T & { readonly ok: boolean; readonly code: number }> {
  const ran = await runLine(`${line} --json`, work);
  return { ...(JSON.parse(ran.stdout) as T & { ok: boolean }), code: ran.code };
}

beforeAll(async () => {
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'plan.yaml'), planText);
  serials = [1, 2].flatMap((packet) =>
    Array.from({ length: 30 }, (_, at) => writeSerial(shape, 1, packet, at + 1)),
  );
  honest = serials.map((serial, at) => {
    return [serial, at < 30 ? 'Lan' : 'Hùng', at % 2 === 0 ? 'An' : 'Bình', ...answersOf(at)];
  });
  csv('phieu.csv', honest);
  const second = honest.slice(0, 10).map((row, at) => {
    const change = row[3] === '1' ? '2' : '1';
    return [...row.slice(0, 2), 'Cúc', at < 2 ? change : (row[3] ?? ''), ...row.slice(4)];
  });
  csv('lan-hai.csv', second);
  const again = honest.slice(0, 40).map((row, at) => {
    return at < 30
      ? row
      : [...row.slice(0, 3), ...row.slice(3).map((one) => (one === '3' ? '1' : '3'))];
  });
  csv('phuc-tra.csv', again);
  await runLine('import phieu.csv', work);
}, 60_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Concerns {
  readonly concerns: readonly { readonly kind: string; readonly level: string }[];
  readonly pages: readonly Page[];
  readonly files: readonly string[];
}

describe('check', () => {
  test('says that nothing is wrong, writes the workbook, and names the next command', async () => {
    const found = await json<Concerns>('check');
    expect(found.code).toBe(0);
    expect(found.concerns.filter(({ level }) => level === 'serious')).toEqual([]);
    expect(found.pages[0]?.name).toBe('Xem trước');
    const ran = await runLine('check', work);
    expect(ran.stdout).toContain('Đã xét 60 phiếu (60 lượt đánh giá) của 1 lần nhập.');
    expect(ran.stderr).toMatch(/Tiếp theo: survey .*--plan \./);
    expect(readFileSync(join(work, 'out', 'check', 'check.xlsx')).length).toBeGreaterThan(1000);
  });

  test('the same returns give the same bytes', async () => {
    const file = join(work, 'out', 'check', 'check.xlsx');
    const before = readFileSync(file);
    await runLine('check', work);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a dry run writes nothing', async () => {
    const ran = await runLine('check -n --out elsewhere', work);
    expect(ran.stderr).toContain('Sẽ ghi');
    expect(() => readFileSync(join(work, 'elsewhere', 'check.xlsx'))).toThrow();
  });
});

describe('check entry', () => {
  test('two fields differ; settled, the file is taken as corrections', async () => {
    expect((await runLine('import --as second-entry lan-hai.csv', work)).code).toBe(0);
    interface Entry {
      readonly compared: number;
      readonly differing: number;
      readonly pages: readonly Page[];
    }
    const found = await json<Entry>('check entry');
    expect([found.compared, found.differing]).toEqual([10 * 13, 2]);
    const [settle] = found.pages;
    if (settle === undefined) throw new Error('no page to settle on');
    const [wrong, right] = settle.rows.map(({ cells }) => cells);
    const fill = (cells: typeof wrong, value: string, why: string) =>
      settle.columns.map(({ key }) =>
        key === 'new' ? value : key === 'why' ? why : String(cells?.[key] ?? ''),
      );
    csv(
      'phan-xu.csv',
      [fill(wrong, String(wrong?.second), 'nhập nhầm'), fill(right, '', '')],
      settle.columns.map(({ heading }) => heading),
    );
    expect((await runLine('returns correct phan-xu.csv', work)).code).toBe(0);
    expect((await json<Entry>('check entry')).differing).toBe(1);
  });

  test('what is over the limit stops under --strict', async () => {
    csv(
      'lan-hai-2.csv',
      honest
        .slice(10, 20)
        .map((row) => [...row.slice(0, 2), 'Cúc', ...row.slice(3).map(() => '2')]),
    );
    await runLine('import --as second-entry lan-hai-2.csv', work);
    expect((await runLine('check entry', work)).code).toBe(0);
    expect((await runLine('check entry --strict', work)).code).toBe(1);
  });
});

describe('check select and verify', () => {
  test('a selection stands, is drawn again, and is replaced only for a reason', async () => {
    const made = await json<{
      selection_id: string;
      strata: readonly { serials: readonly string[] }[];
    }>('check select --share 10% --seed 2026');
    expect(made.strata.map((one) => one.serials.length)).toEqual([3, 3]);
    expect((await json('check verify')).ok).toBe(true);
    const again = await json<{ selection_id: string }>('check select --share 10% --seed 2026');
    expect(again.selection_id).toBe(made.selection_id);
    expect((await runLine('check select --share 10% --seed 2027', work)).code).toBe(1);
    const line = 'check select --share 10% --seed 2027 --redraw "đổi hạt giống"';
    const other = await json<{ redraws: readonly { why: string }[] }>(line);
    expect(other.redraws.map(({ why }) => why)).toEqual(['đổi hạt giống']);
    expect((await json('check verify')).ok).toBe(true);
  });

  test('later imports do not change it; an edited record is found out', async () => {
    const file = join(work, 'out', 'check', 'back-check.json');
    const text = readFileSync(file, 'utf8');
    const [first = ''] = /KT26-\d+-\d+/.exec(text) ?? [];
    const spare = serials.find((serial) => !text.includes(serial)) ?? '';
    writeFileSync(join(work, 'edited.json'), text.replace(first, spare));
    const found = await json<{ findings: readonly { code: string }[] }>('check verify edited.json');
    expect(found.code).toBe(1);
    expect(found.findings.map(({ code }) => code)).toEqual(['check/selection-differs']);
  });

  test('the list for the field has no answers on it', async () => {
    const ran = await runLine('check select --share 10% --seed 2027', work);
    for (const answer of ['Tốt', 'Vừa', 'Kém', 'q1']) expect(ran.stdout).not.toContain(answer);
  });
});

describe('check back-check', () => {
  test('agreement, an outcome for each unit, and minutes', async () => {
    expect((await runLine('import --as back-check phuc-tra.csv', work)).code).toBe(0);
    interface Found {
      readonly units: readonly {
        readonly key: string;
        readonly decision: string;
        readonly sheets: number;
      }[];
      readonly whole: { readonly compared: number };
      readonly files: readonly string[];
    }
    const found = await json<Found>('check back-check');
    expect(found.whole.compared).toBe(40 * 12);
    expect(found.units.map(({ key, sheets, decision }) => `${key} ${sheets} ${decision}`)).toEqual([
      'unit:an 30 accepted',
      'unit:binh 10 redo',
    ]);
    expect(found.files.map((file) => file.replace(/.*[\\/]/, ''))).toEqual([
      'back-check-result.xlsx',
      'back-check-minutes.docx',
    ]);
    expect((await runLine('check back-check --strict', work)).code).toBe(1);
  });

  test('none of it is counted', async () => {
    const ran = await json<Concerns & { sheets: number }>('check');
    expect(ran.sheets).toBe(60);
  });
});
