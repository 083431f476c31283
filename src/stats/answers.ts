/** What the answers to one question say, in percent. */
import type { Option } from '../plan/plan.ts';
import { type Exact, exact, isZero, percentOf, simplest, sumExact, zero } from './exact.ts';

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

/** Percent of the maximum by option code; options that do not count are not there. */
export type PercentTable = Readonly<Record<string, Exact>>;

/** A table of percents, also as whole numbers over one denominator: a national survey asks it half a million times. */
export interface AnswerTable {
  readonly percents: PercentTable;
  readonly tops: readonly (readonly [code: string, top: bigint])[];
  readonly bottom: bigint;
}

/**
 * What each option gives. `mean`: the criterion's own table, else the points of the scale; `share`: 100 for a positive option,
 * 0 for others that count.
 */
export function answerTable(
  options: readonly Option[],
  as: 'mean' | 'share',
  own: PercentTable | null,
): AnswerTable {
  const percents = Object.fromEntries(
    as === 'mean' && own !== null
      ? Object.entries(own)
      : scored(options).map(({ code, points, positive }) => {
          const given = as === 'mean' ? (points ?? zero) : exact(positive ? 100 : 0);
          return [code, given] as const;
        }),
  );
  const bottom = Object.values(percents).reduce((all, { d }) => all * (d as bigint), 1n);
  const tops = Object.entries(percents).map(([code, { s, n, d }]) => {
    return [code, ((s as bigint) * (n as bigint) * bottom) / (d as bigint)] as const;
  });
  return { percents, tops, bottom };
}

/** Answers that count: those on an option of the table. */
export function answersIn(counts: Counts, { tops }: AnswerTable): number {
  return tops.reduce((sum, [code]) => sum + countAt(counts, code), 0);
}

/** Σ count × percent ÷ Σ count; null when no answer counts. */
export function tablePercent(counts: Counts, table: AnswerTable): Exact | null {
  let base = 0;
  let top = 0n;
  for (const [code, each] of table.tops) {
    const count = countAt(counts, code);
    base += count;
    top += BigInt(count) * each;
  }
  return base === 0 ? null : exact(top, table.bottom * BigInt(base));
}

/**
 * The same with weights of respondents: Σ weight × percent ÷ Σ weight. Exact where weights are quotients; those that an iteration
 * leaves with endless decimals give the simplest fraction within 10⁻²⁰, so that a result of exactly 80 is 80.
 */
export function weightedPercent(
  weights: Readonly<Record<string, Exact>>,
  { percents }: AnswerTable,
): Exact | null {
  const terms = Object.entries(percents).flatMap(([code, percent]) => {
    const weight = Object.hasOwn(weights, code) ? weights[code] : undefined;
    return weight === undefined ? [] : [{ weight, term: weight.mul(percent) }];
  });
  const whole = sumExact(terms.map(({ weight }) => weight));
  if (isZero(whole)) return null;
  const percent = sumExact(terms.map(({ term }) => term)).div(whole);
  return (percent.d as bigint) < longestPlain ? percent : simplest(percent, percentDecimals);
}

/** Quotients of counts, people and chances stay below it as a rule. */
const longestPlain = 10n ** 30n;
const percentDecimals = 20;

/** Counts of several groups as if they were one. */
export function addedCounts(all: readonly Counts[]): Counts {
  const sums = new Map<string, number>();
  for (const counts of all) {
    for (const [code, count] of Object.entries(counts))
      sums.set(code, (sums.get(code) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

/** Weights of several groups as if they were one; one that is not weighted counts each answer once. Null: none is. */
export function addedWeights(
  all: readonly {
    readonly counts: Counts;
    readonly weighted: Readonly<Record<string, Exact>> | null;
  }[],
): Readonly<Record<string, Exact>> | null {
  if (all.every(({ weighted }) => weighted === null)) return null;
  const sums = new Map<string, Exact>();
  for (const { weighted, counts } of all) {
    const each =
      weighted === null
        ? Object.entries(counts).map(([code, count]) => [code, exact(count)] as const)
        : Object.entries(weighted);
    for (const [code, weight] of each) sums.set(code, sums.get(code)?.add(weight) ?? weight);
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
  return countAt(counts, option.code);
}

function countAt(counts: Counts, code: string): number {
  return Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;
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
