/** A sample size by formula: the value before rounding and where the formula comes from stand beside the size. */
import type { Lang } from '../../findings/finding.ts';
import type { Figure, Formula, Plan } from '../../plan/plan.ts';
import { type Exact, exact } from '../../stats/exact.ts';
import { cochran, slovin } from '../../stats/sample-size.ts';
import {
  type Bilingual,
  countIn,
  exactFigure,
  exactIn,
  figureName,
  inBoth,
  known,
  type RowScope,
  type RuleOf,
  type RuleResult,
  rateIn,
  readCount,
  whenRead,
} from './result.ts';

const formulaSources: Readonly<Record<Formula['method'], string>> = {
  slovin: 'Yamane 1967: 886',
  cochran: 'Cochran 1977: 4.4',
};

export function formula(rule: RuleOf<'formula'>, plan: Plan): (scope: RowScope) => RuleResult {
  const designEffect = rule.designEffect.equals(exact(1)) ? null : rule.designEffect;
  const source = formulaSources[rule.method];
  const words = inBoth((lang) => wordsAround(rule, plan, lang));
  return (scope) => {
    const read = rule.of === null ? null : readCount(scope, rule.of);
    if (read !== null && !read.ok) return read.lacking;
    const population = read === null ? null : read.value;
    const value = sizeOf(rule, population);
    const reason = whenRead((lang) => {
      const { before, large, after } = words[lang];
      const size = population === null ? large : `N = ${countIn(population, lang)}`;
      return `${before}${size}${after}, n = ${exactIn(value, lang)}`;
    });
    return known(null, reason, { exact: value, population, source, designEffect });
  };
}

function sizeOf(rule: Formula, population: number | null): Exact {
  const error = rule.error.div(100);
  // The plan's rules ask for N; without it the formula's limit for a very large one.
  if (rule.method === 'slovin') {
    return population === null
      ? exact(1).div(error.mul(error))
      : slovin(exactFigure(population), error);
  }
  const { confidence, proportion, designEffect, designEffectOn } = rule;
  return cochran({
    population,
    error,
    confidence: confidence.div(100),
    proportion: proportion.div(100),
    designEffect,
    designEffectOn,
  });
}

/** What a population counts, as the word after its number. */
export const countWords: Readonly<Record<NonNullable<Figure['counts']>, Bilingual>> = {
  people: { vi: 'người', en: 'people' },
  households: { vi: 'hộ', en: 'households' },
  transactions: { vi: 'giao dịch', en: 'transactions' },
  places: { vi: 'địa bàn', en: 'places' },
  amount: { vi: 'đơn vị tính', en: 'units' },
};

const effectOn: Readonly<Record<Formula['designEffectOn'], Bilingual>> = {
  'before-correction': {
    vi: 'nhân trước khi hiệu chỉnh tổng thể hữu hạn',
    en: 'before the finite-population correction',
  },
  'after-correction': {
    vi: 'nhân sau khi hiệu chỉnh tổng thể hữu hạn',
    en: 'after the finite-population correction',
  },
};

/** `, deff = 2 (before the finite-population correction)`: without a population there is nothing to correct for. */
export function effectWords({ designEffect, designEffectOn, of }: Formula, lang: Lang): string {
  if (designEffect.equals(exact(1))) return '';
  const when = of === null ? '' : ` (${effectOn[designEffectOn][lang]})`;
  return `, deff = ${exactIn(designEffect, lang)}${when}`;
}

/** The sentence around the population and the size, which is the same for all rows. */
function wordsAround(
  rule: Formula,
  plan: Plan,
  lang: Lang,
): { readonly before: string; readonly large: string; readonly after: string } {
  const counts = rule.of === null ? null : (plan.figures[rule.of]?.counts ?? null);
  const name = rule.of === null ? '' : ` (${figureName(plan, rule.of)})`;
  const word = counts === null ? '' : ` ${countWords[counts][lang]}`;
  const large = lang === 'vi' ? 'N rất lớn' : 'N very large';
  const error = `${word}${name}, e = ${rateIn(rule.error, lang)}`;
  if (rule.method === 'slovin') return { before: 'Slovin n = N/(1 + N·e²): ', large, after: error };
  const confidence = lang === 'vi' ? 'độ tin cậy' : 'confidence';
  const effect = effectWords(rule, lang);
  const after = `${error}, ${confidence} ${rateIn(rule.confidence, lang)}, p = ${rateIn(rule.proportion, lang)}${effect}`;
  return { before: 'Cochran: ', large, after };
}
