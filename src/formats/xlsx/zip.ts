/** The parts of a zip held in memory, with a count kept of every byte that comes out. */
import * as zlib from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import * as yauzl from 'yauzl';
import type { Caps } from '../caps.ts';

/** How the reading of a part ended. */
export type PartEnd = 'done' | 'stopped' | 'absent' | 'damaged' | 'too-large';

export interface Zip {
  /** Names of the parts as they stand in the archive. */
  readonly names: readonly string[];
  /**
   * Hands the bytes of a part to `take` until it answers false. Names match without regard to case,
   * as the package format asks.
   */
  readonly read: (name: string, take: (chunk: Uint8Array) => boolean) => Promise<PartEnd>;
}

export type OpenedZip =
  | { readonly kind: 'zip'; readonly zip: Zip }
  /** The directory at the end of the archive is missing or broken. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'too-many-entries' };

/**
 * Opens a zip. Caps count what really comes out of it, over all parts: sizes that the archive
 * declares are not believed.
 */
export async function openZip(bytes: Uint8Array, caps: Caps): Promise<OpenedZip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  try {
    const file = await yauzl.fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of file.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      // Two parts of one name: readers disagree on which counts, so none does.
      if (entries.has(name)) return { kind: 'truncated' };
      if (entries.size >= caps.entries) return { kind: 'too-many-entries' };
      entries.set(name, entry);
    }
    const left = { bytes: caps.bytes };
    const names = [...entries.values()].map((entry) => entry.fileName);
    const read: Zip['read'] = (name, take) => {
      return readEntry(file, entries.get(name.toLowerCase()), left, take);
    };
    return { kind: 'zip', zip: { names, read } };
  } catch {
    return { kind: 'truncated' };
  }
}

async function readEntry(
  file: ZipFile,
  entry: Entry | undefined,
  left: { bytes: number },
  take: (chunk: Uint8Array) => boolean,
): Promise<PartEnd> {
  if (entry === undefined) return 'absent';
  if (!entry.canDecodeFileData()) return 'damaged';
  let sum = 0;
  const stream = await file.openReadStreamPromise(entry).catch(() => null);
  if (stream === null) return 'damaged';
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  for (;;) {
    // Only the archive's own faults are caught: an error in `take` is a bug and goes up.
    const next = await chunks.next().catch(() => null);
    if (next === null) return 'damaged';
    if (next.done === true) break;
    left.bytes -= next.value.length;
    sum = zlib.crc32(next.value, sum);
    const end = left.bytes < 0 ? 'too-large' : take(next.value) ? null : 'stopped';
    if (end !== null) {
      stream.destroy();
      return end;
    }
  }
  return sum === entry.crc32 ? 'done' : 'damaged';
}
