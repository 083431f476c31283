/** Bytes of a text file -> UTF-8 bytes that are known to be right, or the reason why not. */
import { isUtf8 } from 'node:buffer';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1258';

export type Decoded =
  | { readonly kind: 'text'; readonly utf8: Buffer; readonly encoding: Encoding }
  /** Ends in the middle of a character. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'binary'; readonly line: number }
  /** First line that is neither UTF-8 nor windows-1258. */
  | { readonly kind: 'undecodable'; readonly line: number };

const lf = 0x0a;

/**
 * By its byte-order mark; else strict UTF-8; else windows-1258, the code page of older Vietnamese
 * Windows. A NUL or control byte means that it is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = buffer.subarray(0, 3).toString('hex');
  if (mark.startsWith('fffe')) return fromUtf16(buffer, 'UTF-16LE');
  if (mark.startsWith('feff')) return fromUtf16(buffer, 'UTF-16BE');
  const text = mark === 'efbbbf' ? buffer.subarray(3) : buffer;
  const nul = text.indexOf(0);
  if (nul >= 0) return { kind: 'binary', line: lineAt(text, nul) };
  if (isUtf8(text)) return { kind: 'text', utf8: text, encoding: 'UTF-8' };
  const looksUtf8 = mark === 'efbbbf' || hasToneBytes(text);
  if (looksUtf8) return isCut(text) ? { kind: 'cut' } : undecodable(text);
  return fromWindows1258(text);
}

function fromUtf16(buffer: Buffer, encoding: 'UTF-16LE' | 'UTF-16BE'): Decoded {
  if (buffer.length % 2 === 1) return { kind: 'cut' };
  const text = decodeWith(encoding, buffer);
  if (text === null) return { kind: 'undecodable', line: 1 };
  const utf8 = Buffer.from(text, 'utf8');
  const nul = utf8.indexOf(0);
  if (nul >= 0) return { kind: 'binary', line: lineAt(utf8, nul) };
  return { kind: 'text', utf8, encoding };
}

function fromWindows1258(buffer: Buffer): Decoded {
  const text = decodeWith('windows-1258', buffer);
  if (text === null || hasControls(text)) return undecodable(buffer);
  return { kind: 'text', utf8: Buffer.from(text, 'utf8'), encoding: 'windows-1258' };
}

/** Bytes that the code page leaves open come out as C1 controls; no text holds those or C0 ones. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x7f && code <= 0x9f) return true;
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) return true;
  }
  return false;
}

/** Null when the bytes are wrong, or when this Node was built without the code page. */
function decodeWith(encoding: Encoding, buffer: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(buffer);
  } catch {
    return null;
  }
}

/** The two bytes that begin every toned Vietnamese letter in UTF-8; as windows-1258 they are “áº”, “á»”. */
function hasToneBytes(buffer: Buffer): boolean {
  return buffer.includes(Buffer.of(0xe1, 0xba)) || buffer.includes(Buffer.of(0xe1, 0xbb));
}

function isCut(buffer: Buffer): boolean {
  const tail = buffer.subarray(-3);
  const lead = tail.findLastIndex((byte) => byte < 0x80 || byte > 0xbf);
  return (tail[lead] ?? 0) > 0xbf && isUtf8(buffer.subarray(0, lead - tail.length));
}

function undecodable(buffer: Buffer): Decoded {
  return { kind: 'undecodable', line: badLine(buffer) };
}

function badLine(buffer: Buffer): number {
  let line = 1;
  for (let start = 0; start < buffer.length; line++) {
    const found = buffer.indexOf(lf, start);
    const end = found < 0 ? buffer.length : found;
    if (!isUtf8(buffer.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

/** Line of a byte; CR LF, LF and CR each end a line. */
export function lineAt(buffer: Buffer, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    if (buffer[at] === lf || (buffer[at] === 0x0d && buffer[at + 1] !== lf)) line++;
  }
  return line;
}
