/** Before any test: the program is built once, for the tests that run it as a process. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export function setup(): void {
  const root = join(import.meta.dirname, '..');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root });
  if (built.status !== 0) throw new Error(`the build fails:\n${built.stdout}`);
}
