/** Lines of bytes: CR LF, LF and CR each end one. */
import { isUtf8 } from 'node:buffer';

const lf = 0x0a;
const cr = 0x0d;

/** Counts lines over blocks. */
export function lineCounter(): {
  upTo: (block: Uint8Array, offset: number) => number;
  readonly atStartOfLast: number;
} {
  let ended = 0;
  let start = 0;
  let last = 0;
  return {
    /** Line of a byte of the block (below 0: of its end); then the whole block counts as passed. */
    upTo: (block, offset) => {
      start = ended;
      if (offset < 0 && block.length > 0 && !block.includes(cr)) {
        if (block[0] === lf && last === cr) ended -= 1;
        for (let at = block.indexOf(lf); at >= 0; at = block.indexOf(lf, at + 1)) ended += 1;
        last = block[block.length - 1] ?? 0;
        return ended + 1;
      }
      let line = 0;
      for (let at = 0; at < block.length; at++) {
        if (at === offset) line = ended + 1;
        const byte = block[at];
        if (byte === lf ? last !== cr : byte === cr) ended += 1;
        last = byte ?? 0;
      }
      return offset < 0 ? ended + 1 : line;
    },
    get atStartOfLast() {
      return start;
    },
  };
}

/** First line that is not UTF-8; the last one when all are. */
export function badLineIn(buffer: Buffer): number {
  let line = 1;
  for (let start = 0; start < buffer.length; line++) {
    const next = buffer.subarray(start).findIndex((byte) => byte === lf || byte === cr);
    const end = next < 0 ? buffer.length : start + next;
    if (!isUtf8(buffer.subarray(start, end))) return line;
    start = end + (buffer[end] === cr && buffer[end + 1] === lf ? 2 : 1);
  }
  return line;
}

/** Line of a byte. */
export function lineAt(buffer: Buffer, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    if (buffer[at] === lf || (buffer[at] === cr && buffer[at + 1] !== lf)) line++;
  }
  return line;
}
