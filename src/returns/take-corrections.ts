/** A corrections file → what of it is accepted, passed over and refused, and why. Nothing is written here. */
import type { Finding } from '../findings/finding.ts';
import type { CorrectionLine } from './batch.ts';
import { type Change, type CorrectionContext, readLine } from './correction-line.ts';
import { settledLines, stillVoid } from './correction-settle.ts';
import type { WrittenCorrection } from './corrections-file.ts';
import type { Rejected } from './settle.ts';

export interface CorrectionIntake {
  readonly accepted: readonly CorrectionLine[];
  readonly rejected: readonly Rejected[];
  /** Lines that the store holds already, that change nothing, or that nobody has decided yet. */
  readonly skipped: number;
  readonly counts: { readonly read: number; readonly accepted: number; readonly rejected: number };
  readonly findings: readonly Finding[];
}

export function takeCorrections(
  context: CorrectionContext,
  written: readonly WrittenCorrection[],
): CorrectionIntake {
  const lines = settledLines(
    context,
    written.map((line) => readLine(context, line)),
  );
  const rejected = lines.filter(({ reasons }) => reasons.length > 0);
  const idle = lines.filter(({ isIdle, reasons }) => isIdle && reasons.length === 0);
  const taken = lines.filter((line) => !rejected.includes(line) && !idle.includes(line));
  return {
    accepted: taken.flatMap(({ written: line, changes }) =>
      changes.map((change) => stored(change, line)),
    ),
    rejected: rejected.map(({ written: { row }, reasons }) => ({ row, reasons })),
    skipped: idle.length,
    counts: { read: lines.length, accepted: taken.length, rejected: rejected.length },
    findings: stillVoid(context, taken),
  };
}

function stored({ held, subject, old, next }: Change, line: WrittenCorrection): CorrectionLine {
  const { rating, batch } = held;
  const { serial, unit, row } = rating;
  const reply = serial === null ? { batch, row } : null;
  const by = line.by === '' ? null : line.by;
  return {
    serial,
    reply,
    unit,
    question: subject.id,
    old,
    next,
    why: line.why,
    by,
    row: line.row.row,
  };
}
