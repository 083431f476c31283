/** Text in any of the encodings -> UTF-8, piece by piece. */
import type { EncodingName } from './name.ts';
import { decodeLegacy } from './tables.ts';

/** Bytes kept back at most while no ASCII byte comes. */
const mostHeld = 65_536;

/**
 * Pieces of a file in `encoding` (without its mark) -> pieces of UTF-8, never cut inside a character;
 * null is the end. What an older encoding writes as letter and mark comes out as one letter (NFC).
 */
export function utf8Stream(encoding: EncodingName): (chunk: Uint8Array | null) => Buffer {
  switch (encoding) {
    case 'UTF-8':
      return heldBack(wholeCharacters, (bytes) => bytes);
    case 'UTF-16LE':
      return heldBack(wholeUnits(1), (bytes) => Buffer.from(bytes.toString('utf16le'), 'utf8'));
    case 'UTF-16BE':
      return heldBack(wholeUnits(0), (bytes) => {
        const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
        return Buffer.from(swapped.toString('utf16le'), 'utf8');
      });
    default:
      return heldBack(beforeLastAscii, (bytes) =>
        Buffer.from(decodeLegacy(encoding, bytes), 'utf8'),
      );
  }
}

/** Keeps back what `border` says is not whole yet, and converts the rest. */
function heldBack(
  border: (bytes: Buffer) => number,
  convert: (bytes: Buffer) => Buffer,
): (chunk: Uint8Array | null) => Buffer {
  let held: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const fresh = chunk ?? new Uint8Array(0);
    const view = Buffer.from(fresh.buffer, fresh.byteOffset, fresh.byteLength);
    const bytes = held.length === 0 ? view : Buffer.concat([held, view]);
    const end = chunk === null ? bytes.length : border(bytes);
    // A copy: the caller may fill its chunk again.
    held = Buffer.from(bytes.subarray(end));
    return convert(bytes.subarray(0, end));
  };
}

function wholeCharacters(bytes: Buffer): number {
  const tail = bytes.subarray(-4);
  const lead = tail.findLastIndex((byte) => byte < 0x80 || byte > 0xbf);
  const first = tail[lead] ?? 0;
  const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const isWhole = lead < 0 || tail.length - lead >= length;
  return isWhole ? bytes.length : bytes.length - tail.length + lead;
}

/** `high`: which byte of a character holds its upper half. */
function wholeUnits(high: 0 | 1): (bytes: Buffer) => number {
  return (bytes) => {
    const even = bytes.length & ~1;
    const isHalfPair = even > 0 && ((bytes[even - 2 + high] ?? 0) & 0xfc) === 0xd8;
    return isHalfPair ? even - 2 : even;
  };
}

/** An ASCII byte begins a letter in all of them; what follows may be a mark of it. */
function beforeLastAscii(bytes: Buffer): number {
  const ascii = bytes.findLastIndex((byte) => byte < 0x80);
  return ascii >= 0 || bytes.length < mostHeld ? Math.max(0, ascii) : bytes.length;
}
