/** Findings about returned files: their columns, their rows, paper tallies, and the store. */
import { paperTallyFindings } from './paper-tallies.ts';
import { returnsColumnFindings } from './returns-columns.ts';
import { returnsRowFindings } from './returns-rows.ts';
import { returnsStoreFindings } from './returns-store.ts';

export const returnsFindings = {
  ...paperTallyFindings,
  ...returnsColumnFindings,
  ...returnsRowFindings,
  ...returnsStoreFindings,
};
