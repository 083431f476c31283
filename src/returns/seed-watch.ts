/** The seed that every row of a rehearsal carries; rehearsals and real returns never share a store. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type TableRow, whereIn } from '../table.ts';
import type { BatchRecord } from './batch.ts';
import { fieldHeading, fieldText, type Reading } from './reading.ts';

export interface SeedWatch {
  /** False: the file cannot be taken; `findings` says why, as far as it is known. */
  readonly row: (row: TableRow) => boolean;
  /** Later rows cannot show more. */
  readonly over: () => boolean;
  readonly findings: () => readonly Finding[];
  /** Null for real returns. */
  readonly value: () => string | null;
}

export function seedWatch(
  reading: Reading,
  options: { readonly isRehearsal: boolean; readonly rehearsal: string | null },
  records: readonly Pick<BatchRecord, 'id' | 'simulated'>[],
): SeedWatch {
  const heading = fieldHeading(reading, 'simulated');
  let seed: string | null = null;
  let found: Finding | null = null;
  let isPartly = false;
  return {
    row: (row) => {
      const text = fieldText(reading, row, 'simulated');
      if (seed === null) {
        seed = text;
        found = wrongStore(reading, text !== '', options, records);
      } else if (text !== seed) {
        const at = whereIn(reading.table, row, heading);
        // Whatever store it is for, such a file cannot be right.
        if (!isPartly) found = finding('returns/partly-simulated', at, { seed, other: text });
        isPartly = true;
      }
      return found === null;
    },
    over: () => isPartly,
    findings: () => (found === null ? [] : [found]),
    value: () => (seed === '' ? null : seed),
  };
}

function wrongStore(
  reading: Reading,
  isSimulated: boolean,
  { isRehearsal, rehearsal }: { readonly isRehearsal: boolean; readonly rehearsal: string | null },
  records: readonly Pick<BatchRecord, 'id' | 'simulated'>[],
): Finding | null {
  const at = whereIn(reading.table, null, fieldHeading(reading, 'simulated'));
  if (isSimulated !== isRehearsal) {
    return isSimulated
      ? finding('returns/rehearsal-file', at, { folder: rehearsal ?? '' })
      : finding('returns/rehearsal-folder', at, {});
  }
  const unlike = records.find(({ simulated }) => (simulated !== null) !== isSimulated);
  if (unlike === undefined) return null;
  return finding('returns/rehearsal-mixed', at, { isSimulated, batch: unlike.id });
}
