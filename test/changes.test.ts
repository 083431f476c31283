/** Scores beside those of an earlier survey: same units, mergers, lists, schemes, tables as they are published. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf } from '../src/changes/earlier.ts';
import { weighted } from '../src/changes/values.ts';
import {
  type Changes,
  changes,
  type Earlier,
  earlierJson,
  earlierTable,
  type UnitChange,
} from '../src/changes.ts';
import { renderJson } from '../src/formats/json-write.ts';
import type { FormerUnit, Index, Plan } from '../src/plan/plan.ts';
import { readFormerUnit } from '../src/plan/scalars.ts';
import { changeSentence, moverLines } from '../src/report/changes-sentences.ts';
import { settingOf } from '../src/report/sheet.ts';
import type { ScoredPlan } from '../src/report.ts';
import { scoresJson } from '../src/scores/json.ts';
import type { Scores } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { type Exact, exact, exactText, hundred, roundExact } from '../src/stats/exact.ts';
import type { Table } from '../src/table.ts';
import {
  appraised,
  criterion,
  decimal,
  entry,
  plainIndex,
  plan,
  points,
  tallies,
  unit,
  where,
} from './hand-worked.ts';

/** Fields 1 (of 5) and 2 (of 15), appraised; `given` by unit: their points. */
type Given = Readonly<Record<string, readonly [string, string]>>;

interface Setup {
  readonly was?: Readonly<Record<string, readonly FormerUnit[]>>;
  readonly index?: Partial<Index>;
  readonly scheme?: string | null;
  readonly block?: (id: string) => string;
}

function scoredPlan(
  given: Given,
  { was = {}, index = {}, scheme = null, block = () => 'xa' }: Setup,
): ScoredPlan {
  const units = Object.keys(given).map((id) => {
    return { ...unit(id, `Xã ${id.toUpperCase()}`, block(id)), was: was[id] ?? [] };
  });
  const blocks = [...new Set(units.map((one) => one.block))];
  const criteria = [criterion('1', '5', appraised), criterion('2', '15', appraised)];
  const previous = { from: 'frame/truoc.json', criteria: null };
  return {
    ...plan,
    scheme,
    units,
    blocks: blocks.map((id) => ({
      id,
      name: id,
      units: units.filter((one) => one.block === id).map((one) => one.id),
    })),
    groups: [],
    index: { ...plainIndex, criteria, max: exact(20), previous, ...index },
  };
}

function scoresOf(a: Plan, given: Given): Scores {
  const entries = Object.entries(given).flatMap(([id, [one, two]]) => [
    entry(id, '1', one, one),
    entry(id, '2', two, two),
  ]);
  const none = { ...tallies, cells: [], batches: [] };
  const appraisal = { ...points, entries };
  const result = score(a, none, appraisal, where);
  if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join());
  return result.value;
}

/** The same points as an earlier survey of its own, through its scores.json. */
function earlierOf(given: Given, setup: Setup = {}, more: object = {}): Earlier {
  const before = scoredPlan(given, setup);
  const written = scoresJson(before, before.index, scoresOf(before, given));
  const read = earlierJson(
    renderJson({ survey: 'ky-truoc', simulated: [], ...written, ...more }),
    'frame/truoc.json',
  );
  if (!read.ok) throw new Error('not read');
  return read.value;
}

function compare(
  now: Given,
  earlier: Earlier,
  setup: Setup = {},
): { value: Changes; codes: readonly string[] } {
  const here = scoredPlan(now, setup);
  const result = changes(here, scoresOf(here, now), earlier, false, where);
  if (!result.ok || result.value === null)
    throw new Error(result.findings.map(({ code }) => code).join());
  return { value: result.value, codes: result.findings.map(({ code }) => code) };
}

function of({ value }: { value: Changes }, id: string): UnitChange {
  const found = value.units.find((one) => one.unit === id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
}

const text = (value: Exact | null | undefined): string | null =>
  value === null || value === undefined ? null : exactText(value);

const former = (name: string, share: string, weight = '1'): FormerUnit => {
  return { unit: name, share: decimal(share), weight: decimal(weight) };
};

describe('the same units under the same scheme', () => {
  const before: Given = { a: ['4', '12'], b: ['5', '12'], c: ['3', '9'] };
  const now: Given = { a: ['5', '13'], b: ['5', '10.5'], c: ['3', '9'] };

  test('points, percent and rank of the whole and of each criterion', () => {
    const compared = compare(now, earlierOf(before));
    const a = of(compared, 'a');
    expect([text(a.total?.points), text(a.total?.percent)]).toEqual(['2', '10']);
    expect(a.rank).toEqual({ now: { rank: 1, of: 3 }, before: { rank: 2, of: 3 }, up: 1 });
    expect(text(a.criteria.get('1')?.points)).toBe('1');
    expect(text(of(compared, 'b').criteria.get('2')?.percent)).toBe('-10');
    expect(compared.codes).toEqual([]);
  });

  test('movers, in sentences', () => {
    const here = scoredPlan(now, {});
    const { value } = compare(now, earlierOf(before));
    expect(moverLines(value, settingOf(here, here.index, 'vi', false))).toEqual([
      'So với kỳ trước: 1 đơn vị tăng, 1 đơn vị giảm, 1 đơn vị không đổi.',
      'Tăng nhiều nhất: Xã A, tăng 2,00 điểm và tăng 1 bậc (hạng 2/3 → 1/3).',
      'Giảm nhiều nhất: Xã B, giảm 1,50 điểm và giảm 1 bậc (hạng 1/3 → 2/3).',
    ]);
    expect(moverLines(value, settingOf(here, here.index, 'en', false))[1]).toBe(
      'Gained most: Xã A, up 2.00 points and up 1 place (rank 2/3 → 1/3).',
    );
  });

  test('“giảm 0,52 điểm và giảm 31 bậc”, as the newspaper of Hà Tĩnh prints it', () => {
    const here = scoredPlan(now, {});
    const total = {
      before: partOf(decimal('88.11'), hundred, null),
      now: partOf(decimal('87.59'), hundred, null),
      points: decimal('-0.52'),
      percent: decimal('-0.52'),
      maxChanged: false,
      maxUnknown: false,
    };
    const rank = { before: { rank: 5, of: 63 }, now: { rank: 36, of: 63 }, up: -31 };
    const change: UnitChange = {
      unit: 'a',
      name: 'Hà Tĩnh',
      how: 'same',
      from: [],
      total,
      rank,
      criteria: new Map(),
    };
    expect(changeSentence(change, settingOf(here, here.index, 'vi', false))).toBe(
      'giảm 0,52 điểm và giảm 31 bậc (hạng 5/63 → 36/63)',
    );
  });

  test('another maximum: percent alone, and marked', () => {
    const earlier = earlierOf(before);
    const units = earlier.units.map((one) => {
      const criteria = new Map(one.criteria).set('1', partOf(exact(8), exact(10), null));
      return { ...one, criteria };
    });
    const change = of(compare(now, { ...earlier, units }), 'a').criteria.get('1');
    expect([text(change?.points), text(change?.percent), change?.maxChanged]).toEqual([
      null,
      '20',
      true,
    ]);
  });

  test('a unit that is new, one that is gone, one that is spelled otherwise', () => {
    const compared = compare(
      { a: ['5', '13'], f: ['1', '1'] },
      earlierOf({ a: ['4', '12'], c: ['3', '9'] }),
    );
    expect(of(compared, 'f')).toMatchObject({ how: 'new', rank: { before: null, up: null } });
    expect(of(compared, 'f').total?.percent).toBeNull();
    expect(compared.codes).toEqual(['changes/new-units', 'changes/gone-units']);
  });
});

describe('mergers', () => {
  const before: Given = { a: ['4', '12'], b: ['5', '7'], c: ['3', '9'], d: ['2', '8'] };
  const earlier = earlierOf(before);

  test('the former value is weighted by share × weight', () => {
    const was = { n: [former('Xã A', '100', '3000'), former('xã b', '50', '2000')], c: [] };
    const compared = compare({ n: ['4', '12'], c: ['3', '9'], d: ['2', '8'] }, earlier, { was });
    const n = of(compared, 'n');
    // (80 % × 3000 + 60 % × 1000) ÷ 4000 = 75 %; points (16 × 3 + 12) ÷ 4 = 15.
    expect([text(n.total?.before.percent), text(n.total?.before.points)]).toEqual(['75', '15']);
    expect(n.from.map(({ part }) => text(part))).toEqual(['0.75', '0.25']);
    expect(n.how).toBe('merged');
    expect(n.rank.up).toBeNull();
    expect(n.rank.before).toBeNull();
  });

  test('a former unit without results leaves nothing to compare with', () => {
    const was = { n: [former('Xã A', '100'), former('Xã Không Có', '100')] };
    const compared = compare({ n: ['4', '12'] }, earlier, { was });
    expect(of(compared, 'n').total?.before).toEqual({ points: null, max: null, percent: null });
    expect(compared.codes).toContain('changes/former-missing');
  });

  test('a renamed unit keeps its rank, a part of one does not', () => {
    const was = {
      n: [former('Xã A', '100')],
      m: [former('Xã B', '60')],
      l: [former('Xã B', '40')],
    };
    const given: Given = {
      n: ['4', '12'],
      m: ['5', '7'],
      l: ['5', '8'],
      c: ['3', '9'],
      d: ['1', '1'],
    };
    const compared = compare(given, earlier, { was });
    expect([of(compared, 'n').how, of(compared, 'n').rank.up]).toEqual(['same', 0]);
    expect([of(compared, 'm').how, of(compared, 'm').rank.up]).toEqual(['part', null]);
    expect(text(of(compared, 'm').total?.points)).toBe('0');
  });

  test('a mean of equal values is that value, and never leaves their bounds', () => {
    const parts = fc.array(
      fc.record({
        share: fc.integer({ min: 1, max: 100 }),
        weight: fc.integer({ min: 1, max: 9999 }),
        value: fc.integer({ min: 0, max: 1000 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, (some) => {
        const sum = some.reduce((total, { share, weight }) => total + share * weight, 0);
        const [first] = earlier.units;
        const from = some.map(({ share, weight, value }) => ({
          name: 'x',
          found: {
            ...(first as (typeof earlier.units)[number]),
            total: partOf(null, null, exact(value, 10)),
          },
          share: exact(share),
          weight: exact(weight),
          part: exact(share * weight, sum),
        }));
        const { percent } = weighted(from, ({ total }) => total);
        const values = some.map(({ value }) => value / 10);
        expect(Number(percent)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(Number(percent)).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        if (new Set(values).size === 1)
          expect(text(percent)).toBe(text(exact(some[0]?.value ?? 0, 10)));
      }),
    );
  });
});

test('thousands of units that are not there are said at once, without a search for each', () => {
  const many = (prefix: string, count: number): Given =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`${prefix}${at}`, ['1', '1'] as const]),
    );
  const both: Given = { a: ['1', '1'] };
  const compared = compare(
    { ...both, ...many('moi', 1500) },
    earlierOf({ ...both, ...many('cu-cu', 1500) }),
  );
  expect(new Set(compared.codes)).toEqual(new Set(['changes/new-units', 'changes/gone-units']));
});

describe('ranks are compared only within comparable lists', () => {
  const before: Given = { a: ['4', '12'], b: ['5', '7'], c: ['3', '9'], d: ['2', '8'] };

  test('a unit that moved to another block keeps no rank', () => {
    const earlier = earlierOf(before, { block: (id) => (id === 'd' ? 'phuong' : 'xa') });
    const compared = compare(before, earlier);
    expect(of(compared, 'a').rank.up).toBe(0);
    expect(of(compared, 'd').rank).toMatchObject({ before: { rank: 1, of: 1 }, up: null });
  });

  test('one list of all is not the lists of blocks', () => {
    const rank = { ...plainIndex.rank, within: 'all' as const };
    const earlier = earlierOf(before, {
      index: { rank },
      block: (id) => (id < 'c' ? 'xa' : 'phuong'),
    });
    expect(earlier.within).toBe('all');
    const compared = compare(before, earlier, { block: (id) => (id < 'c' ? 'xa' : 'phuong') });
    expect(compared.value.units.map((one) => one.rank.up)).toEqual([null, null, null, null]);
  });
});

describe('another scheme', () => {
  const before: Given = { a: ['4', '12'], b: ['5', '7'] };
  const more = { scheme: 'QĐ 1149/QĐ-BNV, 30/12/2020' };
  const scheme = 'QĐ 876/QĐ-BNV, 10/11/2022';

  test('asks for the map, and compares nothing without', () => {
    const here = scoredPlan(before, { scheme });
    const result = changes(here, scoresOf(here, before), earlierOf(before, {}, more), false, where);
    expect(result).toMatchObject({
      ok: true,
      value: null,
      findings: [{ code: 'changes/other-scheme' }],
    });
  });

  test('compares percents of mapped criteria, no totals, no ranks', () => {
    const previous = { from: 'frame/truoc.json', criteria: { 2: '1' } };
    const compared = compare(before, earlierOf(before, {}, more), { scheme, index: { previous } });
    const a = of(compared, 'a');
    expect([a.total, a.rank]).toEqual([null, { now: null, before: null, up: null }]);
    expect([...a.criteria.keys()]).toEqual(['2']);
    expect([text(a.criteria.get('2')?.points), text(a.criteria.get('2')?.percent)]).toEqual([
      null,
      '0',
    ]);
  });

  test('made-up results are not set beside real ones, but beside made-up ones they are', () => {
    const here = scoredPlan(before, {});
    const earlier = earlierOf(before, {}, { simulated: ['1'] });
    const scores = scoresOf(here, before);
    expect(changes(here, scores, earlier, false, where)).toMatchObject({ ok: false });
    expect(changes(here, scores, earlier, true, where)).toMatchObject({ ok: true });
  });
});

describe('the file of another survey, or of this one', () => {
  const before: Given = { a: ['4', '12'], b: ['5', '7'] };
  const result = (now: Given, earlier: Earlier): { ok: boolean; codes: readonly string[] } => {
    const here = scoredPlan(now, {});
    const { ok, findings } = changes(here, scoresOf(here, now), earlier, false, where);
    return { ok, codes: findings.map(({ code }) => code) };
  };
  const own = { survey: plan.survey };

  test('this survey beside itself is refused, an older run of it is told', () => {
    const same = result(before, earlierOf(before, {}, own));
    expect(same).toEqual({ ok: false, codes: ['changes/own-scores'] });
    const older = result({ ...before, b: ['5', '8'] }, earlierOf(before, {}, own));
    expect(older).toEqual({ ok: true, codes: ['changes/same-survey'] });
  });

  test('every figure as it is today is told, whatever the code', () => {
    expect(result(before, earlierOf(before)).codes).toEqual(['changes/same-figures']);
    expect(result({ ...before, a: ['4', '12.5'] }, earlierOf(before)).codes).toEqual([]);
  });

  test('not one unit in common: nothing is compared', () => {
    const here = scoredPlan({ e: ['4', '12'], f: ['5', '7'] }, {});
    const scores = scoresOf(here, { e: ['4', '12'], f: ['5', '7'] });
    expect(changes(here, scores, earlierOf(before), false, where)).toMatchObject({
      ok: true,
      value: null,
      findings: [{ code: 'changes/no-common-unit' }],
    });
  });
});

describe('points without a maximum', () => {
  const now: Given = { a: ['4', '12'], b: ['5', '7'] };
  const bare = (percent: string | null): Earlier => {
    const earlier = earlierOf({ a: ['4', '11'], b: ['5', '6'] });
    const share = percent === null ? null : decimal(percent);
    const part = partOf(decimal('12.5'), null, share);
    return {
      ...earlier,
      units: earlier.units.map((one) => ({ ...one, total: part, criteria: new Map() })),
    };
  };

  test('are not compared, and that is said', () => {
    const compared = compare(now, bare(null));
    const { total } = of(compared, 'a');
    expect([total?.points, total?.percent, total?.maxUnknown]).toEqual([null, null, true]);
    expect(compared.codes).toEqual(['changes/no-maximum']);
  });

  test('percents that stand beside them still are', () => {
    const compared = compare(now, bare('70'));
    const { total } = of(compared, 'a');
    expect([total?.points, text(total?.percent)]).toEqual([null, '10']);
    expect(compared.codes).toEqual([]);
  });

  test('are not averaged over former units', () => {
    const was = { n: [former('Xã A', '100'), former('Xã B', '100')] };
    const compared = compare({ n: ['4', '12'] }, bare('70'), { was });
    const { total } = of(compared, 'n');
    expect([total?.before.points, text(total?.before.percent)]).toEqual([null, '70']);
  });
});

test('points that say nothing where percents differ: the sentence follows the percents', () => {
  const here = scoredPlan({ a: ['4', '12'] }, {});
  const { value } = compare(
    { a: ['4', '12'], b: ['1', '1'] },
    earlierOf({ a: ['4', '12'], b: ['1', '2'] }),
  );
  const units = value.units.slice(0, 1).map((one): UnitChange => {
    if (one.total === null) return one;
    return { ...one, total: { ...one.total, percent: decimal('-5') } };
  });
  expect(moverLines({ ...value, units }, settingOf(here, here.index, 'vi', false))[1]).toMatch(
    /^Giảm nhiều nhất: Xã A, giảm 5,00 điểm phần trăm/,
  );
});

test('the order of units, here and there, never matters; nothing changes beside itself', () => {
  const points = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 }));
  const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(some, fc.array(points, { minLength: 16, maxLength: 16 }), (ids, values) => {
      const given = (list: readonly string[], shift: number): Given =>
        Object.fromEntries(
          list.map((id) => {
            const [one, two] = values[id.charCodeAt(0) - 97 + shift] ?? [0, 0];
            return [id, [String(one / 4), String(two / 4)] as const];
          }),
        );
      const turned = ids.toReversed();
      const forth = compare(given(ids, 8), earlierOf(given(ids, 0)));
      const back = compare(given(turned, 8), earlierOf(given(turned, 0)));
      const plainOf = (compared: { value: Changes }, id: string): unknown => {
        const { total, rank } = of(compared, id);
        return [text(total?.points), text(total?.percent), rank];
      };
      for (const id of ids) expect(plainOf(back, id)).toEqual(plainOf(forth, id));
      const self = compare(given(ids, 8), earlierOf(given(turned, 8)));
      for (const one of self.value.units) {
        expect([text(one.total?.points), text(one.total?.percent), one.rank.up]).toEqual([
          '0',
          '0',
          0,
        ]);
      }
    }),
    { numRuns: 40 },
  );
});

describe('tables as they are published', () => {
  const tableOf = (columns: readonly string[], rows: readonly (readonly string[])[]): Table => ({
    file: 'frame/truoc.csv',
    sheet: null,
    columns,
    rows: rows.map((cells, at) => ({ row: at + 2, cells, faults: [] })),
  });
  const read = (table: Table, codes: readonly string[] = []): Earlier => {
    const result = earlierTable(table, new Set(codes), null);
    if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join());
    return result.value;
  };

  test('Bình Dương 2017: the maximum stands in the heading, a mean closes the table', () => {
    const { units } = read(
      tableOf(
        [
          'STT',
          'Huyện, thị xã, thành phố',
          'Điểm thẩm định (65)',
          'Điểm ĐTXHH (35)',
          'Tổng điểm (100)',
          'Chỉ số CCHC %',
        ],
        [
          ['1', 'Thuận An', '58,5', '28,33', '86,83', '86,83'],
          ['2', 'Dĩ An', '57', '27,5', '84,5', '84,5'],
          ['', 'Trung bình', '57,75', '27,92', '85,67', '85,67'],
        ],
      ),
    );
    expect(
      units.map(({ name, total }) => [
        name,
        text(total.points),
        text(total.max),
        text(total.percent),
      ]),
    ).toEqual([
      ['Thuận An', '86.83', '100', '86.83'],
      ['Dĩ An', '84.5', '100', '84.5'],
    ]);
  });

  test('criteria in rows, totals among them; 68.325 under a maximum of 100 is no sixty-eight thousand', () => {
    const { units } = read(
      tableOf(
        ['Đơn vị', 'Tiêu chí', 'Điểm', 'Điểm tối đa', 'Xếp hạng'],
        [
          ['Sở Nội vụ', 'Tổng', '68.325', '84', '1'],
          ['Sở Nội vụ', '1. Chỉ đạo, điều hành', '8,5', '10', ''],
          ['Sở Nội vụ', '1.10', '2', '2', ''],
          ['Sở Y tế', '', '–', '84', 'Không xếp hạng'],
          ['Sở Y tế', '1', '7', '10', ''],
        ],
      ),
    );
    const [one, two] = units;
    expect(roundExact(one?.total.percent ?? exact(0), 2, 'half-up')).toBe('81.34');
    expect([...(one?.criteria.keys() ?? [])]).toEqual(['1', '1.10']);
    expect(text(one?.criteria.get('1')?.percent)).toBe('85');
    expect([one?.rank, two?.rank, text(two?.total.points)]).toEqual([1, null, null]);
  });

  test('criteria in columns', () => {
    const { units } = read(
      tableOf(['Đơn vị', '1 (5)', '2. Thủ tục', 'Tổng điểm'], [['Xã A', '4', '9,5', '13,5']]),
      ['1', '2'],
    );
    expect(
      [...(units[0]?.criteria ?? [])].map(([code, part]) => [
        code,
        text(part.points),
        text(part.max),
      ]),
    ).toEqual([
      ['1', '4', '5'],
      ['2', '9.5', null],
    ]);
  });

  test('one name in two blocks; ranks that restart in each', () => {
    const earlier = read(
      tableOf(
        ['Khối', 'Đơn vị', 'Điểm', 'Hạng'],
        [
          ['Cấp xã', 'An Bình', '80', '1'],
          ['Cấp xã', 'Cẩm Sơn', '70', '2'],
          ['Phường', 'An Bình', '75', '1'],
        ],
      ),
    );
    expect([earlier.units.length, earlier.within]).toEqual([3, 'block']);
  });

  const codesOf = (table: Table, codes: readonly string[] = []): readonly string[] =>
    earlierTable(table, new Set(codes), null).findings.map(({ code }) => code);

  test.each([
    ['a total far above its maximum', ['Xã A', '', '700', '100', ''], ['changes/outside']],
    ['a bonus', ['Xã A', '', '102,5', '100', ''], []],
    ['a criterion above its maximum', ['Xã A', '1', '5,5', '5', ''], ['changes/outside']],
    ['a criterion that nobody compares', ['Xã A', 'Điểm trừ', '-2', '', ''], []],
    ['points below 0', ['Xã A', '', '-6', '', ''], ['changes/outside']],
    ['a percent below 0', ['Xã A', '', '', '', '-3'], ['changes/outside']],
    ['a share', ['Xã A', '', '', '', '0,6'], ['changes/shares']],
  ])('%s', (_name, row, codes) => {
    const table = tableOf(['Đơn vị', 'Tiêu chí', 'Điểm', 'Điểm tối đa', 'Tỷ lệ %'], [row]);
    expect(codesOf(table, ['1'])).toEqual(codes);
  });

  test.each([
    ['33', ['changes/rank-beyond']],
    ['I', ['changes/not-a-number']],
    ['Tốt', ['changes/not-a-number']],
    ['Không xếp hạng', []],
    ['–', []],
  ])('rank %s of two units', (rank, codes) => {
    const rows = [
      ['Xã A', '80', '1'],
      ['Xã B', '70', rank],
    ];
    expect(codesOf(tableOf(['Đơn vị', 'Điểm', 'Hạng'], rows))).toEqual(codes);
  });

  test('two lists in one: their ranks are not taken; units that are level keep theirs', () => {
    const table = (second: string): Table =>
      tableOf(
        ['Đơn vị', 'Điểm', 'Hạng'],
        [
          ['Xã A', '80', '1'],
          ['Phường B', second, '1'],
          ['Xã C', '60', '2'],
        ],
      );
    expect(codesOf(table('75'))).toEqual(['changes/rank-repeated']);
    expect(read(table('75')).units.map(({ rank }) => rank)).toEqual([null, null, null]);
    expect(codesOf(table('80'))).toEqual([]);
    expect(read(table('80')).units.map(({ rank }) => rank)).toEqual([1, 1, 2]);
  });

  test('the block on the rows of totals alone', () => {
    const rows = [
      ['', 'Xã A', '1', '4', ''],
      ['Cấp xã', 'Xã A', '', '80', '1'],
      ['Cấp xã', 'Xã B', '', '70', '2'],
      ['', 'Xã B', '1', '3', ''],
    ];
    const headings = ['Khối', 'Đơn vị', 'Tiêu chí', 'Điểm', 'Hạng'];
    const { units } = read(tableOf(headings, rows), ['1']);
    expect(
      units.map(({ block, rank, criteria }) => [block, rank, text(criteria.get('1')?.points)]),
    ).toEqual([
      ['Cấp xã', 1, '4'],
      ['Cấp xã', 2, '3'],
    ]);
    const twins = [...rows, ['Phường', 'Xã A', '', '60', '1']];
    expect(codesOf(tableOf(headings, twins), ['1'])).toEqual(['changes/blank-block']);
  });
});

test('scores.json: older layouts are read, other files are not, hostile depth does no harm', () => {
  const old = {
    units: [
      {
        unit: 'a',
        name: 'Xã A',
        block: 'xa',
        rank: 2,
        percent: { exact: '230/3' },
        total: { points: { exact: '46/3' }, max: '20' },
      },
    ],
  };
  const read = earlierJson(JSON.stringify(old), 'x.json');
  expect(read.ok && [text(read.value.units[0]?.total.percent), read.value.scheme]).toEqual([
    '230/3',
    null,
  ]);
  const deep = `{"units":[{"unit":"a","criteria":${'[{"code":"1","criteria":'.repeat(5000)}[]${'}]'.repeat(5000)}}]}`;
  expect(earlierJson(deep, 'x.json').ok).toBe(true);
  for (const other of ['', 'null', '[]', '{"units":[]}', '{"units":[{}]}', '{"units":"a"}']) {
    expect(earlierJson(other, 'x.json').ok).toBe(false);
  }
});

test('the weight of a former unit stands behind its share in a table', () => {
  const read = (cell: string): unknown => {
    const result = readFormerUnit(cell);
    if (!result.ok) return result.problem.code;
    const { unit: name, share, weight } = result.value;
    return [name, text(share), text(weight ?? null)];
  };
  expect(read('xã B (40%, 5200)')).toEqual(['xã B', '40', '5200']);
  expect(read('xã B (40%)')).toEqual(['xã B', '40', null]);
  expect(read('xã B')).toEqual(['xã B', '100', null]);
  expect(read('xã B (40%, nhiều)')).toBe('plan/not-a-decimal');
});
