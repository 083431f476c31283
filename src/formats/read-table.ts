/** Bytes of any file an office sends -> the rows of a table: looks at what they are and picks the reader. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { isRowFault, type Table, type TableHead, type TableRow, type TableSink } from '../table.ts';
import { type ByteSource, bytesSource } from './byte-source.ts';
import { type Caps, usualCaps } from './caps.ts';
import { cellFault } from './cell-fault.ts';
import { CompoundNames, type Content, contentBytes, contentOf } from './content.ts';
import { delimiterNamed } from './csv-delimiter.ts';
import { encodingNamed, encodingNames } from './decode-text.ts';
import { oldFontFindings } from './encodings/trouble.ts';

/** What is left out, or null, is found out from the file. */
export interface TableOptions {
  /** Sheet of a workbook. */
  readonly sheet?: string | null | undefined;
  /** Row of the headings; the first is 1. */
  readonly headerRow?: number | null | undefined;
  /** One character between the cells of a text table; `tab` is one too. */
  readonly delimiter?: string | null | undefined;
  /** Encoding of a text table, as `encodingNamed` knows it. */
  readonly encoding?: string | null | undefined;
  readonly caps?: Caps | undefined;
}

/** How a file was read, so that what was assumed can be told. Null: has no meaning for this kind of file. */
export interface HowRead {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headerRow: number;
  readonly sheet: string | null;
}

export interface StreamedTable extends TableHead {
  readonly how: HowRead;
}

/**
 * Hands the rows of a CSV, TSV or XLSX file to `sink` in file order; `file` is the name that findings carry. A CSV takes
 * constant memory; a workbook its compressed bytes and its texts.
 *
 * Findings are about the file as a whole; what concerns single rows and cells is marked by faults in the row
 * (`cellFault` says it). `ok: false`: the file cannot be used, and rows that were handed over before count for nothing.
 */
export async function streamTable(
  source: ByteSource,
  file: string,
  options: TableOptions,
  sink: TableSink,
): Promise<Checked<StreamedTable>> {
  const opened = await openSource(source, file, options);
  if (!opened.ok) return opened;
  const { content, caps } = opened.value;
  const headerRow = options.headerRow ?? null;
  if (content === 'zip') {
    const { streamXlsx } = await import('./xlsx-read.ts');
    const sheet = options.sheet ?? null;
    const read = await streamXlsx(source, file, { sheet, headerRow, caps }, sink);
    if (!read.ok) return read;
    const { head, headerRow: row } = read.value;
    const how = { encoding: null, delimiter: null, headerRow: row, sheet: head.sheet };
    const findings = [...read.findings, ...oldFontFindings(head)];
    return { ok: true, value: { ...head, how }, findings };
  }
  const { streamCsv } = await import('./csv-read.ts');
  const encoding = options.encoding ? encodingNamed(options.encoding) : null;
  const delimiter = options.delimiter ? delimiterNamed(options.delimiter) : null;
  const read = await streamCsv(source, file, { delimiter, encoding, headerRow, caps }, sink);
  if (!read.ok) return read;
  const { head, headerRow: row, ...found } = read.value;
  const how = { encoding: found.encoding, delimiter: found.delimiter, headerRow: row, sheet: null };
  const findings = [...read.findings, ...oldFontFindings(head)];
  return { ok: true, value: { ...head, how }, findings };
}

/**
 * Reads a whole table at once: for files that are small or needed in one piece. As `streamTable`, but rows that may be
 * shifted are reported too, as errors with `ok: true`; the rest of the table stands.
 * Faults of single cells are only marked: whoever needs the cell reports it with `cellFault`.
 */
export async function parseTable(
  bytes: Uint8Array,
  file: string,
  options: TableOptions = {},
): Promise<Checked<Table>> {
  const rows: TableRow[] = [];
  const sink: TableSink = {
    head: () => true,
    row: (row) => rows.push(row) > 0,
    pause: () => null,
  };
  const read = await streamTable(bytesSource(bytes), file, options, sink);
  if (!read.ok) return read;
  const { how: _how, ...head } = read.value;
  const table: Table = { ...head, rows };
  const shifted = rows.flatMap((row) =>
    row.faults.filter(isRowFault).map((fault) => cellFault(table, row, fault)),
  );
  return { ok: true, value: table, findings: [...shifted, ...read.findings] };
}

/** Names of the visible sheets that hold something, in tab order; none for a text table. */
export async function listSheets(
  source: ByteSource,
  file: string,
  caps: Caps = usualCaps,
): Promise<Checked<readonly string[]>> {
  const opened = await openSource(source, file, { caps });
  if (!opened.ok) return opened;
  if (opened.value.content === 'text') return { ok: true, value: [], findings: [] };
  const { filledSheets } = await import('./xlsx-read.ts');
  return filledSheets(source, file, caps);
}

/** Whether the file can hold a table at all, by its name, size and first bytes. */
async function openSource(
  source: ByteSource,
  file: string,
  options: TableOptions,
): Promise<Checked<{ readonly content: 'text' | 'zip'; readonly caps: Caps }>> {
  const caps = options.caps ?? usualCaps;
  const at = { kind: 'file', file } as const;
  const refuse = (found: Finding) => ({ ok: false, findings: [found] }) as const;
  if (isLockFile(file)) return refuse(finding('file/lock-file', at, {}));
  if (source.size === 0) return refuse(finding('file/empty', at, {}));
  if (source.size > caps.bytes) {
    return refuse(finding('file/too-large', at, { what: 'bytes', limit: caps.bytes }));
  }
  const { delimiter, encoding } = options;
  if (delimiter && delimiterNamed(delimiter) === null) {
    return refuse(finding('file/bad-delimiter', at, { text: delimiter }));
  }
  if (encoding && encodingNamed(encoding) === null) {
    const args = { text: encoding, known: Object.keys(encodingNames) };
    return refuse(finding('file/unknown-encoding', at, args));
  }
  const content = contentOf(await firstBytes(source));
  if (content === 'text' || content === 'zip')
    return { ok: true, value: { content, caps }, findings: [] };
  return refuse(await refusal(content, source, file));
}

async function firstBytes(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    const part = Buffer.from(chunk.subarray(0, contentBytes - length));
    parts.push(part);
    length += part.length;
    if (length >= contentBytes) break;
  }
  return Buffer.concat(parts);
}

/** Excel keeps `~$name.xlsx`, LibreOffice `.~lock.name.xlsx#` beside an open workbook; both hold no data. */
function isLockFile(file: string): boolean {
  return /(^|[/\\])(~\$[^/\\]*|\.~lock\.[^/\\]*#)$/.test(file);
}

async function refusal(
  content: Exclude<Content, 'text' | 'zip'>,
  source: ByteSource,
  file: string,
): Promise<Finding> {
  const at = { kind: 'file', file } as const;
  switch (content) {
    case 'compound':
      return compoundRefusal(source, file);
    case 'xls':
      return finding('file/xls', at, {});
    case 'pdf':
    case 'xml':
    case 'json':
    case 'rtf':
    case 'image':
    case 'archive':
      return finding('file/not-a-table', at, { what: content });
    default:
      return finding('file/other-format', at, { what: content });
  }
}

async function compoundRefusal(source: ByteSource, file: string): Promise<Finding> {
  const at = { kind: 'file', file } as const;
  const names = new CompoundNames();
  for await (const chunk of source.chunks()) names.take(chunk);
  const content = names.content();
  switch (content) {
    case 'encrypted':
      return finding('file/encrypted', at, {});
    case 'xls':
      return finding('file/xls', at, {});
    case 'binary':
      return finding('file/binary', at, {});
    case 'email':
      return finding('file/other-format', at, { what: content });
    default:
      return finding('file/not-a-table', at, { what: content });
  }
}

/** The finding for what stands at a path, before its bytes are read; null: a file that can be read. */
export function checkEntry(
  file: string,
  entry: { readonly kind: 'file' | 'folder' | 'other'; readonly size: number } | null,
  near: readonly string[] = [],
): Finding | null {
  const at = { kind: 'file', file } as const;
  if (entry === null) return finding('file/not-found', at, { path: file, near });
  if (entry.kind === 'folder') return finding('file/folder', at, {});
  if (isLockFile(file)) return finding('file/lock-file', at, {});
  if (entry.kind === 'other') return finding('file/not-regular', at, {});
  if (entry.size <= usualCaps.bytes) return null;
  return finding('file/too-large', at, { what: 'bytes', limit: usualCaps.bytes });
}
