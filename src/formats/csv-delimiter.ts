/** Which character separates the cells of a text table. */

export const delimiters = [',', ';', '\t', '|'] as const;

/** What is looked at. */
export const sampleBytes = 64 * 1024;
const sampleRecords = 50;
const quote = 0x22;
const cr = 0x0d;
const lf = 0x0a;

/** `sep=;` on the first line, which Excel writes and obeys: the delimiter, and the bytes it takes. */
export function declaredDelimiter(utf8: Buffer): { delimiter: string; length: number } | null {
  const found = /^sep=([,;\t|])(\r\n|\n|\r)/i.exec(utf8.toString('latin1', 0, 8));
  if (found === null) return null;
  return { delimiter: found[1] ?? ',', length: found[0].length };
}

/** A delimiter as a user writes it (`;`, `tab`, `\t`); null: not one ASCII character that can separate. */
export function delimiterNamed(text: string): string | null {
  if (text === '\\t' || text.toLowerCase() === 'tab') return '\t';
  return /^[\t !#-~]$/.test(text) ? text : null;
}

/**
 * The candidate that cuts the first records most evenly into two or more cells; the comma when none
 * does. Quoted text is not looked into. `whole`: these are all bytes, so that the last record counts too.
 */
export function sniffDelimiter(utf8: Buffer, whole: boolean): string {
  let best = { delimiter: ',', share: 0, cells: 1 };
  for (const delimiter of delimiters) {
    const counts = cellCounts(utf8, delimiter.charCodeAt(0), whole);
    const { cells, share } = mostFrequent(counts);
    if (cells < 2) continue;
    if (share > best.share || (share === best.share && cells > best.cells)) {
      best = { delimiter, share, cells };
    }
  }
  return best.delimiter;
}

/** Cells in each of the first records that are not empty lines. */
function cellCounts(utf8: Buffer, delimiter: number, whole: boolean): number[] {
  const counts: number[] = [];
  const end = Math.min(utf8.length, sampleBytes);
  let quoted = false;
  let cells = 1;
  let start = 0;
  for (let at = 0; at < end && counts.length < sampleRecords; at++) {
    const byte = utf8[at];
    if (byte === quote) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === delimiter) cells++;
    else if (byte === lf || byte === cr) {
      if (at > start) counts.push(cells);
      cells = 1;
      start = at + 1;
    }
  }
  const isAll = whole && end === utf8.length;
  if (isAll && start < end && counts.length < sampleRecords) counts.push(cells);
  return counts;
}

function mostFrequent(counts: readonly number[]): { cells: number; share: number } {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = { cells: 1, share: 0 };
  for (const [cells, seen] of times) {
    if (seen / counts.length > best.share) best = { cells, share: seen / counts.length };
  }
  return best;
}
