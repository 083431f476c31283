/** What the bytes of a file are. Names lie (a report saved as .xls is often HTML); content does not. */
import type { OtherFormat } from '../findings/file-formats.ts';

export type Content =
  | 'text'
  /** Excel, Word, LibreOffice and plain zips: only the parts inside tell which. */
  | 'zip'
  /** A compound file (OLE): only the streams inside tell which. */
  | 'compound'
  | 'xls'
  | 'pdf'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'image'
  | 'archive'
  | OtherFormat;

/** Bytes from the start that `contentOf` looks at. */
export const contentBytes = 8192;

const signatures: readonly (readonly [string, Content])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['d0cf11e0a1b11ae1', 'compound'],
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
  ['fd377a585a', 'archive'],
  ['425a68', 'archive'],
  // A bare BIFF stream, as very old Excel versions and some exports write it.
  ['0908', 'xls'],
  ['0904', 'xls'],
  ['0902', 'xls'],
  ['09000400', 'xls'],
  ['4c00000001140200', 'shortcut'],
  ['000100005374616e', 'access'],
  ['53514c697465', 'sqlite'],
  ['24464c32', 'spss'],
  ['24464c33', 'spss'],
  ['3c73746174615f64', 'stata'],
];

/** Recognises a file by its first bytes. Text is only guessed at: the encoding has the last word. */
export function contentOf(bytes: Uint8Array): Content {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('hex', 0, 8);
  const found = signatures.find(([signature]) => start.startsWith(signature));
  if (found !== undefined) return found[1];
  const mark = buffer.toString('latin1', 4, 12);
  if (/^ftyp(heic|heix|mif1|avif)/.test(mark)) return 'image';
  if (start.startsWith('52494646') && mark.endsWith('WEBP')) return 'image';
  return isDbf(buffer) ? 'dbf' : textContent(buffer);
}

/** dBASE: a version, a date of the last change, then field descriptors of 32 bytes each. */
function isDbf(buffer: Buffer): boolean {
  if (![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(buffer[0] ?? 0) || buffer.length < 33)
    return false;
  const [month, day] = [buffer[2] ?? 0, buffer[3] ?? 0];
  const header = buffer.readUInt16LE(8);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && header >= 65;
}

const textPatterns: readonly (readonly [RegExp, Content])[] = [
  [/^<(!doctype html|html|head|body|table|meta)\b/i, 'html'],
  [/^<\?xml\b[\s\S]*?<html\b/i, 'html'],
  [
    /^<\?xml\b[\s\S]*?(urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet")/i,
    'xml-2003',
  ],
  [/^<\?xml\b[\s\S]*?<office:document\b/i, 'fods'],
  [/^<\?xml\b[\s\S]*?<plist\b[\s\S]*?<key>URL<\/key>/i, 'shortcut'],
  [/^<\?xml\b/i, 'xml'],
  [/^\[InternetShortcut\]/i, 'shortcut'],
  [/^\{[\s\S]*?("doc_id"|https:\/\/(docs|drive)\.google\.com)/i, 'google-shortcut'],
  [/^(\{\s*"|\[\s*[[{])/, 'json'],
  // A semicolon file may well begin with the headings “ID;Phiếu”: the second line tells.
  [/^ID;P[^\r\n]*\r?\n[BCFOP];/, 'sylk'],
  [/^(?:[A-Za-z][A-Za-z-]*: .*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type: multipart\/related/i, 'mhtml'],
  [
    /^(From|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Date|Subject|To|X-[A-Za-z-]+): .*\r?\n([ \t].*\r?\n)*[A-Za-z][A-Za-z-]*: /i,
    'email',
  ],
];

function textContent(buffer: Buffer): Content {
  const utf16 = buffer[0] === 0xff && buffer[1] === 0xfe;
  const start = buffer.toString(utf16 ? 'utf16le' : 'utf8', 0, contentBytes);
  const text = start.replace(/^\ufeff/, '').trimStart();
  return textPatterns.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
}

export type CompoundContent = 'encrypted' | 'xls' | 'word' | 'powerpoint' | 'email' | 'binary';

const streams: readonly (readonly [string, CompoundContent])[] = [
  ['EncryptedPackage\0', 'encrypted'],
  ['Workbook\0', 'xls'],
  ['Book\0', 'xls'],
  ['WordDocument\0', 'word'],
  ['PowerPoint Document\0', 'powerpoint'],
  ['__properties_version1.0\0', 'email'],
];

/** A compound file (OLE) names its streams in UTF-16; they tell who wrote it. Takes the file piece by piece. */
export class CompoundNames {
  #tail: Buffer = Buffer.alloc(0);
  readonly #found = new Set<string>();

  take(chunk: Uint8Array): void {
    const buffer = Buffer.concat([this.#tail, chunk]);
    for (const [name] of streams) {
      if (!this.#found.has(name) && buffer.includes(Buffer.from(name, 'utf16le')))
        this.#found.add(name);
    }
    this.#tail = buffer.subarray(-64);
  }

  content(): CompoundContent {
    return streams.find(([name]) => this.#found.has(name))?.[1] ?? 'binary';
  }
}

/** What a zip is, by the names of its parts and the text of its `mimetype` part, if any. */
export type ZipContent =
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'word'
  | 'powerpoint'
  | 'numbers'
  | 'zip-of-tables'
  | 'zip';

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
  if (has(/^\[content_types\]\.xml$/)) return 'xlsx';
  if (has(/^index\/.*\.iwa$/) || has(/^index\.zip$/)) return 'numbers';
  return has(/\.(csv|tsv|xlsx|xlsm|xls)$/) ? 'zip-of-tables' : 'zip';
}
