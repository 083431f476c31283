/** Files read and written piece by piece: what is large never stands in memory at once. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import type { ByteSource } from '../formats/byte-source.ts';

/** What a stream of bytes came to. */
export interface Written {
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A new file that grows piece by piece. Durable only after `Io.publish`. */
export interface FileSink {
  readonly write: (content: Uint8Array | string) => Promise<void>;
  readonly close: () => Promise<Written>;
}

export interface Snapshot extends Written {
  /** False: the file was written to while it was copied, and the copy may be a mixture. */
  readonly isSteady: boolean;
}

const pieceBytes = 1 << 18;

/** The file as it stands now: its size is what it had when this was called. */
export async function fileSource(file: string): Promise<ByteSource> {
  const { size } = await fs.stat(file);
  return {
    size,
    chunks: async function* (passing) {
      const handle = await fs.open(file, 'r');
      try {
        const first = Buffer.allocUnsafeSlow(pieceBytes);
        for (;;) {
          // A fresh piece each time for readers that may keep what they got: memory waits long to be freed.
          const piece = passing === undefined ? Buffer.allocUnsafeSlow(pieceBytes) : first;
          const { bytesRead } = await handle.read(piece, 0, pieceBytes);
          if (bytesRead === 0) return;
          yield piece.subarray(0, bytesRead);
        }
      } finally {
        await handle.close();
      }
    },
  };
}

/** `overwrite`: what stands there is begun anew; else nothing may stand there. */
export async function fileSink(file: string, overwrite: boolean): Promise<FileSink> {
  const handle = await fs.open(file, overwrite ? 'w' : 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: async (content) => {
      const piece = typeof content === 'string' ? Buffer.from(content) : content;
      hash.update(piece);
      bytes += piece.length;
      await writeWhole(handle, piece);
    },
    close: async () => {
      await handle.close();
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

/** A disk that is nearly full takes a part of a piece before it refuses the next. */
async function writeWhole(handle: fs.FileHandle, piece: Uint8Array): Promise<void> {
  for (let from = 0; from < piece.length; ) {
    const { bytesWritten } = await handle.write(piece, from, piece.length - from);
    from += bytesWritten;
  }
}

/** Copies what the file holds now, and tells whether it stood still meanwhile. */
export async function copySteady(file: string, to: string): Promise<Snapshot> {
  const handle = await fs.open(file, 'r');
  try {
    const before = await handle.stat();
    const written = await pour(handle.createReadStream({ autoClose: false, start: 0 }), to);
    const after = await handle.stat();
    const isSteady =
      before.size === written.bytes &&
      after.size === before.size &&
      after.mtimeMs === before.mtimeMs;
    return { ...written, isSteady };
  } finally {
    await handle.close();
  }
}

/** Writes everything that comes into a new file. */
export async function pour(from: AsyncIterable<Uint8Array>, to: string): Promise<Written> {
  const sink = await fileSink(to, false);
  try {
    for await (const piece of from) await sink.write(piece);
  } catch (error) {
    await sink.close();
    throw error;
  }
  return sink.close();
}
