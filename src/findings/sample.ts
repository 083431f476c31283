/** Findings of lists of people and of draws. */
import { cellFindings } from './sample-cells.ts';
import { drawFindings } from './sample-draws.ts';
import { fieldFindings } from './sample-field.ts';
import { listFindings } from './sample-lists.ts';
import { peopleFindings } from './sample-people.ts';
import { recordFindings } from './sample-records.ts';
import { selectFindings } from './sample-select.ts';

export const sampleFindings = {
  ...listFindings,
  ...cellFindings,
  ...peopleFindings,
  ...selectFindings,
  ...drawFindings,
  ...recordFindings,
  ...fieldFindings,
};
