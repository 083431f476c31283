/** Why is this number so: the steps of the survey worked out by hand, and every equation worked out again from its text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Combine, Criterion, Normalise } from '../src/plan/criterion.ts';
import type { Index } from '../src/plan/index-rules.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import { stepText, type TraceStyle } from '../src/report/trace-text.ts';
import { score } from '../src/scores.ts';
import { exact, exactText } from '../src/stats/exact.ts';
import { parseExpression } from '../src/stats/expression.ts';
import type { Tallies } from '../src/tallies.ts';
import { type AnswerSources, criterionStep, type Step, tracer } from '../src/trace.ts';
import {
  appraised,
  criterion,
  decimal,
  entry,
  leafSource,
  part,
  plan,
  points,
  surveyed,
  tallies,
  tally,
  where,
} from './hand-worked.ts';
import { recompute } from './recompute.ts';

const noSources: AnswerSources = () => [];

function traceOf(of: Plan, counted: Tallies, given: Points, unit: string): Step {
  const { index } = of;
  const scored = score(of, counted, given, where);
  if (index === null || !scored.ok) throw new Error('not scored');
  const inputs = { plan: of, index, scores: scored.value, points: given, where };
  const step = tracer({ ...inputs, sources: noSources })(unit);
  if (step === null) throw new Error(`no trace of ${unit}`);
  return step;
}

function withIndex(change: Partial<Index>): Plan {
  if (plan.index === null) throw new Error('the plan has an index');
  return { ...plan, index: { ...plan.index, ...change } };
}

const vi: TraceStyle = {
  lang: 'vi',
  plan,
  rounding: { decimals: 2, mode: 'half-up', shares: 'to-100' },
  folder: null,
};

/** Arithmetic, then facts, of the step and of everything under it. */
function told(step: Step, style = vi): readonly string[] {
  const text = stepText(step, style);
  return [
    `${text.title}: ${text.result}`,
    ...text.equations.map(({ line }) => line),
    ...text.facts,
    ...step.steps.flatMap((one) => told(one, style)),
  ];
}

function find(step: Step, code: string): Step {
  const found = criterionStep(step, code);
  if (found === null) throw new Error(`no criterion ${code}`);
  return found;
}

/** Every small group shown, so that its arithmetic can be read. */
const open = withIndex({ hideBelow: 1 });

describe('the survey worked out by hand', () => {
  test('An Bình: from its index to the answers of a question', () => {
    const step = traceOf(open, tallies, points, 'an-binh');
    const { title, result, equations, facts } = stepText(step, vi);
    expect(`${title}: ${result}`).toBe('Xã An Bình (Cấp xã): 16,41/20 điểm, chỉ số 82,04%');
    expect(equations.map(({ line }) => line)).toEqual([
      '8,1575 + 8,25 = 16,4075 ≈ 16,41',
      '16,4075 ÷ 20 × 100 = 82,0375 ≈ 82,04',
    ]);
    expect(facts[0]).toMatch(/^Hạng 1\/2 \(Cấp xã\); ngay dưới: Xã Cẩm Sơn/);
    expect(facts[1]).toBe('Xếp loại Tốt: từ 80%; loại liền trên: Xuất sắc: từ 90%.');
    expect(told(find(step, '1.2'))).toEqual([
      '1.2. Tiêu chí 1.2: 4,66/6 điểm',
      '0,6 × (1925/24) + 0,4 × 73,75 = 77,625 ≈ 77,63',
      '6 × 77,625 ÷ 100 = 4,6575 ≈ 4,66',
      'Nhóm: Công chức xã (trọng số 0,6): 80,21%',
      '(475/6 + 81,25) ÷ 2 = 1925/24 ≈ 80,21',
      'Câu q1. Câu q1: 79,17%',
      '(2 × 100 + 3 × 75 + 1 × 50) ÷ 6 = 475/6 ≈ 79,17',
      '1 phiếu chọn mức không có điểm, không tính.',
      'Không trả lời câu này, không tính: 1 phiếu bỏ trống.',
      'Câu q2. Câu q2: 81,25%',
      '(4 × 100 + 2 × 75 + 2 × 50) ÷ 8 = 81,25',
      'Nhóm: Đại biểu HĐND huyện (trọng số 0,4): 73,75%',
      '(72,5 + 75) ÷ 2 = 73,75',
      'Câu q1. Câu q1: 72,50%',
      '(3 × 100 + 4 × 75 + 2 × 50 + 1 × 25) ÷ 10 = 72,5',
      'Câu q2. Câu q2: 75,00%',
      '(2 × 100 + 5 × 75 + 2 × 50) ÷ 9 = 75',
      '1 phiếu chọn mức không có điểm, không tính.',
    ]);
  });

  test('what is missing says so, and nothing is worked out over it', () => {
    const step = traceOf(open, tallies, points, 'binh-hoa');
    expect(step.equations).toEqual([]);
    expect(stepText(step, vi).facts).toEqual([
      'Còn thiếu điểm: 1.1.',
      'Chưa xếp hạng vì chưa đủ điểm.',
    ]);
    const lines = told(find(step, '1.1'));
    expect(lines).toEqual([
      '1.1. Tiêu chí 1.1: chưa có điểm/4',
      'Đơn vị tự chấm: 3,75',
      'Chưa có điểm thẩm định trong points/.',
    ]);
  });

  test('what does not apply leaves the maximum', () => {
    const step = traceOf(open, tallies, points, 'cam-son');
    expect(told(find(step, '2.1'))).toEqual([
      '2.1. Tiêu chí 2.1: –',
      'Không áp dụng cho đơn vị này, không tính vào điểm tối đa.',
    ]);
    const [, , fact] = told(find(step, '2'));
    expect(fact).toBe('Không áp dụng cho đơn vị: 2.1; không tính vào điểm tối đa.');
  });

  test('answers of few are neither shown nor given back', () => {
    const few = {
      ...tallies,
      cells: [
        tally('staff', 'an-binh', 'q3', [2, 1]),
        tally('delegates', 'an-binh', 'q3', [4, 3, 0, 1]),
        ...tallies.cells.filter(({ unit, question }) => unit !== 'an-binh' || question !== 'q3'),
      ],
    };
    const step = find(traceOf(plan, few, points, 'an-binh'), '2.2');
    const groups = step.steps;
    expect(groups.map(({ percent, equations }) => [percent, equations.length])).toEqual([
      [null, 0],
      [null, 0],
    ]);
    expect(groups.flatMap(({ steps }) => steps).map(({ counts }) => counts)).toEqual([[], []]);
    expect(told(step).join('\n')).toContain('có nhóm dưới 5 phiếu');
    expect(JSON.stringify(told(step))).not.toContain('÷ 3');
  });

  test('both languages tell every fact', () => {
    const step = traceOf(open, tallies, points, 'cam-son');
    const [first] = told(find(step, '2.1'), { ...vi, lang: 'en' });
    expect(first).toBe('2.1. Tiêu chí 2.1: –');
  });
});

describe('figures, formulas, conditions', () => {
  const expression = (text: string) => {
    const parsed = parseExpression(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  };
  const declared = ['tong', 'dung-han'].map((id) => {
    return { id, name: `Số ${id}`, kind: 'number', from: null, to: null } as const;
  });
  const formula = { kind: 'formula', expression: expression('max * dung-han / tong') } as const;
  const conditions = [expression('tong >= 100'), expression('dung-han >= tong')];
  const of = withIndex({
    figures: declared,
    criteria: [
      criterion('1', '5', { source: formula }),
      criterion('2', '5', { source: { kind: 'conditions', need: 'all', conditions } }),
      criterion('3', '500', { source: { kind: 'figure', figure: 'tong' } }),
    ],
    max: exact(510),
  });
  const given: Points = {
    entries: [],
    adjustments: [],
    figures: [
      { unit: 'an-binh', figure: 'tong', value: exact(120) },
      { unit: 'an-binh', figure: 'dung-han', value: exact(100) },
    ],
    simulated: [],
    where: (_unit, figure) => {
      return { kind: 'cell', file: 'points/so-lieu.csv', sheet: null, row: 2, column: figure };
    },
  };

  test('the figures are put in, and told where they stand', () => {
    const step = traceOf(of, { ...tallies, cells: [], batches: [] }, given, 'an-binh');
    const tong = 'Số tong = 120 (points/so-lieu.csv, dòng 2, cột “tong”)';
    const dungHan = 'Số dung-han = 100 (points/so-lieu.csv, dòng 2, cột “dung-han”)';
    const style = { ...vi, plan: of };
    expect(told(find(step, '1'), style)).toEqual([
      '1. Tiêu chí 1: 4,17/5 điểm',
      '5 × 100 ÷ 120 = 25/6 ≈ 4,17',
      `Công thức: điểm tối đa × Số dung-han ÷ Số tong; ${dungHan}; ${tong}`,
    ]);
    expect(told(find(step, '2'), style)).toEqual([
      '2. Tiêu chí 2: 0,00/5 điểm',
      `Điều kiện “Số tong ≥ 100”: đạt (${tong})`,
      `Điều kiện “Số dung-han ≥ Số tong”: không đạt (${dungHan}; ${tong})`,
      'Phải đạt mọi điều kiện: 0 điểm.',
    ]);
    expect(told(find(step, '3')).at(-1)).toBe(`Lấy từ số liệu: ${tong}`);
  });
});

describe('rank and class', () => {
  const of = withIndex({
    criteria: [criterion('1', '5', appraised), criterion('2', '5', appraised)],
    max: exact(10),
    rank: {
      within: 'block',
      on: 'percent',
      ties: 'joint',
      tieBreakers: [{ kind: 'criterion', code: '1' }],
    },
  });
  const given: Points = {
    ...points,
    entries: [
      entry('an-binh', '1', '0', '4'),
      entry('an-binh', '2', '0', '3'),
      entry('binh-hoa', '1', '0', '3'),
      entry('binh-hoa', '2', '0', '4'),
      entry('cam-son', '1', '0', '1'),
      entry('cam-son', '2', '0', '1'),
    ],
  };
  const facts = (change: Plan, unit: string): readonly string[] =>
    stepText(traceOf(change, { ...tallies, cells: [], batches: [] }, given, unit), vi).facts;

  test('neighbours, and what broke a tie', () => {
    expect(facts(of, 'an-binh')).toEqual([
      'Hạng 1/3 (Cấp xã); ngay dưới: Xã Bình Hòa (70)',
      'Bằng kết quả; phân định theo tiêu chí 1 (%): 80, còn Xã Bình Hòa 60.',
      'Xếp loại Khá: từ 70%; loại liền trên: Tốt: từ 80%.',
    ]);
  });

  test('a tie that nothing breaks', () => {
    const index = of.index === null ? {} : of.index;
    const joint = withIndex({
      ...index,
      rank: { within: 'block', on: 'percent', ties: 'joint', tieBreakers: [] },
    });
    expect(facts(joint, 'binh-hoa')[0]).toBe(
      'Hạng 1/3 (Cấp xã); đồng hạng với Xã An Bình; ngay dưới: Xã Cẩm Sơn (20)',
    );
  });

  test('classes by share tell how far down they go', () => {
    const index = of.index === null ? {} : of.index;
    const share = (name: string, value: number) => {
      return { name, from: null, share: exact(value), onlyIf: [] };
    };
    const quarters = withIndex({ ...index, classes: [share('A', 25), share('B', 75)] });
    expect(facts(quarters, 'cam-son').at(-1)).toBe(
      'Xếp loại B: 100% đứng đầu, đến vị trí thứ 3; loại liền trên: A: 25% đứng đầu, đến vị trí thứ 1.',
    );
  });
});

const combine = fc.constantFrom<Combine>('sum', 'mean', 'geometric', 'harmonic');
const weight = fc.integer({ min: 1, max: 7 }).map((value) => exact(value, 4));

const normalise = fc.record({
  method: fc.constantFrom('min-max', 'goalposts', 'z-score', 'rank', 'percentile'),
  low: fc.integer({ min: 0, max: 3 }).map((value) => exact(value)),
  high: fc.constant(exact(10)),
  reversed: fc.boolean(),
  within: fc.constantFrom('block', 'all'),
});

const leaf = fc
  .record({
    isAppraised: fc.boolean(),
    as: fc.constantFrom('mean' as const, 'share' as const),
    questions: fc.subarray(['q1', 'q2', 'q3'], { minLength: 1 }),
    weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
    staff: fc.integer({ min: 0, max: 10 }),
    turn: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, normalise, fc.constant('bands')),
    max: fc.integer({ min: 1, max: 40 }),
    weight,
    isOut: fc.boolean(),
  })
  .map(
    (drawn) =>
      (code: string): Criterion =>
        leafOf(code, drawn),
  );

interface Drawn {
  readonly isAppraised: boolean;
  readonly as: 'mean' | 'share';
  readonly questions: readonly string[];
  readonly weights: readonly number[];
  readonly staff: number;
  readonly turn: unknown;
  readonly max: number;
  readonly weight: Criterion['weight'];
  readonly isOut: boolean;
}

function leafOf(code: string, drawn: Drawn): Criterion {
  const { questions, staff, turn } = drawn;
  const questionWeights = questions.map((_, at) => exact(drawn.weights[at] ?? 1));
  const share = (value: number): string => exactText(exact(value, 10));
  const parts = [
    { ...part('staff', share(staff), questions), questionWeights },
    { ...part('delegates', share(10 - staff), questions), questionWeights },
  ];
  const from = drawn.isAppraised ? appraised : { source: leafSource(drawn.as, parts) };
  return criterion(code, exactText(exact(drawn.max, 4)), {
    ...from,
    weight: drawn.weight,
    notFor: drawn.isOut ? ['cam-son'] : [],
    bands:
      turn === 'bands'
        ? [
            { from: exact(2), points: exact(drawn.max, 4) },
            { from: exact(0), points: exact(0) },
          ]
        : [],
    normalise: typeof turn === 'object' && turn !== null ? normaliseOf(turn as Normalise) : null,
  });
}

function normaliseOf(drawn: Normalise): Normalise {
  const goals = drawn.reversed
    ? { worst: exact(3), best: exact(1) }
    : { worst: exact(1), best: exact(3) };
  return { ...drawn, goals: drawn.method === 'goalposts' ? goals : null };
}

const index = fc
  .record({
    fields: fc.array(fc.tuple(combine, weight, fc.array(leaf, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 3,
    }),
    combine,
    notApplicable: fc.constantFrom('shrink' as const, 'keep' as const),
    missing: fc.constantFrom('none' as const, 'drop' as const),
    highest: fc.constantFrom(null, exact(70)),
    decimals: fc.integer({ min: 0, max: 3 }),
    mode: fc.constantFrom('half-up' as const, 'truncate' as const),
  })
  .map(({ fields, decimals, mode, ...rest }): Partial<Index> => {
    const criteria = fields.map(([how, heft, leaves], at) => {
      const children = leaves.map((one, place) => one(`${at + 1}.${place + 1}`));
      return criterion(`${at + 1}`, '10', { combine: how, weight: heft, children });
    });
    const max = exact(10 * criteria.length);
    const rounding = { decimals, mode, shares: 'to-100' } as const;
    return { criteria, max, rounding, hideBelow: 1, bonus: exact(2), penalty: exact(1), ...rest };
  });

const cells = fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 7, maxLength: 7 }), {
  minLength: 18,
  maxLength: 18,
});

/** Points of every appraised leaf for every unit, now and then missing; a bonus for one, a penalty for another. */
function pointsOf(criteria: readonly Criterion[], drawn: readonly number[]): Points {
  const leaves = criteria.flatMap(({ children }) => children);
  const entries = leaves.flatMap(({ code, source, max }, at) =>
    source?.kind === 'appraised'
      ? plan.units.flatMap(({ id }, place) => {
          const draw = drawn[(at * 3 + place) % drawn.length] ?? 0;
          const value = exactText(max.mul(exact(draw, 20)));
          return [entry(id, code, '0', draw === 20 || value.includes('/') ? null : value)];
        })
      : [],
  );
  const none = { self: null, second: null, explanation: null, evidence: null } as const;
  const give = (unit: string, kind: 'bonus' | 'penalty', value: string) => {
    return { ...none, unit, kind, first: decimal(value), appraised: decimal(value) };
  };
  const adjustments = [give('an-binh', 'bonus', '1.25'), give('cam-son', 'penalty', '0.5')];
  return { entries, adjustments, figures: [], simulated: [] };
}

function weighed(one: Tallies['cells'][number]): Tallies['cells'][number] {
  const weighted = Object.entries(one.counts).map(([code, count], at) => {
    return [code, exact(count).mul(exact(7 + at, 8))] as const;
  });
  return { ...one, weighted: Object.fromEntries(weighted) };
}

function all(step: Step): readonly Step[] {
  return [step, ...step.steps.flatMap(all)];
}

test('every equation of random plans comes to what it says, and to what was scored', () => {
  let written = 0;
  fc.assert(
    fc.property(
      index,
      cells,
      fc.array(fc.nat({ max: 20 }), { minLength: 9 }),
      (change, counts, drawn) => {
        const of = withIndex(change);
        const counted = {
          ...tallies,
          cells: tallies.cells.map((cell, at) => {
            const one = tally(cell.group, cell.unit, cell.question, counts[at] ?? []);
            // Of the delegates some count for more than others.
            return one.group === 'staff' ? one : weighed(one);
          }),
        };
        const given = pointsOf(change.criteria ?? [], drawn);
        const rounding = change.rounding ?? vi.rounding;
        for (const { id } of plan.units) {
          for (const step of all(traceOf(of, counted, given, id))) {
            const { equations } = stepText(step, { ...vi, rounding });
            for (const { line } of equations) {
              const { isTrue } = recompute(line, rounding.decimals, rounding.mode);
              expect({ isTrue, line }).toEqual({ isTrue: true, line });
            }
            written += equations.length;
            expect(step.facts.filter(({ fact }) => fact === 'unwritten')).toEqual([]);
            expectResult(step);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(written).toBeGreaterThan(500);
});

/** The last equation comes to the result of its step. */
function expectResult({ about, equations, points: own, percent, facts }: Step): void {
  const last = equations.at(-1);
  if (last === undefined || last.rule === 'percent') return;
  if (facts.some(({ fact }) => ['capped', 'band', 'below-bands', 'beyond'].includes(fact))) return;
  const result = about.kind === 'criterion' || about.kind === 'unit' ? own : percent;
  if (result !== null) expect(last.result.equals(result)).toBe(true);
}

test('a leaf of a survey may be traced without its unit', () => {
  const leafAlone = withIndex({ criteria: [criterion('1', '5', surveyed('mean', ['q1']))] });
  const step = traceOf(leafAlone, tallies, points, 'an-binh');
  expect(criterionStep(step, '1')?.steps).toHaveLength(2);
  expect(criterionStep(step, '9')).toBeNull();
});
