/** One cell of points. */
import { type Exact, exactText, parseExact } from '../stats/exact.ts';
import { type DecimalMark, readNumber } from '../table/number-text.ts';

export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'points'; readonly points: Exact }
  /** The cell says that the criterion does not concern the unit. */
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'ambiguous'; readonly whole: string; readonly decimal: string }
  | { readonly kind: 'not-a-number' };

/** More decimals than any scheme gives: left by a calculation that somebody did not round. */
const mostDecimals = 6;

/**
 * `2`, `1.5` and the Vietnamese `1,5`. One mark before exactly three digits (`1.234`) may mean thousands: the mark
 * that the plan declares decides; without one it is not read at all, unless so many points cannot be (`max`).
 */
export function readPoints(text: string, max: Exact, mark: DecimalMark | null): CellValue {
  if (text === '') return { kind: 'blank' };
  if (isNotApplicable(text)) return { kind: 'not-applicable' };
  const read = readNumber(text, mark);
  if (read.kind === 'not-a-number') return read;
  if (read.kind === 'ambiguous') {
    const { whole, decimal } = read;
    return parseExact(whole)?.lte(max) === true
      ? { kind: 'ambiguous', whole, decimal }
      : pointsOf(decimal);
  }
  return pointsOf(read.text);
}

function pointsOf(text: string): CellValue {
  const decimals = text.split('.')[1]?.length ?? 0;
  const points = decimals > mostDecimals ? null : parseExact(text);
  return points === null ? { kind: 'not-a-number' } : { kind: 'points', points };
}

export function isNotApplicable(text: string): boolean {
  return notApplicable.has(text.toLowerCase());
}

/** Whether the points are a whole number of steps; null: any number is. */
export function isOnStep(points: Exact, step: Exact | null): boolean {
  return step === null || /^-?\d+$/.test(exactText(points.div(step)));
}

const notApplicable: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'không áp dụng',
  'không có',
  'không tính',
  '-',
  '–',
  '—',
]);
