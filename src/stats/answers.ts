/** What the answers to one question say, in percent. */
import type { Option } from '../plan/plan.ts';
import { type Exact, exact, percentOf, sumExact, zero } from './exact.ts';

/** Answers by option code; a code that is not there counts 0. */
export type Counts = Readonly<Record<string, number>>;

/** Answers that count: those on an option with points. Blanks and “no opinion” are not among them. */
export function answerBase(counts: Counts, options: readonly Option[]): number {
  return sumCounts(counts, scored(options));
}

/** Mean of the options' points: Σ count × points ÷ Σ count, 0–100; null when no answer counts. */
export function meanPercent(counts: Counts, options: readonly Option[]): Exact | null {
  const base = answerBase(counts, options);
  if (base === 0) return null;
  const terms = scored(options).map((option) => {
    return (option.points ?? zero).mul(countOf(counts, option));
  });
  return sumExact(terms).div(base);
}

/** Σ count of the positive options ÷ Σ count × 100, over options with points; null when no answer counts. */
export function sharePercent(counts: Counts, options: readonly Option[]): Exact | null {
  const positive = scored(options).filter((option) => option.positive);
  return percentOf(exact(sumCounts(counts, positive)), exact(answerBase(counts, options)));
}

/** Counts of several groups as if they were one. */
export function addedCounts(all: readonly Counts[]): Counts {
  const sums = new Map<string, number>();
  for (const counts of all) {
    for (const [code, count] of Object.entries(counts))
      sums.set(code, (sums.get(code) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

function scored(options: readonly Option[]): readonly Option[] {
  return options.filter((option) => option.points !== null);
}

function sumCounts(counts: Counts, options: readonly Option[]): number {
  return options.reduce((sum, option) => sum + countOf(counts, option), 0);
}

function countOf(counts: Counts, option: Option): number {
  return Object.hasOwn(counts, option.code) ? (counts[option.code] ?? 0) : 0;
}

/** What a rating answers to a question; null: blank, or not asked on its form. */
export function answerTo(
  {
    questions,
    answers,
  }: { readonly questions: readonly string[]; readonly answers: readonly (string | null)[] },
  question: string,
): string | null {
  const at = questions.indexOf(question);
  return at < 0 ? null : (answers[at] ?? null);
}
