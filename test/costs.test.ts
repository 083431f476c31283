import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlan } from '../src/plan/parse.ts';
import type { CostItem, Costs, Group, Plan } from '../src/plan/plan.ts';
import { estimate, estimateFindings } from '../src/quotas/costs.ts';
import { amountInWords, estimatePage } from '../src/quotas/costs-page.ts';
import type { QuotaRow, Quotas } from '../src/quotas/quota.ts';
import { quotas } from '../src/quotas.ts';
import { exact, zero } from '../src/stats/exact.ts';
import { emptyPlan, nowhere, plainGroup, plainRow } from './plan-literals.ts';

const groupOf = (id: string, spare: Group['spare']): Group => ({
  ...plainGroup,
  id,
  name: `Nhóm ${id}`,
  people: id,
  form: '01',
  about: { kind: 'own' },
  priority: 1,
  over: { kind: 'whole' },
  quota: { rule: 'total', total: 0 },
  except: {},
  spare,
  send: null,
  sendByUnit: {},
  mode: 'paper',
  serial: 'required',
  stated: null,
});

const rowOf = (group: string, unit: string, size: number | null, wanted = size): QuotaRow => ({
  ...plainRow,
  group,
  target: { kind: 'unit', unit },
  name: unit,
  size,
  wanted,
  least: null,
  most: null,
  population: null,
  reason: { vi: '', en: '' },
  send: null,
});

const quotasOf = (rows: readonly QuotaRow[]): Quotas => {
  const groups = ['a', 'b'].map((group) => {
    const own = rows.filter((row) => row.group === group);
    return { group, rows: own, places: [], total: null };
  });
  return { groups, rows, total: null };
};

const item = (per: CostItem['per'], over: Partial<CostItem> = {}): CostItem => ({
  name: per,
  rate: 1,
  measure: null,
  per,
  formsPerDay: per === 'day' ? 10 : null,
  times: 1,
  groups: ['a', 'b'],
  ...over,
});

const planOf = (items: readonly CostItem[], over: Partial<Costs> = {}): Plan => ({
  ...emptyPlan,
  groups: [
    groupOf('a', { sheets: 2, percent: zero }),
    groupOf('b', { sheets: 0, percent: exact(5) }),
  ],
  costs: { currency: 'đồng', stated: null, items, ...over },
});

/** Group a: 41 sheets for 30 replies at x, none at y; group b: 9 at x, 21 at z. */
const rows = [rowOf('a', 'x', 41, 30), rowOf('a', 'y', 0), rowOf('b', 'x', 9), rowOf('b', 'z', 21)];

const quantityOf = (one: CostItem, of = rows): number | null | undefined =>
  estimate(planOf([one]), quotasOf(of))?.lines[0]?.quantity;

describe('the quantity of a line', () => {
  test.each<[string, CostItem, number]>([
    // 41 + 2 spares; no packet at y, so no spares; 9 and 21 with 5 % rounded up: 1 and 2.
    ['printed: issued and spare', item('printed'), 43 + 10 + 23],
    ['issued', item('issued'), 71],
    ['replies wanted', item('reply'), 60],
    // 41 → 5 days, 9 → 1, 21 → 3: rounded up row by row.
    ['days of 10 forms', item('day'), 9],
    // x gets one packet with the sheets of both groups.
    ['packets', item('packet'), 2],
    ['packets of one group', item('packet', { groups: ['a'] }), 1],
    ['printed for one group', item('printed', { groups: ['b'] }), 33],
    ['once', item('survey'), 1],
    ['several times', item('survey', { times: 3 }), 3],
  ])('%s', (_name, one, quantity) => expect(quantityOf(one)).toBe(quantity));

  test('is not known while one of its quotas is not', () => {
    const waiting = [...rows, rowOf('b', 'w', null)];
    for (const per of ['printed', 'issued', 'reply', 'day', 'packet'] as const) {
      expect(quantityOf(item(per), waiting)).toBeNull();
      expect(quantityOf(item(per, { groups: ['a'] }), waiting)).not.toBeNull();
    }
    const made = estimate(planOf([item('issued'), item('survey')]), quotasOf(waiting));
    expect([made?.lines[1]?.amount, made?.total]).toEqual([1, null]);
  });
});

test('the estimate foots: every amount is rate × quantity, and the total their sum', () => {
  const items = fc.array(
    fc
      .record({
        per: fc.constantFrom('printed', 'issued', 'reply', 'day', 'packet', 'survey' as const),
        rate: fc.nat({ max: 5_000_000 }),
        groups: fc.subarray(['a', 'b'], { minLength: 1 }),
        times: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ per, ...rest }) => item(per as CostItem['per'], rest)),
    { minLength: 1, maxLength: 8 },
  );
  const sizes = fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(items, sizes, sizes, (written, a, b) => {
      const given = [
        ...a.map((size, at) => rowOf('a', `u${at}`, size)),
        ...b.map((size, at) => rowOf('b', `u${at}`, size)),
      ];
      const made = estimate(planOf(written), quotasOf(given));
      if (made === null) throw new Error('no estimate');
      let sum = 0n;
      for (const { item: line, quantity, amount } of made.lines) {
        const exactly = BigInt(line.rate) * BigInt(quantity ?? -1);
        expect(BigInt(amount ?? -1)).toBe(exactly);
        sum += exactly;
      }
      expect(BigInt(made.total ?? -1)).toBe(sum);
    }),
  );
});

describe('the printed total', () => {
  const items = [item('issued', { name: 'In phiếu', rate: 5100 }), item('survey', { rate: 1000 })];
  const found = (stated: number | null, of = rows) =>
    estimateFindings(planOf(items, { stated }), quotasOf(of), nowhere);

  test('is checked, and a slipped rate is named', () => {
    expect(found(71 * 5100 + 1000)).toEqual([]);
    const [slip] = found(71 * 1500 + 1000);
    expect(slip?.code).toBe('costs/total-does-not-foot');
    expect(slip?.args).toMatchObject({
      computed: 363_100,
      stated: 107_500,
      suspects: ['In phiếu 5100 (1500?)'],
    });
    expect(found(71 * 5100 + 1001)[0]?.args).toMatchObject({ suspects: [] });
  });

  test('is not checked while the estimate is not known, or when none is printed', () => {
    expect(found(1, [...rows, rowOf('a', 'w', null)])).toEqual([]);
    expect(found(null)).toEqual([]);
  });

  test('must be a sum that can be meant', () => {
    const large = [item('issued', { rate: 1_000_000_000_000 }), item('survey')];
    const many = [rowOf('a', 'x', 1000)];
    const [error] = estimateFindings(planOf(large), quotasOf(many), nowhere);
    expect(error).toMatchObject({ code: 'costs/total-too-large', args: { item: 'issued' } });
  });
});

describe('the page', () => {
  const page = (items: readonly CostItem[], of = rows) => {
    const plan = planOf(items);
    const made = estimate(plan, quotasOf(of));
    if (made === null) throw new Error('no estimate');
    return estimatePage(plan, made, 'vi', false);
  };

  test('says for whom, in what, how many, at what rate, and the total in words', () => {
    const {
      rows: lines,
      notes,
      print,
    } = page([
      item('day', { name: 'Công điều tra', rate: 250_000, groups: ['b'] }),
      item('survey', { name: 'Tập huấn', rate: 3_500_000, measure: 'lớp', times: 2 }),
    ]);
    expect(lines.map(({ cells }) => cells)).toEqual([
      [1, 'Công điều tra (10 phiếu/ngày)', 'Nhóm b', 'công', 4, 250_000, 1_000_000],
      [2, 'Tập huấn', 'Toàn cuộc điều tra', 'lớp', 2, 3_500_000, 7_000_000],
      [null, 'TỔNG CỘNG', null, null, null, null, 8_000_000],
    ]);
    expect(notes[0]).toBe('Bằng chữ: Tám triệu đồng.');
    expect(print.signers).toHaveLength(2);
  });

  test('leaves what is not known blank and says why', () => {
    const { rows: lines, notes } = page([item('issued')], [rowOf('a', 'x', null)]);
    expect(lines.map(({ cells }) => cells.slice(4))).toEqual([
      [null, 1, null],
      [null, null, null],
    ]);
    expect(notes[0]).toContain('chưa xác định được số phiếu');
    expect(notes.join(' ')).not.toContain('Bằng chữ');
  });

  test('nothing is paid for is still an amount', () => {
    expect(amountInWords(0, 'đồng')).toBe('Không đồng');
  });
});

test('a plan without rates has no estimate', () => {
  const plan = { ...planOf([]), costs: null };
  expect(estimate(plan, quotas(plan, nowhere).quotas)).toBeNull();
  expect(estimateFindings(plan, quotasOf(rows), nowhere)).toEqual([]);
});

test('what is printed is counted for groups asked on paper, unless the line names its groups', () => {
  const group = (id: string, mode: string) =>
    `  - { id: ${id}, name: Nhóm ${id}, form: "01", in: xa, mode: ${mode}, quota: { each: 10 } }\n`;
  const text = (groups: string) => `survey: thu-2026
title: Khảo sát thử
units: [{ block: xa, name: Xã, units: [{ id: an, name: Xã An }] }]
groups:
${groups}scales: { s: [{ code: 1, label: Hài lòng, points: 100 }] }
forms: [{ id: "01", code: 01/TT, title: Phiếu, questions: [{ id: q1, text: Câu hỏi, scale: s }] }]
costs:
  items:
    - { name: In phiếu, rate: 1, per: printed }
    - { name: Trả lời, rate: 1, per: reply }
    - { name: In cho nhóm b, rate: 1, per: printed, groups: [b] }
`;
  const quantities = (groups: string) => {
    const read = parsePlan(text(groups), 'plan.yaml', new Map());
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    const { plan, where } = read.value;
    return estimate(plan, quotas(plan, where).quotas)?.lines.map(({ quantity }) => quantity);
  };
  expect(quantities(group('a', 'interview') + group('b', 'online'))).toEqual([10, 20, 10]);
  expect(quantities(group('a', 'qr') + group('b', 'online'))).toEqual([20, 20, 10]);
});
