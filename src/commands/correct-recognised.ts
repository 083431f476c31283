/** A corrections file that is given to `survey import`. */
import { streamTable } from '../formats/read-table.ts';
import type { Io } from '../io.ts';
import { isCorrections } from '../returns/corrections-file.ts';

/** Corrections are keyed by hand; what is larger holds rows, and is not read twice to find out. */
const largest = 8 * 1024 * 1024;

/** Told by its headings alone; false for a file that cannot be read, of which whoever reads it says why. */
export async function isCorrectionsFile(
  file: string,
  options: { readonly sheet: string | null; readonly headerRow?: number | null },
  io: Io,
): Promise<boolean> {
  const entry = await io.stat(file);
  if (entry?.kind !== 'file' || entry.size > largest) return false;
  let found = false;
  await streamTable(await io.source(file), file, options, {
    head: (head) => {
      found = isCorrections(head);
      return false;
    },
    row: () => false,
    pause: () => null,
  });
  return found;
}
