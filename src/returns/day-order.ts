/** A column of days that may be written month first, as sheets set to the United States write them: `11/13/2026`. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type TableRow, whereIn } from '../table.ts';
import { fieldHeading, fieldText, type Reading } from './reading.ts';

export interface DayOrder {
  readonly note: (row: TableRow) => void;
  /** Days that can only be month first, and none that can only be day first: all others of the column are then wrong. */
  readonly findings: () => readonly Finding[];
  /** Nothing proves it, but most days lie outside the fieldwork, and inside it when read month first. */
  readonly notes: () => readonly Finding[];
}

const silent: DayOrder = { note: () => undefined, findings: () => [], notes: () => [] };

export function dayOrder(reading: Reading): DayOrder {
  if (!reading.columns.fields.has('at') || reading.asked.dates !== null) return silent;
  const heading = fieldHeading(reading, 'at');
  const { opens, closes } = reading.known.plan.fieldwork;
  const isInside = (iso: string): boolean =>
    (opens === null || iso >= opens) && (closes === null || iso <= closes);
  const at = (row: TableRow) => whereIn(reading.table, row, heading);
  let proof: { readonly row: TableRow; readonly text: string } | null = null;
  let odd: { readonly row: TableRow; readonly text: string } | null = null;
  let [dayFirst, either, outside] = [0, 0, 0];
  return {
    note: (row) => {
      const text = fieldText(reading, row, 'at');
      const [, one, two, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text) ?? [];
      if (one === undefined || two === undefined || year === undefined) return;
      const [first, second] = [Number(one), Number(two)];
      if (first > 12) dayFirst += 1;
      else if (second > 12 && second <= 31) proof ??= { row, text };
      else if (first !== second && second <= 12) {
        either += 1;
        const [asRead, turned] = [isoOf(year, second, first), isoOf(year, first, second)];
        if (isInside(asRead) || !isInside(turned)) return;
        outside += 1;
        odd ??= { row, text };
      }
    },
    findings: () => {
      if (proof === null || dayFirst > 0) return [];
      const { row, text } = proof;
      return [finding('returns/month-first', at(row), { text, row: row.row })];
    },
    notes: () => {
      if (odd === null || dayFirst > 0 || proof !== null || outside * 2 < either) return [];
      const { row, text } = odd;
      return [finding('returns/days-outside', at(row), { text, count: outside, all: either })];
    },
  };
}

function isoOf(year: string, month: number, day: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
