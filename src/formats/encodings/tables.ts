/**
 * Code tables of the encodings that Vietnamese offices used before Unicode.
 *
 * Sources: windows-1258 as the WHATWG Encoding Standard lists it; TCVN 5712:1993 (VN3), known as
 * “TCVN3 (ABC)”; VNI-Windows as its fonts lay it out; VISCII as in RFC 1456.
 */

/** The encodings with one byte per letter or mark. */
export type LegacyEncoding = 'windows-1258' | 'TCVN3' | 'VNI' | 'VISCII';

export interface CodeTable {
  /** What each byte stands for alone; null: nothing, no text holds it. */
  readonly single: readonly (string | null)[];
  /** Letters written as two bytes: `first << 8 | second`. */
  readonly pairs: ReadonlyMap<number, string>;
}

/** 0x80–0x9F as Windows has it in all western code pages; a dot is a byte without meaning. */
const punctuation = '€.‚ƒ„…†‡ˆ‰.‹Œ....‘’“”•–—˜™.›œ..Ÿ';

/** 0xA0–0xFF of Latin-1. */
const latin1 = Array.from({ length: 96 }, (_, at) => String.fromCharCode(0xa0 + at)).join('');

/** Tones come after their letter, as combining marks. */
const windows1258 = `${punctuation}${latin1}`
  .replace('Ã', 'Ă')
  .replace('Ì', '\u0300')
  .replace('Ð', 'Đ')
  .replace('Ò', '\u0309')
  .replace('Õ', 'Ơ')
  .replace('Ý', 'Ư')
  .replace('Þ', '\u0303')
  .replace('ã', 'ă')
  .replace('ì', '\u0301')
  .replace('ð', 'đ')
  .replace('ò', '\u0323')
  .replace('õ', 'ơ')
  .replace('ý', 'ư')
  .replace('þ', '₫');

/**
 * 0xA0–0xFF. Toned capitals have no bytes of their own: fonts whose names end in H show the small
 * letters as capitals, so a heading typed in one comes out in small letters.
 */
const tcvn3 =
  '\u00a0ĂÂÊÔƠƯĐăâêôơưđ.' +
  '.....àảãáạ.ằẳẵắ.' +
  '......ặầẩẫấậè.ẻẽ' +
  'éẹềểễếệìỉ...ĩíịò' +
  '.ỏõóọồổỗốộờởỡớợù' +
  '.ủũúụừửữứựỳỷỹýỵ.';

/** 0x80–0xFF; six capitals stand where ASCII has control characters. */
const viscii =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
  'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'Õắằặấầẩậẽẹếềểễệố' +
  'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
  'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉ' +
  'đựòóôõỏọụùúũủýợỮ';

const visciiControls: Readonly<Record<number, string>> = {
  2: 'Ẳ',
  5: 'Ẵ',
  6: 'Ẫ',
  20: 'Ỷ',
  25: 'Ỹ',
  30: 'Ỵ',
};

/** Letters that VNI writes with one byte; all others are a letter and a mark. */
const vniSingles: Readonly<Record<string, string>> = {
  Ì: 'Ì',
  Í: 'Í',
  Æ: 'Ỉ',
  Ó: 'Ĩ',
  Ò: 'Ị',
  Ñ: 'Đ',
  Ô: 'Ơ',
  Ö: 'Ư',
  Î: 'Ỵ',
};

/** VNI's marks and what they make of `a`, `e`, `o`, `u`, `y`, `ơ`, `ư`. */
const vniMarks: Readonly<Record<string, string>> = {
  ù: 'áéóúýớứ',
  ø: 'àèòùỳờừ',
  û: 'ảẻỏủỷởử',
  õ: 'ãẽõũỹỡữ',
  ï: 'ạẹọụ.ợự',
  â: 'âêô....',
  á: 'ấếố....',
  à: 'ầềồ....',
  å: 'ẩểổ....',
  ã: 'ẫễỗ....',
  ä: 'ậệộ....',
  ê: 'ă......',
  é: 'ắ......',
  è: 'ằ......',
  ú: 'ẳ......',
  ü: 'ẵ......',
  ë: 'ặ......',
};

const byteOf = (letter: string): number => letter.charCodeAt(0);

/** ASCII without its control characters, but with tab and line ends. */
function plainAscii(): (string | null)[] {
  return Array.from({ length: 128 }, (_, byte) => {
    const isText = (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);
    return isText ? String.fromCharCode(byte) : null;
  });
}

function singles(high: string): (string | null)[] {
  return [...plainAscii(), ...Array.from(high, (letter) => (letter === '.' ? null : letter))];
}

function visciiTable(): CodeTable {
  const single = singles(viscii);
  for (const [byte, letter] of Object.entries(visciiControls)) single[Number(byte)] = letter;
  return { single, pairs: new Map() };
}

/** A capital and its own small toned letter (`Aµ`), as some converters write toned capitals. */
function tcvn3Table(): CodeTable {
  const single = singles(punctuation + tcvn3);
  const pairs = new Map<number, string>();
  const byteFor = (letter: string): number => single.indexOf(letter);
  for (const [byte, letter] of single.entries()) {
    if (letter === null || byte < 0xa8) continue;
    const base = letter.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
    const capital = byteFor(base.normalize('NFC').toUpperCase());
    const hasTone = base.normalize('NFC') !== letter;
    if (hasTone) pairs.set((capital << 8) | byte, letter.toUpperCase());
  }
  return { single, pairs };
}

function vniTable(): CodeTable {
  // A mark without its letter, and letters of other languages: no fault of the whole file.
  const single = singles(punctuation + latin1.replace(/\p{L}/gu, '\ufffd'));
  for (const [written, letter] of Object.entries(vniSingles)) {
    single[byteOf(written)] = letter;
    single[byteOf(written.toLowerCase())] = letter.toLowerCase();
  }
  const bases = ['a', 'e', 'o', 'u', 'y', 'ô', 'ö'];
  const pairs = new Map<number, string>();
  for (const [mark, letters] of Object.entries(vniMarks)) {
    for (const [at, letter] of Array.from(letters).entries()) {
      const base = bases[at];
      if (letter === '.' || base === undefined) continue;
      const capitals = [base.toUpperCase(), mark.toUpperCase()] as const;
      pairs.set((byteOf(base) << 8) | byteOf(mark), letter);
      pairs.set((byteOf(capitals[0]) << 8) | byteOf(capitals[1]), letter.toUpperCase());
      pairs.set((byteOf(capitals[0]) << 8) | byteOf(mark), letter.toUpperCase());
    }
  }
  return { single, pairs };
}

export const codeTables: { readonly [E in LegacyEncoding]: CodeTable } = {
  'windows-1258': { single: singles(windows1258), pairs: new Map() },
  TCVN3: tcvn3Table(),
  VNI: vniTable(),
  VISCII: visciiTable(),
};

/** Bytes without meaning come out as U+FFFD; letters come out precomposed (NFC). */
export function decodeLegacy(encoding: LegacyEncoding, bytes: Uint8Array): string {
  const { single, pairs } = codeTables[encoding];
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    const pair = next < 0x80 ? undefined : pairs.get((byte << 8) | next);
    if (pair !== undefined) at++;
    text += pair ?? single[byte] ?? '\ufffd';
  }
  return encoding === 'windows-1258' ? text.normalize('NFC') : text;
}
