/** Cells of exports as a plain file of forms would write them. Nothing is guessed: what cannot be told stays as it is. */
import { createHash } from 'node:crypto';
import { nameKey } from '../../names.ts';
import { missingMark } from '../../stats/missing.ts';
import { type KnownScale, optionNamed } from '../answers.ts';

const ticked = new Set(['1', 'y', 'yes', 'true', 'có', 'x']);
const unticked = new Set(['', '0', 'n', 'no', 'false', 'không']);

/** What the column of one option says: ticked, not, the question was not shown, or a text that says neither. */
export function readTick(text: string, notAsked: string | null): boolean | 'not-asked' | null {
  const key = text.toLowerCase();
  if (ticked.has(key)) return true;
  if (unticked.has(key)) return false;
  return text === notAsked ? 'not-asked' : null;
}

/** One column for each option of a multiple choice. */
export interface OptionColumn {
  readonly column: number;
  readonly code: string;
  /** It holds the words of “other, namely”: any words are a tick. */
  readonly isWords: boolean;
}

/** Codes of the ticked options in the order of the scale; blank when none is. */
export function tickedOptions(
  cells: readonly string[],
  columns: readonly OptionColumn[],
  notAsked: string | null,
): string {
  const codes: string[] = [];
  let hidden = 0;
  for (const { column, code, isWords } of columns) {
    const text = cells[column] ?? '';
    const tick = isWords && text !== notAsked ? text !== '' : readTick(text, notAsked);
    // A row check then says that this is no option, and shows it.
    if (tick === null) return text;
    if (tick === 'not-asked') hidden += 1;
    else if (tick && !codes.includes(code)) codes.push(code);
  }
  return hidden > 0 && hidden === columns.length ? missingMark('not-asked') : codes.join(' ');
}

/**
 * Labels of several options with one space between, as KoboToolbox sums them up: cut where it can be done in one way
 * only. Any other text as it stands.
 */
export function spacedLabels(scale: KnownScale, text: string): string {
  const words = text.split(/\s+/);
  if (words.length > 60) return text;
  const ways: (readonly string[])[][] = words.map(() => []);
  for (let from = words.length - 1; from >= 0; from--) {
    for (let to = from + 1; to <= words.length; to++) {
      const code = optionNamed(scale, words.slice(from, to).join(' '));
      const rest = to === words.length ? [[]] : (ways[to] ?? []);
      if (code !== null) ways[from]?.push(...rest.map((codes) => [code, ...codes]));
    }
    ways[from]?.splice(2);
  }
  const [only, ...others] = ways[0] ?? [];
  return only === undefined || others.length > 0 ? text : only.join(' ');
}

/** `Y`, `No` and the like where the plan has its own codes for yes and no. */
export function yesOrNo(scale: KnownScale, text: string): string {
  if (optionNamed(scale, text) !== null) return text;
  const key = nameKey(text);
  const words = ['y', 'yes', 'có'].includes(key)
    ? ['Có', 'Yes']
    : ['n', 'no', 'không'].includes(key)
      ? ['Không', 'No']
      : [];
  const codes = new Set(words.flatMap((word) => optionNamed(scale, word) ?? []));
  return codes.size === 1 ? ([...codes][0] ?? text) : text;
}

/** LimeSurvey masks formulas: `'=SUM` was written `=SUM`. */
export function unmasked(text: string): string {
  return text.startsWith("'=") ? text.slice(1) : text;
}

const dayFirstYear = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(.+))?$/u;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(SA|CH|AM|PM)?\s*(.*)$/iu;
const zone = /^(?:GMT|UTC)?\s*(?:Z|([+\-−])(\d{1,2}):?(\d{2})?)?$/iu;

/**
 * A time as the systems write it (`2024-11-21T01:30:12.123Z`, `2024/11/21 8:30:12 SA GMT+7`) in ISO, with its zone
 * where it has one; a time without a zone that is UTC gets `Z`. What is written in another way stays as it is.
 */
export function isoTime(text: string, times: 'utc' | 'local'): string {
  const [, year, month = '', day = '', rest = ''] = dayFirstYear.exec(text) ?? [];
  if (year === undefined) return text;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // LimeSurvey writes this where a survey keeps no times.
  if (date === '1980-01-01') return '';
  if (rest === '') return date;
  const [, hour = '', minute = '', second = '00', half = '', after = ''] = clock.exec(rest) ?? [];
  const offset = offsetOf(after, times);
  if (hour === '' || offset === null) return text;
  return `${date}T${hourOf(hour, half)}:${minute}:${second}${offset}`;
}

function offsetOf(after: string, times: 'utc' | 'local'): string | null {
  const written = after.trim();
  if (written === '') return times === 'utc' ? 'Z' : '';
  const [all, sign, hours, minutes = '00'] = zone.exec(written) ?? [];
  if (all === undefined) return null;
  if (sign === undefined || hours === undefined) return 'Z';
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

/** `SA`, `CH`: before and after noon. */
function hourOf(hour: string, half: string): string {
  const isAfternoon = /^(?:CH|PM)$/i.test(half);
  const isMorning = /^(?:SA|AM)$/i.test(half);
  const count = Number(hour);
  const turned = isAfternoon && count < 12 ? count + 12 : isMorning && count === 12 ? 0 : count;
  return String(turned).padStart(2, '0');
}

/** An address tells the same person apart without keeping who it is. */
export function replyKey(text: string): string {
  const plain = text.replace(/^uuid:/i, '');
  if (!plain.includes('@')) return plain;
  const hash = createHash('sha256').update(plain.trim().toLowerCase().normalize('NFC'));
  return `mail:${hash.digest('hex').slice(0, 32)}`;
}
