/** Public holidays and working days, against what was announced and against what working days mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth, weekday } from '../src/plan/dates.ts';
import { holidayOn, holidaysKnown, holidayYears } from '../src/plan/holidays/holiday.ts';
import {
  dayOff,
  holidaysBetween,
  workingDayFrom,
  workingDaysEnd,
} from '../src/plan/working-days.ts';

const ordinary = { closed: [], open: [] };

/** Days from one to another, both included. */
function days(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(day);
  return found;
}

describe('the lunar calendar of Vietnam', () => {
  // 2030: a day before the Chinese new year.
  it.each([
    ['2023-01-22', 'tet'],
    ['2024-02-10', 'tet'],
    ['2025-01-29', 'tet'],
    ['2026-02-17', 'tet'],
    ['2030-02-02', 'tet'],
    ['2022-04-10', 'hung-kings'],
    ['2023-04-29', 'hung-kings'],
    ['2024-04-18', 'hung-kings'],
    ['2025-04-07', 'hung-kings'],
    ['2026-04-26', 'hung-kings'],
  ])('%s is %s', (date, name) => expect(holidayOn(date)).toBe(name));
});

/** Spells of days off as they were announced, weekends and days in lieu included, without swapped days. */
const announced: readonly (readonly [from: string, to: string])[] = [
  ['2016-02-06', '2016-02-14'],
  ['2017-01-26', '2017-02-01'],
  ['2018-02-14', '2018-02-20'],
  ['2019-02-02', '2019-02-10'],
  ['2020-01-23', '2020-01-29'],
  ['2021-02-10', '2021-02-16'],
  ['2022-01-29', '2022-02-06'],
  ['2023-01-20', '2023-01-26'],
  ['2024-02-08', '2024-02-14'],
  ['2025-01-25', '2025-02-02'],
  ['2026-02-14', '2026-02-22'],
  ['2022-01-01', '2022-01-03'],
  ['2023-04-29', '2023-05-03'],
  ['2022-04-30', '2022-05-03'],
  ['2022-04-09', '2022-04-11'],
  ['2021-09-02', '2021-09-05'],
  ['2022-09-01', '2022-09-04'],
  ['2023-09-01', '2023-09-04'],
  ['2024-08-31', '2024-09-03'],
  ['2025-08-30', '2025-09-02'],
  ['2020-09-02', '2020-09-02'],
];

describe('days off', () => {
  it.each(announced)('%s to %s, and no day more', (from, to) => {
    expect(days(from, to).filter((day) => dayOff(day, ordinary) === null)).toEqual([]);
    expect(dayOff(addDays(to, 1), ordinary)).toBeNull();
    const before = days(`${from.slice(0, 8)}01`, from).at(-2);
    if (before !== undefined) expect(dayOff(before, ordinary)).toBeNull();
  });

  it('every year has its eleven holidays (ten before 2021), and a working day in lieu of each on a weekend', () => {
    const { first, last } = holidayYears();
    expect([first, last]).toEqual([2015, 2045]);
    for (let year = first; year <= last; year += 1) {
      const all = days(`${year}-01-01`, `${year}-12-31`).filter((day) => holidayOn(day) !== null);
      const inLieu = all.filter((day) => holidayOn(day) === 'in-lieu');
      const proper = all.filter((day) => holidayOn(day) !== 'in-lieu');
      expect(proper.length, String(year)).toBe(year < 2021 ? 10 : 11);
      const weekend = (day: string): boolean => [0, 6].includes(weekday(day));
      expect(inLieu.length, String(year)).toBe(proper.filter(weekend).length);
      expect(inLieu.filter(weekend), String(year)).toEqual([]);
    }
  });

  it('are not known outside the table', () => {
    expect([holidaysKnown('2014-12-31'), holidaysKnown('2015-01-01')]).toEqual([false, true]);
    expect(holidayOn('2046-01-01')).toBeNull();
  });

  it('follow the plan where a decree swapped days', () => {
    const calendar = { closed: ['2026-08-31'], open: ['2026-08-22'] };
    expect(dayOff('2026-08-31', calendar)).toBe('closed');
    expect(dayOff('2026-08-22', calendar)).toBeNull();
    expect(workingDaysEnd('2026-08-21', 3, ordinary)).toBe('2026-08-25');
    expect(workingDaysEnd('2026-08-21', 3, calendar)).toBe('2026-08-24');
  });
});

describe('working days', () => {
  it.each([
    ['2024-08-29', 5, '2024-09-06'],
    ['2023-09-21', 1, '2023-09-21'],
    ['2024-11-23', 1, '2024-11-25'],
    ['2024-02-07', 2, '2024-02-15'],
    ['2024-12-31', 3, '2025-01-03'],
  ])('from %s, %i of them end on %s', (from, count, end) => {
    expect(workingDaysEnd(from, count, ordinary)).toBe(end);
  });

  const date = fc
    .tuple(fc.integer({ min: 2015, max: 2044 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
    .map(([year, month, day]) => {
      const last = daysInMonth(year, month);
      const two = (value: number): string => String(value).padStart(2, '0');
      return `${year}-${two(month)}-${two(1 + (day % last))}`;
    });

  it('as many open days lie between as were asked for, and the last is one of them', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const end = workingDaysEnd(from, count, ordinary);
        const open = days(from, end).filter((day) => dayOff(day, ordinary) === null);
        expect(open.length).toBe(count);
        expect(open.at(-1)).toBe(end);
      }),
    );
  });

  it('one span after another is one span', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        (from, a, b) => {
          const first = workingDaysEnd(from, a, ordinary);
          const second = workingDaysEnd(workingDayFrom(addDays(first, 1), ordinary), b, ordinary);
          expect(second).toBe(workingDaysEnd(from, a + b, ordinary));
        },
      ),
    );
  });

  it('names the holidays between, not the weekends', () => {
    expect(holidaysBetween('2024-08-29', '2024-09-06', ordinary)).toEqual([
      '2024-09-02',
      '2024-09-03',
    ]);
  });
});
