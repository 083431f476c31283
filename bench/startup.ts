/**
 * How fast `survey` starts, against bare node in the same run (fastest of 15 each; interleaved, so that noise hits all alike).
 * Held: `--help` ≤ 1.5 × `node -e 0`; `plan validate` of the Sóc Trăng plan ≤ 3 × (`node -e 0` with yaml and zod imported).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = process.cwd();
const survey = join(root, 'bin', 'survey.js');
const runs: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'node + yaml + zod': ['--input-type=module', '-e', "import 'yaml'; import 'zod'"],
  'survey --help': [survey, '--help'],
  'survey plan validate': [survey, 'plan', 'validate', join('plans', 'soc-trang-2023')],
};

const best = new Map<string, number>();
for (let round = 0; round < 15; round += 1) {
  for (const [name, argv] of Object.entries(runs)) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, argv, { cwd: root, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name}: exit ${status}`);
    best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - start));
  }
}

const ms = (name: string): number => best.get(name) ?? Number.NaN;
for (const [name, time] of best) console.log(`${time.toFixed(0).padStart(5)} ms  ${name}`);
console.log(
  `--help ÷ node -e 0 = ${(ms('survey --help') / ms('node -e 0')).toFixed(2)} (hold 1.5)`,
);
console.log(
  `validate ÷ (node + yaml + zod) = ${(ms('survey plan validate') / ms('node + yaml + zod')).toFixed(2)} (hold 3)`,
);
