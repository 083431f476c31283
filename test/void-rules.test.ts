/** When a form does not count: the plan's rules over stored answers, and the clerks' reasons. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question, ReturnsRules, VoidLimit, VoidRule } from '../src/plan/plan.ts';
import { plainReturns } from '../src/plan/returns-rules.ts';
import { clerkReasons, voidBy } from '../src/returns/void.ts';
import { exact, parseExact } from '../src/stats/exact.ts';
import { question } from './packet-plan.ts';

const asked = ['q1', 'q2', 'q3', 'q4'].map((id) => question(id, id));
const rules = (...all: readonly VoidRule[]): ReturnsRules => ({ ...plainReturns, void: all });
const percent = (text: string): VoidLimit => {
  return { kind: 'percent', percent: parseExact(text) ?? exact(0) };
};
const most = (count: number): VoidLimit => ({ kind: 'questions', count });
const blank = (over: VoidLimit | null, reason: string | null = null): VoidRule => {
  return { when: 'blank', over, reason };
};

/** `5-.2` → answers: `.` blank, `2` two marks, `k` don't know, `n` not asked, else the option. */
function answers(text: string): readonly (string | null)[] {
  const marks: Readonly<Record<string, string | null>> = {
    '.': null,
    '2': '(two-marks)',
    k: '(dont-know)',
    n: '(not-asked)',
  };
  return [...text].map((one) => (one in marks ? (marks[one] ?? null) : one));
}

function reason(text: string, own: ReturnsRules, questions: readonly Question[] = asked) {
  return voidBy(own, questions)(answers(text));
}

describe('what is blank', () => {
  test.each([
    ['....', 'để trắng'],
    ['.n.n', 'để trắng'],
    ['nnnn', 'không được hỏi câu nào'],
    ['...5', null],
    ['...k', null],
    ['...2', null],
  ])('%s → %s without any rule', (text, why) => {
    expect(reason(text, plainReturns)).toBe(why);
  });

  test('a plan may name the reason', () => {
    expect(reason('....', rules(blank(null, 'Phiếu trắng')))).toBe('Phiếu trắng');
  });

  test('only closed questions about the unit count; where there are none, all do', () => {
    const mixed = [
      question('age', 'Tuổi', { per: 'sheet' }),
      question('q1', 'q1'),
      question('gy', 'Góp ý', { kind: 'open', scale: null }),
    ];
    expect(reason('5.x', plainReturns, mixed)).toBe('để trắng');
    expect(reason('.5.', plainReturns, mixed)).toBeNull();
    const few = mixed.filter(({ id }) => id !== 'q1');
    expect(reason('.x', plainReturns, few)).toBeNull();
    expect(reason('5.', plainReturns, few)).toBeNull();
    expect(reason('..', plainReturns, few)).toBe('để trắng');
  });
});

describe('rules', () => {
  test.each([
    ['5..5', null],
    ['5...', 'để trống quá 50% số câu'],
    // Not asked leaves the base: 2 of 3.
    ['5..n', 'để trống quá 50% số câu'],
    ['55.n', null],
    ['5..k', null],
  ])('over 50%%: %s → %s', (text, why) => {
    expect(reason(text, rules(blank(percent('50'))))).toBe(why);
  });

  test.each([
    ['55..', null],
    ['5...', 'để trống quá 2 câu'],
  ])('over 2: %s → %s', (text, why) => {
    expect(reason(text, rules(blank(most(2))))).toBe(why);
  });

  test.each([
    ['any', null, '5552', 'đánh dấu nhiều hơn một phương án'],
    ['over 0', most(0), '5552', 'đánh dấu nhiều hơn một phương án'],
    ['over 1', most(1), '5552', null],
    ['over 1', most(1), '5522', 'đánh dấu nhiều hơn một phương án ở quá 1 câu'],
    ['over 33.3%', percent('33.3'), '552n', 'đánh dấu nhiều hơn một phương án ở quá 33,3% số câu'],
  ])('two marks, %s: %#', (_name, over, text, why) => {
    expect(reason(text, rules({ when: 'two-marks', over, reason: null }))).toBe(why);
  });

  test.each([
    ['5.55', 'không trả lời câu q2, q9'],
    ['5255', 'không trả lời câu q2, q9'],
    ['5k55', null],
    ['5n55', null],
    ['.555', null],
  ])('q2 must be answered: %s → %s', (text, why) => {
    const rule = { when: 'unanswered', questions: ['q2', 'q9'], reason: null } as const;
    expect(reason(text, rules(rule))).toBe(why);
  });

  test('the first that holds gives the reason; a blank form is blank before all', () => {
    const both = rules(
      { when: 'unanswered', questions: ['q1'], reason: 'Thiếu câu 1' },
      blank(most(1), 'Bỏ nhiều câu'),
    );
    expect([reason('....', both), reason('...5', both), reason('5...', both)]).toEqual([
      'để trắng',
      'Thiếu câu 1',
      'Bỏ nhiều câu',
    ]);
  });

  test('percentages are compared exactly, at the border too', () => {
    const length = fc.integer({ min: 1, max: 60 });
    const hundredths = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(length, hundredths, fc.nat(60), (count, limit, left) => {
        const blanks = Math.min(left, count - 1);
        const questions = Array.from({ length: count }, (_, at) => question(`q${at}`, 'x'));
        const own = rules(blank({ kind: 'percent', percent: exact(limit, 100) }));
        const why = reason('.'.repeat(blanks).padEnd(count, '5'), own, questions);
        // blanks ÷ count > limit ÷ 10 000, in whole numbers
        expect(why !== null).toBe(blanks * 10_000 > limit * count);
      }),
    );
  });
});

describe('reasons that clerks give', () => {
  const listed = { ...plainReturns, reasons: ['Không có dấu', 'Phiếu rách'] };

  test('any words, where the plan lists none', () => {
    expect(clerkReasons(plainReturns)('mưa ướt')).toEqual({ kind: 'reason', reason: 'mưa ướt' });
  });

  test.each(['Không có dấu', 'không  có DẤU', 'Không có dấu.'])('%s is one listed', (text) => {
    expect(clerkReasons(listed)(text)).toEqual({ kind: 'reason', reason: 'Không có dấu' });
  });

  test('another is offered the near ones, never taken for one', () => {
    expect(clerkReasons(listed)('Không có giấu')).toEqual({
      kind: 'unknown',
      near: ['Không có dấu'],
    });
  });

  test('the reasons that rules give are reasons too', () => {
    const own = { ...listed, void: [blank(most(1), 'Bỏ nhiều câu')] };
    expect(clerkReasons(own)('bỏ nhiều câu')).toMatchObject({ reason: 'Bỏ nhiều câu' });
    expect(clerkReasons(own)('Để trắng')).toMatchObject({ reason: 'để trắng' });
  });
});
