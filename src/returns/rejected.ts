/**
 * Rejected rows as a clerk gets them back, one by one: place, reasons and remedies, then the cells as they were.
 * Mended, the file can be imported as it is: its own first columns are passed over.
 */
import type { Finding, Lang } from '../findings/finding.ts';
import { entryOf, messageOf } from '../findings/render.ts';
import { peopleHead, peopleLine } from '../formats/csv-write.ts';
import { withoutGuard } from '../formats/spreadsheet-text.ts';
import type { TableHead, TableRow } from '../table.ts';
import { controlShown } from './control.ts';
import {
  isMendedList,
  originCell,
  originReader,
  originRow,
  rejectedLead,
  rejectedLeadVi,
} from './mended-rows.ts';

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
  /** One rejected row with its line end; `batch`: the import that a row without any id is known by, else null. */
  readonly line: (row: TableRow, reasons: readonly Finding[], batch?: string | null) => string;
  /** Cells of the rows written so far; of a file with very many only the first. */
  readonly marks: readonly RejectedMark[];
}

/** Excel slows down with more comments than these, and memory is not to grow with the file. */
const mostComments = 5_000;
const mostMarks = 100_000;

/** Reasons and remedies are written in `lang`. */
export function rejectedWriter(head: TableHead, lang: Lang): RejectedWriter {
  const kept = keptColumns(head);
  const marks: RejectedMark[] = [];
  const ours = ownHeadings(head);
  // The user's own workbook is marked under its headings; of a CSV the rows kept here are, under ours.
  const marked = head.sheet === null ? ours : asFound;
  const origin = originReader(head);
  const line = (
    row: TableRow,
    reasons: readonly Finding[],
    batch: string | null = null,
  ): string => {
    const place = batch === null ? null : origin(row);
    const shown = place === null ? row.row : originRow(place);
    if (marks.length < mostMarks)
      marks.push(...marksOf(shown, reasons, marks.length, marked, lang));
    const cells = kept.map(({ at }) => controlShown(row.cells[at] ?? ''));
    const lead = leadCells(place ?? originCell(row.row, batch), reasons, ours, lang);
    return peopleLine([...lead, ...cells]);
  };
  const header = () =>
    peopleHead([...rejectedLead, ...kept.map(({ heading }) => controlShown(heading))]);
  return { header, line, marks };
}

/** Rows of our own CSV, mended and imported, without what guards their cells in Excel; of any other file as they are. */
export function mendedRow({ sheet, columns }: TableHead): (row: TableRow) => TableRow {
  const isOurs = sheet === null && isMendedList({ columns });
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
  const own: readonly string[] = [...rejectedLead, ...rejectedLeadVi];
  return columns.flatMap((heading, at) => (own.includes(heading) ? [] : { heading, at }));
}

type Heading = (column: string | null) => string | null;

const asFound: Heading = (column) => column;

/** Findings point at the headings of an export; the rows kept here stand under the ones they were given. */
export function ownHeadings({ written }: Pick<TableHead, 'written'>): Heading {
  const own = new Map([...(written ?? [])].map(([ours, theirs]) => [theirs, ours]));
  return (column) => (column === null ? null : (own.get(column) ?? column));
}

function leadCells(
  row: string,
  reasons: readonly Finding[],
  ours: Heading,
  lang: Lang,
): readonly string[] {
  return [
    row,
    unique(reasons.map(({ code }) => code)).join('; '),
    unique(reasons.flatMap((reason) => ours(columnOf(reason)) ?? [])).join('; '),
    messages(reasons, lang).join(' '),
    fixes(reasons, lang).join(' '),
  ];
}

function marksOf(
  row: number,
  reasons: readonly Finding[],
  before: number,
  marked: Heading,
  lang: Lang,
): readonly RejectedMark[] {
  const columns = [...new Set(reasons.map(columnOf))];
  return columns.map((found, at): RejectedMark => {
    const column = marked(found);
    if (before + at >= mostComments) return { row, column, text: null };
    const mine = reasons.filter((reason) => columnOf(reason) === found);
    const text = [...messages(mine, lang), `${fixWord[lang]}: ${fixes(mine, lang).join(' ')}`].join(
      '\n',
    );
    return { row, column, text };
  });
}

const fixWord: Readonly<Record<Lang, string>> = { vi: 'Cách sửa', en: 'Fix' };

function messages(reasons: readonly Finding[], lang: Lang): readonly string[] {
  return unique(reasons.map((reason) => messageOf(reason, lang)));
}

function fixes(reasons: readonly Finding[], lang: Lang): readonly string[] {
  return unique(reasons.map(({ code }) => entryOf(code).fix[lang]));
}

function columnOf({ at }: Finding): string | null {
  return at.kind === 'cell' ? at.column : null;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
