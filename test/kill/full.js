/** Preloaded into a child: the n-th operation that writes to the disk (`FAIL_AT`), and all after it, fail with `FAIL_WITH`. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.FAIL_AT);
const code = process.env.FAIL_WITH ?? 'ENOSPC';
let count = 0;

function step() {
  count += 1;
  if (count >= at) throw Object.assign(new Error(code), { code });
}

for (const name of ['mkdir', 'writeFile']) {
  const original = fs[name];
  fs[name] = async (...args) => {
    step();
    return original(...args);
  };
}
const open = fs.open;
fs.open = async (file, flags, ...rest) => {
  const writes = typeof flags === 'string' && flags !== 'r';
  if (writes) step();
  const handle = await open(file, flags, ...rest);
  for (const name of writes ? ['writeFile', 'write'] : []) {
    const original = handle[name];
    handle[name] = async (...given) => {
      step();
      return original.apply(handle, given);
    };
  }
  return handle;
};
syncBuiltinESMExports();
