/** CSV and TSV text, as a stream of bytes -> the rows of a table. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { TableSink } from '../table.ts';
import type { ByteSource } from './byte-source.ts';
import type { Caps } from './caps.ts';
import { declaredDelimiter, sampleBytes, sniffDelimiter } from './csv-delimiter.ts';
import { CsvScanner, type CsvTrouble } from './csv-scan.ts';
import { type EncodingName, encodingSniffer, type Sniffed, utf8Stream } from './decode-text.ts';
import { addRow, type DraftEnd, finishDraft, isBlank, newDraft } from './draft.ts';
import { textTrouble } from './encodings/trouble.ts';
import type { RawRow } from './header.ts';

export interface CsvOptions {
  /** One character; null: find it. */
  readonly delimiter: string | null;
  readonly encoding: EncodingName | null;
  /** Row of the headings; null: find it. */
  readonly headerRow: number | null;
  readonly caps: Caps;
}

export interface CsvEnd extends DraftEnd {
  readonly delimiter: string;
  readonly encoding: EncodingName;
}

export type CsvRead =
  | { readonly ok: true; readonly value: CsvEnd; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Pieces handed on at once: what a piece leaves over is copied, so they are neither tiny nor huge. */
const pieceBytes = 64 * 1024;

/**
 * Reads a text table with any of the usual delimiters, encodings and line ends, in two passes over the bytes: one for
 * the encoding, one for the rows. A row with too few or too many cells is handed over and marked; broken quoting
 * or bytes refuse the file, which may come out after rows were handed over.
 */
export async function streamCsv(
  source: ByteSource,
  file: string,
  options: CsvOptions,
  sink: TableSink,
): Promise<CsvRead> {
  const sniffed = await sniffEncoding(source, options.encoding);
  if (sniffed === null) return refuse(finding('file/changed', { kind: 'file', file }, {}));
  if (sniffed.kind !== 'text') return refuse(refusal(sniffed, file, options.encoding));
  const comma = (): boolean => pass.delimiter === ',';
  const draft = newDraft({ file, sheet: null, ragged: true, comma, ...options }, sink);
  const { encoding, bom, lost } = sniffed;
  const pass = new CsvPass(options, (row) => addRow(draft, row));
  const utf8 = utf8Stream(encoding);
  let read = 0;
  for await (const chunk of source.chunks('passing')) {
    for (let at = 0; at < chunk.length && pass.goesOn; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes);
      const isText = read + piece.length > bom;
      if (isText) pass.take(utf8(piece.subarray(Math.max(0, bom - read))));
      read += piece.length;
      const pause = sink.pause(read);
      if (pause !== null) await pause;
    }
    if (!pass.goesOn) break;
  }
  if (pass.goesOn && read !== source.size) {
    return refuse(finding('file/changed', { kind: 'file', file }, {}));
  }
  const { delimiter, scanner } = pass.end(utf8(null));
  if (scanner.trouble !== null) return refuse(troubleFinding(scanner.trouble, file, options.caps));
  const table = finishDraft(draft);
  const notes = [...table.findings, ...unfinishedNote(scanner.endsInRow, file)];
  if (encoding !== 'UTF-8') {
    notes.push(finding('file/encoding', { kind: 'file', file }, { encoding }));
  }
  if (lost !== null) {
    const at = { kind: 'text', file, line: lost, column: 1, length: 1 } as const;
    notes.push(finding('file/lost-letters', at, {}));
  }
  if (!table.ok) return { ok: false, findings: notes };
  return { ok: true, value: { ...table.value, delimiter, encoding }, findings: notes };
}

function refuse(found: Finding): CsvRead {
  return { ok: false, findings: [found] };
}

/** Null: the file did not have as many bytes as its size said. */
async function sniffEncoding(
  source: ByteSource,
  named: EncodingName | null,
): Promise<Sniffed | null> {
  const sniffer = encodingSniffer(named);
  let read = 0;
  for await (const chunk of source.chunks('passing')) {
    sniffer.take(chunk);
    read += chunk.length;
    if (read > source.size) return null;
  }
  return read === source.size ? sniffer.finish() : null;
}

/** Holds the first bytes until the delimiter is known, then hands everything to the scanner. */
class CsvPass {
  goesOn = true;
  readonly #options: CsvOptions;
  readonly #take: (row: RawRow) => boolean;
  #start: Buffer[] = [];
  #held = 0;
  #scanner: { readonly delimiter: string; readonly scanner: CsvScanner } | null = null;

  constructor(options: CsvOptions, take: (row: RawRow) => boolean) {
    this.#options = options;
    this.#take = take;
  }

  /** Null until the first rows are cut. */
  get delimiter(): string | null {
    return this.#scanner?.delimiter ?? null;
  }

  take(utf8: Buffer): void {
    if (!this.goesOn) return;
    if (this.#scanner !== null) {
      this.goesOn = this.#scanner.scanner.push(utf8);
      return;
    }
    // A copy: what the pieces are cut from may be filled again.
    this.#start.push(Buffer.from(utf8));
    this.#held += utf8.length;
    if (this.#held >= sampleBytes) this.#open(false);
  }

  end(utf8: Buffer): { readonly delimiter: string; readonly scanner: CsvScanner } {
    this.take(utf8);
    const opened = this.#scanner ?? this.#open(true);
    if (this.goesOn) this.goesOn = opened.scanner.push(null);
    return opened;
  }

  #open(whole: boolean): { readonly delimiter: string; readonly scanner: CsvScanner } {
    const start = Buffer.concat(this.#start);
    this.#start = [];
    const declared = declaredDelimiter(start);
    const text = start.subarray(declared?.length ?? 0);
    const { caps } = this.#options;
    const delimiter = this.#options.delimiter ?? declared?.delimiter ?? sniffDelimiter(text, whole);
    const line = declared === null ? 1 : 2;
    const scanner = new CsvScanner(delimiter, line, caps, this.#take);
    const opened = { delimiter, scanner };
    this.#scanner = opened;
    for (let at = 0; at < text.length && this.goesOn; at += pieceBytes) {
      this.goesOn = scanner.push(text.subarray(at, at + pieceBytes));
    }
    return opened;
  }
}

function refusal(
  sniffed: Exclude<Sniffed, { kind: 'text' }>,
  file: string,
  named: EncodingName | null,
): Finding {
  if (sniffed.kind !== 'binary' || sniffed.line === 1) return textTrouble(sniffed, file, named);
  // Text that is broken further down was text once; what is none from its first line on is something else.
  return finding('file/nul', { kind: 'text', file, line: sniffed.line, column: 1, length: 1 }, {});
}

function troubleFinding(trouble: CsvTrouble, file: string, caps: Caps): Finding {
  const { kind, line, column } = trouble;
  const at = { kind: 'text', file, line, column, length: 1 } as const;
  if (kind === 'unclosed') return finding('file/unclosed-quote', at, {});
  if (kind === 'stray') return finding('file/stray-quote', at, {});
  return finding('file/too-large', at, { what: 'record', limit: caps.record });
}

/** A last row without its line end may have been cut off while it was copied. */
function unfinishedNote(last: RawRow | null, file: string): readonly Finding[] {
  if (last === null || isBlank(last)) return [];
  const at = { kind: 'cell', file, sheet: null, row: last.row, column: null } as const;
  return [finding('file/last-line-unfinished', at, {})];
}
