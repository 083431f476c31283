/** The language of formulas and conditions: what it reads, what it gives, and that nothing in it can do harm. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, exact, exactText, parseExact } from '../src/stats/exact.ts';
import {
  evaluate,
  expressionText,
  expressionType,
  holds,
  namesIn,
  namesWithPlaces,
  parseExpression,
  type Values,
} from '../src/stats/expression.ts';
import { randomTree, referenceText, referenceValue } from './expression-trees.ts';

function parsed(text: string) {
  const read = parseExpression(text);
  if (!read.ok) throw new Error(`${text}: ${read.why} at ${read.at}`);
  return read.value;
}

const known: Readonly<Record<string, string | null>> = {
  ...{ a: '3', b: '-0.5', zero: '0', 'ho-so': '12', dung_han: '57', tong: '60', unknown: null },
  max: '2.5',
};

const values: Values = {
  figure: (name) => (known[name] === undefined ? null : parseExact(known[name] ?? '')),
  part: (what, of) => (what === 'percent' && of === '4.1' ? exact(80) : null),
};

function shown(value: Exact | boolean | null): string {
  return value === null || typeof value === 'boolean' ? String(value) : exactText(value);
}

describe('values', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 4 - 3', '3'],
    ['12 / 4 / 2', '1.5'],
    ['0.1 + 0.2', '0.3'],
    ['1 / 3 * 3', '1'],
    ['-a * -2', '6'],
    ['3 - -2', '5'],
    ['- - a', '3'],
    ['ho-so - a', '9'],
    ['dung_han / tong * 100', '95'],
    ['max', '2.5'],
    ['max * a', '7.5'],
    ['max(a, max, 1)', '3'],
    ['MAX (a, 4)', '4'],
    ['min(a, b)', '-0.5'],
    ['abs(b)', '0.5'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['round(2 / 3, 2)', '0.67'],
    ['round(1.005, 2)', '1.01'],
    ['if(a > 2, 10, 20)', '10'],
    ['if(zero, 10, 20)', '20'],
    ['a > 2', 'true'],
    ['a ≥ 3', 'true'],
    ['a <> 3', 'false'],
    ['a == 3', 'true'],
    ['1 / 3 = 2 / 6', 'true'],
    ['percent[4.1] >= 80', 'true'],
    ['percent[ 4.1 ] > 80', 'false'],
    ['not a > 2', 'false'],
    ['not zero', 'true'],
    ['a and not zero', 'true'],
    ['a = 1 or a = 2 and b = 1', 'false'],
    ['a = 3 or a = 2 and b = 1', 'true'],
    ['a AND b', 'true'],
  ])('%s is %s', (text, value) => {
    expect(shown(evaluate(parsed(text), values))).toBe(value);
  });

  test.each([
    ['unknown', 'null'],
    ['unknown + 1', 'null'],
    ['0 * unknown', 'null'],
    ['a / zero', 'null'],
    ['a / zero > 1', 'null'],
    ['min(a, unknown)', 'null'],
    ['unknown > 1', 'null'],
    ['not unknown', 'null'],
    ['zero and unknown', 'false'],
    ['unknown and zero', 'false'],
    ['a or unknown', 'true'],
    ['unknown or a', 'true'],
    ['a and unknown', 'null'],
    ['zero or unknown', 'null'],
    ['if(unknown, 1, 2)', 'null'],
    ['if(unknown, a, 3)', '3'],
    ['if(a > 0, 1, 1 / zero)', '1'],
    ['points[4.1]', 'null'],
  ])('where something is not known: %s is %s', (text, value) => {
    expect(shown(evaluate(parsed(text), values))).toBe(value);
  });

  test('a figure alone is a condition, true when it is not 0', () => {
    expect(['a', 'b', 'zero', 'unknown'].map((text) => holds(parsed(text), values))).toEqual([
      ...[true, true, false, null],
    ]);
  });
});

describe('what cannot be read is said, with its place', () => {
  test.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['2,5 * a', 'decimal-comma', 1],
    ['max(2,5)', 'decimal-comma', 5],
    ['1 < a < 3', 'chained', 6],
    ['(a > 1) + 2', 'truth-as-number', 1],
    ['(a > 1) = (b > 1)', 'truth-as-number', 1],
    ['-(a > 1)', 'truth-as-number', 2],
    ['if(a > 1, 2, a > 3)', 'number-as-truth', 10],
    ['a + b and a', 'number-as-truth', 0],
    ['not 1', 'number-as-truth', 4],
    ['if(a + 1, 2, 3)', 'number-as-truth', 3],
    ['(a + 2', 'unclosed', 0],
    ['if(a, 1, 2', 'unclosed', 2],
    ['percent[4', 'unclosed', 7],
    ['a)', 'unexpected', 1],
    ['a b', 'unexpected', 2],
    ['a +', 'unexpected', 3],
    ['* a', 'unexpected', 0],
    ['95%', 'percent', 2],
    ['a => 3', 'inverted', 2],
    ['a =< 3', 'inverted', 2],
    ['1.', 'unexpected', 0],
    ['2a', 'unexpected', 0],
    ['percent', 'unexpected', 0],
    ['min', 'unexpected', 3],
    ['a, b', 'unexpected', 1],
    ['"x"', 'unexpected', 0],
    ['a; b', 'unexpected', 1],
    ['a.b', 'unexpected', 1],
    ['a[1]', 'unexpected', 1],
    ['and a', 'unexpected', 0],
    ['eval(a)', 'unknown-function', 0],
    ['constructor(a)', 'unknown-function', 0],
    ['a (b)', 'unknown-function', 0],
    ['min(a)', 'arguments', 0],
    ['abs(a, b)', 'arguments', 0],
    ['if(a, 1)', 'arguments', 0],
    ['round(a, 2.5)', 'digits', 9],
    ['round(a, b)', 'digits', 9],
    ['round(a, 11)', 'digits', 9],
  ])('%s: %s at %i', (text, why, at) => {
    expect(parseExpression(text)).toEqual({ ok: false, why, at });
  });

  test('hostile depth and length end in a fault, not in a broken stack', () => {
    const deep = (piece: string, count: number, end: string) =>
      parseExpression(`${piece.repeat(count)}a${end.repeat(count)}`);
    expect(deep('(', 10_000, ')')).toMatchObject({ ok: false, why: 'too-long' });
    expect(deep('(', 400, ')')).toMatchObject({ ok: false, why: 'too-deep', at: 40 });
    expect(deep('not ', 200, '')).toMatchObject({ ok: false, why: 'too-deep' });
    expect(deep('-', 900, '')).toMatchObject({ ok: false, why: 'too-deep' });
    expect(deep('abs(', 100, ')')).toMatchObject({ ok: false, why: 'too-deep' });
    expect(deep('(', 40, ')')).toMatchObject({ ok: true });
    expect(parseExpression('a+'.repeat(499).concat('a'))).toMatchObject({ ok: true });
    expect(parseExpression('['.repeat(1000))).toMatchObject({ ok: false, why: 'unclosed' });
  });

  test('any text is read or refused at a place inside it', () => {
    const pieces = ['a', 'max', 'if', 'percent', '[4.1]', '(', ')', ',', ' ', '1', '2.5', 'not'];
    const signs = ['and', 'or', '<', '=', '-', '*', '/', 'ố', '\u0000', '[', ']', '"', '🙂'];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces, ...signs), { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const read = parseExpression(written);
        if (read.ok) evaluate(read.value, values);
        else expect(read.at >= 0 && read.at <= written.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('trees', () => {
  test('values are those of a reference evaluator', () => {
    fc.assert(
      fc.property(randomTree, (tree) => {
        const given = evaluate(parsed(referenceText(tree)), values);
        expect(shown(given)).toBe(referenceValue(tree));
      }),
      { numRuns: 500 },
    );
  });

  test('what is written out reads back the same', () => {
    fc.assert(
      fc.property(randomTree, (tree) => {
        const once = parsed(referenceText(tree));
        const text = expressionText(once);
        const again = parsed(text);
        expect(expressionText(again)).toBe(text);
        expect(shown(evaluate(again, values))).toBe(shown(evaluate(once, values)));
        expect([expressionType(again), namesIn(again)]).toEqual([
          ...[expressionType(once), namesIn(once)],
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test('no more brackets are written than are needed', () => {
    const texts = ['a - (b - 1)', '(a + b) * 2', 'a / (b * 2)', '-(a + b)', 'not (a and b)'];
    for (const text of [...texts, '(a or b) and a', '(if(a, 1, 2) + 1) * -b', '- -a']) {
      const printed = expressionText(parsed(text));
      expect(printed.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
    expect(expressionText(parsed('((a*b))+(c)'))).toBe('a * b + c');
  });
});

test('names, each once, and where they stand', () => {
  const one = parsed('a + max >= a / b and percent[1.2] > points[bonus] or percent[1.2] > 3');
  expect(namesIn(one)).toEqual({
    figures: ['a', 'b'],
    parts: [
      { what: 'percent', of: '1.2' },
      { what: 'points', of: 'bonus' },
    ],
    max: true,
  });
  expect(namesWithPlaces(one).map(({ kind, at }) => [kind, at])).toEqual([
    ['figure', 0],
    ['maximum', 4],
    ['figure', 11],
    ['figure', 15],
    ['part', 21],
    ['part', 36],
    ['part', 53],
  ]);
});

test('values can be written in the place of names', () => {
  const text = expressionText(parsed('dung_han / tong * max'), (name) =>
    name.kind === 'figure' ? (known[name.name] ?? '?') : 'max',
  );
  expect(text).toBe('57 / 60 * max');
});

test('digits of a long chain are all kept', () => {
  const product = `${'1.1 * '.repeat(60)}1`;
  const value = evaluate(parsed(product), values);
  expect(shown(value)).toBe(exactText(exact(11n ** 60n, 10n ** 60n)));
});
