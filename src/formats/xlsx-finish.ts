/** What exceljs's streaming writer cannot write is added to its sheets before they are compressed. */
import type { Page } from '../page.ts';
import { barsXml, columnLetters } from './xlsx-bars.ts';
import type { Layout } from './xlsx-head.ts';
import { type Part, renderZip, storedParts } from './zip-write.ts';

export interface FinishedSheet {
  readonly page: Page;
  readonly layout: Layout;
}

const contentTypes = '[Content_Types].xml';

/**
 * The compressed workbook from exceljs's uncompressed one: bars, table centred on the paper, no green
 * corners on codes such as 01; parts in a fixed order, of a fixed date, the list of parts first.
 */
export function finishWorkbook(
  book: Uint8Array,
  sheets: readonly FinishedSheet[],
  when: Date,
): Uint8Array {
  const byPath = new Map(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet]));
  const parts = storedParts(book).map((part) => {
    const sheet = byPath.get(part.name);
    return sheet === undefined ? part : { ...part, content: finishSheet(part.content, sheet) };
  });
  return renderZip(parts.toSorted(inFixedOrder), when);
}

function inFixedOrder(left: Part, right: Part): number {
  if (left.name === contentTypes || right.name === contentTypes)
    return left.name === contentTypes ? -1 : 1;
  return left.name < right.name ? -1 : 1;
}

/** Only what follows the cells is read as text: they are most of the sheet and stay as they are. */
function finishSheet(xml: Uint8Array, { page, layout }: FinishedSheet): Uint8Array {
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  const cells = bytes.lastIndexOf('</sheetData>');
  const bars = barsXml(page, layout.firstRow);
  const tail = bytes
    .toString('utf8', cells)
    .replace('<pageMargins ', `${bars.rules}<printOptions horizontalCentered="1"/><pageMargins `)
    .replace('</worksheet>', `${ignoredErrors(page, layout)}${bars.extension}</worksheet>`);
  return Buffer.concat([bytes.subarray(0, cells), Buffer.from(tail)]);
}

function ignoredErrors(page: Page, { firstRow }: Layout): string {
  if (page.rows.length === 0) return '';
  const ref = `A${firstRow}:${columnLetters(page.columns.length)}${firstRow + page.rows.length - 1}`;
  return `<ignoredErrors><ignoredError sqref="${ref}" numberStoredAsText="1"/></ignoredErrors>`;
}
