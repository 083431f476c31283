/** Lines of CSV (RFC 4180) as UTF-8 bytes, gathered until they are worth a write. */

const quote = 0x22;
const comma = 0x2c;
const lf = 0x0a;
const cr = 0x0d;
/** Longer texts are copied by the platform, which takes longer to begin and is then faster. */
const short = 40;
const firstSize = 1 << 16;

/** 1 for what can stand in a cell as it is: ASCII but for `"`, `,` and line ends. */
const plain = new Uint8Array(128).fill(1);
for (const byte of [quote, comma, lf, cr]) plain[byte] = 0;

export class LineBytes {
  length = 0;
  #bytes: Buffer = Buffer.allocUnsafeSlow(firstSize);

  /** What was gathered; good until the next cell is added. */
  view(): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  /** As it is, with its own line end. */
  text(text: string): void {
    this.#room(text.length);
    this.length += this.#bytes.write(text, this.length);
  }

  /** A whole number from 0, and the comma behind it. */
  number(value: number): void {
    this.#ascii(String(value));
    this.#bytes[this.length++] = comma;
  }

  /** A cell and the comma behind it; null is an empty one. */
  cell(text: string | null): void {
    if (text !== null) this.#put(text);
    else this.#room(0);
    this.#bytes[this.length++] = comma;
  }

  /** A cell for each, and the comma behind it. */
  cells(texts: readonly (string | null)[]): void {
    this.#room(texts.length * 2);
    let bytes = this.#bytes;
    let at = this.length;
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index] as string | null;
      if (text !== null) {
        const code = text.length === 1 ? text.charCodeAt(0) : 128;
        if (code < 128 && plain[code] === 1) bytes[at++] = code;
        else {
          this.length = at;
          this.#put(text);
          this.#room((texts.length - index) * 2);
          bytes = this.#bytes;
          at = this.length;
        }
      }
      bytes[at++] = comma;
    }
    this.length = at;
  }

  /** Ends the line: the last comma becomes its end. */
  end(): void {
    this.#bytes[this.length - 1] = lf;
  }

  #put(text: string): void {
    if (text.length > short || !this.#ascii(text)) {
      const isPlain = !/[",\r\n]/.test(text);
      this.text(isPlain ? text : `"${text.replaceAll('"', '""')}"`);
    }
    this.#room(0);
  }

  /** False, and nothing written: it cannot stand as it is. */
  #ascii(text: string): boolean {
    this.#room(text.length);
    const bytes = this.#bytes;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= 128 || plain[code] === 0) return false;
      bytes[at++] = code;
    }
    this.length = at;
    return true;
  }

  /** Room for so many characters, and a comma. */
  #room(characters: number): void {
    const needed = this.length + characters * 3 + 8;
    if (needed <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(wider, 0, 0, this.length);
    this.#bytes = wider;
  }
}
