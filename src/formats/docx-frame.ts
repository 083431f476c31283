/** What stands around the body of an official Word document: head above, recipients and signature below. */
import {
  AlignmentType,
  BorderStyle,
  Header,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentHead } from '../page/document.ts';
import type { HeadLine, Signer } from '../page.ts';
import { bodySize, half, roomOf } from './docx-style.ts';
import { line } from './docx-text.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none } as const;

/** Left and right column of head and foot, of the whole width. */
const leftShare = 0.42;

function twoColumns(rows: readonly (readonly [Paragraph[], Paragraph[]])[], isWhole = true): Table {
  const room = roomOf('portrait');
  const widths = [Math.floor(room * leftShare), room - Math.floor(room * leftShare)];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: room, type: WidthType.DXA },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: isWhole,
          children: cells.map(
            (children, at) =>
              new TableCell({
                children,
                borders: noBorders,
                margins: { left: 0, right: 0 },
                verticalAlign: VerticalAlignTable.TOP,
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });
}

/** Agency and state; under them number and date. */
export function headTable({ agency, state, number, date }: DocumentHead): Table {
  const room = roomOf('portrait');
  const left = Math.floor(room * leftShare);
  return twoColumns([
    [headLines(agency, left, 0.4), headLines(state, room - left, 1)],
    [
      [line(number, 'OfficialHead', { size: half(13) }, { spacing: { before: 120 } })],
      [
        line(
          date,
          'OfficialHead',
          { size: half(bodySize), italics: true },
          { spacing: { before: 120 } },
        ),
      ],
    ],
  ]);
}

/** `share`: how much of the line above it a rule measures: under an agency a part, under the motto all of it. */
function headLines(lines: readonly HeadLine[], column: number, share: number): Paragraph[] {
  return lines.map(({ text, style }, at) => {
    if (style !== 'rule') {
      const size = half(share === 1 && at === lines.length - 2 ? bodySize : 13);
      const look = { size, bold: style === 'bold', italics: style === 'italic' };
      return line(text, 'OfficialHead', look);
    }
    const above = lines[at - 1]?.text ?? '';
    return rule(Math.min(column * 0.9, textWidth(above) * share), column);
  });
}

/** Under the abstract: two fifths of its line, within the third to a half that the decree asks for. */
export function ruleUnder(abstract: string): Paragraph {
  const room = roomOf('portrait');
  const [first = ''] = abstract.split('\n');
  return rule(Math.min(room, textWidth(first)) * 0.4, room);
}

/** A line of a paragraph's border, as wide as asked, in the middle of the column. */
function rule(width: number, column: number): Paragraph {
  const indent = Math.max(0, Math.floor((column - width) / 2));
  return new Paragraph({
    style: 'OfficialHead',
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: { before: 20, line: 80, lineRule: 'exact' },
    children: [],
  });
}

/** Twips that bold type of about 14 points takes, near enough for a rule: capitals are wider. */
function textWidth(text: string): number {
  let ems = 0;
  for (const character of text.normalize('NFD')) {
    if (/\p{M}/u.test(character)) continue;
    ems += /\p{Lu}/u.test(character) ? 0.7 : /[\s\-.,]/u.test(character) ? 0.29 : 0.5;
  }
  return ems * bodySize * 20;
}

/** Room for a signature and a stamp. */
const signatureRoom = 5;

/** More recipients than this may go on on the next sheet, as they must where one does not hold them. */
const mostWhole = 40;

export function footTable(recipients: readonly string[], signer: Signer): Table {
  const left = [
    line('Nơi nhận:', 'OfficialRecipients', { size: half(12), bold: true, italics: true }),
    ...recipients.map((text) => line(text, 'OfficialRecipients')),
  ];
  const bold = { size: half(bodySize), bold: true };
  const note = signer.note === null ? [] : [line(signer.note, 'OfficialHead', { italics: true })];
  const right = [
    ...signer.titles.map((text) => line(text, 'OfficialHead', bold)),
    ...note,
    ...Array.from({ length: signatureRoom }, () => line('', 'OfficialHead', bold)),
    line(signer.name ?? '', 'OfficialHead', bold),
  ];
  return twoColumns([[left, right]], recipients.length <= mostWhole);
}

/** The mark of a rehearsal on every sheet; the page number from the second on. */
export function headers(mark: string | null) {
  const marks = (): Paragraph[] =>
    mark === null ? [] : [line(mark, 'OfficialHead', { bold: true }, {})];
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: half(bodySize) })],
  });
  const empty = new Paragraph({ children: [] });
  return {
    first: new Header({ children: mark === null ? [empty] : marks() }),
    default: new Header({ children: [...marks(), number] }),
  };
}
