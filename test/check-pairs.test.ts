/** Second entries and back-checks against values worked out by hand and by other people's software; selections. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBackChecks } from '../src/check/back-check.ts';
import { compareEntries } from '../src/check/entry.ts';
import { adjudicationPage, settledPage } from '../src/check/entry-pages.ts';
import { backCheckMinutes } from '../src/check/minutes.ts';
import { Pairing } from '../src/check/pairs.ts';
import {
  parseSelection,
  requestOf,
  type SelectableSheet,
  type SelectionRecord,
  selectedSerials,
  selectSheets,
} from '../src/check/selection.ts';
import { type Checks, usualChecks } from '../src/plan/checks.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Rating } from '../src/returns/batch.ts';
import { corrections } from '../src/returns/correct.ts';
import { settlementOf } from '../src/returns/settlement.ts';
import { type Exact, exact } from '../src/stats/exact.ts';
import { plan, rated, rating } from './check-plan.ts';

function paired(of: Plan, first: readonly Rating[], second: readonly Rating[]): Pairing {
  const pairing = new Pairing(of);
  for (const one of second) pairing.takeSecond(one);
  for (const one of first) pairing.takeFirst(one, 'phieu');
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

  test('settled: only who was wrong is charged, and the fields that differ stay what they were', () => {
    const line = {
      serial: 'A',
      reply: null,
      unit: 'an',
      by: null,
      row: 2,
      batch: 'dc',
      why: 'giấy',
    };
    const all = corrections([
      {
        record: { id: 'dc' },
        corrections: [
          { ...line, question: 'q3', old: '4', next: '5' },
          { ...line, question: 'q4', old: '4', next: '4' },
        ],
      },
    ]);
    if (!all.ok) throw new Error('the corrections contradict each other');
    const settled = compareEntries(plan, pairing, ({ pair, field, first: keyed }) =>
      settlementOf(
        all.value,
        { rating: pair.first, batch: pair.batch },
        { question: field?.question.id ?? null, isOfSheet: false, keyed },
      ),
    );
    expect(settled.whole).toEqual(found.whole);
    expect(settled.unsettled).toBe(1);
    const charged = settled.keyers.map(({ keyer, unsettled, wrong, errors }) => {
      return `${keyer} ${unsettled} ${wrong} ${errors?.toFraction()}`;
    });
    expect(charged).toEqual(['An 0 1 25/7', 'Bình 1 0 25/7', 'Cúc 1 1 25/7']);
    const context = { plan, lang: 'vi', mark: null } as const;
    const open = adjudicationPage(settled, context).rows.map(({ cells }) => cells.slice(1, 4));
    expect(open).toEqual([['C', 'Xã binh', 'void']]);
    const page = settledPage(settled, context);
    const keys = ['serial', 'question', 'right', 'wrong'];
    const places = keys.map((key) => page?.columns.findIndex((one) => one.key === key) ?? -1);
    const who = page?.rows.map(({ cells }) => places.map((at) => cells[at]));
    expect(who).toEqual([
      ['A', 'q3', '5', 'Lần một'],
      ['A', 'q4', '4', 'Lần hai'],
    ]);
  });

  test('sheets that one person keyed both times', () => {
    const own = paired(plan, first.slice(0, 1), [{ ...first[0], keyedBy: 'An' } as Rating]);
    expect(compareEntries(plan, own).sameKeyer).toEqual(['A']);
    expect(found.sameKeyer).toEqual([]);
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
    const some = compareBackChecks(tolerant, pairing, {
      sheets: new Set(pairing.secondSheets.keys()),
      sites: ['unit:cam'],
    });
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

describe('what the minutes of a back-check may say', () => {
  const one = (serial: string, unit: string, over: Partial<Rating> = {}): Rating =>
    rating(serial, unit, over);
  const first = [
    one('A', 'an'),
    one('B', 'an'),
    one('C', 'binh'),
    one('D', 'cam'),
    one('E', 'dai'),
  ];
  const other = ['2', ...rated.map(() => '1')];
  const again = [
    one('A', 'an'),
    one('B', 'an', { answers: other }),
    one('C', 'binh', { answers: ['', ...rated].map(() => null) }),
    one('D', 'cam', { voidReason: 'rách' }),
  ];
  const pairing = paired(plan, first, again);
  const selection: SelectionRecord = {
    ...{ record: 'survey-check-selection', selection_id: 's1', survey: 's', for: 'back-check' },
    ...{ seed: '7', algorithm: '', tool: '', plan_fingerprint: '', by: 'unit', share: '10' },
    ...{ count: null, batches: [], population: { sheets: 5, sha256: '' } },
    strata: [
      { stratum: 'unit:an', population: 2, serials: ['A'] },
      { stratum: 'unit:binh', population: 1, serials: ['C'] },
      { stratum: 'unit:cam', population: 1, serials: ['D'] },
      { stratum: 'unit:dai', population: 1, serials: ['E'] },
    ],
    redraws: [{ why: 'hỏng tệp', by: 'lan', at: '2026-11-20T18:00:00Z', earlier: '00' }],
  };
  const selected = {
    sheets: new Set(['A', 'C', 'D', 'E']),
    sites: selection.strata.map(({ stratum }) => stratum),
  };
  const found = compareBackChecks(plan, pairing, selected);

  test('a sheet that nobody selected decides nothing, and is told apart', () => {
    expect(found.sites.map(({ key, sheets, decision }) => `${key} ${sheets} ${decision}`)).toEqual([
      'unit:an 1 accepted',
      'unit:binh 1 undecided',
      'unit:cam 0 undecided',
      'unit:dai 0 pending',
    ]);
    expect(
      found.strangers.map(({ sheet, site, errors }) => [sheet, site, errors.differing]),
    ).toEqual([['B', 'unit:an', 13]]);
    expect([found.sheets, found.voids]).toEqual([2, 1]);
    const all = compareBackChecks(plan, pairing, null);
    expect([all.sheets, all.strangers.length]).toEqual([3, 0]);
    expect(all.sites.find(({ key }) => key === 'unit:an')?.decision).toBe('redo');
  });

  test('the minutes name what was asked of what was selected, redraws, and the others', () => {
    const types = { gioi: '1', q1: '3' } as const;
    const typed = {
      ...plan,
      checks: { ...usualChecks, backCheck: { ...usualChecks.backCheck, types } },
    };
    const text = JSON.stringify(
      backCheckMinutes(typed, compareBackChecks(typed, pairing, selected), selection, false).body,
    );
    expect(text).toContain('so sánh 2/4 phiếu trong danh sách, 1 phiếu không hợp lệ');
    expect(text).toContain('lần 1: 21/11/2026, lan, lý do: hỏng tệp');
    expect(text).toContain('1 phiếu được hỏi lại nhưng không nằm trong danh sách đã chọn');
    expect(text).toContain('Câu quyết định (loại 1 và 2): 0/1 câu trả lời sai khác (0 %)');
    expect(text).toContain('Tất cả các câu, để tham khảo: 0/13 câu trả lời sai khác (0 %)');
    expect(text).toContain('Chưa phúc tra được tại: Xã dai.');
    expect(text).toMatch(/Không kết luận được[^:]*: Xã binh, Xã cam\./);
  });

  test('kappa says nothing of fewer than 5 sheets', () => {
    expect(found.sites.map(({ kappa }) => kappa)).toEqual([null, null, null, null]);
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
