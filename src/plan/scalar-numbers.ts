/** Counts, decimals, percentages and figures as they may be written, and what was probably meant by others. */
import { type Exact, exactText, hundred, parseExact, zero } from '../stats/exact.ts';
import { readNumber } from '../table/number-text.ts';
import { fault, type Read, read } from './read.ts';

/** More sheets than any survey has; keeps sums far inside exact integers. */
const largestCount = 100_000_000;

/** A whole number without any mark. */
export function readCount(text: string, most = largestCount): Read<number> {
  if (!/^\d+$/.test(text)) {
    const args = { text, percent: false, near: meantCounts(text) };
    return fault({ code: 'plan/not-a-count', args });
  }
  const value = Number(text);
  if (value <= most) return read(value);
  const args = { text, least: '0', most: String(most), near: [] };
  return fault({ code: 'plan/out-of-range', args });
}

/** `2.085` can only be kept as 2085; whether that was meant is asked, never assumed. `51 phiếu` is probably 51. */
function meantCounts(text: string): readonly string[] {
  const grouped = /^\d{1,3}([., \u00a0\u202f]\d{3})+$/.test(text);
  return grouped || /^\d+\s*\p{L}+$/u.test(text) ? [text.replace(/\D/g, '')] : [];
}

/** A number or a percentage with a comma or words: `9,5`, `60 phần trăm`. */
const loose = /^(?<digits>\d+([.,]\d+)?)\s*(?<sign>%|phần trăm|percent)?$/iu;

/** The number and whether a percentage is meant; null: no number. */
function looseNumber(text: string): { readonly value: Exact; readonly percent: boolean } | null {
  const { digits = '', sign } = loose.exec(text)?.groups ?? {};
  const found = readNumber(digits, null);
  if (found.kind === 'not-a-number') return null;
  const value = parseExact(found.kind === 'number' ? found.text : found.decimal);
  return value === null ? null : { value, percent: sign !== undefined };
}

/** `2.5`, from `least` to `most`. */
export function readDecimal(text: string, least: number, most: number): Read<Exact> {
  // The bounds may have decimals, as 0.1 for a design effect.
  const [low = zero, high = zero] = [least, most].map((bound) => parseExact(String(bound)) ?? zero);
  // Without its sign it could not be below 0, and it is a number for all that.
  const shape = least < 0 || text.startsWith('-') ? /^-?\d+(\.\d+)?$/ : /^\d+(\.\d+)?$/;
  const value = shape.test(text) ? parseExact(text) : null;
  if (value !== null) return within(text, value, low, high);
  const near = meantDecimals(text)
    .filter((meant) => meant.compare(low) >= 0 && meant.compare(high) <= 0)
    .map((meant) => exactText(meant));
  return fault({ code: 'plan/not-a-decimal', args: { text, wanted: 'decimal', near } });
}

/** `90%` of a number may be 90 or 0.9: both are asked, where both fit. */
function meantDecimals(text: string): readonly Exact[] {
  const written = looseNumber(text);
  if (written === null) return [];
  return written.percent ? [written.value, written.value.div(hundred)] : [written.value];
}

/** A threshold in percent, with its sign or without: `85`, `85%`, `85 %` → 85. */
export function readThreshold(text: string, most: number): Read<Exact> {
  const digits = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
  if (digits !== undefined) return readDecimal(digits, 0, most);
  const plain = readDecimal(text, 0, most);
  if (plain.ok || plain.problem.code !== 'plan/not-a-decimal') return plain;
  const value = looseNumber(text)?.value;
  const near = value === undefined || value.compare(most) > 0 ? [] : [exactText(value)];
  return fault({ code: 'plan/not-a-decimal', args: { text, wanted: 'threshold', near } });
}

/** `60%` or `60 %` → 60. */
export function readPercent(text: string): Read<Exact> {
  const digits = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
  const value = digits === undefined ? null : parseExact(digits);
  if (value !== null) return within(text, value, zero, hundred);
  return fault({
    code: 'plan/not-a-decimal',
    args: { text, wanted: 'percent', near: meantPercents(text) },
  });
}

/** `0.8` is 80 %, `80` too; `1` may be either. */
function meantPercents(text: string): readonly string[] {
  const written = looseNumber(text);
  if (written === null || written.value.compare(hundred) > 0) return [];
  const { value, percent } = written;
  const asWritten = `${exactText(value)}%`;
  if (percent || value.compare(1) > 0) return [asWritten];
  const asShare = `${exactText(value.mul(hundred))}%`;
  return value.equals(1) ? [asShare, asWritten] : [asShare];
}

/** A share of the whole: `0.6` or `60%` → 3/5. */
export function readShare(text: string): Read<Exact> {
  if (text.endsWith('%')) {
    const percent = readPercent(text);
    return percent.ok ? read(percent.value.div(hundred)) : percent;
  }
  const share = readDecimal(text, 0, 1);
  if (share.ok) return share;
  const { code, args } = share.problem;
  if (code === 'plan/out-of-range') {
    return fault({ code, args: { ...args, near: meantPercents(text) } });
  }
  const near = share.problem.code === 'plan/not-a-decimal' ? share.problem.args.near : [];
  const meant = near.length > 0 ? near : meantPercents(text);
  return fault({ code: 'plan/not-a-decimal', args: { text, wanted: 'share', near: meant } });
}

/** So many sheets more, or so many percent of them. */
export interface Spare {
  readonly sheets: number;
  readonly percent: Exact;
}

/** `5` or `10%` */
export function readSpare(text: string): Read<Spare> {
  if (text.endsWith('%')) {
    const share = readPercent(text);
    return share.ok ? read({ sheets: 0, percent: share.value }) : share;
  }
  const sheets = readCount(text, 10_000);
  if (sheets.ok) return read({ sheets: sheets.value, percent: zero });
  if (sheets.problem.code !== 'plan/not-a-count') return sheets;
  const counts = sheets.problem.args.near;
  const near = counts.length > 0 ? counts : meantPercents(text);
  return fault({ code: 'plan/not-a-count', args: { text, percent: true, near } });
}

function within(text: string, value: Exact, least: Exact, most: Exact): Read<Exact> {
  if (value.compare(least) >= 0 && value.compare(most) <= 0) return read(value);
  const args = { text, least: exactText(least), most: exactText(most), near: [] };
  return fault({ code: 'plan/out-of-range', args });
}

/** A figure that feeds a quota rule: a count, or `unknown` (null). An `amount` may have decimals: `0.35`. */
export function readFigure(text: string, amount = false): Read<number | null> {
  if (text === 'unknown') return read(null);
  if (!amount) return readCount(text);
  const value = readDecimal(text, 0, largestCount);
  if (!value.ok) return value;
  // Nine digits and six decimals: as many as a number keeps exactly as they are written.
  if (/^\d+(\.\d{1,6})?$/.test(text)) return read(Number(text));
  const near = [Number(text).toFixed(6)];
  return fault({ code: 'plan/not-a-decimal', args: { text, wanted: 'decimal', near } });
}

/** A figure before it is known what it counts. */
export interface FigureText {
  readonly written: string;
}

/** `2.085` and `0,35` are let through, to be judged where that is known; what is no number at all is not. */
export function readFigureText(text: string): Read<FigureText> {
  if (text === 'unknown' || /^\d+([.,]\d+)*$/.test(text)) return read({ written: text });
  const count = readCount(text);
  if (count.ok) return read({ written: text });
  if (/\d/.test(text)) return count;
  // “chưa có”, “?”, “-”
  return fault({ code: 'plan/not-a-count', args: { text, percent: false, near: ['unknown'] } });
}
