/** One figure is the same in `--json`, quota.json, quota.csv, the workbook and on the terminal. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTable } from '../src/formats/read-table.ts';
import { runLine } from './run-line.ts';
import { workbookText } from './workbook-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'survey-quota-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly group: string;
  readonly target: { readonly unit?: string; readonly place?: string };
  readonly name: string;
  readonly size: number;
  readonly wanted: number;
  readonly reserve: number;
  readonly exact: string | null;
  readonly inclusion: string | null;
}

interface Answer {
  readonly total: number;
  readonly groups: readonly {
    readonly group: string;
    readonly total: number;
    readonly rows: readonly Row[];
    readonly places: readonly { readonly place: string; readonly inclusion: string | null }[];
  }[];
  readonly margins: {
    readonly rows: readonly { readonly margin: string | null }[];
    readonly groups: readonly { readonly group: string; readonly margin: string | null }[];
    readonly units: readonly { readonly unit: string; readonly margin: string | null }[];
  };
  readonly costs: {
    readonly lines: readonly { readonly name: string; readonly amount: number }[];
    readonly total: number;
  } | null;
}

let answer: Answer;
let book: string;

beforeAll(async () => {
  cpSync(join(import.meta.dirname, 'cases', 'before-fieldwork'), folder, { recursive: true });
  const ran = await runLine('quota --json', folder);
  expect(ran.code, ran.stderr).toBe(0);
  answer = JSON.parse(ran.stdout) as Answer;
  book = await workbookText(readFileSync(join(folder, 'out', 'quota.xlsx')));
});

/** Cells of a sheet of the workbook, line by line, without number formats. */
function sheet(name: string): readonly (readonly string[])[] {
  const part = book.split(/^# /m).find((text) => text.startsWith(`${name} (`)) ?? '';
  const lines = part.split('\n').map((line) => line.replaceAll(/ \[[#,0.]+\]/g, ''));
  return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}

describe('the outputs of survey quota', () => {
  test('quota.json holds what --json says', () => {
    const file = JSON.parse(readFileSync(join(folder, 'out', 'quota.json'), 'utf8')) as Answer;
    expect(file.groups).toEqual(answer.groups);
    expect(file.margins).toEqual(answer.margins);
    expect(file.costs).toEqual(answer.costs);
  });

  test('quota.csv has the same rows', async () => {
    const table = await parseTable(readFileSync(join(folder, 'out', 'quota.csv')), 'quota.csv');
    if (!table.ok) throw new Error('quota.csv cannot be read');
    const names = table.value.columns;
    const rows = table.value.rows.map(({ cells }) =>
      Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])),
    );
    const all = answer.groups.flatMap((group) => group.rows);
    expect(rows.map((row) => [row.group, row.size, row.wanted, row.reserve])).toEqual(
      all.map((row) => [row.group, `${row.size}`, `${row.wanted}`, `${row.reserve}`]),
    );
    expect(rows.map((row) => [row.exact, row.inclusion])).toEqual(
      all.map((row) => [row.exact ?? '', row.inclusion ?? '']),
    );
  });

  test('the workbook shows the same sizes, margins, chances and amounts', () => {
    const annex = sheet('Phụ lục');
    expect(annex.find(([, name]) => name === 'TỔNG CỘNG')?.[2]).toBe(String(answer.total));
    const heads = annex.filter(([no]) => /^[IVX]+$/.test(no ?? ''));
    expect(heads.map(([, , size]) => Number(size))).toEqual(
      answer.groups.map(({ total }) => total),
    );
    const margins = sheet('Sai số dự kiến').filter(([no]) => /^[IVX]+$/.test(no ?? ''));
    expect(margins.map((cells) => number(cells[4]))).toEqual(
      answer.margins.groups.map(({ margin }) => (margin === null ? null : Number(margin))),
    );
    const places = sheet('Địa bàn chọn').filter(([no]) => /^\d+$/.test(no ?? ''));
    expect(places.map((cells) => cells[5] ?? '')).toEqual(
      answer.groups.flatMap((group) => group.places.map(({ inclusion }) => inclusion ?? '')),
    );
    const estimate = sheet('Dự toán').filter(([no]) => /^\d+$/.test(no ?? ''));
    expect(estimate.map((cells) => Number(cells[6]))).toEqual(
      answer.costs?.lines.map(({ amount }) => amount),
    );
  });

  test.each([
    ['annex', 'TỔNG CỘNG'],
    ['reasons', 'CĂN CỨ TÍNH SỐ PHIẾU'],
    ['margins', 'SAI SỐ BIÊN DỰ KIẾN'],
    ['costs', '28.625.000'],
  ])('--show %s chooses the table on the terminal', async (show, text) => {
    const shown = await runLine(`quota -n --show ${show}`, folder);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain(text);
  });

  test('--show takes nothing else', async () => {
    expect((await runLine('quota -n --show everything', folder)).code).toBe(2);
  });
});

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell);
}
