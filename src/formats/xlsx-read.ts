/** Bytes of a workbook -> `Table`: which sheet, then its rows. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import type { Table } from '../table.ts';
import type { Caps } from './caps.ts';
import { foldName } from './cell-text.ts';
import { type ZipContent, zipContentOf } from './content.ts';
import { addRow, finishTable, newDraft } from './draft.ts';
import type { CellContext } from './xlsx/cells.ts';
import { readSheet } from './xlsx/sheet.ts';
import { readSharedStrings } from './xlsx/strings.ts';
import { readStyles } from './xlsx/styles.ts';
import { readWorkbook, type SheetPart, type Workbook } from './xlsx/workbook.ts';
import type { XmlEnd } from './xlsx/xml.ts';
import { openZip, type Zip } from './xlsx/zip.ts';

export interface XlsxOptions {
  /** Name of the sheet; null: the only visible one that holds something. */
  readonly sheet: string | null;
  /** Row of the headings; null: find it. */
  readonly headerRow: number | null;
  readonly caps: Caps;
}

/** What every step below needs. */
interface Book {
  readonly file: string;
  readonly zip: Zip;
  readonly workbook: Workbook;
  readonly context: CellContext;
}

/**
 * Reads one sheet of a workbook (.xlsx, .xlsm, .xltx) by content, or says what the zip is instead.
 * Hidden sheets are never read; hidden rows are, and are counted in a note.
 */
export async function parseXlsx(
  bytes: Uint8Array,
  file: string,
  options: XlsxOptions,
): Promise<Checked<Table>> {
  const book = await openBook(bytes, file, options.caps);
  if (!book.ok) return book;
  const chosen = await chooseSheet(book.value, options.sheet);
  if (!chosen.ok) return chosen;
  const table = await readRows(book.value, chosen.value, options);
  return { ...table, findings: [...table.findings, ...chosen.findings] };
}

function refuse(found: Finding): { readonly ok: false; readonly findings: readonly Finding[] } {
  return { ok: false, findings: [found] };
}

async function openBook(bytes: Uint8Array, file: string, caps: Caps): Promise<Checked<Book>> {
  const at = { kind: 'file', file } as const;
  const opened = await openZip(bytes, caps);
  if (opened.kind === 'truncated') return refuse(finding('file/truncated', at, {}));
  if (opened.kind === 'too-many-entries') {
    return refuse(finding('file/too-large', at, { what: 'entries', limit: caps.entries }));
  }
  const { zip } = opened;
  const content = zipContentOf(zip.names, await readMimetype(zip));
  if (content !== 'xlsx') return refuse(otherZip(content, at));
  const read = await readWorkbook(zip);
  if (read.kind === 'broken') return refuse(partTrouble(read.end, read.part, file, caps));
  const { workbook } = read;
  const strings = workbook.strings && (await readSharedStrings(zip, workbook.strings, caps.cell));
  const styles = workbook.styles && (await readStyles(zip, workbook.styles));
  // Some writers announce a table of strings and leave it out: cells that point into it are found out.
  if (strings && strings.end !== 'done' && strings.end !== 'absent') {
    return refuse(partTrouble(strings.end, workbook.strings ?? '', file, caps));
  }
  if (styles && styles.end !== 'done') {
    return refuse(partTrouble(styles.end, workbook.styles ?? '', file, caps));
  }
  const context: CellContext = {
    strings: strings ? strings.strings : [],
    styles: styles ? styles.styles : [],
    date1904: workbook.date1904,
    longest: caps.cell,
  };
  return { ok: true, value: { file, zip, workbook, context }, findings: [] };
}

async function readMimetype(zip: Zip): Promise<string | null> {
  const chunks: string[] = [];
  const end = await zip.read('mimetype', (chunk) => {
    chunks.push(Buffer.from(chunk).toString('latin1', 0, 200));
    return false;
  });
  return end === 'absent' ? null : chunks.join('');
}

function otherZip(content: Exclude<ZipContent, 'xlsx'>, at: Where): Finding {
  if (content === 'xlsb') return finding('file/xlsb', at, {});
  if (content === 'ods') return finding('file/ods', at, {});
  return finding('file/not-a-table', at, { what: content });
}

function partTrouble(end: XmlEnd, part: string, file: string, caps: Caps): Finding {
  const at = { kind: 'file', file } as const;
  if (end === 'doctype') return finding('file/doctype', at, { part });
  if (end !== 'too-large') return finding('file/damaged', at, { part });
  return finding('file/too-large', at, { what: 'unzipped', limit: caps.bytes });
}

/** The named sheet, or the only visible one with something in it; with a note on hidden sheets. */
async function chooseSheet(book: Book, wanted: string | null): Promise<Checked<SheetPart>> {
  const { file, workbook } = book;
  const at = { kind: 'file', file } as const;
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
  const notes = hidden.length === 0 ? [] : [finding('file/hidden-sheet', at, { sheets: hidden })];
  if (wanted !== null) {
    const found = findSheet(visible, wanted);
    return found === null
      ? refuse(missingSheet(workbook.sheets, wanted, at))
      : { ok: true, value: found, findings: notes };
  }
  const filled: SheetPart[] = [];
  for (const sheet of visible) if (await holdsSomething(book, sheet)) filled.push(sheet);
  const [first, second] = filled;
  if (first === undefined)
    return { ok: false, findings: [finding('file/empty', at, {}), ...notes] };
  if (second === undefined) return { ok: true, value: first, findings: notes };
  const sheets = filled.map((sheet) => sheet.name);
  return refuse(finding('file/several-sheets', at, { sheets }));
}

/** A damaged sheet counts as holding something: whoever reads it says what is wrong. */
async function holdsSomething(book: Book, sheet: SheetPart): Promise<boolean> {
  const end = await readSheet(book.zip, sheet.part, book.context, () => false);
  return end !== 'done';
}

function findSheet(sheets: readonly SheetPart[], wanted: string): SheetPart | null {
  const exact = sheets.find((sheet) => sheet.name === wanted.normalize('NFC'));
  return exact ?? sheets.find((sheet) => foldName(sheet.name) === foldName(wanted)) ?? null;
}

function missingSheet(sheets: readonly SheetPart[], wanted: string, at: Where): Finding {
  const hidden = findSheet(sheets, wanted);
  if (hidden !== null) return finding('file/sheet-hidden', at, { sheet: hidden.name });
  const names = sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name);
  const close = nearest(wanted, names);
  const near = close.length > 0 ? close : names.slice(0, 3);
  return finding('file/sheet-not-found', at, { sheet: wanted, near });
}

async function readRows(
  book: Book,
  sheet: SheetPart,
  options: XlsxOptions,
): Promise<Checked<Table>> {
  const { file } = book;
  const { headerRow, caps } = options;
  const draft = newDraft({ file, sheet: sheet.name, ragged: false, headerRow, caps });
  let hiddenRows = 0;
  const end = await readSheet(book.zip, sheet.part, book.context, (row) => {
    if (row.hidden) hiddenRows += 1;
    return addRow(draft, row);
  });
  if (end !== 'done' && end !== 'stopped') return refuse(partTrouble(end, sheet.part, file, caps));
  const table = finishTable(draft);
  if (hiddenRows === 0) return table;
  const at = { kind: 'cell', file, sheet: sheet.name, row: null, column: null } as const;
  const note = finding('file/hidden-rows', at, { count: hiddenRows });
  return { ...table, findings: [...table.findings, note] };
}
