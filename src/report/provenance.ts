/** Where the figures of a report come from. */
import type { BatchRecord } from '../returns/batch.ts';
import type { ListedCorrection } from '../returns/listed-corrections.ts';

export interface Provenance {
  readonly planFingerprint: string;
  /** Name and version of the tool. */
  readonly tool: string;
  /** Sorted by id. */
  readonly batches: readonly Pick<BatchRecord, 'id' | 'source' | 'counts'>[];
  /** Corrections of accepted forms, by import and row. */
  readonly corrections: readonly ListedCorrection[];
  /** Files of points/, sorted by name. */
  readonly pointFiles: readonly { readonly name: string; readonly sha256: string }[];
  /** Seeds of rehearsal returns and points, sorted; empty for a real survey. */
  readonly simulated: readonly string[];
  /** When it was made, as it is to be printed; null leaves it out, so that the same inputs give the same report. */
  readonly madeAt: string | null;
}
