/** The parts of a workbook, of which few are changed and the others are copied as they are packed. */
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import * as yauzl from 'yauzl';
import type { Zip } from '../xlsx/zip.ts';
import type { PackedPart } from '../zip-write.ts';

const largest = 0xffff_ffff;

export interface Package {
  /** For the readers of workbooks. */
  readonly zip: Zip;
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Bytes of a part when unpacked; 0 when it is absent. */
  readonly sizeOf: (name: string) => number;
  /** A part as UTF-8 text; null when it is absent, damaged or of another encoding. */
  readonly text: (name: string) => Promise<string | null>;
  /** The part's text run through `change`, and packed again; null as above, or when `change` gives up. */
  readonly rewritten: (name: string, change: TextChange) => Promise<PackedPart | null>;
  /** All parts as they are packed, in the order of the archive. */
  readonly packed: () => Promise<readonly PackedPart[] | null>;
}

/** Text goes in piece by piece, null at the end; what comes out is written. Null gives up. */
export type TextChange = (piece: string | null) => string | null;

/** Null: no zip, or one that cannot be copied part by part. */
export async function openPackage(bytes: Uint8Array): Promise<Package | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let file: ZipFile;
  try {
    file = await yauzl.fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of file.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      const isPlain = entry.canDecodeFileData() && entry.uncompressedSize < largest;
      if (!isPlain || entries.has(name)) return null;
      entries.set(name, entry);
    }
  } catch {
    return null;
  }
  const find = (name: string): Entry | undefined => entries.get(name.toLowerCase());
  return {
    zip: zipOf(file, entries),
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: (name) => find(name) !== undefined,
    sizeOf: (name) => find(name)?.uncompressedSize ?? 0,
    text: async (name) => textOf(file, find(name)),
    rewritten: async (name, change) => rewritten(file, find(name), change),
    packed: async () => packedParts(file, [...entries.values()]),
  };
}

function zipOf(file: ZipFile, entries: ReadonlyMap<string, Entry>): Zip {
  const read: Zip['read'] = async (name, take) => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return 'absent';
    try {
      for await (const chunk of chunksOf(file, entry)) if (!take(chunk)) return 'stopped';
      return 'done';
    } catch {
      return 'damaged';
    }
  };
  return { names: [...entries.values()].map(({ fileName }) => fileName), read };
}

async function* chunksOf(file: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  const stream = await file.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sum = zlib.crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error('The part is damaged');
}

async function textOf(file: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined) return null;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const pieces: string[] = [];
    for await (const chunk of chunksOf(file, entry)) {
      pieces.push(decoder.decode(chunk, { stream: true }));
    }
    return pieces.join('') + decoder.decode();
  } catch {
    return null;
  }
}

async function rewritten(
  file: ZipFile,
  entry: Entry | undefined,
  change: TextChange,
): Promise<PackedPart | null> {
  if (entry === undefined) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pack = packer();
  try {
    for await (const chunk of chunksOf(file, entry)) {
      const text = change(decoder.decode(chunk, { stream: true }));
      if (text === null) return null;
      await pack.add(text);
    }
    const last = change(decoder.decode());
    const rest = last === null ? null : change(null);
    if (last === null || rest === null) return null;
    await pack.add(last + rest);
  } catch {
    return null;
  }
  const part = await pack.finish(entry.fileName);
  return part.size < largest ? part : null;
}

interface Packer {
  readonly add: (text: string) => Promise<void>;
  readonly finish: (name: string) => Promise<PackedPart>;
}

/** Packs a text that comes in pieces; only what is packed is held. */
function packer(): Packer {
  const deflate: Transform = zlib.createDeflateRaw({ level: 1 });
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => deflate.on('end', () => resolve()));
  let crc = 0;
  let size = 0;
  return {
    add: async (text) => {
      if (text === '') return;
      const bytes = Buffer.from(text);
      crc = zlib.crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    },
    finish: async (name) => {
      deflate.end();
      await ended;
      return { name, method: 'deflated', packed: Buffer.concat(chunks), crc, size };
    },
  };
}

async function packedParts(
  file: ZipFile,
  entries: readonly Entry[],
): Promise<readonly PackedPart[] | null> {
  const parts: PackedPart[] = [];
  try {
    for (const entry of entries) {
      const stream = await file.openReadStreamPromise(entry, { decodeFileData: false });
      const chunks: Buffer[] = [];
      for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      const method = entry.compressionMethod === 0 ? 'stored' : 'deflated';
      const { crc32: crc, uncompressedSize: size, fileName: name } = entry;
      parts.push({ name, method, packed: Buffer.concat(chunks), crc, size });
    }
  } catch {
    return null;
  }
  return parts;
}
