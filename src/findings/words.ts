/** Numbers, names and lists inside the sentences of findings, safe to print. */
import { formatCount, formatDate, formatDecimalText, formatMoment } from '../formats/numbers.ts';
import { cutText, printable } from '../formats/printable.ts';
import type { Lang, Words } from './finding.ts';

const longestQuote = 60;
const listed = 8;

export function wordsIn(lang: Lang): Words {
  return {
    int: (value) => formatCount(value, lang),
    decimal: (text) => formatDecimalText(text, lang),
    date: (iso) => formatDate(iso, lang),
    moment: (instant) => formatMoment(instant, lang),
    quote,
    list: (texts, most = listed) => {
      const shown = texts.slice(0, most).map(short).join(', ');
      const rest = texts.length - most;
      if (rest <= 0) return shown;
      return lang === 'vi'
        ? `${shown} và ${formatCount(rest, lang)} mục khác`
        : `${shown} and ${formatCount(rest, lang)} more`;
    },
  };
}

function quote(text: string): string {
  return `“${short(text)}”`;
}

function short(text: string): string {
  return cutText(printable(text), longestQuote);
}

/** “Did you mean …?” over the nearest names; null when there is none. */
export function suggestion(near: readonly string[], lang: Lang): string | null {
  if (near.length === 0) return null;
  const names = near.map(quote);
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1).join(', ');
  if (lang === 'vi') return `Có phải là ${before === '' ? last : `${before} hay ${last}`} không?`;
  return `Did you mean ${before === '' ? last : `${before} or ${last}`}?`;
}
