/** Findings about returned files: their columns, their rows, paper tallies, and the store. */
import { paperTallyFindings } from './paper-tallies.ts';
import { returnsAgainFindings } from './returns-again.ts';
import { returnsAnswerFindings } from './returns-answers.ts';
import { returnsColumnFindings } from './returns-columns.ts';
import { returnsExportFindings } from './returns-exports.ts';
import { returnsImportFindings } from './returns-import.ts';
import { returnsMendingFindings } from './returns-mending.ts';
import { returnsRowFindings } from './returns-rows.ts';
import { returnsStoreFindings } from './returns-store.ts';

export const returnsFindings = {
  ...returnsAgainFindings,
  ...paperTallyFindings,
  ...returnsAnswerFindings,
  ...returnsColumnFindings,
  ...returnsExportFindings,
  ...returnsImportFindings,
  ...returnsMendingFindings,
  ...returnsRowFindings,
  ...returnsStoreFindings,
};
