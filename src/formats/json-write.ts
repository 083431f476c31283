/** Pages and other results as JSON for programs: stable keys in a stable order, two-space indent. */
import type { Page, PageCell, PageColumn } from '../page.ts';

/**
 * A page as JSON. Cells stand under their column's key: counts are numbers; decimals are strings of
 * the rounded text (`"78.30"`), because a binary number would lose the digits that were published;
 * dates are ISO strings; missing is null.
 */
export function renderPageJson(page: Page): string {
  return renderJson(pageJson(page));
}

/** Any plain value as text, with a final line end. Keys keep the order in which they were set. */
export function renderJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A page as a plain value, for results that hold several. */
export function pageJson(page: Page): unknown {
  return {
    name: page.name,
    title: page.title,
    columns: page.columns.map(({ key, heading, over, kind, decimals }) => ({
      key,
      heading,
      over,
      kind,
      decimals: kind === 'number' ? decimals : null,
    })),
    rows: page.rows.map((row) => ({ style: row.style, cells: cellsJson(page.columns, row.cells) })),
    notes: page.notes,
  };
}

function cellsJson(columns: readonly PageColumn[], cells: readonly PageCell[]): unknown {
  // fromEntries defines own properties, so a key such as `__proto__` stays data.
  return Object.fromEntries(
    columns.map((column, at) => {
      const cell = cells[at] ?? null;
      const exact = column.kind === 'number' && cell !== null ? String(cell) : cell;
      return [column.key, exact];
    }),
  );
}
