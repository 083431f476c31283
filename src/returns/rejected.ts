/**
 * Rejected rows as a clerk gets them back, one by one: place, reasons and remedies, then the cells as they were.
 * Mended, the file can be imported as it is: its own first columns are passed over.
 */
import type { Finding } from '../findings/finding.ts';
import { entryOf, messageOf } from '../findings/render.ts';
import { peopleHead, peopleLine } from '../formats/csv-write.ts';
import { withoutGuard } from '../formats/spreadsheet-text.ts';
import type { TableHead, TableRow } from '../table.ts';
import { controlShown } from './control.ts';

/** Headings of our own, before those of the file. */
export const rejectedLead = ['row', 'code', 'column', 'message', 'fix'] as const;

/** A cell to colour in a copy of the clerk's workbook. */
export interface RejectedMark {
  readonly row: number;
  /** Heading in the file; null: the row as a whole. */
  readonly column: string | null;
  /** Reasons and remedies for a comment; null where there are too many to write one for each. */
  readonly text: string | null;
}

export interface RejectedWriter {
  /** BOM and headings. */
  readonly header: () => string;
  /** One rejected row with its line end. */
  readonly line: (row: TableRow, reasons: readonly Finding[]) => string;
  /** Cells of the rows written so far; of a file with very many only the first. */
  readonly marks: readonly RejectedMark[];
}

/** Excel slows down with more comments than these, and memory is not to grow with the file. */
const mostComments = 5_000;
const mostMarks = 100_000;

export function rejectedWriter(head: TableHead): RejectedWriter {
  const kept = keptColumns(head);
  const marks: RejectedMark[] = [];
  const ours = ownHeadings(head);
  // The user's own workbook is marked under its headings; of a CSV the rows kept here are, under ours.
  const marked = head.sheet === null ? ours : asFound;
  const line = (row: TableRow, reasons: readonly Finding[]): string => {
    if (marks.length < mostMarks) marks.push(...marksOf(row.row, reasons, marks.length, marked));
    const cells = kept.map(({ at }) => controlShown(row.cells[at] ?? ''));
    return peopleLine([...leadCells(row.row, reasons, ours), ...cells]);
  };
  const header = () =>
    peopleHead([...rejectedLead, ...kept.map(({ heading }) => controlShown(heading))]);
  return { header, line, marks };
}

/** Rows of our own CSV, mended and imported, without what guards their cells in Excel; of any other file as they are. */
export function mendedRow({ sheet, columns }: TableHead): (row: TableRow) => TableRow {
  const isOurs = sheet === null && rejectedLead.every((heading, at) => columns[at] === heading);
  if (!isOurs) return (row) => row;
  return (row) => {
    const isGuarded = row.cells.some((text) => text.startsWith("'"));
    return isGuarded ? { ...row, cells: row.cells.map(withoutGuard) } : row;
  };
}

/** The columns of the file that are not our own from an earlier round of mending. */
function keptColumns({
  columns,
}: TableHead): readonly { readonly heading: string; readonly at: number }[] {
  const own: readonly string[] = rejectedLead;
  return columns.flatMap((heading, at) => (own.includes(heading) ? [] : { heading, at }));
}

type Heading = (column: string | null) => string | null;

const asFound: Heading = (column) => column;

/** Findings point at the headings of an export; the rows kept here stand under the ones they were given. */
function ownHeadings({ written }: TableHead): Heading {
  const own = new Map([...(written ?? [])].map(([ours, theirs]) => [theirs, ours]));
  return (column) => (column === null ? null : (own.get(column) ?? column));
}

function leadCells(row: number, reasons: readonly Finding[], ours: Heading): readonly string[] {
  return [
    String(row),
    unique(reasons.map(({ code }) => code)).join('; '),
    unique(reasons.flatMap((reason) => ours(columnOf(reason)) ?? [])).join('; '),
    messages(reasons).join(' '),
    fixes(reasons).join(' '),
  ];
}

function marksOf(
  row: number,
  reasons: readonly Finding[],
  before: number,
  marked: Heading,
): readonly RejectedMark[] {
  const columns = [...new Set(reasons.map(columnOf))];
  return columns.map((found, at): RejectedMark => {
    const column = marked(found);
    if (before + at >= mostComments) return { row, column, text: null };
    const mine = reasons.filter((reason) => columnOf(reason) === found);
    const text = [...messages(mine), `Cách sửa: ${fixes(mine).join(' ')}`].join('\n');
    return { row, column, text };
  });
}

function messages(reasons: readonly Finding[]): readonly string[] {
  return unique(reasons.map((reason) => messageOf(reason, 'vi')));
}

function fixes(reasons: readonly Finding[]): readonly string[] {
  return unique(reasons.map(({ code }) => entryOf(code).fix.vi));
}

function columnOf({ at }: Finding): string | null {
  return at.kind === 'cell' ? at.column : null;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
