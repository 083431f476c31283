/**
 * Weighted means. Weights are ≥ 0 and only their ratio matters; a term of weight 0 is not there. Null where no term is left.
 * Properties: least ≤ harmonic ≤ geometric ≤ arithmetic ≤ largest, equal only where all terms are.
 */
import { type Exact, exact, isZero, sumExact, zero } from './exact.ts';
import { asDecimal, Digits, rootOf, significant } from './significant.ts';

export interface Term {
  readonly value: Exact;
  readonly weight: Exact;
}

/** Σ w·x ÷ Σ w, exact. */
export function weightedMean(terms: readonly Term[]): Exact | null {
  const { counted, whole } = weighed(terms);
  const [first] = counted;
  if (first === undefined) return null;
  if (counted.every(({ weight }) => weight.equals(first.weight))) {
    return sumExact(counted.map(({ value }) => value)).div(counted.length);
  }
  return sumExact(counted.map(({ value, weight }) => value.mul(weight))).div(whole);
}

/** Σ w ÷ Σ (w ÷ x) of values ≥ 0, exact; 0 where one of them is 0, its limit as that value goes to 0. */
export function harmonicMean(terms: readonly Term[]): Exact | null {
  const { counted, whole } = weighed(terms);
  if (counted.length === 0) return null;
  if (counted.some(({ value }) => isZero(value))) return zero;
  return whole.div(sumExact(counted.map(({ value, weight }) => weight.div(value))));
}

/**
 * (Π x^w)^(1 ÷ Σ w) of values ≥ 0, to 30 significant digits; 0 where one of them is 0. The weights are multiplied up to whole numbers, so
 * that one root is all that is not exact.
 */
export function geometricMean(terms: readonly Term[]): Exact | null {
  const { counted } = weighed(terms);
  const [first, ...others] = counted;
  if (first === undefined) return null;
  if (others.every(({ value }) => value.equals(first.value))) return first.value;
  if (counted.some(({ value }) => isZero(value))) return zero;
  const powers = wholeWeights(counted);
  const whole = powers.reduce((sum, { times }) => sum + times, 0);
  const product = powers.reduce(
    (all, { value, times }) => all.mul(asDecimal(value).pow(times)),
    new Digits(1),
  );
  const logarithm = powers.reduce((sum, { value, times }) => sum + times * Math.log(+value), 0);
  return significant(rootOf(product, whole, Math.exp(logarithm / whole)));
}

function weighed(terms: readonly Term[]): { counted: readonly Term[]; whole: Exact } {
  const counted = terms.filter(({ weight }) => weight.gt(0));
  return { counted, whole: sumExact(counted.map(({ weight }) => weight)) };
}

/** In the smallest whole numbers of the same ratio. */
function wholeWeights(
  terms: readonly Term[],
): readonly { readonly value: Exact; readonly times: number }[] {
  const common = terms.reduce((all, { weight }) => all.lcm(exact(weight.d as bigint)), exact(1));
  const divisor = terms.reduce((all, { weight }) => all.gcd(weight.mul(common)), zero);
  return terms.map(({ value, weight }) => {
    return { value, times: Number(weight.mul(common).div(divisor).n) };
  });
}
