import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsFingerprint } from '../src/plan/fingerprint.ts';
import type { Batch } from '../src/returns/batch.ts';
import { nothingAsked } from '../src/stats/missing.ts';
import { ratingGaps } from '../src/status/gaps.ts';
import { custodyOf, type Tallies, tally } from '../src/tallies.ts';
import { batch, plan, planQuotas, serial, serialsOf, table, taken } from './returns-plan.ts';

const staffHead = ['serial', 'q1', 'q2', 'void'];
const gridHead = ['serial', 'unit', 'gioi', 'q1', 'q3', 'void'];

function rows(id: string, head: readonly string[], cells: readonly (readonly string[])[]): Batch {
  return batch(id, taken(table(head, cells)));
}

function counted(...batches: readonly Batch[]): Tallies {
  const result = tally(plan, batches);
  if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join(' '));
  return result.value;
}

function clashes(...batches: readonly Batch[]): readonly string[] {
  const result = tally(plan, batches);
  return result.ok ? [] : result.findings.map(({ code }) => code);
}

const s = (at: number, unit = 'an') => serial('staff', unit, at);
const d = (at: number) => serial('delegates', null, at);

describe('counting', () => {
  test('valid ratings are counted by option, blanks apart; void ones only in custody', () => {
    const { cells, custody } = counted(
      rows('a', staffHead, [
        [s(0), '5', '', ''],
        [s(1), '5', '3', ''],
        [s(2), '1', '1', 'rách'],
        [s(3), '', '', ''],
      ]),
    );
    expect(
      cells.map(({ question, counts, missing: { blank } }) => [
        question,
        counts['5'],
        counts['3'],
        blank,
      ]),
    ).toEqual([
      ['q1', 2, 0, 0],
      ['q2', 0, 1, 1],
    ]);
    expect(cells[0]?.counts).toEqual({ 5: 2, 4: 0, 3: 0, 2: 0, 1: 0, 9: 0 });
    expect(custody).toEqual([
      {
        group: 'staff',
        form: '01',
        unit: 'an',
        place: null,
        issued: null,
        returned: 4,
        valid: 2,
        void: 2,
        partial: false,
      },
    ]);
  });

  test('a grid sheet is one sheet, valid when any of its ratings is', () => {
    const { cells, custody } = counted(
      rows('a', gridHead, [
        [d(0), 'an', '2', '5', 'K', ''],
        [d(0), 'hoa', '', '', '', ''],
        [d(1), 'an', '', '', '', ''],
      ]),
    );
    expect(custody).toEqual([
      {
        group: 'delegates',
        form: '02',
        unit: null,
        place: null,
        issued: null,
        returned: 2,
        valid: 1,
        void: 1,
        partial: false,
      },
    ]);
    expect(new Set(cells.map(({ unit }) => unit))).toEqual(new Set(['an']));
  });

  test('a unit that a sheet was not asked about is counted so, question by question, and is no gap', () => {
    const keyed = rows('a', gridHead, [
      [d(0), 'an', '2', '5', 'K', ''],
      [d(0), 'hoa', '2', '5', 'K', ''],
      [d(0), 'cam', '2', '', '', ''],
      [d(1), 'an', '', '5', 'K', ''],
    ]);
    // The last sheet was asked about nothing at all: it does not count.
    const ratings = keyed.ratings.map((rating, at) => {
      if (at !== 1 && at !== 3) return rating;
      const answers = rating.questions.map((id, place) =>
        id === 'gioi' ? (rating.answers[place] ?? null) : '(not-asked)',
      );
      return { ...rating, answers, voidReason: nothingAsked };
    });
    const value = counted({ ...keyed, ratings });
    expect(value.custody).toMatchObject([{ group: 'delegates', returned: 2, valid: 1, void: 1 }]);
    const hoa = value.cells.filter(({ unit }) => unit === 'hoa');
    expect(hoa.map(({ question, missing }) => [question, missing['not-asked']])).toEqual([
      ['gioi', 0],
      ['q1', 1],
      ['q3', 1],
    ]);
    expect(hoa[0]?.counts).toEqual({ 1: 0, 2: 0 });
    const gaps = ratingGaps(plan, value);
    expect(gaps.map(({ unit }) => unit.id)).toEqual(['cam']);
  });

  test('a grid sheet in two imports came back on its earliest day, whatever they are called', () => {
    const head = ['serial', 'unit', 'gioi', 'q1', 'q3', 'answered_at'];
    const early = [[d(0), 'an', '2', '5', 'K', '2024-09-20']];
    const late = [[d(0), 'hoa', '2', '4', 'K', '2024-09-25']];
    const undated = [[d(0), 'hoa', '2', '4', 'K', '']];
    const daysOf = (one: readonly string[][], other: readonly string[][]) =>
      counted(rows('a', head, one), rows('b', head, other)).days.map(({ day, returned, valid }) => [
        day,
        returned,
        valid,
      ]);
    expect(daysOf(early, late)).toEqual([['2024-09-20', 1, 1]]);
    expect(daysOf(late, early)).toEqual([['2024-09-20', 1, 1]]);
    expect(daysOf(undated, early.with(0, [d(0), 'an', '', '', '', '2024-09-20']))).toEqual([
      ['2024-09-20', 1, 1],
    ]);
  });

  test('what is asked once a sheet counts for every unit that the sheet rates', () => {
    const { cells } = counted(
      rows('a', gridHead, [[d(0), 'an', '', '5', 'K', '']]),
      rows('b', gridHead, [[d(0), 'hoa', '2', '4', 'C', '']]),
    );
    const sex = cells.filter(({ question }) => question === 'gioi');
    expect(sex.map(({ unit, counts, missing: { blank } }) => [unit, counts, blank])).toEqual([
      ['an', { 1: 0, 2: 1 }, 0],
      ['hoa', { 1: 0, 2: 1 }, 0],
    ]);
  });

  test('cells follow the order of the plan, not of the batches', () => {
    const one = rows('z', staffHead, [[s(0, 'cam'), '5', '4', '']]);
    const two = rows('a', staffHead, [[s(0, 'an'), '5', '4', '']]);
    const three = rows(
      'm',
      ['unit', 'q1', 'q3'],
      [
        ['hoa', '5', 'K'],
        ['hoa', '5', 'K'],
      ],
    );
    expect(counted(one, two, three)).toEqual(counted(three, two, one));
    expect(counted(one, two, three).cells.map(({ form, unit }) => `${form} ${unit}`)).toEqual([
      '01 an',
      '01 an',
      '01 cam',
      '01 cam',
      '03 hoa',
      '03 hoa',
    ]);
    expect(counted(one, two, three).batches).toEqual(['a', 'm', 'z']);
  });

  test('custody is found by the quota row', () => {
    const tallies = counted(
      rows('a', ['serial', 'q2'], [[serial('households', 'thon-2', 0), '5']]),
      rows('b', gridHead, [[d(0), 'an', '2', '5', 'K', '']]),
    );
    const returned = planQuotas.rows.map((row) => custodyOf(tallies, row)?.returned ?? 0);
    expect(returned).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 1]);
  });
});

describe('batches that clash', () => {
  const head = [
    'unit',
    'group',
    'question',
    '5',
    '4',
    '3',
    '2',
    '1',
    '9',
    'returned',
    'valid',
    'void',
  ];
  const paper = (id: string, unit: string) =>
    rows(id, head, [
      [unit, 'staff', 'q1', '2', '0', '0', '0', '0', '0', '2', '2', '0'],
      [unit, 'staff', 'q2', '0', '2', '0', '0', '0', '0', '', '', ''],
    ]);
  const keyed = rows('phieu', staffHead, [[s(0), '5', '4', '']]);

  test('the same sheet in two of them', () => {
    const again = rows('lai', staffHead, [
      [s(0), '5', '4', ''],
      [s(1), '5', '5', ''],
    ]);
    const result = tally(plan, [keyed, again]);
    expect(result.ok).toBe(false);
    expect(result.findings).toEqual([
      expect.objectContaining({
        code: 'returns/in-two-batches',
        args: { serial: s(0), unit: 'Xã An Bình', batches: ['lai', 'phieu'] },
      }),
    ]);
  });

  test('rows and a tally of one unit, or two tallies of it; other units are free', () => {
    expect(clashes(keyed, paper('dem', 'an'))).toEqual(['returns/counted-twice']);
    expect(clashes(paper('dem', 'an'), paper('dem-lai', 'an'))).toEqual(['returns/counted-twice']);
    expect(clashes(keyed, paper('dem', 'hoa'), paper('dem-lai', 'cam'))).toEqual([]);
  });

  test('the same file under two names, even without serials', () => {
    const replies = rows('mot', ['unit', 'q1', 'q3'], [['hoa', '5', 'K']]);
    const copy = { ...replies, record: { ...replies.record, id: 'hai' } };
    expect(clashes(replies, copy)).toEqual(['returns/same-source']);
  });

  test('a rehearsal among real returns', () => {
    const rehearsal = { ...keyed, record: { ...keyed.record, simulated: '7' } };
    const real = rows('that', staffHead, [[s(1), '5', '4', '']]);
    expect(clashes(rehearsal, real)).toEqual(['returns/rehearsal-and-real']);
    expect(counted(rehearsal).simulated).toEqual(['7']);
  });

  test('names that the plan no longer has', () => {
    const [first] = keyed.ratings;
    const old = { ...keyed, ratings: first === undefined ? [] : [{ ...first, unit: 'xa-cu' }] };
    const result = tally(plan, [old]);
    expect(result.findings.map(({ args }) => args)).toEqual([
      { batch: 'phieu', thing: 'unit', name: 'xa-cu' },
    ]);
  });

  test('forms or scales that were changed after the import are only warned of', () => {
    const since = (formsFingerprint: string | null): Batch => ({
      ...keyed,
      record: { ...keyed.record, formsFingerprint },
    });
    const now = formsFingerprint(plan);
    expect(tally(plan, [since(now)]).findings).toEqual([]);
    expect(tally(plan, [since(null)]).findings).toEqual([]);
    const scales = plan.scales.map(({ options, ...scale }) => ({
      ...scale,
      options: options.map((option, at) => ({
        ...option,
        label: options.at(-1 - at)?.label ?? option.label,
      })),
    }));
    const result = tally({ ...plan, scales }, [since(now)]);
    expect(result.ok && result.findings).toEqual([
      expect.objectContaining({ code: 'returns/other-forms', args: { batches: ['phieu'] } }),
    ]);
    expect(formsFingerprint({ ...plan, forms: [...plan.forms].reverse() })).toBe(now);
  });

  describe('an id that had another name when it was imported', () => {
    const [first, second, ...rest] = plan.units;
    if (first === undefined || second === undefined) throw new Error('two units are needed');
    const units = [first, second].map(({ id, name }) => ({ id, name }));
    const held: Batch = { ...keyed, record: { ...keyed.record, units } };
    const under = (one: string, other: string) =>
      tally({ ...plan, units: [{ ...first, name: one }, { ...second, name: other }, ...rest] }, [
        held,
      ]);

    test('is told, unless it is the same name in another writing', () => {
      expect(under(first.name, second.name).findings).toEqual([]);
      expect(under(first.name.toUpperCase(), second.name).findings).toEqual([]);
      const result = under('Xã Khác Hẳn', second.name);
      expect(result.ok && result.findings).toEqual([
        expect.objectContaining({
          code: 'returns/unit-renamed',
          args: { id: first.id, before: first.name, now: 'Xã Khác Hẳn', batches: ['phieu'] },
        }),
      ]);
    });

    test('is an error where another unit has that name now', () => {
      const result = under(second.name, first.name);
      expect(result.ok).toBe(false);
      expect(result.findings.map(({ code, args }) => ({ code, ...args }))).toEqual([
        expect.objectContaining({
          code: 'returns/unit-of-other-name',
          id: first.id,
          other: second.id,
        }),
        expect.objectContaining({
          code: 'returns/unit-of-other-name',
          id: second.id,
          other: first.id,
        }),
      ]);
    });
  });

  test('what is asked once a sheet, said differently', () => {
    const one = rows('mot', gridHead, [[d(0), 'an', '1', '5', 'K', '']]);
    const two = rows('hai', gridHead, [[d(0), 'hoa', '2', '5', 'K', '']]);
    expect(clashes(one, two)).toEqual(['returns/sheet-answers-differ']);
  });
});

test('forms keyed one by one give the same tallies as the same forms counted on paper', () => {
  const answer = fc.constantFrom('5', '4', '3', '2', '1', '9', '');
  const sheet = fc.tuple(answer, answer).filter(([q1, q2]) => q1 !== '' || q2 !== '');
  const some = fc.array(sheet, { minLength: 1, maxLength: serialsOf('staff', 'an').length });
  fc.assert(
    fc.property(some, (answers) => {
      const keyed = rows(
        'a',
        staffHead,
        answers.map(([q1, q2], at) => [s(at), q1, q2, '']),
      );
      const codes = ['5', '4', '3', '2', '1', '9', ''];
      const lines = (['q1', 'q2'] as const).map((question, of) => [
        'an',
        question,
        ...codes.map((code) => String(answers.filter((one) => one[of] === code).length)),
        ...[answers.length, answers.length, 0].map(String),
      ]);
      const head = [
        'unit',
        'question',
        '5',
        '4',
        '3',
        '2',
        '1',
        '9',
        'blank',
        'returned',
        'valid',
        'void',
      ];
      const paper = batch('a', taken(table(head, lines), [], { group: 'staff' }));
      expect(counted(paper)).toEqual(counted(keyed));
    }),
  );
});
