/** Every command: its words, its options, and the file that does it (imported only when it runs). */
import { checkCommands } from './table/check.ts';
import { planCommands } from './table/plan.ts';
import { powerCommands } from './table/power.ts';
import { resultsCommands } from './table/results.ts';
import { returnsCommands } from './table/returns.ts';
import { sampleCommands } from './table/sample.ts';
import type { CommandSpec } from './table/spec.ts';
import { storeCommands } from './table/store.ts';

export type { CommandSpec, OptionSpec } from './table/spec.ts';

export const commandTable: readonly CommandSpec[] = [
  ...planCommands,
  ...sampleCommands,
  ...powerCommands,
  ...returnsCommands,
  ...storeCommands,
  ...checkCommands,
  ...resultsCommands,
];
