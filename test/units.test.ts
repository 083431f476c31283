/** Units and places from tables, figures with and without decimals, units before a merger. */
import { describe, expect, it } from 'vitest';
import { type ParsedPlan, parsePlan } from '../src/plan/parse.ts';
import { exactText } from '../src/stats/exact.ts';
import type { Table } from '../src/table.ts';

const rest = `
groups:
  - { id: staff, name: Công chức, form: "01", in: xa, quota: { each: 5 } }
forms:
  - { id: "01", code: 01/THU, title: Phiếu, questions: [{ id: yk, text: Ý kiến, open: yes }] }
`;
const head = 'survey: thu-2026\ntitle: Khảo sát thử\n';

function table(file: string, ...rows: readonly string[]): Table {
  const [columns = [], ...cells] = rows.map((row) => row.split('|'));
  const body = cells.map((row, position) => ({ row: position + 2, cells: row, faults: [] }));
  return { file, sheet: null, columns, rows: body };
}

function parse(text: string, ...tables: readonly Table[]) {
  const frame = new Map(tables.map((one) => [one.file, one]));
  return parsePlan(head + text + rest, 'plan.yaml', frame);
}

function plan(text: string, ...tables: readonly Table[]): ParsedPlan['plan'] {
  const parsed = parse(text, ...tables);
  if (!parsed.ok) throw new Error(parsed.findings.map(({ code }) => code).join());
  return parsed.value.plan;
}

const codes = (text: string, ...tables: readonly Table[]): readonly string[] =>
  parse(text, ...tables).findings.map(({ code }) => code);

const unitsFile = 'units: { from: frame/units.csv }\n';

describe('a table of units', () => {
  const figures = `figures:
  households: { name: Số hộ, counts: households }
  spread: { name: Độ lệch chuẩn, counts: amount }
`;
  const units = (...rows: readonly string[]): Table =>
    table(
      'frame/units.csv',
      'Mã khối|Tên khối|Mã|Tên|Loại|Xếp hạng|Đơn vị cũ|Số hộ|Độ lệch chuẩn|Ghi chú',
      ...rows,
    );

  it('is read by Vietnamese headings, figures by the names that the plan gives them', () => {
    const [an, binh] = plan(
      figures + unitsFile,
      units(
        'xa|Các xã|an|Xã An|xa|không|Xã Cũ; xã Chia (40%)|2085|0.35|x',
        'xa|Các xã|binh|Phường Bình|phuong|có|xã Chia (60%)|unknown||',
      ),
    ).units;
    expect(an).toMatchObject({ type: 'xa', ranked: false });
    expect({ ...an?.attributes }).toEqual({ households: 2085, spread: 0.35 });
    expect(an?.was.map(({ unit, share }) => [unit, exactText(share)])).toEqual([
      ['Xã Cũ', '100'],
      ['xã Chia', '40'],
    ]);
    expect(binh).toMatchObject({ type: 'phuong', ranked: true });
    expect({ ...binh?.attributes }).toEqual({ households: null });
  });

  it('keeps a count whole and asks about its marks', () => {
    expect(
      codes(
        figures + unitsFile,
        units('xa|Các xã|an|Xã An|xa||||0,35|', 'xa|Các xã|b|Xã Bé|xa|||2.085|1|'),
      ),
    ).toEqual(['plan/not-a-decimal', 'plan/not-a-count']);
  });

  it('refuses a share above 100%, and one that is no percentage', () => {
    const was = (cell: string): readonly string[] =>
      codes(unitsFile, table('frame/units.csv', 'block|id|name|was', `xa|an|Xã An|${cell}`));
    expect(was('xã B (140%)')).toEqual(['plan/out-of-range']);
    expect(was('xã B (4o%)')).toEqual(['plan/not-a-decimal']);
    expect(was('xã B (một phần)')).toEqual([]);
  });
});

describe('a table of places', () => {
  const text = `units:
  - { block: xa, name: Các xã, units: [{ id: an, name: Xã An }] }
places: { levels: [xa, thon], from: frame/places.csv }
`;
  it('is read by Vietnamese headings, with class, standing and certainty', () => {
    const { places } = plan(
      text,
      table(
        'frame/places.csv',
        'Mã địa bàn|Tên địa bàn|Cấp|Trực thuộc|Đơn vị|Loại địa bàn|Được chọn|Luôn chọn|households',
        'an|An|xa||an|mien-nui||có|',
        'an-1|Thôn 1|thon|an||dac-biet|good|không|310',
        'an-2|Thôn 2|thon|an||||không|120',
      ),
    );
    // A place without a type of its own is of its parent's, as it rates its parent's unit.
    expect(places.at(-1)).toMatchObject({ id: 'an-2', type: 'mien-nui', unit: 'an' });
    expect(places.slice(0, 2)).toMatchObject([
      { id: 'an', type: 'mien-nui', chosen: null, certain: true, unit: 'an' },
      {
        id: 'an-1',
        type: 'dac-biet',
        chosen: 'good',
        certain: false,
        attributes: { households: 310 },
      },
    ]);
  });
});

describe('figures', () => {
  const units = (first: string, second: string): string =>
    `units:\n  - block: xa\n    name: Các xã\n    units:\n      - { id: an, name: Xã An, ${first} }\n      - { id: binh, name: Phường Bình, ${second} }\n`;

  it('only an amount has decimals', () => {
    const spread = 'figures: { spread: { counts: amount } }\n';
    expect(plan(spread + units('spread: 0.35', 'spread: 12')).units[0]?.attributes.spread).toBe(
      0.35,
    );
    expect(codes(units('spread: 0.35', 'spread: 12'))).toEqual(['plan/not-a-count']);
    expect(codes(spread + units('spread: 0,35', 'spread: -1'))).toContain('plan/not-a-count');
    expect(codes(spread + units('spread: 0.3500001', 'spread: 1'))).toContain('plan/not-a-decimal');
  });

  it('of the survey as a whole are read like the others', () => {
    const value = (text: string): readonly string[] =>
      codes(`figures: { departments: ${text} }\n${units('staff: 1', 'staff: 2')}`);
    expect(value('{ value: 19 }')).toEqual(['plan/unused']);
    expect(value('{ value: 1.9 }')).toEqual(['plan/not-a-count']);
    expect(value('{ counts: amount, value: 1.9 }')).toEqual(['plan/unused']);
  });

  it('two that are declared, or that one unit has both of, are two', () => {
    expect(codes(units('division: 1', 'divisions: 2'))).toEqual(['plan/near-figure']);
    expect(codes(units('division: 1, divisions: 3', 'divisions: 2'))).toEqual([]);
    expect(codes(units('staff-2023: 1', 'staff-2024: 2'))).toEqual([]);
  });
});

describe('units before a merger', () => {
  const merged = (first: string, second: string): string =>
    `units:\n  - block: xa\n    name: Các xã\n    units:\n      - { id: an, name: Xã An, was: [${first}] }\n      - { id: binh, name: Phường Bình, was: [${second}] }\n`;

  it('two-tier: several communes into one, one divided among two', () => {
    const text = merged('Xã An, Xã Phú, Thị trấn Chia (40%)', 'Phường Bình, TT. Chia (60%)');
    expect(codes(text)).toEqual([]);
  });

  it('three-tier: districts over communes over villages', () => {
    const text = `units:
  - { block: huyen, name: Cấp huyện, type: district, units: [{ id: dong, name: Huyện Đông }] }
  - { block: xa, name: Cấp xã, type: commune, units: [{ id: an, name: Xã An }, { id: binh, name: Thị trấn Bình }] }
places:
  levels: [district, commune, village]
  list:
    - id: d
      name: Huyện Đông
      unit: dong
      places: [{ id: d-an, name: Xã An, unit: an, places: [{ id: d-an-1, name: Thôn 1, households: 310 }] }]
`;
    expect(codes(text)).toEqual([]);
    expect(plan(text).places.map(({ unit }) => unit)).toEqual(['dong', 'an', 'an']);
  });

  it('a bare name is the one of its kind, and two kinds are two', () => {
    expect(codes(merged('Chia (50%)', 'xã Chia (60%)'))).toEqual(['plan/former-over']);
    expect(codes(merged('xã Chia', 'thị trấn Chia'))).toEqual([]);
    expect(codes(merged('xã Chia, thị trấn Chia (40%)', 'thị trấn Chia (60%)'))).toEqual([]);
  });

  it('thirds make the whole only when they are written so', () => {
    expect(codes(merged('xã Chia (33.3%)', 'xã Chia (66.7%)'))).toEqual([]);
    expect(codes(merged('xã Chia (33%)', 'xã Chia (66%)'))).toEqual(['plan/former-under']);
  });

  it('a new unit that took the name of an old one says what it was', () => {
    expect(codes(merged('Xã An, Phường Bình (30%)', 'Phường Bình (70%)'))).toEqual([]);
  });
});
