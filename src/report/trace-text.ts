/** Steps of a trace as lines of text, in one language. */
import type { Lang, Where } from '../findings/finding.ts';
import { placeText } from '../findings/place.ts';
import { wordsIn } from '../findings/words.ts';
import { expressionWords } from '../plan/expression-words.ts';
import type { Rounding } from '../plan/index-rules.ts';
import type { Plan } from '../plan/plan.ts';
import { numberTerm } from '../stats/arithmetic.ts';
import { type Exact, exactText, roundExact } from '../stats/exact.ts';
import { type WrittenArithmetic, writeArithmetic } from '../stats/written-arithmetic.ts';
import type { Fact } from '../trace/facts.ts';
import type { Equation, OptionCount, Step } from '../trace/step.ts';
import { enFacts } from './trace-facts-en.ts';
import { viFacts } from './trace-facts-vi.ts';
import type { FactWords, Say } from './trace-say.ts';
import { sourceText } from './trace-sources.ts';
import { type TraceWords, traceWords } from './trace-words.ts';
import { decimalIn } from './words.ts';

export interface TraceStyle {
  readonly lang: Lang;
  /** Has the names that formulas and conditions are told with. */
  readonly plan: Plan;
  readonly rounding: Rounding;
  /** Places are told as seen from this folder; null: as the files were named. */
  readonly folder: string | null;
}

/** One step in words: what it is about and what it came to, then everything under it, line by line. */
export interface StepText {
  readonly title: string;
  readonly result: string;
  readonly equations: readonly EquationText[];
  readonly facts: readonly string[];
  /** Answers of a question by option; null: it is none, or they are not shown. */
  readonly counts: string | null;
  readonly sources: readonly string[];
  /** `plan.yaml:12:7`. */
  readonly rule: string | null;
}

export interface EquationText extends WrittenArithmetic {
  /** The formula in words. */
  readonly words: string;
}

export function stepText(step: Step, style: TraceStyle): StepText {
  const words = traceWords[style.lang];
  const say = sayIn(style);
  return {
    title: titleOf(step, words, say),
    result: resultOf(step, words, style),
    equations: step.equations.map((equation) => equationText(step, equation, style)),
    facts: step.facts.map((fact) => factText(fact, style.lang, say)),
    counts: step.counts.length === 0 ? null : countsText(step.counts, words, say),
    sources: step.sources.map((source) => sourceText(source, words, say)),
    rule: step.rule === null ? null : say.place(step.rule),
  };
}

function titleOf({ about }: Step, words: TraceWords, say: Say): string {
  switch (about.kind) {
    case 'unit':
      return `${about.name} (${about.blockName})`;
    case 'criterion':
      return `${about.code}. ${about.name}`;
    case 'adjustment':
      return words[about.adjustment];
    case 'group':
      return words.group(about.groups.map(({ name }) => name).join(' + '), say.plain(about.weight));
    case 'question':
      return words.question(about.question, about.text);
  }
}

/** What the step came to, as it is printed. */
function resultOf(step: Step, words: TraceWords, style: TraceStyle): string {
  const { about, points, max, percent } = step;
  const printed = (value: Exact): string => printedIn(value, style);
  if (about.kind === 'adjustment' && points !== null) {
    return words.points(printed(points), max === null ? '' : decimalIn(style.lang, exactText(max)));
  }
  if (about.kind === 'criterion' || about.kind === 'unit') {
    if (step.facts.some(({ fact }) => fact === 'not-applicable')) return '–';
    const top = max === null ? '' : decimalIn(style.lang, exactText(max));
    if (points === null) return words.noPoints(top);
    const text = words.points(printed(points), top);
    return percent === null ? text : `${text}, ${words.index(printed(percent))}`;
  }
  if (percent !== null) return words.percent(printed(percent));
  return step.hidden ? words.notShown : words.noResult;
}

function equationText(step: Step, equation: Equation, style: TraceStyle): EquationText {
  const { rules, total } = traceWords[style.lang];
  const isTotal = step.about.kind === 'unit' && equation.rule === 'sum';
  const written = writeArithmetic(equation.term, equation.result, writingOf(style));
  const words = isTotal ? total(adjusted(step, 'bonus'), adjusted(step, 'penalty')) : null;
  return { words: words ?? rules[equation.rule], ...written };
}

function adjusted({ steps }: Step, by: 'bonus' | 'penalty'): boolean {
  return steps.some(({ about, points }) => {
    return about.kind === 'adjustment' && about.adjustment === by && points?.gt(0) === true;
  });
}

function writingOf({ lang, rounding: { decimals, mode } }: TraceStyle) {
  return { decimals, mode, mark: lang === 'vi' ? ',' : '.' } as const;
}

function printedIn(value: Exact, { lang, rounding: { decimals, mode } }: TraceStyle): string {
  return decimalIn(lang, roundExact(value, decimals, mode));
}

/** The record has words for every fact; the union of their arguments is what it is called with. */
function factText(fact: Fact, lang: Lang, say: Say): string {
  const words = (lang === 'vi' ? viFacts : enFacts) as FactWords;
  return (words[fact.fact] as (one: Fact, how: Say) => string)(fact, say);
}

function countsText(counts: readonly OptionCount[], words: TraceWords, say: Say): string {
  return counts
    .map(({ label, count, weighted, worth }) => {
      const plain = say.count(count);
      const shown = weighted === null ? plain : words.weightedCount(plain, say.number(weighted));
      return words.option(label, shown, worth === null ? null : say.plain(worth));
    })
    .join('; ');
}

function within(where: Where, folder: string | null): Where {
  if (folder === null || !where.file.startsWith(folder)) return where;
  return { ...where, file: where.file.slice(folder.length).replace(/^[/\\]+/, '') };
}

/** Names and codes in one sentence. */
const mostListed = 30;

export function sayIn(style: TraceStyle): Say {
  const { lang } = style;
  const { list, int } = wordsIn(lang);
  const number = (value: Exact): string => {
    return writeArithmetic(numberTerm(value), value, writingOf(style)).line;
  };
  return {
    number,
    plain: (value) => decimalIn(lang, exactText(value)),
    maybe: (value) => (value === null ? '–' : number(value)),
    count: int,
    list: (texts) => list(texts, mostListed),
    quote: (text) => `“${text.replace(/\s*[\r\n]+\s*/g, ' – ')}”`,
    place: (where) => placeText(within(where, style.folder), lang),
    expression: (expression) => expressionWords(expression, style.plan, lang),
  };
}
