/** What a reader costs in a process of its own: CPU seconds and peak MiB, for files of many rows. */
import { spawnSync } from 'node:child_process';

export interface Cost {
  readonly cpu: number;
  readonly peak: number;
}

/** To be printed by the process that did the work. */
export function ownCost(rows: number): string {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return JSON.stringify({ rows, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 });
}

/** Runs `script name file` and reads back what it cost; it must have seen `wanted` rows. */
export function costOf(script: string, name: string, file: string, wanted: number): Cost {
  const run = spawnSync(process.execPath, [script, name, file], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const { rows, cpu, peak } = JSON.parse(run.stdout) as Cost & { readonly rows: number };
  if (rows !== wanted) throw new Error(`${name}: ${rows} rows of ${wanted}`);
  return { cpu, peak };
}

export function printCosts(costs: Readonly<Record<string, Cost>>): void {
  for (const [name, { cpu, peak }] of Object.entries(costs)) {
    console.log(`${cpu.toFixed(2).padStart(8)} s CPU ${peak.toFixed(0).padStart(6)} MiB  ${name}`);
  }
}

/** Answers as they come back: mostly 1–5, some blank, some that no scale has. */
export function answer(row: number, question: number): string {
  const dice = (row * 7919 + question * 104_729 + ((row * question) % 97)) % 100;
  if (dice < 4) return '';
  return dice === 4 ? '9' : String(1 + (dice % 5));
}
