/** Whether lists, draws and the rules that need them fit together. */
import type { Rule } from './rule.ts';

export const samplingRules: readonly Rule[] = [];
