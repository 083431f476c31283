/** Paragraphs and tables of an official Word document. */
import {
  AlignmentType,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { half, tableSize } from './docx-style.ts';
import type { PrintedBlock, PrintedTable } from './printed.ts';

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'size'>;

/** Line feeds in a text become line breaks. */
export function runs(text: string, look: Look = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 ? { break: 1 } : {}) }));
}

export function line(text: string, style: string, look: Look = {}, more: IParagraphOptions = {}) {
  return new Paragraph({ ...more, style, children: runs(text, look) });
}

/** `room`: the width between the margins, in twips. */
export function blockOf(block: PrintedBlock, room: number): Paragraph | Table {
  switch (block.kind) {
    case 'basis':
      return line(block.text, 'OfficialBasis');
    case 'paragraph':
      // What leads to a list or a table stays with it.
      return line(block.text, 'OfficialText', {}, { keepNext: block.text.endsWith(':') });
    case 'section':
      return outline(block.text, HeadingLevel.HEADING_1, 0);
    case 'clause':
      return outline(block.text, HeadingLevel.HEADING_2, 1);
    case 'item':
      return new Paragraph({
        style: 'ListParagraph',
        numbering: { reference: 'dash', level: 0 },
        children: runs(block.text),
      });
    case 'table':
      return tableOf(block, room);
  }
}

function outline(
  text: string,
  heading: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  level: number,
): Paragraph {
  return new Paragraph({
    heading,
    keepNext: true,
    numbering: { reference: 'outline', level },
    children: runs(text),
  });
}

/** A row with more text than this may break over a page; others stay whole. */
const longestWhole = 1500;

function tableOf({ columns, rows }: PrintedTable, room: number): Table {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => Math.floor((room * width) / sum));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, at) =>
      cellOf(heading, widths[at] ?? 0, AlignmentType.CENTER, { bold: true }, 'ECECEC'),
    ),
  });
  const body = rows.map(({ style, cells }) => {
    const look = style === 'row' ? {} : { bold: true };
    return new TableRow({
      cantSplit: cells.join('').length <= longestWhole,
      children: cells.map((cell, at) =>
        cellOf(cell, widths[at] ?? 0, columns[at]?.align ?? 'left', look, null),
      ),
    });
  });
  return new Table({
    rows: [head, ...body],
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
  });
}

function cellOf(
  text: string,
  width: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  look: Look,
  fill: string | null,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [line(text, 'OfficialCell', { size: half(tableSize), ...look }, { alignment })],
  });
}
