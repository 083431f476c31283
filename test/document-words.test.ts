/** The rules of a plan as an official paper words them, and the annexes of a plan with places, costs and borrowed answers. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readQuotas } from '../src/commands/read-quotas.ts';
import { quotaWords } from '../src/document/rule-words.ts';
import { counted, inside, period, sentence, timed } from '../src/document/words.ts';
import { officialDocument } from '../src/document.ts';
import { nodeIo } from '../src/io.ts';
import { dated } from '../src/page/dates.ts';
import type { OfficialDocument } from '../src/page/document.ts';
import type { Group, Place, Plan, QuotaRule } from '../src/plan/plan.ts';
import { exact } from '../src/stats/exact.ts';
import { group, units } from './packet-plan.ts';
import { emptyPlan, namedStage, plainGroup, plainPlace, stagesRule } from './plan-literals.ts';

describe('figures and dates as papers write them', () => {
  test.each([
    [0, '00'],
    [6, '06'],
    [45, '45'],
    [2085, '2.085'],
  ])('%i → %s', (value, text) => expect(counted(value)).toBe(text));

  test.each([
    ['2023-10-06', '06/10/2023'],
    ['2023-09-21', '21/9/2023'],
    ['2024-02-05', '05/02/2024'],
  ])('%s → %s', (iso, text) => expect(dated(iso)).toBe(text));

  test('periods, times, the end of a sentence', () => {
    expect(period('2024-06-12', '2024-06-12')).toBe('ngày 12/6/2024');
    expect(period('2024-06-12', '2024-06-14')).toBe('từ ngày 12/6/2024 đến ngày 14/6/2024');
    expect([timed('16:30'), timed('07:00')]).toEqual(['16 giờ 30', '7 giờ']);
    expect(sentence('Hết lượt… ')).toBe('Hết lượt….');
    expect(sentence('Lưu: VT.;')).toBe('Lưu: VT.');
  });

  test.each([
    ['Khảo sát sự hài lòng', 'khảo sát sự hài lòng'],
    ['Sóc Trăng năm 2023', 'Sóc Trăng năm 2023'],
    ['Sở Nội vụ', 'Sở Nội vụ'],
    ['Chỉ số CCHC', 'chỉ số CCHC'],
    ['Phiếu SIPAS', 'phiếu SIPAS'],
    ['SIPAS năm 2024', 'SIPAS năm 2024'],
  ])('inside a sentence: %s → %s', (text, within) => expect(inside(text)).toBe(within));
});

const plan: Plan = {
  ...emptyPlan,
  units: units(2, (n) => `Sở ${n}`),
  levels: ['district', 'commune', 'village'],
  figures: {
    divisions: { name: 'Số phòng', counts: null, value: null },
    dossiers: { name: 'Số lượng hồ sơ', counts: 'transactions', value: null },
    visitors: { name: 'Số lượt người đến', counts: 'people', value: null },
  },
};

function worded(
  quota: QuotaRule,
  more: Partial<Group> = {},
  total: number | null = null,
  frame: Plan = plan,
): string {
  return quotaWords(frame, { ...group('g', 'Nhóm'), quota, ...more }, total);
}

const percent = (value: number) => exact(value);

describe('every rule in words', () => {
  const cases: readonly (readonly [string, QuotaRule])[] = [
    ['', { rule: 'total', total: 51 }],
    ['02 người/phòng', { rule: 'per', take: 2, of: 'divisions' }],
    ['khảo sát toàn bộ', { rule: 'census', from: { kind: 'attribute', attribute: 'staff' } }],
    ['mỗi nơi 50 phiếu', { rule: 'each', size: 50, byType: {}, by: null }],
    [
      'số phiếu mỗi nơi theo loại (xã: 150; phường: 200; còn lại: 90)',
      { rule: 'each', size: 90, byType: { commune: 150, ward: 200 }, by: null },
    ],
    [
      'lấy 10% số hồ sơ nếu dưới 2.000 (ít nhất 50 phiếu); 5% số hồ sơ nếu từ 2.000 trở lên',
      {
        rule: 'share',
        of: 'dossiers',
        bands: [
          { from: 0, rate: percent(10), atLeast: 50, atMost: null },
          { from: 2000, rate: percent(5), atLeast: null, atMost: null },
        ],
      },
    ],
    [
      'lấy 10% số hồ sơ nếu dưới 1.000; 7% số hồ sơ nếu từ 1.000 đến dưới 2.000; 5% số hồ sơ nếu từ 2.000 trở lên',
      {
        rule: 'share',
        of: 'dossiers',
        bands: [
          { from: 0, rate: percent(10), atLeast: null, atMost: null },
          { from: 1000, rate: percent(7), atLeast: null, atMost: null },
          { from: 2000, rate: percent(5), atLeast: null, atMost: null },
        ],
      },
    ],
    [
      'cỡ mẫu theo công thức n = N/(1 + N·e²) với sai số e = 5%, N là số hồ sơ',
      {
        rule: 'formula',
        method: 'slovin',
        of: 'dossiers',
        error: percent(5),
        confidence: percent(95),
        proportion: percent(50),
        designEffect: exact(1),
        designEffectOn: 'before-correction',
      },
    ],
    [
      'cỡ mẫu theo công thức Cochran, độ tin cậy 95%, sai số 2,5%, tỷ lệ dự kiến 50%, hệ số thiết kế 1,5',
      {
        rule: 'formula',
        method: 'cochran',
        of: null,
        error: exact(5, 2),
        confidence: percent(95),
        proportion: percent(50),
        designEffect: exact(3, 2),
        designEffectOn: 'before-correction',
      },
    ],
    [
      'tổng số 1.730 phiếu: mỗi nơi 90 phiếu, phần còn lại phân bổ theo tỷ lệ số hồ sơ, mỗi nơi ít nhất 95 phiếu, nhiều nhất bằng 200 và số hồ sơ',
      {
        rule: 'split',
        total: 1730,
        each: 90,
        by: 'proportional',
        of: 'dossiers',
        spread: null,
        cost: null,
        parameter: null,
        min: 95,
        max: 200,
        cap: 'dossiers',
      },
    ],
    [
      'chọn 03 đơn vị cấp huyện; trong mỗi đơn vị cấp huyện chọn 03 đơn vị cấp xã; trong mỗi đơn vị cấp xã chọn 02 thôn, khu phố; mỗi thôn, khu phố 27 phiếu (dự kiến 3 × 3 × 2 × 27 = 486 phiếu)',
      stagesRule(27, namedStage(0, 3), namedStage(1, 3), namedStage(2, 2)),
    ],
    [
      'số phiếu không thấp hơn hoặc cao hơn 50% so với số lượt người đến; nơi có số lượt người đến từ 40 trở lên: ít nhất 20 phiếu; mỗi người chỉ trả lời 01 lần',
      {
        rule: 'band',
        observed: 'visitors',
        withinPercent: percent(50),
        withinForms: null,
        atLeast: 20,
        crowdedFrom: 40,
        onePerVisitor: true,
      },
    ],
    ['sử dụng kết quả của SIPAS 2025, không phát phiếu', { rule: 'from', survey: 'SIPAS 2025' }],
  ];

  test.each(cases)('%s', (text, rule) => expect(worded(rule)).toBe(text));

  test.each([
    ['before-correction', 'trước'],
    ['after-correction', 'sau'],
  ] as const)('of a finite population the design effect counts %s', (designEffectOn, word) => {
    const rule: QuotaRule = {
      rule: 'formula',
      method: 'cochran',
      of: 'dossiers',
      error: percent(5),
      confidence: percent(95),
      proportion: percent(50),
      designEffect: exact(2),
      designEffectOn,
    };
    expect(worded(rule)).toContain(
      `hệ số thiết kế 2 (nhân ${word} khi hiệu chỉnh tổng thể hữu hạn), N là số hồ sơ`,
    );
  });

  test('stages that take a share name its figure and its floor', () => {
    const quota: QuotaRule = {
      rule: 'stages',
      stages: [namedStage(0, 3)],
      take: { kind: 'share', of: 'dossiers', percent: percent(10), atLeast: 5 },
      designEffect: null,
    };
    expect(worded(quota)).toBe(
      'chọn 03 đơn vị cấp huyện; mỗi đơn vị cấp huyện 10% số hồ sơ, ít nhất 05 phiếu',
    );
  });

  test('stages below the top count the places above; no product is printed that is not the total', () => {
    const communes = ['a', 'b'].map((id): Place => {
      const more = { ...plainPlace, unit: null, attributes: {} };
      return { id, name: id, level: 1, parent: 'd', ...more };
    });
    const frame = { ...plan, places: communes };
    const quota = stagesRule(2, namedStage(2, 1));
    const words = 'trong mỗi đơn vị cấp xã chọn 01 thôn, khu phố; mỗi thôn, khu phố 02 phiếu';
    expect(worded(quota, {}, 4, frame)).toBe(`${words} (2 × 1 × 2 = 04 phiếu)`);
    expect(worded(quota, {}, 3, frame)).toBe(words);
    const modifiers = { ...plainGroup.modifiers, responseRate: percent(50) };
    expect(worded(quota, { modifiers }, null, frame)).not.toContain('×');
  });

  test('a reserve is a share of the sheets, on top of a number of people', () => {
    const reserve = (count: number, share: number) => ({
      modifiers: { ...plainGroup.modifiers, reserve: { count, percent: percent(share) } },
    });
    const total: QuotaRule = { rule: 'total', total: 51 };
    expect(worded(total, reserve(0, 5))).toBe('dự phòng thêm 5% số phiếu phát ra ở mỗi nơi');
    expect(worded(total, reserve(2, 0))).toBe('dự phòng thêm 02 đối tượng ở mỗi nơi');
    expect(worded(total, reserve(2, 5))).toBe(
      'dự phòng thêm 02 đối tượng và 5% số phiếu phát ra ở mỗi nơi',
    );
  });

  test('an exception names its unit', () => {
    const quota: QuotaRule = { rule: 'per', take: 2, of: 'divisions' };
    const census: QuotaRule = { rule: 'census', from: { kind: 'attribute', attribute: 'staff' } };
    expect(worded(quota, { except: { u1: census } })).toBe(
      '02 người/phòng; riêng Sở 1: khảo sát toàn bộ',
    );
  });
});

describe('a plan with formulas, stages by chance, costs and borrowed answers', () => {
  let made: OfficialDocument;
  let text = '';
  beforeAll(async () => {
    const folder = join(import.meta.dirname, 'cases/before-fieldwork');
    const { survey } = await readQuotas(folder, nodeIo('vi'));
    if (!survey.ok) throw new Error(JSON.stringify(survey.findings));
    made = officialDocument(survey.value.plan, survey.value.quotas, false);
    text = made.body.map((block) => ('text' in block ? block.text : '')).join('\n');
  });

  test('has an annex for the sheets, the places and the estimate, and the body points at each', () => {
    expect(made.annexes.map(({ label, title }) => `${label}: ${title}`)).toEqual([
      'Phụ\u00a0lục\u00a0I: BẢNG PHÂN BỔ SỐ MẪU ĐIỀU TRA XÃ HỘI HỌC',
      'Phụ\u00a0lục\u00a0II: DANH SÁCH ĐỊA BÀN KHẢO SÁT',
      'Phụ\u00a0lục\u00a0III: DỰ TOÁN KINH PHÍ ĐIỀU TRA XÃ HỘI HỌC',
    ]);
    for (const { label } of made.annexes) expect(text).toContain(`theo ${label}`);
  });

  test('the sum of the estimate is the same in the body and in its annex', () => {
    const block = made.annexes[2]?.blocks[0];
    const total = block?.kind === 'table' ? block.table.rows.at(-1)?.cells.at(-1) : null;
    expect(typeof total).toBe('number');
    expect(text).toContain(`Dự toán kinh phí là ${counted(Number(total))} đồng`);
  });

  test('places in reserve are listed and not counted', () => {
    const block = made.annexes[1]?.blocks[0];
    const rows = block?.kind === 'table' ? block.table.rows.map(({ cells }) => cells) : [];
    expect(rows.filter((cells) => cells.includes('Dự phòng 1'))).toHaveLength(3);
    expect(
      rows.filter((cells) => cells.at(-1) === 15 && cells.includes('Chọn ngẫu nhiên')),
    ).toHaveLength(3);
    expect(rows.at(-1)?.at(-1)).toBe(45);
  });

  test('a group that another survey asks has no sheets and no form', () => {
    const [line = ''] = text.split('\n').filter((one) => one.includes('không phát phiếu'));
    expect(line).not.toMatch(/mẫu phiếu|00 phiếu/);
  });
});
