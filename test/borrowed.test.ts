/** Groups that another survey asks (`from:`): their answers come without serials and without forms of ours. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packets, sheetRegister } from '../src/packets.ts';
import { parsePlan } from '../src/plan/parse.ts';
import { quotas } from '../src/quotas.ts';
import type { Batch } from '../src/returns/batch.ts';
import { known } from '../src/returns/known.ts';
import { type TakeOptions, take } from '../src/returns/take.ts';
import { tally } from '../src/tallies.ts';
import { plainTaking } from './plain-taking.ts';
import { batch, reasons, table } from './returns-plan.ts';
import { runLine } from './run-line.ts';

const planText = `survey: thu-2026
title: Khảo sát thử năm 2026
fieldwork: { opens: 2026-09-07, closes: 2026-09-30 }
units:
  - { block: xa, name: Các xã, units: [{ id: an, name: Xã An Bình }, { id: hoa, name: Xã Hòa Mỹ }] }
groups:
  - { id: dan, name: Người dân, form: "01", in: xa, quota: { from: SIPAS 2025 } }
  - { id: cc, name: Công chức, form: "01", in: xa, quota: { each: 5 }, spare: 1 }
  - { id: dn, name: Doanh nghiệp, form: ["01", "02"], about: { blocks: [xa] }, quota: { from: DDCI 2025 } }
scales: { s: [{ code: 1, label: Hài lòng, points: 100, positive: yes }, { code: 0, label: Không, points: 0 }] }
questions: { q1: { text: Câu 1, scale: s }, q2: { text: Câu 2, scale: s } }
forms:
  - { id: "01", code: 01/THU, title: Phiếu 1, questions: [q1] }
  - { id: "02", code: 02/THU, title: Phiếu 2, questions: [q2] }
index: { criteria: [{ code: "1", name: Chung, max: 10, survey: { questions: [q1], by: { dan: 0.6, cc: 0.4 } } }] }
`;

const parsed = parsePlan(planText, 'plan.yaml', new Map());
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
const { plan, where } = parsed.value;
const made = packets(plan, quotas(plan, where).quotas, where);
if (!made.ok) throw new Error('no packets');
const sheets = sheetRegister(made.value);
const context = known(plan, sheets);
const serials = (unit: string): readonly string[] =>
  [...sheets.values()].filter((one) => one.unit === unit).map(({ serial }) => serial);

type Cells = readonly (readonly string[])[];

function read(
  columns: readonly string[],
  rows: Cells,
  asked: Partial<TakeOptions> = {},
  batches: readonly Batch[] = [],
) {
  return take(context, table(columns, rows), { ...plainTaking, ...asked }, batches);
}

function taken(...call: Parameters<typeof read>) {
  const intake = read(...call);
  if (!intake.ok) throw new Error(intake.findings.map(({ code }) => code).join(' '));
  return intake.value;
}

describe('rows', () => {
  test('are taken without serial', () => {
    const intake = taken(
      ['Đơn vị', 'Nhóm', 'q1'],
      [
        ['an', 'Người dân', '1'],
        ['hoa', 'dan', '0'],
      ],
    );
    expect(reasons(intake)).toEqual([]);
    expect(intake.ratings).toMatchObject([
      { group: 'dan', unit: 'an', serial: null },
      { group: 'dan', unit: 'hoa', serial: null },
    ]);
  });

  test('may carry the numbers of the other survey, but no serial of ours', () => {
    const [own = ''] = serials('an');
    const rows = [
      ['A-17', 'an', '1'],
      ['', 'an', '1'],
      [own, 'an', '1'],
    ];
    const intake = taken(['Số phiếu', 'Đơn vị', 'q1'], rows, { group: 'dan' });
    expect(reasons(intake)).toEqual(['4:- disagrees']);
    expect(intake.ratings.map(({ serial }) => serial)).toEqual([null, null]);
  });

  test('of a group asked here still need their serial', () => {
    const intake = taken(['Đơn vị', 'Nhóm', 'q1'], [['an', 'cc', '1']]);
    expect(reasons(intake)).toEqual(['2:- serial-missing']);
  });

  test('about several units each count for their unit', () => {
    const columns = ['Đơn vị', 'Nhóm', 'Mẫu phiếu', 'q2'];
    const intake = taken(columns, [
      ['an', 'dn', '02', '1'],
      ['hoa', 'dn', '02', '0'],
    ]);
    expect(reasons(intake)).toEqual([]);
    expect(intake.ratings.map(({ group, unit }) => [group, unit])).toEqual([
      ['dn-02', 'an'],
      ['dn-02', 'hoa'],
    ]);
  });
});

describe('tallies', () => {
  const lines: Cells = [
    ['an', 'q1', '120', '40'],
    ['hoa', 'q1', '30', '60'],
  ];
  const columns = ['Đơn vị', 'Câu hỏi', '1', '0'];

  test.each([
    ['named by the user', columns, lines, { group: 'dan' }],
    ['named by each row', ['Nhóm', ...columns], lines.map((row) => ['dan', ...row]), {}],
  ])('need no forms issued, returned and void: %s', (_, head, rows, asked) => {
    const intake = taken(head, rows, asked);
    expect(reasons(intake)).toEqual([]);
    expect([intake.tallies.length, intake.custody]).toEqual([2, []]);
  });

  test('with such figures none is held against what we issued or printed', () => {
    const head = [...columns, 'Phát ra', 'Thu về', 'Hợp lệ', 'Không hợp lệ'];
    const rows = [[...(lines[0] ?? []), '10', '170', '160', '3']];
    const intake = taken(head, rows, { group: 'dan' });
    expect([reasons(intake), intake.custody]).toEqual([[], []]);
  });

  test('still add up to the valid forms, where those are stated', () => {
    const intake = taken([...columns, 'Hợp lệ'], [['an', 'q1', '120', '40', '150']], {
      group: 'dan',
    });
    expect(reasons(intake)).toEqual(['2:Câu hỏi does-not-add-up']);
  });

  test('an option without a count is not 0', () => {
    const intake = taken(columns, [['an', 'q1', '120', '']], { group: 'dan' });
    expect(reasons(intake).length).toBeGreaterThan(0);
    const long = taken(['Đơn vị', 'Câu hỏi', 'Phương án', 'Số lượng'], [['an', 'q1', '1', '120']], {
      group: 'dan',
    });
    expect(reasons(long)).toEqual(['2:Câu hỏi count-missing']);
  });

  test('of both kinds of group in one file need the columns as before', () => {
    const rows = [
      ['dan', 'an', 'q1', '1', '0'],
      ['cc', 'an', 'q1', '1', '0'],
    ];
    const intake = read(['Nhóm', ...columns], rows);
    expect(intake.findings.map(({ code }) => code)).toEqual(
      Array<string>(3).fill('returns/column-missing'),
    );
  });

  test('the same counts in another file are passed over, others are refused', () => {
    const before = [batch('a', taken(columns, lines, { group: 'dan' }))];
    const again = taken(columns, lines, { group: 'dan' }, before);
    expect([reasons(again), again.skipped, again.tallies]).toEqual([[], 2, []]);
    const other = taken(columns, [['an', 'q1', '1', '0']], { group: 'dan' }, before);
    expect(reasons(other)).toEqual(['2:Đơn vị already-counted']);
  });
});

test('are counted like any other, and have no custody', () => {
  const rows = taken(
    ['Đơn vị', 'q1'],
    [
      ['an', '1'],
      ['an', '0'],
    ],
    { group: 'dan' },
  );
  const counted = tally(plan, [batch('a', rows)]);
  if (!counted.ok) throw new Error('not counted');
  expect(counted.value.cells).toMatchObject([{ group: 'dan', counts: { 0: 1, 1: 1 } }]);
  expect(counted.value.custody).toEqual([]);
});

describe('on disk', () => {
  const work = mkdtempSync(join(tmpdir(), 'survey-borrowed-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const folder = (name: string): string => {
    mkdirSync(join(work, name));
    writeFileSync(join(work, name, 'plan.yaml'), planText);
    return join(work, name);
  };

  test('status says what was brought in, and complains of nothing', async () => {
    const here = folder('status');
    writeFileSync(join(here, 'sipas.csv'), 'Đơn vị,Câu hỏi,1,0\nan,q1,120,40\n');
    expect((await runLine('import --group dan sipas.csv', here)).code).toBe(0);
    const shown = await runLine('status', here);
    const said = shown.stdout.replaceAll(/\s+/g, ' ');
    expect(said).toContain(
      'Người dân: lấy từ SIPAS 2025: 160 phiếu hợp lệ, không tính vào bảng này; chưa có số liệu của 1 đơn vị (Xã Hòa Mỹ).',
    );
    expect(said).toContain('Doanh nghiệp – 01/THU: lấy từ DDCI 2025; chưa nhập số liệu.');
    expect(said).not.toMatch(/nhiều hơn|lượt đánh giá/);
    const { page, borrowed } = JSON.parse((await runLine('status --json', here)).stdout) as {
      page: { rows: { cells: Record<string, unknown> }[] };
      borrowed: { group: { id: string }; valid: number }[];
    };
    expect(page.rows.at(-1)?.cells).toMatchObject({ quota: 10, valid: 0, missing: 10 });
    expect(page.rows.map(({ cells }) => cells.name)).not.toContain('Người dân');
    expect(borrowed.map(({ group, valid }) => [group.id, valid])).toEqual([
      ['dan', 160],
      ['dn-01', 0],
      ['dn-02', 0],
    ]);
  });

  test('a rehearsal makes up their counts, so that it ranks', async () => {
    const here = folder('simulate');
    expect((await runLine('simulate --seed 3 --out thu', here)).code).toBe(0);
    const imported = await runLine('import --plan thu thu/incoming/*', here);
    expect([0, 4], imported.stdout + imported.stderr).toContain(imported.code);
    const status = await runLine('status --plan thu', here);
    expect(status.stdout).toMatch(/Người dân: lấy từ SIPAS 2025: \d\d phiếu hợp lệ/);
    expect((await runLine('score --plan thu', here)).code).toBe(0);
    const { units } = JSON.parse(readFileSync(join(here, 'thu', 'out', 'scores.json'), 'utf8')) as {
      units: { rank: number | null }[];
    };
    expect(units.map(({ rank }) => rank).sort()).toEqual([1, 2]);
    expect((await runLine('report --plan thu', here)).code).toBe(0);
    const forms = readFileSync(join(here, 'thu', 'out', 'report', 'forms.csv'), 'utf8');
    expect(forms).toContain('Công chức');
    expect(forms).not.toContain('Người dân');
  });
});
