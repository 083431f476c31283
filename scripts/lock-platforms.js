/**
 * Adds to package-lock.json the optional packages of other platforms (Windows, macOS …) that npm left out because the
 * registry at hand did not carry them: without them `npm ci` refuses the lock file, and Windows would get no native
 * typesetter. Run after `npm install`; `--check` only reports. Entries carry no integrity: npm fills it in when it can.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = Object.values(lock.packages).flatMap((entry) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => lock.packages[`node_modules/${name}`] === undefined)
    .map(([name, version]) => [name, version, entry.dev === true]),
);

if (process.argv.includes('--check')) {
  for (const [name] of missing)
    console.error(`not in package-lock.json: ${name} (run: npm run lock)`);
  process.exit(missing.length === 0 ? 0 : 1);
}
for (const [name, version, dev] of missing) {
  lock.packages[`node_modules/${name}`] = {
    version,
    ...platformOf(name),
    ...(dev ? { dev: true } : {}),
    optional: true,
  };
  console.error(`added ${name}@${version}`);
}
const sorted = Object.entries(lock.packages).sort(([left], [right]) =>
  left.localeCompare(right, 'en'),
);
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** npm skips what is for another machine by these fields; the packages' names follow one pattern. */
function platformOf(name) {
  const match =
    /-(android|darwin|freebsd|linux|win32)-(arm64|arm|ia32|x64)(?:-(eabi|gnu|gnueabihf|msvc|musl))?$/.exec(
      name.replace('linux-musl', 'linux'),
    );
  if (match === null) return {};
  const [, os, cpu, abi] = match;
  const libc =
    os !== 'linux' || abi === undefined ? {} : { libc: [abi === 'musl' ? 'musl' : 'glibc'] };
  return { cpu: [cpu], os: [os], ...libc };
}
