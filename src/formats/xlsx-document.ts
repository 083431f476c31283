/** What makes a sheet a document: the official head above its titles, the signatures under its notes. */
import type { CellValue, Worksheet } from 'exceljs';
import type { HeadLine, PrintedPage, Signer } from '../page.ts';
import { cellText, workbookText } from './spreadsheet-text.ts';
import { type CellStyle, documentStyle, heightOf } from './xlsx-style.ts';

/** First and last column, as Excel counts them, and their width in Excel units. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Units that the name of the state takes on one line in bold 12. */
const stateWidth = 47;
/** Points left for a signature by hand. */
const signingRoom = 48;
const ruleLetters = { left: 9, right: 22 } as const;

/** Rows above the titles, with a blank one after them; 0 without a head. */
export function headRows({ print: { head } }: PrintedPage): number {
  return head === null ? 0 : Math.max(head.left.length, head.right.length) + 1;
}

export function writeOfficialHead(
  sheet: Worksheet,
  page: PrintedPage,
  widths: readonly number[],
  span: Span,
): void {
  const { head } = page.print;
  if (head === null) return;
  const [left, right] = halves(widths, span);
  for (let at = 0; at < headRows(page) - 1; at++) {
    const lines = [head.left[at] ?? null, head.right[at] ?? null] as const;
    const heights = [
      putLine(sheet, at + 1, left, lines[0], 'left'),
      putLine(sheet, at + 1, right, lines[1], 'right'),
    ];
    sheet.getRow(at + 1).height = Math.max(...heights);
  }
  sheet.getRow(headRows(page)).height = 8;
}

/** Two blocks side by side; the right one has room for the name of the state when the table allows it. */
function halves(widths: readonly number[], { from, to, width }: Span): readonly [Span, Span] {
  const wanted = Math.max(stateWidth, width / 2);
  let at = to;
  let right = widths[to - 1] ?? 0;
  while (at > from + 1 && right < Math.min(wanted, width * 0.6)) {
    const next = right + (widths[at - 2] ?? 0);
    // Rather a little too narrow (the text then shrinks) than no room on the left.
    if (next > width * 0.7) break;
    right = next;
    at--;
  }
  return [
    { from, to: Math.max(from, at - 1), width: width - right },
    { from: at, to, width: right },
  ];
}

function putLine(
  sheet: Worksheet,
  row: number,
  span: Span,
  line: HeadLine | null,
  side: 'left' | 'right',
): number {
  if (line === null) return 0;
  const isRule = line.style === 'rule';
  const text = isRule ? '─'.repeat(ruleLetters[side]) : line.text;
  put(sheet, row, span, text, documentStyle(line.style, side === 'right'));
  if (isRule) return 8;
  return side === 'right' ? 18 : heightOf(cellText(text), span.width, 12, line.style === 'bold');
}

/** The signatures from row `first` on. */
export function writeSigners(
  sheet: Worksheet,
  { print: { signers } }: PrintedPage,
  first: number,
  widths: readonly number[],
  span: Span,
): void {
  if (signers.length === 0) return;
  const [left, right] = halves(widths, span);
  const blocks = signers.map((signer, at) => ({
    lines: linesOf(signer),
    span: at === 0 ? left : right,
  }));
  const titles = Math.max(...blocks.map(({ lines }) => lines.length));
  for (const { lines, span: at } of blocks) {
    for (const [row, line] of lines.entries())
      put(sheet, first + row, at, line.text, documentStyle(line.style, false));
  }
  for (let row = 0; row < titles; row++) {
    const heights = blocks.map(({ lines, span: at }) =>
      heightOf(cellText(lines[row]?.text ?? ''), at.width, 12, true),
    );
    sheet.getRow(first + row).height = Math.max(...heights);
  }
  sheet.getRow(first + titles).height = signingRoom;
  signers.forEach(({ name }, at) => {
    const row = first + titles + 1;
    put(sheet, row, at === 0 ? left : right, name ?? '', documentStyle('bold', false));
    sheet.getRow(row).height = 18;
  });
}

function linesOf({ titles, note }: Signer): readonly HeadLine[] {
  const bold = titles.map((text): HeadLine => ({ text, style: 'bold' }));
  return note === null ? bold : [...bold, { text: note, style: 'italic' }];
}

function put(sheet: Worksheet, row: number, span: Span, text: string, style: CellStyle): void {
  const cell = sheet.getCell(row, span.from);
  const value: CellValue = text === '' ? null : workbookText(text);
  cell.style = style;
  cell.value = value;
  if (span.to > span.from) sheet.mergeCells(row, span.from, row, span.to);
}
