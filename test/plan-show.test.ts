/** What `survey plan show` says of figures, mergers, draws, computed deadlines, bodies, dates and rates. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'survey-show-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(
  join(folder, 'plan.yaml'),
  `survey: thu-2026
title: Khảo sát thử
document: { issuer: UBND tỉnh Ví Dụ, date: 2026-08-10 }
fieldwork: { opens: 2026-08-24, closes: 2026-09-18, modes: [paper] }
figures:
  households: { name: Số hộ, counts: households }
  spread: { name: Độ lệch chuẩn, counts: amount }
units:
  - block: xa
    name: Các xã
    units:
      - { id: an, name: Xã An, was: [xã A, xã B (40%)], households: 2085, spread: 0.35 }
      - { id: binh, name: Phường Bình, was: [xã B (60%)], households: 1310, spread: 0.42 }
groups:
  - id: ho
    name: Hộ gia đình
    form: "01"
    in: xa
    quota: { split: { total: 300, by: neyman, of: households, spread: spread } }
forms:
  - { id: "01", code: 01/THU, title: Phiếu, questions: [{ id: yk, text: Ý kiến, open: yes }] }
sample: { seed: "20260810", seed_source: giải đặc biệt ngày 10/8/2026 }
tasks:
  - { id: ke-hoach, no: 1, name: Xây dựng kế hoạch, lead: Sở Nội vụ, from: 2026-08-10, days: 5 }
  - { id: in, no: 2, name: In phiếu, lead: Sở Nội vụ, support: [Xã An], days: 10, after: ke-hoach }
  - { id: thu, no: 3, name: Thu phiếu, lead: Bưu điện tỉnh, due: 2026-09-04, after: in }
bodies: [Sở Nội vụ, Bưu điện tỉnh]
calendar: { closed: [2026-08-31], open: [2026-08-22] }
stated_dates:
  - { name: "Phụ lục", date: 2026-09-18, of: closes }
  - { name: "Mục II", date: 2026-08, of: { task: in } }
costs: { items: [{ name: In phiếu, rate: 1500, per: printed }, { name: Công, rate: 200000, per: day, forms_per_day: 12 }], stated: 5650000 }
`,
);

const vietnamese = [
  'Xã An ← xã A; xã B 40%',
  'Phường Bình ← xã B 60%',
  'households: Số hộ; đếm hộ; 2 đơn vị',
  'spread: Độ lệch chuẩn; trị số; 2 đơn vị',
  'Hạt giống: 20260810 (giải đặc biệt ngày 10/8/2026)',
  '1. Xây dựng kế hoạch; Sở Nội vụ; 10/08/2026 – 14/08/2026, 5 ngày làm việc',
  // Saturday 22 August is worked, so ten days end on the 27th.
  '2. In phiếu; Sở Nội vụ; 17/08/2026 – 27/08/2026, 10 ngày làm việc',
  'Cơ quan được nêu: Sở Nội vụ; Bưu điện tỉnh',
  'Phụ lục: 18/09/2026 (hạn trả lời)',
  'Mục II: tháng 08/2026 (In phiếu)',
  'Nghỉ thêm: 31/08/2026',
  'Làm bù: 22/08/2026',
  'Công: 200.000 đồng/công (12 phiếu/công)',
  'Tổng in trong văn bản: 5.650.000 đồng',
];

test('in Vietnamese, one line each', async () => {
  const { stdout, stderr, code } = await runLine('plan show', folder);
  expect(code, stderr).toBe(0);
  const lines = stdout.split('\n').map((line) => line.trim());
  expect(vietnamese.filter((line) => !lines.includes(line))).toEqual([]);
});

test('what points may be given, and from where on returns are looked into', async () => {
  const own = join(folder, 'diem');
  mkdirSync(own);
  const text = readFileSync(join(folder, 'plan.yaml'), 'utf8');
  const more = `index:
  criteria:
    - { code: "1", name: Thẩm định, max: 5, appraised: yes, step: 0.25 }
    - { code: "2", name: Công khai, max: 5, appraised: yes }
  step: 0.5
  bonus: { max: 2 }
  penalty: { max: 3 }
  decimal: comma
checks:
  second_entry: { share: 15%, limit: 0.5% }
  back_check: { share: 10%, by: unit, limit: 10%, void_above: 30% }
`;
  writeFileSync(join(own, 'plan.yaml'), text + more);
  const { stdout, stderr, code } = await runLine('plan show', own);
  expect(code, stderr).toBe(0);
  const lines = stdout.split('\n').map((line) => line.trim());
  const expected = [
    '1  Thẩm định (5; thẩm định; mức chấm 0,25)',
    '2  Công khai (5; thẩm định; mức chấm 0,5)',
    'Điểm thưởng, điểm trừ: Cộng thêm nhiều nhất 2 điểm thưởng, trừ nhiều nhất 3 điểm; điểm tối đa không đổi. Chỉ số có thể trên 100%.',
    'Số lẻ trong bảng điểm viết: 4,75',
    'Nhập lại lần hai 15% số phiếu; được khác nhau 0,5% số ô',
    'Phúc tra 10% số phiếu mỗi đơn vị; khác quá 10% thì điều tra lại, quá 30% thì hủy',
  ];
  expect(expected.filter((line) => !lines.includes(line))).toEqual([]);
});

test('in English', async () => {
  const { stdout } = await runLine('plan show', folder, { lang: 'en' });
  for (const line of [
    '2. In phiếu; Sở Nội vụ; 17 Aug 2026 – 27 Aug 2026, 10 working days',
    'Mục II: Aug 2026 (In phiếu)',
    'Worked in exchange: 22 Aug 2026',
  ]) {
    expect(stdout).toContain(line);
  }
});
