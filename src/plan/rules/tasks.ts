/** Tasks in their order, the bodies that do them, dates that are printed twice. */
import type { Rule } from './rule.ts';

export const taskRules: readonly Rule[] = [];
