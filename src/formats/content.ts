/** What the bytes of a file are. Names lie (a report saved as .xls is often HTML); content does not. */

export type Content =
  | 'empty'
  | 'text'
  /** Word, Excel, LibreOffice and plain zips: only the parts inside tell which. */
  | 'zip'
  | 'xls'
  | 'encrypted'
  | 'word'
  | 'powerpoint'
  | 'pdf'
  | 'html'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'image'
  | 'archive'
  | 'binary';

const signatures: readonly (readonly [string, Content])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['25504446', 'pdf'],
  ['7b5c727466', 'rtf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['52617221', 'archive'],
  ['377abcaf', 'archive'],
  ['1f8b', 'archive'],
  // A bare BIFF stream, as very old Excel versions and some exports write it.
  ['0908', 'xls'],
  ['0904', 'xls'],
];

const compoundFile = 'd0cf11e0a1b11ae1';

/** Recognises a file by its first bytes. Text is only guessed at: `decodeText` has the last word. */
export function contentOf(bytes: Uint8Array): Content {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('hex', 0, 8);
  if (start === compoundFile) return compoundContent(buffer);
  const found = signatures.find(([signature]) => start.startsWith(signature));
  return found?.[1] ?? textContent(buffer);
}

/** A compound file (OLE) names its streams in UTF-16; they tell who wrote it. */
function compoundContent(buffer: Buffer): Content {
  const has = (name: string): boolean => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('Workbook') || has('Book')) return 'xls';
  if (has('WordDocument')) return 'word';
  return has('PowerPoint Document') ? 'powerpoint' : 'binary';
}

function textContent(buffer: Buffer): Content {
  const utf16 = buffer[0] === 0xff && buffer[1] === 0xfe;
  const start = buffer.toString(utf16 ? 'utf16le' : 'utf8', 0, 4096).replace(/^\ufeff/, '');
  const text = start.trimStart();
  if (text === '') return isOnlySpace(buffer) ? 'empty' : 'text';
  if (/^<(!doctype html|html|head|body|table|meta)\b/i.test(text)) return 'html';
  if (/^<\?xml\b/i.test(text)) return /<html\b/i.test(text) ? 'html' : 'xml';
  return /^(\{\s*"|\[\s*[[{])/.test(text) ? 'json' : 'text';
}

/** Whether nothing but blanks, line ends and (in UTF-16) zeros follow a byte-order mark. */
function isOnlySpace(buffer: Buffer): boolean {
  const space = new Set(Buffer.from(' \t\r\n\v\f\0'));
  return buffer.subarray(3).every((byte) => space.has(byte));
}

/** What a zip is, by the names of its parts and the text of its `mimetype` part, if any. */
export type ZipContent = 'xlsx' | 'xlsb' | 'ods' | 'word' | 'powerpoint' | 'zip';

export function zipContentOf(names: Iterable<string>, mimetype: string | null): ZipContent {
  if (mimetype !== null) {
    if (mimetype.includes('opendocument.spreadsheet')) return 'ods';
    if (mimetype.includes('opendocument.text')) return 'word';
    if (mimetype.includes('opendocument.presentation')) return 'powerpoint';
  }
  const parts = [...names].map((name) => name.toLowerCase());
  const has = (pattern: RegExp): boolean => parts.some((part) => pattern.test(part));
  if (has(/^xl\/workbook\.bin$/)) return 'xlsb';
  if (has(/^word\/document\.xml$/)) return 'word';
  if (has(/^ppt\/presentation\.xml$/)) return 'powerpoint';
  return has(/^\[content_types\]\.xml$/) ? 'xlsx' : 'zip';
}
