/** Bytes of cells -> texts. Most cells of a survey come again and again: their texts are kept ready. */

const slots = 4096;
/** Longest cell that is kept, in bytes. */
const kept = 48;

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Turns ranges of UTF-8 bytes into `clean` of what they decode to; `clean` must always answer the same. */
export class ByteTexts {
  /** Texts of one ASCII character, by its code. */
  readonly single: readonly string[];
  readonly #clean: (text: string) => string;
  readonly #texts: string[] = new Array<string>(slots).fill('');
  readonly #lengths = new Uint8Array(slots);
  readonly #bytes = new Uint8Array(slots * kept);

  constructor(clean: (text: string) => string) {
    this.#clean = clean;
    this.single = Array.from({ length: 128 }, (_, code) => clean(String.fromCharCode(code)));
  }

  /** Without ASCII white space at either end, which `clean` takes away anyway. */
  trimmed(buffer: Buffer, from: number, to: number): string {
    let start = from;
    let end = to;
    while (start < end && isSpace(buffer[start] as number)) start++;
    while (end > start && isSpace(buffer[end - 1] as number)) end--;
    return this.exact(buffer, start, end);
  }

  exact(buffer: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    const first = buffer[start] as number;
    if (length === 1 && first < 0x80) return this.single[first] as string;
    return length > kept ? this.#decoded(buffer, start, end) : this.#known(buffer, start, end);
  }

  #known(buffer: Buffer, start: number, end: number): string {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (buffer[at] as number)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (slots - 1);
    const base = slot * kept;
    if (this.#lengths[slot] === end - start) {
      let at = start;
      while (at < end && buffer[at] === this.#bytes[base + at - start]) at++;
      if (at === end) return this.#texts[slot] as string;
    }
    const text = this.#decoded(buffer, start, end);
    this.#lengths[slot] = end - start;
    for (let at = start; at < end; at++) this.#bytes[base + at - start] = buffer[at] as number;
    this.#texts[slot] = text;
    return text;
  }

  #decoded(buffer: Buffer, start: number, end: number): string {
    let high = 0;
    for (let at = start; at < end; at++) high |= buffer[at] as number;
    return this.#clean(buffer.toString(high < 0x80 ? 'latin1' : 'utf8', start, end));
  }
}
