/** One change of one row as it is kept. */
import type { CorrectionLine } from './batch.ts';
import type { Change } from './correction-line.ts';
import type { WrittenCorrection } from './corrections-file.ts';

export function storedLine(
  { held, subject, old, next }: Change,
  line: WrittenCorrection,
): CorrectionLine {
  const { rating, batch } = held;
  const { serial, unit, row } = rating;
  return {
    serial,
    reply: serial === null ? { batch, row } : null,
    unit,
    question: subject.id,
    old,
    next,
    why: line.why,
    by: line.by === '' ? null : line.by,
    row: line.row.row,
  };
}
