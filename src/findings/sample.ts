/** Findings of lists of people and of draws. */
import { drawFindings } from './sample-draws.ts';
import { fieldFindings } from './sample-field.ts';
import { listFindings } from './sample-lists.ts';

export const sampleFindings = { ...listFindings, ...drawFindings, ...fieldFindings };
