/** Rows taken as a stream, in two readings and a few bytes each, against what settling means over the whole table. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rating } from '../src/returns/batch.ts';
import { take } from '../src/returns/take.ts';
import { plainTaking } from './plain-taking.ts';
import { referenceSettle } from './reference-settle.ts';
import { batch, context, serialsOf, table, taken } from './returns-plan.ts';

const head = ['serial', 'unit', 'group', 'q1', 'q2', 'q3', 'gioi'];

/** Few sheets, few answers: rows often concern each other. */
const staff = fc
  .tuple(fc.constantFrom(...serialsOf('staff', 'an').slice(0, 3)), fc.constantFrom('5', '4'))
  .map(([serial, q1]) => [serial, '', '', q1, '3', '', '']);
const grid = fc
  .tuple(
    fc.constantFrom(...serialsOf('delegates').slice(0, 2)),
    fc.constantFrom('an', 'hoa', 'cam'),
    fc.constantFrom('5', '4'),
    fc.constantFrom('1', '2', ''),
  )
  .map(([serial, unit, q1, sex]) => [serial, unit, '', q1, '', 'K', sex]);
const row = fc.oneof(staff, grid);
const rows = fc.array(row, { maxLength: 12 });

function alone(cells: readonly string[], at: number): Rating {
  const [rating] = taken(table(head, [cells])).ratings;
  if (rating === undefined) throw new Error('a row that is not sound by itself');
  return { ...rating, row: at + 2 };
}

test('the stream takes, skips and rejects what the reference does, and for the same reasons', () => {
  fc.assert(
    fc.property(rows, fc.array(row, { minLength: 1, maxLength: 12 }), (before, now) => {
      const first = before.length === 0 ? null : taken(table(head, before));
      const stored = first === null || first.ratings.length === 0 ? [] : [batch('dau', first)];
      const result = take(context, table(head, now), plainTaking, stored);
      if (!result.ok) throw new Error(JSON.stringify(result.findings));
      const expected = referenceSettle(
        now.map(alone),
        stored,
        'phieu.csv',
        ['gioi'],
        ['delegates'],
      );
      const { ratings, rejected, skipped, counts } = result.value;
      expect(ratings.map((one) => one.row)).toEqual(expected.accepted);
      expect(skipped).toBe(expected.skipped.length);
      expect(
        new Map(rejected.map((one) => [one.row.row, one.reasons.map(({ code }) => code)])),
      ).toEqual(expected.rejected);
      expect(counts).toEqual({
        read: now.length,
        accepted: ratings.length,
        rejected: rejected.length,
      });
    }),
    { numRuns: 200 },
  );
});

test('the order of rows never decides which sheets are taken', () => {
  const shuffled = fc
    .array(row, { minLength: 2, maxLength: 10 })
    .chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
      ),
    );
  const kept = (some: readonly (readonly string[])[]): readonly string[] =>
    taken(table(head, some))
      .ratings.map(({ serial, unit, answers }) => JSON.stringify([serial, unit, answers]))
      .sort();
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(kept(other)).toEqual(kept(one));
    }),
  );
});

const open = ['unit', 'group', 'q1', 'q3'];
const openRow = fc
  .tuple(fc.constantFrom('an', 'hoa'), fc.constantFrom('5', '4'))
  .map(([unit, q1]) => [unit, 'visitors', q1, 'K']);

/** As many of each as both have. */
function sharedCount(some: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

test('replies that nobody can tell apart: held when the whole import comes again, refused under another name', () => {
  fc.assert(
    fc.property(
      fc.array(openRow, { minLength: 2, maxLength: 4 }),
      fc.array(openRow, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (before, more, isAgain) => {
        const first = taken(table(open, before));
        const now = isAgain ? [...before, ...more] : more;
        const isPrefix = before.every((cells, at) => String(now[at]) === String(cells));
        const shared = sharedCount(before.map(String), now.map(String));
        const isLike = shared >= 2 && shared * 2 >= before.length;
        const stored = batch('phieu', first);
        const other = {
          ...stored,
          record: { ...stored.record, source: { ...stored.record.source, name: 'khac.csv' } },
        };
        const same = take(context, table(open, now), plainTaking, [stored]);
        const refused = ['returns/replies-imported'];
        if (isPrefix || !isLike) {
          expect(same.ok && same.value.skipped).toBe(isPrefix ? before.length : 0);
          expect(same.ok && same.value.ratings.length).toBe(
            now.length - (isPrefix ? before.length : 0),
          );
        } else expect(same.findings.map(({ code }) => code)).toEqual(refused);
        const elsewhere = take(context, table(open, now), plainTaking, [other]);
        expect(elsewhere.findings.map(({ code }) => code)).toEqual(isLike ? refused : []);
        const separate = take(context, table(open, now), { ...plainTaking, isSeparate: true }, [
          other,
        ]);
        expect(separate.ok && separate.value.ratings.length).toBe(now.length);
      },
    ),
  );
});

test('a reply with an id is one reply: repeated, held, or in conflict', () => {
  const columns = [...open, 'reply'];
  const cells = ['an', 'visitors', '5', 'K', 'uuid:1'];
  const stored = batch('dau', taken(table(columns, [cells])));
  expect(stored.ratings[0]?.reply).toBe('uuid:1');
  const codes = (rows: string[][]): readonly (readonly string[])[] =>
    taken(table(columns, rows), [stored]).rejected.map(({ reasons }) =>
      reasons.map(({ code }) => code),
    );
  expect(taken(table(columns, [cells]), [stored]).skipped).toBe(1);
  expect(codes([['an', 'visitors', '4', 'K', 'uuid:1']])).toEqual([['returns/conflict']]);
  expect(
    codes([
      ['an', 'visitors', '4', 'K', 'uuid:2'],
      ['an', 'visitors', '4', 'K', 'uuid:2'],
    ]),
  ).toEqual([['returns/repeated']]);
});
