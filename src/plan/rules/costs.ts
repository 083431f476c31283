/** Whether the lines of the estimate can be computed. */
import type { Rule } from './rule.ts';

export const costRules: readonly Rule[] = [];
