/** Hard data of units in the tables of points: what may be named there, and how a cell is read. */

import type { IndexFigure } from '../plan/plan.ts';
import { type Exact, exact, parseExact } from '../stats/exact.ts';
import { type DecimalMark, readNumber } from '../table/number-text.ts';
import { isNotApplicable } from './value.ts';

export type FigureCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: Exact }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'ambiguous'; readonly whole: string; readonly decimal: string }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'not-yes-no' };

/** More than any record gives; what stands behind is left by a calculation. */
const mostDecimals = 15;

const yes = ['có', 'co', 'yes', 'y', 'x', 'v', '✓', '✔', '1', 'đạt', 'đúng', 'true'];
const no = ['không', 'khong', 'no', 'n', '0', 'không đạt', 'chưa đạt', 'không có', 'sai', 'false'];

/** A blank is missing, never “no”. One mark before three digits is read only where the bounds leave one meaning. */
export function readFigure(
  text: string,
  figure: IndexFigure,
  mark: DecimalMark | null,
): FigureCell {
  if (text === '') return { kind: 'blank' };
  const word = text.normalize('NFC').toLowerCase();
  if (figure.kind === 'yes-no') {
    if (yes.includes(word)) return { kind: 'value', value: exact(1) };
    if (no.includes(word)) return { kind: 'value', value: exact(0) };
    return { kind: isNotApplicable(text) ? 'not-applicable' : 'not-yes-no' };
  }
  if (isNotApplicable(text)) return { kind: 'not-applicable' };
  const read = readNumber(text, mark);
  if (read.kind === 'not-a-number') return read;
  if (read.kind === 'number') return decimalOf(read.text);
  const fitting = [read.whole, read.decimal].filter((one) => {
    const value = parseExact(one);
    return value !== null && isWithin(value, figure);
  });
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? read : decimalOf(only);
}

export function isWithin(value: Exact, { from, to }: IndexFigure): boolean {
  return (from === null || value.gte(from)) && (to === null || value.lte(to));
}

function decimalOf(text: string): FigureCell {
  const decimals = text.split('.')[1]?.length ?? 0;
  const value = decimals > mostDecimals ? null : parseExact(text);
  return value === null ? { kind: 'not-a-number' } : { kind: 'value', value };
}
