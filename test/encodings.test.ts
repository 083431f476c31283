/** Encodings of before Unicode: their tables, and telling them apart. */
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeText,
  type EncodingName,
  encodingNamed,
  encodingSniffer,
  utf8Stream,
} from '../src/formats/decode-text.ts';
import { legacyEncodings } from '../src/formats/encodings/legacy.ts';
import { oldFontOf } from '../src/formats/encodings/old-font.ts';
import { isSyllable } from '../src/formats/encodings/syllable.ts';
import { codeTables, decodeLegacy } from '../src/formats/encodings/tables.ts';
import { encodeLegacy, vietnameseLetters } from './files/encode.ts';

const text =
  'Số phiếu,Đơn vị,Ý kiến\nT24-01-001,Uỷ ban nhân dân xã Hòa Bình,Thủ tục còn chậm\nT24-01-002,Sở Nội vụ,Cán bộ nhiệt tình\n';

describe('the tables', () => {
  test('there are 134 letters', () => expect(vietnameseLetters).toHaveLength(134));

  test.each(legacyEncodings)('%s holds every letter and gives it back', (encoding) => {
    for (const letter of vietnameseLetters) {
      const back = decodeLegacy(encoding, encodeLegacy(letter, encoding));
      // TCVN3 has no bytes for toned capitals.
      const isSmall = encoding === 'TCVN3' && !'ĂÂÊÔƠƯĐ'.includes(letter);
      expect(back).toBe(isSmall ? letter.toLowerCase() : letter);
    }
  });

  // As published texts in these encodings have them.
  test.each([
    ['TCVN3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['TCVN3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['VNI', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['VNI', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['VNI', 'UÛY BAN NHAÂN DAÂN TÆNH', 'ỦY BAN NHÂN DÂN TỈNH'],
    ['VNI', 'kyõ thuaät, kyû luaät, yù kieán, kyø', 'kỹ thuật, kỷ luật, ý kiến, kỳ'],
  ] as const)('%s: %s', (encoding, written, meant) => {
    expect(decodeLegacy(encoding, Buffer.from(written, 'latin1'))).toBe(meant);
  });

  test('TCVN3 text in a font of capitals is in small letters; a capital with its own toned letter is one', () => {
    const written = Buffer.from('tØnh Aµo µ', 'latin1');
    expect(decodeLegacy('TCVN3', written)).toBe('tỉnh Ào à');
  });

  test('windows-1258 is what the platform has', () => {
    const high = Uint8Array.from({ length: 128 }, (_, at) => 128 + at);
    const platform = new TextDecoder('windows-1258').decode(high);
    const own = codeTables['windows-1258'].single
      .slice(128)
      .map((letter, at) => letter ?? String.fromCharCode(128 + at));
    expect(own.join('')).toBe(platform);
  });
});

describe('which encoding a file is in', () => {
  test.each(legacyEncodings)('%s, from a few lines', (encoding) => {
    const decoded = decodeText(encodeLegacy(text, encoding));
    expect(decoded).toMatchObject({ kind: 'text', encoding });
    const utf8 = decoded.kind === 'text' ? decoded.utf8.toString() : '';
    expect(utf8).toBe(encoding === 'TCVN3' ? text.replace('Ý', 'ý') : text);
  });

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(`\ufeff${text}`)],
    ['UTF-8', Buffer.from('a,b\n1,2\n')],
    ['UTF-16LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
  ] as const)('%s, with and without its mark', (encoding, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ kind: 'text', encoding });
    const utf8 = decoded.kind === 'text' ? decoded.utf8.toString() : '';
    expect([text, 'a,b\n1,2\n']).toContain(utf8);
  });

  test('is asked when two readings are Vietnamese: Hoà is Hồ in VNI', () => {
    expect(decodeText(Buffer.from('serial,name\n1,Ho\u00e0\n', 'latin1'))).toEqual({
      kind: 'unsure',
      line: 2,
      readings: [
        { encoding: 'windows-1258', text: 'Hoà' },
        { encoding: 'VNI', text: 'Hồ' },
      ],
    });
  });

  test('is asked when no reading is Vietnamese', () => {
    const found = decodeText(Buffer.from('name\nM\u00fcller\nSchr\u00f6der\n', 'latin1'));
    expect(found).toMatchObject({ kind: 'unsure', line: 2 });
  });

  test('question marks for letters are noticed, whatever the mark says', () => {
    const spoiled = 'serial,unit\nA1,X? H?a B?nh\nA2,S? N?i v?\n';
    expect(encodingSnifferOf(Buffer.from(spoiled))).toMatchObject({ encoding: 'UTF-8', lost: 2 });
    expect(encodingSnifferOf(Buffer.from(`\ufeff${spoiled}`))).toMatchObject({ lost: 2 });
    const innocent = 'a,b\nhttp://x/y?z=1&a?b=2,Sao? Tại sao?Vì sao?\n?,??\n';
    expect(encodingSnifferOf(Buffer.from(innocent))).toMatchObject({ lost: null });
  });

  test('dashes and quotes alone are those of Windows', () => {
    const bytes = Buffer.from([0x61, 0x2c, 0x96, 0x2c, 0x93, 0x62, 0x94, 0x0a]);
    expect(decodeText(bytes)).toMatchObject({ kind: 'text', encoding: 'windows-1258' });
  });

  test.each([
    ['cut', Buffer.from(text).subarray(0, Buffer.from(text).indexOf('phi') + 4), { kind: 'cut' }],
    ['NUL', Buffer.from('a,b\r\n1,\0\r\n'), { kind: 'binary', line: 2 }],
    [
      'two encodings',
      Buffer.concat([Buffer.from(text), encodeLegacy('Sở Nội vụ\n', 'TCVN3')]),
      { kind: 'undecodable', line: 4 },
    ],
    [
      'a lone surrogate',
      Buffer.from('\ufeffab\ncd\ud800e\n', 'utf16le'),
      { kind: 'undecodable', line: 2 },
    ],
    ['half a unit', Buffer.from('\ufeffab\n', 'utf16le').subarray(0, -1), { kind: 'cut' }],
  ] as const)('trouble: %s', (_, bytes, expected) => {
    expect(decodeText(bytes)).toEqual(expected);
  });

  test('a declared encoding is taken, or contradicted', () => {
    const hoa = Buffer.from('Ho\u00e0\n', 'latin1');
    expect(decodeText(hoa, 'VNI')).toMatchObject({ kind: 'text', encoding: 'VNI' });
    expect(decodeText(Buffer.from(`a\n${text}`), 'TCVN3')).toEqual({
      kind: 'misdeclared',
      encoding: 'UTF-8',
      line: 2,
    });
    expect(decodeText(Buffer.from(`\ufeff${text}`), 'VNI')).toMatchObject({ kind: 'misdeclared' });
    expect(decodeText(Buffer.from('a\nb\u00ff\n', 'latin1'), 'TCVN3')).toEqual({
      kind: 'undecodable',
      line: 2,
    });
    expect(decodeText(hoa, 'UTF-8')).toMatchObject({ kind: 'undecodable', line: 1 });
  });

  test('names of encodings', () => {
    expect(
      ['ABC', 'tcvn3', 'CP1258', 'Windows_1258', 'utf-8', 'latin1'].map(encodingNamed),
    ).toEqual(['TCVN3', 'TCVN3', 'windows-1258', 'windows-1258', 'UTF-8', null]);
  });
});

const word = fc.constantFrom(
  ...'Uỷ ban nhân dân xã Hòa Bình thủ tục còn chậm Sở Nội vụ cán bộ nhiệt tình Đắk Lắk phường HĐND được người'.split(
    ' ',
  ),
);
const anyEncoding = fc.constantFrom<EncodingName>(
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'TCVN3',
  'VNI',
  'VISCII',
  'windows-1258',
);
const words = fc.array(word, { minLength: 12, maxLength: 400 });
const cuts = fc.array(fc.nat(97), { minLength: 1, maxLength: 5 });

function bytesIn(encoding: EncodingName, written: string): Buffer {
  if (encoding === 'UTF-8') return Buffer.from(written);
  if (encoding === 'UTF-16LE') return Buffer.from(written, 'utf16le');
  if (encoding === 'UTF-16BE') return Buffer.from(written, 'utf16le').swap16();
  return encodeLegacy(written, encoding);
}

function* pieces(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = (sizes[turn % sizes.length] ?? 0) + 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

test('the borders of pieces change nothing', () => {
  fc.assert(
    fc.property(anyEncoding, words, cuts, (encoding, list, sizes) => {
      const written = list.join(' ').replace(/ (?=[SU])/g, '\n');
      const bytes = bytesIn(encoding, written);
      const sniffer = encodingSniffer();
      const stream = utf8Stream(encoding);
      const out: Buffer[] = [];
      for (const piece of pieces(bytes, sizes)) {
        const own = Buffer.from(piece);
        sniffer.take(own);
        const part = stream(own);
        // Never cut inside a character.
        expect(part.toString()).not.toContain('\ufffd');
        out.push(Buffer.from(part));
        own.fill(0);
      }
      out.push(stream(null));
      expect(sniffer.finish()).toEqual(encodingSnifferOf(bytes));
      expect(Buffer.concat(out).toString()).toBe(written);
    }),
    { numRuns: 300 },
  );
});

function encodingSnifferOf(bytes: Buffer): unknown {
  const sniffer = encodingSniffer();
  sniffer.take(bytes);
  return sniffer.finish();
}

test('a dozen Vietnamese words are enough, or it is asked; never another encoding', () => {
  fc.assert(
    fc.property(anyEncoding, words, (encoding, list) => {
      const found = decodeText(bytesIn(encoding, `name\n${list.join('\n')}\n`));
      if (found.kind === 'text') {
        expect(found.utf8.toString().toLowerCase()).toBe(
          `name\n${list.join('\n')}\n`.toLowerCase(),
        );
      } else expect(found.kind).toBe('unsure');
    }),
    { numRuns: 1000 },
  );
});

test('a long file is told in constant memory, its bad line counted right', () => {
  const line = 'T24-01-001,Sở Nội vụ\r\n';
  const good = Buffer.from(line.repeat(20_000));
  const sniffer = encodingSniffer();
  for (let at = 0; at < good.length; at += 1000) sniffer.take(good.subarray(at, at + 1000));
  sniffer.take(Buffer.from('x,\0\n'));
  expect(sniffer.finish()).toEqual({ kind: 'binary', line: 20_001 });
  const late = encodingSniffer();
  late.take(good);
  late.take(Buffer.of(0xff, 0x0a));
  expect(late.finish()).toEqual({ kind: 'undecodable', line: 20_001 });
});

test('anything at all is judged without a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const found = decodeText(bytes);
      if (found.kind === 'text') expect(isUtf8(found.utf8)).toBe(true);
      else expect(found.kind).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

describe('fonts of before Unicode, in Unicode files', () => {
  test.each([
    [['serial', '§¬n vÞ', 'ý kiÕn kh¸c'], 'TCVN3', 'Đơn vị'],
    [['Soá phieáu', 'Ñôn vò'], 'VNI', 'Số phiếu'],
  ] as const)('%s', (texts, encoding, meant) => {
    expect(oldFontOf([...texts])).toMatchObject({ encoding, meant });
  });

  test.each([
    [['Số phiếu', 'Đơn vị', 'Ý kiến khác']],
    [['Hoà', 'Tên']],
    [['serial', 'q1']],
    [['café', 'naïve', 'Müller']],
    [['Giá', 'Vé', 'Cả năm']],
    [['°C', '½']],
  ])('%s is none', (texts) => expect(oldFontOf(texts)).toBeNull());
});

describe('syllables', () => {
  test.each(
    'Uỷ nghiêng gì giếng quốc khuỷu thuở nguyễn QUẢNG Đắk Krông xoong ạ ý yến huỳnh kỹ'.split(' '),
  )('%s can be one', (one) => expect(isSyllable(one)).toBe(true));

  test.each('kà cế gê nghà hoàh tỈnh thấm̀ át̉ ờc xyz'.split(' '))('%s cannot', (one) =>
    expect(isSyllable(one)).toBe(false),
  );
});
