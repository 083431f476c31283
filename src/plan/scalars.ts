/**
 * What a scalar must be: text → value, or the problem with it. The same readers serve the plan and its
 * frame files, so that `2.085` is the same question in both.
 */
import type { IdKind } from '../findings/plan-words.ts';
import { nearest } from '../names.ts';
import { type Exact, hundred } from '../stats/exact.ts';
import { type Expression, parseExpression } from '../stats/expression.ts';
import { daysInMonth, isoDate } from './dates.ts';
import type { IsoDate } from './plan.ts';
import { fault, type Read, read } from './read.ts';
import { readDecimal, readPercent } from './scalar-numbers.ts';

const yesNo = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

export function readYesNo(text: string): Read<boolean> {
  const value = yesNo.get(text);
  return value === undefined ? fault({ code: 'plan/not-yes-no', args: { text } }) : read(value);
}

/** A day that exists, `2023-09-21`. */
export function readDate(text: string): Read<IsoDate> {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const found = isoDate(Number(year), Number(month), Number(day));
  if (found !== null) return read(found);
  const { lastDay, near } = meantDay(text);
  return fault({ code: 'plan/not-a-date', args: { text, month: false, lastDay, near } });
}

/** A day, or a month and its first and last day. */
export interface DayOrMonth {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly month: boolean;
}

export function readDayOrMonth(text: string): Read<DayOrMonth> {
  const day = readDate(text);
  if (day.ok) return read({ from: day.value, to: day.value, month: false });
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const from = isoDate(Number(year), Number(month), 1);
  const to = isoDate(Number(year), Number(month), daysInMonth(Number(year), Number(month)));
  if (from !== null && to !== null) return read({ from, to, month: true });
  const meant = meantDay(text);
  const near = [...meant.near, ...meantMonths(text)];
  return fault({
    code: 'plan/not-a-date',
    args: { text, month: true, lastDay: meant.lastDay, near },
  });
}

/** `lastDay`: the last day of the month, where the day written is one that this month does not have. */
function meantDay(text: string): { lastDay: IsoDate | null; near: readonly IsoDate[] } {
  const found =
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/.exec(text) ??
    /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/.exec(text);
  const [year = 0, month = 0, day = 0] = ['year', 'month', 'day'].map((part) =>
    Number(found?.groups?.[part] ?? 0),
  );
  const meant = isoDate(year, month, day);
  if (meant !== null) return { lastDay: null, near: [meant] };
  const last = day > 28 && day <= 31 ? isoDate(year, month, daysInMonth(year, month)) : null;
  return { lastDay: last, near: last === null ? [] : [last] };
}

function meantMonths(text: string): readonly string[] {
  const [, month = '', year = ''] = /^(?:[Tt]háng\s*)?(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const first = isoDate(Number(year), Number(month), 1);
  return first === null ? [] : [first.slice(0, 7)];
}

/** `16:30` */
export function readTime(text: string): Read<string> {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return read(text);
  const [, hour = '', minute = ''] = /^(\d{1,2})\s*[h:.g]\s*(\d{2})?$/.exec(text) ?? [];
  const meant = `${hour.padStart(2, '0')}:${(minute || '00').padStart(2, '0')}`;
  const near = hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? [meant] : [];
  return fault({ code: 'plan/not-a-time', args: { text, near } });
}

const idPatterns: Readonly<Record<IdKind, RegExp>> = {
  id: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  form: /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
  question: /^[A-Za-z][A-Za-z0-9]{0,19}$/,
  option: /^[A-Za-z0-9]{1,5}$/,
  criterion: /^[\p{L}0-9]+(\.[\p{L}0-9]+)*$/u,
  attribute: /^[a-z][a-z0-9_-]*$/,
  serial: /^[A-Z][A-Z0-9]{1,7}$/,
  file: /^frame\/([\p{L}\p{N} _.-]+\/)*[\p{L}\p{N} _.-]+\.(csv|xlsx)$/u,
  results: /^frame\/([\p{L}\p{N} _.-]+\/)*[\p{L}\p{N} _.-]+\.(json|csv|xlsx)$/u,
};

const longestId = 60;

export function idPattern(kind: IdKind): RegExp {
  return idPatterns[kind];
}

export function readId(text: string, kind: IdKind): Read<string> {
  const isFile = kind === 'file' || kind === 'results';
  const longest = isFile ? 200 : longestId;
  const outside = isFile && text.split('/').some((part) => /^\.+$/.test(part));
  if (idPatterns[kind].test(text) && text.length <= longest && !outside) return read(text);
  return fault({ code: 'plan/not-an-id', args: { text, kind, near: meantIds(text, kind) } });
}

function meantIds(text: string, kind: IdKind): readonly string[] {
  if (kind === 'file' || kind === 'results') return [];
  const plain = withoutMarks(text);
  const meant = {
    id: plain
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, ''),
    form: plain.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, ''),
    question: plain.replace(/[^A-Za-z0-9]/g, ''),
    option: plain.replace(/[^A-Za-z0-9]/g, ''),
    criterion: text.replace(/[\s-]+/g, '.').replace(/^\.+|\.+$/g, ''),
    attribute: plain
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, ''),
    serial: plain.toUpperCase().replace(/[^A-Z0-9]/g, ''),
  }[kind];
  return idPatterns[kind].test(meant) && meant.length <= longestId ? [meant] : [];
}

/** Vietnamese letters as ASCII: Đ → D. For ids and serials only, never for comparing names. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

export function readOneOf<T extends string>(text: string, allowed: readonly T[]): Read<T> {
  const found = allowed.find((one) => one === text);
  if (found !== undefined) return read(found);
  return fault({ code: 'plan/not-one-of', args: { text, allowed, near: nearest(text, allowed) } });
}

/** A unit before a merger; the weight is left out where none is written. */
export interface WrittenFormer {
  readonly unit: string;
  readonly share: Exact;
  readonly weight: Exact | undefined;
}

/** “xã B”; with its share “xã B (40%)”, and what it weighs “xã B (40%, 5200)”. */
export function readFormerUnit(text: string): Read<WrittenFormer> {
  const pattern = /^(.*\S)\s*\(([^()]*%)(?:\s*,\s*([^()]+?))?\s*\)$/s;
  const [, name = text, written = null, size = null] = pattern.exec(text.trim()) ?? [];
  const share = written === null ? read(hundred) : readPercent(written.trim());
  if (!share.ok) return share;
  const unit = name.replace(/\s+/g, ' ').trim();
  if (size === null) return read({ unit, share: share.value, weight: undefined });
  const weight = readDecimal(size, 0, 1_000_000_000);
  return weight.ok ? read({ unit, share: share.value, weight: weight.value }) : weight;
}

/** One line of text: inner white space is one space. */
export function readLine(text: string): Read<string> {
  return read(text.replace(/\s+/g, ' ').trim());
}

/** A condition or formula; what is wrong with it is shown at its place in the text. */
export function readExpression(text: string): Read<Expression> {
  const parsed = parseExpression(text);
  if (parsed.ok) return read(parsed.value);
  const { at, why } = parsed;
  return fault({ code: 'plan/bad-expression', args: { text, at, why } });
}

/** Text that may have several lines. */
export function readProse(text: string): Read<string> {
  return read(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t]+$/gm, '')
      .trim(),
  );
}
