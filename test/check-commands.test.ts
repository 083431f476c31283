/** `survey check …` as a clerk runs it: import, look, key twice, settle, ask again. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
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

/** What stands under “Đúng là” in the first line of an adjudication workbook; a text is written there first. */
async function filledAt(file: string, text: string | null): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[0];
  let found: ExcelJS.Cell | null = null;
  sheet?.eachRow((row, at) => {
    row.eachCell((cell, column) => {
      if (cell.text === 'Đúng là') found = sheet.getRow(at + 1).getCell(column);
    });
  });
  const cell = found as ExcelJS.Cell | null;
  if (cell === null) throw new Error('no cell to fill in');
  if (text !== null) {
    cell.value = text;
    await book.xlsx.writeFile(file);
  }
  return cell.text;
}

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
      readonly unsettled: number;
      readonly keyers: readonly { readonly keyer: string; readonly wrong: number }[];
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
    const half = await json<Entry>('check entry');
    expect([half.differing, half.unsettled]).toEqual([2, 1]);
    expect(half.pages[0]?.rows.map(({ cells }) => cells.serial)).toEqual([right?.serial]);
    csv(
      'phan-xu-2.csv',
      [fill(right, String(right?.old), 'lần một đúng')],
      settle.columns.map(({ heading }) => heading),
    );
    expect((await runLine('returns correct phan-xu-2.csv', work)).stdout).toContain('nhận 1');
    const done = await json<Entry>('check entry');
    expect([done.differing, done.unsettled, done.pages[0]?.rows.length]).toEqual([2, 0, 0]);
    expect(done.keyers.map(({ keyer, wrong: count }) => `${keyer} ${count}`)).toEqual([
      'An 1',
      'Bình 0',
      'Cúc 1',
    ]);
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

  test('what somebody has filled in stands in the workbook that is written next', async () => {
    const file = join(work, 'out', 'check', 'adjudication.xlsx');
    const before = await filledAt(file, null);
    expect(before).toBe('');
    await filledAt(file, '3');
    const ran = await runLine('check entry', work);
    expect(ran.stderr).toContain('1 dòng đã điền được giữ nguyên');
    expect(await filledAt(file, null)).toBe('3');
    writeFileSync(file, 'a note that nobody can read as a workbook');
    const again = await runLine('check entry', work);
    expect(again.stderr).toContain(join('out', 'check', 'earlier', 'adjudication-'));
    expect(await filledAt(file, null)).toBe('');
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
    // Sheets that nobody selected are named at once, and then count for nothing.
    const early = await runLine('import --as back-check phuc-tra.csv', work);
    expect(early.code).toBe(0);
    expect(early.stderr).toContain('check/not-selected');
    const seldom = await json<{ not_selected: readonly string[] }>('check back-check');
    expect(seldom.not_selected.length).toBeGreaterThan(30);
    const all = 'check select --share 100% --seed 9 --by unit --redraw "phúc tra tất cả"';
    expect((await runLine(all, work)).code).toBe(0);
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

describe('groups of another kind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-check-grid-'));
  const ask = async <T>(line: string): Promise<T> =>
    JSON.parse((await runLine(`${line} --json`, folder)).stdout) as T;
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);

  beforeAll(async () => {
    const more = [
      '  - { id: dai-bieu, name: Đại biểu, form: "02", about: { units: [an, binh] }, quota: { total: 10 } }',
      '  - { id: khach, name: Khách, form: "03", in: xa, serial: optional, quota: { each: 2 } }',
      'scales:',
    ].join('\n');
    const form = (id: string): string =>
      `\n  - { id: "${id}", code: ${id}/KT, title: Phiếu ${id}, questions: [q1, q2] }`;
    const text = planText.replace('scales:', more).trimEnd() + form('02') + form('03');
    write('plan.yaml', [text]);
    const own = [1, 2].flatMap((packet) =>
      Array.from(
        { length: 5 },
        (_, at) => [writeSerial(shape, 1, packet, at + 1), packet] as const,
      ),
    );
    write('dan.csv', [
      ['Số phiếu', ...questions].join(','),
      ...own.map(([serial], at) => [serial, ...answersOf(at)].join(',')),
    ]);
    write('dai-bieu.csv', [
      'Số phiếu,Đơn vị,q1,q2',
      ...Array.from({ length: 10 }, (_, at) => writeSerial(shape, 2, 4, at + 1)).flatMap((serial) =>
        ['Xã An', 'Xã Bình'].map((unit, at) => `${serial},${unit},${at + 2},2`),
      ),
    ]);
    write('khach.csv', [
      'Mã phản hồi,Đơn vị,q1,q2',
      ...Array.from({ length: 9 }, (_, at) => `k${at},Xã An,${1 + (at % 3)},2`),
    ]);
    await runLine('import dan.csv', folder);
    await runLine('import dai-bieu.csv', folder);
    await runLine('import khach.csv --group khach', folder);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a sheet about several units is drawn in its group, and the list puts it into no unit', async () => {
    const made = await ask<{
      strata: readonly { stratum: string; population: number; serials: readonly string[] }[];
    }>('check select --share 20% --seed 5');
    const drawn = made.strata.map((one) => {
      return `${one.stratum} ${one.population} ${one.serials.length}`;
    });
    expect(drawn).toEqual(['group:dai-bieu 10 2', 'unit:an 5 1', 'unit:binh 5 1']);
    const list = (await runLine('check select --share 20% --seed 5', folder)).stdout;
    const lines = list.split('\n').filter((line) => line.includes('Đại biểu'));
    expect(lines.map((line) => line.includes('Xã'))).toEqual([false, false]);
    expect((await ask<{ same: boolean }>('check verify')).same).toBe(true);
  });

  test('replies without a numbered sheet are not held against a print run', async () => {
    const { concerns } = await ask<Concerns>('check');
    expect(concerns.filter(({ level }) => level === 'serious')).toEqual([]);
    const told = (await runLine('check', folder)).stdout;
    expect(told).toContain('29 phiếu không có ngày giờ');
  });
});
