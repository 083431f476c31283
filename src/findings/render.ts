/** Findings as people read them: place, sentence, excerpt with caret, suggestion, remedy, totals. */
import { counted, formatCount } from '../formats/numbers.ts';
import type { Palette } from '../formats/palette.ts';
import { printable } from '../formats/printable.ts';
import { type Code, catalogue, severityOf } from './catalogue.ts';
import { excerpt } from './excerpt.ts';
import {
  type Finding,
  type FindingKind,
  type Lang,
  type Severity,
  suggestionsOf,
} from './finding.ts';
import { placeText, sortByPlace } from './place.ts';
import { suggestion, wordsIn } from './words.ts';

export interface RenderOptions {
  readonly lang: Lang;
  readonly palette: Palette;
  /** Columns of the terminal; long source lines are cut to it. */
  readonly width: number;
  /** At most so many of each severity are shown; the rest are counted. */
  readonly maxErrors: number;
  /** Text of the files that findings point into, by file name; a file not given has no excerpt. */
  readonly sources: ReadonlyMap<string, string>;
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** The name of a severity, as printed beside a code. */
export const severityNames: { readonly [L in Lang]: { readonly [S in Severity]: string } } = {
  vi: { error: 'lỗi', warning: 'cảnh báo', note: 'lưu ý' },
  en: { error: 'error', warning: 'warning', note: 'note' },
};

/**
 * All findings as text ending in a line end, sorted by place; the empty text for none.
 * The remedy of a code is printed once, under its first finding: it is the same for all.
 */
export function renderFindings(findings: readonly Finding[], options: RenderOptions): string {
  if (findings.length === 0) return '';
  const shown = firstOfEach(sortByPlace(findings), options.maxErrors);
  const explained = new Set<Code>();
  const blocks = shown.map((found) => {
    const lines = findingLines(found, options, !explained.has(found.code));
    explained.add(found.code);
    return lines.join('\n');
  });
  const rest = restLine(findings, shown, options.lang);
  const last = [...(rest === null ? [] : [rest]), summaryLine(findings, options.lang)].join('\n');
  return `${[...blocks, last].join('\n\n')}\n`;
}

/** The sentence of a finding, as one printable line. */
export function messageOf(found: Finding, lang: Lang): string {
  return printable(entryOf(found.code).text[lang](found.args, wordsIn(lang)));
}

/** The catalogue entry for any code. Its arguments go unchecked here: `finding()` checked them. */
export function entryOf(code: Code): FindingKind<unknown> {
  return catalogue[code] as unknown as FindingKind<unknown>;
}

function firstOfEach(findings: readonly Finding[], most: number): readonly Finding[] {
  const seen = { error: 0, warning: 0, note: 0 };
  return findings.filter((found) => ++seen[severityOf(found)] <= most);
}

function findingLines(found: Finding, options: RenderOptions, explain: boolean): readonly string[] {
  const { lang, palette } = options;
  const severity = severityOf(found);
  const name = palette[severity](severityNames[lang][severity]);
  const place = palette.bold(placeText(found.at, lang));
  const near = suggestion(suggestionsOf(found), lang);
  return [
    `${place}  ${name} ${palette.dim(found.code)}  ${messageOf(found, lang)}`,
    ...excerpt(found.at, options.sources, options.width, palette[severity]),
    ...(near === null ? [] : [`  ${near}`]),
    ...(explain ? [`  ${fixLabel[lang]}: ${entryOf(found.code).fix[lang]}`] : []),
  ];
}

const fixLabel = { vi: 'Cách sửa', en: 'Fix' };

function restLine(all: readonly Finding[], shown: readonly Finding[], lang: Lang): string | null {
  if (shown.length === all.length) return null;
  const hidden = tally(all).map(({ severity, count }) => ({
    severity,
    count: count - shown.filter((found) => severityOf(found) === severity).length,
  }));
  const names = countsText(hidden, lang);
  return lang === 'vi'
    ? `… còn ${names} chưa hiện; xem hết bằng --max-errors hoặc --json.`
    : `… ${names} not shown; see them all with --max-errors or --json.`;
}

function summaryLine(findings: readonly Finding[], lang: Lang): string {
  const inFiles = findings.filter(({ at }) => at.kind !== 'file' || at.typed !== true);
  const files = new Set(inFiles.map(({ at }) => at.file)).size;
  const names = countsText(tally(findings), lang);
  if (files === 0) return lang === 'vi' ? `Tổng cộng: ${names}.` : `In all: ${names}.`;
  if (lang === 'vi') return `Tổng cộng: ${names} trong ${formatCount(files, lang)} tệp.`;
  return `In all: ${names} in ${counted(files, 'file')}.`;
}

interface Count {
  readonly severity: Severity;
  readonly count: number;
}

function tally(findings: readonly Finding[]): readonly Count[] {
  return severities.map((severity) => ({
    severity,
    count: findings.filter((found) => severityOf(found) === severity).length,
  }));
}

function countsText(counts: readonly Count[], lang: Lang): string {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => {
      const name = severityNames[lang][severity];
      return lang === 'en' ? counted(count, name) : `${formatCount(count, lang)} ${name}`;
    })
    .join(', ');
}
