/**
 * `npm run demo`: the whole chain on the Sóc Trăng 2023 plan, with rehearsal returns, into demo/.
 * Each line printed after `$` is a command that you can type yourself.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = 'plans/soc-trang-2023';
const folder = 'demo';

rmSync(join(root, folder), { recursive: true, force: true });

survey('plan', 'validate', source);
survey('simulate', '--plan', source, '--seed', '2023', '--out', folder);
survey('quota', '--plan', folder);
survey('packet', '--plan', folder);
// 4: taken, with rejected rows — the rehearsal types a few rows twice on purpose.
survey('import', '--plan', folder, `${folder}/incoming/*`, [0, 4]);
survey('status', '--plan', folder);
survey('score', '--plan', folder);
survey('report', '--plan', folder);

function survey(...words) {
  const accepted = Array.isArray(words.at(-1)) ? words.pop() : [0];
  console.log(`\n$ survey ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join('bin', 'survey.js'), ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  if (!accepted.includes(status)) process.exit(status ?? 70);
}
