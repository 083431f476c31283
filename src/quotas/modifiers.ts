/**
 * What happens to the sizes that the rules yield, in this order: rounding, `min` and `max`, the population as a ceiling, the
 * response rate, the reserve. `min` and `max` are for rows by the group's own rule: an exception or a pool says its own number.
 */
import type { Lang } from '../findings/finding.ts';
import type { Modifiers } from '../plan/plan.ts';
import { ceilPercent, type Exact, exact, isZero, sumExact, wholeExact } from '../stats/exact.ts';
import { largestRemainder } from '../stats/largest-remainder.ts';
import {
  type Bilingual,
  countIn,
  type FigureRead,
  inBoth,
  type RowScope,
  type RowTrouble,
  type RuleResult,
  rateIn,
  readCount,
  whenRead,
} from './rules/result.ts';

/** A row between its rule and the annex. */
export interface RuledRow {
  readonly id: string;
  readonly scope: RowScope;
  readonly result: RuleResult;
  /** By the group's own rule, not by an exception or in a pool. */
  readonly own: boolean;
}

export interface ModifiedRow {
  /** Sheets to issue. */
  readonly size: number | null;
  readonly wanted: number | null;
  readonly reserve: number;
  readonly population: number | null;
  readonly census: boolean;
  readonly reason: Bilingual;
  readonly troubles: readonly RowTrouble[];
}

/** With what is the same for all rows. */
interface Prepared extends Modifiers {
  /** Sheets issued for a hundred replies; null: as many as replies. */
  readonly sheetsPerHundred: Exact | null;
  readonly rateWords: Bilingual;
}

/** The modifiers of a group, ready for its rows one by one; `at` is the row's position among `rows`. */
export function rowModifier(
  modifiers: Modifiers,
  rows: readonly RuledRow[],
): (row: RuledRow, at: number) => ModifiedRow {
  const sizes = roundedSizes(modifiers.round, rows);
  const { responseRate: rate } = modifiers;
  const sheetsPerHundred = rate === null || isZero(rate) ? null : exact(10_000).div(rate);
  const rateWords = inBoth((lang) => (rate === null ? '' : rateIn(rate, lang)));
  const prepared = { ...modifiers, sheetsPerHundred, rateWords };
  return (row, at) => modified(prepared, row, sizes[at] ?? null);
}

/** Whole numbers; null where the rule does not know its own. */
function roundedSizes(
  how: Modifiers['round'],
  rows: readonly RuledRow[],
): readonly (number | null)[] {
  if (how !== 'largest-remainder') {
    return rows.map(({ result: { size, exact: value } }) =>
      size !== null || value === null ? size : wholeExact(value, how),
    );
  }
  const open = rows.filter(({ result }) => result.size === null);
  const values = open.flatMap(({ id, result }) =>
    result.exact === null ? [] : [{ id, value: result.exact }],
  );
  // The sum is not known before all of them are: nothing may change afterwards.
  if (values.length < open.length) return rows.map(({ result }) => result.size);
  const sum = sumExact(values.map(({ value }) => value));
  const sizes = largestRemainder(values, wholeExact(sum, 'half-up'));
  const byRow = new Map(open.map((row, at) => [row, sizes[at] ?? 0]));
  return rows.map((row) => row.result.size ?? byRow.get(row) ?? null);
}

/** A part of a reason, put into words when somebody reads it. */
type Phrase = (lang: Lang) => string;

/** A size on its way through the modifiers, with what each did in words. */
interface Step {
  readonly size: number;
  readonly words: readonly Phrase[];
  readonly troubles: readonly RowTrouble[];
}

function modified(modifiers: Prepared, row: RuledRow, size: number | null): ModifiedRow {
  const { result } = row;
  if (size !== null && result.size !== null && nothingActs(modifiers, row)) return asItIs(result);
  const ceiling = ceilingOf(modifiers, row);
  const population = ceiling?.ok ? ceiling.value : result.population;
  if (size === null || ceiling?.ok === false) {
    const { reason, census } = result;
    const lacking = ceiling?.ok === false ? ceiling.lacking.troubles : [];
    const troubles = [...result.troubles, ...newTroubles(result.troubles, lacking)];
    return { size: null, wanted: null, reserve: 0, population, census, reason, troubles };
  }
  const start: Step = { size, words: roundingWords(result, size), troubles: result.troubles };
  const bounded = withinBounds(modifiers, row, start);
  const cut = result.ceiling === 'none' ? bounded : belowPopulation(result, population, bounded);
  const asked = cut.size;
  const issued = result.ceiling === 'none' ? cut : inflated(modifiers, population, cut);
  const { reserve, troubles } = reserveOf(modifiers, population, issued, result);
  const words = reserveWords(reserve);
  return {
    size: issued.size,
    wanted: asked,
    reserve,
    population,
    census:
      result.census ||
      (result.ceiling !== 'none' && population !== null && population > 0 && asked >= population),
    reason: joined(result.reason, reserve === 0 ? issued.words : [...issued.words, words]),
    troubles,
  };
}

/** The rule and `population` may lack the same figure; that is said once. */
function newTroubles(
  before: readonly RowTrouble[],
  more: readonly RowTrouble[],
): readonly RowTrouble[] {
  return more.filter(
    (one) =>
      !before.some(
        (told) =>
          told.kind === one.kind &&
          'figure' in told &&
          'figure' in one &&
          told.figure === one.figure,
      ),
  );
}

/** A whole number that no modifier touches, and of no known population: most rows of most plans. */
function nothingActs(modifiers: Modifiers, { result }: RuledRow): boolean {
  const { min, max, population, responseRate, reserve } = modifiers;
  const bounded = min !== null || max !== null || population !== null;
  const more = responseRate !== null || reserve.count > 0 || !isZero(reserve.percent);
  return !bounded && !more && result.population === null;
}

function asItIs({ size, census, reason, troubles }: RuleResult): ModifiedRow {
  return { size, wanted: size, reserve: 0, population: null, census, reason, troubles };
}

/** The figure that the plan names as the ceiling; null: the rule's own population is. */
function ceilingOf(
  { population: figure }: Modifiers,
  { scope, result }: RuledRow,
): FigureRead | null {
  return figure === null || result.ceiling === 'none' ? null : readCount(scope, figure);
}

function withinBounds({ min, max }: Modifiers, { result, own }: RuledRow, step: Step): Step {
  const { ceiling, atLeast, atMost } = result;
  if (ceiling === 'none') return step;
  const floor = own && min !== null ? Math.max(atLeast, min) : atLeast;
  const cap = own && max !== null ? Math.min(atMost ?? max, max) : atMost;
  if (step.size < floor && (cap === null || floor <= cap)) {
    return moved(step, floor, atLeastWords(floor));
  }
  return cap !== null && step.size > cap ? moved(step, cap, atMostWords(cap)) : step;
}

function belowPopulation(result: RuleResult, population: number | null, step: Step): Step {
  if (population === null || step.size <= population) return step;
  const { size } = step;
  const told = step.troubles.some(({ kind }) => kind === 'floor-above-population');
  const trouble: RowTrouble = { kind: 'above-population', size, population };
  const troubles = told ? step.troubles : [...step.troubles, trouble];
  if (result.ceiling === 'warns') return { ...step, troubles };
  return { ...moved(step, population, everybodyWords(population)), troubles };
}

/** Sheets issued so that enough come back: never more than there are people. */
function inflated(
  { sheetsPerHundred, rateWords }: Prepared,
  population: number | null,
  step: Step,
): Step {
  if (sheetsPerHundred === null || step.size === 0) return step;

  const wanted = step.size;
  const needed = ceilPercent(sheetsPerHundred, wanted);
  const issued = population === null ? needed : Math.max(wanted, Math.min(needed, population));
  const short = issued < needed && population !== null && wanted < population;
  const trouble: readonly RowTrouble[] = short
    ? [{ kind: 'replies-out-of-reach', size: needed, population: population ?? 0 }]
    : [];
  const words = issuedWords(wanted, issued, rateWords);
  const more = issued === wanted ? step : moved(step, issued, words);
  return { ...more, troubles: [...step.troubles, ...trouble] };
}

/** Nobody is held in reserve who is asked anyway; where that leaves fewer than the plan wants, it is said. */
function reserveOf(
  { reserve }: Modifiers,
  population: number | null,
  { size: issued, troubles }: Step,
  { ceiling }: RuleResult,
): { readonly reserve: number; readonly troubles: readonly RowTrouble[] } {
  if (issued === 0 || ceiling === 'none') return { reserve: 0, troubles };
  const further = reserve.count + ceilPercent(reserve.percent, issued);
  if (population === null) return { reserve: further, troubles };
  const left = Math.max(0, population - issued);
  if (further <= left || left === 0) return { reserve: Math.min(further, left), troubles };
  const short: RowTrouble = { kind: 'reserve-out-of-reach', size: further, population: left };
  return { reserve: left, troubles: [...troubles, short] };
}

function moved(step: Step, size: number, words: Phrase): Step {
  return { size, words: [...step.words, words], troubles: step.troubles };
}

function joined(reason: Bilingual, rest: readonly Phrase[]): Bilingual {
  if (rest.length === 0) return reason;
  return whenRead((lang) => [reason[lang], ...rest.map((phrase) => phrase(lang))].join('; '));
}

const roundedWord: Bilingual = { vi: 'làm tròn', en: 'rounded' };

function roundingWords({ size, exact: value }: RuleResult, rounded: number): readonly Phrase[] {
  const whole = value === null || ((value.d as bigint) === 1n && value.n === BigInt(rounded));
  if (size !== null || whole) return [];
  return [(lang) => `${roundedWord[lang]} ${countIn(rounded, lang)}`];
}

function atLeastWords(floor: number): Phrase {
  return (lang) => `${lang === 'vi' ? 'ít nhất' : 'at least'} ${countIn(floor, lang)}`;
}

function atMostWords(cap: number): Phrase {
  return (lang) => `${lang === 'vi' ? 'nhiều nhất' : 'at most'} ${countIn(cap, lang)}`;
}

function everybodyWords(population: number): Phrase {
  return (lang) =>
    lang === 'vi'
      ? `chỉ có ${countIn(population, lang)}: lấy toàn bộ`
      : `only ${countIn(population, lang)} there: all of them`;
}

function issuedWords(wanted: number, issued: number, rate: Bilingual): Phrase {
  return (lang) => {
    const [out, back] = [countIn(issued, lang), countIn(wanted, lang)];
    return lang === 'vi'
      ? `phát ${out} để thu ${back} (tỷ lệ thu hợp lệ ${rate.vi})`
      : `${out} issued for ${back} replies (${rate.en} come back valid)`;
  };
}

function reserveWords(reserve: number): Phrase {
  return (lang) =>
    lang === 'vi' ? `dự phòng ${countIn(reserve, lang)}` : `${countIn(reserve, lang)} in reserve`;
}
