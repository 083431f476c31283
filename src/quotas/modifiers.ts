/**
 * What happens to the sizes that the rules yield, in this order: rounding, `min` and `max`, the population as a ceiling, the
 * response rate, the reserve. `min` and `max` are for rows by the group's own rule: an exception or a pool says its own number.
 */
import type { Lang } from '../findings/finding.ts';
import type { Modifiers } from '../plan/plan.ts';
import {
  ceilExact,
  ceilPercent,
  type Exact,
  exact,
  floorExact,
  isZero,
  sumExact,
} from '../stats/exact.ts';
import { largestRemainder } from '../stats/largest-remainder.ts';
import {
  type Bilingual,
  countIn,
  inBoth,
  type RowScope,
  type RowTrouble,
  type RuleResult,
  rateIn,
  readFigure,
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
  if (how !== 'largest-remainder') return rows.map(({ result }) => rounded(how, result));
  const open = rows.filter(({ result }) => result.size === null);
  const values = open.flatMap(({ id, result }) =>
    result.exact === null ? [] : [{ id, value: result.exact }],
  );
  // The sum is not known before all of them are: nothing may change afterwards.
  if (values.length < open.length) return rows.map(({ result }) => result.size);
  const sum = sumExact(values.map(({ value }) => value));
  const sizes = largestRemainder(values, floorExact(sum.add(exact(1, 2))));
  const byRow = new Map(open.map((row, at) => [row, sizes[at] ?? 0]));
  return rows.map((row) => row.result.size ?? byRow.get(row) ?? null);
}

function rounded(how: 'ceil' | 'half-up' | 'floor', { size, exact: value }: RuleResult) {
  if (size !== null || value === null) return size;
  if (how === 'ceil') return ceilExact(value);
  return floorExact(how === 'floor' ? value : value.add(exact(1, 2)));
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
  const ceiling = populationOf(modifiers, row);
  if (size === null || ceiling.troubles.length > 0) {
    const { reason, census } = result;
    const troubles = [...result.troubles, ...ceiling.troubles];
    const population = ceiling.population ?? result.population;
    return { size: null, wanted: null, reserve: 0, population, census, reason, troubles };
  }
  const { population } = ceiling;
  const start: Step = { size, words: roundingWords(result, size), troubles: result.troubles };
  const bounded = withinBounds(modifiers, row, start);
  const cut = result.ceiling === 'none' ? bounded : belowPopulation(result, population, bounded);
  const asked = cut.size;
  const issued = result.ceiling === 'none' ? cut : inflated(modifiers, population, cut);
  const reserve = reserveOf(modifiers, population, issued.size, result);
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
    troubles: issued.troubles,
  };
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

/** The figure that the plan names as the ceiling, or the rule's own population. */
function populationOf(
  { population: figure }: Modifiers,
  { scope, result }: RuledRow,
): { readonly population: number | null; readonly troubles: readonly RowTrouble[] } {
  if (figure === null || result.ceiling === 'none') {
    return { population: result.population, troubles: [] };
  }
  const read = readFigure(scope, figure);
  return read.ok
    ? { population: read.value, troubles: [] }
    : { population: null, troubles: read.lacking.troubles };
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

function reserveOf(
  { reserve }: Modifiers,
  population: number | null,
  issued: number,
  { ceiling }: RuleResult,
): number {
  if (issued === 0 || ceiling === 'none') return 0;
  const further = reserve.count + ceilPercent(reserve.percent, issued);
  return population === null ? further : Math.max(0, Math.min(further, population - issued));
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
