/** Preloaded into a child: the process kills itself at the n-th operation that changes the disk (`KILL_AT`). */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.KILL_AT);
let count = 0;

function step() {
  count += 1;
  if (count === at) process.kill(process.pid, 'SIGKILL');
}

for (const name of ['mkdir', 'rename', 'rm', 'writeFile', 'unlink']) {
  const original = fs[name];
  fs[name] = (...args) => {
    step();
    return original(...args);
  };
}
const open = fs.open;
fs.open = async (...args) => {
  step();
  const handle = await open(...args);
  for (const name of ['writeFile', 'write', 'sync']) {
    const original = handle[name];
    handle[name] = (...given) => {
      step();
      return original.apply(handle, given);
    };
  }
  return handle;
};
syncBuiltinESMExports();
