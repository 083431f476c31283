/** Pieces of plain XML as bytes: what `SheetBytes` reads is put together from these. */

export const lt = 0x3c;
export const gt = 0x3e;
export const slash = 0x2f;
export const equals = 0x3d;
export const space = 0x20;
export const ampersand = 0x26;
export const quote = 0x22;
export const apostrophe = 0x27;

const none = -1;

const plainEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function isSpace(byte: number | undefined): boolean {
  return byte === space || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function skipSpace(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(bytes[at])) at++;
  return at;
}

export function isNameStart(byte: number): boolean {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}

export function isName(byte: number): boolean {
  const letter = byte | 0x20;
  const isDigit = byte >= 0x30 && byte <= 0x3a;
  return (
    (letter >= 0x61 && letter <= 0x7a) || isDigit || byte === 0x2d || byte === 0x2e || byte === 0x5f
  );
}

/** Where the value ends; `none` for what would need the XML parser. */
export function valueEnd(bytes: Buffer, from: number, to: number, mark: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === mark) return at;
    if (byte === lt || byte === ampersand || byte < space) return none;
  }
  return none;
}

export function isTag(bytes: Buffer, at: number, tag: string): boolean {
  for (let index = 0; index < tag.length; index++) {
    if (bytes[at + index] !== tag.charCodeAt(index)) return false;
  }
  return true;
}

/** As `columnOf`. */
export function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to && at - from < 7; at++) {
    const letter = (bytes[at] as number) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const digit = at < to ? (bytes[at] as number) : 0;
  return at > from && digit >= 0x31 && digit <= 0x39 ? column - 1 : Number.NaN;
}

/** Null for an entity that the XML parser shall judge. */
export function unescaped(text: string): string | null {
  let isKnown = true;
  const read = text.replace(/&([^;]*;?)/g, (_all, body: string) => {
    const name = body.endsWith(';') ? body.slice(0, -1) : '';
    const code = /^#(\d{1,7})$/.exec(name)?.[1] ?? null;
    const hex = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1] ?? null;
    const point = code !== null ? Number(code) : hex !== null ? Number.parseInt(hex, 16) : null;
    const character = point === null ? plainEntities.get(name) : characterOf(point);
    if (character === undefined) isKnown = false;
    return character ?? '';
  });
  return isKnown ? read : null;
}

function characterOf(point: number): string | undefined {
  const isText = point === 0x09 || point === 0x0a || point === 0x0d || point >= space;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  if (!isText || isSurrogate || point > 0xfffd) return undefined;
  return String.fromCharCode(point);
}

export const rowEnd = Buffer.from('</row>');
export const dataStart = Buffer.from('<sheetData');
export const dataEnd = Buffer.from('</sheetData');

/** Whether a row, or all of them, may end in these bytes. */
export function endsRow(bytes: Buffer): boolean {
  return bytes.includes(rowEnd) || bytes.includes(dataEnd);
}
