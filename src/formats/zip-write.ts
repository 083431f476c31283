/**
 * A zip archive written with fixed dates, so that the same parts give the same bytes, and the parts of
 * an archive of our own making. Layout: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16. No zip64: parts and
 * archive stay under 4 GiB. For archives from elsewhere there is yauzl.
 */
import * as zlib from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly content: Uint8Array;
}

const localSignature = 0x04034b50;
const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const localLength = 30;
const entryLength = 46;
const endLength = 22;
/** Version 2.0 (deflate) and names in UTF-8. */
const version = 20;
const utf8Names = 0x0800;
const stored = 0;
const deflated = 8;
/** Sheets shrink to a tenth at any level; the quickest takes a third of the time of the default. */
const quick = 1;

/** The parts of an archive whose entries are stored uncompressed, in the order of its directory. */
export function storedParts(zip: Uint8Array): readonly Part[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint16(at + 10, true) !== stored)
      throw new Error('storedParts requires stored parts');
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const extra = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const start = local + localLength + extra;
    const name = new TextDecoder().decode(
      zip.subarray(at + entryLength, at + entryLength + nameLength),
    );
    parts.push({ name, content: zip.subarray(start, start + size) });
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw new Error('storedParts requires a zip archive');
}

/** A part as it stands in an archive. */
export interface PackedPart {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly packed: Uint8Array;
  /** Of the content: CRC-32 and bytes. */
  readonly crc: number;
  readonly size: number;
}

/** An archive of the parts in their order, deflated, every one dated `when` (UTC, 1980 or later). */
export function renderZip(parts: readonly Part[], when: Date): Uint8Array {
  return renderPackedZip(parts.map(packed), when);
}

export function packed({ name, content }: Part): PackedPart {
  const bytes = zlib.deflateRawSync(content, { level: quick });
  return { name, method: 'deflated', packed: bytes, crc: crc32(content), size: content.length };
}

/** `renderZip` for parts that are compressed already. */
export function renderPackedZip(parts: readonly PackedPart[], when: Date): Uint8Array {
  const stamp = dosDate(when);
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const fields = fieldsOf(part, name.length, stamp);
    body.push(header(localSignature, fields, []), name, part.packed);
    directory.push(
      header(entrySignature, fields, [0, 0, 0, 0, 0, offset & 0xffff, offset >>> 16]),
      name,
    );
    offset += localLength + name.length + part.packed.length;
  }
  const size = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  return Buffer.concat([...body, ...directory, endOf(parts.length, size, offset)]);
}

/** The 26 bytes that a local header and a directory entry share, as 16-bit words. */
function fieldsOf(
  { method, packed: bytes, crc, size }: PackedPart,
  nameLength: number,
  { time, date }: Stamp,
): readonly number[] {
  const sizes = [crc, bytes.length, size].flatMap((value) => [value & 0xffff, value >>> 16]);
  const number = method === 'stored' ? stored : deflated;
  return [version, utf8Names, number, time, date, ...sizes, nameLength, 0];
}

function header(signature: number, fields: readonly number[], more: readonly number[]): Uint8Array {
  const isEntry = signature === entrySignature;
  const words = [signature & 0xffff, signature >>> 16, ...(isEntry ? [version] : []), ...fields];
  return words16([...words, ...more]);
}

function endOf(count: number, size: number, offset: number): Uint8Array {
  const signature = [endSignature & 0xffff, endSignature >>> 16];
  const sizes = [size, offset].flatMap((value) => [value & 0xffff, value >>> 16]);
  return words16([...signature, 0, 0, count, count, ...sizes, 0]);
}

function words16(words: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 2);
  const view = new DataView(bytes.buffer);
  words.forEach((word, at) => {
    view.setUint16(at * 2, word, true);
  });
  return bytes;
}

interface Stamp {
  readonly time: number;
  readonly date: number;
}

function dosDate(when: Date): Stamp {
  const year = Math.max(1980, when.getUTCFullYear());
  const seconds = Math.floor(when.getUTCSeconds() / 2);
  return {
    time: (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | seconds,
    date: ((year - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(),
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 of ISO 3309, by Node's own function where there is one: from 20.15 on. */
function crc32(bytes: Uint8Array): number {
  if ('crc32' in zlib) return zlib.crc32(bytes);
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
