/** `incoming/*` where the shell does not open it up: cmd and PowerShell hand the star over as it is. */
import { basename, dirname, join } from 'node:path';
import type { Io } from '../io.ts';

/** Each pattern's files, by name; a pattern that fits none stays, to be reported as not there. */
export async function matchingFiles(
  patterns: readonly string[],
  io: Io,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of patterns) {
    const name = basename(pattern);
    const open = /[*?]/.test(name) && (await io.stat(pattern)) === null;
    const entries = open ? await io.list(dirname(pattern)) : [];
    const fits = entries.filter((entry) => entry.kind === 'file' && asRule(name).test(entry.name));
    if (fits.length === 0) found.push(pattern);
    else found.push(...fits.map((entry) => join(dirname(pattern), entry.name)));
  }
  return found;
}

function asRule(pattern: string): RegExp {
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  // Names that start with a dot or `~$` are not meant by a bare star: hidden files, Excel's lock files.
  return new RegExp(`^(?![.~])${text}$`, 'iu');
}
