/** CSV and TSV text -> `Table`. */
import { CsvError, parse } from 'csv-parse/sync';
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { CellFault, Table } from '../table.ts';
import type { Caps } from './caps.ts';
import { cleanText } from './cell-text.ts';
import { declaredDelimiter, sniffDelimiter } from './csv-delimiter.ts';
import { findQuoteTrouble } from './csv-quotes.ts';
import { type Decoded, decodeText } from './decode-text.ts';
import { addRow, type Draft, finishTable, isBlank, newDraft } from './draft.ts';
import type { RawRow } from './header.ts';

export interface CsvOptions {
  /** One character; null: find it. */
  readonly delimiter: string | null;
  /** Row of the headings; null: find it. */
  readonly headerRow: number | null;
  readonly caps: Caps;
}

/**
 * Reads a text table with any of the usual delimiters, encodings and line ends. A row with too few or
 * too many cells is kept, marked and reported; broken quoting or bytes refuse the file.
 */
export function parseCsv(bytes: Uint8Array, file: string, options: CsvOptions): Checked<Table> {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return { ok: false, findings: [refusal(decoded, file)] };
  const declared = declaredDelimiter(decoded.utf8);
  const text = { utf8: decoded.utf8, from: declared?.length ?? 0 };
  const sniffed = (): string => sniffDelimiter(text.utf8.subarray(text.from));
  const delimiter = options.delimiter ?? declared?.delimiter ?? sniffed();
  const draft = newDraft({ file, sheet: null, ragged: true, ...options });
  const refused = readRecords(text, delimiter, draft);
  if (refused !== null) return { ok: false, findings: [refused] };
  const table = finishTable(draft);
  if (decoded.encoding === 'UTF-8') return table;
  const note = finding('file/encoding', { kind: 'file', file }, { encoding: decoded.encoding });
  return { ...table, findings: [...table.findings, note] };
}

function refusal(decoded: Exclude<Decoded, { kind: 'text' }>, file: string): Finding {
  if (decoded.kind === 'cut') return finding('file/truncated', { kind: 'file', file }, {});
  const at = { kind: 'text', file, line: decoded.line, column: 1, length: 1 } as const;
  return finding(decoded.kind === 'binary' ? 'file/binary' : 'file/undecodable', at, {});
}

/** The bytes of the text and where its records begin. */
interface Text {
  readonly utf8: Buffer;
  readonly from: number;
}

/** Hands every record to the draft; a finding when the text cannot be cut into records. */
function readRecords(text: Text, delimiter: string, draft: Draft): Finding | null {
  const { caps } = draft.source;
  const read: { count: number; end: number; last: RawRow | null } = {
    count: 0,
    end: text.from,
    last: null,
  };
  const take = (record: readonly string[], bytes: number): null => {
    read.count += 1;
    read.end = text.from + bytes;
    read.last = rawRow(read.count, record, caps);
    addRow(draft, read.last);
    return null;
  };
  try {
    parse(text.utf8.subarray(text.from), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
      max_record_size: caps.record,
      on_record: (record: string[], context) => take(record, context.bytes),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return recordTrouble(error, { utf8: text.utf8, from: read.end }, delimiter, draft);
  }
  if (read.end === text.utf8.length && read.last !== null) {
    noteUnfinished(text.utf8, read.last, draft);
  }
  return null;
}

function rawRow(row: number, record: readonly string[], caps: Caps): RawRow {
  const faults: CellFault[] = [];
  const cells = record.map((cell, column) => {
    if (cell.length <= caps.cell) return cleanText(cell);
    faults.push({ column, reason: 'too-long' });
    return cleanText(cell.slice(0, caps.cell));
  });
  return { row, cells, faults };
}

/** Why the record that begins at `from` could not be read. */
function recordTrouble(error: CsvError, text: Text, delimiter: string, draft: Draft): Finding {
  const { file, caps } = draft.source;
  const trouble = findQuoteTrouble(text.utf8, text.from, delimiter);
  // A record grows too long when its quote is closed only far away, or never.
  if (trouble === null && error.code !== 'CSV_MAX_RECORD_SIZE') throw error;
  if (trouble === null) {
    const args = { what: 'record', limit: caps.record } as const;
    return finding('file/too-large', { kind: 'file', file }, args);
  }
  const { line, column } = trouble;
  const at = { kind: 'text', file, line, column, length: 1 } as const;
  return finding(trouble.kind === 'unclosed' ? 'file/unclosed-quote' : 'file/stray-quote', at, {});
}

/** A last row without its line end may have been cut off while it was copied. */
function noteUnfinished(utf8: Buffer, last: RawRow, draft: Draft): void {
  const end = utf8.at(-1);
  if (end === 0x0a || end === 0x0d || isBlank(last)) return;
  const at = {
    kind: 'cell',
    file: draft.source.file,
    sheet: null,
    row: last.row,
    column: null,
  } as const;
  draft.findings.push(finding('file/last-line-unfinished', at, {}));
}
