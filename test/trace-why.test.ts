/** Why there are no points, or no class: the trace says what the scorer went by, with its numbers. */
import { describe, expect, test } from 'vitest';
import type { Criterion } from '../src/plan/criterion.ts';
import type { Index } from '../src/plan/index-rules.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import { stepText } from '../src/report/trace-text.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import { parseExpression } from '../src/stats/expression.ts';
import {
  type AnswerSources,
  adjustmentStep,
  criterionStep,
  type Step,
  tracer,
} from '../src/trace.ts';
import {
  appraised,
  criterion,
  decimal,
  entry,
  plan,
  points,
  surveyed,
  tallies,
  where,
} from './hand-worked.ts';
import { recompute } from './recompute.ts';

const noSources: AnswerSources = () => [];

function expression(text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const figures: Index['figures'] = [
  { id: 'tong', name: 'Hồ sơ đã giải quyết', kind: 'number', from: null, to: null },
  { id: 'dung_han', name: 'Hồ sơ đúng hạn', kind: 'number', from: null, to: null },
  { id: 'co_kh', name: 'Có kế hoạch', kind: 'yes-no', from: null, to: null },
];

interface Case {
  readonly criteria: readonly Criterion[];
  readonly change?: Partial<Index>;
  readonly given?: Partial<Points>;
  /** Of An Bình. */
  readonly known?: Readonly<Record<string, number>>;
}

function planOf({ criteria, change }: Case): Plan {
  if (plan.index === null) throw new Error('the plan has an index');
  const max = criteria.reduce((sum, one) => sum.add(one.max), exact(0));
  const own = { criteria, max, figures, hideBelow: 1, classes: [], ...change };
  return { ...plan, index: { ...plan.index, ...own } };
}

function traced(one: Case, unit = 'an-binh'): { readonly step: Step; readonly of: Plan } {
  const of = planOf(one);
  const known = Object.entries(one.known ?? {}).map(([figure, value]) => {
    return { unit: 'an-binh', figure, value: exact(value) };
  });
  const given: Points = { ...points, entries: [], adjustments: [], figures: known, ...one.given };
  const scored = score(of, { ...tallies }, given, where);
  if (of.index === null || !scored.ok) throw new Error('not scored');
  const inputs = { plan: of, index: of.index, scores: scored.value, points: given, where };
  const step = tracer({ ...inputs, sources: noSources })(unit);
  if (step === null) throw new Error('no trace');
  return { step, of };
}

/** Result, arithmetic, facts. */
function said(step: Step | null, of: Plan, lang: 'vi' | 'en' = 'vi'): readonly string[] {
  if (step === null) throw new Error('no such step');
  const rounding = { decimals: 2, mode: 'half-up', shares: 'to-100' } as const;
  const { result, equations, facts } = stepText(step, { lang, plan: of, rounding, folder: null });
  for (const { line } of equations)
    expect(recompute(line, 2, 'half-up')).toMatchObject({ isTrue: true });
  return [result, ...equations.map(({ line }) => line), ...facts];
}

function leafSaid(one: Case, code: string, lang: 'vi' | 'en' = 'vi'): readonly string[] {
  const { step, of } = traced(one);
  return said(criterionStep(step, code), of, lang);
}

describe('a formula', () => {
  const of = (text: string) =>
    criterion('1', '20', { source: { kind: 'formula', expression: expression(text) } });

  test('is written out with its figures, rounded as it says', () => {
    const known = { tong: 64, dung_han: 61 };
    const lines = leafSaid({ criteria: [of('round(max * dung_han / tong, 2)')], known }, '1');
    expect(lines.slice(0, 2)).toEqual(['19,06/20 điểm', '20 × 61 ÷ 64 = 19,0625 ≈ 19,06']);
    expect(lines.at(-1)).toBe('Theo công thức, làm tròn còn 2 chữ số thập phân: 19,06.');
  });

  test('says which of its two ways counts, and by what', () => {
    const text = 'if(dung_han / tong >= 0.95, max, round(dung_han / tong * max, 1))';
    const lines = leafSaid({ criteria: [of(text)], known: { tong: 64, dung_han: 48 } }, '1', 'en');
    expect(lines).toEqual([
      '15.00/20 points',
      '48 ÷ 64 = 0.75',
      '48 ÷ 64 × 20 = 15',
      expect.stringContaining('Hồ sơ đúng hạn'),
      expect.stringContaining('does not hold, so the second of the two ways counts'),
    ]);
  });

  test('the smaller of two, each on its line', () => {
    const known = { tong: 64, dung_han: 61 };
    const lines = leafSaid({ criteria: [of('min(max, dung_han / tong * 25)')], known }, '1');
    expect(lines[1]).toBe('61 ÷ 64 × 25 = 23,828125 ≈ 23,83');
    expect(lines.at(-1)).toMatch(/^Lấy số nhỏ hơn trong 20 và .*: 20\.$/);
  });

  test.each([
    [
      { tong: 95, dung_han: 200 },
      'Kết quả 800/19 ≈ 42,11 nằm ngoài khoảng 0 đến 20 nên chưa có điểm.',
    ],
    [
      { tong: 0, dung_han: 2 },
      'Chưa có điểm vì công thức phải chia cho Hồ sơ đã giải quyết, mà số này bằng 0.',
    ],
    [{ tong: 95 }, 'Chưa có điểm vì trong points/ còn thiếu số liệu: Hồ sơ đúng hạn.'],
  ])('%j: why there are no points', (known: Record<string, number>, why) => {
    const lines = leafSaid({ criteria: [of('max * dung_han / tong')], known }, '1');
    expect(lines[0]).toBe('chưa có điểm/20');
    expect(lines.at(-1)).toBe(why);
  });

  test('of a figure that is missing no place is told', () => {
    const place = { kind: 'file', file: 'frame/units.csv' } as const;
    const given = { where: () => place };
    const lines = leafSaid(
      { criteria: [of('max * dung_han / tong')], known: { tong: 95 }, given },
      '1',
    );
    expect(lines.join('\n')).toContain('Hồ sơ đúng hạn = chưa có; ');
    expect(lines.join('\n')).toContain('Hồ sơ đã giải quyết = 95 (frame/units.csv)');
  });
});

describe('conditions', () => {
  test('a yes is a yes, not 1', () => {
    const conditions = [expression('co_kh')];
    const source = { kind: 'conditions', need: 'all', conditions } as const;
    const one = { criteria: [criterion('1', '5', { source })], known: { co_kh: 1 } };
    expect(leafSaid(one, '1')).toContainEqual(
      expect.stringMatching(/^Điều kiện “Có kế hoạch”: đạt \(Có kế hoạch = có/),
    );
  });

  test('of a class: met or missed, with the numbers they look at', () => {
    const good = {
      name: 'Tốt',
      from: exact(50),
      share: null,
      onlyIf: [expression('percent[2] >= 80')],
    };
    const fair = { name: 'Khá', from: exact(0), share: null, onlyIf: [] };
    const criteria = [criterion('1', '5', appraised), criterion('2', '5', appraised)];
    const change = { classes: [good, fair] };
    const entries = (second: string) => [
      entry('an-binh', '1', '0', '5'),
      entry('an-binh', '2', '0', second),
    ];
    const missed = traced({ criteria, change, given: { entries: entries('2.5') } });
    expect(said(missed.step, missed.of)).toContain(
      'Đủ mức loại Tốt nhưng không đạt điều kiện: “% đạt tiêu chí 2 ≥ 80”: không đạt (% đạt tiêu chí 2 = 50).',
    );
    const met = traced({ criteria, change, given: { entries: entries('4.5') } });
    expect(said(met.step, met.of)).toContain(
      'Điều kiện kèm theo của loại Tốt: “% đạt tiêu chí 2 ≥ 80”: đạt (% đạt tiêu chí 2 = 90).',
    );
  });
});

describe('what counts in a criterion, as scoring says it', () => {
  const entries = [entry('an-binh', '1', '0', '4'), entry('an-binh', '3', '0', '3')];
  const children = [
    criterion('1', '5', { ...appraised, weight: exact(1) }),
    criterion('2', '5', { ...appraised, weight: exact(0) }),
    criterion('3', '5', { ...appraised, weight: exact(3) }),
  ];

  test.each(['mean', 'geometric', 'harmonic'] as const)(
    '%s: of weight 0 nothing is asked',
    (combine) => {
      const criteria = [criterion('0', '10', { combine, children })];
      const whole = traced({ criteria, given: { entries } });
      const lines = leafSaid({ criteria, given: { entries } }, '0').join('\n');
      expect(lines).toContain('Trọng số 0, không tính vào trung bình: 2.');
      expect(lines).not.toMatch(/thiếu điểm|không viết gọn|0 điểm nên/);
      expect(said(whole.step, whole.of).join('\n')).not.toContain('thiếu điểm');
    },
  );

  test('more than the maximum is the maximum too, and nothing dangles', () => {
    const normalise = {
      method: 'z-score',
      low: exact(20),
      high: exact(5),
      goals: null,
      reversed: false,
      within: 'block',
    } as const;
    const child = criterion('1', '10', { ...appraised, normalise });
    const criteria = [criterion('0', '10', { combine: 'all', children: [child] })];
    const three = ['an-binh', 'binh-hoa', 'cam-son'].map((unit, at) =>
      entry(unit, '1', '0', `${at}`),
    );
    expect(leafSaid({ criteria, given: { entries: three } }, '0')).toEqual([
      '10,00/10 điểm',
      'Phải đạt tối đa ở mọi tiêu chí bên dưới; đạt: 1.',
    ]);
  });

  test('what does not apply: out of the maximum, filled, or over the others', () => {
    const two = [children[0] as Criterion, { ...(children[2] as Criterion), notFor: ['an-binh'] }];
    const how = (combine: 'sum' | 'mean', notApplicable: 'shrink' | 'keep') => {
      const criteria = [criterion('0', '10', { combine, children: two })];
      return leafSaid({ criteria, change: { notApplicable }, given: { entries } }, '3').at(-1);
    };
    expect(how('sum', 'shrink')).toContain('không tính vào điểm tối đa');
    expect(how('sum', 'keep')).toContain('phần còn lại được quy đổi lên');
    expect(how('mean', 'shrink')).toContain('chỉ xét các tiêu chí còn lại');
  });
});

test('fewer answers than the plan asks for are told at the criterion', () => {
  const { source } = surveyed('mean', ['q1']);
  if (source?.kind !== 'survey') throw new Error('a survey');
  const criteria = [criterion('1', '5', { source: { ...source, minRatings: 50 } })];
  const [, why] = leafSaid({ criteria }, '1');
  expect(why).toMatch(
    /^Chưa có giá trị: phương án đòi ít nhất 50 ý kiến ở mỗi nhóm, chưa đủ ở .*mới có \d+/,
  );
});

test('bonus and penalty have steps of their own', () => {
  const none = { second: null, explanation: null, evidence: null } as const;
  const adjustments: Points['adjustments'] = [
    {
      ...none,
      unit: 'an-binh',
      kind: 'bonus',
      self: decimal('2'),
      first: decimal('1.25'),
      appraised: decimal('1.25'),
    },
    { ...none, unit: 'an-binh', kind: 'penalty', self: decimal('1'), first: null, appraised: null },
  ];
  const one: Case = {
    criteria: [criterion('1', '5', appraised)],
    change: { bonus: exact(2), penalty: exact(3) },
    given: { adjustments, entries: [entry('an-binh', '1', '0', '4')] },
  };
  const { step, of } = traced(one);
  expect(said(adjustmentStep(step, 'bonus'), of)).toEqual([
    '1,25/2 điểm',
    'Đơn vị tự chấm: 2',
    'Thẩm định lần 1: 1,25',
  ]);
  expect(said(adjustmentStep(step, 'penalty'), of)).toEqual([
    '0,00/3 điểm',
    'Đơn vị tự chấm: 1',
    'Chưa thẩm định nên chưa tính.',
  ]);
  const text = stepText(step, {
    lang: 'vi',
    plan: of,
    rounding: { decimals: 2, mode: 'half-up', shares: 'to-100' },
    folder: null,
  });
  expect(text.equations[0]?.words).toBe('Tổng điểm = cộng điểm các lĩnh vực, cộng điểm thưởng');
  const other = traced(one, 'cam-son');
  expect(said(adjustmentStep(other.step, 'bonus'), of).at(-1)).toBe(
    'Đơn vị không có điểm thưởng nào trong points/.',
  );
});
