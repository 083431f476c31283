/** Bytes of any file an office sends -> `Table`: looks at what they are and picks the reader. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Table } from '../table.ts';
import { type Caps, usualCaps } from './caps.ts';
import { type Content, contentOf } from './content.ts';

/** What is left out, or null, is found out from the file. */
export interface TableOptions {
  /** Sheet of a workbook. */
  readonly sheet?: string | null | undefined;
  /** Row of the headings; the first is 1. */
  readonly headerRow?: number | null | undefined;
  /** One character between the cells of a text table. */
  readonly delimiter?: string | null | undefined;
  readonly caps?: Caps | undefined;
}

/**
 * Reads a table out of CSV, TSV or XLSX bytes; `file` is the name that findings and the table carry.
 *
 * `ok: false`: the file as a whole cannot be used. `ok: true` with findings of severity error: those
 * concern single rows, each marked by a fault (`isWhole`), and the rest of the table stands.
 * Faults of single cells are only marked: whoever needs the cell reports it with `cellFault`.
 */
export async function parseTable(
  bytes: Uint8Array,
  file: string,
  options: TableOptions = {},
): Promise<Checked<Table>> {
  const caps = options.caps ?? usualCaps;
  const headerRow = options.headerRow ?? null;
  const at = { kind: 'file', file } as const;
  if (isLockFile(file)) return { ok: false, findings: [finding('file/lock-file', at, {})] };
  if (bytes.length > caps.bytes) {
    const args = { what: 'bytes', limit: caps.bytes } as const;
    return { ok: false, findings: [finding('file/too-large', at, args)] };
  }
  const content = contentOf(bytes);
  if (content === 'text') {
    const { parseCsv } = await import('./csv-read.ts');
    return parseCsv(bytes, file, { delimiter: options.delimiter ?? null, headerRow, caps });
  }
  if (content === 'zip') {
    const { parseXlsx } = await import('./xlsx-read.ts');
    return parseXlsx(bytes, file, { sheet: options.sheet ?? null, headerRow, caps });
  }
  return { ok: false, findings: [refusal(content, file)] };
}

/** Excel keeps `~$name.xlsx`, LibreOffice `.~lock.name.xlsx#` beside an open workbook; both hold no data. */
function isLockFile(file: string): boolean {
  return /(^|[/\\])(~\$[^/\\]*|\.~lock\.[^/\\]*#)$/.test(file);
}

function refusal(content: Exclude<Content, 'text' | 'zip'>, file: string): Finding {
  const at = { kind: 'file', file } as const;
  switch (content) {
    case 'empty':
      return finding('file/empty', at, {});
    case 'xls':
      return finding('file/xls', at, {});
    case 'encrypted':
      return finding('file/encrypted', at, {});
    case 'binary':
      return finding('file/binary', at, {});
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
