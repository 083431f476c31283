/** A corrections file → what of it is accepted, passed over and refused, and why. Nothing is written here. */
import type { Finding } from '../findings/finding.ts';
import type { CorrectionLine } from './batch.ts';
import { type CorrectionContext, readLine } from './correction-line.ts';
import { voidAfterwards } from './correction-outcome.ts';
import { settledLines } from './correction-settle.ts';
import { storedLine } from './correction-stored-line.ts';
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
  const sound = lines.filter(({ reasons }) => reasons.length === 0);
  const taken = sound.filter(({ isIdle }) => !isIdle);
  return {
    accepted: taken.flatMap(({ written: line, changes }) =>
      changes.map((change) => storedLine(change, line)),
    ),
    rejected: rejected.map(({ written: { row }, reasons }) => ({ row, reasons })),
    skipped: sound.length - taken.length,
    counts: { read: lines.length, accepted: taken.length, rejected: rejected.length },
    findings: voidAfterwards(context, taken),
  };
}
