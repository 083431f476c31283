/** Bytes of a workbook -> the rows of one of its sheets. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import type { TableSink } from '../table.ts';
import type { ByteSource } from './byte-source.ts';
import type { Caps } from './caps.ts';
import { foldName } from './cell-text.ts';
import { addRow, type Draft, type DraftEnd, finishDraft, newDraft } from './draft.ts';
import { type Book, openBook, partTrouble, refuse } from './xlsx/book.ts';
import { readFrame, type SheetFrame } from './xlsx/frame.ts';
import { readSheet } from './xlsx/sheet.ts';
import { lastRow } from './xlsx/sheet-rows.ts';
import type { SheetPart } from './xlsx/workbook.ts';

export interface XlsxOptions {
  /** Name of the sheet; null: the only visible one that holds something. */
  readonly sheet: string | null;
  /** Row of the headings; null: find it. */
  readonly headerRow: number | null;
  readonly caps: Caps;
}

/**
 * Reads one sheet of a workbook (.xlsx, .xlsm, .xltx) by content, or says what the zip is instead.
 * Hidden sheets are never read; hidden rows and columns are, and are told in notes.
 */
export async function streamXlsx(
  source: ByteSource,
  file: string,
  options: XlsxOptions,
  sink: TableSink,
): Promise<Checked<DraftEnd>> {
  const book = await openBook(source, file, options.caps);
  if (!book.ok) return book;
  const chosen = await chooseSheet(book.value, options.sheet);
  if (!chosen.ok) return chosen;
  const table = await readRows(book.value, chosen.value, options, sink, source.size);
  return { ...table, findings: [...table.findings, ...chosen.findings] };
}

/** Names of the visible sheets that hold something, in tab order. */
export async function filledSheets(
  source: ByteSource,
  file: string,
  caps: Caps,
): Promise<Checked<readonly string[]>> {
  const book = await openBook(source, file, caps);
  if (!book.ok) return book;
  const filled = await filledOf(book.value);
  const findings = hiddenNotes(book.value);
  if (filled.length > 0) return { ok: true, value: filled.map(({ name }) => name), findings };
  return { ok: false, findings: [finding('file/empty', { kind: 'file', file }, {}), ...findings] };
}

async function filledOf(book: Book): Promise<readonly SheetPart[]> {
  const filled: SheetPart[] = [];
  for (const sheet of book.workbook.sheets) {
    if (!sheet.hidden && (await holdsSomething(book, sheet))) filled.push(sheet);
  }
  return filled;
}

function hiddenNotes({ file, workbook }: Book): readonly Finding[] {
  const sheets = workbook.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
  return sheets.length === 0
    ? []
    : [finding('file/hidden-sheet', { kind: 'file', file }, { sheets })];
}

/** The named sheet, or the only visible one with something in it; with a note on hidden sheets. */
async function chooseSheet(book: Book, wanted: string | null): Promise<Checked<SheetPart>> {
  const { file, workbook } = book;
  const at = { kind: 'file', file } as const;
  const notes = hiddenNotes(book);
  if (wanted !== null) {
    const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
    const found = findSheet(visible, wanted);
    return found === null
      ? refuse(missingSheet(workbook.sheets, wanted, at))
      : { ok: true, value: found, findings: notes };
  }
  const filled = await filledOf(book);
  const [first, second] = filled;
  if (first === undefined)
    return { ok: false, findings: [finding('file/empty', at, {}), ...notes] };
  if (second === undefined) return { ok: true, value: first, findings: notes };
  const sheets = filled.map((sheet) => sheet.name);
  return refuse(finding('file/several-sheets', at, { sheets }));
}

const unframed = { merges: [], plain: false };

/** A damaged sheet counts as holding something: whoever reads it says what is wrong. */
async function holdsSomething(book: Book, sheet: SheetPart): Promise<boolean> {
  const { end } = await readSheet(book.zip, sheet.part, book.context, unframed, () => false);
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
  { headerRow, caps }: XlsxOptions,
  sink: TableSink,
  size: number,
): Promise<Checked<DraftEnd>> {
  const { file, zip, context } = book;
  const draft = newDraft(
    { file, sheet: sheet.name, ragged: false, comma: () => false, headerRow, caps },
    sink,
  );
  const frame = await readFrame(zip, sheet.part);
  let hiddenRows = 0;
  const { end, row } = await readSheet(
    zip,
    sheet.part,
    context,
    frame,
    (row) => {
      if (row.hidden) hiddenRows += 1;
      return addRow(draft, row);
    },
    (share) => sink.pause(Math.floor(share * size)),
  );
  if (end === 'too-many-rows') {
    const at = { kind: 'cell', file, sheet: sheet.name, row: null, column: null } as const;
    return refuse(finding('file/too-large', at, { what: 'rows', limit: lastRow }));
  }
  if (end !== 'done' && end !== 'stopped') {
    const at = {
      kind: 'cell',
      file,
      sheet: sheet.name,
      row: row > 0 ? row : null,
      column: null,
    } as const;
    return refuse(partTrouble(end, sheet.part, at, caps));
  }
  const table = finishDraft(draft);
  return { ...table, findings: [...table.findings, ...viewNotes(draft, frame, hiddenRows)] };
}

/** What does not show in Excel and was read all the same. */
function viewNotes(draft: Draft, frame: SheetFrame, hiddenRows: number): readonly Finding[] {
  const { file, sheet } = draft.source;
  const at = { kind: 'cell', file, sheet, row: null, column: null } as const;
  const notes: Finding[] = [];
  if (hiddenRows > 0) {
    const code = frame.filtered ? 'file/filtered-rows' : 'file/hidden-rows';
    notes.push(finding(code, at, { count: hiddenRows }));
  }
  const { columns = [], positions = [] } = draft.header ?? {};
  const hidden = columns.filter((_, index) => frame.isHidden(positions[index] ?? -1));
  if (hidden.length > 0) notes.push(finding('file/hidden-columns', at, { columns: hidden }));
  return notes;
}
