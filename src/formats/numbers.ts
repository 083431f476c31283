/**
 * Numbers and dates in the reader's writing. Written by hand rather than with Intl, whose output
 * depends on the ICU data of the machine: the same figure must be the same everywhere.
 */
import type { Lang } from '../findings/finding.ts';

const marks: { readonly [L in Lang]: { readonly thousand: string; readonly decimal: string } } = {
  vi: { thousand: '.', decimal: ',' },
  en: { thousand: ',', decimal: '.' },
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Decimal text with a point and no grouping, as `roundExact` writes it: `-12`, `78.33`. */
export function isDecimalText(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** 2085 → `2.085` (vi), `2,085` (en). A count that is not a whole number is shown as it is. */
export function formatCount(value: number, lang: Lang): string {
  const text = String(value);
  if (!Number.isSafeInteger(value)) return text;
  // Short numbers by far outnumber the others, in tables of ten thousand rows.
  if (value >= 0 && value < 1000) return text;
  if (value >= 1000 && value < 1_000_000) {
    return text.slice(0, -3) + marks[lang].thousand + text.slice(-3);
  }
  return formatDecimalText(text, lang);
}

/** `1 unit`, `2,085 units`: for English sentences only. */
export function counted(value: number, noun: string): string {
  return `${formatCount(value, 'en')} ${noun}${value === 1 ? '' : 's'}`;
}

/** `1234.50` → `1.234,50` (vi), `1,234.50` (en); digits are never added, dropped or rounded. */
export function formatDecimalText(text: string, lang: Lang): string {
  if (!isDecimalText(text)) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction] = text.slice(sign.length).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks[lang].thousand);
  return sign + grouped + (fraction === undefined ? '' : marks[lang].decimal + fraction);
}

/** `2023-09-21` → `21/09/2023` (vi), `21 Sep 2023` (en); anything but an ISO date comes back as it is. */
export function formatDate(iso: string, lang: Lang): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  if (lang === 'vi') return `${day}/${month}/${year}`;
  const name = months[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** `2026-11-21T19:13:05Z` → `22/11/2026 02:13`: time in Vietnam; what is no instant comes back as it is. */
export function formatMoment(instant: string, lang: Lang): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time) || !instant.endsWith('Z')) return instant;
  const shown = new Date(time + 7 * 3_600_000).toISOString();
  return `${formatDate(shown.slice(0, 10), lang)} ${shown.slice(11, 16)}`;
}

/** The day it is in Vietnam (UTC+7 all year), wherever the machine thinks it is: deadlines end at midnight there. */
export function dateInVietnam(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
