import { describe, expect, test } from 'vitest';
import type { Page } from '../src/page.ts';
import type { Index, Unit } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import type { Quotas, QuotaTarget } from '../src/quotas/quota.ts';
import type { Provenance } from '../src/report/provenance.ts';
import { type Report, report, type ScoredPlan } from '../src/report.ts';
import { scoresTable } from '../src/scores/table.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import type { Tallies } from '../src/tallies.ts';
import {
  appraised,
  criterion,
  entry,
  plan as handPlan,
  points,
  surveyed,
  tallies,
  tally,
  unit,
  where,
} from './hand-worked.ts';
import { plainRow } from './plan-literals.ts';

function quotaRow(group: string, target: QuotaTarget, name: string, size: number | null) {
  const none = { least: null, most: null, population: null, send: null };
  return { group, target, name, size, reason: { vi: '', en: '' }, ...plainRow, ...none };
}

const staffRows = [
  quotaRow('staff', { kind: 'unit', unit: 'an-binh' }, 'Xã An Bình', 8),
  quotaRow('staff', { kind: 'unit', unit: 'binh-hoa' }, 'Xã Bình Hòa', 7),
  quotaRow('staff', { kind: 'unit', unit: 'cam-son' }, 'Xã Cẩm Sơn', 6),
];
const delegateRows = [quotaRow('delegates', { kind: 'group' }, 'Đại biểu HĐND huyện', 12)];
const quotas: Quotas = {
  groups: [
    { group: 'staff', rows: staffRows, places: [], total: 21 },
    { group: 'delegates', rows: delegateRows, places: [], total: 12 },
  ],
  rows: [...staffRows, ...delegateRows],
  total: 33,
};

const provenance: Provenance = {
  planFingerprint: 'f'.repeat(64),
  tool: 'survey 0.1.0',
  batches: [
    {
      id: 'phieu-1a2b3c4d',
      source: { name: 'phieu.xlsx', sha256: 'a'.repeat(64), bytes: 10, sheet: 'Phiếu' },
      counts: { read: 10, accepted: 9, rejected: 1 },
    },
  ],
  corrections: [],
  pointFiles: [{ name: 'diem.csv', sha256: 'b'.repeat(64) }],
  simulated: [],
  madeAt: null,
};

function indexOf(change: Partial<Index> = {}): Index {
  if (handPlan.index === null) throw new Error('the plan has an index');
  return { ...handPlan.index, ...change };
}

const plan: ScoredPlan = { ...handPlan, index: indexOf() };

interface Change {
  readonly plan?: ScoredPlan;
  readonly tallies?: Tallies;
  readonly points?: Points;
  readonly quotas?: Quotas;
  readonly provenance?: Provenance;
  readonly lang?: 'vi' | 'en';
}

function made(change: Change = {}): Report {
  const all = { plan, tallies, points, quotas, provenance, lang: 'vi' as const, ...change };
  const scores = score(all.plan, all.tallies, all.points, where);
  if (!scores.ok) throw new Error(JSON.stringify(scores.findings));
  const nothing = { changes: null, traced: null, weights: null, uncertainty: null };
  return report(all.plan, { ...all, scores: scores.value, ...nothing }, all.lang);
}

function pageOf(from: Report, file: string): Page {
  const found = from.pages.find((page) => page.file === file);
  if (found === undefined) throw new Error(`${file} not in ${from.pages.map((p) => p.file)}`);
  return found;
}

function cells(page: Page): readonly (readonly (string | number | null)[])[] {
  return page.rows.map((row) => row.cells);
}

function headings(page: Page): readonly string[] {
  return page.columns.map(({ heading }) => heading);
}

describe('the ranking', () => {
  test('own maxima have a column; the mean is of the ranked units, rounded once', () => {
    const page = pageOf(made(), 'ranking');
    expect(headings(page)).toEqual([
      'Hạng',
      'Đơn vị',
      'Điểm thẩm định',
      'Điểm ĐTXHH (11)',
      'Tổng điểm',
      'Điểm tối đa',
      'Chỉ số %',
      'Xếp loại',
    ]);
    expect(cells(page)).toEqual([
      [1, 'Xã An Bình', '7.75', '8.66', '16.41', '20', '82.04', 'Tốt'],
      [2, 'Xã Cẩm Sơn', '3.25', '7.19', '10.44', '15', '69.60', 'Trung bình'],
      [null, 'Xã Bình Hòa', null, '8.91', null, '20', null, null],
      [null, 'Trung bình', '5.50', '7.92', '13.42', null, '75.82', null],
    ]);
    expect(page.rows.map(({ style }) => style)).toEqual(['row', 'row', 'row', 'mean']);
    expect(page.notes.join('\n')).toContain('Xã Bình Hòa');
  });

  test('one maximum for all stands in the headings, as published tables print it', () => {
    const index = indexOf({
      criteria: [
        criterion('1', '65', appraised),
        criterion('2', '31.5', surveyed('mean', ['q1'])),
        criterion('3', '3.5', surveyed('mean', ['q2'])),
      ],
    });
    const entries = [
      entry('an-binh', '1', '60', '50'),
      entry('binh-hoa', '1', '60', '55.5'),
      entry('cam-son', '1', '60', '46.8'),
    ];
    const change = {
      plan: { ...plan, index },
      points: { entries, adjustments: [], figures: [], simulated: [] },
    };
    expect(headings(pageOf(made(change), 'ranking'))).toEqual([
      'Hạng',
      'Đơn vị',
      'Điểm thẩm định (65)',
      'Điểm ĐTXHH (35)',
      'Tổng điểm (100)',
      'Chỉ số %',
      'Xếp loại',
    ]);
    const decimals = { ...change.plan, index: { ...index, criteria: index.criteria.slice(0, 2) } };
    expect(headings(pageOf(made({ ...change, plan: decimals }), 'ranking'))).toContain(
      'Điểm ĐTXHH (31,5)',
    );
    expect(headings(pageOf(made({ ...change, plan: decimals, lang: 'en' }), 'ranking'))).toContain(
      'Survey points (31.5)',
    );
  });

  test('units out of the ranking come last, marked, and are not in the mean', () => {
    const units = plan.units.map((one): Unit => ({ ...one, ranked: one.id !== 'an-binh' }));
    const page = pageOf(made({ plan: { ...plan, units } }), 'ranking');
    expect(cells(page).map(([rank, name]) => [rank, name])).toEqual([
      [1, 'Xã Cẩm Sơn'],
      [null, 'Xã Bình Hòa'],
      ['–', 'Xã An Bình'],
      [null, 'Trung bình'],
    ]);
    expect(cells(page).at(-1)?.[6]).toBe('69.60');
    expect(page.notes.join('\n')).toContain('không xếp hạng (–): Xã An Bình');
  });

  test('one page per block, or one for all', () => {
    const units = [
      ...plan.units.slice(0, 2),
      { ...unit('cam-son', 'Xã Cẩm Sơn'), block: 'phuong' },
    ];
    const blocks = [
      { id: 'xa', name: 'Xã', units: ['an-binh', 'binh-hoa'] },
      { id: 'phuong', name: 'Phường', units: ['cam-son'] },
    ];
    const two = made({ plan: { ...plan, units, blocks } });
    expect(cells(pageOf(two, 'ranking-phuong'))[0]?.slice(0, 2)).toEqual([1, 'Xã Cẩm Sơn']);
    expect(pageOf(two, 'ranking-phuong').title[0]).toBe('KẾT QUẢ XẾP HẠNG: PHƯỜNG');
    const index = indexOf({
      rank: { within: 'all', on: 'percent', ties: 'joint', tieBreakers: [] },
    });
    const page = pageOf(made({ plan: { ...plan, units, blocks, index } }), 'ranking');
    expect(headings(page)).toContain('Khối');
    expect(cells(page).map(([rank, name, block]) => [rank, name, block])).toEqual([
      [1, 'Xã An Bình', 'Xã'],
      [2, 'Xã Cẩm Sơn', 'Phường'],
      [null, 'Xã Bình Hòa', 'Xã'],
      [null, 'Trung bình', null],
    ]);
  });

  test('a survey without appraisal has no columns for it', () => {
    const index = indexOf({ criteria: [criterion('1', '10', surveyed('mean', ['q1', 'q2']))] });
    const page = pageOf(made({ plan: { ...plan, index } }), 'ranking');
    expect(headings(page)).toEqual(['Hạng', 'Đơn vị', 'Tổng điểm (10)', 'Chỉ số %', 'Xếp loại']);
  });

  test('nobody ranked: no mean row', () => {
    const page = pageOf(
      made({ points: { entries: [], adjustments: [], figures: [], simulated: [] } }),
      'ranking',
    );
    expect(page.rows.map(({ style }) => style)).toEqual(['row', 'row', 'row']);
  });
});

test('classes are counted per block, units without one apart', () => {
  const page = pageOf(made(), 'classes');
  expect(cells(page)).toEqual([
    ['Cấp xã', null, 3, null],
    ['Xuất sắc', '90', 0, '0.00'],
    ['Tốt', '80', 1, '33.34'],
    ['Khá', '70', 0, '0.00'],
    ['Trung bình', '50', 1, '33.33'],
    ['Yếu', '0', 0, '0.00'],
    ['Chưa xếp loại', null, 1, '33.33'],
  ]);
  const without = { ...plan, index: indexOf({ classes: [] }) };
  expect(made({ plan: without }).pages.map(({ file }) => file)).not.toContain('classes');
});

describe('the criteria', () => {
  test('maxima first; – where a criterion does not apply, blank where points are missing', () => {
    const page = pageOf(made(), 'criteria');
    expect(page.columns.map(({ over, heading }) => [over, heading])).toEqual([
      [null, 'Hạng'],
      [null, 'Đơn vị'],
      ['1. Tiêu chí 1', '1.1'],
      ['1. Tiêu chí 1', '1.2'],
      ['1. Tiêu chí 1', 'Cộng'],
      ['2. Tiêu chí 2', '2.1'],
      ['2. Tiêu chí 2', '2.2'],
      ['2. Tiêu chí 2', 'Cộng'],
      [null, 'Tổng điểm'],
    ]);
    expect(cells(page)).toEqual([
      [null, 'Điểm tối đa', '4', '6', '10', '5', '5', '10', '20'],
      [1, 'Xã An Bình', '3.50', '4.66', '8.16', '4.25', '4.00', '8.25', '16.41'],
      [null, 'Xã Bình Hòa', null, '4.74', null, '4.50', '4.17', '8.67', null],
      [2, 'Xã Cẩm Sơn', '3.25', '3.99', '7.24', '–', '3.20', '3.20', '10.44'],
    ]);
  });

  test('fields that do not fit one sheet of paper go to several pages, whole', () => {
    const criteria = ['1', '2', '3'].map((code) =>
      criterion(code, '10', {
        children: Array.from({ length: 10 }, (_, at) => criterion(`${code}.${at}`, '1', appraised)),
      }),
    );
    const { pages } = made({ plan: { ...plan, index: indexOf({ criteria }) } });
    const some = pages.filter(({ file }) => file.startsWith('criteria'));
    expect(some.map(({ name, columns }) => [name, columns.length])).toEqual([
      ['Điểm tiêu chí 1', 13],
      ['Điểm tiêu chí 2', 13],
      ['Điểm tiêu chí 3', 14],
    ]);
  });

  test('codes that fold alike keep columns of their own', () => {
    const criteria = [criterion('1.1', '1', appraised), criterion('1-1', '1', appraised)];
    const page = pageOf(made({ plan: { ...plan, index: indexOf({ criteria }) } }), 'criteria');
    expect(page.columns.map(({ key }) => key)).toEqual(['rank', 'unit', 'c1_1', 'c1_1_2', 'total']);
  });

  test('a maximum is printed whole, also beyond the decimals of the plan', () => {
    const index = indexOf({
      criteria: [criterion('1', '1.125', appraised)],
      rounding: { decimals: 1, mode: 'half-up', shares: 'as-is' },
    });
    const page = pageOf(made({ plan: { ...plan, index } }), 'criteria');
    expect([page.columns[2]?.decimals, page.rows[0]?.cells[2]]).toEqual([3, '1.125']);
  });
});

describe('self-assessment beside appraisal', () => {
  test('sums need every criterion; the list has only what differs', () => {
    const report = made();
    const sums = pageOf(report, 'self');
    expect(headings(sums)).toEqual([
      'Đơn vị',
      'Điểm tối đa',
      'Tự đánh giá',
      'Thẩm định',
      'Chênh lệch',
    ]);
    expect(cells(sums)).toEqual([
      ['Xã An Bình', '9', '8.50', '7.75', '-0.75'],
      ['Xã Bình Hòa', '9', '8.25', null, null],
      ['Xã Cẩm Sơn', '4', '3.50', '3.25', '-0.25'],
    ]);
    expect(cells(pageOf(report, 'self-criteria'))).toEqual([
      ['Xã An Bình', '1.1', 'Tiêu chí 1.1', '4', '4.00', '3.50', '-0.50'],
      ['Xã An Bình', '2.1', 'Tiêu chí 2.1', '5', '4.50', '4.25', '-0.25'],
      ['Xã Bình Hòa', '1.1', 'Tiêu chí 1.1', '4', '3.75', null, null],
      ['Xã Cẩm Sơn', '1.1', 'Tiêu chí 1.1', '4', '3.50', '3.25', '-0.25'],
    ]);
  });

  test('nobody assessed themselves: no page', () => {
    const entries = points.entries.map((one) => ({ ...one, self: null }));
    const files = made({ points: { ...points, entries } }).pages.map(({ file }) => file);
    expect(files.filter((file) => file.startsWith('self'))).toEqual([]);
  });

  test('both sides agree: sums only', () => {
    const entries = points.entries.map((one) => ({ ...one, self: one.appraised }));
    const files = made({ points: { ...points, entries } }).pages.map(({ file }) => file);
    expect(files.filter((file) => file.startsWith('self'))).toEqual(['self']);
  });
});

test('the rankings are signed, the other pages are not', () => {
  const document = { ...plan.document, issuer: 'UBND huyện Ví Dụ', place: 'Ví Dụ' };
  for (const { file, print } of made({ plan: { ...plan, document } }).pages) {
    const isSigned = file === 'ranking';
    expect([file, print.head !== null, print.signers.length]).toEqual([
      file,
      isSigned,
      isSigned ? 2 : 0,
    ]);
    if (isSigned) expect(print.head?.right.at(-1)?.text).toBe('Ví Dụ, ngày … tháng … năm 20…');
  }
});

describe('the survey detail', () => {
  test('each count stands under its option', () => {
    const page = pageOf(made(), 'detail');
    expect(headings(page).slice(5, 12)).toEqual([
      'Rất hài lòng',
      'Hài lòng',
      'Bình thường',
      'Không hài lòng',
      'Rất không hài lòng',
      'Không có ý kiến',
      'Bỏ trống',
    ]);
    expect(page.rows.length).toBe(18);
    expect(cells(page)[0]).toEqual([
      'Xã An Bình',
      'Công chức xã',
      'q1',
      'Câu q1',
      8,
      2,
      3,
      1,
      0,
      0,
      1,
      1,
      '79.17',
      '83.33',
    ]);
  });

  test('what fewer than five people said is not shown apart', () => {
    const change = (four: number): Tallies => ({
      ...tallies,
      cells: [tally('staff', 'an-binh', 'q1', [four, 0, 0, 0, 0, 0, 1])],
    });
    const few = pageOf(made({ tallies: change(3) }), 'detail');
    expect(cells(few)[0]?.slice(4)).toEqual([4, ...Array(9).fill(null)]);
    expect(few.notes.join()).toContain('dưới 5 phiếu');
    expect(few.notes.join()).not.toContain('lấy số chung trừ đi');
    const enough = pageOf(made({ tallies: change(5) }), 'detail');
    expect(cells(enough)[0]?.slice(4, 6)).toEqual([6, 5]);
    expect(enough.notes.join()).not.toContain('dưới 5 phiếu');
  });

  test('why many ratings are hidden beside a few is said', () => {
    const cells2 = [
      tally('staff', 'an-binh', 'q1', [3, 0, 0, 0, 0, 0, 0]),
      tally('visitors', 'an-binh', 'q1', [20, 0, 0, 0, 0, 0, 0]),
    ];
    const page = pageOf(made({ tallies: { ...tallies, cells: cells2 } }), 'detail');
    expect(cells(page).map((row) => row[5])).toEqual([null, null]);
    expect(page.notes.join()).toContain('lấy số chung trừ đi');
  });

  test('a scale without a positive option has no share, not a share of 0', () => {
    const scales = plan.scales.map((scale) => ({
      ...scale,
      options: scale.options.map((option) => ({ ...option, positive: false })),
    }));
    const page = pageOf(made({ plan: { ...plan, scales } }), 'detail');
    expect(cells(page)[0]?.slice(-2)).toEqual(['79.17', null]);
  });

  test('questions about the respondent are not shown by unit', () => {
    const forms = plan.forms.map((form) => ({
      ...form,
      questions: form.questions.map((one) =>
        one.id === 'q3' ? ({ ...one, per: 'sheet' } as const) : one,
      ),
    }));
    const page = pageOf(made({ plan: { ...plan, forms } }), 'detail');
    expect(new Set(cells(page).map((row) => row[2]))).toEqual(new Set(['q1', 'q2']));
  });

  test('nobody answered: no page', () => {
    const none = made({ tallies: { ...tallies, cells: [] } });
    expect(none.pages.map(({ file }) => file)).not.toContain('detail');
  });
});

describe('the forms', () => {
  test('rows add up to their group, groups to the whole', () => {
    expect(cells(pageOf(made(), 'forms'))).toEqual([
      ['Công chức xã', 21, 21, 21, 21, 0, '100.00'],
      ['Xã An Bình', 8, 8, 8, 8, 0, '100.00'],
      ['Xã Bình Hòa', 7, 7, 7, 7, 0, '100.00'],
      ['Xã Cẩm Sơn', 6, 6, 6, 6, 0, '100.00'],
      ['Đại biểu HĐND huyện', 12, 12, 11, 10, 1, '83.33'],
      ['Tổng cộng', 33, 33, 32, 31, 1, '93.94'],
    ]);
  });

  test('what is not known is blank and makes the total unknown; nothing returned is 0', () => {
    const custody = tallies.custody
      .filter((one) => one.unit !== 'cam-son')
      .map((one) => (one.unit === 'an-binh' ? { ...one, issued: null } : one));
    const unknown: Quotas = {
      ...quotas,
      groups: quotas.groups.map((one) =>
        one.group === 'staff'
          ? { ...one, total: null, rows: one.rows.map((row) => ({ ...row, size: null })) }
          : one,
      ),
      total: null,
    };
    const page = pageOf(made({ tallies: { ...tallies, custody }, quotas: unknown }), 'forms');
    expect(cells(page).slice(0, 4)).toEqual([
      ['Công chức xã', null, null, 15, 15, 0, null],
      ['Xã An Bình', null, null, 8, 8, 0, null],
      ['Xã Bình Hòa', null, 7, 7, 7, 0, null],
      ['Xã Cẩm Sơn', null, null, 0, 0, 0, null],
    ]);
  });

  test('sheets that no quota row expects are shown, not dropped', () => {
    const stray = { group: 'delegates', form: '02', unit: 'an-binh', place: null };
    const counts = { issued: 1, returned: 1, valid: 1, void: 0, partial: false };
    const custody = [...tallies.custody, { ...stray, ...counts }];
    const page = pageOf(made({ tallies: { ...tallies, custody } }), 'forms');
    expect(cells(page).slice(4)).toEqual([
      ['Đại biểu HĐND huyện', 12, 13, 12, 11, 1, '83.33'],
      ['Đại biểu HĐND huyện', 12, 12, 11, 10, 1, '83.33'],
      ['Xã An Bình', null, 1, 1, 1, 0, null],
      ['Tổng cộng', 33, 34, 33, 32, 1, '93.94'],
    ]);
  });
});

describe('the method sheet', () => {
  const text = (from: Report) => cells(pageOf(from, 'method')).flat().join('\n');

  test('says the rule of each leaf, the scale, the classes, rounding and sources', () => {
    const said = text(made());
    for (const part of [
      'Điều tra xã hội học, trung bình điểm quy đổi; tối đa 6 điểm. Công chức xã: 60% (câu q1, q2); Đại biểu HĐND huyện: 40% (câu q1, q2).',
      'Thẩm định; tối đa 5 điểm. Không áp dụng: Xã Cẩm Sơn.',
      'Rất hài lòng = 100 (tích cực)',
      'Không có ý kiến = không có điểm',
      'Xuất sắc: từ 90%',
      '2 chữ số thập phân',
      'đồng hạng',
      'f'.repeat(64),
      'survey 0.1.0',
      'phieu-1a2b3c4d',
      'Tệp phieu.xlsx, trang tính Phiếu: nhận 9, loại 1 trên 10 dòng.',
      'b'.repeat(64),
    ]) {
      expect(said).toContain(part);
    }
  });

  test('has a time only when it is given one', () => {
    expect(text(made())).not.toContain('Lập lúc');
    const timed = { ...provenance, madeAt: '15/01/2026' };
    expect(text(made({ provenance: timed }))).toContain('15/01/2026');
  });
});

describe('every page', () => {
  const simulated = { ...provenance, simulated: ['7'] };

  test.each(['vi', 'en'] as const)('has one cell per column and names of its own (%s)', (lang) => {
    const { pages } = made({ lang });
    expect(new Set(pages.map(({ file }) => file)).size).toBe(pages.length);
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
    for (const page of pages) {
      expect(page.file).toMatch(/^[a-z0-9-]+$/);
      const keys = page.columns.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => !/^[a-z0-9_]+$/.test(key))).toEqual([]);
      expect(page.rows.filter((row) => row.cells.length !== keys.length)).toEqual([]);
    }
  });

  test('of a rehearsal begins with the warning, of a real survey it does not', () => {
    const first = (change: Change) => new Set(made(change).pages.map(({ title }) => title[0]));
    expect(first({ provenance: simulated })).toEqual(
      new Set(['SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT']),
    );
    const marks = made({ provenance: simulated }).pages.map(({ print }) => print.mark);
    expect(new Set(marks)).toEqual(new Set(['SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT']));
    expect(JSON.stringify(made())).not.toContain('MÔ PHỎNG');
  });

  test('the table for programs says who is ranked and who is not, and why', () => {
    const units = plan.units.map((one): Unit => ({ ...one, ranked: one.id !== 'an-binh' }));
    const scores = score({ ...plan, units }, tallies, points, where);
    if (!scores.ok) throw new Error('scored');
    const { columns, rows } = scoresTable({ ...plan, units }, plan.index, scores.value);
    const at = (key: string) => columns.findIndex((column) => column.key === key);
    expect(rows.map((row) => [row.cells[at('status')], row.cells[at('rank')]])).toEqual([
      ['unranked', null],
      ['missing', null],
      ['ranked', 1],
    ]);
  });

  test('shows the same figures as the table for programs', () => {
    const scores = score(plan, tallies, points, where);
    if (!scores.ok) throw new Error('scored');
    const table = scoresTable(plan, plan.index, scores.value);
    const at = (key: string) => table.columns.findIndex((column) => column.key === key);
    const shown = new Map(cells(pageOf(made(), 'ranking')).map((row) => [row[1], row]));
    for (const { cells: row } of table.rows) {
      const [rank, , own, survey, total, max, percent, label] =
        shown.get(row[at('name')] ?? '') ?? [];
      expect([rank, own, survey, total, max, percent, label]).toEqual(
        ['rank', 'appraised', 'survey', 'total', 'max', 'percent', 'class'].map(
          (key) => row[at(key)],
        ),
      );
    }
  });

  test('has no figure that a binary number would have bent', () => {
    const index = indexOf({ criteria: [criterion('1', '3', appraised)] });
    const entries = [
      entry('an-binh', '1', '0', '0.1'),
      entry('binh-hoa', '1', '0', '0.2'),
      entry('cam-son', '1', '0', '1.005'),
    ];
    const page = pageOf(
      made({
        plan: { ...plan, index },
        points: { entries, adjustments: [], figures: [], simulated: [] },
      }),
      'ranking',
    );
    expect(cells(page).map((row) => row[2])).toEqual(['1.01', '0.20', '0.10', '0.44']);
    expect(exact(1005, 1000).valueOf().toFixed(2)).toBe('1.00');
  });
});

describe('an appraisal in two rounds', () => {
  const again = points.entries.map((one) =>
    one.unit === 'an-binh' && one.criterion === '1.1'
      ? {
          ...one,
          explanation: 'ban hành trước hạn',
          second: exact(375, 100),
          appraised: exact(375, 100),
        }
      : one,
  );
  const report = made({ points: { ...points, entries: again } });

  test('shows both beside the explanation, and counts the second', () => {
    const page = pageOf(report, 'self-criteria');
    expect(page.columns.map(({ key }) => key).slice(3)).toEqual([
      ...['max', 'self', 'first', 'second', 'difference', 'explanation'],
    ]);
    expect(cells(page)[0]?.slice(1)).toEqual([
      ...['1.1', 'Tiêu chí 1.1', '4', '4.00', '3.50', '3.75', '-0.25', 'ban hành trước hạn'],
    ]);
    const before = cells(pageOf(made(), 'self'))[0];
    const after = cells(pageOf(report, 'self'))[0];
    expect([before?.[3], after?.[3]]).toEqual(['7.75', '8.00']);
  });

  test('units counted in part are named until their quota is reached', () => {
    const custody = tallies.custody.map((one) => ({ ...one, partial: true }));
    const { notes } = pageOf(made({ tallies: { ...tallies, custody } }), 'forms');
    const note = notes.find((one) => one.startsWith('Mới kiểm đếm'));
    expect(note).toContain('Đại biểu HĐND huyện');
    expect(pageOf(made(), 'forms').notes.some((one) => one.startsWith('Mới'))).toBe(false);
  });
});
