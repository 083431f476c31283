/** The survey that every file of the corpus is imported into, and the clean tables that the files are made of. */
import { packets, sheetRegister } from '../../../src/packets.ts';
import { openPlan } from '../../../src/plan/parse.ts';
import { quotas } from '../../../src/quotas.ts';

export const planText = `survey: thu-2024
serial: T24
title: Khảo sát thử
fieldwork: { opens: 2024-09-04, closes: 2024-09-30, modes: [paper] }

units:
  - block: xa
    name: Cấp xã
    type: commune
    units:
      - { id: an, name: Xã An Bình }
      - { id: hoa, name: Xã Hòa Bình }
      - { id: dong, name: Xã Đông Sơn }

groups:
  - { id: staff, name: Công chức, form: "01", in: xa, quota: { each: 12 } }
  - { id: delegates, name: Đại biểu, form: "02", about: { blocks: [xa] }, quota: { total: 5 } }

scales:
  hai-long:
    - { code: 5, label: Rất hài lòng, points: 100, positive: yes }
    - { code: 4, label: Hài lòng, points: 75, positive: yes }
    - { code: 3, label: Bình thường, points: 50 }
    - { code: 2, label: Không hài lòng, points: 25 }
    - { code: 1, label: Rất không hài lòng, points: 0 }
  co-khong:
    - { code: C, label: Có, points: 0 }
    - { code: K, label: Không, points: 100, positive: yes }

questions:
  q1: { text: Chất lượng phục vụ, scale: hai-long, scored: no }
  q2: { text: Thời gian giải quyết, scale: hai-long, scored: no }
  q3: { text: Có bị gây phiền hà không, scale: co-khong, scored: no }
  gio: { text: Số giờ chờ, number: { from: 0, to: 9999, decimals: 1 } }
  gy: { text: Ý kiến khác, open: yes }

forms:
  - { id: "01", code: Mẫu 01, title: Phiếu công chức, questions: [q1, q2, gio, gy] }
  - { id: "02", code: Mẫu 02, title: Phiếu đại biểu, questions: [q1, q3] }

index:
  criteria:
    - code: "1"
      name: Chỉ đạo, điều hành
      criteria:
        - { code: "1.1", name: Ban hành kế hoạch, max: 5, appraised: yes }
        - { code: "1.2", name: Thực hiện kế hoạch, max: 3, appraised: yes }
`;

/** The headings, then the rows. */
export type Grid = readonly (readonly string[])[];

function serialsOf(group: string): readonly string[] {
  const parsed = openPlan(planText, 'plan.yaml').parse(new Map());
  if (!parsed.ok) throw new Error('the plan of the corpus has mistakes');
  const { plan, where } = parsed.value;
  const printed = packets(plan, quotas(plan, where).quotas, where);
  if (!printed.ok) throw new Error('the plan of the corpus cannot be printed');
  return [...sheetRegister(printed.value).values()]
    .filter((sheet) => sheet.group === group)
    .map(({ serial }) => serial);
}

/** Twelve sheets each of An Bình, Hòa Bình and Đông Sơn. */
export const staff = serialsOf('staff');
export const delegates = serialsOf('delegates');

/** The n-th sheet, from 0, of the staff or the delegates. */
export function sheet(at: number, of: readonly string[] = staff): string {
  return of[at] ?? '';
}

/** One row per sheet. */
export const answers: Grid = [
  ['Số phiếu', 'Đơn vị', 'Chất lượng phục vụ', 'Thời gian giải quyết', 'Số giờ chờ', 'Ý kiến khác'],
  [sheet(0), 'Xã An Bình', '5', '4', '2', 'Thủ tục còn chậm, nhất là hộ tịch'],
  [sheet(1), 'Xã An Bình', '3', '2', '0,5', ''],
  [sheet(12), 'Xã Hòa Bình', '4', '4', '12', 'Cán bộ nhiệt tình'],
  [sheet(13), 'Xã Hòa Bình', '1', '', '', 'Đề nghị niêm yết rõ phí, lệ phí'],
  [sheet(24), 'Xã Đông Sơn', '5', '5', '1', ''],
  [sheet(25), 'Xã Đông Sơn', '2', '3', '24', 'Ghế ngồi chờ ít'],
];

/** Every sheet of the staff; the last column is blank from the eleventh row on. */
export const many: Grid = [
  answers[0] ?? [],
  ...staff.map((serial, at) => {
    const unit = ['Xã An Bình', 'Xã Hòa Bình', 'Xã Đông Sơn'][Math.floor(at / 12)] ?? '';
    return [serial, unit, `${(at % 5) + 1}`, '4', '1', at < 10 ? `Ý kiến ${at}` : ''];
  }),
];

/** One row per sheet and unit. */
export const grid: Grid = [
  ['Số phiếu', 'Đơn vị', 'Chất lượng phục vụ', 'Có bị gây phiền hà không'],
  ...[0, 1].flatMap((at) => [
    [sheet(at, delegates), 'Xã An Bình', '5', 'K'],
    [sheet(at, delegates), 'Xã Hòa Bình', '4', 'C'],
    [sheet(at, delegates), 'Xã Đông Sơn', '3', 'K'],
  ]),
];

/** Counted on paper. */
export const counts: Grid = [
  [
    'Đơn vị',
    'Nhóm',
    'Mã câu hỏi',
    '5',
    '4',
    '3',
    '2',
    '1',
    'Bỏ trống',
    'Thu về',
    'Hợp lệ',
    'Không hợp lệ',
  ],
  ['Xã An Bình', 'Công chức', 'q1', '2', '1', '0', '0', '0', '1', '4', '4', '0'],
  ['Xã An Bình', 'Công chức', 'q2', '1', '1', '1', '0', '0', '1', '', '', ''],
  ['Xã Hòa Bình', 'Công chức', 'q1', '0', '3', '1', '0', '0', '0', '4', '4', '0'],
  ['Xã Hòa Bình', 'Công chức', 'q2', '0', '2', '2', '0', '0', '0', '', '', ''],
];

export const points: Grid = [
  ['Đơn vị', 'Tiêu chí', 'Tự đánh giá', 'Thẩm định'],
  ['Xã An Bình', '1.1', '5', '4,5'],
  ['Xã An Bình', '1.2', '3', '3'],
  ['Xã Hòa Bình', '1.1', '4', '3,75'],
  ['Xã Hòa Bình', '1.2', '2,5', '2'],
  ['Xã Đông Sơn', '1.1', '5', '5'],
  ['Xã Đông Sơn', '1.2', '3', '2,25'],
];

/** A copy with some cells otherwise: `'3:1'` is row 3 as Excel counts (the headings are row 1), column 1. */
export function withCells(table: Grid, changes: Readonly<Record<string, string>>): Grid {
  return table.map((cells, at) =>
    cells.map((cell, column) => changes[`${at + 1}:${column + 1}`] ?? cell),
  );
}

/** Every cell through `change`; the headings are row 1. */
export function mapped(
  table: Grid,
  change: (cell: string, row: number, column: number) => string,
): Grid {
  return table.map((cells, at) => cells.map((cell, column) => change(cell, at + 1, column + 1)));
}
