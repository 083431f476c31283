/**
 * A copy of somebody's own workbook with cells coloured and commented. The package itself is edited: what is not
 * touched stays byte for byte, formats, widths, formulas and other sheets included. exceljs would lose text and dates.
 */
import { columnLetter } from './cell-text.ts';
import { readWorkbook } from './xlsx/workbook.ts';
import { readXml } from './xlsx/xml.ts';
import { type Box, mergedBoxes, newBoxes } from './xlsx-annotate/boxes.ts';
import {
  type CellComment,
  type CommentsPart,
  mergedComments,
  newComments,
} from './xlsx-annotate/comments.ts';
import { openPackage, type Package } from './xlsx-annotate/package.ts';
import {
  freeRelationId,
  type Relation,
  relationsIn,
  relationsPart,
  withContentTypes,
  withRelation,
} from './xlsx-annotate/relations.ts';
import { columnOf, sheetChange, withLegacyDrawing } from './xlsx-annotate/sheet.ts';
import { styleTable } from './xlsx-annotate/styles.ts';
import { attribute, tagsNamed } from './xlsx-annotate/tags.ts';
import { type PackedPart, packed, renderPackedZip } from './zip-write.ts';

export interface CellMark {
  /** As Excel counts it. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** Comment on the cell; null: it is only coloured. */
  readonly text: string | null;
}

/** The date of every part: copies of one workbook with the same marks are the same. */
const partDate = new Date(Date.UTC(1980, 0, 1));

const contentTypes = '[Content_Types].xml';

/** ISO 29500 strict, which has no place for the boxes of comments. */
const strictNamespace = 'purl.oclc.org/ooxml';

/**
 * The workbook with the cells of one sheet marked: at most one mark a cell. Null: it is not laid out in a way that can
 * be edited safely (strict form, signed, encrypted, not UTF-8), and no copy is better than a broken one.
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  sheet: string,
  marks: readonly CellMark[],
): Promise<Uint8Array | null> {
  const book = await openPackage(bytes);
  if (book === null || book.names.some((name) => /^_xmlsignatures\//i.test(name))) return null;
  const read = await readWorkbook(book.zip);
  if (read.kind === 'broken' || read.workbook.styles === null) return null;
  const part = read.workbook.sheets.find(({ name }) => name === sheet)?.part ?? null;
  const styleText = (await book.text(read.workbook.styles)) ?? '';
  const styles = styleText.includes(strictNamespace) ? null : styleTable(styleText);
  const types = await book.text(contentTypes);
  if (part === null || styles === null || types === null) return null;
  const links = await book.text(relationsPart(part));
  if (links === null && book.has(relationsPart(part))) return null;
  const tail: Tail = { relation: freeRelationId(links), drawing: null, merged: [] };
  const rewrite = sheetChange({
    marked: columnsByRow(marks),
    styleFor: styles.redOf,
    tail: (text, prefix) => withDrawing(text, prefix, tail),
  });
  const marked = await book.rewritten(part, rewrite);
  const added = marked && (await commentParts(book, { part, links, types, tail }, marks));
  if (marked === null || added === null) return null;
  const changed = new Map<string, PackedPart>([[part, marked]]);
  for (const [name, text] of [...added, [read.workbook.styles, styles.text()] as const]) {
    changed.set(name, packed({ name, content: Buffer.from(text) }));
  }
  const copy = await assembled(book, changed);
  return copy !== null && (await isSound(copy, [...changed.keys()])) ? copy : null;
}

/** What stands behind the cells of the sheet says about comments. */
interface Tail {
  /** Relation to the drawing that is added when there is none. */
  readonly relation: string;
  /** Relation to the drawing of the comments that was there. */
  drawing: string | null;
  merged: readonly Range[];
}

interface Range {
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

interface SheetParts {
  readonly part: string;
  readonly links: string | null;
  readonly types: string;
  readonly tail: Tail;
}

function columnsByRow(marks: readonly CellMark[]): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (const { row, column } of marks) {
    const columns = rows.get(row);
    if (columns === undefined) rows.set(row, [column]);
    else if (!columns.includes(column)) columns.push(column);
  }
  for (const columns of rows.values()) columns.sort((a, b) => a - b);
  return rows;
}

function withDrawing(text: string, prefix: string, tail: Tail): string {
  const [drawing] = tagsNamed(text, `${prefix}legacyDrawing`);
  const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(drawing?.tag ?? '')?.[1];
  tail.drawing = id ?? null;
  tail.merged = [...tagsNamed(text, `${prefix}mergeCell`)].flatMap(({ tag }) =>
    rangeOf(attribute(tag, 'ref') ?? ''),
  );
  return id === undefined ? withLegacyDrawing(text, prefix, tail.relation) : text;
}

function rangeOf(ref: string): readonly Range[] {
  const [, first = '', top = '', last = '', bottom = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
  if (first === '') return [];
  return [{ columns: [columnOf(first), columnOf(last)], rows: [Number(top), Number(bottom)] }];
}

/** The parts that the comments need, by name; null: those there are cannot be added to. */
async function commentParts(
  book: Package,
  { part, links, types, tail }: SheetParts,
  marks: readonly CellMark[],
): Promise<ReadonlyMap<string, string> | null> {
  const relations = links === null ? [] : relationsIn(links, part);
  const partOf = (wanted: (relation: Relation) => boolean): string | null =>
    relations.find(wanted)?.part ?? null;
  const commentsPart = partOf(({ type }) => type === 'comments');
  const drawingPart = tail.drawing && partOf(({ id }) => id === tail.drawing);
  if (tail.drawing !== null && drawingPart === null) return null;
  const comments = commentsOf(marks, tail.merged);
  const written = await commentsText(book, commentsPart, comments);
  if (written === null) return null;
  const boxes = boxesFor(written.added, comments);
  const drawn = await drawingText(book, drawingPart, boxes, written.dropped);
  if (drawn === null) return null;
  const parts = new Map<string, string>();
  const made = {
    comments: commentsPart === null ? freePart(book, 'xl/comments', 'xml') : null,
    drawing: drawingPart === null ? freePart(book, 'xl/drawings/vmlDrawing', 'vml') : null,
  };
  parts.set(commentsPart ?? made.comments ?? '', written.text);
  parts.set(drawingPart ?? made.drawing ?? '', drawn);
  let related = links;
  if (made.drawing !== null) {
    related = withRelation(related, { id: tail.relation, type: 'vmlDrawing', part: made.drawing });
  }
  if (made.comments !== null) {
    const id = freeRelationId(related);
    related = withRelation(related, { id, type: 'comments', part: made.comments });
  }
  if (related !== null && related !== links) parts.set(relationsPart(part), related);
  const typed = withContentTypes(types, made);
  if (typed !== types) parts.set(contentTypes, typed);
  return parts;
}

/** A cell inside a merged range is shown, with its comment, as the first cell of the range. */
function commentsOf(marks: readonly CellMark[], merged: readonly Range[]): readonly CellComment[] {
  const texts = new Map<string, string[]>();
  for (const { row, column, text } of marks) {
    if (text === null) continue;
    const over = merged.find(
      ({ columns, rows }) =>
        columns[0] <= column && column <= columns[1] && rows[0] <= row && row <= rows[1],
    );
    const ref = `${columnLetter(over?.columns[0] ?? column)}${over?.rows[0] ?? row}`;
    const same = texts.get(ref);
    if (same === undefined) texts.set(ref, [text]);
    else if (!same.includes(text)) same.push(text);
  }
  return [...texts].map(([ref, all]) => ({ ref, text: all.join('\n') }));
}

async function commentsText(
  book: Package,
  part: string | null,
  comments: readonly CellComment[],
): Promise<CommentsPart | null> {
  if (part === null) return newComments(comments);
  const before = await book.text(part);
  return before === null ? null : mergedComments(before, comments);
}

async function drawingText(
  book: Package,
  part: string | null,
  boxes: readonly Box[],
  dropped: readonly string[],
): Promise<string | null> {
  if (part === null) return newBoxes(boxes);
  const before = await book.text(part);
  return before === null ? null : mergedBoxes(before, boxes, dropped);
}

function boxesFor(refs: readonly string[], comments: readonly CellComment[]): readonly Box[] {
  const texts = new Map(comments.map(({ ref, text }) => [ref, text]));
  // About so many letters stand on a line of the box.
  const lines = (text: string): number =>
    text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 42), 1);
  return refs.map((ref) => ({ ref, lines: lines(texts.get(ref) ?? '') }));
}

function freePart(book: Package, stem: string, ending: string): string {
  for (let number = 1; ; number++) {
    const name = `${stem}${number}.${ending}`;
    if (!book.has(name)) return name;
  }
}

/** Larger sheets are not read once more: that takes longer than all the rest. */
const largestRead = 64 * 1024 * 1024;

/** Whether every changed part is still XML: a copy that Excel has to repair is worse than none. */
async function isSound(copy: Uint8Array, changed: readonly string[]): Promise<boolean> {
  const book = await openPackage(copy);
  if (book === null) return false;
  for (const name of changed) {
    // Office writes drawings that are no XML.
    if (name.endsWith('.vml') || book.sizeOf(name) > largestRead) continue;
    if ((await readXml(book.zip, name, {})) !== 'done') return false;
  }
  return true;
}

/** Every part in its old place, those that are new behind them. */
async function assembled(
  book: Package,
  changed: ReadonlyMap<string, PackedPart>,
): Promise<Uint8Array | null> {
  const before = await book.packed();
  if (before === null) return null;
  const byName = new Map([...changed].map(([name, part]) => [name.toLowerCase(), part]));
  const parts = before.map((part) => {
    const other = byName.get(part.name.toLowerCase());
    byName.delete(part.name.toLowerCase());
    return other === undefined ? part : { ...other, name: part.name };
  });
  return renderPackedZip([...parts, ...byName.values()], partDate);
}
