import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding } from '../src/findings/catalogue.ts';
import { messageOf } from '../src/findings/render.ts';
import { daysInMonth, weekday } from '../src/plan/dates.ts';
import type { Read } from '../src/plan/read.ts';
import {
  readCount,
  readDecimal,
  readFigureText,
  readPercent,
  readShare,
  readSpare,
  readThreshold,
} from '../src/plan/scalar-numbers.ts';
import { readDate, readDayOrMonth, readId, readTime, readYesNo } from '../src/plan/scalars.ts';
import { exactText } from '../src/stats/exact.ts';

const at = { kind: 'file', file: 'plan.yaml' } as const;

/** The value, or the code of the finding with what it offers. */
function shown(result: Read<unknown>): string {
  if (result.ok) return String(result.value);
  const { code, args } = result.problem;
  const near = 'near' in args ? args.near : [];
  return [code, ...near].join(' ');
}

describe('counts', () => {
  it.each([
    ['51', '51'],
    ['0', '0'],
    ['007', '7'],
    ['2.085', 'plan/not-a-count 2085'],
    ['2,085', 'plan/not-a-count 2085'],
    ['1.234.567', 'plan/not-a-count 1234567'],
    ['51 phiếu', 'plan/not-a-count 51'],
    ['-5', 'plan/not-a-count'],
    ['1e3', 'plan/not-a-count'],
    ['0x10', 'plan/not-a-count'],
    ['٣', 'plan/not-a-count'],
    ['999999999999', 'plan/out-of-range'],
  ])('%s → %s', (text, result) => expect(shown(readCount(text))).toBe(result));
});

describe('decimals, percentages, shares', () => {
  it.each([
    ['2.5', '2.5'],
    ['2,5', 'plan/not-a-decimal 2.5'],
    ['.5', 'plan/not-a-decimal'],
    ['101', 'plan/out-of-range'],
  ])('%s → %s', (text, result) => {
    const read = readDecimal(text, 0, 100);
    expect(read.ok ? exactText(read.value) : shown(read)).toBe(result);
  });

  it('a share is a decimal or a percentage', () => {
    const text = (read: ReturnType<typeof readShare>): string =>
      read.ok ? exactText(read.value) : shown(read);
    expect(['0.6', '60%', '60 %', '12.5%', '1'].map((one) => text(readShare(one)))).toEqual([
      '0.6',
      '0.6',
      '0.6',
      '0.125',
      '1',
    ]);
    expect(text(readShare('60'))).toBe('plan/out-of-range 60%');
    expect(text(readShare('0,6'))).toBe('plan/not-a-decimal 0.6');
    expect(text(readPercent('50'))).toBe('plan/not-a-decimal 50%');
    expect(text(readPercent('150%'))).toBe('plan/out-of-range');
    expect(text(readPercent('150'))).toBe('plan/not-a-decimal');
  });
});

describe('a threshold in percent', () => {
  it.each([
    ['85', '85'],
    ['85%', '85'],
    ['85.5 %', '85.5'],
    ['0.85', '0.85'],
    ['102%', '102'],
    ['85,5%', 'plan/not-a-decimal 85.5'],
    ['85 phần trăm', 'plan/not-a-decimal 85'],
    ['1001%', 'plan/out-of-range'],
    ['cao', 'plan/not-a-decimal'],
  ])('%s → %s', (text, result) => {
    const read = readThreshold(text, 1000);
    expect(read.ok ? exactText(read.value) : shown(read)).toBe(result);
  });
});

describe('what is offered for a percentage', () => {
  it.each([
    ['0.8', '80%'],
    ['0,05', '5%'],
    ['80', '80%'],
    ['1', '100% 1%'],
    ['2,5%', '2.5%'],
    ['10 phần trăm', '10%'],
    ['120', ''],
  ])('%s → %s', (text, near) => {
    expect(shown(readPercent(text))).toBe(`plan/not-a-decimal ${near}`.trimEnd());
  });

  it.each([
    ['160%', '1.6'],
    ['1,6', '1.6'],
    ['90%', '0.9'],
    ['15%', '15 0.15'],
    ['3000%', ''],
  ])('for a number: %s → %s', (text, near) => {
    expect(shown(readDecimal(text, 0.1, 20))).toBe(`plan/not-a-decimal ${near}`.trimEnd());
  });

  it.each([
    ['0.05', 'plan/not-a-count 5%'],
    ['10 phần trăm', 'plan/not-a-count 10%'],
    ['5 phiếu', 'plan/not-a-count 5'],
  ])('for a spare: %s → %s', (text, near) => expect(shown(readSpare(text))).toBe(near));

  it('for a figure that is still to come', () => {
    expect(['chưa có', '?', '-'].map((text) => shown(readFigureText(text)))).toEqual([
      'plan/not-a-count unknown',
      'plan/not-a-count unknown',
      'plan/not-a-count unknown',
    ]);
  });
});

describe('dates and times', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', 'plan/not-a-date 2023-02-28'],
    ['31/11/2026', 'plan/not-a-date 2026-11-30'],
    ['2026-13-31', 'plan/not-a-date'],
    ['2026-11-45', 'plan/not-a-date'],
    ['0000-00-30', 'plan/not-a-date'],
    ['21/9/2023', 'plan/not-a-date 2023-09-21'],
    ['06.10.2023', 'plan/not-a-date 2023-10-06'],
    ['2023-9-1', 'plan/not-a-date 2023-09-01'],
    ['2023-09', 'plan/not-a-date'],
    ['hôm nay', 'plan/not-a-date'],
  ])('%s → %s', (text, result) => expect(shown(readDate(text))).toBe(result));

  it('says how many days a month has', () => {
    const read = readDate('2026-11-31');
    const found = read.ok ? null : finding(read.problem.code, at, read.problem.args as never);
    expect(found && messageOf(found, 'vi')).toBe('“2026-11-31”: tháng 11/2026 chỉ có 30 ngày.');
    expect(found && messageOf(found, 'en')).toBe(
      '“2026-11-31”: month 11 of 2026 has only 30 days.',
    );
  });

  it('a month is its first and last day', () => {
    const read = readDayOrMonth('2024-02');
    expect(read.ok && read.value).toEqual({ from: '2024-02-01', to: '2024-02-29', month: true });
    expect(shown(readDayOrMonth('Tháng 12/2024'))).toBe('plan/not-a-date 2024-12');
    expect(shown(readDayOrMonth('2024-13'))).toBe('plan/not-a-date');
  });

  it.each([
    ['16:30', '16:30'],
    ['16h30', 'plan/not-a-time 16:30'],
    ['7h', 'plan/not-a-time 07:00'],
    ['24:00', 'plan/not-a-time'],
  ])('%s → %s', (text, result) => expect(shown(readTime(text))).toBe(result));

  it('agrees with the calendar of the machine', () => {
    const day = fc.record({
      year: fc.integer({ min: 1900, max: 2199 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(day, ({ year, month, day: dayOfMonth }) => {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
        const iso = [year, month, dayOfMonth]
          .map((part) => String(part).padStart(2, '0'))
          .join('-');
        const read = readDate(iso);
        expect(read.ok).toBe(dayOfMonth <= daysInMonth(year, month));
        if (read.ok) expect(weekday(iso)).toBe(new Date(`${iso}T00:00:00Z`).getUTCDay());
      }),
    );
  });
});

describe('ids and words', () => {
  it.each([
    ['so-noi-vu', 'id', 'so-noi-vu'],
    ['Sở Nội vụ', 'id', 'plan/not-an-id so-noi-vu'],
    ['Đông Hà', 'id', 'plan/not-an-id dong-ha'],
    ['PKS02', 'form', 'PKS02'],
    ['1q', 'question', 'plan/not-an-id'],
    ['q_1', 'question', 'plan/not-an-id q1'],
    ['1.10', 'criterion', '1.10'],
    ['1-2', 'criterion', 'plan/not-an-id 1.2'],
    ['st23', 'serial', 'plan/not-an-id ST23'],
    ['frame/đơn vị.csv', 'file', 'frame/đơn vị.csv'],
    ['frame/../plan.csv', 'file', 'plan/not-an-id'],
    ['/frame/a.csv', 'file', 'plan/not-an-id'],
    ['frame\\a.csv', 'file', 'plan/not-an-id'],
    ['frame/a.xls', 'file', 'plan/not-an-id'],
  ] as const)('%s as %s → %s', (text, kind, result) => {
    expect(shown(readId(text, kind))).toBe(result);
  });

  it('a yes is a yes only as documented', () => {
    expect(
      ['yes', 'true', 'no', 'false', 'Yes', 'có', '1'].map((text) => shown(readYesNo(text))),
    ).toEqual(['true', 'true', 'false', 'false', ...Array(3).fill('plan/not-yes-no')]);
  });
});
