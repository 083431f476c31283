import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rating } from '../src/returns/batch.ts';
import { LineBytes } from '../src/returns/line-bytes.ts';
import { contextColumns, ratingReader, ratingWriter } from '../src/returns/rating-lines.ts';

const questions = ['q1', 'unit', 'q3'];
const text = fc.oneof(
  fc.constantFrom('5', 'x', 'ệ', '1 3', '(two-marks)', 'a'.repeat(60)),
  fc.constantFrom('"', ',', 'a"b', 'hai, ba', 'dòng\nhai', '\r', '😀'),
  fc.string({ minLength: 1, unit: 'grapheme' }),
);
const maybe = (some: fc.Arbitrary<string>) => fc.option(some, { freq: 2 });
const ratings = (cell: fc.Arbitrary<string>): fc.Arbitrary<Rating[]> =>
  fc.array(
    fc.record({
      serial: maybe(fc.constantFrom('T24-01001-00012', 'T24-01001-00023')),
      form: fc.constantFrom('01', '02'),
      group: fc.constantFrom('dan', 'cán-bộ'),
      unit: fc.constantFrom('an', 'bình'),
      from: fc.record({ unit: maybe(cell), place: maybe(cell) }),
      questions: fc.constant(questions),
      answers: fc.tuple(maybe(cell), maybe(cell), maybe(cell)),
      reply: maybe(cell),
      at: maybe(fc.constantFrom('2024-09-11', '2024-09-11T08:30')),
      collector: maybe(cell),
      keyedBy: maybe(cell),
      voidReason: maybe(cell),
      row: fc.integer({ min: 2, max: 999_999_999 }),
    }),
    { minLength: 1, maxLength: 20 },
  );

function written(all: readonly Rating[]): Buffer {
  const bytes = new LineBytes();
  const writer = ratingWriter(questions, contextColumns);
  bytes.text(`${writer.header}\n`);
  for (const rating of all) writer.put(bytes, rating);
  return Buffer.from(bytes.view());
}

/** Each piece in memory that is filled again for the next. */
function readBack(bytes: Buffer, cuts: readonly number[]): readonly Rating[] | null {
  const back: Rating[] = [];
  const reader = ratingReader((rating) => back.push(rating));
  const piece = Buffer.alloc(Math.max(...cuts));
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = bytes.copy(piece, 0, at, at + (cuts[turn % cuts.length] ?? 1));
    if (!reader.push(piece.subarray(0, length))) return null;
    at += length;
  }
  return reader.end() === back.length ? back : null;
}

const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 20 });
const codes = fc.constantFrom('1', '5', 'ệ', '1 3', '(dont-know)');

test('ratings come back from their bytes as they were, however these are cut', () => {
  for (const cell of [codes, text]) {
    fc.assert(
      fc.property(ratings(cell), cuts, (all, lengths) => {
        expect(readBack(written(all), lengths)).toEqual(all);
      }),
    );
  }
});

test('bytes are the same as the lines of text', () => {
  const writer = ratingWriter(questions, contextColumns);
  fc.assert(
    fc.property(ratings(text), (all) => {
      const lines = [writer.header, ...all.map(writer.line), ''].join('\n');
      expect(written(all).toString('utf8')).toBe(lines);
    }),
  );
});

test('what is cut off, too wide or no rating is not whole', () => {
  const nobody = { reply: null, at: null, collector: null, keyedBy: null, serial: null };
  const about = { form: '01', group: 'dan', unit: 'an', from: { unit: null, place: null } };
  const rating: Rating = {
    ...{ ...nobody, ...about, questions, row: 2 },
    ...{ answers: ['1', null, '3'], voidReason: null },
  };
  const bytes = written([rating]);
  for (let end = 1; end < bytes.length; end++) {
    const back = readBack(bytes.subarray(0, end), [7]);
    expect(back === null || back.length === 0).toBe(true);
  }
  const wrong = (from: string, to: string): Buffer => Buffer.from(String(bytes).replace(from, to));
  expect(readBack(wrong(',3\n', ',3,4\n'), [7])).toBeNull();
  expect(readBack(wrong('\n2,', '\ntwo,'), [7])).toBeNull();
  expect(readBack(wrong('row,', 'rows,'), [7])).toBeNull();
});
