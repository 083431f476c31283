/** A cell with a figure: age, minutes, dossiers. */
import type { Question } from '../plan/plan.ts';
import { exactText, parseExact } from '../stats/exact.ts';
import { type DecimalMark, readNumber } from '../table/number-text.ts';
import type { Answer } from './answers.ts';

/** Decimal text without zeros that say nothing (`1.50` is `1.5`); never rounded, never pulled into the range. */
export function readFigure({ range }: Question, text: string, mark: DecimalMark | null): Answer {
  const read = readNumber(text, mark);
  if (read.kind === 'ambiguous') {
    return { kind: 'ambiguous-number', whole: read.whole, decimal: read.decimal };
  }
  const value = read.kind === 'number' ? parseExact(read.text) : null;
  if (value === null) return { kind: 'not-a-number' };
  const { from = null, to = null, decimals = 0 } = range ?? {};
  const written = exactText(value);
  const digits = written.split('.')[1]?.length ?? 0;
  if (digits > decimals) return { kind: 'too-many-decimals' };
  const isBelow = from !== null && value.compare(from) < 0;
  const isAbove = to !== null && value.compare(to) > 0;
  return isBelow || isAbove ? { kind: 'out-of-range' } : written;
}
