/** Where the answers of a group came from, in words. */
import type { AnswerSource, NumberRange, SerialRange } from '../trace/sources.ts';
import type { Say } from './trace-say.ts';
import type { TraceWords } from './trace-words.ts';

/** Ranges and forms that are written out before only their number is told; programs get all of them. */
const mostRanges = 12;

export function sourceText(source: AnswerSource, words: TraceWords, say: Say): string {
  const { batch, sheet, kind, ratings, serials, rows, corrected } = source;
  const file = sheet === null ? source.file : words.sheet(source.file, sheet);
  const head =
    kind === 'tallies'
      ? words.talliesSource(batch, file)
      : words.rowsSource(batch, file, say.count(ratings ?? 0));
  return [
    head,
    ...(serials.length === 0 ? [] : [words.serials(cut(serials.map(serialText), words, say))]),
    ...gapText(serials, words, say),
    ...(rows.length === 0 ? [] : [words.rows(cut(rows.map(rowText), words, say))]),
    ...(source.void === 0 ? [] : [words.void(say.count(source.void))]),
    ...(corrected.length === 0 ? [] : [words.corrected(correctedText(corrected, words, say))]),
  ].join('; ');
}

function cut(texts: readonly string[], words: TraceWords, say: Say): string {
  const shown = texts.slice(0, mostRanges).join(', ');
  const rest = texts.length - mostRanges;
  return rest > 0 ? `${shown} ${words.more(say.count(rest))}` : shown;
}

function correctedText(forms: readonly string[], words: TraceWords, say: Say): string {
  const shown = forms.slice(0, mostRanges).join(', ');
  const rest = forms.length - mostRanges;
  return rest > 0 ? `${shown} ${words.moreSheets(say.count(rest))}` : shown;
}

function serialText({ first, last }: SerialRange): string {
  return first === last ? first : `${first} … ${last}`;
}

function rowText({ first, last }: NumberRange): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** Numbers between the ranges of one packet part. */
function gapText(serials: readonly SerialRange[], words: TraceWords, say: Say): readonly string[] {
  let missing = 0;
  for (const [at, { last }] of serials.entries()) {
    const next = serials[at + 1];
    if (next === undefined || leadOf(next.first) !== leadOf(last)) continue;
    missing += numberOf(next.first) - numberOf(last) - 1;
  }
  return missing > 0 ? [words.gaps(say.count(missing))] : [];
}

function leadOf(serial: string): string {
  return serial.slice(0, serial.lastIndexOf('-'));
}

/** Without its check digit. */
function numberOf(serial: string): number {
  return Number(serial.slice(serial.lastIndexOf('-') + 1, -1));
}
