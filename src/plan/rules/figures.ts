/** Whether figures of units and places are what the plan says they are, and units before a merger. */
import type { Rule } from './rule.ts';

export const figureRules: readonly Rule[] = [];
