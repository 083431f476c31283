/** Numbers, percentages and dates that a workbook holds as such: no declared way of writing may read them anew. */
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
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-exact-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A number together with its format. */
type Cell = ExcelJS.CellValue | { readonly number: number; readonly format: string };

async function workbook(path: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Phiếu');
  for (const [at, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      const cell = sheet.getCell(at + 1, column + 1);
      if (value !== null && typeof value === 'object' && 'format' in value) {
        cell.value = value.number;
        cell.numFmt = value.format;
      } else cell.value = value as ExcelJS.CellValue;
    }
  }
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()));
}

function folder(): string {
  const made = mkdtempSync(join(work, 'case-'));
  cpSync(join(import.meta.dirname, 'files', 'exact-cells'), made, { recursive: true });
  return made;
}

interface Imported {
  readonly counts: { readonly accepted: number; readonly rejected: number } | null;
}

async function imported(where: string, line: string): Promise<Imported['counts']> {
  const ran = await runLine(`import ${line} --json`, where);
  return (JSON.parse(ran.stdout) as { files: readonly Imported[] }).files[0]?.counts ?? null;
}

async function dumped(where: string): Promise<readonly Record<string, string>[]> {
  const { stdout } = await runLine('returns dump', where);
  return parse(stdout, { columns: true, bom: true }) as Record<string, string>[];
}

const head = ['reply', 'Đơn vị', 'q1', 'km'];

describe('a number cell is read as it is', () => {
  test.each(['', ' --decimal comma', ' --decimal point'])('import%s', async (declared) => {
    const where = folder();
    await workbook(join(where, 'a.xlsx'), [
      head,
      ['a', 'Xã A', 2, 1.234],
      ['b', 'Xã A', 2, 12.5],
      ['c', 'Xã B', 1, { number: 1.234, format: '#,##0.000' }],
      ['d', 'Xã B', 1, 1234],
    ]);
    expect(await imported(where, `a.xlsx${declared}`)).toMatchObject({ accepted: 4, rejected: 0 });
    expect((await dumped(where)).map(({ km }) => km)).toEqual(['1.234', '12.5', '1.234', '1234']);
  });

  test('beside the same text, which means what was declared', async () => {
    const where = folder();
    await workbook(join(where, 'a.xlsx'), [
      head,
      ['a', 'Xã A', 2, '1.234'],
      ['b', 'Xã A', 2, 1.234],
      ['c', 'Xã B', 1, '1.234'],
    ]);
    await imported(where, 'a.xlsx --decimal comma');
    expect((await dumped(where)).map(({ km }) => km)).toEqual(['1234', '1.234', '1234']);
  });

  test('under the headings of an export', async () => {
    const where = folder();
    await workbook(join(where, 'k.xlsx'), [
      ['start', 'end', 'unit', 'q1', 'km', '_id', '_uuid', '_submission_time', '_index'],
      [null, null, 'xa-a', '2', 1.234, 1, 'u-1', '2025-11-05T08:00:00', 1],
      [null, null, 'xa-a', '2', '1.234', 2, 'u-2', '2025-11-05T08:00:00', 2],
    ]);
    expect(await imported(where, 'k.xlsx --decimal comma')).toMatchObject({ accepted: 2 });
    expect((await dumped(where)).map(({ km }) => km)).toEqual(['1.234', '1234']);
  });

  test('a count of forms with decimals is no count, whatever the mark', async () => {
    const where = folder();
    await workbook(join(where, 't.xlsx'), [
      ['Đơn vị', 'Nhóm', 'Câu hỏi', '2', '1', 'Bỏ trống', 'Thu về', 'Hợp lệ', 'Không hợp lệ'],
      ['Xã A', 'Người dân', 'q1', 1.234, 0, 0, 1234, 1234, 0],
      ['Xã B', 'Người dân', 'q1', '1.234', 0, 0, 1234, 1234, 0],
    ]);
    expect(await imported(where, 't.xlsx --decimal comma')).toMatchObject({
      accepted: 1,
      rejected: 1,
    });
  });

  test('points', async () => {
    const where = folder();
    mkdirSync(join(where, 'points'));
    await workbook(join(where, 'points', 'p.xlsx'), [
      ['Đơn vị', '1'],
      ['Xã A', 1.234],
      ['Xã B', '1.234'],
    ]);
    await runLine('score', where);
    const scores = readFileSync(join(where, 'out', 'scores.csv'), 'utf8');
    expect(scores).toContain('xa-a');
    expect(scores).toMatch(/xa-a.*,1\.23,/);
    expect(scores).toMatch(/xa-b.*,1234\.00,/);
  });
});

describe('a percentage is what Excel shows', () => {
  test('an answer of 65% is no figure, as in a CSV', async () => {
    const where = folder();
    await workbook(join(where, 'a.xlsx'), [
      head,
      ['a', 'Xã A', 2, { number: 0.65, format: '0%' }],
      ['b', 'Xã A', 2, { number: 0.125, format: '0.0%' }],
      ['c', 'Xã A', 2, { number: 65, format: '0"%"' }],
    ]);
    expect(await imported(where, 'a.xlsx')).toMatchObject({ accepted: 1, rejected: 2 });
    const { stdout } = await runLine('returns rejected --json', where);
    expect(stdout).toContain('65%');
    expect(stdout).toContain('12.5%');
  });
});

describe('what is said of a file', () => {
  test('a text of three decimals is told once as what it may be', async () => {
    const where = folder();
    await workbook(join(where, 'a.xlsx'), [head, ['a', 'Xã A', 2, '1.234']]);
    const { stderr } = await runLine('import a.xlsx', where);
    expect(stderr).toContain('“1.234” có thể là số nguyên 1234, cũng có thể là số thập phân');
  });

  test('an earlier import by the clock of Vietnam, the mark between cells in quotes', async () => {
    const where = folder();
    writeFileSync(join(where, 'a.csv'), 'reply,Đơn vị,q1,km\na,Xã A,2,1\n');
    const at = { now: () => new Date('2025-11-20T19:13:05Z') };
    const first = await runLine('import a.csv', where, at);
    expect(first.stdout + first.stderr).toContain('dấu ngăn cách ô “,”');
    const again = await runLine('import a.csv', where, at);
    expect(again.stderr).toContain('21/11/2025 02:13');
  });

  test('why rows were rejected, in the language of the command', async () => {
    const where = folder();
    writeFileSync(join(where, 'a.csv'), 'reply,Đơn vị,q1,km\na,Xã A,2,1\nb,Xã A,7,1\n');
    await runLine('import a.csv --lang en', where);
    const [id = ''] = readdirSync(join(where, 'returns'));
    const kept = readFileSync(join(where, 'returns', id, 'rejected.csv'), 'utf8');
    expect(kept).toMatch(/ is no option| is not an option|option of/);
    expect(kept).not.toContain('phương án');
  });

  test('what came on the standard input is looked after until it is removed', async () => {
    const disk = nodeIo('vi');
    const made = await disk.scratch('survey-exact-stop-');
    const before = process.listenerCount('SIGTERM');
    await disk.remove(made);
    expect(process.listenerCount('SIGTERM')).toBe(before - 1);
    expect(existsSync(made)).toBe(false);
  });
});

describe('a date cell is a date', () => {
  test.each(['', ' --dates M/d/yyyy', ' --dates excel-1900'])('import%s', async (declared) => {
    const where = folder();
    await workbook(join(where, 'a.xlsx'), [
      ['reply', 'Đơn vị', 'Thời gian', 'q1', 'km'],
      ['a', 'Xã A', new Date(Date.UTC(2025, 10, 5)), 2],
      ['b', 'Xã A', { number: 45966.354166666664, format: 'dd/mm/yyyy hh:mm' }, 2],
    ]);
    expect(await imported(where, `a.xlsx${declared}`)).toMatchObject({ accepted: 2, rejected: 0 });
    expect((await dumped(where)).map(({ at }) => at)).toEqual(['2025-11-05', '2025-11-05T08:30']);
  });

  test('a bare day number is one only where that was declared; its point is never a thousands mark', async () => {
    const where = folder();
    await workbook(join(where, 'a.xlsx'), [
      ['reply', 'Đơn vị', 'Thời gian', 'q1', 'km'],
      ['a', 'Xã A', 45966.5, 2],
    ]);
    expect(await imported(where, 'a.xlsx')).toMatchObject({ accepted: 0, rejected: 1 });
    expect(await imported(where, 'a.xlsx --dates excel-1900 --decimal comma')).toMatchObject({
      accepted: 1,
    });
    expect((await dumped(where)).map(({ at }) => at)).toEqual(['2025-11-05T12:00']);
  });
});
