/** Rejected rows as a workbook: a copy of the clerk's own with the bad cells marked, or, of a text file, a new one. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Lang } from '../findings/finding.ts';
import { type ByteSource, bytesSource } from '../formats/byte-source.ts';
import { foldName } from '../formats/cell-text.ts';
import { contentBytes, contentOf } from '../formats/content.ts';
import { streamTable } from '../formats/read-table.ts';
import { withoutGuard } from '../formats/spreadsheet-text.ts';
import type { CellMark } from '../formats/xlsx-annotate.ts';
import type { Io } from '../io.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { originRow, rejectedLead, rejectedLeadVi } from '../returns/mended-rows.ts';
import type { RejectedMark } from '../returns/rejected.ts';
import type { TableHead, TableRow } from '../table.ts';
import { storeCaps } from './read-returns.ts';

export interface RejectedFile {
  /** The file as the user named it. */
  readonly file: string;
  /** What was read of it. */
  readonly bytes: Uint8Array;
  readonly sheet: string | null;
  /** Row of the headings in it. */
  readonly headerRow: number | null;
  readonly mapping: BatchRecord['mapping'];
  /** The rejected rows as CSV. */
  readonly csv: ByteSource;
  readonly marks: readonly RejectedMark[];
  /** Of the headings that are our own. */
  readonly lang?: Lang;
}

/** A workbook of more rows than these is nothing that a clerk mends by hand; the CSV holds all. */
const mostRows = 20_000;

/** The workbook; null: there is none that is sure to open, or too many rows for one. */
export async function rejectedWorkbook(rejected: RejectedFile): Promise<Uint8Array | null> {
  if (rejected.marks.length === 0) return null;
  const isBook = contentOf(rejected.bytes.subarray(0, contentBytes)) === 'zip';
  return isBook ? marked(rejected) : made(rejected);
}

/** Files in place of bytes. */
export interface RejectedPaths extends Omit<RejectedFile, 'bytes' | 'csv'> {
  /** The kept copy of the file. */
  readonly source: string;
  readonly csv: string;
}

/** Writes the workbook to `target`, or says why there is none. */
export async function writeRejectedWorkbook(
  rejected: RejectedPaths,
  target: string,
  io: Io,
): Promise<readonly Finding[]> {
  const { file, source, csv, marks } = rejected;
  if (marks.length === 0) return [];
  // Of a text file the CSV is enough; it may be far larger than any workbook.
  const bytes = rejected.sheet === null ? new Uint8Array(0) : await io.read(source);
  const book = await rejectedWorkbook({
    ...{ ...rejected, bytes, lang: io.lang },
    csv: await io.source(csv),
  });
  if (book === null) {
    return [finding('returns/rejected-unmarked', { kind: 'file', file }, { csv: 'rejected.csv' })];
  }
  await io.write(target, book);
  return [];
}

async function marked({
  file,
  bytes,
  sheet,
  headerRow,
  mapping,
  marks,
}: RejectedFile): Promise<Uint8Array | null> {
  const heads: TableHead[] = [];
  const options = { sheet, headerRow };
  await streamTable(bytesSource(bytes), file, options, {
    head: (head) => heads.push(head) < 0,
    row: () => false,
    pause: () => null,
  });
  const [head] = heads;
  if (head?.positions === undefined || sheet === null) return null;
  const { annotateWorkbook } = await import('../formats/xlsx-annotate.ts');
  return annotateWorkbook(bytes, sheet, cellMarks(head, head.positions, mapping, marks));
}

/** What concerns a whole row stands at its serial, or else at the first of its cells. */
function cellMarks(
  { columns }: TableHead,
  positions: readonly number[],
  mapping: BatchRecord['mapping'],
  marks: readonly RejectedMark[],
): readonly CellMark[] {
  const folded = columns.map(foldName);
  const place = (heading: string): number | null => {
    const at = folded.indexOf(foldName(heading));
    return at < 0 ? null : (positions[at] ?? null);
  };
  const serial = mapping.find(({ as }) => as === 'serial')?.heading;
  const forRows = (serial === undefined ? null : place(serial)) ?? positions[0] ?? 0;
  return marks.map(({ row, column, text }) => {
    return { row, column: (column === null ? null : place(column)) ?? forRows, text };
  });
}

/** The rejected rows of a text file: all cells as text, so that Excel changes no code and no date. */
async function made({ csv, marks, lang = 'en' }: RejectedFile): Promise<Uint8Array | null> {
  const heads: TableHead[] = [];
  const rows: TableRow[] = [];
  const options = { headerRow: 1, delimiter: ',', encoding: 'utf-8', caps: storeCaps };
  const read = await streamTable(csv, 'rejected.csv', options, {
    head: (head) => heads.push(head) > 0,
    row: (row) => rows.push(row) <= mostRows,
    pause: () => null,
  });
  const [head] = heads;
  if (!read.ok || head === undefined || rows.length > mostRows) return null;
  const { renderTextWorkbook } = await import('../formats/xlsx-text.ts');
  const { annotateWorkbook } = await import('../formats/xlsx-annotate.ts');
  const name = 'rejected';
  // A cell of text needs no guard against being taken for a formula.
  const lead = lang === 'vi' ? rejectedLeadVi : rejectedLead;
  const headings = [...lead, ...head.columns.slice(lead.length)];
  const texts = [headings, ...rows.map(({ cells }) => cells)].map((cells) =>
    cells.map(withoutGuard),
  );
  const book = renderTextWorkbook(name, texts);
  const placed = new Map(rows.map(({ cells }, at) => [originRow(cells[0] ?? ''), at + 2]));
  const columns = head.columns.map(foldName);
  const there = marks.flatMap(({ row, column, text }): readonly CellMark[] => {
    const at = placed.get(row);
    const found = column === null ? -1 : columns.indexOf(foldName(column), rejectedLead.length);
    return at === undefined ? [] : [{ row: at, column: Math.max(0, found), text }];
  });
  return annotateWorkbook(book, name, there);
}
