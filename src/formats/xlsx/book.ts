/** Bytes of a workbook -> its sheets and what their cells lean on, or the sentence that says why not. */
import { finding } from '../../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../../findings/finding.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Caps } from '../caps.ts';
import { type ZipContent, zipContentOf } from '../content.ts';
import type { CellContext } from './cells.ts';
import { readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import type { XmlEnd } from './xml.ts';
import { type OpenedZip, openZip, type Zip } from './zip.ts';

/** What every later step needs. */
export interface Book {
  readonly file: string;
  readonly zip: Zip;
  readonly workbook: Workbook;
  readonly context: CellContext;
  readonly caps: Caps;
}

export interface Refused {
  readonly ok: false;
  readonly findings: readonly Finding[];
}

export function refuse(found: Finding): Refused {
  return { ok: false, findings: [found] };
}

export async function openBook(
  source: ByteSource,
  file: string,
  caps: Caps,
): Promise<Checked<Book>> {
  const at = { kind: 'file', file } as const;
  const bytes = await allBytes(source);
  if (bytes === null) return refuse(finding('file/changed', at, {}));
  const opened = await openZip(bytes, caps);
  if (opened.kind !== 'zip') return refuse(zipTrouble(opened, at, caps));
  const { zip } = opened;
  const content = zipContentOf(zip.names, await readMimetype(zip));
  if (content !== 'xlsx') return refuse(otherZip(content, at));
  const read = await readWorkbook(zip);
  if (read.kind === 'broken') return refuse(partTrouble(read.end, read.part, at, caps));
  const { workbook } = read;
  const context = await readContext(zip, workbook, at, caps);
  if (!context.ok) return context;
  return { ok: true, value: { file, zip, workbook, context: context.value, caps }, findings: [] };
}

/** Null: not as many as the source said. */
async function allBytes(source: ByteSource): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk);
    length += chunk.length;
    if (length > source.size) return null;
  }
  if (length !== source.size) return null;
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}

async function readContext(
  zip: Zip,
  workbook: Workbook,
  at: Where,
  caps: Caps,
): Promise<Checked<CellContext>> {
  const strings = workbook.strings && (await readSharedStrings(zip, workbook.strings, caps.cell));
  const styles = workbook.styles && (await readStyles(zip, workbook.styles));
  // Some writers announce a table of strings and leave it out: cells that point into it are marked.
  if (strings && strings.end !== 'done' && strings.end !== 'absent') {
    return refuse(partTrouble(strings.end, workbook.strings ?? '', at, caps));
  }
  if (styles && styles.end !== 'done') {
    return refuse(partTrouble(styles.end, workbook.styles ?? '', at, caps));
  }
  const context: CellContext = {
    strings: strings ? strings.strings : [],
    styles: styles ? styles.styles : [],
    date1904: workbook.date1904,
    longest: caps.cell,
    columns: caps.columns,
  };
  return { ok: true, value: context, findings: [] };
}

async function readMimetype(zip: Zip): Promise<string | null> {
  const chunks: string[] = [];
  const end = await zip.read('mimetype', (chunk) => {
    chunks.push(Buffer.from(chunk).toString('latin1', 0, 200));
    return false;
  });
  return end === 'absent' ? null : chunks.join('');
}

function zipTrouble(opened: Exclude<OpenedZip, { kind: 'zip' }>, at: Where, caps: Caps): Finding {
  switch (opened.kind) {
    case 'truncated':
      return finding('file/truncated', at, {});
    case 'encrypted':
      return finding('file/encrypted', at, {});
    case 'too-many-entries':
      return finding('file/too-large', at, { what: 'entries', limit: caps.entries });
    case 'twice':
      return finding('file/odd-zip', at, { what: 'twice', part: opened.part });
    default:
      return finding('file/odd-zip', at, { what: 'path', part: '' });
  }
}

function otherZip(content: Exclude<ZipContent, 'xlsx'>, at: Where): Finding {
  switch (content) {
    case 'xlsb':
      return finding('file/xlsb', at, {});
    case 'ods':
      return finding('file/ods', at, {});
    case 'numbers':
    case 'zip-of-tables':
      return finding('file/other-format', at, { what: content });
    default:
      return finding('file/not-a-table', at, { what: content });
  }
}

export function partTrouble(end: XmlEnd, part: string, at: Where, caps: Caps): Finding {
  if (end === 'doctype') return finding('file/doctype', at, { part });
  if (end !== 'too-large') return finding('file/damaged', at, { part });
  return finding('file/too-large', at, { what: 'unzipped', limit: caps.unzipped });
}
