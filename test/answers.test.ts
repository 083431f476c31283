/** Cells of every kind of question: what is kept, what is missing and why, what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question, ReturnsRules, Scale } from '../src/plan/plan.ts';
import { plainReturns } from '../src/plan/returns-rules.ts';
import {
  type Answer,
  knownQuestion,
  knownScale,
  missingCodes,
  readAnswer,
} from '../src/returns/answers.ts';
import { exact, parseExact } from '../src/stats/exact.ts';
import { question } from './packet-plan.ts';

const option = (code: string, label: string) => ({ code, label, points: null, positive: false });

const scale: Scale = {
  id: 'kenh',
  options: [
    option('1', 'Trực tiếp'),
    option('2', 'Trực tuyến'),
    option('3', 'Có, nhưng chậm'),
    option('4', 'Qua bưu điện'),
    option('10', 'Khác'),
  ],
};

const codes: ReturnsRules = {
  ...plainReturns,
  codes: {
    blank: ['-'],
    'two-marks': ['99', 'Hai ô'],
    'dont-know': ['98', 'KB'],
    'not-asked': ['97'],
  },
};

function reader(over: Partial<Question>, rules: ReturnsRules = plainReturns) {
  const one = question('q', 'Câu hỏi', { scale: 'kenh', ...over });
  const known = knownQuestion(
    one,
    one.scale === null ? null : knownScale(scale),
    missingCodes(rules),
    rules,
  );
  return (text: string, mark: 'comma' | 'point' | null = null): Answer =>
    readAnswer(known, text, mark);
}

const multiple = (over: Partial<Question> = {}) =>
  reader({ kind: 'multiple', scored: false, ...over });

function figures(from: string | null, to: string | null, decimals: number) {
  const range = { from: from && parseExact(from), to: to && parseExact(to), decimals };
  return reader({ kind: 'number', scale: null, range: range as Question['range'], scored: false });
}

describe('one option', () => {
  test.each([
    ['4', '4'],
    ['Qua bưu điện', '4'],
    ['qua  BƯU ĐIỆN', '4'],
    ['', null],
  ])('%j → %j', (text, kept) => {
    const read = reader({});
    expect([read(text), read(text)]).toEqual([kept, kept]);
  });

  test('two marks are refused, or kept apart where the plan accepts them', () => {
    expect(reader({})('1,2')).toEqual({ kind: 'two-marks' });
    expect(reader({}, { ...plainReturns, acceptTwoMarks: true })('1,2')).toBe('(two-marks)');
    expect(reader({}, { ...plainReturns, acceptTwoMarks: true })('4,7')).toEqual({
      kind: 'decimal',
    });
  });

  test('marks as our own files write them say why there is no answer', () => {
    expect([reader({})('(two-marks)'), reader({})('(not-asked)')]).toEqual([
      '(two-marks)',
      '(not-asked)',
    ]);
    expect(reader({})('(gì đó)')).toMatchObject({ kind: 'unknown' });
    expect(reader({ kind: 'open', scale: null })('(không)')).toBe('(không)');
  });
});

describe('codes of missing answers', () => {
  test.each([
    ['-', null],
    ['99', '(two-marks)'],
    ['hai ô', '(two-marks)'],
    ['kb', '(dont-know)'],
    ['97', '(not-asked)'],
  ])('%j → %j, whatever the kind of question', (text, kept) => {
    const kinds: Partial<Question>[] = [
      {},
      { kind: 'multiple' },
      { kind: 'open', scale: null },
      { kind: 'number', scale: null, range: { from: null, to: exact(90), decimals: 0 } },
    ];
    for (const over of kinds) expect(reader(over, codes)(text)).toBe(kept);
  });

  test('digits mean a code only as they are declared; undeclared words mean nothing', () => {
    expect(reader({}, codes)('099')).toMatchObject({ kind: 'unknown' });
    expect(reader({})('KTL')).toMatchObject({ kind: 'unknown' });
    expect(reader({ kind: 'open', scale: null })('KTL')).toBe('KTL');
  });
});

describe('several options', () => {
  test.each([
    ['1', '1'],
    ['4 1', '1 4'],
    ['10;1', '1 10'],
    ['1,2', '1 2'],
    ['Trực tuyến; Qua bưu điện', '2 4'],
    ['Trực tuyến\nTrực tiếp', '1 2'],
    ['Có, nhưng chậm', '3'],
    ['Trực tiếp, Có, nhưng chậm, Khác', '1 3 10'],
    ['1, qua bưu điện', '1 4'],
  ])('%j → %j', (text, kept) => {
    expect(multiple()(text)).toBe(kept);
  });

  test.each([
    ['1 1', { kind: 'choice-twice', code: '1' }],
    ['1; Trực tiếp', { kind: 'choice-twice', code: '1' }],
    ['1;2;4', { kind: 'too-many-choices', count: 3 }],
    ['1;7', { kind: 'unknown' }],
    ['12', { kind: 'unknown' }],
    ['1.2', { kind: 'unknown' }],
    [';', { kind: 'unknown' }],
  ] as const)('%j is refused', (text, why) => {
    expect(multiple({ atMost: 2 })(text)).toMatchObject(why);
  });

  test('labels that can be cut in two ways are not chosen between', () => {
    const twoWays: Scale = {
      id: 'x',
      options: [option('1', 'Có'), option('2', 'nhưng chậm'), option('3', 'Có, nhưng chậm')],
    };
    const one = question('q', 'Câu hỏi', { kind: 'multiple', scale: 'x', scored: false });
    const known = knownQuestion(one, knownScale(twoWays), missingCodes(plainReturns), plainReturns);
    expect(readAnswer(known, 'nhưng chậm; Có, nhưng chậm', null)).toMatchObject({
      kind: 'choices-unclear',
    });
    expect(readAnswer(known, '2 3', null)).toBe('2 3');
    // The whole cell is one label: that is what was chosen.
    expect(readAnswer(known, 'Có, nhưng chậm', null)).toBe('3');
  });

  test('any choice, in any order and with any mark between, is kept in the order of the scale', () => {
    const all = scale.options.map(({ code }) => code);
    const chosen = fc.shuffledSubarray(all, { minLength: 1 });
    const between = fc.constantFrom(' ', ',', ';', ', ', ' ; ', '/', '\n', '|');
    fc.assert(
      fc.property(chosen, between, fc.boolean(), (some, mark, asLabels) => {
        const labels = new Map(scale.options.map(({ code, label }) => [code, label]));
        const isSpaced = mark === ' ';
        const texts = some.map((code) => (asLabels && !isSpaced ? (labels.get(code) ?? '') : code));
        const kept = all.filter((code) => some.includes(code)).join(' ');
        expect(multiple()(texts.join(mark))).toBe(kept);
      }),
    );
  });

  test('a cell of many pieces is refused without trying every way to cut it', () => {
    const options = Array.from({ length: 40 }, (_, at) => option(`a${at}`, `${'a,'.repeat(at)}a`));
    const one = question('q', 'Câu hỏi', { kind: 'multiple', scale: 'x', scored: false });
    const known = knownQuestion(
      one,
      knownScale({ id: 'x', options }),
      missingCodes(plainReturns),
      plainReturns,
    );
    expect(readAnswer(known, 'a,'.repeat(150), null)).toMatchObject({ kind: expect.any(String) });
    expect(readAnswer(known, 'a,'.repeat(100_000), null)).toMatchObject({ kind: 'unknown' });
  });
});

describe('figures', () => {
  test.each([
    ['35', null, '35'],
    ['1500', null, '1500'],
    ['1.500', 'comma', '1500'],
    ['1.500', 'point', { kind: 'ok' }],
    ['12,50', null, '12.5'],
    ['12.5', null, '12.5'],
    ['３５', null, '35'],
  ] as const)('%j with mark %j', (text, mark, kept) => {
    const expected = typeof kept === 'string' ? kept : '1.5';
    expect(figures('0', '2000', 1)(text, mark)).toBe(expected);
  });

  test.each([
    ['35 tuổi', 'not-a-number'],
    ['12 %', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1.234', 'ambiguous-number'],
    ['-1', 'out-of-range'],
    ['2000,1', 'out-of-range'],
    ['12,55', 'too-many-decimals'],
  ])('%j is refused: %s', (text, kind) => {
    expect(figures('0', '2000', 1)(text)).toMatchObject({ kind });
  });

  test('without bounds any figure is taken; the bounds themselves belong to the range', () => {
    expect(figures(null, null, 0)('-20')).toBe('-20');
    expect([figures('16', '96', 0)('16'), figures('16', '96', 0)('96')]).toEqual(['16', '96']);
  });

  test('a figure is kept exactly or refused, never changed', () => {
    const parts = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 9999 }));
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 3 }), ([whole, digits], decimals) => {
        const text = `${whole}.${String(digits).padStart(4, '0')}`;
        const value = parseExact(text);
        const answer = figures('-100', '100', decimals)(text);
        if (typeof answer === 'string') {
          expect(parseExact(answer)?.equals(value ?? 0)).toBe(true);
          expect(answer.split('.')[1]?.length ?? 0).toBeLessThanOrEqual(decimals);
        } else {
          const fits = value !== null && value.abs().compare(100) <= 0;
          const short = text.replace(/0+$/, '').split('.')[1]?.length ?? 0;
          expect(fits && short <= decimals).toBe(false);
        }
      }),
    );
  });
});
