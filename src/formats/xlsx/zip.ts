/** The parts of a zip held in memory, with a count kept of every byte that comes out. */
import * as zlib from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import * as yauzl from 'yauzl';
import type { Caps } from '../caps.ts';

/** How the reading of a part ended. */
export type PartEnd = 'done' | 'stopped' | 'absent' | 'damaged' | 'too-large';

/** Takes the bytes of a part; false: enough. */
export type TakeBytes = (chunk: Uint8Array) => boolean;

export interface Zip {
  /** Names of the parts as they stand in the archive. */
  readonly names: readonly string[];
  /**
   * Hands the bytes of a part to `take` until it answers false. Names match without regard to case,
   * as the package format asks. `pause` is awaited between pieces, with the share of the part that was read.
   */
  readonly read: (name: string, take: TakeBytes, pause?: Pause) => Promise<PartEnd>;
}

export type Pause = (share: number) => Promise<void> | null;

export type OpenedZip =
  | { readonly kind: 'zip'; readonly zip: Zip }
  /** The directory at the end of the archive is missing or broken. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'too-many-entries' }
  | { readonly kind: 'encrypted' }
  /** Two parts of one name: readers disagree on which counts, so none does. */
  | { readonly kind: 'twice'; readonly part: string }
  /** A part whose name leads out of the archive. */
  | { readonly kind: 'path' };

/**
 * Opens a zip. Caps count what really comes out of it, over all parts: sizes that the archive
 * declares are not believed.
 */
export async function openZip(bytes: Uint8Array, caps: Caps): Promise<OpenedZip> {
  const buffer = withoutTail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = new Map<string, Entry>();
  try {
    const file = await yauzl.fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of file.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) return { kind: 'twice', part: entry.fileName };
      if (entries.size >= caps.entries) return { kind: 'too-many-entries' };
      if (entry.isEncrypted()) return { kind: 'encrypted' };
      entries.set(name, entry);
    }
    const budget: Budget = { left: caps.unzipped, read: new Map() };
    const names = [...entries.values()].map((entry) => entry.fileName);
    const read: Zip['read'] = (name, take, pause) => {
      return readEntry(file, entries.get(name.toLowerCase()), budget, take, pause);
    };
    return { kind: 'zip', zip: { names, read } };
  } catch (error) {
    // yauzl tells a name that leads out of the archive by its message alone.
    const leadsOut = error instanceof Error && /relative path|absolute path/.test(error.message);
    return { kind: leadsOut ? 'path' : 'truncated' };
  }
}

/** Without what mail gateways and broken downloads append behind the end of the directory. */
function withoutTail(buffer: Buffer): Buffer {
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > buffer.length) return buffer;
  return buffer.subarray(0, end + 22 + buffer.readUInt16LE(end + 20));
}

/** Bytes that may still come out, and how many came out of each part: reading one twice counts once. */
interface Budget {
  left: number;
  readonly read: Map<Entry, number>;
}

function spend(budget: Budget, entry: Entry, read: number): void {
  const before = budget.read.get(entry) ?? 0;
  if (read <= before) return;
  budget.left -= read - before;
  budget.read.set(entry, read);
}

async function readEntry(
  file: ZipFile,
  entry: Entry | undefined,
  budget: Budget,
  take: TakeBytes,
  pause: Pause | undefined,
): Promise<PartEnd> {
  if (entry === undefined) return 'absent';
  if (!entry.canDecodeFileData()) return 'damaged';
  let sum = 0;
  let read = 0;
  const stream = await file.openReadStreamPromise(entry).catch(() => null);
  if (stream === null) return 'damaged';
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  for (;;) {
    // Only the archive's own faults are caught: an error in `take` is a bug and goes up.
    const next = await chunks.next().catch(() => null);
    if (next === null) return 'damaged';
    if (next.done === true) break;
    read += next.value.length;
    spend(budget, entry, read);
    sum = zlib.crc32(next.value, sum);
    const end = budget.left < 0 ? 'too-large' : take(next.value) ? null : 'stopped';
    if (end !== null) {
      stream.destroy();
      return end;
    }
    await pause?.(Math.min(1, read / Math.max(1, entry.uncompressedSize)));
  }
  return sum === entry.crc32 ? 'done' : 'damaged';
}
