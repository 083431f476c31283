/** One cell of points. */
import { type Exact, exactText, parseExact } from '../stats/exact.ts';

export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'points'; readonly points: Exact }
  /** The cell says that the criterion does not concern the unit. */
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'ambiguous'; readonly whole: string; readonly decimal: string }
  | { readonly kind: 'not-a-number' };

/**
 * `2`, `1.5` and the Vietnamese `1,5`, with at most six decimals. One mark before exactly three digits
 * (`1.234`) may mean thousands, so it is not read at all, unless so many points cannot be (`max`).
 */
export function readPoints(text: string, max: Exact): CellValue {
  if (text === '') return { kind: 'blank' };
  if (notApplicable.has(text.toLowerCase())) return { kind: 'not-applicable' };
  if (!/^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(text)) return { kind: 'not-a-number' };
  const points = parseExact(text.replace(',', '.'));
  if (points === null) return { kind: 'not-a-number' };
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    const whole = text.replace(/[.,]/, '');
    if (parseExact(whole)?.lte(max)) {
      return { kind: 'ambiguous', whole, decimal: exactText(points) };
    }
  }
  return { kind: 'points', points };
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
