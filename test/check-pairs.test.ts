/** Second entries and back-checks against values worked out by hand and by other people's software; selections. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBackChecks } from '../src/check/back-check.ts';
import { compareEntries } from '../src/check/entry.ts';
import { Pairing } from '../src/check/pairs.ts';
import {
  parseSelection,
  requestOf,
  type SelectableSheet,
  selectedSerials,
  selectSheets,
} from '../src/check/selection.ts';
import { type Checks, usualChecks } from '../src/plan/checks.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Rating } from '../src/returns/batch.ts';
import { type Exact, exact } from '../src/stats/exact.ts';
import { plan, rating } from './check-plan.ts';

function paired(of: Plan, first: readonly Rating[], second: readonly Rating[]): Pairing {
  const pairing = new Pairing(of);
  for (const one of second) pairing.takeSecond(one);
  for (const one of first) pairing.takeFirst(one);
  return pairing;
}

describe('second entry', () => {
  const answers = (over: Readonly<Record<number, string | null>>): readonly (string | null)[] =>
    ['1', ...Array.from({ length: 12 }, () => '4')].map((code, at) => {
      const own = over[at];
      return own === undefined ? code : own;
    });
  const first = [
    rating('A', 'an', { answers: answers({}), keyedBy: 'An' }),
    rating('B', 'an', { answers: answers({ 2: null }), keyedBy: 'An' }),
    rating('C', 'binh', { answers: answers({}), keyedBy: 'Bình' }),
    rating('D', 'binh', { answers: answers({}), voidReason: 'no stamp', keyedBy: 'Bình' }),
    rating('E', 'binh', { answers: answers({}) }),
  ];
  const second = [
    rating('A', 'an', { answers: answers({ 3: '5', 4: '(two-marks)' }), keyedBy: 'Cúc' }),
    rating('B', 'an', { answers: answers({ 2: null }), keyedBy: 'Cúc' }),
    rating('C', 'binh', { answers: answers({}), voidReason: 'not ours', keyedBy: 'Cúc' }),
    rating('D', 'binh', { answers: answers({}), voidReason: 'stamp missing', keyedBy: 'Cúc' }),
    rating('Z', 'binh', { answers: answers({}), keyedBy: 'Cúc' }),
  ];
  const pairing = paired(plan, first, second);
  const found = compareEntries(plan, pairing);

  test('fields that differ, blank and two marks among them, and whether the sheet counts', () => {
    const told = found.differences.map(({ pair, field, first: one, second: other }) => {
      return [pair.sheet, field?.question.id ?? 'void', one, other].join(' ');
    });
    expect(told).toEqual(['A q3 4 5', 'A q4 4 (two-marks)', 'C void  not ours']);
  });

  test('14 fields a sheet; the rates are exact', () => {
    expect(found.whole.percent?.toFraction()).toBe(exact(300, 56).toFraction());
    const rates = found.keyers.map(({ keyer, entry, sheets, compared, differing }) => {
      return `${keyer} ${entry} ${sheets} ${differing}/${compared}`;
    });
    expect(rates).toEqual(['An first 2 2/28', 'Bình first 2 1/28', 'Cúc second 4 3/56']);
  });

  test('what has no counterpart', () => {
    expect(pairing.single).toBe(1);
    expect(pairing.orphans()).toEqual(['Z']);
  });

  test('neither the order of sheets nor of imports matters', () => {
    const turned = compareEntries(plan, paired(plan, [...first].reverse(), [...second].reverse()));
    expect(turned).toEqual(found);
  });
});

type Row = Readonly<Record<string, string>>;

function oracle(name: string): readonly Row[] {
  const file = join(import.meta.dirname, 'oracles', 'agreement', `${name}.csv`);
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const keys = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(keys.map((key, at) => [key, cells[at] ?? '']));
  });
}

describe('back-check', () => {
  const variables = ['sex', 'visited', 'q1', 'q2', 'wait_minutes'];
  const codes: Readonly<Record<string, readonly string[]>> = {
    sex: ['nam', 'nu'],
    visited: ['co', 'khong'],
  };
  const [sample] = plan.forms[0]?.questions ?? [];
  if (sample === undefined) throw new Error('the plan has no questions');
  const of = (checks: Checks): Plan => ({
    ...plan,
    checks,
    scales: [
      ...plan.scales,
      ...Object.entries(codes).map(([id, some]) => ({
        id,
        options: some.map((code) => ({ code, label: code, points: null, positive: false })),
      })),
    ],
    forms: plan.forms.map((form) => ({
      ...form,
      questions: variables.map((id) => {
        const kind = id === 'wait_minutes' ? ('number' as const) : ('scale' as const);
        const scale = kind === 'number' ? null : codes[id] === undefined ? 'hai-long' : id;
        return { ...sample, id, kind, scale, per: 'rating' as const };
      }),
    })),
  });
  const ratings = (name: string): readonly Rating[] =>
    oracle(name).map((row) =>
      rating(row.resp_id ?? '', row.enumerator === 'E1' ? 'an' : 'binh', {
        questions: variables,
        answers: variables.map((id) => row[id] || null),
        collector: row.enumerator ?? null,
      }),
    );
  const pairing = paired(
    of(usualChecks),
    ratings('backcheck_survey'),
    ratings('backcheck_recheck'),
  );
  const found = compareBackChecks(of(usualChecks), pairing);
  const close = (value: Exact | null | undefined, wanted: string | undefined): void =>
    expect(value?.valueOf()).toBeCloseTo(Number(wanted), 9);

  test.each(oracle('backcheck_error_rates').filter(({ by }) => by !== 'backchecker'))(
    'error rate: $by $key',
    ({ by, key, compared, differences, error_rate }) => {
      const part =
        by === 'variable'
          ? found.questions.find(({ question }) => question === key)
          : by === 'enumerator'
            ? found.collectors.find((one) => one.key === key)
            : found.whole;
      expect(part?.errors.compared).toBe(Number(compared));
      expect(part?.errors.differing).toBe(Number(differences));
      close(part?.errors.percent?.div(100), error_rate);
    },
  );

  test('kappas of the questions, weighted where the scale has an order', () => {
    for (const { variable, test: name, value } of oracle('backcheck_tests')) {
      const one = found.questions.find(({ question }) => question === variable);
      if (name === 'kappa' || name === 'kappa_unweighted') close(one?.kappa, value);
      if (name === 'kappa_equal') close(one?.linear, value);
      if (name === 'kappa_squared') close(one?.squared, value);
    }
    expect(found.questions.find(({ question }) => question === 'sex')?.linear).toBeNull();
    expect(found.questions.find(({ question }) => question === 'wait_minutes')?.kappa).toBeNull();
  });

  test('a tolerance of 3 minutes leaves 6 of 39; units are decided by the questions that decide', () => {
    const backCheck = {
      ...usualChecks.backCheck,
      tolerance: { wait_minutes: exact(3) },
      types: { sex: '1', visited: '1', wait_minutes: '2', q1: '3' } as const,
      voidAbove: exact(30),
    };
    const tolerant = of({ ...usualChecks, backCheck });
    const some = compareBackChecks(tolerant, pairing, ['unit:cam']);
    const wait = some.questions.find(({ question }) => question === 'wait_minutes');
    expect([wait?.errors.differing, wait?.errors.compared]).toEqual([6, 39]);
    const decided = some.sites.map(({ key, deciding, decision }) => {
      return `${key} ${deciding.differing}/${deciding.compared} ${decision}`;
    });
    const all = some.sites.reduce((sum, { deciding }) => sum + deciding.compared, 0);
    expect(all).toBe(40 + 40 + 39);
    expect(decided.at(-1)).toBe('unit:cam 0/0 pending');
    const limits = [exact(0), exact(100)].map((limit) => {
      const rules = { ...backCheck, limit, voidAbove: null };
      return compareBackChecks(of({ ...usualChecks, backCheck: rules }), pairing).sites.map(
        ({ decision }) => decision,
      );
    });
    expect(limits).toEqual([
      ['redo', 'redo'],
      ['accepted', 'accepted'],
    ]);
  });
});

describe('selection', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const context = { survey: 's', tool: 't', planFingerprint: '', batches: [], redraws: [], sha256 };
  const sheet = (serial: string, unit: string): SelectableSheet => {
    return { serial, unit, place: null, group: 'dan', collector: null };
  };
  const sheets = ['an', 'binh'].flatMap((unit) =>
    Array.from({ length: 37 }, (_, at) => sheet(`${unit}-${at}`, unit)),
  );
  const request = {
    for: 'back-check',
    by: 'unit',
    size: { share: exact(10), count: null },
    seed: '12',
  } as const;
  const record = selectSheets(sheets, request, context);

  test('a tenth of each unit, rounded up, and nobody twice', () => {
    expect(record.strata.map(({ stratum, serials }) => [stratum, serials.length])).toEqual([
      ['unit:an', 4],
      ['unit:binh', 4],
    ]);
    expect(selectedSerials(record).size).toBe(8);
  });

  test('the order of the sheets never matters, and a new unit changes no other unit', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sheets, { minLength: sheets.length }), (shuffled) => {
        expect(selectSheets(shuffled, request, context)).toEqual(record);
      }),
      { numRuns: 20 },
    );
    const more = selectSheets([...sheets, sheet('c-1', 'cam')], request, context);
    expect(more.strata.slice(0, 2)).toEqual(record.strata);
    expect(more.selection_id).not.toBe(record.selection_id);
  });

  test('the record says all that a second draw needs', () => {
    const read = parseSelection(JSON.stringify(record));
    if (read === null) throw new Error('the record does not read back');
    const again = requestOf(read);
    if (again === null) throw new Error('the record asks for nothing');
    expect(selectSheets(sheets, again, context)).toEqual(record);
  });

  test('a number in each, and the whole at once', () => {
    const five = { ...request, size: { share: null, count: 5 } } as const;
    expect(selectSheets(sheets, five, context).strata.map(({ serials }) => serials.length)).toEqual(
      [5, 5],
    );
    const whole = { ...five, by: null };
    expect(
      selectSheets(sheets, whole, context).strata.map(({ serials }) => serials.length),
    ).toEqual([5]);
  });
});
