/**
 * Bars inside cells, in proportion to the value. Written here and not by exceljs 4.4, whose data bars
 * carry an empty `x14:id` that makes Excel offer to repair the file (exceljs issue 3015).
 */
import type { Page } from '../page.ts';

/** The elements that a worksheet with bars needs, each for its place in the sheet; empty for none. */
export interface BarsXml {
  /** Before `pageMargins`. */
  readonly rules: string;
  /** Last in the sheet. */
  readonly extension: string;
}

interface Bar {
  readonly id: string;
  readonly priority: number;
  /** Ranges, separated by spaces. */
  readonly ref: string;
  readonly most: number;
}

const colour = 'FFBDD7EE';
const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const xm = 'http://schemas.microsoft.com/office/excel/2006/main';

/**
 * Data bars for every `bar` column from 0 to its largest value, over the plain rows only: a total
 * would dwarf them. `firstRow` is the number of the first table row.
 */
export function barsXml(page: Page, firstRow: number): BarsXml {
  const bars = barsOf(page, firstRow);
  if (bars.length === 0) return { rules: '', extension: '' };
  return {
    rules: bars.map(ruleXml).join(''),
    extension:
      `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${x14}">` +
      `<x14:conditionalFormattings>${bars.map(extensionXml).join('')}</x14:conditionalFormattings>` +
      '</ext></extLst>',
  };
}

function barsOf(page: Page, firstRow: number): readonly Bar[] {
  return page.columns.flatMap((column, at) => {
    const most = column.bar ? largest(page, at) : 0;
    if (most <= 0) return [];
    const letter = columnLetters(at + 1);
    const ref = runsOf(page)
      .map(([from, to]) => `${letter}${firstRow + from}:${letter}${firstRow + to}`)
      .join(' ');
    const id = `{5A5B5C5D-0000-4000-8000-${String(at + 1).padStart(12, '0')}}`;
    return [{ id, priority: at + 1, ref, most }];
  });
}

/** What Excel 2007 reads, with the id under which later ones find the exact form. */
function ruleXml({ id, priority, ref, most }: Bar): string {
  return (
    `<conditionalFormatting sqref="${ref}"><cfRule type="dataBar" priority="${priority}">` +
    `<dataBar><cfvo type="num" val="0"/><cfvo type="num" val="${most}"/><color rgb="${colour}"/></dataBar>` +
    `<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${x14}">` +
    `<x14:id>${id}</x14:id></ext></extLst></cfRule></conditionalFormatting>`
  );
}

/** From nothing to nine tenths of the cell, where the older form would start at a tenth for a zero. */
function extensionXml({ id, ref, most }: Bar): string {
  return (
    `<x14:conditionalFormatting xmlns:xm="${xm}"><x14:cfRule type="dataBar" id="${id}">` +
    '<x14:dataBar minLength="0" maxLength="90" gradient="0">' +
    '<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo>' +
    `<x14:cfvo type="num"><xm:f>${most}</xm:f></x14:cfvo>` +
    '<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/>' +
    `</x14:dataBar></x14:cfRule><xm:sqref>${ref}</xm:sqref></x14:conditionalFormatting>`
  );
}

function largest(page: Page, at: number): number {
  let most = 0;
  for (const row of page.rows) {
    const value = row.style === 'row' ? Number(row.cells[at] ?? 0) : 0;
    if (value > most) most = value;
  }
  return most;
}

/** First and last index of each run of plain rows. */
function runsOf(page: Page): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  page.rows.forEach((row, at) => {
    if (row.style !== 'row') return;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  });
  return runs;
}

/** 1 → A, 27 → AA. */
export function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
