/** A plain table as a workbook whose every cell is text: Excel changes no code, no date and starts no formula. */
import { columnLetter } from './cell-text.ts';
import { workbookText } from './spreadsheet-text.ts';
import { escapedXml } from './xlsx-annotate/tags.ts';
import { renderZip } from './zip-write.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The same rows give the same bytes. */
const partDate = new Date(Date.UTC(1980, 0, 1));

const narrowest = 8;
const widest = 48;

/** One sheet; the first row is the headings: bold, and in sight while scrolling. */
export function renderTextWorkbook(
  sheet: string,
  rows: readonly (readonly string[])[],
): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapedXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
    'xl/worksheets/sheet1.xml': sheetXml(rows),
  };
  const written = Object.entries(parts).map(([name, text]) => {
    return { name, content: Buffer.from(declaration + text) };
  });
  return renderZip(written, partDate);
}

function contentTypes(): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${spreadsheet}.${type}+xml"/>`;
  return (
    `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}</Types>`
  );
}

function relationsXml(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(([type, target], at) => {
    return `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${relations}">${each.join('')}</Relationships>`;
}

/** Style 1: text; style 2: text in bold. 49 is the number format of texts. */
function stylesXml(): string {
  const font = '<sz val="11"/><name val="Times New Roman"/><family val="1"/>';
  const cell = (font: number): string =>
    `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  return (
    `<styleSheet xmlns="${main}"><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cell(0)}${cell(1)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** On paper all columns stand side by side. */
const print = {
  fit: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  page: '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
};

function sheetXml(rows: readonly (readonly string[])[]): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const cols = widths(rows).map((width, at) => {
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`;
  });
  const data = rows.map((cells, at) => rowXml(cells, at + 1)).join('');
  return `<worksheet xmlns="${main}">${print.fit}${view}<cols>${cols.join('')}</cols><sheetData>${data}</sheetData>${print.page}</worksheet>`;
}

function rowXml(cells: readonly string[], row: number): string {
  const style = row === 1 ? 2 : 1;
  const written = cells.map((text, at) => {
    const ref = `${columnLetter(at)}${row}`;
    if (text === '') return `<c r="${ref}" s="${style}"/>`;
    const inside = escapedXml(workbookText(text));
    return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${inside}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

/** In characters, by the longest of the first rows. */
function widths(rows: readonly (readonly string[])[]): readonly number[] {
  const first = rows.slice(0, 200);
  return (rows[0] ?? []).map((_, column) => {
    const longest = first.reduce((most, cells) => Math.max(most, (cells[column] ?? '').length), 0);
    return Math.min(widest, Math.max(narrowest, longest + 2));
  });
}
