/** What every page of the report is made with. */
import type { Lang } from '../findings/finding.ts';
import type { PageColumn, PagePrint, PrintedPage } from '../page.ts';
import type { Index, Plan } from '../plan/plan.ts';
import { type Exact, roundExact } from '../stats/exact.ts';
import { type ReportWords, reportWords } from './words.ts';

/** A page and the stem of its CSV file: ASCII, unique in the report. */
export interface ReportPage extends PrintedPage {
  readonly file: string;
  /** As the workbook shows it, where that is less than the CSV has. */
  readonly sheet?: PrintedPage;
}

export interface Setting {
  readonly plan: Plan;
  readonly index: Index;
  readonly lang: Lang;
  readonly words: ReportWords;
  /** Any of the returns or points is a rehearsal. */
  readonly simulated: boolean;
}

export function settingOf(plan: Plan, index: Index, lang: Lang, simulated: boolean): Setting {
  return { plan, index, lang, words: reportWords[lang], simulated };
}

/** Title lines of a page: the warning on a rehearsal, what it shows, the survey, its scheme. */
export function titleLines(setting: Setting, title: string): readonly string[] {
  const { plan, words, simulated } = setting;
  const scheme = plan.scheme === null ? [] : [words.scheme(plan.scheme)];
  return [...(simulated ? [words.simulated] : []), title, plan.title, ...scheme];
}

/** What the printed sheets of a page carry: on a rehearsal the warning, on every one of them. */
export function printOf({ words, simulated }: Setting): PagePrint {
  return { mark: simulated ? words.simulated : null, head: null, signers: [] };
}

/** Rounded once, by the plan's rule; null stays missing. */
export function figure(value: Exact | null, { index }: Setting): string | null {
  return value === null ? null : roundExact(value, index.rounding.decimals, index.rounding.mode);
}

export function textColumn(key: string, heading: string, width: number): PageColumn {
  return { key, heading, over: null, kind: 'text', decimals: 0, width, bar: false };
}

export function countColumn(key: string, heading: string, width = 10): PageColumn {
  return { key, heading, over: null, kind: 'count', decimals: 0, width, bar: false };
}

export function figureColumn(
  key: string,
  heading: string,
  { index }: Setting,
  more: Partial<PageColumn> = {},
): PageColumn {
  const { decimals } = index.rounding;
  return { key, heading, over: null, kind: 'number', decimals, width: 12, bar: false, ...more };
}
