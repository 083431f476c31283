/** Weighted results that lie on a border, or on each other: whole surveys, from the replies to ranks, classes and what is told of them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const made = mkdtempSync(join(tmpdir(), 'survey-weights-'));
afterAll(() => rmSync(made, { recursive: true }));

const head = `
survey: can-bang
title: Trọng số
units: [{ block: a, name: Khối A, units: [{ id: u1, name: Xã Một }, { id: u2, name: Xã Hai }] }]
`;
const scale = `
  muc: [{ code: A, label: Tốt, points: 100, positive: yes }, { code: B, label: Khá, points: 60, positive: yes }, { code: C, label: Trung bình, points: 20 }, { code: D, label: Kém, points: 0 }]`;
const index = (group: string) => `
index:
  criteria: [{ code: "1", name: Hài lòng, max: 100, survey: { questions: [q1], by: { ${group}: 1 } } }]`;

const byDraw = `${head}
places: { levels: [commune, village], from: frame/thon.csv }
figures: { households: { name: Số hộ, counts: households } }
sample: { seed: "48291", seed_source: Xổ số }
scales: ${scale}
forms: [{ id: "01", code: 01/M, title: Phiếu, questions: [{ id: q1, text: Câu một?, scale: muc }] }]
groups:
  - id: ho
    name: Hộ gia đình
    form: "01"
    serial: optional
    in: places
    quota: { stages: { take: 10, by: [{ level: commune, take: 2 }, { level: village, take: 2, how: random }] } }
${index('ho')}
  weights: { ho: { design: yes } }
  classes: [{ name: Khá, from: 75 }, { name: Kém, from: 0 }]
`;

const bySex = `${head}
scales: ${scale}
  gioi: [{ code: 1, label: Nam }, { code: 2, label: Nữ }]
forms: [{ id: "01", code: 01/M, title: Phiếu, questions: [{ id: gioi, text: Giới tính, scale: gioi, per: sheet, scored: no }, { id: q1, text: Câu một?, scale: muc }] }]
groups: [{ id: nd, name: Người dân, form: "01", serial: optional, in: a, quota: { each: 20 } }]
${index('nd')}
  weights: { nd: { margins: [{ question: gioi, totals: { 1: 500, 2: 500 } }] } }
  classes: [{ name: Tốt, from: 80 }, { name: Khá, from: 0 }]
`;
const cutOff = '  rounding: { mode: truncate }\n';

/** Villages of 100 and 300 households in the one commune, of `other` each in the other; 10 replies from each of them. */
const frame = (other: number) => `id,name,level,parent,unit,households
a,Xã Một,commune,,u1,
a1,Thôn 1,village,a,,100
a2,Thôn 2,village,a,,300
b,Xã Hai,commune,,u2,
b1,Thôn Đông,village,b,,${other}
b2,Thôn Tây,village,b,,${other}
`;

const rows = (count: number, cells: string) => Array.from({ length: count }, () => cells);
const file = (headings: string, cells: readonly string[]) =>
  [headings, ...cells.map((one, at) => `${one},r${at}`)].join('\n');
// (100 × 0 + 300 × 100) ÷ 400 = 75; (60 × 50 + 60 × 100) ÷ 120 = 75.
const drawn = file('Đơn vị,Địa bàn,q1,Mã trả lời', [
  ...rows(10, 'Xã Một,a1,D'),
  ...rows(10, 'Xã Một,a2,A'),
  ...rows(5, 'Xã Hai,b1,A'),
  ...rows(5, 'Xã Hai,b1,D'),
  ...rows(10, 'Xã Hai,b2,A'),
]);
// 10 men of a population half and half weigh 2, 30 women 2/3: (5 × 2 + 9 × 2/3) × 100 ÷ 20 = 80.
const answered = file('Đơn vị,gioi,q1,Mã trả lời', [
  ...rows(5, 'Xã Một,1,A'),
  ...rows(9, 'Xã Một,2,A'),
  ...rows(6, 'Xã Một,2,D'),
  ...rows(5, 'Xã Hai,1,B'),
  ...rows(15, 'Xã Hai,2,C'),
]);

async function surveyed(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(made, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(await runLine('import in/r.csv', folder)).toMatchObject({ code: 0 });
  return folder;
}

interface Said {
  readonly units: readonly {
    readonly rank: number;
    readonly class: string;
    readonly percent: { readonly exact: string; readonly rounded: string };
  }[];
}

async function results(folder: string): Promise<readonly (readonly unknown[])[]> {
  const ran = await runLine('score --json', folder);
  const { units } = JSON.parse(ran.stdout) as Said;
  return units.map(({ percent, rank, class: of }) => [percent.exact, percent.rounded, rank, of]);
}

describe('by design', () => {
  const equal = [
    ['75', '75.00', 1, 'Khá'],
    ['75', '75.00', 1, 'Khá'],
  ];

  test.each([
    ['m12', 60, cutOff],
    ['m12b', 50, cutOff],
    ['m12h', 60, ''],
    ['m12h-7', 7, ''],
  ])('%s: what is equal ties, whatever the other commune weighs', async (name, other, rounding) => {
    const files = {
      'plan.yaml': byDraw + rounding,
      'frame/thon.csv': frame(other),
      'in/r.csv': drawn,
    };
    expect(await results(await surveyed(name, files))).toEqual(equal);
  });
});

describe('by one margin', () => {
  test.each([
    ['m13', cutOff],
    ['m13h', ''],
  ])('%s: exactly 80 is 80, and its class', async (name, rounding) => {
    const folder = await surveyed(name, { 'plan.yaml': bySex + rounding, 'in/r.csv': answered });
    expect(await results(folder)).toEqual([
      ['80', '80.00', 1, 'Tốt'],
      ['40', '40.00', 2, 'Khá'],
    ]);
    const { stdout } = await runLine('explain-score u1 1', folder);
    expect(stdout).toContain('(16 × 100 + 4 × 0) ÷ 20 = 80');
  });
});
