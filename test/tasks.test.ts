/** Tasks: the dates that follow from working days, and their order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../src/plan/parse.ts';
import { taskOrder } from '../src/plan/task-order.ts';

const head = `survey: thu-2024
title: Khảo sát thử
units: [{ block: xa, name: Các xã, units: [{ id: an, name: Xã An }] }]
groups: [{ id: staff, name: Công chức, form: "01", in: xa, quota: { each: 5 } }]
forms: [{ id: "01", code: 01/THU, title: Phiếu, questions: [{ id: yk, text: Ý kiến, open: yes }] }]
`;

function parse(tasks: readonly string[], more = '') {
  const list = tasks
    .map((task) => `  - { name: ${task.replace(/^(\w+)/, '$1, id: $1')} }\n`)
    .join('');
  return parsePlan(`${head}${more}tasks:\n${list}`, 'plan.yaml', new Map());
}

function dates(tasks: readonly string[], more = ''): readonly (readonly (string | null)[])[] {
  const parsed = parse(tasks, more);
  if (!parsed.ok) throw new Error(parsed.findings.map(({ code }) => code).join());
  return parsed.value.plan.tasks.map(({ from, due }) => [from, due]);
}

const codes = (tasks: readonly string[], more = ''): readonly string[] =>
  parse(tasks, more)
    .findings.map(({ code }) => code)
    .sort();

describe('dates that are not written', () => {
  it('follow from working days and from the tasks before, in whatever order they stand', () => {
    expect(
      dates([
        'c, days: 2, after: [a, b]',
        'a, from: 2024-08-29, days: 3',
        'b, due: 2024-08-30',
        'd, after: c',
      ]),
    ).toEqual([
      ['2024-09-05', '2024-09-06'],
      ['2024-08-29', '2024-09-04'],
      [null, '2024-08-30'],
      [null, null],
    ]);
  });

  it('know swapped days', () => {
    const calendar = 'calendar: { closed: [2024-04-29], open: [2024-05-04] }\n';
    expect(dates(['a, from: 2024-04-26, days: 4'])).toEqual([['2024-04-26', '2024-05-03']]);
    expect(dates(['a, from: 2024-04-26, days: 4'], calendar)).toEqual([
      ['2024-04-26', '2024-05-04'],
    ]);
  });

  it('stay open where nothing says when a task begins', () => {
    expect(dates(['a, days: 4', 'b, days: 1, after: a', 'c, from: 2024-09, days: 5'])).toEqual([
      [null, null],
      [null, null],
      ['2024-09-01', null],
    ]);
    expect(codes(['a, days: 4', 'b, days: 1, after: [nobody]'])).toEqual([
      'plan/days-without-start',
      'plan/unknown-name',
    ]);
  });

  it('agree with what is written, or not', () => {
    expect(codes(['a, from: 2024-08-29, days: 5, due: 2024-09-06'])).toEqual([]);
    expect(codes(['a, from: 2024-08-29, days: 6, due: 2024-09-06'])).toEqual(['plan/task-days']);
    expect(codes(['a, due: 2024-08-29', 'b, after: a, days: 2, due: 2024-09-05'])).toEqual([
      'plan/task-days',
    ]);
  });
});

describe('order', () => {
  it('months are given the benefit of the doubt', () => {
    expect(codes(['a, due: 2024-09', 'b, from: 2024-09, due: 2024-09, after: a'])).toEqual([]);
    expect(codes(['a, due: 2024-10', 'b, from: 2024-09, due: 2024-09, after: a'])).toEqual([
      'plan/task-before',
    ]);
    expect(codes(['a, due: 2024-09-06', 'b, from: 2024-09-06, after: a'])).toEqual([]);
  });

  it('a task cannot wait for itself, and two circles are two', () => {
    expect(codes(['a, after: a'])).toEqual(['plan/task-cycle']);
    expect(codes(['a, after: b', 'b, after: a', 'c, after: [b, d]', 'd, after: c'])).toEqual([
      'plan/task-cycle',
      'plan/task-cycle',
    ]);
  });

  it('every task stands after those it waits for, or waits for a circle', () => {
    const graph = fc.integer({ min: 1, max: 8 }).chain((size) =>
      fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(graph, (edges) => {
        const tasks = edges.map((after, id) => ({ id: String(id), after: after.map(String) }));
        const { ordered, circles } = taskOrder(tasks);
        const place = new Map(ordered.map(({ id }, position) => [id, position]));
        for (const { id, after } of ordered) {
          for (const before of after) {
            expect(place.get(before) ?? Infinity).toBeLessThan(place.get(id) ?? -1);
          }
        }
        expect(ordered.length === tasks.length).toBe(circles.length === 0);
        for (const circle of circles) {
          const inside = new Set(circle.map(({ id }) => id));
          expect(circle.every(({ after }) => after.some((id) => inside.has(id)))).toBe(true);
        }
      }),
    );
  });
});

describe('numbers', () => {
  const numbered = (...numbers: readonly string[]): readonly string[] =>
    codes(numbers.map((no, position) => `t${position}, ${no}`)).map((code) => code.slice(17));

  it.each([
    [['no: 1', 'no: 2', 'no: 3'], []],
    [['no: 1', 'no: 2', 'no: 2', 'no: 4'], ['repeats']],
    [['no: 1', 'no: 2', 'no: 2', 'no: 3'], ['repeats']],
    [['no: 1', 'no: 3'], ['jumps']],
    [['no: 2.1.', 'no: 2.2', 'no: 3.1', 'no: 3.2'], []],
    [['no: 1, phase: Một', 'no: 2, phase: Một', 'no: 1, phase: Hai'], []],
    [['no: a', 'no: b', 'no: a'], []],
  ] as const)('%j', (numbers, expected) => {
    expect(numbered(...numbers)).toEqual(expected);
  });
});

describe('bodies', () => {
  const owners = (...names: readonly string[]): readonly string[] =>
    names.map((name, position) => `t${position}, lead: ${name}`);

  it('one body in two spellings of the same name is one', () => {
    expect(codes(owners('Phòng Văn hóa', 'Phòng Văn hoá', 'phòng  VĂN HÓA'))).toEqual([]);
    expect(codes(owners('Trung tâm TT-TDTT', 'Trung tâm TT-TD TT'))).toEqual([
      'plan/body-written-twice',
    ]);
    expect(codes(owners('Tổ 12', 'Tổ 1 2', 'Phòng Y tế', 'Phòng Tư pháp'))).toEqual([]);
  });

  it('a listed body, a unit, a block, the issuer and its parent are known', () => {
    const more = 'document: { issuer: Sở Nội vụ, parent: UBND tỉnh }\nbodies: [Bưu điện]\n';
    expect(
      codes(owners('Bưu điện', 'UBND xã An', 'Các xã', 'Sở Nội vụ', 'UBND tỉnh'), more),
    ).toEqual([]);
    expect(codes(owners('Buu điện'), more)).toEqual(['plan/unknown-body']);
  });
});
