/** What somebody has written into an adjudication workbook already, put into the one that takes its place. */
import { nameKey } from '../names.ts';
import type { Page, PageRow } from '../page.ts';

/** One line of the old workbook as its reader gives it. */
export interface FilledLine {
  readonly sheet: string;
  readonly unit: string;
  readonly questions: readonly string[];
  readonly next: string;
  readonly why: string;
  readonly by: string;
  /** Something stands in a column that the new workbook has not. */
  readonly hasMore: boolean;
}

export interface Refilled {
  readonly page: Page;
  /** Lines that stand in the new page as they stood in the old one. */
  readonly kept: number;
  /** Lines with something written that the new page has no room for. */
  readonly left: number;
}

/** A line is the same while its sheet, unit and question are: what the two entries said may be listed anew. */
export function refilled(page: Page, lines: readonly FilledLine[]): Refilled {
  const at = (key: string): number => page.columns.findIndex((column) => column.key === key);
  const places = { serial: at('serial'), unit: at('unit'), question: at('question') };
  const fill = { next: at('new'), why: at('why'), by: at('by') };
  const text = ({ cells }: PageRow, column: number): string => String(cells[column] ?? '');
  const open = new Map(
    page.rows.map((row, index) => {
      const { serial, unit, question } = places;
      return [keyOf(text(row, serial), text(row, unit), text(row, question)), index] as const;
    }),
  );
  const written = new Map<number, FilledLine>();
  let left = 0;
  for (const line of lines) {
    if (line.next === '' && line.why === '' && !line.hasMore) continue;
    const found = line.questions
      .map((question) => open.get(keyOf(line.sheet, line.unit, question)))
      .find((index) => index !== undefined);
    const isTaken = found !== undefined && written.has(found);
    if (found !== undefined && !isTaken) written.set(found, line);
    if (found === undefined || isTaken || line.hasMore) left++;
  }
  const rows = page.rows.map((row, index): PageRow => {
    const line = written.get(index);
    if (line === undefined) return row;
    const texts = new Map([
      [fill.next, line.next],
      [fill.why, line.why],
      [fill.by, line.by],
    ]);
    const cells = row.cells.map((cell, column) => texts.get(column) || cell);
    return { ...row, cells };
  });
  const kept = [...written.values()].filter(({ next, why }) => next !== '' || why !== '').length;
  return { page: { ...page, rows }, kept, left };
}

function keyOf(sheet: string, unit: string, question: string): string {
  return JSON.stringify([sheet, unit, question].map(nameKey));
}
