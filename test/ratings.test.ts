import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormRatings, Ratings } from '../src/ratings.ts';
import type { Batch, Rating } from '../src/returns/batch.ts';
import { counted } from './counted.ts';
import { batch, plan } from './returns-plan.ts';

const asked: Readonly<Record<string, readonly string[]>> = {
  '01': ['q1', 'q2', 'gy'],
  // As in a file: not in the order of the form.
  '02': ['q3', 'gioi', 'q1'],
  '03': ['q1', 'q3'],
};

function rating(group: string, unit: string, more: Partial<Rating>): Rating {
  const form = group === 'staff' ? '01' : group === 'delegates' ? '02' : '03';
  return {
    serial: null,
    form,
    group,
    unit,
    from: { unit: group === 'delegates' ? null : unit, place: null },
    questions: asked[form] ?? [],
    answers: [],
    voidReason: null,
    reply: null,
    at: null,
    collector: null,
    keyedBy: null,
    row: 2,
    ...more,
  };
}

function of(id: string, ratings: readonly Rating[]): Batch {
  return batch(id, { kind: 'rows', ratings, tallies: [], custody: [] });
}

function formOf({ forms }: Ratings, id: string): FormRatings {
  const form = forms.find((one) => one.form === id);
  if (form === undefined) throw new Error(`no ratings on form ${id}`);
  return form;
}

describe('ratings in columns', () => {
  test('one row a rating; forms that nobody returned are not there', () => {
    const { ratings } = counted(plan, [
      of('a', [
        rating('staff', 'hoa', { serial: 'x1', answers: ['5', '(two-marks)', 'hay'] }),
        rating('staff', 'an', { serial: 'x2', answers: ['9', null, null], voidReason: 'rách' }),
        rating('staff', 'an', {
          serial: 'x3',
          answers: ['1', '4', null],
          from: { unit: 'an', place: 'thon-2' },
        }),
      ]),
    ]);
    expect(ratings).toEqual({
      sheets: 2,
      forms: [
        {
          form: '01',
          count: 2,
          sheet: Int32Array.of(0, 1),
          group: Int32Array.of(0, 0),
          unit: Int32Array.of(1, 0),
          fromUnit: Int32Array.of(1, 0),
          fromPlace: Int32Array.of(-1, 1),
          questions: ['q1', 'q2'],
          answers: [Int16Array.of(0, 4), Int16Array.of(-1, 1)],
        },
      ],
    });
  });

  test('the ratings of a grid sheet share one sheet, and what it says once holds for each of them', () => {
    const grid = (serial: string, unit: string, answers: readonly (string | null)[]): Rating =>
      rating('delegates', unit, { serial, answers });
    const { ratings } = counted(plan, [
      of('a', [grid('g1', 'an', ['K', null, '5']), grid('g2', 'an', ['C', '1', '4'])]),
      of('b', [grid('g1', 'cam', [null, '2', '3'])]),
    ]);
    const form = formOf(ratings, '02');
    expect(ratings.sheets).toBe(2);
    expect([...form.sheet]).toEqual([0, 1, 0]);
    expect(form.questions).toEqual(['gioi', 'q1', 'q3']);
    expect(form.answers.map((column) => [...column])).toEqual([
      [1, 0, 1],
      [0, 1, 2],
      [1, 0, -1],
    ]);
  });

  test('a grid sheet of which one row is void says once what stands on that row', () => {
    const { ratings } = counted(plan, [
      of('a', [
        rating('delegates', 'an', { serial: 'g', answers: [null, '2', null], voidReason: 'trống' }),
        rating('delegates', 'hoa', { serial: 'g', answers: ['K', null, '5'] }),
      ]),
    ]);
    const form = formOf(ratings, '02');
    expect([form.count, [...(form.answers[0] ?? [])]]).toEqual([1, [1]]);
  });

  test('replies that nobody can tell apart are a sheet each', () => {
    const reply = rating('visitors', 'an', { answers: ['5', 'K'] });
    const { ratings } = counted(plan, [
      of('a', [
        reply,
        rating('visitors', 'an', { serial: 'v', answers: ['5', 'K'] }),
        reply,
        rating('visitors', 'an', { reply: 'r1', answers: ['4', 'K'] }),
      ]),
    ]);
    expect(ratings.sheets).toBe(4);
    expect([...formOf(ratings, '03').sheet]).toEqual([0, 1, 2, 3]);
  });
});

const units = ['an', 'hoa', 'cam'];
const five = fc.constantFrom('5', '4', '3', '2', '1', '9', null, '(dont-know)');
const yesNo = fc.constantFrom('C', 'K', null);
const staffRow = fc.record({
  unit: fc.constantFrom(...units),
  answers: fc.tuple(five, five, fc.constant(null)),
  isVoid: fc.boolean(),
});
const sheetRow = fc.record({
  sex: fc.constantFrom('1', '2', null),
  /** On which of its rows the sheet says it. */
  on: fc.nat(2),
  answers: fc.array(fc.tuple(yesNo, five, fc.boolean()), { minLength: 1, maxLength: 3 }),
});

test('the tallies can be counted again from the columns', () => {
  fc.assert(
    fc.property(
      fc.array(staffRow, { maxLength: 30 }),
      fc.array(sheetRow, { maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }),
      (staff, sheets, second) => {
        const all = [
          ...staff.map(({ unit, answers, isVoid }, at) =>
            rating('staff', unit, {
              serial: `s${at}`,
              answers,
              voidReason: isVoid ? 'rách' : null,
            }),
          ),
          ...sheets.flatMap(({ sex, on, answers }, at) =>
            answers.map(([q3, q1, isVoid], row) =>
              rating('delegates', units[row] ?? '', {
                serial: `d${at}`,
                answers: [q3, row === on ? sex : null, q1],
                voidReason: isVoid ? 'trống' : null,
              }),
            ),
          ),
        ];
        const half = (which: boolean) => all.filter((_, at) => second[at] === which);
        const { tallies, ratings } = counted(plan, [of('a', half(false)), of('b', half(true))]);
        const cells = tallies.cells.flatMap(({ form, group, unit, question, counts }) =>
          Object.entries(counts).flatMap(([code, count]) =>
            count === 0 ? [] : [`${form} ${group} ${unit} ${question} ${code} ${count}`],
          ),
        );
        expect(recounted(ratings).sort()).toEqual([...cells].sort());
      },
    ),
  );
});

function recounted({ forms }: Ratings): string[] {
  const counts = new Map<string, number>();
  for (const form of forms) {
    const questions = plan.forms.find(({ id }) => id === form.form)?.questions ?? [];
    for (const [column, question] of form.questions.entries()) {
      const scale = questions.find(({ id }) => id === question)?.scale;
      const options = plan.scales.find(({ id }) => id === scale)?.options ?? [];
      for (const [row, place] of (form.answers[column] ?? []).entries()) {
        if (place < 0) continue;
        const group = plan.groups[form.group[row] ?? -1]?.id;
        const unit = plan.units[form.unit[row] ?? -1]?.id;
        const key = `${form.form} ${group} ${unit} ${question} ${options[place]?.code}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return [...counts].map(([key, count]) => `${key} ${count}`);
}
