// node bench/run.js NAME: compiles the sources and runs bench/NAME.ts on them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Below node_modules, so that packages are found and nothing is left in the tree.
const out = join(root, 'node_modules', '.bench');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'package.json'), '{"type":"module"}\n');

const [name = '', ...args] = process.argv.slice(2);
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const compile = [tsc, '-p', root, '--noEmit', 'false', '--rootDir', root, '--outDir', out];
spawnSync(process.execPath, compile, { stdio: 'inherit' });
const flags = ['--expose-gc', join(out, 'bench', `${name}.js`), ...args];
process.exit(spawnSync(process.execPath, flags, { stdio: 'inherit' }).status ?? 1);
