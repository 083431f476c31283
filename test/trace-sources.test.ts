/** Where answers came from: imports, serials and rows as ranges, whatever the order in which they are read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceText } from '../src/report/trace-sources.ts';
import { sayIn } from '../src/report/trace-text.ts';
import { traceWords } from '../src/report/trace-words.ts';
import type { BatchRecord, Rating, TallyEntry } from '../src/returns/batch.ts';
import { checkDigit } from '../src/stats/check-digit.ts';
import { noneMissing } from '../src/stats/missing.ts';
import { type AnswerSources, sourceCollector } from '../src/trace.ts';
import { plan } from './hand-worked.ts';

function record(id: string, kind: BatchRecord['kind'] = 'rows'): BatchRecord {
  return {
    id,
    format: 1,
    kind,
    purpose: 'returns',
    source: { name: `${id}.xlsx`, sha256: 'a'.repeat(64), bytes: 1, sheet: 'Phiếu' },
    mapping: [],
    counts: { read: 0, accepted: 0, rejected: 0 },
    excluded: [],
    passedOver: [],
    units: [],
    files: [],
    importedBy: 'Lan',
    importedAt: '2024-11-21T08:00:00Z',
    tool: 'survey',
    planFingerprint: 'f'.repeat(64),
    formsFingerprint: null,
    simulated: null,
  };
}

const blank: Rating = {
  serial: null,
  form: '01',
  group: 'staff',
  unit: 'an-binh',
  from: { unit: null, place: null },
  questions: [],
  answers: [],
  voidReason: null,
  reply: null,
  at: null,
  collector: null,
  keyedBy: null,
  row: 2,
};

function serial(number: number): string {
  const tail = String(number).padStart(4, '0');
  return `HW-01001-${tail}${checkDigit(`01001${tail}`)}`;
}

function collected(ratings: readonly Rating[], batch = record('phieu')): AnswerSources {
  const collector = sourceCollector();
  for (const rating of ratings) collector.rating(rating, batch, rating);
  return collector.finish();
}

function shown(sources: AnswerSources): readonly string[] {
  const style = {
    lang: 'vi',
    plan,
    rounding: { decimals: 2, mode: 'half-up', shares: 'to-100' },
  } as const;
  const say = sayIn({ ...style, folder: null });
  return sources('staff', 'an-binh').map((source) => sourceText(source, traceWords.vi, say));
}

describe('serials', () => {
  test('neighbours are one range, gaps are told', () => {
    const numbers = [1, 2, 3, 7, 8, 12];
    const found = collected(numbers.map((number) => ({ ...blank, serial: serial(number) })));
    expect(found('staff', 'an-binh')[0]?.serials).toEqual([
      { first: serial(1), last: serial(3), count: 3 },
      { first: serial(7), last: serial(8), count: 2 },
      { first: serial(12), last: serial(12), count: 1 },
    ]);
    expect(shown(found)).toEqual([
      `Lần nhập phieu (tệp phieu.xlsx, trang Phiếu): 6 lượt đánh giá hợp lệ; số sê-ri ${serial(1)} … ${serial(3)}, ${serial(7)} … ${serial(8)}, ${serial(12)}; 6 số ở giữa không có trong lần nhập này`,
    ]);
  });

  test('the order in which forms are read never matters', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (some) => {
        const of = (order: readonly number[]) =>
          collected(order.map((number) => ({ ...blank, serial: serial(number) })))(
            'staff',
            'an-binh',
          );
        const sorted = some.toSorted((one, other) => one - other);
        expect(of(some)).toEqual(of(sorted));
        const [source] = of(some);
        const total = source?.serials.reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(some.length);
        expect(source?.serials[0]?.first).toBe(serial(sorted[0] ?? 0));
        expect(source?.serials.at(-1)?.last).toBe(serial(sorted.at(-1) ?? 0));
      }),
    );
  });

  test('a serial of another shape stands by itself', () => {
    const found = collected([{ ...blank, serial: 'CŨ/17' }]);
    expect(found('staff', 'an-binh')[0]?.serials).toEqual([
      { first: 'CŨ/17', last: 'CŨ/17', count: 1 },
    ]);
  });
});

test('replies without a serial are told by the rows of their file, void ones by their number', () => {
  const rows = [4, 2, 3, 9].map((row) => ({ ...blank, row }));
  const found = collected([...rows, { ...blank, row: 10, voidReason: 'blank' }]);
  expect(shown(found)).toEqual([
    'Lần nhập phieu (tệp phieu.xlsx, trang Phiếu): 4 lượt đánh giá hợp lệ; dòng 2–4, 9 của tệp; 1 phiếu không hợp lệ không tính',
  ]);
});

test('a paper tally is told by its rows, a correction by its form', () => {
  const collector = sourceCollector();
  const entry: TallyEntry = {
    form: '01',
    group: 'staff',
    unit: 'an-binh',
    place: null,
    part: null,
    question: 'q1',
    counts: {},
    answered: null,
    missing: noneMissing,
    row: 5,
  };
  const keyed = { ...blank, serial: serial(3) };
  collector.rating({ ...keyed, answers: [] }, record('phieu'), keyed);
  collector.rest({ record: record('kiem-dem', 'tallies'), tallies: [entry, { ...entry, row: 6 }] });
  expect(shown(collector.finish())).toEqual([
    `Lần nhập phieu (tệp phieu.xlsx, trang Phiếu): 1 lượt đánh giá hợp lệ; số sê-ri ${serial(3)}; đã đính chính: ${serial(3)}`,
    'Lần nhập kiem-dem (phiếu kiểm đếm kiem-dem.xlsx, trang Phiếu); dòng 5–6 của tệp',
  ]);
});

test('only the wanted unit is noted', () => {
  const collector = sourceCollector((unit) => unit === 'binh-hoa');
  collector.rating(blank, record('phieu'), blank);
  expect(collector.finish()('staff', 'an-binh')).toEqual([]);
});
