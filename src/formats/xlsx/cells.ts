/** One cell of a sheet -> its text, or why it has none that can be trusted. */
import type { FaultReason } from '../../table.ts';
import { cleanText } from '../cell-text.ts';
import { isoCellText, type NumberStyle, plainStyle, serialText } from './dates.ts';
import { plainNumber } from './numbers.ts';
import { unescapeString } from './strings.ts';

export interface RawCell {
  /** Attribute `t`; `n` when absent. */
  type: string;
  /** Attribute `s`: index of the style. */
  style: number;
  formula: boolean;
  /** Whether a value stands there, be it empty. */
  valued: boolean;
  text: string;
}

/** Ready for the next cell: one is made for a whole sheet. */
export function clearCell(cell: RawCell): void {
  cell.type = 'n';
  cell.style = 0;
  cell.formula = false;
  cell.valued = false;
  cell.text = '';
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly date1904: boolean;
  /** Most characters in a cell. */
  readonly longest: number;
  /** Most columns. */
  readonly columns: number;
}

/** `AB12` -> 27; NaN for what is no reference. Called for every cell, hence no pattern matching. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < 7; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  const digit = reference.charCodeAt(at);
  return at > 0 && digit >= 0x31 && digit <= 0x39 ? column - 1 : Number.NaN;
}

/** `fault` null: the text is sound. */
export interface CellText {
  readonly text: string;
  readonly fault: FaultReason | null;
  /** A number with decimals: the text must not be read by another decimal mark. */
  readonly isExact?: boolean;
}

const blank: CellText = { text: '', fault: null };

export function cellText(cell: RawCell, context: CellContext): CellText {
  if (cell.formula && (!cell.valued || (cell.text === '' && cell.type !== 'str'))) {
    return { text: '', fault: 'formula-without-value' };
  }
  if (cell.text === '') return blank;
  switch (cell.type) {
    case 's':
      return sharedText(cell.text, context);
    case 'str':
    case 'inlineStr':
      return sound(unescapeString(cell.text), context);
    case 'b':
      return { text: cell.text.trim() === '1' ? 'TRUE' : 'FALSE', fault: 'boolean' };
    case 'e':
      return { text: cleanText(cell.text), fault: 'error-value' };
    case 'd':
      return sound(isoCellText(cell.text, styleOf(cell, context)), context);
    default:
      return numberText(cell, context);
  }
}

function sharedText(index: string, context: CellContext): CellText {
  const text = /^\d+$/.test(index.trim()) ? context.strings[Number(index)] : undefined;
  return text === undefined ? { text: '', fault: 'missing-text' } : sound(text, context);
}

function sound(text: string, context: CellContext): CellText {
  if (text.length <= context.longest) return { text: cleanText(text), fault: null };
  return { text: cleanText(text.slice(0, context.longest)), fault: 'too-long' };
}

function styleOf(cell: RawCell, context: CellContext): NumberStyle {
  return context.styles[cell.style] ?? plainStyle;
}

function numberText(cell: RawCell, context: CellContext): CellText {
  const number = plainNumber(cell.text);
  if (number === null) return { text: cleanText(cell.text), fault: 'error-value' };
  const style = styleOf(cell, context);
  if (style.kind === 'plain') return figure(number);
  // As Excel shows it and as a CSV of the same sheet has it: nobody who typed 65% meant 0.65.
  if (style.kind === 'percent') return { text: percentText(cell.text, number), fault: null };
  if (style.kind === 'padded') {
    const code = /^\d+$/.test(number) ? number.padStart(style.digits, '0') : number;
    return figure(code);
  }
  const shown = serialText(Number(number), style, context.date1904);
  return shown === null ? figure(number) : { text: shown, fault: null };
}

function figure(text: string): CellText {
  return text.includes('.') ? { text, fault: null, isExact: true } : { text, fault: null };
}

/** `0.655` → `65.5%`. */
function percentText(raw: string, number: string): string {
  const [, digits = number, power = '0'] = /^(.*?)(?:e([+-]?\d+))?$/i.exec(raw.trim()) ?? [];
  return `${plainNumber(`${digits}e${Number(power) + 2}`) ?? number}%`;
}
