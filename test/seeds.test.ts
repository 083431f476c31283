/**
 * The five plans under plans/ hold the figures of five real documents. Facts first; then each plan's arithmetic:
 * one figure changed must give a finding that names the row. `files/soc-trang-annex.csv` is the annex of the
 * Sóc Trăng plan (unit, sheets, send date), transcribed apart from plan.yaml.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Code } from '../src/findings/catalogue.ts';
import { hasErrors } from '../src/findings/catalogue.ts';
import type { Criterion } from '../src/plan/plan.ts';
import { exactText, zero } from '../src/stats/exact.ts';
import {
  type Edits,
  findingsOf,
  messages,
  plansFolder,
  readSeed,
  said,
  totals,
} from './read-seed.ts';

/** What each plan has to say when it is read; every line is explained in the plan or its README. */
const seeds: readonly (readonly [name: string, codes: readonly Code[]])[] = [
  ['chairman-2024', ['quota/count-not-taken']],
  ['quang-tri-sipas-2024', ['plan/sunday', 'plan/sunday']],
  ['soc-trang-2023', ['plan/task-number-repeats', 'plan/task-number-jumps']],
  ['thanh-mien-2023', []],
  ['vinh-linh-2024', ['plan/stated-date', 'plan/body-written-twice', 'quota/roster-missing']],
];

describe.each(seeds)('%s', (name, codes) => {
  test('says nothing that is not explained, and its index has 100 points', async () => {
    const { plan, findings } = await readSeed(name);
    expect(hasErrors(findings)).toBe(false);
    expect(findings.map((found) => found.code)).toEqual(codes);
    const fields = plan.index?.criteria ?? [];
    expect(exactText(fields.reduce((sum, field) => sum.add(field.max), zero))).toBe('100');
  });
});

/** Points by source: appraised + survey. */
function split(criteria: readonly Criterion[]): { appraised: string; survey: string } {
  const leaves = (list: readonly Criterion[]): readonly Criterion[] =>
    list.flatMap((one) => (one.children.length > 0 ? leaves(one.children) : [one]));
  const sum = (kind: 'appraised' | 'survey'): string =>
    exactText(
      leaves(criteria)
        .filter((leaf) => leaf.source?.kind === kind)
        .reduce((total, leaf) => total.add(leaf.max), zero),
    );
  return { appraised: sum('appraised'), survey: sum('survey') };
}

test.each([
  ['soc-trang-2023', { appraised: '70', survey: '30' }],
  ['thanh-mien-2023', { appraised: '70', survey: '30' }],
  ['vinh-linh-2024', { appraised: '65', survey: '35' }],
  ['quang-tri-sipas-2024', { appraised: '0', survey: '100' }],
  ['chairman-2024', { appraised: '0', survey: '100' }],
])('%s: points by source', async (name, expected) => {
  const { plan } = await readSeed(name);
  expect(split(plan.index?.criteria ?? [])).toEqual(expected);
});

describe('Sóc Trăng 2023', () => {
  const name = 'soc-trang-2023';
  const annex = readFileSync(join(import.meta.dirname, 'files/soc-trang-annex.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /^([^,]+),(?:"([^"]+)"|([^",]+)),(\d+),(\S+)$/.exec(line) ?? [])
    .map(([, group, quoted, plain, sheets, send]) => ({
      group: group ?? '',
      name: quoted ?? plain ?? '',
      size: Number(sheets),
      send: send ?? '',
    }));

  test('every row of the annex: unit, sheets, send date, in its order', async () => {
    const { quotas } = await readSeed(name);
    const rows = quotas.rows.map(({ group, name, size, send }) => ({ group, name, size, send }));
    expect(rows).toEqual(annex);
    expect(rows).toHaveLength(52);
    expect(quotas.total).toBe(2085);
  });

  test('40 units in 4 blocks, 6 groups, one person one form', async () => {
    const read = await readSeed(name);
    const { plan } = read;
    expect(plan.blocks.map((block) => [block.id, block.units.length])).toEqual([
      ['so-nganh', 19],
      ['don-vi-su-nghiep', 4],
      ['co-quan-tw', 6],
      ['cap-huyen', 11],
    ]);
    expect(totals(read)).toEqual({
      'provincial-delegates': 51,
      'district-delegates': 307,
      'service-staff': 149,
      'department-staff': 563,
      'central-staff': 225,
      'district-staff': 790,
    });
    expect(plan.groups.map((group) => group.priority)).toEqual([1, 2, 3, 3, 3, 3]);
    const about = plan.groups[0]?.about;
    expect(about?.kind === 'units' ? about.units.length : 0).toBe(40);
    expect(plan.tasks.map((task) => task.product)).toEqual(plan.tasks.map(() => null));
    const due = plan.tasks.slice(0, 7).map((task) => task.due?.slice(5));
    expect(due.join(' ')).toBe('09-30 09-30 09-30 09-30 10-06 10-31 10-31');
  });

  test('3,5 points leave the maximum of service units and central agencies, 9,5 that of project boards', async () => {
    const { plan } = await readSeed(name);
    const fields = plan.index?.criteria ?? [];
    const notFor = (code: string): number =>
      fields.flatMap((field) => field.children).find((one) => one.code === code)?.notFor.length ??
      0;
    expect([notFor('2.1'), notFor('3.2'), notFor('3.1')]).toEqual([10, 2, 0]);
  });

  const swapped = (size: number): number => Number([...String(size)].reverse().join(''));
  const swappable = annex.filter((row) => row.size > 9 && swapped(row.size) !== row.size);

  test('two digits swapped in any row: the row is named, and its group in the grand total', async () => {
    const { plan } = await readSeed(name);
    expect(swappable.length).toBeGreaterThan(40);
    for (const row of swappable.filter((one) => one.group !== 'provincial-delegates')) {
      const unit = plan.units.find((one) => one.name === row.name)?.id ?? '';
      const figure = `${unit}: ${row.size}`;
      const edit: Edits = [[figure, `${unit}: ${swapped(row.size)}`]];
      const lines = await said(name, 'quota/total-does-not-foot', edit);
      const group = plan.groups.find((one) => one.id === row.group)?.name ?? '';
      expect(lines).toHaveLength(2);
      expect(lines[0]).toContain(`${row.name} ${swapped(row.size)} (${row.size}?)`);
      expect(lines[1]).toContain(group);
    }
  });

  test('any other change: the group is named with its rows', async () => {
    const lines = await said(name, 'quota/total-does-not-foot', [['so-y-te: 18', 'so-y-te: 19']]);
    expect(lines[0]).toMatch(/Sở ngành: .*563 .*564 .*Sở Y tế 19/);
    expect(lines[1]).toMatch(/2\.085 .*2\.086 .*Sở ngành 564 \(563\)/);
  });

  test.each([
    ['stated: 563', 'stated: 536', /Sở ngành: .*536/],
    ['stated: 2085', 'stated: 2058', /2\.058.*2\.085/],
    ['quota: { total: 51 }', 'quota: { total: 15 }', /Đại biểu Hội đồng nhân dân tỉnh/],
  ])('%s → %s', async (from, to, expected) => {
    const lines = await said(name, 'quota/total-does-not-foot', [[from, to]]);
    expect(lines.join('\n')).toMatch(expected);
  });

  test('2.085 with its thousands mark is a question, not two and a bit', async () => {
    const { findings } = await findingsOf(name, [['stated: 2085', 'stated: 2.085']]);
    expect(findings.filter((found) => found.code === 'plan/not-a-count')).toHaveLength(1);
  });
});

describe('Thanh Miện 2023', () => {
  const name = 'thanh-mien-2023';

  test('896 = 46 (33 + 1 + 12, each rating 17 communes) + 850 (17 × 50)', async () => {
    const read = await readSeed(name);
    expect(totals(read)).toEqual({
      'district-delegates': 33,
      'front-leader': 1,
      'division-heads': 12,
      citizens: 850,
    });
    expect(read.quotas.total).toBe(896);
    expect(read.quotas.groups[3]?.rows.map((row) => row.size)).toEqual(Array(17).fill(50));
    const about = read.plan.groups.map(({ about }) =>
      about.kind === 'units' ? about.units.length : 0,
    );
    expect(about).toEqual([17, 17, 17, 0]);
  });

  test('self-score, appraisal, council, publication', async () => {
    const { plan } = await readSeed(name);
    const due = (id: string) => plan.tasks.find((task) => task.id === id)?.due;
    expect(['tu-cham', 'tham-dinh', 'hop-hoi-dong', 'cong-bo'].map(due)).toEqual([
      '2024-01-10',
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
    ]);
  });

  test.each([
    ['quota: { total: 33 }', 'quota: { total: 32 }', 'Đại biểu Hội đồng nhân dân huyện'],
    ['quota: { total: 1 }', 'quota: { total: 2 }', 'Lãnh đạo Ủy ban Mặt trận Tổ quốc huyện'],
    ['quota: { each: 50 }', 'quota: { each: 55 }', 'Người dân, tổ chức'],
  ])('%s → %s names the group', async (from, to, group) => {
    const lines = await said(name, 'quota/total-does-not-foot', [[from, to]]);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toContain(group);
  });
});

describe('Quảng Trị SIPAS 2024', () => {
  const name = 'quang-tri-sipas-2024';

  test('3 districts → 9 communes → 18 villages × 27 households = 486', async () => {
    const { plan, quotas } = await readSeed(name);
    const at = (level: number) => plan.places.filter((place) => place.level === level).length;
    expect([at(0), at(1), at(2)]).toEqual([3, 9, 18]);
    expect(quotas.rows).toHaveLength(18);
    expect(quotas.rows.map((row) => row.size)).toEqual(Array(18).fill(27));
    expect(quotas.total).toBe(486);
    expect(quotas.rows[0]?.name).toBe('Khu phố 1, Phường 2, Thành phố Đông Hà');
    expect(plan.fieldwork.windows.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2024-11-21 2024-11-22',
      '2024-11-23 2024-11-24',
    ]);
    const windows = new Set(plan.fieldwork.windows.map(({ from, to }) => `${from} ${to}`));
    expect(plan.tasks.filter(({ from, due }) => windows.has(`${from} ${due}`))).toEqual([]);
    const delivery = plan.tasks.find((task) => task.id === 'nop-phieu');
    expect([delivery?.from, delivery?.due]).toEqual(['2024-11-27', '2024-11-28']);
  });

  test('a village left out: its commune is named', async () => {
    const village = '            - { id: gio-an-binh-son, name: Thôn Bình Sơn }\n';
    const lines = await said(name, 'quota/stage-does-not-foot', [[village, '']]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('Xã Gio An');
  });

  test('72 households for 27', async () => {
    const lines = await said(name, 'quota/total-does-not-foot', [['take: 27', 'take: 72']]);
    expect(lines[0]).toMatch(/Đại diện hộ gia đình: .*486 .*1\.296/);
  });
});

describe('Chairman survey 2024', () => {
  const name = 'chairman-2024';
  const counted = (visitors: number): Readonly<Record<string, string>> => ({
    'frame/units.csv': readFileSync(join(plansFolder, name, 'frame/units.csv'), 'utf8').replace(
      'unknown',
      String(visitors),
    ),
  });

  test('25 communes by QR, 12–14 June, no serial needed, no size until visitors are counted', async () => {
    const { plan, quotas } = await readSeed(name);
    expect(plan.units).toHaveLength(25);
    expect(quotas.rows).toHaveLength(25);
    expect(quotas.rows[0]).toMatchObject({ size: null, least: null, most: null });
    expect(plan.groups[0]).toMatchObject({ mode: 'qr', serial: 'optional' });
    expect(plan.fieldwork).toMatchObject({ opens: '2024-06-12', closes: '2024-06-14' });
    expect(plan.fieldwork.windows[0]?.daily).toEqual({ from: '16:30', to: '17:00' });
    expect(plan.tasks.find((task) => task.id === 'lich-phan-cong')?.due).toBe('2024-06-10');
  });

  test('crowded from 40 visitors: at least 20, never more than the visitors', async () => {
    for (const [visitors, most] of [
      [40, 40],
      [100, 100],
    ] as const) {
      const { quotas } = await readSeed(name, [], counted(visitors));
      expect(quotas.rows[0]).toMatchObject({ least: 20, most, population: visitors });
    }
  });

  test('the other reading of the sentence: within ten forms', async () => {
    const edits: Edits = [
      ['        within: 50%', '        within_forms: 10'],
      ['        crowded_from: 40\n', ''],
      ['        one_per_visitor: yes', '        one_per_visitor: no'],
    ];
    const { quotas } = await readSeed(name, edits, counted(60));
    expect(quotas.rows[0]).toMatchObject({ least: 50, most: 70 });
  });
});

describe('Vĩnh Linh 2024', () => {
  const name = 'vinh-linh-2024';

  test('the roster is not there: validate says so, and no quota is invented', async () => {
    const { plan, quotas, findings } = await readSeed(name);
    const missing = findings.filter((found) => found.code === 'quota/roster-missing');
    expect(messages(missing).join('\n')).toMatch(/frame\/delegates\.csv.*10\/10\/2024/);
    expect(quotas.total).toBeNull();
    expect(plan.fieldwork.closes).toBe('2024-11-19');
    expect(plan.tasks.find((task) => task.id === 'phuc-tra')?.due).toBe('2024-12-31');
  });

  test('the quota follows when the roster comes', async () => {
    const people = Array.from({ length: 18 }, (_, at) => {
      const unit = `Xã, thị trấn số ${String(at + 1).padStart(2, '0')}`;
      return `"${unit}",Đại biểu một\n"${unit}",Đại biểu hai\n`;
    });
    const roster = `Đơn vị,Họ tên\n${people.join('')}xa-03,Đại biểu ba\n`;
    const { quotas, findings } = await readSeed(name, [], { 'frame/delegates.csv': roster });
    expect(quotas.rows.map((row) => row.size)).toEqual([2, 2, 3, ...Array(15).fill(2)]);
    expect(quotas.total).toBe(37);
    expect(findings.map((found) => found.code)).not.toContain('quota/roster-missing');
  });
});
